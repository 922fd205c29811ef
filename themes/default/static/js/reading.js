// What a page gains from a script: the switch for large type, and captions that are on from the start. It stands in the head, so
// that a page opens in the chosen size at once. Without it the browser's own zoom and the player's own menu do the same.
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

  // From a folder on disk browsers refuse caption files: there they stay off.
  function showCaptions() {
    if (location.protocol === 'file:') return;
    document.querySelectorAll('track[data-default]').forEach(function (element) { element.track.mode = 'showing'; });
  }

  root.classList.add('has-script');
  apply(isLarge());
  document.addEventListener('DOMContentLoaded', function () {
    apply(isLarge());
    showCaptions();
  });
  document.addEventListener('click', function (event) {
    if (!event.target.closest || !event.target.closest('#large-type')) return;
    var large = !root.classList.contains('large');
    try { localStorage.setItem(key, large ? '1' : '0'); } catch (error) { /* kept for this page only */ }
    apply(large);
  });
})();
