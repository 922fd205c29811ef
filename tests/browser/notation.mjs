// Formulas and code: formulas are laid out as such, what is wide scrolls in its own frame and the keyboard reaches it, colours can be
// told apart by everybody, and paper loses nothing. Pages are found by what they hold.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkAccessibility } from './axe.mjs';
import { elderMode } from './elder.mjs';
import { checkPaper } from './print.mjs';

export function notationVisits(tree) {
  const pages = [firstWith(tree, 'class="formula"'), firstWith(tree, '<span class="hl-')].filter(Boolean);
  return [...new Set(pages)].flatMap((address) => [
    { address, what: 'notation', width: 1440, check: checkNotation },
    { address, what: 'notation, narrow', width: 390, check: checkNotation },
    { address, what: 'notation from disk', way: 'file', width: 390, check: checkFrames },
    { address, what: 'notation, dark', width: 390, options: { colorScheme: 'dark' }, check: checkNotation },
    { address, what: 'notation, elder mode', width: 390, remembered: elderMode(), check: checkNotation },
    { address, what: 'notation, elder mode, largest, yellow', width: 390, remembered: elderMode(3, 'yellow'), check: checkFrames },
    { address, what: 'notation on paper', check: checkPrinted },
  ]);
}

function firstWith(tree, markup) {
  const files = readdirSync(tree, { recursive: true }).map(String).filter((name) => name.endsWith('.html')).sort();
  return files.find((name) => readFileSync(join(tree, name), 'utf8').includes(markup))?.replaceAll('\\', '/');
}

async function checkNotation(page) {
  return [...await checkFormulas(page), ...await checkFrames(page), ...await checkAccessibility(page)];
}

/// Boxes of their own, named, and a numerator above its denominator: a browser that does not know MathML shows a row of letters.
async function checkFormulas(page) {
  return page.evaluate(() => {
    const faults = [];
    for (const math of document.querySelectorAll('main math')) {
      const name = math.getAttribute('alttext') ?? '';
      const box = math.getBoundingClientRect();
      if (box.width < 4 || box.height < 8) faults.push(`the formula ${name} is ${box.width} by ${box.height} px`);
      if (!name.trim()) faults.push('a formula has no alternative text');
      for (const fraction of math.querySelectorAll('mfrac')) {
        const [above, below] = [...fraction.children].map((part) => part.getBoundingClientRect());
        if (above.bottom > below.top + 1) faults.push(`a fraction of ${name} does not stand upright`);
      }
      for (const power of math.querySelectorAll('msup')) {
        const [base, script] = [...power.children].map((part) => part.getBoundingClientRect());
        if (script.top >= base.bottom || script.left < base.left) faults.push(`an exponent of ${name} does not stand above`);
      }
    }
    return faults;
  });
}

/// Nothing makes the page scroll sideways; a frame that scrolls has a name and takes the focus.
async function checkFrames(page) {
  return page.evaluate(() => {
    const faults = [];
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > room) faults.push(`the page is ${document.documentElement.scrollWidth} px wide of ${room}`);
    for (const frame of document.querySelectorAll('main .formula, main pre')) {
      const name = frame.getAttribute('aria-label') ?? '';
      if (!name || frame.getAttribute('role') !== 'group' || frame.tabIndex !== 0) faults.push(`a frame without name or focus: ${frame.outerHTML.slice(0, 80)}`);
      if (frame.getBoundingClientRect().right > room + 1) faults.push(`the frame ${name} leaves the window`);
      const overflows = frame.scrollWidth > frame.clientWidth + 1;
      if (overflows && !['auto', 'scroll'].includes(getComputedStyle(frame).overflowX)) faults.push(`the frame ${name} is cut off`);
      if (frame.scrollHeight > frame.clientHeight + 1) faults.push(`the frame ${name} is ${frame.scrollHeight - frame.clientHeight} px too low`);
    }
    return faults;
  });
}

async function checkPrinted(page) {
  const faults = await checkPaper(page);
  faults.push(...await page.evaluate(() => [...document.querySelectorAll('main .formula, main pre')]
    .filter((frame) => getComputedStyle(frame).overflowX !== 'visible' || frame.scrollWidth > frame.clientWidth + 1)
    .map((frame) => `on paper: ${frame.getAttribute('aria-label')} is cut off`)));
  return faults;
}
