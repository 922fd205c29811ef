// The mode for elder readers (长者模式): on or off, size of type, colours. It stands in the head, so that a page opens as it was
// left. What each of them looks like is in css/elder.css; without this script an address that ends in #elder shows one page so.
// Kept in localStorage: kepu-elder ('1' is on), kepu-elder-size (0 to 3), kepu-elder-colours ('', 'white' or 'yellow').
(function () {
  'use strict';
  var root = document.documentElement;
  var LARGEST = 3;
  var COLOURS = ['', 'white', 'yellow'];
  // What a private window does not let us keep lasts as long as the page.
  var memory = {};

  function recall(name) {
    if (name in memory) return memory[name];
    try { return localStorage.getItem(name) || ''; } catch (error) { return ''; }
  }

  function keep(name, value) {
    try {
      localStorage.setItem(name, value);
      delete memory[name];
    } catch (error) {
      memory[name] = value;
    }
  }

  function isOn() { return recall('kepu-elder') === '1'; }
  function size() { return Math.min(Math.max(parseInt(recall('kepu-elder-size'), 10) || 0, 0), LARGEST); }
  function colours() { return Math.max(COLOURS.indexOf(recall('kepu-elder-colours')), 0); }

  // A large pointer: a style sheet cannot name a file of the site, so its address comes from here.
  function enlargePointer(bar) {
    ['arrow', 'hand'].forEach(function (shape) {
      var file = new URL(bar.getAttribute('data-' + shape), document.baseURI).href;
      root.style.setProperty('--' + shape, 'url("' + file + '") ' + (shape === 'arrow' ? '6 4' : '18 4') + ', ' +
        (shape === 'arrow' ? 'auto' : 'pointer'));
    });
  }

  // Every page can be read aloud in this mode, also those without a button of their own.
  function loadReader(bar) {
    if (!('speechSynthesis' in window) || document.querySelector('script[data-reader]')) return;
    var script = document.createElement('script');
    script.src = bar.getAttribute('data-reader');
    script.setAttribute('data-reader', '');
    document.head.appendChild(script);
  }

  function apply() {
    root.classList.toggle('elder', isOn());
    root.setAttribute('data-elder-size', size());
    root.setAttribute('data-elder-colours', COLOURS[colours()]);
    var bar = document.getElementById('elder');
    if (!bar) return;
    bar.querySelector('[data-elder="smaller"]').setAttribute('aria-disabled', String(size() === 0));
    bar.querySelector('[data-elder="larger"]').setAttribute('aria-disabled', String(size() === LARGEST));
    bar.querySelector('[data-elder="colours"] span').textContent = bar.getAttribute('data-colours').split('|')[colours()];
    if (!isOn()) return;
    enlargePointer(bar);
    loadReader(bar);
  }

  function change(what) {
    if (what === 'on' || what === 'off') keep('kepu-elder', what === 'on' ? '1' : '0');
    if (what === 'smaller') keep('kepu-elder-size', String(Math.max(size() - 1, 0)));
    if (what === 'reset') keep('kepu-elder-size', '0');
    if (what === 'larger') keep('kepu-elder-size', String(Math.min(size() + 1, LARGEST)));
    if (what === 'colours') keep('kepu-elder-colours', COLOURS[(colours() + 1) % COLOURS.length]);
    apply();
  }

  function onClick(event) {
    var control = event.target.closest && event.target.closest('[data-elder]');
    if (!control) return;
    var what = control.getAttribute('data-elder');
    change(what);
    // The way out of the start page leads to another page; elsewhere the page itself changes.
    var stays = (control.getAttribute('href') || '#').charAt(0) === '#';
    if (what === 'on' || (what === 'off' && stays)) {
      event.preventDefault();
      window.scrollTo(0, 0);
      document.querySelector(what === 'on' ? '#elder' : '.elder-link').focus();
    }
  }

  // The start page, and an address that ends in #elder, say by themselves what they want.
  if (root.classList.contains('elder') || location.hash === '#elder') keep('kepu-elder', '1');
  if ('speechSynthesis' in window) root.classList.add('can-speak');
  apply();
  document.addEventListener('DOMContentLoaded', apply);
  document.addEventListener('click', onClick);
  window.addEventListener('hashchange', function () {
    if (location.hash === '#elder') change('on');
  });
  // Another tab, or a page that comes back from memory.
  window.addEventListener('storage', apply);
  window.addEventListener('pageshow', function (event) { if (event.persisted) apply(); });
})();
