// The mode for elder readers and reading aloud: what they promise of every kind of page, and that they work by keyboard, from disk and
// without scripts.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { samplePages } from './sample.mjs';
import { everyWay } from './visits.mjs';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/// What the mode keeps in localStorage. `size` 0 to 3, `colours` '', 'white' or 'yellow'.
export function elderMode(size = 0, colours = '') {
  return { 'kepu-elder': '1', 'kepu-elder-size': String(size), 'kepu-elder-colours': colours };
}

/// What the mode promises of a page that is open in it.
export async function checkElder(page) {
  return [...await checkElderPage(page), ...await checkElderContrast(page)];
}

export function elderVisits(tree) {
  const pages = samplePages(tree);
  // In the narrow window each kind of page is looked at by page_kinds.mjs.
  const visits = pagesOfKinds(tree, pages).map((address) => (
    { address, what: 'elder mode, dark, wide', width: 1440, remembered: elderMode(1), options: { colorScheme: 'dark' }, check: checkElder }
  ));
  const article = pages.find((address) => /^(knowledge|news)\/(?!index)/.test(address));
  if (!article) return visits;
  const other = (url, address) => url.slice(0, -article.length) + address;
  visits.push(
    ...everyWay({ address: article, what: 'elder switch', width: 390, check: (page, url) => checkSwitch(page, url, other(url, 'index.html')) }),
    { address: article, what: 'elder switch', way: 'no scripts', width: 390, check: (page, url) => checkSwitchWithoutScripts(page, other(url, 'elder/index.html')) },
    { address: article, what: 'reading aloud with marks', way: 'file', script: fakeVoices(VOICES, true), check: (page) => checkReader(page, true) },
    { address: article, what: 'reading aloud without a voice', script: fakeVoices(VOICES.slice(0, 1)), check: checkReaderWithoutVoice },
    { address: article, what: 'reading aloud without any voice', script: fakeVoices([]), check: checkReaderWithoutVoice },
  );
  const read = (address) => address === article || /^(exhibition\/[^/]+|posters|events|book)\/(?!index|awards)/.test(address);
  const hasReader = (address) => readFileSync(join(tree, address), 'utf8').includes('class="read-aloud"');
  for (const address of pages.filter((page) => read(page) && hasReader(page))) {
    visits.push({ address, what: 'reading aloud', script: fakeVoices(VOICES), check: (page) => checkReader(page, false) });
  }
  return visits;
}

// One page for each template. Of several the last: lists come first, then the longest page.
function pagesOfKinds(tree, pages) {
  const found = new Map();
  for (const address of pages) {
    const kind = /<body class="page-([a-z-]+)/.exec(readFileSync(join(tree, address), 'utf8'))?.[1];
    if (kind) found.set(kind, address);
  }
  return [...found.values()];
}

const fontSize = (page) => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));

// The switch works by keyboard, is kept on the next page, and so is the way out of it.
async function checkSwitch(page, url, next) {
  const faults = [];
  const link = page.locator('.elder-link');
  const box = await link.boundingBox();
  if (!box || box.height < 44) faults.push(`the switch is ${box?.height ?? 0} px high`);
  await link.focus();
  await page.keyboard.press('Enter');
  if ((await fontSize(page)) < 24) faults.push('Enter on the switch does not turn the mode on');
  if (!(await page.evaluate(() => document.getElementById('elder').contains(document.activeElement)))) faults.push('the focus does not come to the bar');
  await page.goto(next, { waitUntil: 'load' });
  const before = await fontSize(page);
  if (before < 24) faults.push('the mode is not kept on the next page');
  await page.locator('[data-elder="larger"]').focus();
  await page.keyboard.press('Enter');
  if ((await fontSize(page)) <= before) faults.push('A+ does not enlarge');
  await page.locator('[data-elder="smaller"]').click();
  if ((await fontSize(page)) !== before) faults.push('A− does not take it back');
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const grounds = [];
  for (let i = 0; i < 3; i += 1) {
    await page.locator('[data-elder="colours"]').click();
    grounds.push(await ground());
  }
  if (!grounds.includes('rgb(0, 0, 0)') || !grounds.includes('rgb(255, 255, 255)')) faults.push(`colours are ${grounds}`);
  await page.locator('[data-elder="off"]').focus();
  await page.keyboard.press('Enter');
  if ((await fontSize(page)) >= 24) faults.push('the mode cannot be left');
  await page.goto(url, { waitUntil: 'load' });
  if ((await fontSize(page)) >= 24) faults.push('the mode comes back by itself');
  return faults;
}

