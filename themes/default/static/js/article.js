// What helps to read, to quote and to keep one's place: the outline marks the section in view, headings and citations can be copied,
// and a collection remembers on this device what was read of it. A classic script without requests; without it everything is there
// to be read.
(function () {
  'use strict';
  var words = JSON.parse(document.currentScript.getAttribute('data-words'));
  var place = location.pathname;

  function every(selector, use, within) {
    Array.prototype.forEach.call((within || document).querySelectorAll(selector), use);
  }

  // ---- copying, and saying so

  var said = document.createElement('p');
  var timer = 0;
  said.className = 'copied';
  said.setAttribute('role', 'status');

  function say(text) {
    clearTimeout(timer);
    said.textContent = text;
    timer = setTimeout(function () { said.textContent = ''; }, 2500);
  }

  // Older browsers, and pages that a browser does not trust with the clipboard.
  function copySelected(text) {
    var field = document.createElement('textarea');
    var before = document.activeElement;
    var done = false;
    field.value = text;
    field.className = 'visually-hidden';
    field.readOnly = true;
    said.parentNode.appendChild(field);
    field.select();
    try { done = document.execCommand('copy'); } catch (error) { done = false; }
    field.remove();
    if (before && before.focus) before.focus({ preventScroll: true });
    return done;
  }

  function copy(text, failed) {
    function tell(done) {
      say(done ? words.copied : words.not_copied);
      if (!done && failed) failed();
    }
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text).then(function () { tell(true); }, function () { tell(copySelected(text)); });
    } else {
      tell(copySelected(text));
    }
  }

  // ---- the citation

  function today() {
    var now = new Date();
    return [now.getFullYear(), ('0' + (now.getMonth() + 1)).slice(-2), ('0' + now.getDate()).slice(-2)].join('-');
  }

  function prepareCitation() {
    every('[data-today]', function (element) { element.textContent = today(); });
    every('[data-own-address]', function (element) {
      if (/^https?:$/.test(location.protocol)) element.textContent = ' ' + location.href.split('#')[0] + '.';
    });
    every('[data-copy]', function (button) {
      var text = document.getElementById(button.dataset.copy);
      button.parentNode.hidden = false;
      button.addEventListener('click', function () {
        copy(text.textContent.trim(), function () { window.getSelection().selectAllChildren(text); });
      });
    });
  }

  // ---- addresses of sections

  function linkHeadings() {
    every('.prose h2[id], .prose h3[id], .prose h4[id]', function (heading) {
      var link = document.createElement('a');
      link.className = 'heading-link';
      link.href = '#' + heading.id;
      link.setAttribute('aria-label', words.link);
      link.addEventListener('click', function () { copy(location.href.split('#')[0] + '#' + encodeURIComponent(heading.id)); });
      heading.appendChild(link);
    });
  }

  // ---- the outline follows

  function follow() {
    var links = {};
    var headings = [];
    var above = {};
    var current = '';
    every('.outline a, .outline-fold a', function (link) {
      var id = decodeURIComponent(link.hash.slice(1));
      var heading = document.getElementById(id);
      if (!heading) return;
      if (!links[id]) {
        links[id] = [];
        headings.push(heading);
      }
      links[id].push(link);
    });
    if (!headings.length || !('IntersectionObserver' in window)) return;
    var end = document.querySelector('.article-end');
    var atEnd = false;

    function mark() {
      var last = headings[headings.length - 1];
      var passed = headings.filter(function (heading) { return above[heading.id]; });
      var found = atEnd ? last : passed[passed.length - 1];
      var id = found ? found.id : '';
      if (id === current) return;
      (links[current] || []).forEach(function (link) { link.removeAttribute('aria-current'); });
      (links[id] || []).forEach(function (link) { link.setAttribute('aria-current', 'location'); });
      current = id;
      keepInView((links[id] || [])[0]);
    }

    // What has crossed a line below the top of the window is above: also after a jump over many headings.
    var watch = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) { above[entry.target.id] = entry.isIntersecting; });
      mark();
    }, { rootMargin: '1000000px 0px -70% 0px' });
    headings.forEach(function (heading) { watch.observe(heading); });
    // The last section may be too short to get there.
    if (!end) return;
    new IntersectionObserver(function (entries) {
      var entry = entries[entries.length - 1];
      atEnd = entry.isIntersecting || entry.boundingClientRect.top < 0;
      mark();
    }, { rootMargin: '0px 0px -45% 0px' }).observe(end);
  }

  // A long outline scrolls by itself.
  function keepInView(link) {
    var box = link && link.closest('nav.outline');
    if (!box || box.scrollHeight <= box.clientHeight) return;
    var its = link.getBoundingClientRect();
    var all = box.getBoundingClientRect();
    if (its.top < all.top || its.bottom > all.bottom) box.scrollTop += its.top - all.top - all.height / 3;
  }

  // ---- what was read of a collection, on this device alone

  function keyOf(collection) {
    return 'kepu-read:' + collection;
  }

  function readOf(collection) {
    try {
      var list = JSON.parse(localStorage.getItem(keyOf(collection)) || '[]');
      return Array.isArray(list) ? list : [];
    } catch (error) {
      return [];
    }
  }

  function remember() {
    every('.collection-title', function (title) {
      var list = readOf(title.pathname);
      if (list.indexOf(place) >= 0) return;
      list.push(place);
      try { localStorage.setItem(keyOf(title.pathname), JSON.stringify(list)); } catch (error) { /* a browser that keeps nothing */ }
    });
  }

  // An article counts when its end was seen; works, charts and quizzes when they were opened.
  function watchReading() {
    var end = document.querySelector('.article-end');
    if (!document.querySelector('.collection-title')) return;
    if (!end || !('IntersectionObserver' in window)) {
      remember();
      return;
    }
    var watch = new IntersectionObserver(function (entries) {
      if (!entries.some(function (entry) { return entry.isIntersecting; })) return;
      watch.disconnect();
      remember();
    });
    watch.observe(end);
  }

  function showProgress() {
    var links = Array.prototype.slice.call(document.querySelectorAll('.part-list h2 a, .part-list h3 a, .part-list h4 a'));
    var list = readOf(place);
    var read = links.filter(function (link) { return list.indexOf(link.pathname) >= 0; });
    if (!read.length) return;
    read.forEach(function (link) {
      var sign = document.createElement('span');
      sign.className = 'read-mark';
      sign.textContent = words.read;
      link.closest('li').querySelector('.mixed-kind').appendChild(sign);
    });
    var line = document.createElement('p');
    var button = document.createElement('button');
    line.className = 'collection-progress';
    line.append(words.progress.replace('{read}', read.length).replace('{total}', links.length) + ' ');
    button.type = 'button';
    button.textContent = words.forget;
    button.addEventListener('click', function () {
      try { localStorage.removeItem(keyOf(place)); } catch (error) { /* nothing was kept */ }
      every('.read-mark', function (sign) { sign.remove(); });
      line.remove();
    });
    line.append(button);
    document.querySelector('.article-end').prepend(line);
  }

  document.querySelector('main').appendChild(said);
  prepareCitation();
  linkHeadings();
  follow();
  watchReading();
  showProgress();
})();
