// Pictures show; sound and film play, have the size that the page says, and can be moved to their middle.

export async function checkPictures(page) {
  const broken = await page.evaluate(async () => {
    const pictures = [...document.images];
    for (const picture of pictures) picture.loading = 'eager';
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
    return pictures.filter((picture) => !picture.naturalWidth).map((picture) => picture.currentSrc || picture.src);
  });
  return broken.map((url) => `picture does not show: ${url}`);
}

export async function checkPlayers(page) {
  const results = await page.evaluate(async () => {
    // A screen that waits for what its script gives it has nothing to play of its own.
    const players = [...document.querySelectorAll('video, audio')].filter((player) => player.src || player.querySelector('source'));
    const play = async (player) => {
      const type = player.querySelector('source')?.type;
      if (type && !player.canPlayType(type)) return { source: player.currentSrc, skipped: type };
      player.muted = true;
      player.preload = 'auto';
      try {
        await player.play();
      } catch (error) {
        return { source: player.currentSrc || player.src, fault: `does not play: ${error.message}` };
      }
      const end = Date.now() + 8000;
      while (player.currentTime === 0 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
      const moved = player.currentTime > 0;
      player.pause();
      if (!moved) return { source: player.currentSrc, fault: 'stands still' };
      if (!(player.duration > 0)) return { source: player.currentSrc, fault: 'has no length' };
      if (player.tagName === 'VIDEO') {
        const real = player.videoWidth / player.videoHeight;
        const given = player.getAttribute('width') / player.getAttribute('height');
        if (Math.abs(real - given) > 0.02 * real) return { source: player.currentSrc, fault: `is ${real}, the page says ${given}` };
      }
      // Jumping into the middle needs byte ranges.
      player.currentTime = player.duration / 2;
      await new Promise((resolve) => { player.onseeked = resolve; setTimeout(resolve, 8000); });
      return Math.abs(player.currentTime - player.duration / 2) < 1 ? {} : { source: player.currentSrc, fault: 'cannot be moved to its middle' };
    };
    const results = [];
    for (const player of players) results.push(await play(player));
    return results;
  });
  for (const { skipped } of results) if (skipped) console.log(`${page.url()}: this Chromium does not play ${skipped}`);
  return results.filter((result) => result.fault).map((result) => `${result.source} ${result.fault}`);
}
