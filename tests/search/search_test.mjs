// What search must find, asked of the published site's own scripts.
//   node search_test.mjs TREE CONTENT-FOLDER [QUERIES.json]
// Random pieces of titles and bodies must be found, all of them; phrases of one page must put it first, 95 of 100. QUERIES.json: a list
// of { query, first | among, kind, suggestion, second } for what is known of one site. Prints one line per fault.
import { readFileSync } from 'node:fs';
import { allPages, dice, openSearch, sourceRuns } from './search_library.mjs';

const [tree, content, queries] = process.argv.slice(2);
const seed = Number(process.env.KEPU_TEST_SEED ?? 20240601);
const search = openSearch(tree);
const pages = allPages(search.folder);
const index = search.newIndex();
const faults = [];

const addresses = (answer) => answer.ids.map((id) => pages[id].address);
const ask = (query) => search.find.search(index, query);

/// The scripts must read a text as the program did: the positions of every pair are those of the index.
async function checkReading(count) {
  const roll = dice(seed + 1);
  for (let i = 0; i < count; i += 1) {
    const id = roll(pages.length);
    const reader = new search.find.Reader();
    const wanted = new Map();
    for (const [text, weight] of pages[id].fields) {
      const tokens = reader.read(text);
      tokens.forEach((token, at) => {
        const next = tokens[at + 1];
        const term = token.isHan ? (next?.isHan && next.position === token.position + 1 ? token.text + next.text : '') : token.text;
        if (term) wanted.set(`${weight} ${term}`, [...(wanted.get(`${weight} ${term}`) ?? []), token.position]);
      });
    }
    for (const [key, positions] of wanted) {
      const [weight, term] = [Number(key[0]), key.slice(2)];
      const lists = await index.lists(term);
      const own = lists && (await lists[weight].places()).get(id);
      if (String(own) !== String(positions)) {
        faults.push(`${pages[id].address}: “${term}” stands at ${positions}, the index says ${own}`);
        return;
      }
    }
  }
}

async function checkPieces(count) {
  const roll = dice(seed);
  const sources = sourceRuns(content, pages);
  if (!sources.length) faults.push(`no articles in ${content}`);
  let lost = 0;
  for (let i = 0; i < count && sources.length; i += 1) {
    const source = sources[roll(sources.length)];
    const run = source.runs[i % 4 === 0 ? 0 : roll(source.runs.length)];
    const length = Math.min(run.length, 2 + roll(5));
    const begin = roll(run.length - length + 1);
    const piece = run.slice(begin, begin + length);
    const answer = await ask(piece);
    if (answer.kind === 'exact' && addresses(answer).includes(source.address)) continue;
    lost += 1;
    if (lost <= 10) faults.push(`“${piece}” of ${source.address} is not found`);
  }
  return `${count - lost} of ${count} pieces found`;
}

async function checkPhrases(count) {
  const roll = dice(seed + 2);
  const texts = pages.map((page) => page.fields.map((field) => field[0]).join('\n'));
  let asked = 0;
  let first = 0;
  for (let turn = 0; turn < count * 40 && asked < count; turn += 1) {
    const id = roll(pages.length);
    const runs = texts[id].match(/[\u4e00-\u9fff]{4,}/g) ?? [];
    if (!runs.length) continue;
    const run = runs[roll(runs.length)];
    const length = Math.min(run.length, 4 + roll(6));
    const begin = roll(run.length - length + 1);
    const phrase = run.slice(begin, begin + length);
    if (texts.filter((text) => text.includes(phrase)).length !== 1) continue;
    asked += 1;
    const answer = await ask(phrase);
    if (answer.ids[0] === id) first += 1;
    else if (asked - first <= 5) console.log(`“${phrase}” of ${pages[id].address} is behind ${addresses(answer)[0]}`);
  }
  if (asked < count) faults.push(`only ${asked} phrases of one page`);
  if (first < 0.95 * count) faults.push(`${first} of ${count} phrases put their page first`);
  return `${first} of ${asked} phrases put their page first`;
}

async function checkQueries(list) {
  for (const item of list) {
    const answer = await ask(item.query);
    const found = addresses(answer);
    const say = (what) => faults.push(`“${item.query}”: ${what} (${answer.kind}: ${found.slice(0, 3).join(', ')})`);
    if (item.kind && answer.kind !== item.kind) say(`is ${answer.kind}, not ${item.kind}`);
    if (item.first && found[0] !== item.first) say(`${item.first} is not first`);
    if (item.among && !found.slice(0, 8).includes(item.among)) say(`${item.among} is not among the first`);
    if (item.word && !found.slice(0, 3).every((_, at) => new RegExp(item.word).test(pages[answer.ids[at]].fields.map((field) => field[0]).join('\n')))) say(`a first result lacks ${item.word}`);
    if (!found.length && item.kind !== 'none') say('finds nothing');
    if (item.suggestion !== undefined && answer.suggestion !== item.suggestion) say(`suggests “${answer.suggestion}”, not “${item.suggestion}”`);
    if (item.name && !answer.names.some((own) => own.name === item.name)) say(`does not look for ${item.name}, too`);
    if (item.second !== undefined) {
      const at = found.indexOf(item.first ?? item.among);
      const lines = at < 0 ? [] : search.find.snippet(pages[answer.ids[at]], answer.phrases).lines;
      if (!lines.some((line) => line.second === item.second)) say(`does not lead to second ${item.second} (${lines.map((line) => line.second)})`);
    }
  }
}

await index.open();
if (index.documents !== pages.length) faults.push(`${index.documents} documents in the index, ${pages.length} in its pages`);
await checkReading(20);
console.log(await checkPieces(200));
console.log(await checkPhrases(100));
if (queries) await checkQueries(JSON.parse(readFileSync(queries, 'utf8')));
for (const fault of faults) console.log(fault);
console.log(`seed ${seed}: ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
