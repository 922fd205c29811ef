// Which pages of a published tree the browser looks at: of every folder its lists and, of the rest, the first and the longest
// page, so that each kind of page is there and so is the hardest one of its kind.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export function samplePages(tree) {
  const pages = [];
  visit(tree, '', pages);
  return pages;
}

function visit(tree, folder, pages) {
  const names = readdirSync(join(tree, folder)).sort();
  const single = [];
  for (const name of names) {
    const address = folder ? `${folder}/${name}` : name;
    if (statSync(join(tree, address)).isDirectory()) {
      if (name !== 'assets' && name !== 'media') visit(tree, address, pages);
    } else if (/^(index|awards|404|page-2)\.html$/.test(name)) {
      pages.push(address);
    } else if (name.endsWith('.html')) {
      single.push(address);
    }
  }
  const longest = [...single].sort((a, b) => statSync(join(tree, b)).size - statSync(join(tree, a)).size)[0];
  const chosen = new Set([single[0], longest]);
  // A player of each form, whatever its page is called.
  for (const tag of ['<video', '<audio']) {
    chosen.add(single.find((address) => readFileSync(join(tree, address), 'utf8').includes(tag)));
  }
  for (const address of chosen) if (address) pages.push(address);
}
