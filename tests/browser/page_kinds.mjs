// What is looked at on each page of the sample, whatever its kind.
import { join } from 'node:path';
import { checkAccessibility } from './axe.mjs';
import { checkSigns } from './forced_colours.mjs';
import { checkSkipLink, checkTabs } from './keyboard.mjs';
import { checkLetters, checkSideways } from './layout.mjs';
import { checkPictures, checkPlayers } from './media.mjs';
import { LOOKS, WIDTHS } from './modes.mjs';
import { checkPaper } from './print.mjs';
import { checkCalm, checkShift } from './shift.mjs';
import { checkSameText } from './without_scripts.mjs';

function inTurn(...checks) {
  return async (page, url) => {
    const faults = [];
    for (const check of checks) faults.push(...await check(page, url));
    return faults;
  };
}

// One look at all widths; keeps a picture of each where a folder for them is given.
function lookAt(address, look, screenshots) {
  return async (page) => {
    const faults = [];
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const found = [...await checkSideways(page), ...(look.axe.includes(width) ? await checkAccessibility(page) : [])];
      faults.push(...found.map((fault) => `at ${width} px: ${fault}`));
      if (screenshots && look.pictures.includes(width)) {
        const name = `${address.replaceAll('/', '_').replace(/\.html$/, '')}-${width}-${look.name}.jpg`;
        await page.screenshot({ path: join(screenshots, name), fullPage: true, type: 'jpeg', quality: 70 });
      }
    }
    return faults;
  };
}

/// The visits to the pages of the sample; those by keyboard, and the pictures that are kept, only of one page of each kind.
export function pageKindVisits(sample, oneOfEachKind, screenshots) {
  return [
    ...sample.flatMap((address) => [
      { address, width: 390, check: inTurn(checkShift, checkSkipLink, checkPictures, checkPlayers) },
      { address, way: 'file', check: inTurn(checkPictures, checkPlayers) },
      { address, way: 'no scripts', width: 390, check: checkSameText },
      // The largest letters only on one page of each kind: they take as long as all else.
      ...LOOKS.filter((look) => look.name !== 'elder-largest-yellow' || oneOfEachKind.includes(address)).map((look) => ({
        address, what: look.name, width: WIDTHS[0], remembered: look.remembered, options: { colorScheme: look.scheme },
        check: inTurn(checkPictures, lookAt(address, look, oneOfEachKind.includes(address) && screenshots), ...(look.name === 'light' ? [checkLetters, checkPaper] : [])),
      })),
    ]),
    ...oneOfEachKind.flatMap((address) => [
      { address, what: 'keyboard', width: 1440, check: inTurn(checkShift, checkTabs) },
      { address, what: 'calm', options: { reducedMotion: 'reduce', forcedColors: 'active', colorScheme: 'dark' }, check: inTurn(checkCalm, checkSigns) },
    ]),
  ];
}
