// What players gain from a script: a place to seek in (the waveform of a sound, a line below a video, with its small frames),
// captions that are on from the first play, chapters and a transcript that lead to their seconds and follow the film. A classic script: it
// also runs from a folder on disk, where browsers load neither modules nor track files. What it needs later (cues, frames) then
// comes as scripts that call kepuReceive. Without it the browser's own controls do, and the transcript is plain text.
(function () {
  'use strict';
  if (window.kepuReceive) return;
  var waiting = {};
  var fromDisk = location.protocol === 'file:';

  // ---- data that comes as scripts
  window.kepuReceive = function (data) {
    waiting[document.currentScript.src].forEach(function (take) { take(data); });
    waiting[document.currentScript.src] = [];
  };

  function load(address, take) {
    var script = document.createElement('script');
    script.src = address;
    (waiting[script.src] = waiting[script.src] || []).push(take);
    document.head.appendChild(script);
  }

  // ---- times
  function words(box, seconds) {
    var whole = Math.floor(seconds);
    var pattern = whole < 60 ? box.dataset.seconds : box.dataset.minutes;
    return pattern.replace('{m}', Math.floor(whole / 60)).replace('{s}', whole % 60);
  }

  function clock(seconds) {
    var whole = Math.floor(seconds);
    var rest = [Math.floor(whole / 60) % 60, whole % 60].map(function (n) { return String(n).padStart(2, '0'); });
    var hours = Math.floor(whole / 3600);
    return hours ? hours + ':' + rest.join(':') : Number(rest[0]) + ':' + rest[1];
  }

  // Before the file is there, only the page knows how long it is.
  function lengthOf(box, media) {
    return isFinite(media.duration) && media.duration > 0 ? media.duration : Number(box.dataset.duration) / 1000;
  }

  function seek(box, media, seconds) {
    media.currentTime = Math.max(0, Math.min(seconds, lengthOf(box, media) - 0.05));
    // A player that has loaded nothing yet says nothing of its new time.
    media.dispatchEvent(new Event('kepu-seek'));
  }

  function play(media) {
    var started = media.play();
    if (started) started.catch(function () { /* the browser's own controls tell why */ });
  }

  // ---- a place to seek in
  function makeSlider(place, box, media, frames) {
    var mark = document.createElement('div');
    mark.className = 'seek-mark';
    place.appendChild(mark);
    place.classList.add('seek');
    place.tabIndex = 0;
    place.setAttribute('role', 'slider');
    place.setAttribute('aria-label', box.dataset.seek);
    place.setAttribute('aria-valuemin', '0');
    place.removeAttribute('aria-hidden');
    var played = place.querySelector('.seek-played');

    function show() {
      var length = lengthOf(box, media);
      var share = length > 0 ? Math.min(1, media.currentTime / length) : 0;
      if (box.classList.contains('player-audio')) played.style.clipPath = 'inset(0 ' + (1 - share) * 100 + '% 0 0)';
      else played.style.transform = 'scaleX(' + share + ')';
      place.setAttribute('aria-valuemax', String(Math.floor(length)));
      place.setAttribute('aria-valuenow', String(Math.floor(media.currentTime)));
      place.setAttribute('aria-valuetext', box.dataset.position.replace('{now}', words(box, media.currentTime)).replace('{total}', words(box, length)));
    }

    function shareAt(event) {
      var area = place.getBoundingClientRect();
      return Math.max(0, Math.min(1, (event.clientX - area.left) / area.width));
    }

    function point(share) {
      mark.style.left = share * 100 + '%';
      frames.show(share * lengthOf(box, media), share);
    }

    var dragging = false;
    place.addEventListener('pointerdown', function (event) {
      if (event.button !== 0) return;
      dragging = true;
      place.setPointerCapture(event.pointerId);
      point(shareAt(event));
    });
    place.addEventListener('pointermove', function (event) {
      if (event.pointerType === 'mouse' || dragging) point(shareAt(event));
    });
    place.addEventListener('pointerup', function (event) {
      if (!dragging) return;
      dragging = false;
      seek(box, media, shareAt(event) * lengthOf(box, media));
      if (event.pointerType !== 'mouse') frames.hide();
      if (media.readyState === 0) play(media);
    });
    place.addEventListener('pointercancel', function () { dragging = false; frames.hide(); });
    place.addEventListener('pointerleave', function () { if (!dragging && document.activeElement !== place) frames.hide(); });
    place.addEventListener('focus', function () { if (!dragging) point(media.currentTime / lengthOf(box, media)); });
    place.addEventListener('blur', frames.hide);
    place.addEventListener('keydown', function (event) {
      var length = lengthOf(box, media);
      var to = { ArrowLeft: -5, ArrowDown: -5, ArrowRight: 5, ArrowUp: 5, PageUp: length / 10, PageDown: -length / 10 }[event.key];
      if (event.key === 'Home') to = -media.currentTime;
      if (event.key === 'End') to = length - media.currentTime;
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.key === ' ' || event.key === 'Enter') {
        if (media.paused) play(media); else media.pause();
      } else if (to === undefined) {
        return;
      } else {
        seek(box, media, media.currentTime + to);
        point(media.currentTime / length);
      }
      event.preventDefault();
    });
    ['timeupdate', 'seeking', 'loadedmetadata', 'durationchange', 'kepu-seek'].forEach(function (name) { media.addEventListener(name, show); });
    show();
  }

  // ---- the small frame above the place that is pointed at; without a storyboard only its time
  function makeFrames(place, box) {
    var frame = document.createElement('div');
    var picture = document.createElement('div');
    var time = document.createElement('div');
    var title = document.createElement('div');
    var chapters = chaptersOf(box);
    title.className = 'seek-title';
    var board = null;
    var asked = false;
    var last = null;
    frame.className = 'seek-frame';
    picture.className = 'seek-picture';
    frame.hidden = true;
    frame.setAttribute('aria-hidden', 'true');
    frame.append(picture, title, time);
    place.appendChild(frame);

    function draw(seconds) {
      if (!board) return;
      var index = board.ends.findIndex(function (end) { return seconds * 1000 < end; });
      if (index < 0) index = board.ends.length - 1;
      var perSheet = board.columns * board.rows;
      var onSheet = index % perSheet;
      picture.style.width = board.width + 'px';
      picture.style.height = board.height + 'px';
      picture.style.backgroundImage = 'url("' + board.sheets[Math.floor(index / perSheet)] + '")';
      picture.style.backgroundPosition = -(onSheet % board.columns) * board.width + 'px ' + -Math.floor(onSheet / board.columns) * board.height + 'px';
    }

    function show(seconds, share) {
      last = [seconds, share];
      if (box.dataset.storyboard && !asked) {
        asked = true;
        load(box.dataset.storyboard, function (data) {
          var base = new URL(box.dataset.storyboard, location.href);
          data.sheets = data.sheets.map(function (name) { return new URL(name, base).href; });
          board = data;
          if (!frame.hidden) show(last[0], last[1]);
        });
      }
      frame.hidden = false;
      time.textContent = clock(seconds);
      var chapter = chapters.find(function (item) { return item.begin <= seconds && seconds < item.end; });
      title.textContent = chapter ? chapter.title : '';
      draw(seconds);
      var room = place.clientWidth;
      frame.style.left = Math.max(0, Math.min(room - frame.offsetWidth, share * room - frame.offsetWidth / 2)) + 'px';
    }

    return { show: show, hide: function () { frame.hidden = true; } };
  }

  // ---- captions
  function prepareCaptions(media) {
    var tracks = Array.prototype.slice.call(media.querySelectorAll('track[kind="captions"]'));
    var chosen = null;
    tracks.forEach(function (element) {
      var track = element.track;
      if (fromDisk) {
        track = media.addTextTrack('captions', element.label, element.srclang);
        track.mode = 'disabled';
        element.remove();
        fillOnDemand(media, track, element.dataset.script);
      }
      if ('default' in element.dataset) chosen = track;
    });
    media.addEventListener('play', function () {
      var anyShows = Array.prototype.some.call(media.textTracks, function (track) { return track.mode === 'showing'; });
      if (chosen && !anyShows) chosen.mode = 'showing';
      chosen = null;
    }, { once: true });
  }

  function fillOnDemand(media, track, address) {
    function fill() {
      if (track.mode !== 'showing') return;
      media.textTracks.removeEventListener('change', fill);
      load(address, function (cues) {
        cues.forEach(function (cue) {
          var made = new VTTCue(cue[0] / 1000, cue[1] / 1000, '');
          // As text, so that no mark in it counts as a tag.
          made.text = cue[2].replace(/&/g, '&amp;').replace(/</g, '&lt;');
          track.addCue(made);
        });
      });
    }
    media.textTracks.addEventListener('change', fill);
  }

  // ---- transcripts
  function prepareTranscript(list, box, media) {
    var lines = Array.prototype.slice.call(list.querySelectorAll('a[data-begin]'));
    var current = null;
    list.addEventListener('click', function (event) {
      var line = event.target.closest('a[data-begin]');
      if (!line || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      seek(box, media, Number(line.dataset.begin) / 1000);
      play(media);
      if (line.getAttribute('href')[0] === '#') history.replaceState(null, '', line.getAttribute('href'));
    });

    function follow() {
      var now = media.currentTime * 1000;
      // The last line that has begun, while it lasts.
      var line = null;
      lines.forEach(function (item) { if (Number(item.dataset.begin) <= now + 1 && now < Number(item.dataset.end)) line = item; });
      if (line === current) return;
      if (current) current.removeAttribute('aria-current');
      current = line;
      if (!line) return;
      line.setAttribute('aria-current', 'true');
      // Only the list moves, never the page; and not under the reader's hands.
      if (!list.matches(':hover, :focus-within')) {
        list.scrollTop += line.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 3;
      }
    }
    ['timeupdate', 'seeking', 'kepu-seek'].forEach(function (name) { media.addEventListener(name, follow); });
  }

  // ---- chapters: marks on the place to seek in; what is pointed at says its chapter
  function chaptersOf(box) {
    var scope = box.closest('figure, article');
    var lines = scope ? scope.querySelectorAll('.chapter-lines a[data-begin]') : [];
    return Array.prototype.map.call(lines, function (line) {
      return { begin: Number(line.dataset.begin) / 1000, end: Number(line.dataset.end) / 1000, title: line.querySelector('.chapter-title').textContent };
    });
  }

  function markChapters(place, box, media) {
    var length = lengthOf(box, media);
    chaptersOf(box).forEach(function (chapter) {
      if (chapter.begin <= 0 || chapter.begin >= length) return;
      var mark = document.createElement('div');
      mark.className = 'seek-chapter';
      mark.style.left = chapter.begin / length * 100 + '%';
      place.appendChild(mark);
    });
  }

  // ---- each player of the page
  function prepare(box) {
    var media = box.querySelector('video, audio');
    if (!media) return;
    var place = box.querySelector('.waveform');
    var played = document.createElement('div');
    played.className = 'seek-played';
    if (place) {
      played.appendChild(place.querySelector('svg').cloneNode(true));
    } else if (box.dataset.storyboard) {
      place = document.createElement('div');
      place.className = 'seek-line';
      media.insertAdjacentElement('afterend', place);
    }
    // A line below a video is there for its frames; without them the browser's own does as well.
    if (place) {
      place.appendChild(played);
      markChapters(place, box, media);
      makeSlider(place, box, media, makeFrames(place, box));
    }
    if (media.tagName === 'VIDEO') prepareCaptions(media);
    var scope = box.closest('figure, article');
    if (scope) scope.querySelectorAll('.transcript-lines, .chapter-lines').forEach(function (list) {
      var owner = list.closest('figure, article');
      if (owner === scope) prepareTranscript(list, box, media);
    });
  }

  // #t=72 opens a work at its 72nd second.
  function followAddress() {
    var wanted = /^#t=(\d+(?:\.\d+)?)$/.exec(location.hash);
    var box = document.querySelector('.stage .player');
    var media = box && box.querySelector('video, audio');
    if (wanted && media) seek(box, media, Number(wanted[1]));
  }

  document.querySelectorAll('.player').forEach(prepare);
  followAddress();
  window.addEventListener('hashchange', followAddress);
})();
