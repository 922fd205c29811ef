// Search: results while one types, keys, marks, filters, the address, lines of subtitles, from a server and from disk; what is there
// without scripts. Each check returns its faults as texts.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkAccessibility } from './axe.mjs';
import { elderMode } from './elder.mjs';
import { everyWay } from './visits.mjs';

const ADDRESS = 'search/index.html';

const until = async (page, what, condition, argument, timeout = 8000) => {
  try {
    await page.waitForFunction(condition, argument, { timeout });
    return [];
  } catch {
    return [what];
  }
};

const answered = (page, query) => until(page, `no answer to “${query}”`, (wanted) => document.getElementById('search').dataset.answered === wanted, query);
const titles = (page) => page.locator('.search-result h2').allTextContents();
const focused = (page) => page.evaluate(() => document.activeElement.closest('.search-result h2') ? document.activeElement.textContent : document.activeElement.id);

async function ask(page, query) {
  await page.locator('#search-box').fill(query);
  return answered(page, query);
}

async function checkTyping(page) {
  const faults = [];
  await page.locator('#search-box').pressSequentially('碳中和', { delay: 30 });
  faults.push(...await answered(page, '碳中和'));
  const found = await titles(page);
  if (!found.length) return [...faults, 'nothing is found while typing'];
  const status = await page.locator('.search-status').textContent();
  const count = Number(/\d+/.exec(status)?.[0]);
  if (!(count >= found.length)) faults.push(`the status says “${status}” for ${found.length} results`);
  if ((await page.locator('.search-status').getAttribute('role')) !== 'status') faults.push('the number of results is not announced');
  const marks = await page.locator('.search-result mark').allTextContents();
  if (!marks.length || marks.some((text) => !/碳中和/.test(text.replace(/[“”]/g, '')) && !/carbon/i.test(text))) faults.push(`marked are ${[...new Set(marks)].slice(0, 4).join(', ')}`);
  if ((await page.evaluate(() => location.hash)) !== `#q=${encodeURIComponent('碳中和')}`) faults.push('the address does not hold the query');
  // All of them can be shown, none twice.
  for (let turn = 0; turn < 100 && await page.locator('.search-more').isVisible(); turn += 1) {
    const before = (await titles(page)).length;
    await page.locator('.search-more').click();
    faults.push(...await until(page, 'more shows no more', (old) => document.querySelectorAll('.search-result').length > old, before));
  }
  const links = await page.locator('.search-result h2 a').evaluateAll((all) => all.map((link) => link.href));
  if (links.length !== count || new Set(links).size !== count) faults.push(`${links.length} results, ${new Set(links).size} different ones, where ${count} were said`);
  await page.reload();
  faults.push(...await answered(page, '碳中和'));
  if (JSON.stringify((await titles(page)).slice(0, 3)) !== JSON.stringify(found.slice(0, 3))) faults.push('the address opened anew shows something else');
  await page.locator('#search-box').fill('');
  faults.push(...await until(page, 'an empty box keeps its results', () => document.querySelectorAll('.search-result').length === 0 && !document.querySelector('.search-begin').hidden));
  return faults;
}

async function checkKeys(page, url) {
  const faults = [];
  faults.push(...await ask(page, '二氧化碳'));
  const found = await titles(page);
  await page.locator('#search-box').press('ArrowDown');
  if ((await focused(page)) !== found[0]) faults.push('down does not lead to the first result');
  await page.keyboard.press('ArrowDown');
  if ((await focused(page)) !== found[1]) faults.push('down does not lead to the second result');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  if ((await focused(page)) !== 'search-box') faults.push('up does not lead back into the box');
  await page.keyboard.press('Enter');
  if ((await focused(page)) !== found[0]) faults.push('Enter does not lead to the first result');
  for (let i = 1; i <= found.length; i += 1) await page.keyboard.press('ArrowDown');
  faults.push(...await until(page, 'down behind the last result shows no more', (old) => document.querySelectorAll('.search-result').length > old, found.length));
  await page.keyboard.press('/');
  if ((await focused(page)) !== 'search-box') faults.push('/ does not lead into the box');
  await page.keyboard.type('/');
  if (!(await page.locator('#search-box').inputValue()).includes('/')) faults.push('/ cannot be typed');
  faults.push(...await ask(page, '二氧化碳'));
  await page.locator('#search-box').press('ArrowDown');
  const link = await page.evaluate(() => document.activeElement.href);
  await page.keyboard.press('Enter');
  await page.waitForURL(link);
  await page.goBack();
  faults.push(...await answered(page, '二氧化碳'));
  // From any page.
  await page.goto(url.replace(ADDRESS, 'index.html'));
  await page.keyboard.press('/');
  faults.push(...await until(page, '/ on another page does not lead to the search', () => document.getElementById('search') && document.activeElement.id === 'search-box'));
  return faults;
}

