// The published site in Chromium: each kind of page at four widths, light and dark, from a server and as plain files.
//   node browser.mjs TREE BASE-URL [SCREENSHOT-FOLDER] [PART-OF-AN-ADDRESS]
// Prints one line per fault; exit status 1 when there are any. Started by browser_test.py, which brings the server.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { checkAddress, checkCaptions, checkPreview, checkSlider, checkStoryboard, playerPages } from './players.mjs';
import { checkEvents, checkListsWithoutScripts, checkZoom, listPages } from './lists.mjs';
import { checkQuiz, checkQuizWithoutScripts, quizPages } from './quiz.mjs';
import { samplePages } from './sample.mjs';

const [tree, base, screenshots, only] = process.argv.slice(2);
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const fileBase = pathToFileURL(tree).href + '/';
const WIDTHS = [320, 390, 768, 1440];
const AXE_WIDTHS = [390, 1440];
const AT_ONCE = 2;

const faults = [];
const counts = { pages: 0, axe: 0, players: 0, quizzes: 0 };

function fault(address, what) {
  faults.push(`${address}: ${what}`);
}

// Everything that goes wrong while a page loads is a fault; so is any request that leaves the site.
function watch(page, address, home) {
  page.on('console', (message) => {
    // The page for lost visitors loads no file, not even an icon; the browser then asks for one on its own.
    if (message.location().url.endsWith('/favicon.ico')) return;
    if (['error', 'warning'].includes(message.type())) fault(address, `console: ${message.text()}`);
  });
  page.on('pageerror', (error) => fault(address, `script: ${error.message}`));
  page.on('requestfailed', (request) => {
    // A player that is left before its file is read whole aborts the rest.
    const aborted = request.resourceType() === 'media' && request.failure()?.errorText === 'net::ERR_ABORTED';
    if (!aborted) fault(address, `request failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) fault(address, `${response.status()} for ${response.url()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(home) && !/^(data|blob|about):/.test(request.url())) fault(address, `request leaves the site: ${request.url()}`);
  });
}

async function checkWidths(page, address) {
  for (const scheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const label = `${address} at ${width} px, ${scheme}`;
      const wide = await page.evaluate(() => {
        const room = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= room) return '';
        const all = [...document.body.querySelectorAll('*')];
        const culprit = all.find((e) => e.getBoundingClientRect().right > room + 1);
        return `${document.documentElement.scrollWidth} px wide; ${culprit ? culprit.outerHTML.slice(0, 120) : 'no single element'}`;
      });
      if (wide) fault(label, `scrolls sideways: ${wide}`);
      if (AXE_WIDTHS.includes(width)) await checkAccessibility(page, label);
      if (screenshots) {
        const name = `${address.replaceAll('/', '_')}-${width}-${scheme}.png`;
        await page.screenshot({ path: join(screenshots, name), fullPage: true });
      }
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

async function checkAccessibility(page, label) {
  counts.axe += 1;
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const result = await page.evaluate(() => window.axe.run(document, {
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  for (const violation of result.violations) {
    const places = violation.nodes.slice(0, 3).map((node) => `${node.target.join(' ')} ${node.html.slice(0, 140)}`).join(' | ');
    fault(label, `axe ${violation.id} (${violation.impact}): ${violation.help}: ${places}`);
  }
}

async function checkPictures(page, address) {
  const broken = await page.evaluate(async () => {
    const pictures = [...document.images];
    for (const picture of pictures) picture.loading = 'eager';
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
    return pictures.filter((picture) => !picture.naturalWidth).map((picture) => picture.currentSrc || picture.src);
  });
  for (const url of broken) fault(address, `picture does not show: ${url}`);
}

async function checkPlayers(page, address) {
  const results = await page.evaluate(async () => {
    const players = [...document.querySelectorAll('video, audio')];
    const play = async (player) => {
      const type = player.querySelector('source')?.type;
      if (type && !player.canPlayType(type)) return { source: player.currentSrc, skipped: type };
      player.muted = true;
      player.preload = 'auto';
      try {
        await player.play();
      } catch (error) {
        return { source: player.currentSrc || player.src, fault: `does not play: ${error.message}` };
      }
      const end = Date.now() + 8000;
      while (player.currentTime === 0 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
      const moved = player.currentTime > 0;
      player.pause();
      if (!moved) return { source: player.currentSrc, fault: 'stands still' };
      if (!(player.duration > 0)) return { source: player.currentSrc, fault: 'has no length' };
      if (player.tagName === 'VIDEO') {
        const real = player.videoWidth / player.videoHeight;
        const given = player.getAttribute('width') / player.getAttribute('height');
        if (Math.abs(real - given) > 0.02 * real) return { source: player.currentSrc, fault: `is ${real}, the page says ${given}` };
      }
      // Jumping into the middle needs byte ranges.
      player.currentTime = player.duration / 2;
      await new Promise((resolve) => { player.onseeked = resolve; setTimeout(resolve, 8000); });
      return Math.abs(player.currentTime - player.duration / 2) < 1 ? {} : { source: player.currentSrc, fault: 'cannot be moved to its middle' };
    };
    const results = [];
    for (const player of players) results.push(await play(player));
    return results;
  });
  counts.players += results.length;
  for (const result of results) {
    if (result.skipped) console.log(`${address}: this Chromium does not play ${result.skipped}`);
    if (result.fault) fault(address, `${result.source} ${result.fault}`);
  }
}

// The first Tab reaches the skip link, which then shows and leads to the content.
async function checkKeyboard(page, address) {
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => {
    const element = document.activeElement;
    const box = element.getBoundingClientRect();
    const shows = box.width > 1 && box.height > 1 && box.left >= 0 && box.top >= 0 && getComputedStyle(element).clipPath === 'none';
    return { href: element.getAttribute('href'), shows };
  });
  if (!first.href?.startsWith('#')) fault(address, `the first Tab goes to ${first.href}, not to a skip link`);
  else if (!first.shows) fault(address, 'the skip link does not show when it has the focus');
}

const visibleText = () => document.querySelector('main').innerText.replace(/\s+/g, '');

async function checkFromServer(browser, address) {
  const context = await browser.newContext({ viewport: { width: 390, height: 900 } });
  const page = await context.newPage();
  watch(page, address, new URL(base).origin);
  await page.goto(base + address, { waitUntil: 'load' });
  await checkKeyboard(page, address);
  await checkPictures(page, address);
  await checkWidths(page, address);
  await checkPlayers(page, address);
  const text = await page.evaluate(visibleText);
  await context.close();
  return text;
}

async function checkAsFile(browser, address) {
  const context = await browser.newContext({ viewport: { width: 768, height: 900 } });
  const page = await context.newPage();
  watch(page, `${address} (file)`, fileBase);
  await page.goto(fileBase + address, { waitUntil: 'load' });
  await checkPictures(page, `${address} (file)`);
  await checkPlayers(page, `${address} (file)`);
  await context.close();
}

async function checkWithoutScripts(browser, address, expected) {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 900 } });
  const page = await context.newPage();
  const label = `${address} (no scripts)`;
  watch(page, label, new URL(base).origin);
  await page.goto(base + address, { waitUntil: 'load' });
  const text = await page.locator('main').innerText();
  if (text.replace(/\s+/g, '').length < expected.length * 0.9) fault(label, 'shows far less than with scripts');
  const ways = await page.locator('a:visible:not([href^="#"]), summary:visible').count();
  if (ways === 0) fault(label, 'no way to other pages');
  await context.close();
}

// What players gain from their script, from a server and from disk.
async function checkPlayerScripts(browser) {
  const pages = playerPages(tree);
  for (const [name, address] of Object.entries(pages)) if (!address) fault('players', `no page of the site has: ${name}`);
  const run = async (address, what, check) => {
    if (!address || (only && !address.includes(only))) return;
    for (const [home, label] of [[base, ''], [fileBase, ' (file)']]) {
      const context = await browser.newContext({ viewport: { width: 900, height: 900 } });
      const page = await context.newPage();
      const place = `${address}${label}, ${what}`;
      watch(page, place, new URL(home).protocol === 'file:' ? home : new URL(home).origin);
      try {
        await page.goto(home + address, { waitUntil: 'load' });
        for (const wrong of await check(page, home + address)) fault(place, wrong);
      } catch (error) {
        fault(place, `the test itself failed: ${error.message.split('\n')[0]}`);
      }
      await context.close();
    }
  };
  await run(pages.captions, 'captions', checkCaptions);
  await run(pages.captions, 'address', checkAddress);
  await run(pages.waveform, 'waveform', (page) => checkSlider(page, '.player .waveform'));
  await run(pages.storyboard, 'time line', (page) => checkSlider(page, '.seek-line'));
  await run(pages.storyboard, 'storyboard', (page) => checkStoryboard(page, tree, pages.storyboard));
  await run(pages.preview, 'preview', checkPreview);
}

// The rest of a long menu: opened and closed by keyboard, closed by a click beside it.
async function checkMenu(page) {
  const wrong = [];
  const menu = page.locator('.menu-more details');
  if (!(await menu.count())) return wrong;
  const isOpen = () => menu.evaluate((details) => details.open);
  await menu.locator('summary').focus();
  await page.keyboard.press('Enter');
  if (!(await isOpen())) wrong.push('Enter does not open the rest of the menu');
  await page.keyboard.press('Tab');
  if (!(await menu.evaluate((details) => details.contains(document.activeElement) && document.activeElement.tagName === 'A'))) {
    wrong.push('Tab does not lead into the rest of the menu');
  }
  await page.keyboard.press('Escape');
  if (await isOpen()) wrong.push('Escape does not close the rest of the menu');
  if (!(await menu.evaluate((details) => details.contains(document.activeElement)))) wrong.push('Escape loses the focus');
  await menu.locator('summary').click();
  await page.locator('main h1').click();
  if (await isOpen()) wrong.push('a click beside the menu does not close it');
  return wrong;
}

// A wall chart is printed on one sheet, the way round that it is made for, and nothing else with it.
async function checkPrint(page) {
  const sheet = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const wrong = [];
  const pages = sheet.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  if (pages !== 1) wrong.push(`printing takes ${pages} sheets`);
  const [, width, height] = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(sheet) ?? [];
  const isLandscape = await page.evaluate(() => document.querySelector('.chart-landscape') !== null);
  if ((Number(width) > Number(height)) !== isLandscape) wrong.push(`the sheet is ${width} × ${height}`);
  await page.emulateMedia({ media: 'print' });
  const words = (await page.locator('body').innerText()).replace(/\s+/g, '');
  if (words) wrong.push(`more than the chart is printed: ${words.slice(0, 40)}`);
  return wrong;
}

async function checkOnce(browser, address, what, check) {
  const context = await browser.newContext({ viewport: { width: 900, height: 900 } });
  const page = await context.newPage();
  try {
    await page.goto(base + address, { waitUntil: 'load' });
    for (const wrong of await check(page)) fault(`${address}, ${what}`, wrong);
  } catch (error) {
    fault(`${address}, ${what}`, `the test itself failed: ${error.message.split('\n')[0]}`);
  }
  await context.close();
}

async function checkQuizzes(browser) {
  const address = quizPages(tree).find((page) => !only || page.includes(only));
  if (!address) return;
  for (const [home, label, scripts] of [[base, '', true], [fileBase, ' (file)', true], [base, ' (no scripts)', false]]) {
    const context = await browser.newContext({ viewport: { width: 900, height: 900 }, javaScriptEnabled: scripts });
    const page = await context.newPage();
    const place = `${address}${label}, quiz`;
    watch(page, place, new URL(home).protocol === 'file:' ? home : new URL(home).origin);
    try {
      await page.goto(home + address, { waitUntil: 'load' });
      for (const wrong of scripts ? await checkQuiz(page, home + address) : await checkQuizWithoutScripts(page)) fault(place, wrong);
      counts.quizzes += 1;
    } catch (error) {
      fault(place, `the test itself failed: ${error.message.split('\n')[0]}`);
    }
    await context.close();
  }
}

// Events with other clocks, wall charts large; and lists for those without scripts.
async function checkLists(browser) {
  const pages = listPages(tree);
  for (const [name, address] of Object.entries(pages)) if (only && !address?.includes(only)) delete pages[name];
  for (const [home, label] of [[base, ''], [fileBase, ' (file)']]) {
    const origin = new URL(home).protocol === 'file:' ? home : new URL(home).origin;
    const open = async (address, options, clock = null) => {
      const context = await browser.newContext({ viewport: { width: 900, height: 900 }, ...options });
      const page = await context.newPage();
      watch(page, `${address}${label}`, origin);
      if (clock !== null) await page.addInitScript(`Date.now = () => ${clock};`);
      await page.goto(home + address, { waitUntil: 'load' });
      return page;
    };
    const run = async (address, what, check) => {
      if (!address) return;
      try {
        for (const wrong of await check()) fault(`${address}${label}, ${what}`, wrong);
      } catch (error) {
        fault(`${address}${label}, ${what}`, `the test itself failed: ${error.message.split('\n')[0]}`);
      }
    };
    await run(pages.events, 'events', () => checkEvents((clock) => open(pages.events, {}, clock)));
    await run(pages.poster, 'large view', async () => {
      const page = await open(pages.poster, {});
      const wrong = await checkZoom(page);
      await page.context().close();
      return wrong;
    });
    await run(pages.news ?? pages.events ?? pages.poster, 'no scripts', async () => {
      const page = await open('index.html', { javaScriptEnabled: false });
      const wrong = await checkListsWithoutScripts(page, home, pages);
      await page.context().close();
      return wrong;
    });
  }
}

async function main() {
  if (screenshots && !existsSync(screenshots)) mkdirSync(screenshots, { recursive: true });
  const pages = samplePages(tree).filter((address) => !only || address.includes(only));
  const browser = await chromium.launch({
    executablePath: process.env.KEPU_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--autoplay-policy=no-user-gesture-required', '--mute-audio'],
  });
  const queue = [...pages];
  const worker = async () => {
    for (let address = queue.shift(); address; address = queue.shift()) {
      try {
        const text = await checkFromServer(browser, address);
        await checkAsFile(browser, address);
        await checkWithoutScripts(browser, address, text);
        counts.pages += 1;
      } catch (error) {
        fault(address, `the test itself failed: ${error.message.split('\n')[0]}`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  await checkPlayerScripts(browser);
  await checkQuizzes(browser);
  await checkLists(browser);
  if (pages.includes('index.html')) await checkOnce(browser, 'index.html', 'menu', checkMenu);
  for (const address of pages.filter((page) => /^posters\/(?!index)/.test(page))) await checkOnce(browser, address, 'print', checkPrint);
  await browser.close();
  for (const line of faults.sort()) console.log(line);
  console.log(`${counts.pages} pages, ${counts.axe} runs of axe, ${counts.players} players, ${counts.quizzes} runs of a quiz: ${faults.length} faults`);
  if (!counts.pages) console.log('no page was looked at');
  process.exit(faults.length || !counts.pages ? 1 : 0);
}

await main();
