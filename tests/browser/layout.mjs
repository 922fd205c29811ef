// How a page lies in its window.

/// Nothing reaches beyond the right edge; the fault names the first element that does.
export async function checkSideways(page) {
  const wide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return '';
    const culprit = [...document.body.querySelectorAll('*')].find((element) => element.getBoundingClientRect().right > room + 1);
    return `${document.documentElement.scrollWidth} px wide; ${culprit ? culprit.outerHTML.slice(0, 120) : 'no single element'}`;
  });
  return wide ? [`scrolls sideways: ${wide}`] : [];
}
