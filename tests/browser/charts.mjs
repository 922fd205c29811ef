// Charts and the calculator: all numbers can be read from the table, letters of a drawing are large enough on a phone, one drawing shows
// at a time, paper shows the table, and the calculator computes what the page says, from a server, from disk and without scripts.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkAccessibility } from './axe.mjs';
import { elderMode } from './elder.mjs';
import { everyWay } from './visits.mjs';

const SMALLEST_LETTERS = 11;

export function chartPartVisits(tree) {
  const visits = pagesWithCharts(tree).flatMap((address) => [
    { address, what: 'charts, 390 px', width: 390, check: checkCharts },
    { address, what: 'charts, 320 px', width: 320, check: checkCharts },
    { address, what: 'charts, wide', width: 1440, check: checkCharts },
    { address, what: 'charts, dark', width: 768, options: { colorScheme: 'dark' }, check: checkAxe },
    { address, what: 'charts, elder', width: 390, remembered: elderMode(), check: async (page) => [...await checkCharts(page), ...await checkAxe(page)] },
    { address, what: 'charts on paper', check: checkPaper },
  ]);
  const calculator = findCalculator(tree);
  if (!calculator) return visits;
  return [
    ...visits,
    ...everyWay({ address: calculator, what: 'calculator', width: 390, check: checkCalculator }),
    { address: calculator, what: 'calculator, axe', check: checkAxe },
    { address: calculator, what: 'calculator', way: 'no scripts', check: checkCalculatorWithoutScripts },
  ];
}

function pages(tree, folder = '') {
  return readdirSync(join(tree, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return pages(tree, path);
    return entry.name.endsWith('.html') ? [path] : [];
  }).sort();
}

// One page for each kind of chart, so that all kinds are looked at.
function pagesWithCharts(tree) {
  const found = new Map();
  for (const address of pages(tree)) {
    for (const [, kind] of readFileSync(join(tree, address), 'utf8').matchAll(/class="chart chart-of-([a-z]+)"/g)) {
      if (!found.has(kind)) found.set(kind, address);
    }
  }
  return [...new Set(found.values())];
}

function findCalculator(tree) {
  return pages(tree).find((address) => readFileSync(join(tree, address), 'utf8').includes('data-calculator'));
}

function checkCharts(page) {
  return page.evaluate((smallest) => {
    const faults = [];
    for (const chart of document.querySelectorAll('.chart')) {
      const name = chart.id;
      const shown = [...chart.querySelectorAll('.chart-drawing')].filter((svg) => svg.getBoundingClientRect().width > 1);
      if (shown.length !== 1) faults.push(`${name}: ${shown.length} drawings show`);
      for (const svg of shown) {
        const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
        for (const text of svg.querySelectorAll('text')) {
          const size = parseFloat(getComputedStyle(text).fontSize) * scale;
          if (size < smallest) faults.push(`${name}: letters of ${size.toFixed(1)} px: ${text.textContent}`);
          const box = text.getBoundingClientRect();
          const place = chart.getBoundingClientRect();
          if (box.left < place.left - 1 || box.right > place.right + 1) faults.push(`${name}: sticks out: ${text.textContent}`);
        }
        // Of the height that a line takes, a fifth above and an eighth below is never ink, not even of Han characters.
        const ink = ({ left, right, top, bottom, height }) => ({ left, right, top: top + height * 0.19, bottom: bottom - height * 0.12 });
        const boxes = [...svg.querySelectorAll('text:not(.on)')].map((text) => [text, ink(text.getBoundingClientRect())]);
        for (let a = 0; a < boxes.length; a += 1) {
          for (let b = a + 1; b < boxes.length; b += 1) {
            const [one, other] = [boxes[a][1], boxes[b][1]];
            const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
            const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
            if (across > 2 && down > 1) faults.push(`${name}: "${boxes[a][0].textContent}" lies over "${boxes[b][0].textContent}"`);
          }
        }
        const title = svg.querySelector('title');
        const words = svg.querySelector('desc');
        if (svg.getAttribute('role') !== 'img' || !title?.textContent || !words?.textContent) faults.push(`${name}: has no name or no description`);
      }
      const rows = chart.querySelectorAll('.chart-data tbody tr');
      if (!rows.length) faults.push(`${name}: has no table`);
      for (const cell of chart.querySelectorAll('.chart-data tbody td.numeric')) {
        if (!/^(—|−?[\d,]+(\.\d+)?)$/.test(cell.textContent.trim())) faults.push(`${name}: no number: ${cell.textContent}`);
      }
      if (!chart.querySelector('.chart-source, .chart-note')) faults.push(`${name}: names no source`);
      for (const link of chart.querySelectorAll('.chart-download a')) {
        if (!/\.csv$/.test(link.getAttribute('href'))) faults.push(`${name}: the download is no table`);
      }
    }
    return [...new Set(faults)];
  }, SMALLEST_LETTERS);
}

