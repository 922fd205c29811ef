// A button that prints; without the script the browser's own menu does.
(function () {
  'use strict';
  var button = document.getElementById('print-certificate');
  button.hidden = false;
  button.addEventListener('click', function () { window.print(); });
})();
