// What helps to read, to quote and to keep one's place: the outline follows, sections and citations can be copied, paper lists where
// links lead, a collection remembers what was read. Each check returns its faults as texts.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkAccessibility } from './axe.mjs';
import { elderMode } from './elder.mjs';
import { everyWay } from './visits.mjs';

const WIDE = 1440;

export function readingVisits(tree) {
  const pages = readingPages(tree);
  const visits = [];
  const add = (address, visit, ways) => { if (address) visits.push(...everyWay({ address, ...visit }, ways)); };
  add(pages.outlined, { what: 'outline', width: WIDE, check: checkOutline });
  add(pages.outlined, { what: 'outline on a phone', width: 390, check: checkFold }, ['server']);
  add(pages.outlined, { what: 'addresses of sections', width: WIDE, script: keepCopies, check: checkHeadings });
  add(pages.outlined, { what: 'citation', script: keepCopies, check: checkCitation });
  add(pages.outlined, { what: 'citation, old browser', script: withoutClipboard, check: checkOldCopy }, ['server']);
  add(pages.work, { what: 'citation', script: keepCopies, check: checkCitation }, ['server']);
  add(pages.outlined, { what: 'reading help', check: checkWithoutScripts }, ['no scripts']);
  add(pages.linked, { what: 'links on paper', check: checkPaperLinks }, ['server']);
  add(pages.collected, { what: 'collection', check: checkCollection });
  add(pages.collected, { what: 'collection', check: checkCollectionLinks }, ['no scripts']);
  add(pages.changed, { what: 'changes', check: checkChanges }, ['no scripts']);
  for (const [look, visit] of Object.entries({
    light: {}, dark: { options: { colorScheme: 'dark' } }, elder: { width: 390, remembered: elderMode() },
  })) {
    add(pages.collected, { what: `reading help, ${look}`, ...visit, check: checkUnfolded }, ['server']);
  }
  return visits;
}

// The first pages that show it; undefined where a site has none.
function readingPages(tree) {
  const folders = ['policy', 'knowledge', 'news', 'myths', 'cases', 'research', 'book'].filter((folder) => existsSync(join(tree, folder)));
  const articles = folders.flatMap((folder) => readdirSync(join(tree, folder))
    .filter((name) => name.endsWith('.html') && !/^(index|page-)/.test(name)).sort().map((name) => `${folder}/${name}`));
  const find = (...texts) => articles.find((address) => {
    const page = readFileSync(join(tree, address), 'utf8');
    return texts.every((text) => page.includes(text));
  });
  const works = join(tree, 'exhibition');
  const contest = existsSync(works) && readdirSync(works).find((name) => existsSync(join(works, name, 'awards.html')));
  const work = contest && readdirSync(join(works, contest)).find((name) => /^[a-z]\d+\.html$/.test(name));
  return {
    outlined: find('class="outline"', 'class="cite"', 'class="prose"'),
    linked: find('data-ref='),
    collected: find('class="collection-box"', 'class="related-reading"'),
    changed: find('class="changes"'),
    work: work && `exhibition/${contest}/${work}`,
  };
}

// What a page copies, without a real clipboard, which a window without focus may not use.
const keepCopies = `Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text) => { window.copied = text; return Promise.resolve(); } } });`;
const withoutClipboard = `Object.defineProperty(navigator, 'clipboard', { value: undefined });
  document.execCommand = (name) => { window.copied = name === 'copy' ? document.activeElement.value : ''; return true; };`;

const copied = (page) => page.evaluate(() => window.copied ?? '');
const said = (page) => page.locator('[role="status"].copied').innerText();
const current = (page, list) => page.evaluate((place) =>
  [...document.querySelectorAll(`${place} [aria-current]`)].map((link) => `${decodeURIComponent(link.hash.slice(1))} ${link.getAttribute('aria-current')}`), list);

async function checkOutline(page) {
  const faults = [];
  const ids = await page.evaluate(() => [...document.querySelectorAll('nav.outline a')].map((link) => decodeURIComponent(link.hash.slice(1))));
  if ((await current(page, 'nav.outline')).length) faults.push('a section is marked before one is reached');
  const go = async (place) => {
    await page.evaluate(place);
    await page.waitForTimeout(200);
  };
  for (const id of [ids[1], ids[0], ids[Math.floor(ids.length / 2)]]) {
    await go(`document.getElementById(${JSON.stringify(id)}).scrollIntoView({ block: 'start', behavior: 'instant' })`);
    const marked = await current(page, 'nav.outline');
    if (marked.join() !== `${id} location`) faults.push(`at ${id} the outline marks ${marked.join() || 'nothing'}`);
    if ((await current(page, '.outline-fold')).join() !== marked.join()) faults.push('the folded outline marks something else');
  }
  const top = await page.locator('nav.outline').evaluate((box) => box.getBoundingClientRect().top);
  if (!(top > 0 && top < 200)) faults.push(`the outline does not stay in view: ${top}`);
  await go('window.scrollTo(0, document.documentElement.scrollHeight)');
  if ((await current(page, 'nav.outline')).join() !== `${ids.at(-1)} location`) faults.push('at the end the last section is not marked');
  await go('window.scrollTo(0, 0)');
  if ((await current(page, 'nav.outline')).length) faults.push('back at the top a section is still marked');
  return faults;
}

