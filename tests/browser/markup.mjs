// Every page's markup against the HTML standard (html-validate), every script against the oldest browsers that the site serves
// (acorn, ECMAScript 2017), and that no two pages have the same title.
//   node markup.mjs TREE [PART-OF-AN-ADDRESS]
// Prints one line per fault; exit status 1 when there are any.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { isOfEdition } from './sample.mjs';

const OLDEST = 2017;
// What later editions added to objects that scripts already had, which a parser cannot see.
const LATER = new Set(['replaceAll', 'matchAll', 'flatMap', 'flat', 'at', 'fromEntries', 'allSettled', 'trimStart', 'trimEnd',
  'replaceChildren', 'structuredClone', 'queueMicrotask', 'hasOwn', 'findLast', 'toSorted', 'toReversed', 'finally']);

const validator = new HtmlValidate(new StaticConfigLoader({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  elements: ['html5'],
  rules: {
    // Style only: the standard takes either case.
    'doctype-style': 'off',
    // All files come from the site itself; a hash would guard it against itself, and none works from a folder on disk.
    'require-sri': 'off',
    // The box in which a wide table scrolls needs a role to be named by; it is no section of the text.
    'prefer-native-element': ['error', { exclude: ['region'] }],
    // ARIA lets lists and groups have names too.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
  },
}));

const [tree, only = ''] = process.argv.slice(2);
const faults = [];
const counts = { pages: 0, scripts: 0 };

function files(ending) {
  return readdirSync(tree, { recursive: true }).filter((name) => name.endsWith(ending) && name.includes(only)).sort();
}

function read(address) {
  return readFileSync(join(tree, address), 'utf8');
}

// Pages of a further edition are made by the same templates: one of each kind is enough.
const kindsOfEditions = new Set();
function isToValidate(address, html) {
  if (!isOfEdition(address)) return true;
  const kind = /<body class="page-([\w-]+)/.exec(html)?.[1] ?? '';
  if (kindsOfEditions.has(kind)) return false;
  kindsOfEditions.add(kind);
  return true;
}

async function checkPages() {
  const titles = new Map();
  for (const address of files('.html')) {
    const html = read(address);
    counts.pages += 1;
    const report = isToValidate(address, html) ? await validator.validateString(html, address) : { results: [] };
    for (const { messages } of report.results) {
      for (const { line, column, ruleId, message } of messages) faults.push(`${address}:${line}:${column}: ${ruleId}: ${message}`);
    }
    // A page that only leads on to another one bears that one's title.
    if (/<meta http-equiv="refresh"/.test(html)) continue;
    const title = /<title>([^<]*)<\/title>/.exec(html)?.[1];
    const language = /<html[^>]* lang="([^"]+)"/.exec(html)?.[1];
    // In another script a title may be written the same.
    const named = `${language} ${title}`;
    if (titles.has(named)) faults.push(`${address}: has the same title as ${titles.get(named)}: ${title}`);
    titles.set(named, address);
    if (!language) faults.push(`${address}: does not say its language`);
    const headings = html.match(/<h1[\s>]/g)?.length ?? 0;
    if (headings !== 1) faults.push(`${address}: has ${headings} headings of the first level`);
  }
}

function laterNames(node) {
  const found = [];
  for (const value of Object.values(node).flat()) {
    if (value && typeof value.type === 'string') found.push(...laterNames(value));
  }
  if (node.type === 'MemberExpression' && !node.computed && LATER.has(node.property.name)) found.push({ name: node.property.name, line: node.loc.start.line });
  return found;
}

function checkScripts() {
  for (const address of files('.js')) {
    counts.scripts += 1;
    try {
      const program = parse(read(address), { ecmaVersion: OLDEST, sourceType: 'script', locations: true });
      for (const { name, line } of laterNames(program)) faults.push(`${address}:${line}: browsers of ${OLDEST} have no ${name}`);
    } catch (error) {
      faults.push(`${address}: is no script of ECMAScript ${OLDEST}: ${error.message}`);
    }
  }
}

await checkPages();
checkScripts();
for (const fault of faults) console.log(fault);
console.log(`${counts.pages} pages, ${counts.scripts} scripts: ${faults.length} faults`);
process.exit(faults.length || !counts.pages ? 1 : 0);