async function checkFilters(page) {
  const faults = [];
  faults.push(...await ask(page, '碳'));
  const total = Number(/\d+/.exec(await page.locator('.search-status').textContent())[0]);
  for (const name of ['section', 'form']) {
    const group = page.locator(`[data-filter="${name}"]`);
    const numbers = await group.locator('li:not(:first-child) small').allTextContents();
    if (numbers.reduce((sum, text) => sum + Number(text), 0) !== total) faults.push(`the numbers of the filter ${name} are not those of all ${total} results`);
    const button = group.locator('li:nth-child(2) button');
    const value = await button.getAttribute('data-value');
    const count = Number(await button.locator('small').textContent());
    await button.click();
    faults.push(...await until(page, `the filter ${name} does not leave ${count} results`, (wanted) => document.querySelector('.search-status').textContent.includes(String(wanted)), count));
    const facts = await page.locator('.search-facts').allTextContents();
    if (!facts.length || facts.some((text) => !text.split(' · ').includes(value))) faults.push(`the filter ${name} shows others than ${value}`);
    if (!(await page.evaluate(() => decodeURIComponent(location.hash))).includes(`${name}=${value}`)) faults.push(`the address does not hold the filter ${name}`);
    await page.locator(`[data-filter="${name}"] li:first-child button`).click();
    faults.push(...await until(page, `the filter ${name} cannot be taken away`, (wanted) => document.querySelector('.search-status').textContent.includes(String(wanted)), total));
  }
  return faults;
}

/// A line of a subtitle that only one work has, from its published tracks.
function spokenLine(tree) {
  const assets = readdirSync(join(tree, 'assets')).filter((name) => name.endsWith('.vtt'));
  for (const name of assets) {
    const cues = [...readFileSync(join(tree, 'assets', name), 'utf8').matchAll(/(\d+):(\d+):(\d+)\.\d+ -->[^\n]*\n([^\n]+)/g)];
    for (const [, hours, minutes, seconds, text] of cues) {
      const run = /[\u4e00-\u9fff]{8,}/.exec(text)?.[0];
      const second = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
      if (run && second > 3) return { run, second };
    }
  }
  return null;
}

function checkSpoken(line) {
  return async (page) => {
    const faults = [];
    if (!line) return ['no work of the site has a subtitle to look for'];
    faults.push(...await ask(page, line.run));
    const jump = page.locator(`.search-lines a[href$="#t=${line.second}"]`).first();
    if (!(await jump.count())) return [...faults, `“${line.run}” does not lead to second ${line.second}`];
    await jump.click();
    await page.waitForURL(/#t=\d+$/);
    faults.push(...await until(page, `the work does not open at second ${line.second}`, (second) => {
      const media = document.querySelector('.player :is(video, audio)');
      return media && Math.abs(media.currentTime - second) < 3;
    }, line.second, 15000));
    return faults;
  };
}

async function checkHints(page) {
  const faults = [];
  faults.push(...await ask(page, '碳中合'));
  const hint = page.locator('.search-hint a');
  if (!(await hint.count()) || (await hint.textContent()) !== '碳中和') return [...faults, 'a slip is not recognised'];
  await hint.click();
  faults.push(...await answered(page, '碳中和'));
  if ((await page.locator('#search-box').inputValue()) !== '碳中和') faults.push('the box does not follow the suggestion');
  faults.push(...await ask(page, '鑫焱淼垚'));
  if (!(await page.locator('.search-begin').isVisible())) faults.push('a search without results leads nowhere on');
  const topic = page.locator('.search-begin a[data-query]').first();
  const query = await topic.textContent();
  await topic.click();
  faults.push(...await answered(page, query));
  if (!(await titles(page)).length) faults.push(`the suggested topic ${query} finds nothing`);
  return faults;
}

async function checkResults(page) {
  const faults = [];
  faults.push(...await ask(page, '碳中和'));
  return [...faults, ...await checkAccessibility(page), ...await page.evaluate(() =>
    document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['the results scroll sideways'] : [])];
}

async function checkWithoutScripts(page) {
  const faults = [];
  if (!(await page.locator('.search-without').isVisible())) faults.push('nothing says that searching needs scripts');
  if (await page.locator('main form:visible, main button:visible').count()) faults.push('there is a box that does nothing');
  for (const link of ['.search-without a', '.search-begin a']) if (!(await page.locator(link).count())) faults.push('there is no way on');
  await page.locator('.search-without a').first().click();
  if (!page.url().endsWith('sitemap/index.html')) faults.push('the first way on is not the site map');
  if (!(await page.locator('a[data-search]').isVisible())) faults.push('the header has no link to the search');
  return faults;
}

export function searchVisits(tree) {
  const line = spokenLine(tree);
  const looks = [
    { what: 'results, dark', width: 390, options: { colorScheme: 'dark' } }, { what: 'results', width: 1440 },
    { what: 'results, elder', width: 390, remembered: elderMode() }, { what: 'results, elder, largest', width: 390, remembered: elderMode(3, 'yellow') },
  ];
  return [
    ...everyWay({ address: ADDRESS, what: 'typing', check: checkTyping }),
    ...everyWay({ address: ADDRESS, what: 'keys', check: checkKeys }),
    ...everyWay({ address: ADDRESS, what: 'filters', check: checkFilters }),
    ...everyWay({ address: ADDRESS, what: 'subtitles', check: checkSpoken(line) }),
    ...everyWay({ address: ADDRESS, what: 'hints', check: checkHints }),
    ...looks.map((look) => ({ address: ADDRESS, check: checkResults, ...look })),
    { address: ADDRESS, what: 'without scripts', way: 'no scripts', check: checkWithoutScripts },
  ];
}
