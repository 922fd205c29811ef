// A page in the reader's own colours (Windows high contrast), which replace all of its own: signs must be drawn in them.
export async function checkSigns(page) {
  const faint = await page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const channels = (colour) => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const light = (rgb) => {
      const [r, g, b] = rgb.slice(0, 3).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
    const ground = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const rgb = channels(getComputedStyle(at).backgroundColor);
        if (rgb[3] > 0) return rgb;
      }
      return channels('Canvas');
    };
    const faults = new Set();
    // Signs are small; larger drawings are pictures and keep their colours.
    for (const sign of document.querySelectorAll('body svg')) {
      const box = sign.getBoundingClientRect();
      if (!box.width || box.width > 48 || !sign.checkVisibility({ visibilityProperty: true })) continue;
      const drawn = [...sign.querySelectorAll('path, circle, rect, line, polyline, polygon, ellipse, use')].flatMap((shape) => {
        const style = getComputedStyle(shape);
        return [style.fill, style.stroke].filter((colour) => colour !== 'none' && !colour.startsWith('url'));
      }).map(channels).filter((rgb) => rgb[3] > 100);
      if (drawn.length && !drawn.some((rgb) => contrast(rgb, ground(sign.parentElement)) >= 3)) faults.add(sign.parentElement.outerHTML.slice(0, 100));
    }
    return [...faults].slice(0, 3);
  });
  return faint.map((place) => `in forced colours a sign cannot be seen: ${place}`);
}
