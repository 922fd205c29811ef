// A site in two scripts: the switch in the header leads to the same page and back, from a server, from disk and without scripts; the
// mode for elder readers goes along; gallery and subtitles speak the script of the page. Each check returns its faults as texts.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkAccessibility } from './axe.mjs';
import { elderMode } from './elder.mjs';
import { everyWay } from './visits.mjs';

const FOLDER = 'zh-TW/';
const PAGES = ['index.html', 'policy/index.html', 'elder/index.html', 'quiz/index.html', 'exhibition/index.html'];

export function editionVisits(tree) {
  return PAGES.filter((address) => existsSync(join(tree, FOLDER, address))).flatMap((address) => [
    ...everyWay({ address, what: 'switch', width: 390, check: checkSwitch }, ['server', 'file', 'no scripts']),
    { address, what: 'switch in elder mode', width: 390, remembered: elderMode(), check: checkSwitch },
    { address: FOLDER + address, what: 'edition', width: 390, check: checkEdition },
    { address: FOLDER + address, what: 'edition, dark, wide', width: 1440, options: { colorScheme: 'dark' }, check: checkEdition },
  ]);
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
  return [...left.map((text) => `simplified: ${text}`), ...await checkAccessibility(page)];
}
