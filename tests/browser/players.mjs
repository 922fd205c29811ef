// What players do: captions, transcripts, seeking by pointer and keyboard, small frames, moving cards. From a server and from disk.
// Each check returns its faults as texts.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { everyWay } from './visits.mjs';

/// What each kind of player gains from its script, from a server and from disk. Throws when the tree has no such player.
export function playerVisits(tree) {
  const pages = playerPages(tree);
  for (const [name, address] of Object.entries(pages)) if (!address) throw new Error(`no page of the site has: ${name}`);
  return [
    { address: pages.captions, what: 'captions', check: checkCaptions },
    { address: pages.captions, what: 'address', check: checkAddress },
    { address: pages.waveform, what: 'waveform', check: (page) => checkSlider(page, '.player .waveform') },
    { address: pages.storyboard, what: 'time line', check: (page) => checkSlider(page, '.seek-line') },
    { address: pages.storyboard, what: 'storyboard', check: (page) => checkStoryboard(page, tree, pages.storyboard) },
    { address: pages.preview, what: 'preview', check: checkPreview },
  ].flatMap((visit) => everyWay(visit));
}

// One page for each thing a player can have; '' where no page of the tree has it.
function playerPages(tree) {
  const pages = [];
  const visit = (folder) => {
    for (const item of readdirSync(join(tree, folder), { withFileTypes: true })) {
      const address = folder ? `${folder}/${item.name}` : item.name;
      if (item.isDirectory()) visit(address);
      else if (item.name.endsWith('.html')) pages.push({ address, html: readFileSync(join(tree, address), 'utf8') });
    }
  };
  visit('exhibition');
  const first = (...marks) => pages.find((page) => marks.every((mark) => page.html.includes(mark)))?.address ?? '';
  return {
    captions: first('<video', 'kind="captions"', 'class="transcript-lines"'),
    waveform: first('player-audio', 'class="waveform"'),
    storyboard: first('<video', 'data-storyboard'),
    preview: first('data-preview'),
  };
}

const until = async (page, what, condition, argument) => {
  try {
    await page.waitForFunction(condition, argument, { timeout: 8000 });
    return [];
  } catch {
    return [what];
  }
};

// The second line of the transcript is what the film says at its second.
async function checkCaptions(page) {
  const faults = [];
  const tracks = await page.evaluate(() => [...document.querySelector('.player video').textTracks].filter((t) => t.mode === 'showing').length);
  if (tracks !== 0) faults.push('captions load before anybody plays');
  const line = page.locator('.transcript-lines a').nth(1);
  await line.click();
  const begin = Number(await line.getAttribute('data-begin')) / 1000;
  faults.push(...await until(page, 'a line of the transcript does not lead to its second', (wanted) => {
    const video = document.querySelector('.player video');
    return !video.paused && video.currentTime >= wanted && video.currentTime < wanted + 3;
  }, begin));
  faults.push(...await until(page, 'the film does not show the words of the transcript', () => {
    const said = [...document.querySelectorAll('.transcript-lines a')[1].querySelectorAll('.transcript-text span')].map((e) => e.textContent).join('');
    const shown = [...document.querySelector('.player video').textTracks].filter((t) => t.mode === 'showing');
    return shown.length === 1 && [...(shown[0].activeCues ?? [])].some((cue) => cue.text.replaceAll('\n', '') === said);
  }));
  faults.push(...await until(page, 'the transcript does not mark the line that is said', () => {
    const marked = [...document.querySelectorAll('.transcript-lines [aria-current]')];
    return marked.length === 1 && marked[0] === document.querySelectorAll('.transcript-lines a')[1];
  }));
  const hash = await page.evaluate(() => location.hash);
  if (hash !== `#t=${Math.floor(begin)}`) faults.push(`the address says ${hash} after ${begin} s were chosen`);
  await page.evaluate(() => document.querySelector('.player video').pause());
  return faults;
}

// An address with #t= opens the work at that second, and without a script shows the line.
async function checkAddress(page, url) {
  const seconds = await page.evaluate(() => {
    const lines = document.querySelectorAll('.transcript-lines a');
    return Math.floor(lines[lines.length - 1].dataset.begin / 1000);
  });
  // What is still on its way when a page is left counts as failed.
  await page.waitForLoadState('networkidle');
  await page.goto('about:blank');
  await page.goto(`${url}#t=${seconds}`);
  return until(page, `#t=${seconds} does not open the film there`, (wanted) => {
    const at = Number(document.querySelector('.player video').currentTime);
    return Math.abs(at - wanted) < 1 && document.getElementById(`t=${wanted}`) !== null;
  }, seconds);
}

