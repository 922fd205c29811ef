// Terms of the glossary: a click, a tap or Enter on one shows its explanation beside it instead of leaving the page. The words come
// from the list at the end of the text; without a script the link leads to the glossary. A classic script without requests.
(function () {
  'use strict';
  var list = document.querySelector('.page-terms');
  if (!list) return;
  var note = null;
  var term = null;

  // Only words whose explanation stands on the page become buttons.
  function explanationOf(link) {
    var at = link.href.indexOf('#');
    return at < 0 ? null : document.getElementById(decodeURIComponent(link.href.slice(at + 1)));
  }

  function close(back) {
    if (!note) return;
    note.remove();
    term.setAttribute('aria-expanded', 'false');
    if (back) term.focus();
    note = term = null;
  }

  // Below the word, or above it where the window ends; never beyond its sides. A word may be broken over two lines: the last counts.
  function place() {
    var boxes = term.getClientRects();
    var box = boxes[boxes.length - 1];
    var gap = 8;
    var width = document.documentElement.clientWidth;
    var left = Math.max(gap, Math.min(box.left, width - note.offsetWidth - gap));
    var above = boxes[0].top - note.offsetHeight - gap;
    var below = box.bottom + gap;
    var fits = below + note.offsetHeight <= window.innerHeight || above < 0;
    note.style.left = left + window.pageXOffset + 'px';
    note.style.top = (fits ? below : above) + window.pageYOffset + 'px';
  }

  function element(name, className, parent) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (parent) parent.append(made);
    return made;
  }

  function copyInto(target, source) {
    source.childNodes.forEach(function (node) { target.append(node.cloneNode(true)); });
  }

  // Tab beyond either end closes the explanation and goes on from the word.
  function leave(event) {
    if (event.key !== 'Tab') return;
    var last = note.querySelector('.term-note-close');
    var first = note.querySelector('a');
    var leaves = event.shiftKey ? document.activeElement === first || document.activeElement === note : document.activeElement === last;
    if (!leaves) return;
    if (event.shiftKey) event.preventDefault();
    close(true);
  }

  function open(link, explanation) {
    close(false);
    term = link;
    note = element('div', 'term-note');
    note.setAttribute('role', 'dialog');
    note.setAttribute('aria-labelledby', 'term-note-name');
    note.tabIndex = -1;
    var name = element('p', 'term-note-name', note);
    name.id = 'term-note-name';
    copyInto(name, explanation.querySelector('dt'));
    copyInto(element('div', '', note), explanation.querySelector('dd'));
    var more = element('a', 'term-note-more', note);
    more.href = link.href;
    more.textContent = list.dataset.more;
    var button = element('button', 'term-note-close', note);
    button.type = 'button';
    button.textContent = '×';
    button.setAttribute('aria-label', list.dataset.close);
    button.addEventListener('click', function () { close(true); });
    // At the end of the page, where nothing clips it; Tab leads from its last control back to the word.
    document.body.append(note);
    link.setAttribute('aria-expanded', 'true');
    place();
    note.focus({preventScroll: true});
    note.addEventListener('keydown', leave);
  }

  document.querySelectorAll('a.term').forEach(function (link) {
    if (!explanationOf(link)) return;
    link.setAttribute('role', 'button');
    link.setAttribute('aria-expanded', 'false');
    link.setAttribute('aria-haspopup', 'dialog');
    link.addEventListener('click', function (event) {
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (term === link) close(true);
      else open(link, explanationOf(link));
    });
    // A button answers to the space bar, too.
    link.addEventListener('keydown', function (event) {
      if (event.key !== ' ') return;
      event.preventDefault();
      link.click();
    });
  });

  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape' && note) close(true);
  });
  document.addEventListener('pointerdown', function (event) {
    if (note && !note.contains(event.target) && event.target !== term) close(false);
  });
  window.addEventListener('resize', function () { if (note) place(); });
}());
