// Events, when the page is older than the day on which it is read: what has begun or ended since then moves to its group, and the
// words of its state follow. A page kept on a USB stick stays right. A classic script without requests.
(function () {
  'use strict';
  var ORDER = ['ongoing', 'upcoming', 'past'];
  var now = Date.now();

  // As the program sorts them: a finished event is over and a postponed one ahead, whatever the clock says.
  function phaseOf(data) {
    if (data.state === 'finished') return 'past';
    if (data.state === 'postponed') return 'upcoming';
    if (Date.parse(data.ends) < now) return 'past';
    return Date.parse(data.starts) <= now ? 'ongoing' : 'upcoming';
  }

  function setState(element, phase, words) {
    var state = element.querySelector('.state');
    if (!state || element.dataset.state !== 'scheduled') return;
    var label = phase === 'past' ? words.over : words[phase];
    if (state.textContent.trim() === label) return;
    state.classList.toggle('state-finished', phase === 'past');
    state.classList.toggle('state-scheduled', phase !== 'past');
    state.lastChild.textContent = label;
    if (phase === 'past') {
      element.querySelectorAll('.event-links').forEach(function (links) { links.hidden = true; });
    }
  }

  function count(section, change, words) {
    var place = section.querySelector('.group-count');
    var number = Number((/\d+/.exec(place.textContent) || [0])[0]) + change;
    place.textContent = words.count.replace('%s', String(number));
    section.hidden = !section.querySelector('li');
  }

  function makeSection(box, phase, words) {
    var section = document.createElement('section');
    section.className = 'list-group';
    section.dataset.phase = phase;
    section.setAttribute('aria-labelledby', phase);
    var heading = document.createElement('h2');
    heading.id = phase;
    heading.append(words[phase] + ' ');
    var small = document.createElement('small');
    small.className = 'group-count';
    small.textContent = words.count.replace('%s', '0');
    heading.append(small);
    var list = document.createElement('ol');
    list.className = 'list-events';
    section.append(heading, list);
    var later = ORDER.slice(ORDER.indexOf(phase) + 1).map(function (name) {
      return box.querySelector('[data-phase="' + name + '"]');
    }).filter(Boolean)[0];
    box.insertBefore(section, later || null);
    return section;
  }

  // Ahead the next one comes first, behind the latest.
  function insert(section, item, phase) {
    var list = section.querySelector('.list-events');
    var begins = Date.parse(item.dataset.starts);
    var after = Array.prototype.filter.call(list.children, function (other) {
      var its = Date.parse(other.dataset.starts);
      return phase === 'past' ? its < begins : its > begins;
    })[0];
    list.insertBefore(item, after || null);
  }

  function sortList(box) {
    var words = JSON.parse(box.dataset.words);
    box.querySelectorAll('li[data-starts]').forEach(function (item) {
      var phase = phaseOf(item.dataset);
      setState(item, phase, words);
      var from = item.closest('[data-phase]');
      if (from.dataset.phase === phase) return;
      var to = box.querySelector('[data-phase="' + phase + '"]') || makeSection(box, phase, words);
      insert(to, item, phase);
      count(from, -1, words);
      count(to, 1, words);
    });
  }

  document.querySelectorAll('[data-events]').forEach(sortList);
  document.querySelectorAll('.event-facts[data-starts]').forEach(function (facts) {
    setState(facts, phaseOf(facts.dataset), JSON.parse(facts.dataset.words));
  });
})();
