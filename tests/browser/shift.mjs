// Whether anything jumps while a page loads and is scrolled, or moves for those who want nothing to move.

export const MOST_SHIFT = 0.02;

/// Cumulative layout shift over loading and scrolling to the end; needs recordShifts before the page loads.
export async function checkShift(page) {
  const { sum, places } = await page.evaluate(async () => {
    const pause = (time) => new Promise((resolve) => { setTimeout(resolve, time); });
    const shifts = [];
    const note = (entries) => shifts.push(...entries.map((entry) => ({
      value: entry.value, place: entry.sources.map(({ node }) => (node?.outerHTML ?? node?.textContent ?? '').slice(0, 80)).join(' | '),
    })));
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    for (let y = 0; y < document.documentElement.scrollHeight; y += 600) {
      window.scrollTo({ top: y, behavior: 'instant' });
      await pause(30);
    }
    await pause(60);
    note(observer.takeRecords());
    window.scrollTo({ top: 0, behavior: 'instant' });
    return { sum: shifts.reduce((total, shift) => total + shift.value, 0), places: shifts.map((shift) => shift.place) };
  });
  return sum < MOST_SHIFT ? [] : [`moves by ${sum.toFixed(3)} while loading and scrolling: ${places.slice(0, 3).join(' ; ')}`];
}

/// In a window of someone who wants reduced motion: no animation runs, nothing glides, nothing plays by itself.
export async function checkCalm(page) {
  return page.evaluate(() => {
    const faults = [];
    for (const animation of document.getAnimations()) {
      const { duration, iterations } = animation.effect.getComputedTiming();
      if (animation.playState === 'running' && duration * iterations > 1) {
        faults.push(`moves although nothing should: ${animation.effect.target?.outerHTML.slice(0, 80)}`);
      }
    }
    if (getComputedStyle(document.documentElement).scrollBehavior === 'smooth') faults.push('glides although nothing should move');
    if (document.querySelector('svg animate, svg animateTransform, svg animateMotion, marquee, [autoplay]')) faults.push('holds motion that no setting stops');
    return faults;
  });
}
