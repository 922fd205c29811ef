// axe-core on the page that shows: WCAG 2.2 A and AA, and what axe calls best practice.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function checkAccessibility(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const violations = await page.evaluate(async (tags) => {
    const result = await window.axe.run(document, { resultTypes: ['violations'],
    // axe would fetch style sheets, which a page from disk may not.
    preload: window.location.protocol !== 'file:', runOnly: tags });
    return result.violations.map(({ id, impact, help, nodes }) => ({
      id, impact, help, places: nodes.slice(0, 3).map((node) => `${node.target.join(' ')} ${node.html.slice(0, 140)}`),
    }));
  }, ALL);
  return violations.map(({ id, impact, help, places }) => `axe ${id} (${impact}): ${help}: ${places.join(' | ')}`);
}
