// The published site in Chromium: each kind of page, and what some pages can do.
//   node browser.mjs TREE BASE-URL [SCREENSHOT-FOLDER] [PART-OF-AN-ADDRESS]
// With the address of a folder (file:///…/) as BASE-URL everything is opened from disk, one page of each kind.
// Prints one line per fault, and with $KEPU_TIMES how long each visit took; exit status 1 when there are faults. Started by
// browser_test.py, which brings the server.
//
// To test a new feature: a module of its own that exports a function from the tree to a list of visits (visits.mjs says what a visit
// is; quiz.mjs is an example), and its name in FEATURES.
import { mkdirSync } from 'node:fs';
import { chartPartVisits } from './charts.mjs';
import { editionVisits } from './editions.mjs';
import { elderVisits } from './elder.mjs';
import { galleryVisits } from './gallery.mjs';
import { checkMenu } from './keyboard.mjs';
import { ledgerVisits } from './ledgers.mjs';
import { listVisits } from './lists.mjs';
import { notationVisits } from './notation.mjs';
import { pageKindVisits } from './page_kinds.mjs';
import { playerVisits } from './players.mjs';
import { checkChart } from './print.mjs';
import { startBrowser } from './program.mjs';
import { quizVisits } from './quiz.mjs';
import { readingVisits } from './reading.mjs';
import { onePageOfEachKind, onePageOfEachTemplate, samplePages } from './sample.mjs';
import { searchVisits } from './search.mjs';
import { Visits } from './visits.mjs';
import { weightVisits } from './weight.mjs';
import { wayVisits } from './without_scripts.mjs';

const FEATURES = [wayVisits, weightVisits, chartPartVisits, editionVisits, elderVisits, galleryVisits, ledgerVisits, listVisits, notationVisits, playerVisits, quizVisits, readingVisits, searchVisits, menuVisits, chartVisits];
const AT_ONCE = 2;

const [tree, base, screenshots, only] = process.argv.slice(2);
const isFromDisk = base.startsWith('file:');
const sample = isFromDisk ? onePageOfEachKind(tree) : samplePages(tree);
// From disk, nothing is opened twice, and how much a server sends is no question.
const features = isFromDisk ? FEATURES.filter((feature) => feature !== weightVisits) : FEATURES;

function menuVisits() {
  return [{ address: 'index.html', what: 'menu', check: checkMenu }];
}

function chartVisits() {
  return sample.filter((page) => /^posters\/(?!index)/.test(page)).map((address) => ({ address, what: 'print', check: checkChart }));
}

async function main() {
  if (screenshots) mkdirSync(screenshots, { recursive: true });
  const browser = await startBrowser();
  const wanted = (visit) => (!only || visit.address.includes(only)) && !(isFromDisk && visit.way === 'file');
  const visits = new Visits(browser, tree, base);
  await visits.make([...pageKindVisits(sample, onePageOfEachKind(tree), onePageOfEachTemplate(tree), screenshots), ...features.flatMap((feature) => feature(tree))].filter(wanted), AT_ONCE);
  await browser.close();
  if (process.env.KEPU_TIMES) {
    for (const [place, time] of [...visits.seconds].sort((a, b) => b[1] - a[1])) console.log(`${time.toFixed(1)} s ${place}`);
  }
  console.log(`${visits.done} visits to ${visits.addresses.size} pages: ${visits.faults} faults`);
  process.exit(visits.faults || !visits.done ? 1 : 0);
}

await main();
