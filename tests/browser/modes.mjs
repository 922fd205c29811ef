// The looks in which every kind of page must hold: light, dark, and what an elder reader may have chosen (css/elder.css and
// js/elder.js of the theme; elder.mjs looks at more of it). 720 is a window of 1440 pixels zoomed to 200 %.
import { elderMode } from './elder.mjs';

export const WIDTHS = [320, 390, 720, 768, 1440];

// axe: the widths at which axe looks; its findings differ where the layout does, and its contrasts where colours do.
// axeOfMore: the same for further pages of a kind.
// pictures: the widths of which screenshots are kept, where they are wanted.
export const LOOKS = [
  { name: 'light', scheme: 'light', axe: [390, 768, 1440], axeOfMore: [390], pictures: [390, 1440] },
  { name: 'dark', scheme: 'dark', axe: [390, 1440], axeOfMore: [1440], pictures: [768] },
  { name: 'elder', scheme: 'light', remembered: elderMode(), axe: [390, 1440], axeOfMore: [390], pictures: [390] },
  {
    name: 'elder-largest-yellow', scheme: 'light', remembered: elderMode(3, 'yellow'),
    axe: [390], axeOfMore: [], pictures: [],
  },
];
