// Reads the text of a page aloud by the voice of the device, sentence by sentence, and marks the sentence that is said. Nothing is
// sent anywhere: a voice that lives on the device is taken first. Buttons with data-read-aloud start it; its words come from the
// bar of parts/elder-bar.html. A pause ends the sentence and going on says it again, because on telephones the pause of the browser
// itself often never ends.
(function () {
  'use strict';
  if (!('speechSynthesis' in window) || window.kepuReader) return;
  window.kepuReader = true;
  var synthesis = window.speechSynthesis;
  var words = {};
  var wordNames = ['title', 'pause', 'resume', 'previous', 'next', 'speed', 'stop', 'close', 'no_voice', 'nothing'];
  document.getElementById('elder').getAttribute('data-words').split('|').forEach(function (word, i) { words[wordNames[i]] = word; });
  var language = document.documentElement.lang || 'zh-CN';
  var isChinese = /^zh/i.test(language);
  var SPEEDS = [0.8, 1, 1.2];
  var LONGEST = 90;
  // How long a device may take to name its voices, and to begin to speak, in milliseconds.
  var VOICES_TAKE = 1500;
  var BEGIN_TAKES = 5000;

  // What is not read: ways to other pages, sources, marks, code, and all that is not shown.
  var SKIPPED = 'nav, script, style, noscript, template, svg, pre, code, button, select, input, textarea, audio, video, form, ' +
    '.breadcrumbs, .byline, .review, .work-facts, .citations, .footnotes, .footnote-ref, .tags, .terms, .imprint, .read-aloud, .reader, .player, ' +
    '.transcript-time, .latest, .related, .pager, .list-facts, .number, .visually-hidden, .print-only, .solution-sources, ' +
    '.claim-sources, .page-fact-source, .chart-source, .cite, .changes, .related-reading, .heading-link, .collection-progress, .read-mark, .chart-side, .chart-zoom, .work-length, .elder-bar, [hidden], [aria-hidden="true"]';
  var BLOCKS = 'h1, h2, h3, h4, h5, h6, p, li, dt, dd, blockquote, figcaption, summary, caption, td, th, legend, label, div, section, article, header';

  // ---- the text, as blocks of sentences. A sentence has its words and where they stand: text nodes with offsets.

  function isShown(element) {
    if (element.closest(SKIPPED)) return false;
    var folded = element.closest('details:not([open])');
    if (folded && !element.closest('summary')) return false;
    return element.getClientRects().length > 0;
  }

  function collectBlocks(place) {
    var blocks = [];
    var last = null;
    var walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT, null);
    for (var node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.data.trim() || !isShown(node.parentElement)) continue;
      var element = node.parentElement.closest(BLOCKS);
      // The cells of one row are one block: a table is read row by row.
      var row = element.closest('tr');
      var owner = row || element;
      if (!last || last.element !== owner) {
        last = { element: owner, nodes: [], text: '', sentences: [] };
        blocks.push(last);
      }
      if (row && last.cell && last.cell !== element) last.text += isChinese ? '，' : ', ';
      last.cell = element;
      last.nodes.push({ node: node, begin: last.text.length });
      // A formula is said in words, once.
      var formula = node.parentElement.closest('math');
      if (!formula) last.text += node.data;
      else if (formula !== last.formula) last.text += formula.getAttribute('alttext') || '';
      last.formula = formula;
    }
    blocks.forEach(splitSentences);
    return blocks.filter(function (block) { return block.sentences.length > 0; });
  }

  // After 。！？； a sentence ends, and closing quotation marks belong to it; long ones are parted after a comma, because some voices
  // break off after a quarter of a minute.
  function splitSentences(block) {
    var text = block.text;
    var begin = 0;
    for (var at = 0; at < text.length; at += 1) {
      var ends = /[。！？；…]/.test(text[at]) || (/[.!?;]/.test(text[at]) && (at + 1 === text.length || /\s/.test(text[at + 1])));
      var isLong = at - begin >= LONGEST && /[，、：,]/.test(text[at]);
      if (!ends && !isLong) continue;
      while (at + 1 < text.length && /[。！？；…”’」』）)]/.test(text[at + 1])) at += 1;
      addSentence(block, begin, at + 1);
      begin = at + 1;
    }
    addSentence(block, begin, text.length);
  }

  function addSentence(block, begin, end) {
    var said = spoken(block.text.slice(begin, end));
    if (/[^\s\d!-/:-@[-`{-~。！？；，、：“”‘’…—·（）《》]|\d/.test(said)) block.sentences.push({ block: block, begin: begin, end: end, said: said });
  }

  // What voices say wrongly is written out for them.
  var spokenWords = (document.getElementById('elder').getAttribute('data-spoken') || '').split('|');
  var FORMULAS = spokenWords.length < 15 ? [] : [
    [/CO2[-‑ ]?(?:eq?)(?![A-Za-z])/g, spokenWords[0]], [/CO2/g, spokenWords[1]], [/CH4/g, spokenWords[2]], [/N2O/g, spokenWords[3]],
    [/SF6/g, spokenWords[4]], [/SO2/g, spokenWords[5]], [/(\d)\s*[kK][wW][·⋅]?h/g, '$1' + spokenWords[6]], [/(\d)\s*[kK][wW](?![A-Za-z])/g, '$1' + spokenWords[7]],
    [/(\d)\s*km²/g, '$1' + spokenWords[8]], [/(\d)\s*m²/g, '$1' + spokenWords[9]], [/(\d)\s*m³/g, '$1' + spokenWords[10]], [/(\d)\s*℃/g, '$1' + spokenWords[11]],
    [/(\d|\d[\u5e74\u6708\u65e5])\s*[—–~～]\s*(?=\d)/g, '$1' + spokenWords[12]],
    [new RegExp('(^|\\D)[-−](\\d[\\d.]*)\\s*' + spokenWords[11], 'g'), '$1' + spokenWords[13] + '$2' + spokenWords[11]],
    [/〔(\d+)〕/g, '$1' + spokenWords[14]], [/→/g, spokenWords[12]],
  ];

  function spoken(text) {
    var told = text.replace(/\s+/g, ' ').trim();
    if (!isChinese) return told;
    // Only blanks between Latin words stay.
    told = told.replace(/([^\x21-\x7e]) /g, '$1').replace(/ (?=[^\x21-\x7e])/g, '');
    told = told.replace(/[₀-₉]/g, function (digit) { return String(digit.charCodeAt(0) - 0x2080); });
    FORMULAS.forEach(function (formula) { told = told.replace(formula[0], formula[1]); });
    return told;
  }

  function rangesOf(sentence) {
    var ranges = [];
    sentence.block.nodes.forEach(function (piece) {
      var from = Math.max(sentence.begin - piece.begin, 0);
      var to = Math.min(sentence.end - piece.begin, piece.node.data.length);
      if (from < to && piece.node.data.slice(from, to).trim()) ranges.push({ node: piece.node, from: from, to: to });
    });
    return ranges;
  }

  // ---- the mark on the sentence that is said

  var wrapped = [];

  function mark(sentence) {
    unmark();
    var ranges = rangesOf(sentence);
    if (window.Highlight && window.CSS && CSS.highlights) {
      var highlight = new Highlight();
      ranges.forEach(function (piece) {
        var range = document.createRange();
        range.setStart(piece.node, piece.from);
        range.setEnd(piece.node, piece.to);
        highlight.add(range);
      });
      CSS.highlights.set('read-aloud', highlight);
    } else {
      ranges.forEach(wrap);
    }
    show(sentence.block.element);
  }

  // Older browsers: the words stand in a <mark> meanwhile. The text node itself comes back afterwards, so that places stay true.
  function wrap(piece) {
    var text = piece.node.data;
    var parts = [document.createTextNode(text.slice(0, piece.from)), document.createElement('mark'), document.createTextNode(text.slice(piece.to))];
    parts[1].className = 'reading';
    parts[1].textContent = text.slice(piece.from, piece.to);
    parts.forEach(function (part) { piece.node.parentNode.insertBefore(part, piece.node); });
    piece.node.remove();
    wrapped.push({ node: piece.node, parts: parts });
  }

  function unmark() {
    if (window.CSS && CSS.highlights) CSS.highlights.delete('read-aloud');
    wrapped.forEach(function (piece) {
      piece.parts[0].parentNode.insertBefore(piece.node, piece.parts[0]);
      piece.parts.forEach(function (part) { part.remove(); });
    });
    wrapped = [];
  }

  function show(element) {
    var box = element.getBoundingClientRect();
    var room = window.innerHeight - (panel ? panel.offsetHeight : 0);
    if (box.top >= 0 && box.bottom <= room) return;
    window.scrollBy(0, box.height < room * 0.8 ? box.top - (room - box.height) / 2 : box.top - room * 0.1);
  }

  // ---- the voice

  function isWanted(voice) {
    var name = voice.lang.replace('_', '-').toLowerCase();
    return isChinese ? /^(zh|cmn)/.test(name) : name.slice(0, 2) === language.slice(0, 2).toLowerCase();
  }

  // A voice of the device before one of a server, Mandarin of the mainland before others.
  function rank(voice) {
    var name = voice.lang.replace('_', '-').toLowerCase();
    return (voice.localService ? 0 : 4) + (isChinese && /hk|yue/.test(name) ? 2 : 0) + (isChinese && /tw|hant/.test(name) ? 1 : 0);
  }

  function bestVoice() {
    return synthesis.getVoices().filter(isWanted).sort(function (a, b) { return rank(a) - rank(b); })[0] || null;
  }

  // Calls back with the voice, or null; many browsers name their voices only after a while.
  function findVoice(done) {
    var timer = 0;
    function look(isLast) {
      var voice = bestVoice();
      if (!voice && !isLast && synthesis.getVoices().length === 0) return;
      clearTimeout(timer);
      synthesis.removeEventListener('voiceschanged', onVoices);
      done(voice);
    }
    function onVoices() { look(false); }
    if (synthesis.getVoices().length > 0) {
      done(bestVoice());
      return;
    }
    synthesis.addEventListener('voiceschanged', onVoices);
    timer = setTimeout(function () { look(true); }, VOICES_TAKE);
  }

  // ---- reading

  var panel = null;
  var opener = null;
  var blocks = [];
  var sentences = [];
  var at = 0;
  var speed = 1;
  var voice = null;
  var current = null;
  var isPlaying = false;
  var beginTimer = 0;

  function say() {
    synthesis.cancel();
    clearTimeout(beginTimer);
    if (at >= sentences.length) {
      stop();
      return;
    }
    var utterance = new SpeechSynthesisUtterance(sentences[at].said);
    utterance.lang = voice.lang;
    utterance.voice = voice;
    utterance.rate = speed;
    utterance.onstart = function () { clearTimeout(beginTimer); };
    utterance.onend = function () {
      if (utterance !== current) return;
      at += 1;
      say();
    };
    utterance.onerror = function () {
      if (utterance === current) fail(words.no_voice);
    };
    current = utterance;
    isPlaying = true;
    mark(sentences[at]);
    beginTimer = setTimeout(function () { if (utterance === current) fail(words.no_voice); }, BEGIN_TAKES);
    synthesis.speak(utterance);
    update();
  }

  function silence() {
    current = null;
    isPlaying = false;
    clearTimeout(beginTimer);
    synthesis.cancel();
  }

  function pauseOrGoOn() {
    if (isPlaying) silence();
    else say();
    update();
  }

  // To the first sentence of the paragraph before or after the one that is read.
  function goTo(step) {
    var here = blocks.indexOf(sentences[Math.min(at, sentences.length - 1)].block);
    var target = blocks[Math.max(here + step, 0)];
    at = target ? sentences.indexOf(target.sentences[0]) : sentences.length;
    say();
  }

  function setSpeed(value) {
    speed = value;
    if (isPlaying) say();
    update();
  }

  function start(button) {
    if (panel) stop();
    opener = button;
    blocks = collectBlocks(document.querySelector('main article') || document.querySelector('main'));
    sentences = [];
    blocks.forEach(function (block) { sentences = sentences.concat(block.sentences); });
    at = 0;
    openPanel();
    if (!sentences.length) {
      fail(words.nothing);
      return;
    }
    var opened = panel;
    findVoice(function (found) {
      if (panel !== opened) return;
      voice = found;
      if (found) say();
      else fail(words.no_voice);
    });
  }

  function stop() {
    silence();
    unmark();
    if (!panel) return;
    panel.remove();
    panel = null;
    document.documentElement.classList.remove('is-reading');
    if (opener) opener.focus();
  }

  // ---- the buttons at the foot of the window

  function makeButton(label, action) {
    var button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', action);
    return button;
  }

  function openPanel() {
    panel = document.createElement('section');
    panel.className = 'reader';
    panel.setAttribute('aria-label', words.title);
    var play = makeButton(words.pause, pauseOrGoOn);
    play.className = 'reader-play';
    var speeds = document.createElement('span');
    speeds.className = 'reader-speeds';
    speeds.setAttribute('role', 'group');
    speeds.setAttribute('aria-label', words.speed);
    SPEEDS.forEach(function (value) {
      var button = makeButton(value + '×', function () { setSpeed(value); });
      button.setAttribute('data-speed', value);
      button.setAttribute('aria-label', words.speed + ' ' + value);
      speeds.appendChild(button);
    });
    [makeButton(words.previous, function () { goTo(-1); }), play, makeButton(words.next, function () { goTo(1); }), speeds,
      makeButton(words.stop, stop)].forEach(function (part) { panel.appendChild(part); });
    panel.addEventListener('keydown', function (event) { if (event.key === 'Escape') stop(); });
    document.querySelector('main').insertAdjacentElement('afterend', panel);
    document.documentElement.classList.add('is-reading');
    update();
    play.focus({ preventScroll: true });
  }

  // Why nothing is heard, in the place of the buttons.
  function fail(message) {
    silence();
    unmark();
    panel.textContent = '';
    var text = document.createElement('p');
    text.setAttribute('role', 'status');
    text.textContent = message;
    panel.appendChild(text);
    var close = makeButton(words.close, stop);
    panel.appendChild(close);
    close.focus({ preventScroll: true });
  }

  function update() {
    if (!panel || !panel.querySelector('.reader-play')) return;
    panel.querySelector('.reader-play').textContent = isPlaying || at === 0 && !current && !voice ? words.pause : words.resume;
    panel.querySelectorAll('[data-speed]').forEach(function (button) {
      button.setAttribute('aria-pressed', String(Number(button.getAttribute('data-speed')) === speed));
    });
  }

  document.addEventListener('click', function (event) {
    var button = event.target.closest && event.target.closest('[data-read-aloud]');
    if (button) start(button);
  });
  window.addEventListener('pagehide', silence);
  window.addEventListener('pageshow', function (event) { if (event.persisted) stop(); });
})();
