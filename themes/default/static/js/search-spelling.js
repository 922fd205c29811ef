// A query in one script of a site (气候) as it may stand in texts of the other (氣候): words first, then characters, each of which may
// stand for several. The file of spellings is loaded when a query finds nothing as it is written. Knows nothing of the index.
(function () {
  'use strict';
  var find = window.kepuFind = window.kepuFind || {};
  var MOST = 8;

  // 发 發 髮|后 後 后
  function table(text) {
    var map = new Map();
    var longest = 0;
    (text ? text.split('|') : []).forEach(function (entry) {
      var parts = entry.split(' ');
      if (!map.has(parts[0])) map.set(parts[0], parts.slice(1));
      longest = Math.max(longest, parts[0].length);
    });
    return { map: map, longest: longest };
  }

  function wordAt(words, text, at) {
    for (var length = Math.min(words.longest, text.length - at); length > 0; length -= 1) {
      if (words.map.has(text.substr(at, length))) return text.substr(at, length);
    }
    return '';
  }

  function replaced(words, text) {
    var out = '';
    for (var at = 0; at < text.length;) {
      var word = wordAt(words, text, at);
      out += word ? words.map.get(word)[0] : text[at];
      at += word.length || 1;
    }
    return out;
  }

  // What may stand at each place of the query: lists of texts.
  function choices(tables, query) {
    var out = [];
    for (var at = 0; at < query.length;) {
      var word = wordAt(tables.words, query, at);
      var own = word || String.fromCodePoint(query.codePointAt(at));
      out.push((word ? tables.words : tables.characters).map.get(own) || [own]);
      at += own.length;
    }
    return out;
  }

  /// Other spellings of a query, at most a few, the likeliest first.
  find.spellings = function (index, query) {
    return index.load('spellings').then(function (data) {
      if (!index.tables) index.tables = { words: table(data.words), characters: table(data.characters), after: table(data.after) };
      var found = choices(index.tables, query).reduce(function (begun, own) {
        var longer = [];
        begun.forEach(function (text) {
          own.forEach(function (meant) { longer.push(text + meant); });
        });
        return longer.slice(0, MOST);
      }, ['']);
      found = found.map(function (text) { return replaced(index.tables.after, text); });
      return found.filter(function (text, at) { return text !== query && found.indexOf(text) === at; });
    });
  };
})();
