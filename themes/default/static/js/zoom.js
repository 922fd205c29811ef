// A wall chart, large: its picture in a window of its own that can be enlarged and moved by buttons, wheel, fingers and keys. Without
// scripts the link opens the picture itself. A classic script without requests.
(function () {
  'use strict';
  var link = document.querySelector('a[data-zoom]');
  if (!link || typeof HTMLDialogElement === 'undefined') return;
  var words = JSON.parse(link.dataset.words);
  var MOST = 16;
  var STEP = 1.4;
  var MOVE = 80;
  var dialog, view, picture, level;
  var scale = 1;
  var fitting = 1;
  var left = 0;
  var top = 0;
  var pointers = new Map();

  function button(label, act) {
    var element = document.createElement('button');
    element.type = 'button';
    element.textContent = label;
    element.addEventListener('click', act);
    return element;
  }

  function build() {
    dialog = document.createElement('dialog');
    dialog.className = 'zoom';
    dialog.setAttribute('aria-label', words.picture.replace('%s', words.title));
    var bar = document.createElement('div');
    bar.className = 'zoom-bar';
    level = document.createElement('output');
    var help = document.createElement('p');
    help.textContent = words.help;
    var shut = button(words.close, function () { dialog.close(); });
    shut.autofocus = true;
    bar.append(button(words.in, function () { zoomAtMiddle(STEP); }), button(words.out, function () { zoomAtMiddle(1 / STEP); }),
      button(words.fit, fit), level, help, shut);
    view = document.createElement('div');
    view.className = 'zoom-view';
    picture = document.createElement('img');
    picture.alt = words.title;
    picture.draggable = false;
    picture.addEventListener('load', fit);
    view.append(picture);
    dialog.append(bar, view);
    document.body.append(dialog);
    dialog.addEventListener('keydown', onKey);
    dialog.addEventListener('close', function () { link.focus(); });
    view.addEventListener('wheel', onWheel, { passive: false });
    view.addEventListener('pointerdown', onPointerDown);
    view.addEventListener('pointermove', onPointerMove);
    ['pointerup', 'pointercancel'].forEach(function (name) { view.addEventListener(name, onPointerUp); });
    window.addEventListener('resize', function () { if (dialog.open) fit(); });
  }

  // ---- where the picture stands
  function width() { return picture.naturalWidth || 1000; }
  function height() { return picture.naturalHeight || 1000; }

  // A picture that is smaller than its window stands in the middle of it, a larger one covers it.
  function within(place, size, room) {
    return size <= room ? (room - size) / 2 : Math.min(0, Math.max(room - size, place));
  }

  function show() {
    left = within(left, width() * scale, view.clientWidth);
    top = within(top, height() * scale, view.clientHeight);
    picture.style.width = width() * scale + 'px';
    picture.style.transform = 'translate(' + left + 'px, ' + top + 'px)';
    var percent = Math.round((scale / fitting) * 100);
    level.textContent = percent + '%';
    level.setAttribute('aria-label', words.level.replace('%s', percent + '%'));
    dialog.dataset.percent = String(percent);
  }

  function fit() {
    fitting = Math.min(view.clientWidth / width(), view.clientHeight / height());
    scale = fitting;
    left = 0;
    top = 0;
    show();
  }

  // The point under the fingers or the pointer stays where it is.
  function zoomAt(x, y, factor) {
    var next = Math.min(fitting * MOST, Math.max(fitting, scale * factor));
    left = x - ((x - left) * next) / scale;
    top = y - ((y - top) * next) / scale;
    scale = next;
    show();
  }

  function zoomAtMiddle(factor) {
    zoomAt(view.clientWidth / 2, view.clientHeight / 2, factor);
  }

  function move(x, y) {
    left += x;
    top += y;
    show();
  }

  // ---- keys, wheel, fingers
  var KEYS = {
    '+': function () { zoomAtMiddle(STEP); },
    '=': function () { zoomAtMiddle(STEP); },
    '-': function () { zoomAtMiddle(1 / STEP); },
    '0': fit,
    ArrowLeft: function () { move(MOVE, 0); },
    ArrowRight: function () { move(-MOVE, 0); },
    ArrowUp: function () { move(0, MOVE); },
    ArrowDown: function () { move(0, -MOVE); },
  };

  function onKey(event) {
    var act = KEYS[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  }

  function onWheel(event) {
    event.preventDefault();
    var box = view.getBoundingClientRect();
    zoomAt(event.clientX - box.left, event.clientY - box.top, event.deltaY < 0 ? 1.15 : 1 / 1.15);
  }

  function onPointerDown(event) {
    view.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    view.classList.add('is-dragged');
  }

  function spread() {
    var two = Array.from(pointers.values());
    return {
      x: (two[0].x + two[1].x) / 2,
      y: (two[0].y + two[1].y) / 2,
      distance: Math.hypot(two[0].x - two[1].x, two[0].y - two[1].y) || 1,
    };
  }

  function onPointerMove(event) {
    var known = pointers.get(event.pointerId);
    if (!known) return;
    var before = pointers.size === 2 ? spread() : null;
    var x = event.clientX - known.x;
    var y = event.clientY - known.y;
    known.x = event.clientX;
    known.y = event.clientY;
    if (before) {
      var after = spread();
      var box = view.getBoundingClientRect();
      zoomAt(after.x - box.left, after.y - box.top, after.distance / before.distance);
      move(after.x - before.x, after.y - before.y);
    } else if (pointers.size === 1) {
      move(x, y);
    }
  }

  function onPointerUp(event) {
    pointers.delete(event.pointerId);
    if (!pointers.size) view.classList.remove('is-dragged');
  }

  link.addEventListener('click', function (event) {
    // With a key held the visitor wants another window, which the link gives.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!dialog) build();
    dialog.showModal();
    if (picture.src) fit();
    else picture.src = link.href;
  });
})();