async function checkFold(page) {
  const faults = [];
  if (await page.locator('nav.outline').isVisible()) faults.push('the outline stands open on a phone');
  if (await page.locator('.outline-fold a').first().isVisible()) faults.push('the outline is not folded');
  await page.locator('.outline-fold summary').press('Enter');
  if (!(await page.locator('.outline-fold a').first().isVisible())) faults.push('the outline does not unfold');
  return faults;
}

async function checkHeadings(page, url) {
  const faults = [];
  const links = page.locator('.prose .heading-link');
  const headings = await page.locator('.prose h2[id], .prose h3[id], .prose h4[id]').count();
  if (await links.count() !== headings || !headings) faults.push(`${await links.count()} addresses for ${headings} headings`);
  const first = links.first();
  const opacity = () => first.evaluate((link) => getComputedStyle(link).opacity);
  if (await opacity() !== '0') faults.push('the sign shows without pointer or focus');
  await first.evaluate((link) => link.focus());
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  if (!(await first.evaluate((link) => link === document.activeElement)) || await opacity() !== '1') faults.push('the sign cannot be reached by keyboard');
  const box = await first.boundingBox();
  if (box.width < 44 || box.height < 44) faults.push(`the sign is ${box.width} × ${box.height} pixels`);
  if (!(await first.getAttribute('aria-label'))) faults.push('the sign has no name');
  if ((await first.evaluate((link) => link.textContent)).trim()) faults.push('the sign has words, which would be read aloud');
  await page.keyboard.press('Enter');
  const id = await first.evaluate((link) => link.parentElement.id);
  if (await copied(page) !== `${url}#${encodeURIComponent(id)}`) faults.push(`copied is ${await copied(page)}`);
  if (!(await said(page)).trim()) faults.push('copying is not announced');
  return faults;
}

const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
};

async function checkCitation(page) {
  const faults = [];
  const text = (await page.locator('#cite-text').innerText()).trim();
  if (!/^.+\. .+\[EB\/OL\]\. .+, \d{4}\(\d{4}-\d\d-\d\d\)\[\d{4}-\d\d-\d\d\]\. https?:\/\/\S+\.$/.test(text)) faults.push(`the citation is “${text}”`);
  if (!text.includes(`[${today()}]`)) faults.push('the day of access is not today');
  await page.locator('[data-copy="cite-text"]').focus();
  await page.keyboard.press('Enter');
  if (await copied(page) !== text) faults.push(`copied is “${await copied(page)}”`);
  if (!(await said(page)).trim()) faults.push('copying is not announced');
  await page.locator('.cite-formats summary').focus();
  await page.keyboard.press('Enter');
  for (const [id, begin] of [['cite-bibtex', '@online{'], ['cite-ris', 'TY  - ELEC']]) {
    await page.locator(`[data-copy="${id}"]`).click();
    if (!(await copied(page)).startsWith(begin)) faults.push(`${id} copies “${await copied(page)}”`);
  }
  return faults;
}

async function checkOldCopy(page) {
  const faults = [];
  const text = (await page.locator('#cite-text').innerText()).trim();
  await page.locator('[data-copy="cite-text"]').click();
  if (await copied(page) !== text) faults.push(`copied is “${await copied(page)}”`);
  if (await page.locator('main textarea').count()) faults.push('a field stays behind');
  if (!(await page.evaluate(() => document.activeElement.dataset.copy === 'cite-text'))) faults.push('the focus does not come back');
  return faults;
}

async function checkWithoutScripts(page) {
  const faults = [];
  if (await page.locator('.cite button:visible').count()) faults.push('a button that does nothing shows');
  if (await page.locator('.heading-link').count()) faults.push('headings have signs');
  if (!/\[EB\/OL\]\. .+\[\D+\]\. https?:/.test(await page.locator('#cite-text').innerText())) faults.push('the citation does not show');
  await page.locator('.cite-formats summary').click();
  if (!(await page.locator('#cite-bibtex').isVisible())) faults.push('BibTeX does not show');
  if (!(await page.locator('.related-reading a').first().isVisible())) faults.push('related reading does not show');
  return faults;
}

