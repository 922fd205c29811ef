// The key / leads to the search box: on the search page into it, everywhere else to that page. It never takes the key from who writes.
(function () {
  'use strict';
  document.addEventListener('keydown', function (event) {
    var at = event.target;
    var writes = at.isContentEditable || (at.matches && at.matches('input, textarea, select'));
    if (event.key !== '/' || writes || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    var box = document.getElementById('search-box');
    var link = document.querySelector('a[data-search]');
    if (!box && !link) return;
    event.preventDefault();
    if (box) {
      box.focus();
      box.select();
    } else {
      location.href = link.href.replace(/#.*$/, '') + '#q=';
    }
  });
})();
