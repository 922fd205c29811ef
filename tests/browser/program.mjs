// The browser that the tests start: Chromium without its windows, menus and services, which draws the same pages in half the time;
// $KEPU_CHROMIUM names another one.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const SHELL = '/usr/bin/chromium-headless-shell';

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--autoplay-policy=no-user-gesture-required', '--mute-audio'];

export function startBrowser(...more) {
  const executablePath = process.env.KEPU_CHROMIUM ?? (existsSync(SHELL) ? SHELL : '/usr/bin/chromium');
  return chromium.launch({ executablePath, args: [...ARGUMENTS, ...more] });
}
