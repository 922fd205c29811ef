// A button that prints; without the script the browser's own menu does.
(function () {
  'use strict';
  document.getElementById('print-certificate').addEventListener('click', function () { window.print(); });
})();