// In the text numbers, at the end the addresses, each number once.
async function checkPaperLinks(page) {
  await page.emulateMedia({ media: 'print' });
  return page.evaluate(() => {
    const faults = [];
    const listed = new Map();
    for (const list of document.querySelectorAll('.article-end .citations')) {
      [...list.children].forEach((item, i) => {
        const number = String(list.start + i);
        if (listed.has(number)) faults.push(`two sources have the number ${number}`);
        listed.set(number, item);
        if (!item.checkVisibility()) faults.push(`source ${number} is not printed`);
      });
    }
    for (const link of document.querySelectorAll('.prose a[href^="http"]')) {
      const sign = getComputedStyle(link, '::after').content;
      const number = link.dataset.ref;
      if (sign !== `"[" "${number}" "]"` && sign !== `"[${number}]"`) faults.push(`behind the link stands ${sign}`);
      const source = listed.get(number)?.querySelector('a');
      if (source?.href !== link.href) faults.push(`number ${number} leads to ${source?.href}, not to ${link.href}`);
      else if (!getComputedStyle(source, '::after').content.includes('http') && !getComputedStyle(source, '::after').content.includes('attr(')) {
        faults.push(`the address of ${number} is not printed`);
      }
    }
    if (!document.querySelector('#cite-text').checkVisibility()) faults.push('the citation is not printed');
    for (const hidden of document.querySelectorAll('.cite-formats, .related-reading, .collection-box, .heading-link, .cite button')) {
      if (hidden.checkVisibility()) faults.push(`${hidden.className || hidden.tagName} is printed`);
    }
    return faults;
  });
}

// Read to its end, the article is marked in the collection, which can forget it again.
async function checkCollection(page, url) {
  const faults = [];
  const collection = await page.locator('.collection-title').first().evaluate((link) => link.href);
  const open = async (address) => {
    await page.waitForLoadState('networkidle');
    await page.goto(address, { waitUntil: 'load' });
  };
  await open(collection);
  if (await page.locator('.read-mark').count()) faults.push('something counts as read before it is');
  await open(url);
  await page.evaluate(() => document.querySelector('.article-end').scrollIntoView());
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('kepu-read:')), null, { timeout: 5000 });
  await open(collection);
  const marked = await page.evaluate(() => [...document.querySelectorAll('.read-mark')].map((mark) => mark.closest('li').querySelector('h3 a').href));
  if (marked.join() !== url) faults.push(`read is ${marked.join() || 'nothing'}`);
  if (!/1\D+\d/.test(await page.locator('.collection-progress').innerText())) faults.push('the collection does not count');
  await page.locator('.collection-progress button').click();
  if (await page.locator('.read-mark, .collection-progress').count()) faults.push('what was read is not forgotten');
  if (await page.evaluate(() => Object.keys(localStorage).some((key) => key.startsWith('kepu-read:')))) faults.push('the device does not forget');
  return faults;
}

async function checkCollectionLinks(page) {
  const faults = [];
  const box = page.locator('.collection-box').first();
  const [, number, total] = /(\d+)\D+(\d+)/.exec(await box.locator('p span').innerText()) ?? [];
  const ways = await box.locator('ul a').count();
  const wanted = (Number(number) > 1) + (Number(number) < Number(total));
  if (ways !== wanted) faults.push(`place ${number} of ${total} has ${ways} ways`);
  const name = await box.locator('.collection-title').innerText();
  await box.locator('ul a').first().click();
  await page.waitForLoadState('load');
  const next = page.locator('.collection-box', { hasText: name });
  const [, its] = /(\d+)\D+(\d+)/.exec(await next.locator('p span').innerText()) ?? [];
  if (Math.abs(Number(its) - Number(number)) !== 1) faults.push(`the way leads from ${number} to ${its}`);
  return faults;
}

async function checkChanges(page) {
  const faults = [];
  const days = await page.locator('.changes time').evaluateAll((all) => all.map((time) => time.dateTime));
  if (days.join() !== [...days].sort().reverse().join()) faults.push(`changes stand in the order ${days.join()}`);
  const updated = await page.locator('.byline time').nth(1).getAttribute('datetime');
  if (!updated.startsWith(days[0])) faults.push(`updated is ${updated}, the last change ${days[0]}`);
  await page.locator('.change-note').click();
  if (!page.url().endsWith('#change-record')) faults.push('the note does not lead to the record');
  return faults;
}

async function checkUnfolded(page) {
  await page.evaluate(() => document.querySelectorAll('.cite-formats, .outline-fold').forEach((details) => { details.open = true; }));
  return checkAccessibility(page);
}
