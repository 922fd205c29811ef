// Runs the site's own search scripts in Node, as a browser would: classic scripts in one global scope, whose script elements read files of
// the tree. What is loaded is counted.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';

const PARTS = ['search-text', 'search-index', 'search-match', 'search-snippet'];

/// The scripts' folder: a published tree, or the theme's js/ where it is given.
function scriptOf(tree, scripts, name) {
  if (scripts) return join(scripts, `${name}.js`);
  const file = readdirSync(join(tree, 'assets')).find((item) => new RegExp(`^${name}\\.[0-9a-f]+\\.js$`).test(item));
  if (!file) throw new Error(`the tree has no script ${name}`);
  return join(tree, 'assets', file);
}

export function openSearch(tree, { scripts = process.env.KEPU_SEARCH_SCRIPTS } = {}) {
  const loads = [];
  const scope = { Map, Set, Promise, Array, Object, String, Number, Math, Uint8Array, Error, JSON, console };
  const load = (element) => {
    if (!existsSync(element.src)) return setImmediate(() => element.onerror?.());
    const text = readFileSync(element.src, 'utf8');
    loads.push({ name: element.src.split('/').pop(), bytes: Buffer.byteLength(text), text });
    return setImmediate(() => vm.runInContext(text, scope));
  };
  scope.window = scope;
  scope.document = {
    createElement: () => ({ remove() {}, src: '' }),
    head: { appendChild: load },
  };
  vm.createContext(scope);
  for (const name of PARTS) vm.runInContext(readFileSync(scriptOf(tree, scripts, name), 'utf8'), scope, { filename: name });
  const page = readFileSync(join(tree, 'search/index.html'), 'utf8');
  const start = /data-start="([^"]+)"/.exec(page)[1];
  const address = join(tree, 'search', start);
  const find = scope.kepuFind;
  return {
    find,
    loads,
    folder: dirname(address),
    /// An index that has loaded nothing yet.
    newIndex: () => new find.Index(address),
    bytes: () => loads.reduce((sum, item) => sum + item.bytes, 0),
    compressedBytes: () => loads.reduce((sum, item) => sum + gzipSync(item.text, { level: 6 }).length, 0),
    forget: () => { loads.length = 0; },
  };
}

/// All documents of the index in their order, straight from its files.
export function allPages(folder) {
  const numbered = readdirSync(folder).map((name) => /^pages-(\d+)\.js$/.exec(name)).filter(Boolean)
    .sort((a, b) => Number(a[1]) - Number(b[1]));
  const pages = [];
  for (const [name] of numbered) {
    vm.runInNewContext(readFileSync(join(folder, name), 'utf8'), {
      kepuSearch: (_, data) => { for (const [address, date, fields] of data) pages.push({ address, date, fields }); },
    });
  }
  return pages;
}

/// A generator of numbers that gives the same ones each time: below(10) is 0 … 9.
export function dice(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

/// Runs of Han characters of the articles' sources: [{ address, runs: [text] }], as far as they are published.
export function sourceRuns(content, pages) {
  const published = new Set(pages.map((page) => page.address));
  const out = [];
  for (const section of readdirSync(content, { withFileTypes: true })) {
    if (!section.isDirectory()) continue;
    for (const file of readdirSync(join(content, section.name), { withFileTypes: true })) {
      const path = join(content, section.name, file.name, ...(file.isDirectory() ? ['index.md'] : []));
      if (file.name === '_index.md' || !path.endsWith('.md') || !existsSync(path)) continue;
      const text = readFileSync(path, 'utf8');
      const [, front, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
      if (!front) continue;
      const slug = /^slug: *"?([^"\n]+?)"?$/m.exec(front)?.[1] ?? file.name.replace(/\.md$/, '');
      const address = `${section.name}/${slug}.html`;
      if (!published.has(address)) continue;
      const title = /^title: *(.+)$/m.exec(front)[1];
      // Blocks that become something else, comments, and addresses of links are no text.
      const plain = body.replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1[^\n]*$/gm, '').replace(/<!--[\s\S]*?-->/g, '').replace(/\]\([^)]*\)/g, '');
      out.push({ address, runs: [title, ...plain.split('\n')].flatMap((line) => line.match(/[\u4e00-\u9fff]{2,}/g) ?? []) });
    }
  }
  return out;
}