async function checkSlider(page, selector) {
  const faults = [];
  const slider = page.locator(selector);
  const value = async (name) => slider.getAttribute(`aria-${name}`);
  const press = async (key, wanted, what) => {
    await slider.press(key);
    const now = Number(await value('valuenow'));
    if (Math.abs(now - wanted) > 1) faults.push(`${key} ${what}: is at ${now} s, not ${wanted}`);
  };
  if (await slider.getAttribute('role') !== 'slider') return [`${selector} is no slider`];
  await slider.focus();
  const length = Number(await value('valuemax'));
  if (!(length > 5)) faults.push(`knows no length before anything is loaded: ${length}`);
  if (!/\d秒/.test(await value('valuetext') ?? '')) faults.push(`says its place as “${await value('valuetext')}”`);
  await press('ArrowRight', 5, 'goes on by five seconds');
  await press('ArrowRight', 10, 'goes on by five seconds');
  await press('ArrowLeft', 5, 'goes back by five seconds');
  await press('End', length, 'goes to the end');
  await press('Home', 0, 'goes to the beginning');
  await press('PageUp', length / 10, 'goes on by a tenth');
  await slider.press('Space');
  faults.push(...await until(page, 'the space bar does not play', () => !document.querySelector('.player :is(audio, video)').paused));
  await slider.press('Space');
  faults.push(...await until(page, 'the space bar does not stop', () => document.querySelector('.player :is(audio, video)').paused));
  const box = await slider.boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  faults.push(...await until(page, 'a click into the middle does not go there', (wanted) =>
    Math.abs(document.querySelector('.player :is(audio, video)').currentTime - wanted) < 1.5, length / 2));
  await page.evaluate(() => document.querySelector('.player :is(audio, video)').pause());
  return faults;
}

// The frame above the line is the one that the published WebVTT file names for that moment.
async function checkStoryboard(page, tree, address) {
  const faults = [];
  const file = await page.locator('.player track[kind="metadata"]').getAttribute('src');
  const text = readFileSync(join(tree, dirname(address), file), 'utf8');
  const frames = [...text.matchAll(/([\d:.]+) --> ([\d:.]+)\n(\S+)#xywh=(\d+),(\d+),(\d+),(\d+)/g)].map((match) => ({
    begin: seconds(match[1]), end: seconds(match[2]), sheet: match[3], box: match.slice(4).map(Number),
  }));
  if (frames.length < 2) return [`${file} names ${frames.length} frames`];
  const line = page.locator('.seek-line');
  const area = await line.boundingBox();
  const length = Number(await page.locator('.player').getAttribute('data-duration')) / 1000;
  for (const share of [0.02, 0.27, 0.5, 0.73, 0.99]) {
    await page.mouse.move(area.x + area.width * share, area.y + area.height / 2);
    const wrong = await until(page, `no frame appears over ${share} of the line`, () => {
      const frame = document.querySelector('.seek-frame');
      return !frame.hidden && frame.querySelector('.seek-picture').style.backgroundImage !== '';
    });
    if (wrong.length) return [...faults, ...wrong];
    const shown = await page.evaluate(async () => {
      const frame = document.querySelector('.seek-frame');
      const style = frame.querySelector('.seek-picture').style;
      const image = new Image();
      image.src = /url\("(.*)"\)/.exec(style.backgroundImage)[1];
      await image.decode();
      const [x, y] = style.backgroundPosition.split(' ').map((part) => -parseInt(part, 10));
      const box = frame.getBoundingClientRect();
      const player = frame.closest('.player').getBoundingClientRect();
      return { source: image.src, box: [x, y, parseInt(style.width, 10), parseInt(style.height, 10)],
        inSheet: x + parseInt(style.width, 10) <= image.naturalWidth && y + parseInt(style.height, 10) <= image.naturalHeight,
        inPlayer: box.left >= player.left - 1 && box.right <= player.right + 1 };
    });
    // The pointer stands between pixels.
    const near = frames.filter((frame) => frame.begin - 0.1 <= share * length && share * length <= frame.end + 0.1);
    const right = near.some((frame) => frame.sheet === basename(new URL(shown.source).pathname) && frame.box.join() === shown.box.join());
    if (!right) faults.push(`at ${share}: ${JSON.stringify(shown)} is none of ${JSON.stringify(near)}`);
    if (!shown.inSheet) faults.push(`at ${share} the frame lies outside its sheet`);
    if (!shown.inPlayer) faults.push(`at ${share} the frame leaves the player`);
  }
  await page.mouse.move(0, 0);
  faults.push(...await until(page, 'the frame stays when the pointer has left', () => document.querySelector('.seek-frame').hidden));
  return faults;
}

function seconds(time) {
  return time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

async function checkPreview(page) {
  const card = page.locator('.work:has([data-preview])').first();
  await card.scrollIntoViewIfNeeded();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await card.hover();
  await page.waitForTimeout(600);
  const faults = await page.locator('.work-preview').count() ? ['a card moves although nothing should move'] : [];
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.mouse.move(0, 0);
  await card.hover();
  faults.push(...await until(page, 'the card does not move under the pointer', () => document.querySelector('.work-preview')?.naturalWidth > 0));
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.activeElement?.blur());
  await card.locator('a').first().focus();
  faults.push(...await until(page, 'the card does not move when it has the focus', () => document.querySelectorAll('.work-preview').length === 1));
  return faults;
}
