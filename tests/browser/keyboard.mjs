// The site by keyboard alone.

/// The first Tab reaches the skip link, which then shows and leads to the content.
export async function checkSkipLink(page) {
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => {
    const element = document.activeElement;
    const box = element.getBoundingClientRect();
    const shows = box.width > 1 && box.height > 1 && box.left >= 0 && box.top >= 0 && getComputedStyle(element).clipPath === 'none';
    return { href: element.getAttribute('href'), shows };
  });
  if (!first.href?.startsWith('#')) return [`the first Tab goes to ${first.href}, not to a skip link`];
  return first.shows ? [] : ['the skip link does not show when it has the focus'];
}

/// The rest of a long menu: opened and closed by keyboard, closed by a click beside it.
export async function checkMenu(page) {
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
