// Which documents a query means, and in which order: phrases by neighbouring characters and words, other names of the same thing, and,
// when nothing fits exactly, what comes near. Uses the index, knows nothing of the page.
(function () {
  'use strict';
  var find = window.kepuFind = window.kepuFind || {};
  // What one occurrence is worth: in the title, a heading, the text.
  var WORTH = [12, 4, 1];
  var AT_THE_START = 4;
  var OF_A_SYNONYM = 0.6;
  var FIRST_UNITS = 3;
  // Positions of frequent pairs that are loaded without a second thought, in bytes.
  var LIGHT = 40000;
  var FEW = 10;
  var MOST_NEAR_UNITS = 12;
  var MOST_TERMS_OF_PREFIX = 60;

  // ---- a phrase as what is looked up: { term, offset, kind }, offset from the phrase's first position
  function unitsOf(phrase, isLast) {
    var units = [];
    var at = 0;
    while (at < phrase.length) {
      if (!phrase[at].isHan) {
        units.push({ term: phrase[at].text, offset: at, kind: isLast && at === phrase.length - 1 ? 'beginning' : 'word' });
        at += 1;
        continue;
      }
      var end = at;
      while (end < phrase.length && phrase[end].isHan) end += 1;
      if (end - at === 1) units.push({ term: phrase[at].text, offset: at, kind: 'single' });
      // Every second pair, and the last: together they hold all characters.
      for (var i = at; i + 1 < end; i += 2) units.push({ term: phrase[i].text + phrase[i + 1].text, offset: i, kind: 'pair' });
      if ((end - at) % 2 && end - at > 1) units.push({ term: phrase[end - 2].text + phrase[end - 1].text, offset: end - 2, kind: 'pair' });
      at = end;
    }
    return units;
  }

  function allPairs(phrase) {
    var units = [];
    for (var at = 0; at < phrase.length; at += 1) {
      if (!phrase[at].isHan) units.push({ term: phrase[at].text, offset: at, kind: 'word' });
      else if (at + 1 < phrase.length && phrase[at + 1].isHan) units.push({ term: phrase[at].text + phrase[at + 1].text, offset: at, kind: 'pair' });
    }
    if (!units.length && phrase.length) units.push({ term: phrase[0].text, offset: 0, kind: 'single' });
    return units;
  }

  // The lists of several terms as if they were one.
  function united(all) {
    if (all.length === 1) return Promise.resolve(all[0]);
    return Promise.all([0, 1, 2].map(function (weight) {
      return Promise.all(all.map(function (lists) { return lists[weight].places(); })).then(function (places) {
        var merged = new Map();
        places.forEach(function (map) {
          map.forEach(function (own, id) { merged.set(id, merged.has(id) ? merged.get(id).concat(own) : own); });
        });
        var ids = Array.from(merged.keys()).sort(function (a, b) { return a - b; });
        merged.forEach(function (own) { own.sort(function (a, b) { return a - b; }); });
        return {
          ids: ids,
          counts: ids.map(function (id) { return merged.get(id).length; }),
          places: function () { return Promise.resolve(merged); },
        };
      });
    }));
  }

  function listsOf(index, unit) {
    if (unit.kind !== 'beginning') return index.lists(unit.term);
    return index.termsWith(unit.term).then(function (terms) {
      terms.sort(function (a, b) { return a.length - b.length; });
      return Promise.all(terms.slice(0, MOST_TERMS_OF_PREFIX).map(function (term) { return index.lists(term); }));
    }).then(function (all) { return all.length ? united(all) : null; });
  }

  // Documents in which all units stand at their distances: id → how often.
  function meet(units, places) {
    var found = new Map();
    var rarest = 0;
    places.forEach(function (map, at) { if (map.size < places[rarest].size) rarest = at; });
    places[rarest].forEach(function (own, id) {
      if (!places.every(function (map) { return map.has(id); })) return;
      var begins = own.map(function (position) { return position - units[rarest].offset; });
      places.forEach(function (map, at) {
        if (at === rarest || !begins.length) return;
        var wanted = new Set(map.get(id));
        begins = begins.filter(function (begin) { return wanted.has(begin + units[at].offset); });
      });
      if (begins.length) found.set(id, { count: begins.length, begin: begins[0] });
    });
    return found;
  }

  function countsOf(list) {
    var found = new Map();
    list.ids.forEach(function (id, at) { found.set(id, { count: list.counts[at], begin: -1 }); });
    return found;
  }

  // One weight of a phrase. A single unit needs no positions, but for titles: there it matters what comes first.
  function meetOfWeight(units, lists, weight) {
    if (units.length === 1 && (weight > 0 || units[0].kind === 'single')) return Promise.resolve(countsOf(lists[0][weight]));
    if (lists.some(function (own) { return !own[weight].ids.length; })) return Promise.resolve(new Map());
    return Promise.all(lists.map(function (own) { return own[weight].places(); })).then(function (places) { return meet(units, places); });
  }

  // Documents that have all the units, wherever they stand.
  function having(lists) {
    var sets = lists.map(function (own) {
      var ids = new Set();
      own.forEach(function (list) { list.ids.forEach(function (id) { ids.add(id); }); });
      return ids;
    });
    sets.sort(function (a, b) { return a.size - b.size; });
    return Array.from(sets[0]).filter(function (id) { return sets.every(function (ids) { return ids.has(id); }); });
  }

  // Few documents are read rather than looked up: their texts are wanted anyway.
  function findInTexts(index, phrase, ids) {
    return Promise.all(ids.map(function (id) { return index.page(id); })).then(function (pages) {
      var found = [new Map(), new Map(), new Map()];
      pages.forEach(function (page, at) {
        page.fields.forEach(function (field) {
          var hits = find.hits(field[0], [phrase]);
          if (!hits.length) return;
          var known = found[field[1]].get(ids[at]);
          found[field[1]].set(ids[at], { count: hits.length + (known ? known.count : 0), begin: known ? known.begin : hits[0][0] });
        });
      });
      return worthOf(found);
    });
  }

  function findByPlaces(units, lists, known) {
    var placed = [];
    var own = [];
    units.forEach(function (unit, at) {
      if (unit.kind === 'single' && units.length > 1) return;
      placed.push(unit);
      own.push(lists[at]);
    });
    var ids = new Set(known || having(lists));
    return Promise.all([0, 1, 2].map(function (weight) { return meetOfWeight(placed, own, weight); })).then(function (found) {
      var worth = worthOf(found);
      worth.forEach(function (value, id) { if (!ids.has(id)) worth.delete(id); });
      return worth;
    });
  }

  function load(index, units) {
    return Promise.all(units.map(function (unit) { return listsOf(index, unit); }));
  }

  /// The documents of a phrase: id → what they are worth. A long one is looked up by a few of its pairs first; often they are enough.
  function findPhrase(index, phrase, isLast) {
    var units = unitsOf(phrase, isLast);
    var step = (units.length - 1) / (FIRST_UNITS - 1);
    var first = units.length <= FIRST_UNITS ? units : [0, 1, 2].map(function (at) { return units[Math.round(at * step)]; });
    return load(index, first).then(function (lists) {
      if (lists.some(function (own) { return !own; })) return new Map();
      if (units.length === 1) return findByPlaces(units, lists);
      var apart = 0;
      lists.forEach(function (own) {
        own.forEach(function (list) { if (list.isApart) apart += 2 * list.counts.reduce(function (sum, count) { return sum + count; }, 0); });
      });
      var ids = having(lists);
      if (!ids.length) return new Map();
      if (ids.length <= FEW && (apart || first !== units)) return findInTexts(index, phrase, ids);
      if (apart < LIGHT && first === units) return findByPlaces(units, lists);
      // The pairs between say more than the places of frequent ones, and weigh less.
      return findWithAll(index, phrase, units);
    });
  }

  function findWithAll(index, phrase, units) {
    var all = units.concat(allPairs(phrase).filter(function (pair) {
      return !units.some(function (unit) { return unit.offset === pair.offset; });
    }));
    return load(index, all).then(function (lists) {
      if (lists.some(function (own) { return !own; })) return new Map();
      var ids = having(lists);
      if (ids.length <= FEW) return findInTexts(index, phrase, ids);
      return findByPlaces(units, lists.slice(0, units.length), ids);
    });
  }

  function worthOf(found) {
    var worth = new Map();
    found.forEach(function (documents, weight) {
      documents.forEach(function (hit, id) {
        var more = WORTH[weight] * (1 + Math.log(hit.count)) + (weight === 0 && hit.begin === 0 ? AT_THE_START : 0);
        worth.set(id, (worth.get(id) || 0) + more);
      });
    });
    return worth;
  }

  function inverse(index, count) { return Math.log(1 + index.documents / Math.max(count, 1)); }

  // ---- other names
  function otherNames(index, phrase) {
    var text = find.textOf(phrase);
    var names = [];
    index.synonyms.forEach(function (group) {
      var phrases = group.map(function (name) { return find.phrases(name.replace(/\s+/g, '-')); });
      if (!phrases.some(function (own) { return own.length === 1 && find.textOf(own[0]) === text; })) return;
      phrases.forEach(function (own, at) {
        if (own.length === 1 && find.textOf(own[0]) !== text) names.push({ name: group[at], phrase: own[0] });
      });
    });
    return names;
  }

  function findNames(index, names) {
    return Promise.all(names.map(function (item) { return findPhrase(index, item.phrase, false); })).then(function (all) {
      var found = { worth: new Map(), names: [] };
      all.forEach(function (own, at) {
        if (own.size) found.names.push(names[at]);
        own.forEach(function (value, id) { found.worth.set(id, Math.max(found.worth.get(id) || 0, value * OF_A_SYNONYM)); });
      });
      return found;
    });
  }

  function findWithNames(index, phrase, isLast) {
    return Promise.all([findPhrase(index, phrase, isLast), findNames(index, otherNames(index, phrase))]).then(function (both) {
      both[1].worth.forEach(function (value, id) { both[0].set(id, Math.max(both[0].get(id) || 0, value)); });
      return { worth: both[0], names: both[1].names };
    });
  }

  function ranked(worth) {
    return Array.from(worth.keys()).sort(function (a, b) { return worth.get(b) - worth.get(a) || a - b; });
  }

  function findExactly(index, phrases) {
    // A name of several words is one phrase, too: carbon neutrality.
    var joined = phrases.length > 1 ? otherNames(index, [].concat.apply([], phrases)) : [];
    return Promise.all(phrases.map(function (phrase, at) { return findWithNames(index, phrase, at === phrases.length - 1); }).concat([
      findNames(index, joined)])).then(function (all) {
      var whole = all.pop();
      var total = new Map();
      all[0].worth.forEach(function (value, id) {
        if (!all.every(function (own) { return own.worth.has(id); })) return;
        total.set(id, all.reduce(function (sum, own) { return sum + own.worth.get(id) * inverse(index, own.worth.size); }, 0));
      });
      var names = [].concat.apply([], all.map(function (own) { return own.names; }).concat([whole.names]));
      whole.worth.forEach(function (value, id) { total.set(id, Math.max(total.get(id) || 0, value)); });
      return { kind: 'exact', ids: ranked(total), phrases: phrases.concat(names.map(function (item) { return item.phrase; })), names: names };
    });
  }

  // ---- what comes near
  // How many characters are wrong, missing, too many, or swapped with their neighbour.
  function distance(a, b) {
    var rows = [[]];
    for (var j = 0; j <= b.length; j += 1) rows[0][j] = j;
    for (var i = 1; i <= a.length; i += 1) {
      rows[i] = [i];
      for (j = 1; j <= b.length; j += 1) {
        rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
      }
    }
    return rows[a.length][b.length];
  }
  find.distance = distance;

  // A word that is nowhere: the nearest that begins alike.
  function mendWord(index, unit) {
    return index.lists(unit.term).then(function (lists) {
      if (lists || unit.term.length < 4) return unit;
      return index.termsWith(unit.term.slice(0, 2)).then(function (terms) {
        var limit = unit.term.length < 8 ? 1 : 2;
        var best = null;
        terms.forEach(function (term) {
          var far = Math.abs(term.length - unit.term.length) <= limit ? distance(term, unit.term) : limit + 1;
          if (far <= limit && (!best || far < best.far)) best = { term: term, far: far };
        });
        return best ? { term: best.term, offset: unit.offset, kind: 'word', instead: unit.term } : unit;
      });
    });
  }

  function findNearly(index, phrases) {
    var units = [].concat.apply([], phrases.map(allPairs)).slice(0, MOST_NEAR_UNITS);
    return Promise.all(units.map(function (unit) { return unit.kind === 'word' ? mendWord(index, unit) : unit; })).then(function (mended) {
      units = mended;
      return Promise.all(units.map(function (unit) { return index.lists(unit.term); }));
    }).then(function (lists) {
      var worth = new Map();
      var met = new Map();
      lists.forEach(function (own) {
        if (!own) return;
        var documents = new Map();
        own.forEach(function (list, weight) {
          list.ids.forEach(function (id, at) {
            documents.set(id, (documents.get(id) || 0) + [3, 1, 1][weight] + 0.2 * Math.log(list.counts[at]));
          });
        });
        var rare = 1 + inverse(index, documents.size) / inverse(index, 1);
        documents.forEach(function (value, id) {
          worth.set(id, (worth.get(id) || 0) + value * rare);
          met.set(id, (met.get(id) || 0) + 1);
        });
      });
      // Of a long question a third must be there.
      worth.forEach(function (value, id) {
        if (met.get(id) * 3 < units.length) worth.delete(id); else worth.set(id, value * met.get(id));
      });
      var near = units.filter(function (unit, at) { return lists[at]; });
      return {
        kind: worth.size ? 'near' : 'none',
        ids: ranked(worth),
        phrases: near.map(function (unit) {
          return unit.kind === 'word' ? [{ text: unit.term, isHan: false }] :
            Array.from(unit.term).map(function (character) { return { text: character, isHan: true }; });
        }),
        names: [],
        mended: near.filter(function (unit) { return unit.instead; }),
      };
    });
  }

  // What stands in the first results where the query should: 碳中合 → 碳中和.
  function suggest(index, phrases, result) {
    if (result.mended && result.mended.length) {
      return Promise.resolve(phrases.map(find.textOf).map(function (text) {
        return result.mended.reduce(function (mended, unit) { return mended === unit.instead ? unit.term : mended; }, text);
      }).join(' '));
    }
    var phrase = phrases[0];
    if (phrases.length !== 1 || phrase.length < 3 || phrase.length > 12 || !phrase.every(function (token) { return token.isHan; })) {
      return Promise.resolve('');
    }
    return Promise.all(result.ids.slice(0, 8).map(function (id) { return index.page(id); })).then(function (pages) {
      var seen = new Map();
      pages.forEach(function (page) { gather(page, phrase, seen); });
      var best = '';
      seen.forEach(function (count, text) { if (count > 1 && (!best || count > seen.get(best))) best = text; });
      return best;
    });
  }

  function gather(page, phrase, seen) {
    var query = find.textOf(phrase);
    var characters = phrase.map(function (token) { return token.text; });
    page.fields.forEach(function (field) {
      var tokens = new find.Reader().read(field[0]);
      for (var at = 0; at + 1 < tokens.length; at += 1) {
        for (var offset = 0; offset + 1 < characters.length; offset += 1) {
          if (tokens[at].text !== characters[offset] || tokens[at + 1].text !== characters[offset + 1]) continue;
          for (var more = -1; more <= 1; more += 1) {
            var own = tokens.slice(Math.max(at - offset, 0), Math.max(at - offset, 0) + characters.length + more);
            var unbroken = own.every(function (token, i) { return token.isHan && (i === 0 || token.position === own[i - 1].position + 1); });
            if (own.length !== characters.length + more || !unbroken) continue;
            var text = own.map(function (token) { return token.text; }).join('');
            // Of equal length is likelier: 碳中和, not 碳中.
            if (text !== query && distance(text, query) === 1) seen.set(text, (seen.get(text) || 0) + (more === 0 ? 1 : 0.3));
          }
        }
      }
    });
  }

  // What a query finds as it may be written in the texts: all of that, the spelling that finds most first.
  function findOtherwise(index, query) {
    return find.spellings(index, query).then(function (queries) {
      return Promise.all(queries.map(function (other) { return findExactly(index, find.phrases(other)); }));
    }).then(function (all) {
      all.sort(function (a, b) { return b.ids.length - a.ids.length; });
      return all.length ? all.reduce(function (joined, own) {
        var known = new Set(joined.ids);
        return {
          kind: 'exact',
          ids: joined.ids.concat(own.ids.filter(function (id) { return !known.has(id); })),
          phrases: joined.phrases.concat(own.phrases),
          names: joined.names.concat(own.names),
        };
      }) : null;
    });
  }

  /// The answer to a query: { kind: 'exact' | 'near' | 'none', ids, phrases, names, suggestion }.
  find.search = function (index, query) {
    var phrases = find.phrases(query);
    if (!phrases.length) return Promise.resolve({ kind: 'none', ids: [], phrases: [], names: [], suggestion: '' });
    return index.open().then(function () { return findExactly(index, phrases); }).then(function (exact) {
      return exact.ids.length || !index.spellings ? exact : findOtherwise(index, query).then(function (other) {
        // What comes near is looked for as the texts are written, too.
        if (other && other.phrases.length) phrases = other.ids.length ? phrases : other.phrases.slice(0, phrases.length);
        return other && other.ids.length ? other : exact;
      });
    }).then(function (exact) {
      if (exact.ids.length) { exact.suggestion = ''; return exact; }
      return findNearly(index, phrases).then(function (near) {
        if (near.kind === 'none') { near.suggestion = ''; return near; }
        return suggest(index, phrases, near).then(function (text) { near.suggestion = text; return near; });
      });
    });
  };
})();
