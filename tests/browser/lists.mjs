// What lists gain from scripts, and that they do without: events move on with the clock, a wall chart opens large.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { everyWay } from './visits.mjs';

const DAY = 86400000;

export function listVisits(tree) {
  const pages = listPages(tree);
  const visits = [];
  const add = (address, visit) => { if (address) visits.push(...everyWay({ address, ...visit })); };
  add(pages.events, { what: 'events and the clock', check: checkEvents });
  add(pages.poster, { what: 'large view', check: checkZoom });
  const alone = (address, what, check) => { if (address) visits.push({ address, what, way: 'no scripts', check }); };
  alone(pages.news, 'archive', checkArchive);
  alone(pages.events, 'filters', checkFilters);
  alone(pages.poster, 'file', checkFile);
  return visits;
}

// The pages that show it; empty where a site has none.
function listPages(tree) {
  const has = (address, text) => existsSync(join(tree, address)) && readFileSync(join(tree, address), 'utf8').includes(text);
  const first = (folder, text) => (existsSync(join(tree, folder)) ? readdirSync(join(tree, folder)) : [])
    .filter((name) => name.endsWith('.html') && name !== 'index.html').map((name) => `${folder}/${name}`).find((name) => has(name, text));
  return {
    events: has('events/index.html', 'data-events') ? 'events/index.html' : undefined,
    poster: first('posters', 'data-zoom'),
    news: has('news/index.html', 'class="archive"') ? 'news/index.html' : undefined,
  };
}

const readGroups = () => Object.fromEntries([...document.querySelectorAll('[data-phase]')]
  .map((group) => [group.dataset.phase, group.hidden ? [] : [...group.querySelectorAll('li[data-starts]')].map((item) => ({
    title: item.querySelector('h3').textContent.trim(),
    starts: Date.parse(item.dataset.starts),
    ends: Date.parse(item.dataset.ends),
    state: item.dataset.state,
    label: item.querySelector('.state').textContent.trim(),
  }))]));

async function checkEvents(page) {
  const wrong = [];
  const planned = Object.values(await page.evaluate(readGroups)).flat().filter((event) => event.state === 'scheduled');
  if (!planned.length) return ['no event is planned, so nothing can be seen'];
  const next = planned.sort((a, b) => a.starts - b.starts)[0];
  for (const [clock, phase] of [[next.starts - DAY, 'upcoming'], [next.starts + 1000, 'ongoing'], [next.ends + DAY, 'past']]) {
    await page.addInitScript(`Date.now = () => ${clock};`);
    await page.reload({ waitUntil: 'load' });
    const groups = await page.evaluate(readGroups);
    const found = Object.keys(groups).filter((name) => groups[name].some((event) => event.title === next.title));
    if (found.join() !== phase) wrong.push(`${next.title} stands in ${found.join() || 'no group'}, not in ${phase}`);
    const ahead = (groups.upcoming ?? []).map((event) => event.starts);
    if (ahead.some((start, i) => i > 0 && start < ahead[i - 1])) wrong.push('what lies ahead is not in order');
    const order = await page.evaluate(() => [...document.querySelectorAll('[data-phase]')].map((group) => group.dataset.phase).join());
    if (!'ongoing,upcoming,past'.includes(order) && order !== 'ongoing,past') wrong.push(`the groups stand in the order ${order}`);
    const counts = await page.evaluate(() => [...document.querySelectorAll('[data-phase]:not([hidden])')]
      .every((group) => Number(/\d+/.exec(group.querySelector('.group-count').textContent)[0]) >= group.querySelectorAll('li[data-starts]').length));
    if (!counts) wrong.push('a heading counts fewer events than stand below it');
  }
  return wrong;
}

async function checkZoom(page) {
  const wrong = [];
  const percent = () => page.evaluate(() => Number(document.querySelector('dialog.zoom').dataset.percent));
  await page.locator('a[data-zoom]').focus();
  await page.keyboard.press('Enter');
  const dialog = page.locator('dialog.zoom[open]');
  await dialog.waitFor({ timeout: 5000 });
  await page.waitForFunction(() => document.querySelector('dialog.zoom').dataset.percent === '100', null, { timeout: 5000 });
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  const large = await percent();
  if (!(large > 150)) wrong.push(`two times + enlarge to ${large} %`);
  const place = () => page.locator('.zoom-view img').evaluate((image) => image.style.transform);
  const before = await place();
  await page.keyboard.press('ArrowRight');
  if ((await place()) === before) wrong.push('the arrow keys do not move the picture');
  await page.keyboard.press('-');
  if (!((await percent()) < large)) wrong.push('- does not make it smaller');
  await page.locator('.zoom-view').hover();
  await page.mouse.wheel(0, -200);
  await page.waitForTimeout(50);
  const wheeled = await percent();
  await page.keyboard.press('0');
  if (!(wheeled > 100) || (await percent()) !== 100) wrong.push('the wheel or 0 does nothing');
  const outside = await page.evaluate(() => !document.querySelector('dialog.zoom').contains(document.activeElement));
  if (outside) wrong.push('the focus has left the large view');
  await page.keyboard.press('Escape');
  if (await dialog.count()) wrong.push('Escape does not close it');
  if (!(await page.evaluate(() => document.activeElement.matches('a[data-zoom]')))) wrong.push('the focus does not come back to the link');
  return wrong;
}

// Without scripts: the archive leads to its months, filters to pages, the chart to its file.
async function checkArchive(page) {
  const wrong = [];
  for (const link of await page.locator('.archive a').all()) {
    const target = new URL(await link.getAttribute('href'), page.url());
    if (target.pathname !== new URL(page.url()).pathname) continue;
    if (!(await page.locator(`section h2[id="${target.hash.slice(1)}"]`).count())) wrong.push(`the archive leads to no month: ${target.hash}`);
  }
  return wrong;
}

async function checkFilters(page) {
  const wrong = [];
  if (!(await page.locator('.list-group li[data-starts]:visible').count())) wrong.push('no event shows');
  await page.locator('.filters a').first().click();
  if (!(await page.locator('.filters [aria-current="true"]:visible').count())) wrong.push('a filter does not say that it is in use');
  return wrong;
}

async function checkFile(page) {
  const file = await page.locator('a[data-zoom]').getAttribute('href');
  return /\.(svg|png|jpe?g|webp)$/.test(file) ? [] : [`without scripts the chart leads to ${file}`];
}
