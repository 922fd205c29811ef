// Which pages of a published tree the browser looks at. A page's kind is the class of its body; a kind that a theme adds is found by
// itself.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/// Whether a page belongs to a further edition of the site, zh-TW/….
export const isOfEdition = (address) => /^[a-z]{2}-[A-Z]{2}\//.test(address);

/// All pages of the main edition but those that only lead on to another one, in the order of their addresses: { address, html, kind }.
/// Further editions have the same templates and links; editions.mjs looks at a few of their pages.
export function allPages(tree) {
  return readdirSync(tree, { recursive: true, withFileTypes: false })
    .filter((address) => address.endsWith('.html') && !isOfEdition(address)).sort()
    .map((address) => ({ address, html: readFileSync(join(tree, address), 'utf8') }))
    .filter(({ html }) => !html.includes('<meta http-equiv="refresh"'))
    .map((page) => ({ ...page, kind: /<body class="page-([\w-]+)/.exec(page.html)?.[1] ?? '' }));
}

function smallest(pages) {
  return pages.reduce((a, b) => (b.html.length < a.html.length ? b : a));
}

function largest(pages) {
  return pages.reduce((a, b) => (b.html.length > a.html.length ? b : a));
}

function groups(pages, nameOf) {
  const found = new Map();
  for (const page of pages) found.set(nameOf(page), [...(found.get(nameOf(page)) ?? []), page]);
  return [...found.values()];
}

/// Of each kind the smallest page, in each top folder the largest, and one with a player of each form: the hardest pages of all kinds.
export function samplePages(tree) {
  const pages = allPages(tree);
  const chosen = new Set();
  for (const sameKind of groups(pages, (page) => page.kind)) {
    chosen.add(smallest(sameKind));
    for (const tag of ['<video', '<audio']) chosen.add(sameKind.find((page) => page.html.includes(tag)));
  }
  const isList = (page) => page.address.endsWith('index.html');
  for (const sameFolder of groups(pages, (page) => `${page.kind} ${isList(page)} ${page.address.split('/')[0]}`)) chosen.add(largest(sameFolder));
  return pages.filter((page) => chosen.has(page)).map((page) => page.address);
}

/// Fewer: one page of each kind, and of those kinds that differ from section to section one of each section.
export function onePageOfEachKind(tree) {
  const nameOf = ({ kind, address }) => (['article', 'section'].includes(kind) ? `${kind} ${address.split('/')[0]}` : kind);
  return groups(allPages(tree), nameOf).map((sameKind) => largest(sameKind).address).sort();
}

/// Fewer still: one page of each kind, wherever it stands.
export function onePageOfEachTemplate(tree) {
  return groups(allPages(tree), ({ kind }) => kind).map((sameKind) => largest(sameKind).address).sort();
}
