// What every page gains from a script: the switch for large type, a menu that closes by itself, the colour of a picture while it
// loads, and moving previews on cards. It stands in the head, so that a page opens in the chosen size at once. Without it the
// browser's own zoom does the same.
(function () {
  'use strict';
  var root = document.documentElement;
  var key = 'kepu-large';

  function isLarge() {
    try { return localStorage.getItem(key) === '1'; } catch (error) { return false; }
  }

  function apply(large) {
    root.classList.toggle('large', large);
    var button = document.getElementById('large-type');
    if (button) button.setAttribute('aria-pressed', String(large));
  }

  // A picture that is still on its way has its average colour; one with transparent places must lose it again.
  function colourPlaces() {
    document.querySelectorAll('[data-color]').forEach(function (element) {
      if (element.complete) return;
      element.style.backgroundColor = element.dataset.color;
      element.addEventListener('load', function () { element.style.backgroundColor = ''; });
    });
  }

  // A card whose pointer or focus stays on it for a moment moves. Not for those who want nothing to move, or to save data.
  function preparePreviews() {
    var calm = window.matchMedia('(prefers-reduced-motion: reduce)');
    var shown = null;
    var timer = 0;

    function stop() {
      clearTimeout(timer);
      if (shown) shown.remove();
      shown = null;
    }

    function start(event) {
      var card = event.target.closest && event.target.closest('.work');
      var place = card && card.querySelector('[data-preview]');
      if (shown && place && place.contains(shown)) return;
      stop();
      if (!place || calm.matches || (navigator.connection && navigator.connection.saveData)) return;
      timer = setTimeout(function () {
        shown = document.createElement('img');
        shown.className = 'work-preview';
        shown.alt = '';
        shown.src = place.dataset.preview;
        place.querySelector('picture, img').insertAdjacentElement('afterend', shown);
      }, 180);
    }

    document.addEventListener('pointerover', start);
    document.addEventListener('focusin', start);
    document.addEventListener('focusout', stop);
    document.documentElement.addEventListener('pointerleave', stop);
  }

  // The rest of a long menu closes as menus do: by Escape, or by a click beside it.
  function closeMenu(event) {
    var menu = document.querySelector('.menu-more details[open]');
    if (!menu) return;
    if (event.type === 'keydown' && event.key === 'Escape') {
      if (menu.contains(document.activeElement)) menu.firstElementChild.focus();
      menu.open = false;
    } else if (event.type === 'click' && !menu.contains(event.target)) {
      menu.open = false;
    }
  }

  root.classList.add('has-script');
  apply(isLarge());
  document.addEventListener('DOMContentLoaded', function () {
    apply(isLarge());
    colourPlaces();
    preparePreviews();
  });
  document.addEventListener('keydown', closeMenu);
  document.addEventListener('click', closeMenu);
  document.addEventListener('click', function (event) {
    if (!event.target.closest || !event.target.closest('#large-type')) return;
    var large = !root.classList.contains('large');
    try { localStorage.setItem(key, large ? '1' : '0'); } catch (error) { /* kept for this page only */ }
    apply(large);
  });
})();
