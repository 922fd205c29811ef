// Lighthouse on a slow phone, on the pages that most visitors meet first.
//   node lighthouse.mjs BASE-URL CATEGORIES PAGE…     CATEGORIES: e.g. accessibility,seo
// Prints a table of scores, then what each audit below full marks found; exit status 1 when a score is below 95.
import { startBrowser } from './program.mjs';
import lighthouse from 'lighthouse';

const ENOUGH = 95;
const [base, categories, ...pages] = process.argv.slice(2);
const PORT = 9333 + (process.pid % 500);

// The windows and services of the whole browser would be counted as work of the page.
const browser = await startBrowser(`--remote-debugging-port=${PORT}`);
const results = [];
for (const address of pages) {
  const { lhr } = await lighthouse(base + address, { port: PORT, onlyCategories: categories.split(','), logLevel: 'error', throttlingMethod: 'simulate' });
  results.push({ address, lhr });
}
await browser.close();

const names = Object.keys(results[0].lhr.categories);
console.log(`| page | ${names.join(' | ')} | LCP s | TBT ms | CLS | KiB |`);
console.log(`| --- |${' --: |'.repeat(names.length + 4)}`);
let low = 0;
for (const { address, lhr } of results) {
  const scores = names.map((name) => Math.round(lhr.categories[name].score * 100));
  low += scores.filter((score) => !(score >= ENOUGH)).length;
  const figure = (audit, divisor, digits) => (lhr.audits[audit] ? (lhr.audits[audit].numericValue / divisor).toFixed(digits) : '');
  console.log(`| ${address} | ${scores.join(' | ')} | ${figure('largest-contentful-paint', 1000, 1)} | ${figure('total-blocking-time', 1, 0)} | ${
    figure('cumulative-layout-shift', 1, 3)} | ${figure('total-byte-weight', 1024, 0)} |`);
}
for (const { address, lhr } of results) {
  for (const name of names) {
    for (const { id, weight } of lhr.categories[name].auditRefs) {
      const audit = lhr.audits[id];
      if (!weight || audit.score === null || audit.score >= 0.9) continue;
      const places = (audit.details?.items ?? []).slice(0, 3).map((item) => item.node?.snippet ?? item.url ?? item.description ?? '').join(' ; ');
      console.log(`${address}: ${name}: ${audit.title}: ${audit.displayValue ?? ''} ${places}`);
    }
  }
}
process.exit(low ? 1 : 0);
