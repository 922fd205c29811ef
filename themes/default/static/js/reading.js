// What every page gains from a script: a menu that closes by itself, the colour of a picture while it loads, moving previews on
// cards, and folded texts that open when the page is printed. It stands in the head, so that a page knows at once that there are
// scripts.
(function () {
  'use strict';
  var root = document.documentElement;

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
      var isCalm = calm.matches || root.classList.contains('elder');
      if (!place || isCalm || (navigator.connection && navigator.connection.saveData)) return;
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

  // Paper cannot be unfolded. The answers of a quiz stay folded: it is printed to be filled in.
  function unfold() {
    document.querySelectorAll('details:not([open])').forEach(function (details) {
      if (details.closest('.menu-more, .outline-fold, .solution, .cite-formats, .archive, .months-past')) return;
      details.open = true;
      details.setAttribute('data-unfolded', '');
    });
  }

  function foldAgain() {
    document.querySelectorAll('[data-unfolded]').forEach(function (details) {
      details.open = false;
      details.removeAttribute('data-unfolded');
    });
  }

  root.classList.add('has-script');
  document.addEventListener('DOMContentLoaded', function () {
    colourPlaces();
    preparePreviews();
  });
  window.addEventListener('beforeprint', unfold);
  window.addEventListener('afterprint', foldAgain);
  document.addEventListener('keydown', closeMenu);
  document.addEventListener('click', closeMenu);
})();
