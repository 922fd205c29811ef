// The page of a visitor whose browser runs no scripts.
import { allPages, isOfEdition } from './sample.mjs';

// The words of the page without those of controls, which nobody misses who has no script.
const spoken = (page) => page.evaluate(() => {
  for (const control of document.querySelectorAll('main button, main .hall, main .calculator')) control.remove();
  return document.querySelector('main').innerText;
});

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

/// From the home page along links that can be seen, without scripts: every page of the tree is reached, and every player has controls.
/// A link in a closed <details> counts when its summary can be seen, for that opens it.
export async function checkWays(page, url, addresses) {
  const home = new URL('.', url).href;
  const reached = new Set(['index.html']);
  const queue = ['index.html'];
  const faults = [];
  await page.route(/\.(webp|jpe?g|png|svg|mp4|mp3|wav|webm)$/, (route) => route.fulfill({ status: 200, body: '' }));
  for (let address = queue.shift(); address; address = queue.shift()) {
    // Not before the style sheets are there: without them, what is for scripts only would be seen.
    await page.goto(home + address, { waitUntil: 'load' });
    const { links, bare } = await page.evaluate(() => {
      const canBeSeen = (element) => {
        for (let fold = element.closest('details:not([open])'); fold; fold = element.closest('details:not([open])')) fold.open = true;
        return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      };
      return {
        links: [...document.querySelectorAll('a[href]')].filter(canBeSeen).map((link) => link.href.split('#')[0]),
        bare: [...document.querySelectorAll('video:not([controls]), audio:not([controls])')].filter(canBeSeen).length,
      };
    });
    if (bare) faults.push(`${address} has ${bare} players without controls`);
    for (const link of links) {
      if (!link.startsWith(home)) continue;
      const next = decodeURIComponent(link.slice(home.length));
      if (!next.endsWith('.html') || isOfEdition(next) || reached.has(next)) continue;
      reached.add(next);
      queue.push(next);
    }
  }
  const missed = addresses.filter((address) => !reached.has(address));
  if (missed.length) faults.push(`${missed.length} of ${addresses.length} pages are out of reach: ${missed.slice(0, 20).join(' ')}`);
  return faults;
}

/// Every page of the tree but the one for lost visitors can be found from the home page.
export function wayVisits(tree) {
  const addresses = allPages(tree).map((page) => page.address).filter((address) => address !== '404.html');
  return [{ address: 'index.html', what: 'ways', way: 'no scripts', longest: 600000, check: (page, url) => checkWays(page, url, addresses) }];
}
