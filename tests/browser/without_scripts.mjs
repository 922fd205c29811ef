// The page of a visitor whose browser runs no scripts.

const spoken = (page) => page.locator('main').innerText();

/// As much text as with scripts, and a way on. The page is opened a second time, with them, to compare.
export async function checkSameText(page, url) {
  const context = await page.context().browser().newContext({ viewport: page.viewportSize() });
  const other = await context.newPage();
  await other.goto(url, { waitUntil: 'load' });
  const length = async (shown) => (await spoken(shown)).replace(/\s+/g, '').length;
  const [without, full] = [await length(page), await length(other)];
  await context.close();
  const faults = [];
  if (without < full * 0.9) faults.push(`shows far less than with scripts: ${without} characters of ${full}`);
  const ways = await page.locator('a:visible:not([href^="#"]), summary:visible').count();
  if (ways === 0) faults.push('no way to other pages');
  return faults;
}