// Without scripts the link shows this page in the mode, and the start page leads on in it.
async function checkSwitchWithoutScripts(page, startPage) {
  const faults = [];
  await page.locator('.elder-link').click();
  if ((await fontSize(page)) < 24) faults.push('the switch does nothing without scripts');
  if (await page.locator('.elder-bar button:visible').count()) faults.push('buttons that need a script show without one');
  await page.locator('.elder-bar [data-elder="off"]').click();
  if ((await fontSize(page)) >= 24) faults.push('the mode cannot be left without scripts');
  await page.goto(startPage, { waitUntil: 'load' });
  if ((await fontSize(page)) < 24) faults.push('the start page is not in the mode without scripts');
  await page.locator('.elder-things a').first().click();
  await page.waitForLoadState('load');
  if ((await fontSize(page)) < 24) faults.push('the start page does not lead into the mode without scripts');
  return faults;
}

// Type, distances, targets, room: what the mode promises of every page.
function checkElderPage(page) {
  return page.evaluate(() => {
    const faults = [];
    const isShown = (element) => {
      const box = element.getBoundingClientRect();
      return box.width > 1 && box.height > 1 && getComputedStyle(element).visibility !== 'hidden';
    };
    const name = (element) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 110);
    const note = (list, what) => {
      if (list.length) faults.push(`${list.length} × ${what}: ${list.slice(0, 3).map(([element, value]) => `${value} in ${name(element)}`).join(' | ')}`);
    };
    const small = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || !isShown(element) || element.closest('sub, sup, svg, script, style, .visually-hidden, .skip-link')) continue;
      const size = parseFloat(getComputedStyle(element).fontSize);
      // The bar is not read, and must leave room for what is.
      if (size < (element.closest('.elder-bar') ? 20 : 23.9)) small.push([element, `${size} px`]);
    }
    note(small, 'small type');

    const inText = (link) => {
      const block = link.closest('p, li, dd, dt, td, th, figcaption, blockquote, small');
      return block && block.textContent.trim().length > link.textContent.trim().length + 1 && getComputedStyle(link).display === 'inline';
    };
    const isMain = (element) => element.matches('button, .button, summary, .elder-bar a, .site-menu a, .pager a, .elder-doors a, .neighbours a, .tags a');
    const targets = [];
    for (const element of document.querySelectorAll('a[href], button, summary, select, input:not([type="hidden"])')) {
      if (!isShown(element) || element.matches('.skip-link, .prose input') || inText(element)) continue;
      if (element.matches('input') && element.closest('label')) continue;
      const box = element.getBoundingClientRect();
      const least = isMain(element) ? 60 : 44;
      if (box.height < least - 0.5 || box.width < least - 0.5) targets.push([element, `${Math.round(box.width)} × ${Math.round(box.height)} px`]);
    }
    note(targets, 'small target');

    for (const paragraph of document.querySelectorAll('.prose > p + p')) {
      const style = getComputedStyle(paragraph);
      const line = parseFloat(style.lineHeight);
      const gap = paragraph.getBoundingClientRect().top - paragraph.previousElementSibling.getBoundingClientRect().bottom;
      if (line < 1.6 * parseFloat(style.fontSize) - 0.1) faults.push(`lines are ${line} px high`);
      if (gap < 1.3 * line - 0.5) faults.push(`paragraphs are ${gap} px apart, lines ${line}`);
    }
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth) {
      const right = document.documentElement.clientWidth + 1;
      const culprit = [...document.body.querySelectorAll('*')].find((e) => e.getBoundingClientRect().right > right && !e.closest('.table-scroll'));
      faults.push(`scrolls sideways: ${document.documentElement.scrollWidth} px; ${culprit ? name(culprit) : ''}`);
    }
    const moving = document.getAnimations ? document.getAnimations().length : 0;
    if (moving) faults.push(`${moving} things move`);
    return faults;
  });
}

// Contrast of at least 7 : 1 (4.5 : 1 for large type).
async function checkElderContrast(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'], runOnly: { type: 'rule', values: ['color-contrast-enhanced'] } }));
  return result.violations.flatMap((violation) => violation.nodes.slice(0, 4).map((node) =>
    `contrast: ${node.any[0]?.data?.contrastRatio} in ${node.html.slice(0, 110)}`));
}

// A device that speaks at once and writes down what it said; `voices` as the browser lists them. With `mark` the browser knows no
/// highlights of its own.
function fakeVoices(voices, mark = false) {
  return `(() => {
    const said = window.said = [];
    const listeners = [];
    let pending = null;
    window.SpeechSynthesisUtterance = function (text) { this.text = text; };
    const synthesis = {
      getVoices: () => ${JSON.stringify(voices)},
      addEventListener: (name, listener) => listeners.push(listener),
      removeEventListener: () => {},
      speak: (utterance) => { said.push({ text: utterance.text, rate: utterance.rate, voice: utterance.voice.name }); pending = utterance; utterance.onstart(); },
      cancel: () => { const last = pending; pending = null; if (last && last.onerror && window.cancelFails) last.onerror(); },
    };
    window.finishSentence = () => { const last = pending; pending = null; if (last) last.onend(); };
    window.isSpeaking = () => pending !== null;
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis, configurable: true });
    ${mark ? "Object.defineProperty(window, 'Highlight', { value: undefined });" : ''}
  })();`;
}

