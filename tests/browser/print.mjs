// What comes out of the printer.

// Between margins of 12 mm, in CSS pixels: no style sheet of the theme leaves less.
const MARGINS = 91;

function sheetsOf(pdf) {
  const text = pdf.toString('latin1');
  const [, width] = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)/.exec(text) ?? [];
  return { count: text.match(/\/Type\s*\/Page\b/g)?.length ?? 0, width: Math.round(Number(width) / 72 * 96) };
}

/// The page on paper: it has its heading and its text, and is no wider than the sheet, on which a browser would shrink it.
export async function checkPaper(page) {
  // The first sheet alone: letters of all sheets together take seconds.
  const pdf = await page.pdf({ preferCSSPageSize: true, pageRanges: '1' });
  const sheets = sheetsOf(pdf);
  await page.setViewportSize({ width: sheets.width - MARGINS, height: 1000 });
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  const { room, width, culprit, words } = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const wide = [...document.body.querySelectorAll('*')].find((element) => element.getBoundingClientRect().right > room + 1);
    return { room, width: document.documentElement.scrollWidth, culprit: wide?.outerHTML.slice(0, 100), words: document.querySelector('main').innerText.trim().length };
  });
  const faults = [];
  // What is made for one sheet lying across may fill it to its edges.
  if (width > (sheets.width > 1000 ? sheets.width : room)) faults.push(`on paper: is ${width} px wide of ${room}: ${culprit}`);
  const isChart = await page.evaluate(() => document.querySelector('.chart-page, .chart-landscape, .chart-portrait') !== null);
  if (words < 20 && !isChart) faults.push(`on paper: holds ${words} characters`);
  if (sheets.count < 1 || pdf.length < 3000) faults.push(`on paper: ${sheets.count} sheets of ${pdf.length} bytes`);
  return faults;
}

/// A wall chart is printed on one sheet, the way round that it is made for, and nothing else with it.
export async function checkChart(page) {
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
