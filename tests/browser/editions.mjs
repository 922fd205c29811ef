// A site in two scripts: the switch in the header leads to the same page and back, from a server, from disk and without scripts; the
// mode for elder readers goes along; the pages of the edition are in its script, reach nothing else and are for everybody. Few pages:
// all others are made by the same templates. Each check returns its faults as texts.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkAccessibility } from './axe.mjs';
import { elderMode } from './elder.mjs';
import { checkSideways } from './layout.mjs';
import { allPages } from './sample.mjs';
import { everyWay } from './visits.mjs';

const FOLDER = 'zh-TW/';
const KINDS = ['article', 'entry', 'quiz'];

// The home page, the search, and the first page of each of these kinds.
function fewPages(tree) {
  const pages = allPages(tree);
  const firsts = KINDS.map((kind) => pages.find((page) => page.kind === kind)?.address);
  return ['index.html', 'search/index.html', ...firsts].filter((address) => address && existsSync(join(tree, FOLDER, address)));
}

export function editionVisits(tree) {
  const pages = fewPages(tree);
  const home = pages.slice(0, 1);
  return [
    ...home.flatMap((address) => everyWay({ address, what: 'switch', width: 390, check: checkSwitch }, ['file', 'no scripts'])),
    ...home.map((address) => ({ address, what: 'switch in elder mode', width: 390, remembered: elderMode(), check: checkSwitch })),
    ...pages.flatMap((address) => [
      { address, what: 'switch', width: 390, check: checkSwitch },
      { address: FOLDER + address, what: 'edition', width: 390, check: checkEdition },
      { address: FOLDER + address, what: 'edition, dark, wide', width: 1440, options: { colorScheme: 'dark' }, check: checkEdition },
    ]),
    ...(pages.includes('search/index.html') ? [['气候', '氣候'], ['網路', '網路'], ['节能', '節能']].flatMap(([query, mark]) => (
      everyWay({ address: `${FOLDER}search/index.html#q=${encodeURIComponent(query)}`, what: `search for ${query}`, check: checkFound(mark) }))) : []),
  ];
}

const lookOf = (page) => page.evaluate(() => ({
  language: document.documentElement.lang,
  isElder: document.documentElement.classList.contains('elder'),
}));

// There and back again by the visible link.
async function checkSwitch(page, url) {
  const faults = [];
  const before = await lookOf(page);
  for (const language of ['zh-TW', 'zh-CN']) {
    const link = page.locator(`header a[hreflang="${language}"]`);
    if (await link.count() !== 1 || !(await link.isVisible())) return [...faults, `no visible link to ${language}`];
    const box = await link.boundingBox();
    if (box.height < 24 || box.width < 24) faults.push(`the link to ${language} is too small for a finger`);
    await page.waitForLoadState('networkidle');
    await link.click();
    await page.waitForLoadState('load');
    const now = await lookOf(page);
    if (now.language !== language) faults.push(`the link to ${language} leads to a page in ${now.language}`);
    if (now.isElder !== before.isElder) faults.push(`the mode for elder readers is ${now.isElder ? 'on' : 'off'} in ${language}`);
  }
  await page.waitForLoadState('networkidle');
  if (page.url().replace(/#.*$/, '') !== url.replace(/#.*$/, '')) faults.push(`back at ${page.url()}`);
  return faults;
}

async function checkEdition(page) {
  // Characters that only simplified writing has, outside of what is meant so.
  const left = await page.evaluate(() => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest('[lang="zh-CN"], code, pre, script, style')) continue;
      if (/[\u53d1\u8fd9\u4e2a\u4eec\u6765\u5bf9\u65f6\u8bf4\u5173\u4f1a]/.test(node.data)) found.push(node.data.trim().slice(0, 30));
    }
    return found;
  });
  return [...left.map((text) => `simplified: ${text}`), ...await checkSideways(page), ...await checkAccessibility(page)];
}

// What is asked in either script is found, and marked as the edition writes it.
function checkFound(word) {
  return async (page) => {
    const mark = page.locator('#search mark', { hasText: word }).first();
    const isFound = await mark.waitFor({ timeout: 20000 }).then(() => true, () => false);
    return isFound ? [] : [`no result holds ${word}`];
  };
}
