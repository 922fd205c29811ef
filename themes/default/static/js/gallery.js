// Filters of the gallery: on its pages the conditions work together, in place. The choice stands behind the # of the address, so it can
// be shared, the browser's own back and forward work, and so it does from a folder on disk. Every value stays a link: its address is that
// of the choice it leads to. Without this script, or when its data cannot be loaded, a link opens the plain page of its value.
(function () {
  'use strict';
  var panel = document.querySelector('.filters[data-gallery]');
  if (!panel) return;
  var links = Array.prototype.slice.call(panel.querySelectorAll('a[data-facet]'));
  var order = links.map(function (link) { return link.dataset.facet; }).filter(function (id, at, all) { return all.indexOf(id) === at; });

  // ---- the choice as text: form=video&topic=ke-xue-ren-shi
  function write(choice) {
    return order.filter(function (id) { return choice[id]; }).map(function (id) { return id + '=' + choice[id]; }).join('&');
  }

  function read(text) {
    var choice = {};
    text.split('&').forEach(function (part) {
      var at = part.indexOf('=');
      var id = part.slice(0, at);
      var known = links.some(function (link) { return link.dataset.facet === id && link.dataset.value === part.slice(at + 1); });
      if (at > 0 && known) choice[id] = part.slice(at + 1);
    });
    return choice;
  }

  function changed(choice, id, value) {
    var next = {};
    order.forEach(function (facet) { if (choice[facet]) next[facet] = choice[facet]; });
    next[id] = value;
    return write(next);
  }

  // On narrow screens a facet is one line to be pushed aside: what is chosen shows.
  function showChosen() {
    links.forEach(function (link) {
      var line = link.closest('ul');
      if (link.getAttribute('aria-current') && line.scrollWidth > line.clientWidth) {
        line.scrollLeft += link.getBoundingClientRect().left - line.getBoundingClientRect().left - line.clientWidth / 3;
      }
    });
  }
  showChosen();

  // The page of one value: a second condition leads to the gallery with both.
  if (panel.dataset.filter) {
    var only = read(panel.dataset.filter);
    links.forEach(function (link) {
      var text = changed(only, link.dataset.facet, link.dataset.value);
      if (link.getAttribute('aria-current') || text === write(only)) return;
      link.href = panel.dataset.gallery + (text ? '#' + text : '');
    });
    return;
  }

  var list = document.getElementById('gallery-works');
  var pages = document.querySelector('.gallery-pages');
  var more = document.querySelector('.gallery-more');
  var clear = document.querySelector('.gallery-clear');
  var result = document.querySelector('.gallery-result');
  var own = Array.prototype.slice.call(list.children);
  var first = Number(panel.dataset.first);
  var step = Number(panel.dataset.step);
  var allText = result.textContent;
  var counts = links.map(function (link) { var small = link.querySelector('small'); return small ? small.textContent : ''; });
  var plain = links.map(function (link) { return link.getAttribute('href'); });
  var data = null;
  var choice = {};
  var found = null;
  var shown = 0;
  var turn = 0;

  // ---- data that comes as scripts
  var waiting = {};
  var before = window.kepuReceive;
  window.kepuReceive = function (received) {
    var source = document.currentScript.src;
    // A player in the introduction has data of its own.
    if (!waiting[source]) { if (before) before(received); return; }
    waiting[source].forEach(function (take) { take(received); });
    delete waiting[source];
  };

  function load(address, take, fail) {
    var url = new URL(address, location.href).href;
    if (waiting[url]) { waiting[url].push(take); return; }
    waiting[url] = [take];
    var script = document.createElement('script');
    script.src = url;
    script.onerror = function () { delete waiting[url]; fail(); };
    document.head.appendChild(script);
  }

  // Nothing to filter with: the plain pages do.
  function surrender() {
    links.forEach(function (link, at) { link.setAttribute('href', plain[at]); });
    var id = order.find(function (facet) { return choice[facet]; });
    var link = id && links.find(function (item) { return item.dataset.facet === id && item.dataset.value === choice[id]; });
    if (link) location.replace(link.href);
  }

  // ---- which works meet a choice
  function meets(wanted, work) {
    return order.every(function (id) { return !wanted[id] || data.has[id][wanted[id]][work]; });
  }

  function prepare(received) {
    data = received;
    data.has = {};
    data.cards = {};
    Object.keys(data.facets).forEach(function (id) {
      data.has[id] = {};
      Object.keys(data.facets[id]).forEach(function (value) {
        var flags = new Uint8Array(data.total);
        data.facets[id][value].forEach(function (work) { flags[work] = 1; });
        data.has[id][value] = flags;
      });
    });
    own.forEach(function (card, at) { data.cards[first + at] = card; });
  }

  // How many works each value would give together with the conditions of the other facets.
  function countValues() {
    var numbers = {};
    order.forEach(function (id) {
      var others = {};
      order.forEach(function (facet) { if (facet !== id) others[facet] = choice[facet]; });
      numbers[id] = {};
      for (var work = 0; work < data.total; work += 1) {
        if (!meets(others, work)) continue;
        Object.keys(data.has[id]).forEach(function (value) { if (data.has[id][value][work]) numbers[id][value] = (numbers[id][value] || 0) + 1; });
      }
    });
    return numbers;
  }

  function showLinks() {
    var active = write(choice) !== '';
    var numbers = active && data ? countValues() : null;
    links.forEach(function (link, at) {
      var id = link.dataset.facet;
      var value = link.dataset.value;
      var small = link.querySelector('small');
      var number = numbers ? numbers[id][value] || 0 : counts[at];
      var isCurrent = (choice[id] || '') === value;
      if (small) small.textContent = number;
      if (isCurrent) link.setAttribute('aria-current', 'true'); else link.removeAttribute('aria-current');
      // A value that nothing would have is no way to go; one that is chosen leads back.
      if (numbers && value && !number && !isCurrent) {
        link.removeAttribute('href');
        link.classList.add('is-empty');
      } else {
        link.href = '#' + (changed(choice, id, isCurrent ? '' : value) || 'all');
        link.classList.remove('is-empty');
      }
    });
    clear.hidden = !active;
  }

  // ---- the works
  function cardsFor(works, take) {
    var missing = {};
    works.forEach(function (work) { if (!data.cards[work]) missing[Math.floor(work / data.part)] = true; });
    var left = Object.keys(missing);
    if (!left.length) { take(); return; }
    var open = left.length;
    left.forEach(function (part) {
      load(new URL(data.parts[part], new URL(panel.dataset.script, location.href)).href, function (cards) {
        var made = document.createElement('template');
        made.innerHTML = cards.join('');
        Array.prototype.slice.call(made.content.children).forEach(function (card, at) {
          var work = Number(part) * data.part + at;
          if (!data.cards[work]) data.cards[work] = document.adoptNode(card);
        });
        open -= 1;
        if (!open) take();
      }, surrender);
    });
  }

  function showMore(focus) {
    var now = turn;
    var works = found.slice(shown, shown + step);
    cardsFor(works, function () {
      if (now !== turn) return;
      works.forEach(function (work) { list.appendChild(data.cards[work]); });
      shown += works.length;
      var rest = found.length - shown;
      more.hidden = rest <= 0;
      more.textContent = panel.dataset.more.replace('{count}', Math.min(rest, step));
      if (focus && works.length) data.cards[works[0]].querySelector('a').focus();
    });
  }

  function showWorks() {
    turn += 1;
    if (write(choice) === '') {
      list.textContent = '';
      list.append.apply(list, own);
      list.hidden = false;
      pages.hidden = false;
      more.hidden = true;
      result.textContent = allText;
      return;
    }
    found = [];
    for (var work = 0; work < data.total; work += 1) if (meets(choice, work)) found.push(work);
    shown = 0;
    list.textContent = '';
    pages.hidden = true;
    more.hidden = true;
    result.textContent = found.length ? panel.dataset.result.replace('{count}', found.length) : panel.dataset.none;
    list.hidden = !found.length;
    showMore(false);
  }

  function follow() {
    var text = decodeURIComponent(location.hash.slice(1));
    // Another anchor of the page, such as that of the skip link, is no choice.
    if (text && text !== 'all' && text.indexOf('=') < 0) return;
    var wanted = read(text);
    if (write(wanted) === write(choice)) return;
    choice = wanted;
    if (data || write(choice) === '') {
      showLinks();
      showWorks();
    } else {
      load(panel.dataset.script, function (received) { prepare(received); showLinks(); showWorks(); showChosen(); }, surrender);
    }
  }

  more.addEventListener('click', function () { showMore(true); });
  clear.addEventListener('click', function () { var current = panel.querySelector('a'); if (current) current.focus({ preventScroll: true }); });
  window.addEventListener('hashchange', follow);
  showLinks();
  follow();
})();
