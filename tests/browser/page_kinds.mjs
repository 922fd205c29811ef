// What is looked at on each page of the sample, whatever its kind.
import { join } from 'node:path';
import { checkAccessibility } from './axe.mjs';
import { checkSkipLink } from './keyboard.mjs';
import { checkSideways } from './layout.mjs';
import { checkPictures, checkPlayers } from './media.mjs';
import { LOOKS, WIDTHS } from './modes.mjs';
import { checkSameText } from './without_scripts.mjs';

const AXE_WIDTHS = [390, 1440];

async function inTurn(checks, page, url) {
  const faults = [];
  for (const check of checks) faults.push(...await check(page, url));
  return faults;
}

// One look at all widths; keeps a picture of each where a folder for them is given.
function lookAt(address, look, screenshots) {
  return async (page) => {
    const faults = [];
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const found = [...await checkSideways(page), ...(AXE_WIDTHS.includes(width) ? await checkAccessibility(page) : [])];
      faults.push(...found.map((fault) => `at ${width} px: ${fault}`));
      if (screenshots) {
        const name = `${address.replaceAll('/', '_')}-${width}-${look.name}.png`;
        await page.screenshot({ path: join(screenshots, name), fullPage: true });
      }
    }
    return faults;
  };
}

export function pageKindVisits(addresses, screenshots) {
  return addresses.flatMap((address) => [
    { address, width: 390, check: (page, url) => inTurn([checkSkipLink, checkPictures, checkPlayers], page, url) },
    { address, way: 'file', check: (page, url) => inTurn([checkPictures, checkPlayers], page, url) },
    { address, way: 'no scripts', width: 390, check: checkSameText },
    ...LOOKS.map((look) => ({
      address, what: look.name, width: WIDTHS[0], remembered: look.remembered, options: { colorScheme: look.scheme },
      check: async (page, url) => [...await checkPictures(page, url), ...await lookAt(address, look, screenshots)(page)],
    })),
  ]);
}
