// The screening room: the works of a playlist, one after the other, for halls and for leaning back. The list on the page is the playlist;
// without this script it is a list of links. Works in full screen, in a loop, and from a folder on disk, where subtitles come as scripts.
(function () {
  'use strict';
  var hall = document.getElementById('hall');
  var list = document.querySelector('.playlist-lines');
  var works = Array.prototype.filter.call(list.children, function (item) { return item.dataset.src; });
  if (!hall || !works.length) return;
  var fromDisk = location.protocol === 'file:';
  var captionMs = 5000;
  var video = hall.querySelector('.hall-video');
  var audio = hall.querySelector('.hall-audio');
  var sound = hall.querySelector('.hall-sound');
  var caption = hall.querySelector('.hall-caption');
  var lines = hall.querySelector('.hall-lines');
  var note = hall.querySelector('.hall-note');
  var start = hall.querySelector('.hall-start');
  var progress = hall.querySelector('.hall-progress');
  var position = hall.querySelector('.hall-position');
  var loop = button('loop');
  var full = button('full');
  var at = 0;
  var media = video;
  var failures = 0;
  var cues = [];
  var captionTimer = 0;
  var idleTimer = 0;
  var lock = null;

  function button(name) { return hall.querySelector('[data-do="' + name + '"]'); }
  function say(name, values) {
    return Object.keys(values || {}).reduce(function (text, key) { return text.replace('{' + key + '}', values[key]); }, list.dataset[name]);
  }
  function titleOf(work) { return work.querySelector('h3').textContent; }

  // ---- subtitles, drawn by the page: the same from a server and from a disk, and as large as a hall needs them
  var waiting = {};
  window.kepuReceive = function (received) {
    var take = waiting[document.currentScript.src];
    delete waiting[document.currentScript.src];
    if (take) take(received);
  };

  function loadCues(work) {
    cues = [];
    lines.hidden = true;
    if (!work.dataset.cues) return;
    if (work.kepuCues) { cues = work.kepuCues; return; }
    var script = document.createElement('script');
    script.src = work.dataset.cues;
    waiting[script.src] = function (received) {
      work.kepuCues = received;
      if (works[at] === work) cues = received;
    };
    document.head.appendChild(script);
  }

  function showLine() {
    var now = media.currentTime * 1000;
    var text = cues.filter(function (cue) { return cue[0] <= now && now < cue[1]; }).map(function (cue) { return cue[2]; }).join('\n');
    if (lines.textContent !== text) lines.textContent = text;
    lines.hidden = !text;
  }

  // ---- what is on: title and unit over the picture for some seconds
  function showCaption() {
    var work = works[at];
    caption.querySelector('.hall-kicker').textContent = say('position', { number: Number(list.dataset.first) + Array.prototype.indexOf.call(list.children, work), total: list.dataset.total });
    caption.querySelector('.hall-title').textContent = titleOf(work);
    caption.querySelector('.hall-by').textContent = Array.prototype.map.call(work.querySelectorAll('.playlist-by > span:not(.playlist-now)'), function (part) { return part.textContent; }).join(' · ');
    caption.hidden = false;
    clearTimeout(captionTimer);
    // A sound has nothing else to show.
    if (work.dataset.form === 'video') captionTimer = setTimeout(function () { caption.hidden = true; }, captionMs);
  }

  function markCurrent() {
    works.forEach(function (work, index) {
      var mark = work.querySelector('.playlist-now');
      if (index === at) work.setAttribute('aria-current', 'true'); else work.removeAttribute('aria-current');
      if (mark) mark.remove();
    });
    var now = document.createElement('span');
    now.className = 'playlist-now';
    now.textContent = list.dataset.now;
    works[at].querySelector('.playlist-by').prepend(now);
    position.textContent = (at + 1) + ' / ' + works.length;
  }

  function showState() {
    var playing = !media.paused && !media.ended;
    hall.classList.toggle('is-playing', playing);
    button('toggle').setAttribute('aria-label', list.dataset[playing ? 'pause' : 'play']);
    if (playing) start.hidden = true;
  }

  // ---- the screen does not go dark while something plays
  function stayAwake() {
    if (lock || !navigator.wakeLock) return;
    navigator.wakeLock.request('screen').then(function (got) {
      lock = got;
      got.addEventListener('release', function () { lock = null; });
    }).catch(function () { /* saving power, or not allowed: the work plays all the same */ });
  }

  function maySleep() { if (lock) lock.release(); }

  // ---- one work after the other
  function open(index, andPlay) {
    at = (index + works.length) % works.length;
    var work = works[at];
    var isVideo = work.dataset.form === 'video';
    media.pause();
    media.removeAttribute('src');
    media = isVideo ? video : audio;
    video.hidden = !isVideo;
    sound.hidden = isVideo;
    video.poster = isVideo && work.dataset.poster ? work.dataset.poster : '';
    if (!isVideo) showSound(work);
    media.src = work.dataset.src;
    progress.value = 0;
    loadCues(work);
    markCurrent();
    showCaption();
    showState();
    if (andPlay) play();
  }

  function showSound(work) {
    var cover = sound.querySelector('.hall-cover');
    var wave = sound.querySelector('.hall-wave');
    var drawn = work.querySelector('.waveform svg');
    cover.textContent = '';
    wave.textContent = '';
    if (work.dataset.poster) {
      var picture = document.createElement('img');
      picture.src = work.dataset.poster;
      picture.alt = '';
      cover.appendChild(picture);
    }
    if (drawn) {
      var played = document.createElement('div');
      played.className = 'hall-played';
      played.appendChild(drawn.cloneNode(true));
      wave.append(drawn.cloneNode(true), played);
    }
  }

  function play() {
    var mine = media;
    var source = media.src;
    var started = media.play();
    if (started) started.catch(function (error) {
      // Another work was chosen meanwhile, or the browser wants a hand on the button first.
      if (mine !== media || source !== media.src) return;
      if (error.name === 'NotAllowedError') { start.hidden = false; start.focus(); }
    });
  }

  function next() {
    if (at + 1 < works.length || loop.getAttribute('aria-pressed') === 'true') {
      open(at + 1, true);
    } else {
      note.textContent = list.dataset.over;
      maySleep();
      showState();
    }
  }

  function skip() {
    if (!media.getAttribute('src')) return;
    failures += 1;
    if (failures >= works.length) {
      note.textContent = list.dataset.failed;
      maySleep();
      return;
    }
    note.textContent = say('skipped', { title: titleOf(works[at]) });
    next();
  }

  [video, audio].forEach(function (element) {
    element.addEventListener('ended', function () { if (element === media) next(); });
    element.addEventListener('error', function () { if (element === media) skip(); });
    element.addEventListener('playing', function () { failures = 0; stayAwake(); showState(); });
    element.addEventListener('play', showState);
    element.addEventListener('pause', function () { if (!element.ended) maySleep(); showState(); });
    element.addEventListener('timeupdate', function () {
      if (element !== media) return;
      var share = element.duration > 0 ? element.currentTime / element.duration : 0;
      progress.value = Math.round(share * 1000);
      var played = sound.querySelector('.hall-played');
      if (played) played.style.clipPath = 'inset(0 ' + (1 - share) * 100 + '% 0 0)';
      showLine();
    });
  });
  document.addEventListener('visibilitychange', function () { if (!document.hidden && !media.paused) stayAwake(); });

  // ---- controls
  function toggle() {
    note.textContent = '';
    if (media.paused) play(); else media.pause();
  }

  function go(by) {
    note.textContent = '';
    open(at + by, true);
  }

  function fullElement() { return document.fullscreenElement || document.webkitFullscreenElement; }

  function toggleFull() {
    if (fullElement()) (document.exitFullscreen || document.webkitExitFullscreen).call(document);
    else if (hall.requestFullscreen) hall.requestFullscreen().catch(function () { full.hidden = true; });
    else if (hall.webkitRequestFullscreen) hall.webkitRequestFullscreen();
  }

  function actOn(name) {
    if (name === 'previous') go(-1);
    if (name === 'next') go(1);
    if (name === 'toggle') toggle();
    if (name === 'loop') loop.setAttribute('aria-pressed', String(loop.getAttribute('aria-pressed') !== 'true'));
    if (name === 'full') toggleFull();
  }

  hall.querySelector('.hall-bar').addEventListener('click', function (event) {
    var pressed = event.target.closest('button');
    if (pressed) actOn(pressed.dataset.do);
  });
  hall.querySelector('.hall-screen').addEventListener('click', function (event) {
    if (!event.target.closest('button')) toggle();
  });
  start.addEventListener('click', function () { note.textContent = ''; play(); hall.focus(); });

  // Keys work where the hall has the focus, and anywhere while it fills the screen; buttons and links keep their own.
  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    var target = event.target;
    if (target.closest && target.closest('a, input, select, textarea, summary, [contenteditable]')) return;
    var onButton = target.closest && target.closest('button');
    var name = { ' ': 'toggle', ArrowLeft: 'previous', ArrowRight: 'next', f: 'full', F: 'full' }[event.key];
    if (!name || (onButton && event.key === ' ')) return;
    if (!hall.contains(target) && target !== document.body) return;
    event.preventDefault();
    actOn(name);
  });

  ['fullscreenchange', 'webkitfullscreenchange'].forEach(function (name) {
    document.addEventListener(name, function () {
      full.setAttribute('aria-pressed', String(Boolean(fullElement())));
      wake();
    });
  });
  if (!hall.requestFullscreen && !hall.webkitRequestFullscreen) full.hidden = true;

  // In full screen the bar and the pointer go away while nobody moves.
  function wake() {
    hall.classList.remove('is-idle');
    clearTimeout(idleTimer);
    if (fullElement()) idleTimer = setTimeout(function () { hall.classList.add('is-idle'); }, 3000);
  }
  ['pointermove', 'pointerdown', 'keydown', 'focusin'].forEach(function (name) { hall.addEventListener(name, wake); });

  // A work of the list plays here; with Ctrl and the like its link opens its page as links do.
  list.addEventListener('click', function (event) {
    var link = event.target.closest('h3 a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || link.classList.contains('playlist-page')) return;
    var index = works.indexOf(link.closest('li'));
    if (index < 0) return;
    event.preventDefault();
    note.textContent = '';
    open(index, true);
    hall.focus({ preventScroll: true });
    hall.scrollIntoView({ block: 'nearest' });
  });
  works.forEach(function (work) {
    var page = document.createElement('a');
    page.className = 'playlist-page';
    page.href = work.querySelector('h3 a').href;
    page.title = list.dataset.open;
    page.setAttribute('aria-label', list.dataset.go.replace('{title}', titleOf(work)));
    page.appendChild(document.querySelector('#hall-arrow').content.cloneNode(true));
    work.appendChild(page);
  });

  list.classList.add('is-live');
  open(0, false);
})();
