// What comes out of the printer.

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
