// A quiz from the questions of the page. The page itself holds all questions with their answers for those without scripts; this makes
// papers of them, one question at a time. A classic script without requests, so it also runs from a folder on disk. The address says
// what is asked (#paper=quick&seed=123): who opens it gets the same questions. What has been answered is kept in localStorage.
(function () {
  'use strict';
  var box = document.querySelector('[data-quiz]');
  if (!box) return;
  var words = JSON.parse(box.dataset.words);
  var papers = JSON.parse(box.dataset.papers);
  var storeKey = 'kepu-quiz-' + box.dataset.quiz;
  var list = document.querySelector('.questions');
  var questions = readQuestions();
  var stage = document.createElement('div');
  var announcer = document.createElement('p');
  var state = null;

  // ---- the questions, as the page has them
  function readQuestions() {
    var found = {};
    document.querySelectorAll('.question').forEach(function (item) {
      found[item.id] = {
        id: item.id,
        kind: item.dataset.kind,
        text: item.querySelector('.question-text').textContent,
        facts: item.querySelector('.question-facts'),
        solution: item.querySelector('.solution'),
        options: Array.prototype.map.call(item.querySelectorAll('.options li'), function (option) {
          return { id: option.dataset.option, text: option.querySelector('b').textContent, right: 'right' in option.dataset };
        }),
      };
    });
    return found;
  }

  // ---- which questions a paper asks: the same for the same seed in every browser, so in whole numbers of 32 bits (mulberry32)
  function randomNumbers(seed) {
    var at = seed >>> 0;
    return function (below) {
      at = (at + 0x6d2b79f5) >>> 0;
      var mixed = Math.imul(at ^ (at >>> 15), at | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
    };
  }

  function chooseQuestions(paper, seed) {
    var order = Object.keys(questions);
    var next = randomNumbers(seed);
    for (var last = order.length - 1; last > 0; last -= 1) {
      var other = next(last + 1);
      var kept = order[last];
      order[last] = order[other];
      order[other] = kept;
    }
    return order.slice(0, paper.count);
  }

  function findPaper(id) {
    return papers.filter(function (paper) { return paper.id === id; })[0];
  }

  // ---- the address and what is remembered
  function readAddress() {
    var paper = findPaper((/[#&]paper=([^&]*)/.exec(location.hash) || [])[1]);
    var seed = (/[#&]seed=(\d{1,9})(?:&|$)/.exec(location.hash) || [])[1];
    return paper ? { paper: paper, seed: seed === undefined ? newSeed() : Number(seed) } : null;
  }

  function newSeed() {
    return 1 + Math.floor(Math.random() * 999999);
  }

  function save() {
    try { localStorage.setItem(storeKey, JSON.stringify(state)); } catch (error) { /* kept for this page only */ }
  }

  // What is kept may be older than the questions: then it is of no use.
  function load() {
    try {
      var kept = JSON.parse(localStorage.getItem(storeKey));
      var fits = kept && findPaper(kept.paper) && kept.order.length > 0 && kept.order.every(function (id) { return questions[id]; });
      return fits ? kept : null;
    } catch (error) {
      return null;
    }
  }

  // ---- small parts of pages
  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function fill(pattern) {
    var values = Array.prototype.slice.call(arguments, 1);
    return pattern.replace(/%s/g, function () { return values.shift(); });
  }

  function button(text, isMain, act) {
    var made = element('button', isMain ? 'button button-full' : 'button', text);
    made.type = 'button';
    made.addEventListener('click', act);
    return made;
  }

  function row(buttons) {
    var made = element('p', 'quiz-buttons');
    buttons.forEach(function (item) { made.appendChild(item); });
    return made;
  }

  function sign(name) {
    return document.querySelector('.quiz-signs [data-sign="' + name + '"] svg').cloneNode(true);
  }

  function show(parts) {
    stage.textContent = '';
    parts.forEach(function (part) { stage.appendChild(part); });
  }

  function focusOn(target) {
    target.tabIndex = -1;
    target.focus();
  }

  function say(text) {
    announcer.textContent = text;
  }

  // ---- counting
  function isRight(id) {
    var given = state.answers[id] || [];
    return questions[id].options.every(function (option) { return option.right === (given.indexOf(option.id) >= 0); });
  }

  function answered() {
    return state.order.filter(function (id) { return state.answers[id]; });
  }

  function isFinished(kept) {
    return kept.order.every(function (id) { return kept.answers[id]; });
  }

  // ---- choosing a paper
  function showStart(withFocus) {
    var heading = element('h2', '', words.choose);
    var choices = element('ul', 'quiz-papers');
    papers.forEach(function (paper) {
      var item = element('li');
      var chooser = button('', false, function () { begin(paper, newSeed()); });
      chooser.className = 'quiz-paper';
      chooser.dataset.paper = paper.id;
      chooser.appendChild(element('strong', '', paper.title));
      chooser.appendChild(element('small', '', fill(words.count, paper.count)));
      item.appendChild(chooser);
      choices.appendChild(item);
    });
    var parts = [heading, element('p', 'quiz-hint', words.about), choices];
    var kept = load();
    if (kept && !isFinished(kept)) {
      var done = Object.keys(kept.answers).length;
      var resume = button(fill(words.resume, findPaper(kept.paper).title, done, kept.order.length), true, function () {
        state = kept;
        writeAddress();
        showQuestion(true);
      });
      resume.dataset.resume = '';
      parts.push(row([resume]));
    }
    show(parts);
    if (withFocus) focusOn(heading);
  }

  // Without a new entry in the history: "back" leaves the quiz.
  function writeAddress() {
    location.replace('#paper=' + state.paper + '&seed=' + state.seed);
  }

  function begin(paper, seed) {
    state = { paper: paper.id, seed: seed, order: chooseQuestions(paper, seed), answers: {}, again: false };
    save();
    writeAddress();
    showQuestion(true);
  }

  function askAgain(ids) {
    state = { paper: state.paper, seed: state.seed, order: ids, answers: {}, again: true };
    save();
    showQuestion(true);
  }

  // ---- one question
  function progress() {
    var done = answered();
    var right = done.filter(isRight).length;
    var line = element('div', 'quiz-progress');
    var bar = element('progress');
    bar.max = state.order.length;
    bar.value = done.length;
    bar.setAttribute('aria-label', words.progress);
    line.appendChild(bar);
    line.appendChild(element('span', '', fill(words.done, done.length, state.order.length)));
    line.appendChild(element('span', '', fill(words.right_so_far, right)));
    return line;
  }

  function optionRow(question, option) {
    var label = element('label', 'quiz-option');
    var input = element('input');
    input.type = question.kind === 'multiple' ? 'checkbox' : 'radio';
    input.name = 'answer';
    input.value = option.id;
    label.appendChild(input);
    if (question.kind !== 'true-false') label.appendChild(element('b', '', option.id.toUpperCase()));
    label.appendChild(element('span', '', option.text));
    return label;
  }

  function showQuestion(withFocus) {
    var waiting = state.order.filter(function (id) { return !state.answers[id]; });
    if (!waiting.length) {
      showScore(withFocus);
      return;
    }
    var question = questions[waiting[0]];
    var form = element('form', 'quiz-form');
    form.dataset.question = question.id;
    var field = element('fieldset');
    var legend = element('legend');
    legend.appendChild(element('span', 'quiz-number', fill(words.number, answered().length + 1, state.order.length)));
    legend.appendChild(element('span', 'quiz-text', question.text));
    field.appendChild(legend);
    var facts = question.facts.cloneNode(true);
    if (question.kind === 'multiple') facts.appendChild(element('span', '', words.choose_several));
    field.appendChild(facts);
    question.options.forEach(function (option) { field.appendChild(optionRow(question, option)); });
    form.appendChild(field);
    var submit = element('button', 'button button-full', words.check);
    submit.type = 'submit';
    form.appendChild(row([submit, button(words.leave, false, function () { showStart(true); })]));
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      var given = Array.prototype.map.call(form.querySelectorAll('input:checked'), function (input) { return input.value; });
      if (!given.length) {
        say(words.nothing_chosen);
        showNote(form, words.nothing_chosen);
        form.querySelector('input').focus();
        return;
      }
      state.answers[question.id] = given;
      save();
      judge(form, question, given);
    });
    show([progress(), form]);
    say('');
    if (withFocus) focusOn(legend);
  }

  function showNote(form, text) {
    var old = form.querySelector('.quiz-note');
    if (old) old.remove();
    form.insertBefore(element('p', 'quiz-note', text), form.querySelector('.quiz-buttons'));
  }

  function mark(label, name, text) {
    var made = element('em', 'quiz-mark');
    made.appendChild(sign(name));
    made.appendChild(document.createTextNode(text));
    label.classList.add('is-' + name);
    label.appendChild(made);
  }

  // Right or wrong in words and signs, then why, and where it is written.
  function judge(form, question, given) {
    var right = isRight(question.id);
    question.options.forEach(function (option, place) {
      var label = form.querySelectorAll('.quiz-option')[place];
      var chosen = given.indexOf(option.id) >= 0;
      label.querySelector('input').disabled = true;
      if (option.right) mark(label, 'true', chosen ? words.chosen_right : words.right_answer);
      else if (chosen) mark(label, 'false', words.chosen_wrong);
    });
    var verdict = element('div', 'quiz-verdict ' + (right ? 'is-true' : 'is-false'));
    var title = element('p', 'quiz-verdict-title');
    title.appendChild(sign(right ? 'true' : 'false'));
    title.appendChild(document.createTextNode(right ? words.is_right : words.is_wrong));
    verdict.appendChild(title);
    Array.prototype.slice.call(question.solution.children, 1).forEach(function (part) { verdict.appendChild(part.cloneNode(true)); });
    var isLast = answered().length === state.order.length;
    var next = button(isLast ? words.to_score : words.next, true, function () { showQuestion(true); });
    next.dataset.next = '';
    form.replaceChild(row([next]), form.querySelector('.quiz-buttons'));
    var note = form.querySelector('.quiz-note');
    if (note) note.remove();
    form.insertBefore(verdict, form.querySelector('.quiz-buttons'));
    stage.replaceChild(progress(), stage.querySelector('.quiz-progress'));
    say((right ? words.is_right : words.is_wrong) + ' ' + question.solution.querySelector('.solution-answer').textContent);
    // The button that was pressed is gone; its successor takes the focus without moving the page under the reader.
    next.focus({ preventScroll: true });
  }

  // ---- the score
  function showScore(withFocus) {
    var wrong = state.order.filter(function (id) { return !isRight(id); });
    var right = state.order.length - wrong.length;
    var heading = element('h2', '', state.again ? words.score_again : words.score);
    var number = element('p', 'quiz-score');
    number.appendChild(element('b', '', String(right)));
    number.appendChild(document.createTextNode(' / ' + state.order.length));
    var sentence = fill(words.score_text, right, state.order.length);
    var parts = [heading, number, element('p', 'quiz-sentence', sentence + (wrong.length ? '' : words.all_right))];
    if (wrong.length) {
      var listed = element('ul', 'quiz-wrong');
      wrong.forEach(function (id) {
        var item = element('li');
        item.appendChild(sign('false'));
        var link = element('a', '', questions[id].text);
        link.href = '#' + id;
        item.appendChild(link);
        listed.appendChild(item);
      });
      parts.push(element('h3', '', words.wrong_ones), listed);
    }
    var buttons = [];
    if (wrong.length) buttons.push(button(words.again, true, function () { askAgain(wrong); }));
    buttons.push(button(words.restart, !wrong.length, function () { showStart(true); }));
    parts.push(row(buttons));
    // An address on a disk is of use to nobody else.
    if (location.protocol !== 'file:') {
      var share = element('p', 'quiz-hint', words.share);
      var link = element('a', '', location.href);
      link.href = location.href;
      share.appendChild(link);
      parts.push(share);
    }
    show(parts);
    say(sentence);
    if (withFocus) focusOn(heading);
  }

  // ---- opening the page
  function openAddress(withFocus) {
    var wanted = readAddress();
    var kept = load();
    if (wanted && kept && kept.paper === wanted.paper.id && kept.seed === wanted.seed) {
      state = kept;
      showQuestion(withFocus);
    } else if (wanted) {
      begin(wanted.paper, wanted.seed);
    } else if (questions[location.hash.slice(1)]) {
      openQuestion(location.hash.slice(1));
    }
    return wanted;
  }

  // A link to a single question opens the list, where its answer is.
  function openQuestion(id) {
    list.open = true;
    var item = document.getElementById(id);
    item.querySelector('.solution').open = true;
    item.scrollIntoView();
  }

  announcer.className = 'visually-hidden';
  announcer.setAttribute('aria-live', 'polite');
  stage.className = 'quiz-stage';
  // The style sheet keeps a place for what the page begins with.
  box.classList.add('is-ready');
  box.insertBefore(announcer, box.firstChild);
  box.insertBefore(stage, box.firstChild);
  list.open = false;
  if (!openAddress(false)) showStart(false);

  window.addEventListener('hashchange', function () {
    var wanted = readAddress();
    var isShown = wanted && state && state.paper === wanted.paper.id && state.seed === wanted.seed;
    if (!isShown) openAddress(true);
  });
  // On paper all questions are wanted.
  window.addEventListener('beforeprint', function () { list.open = true; });
})();
