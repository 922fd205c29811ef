// Reads the index that generator/search/ wrote, file by file as a query needs it. The files are scripts that call kepuSearch, because a
// page opened from a folder may load nothing else. docs/search.md describes them.
(function () {
  'use strict';
  var find = window.kepuFind = window.kepuFind || {};
  var SYMBOLS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&'()*+,-./:;<=>?@[]^_`{}";
  var LAST_SYMBOLS = 48;
  var FURTHER_SYMBOLS = 32;
  var MOST_FILES_OF_PREFIX = 3;
  var values = new Uint8Array(128);
  for (var i = 0; i < SYMBOLS.length; i += 1) values[SYMBOLS.charCodeAt(i)] = i;

  var waiting = {};
  window.kepuSearch = function (name, data) {
    if (waiting[name]) waiting[name](data);
  };

  /// The numbers of a list, in order.
  function numbers(text) {
    var out = [];
    for (var at = 0; at < text.length;) {
      var number = 0;
      var scale = 1;
      var value;
      do {
        value = values[text.charCodeAt(at++)];
        number += value * scale;
        scale *= FURTHER_SYMBOLS;
      } while (value >= LAST_SYMBOLS);
      out.push(number);
    }
    return out;
  }

  // By code points, as the index is sorted.
  function compare(a, b) {
    var length = Math.min(a.length, b.length);
    for (var at = 0; at < length; at += 1) {
      var left = a.charCodeAt(at);
      var right = b.charCodeAt(at);
      if (left === right) continue;
      if (left >= 0xD800 && right >= 0xD800) {
        left += left >= 0xE000 ? -0x800 : 0x2000;
        right += right >= 0xE000 ? -0x800 : 0x2000;
      }
      return left - right;
    }
    return a.length - b.length;
  }

  function lengthenedTerms(text) {
    var before = [];
    return text ? text.split(' ').map(function (entry) {
      before = before.slice(0, Number(entry[0])).concat(Array.from(entry.slice(1)));
      return before.join('');
    }) : [];
  }

  /// `start`: address of the first file; the others lie beside it. `spellings`: that of the file for queries in the other script of
  /// the site, or nothing.
  find.Index = function (start, spellings) {
    this.folder = start.replace(/[^/]*$/, '');
    this.spellings = spellings || '';
    this.files = {};
    this.words = {};
    this.ready = null;
  };

  find.Index.prototype.load = function (name) {
    var index = this;
    if (!index.files[name]) {
      index.files[name] = new Promise(function (resolve, reject) {
        var script = document.createElement('script');
        waiting[name] = function (data) { delete waiting[name]; script.remove(); resolve(data); };
        script.onerror = function () {
          delete waiting[name];
          delete index.files[name];
          script.remove();
          reject(new Error(name));
        };
        script.src = name === 'spellings' ? index.spellings : index.folder + name + '.js';
        document.head.appendChild(script);
      });
    }
    return index.files[name];
  };

  find.Index.prototype.open = function () {
    var index = this;
    if (!index.ready) {
      index.ready = index.load('start').then(function (data) {
        index.documents = data.documents;
        index.shelves = data.shelves;
        index.step = data.step;
        index.synonyms = data.synonyms;
        index.terms = lengthenedTerms(data.terms);
      });
      index.ready.catch(function () { index.ready = null; });
    }
    return index.ready;
  };

  /// What results show of a document: { address, date, fields: [[text, weight, anchor or second]] }.
  find.Index.prototype.page = function (number) {
    var step = this.step;
    return this.load('pages-' + Math.floor(number / step)).then(function (pages) {
      var page = pages[number % step];
      return { address: page[0], date: page[1], fields: page[2] };
    });
  };

  /// The number of the shelf of a document.
  find.Index.prototype.shelfOf = function (number) {
    var low = 0;
    var high = this.shelves.length - 1;
    while (low < high) {
      var middle = (low + high + 1) >> 1;
      if (this.shelves[middle][2] <= number) low = middle; else high = middle - 1;
    }
    return low;
  };

  find.Index.prototype.fileOf = function (term) {
    var low = 0;
    var high = this.terms.length - 1;
    while (low < high) {
      var middle = (low + high + 1) >> 1;
      if (compare(this.terms[middle], term) <= 0) low = middle; else high = middle - 1;
    }
    return low;
  };

  find.Index.prototype.wordFile = function (number) {
    var index = this;
    if (index.words[number]) return Promise.resolve(index.words[number]);
    return index.load('words-' + number).then(function (text) {
      var map = new Map();
      var pieces = text.split(' ');
      for (var at = 0; at + 1 < pieces.length; at += 2) map.set(pieces[at], pieces[at + 1]);
      index.words[number] = map;
      return map;
    });
  };

  // Positions that have a file of their own are loaded when they are asked for.
  function makeList(index, documents, positions) {
    var coded = numbers(documents);
    var list = { ids: [], counts: [], isApart: positions[0] === '~' };
    var id = 0;
    for (var at = 0; at < coded.length; at += 1) {
      id += coded[at] >> 1;
      list.ids.push(id);
      list.counts.push(coded[at] & 1 ? coded[++at] + 2 : 1);
    }
    var places = null;
    list.places = function () {
      if (!places) {
        places = list.isApart ? index.load('places-' + positions.slice(1)) : Promise.resolve(positions);
        places = places.then(function (text) { return placesOf(list, numbers(text)); });
      }
      return places;
    };
    return list;
  }

  /// Document → its positions, ascending.
  function placesOf(list, coded) {
    var out = new Map();
    var at = 0;
    list.ids.forEach(function (id, number) {
      var own = [];
      var position = 0;
      for (var i = 0; i < list.counts[number] && at < coded.length; i += 1) {
        position += coded[at++];
        own.push(position);
      }
      out.set(id, own);
    });
    return out;
  }

  /// The lists of one term by weight (title, heading, body), or null.
  find.Index.prototype.lists = function (term) {
    var index = this;
    if (!index.terms.length) return Promise.resolve(null);
    return index.wordFile(index.fileOf(term)).then(function (map) {
      var record = map.get(term);
      if (record === undefined) return null;
      var pieces = record.split('|');
      return [4, 2, 0].map(function (at) { return makeList(index, pieces[at] || '', pieces[at + 1] || ''); });
    });
  };

  /// Terms that begin with `prefix`, as many as stand in a few files.
  find.Index.prototype.termsWith = function (prefix) {
    var index = this;
    if (!index.terms.length) return Promise.resolve([]);
    var first = index.fileOf(prefix);
    var last = first;
    while (last + 1 < index.terms.length && last - first + 1 < MOST_FILES_OF_PREFIX && index.terms[last + 1].indexOf(prefix) === 0) last += 1;
    var files = [];
    for (var file = first; file <= last; file += 1) files.push(index.wordFile(file));
    return Promise.all(files).then(function (maps) {
      var terms = [];
      maps.forEach(function (map) {
        map.forEach(function (record, term) { if (term.indexOf(prefix) === 0) terms.push(term); });
      });
      return terms;
    });
  };
})();
