// How a page lies in its window, also with larger and wider-set letters.

/// Nothing reaches beyond the right edge; the fault names the first element that does.
export async function checkSideways(page) {
  const wide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return '';
    const scrolls = (element) => element !== document.body && /auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX);
    const culprit = [...document.body.querySelectorAll('*')].find((element) => {
      if (element.getBoundingClientRect().right <= room + 0.5) return false;
      let at = element.parentElement;
      while (at !== document.body && !scrolls(at)) at = at.parentElement;
      return at === document.body;
    });
    return `${document.documentElement.scrollWidth} px wide; ${culprit ? culprit.outerHTML.slice(0, 120) : 'no single element'}`;
  });
  return wide ? [`scrolls sideways: ${wide}`] : [];
}

// Elements with text of their own that is cut off. What is hidden from view on purpose is a pixel large.
async function checkCut(page) {
  const cut = await page.evaluate(() => {
    const texts = (element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const heading = document.querySelector('h1')?.textContent ?? '';
    const cuts = (overflow) => overflow === 'hidden' || overflow === 'clip';
    const faults = [];
    for (const box of document.body.querySelectorAll('*')) {
      const style = getComputedStyle(box);
      if (!cuts(style.overflowX) && !cuts(style.overflowY)) continue;
      // A teaser of so many lines, the whole text of which is behind its link.
      if (style.webkitLineClamp !== 'none') continue;
      const edge = box.getBoundingClientRect();
      if (edge.width < 4 || edge.height < 4) continue;
      for (const element of [box, ...box.querySelectorAll('*')]) {
        if (!texts(element).length || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
        // For screen readers only; or shortened with dots, for the heading says it in full.
        const own = getComputedStyle(element);
        if (own.clipPath !== 'none' || (own.textOverflow === 'ellipsis' && heading.includes(element.textContent.trim()))) continue;
        const lines = texts(element).flatMap((node) => {
          const range = document.createRange();
          range.selectNode(node);
          return [...range.getClientRects()];
        });
        for (const line of lines) {
          if (line.width < 2 || line.height < 2) continue;
          const beyond = (cuts(style.overflowX) && (line.right > edge.right + 2 || line.left < edge.left - 2))
            || (cuts(style.overflowY) && (line.bottom > edge.bottom + 3 || line.top < edge.top - 3));
          // What scrolls inside the box is within reach, and a teaser inside it ends where it should.
          const ends = ({ overflow, webkitLineClamp }) => /auto|scroll/.test(overflow) || webkitLineClamp !== 'none';
          let inner = element;
          while (beyond && inner !== box && !ends(getComputedStyle(inner))) inner = inner.parentElement;
          if (beyond && inner === box) {
            faults.push(`“${element.textContent.trim().slice(0, 30)}” in ${box.outerHTML.slice(0, 80)}`);
            break;
          }
        }
        if (faults.length > 2) return faults;
      }
    }
    return faults;
  });
  return cut.map((place) => `text is cut off: ${place}`);
}

async function withStyle(page, css, what) {
  const style = await page.evaluateHandle((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, css);
  const faults = [...await checkSideways(page), ...await checkCut(page)];
  await page.evaluate(() => { document.adoptedStyleSheets = []; });
  await style.dispose();
  return faults.map((fault) => `${what}: ${fault}`);
}

/// WCAG 1.4.4, 1.4.10 and 1.4.12: nothing is cut off as it is, with letters twice as large, or set as wide as readers may set them.
export async function checkLetters(page) {
  const faults = [];
  await page.emulateMedia({ colorScheme: 'light' });
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    faults.push(...await checkCut(page));
    faults.push(...await withStyle(page, `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-bottom: 2em !important; }`, `letters set wide at ${width} px`));
  }
  faults.push(...await withStyle(page, 'html { font-size: 200% !important; }', 'letters twice as large'));
  return faults;
}