async function checkAxe(page) {
  await page.evaluate(() => document.querySelectorAll('.chart-data').forEach((details) => { details.open = true; }));
  return checkAccessibility(page);
}

async function checkPaper(page) {
  await page.emulateMedia({ media: 'print' });
  return page.evaluate(() => {
    window.dispatchEvent(new Event('beforeprint'));
    return [...document.querySelectorAll('.chart')].flatMap((chart) => {
      const table = chart.querySelector('.chart-data table').getBoundingClientRect();
      return table.height > 10 ? [] : [`${chart.id}: its table is not on paper`];
    });
  });
}

const resultOf = (page, name) => page.locator(`[data-result="${name}"]`).innerText();

async function checkCalculator(page) {
  const faults = [];
  // The example in the form comes to what the program computed.
  const each = await resultOf(page, 'each');
  const said = await page.evaluate(() => document.querySelector('tr[data-yours] .counted-bar > span').textContent);
  if (each !== said) faults.push(`two results: ${each} and ${said}`);
  const expected = await page.evaluate(() => {
    const people = Number(document.querySelector('[name="people"]').value);
    let sum = 0;
    for (const field of document.querySelectorAll('[data-factor]')) {
      sum += Number(field.dataset.example) * Number(field.dataset.times) * Number(field.dataset.factor) * ('each' in field.dataset ? people : 1);
    }
    return Math.round(sum / people / 10) / 100;
  });
  if (Number(each) !== expected) faults.push(`${each} instead of ${expected}`);
  await page.locator('[data-fill="zero"]').click();
  if ((await resultOf(page, 'each')) !== '0') faults.push('zero is not zero');
  const first = page.locator('[data-factor]').first();
  await first.fill('100');
  const one = await first.evaluate((field) => 100 * Number(field.dataset.times) * Number(field.dataset.factor));
  const total = Number(await resultOf(page, 'total'));
  if (Math.abs(total - one / 1000) > 0.006) faults.push(`100 of the first come to ${total}`);
  const width = await page.evaluate(() => Number(document.querySelector('[data-of] rect').getAttribute('width')));
  if (width !== 100) faults.push(`the bar of the only part is ${width} wide`);
  await first.fill('-5');
  if (!(await resultOf(page, 'fault')).trim()) faults.push('a negative amount is taken');
  if ((await first.getAttribute('aria-invalid')) !== 'true') faults.push('a wrong field is not marked');
  return faults;
}

function checkCalculatorWithoutScripts(page) {
  return page.evaluate(() => {
    const faults = [];
    if (document.querySelector('[data-calculator]').getBoundingClientRect().height > 0) faults.push('a form that does nothing shows');
    const items = document.querySelectorAll('.factors [id^="factor-"]');
    if (items.length < 10) faults.push(`only ${items.length} factors`);
    for (const item of items) if (!item.querySelector('.factor-source a, .factor-source cite')) faults.push(`${item.id}: no source`);
    if (!document.querySelector('#example table')) faults.push('the example has no table');
    return faults;
  });
}
