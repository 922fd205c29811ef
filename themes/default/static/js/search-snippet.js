// Where the words of a query stand in a page: the passage that shows most of them, marked, with the place to jump to.
(function () {
  'use strict';
  var find = window.kepuFind = window.kepuFind || {};
  var BEFORE = 24;
  var LENGTH = 120;
  var MOST_LINES = 3;

  function matches(token, wanted, isOpen) {
    return token.text === wanted.text || find.withoutPoints(token.text) === wanted.text ||
      (isOpen && !wanted.isHan && token.text.indexOf(wanted.text) === 0);
  }

  /// The places of the phrases in a text: [[begin, end]], in order and apart. A word that ends a phrase may go on.
  find.hits = function (text, phrases) {
    var tokens = new find.Reader().read(text);
    var hits = [];
    phrases.forEach(function (phrase) {
      for (var at = 0; at + phrase.length <= tokens.length; at += 1) {
        var fits = true;
        for (var i = 0; i < phrase.length && fits; i += 1) {
          fits = matches(tokens[at + i], phrase[i], i === phrase.length - 1) && (i === 0 || tokens[at + i].position === tokens[at + i - 1].position + 1);
        }
        if (fits) hits.push([tokens[at].begin, tokens[at + phrase.length - 1].end]);
      }
    });
    hits.sort(function (a, b) { return a[0] - b[0] || a[1] - b[1]; });
    return hits.reduce(function (joined, hit) {
      var last = joined[joined.length - 1];
      if (last && hit[0] <= last[1]) last[1] = Math.max(last[1], hit[1]); else joined.push(hit.slice());
      return joined;
    }, []);
  };

  /// A text as pieces: [{ text, isHit }].
  find.marked = function (text, hits, begin, end) {
    var pieces = [];
    var at = begin;
    function add(until, isHit) {
      if (until > at) pieces.push({ text: text.slice(at, until).replace(/\n/g, ' '), isHit: isHit });
      at = Math.max(at, until);
    }
    hits.forEach(function (hit) {
      if (hit[1] <= begin || hit[0] >= end) return;
      add(Math.max(hit[0], begin), false);
      add(Math.min(hit[1], end), true);
    });
    add(end, false);
    return pieces;
  };

  // Where a passage with the hits from `first` on begins and ends: at a sentence where one begins nearby.
  function passage(text, hits, first) {
    var begin = Math.max(0, hits[first][0] - BEFORE);
    var head = text.slice(begin, hits[first][0]);
    var sentence = Math.max(head.lastIndexOf('。'), head.lastIndexOf('\n'), head.lastIndexOf('！'), head.lastIndexOf('？'));
    if (begin > 0 && sentence >= 0) begin += sentence + 1;
    else if (begin > 0 && /[\uDC00-\uDFFF]/.test(text[begin])) begin += 1;
    while (begin < hits[first][0] && /\s/.test(text[begin])) begin += 1;
    var end = Math.min(text.length, Math.max(begin + LENGTH, hits[first][1]));
    if (end < text.length && /[\uDC00-\uDFFF]/.test(text[end])) end += 1;
    return { begin: begin, end: end };
  }

  function bestOf(field, hits) {
    var best = null;
    hits.slice(0, 40).forEach(function (hit, first) {
      var place = passage(field[0], hits, first);
      var inside = hits.filter(function (other) { return other[0] >= place.begin && other[1] <= place.end; });
      var kinds = new Set(inside.map(function (other) { return field[0].slice(other[0], other[1]); })).size;
      if (!best || kinds > best.kinds || (kinds === best.kinds && inside.length > best.inside)) {
        best = { place: place, kinds: kinds, inside: inside.length };
      }
    });
    return best;
  }

  function headingOf(page, number) {
    for (var at = number; at > 0; at -= 1) {
      if (page.fields[at][1] === 1 && page.fields[at][2] === page.fields[number][2]) return page.fields[at][0];
    }
    return '';
  }

  function cut(field, hits, place) {
    return {
      pieces: find.marked(field[0], hits, place.begin, place.end),
      before: place.begin > 0 && !/[。！？\s]/.test(field[0][place.begin - 1]),
      after: place.end < field[0].length,
    };
  }

  /// What a result shows: { title: pieces, passage: { pieces, before, after } or null, anchor, heading, lines: [{ second, pieces }] }.
  find.snippet = function (page, phrases) {
    var title = page.fields[0][0];
    var out = { title: find.marked(title, find.hits(title, phrases), 0, title.length), passage: null, anchor: '', heading: '', lines: [] };
    var best = null;
    page.fields.slice(1).forEach(function (field, number) {
      var hits = find.hits(field[0], phrases);
      if (!hits.length) return;
      if (typeof field[2] === 'number') {
        if (out.lines.length < MOST_LINES) out.lines.push({ second: field[2], pieces: find.marked(field[0], hits, 0, field[0].length) });
        return;
      }
      var own = bestOf(field, hits);
      // The text says more than its headings.
      var better = !best || own.kinds > best.own.kinds || (own.kinds === best.own.kinds && best.field[1] === 1 && field[1] === 2);
      if (better) best = { own: own, field: field, hits: hits, number: number + 1 };
    });
    if (best) {
      out.passage = cut(best.field, best.hits, best.own.place);
      if (typeof best.field[2] === 'string') {
        out.anchor = best.field[2];
        out.heading = headingOf(page, best.number);
      }
    } else if (page.fields.length > 1 && typeof page.fields[1][2] !== 'number') {
      out.passage = cut(page.fields[1], [], { begin: 0, end: Math.min(page.fields[1][0].length, LENGTH) });
    }
    return out;
  };
})();
