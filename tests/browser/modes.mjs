// The looks in which every kind of page must hold: light, dark, and what an elder reader may have chosen. A choice is kept in
// localStorage and holds from then on; css/elder.css and js/elder.js of the theme make it.
export const LOOKS = [
  { name: 'light', scheme: 'light' },
  { name: 'dark', scheme: 'dark' },
  { name: 'elder', scheme: 'light', remembered: { 'kepu-elder': '1' } },
];

export const WIDTHS = [320, 390, 768, 1440];
