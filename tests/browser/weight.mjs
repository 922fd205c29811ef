// How much a visitor of the home page waits for.
const MOST = 60 * 1024;

async function checkWeight(page) {
  const parts = await page.evaluate(() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .filter((entry) => !/\.(svg|webp|png|jpe?g|avif)$/.test(new URL(entry.name).pathname))
    .map((entry) => ({ name: entry.name, bytes: entry.encodedBodySize, plain: entry.decodedBodySize })));
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
  const list = parts.map((part) => `${part.name.split('/').pop() || 'page'} ${part.bytes}`).join(', ');
  if (!parts.some((part) => part.bytes < part.plain)) return [`the server compresses nothing: ${list}`];
  return bytes <= MOST ? [] : [`${bytes} bytes without pictures: ${list}`];
}

export function weightVisits() {
  return [{ address: 'index.html', what: 'weight', check: checkWeight }];
}
