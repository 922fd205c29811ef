// The glossary and the ledger of facts: a term is explained beside its word by keyboard and by touch, and leads to the glossary without
// scripts; a number leads to its source. Each check returns its faults as texts.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkAccessibility } from './axe.mjs';
import { elderMode } from './elder.mjs';
import { everyWay } from './visits.mjs';

export function ledgerVisits(tree) {
  const termPage = firstPage(tree, 'class="term"');
  const factPage = firstPage(tree, 'class="fact-mark"');
  return [
    ...(termPage ? [
      ...everyWay({ address: termPage, what: 'terms', check: checkTerms }),
      { address: termPage, what: 'terms by touch', width: 390, options: { hasTouch: true, isMobile: true }, check: checkTouch },
      { address: termPage, what: 'terms without scripts', way: 'no scripts', check: checkWithoutScripts },
      ...[{ colorScheme: 'light' }, { colorScheme: 'dark' }].map((options) => (
        { address: termPage, what: `open explanation, ${options.colorScheme}`, options, check: checkOpenNote })),
      { address: termPage, what: 'open explanation, elder', width: 390, remembered: elderMode(), check: checkOpenNote },
    ] : []),
    ...(factPage ? everyWay({ address: factPage, what: 'facts', check: checkFacts }) : []),
  ];
}

// The first page of the tree that holds `mark`; '' when there is none.
function firstPage(tree, mark) {
  for (const folder of readdirSync(tree).sort()) {
    let names = [];
    try {
      names = readdirSync(join(tree, folder)).filter((name) => name.endsWith('.html') && name !== 'index.html').sort();
    } catch { /* a file */ }
    const found = names.find((name) => readFileSync(join(tree, folder, name), 'utf8').includes(mark));
    if (found) return `${folder}/${found}`;
  }
  return '';
}

const note = (page) => page.locator('.term-note');

// What shows beside the word: its name, its explanation, the way to the glossary; within the window and under nothing.
async function lookAtNote(page, word) {
  const faults = [];
  if (await note(page).count() !== 1) return [`${await note(page).count()} explanations are shown`];
  const seen = await page.evaluate(() => {
    const box = document.querySelector('.term-note').getBoundingClientRect();
    const middle = document.elementFromPoint(box.left + box.width / 2, Math.min(box.top + box.height / 2, innerHeight - 1));
    return {
      text: document.querySelector('.term-note').textContent,
      inside: box.left >= 0 && box.right <= document.documentElement.clientWidth + 1,
      onTop: Boolean(middle?.closest('.term-note')),
      more: document.querySelector('.term-note-more')?.getAttribute('href') ?? '',
    };
  });
  if (seen.text.length < word.length + 20) faults.push(`the explanation is short: ${seen.text}`);
  if (!seen.inside) faults.push('the explanation leaves the window');
  if (!seen.onTop) faults.push('the explanation lies under something');
  if (!seen.more.includes('#term-')) faults.push(`its link leads to ${seen.more}`);
  return faults;
}

async function checkTerms(page, url) {
  const faults = [];
  const term = page.locator('a.term').first();
  const word = await term.textContent();
  if (await term.getAttribute('aria-expanded') !== 'false') faults.push('the word does not say that it can be opened');
  await term.focus();
  await page.keyboard.press('Enter');
  faults.push(...await lookAtNote(page, word));
  if (page.url() !== url) faults.push('the page was left');
  if (await term.getAttribute('aria-expanded') !== 'true') faults.push('the word does not say that it is open');
  if (!await page.evaluate(() => document.activeElement.closest('.term-note'))) faults.push('the focus did not follow');
  await page.keyboard.press('Escape');
  if (await note(page).count()) faults.push('Escape does not close it');
  if (!await term.evaluate((element) => element === document.activeElement)) faults.push('the focus did not come back');
  await page.keyboard.press('Space');
  if (await note(page).count() !== 1) faults.push('the space bar does not open it');
  // Beyond the last control the explanation closes, and the text goes on.
  for (let step = 0; step < 6 && await note(page).count(); step += 1) await page.keyboard.press('Tab');
  if (await note(page).count()) faults.push('the Tab key stays inside');
  await term.click();
  await page.mouse.click(3, 3);
  if (await note(page).count()) faults.push('a click beside it does not close it');
  return faults;
}

async function checkTouch(page) {
  const term = page.locator('a.term').first();
  const word = await term.textContent();
  await term.tap();
  const faults = await lookAtNote(page, word);
  await page.locator('.term-note-close').tap();
  if (await note(page).count()) faults.push('the button does not close it');
  return faults;
}

async function checkWithoutScripts(page) {
  const faults = [];
  const shown = await page.locator('.page-terms dd').first().isVisible();
  if (!shown) faults.push('the explanations at the end are hidden');
  const link = page.locator('a.term').first();
  const word = (await link.textContent()).trim();
  await link.click();
  await page.waitForLoadState('load');
  const target = page.locator(':target');
  if (await target.count() !== 1) return [...faults, `the link leads to no entry: ${page.url()}`];
  if (!(await target.textContent()).includes(word)) faults.push(`the entry does not name ${word}`);
  return faults;
}

async function checkOpenNote(page) {
  await page.locator('a.term').first().click();
  if (await note(page).count() !== 1) return ['the explanation does not open'];
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return [...(sideways > 0 ? [`scrolls sideways by ${sideways} pixels`] : []), ...await checkAccessibility(page)];
}

async function checkFacts(page) {
  const faults = [];
  const mark = page.locator('a.fact-mark:visible').first();
  const value = (await mark.evaluate((element) => element.closest('.fact').querySelector('.fact-value')?.textContent ?? '')).trim();
  const label = await mark.getAttribute('aria-label');
  if (!label || label.length < 6) faults.push(`the mark says ${label}`);
  if (value && !await page.locator('.used-facts').getByText(value, { exact: false }).count()) faults.push(`${value} is not among the sources at the end`);
  const broken = await page.evaluate(() => [...document.querySelectorAll('.fact-value')].filter((element) => element.getClientRects().length > 1).map((element) => element.textContent));
  faults.push(...broken.map((text) => `${text} is broken over two lines`));
  await mark.click();
  await page.waitForLoadState('load');
  if (await page.locator('.ledger-entry:target').count() !== 1) faults.push(`the mark leads to no entry: ${page.url()}`);
  return faults;
}
