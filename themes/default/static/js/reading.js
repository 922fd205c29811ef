// The switch for large type. It stands in the head, so that a page opens in the chosen size at once; without it, or where the
// browser keeps nothing, the page is as it is and the browser's own zoom does the same.
(function () {
  'use strict';
  var root = document.documentElement;
  var key = 'kepu-large';

  function read() {
    try { return localStorage.getItem(key) === '1'; } catch (error) { return false; }
  }

  function apply(large) {
    root.classList.toggle('large', large);
    var button = document.getElementById('large-type');
    if (button) button.setAttribute('aria-pressed', String(large));
  }

  root.classList.add('has-script');
  apply(read());
  document.addEventListener('DOMContentLoaded', function () { apply(read()); });
  document.addEventListener('click', function (event) {
    if (!event.target.closest || !event.target.closest('#large-type')) return;
    var large = !root.classList.contains('large');
    try { localStorage.setItem(key, large ? '1' : '0'); } catch (error) { /* kept for this page only */ }
    apply(large);
  });
})();
