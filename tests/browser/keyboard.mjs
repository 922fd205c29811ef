// The site by keyboard alone.

/// The first Tab reaches the skip link, which then shows and leads to the content.
export async function checkSkipLink(page) {
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => {
    const element = document.activeElement;
    const box = element.getBoundingClientRect();
    const shows = box.width > 1 && box.height > 1 && box.left >= 0 && box.top >= 0 && getComputedStyle(element).clipPath === 'none';
    // It lies over the menu, which is looked at next.
    element.blur();
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

/// Tab leads through the whole page: to every link and control, in the order of the text, out again at the end; each place shows that
/// it has the focus, by an outline (which the reader's own colours keep), and nothing that stays in place covers it.
export async function checkTabs(page) {
  const faults = [];
  const wanted = await page.evaluate(() => {
    const selector = 'a[href], button, input, select, textarea, summary, audio[controls], video[controls], [tabindex]';
    const all = [...document.querySelectorAll(selector)].filter((element) => element.tabIndex >= 0 && !element.disabled
      && element.checkVisibility({ visibilityProperty: true }) && !element.matches('input[type=radio]:not(:checked)'));
    all.forEach((element, number) => { element.kepuNumber = number; });
    document.activeElement?.blur();
    window.scrollTo(0, 0);
    return all.length;
  });
  const visited = [];
  for (let presses = 0; presses < wanted * 2 + 20; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => new Promise((resolve) => {
      requestAnimationFrame(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return resolve(null);
        const number = element.kepuNumber ?? -1;
        const label = element.outerHTML.slice(0, 100);
        // A player's own controls are the browser's matter.
        if (element.matches('audio, video')) return resolve({ number, label, isPlayer: true, shows: true, seen: true });
        // A label or card around the place may show the focus for it.
        let shows = false;
        for (let at = element, depth = 0; at && depth < 3 && !shows; at = at.parentElement, depth += 1) {
          shows = [null, '::before', '::after'].some((part) => {
            const style = getComputedStyle(at, part);
            return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1 && !/^rgba\(.*, 0\)$/.test(style.outlineColor);
          });
        }
        const seen = [...element.getClientRects()].some((box) => [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.1], [0.5, 0.9]].some(([x, y]) => {
          const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
          return top && (element.contains(top) || top.contains(element));
        }));
        return resolve({ number, label, shows, seen });
      });
    }));
    if (!stop) break;
    if (stop.number >= 0 && visited.includes(stop.number) && !stop.isPlayer) break;
    if (!stop.shows) faults.push(`the focus does not show: ${stop.label}`);
    if (!stop.seen) faults.push(`the focus is covered or out of sight: ${stop.label}`);
    if (stop.number >= 0 && stop.number < (visited.at(-1) ?? 0)) faults.push(`Tab leads back: ${stop.label}`);
    if (stop.number >= 0 && visited.at(-1) !== stop.number) visited.push(stop.number);
  }
  const reached = new Set(visited);
  const missed = await page.evaluate((numbers) => [...document.querySelectorAll('*')]
    .filter((element) => element.kepuNumber !== undefined && !numbers.includes(element.kepuNumber) && element.checkVisibility({ visibilityProperty: true }))
    .map((element) => element.outerHTML.slice(0, 100)), [...reached]);
  if (missed.length) faults.push(`Tab does not reach ${missed.length} of ${wanted} places: ${missed.slice(0, 3).join(' ; ')}`);
  return faults.slice(0, 8);
}
