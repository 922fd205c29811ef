// The search page: results while one types, filters, keys. What is looked for stands behind the # of the address, so that it can be shared
// and comes back with the browser's own back, also from a folder. The parts that find and mark are in search-text.js, search-index.js,
// search-match.js, search-spelling.js and search-snippet.js.
(function () {
  'use strict';
  var find = window.kepuFind;
  var place = document.getElementById('search');
  if (!place || !find) return;
  var PAGE = 8;
  var PAUSE_MS = 150;
  var texts = place.dataset;
  var index = new find.Index(place.dataset.start, place.dataset.spellings);
  var root = place.dataset.root;
  var form = place.querySelector('.search-form');
  var box = document.getElementById('search-box');
  var status = place.querySelector('.search-status');
  var hint = place.querySelector('.search-hint');
  var list = place.querySelector('.search-results');
  var more = place.querySelector('.search-more');
  var filters = place.querySelector('.search-filters');
  var begin = place.querySelector('.search-begin');
  var chosen = { section: '', form: '' };
  var answer = null;
  var asked = '';
  var shown = 0;
  var turn = 0;
  var timer = 0;

  function say(text, values) {
    return Object.keys(values || {}).reduce(function (out, name) { return out.split('{' + name + '}').join(values[name]); }, text);
  }

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  // ---- the address
  function readAddress() {
    var out = { q: '', section: '', form: '' };
    var text = location.hash.length > 1 ? location.hash.slice(1) : location.search.slice(1);
    text.split('&').forEach(function (part) {
      var at = part.indexOf('=');
      var name = part.slice(0, at);
      if (at < 1 || !(name in out)) return;
      try { out[name] = decodeURIComponent(part.slice(at + 1).replace(/\+/g, ' ')); } catch (error) { /* not one of ours */ }
    });
    return out;
  }

  function writeAddress() {
    var parts = [];
    [['q', asked], ['section', chosen.section], ['form', chosen.form]].forEach(function (pair) {
      if (pair[1]) parts.push(pair[0] + '=' + encodeURIComponent(pair[1]));
    });
    var hash = parts.length ? '#' + parts.join('&') : '';
    if (hash === location.hash) return;
    history.replaceState(history.state, '', hash || '#');
  }

  // ---- filters
  function shelf(id) { return index.shelves[index.shelfOf(id)]; }

  function isWanted(id, without) {
    var own = shelf(id);
    return (without === 'section' || !chosen.section || own[0] === chosen.section) && (without === 'form' || !chosen.form || own[1] === chosen.form);
  }

  function wanted() { return answer.ids.filter(function (id) { return isWanted(id, ''); }); }

  function showFilter(name, at) {
    var counts = new Map();
    index.shelves.forEach(function (own) { if (own[at]) counts.set(own[at], 0); });
    answer.ids.forEach(function (id) {
      var value = shelf(id)[at];
      if (value && isWanted(id, name)) counts.set(value, counts.get(value) + 1);
    });
    var group = filters.querySelector('[data-filter="' + name + '"]');
    var options = group.querySelector('ul');
    options.textContent = '';
    var total = 0;
    counts.forEach(function (count) { total += count; });
    [['', total]].concat(Array.from(counts)).forEach(function (pair) {
      if (!pair[1] && pair[0] !== chosen[name] && pair[0]) return;
      var button = element('button', '', pair[0] || texts.all);
      button.type = 'button';
      button.dataset.value = pair[0];
      button.setAttribute('aria-pressed', String(pair[0] === chosen[name]));
      button.appendChild(element('small', '', String(pair[1])));
      options.appendChild(element('li')).appendChild(button);
    });
    group.hidden = counts.size < 2;
  }

  filters.addEventListener('click', function (event) {
    var button = event.target.closest('button');
    if (!button) return;
    var name = button.closest('[data-filter]').dataset.filter;
    chosen[name] = button.dataset.value;
    writeAddress();
    showAnswer();
    var again = Array.from(filters.querySelectorAll('[data-filter="' + name + '"] button')).find(function (own) { return own.dataset.value === chosen[name]; });
    if (again) again.focus();
  });

  // ---- results
  function addPieces(parent, pieces) {
    pieces.forEach(function (piece) {
      if (piece.isHit) parent.appendChild(element('mark', '', piece.text)); else parent.appendChild(document.createTextNode(piece.text));
    });
  }

  function time(second) {
    var rest = String(second % 60);
    return Math.floor(second / 60) + ':' + (rest.length < 2 ? '0' + rest : rest);
  }

  function resultOf(id, page) {
    var found = find.snippet(page, answer.phrases);
    var url = root + page.address;
    var own = shelf(id);
    var item = element('li', 'search-result');
    var link = element('a');
    link.href = url;
    addPieces(link, found.title);
    item.appendChild(element('h2')).appendChild(link);
    item.appendChild(element('p', 'search-facts', [own[0], own[1], page.date].filter(Boolean).join(' · ')));
    if (found.passage) {
      var text = item.appendChild(element('p', 'search-passage'));
      if (found.passage.before) text.appendChild(document.createTextNode('…'));
      addPieces(text, found.passage.pieces);
      if (found.passage.after) text.appendChild(document.createTextNode('…'));
    }
    if (found.lines.length) {
      var lines = item.appendChild(element('ul', 'search-lines'));
      found.lines.forEach(function (line) {
        var jump = element('a');
        jump.href = url + '#t=' + line.second;
        jump.appendChild(element('time', '', time(line.second)));
        jump.appendChild(document.createTextNode(' '));
        addPieces(jump.appendChild(element('span')), line.pieces);
        lines.appendChild(element('li')).appendChild(jump);
      });
    } else if (found.anchor && found.heading && url.indexOf('#') < 0) {
      var part = item.appendChild(element('p', 'search-part')).appendChild(element('a', '', say(texts.part, { heading: found.heading })));
      part.href = url + '#' + encodeURIComponent(found.anchor);
    }
    return item;
  }

  function showMore(own, focus) {
    var ids = wanted();
    var next = ids.slice(shown, shown + PAGE);
    more.disabled = true;
    return Promise.all(next.map(function (id) { return index.page(id); })).then(function (pages) {
      if (own !== turn) return;
      var items = pages.map(function (page, at) { return resultOf(next[at], page); });
      if (shown === 0) list.textContent = '';
      items.forEach(function (item) { list.appendChild(item); });
      shown += next.length;
      more.disabled = false;
      more.hidden = shown >= ids.length;
      more.textContent = say(texts.more, { count: Math.min(PAGE, ids.length - shown) });
      if (focus && items.length) items[0].querySelector('a').focus();
    });
  }

  function showHint() {
    hint.textContent = '';
    if (answer.suggestion) {
      hint.appendChild(document.createTextNode(texts.meant));
      var link = hint.appendChild(element('a', '', answer.suggestion));
      link.href = '#q=' + encodeURIComponent(answer.suggestion);
    } else if (answer.names.length) {
      hint.textContent = say(texts.names, { names: answer.names.map(function (item) { return item.name; }).join(texts.between) });
    }
    hint.hidden = !hint.hasChildNodes();
  }

  function showAnswer() {
    turn += 1;
    shown = 0;
    var own = turn;
    var ids = wanted();
    showFilter('section', 0);
    showFilter('form', 1);
    filters.hidden = answer.ids.length < 2;
    showHint();
    var text = answer.kind === 'none' ? texts.none : answer.kind === 'near' ? texts.near : ids.length ? texts.found : texts.filtered;
    return showMore(own, false).then(function () {
      if (own !== turn) return;
      if (!ids.length) { list.textContent = ''; more.hidden = true; }
      list.hidden = !ids.length;
      begin.hidden = answer.kind !== 'none';
      status.textContent = say(text, { query: asked, count: ids.length });
      place.dataset.answered = asked;
    }).catch(function () { fail(own); });
  }

  function fail(own) {
    if (own !== turn) return;
    status.textContent = texts.failed;
    begin.hidden = false;
  }

  function clear() {
    turn += 1;
    asked = '';
    answer = null;
    chosen = { section: '', form: '' };
    status.textContent = '';
    list.textContent = '';
    list.hidden = more.hidden = filters.hidden = hint.hidden = true;
    begin.hidden = false;
    delete place.dataset.answered;
  }

  function ask(query) {
    query = query.trim();
    if (!query) { clear(); writeAddress(); return; }
    turn += 1;
    var own = turn;
    asked = query;
    writeAddress();
    // What is found at once needs no word of waiting.
    var waits = setTimeout(function () { if (own === turn) status.textContent = texts.searching; }, 400);
    find.search(index, query).then(function (found) {
      clearTimeout(waits);
      if (own !== turn) return null;
      answer = found;
      return showAnswer();
    }).catch(function () { clearTimeout(waits); fail(own); });
  }

  function askLater() {
    clearTimeout(timer);
    timer = setTimeout(function () {
      if (box.value.trim() === asked) return;
      chosen = { section: '', form: '' };
      ask(box.value);
    }, PAUSE_MS);
  }

  // ---- keys: down from the box into the results, up and down in them, Enter opens what is focused
  function move(event) {
    if (event.isComposing || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    var stops = [box].concat(Array.from(list.querySelectorAll('h2 a')));
    var at = stops.indexOf(document.activeElement);
    if (at < 0) {
      var item = document.activeElement.closest && document.activeElement.closest('.search-result');
      if (!item) return;
      at = stops.indexOf(item.querySelector('h2 a'));
    }
    var next = at + (event.key === 'ArrowDown' ? 1 : -1);
    if (next === stops.length && !more.hidden) {
      event.preventDefault();
      showMore(turn, true).catch(function () { fail(turn); });
    } else if (stops[next]) {
      event.preventDefault();
      stops[next].focus();
    }
  }

  function followAddress() {
    var wish = readAddress();
    if (wish.q === asked && wish.section === chosen.section && wish.form === chosen.form) return;
    box.value = wish.q;
    chosen = { section: wish.section, form: wish.form };
    ask(wish.q);
  }

  box.addEventListener('input', function (event) { if (!event.isComposing) askLater(); });
  box.addEventListener('compositionend', askLater);
  // The files are on their way before the first letter is there.
  box.addEventListener('focus', function () { index.open().catch(function () {}); }, { once: true });
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    clearTimeout(timer);
    if (box.value.trim() !== asked) {
      chosen = { section: '', form: '' };
      ask(box.value);
      return;
    }
    var first = list.querySelector('h2 a');
    if (first) first.focus();
  });
  more.addEventListener('click', function () { showMore(turn, true).catch(function () { fail(turn); }); });
  begin.addEventListener('click', function (event) {
    var link = event.target.closest('a[data-query]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    box.value = link.dataset.query;
    ask(box.value);
    box.focus();
  });
  place.addEventListener('keydown', move);
  window.addEventListener('hashchange', followAddress);
  followAddress();
  // The key / on another page asks for the box.
  if (location.hash === '#q=') box.focus();
})();
