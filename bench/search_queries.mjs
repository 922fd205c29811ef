// Asks a published site's search what its readers might, with the site's own scripts; search.py calls it.
//   node search_queries.mjs TREE CONTENT-FOLDER [COUNT]
// Prints what a first query loads (nothing is in the cache), how many random pieces are found, how often a phrase that only one page has
// puts it first, and the time of an answer when the files are there.
import { allPages, dice, openSearch, sourceRuns } from '../tests/search/search_library.mjs';

const [tree, content, wanted] = process.argv.slice(2);
const COUNT = Number(wanted ?? 200);
const SHOWN = 8; // results of the first view, as in search.js
const search = openSearch(tree);
const pages = allPages(search.folder);
const sources = sourceRuns(content, pages);
const texts = pages.map((page) => page.fields.map((field) => field[0]).join('\n'));

/// Pieces of `least` to `most` characters, each with the address it comes from.
function pieces(count, least, most, seed, isTitle = false) {
  const roll = dice(seed);
  const out = [];
  while (out.length < count) {
    const source = sources[roll(sources.length)];
    const run = source.runs[isTitle ? 0 : roll(source.runs.length)];
    if (run.length < least) continue;
    const length = Math.min(run.length, least + roll(most - least + 1));
    const begin = roll(run.length - length + 1);
    out.push({ address: source.address, text: run.slice(begin, begin + length) });
  }
  return out;
}

async function answer(query) {
  search.forget();
  const index = search.newIndex();
  const found = await search.find.search(index, query);
  await Promise.all(found.ids.slice(0, SHOWN).map((id) => index.page(id)));
  return { found, index, raw: search.bytes(), packed: search.compressedBytes(), files: search.loads.length };
}

const middle = (numbers) => numbers.slice().sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const kib = (bytes) => (bytes / 1024).toFixed(0).padStart(5);

async function weigh(name, queries) {
  const raw = [];
  const packed = [];
  let files = 0;
  let most = '';
  for (const { text } of queries) {
    const got = await answer(text);
    if (!raw.length || got.raw > Math.max(...raw)) most = text;
    raw.push(got.raw);
    packed.push(got.packed);
    files = Math.max(files, got.files);
  }
  console.log(`${name.padEnd(28)} ${kib(middle(raw))} ${kib(Math.max(...raw))}   ${kib(middle(packed))} ${kib(Math.max(...packed))}   ${String(files).padStart(3)}   ${most}`);
}

console.log(`${pages.length} documents; first query, KiB   raw: median, most   gzip: median, most   files`);
await weigh('two characters', pieces(COUNT, 2, 2, 1));
await weigh('three and four', pieces(COUNT, 3, 4, 2));
await weigh('five and six', pieces(COUNT, 5, 6, 3));
await weigh('of a title, up to 12', pieces(COUNT, 4, 12, 4, true));
await weigh('words and numbers', ['co2', '2030', 'pm2.5', 'carbon', '100'].map((text) => ({ text })));
await weigh('a slip', ['碳中合', '节能减派', '二氧化炭'].map((text) => ({ text })));

const index = search.newIndex();
const ask = (query) => search.find.search(index, query);
let found = 0;
const all = pieces(COUNT * 5, 2, 6, 5);
for (const piece of all) {
  const got = await ask(piece.text);
  if (got.kind === 'exact' && got.ids.some((id) => pages[id].address === piece.address)) found += 1;
  else if (all.length - found < 5) console.log(`not found: ${piece.text} of ${piece.address}`);
}
console.log(`pieces of 2 to 6 characters found: ${found} of ${all.length}`);

let asked = 0;
let first = 0;
for (const piece of pieces(COUNT * 100, 4, 9, 6)) {
  if (asked === COUNT) break;
  const holders = [];
  for (let id = 0; id < texts.length && holders.length < 2; id += 1) if (texts[id].includes(piece.text)) holders.push(id);
  if (holders.length !== 1) continue;
  asked += 1;
  if ((await ask(piece.text)).ids[0] === holders[0]) first += 1;
  else console.log(`not first: ${piece.text}`);
}
console.log(`phrases of one page that put it first: ${first} of ${asked}`);

const begin = process.hrtime.bigint();
for (const piece of all.slice(0, COUNT)) await ask(piece.text);
console.log(`time of an answer, files loaded: ${(Number(process.hrtime.bigint() - begin) / 1e6 / COUNT).toFixed(2)} ms`);
