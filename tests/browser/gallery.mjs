// The exhibition: filters that work together in place and as plain pages, screenings that play one work after the other, chapters,
// certificates of one sheet. Each check returns its faults as texts.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { everyWay } from './visits.mjs';

/// Every page of the tree's exhibition, with its text.
function exhibitionPages(tree, folder = 'exhibition') {
  return readdirSync(join(tree, folder), { withFileTypes: true }).flatMap((item) => {
    const address = `${folder}/${item.name}`;
    if (item.isDirectory()) return exhibitionPages(tree, address);
    return item.name.endsWith('.html') ? [{ address, html: readFileSync(join(tree, address), 'utf8') }] : [];
  });
}

const linksOf = (page) => [...page.html.matchAll(/<h3><a href="([^"#]+)"/g)].map((match) => posix.join(dirname(page.address), match[1]));

const until = async (page, what, condition, argument, timeout = 8000) => {
  try {
    await page.waitForFunction(condition, argument, { timeout });
    return [];
  } catch {
    return [what];
  }
};

const titles = (page) => page.locator('#gallery-works > li h3').allTextContents();
const value = (facet, name) => `.filters a[data-facet="${facet}"][data-value="${name}"]`;

// ---- filters

/// Two facets with a value each that some work has and the pair narrows down, and the works of the pair, from the plain pages.
function pairOf(tree) {
  const plain = new Map();
  for (const page of exhibitionPages(tree, 'exhibition/filter')) {
    const match = /filter\/([a-z]+)-([^/]+?)(?:\/page-\d+)?\.html$/.exec(page.address);
    const key = `${match[1]}=${match[2]}`;
    plain.set(key, [...(plain.get(key) ?? []), ...linksOf(page)]);
  }
  for (const [form, works] of plain) {
    if (!form.startsWith('form=')) continue;
    for (const [other, others] of plain) {
      const both = works.filter((work) => others.includes(work));
      if (other.startsWith('topic=') && both.length > 0 && both.length < others.length && both.length < works.length) {
        return { first: form.split('='), second: other.split('='), one: works.length, both: both.length };
      }
    }
  }
  return null;
}

function checkFilters(pair) {
  return async (page) => {
    const faults = [];
    if (!pair) return ['no two facets of the site narrow each other down'];
    const shown = async (count, what) => {
      faults.push(...await until(page, `${what}: not ${count} works`, (wanted) =>
        document.querySelectorAll('#gallery-works > li').length === Math.min(wanted, Number(document.querySelector('.filters').dataset.step)) &&
        document.querySelector('.gallery-result').textContent.includes(String(wanted)), count));
    };
    const all = await titles(page);
    const total = Number(/\d+/.exec(await page.locator('.gallery-result').textContent())[0]);
    await page.locator(value(...pair.first)).click();
    await shown(pair.one, 'the first condition');
    const counted = Number(await page.locator(`${value(...pair.second)} small`).textContent());
    if (counted !== pair.both) faults.push(`a value says ${counted} works where ${pair.both} would be left`);
    await page.locator(value(...pair.second)).focus();
    await page.keyboard.press('Enter');
    await shown(pair.both, 'both conditions');
    const hash = await page.evaluate(() => location.hash);
    for (const [facet, name] of [pair.first, pair.second]) if (!hash.includes(`${facet}=${name}`)) faults.push(`the address ${hash} lacks ${facet}=${name}`);
    if ((await page.locator('.filters a[aria-current]').count()) !== (await page.locator('.facet').count())) faults.push('not one value of each facet is marked');
    if ((await page.locator('.gallery-result').getAttribute('role')) !== 'status') faults.push('the number of works is not announced');
    await page.reload();
    await shown(pair.both, 'the address opened anew');
    await page.goBack();
    await shown(pair.one, 'back');
    await page.goForward();
    await shown(pair.both, 'forward');
    await page.locator('.gallery-clear').click();
    await until(page, '', () => document.querySelector('.gallery-clear').hidden);
    if (JSON.stringify(await titles(page)) !== JSON.stringify(all)) faults.push('clearing does not bring back the first works');
    // A condition that meets more works than a page holds shows them bit by bit, all of them.
    await page.evaluate(() => {
      const links = [...document.querySelectorAll('.filters a[data-value]:not([data-value=""])')];
      links.sort((a, b) => Number(b.querySelector('small').textContent) - Number(a.querySelector('small').textContent))[0].click();
    });
    await page.waitForFunction(() => !document.querySelector('.gallery-clear').hidden);
    const wanted = Number(/\d+/.exec(await page.locator('.gallery-result').textContent())[0]);
    for (let turn = 0; turn < total && await page.locator('.gallery-more').isVisible(); turn += 1) await page.locator('.gallery-more').click();
    faults.push(...await until(page, `not all ${wanted} works can be shown`, (count) => document.querySelectorAll('#gallery-works > li').length === count, wanted));
    return faults;
  };
}

// A later page of the gallery filters among all works, not among its own.
function checkLaterPage(pair) {
  return async (page, url) => {
    if (!pair) return [];
    await page.waitForLoadState('networkidle');
    await page.goto('about:blank');
    await page.goto(`${url}#${pair.first.join('=')}&${pair.second.join('=')}`);
    return until(page, `not ${pair.both} works`, (wanted) => document.querySelectorAll('#gallery-works > li').length === wanted, pair.both);
  };
}

// On the page of one value another one leads to both.
function checkFilterPage(pair) {
  return async (page) => {
    if (!pair) return [];
    await page.locator(value(...pair.second)).click();
    return until(page, `a second condition does not lead to the ${pair.both} works of both`, (wanted) =>
      /index\.html#/.test(location.href) && document.querySelectorAll('#gallery-works > li').length === wanted, pair.both);
  };
}

// Without scripts the pages of each facet reach every work, and the way back is there.
function checkPlainPages(tree) {
  return async (page) => {
    const faults = [];
    const pages = exhibitionPages(tree);
    const listed = new Set(pages.filter((item) => /^exhibition\/(index|page-\d+)\.html$/.test(item.address)).flatMap(linksOf));
    const works = pages.filter((item) => /class="page-entry"/.test(item.html)).map((item) => item.address);
    for (const work of works) if (!listed.has(work)) faults.push(`${work} is on no page of the gallery`);
    for (const facet of ['contest', 'form', 'category']) {
      const reached = new Set(pages.filter((item) => item.address.startsWith(`exhibition/filter/${facet}-`)).flatMap(linksOf));
      for (const work of works) if (!reached.has(work)) faults.push(`${work} is on no page of the facet ${facet}`);
    }
    const link = page.locator('.filters a[href*="filter/"]').first();
    const name = await link.getAttribute('data-value');
    await link.click();
    if ((await page.locator('.filters a[aria-current][data-value]:not([data-value=""])').getAttribute('data-value')) !== name) faults.push('the page of a value does not mark it');
    await page.locator('.gallery-clear').click();
    if (!page.url().endsWith('exhibition/index.html')) faults.push('there is no way back to all works');
    return faults;
  };
}

// ---- screenings
async function checkScreening(page) {
  const faults = [];
  const current = () => page.evaluate(() => [...document.querySelectorAll('.playlist-lines > li')].findIndex((item) => item.hasAttribute('aria-current')));
  const plays = (index, what) => until(page, what, (wanted) => {
    const media = [...document.querySelectorAll('.hall-screen :is(video, audio)')].find((item) => item.getAttribute('src'));
    const items = [...document.querySelectorAll('.playlist-lines > li')];
    return items[wanted].hasAttribute('aria-current') && media && !media.paused && media.currentTime > 0;
  }, index, 15000);
  const toTheEnd = () => page.evaluate(() => {
    const media = [...document.querySelectorAll('.hall-screen :is(video, audio)')].find((item) => item.getAttribute('src'));
    media.currentTime = Math.max(0, media.duration - 0.4);
  });
  const last = (await page.locator('.playlist-lines > li').count()) - 1;
  if ((await current()) !== 0) faults.push('the first work is not marked at the beginning');
  await page.locator('.hall-start').click();
  faults.push(...await plays(0, 'the start button does not play the first work'));
  if (!(await page.locator('.hall-caption').isVisible())) faults.push('the title is not shown');
  await toTheEnd();
  faults.push(...await plays(1, 'the second work does not follow the first'));
  await toTheEnd();
  faults.push(...await plays(2, 'the third work does not follow the second'));
  await page.locator('.hall').focus();
  await page.keyboard.press('ArrowLeft');
  faults.push(...await plays(1, 'the left arrow does not go back'));
  await page.keyboard.press('Space');
  faults.push(...await until(page, 'the space bar does not pause', () => [...document.querySelectorAll('.hall-screen :is(video, audio)')].every((item) => item.paused)));
  await page.locator('.playlist-lines > li h3 a').nth(last).click();
  faults.push(...await plays(last, 'a work of the list does not play when it is chosen'));
  await toTheEnd();
  faults.push(...await plays(0, 'the list does not begin again after the last work'));
  await page.keyboard.press('f');
  faults.push(...await until(page, 'F does not fill the screen', () => document.fullscreenElement?.id === 'hall'));
  await page.locator('[data-do="full"]').click();
  faults.push(...await until(page, 'full screen cannot be left', () => !document.fullscreenElement));
  return faults;
}

// What cannot be played is passed over.
async function checkSkipping(page) {
  const faults = [];
  await page.evaluate(() => { document.querySelectorAll('.playlist-lines > li')[1].dataset.src = document.querySelector('link[rel=icon]').href; });
  await page.locator('.playlist-lines > li h3 a').nth(1).click();
  faults.push(...await until(page, 'a work that does not play is not skipped', () => document.querySelectorAll('.playlist-lines > li')[2].hasAttribute('aria-current')));
  if (!(await page.locator('.hall-note').textContent())) faults.push('nothing is said of the work that was skipped');
  return faults;
}

async function checkPlainScreening(page) {
  if (await page.locator('#hall').isVisible()) return ['the screen shows without its script'];
  const link = page.locator('.playlist-lines h3 a').first();
  await link.click();
  return (await page.locator('body.page-entry').count()) === 1 ? [] : ['a line of the list does not lead to its work'];
}

// ---- chapters
async function checkChapters(page) {
  const faults = [];
  const line = page.locator('.chapter-lines a').nth(1);
  const begin = Number(await line.getAttribute('data-begin')) / 1000;
  await line.click();
  faults.push(...await until(page, 'a chapter does not lead to its second', (wanted) => {
    const media = document.querySelector('.player :is(video, audio)');
    return !media.paused && media.currentTime >= wanted && media.currentTime < wanted + 3;
  }, begin));
  faults.push(...await until(page, 'the chapter that plays is not marked', () =>
    document.querySelectorAll('.chapter-lines a')[1].getAttribute('aria-current') === 'true' && document.querySelectorAll('.chapter-lines [aria-current]').length === 1));
  const marks = await page.locator('.seek-chapter').count();
  const inside = await page.locator('.chapter-lines a:not([data-begin="0"])').count();
  if (marks !== inside) faults.push(`${marks} marks on the time line for ${inside} chapters`);
  await page.evaluate(() => document.querySelector('.player :is(video, audio)').pause());
  return faults;
}

async function checkPlainChapters(page) {
  const address = await page.locator('.chapter-lines a').nth(1).getAttribute('href');
  const file = await page.locator('.player :is(video, audio) > source').getAttribute('src');
  return address === `${file}#t=${/#t=(\d+)$/.exec(address)?.[1]}` ? [] : [`a chapter leads to ${address}, not into ${file}`];
}

// ---- certificates
async function checkCertificate(page) {
  const faults = [];
  const sheet = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  const sheets = sheet.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  if (sheets !== 1) faults.push(`printing takes ${sheets} sheets`);
  const [, width, height] = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(sheet) ?? [];
  // A4, landscape, in points.
  if (Math.abs(width - 841.9) > 1.5 || Math.abs(height - 595.3) > 1.5) faults.push(`the sheet is ${width} × ${height} points`);
  await page.setViewportSize({ width: 1123, height: 794 });
  await page.emulateMedia({ media: 'print' });
  const outside = await page.evaluate(() => [...document.querySelectorAll('.certificate *')].filter((item) => {
    const box = item.getBoundingClientRect();
    return box.width > 2 && (box.left < -1 || box.top < -1 || box.right > 1124 || box.bottom > 795);
  }).map((item) => item.className?.baseVal ?? item.className));
  if (outside.length) faults.push(`off the sheet: ${outside.slice(0, 3).join(', ')}`);
  const frame = await page.locator('.certificate-frame').boundingBox();
  if (frame.width < 1115 || frame.height < 785) faults.push(`the frame is ${frame.width} × ${frame.height} px, not the sheet`);
  const foot = await page.evaluate(() => document.querySelector('.certificate-body').getBoundingClientRect().bottom - document.querySelector('.certificate-foot').getBoundingClientRect().top);
  if (foot > 0) faults.push(`the text runs ${Math.round(foot)} px into the foot`);
  if ((await page.locator('.site-header:visible, .site-footer:visible').count()) !== 0) faults.push('the header or the footer is printed with it');
  return faults;
}

export function galleryVisits(tree) {
  const pages = exhibitionPages(tree);
  const find = (...marks) => pages.find((page) => marks.every((mark) => page.html.includes(mark)))?.address;
  const pair = pairOf(tree);
  const longest = pages.filter((page) => page.html.includes('class="page-certificate"')).sort((a, b) => b.html.length - a.html.length)[0];
  const screening = pages.find((page) => /exhibition\/[^/]+\/screening\.html$/.test(page.address))?.address;
  const chapters = { video: find('class="chapter-lines"', '<video'), audio: find('class="chapter-lines"', '<audio') };
  const visits = [
    ...everyWay({ address: 'exhibition/index.html', what: 'filters', check: checkFilters(pair) }),
    ...everyWay({ address: 'exhibition/page-2.html', what: 'filters', check: checkLaterPage(pair) }),
    ...everyWay({ address: pair ? `exhibition/filter/${pair.first.join('-')}.html` : '', what: 'filters', check: checkFilterPage(pair) }),
    { address: 'exhibition/index.html', what: 'plain pages', way: 'no scripts', check: checkPlainPages(tree) },
    ...everyWay({ address: screening, what: 'screening', check: checkScreening }),
    { address: screening, what: 'skipping', check: checkSkipping },
    { address: screening, what: 'list', way: 'no scripts', check: checkPlainScreening },
    ...everyWay({ address: chapters.video, what: 'chapters', check: checkChapters }),
    ...everyWay({ address: chapters.audio, what: 'chapters', check: checkChapters }),
    { address: chapters.video, what: 'chapters', way: 'no scripts', check: checkPlainChapters },
    { address: longest?.address, what: 'certificate', check: checkCertificate },
  ];
  // A site without contests has nothing of this kind to look at; one with them has all of it.
  return pages.some((page) => page.html.includes('class="page-entry"')) ? visits : [];
}
