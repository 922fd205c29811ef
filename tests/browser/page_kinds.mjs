// What is looked at on each page of the sample, whatever its kind.
import { join } from 'node:path';
import { checkAccessibility } from './axe.mjs';
import { checkElder } from './elder.mjs';
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
function lookAt(address, look, axe, screenshots) {
  return async (page) => {
    const faults = [];
    await page.emulateMedia({ colorScheme: look.scheme });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const found = [...await checkSideways(page), ...(axe.includes(width) ? await checkAccessibility(page) : [])];
      faults.push(...found.map((fault) => `${look.name} at ${width} px: ${fault}`));
      if (screenshots && look.pictures.includes(width)) {
        const name = `${address.replaceAll('/', '_').replace(/\.html$/, '')}-${width}-${look.name}.jpg`;
        await page.screenshot({ path: join(screenshots, name), fullPage: true, type: 'jpeg', quality: 70 });
      }
    }
    return faults;
  };
}

// The looks that share what the page remembers also share one window: a new one takes longer than most of what is looked at in it.
function looks(address, names, isFirst, screenshots) {
  return LOOKS.filter((look) => names.includes(look.name))
    .map((look) => lookAt(address, look, isFirst ? look.axe : look.axeOfMore, isFirst && screenshots));
}

function elderVisit(address, name, isFirst, screenshots) {
  const { remembered } = LOOKS.find((look) => look.name === name);
  const checks = [checkPictures, ...(isFirst ? [checkElder] : []), ...looks(address, [name], isFirst, screenshots)];
  return { address, what: name, width: 390, remembered, check: inTurn(...checks) };
}

/// The visits to the pages of the sample; those by keyboard, axe at every width, and the pictures that are kept, only of one page of
/// each kind.
export function pageKindVisits(sample, oneOfEachKind, screenshots) {
  const isFirst = (address) => oneOfEachKind.includes(address);
  return [
    ...sample.flatMap((address) => [
      {
        address, width: 390, check: inTurn(checkShift, checkSkipLink, checkPictures, checkPlayers,
          ...looks(address, ['light', 'dark'], isFirst(address), screenshots), checkLetters, checkPaper),
      },
      { address, way: 'file', check: inTurn(checkPictures, checkPlayers) },
      { address, way: 'no scripts', width: 390, check: checkSameText },
      elderVisit(address, 'elder', isFirst(address), screenshots),
    ]),
    ...oneOfEachKind.flatMap((address) => [
      // The largest letters only here: they take as long as all else.
      elderVisit(address, 'elder-largest-yellow', true, screenshots),
      { address, what: 'keyboard', width: 1440, check: inTurn(checkShift, checkTabs) },
      { address, what: 'calm', options: { reducedMotion: 'reduce', forcedColors: 'active', colorScheme: 'dark' }, check: inTurn(checkCalm, checkSigns) },
    ]),
  ];
}
