// Visits to pages of a published site: each in a window of its own, from a server, from disk or without scripts. Whatever goes wrong
// while a page is open is a fault, whoever looks at it; so is what the visit's own check finds.
//   { address, what, way, width, remembered, options, check }
//     what        names the visit in faults; '' for the page as such
//     way         'server' (the default), 'file' or 'no scripts'
//     width       of the window in CSS pixels; 900 when left out
//     remembered  what localStorage holds before the page loads, e.g. a mode that was chosen earlier
//     script      runs before those of the page, e.g. a device that the page would ask
//     options     further settings of the window, as Playwright takes them
//     longest     in milliseconds, for a visit that goes through many pages
//     check       async (page, url) => faults as texts
import { pathToFileURL } from 'node:url';

/// The same visit by several ways.
export function everyWay(visit, ways = ['server', 'file']) {
  return ways.map((way) => ({ ...visit, way }));
}

// A visit that takes longer hangs: nothing that the tests wait for takes a quarter of it.
const LONGEST_MS = 120000;

function within(time, promise) {
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`no end after ${time / 1000} s`)), time); });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

export class Visits {
  constructor(browser, tree, base) {
    this.browser = browser;
    this.homes = { server: base, 'no scripts': base, file: `${pathToFileURL(tree).href}/` };
    this.faults = 0;
    this.addresses = new Set();
    this.done = 0;
    this.seconds = new Map();
  }

  // Told at once: a run that is ended early has said what it found.
  fault(text) {
    this.faults += 1;
    console.log(text.replace(/\s+/g, ' '));
  }

  /// Makes all visits, as many at once as given.
  async make(visits, atOnce) {
    const queue = [...visits];
    const visitor = async () => {
      for (let visit = queue.shift(); visit; visit = queue.shift()) await this.makeOne(visit);
    };
    await Promise.all(Array.from({ length: atOnce }, visitor));
  }

  async makeOne(visit) {
    const { address, what = '', way = 'server', width = 900, remembered, script, options = {}, longest = LONGEST_MS, check } = visit;
    const began = Date.now();
    const place = [address, way === 'server' ? '' : `(${way})`, what].filter(Boolean).join(' ');
    const home = this.homes[way];
    const context = await this.browser.newContext({
      viewport: { width, height: 900 }, javaScriptEnabled: way !== 'no scripts', ...options,
    });
    try {
      if (remembered) {
        await context.addInitScript((kept) => {
          try {
            for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, value);
          } catch { /* about:blank has no store */ }
        }, remembered);
      }
      if (script) await context.addInitScript(script);
      const page = await context.newPage();
      this.watch(page, place, home);
      await page.goto(home + address, { waitUntil: 'load' });
      for (const fault of await within(longest, check(page, home + address))) this.fault(`${place}: ${fault}`);
      this.addresses.add(address);
      this.done += 1;
    } catch (error) {
      this.fault(`${place}: the test itself failed: ${error.message.split('\n')[0]}`);
    } finally {
      await context.close();
      this.seconds.set(place, (Date.now() - began) / 1000);
    }
  }

  watch(page, place, home) {
    const start = home.startsWith('file:') ? home : new URL(home).origin;
    const fault = (what) => this.fault(`${place}: ${what}`);
    page.on('console', (message) => {
      // The page for lost visitors loads no file, not even an icon; the browser then asks for one on its own.
      if (message.location().url.endsWith('/favicon.ico')) return;
      if (['error', 'warning'].includes(message.type())) fault(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => fault(`script: ${error.message}`));
    page.on('requestfailed', (request) => {
      // What is still on its way when a page is left is aborted. A file that is missing or forbidden says so otherwise.
      const { errorText } = request.failure() ?? {};
      if (errorText !== 'net::ERR_ABORTED') fault(`request failed: ${request.url()} ${errorText}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) fault(`${response.status()} for ${response.url()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(start) && !/^(data|blob|about):/.test(request.url())) fault(`request leaves the site: ${request.url()}`);
    });
  }
}