const VOICES = [
  { name: 'English', lang: 'en-US', localService: true },
  { name: 'Far', lang: 'zh-CN', localService: false },
  { name: 'Cantonese', lang: 'zh_HK', localService: true },
  { name: 'Near', lang: 'zh-CN', localService: true },
];

// Sentence by sentence, with marks; pause, paragraphs, speed, the end.
async function checkReader(page, mark) {
  const faults = [];
  const said = () => page.evaluate(() => window.said);
  const finish = () => page.evaluate(() => window.finishSentence());
  const marked = () => page.evaluate((byMark) => (byMark
    ? [...document.querySelectorAll('mark.reading')].map((e) => e.textContent).join('')
    : [...(CSS.highlights.get('read-aloud') ?? [])].map((range) => range.toString()).join('')), mark);
  const written = () => page.evaluate(() => [...document.querySelectorAll('main :is(h1, .prose, .script)')].map((e) => e.innerHTML).join());
  const before = await written();
  const title = (await page.locator('main h1').innerText()).replace(/\s+/g, '');
  await page.locator('.read-aloud button').focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.said.length > 0, null, { timeout: 4000 });
  let log = await said();
  if (log[0].text.replace(/\s+/g, '') !== title) faults.push(`begins with “${log[0].text}”, not with the title`);
  if (log[0].voice !== 'Near') faults.push(`speaks with the voice ${log[0].voice}`);
  if ((await marked()).replace(/\s+/g, '') !== title) faults.push(`marks “${await marked()}” while it says the title`);
  for (let i = 0; i < 6; i += 1) await finish();
  log = await said();
  if (log.length !== 7) faults.push(`said ${log.length} sentences of 7`);
  if (log.some((sentence) => sentence.text.length > 140 || /[。！？；].*[^。！？；”’」』）)…][。！？；]/.test(sentence.text))) faults.push('says more than one sentence at once');
  const links = await page.locator('main a').count();

  await page.locator('.reader-play').click();
  if (await page.evaluate(() => window.isSpeaking())) faults.push('goes on in a pause');
  await page.locator('.reader-play').click();
  log = await said();
  if (log.at(-1).text !== log.at(-2).text) faults.push('does not go on where it paused');
  await page.locator('[data-speed="1.2"]').click();
  if ((await said()).at(-1).rate !== 1.2) faults.push('the speed does not change');
  const here = (await said()).at(-1).text;
  const buttons = page.locator('.reader > button');
  await buttons.nth(2).click();
  if ((await said()).at(-1).text === here) faults.push('the next paragraph is this one');
  await buttons.nth(0).click();

  // To the end: everything that shows in the text is said, and nothing that is to be skipped.
  for (let i = 0; i < 3000 && (await page.locator('.reader').count()); i += 1) await finish();
  if (await page.locator('.reader').count()) faults.push('does not come to an end');
  const all = (await said()).map((sentence) => sentence.text).join('');
  if (/CO[2₂]/.test(all)) faults.push('says CO₂ as letters');
  const missing = await page.evaluate((text) => {
    const plain = (words) => words.replace(/[^\p{Script=Han}]/gu, '');
    const heard = plain(text);
    return [...document.querySelectorAll('main .prose > p')].map((p) => plain(p.innerText)).filter((words) => !heard.includes(words.slice(0, 6)))[0];
  }, all);
  if (missing) faults.push(`does not say “${missing.slice(0, 40)}”`);
  for (const source of await page.locator('.citations li').allInnerTexts()) {
    if (source && all.includes(source.slice(0, 20))) faults.push('reads the sources');
  }
  if (await written() !== before) faults.push('leaves the text changed');
  if (await page.locator('main a').count() !== links) faults.push('breaks links');
  if (!(await page.evaluate(() => document.activeElement.matches('.read-aloud button')))) faults.push('the focus does not come back');
  return faults;
}

// No voice for the language: said in plain words, and the way back.
async function checkReaderWithoutVoice(page) {
  await page.locator('.read-aloud button').click();
  const text = page.locator('.reader p');
  await text.waitFor({ timeout: 4000 }).catch(() => {});
  if (!(await text.count())) return ['does not say that there is no voice'];
  await page.locator('.reader button').click();
  return await page.locator('.reader').count() ? ['the message cannot be closed'] : [];
}
