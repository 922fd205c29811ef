// How search reads a text, the same way as generator/search/ does when the site is made: Han characters one by one, words, each with its
// position. Positions of what may stand in one phrase follow each other; a break leaves one out. Shared by the index and the snippets.
(function () {
  'use strict';
  var find = window.kepuFind = window.kepuFind || {};
  var BREAK = 0;
  var TRANSPARENT = 1;
  var HAN = 2;
  var WORD = 3;
  var LONGEST_WORD = 64;
  var UNSEEN = ' "\'-_\u00AD\u00B7\u2010\u2011\u2018\u2019\u201C\u201D\u200B\u200C\u200D\u3008\u3009\u300A\u300B\u300C\u300D\u300E\u300F\u30FB\uFEFF';
  var known = new Map();

  function between(code, first, last) { return code >= first && code <= last; }

  function isHan(code) {
    return between(code, 0x4E00, 0x9FFF) || between(code, 0x3400, 0x4DBF) || between(code, 0xF900, 0xFAFF) ||
      between(code, 0x20000, 0x323AF) || code === 0x3007 || code === 0x3005;
  }

  function kindOf(character) {
    var code = character.codePointAt(0);
    if (isHan(code)) return HAN;
    if (between(code, 97, 122) || between(code, 48, 57)) return WORD;
    if (UNSEEN.indexOf(character) >= 0 || between(code, 0x0300, 0x036F)) return TRANSPARENT;
    var isLetter = (between(code, 0x00C0, 0x1FFF) && code !== 0x00D7 && code !== 0x00F7) || between(code, 0x3041, 0x3096) ||
      between(code, 0x30A1, 0x30FA) || code === 0x30FC || between(code, 0xAC00, 0xD7A3);
    return isLetter ? WORD : BREAK;
  }

  // Compatibility forms and case: ＣＯ₂ is co2. One character may stand for several.
  function fold(character) {
    return Array.from(character.normalize('NFKC')).map(function (part) {
      return part < '\u0080' ? part.toLowerCase() : part.toUpperCase().toLowerCase();
    }).join('').normalize('NFC');
  }

  function parts(character) {
    var found = known.get(character);
    if (!found) {
      found = isHan(character.codePointAt(0)) && character < '\uF900' && character > '\u4DFF' ? [{ text: character, kind: HAN }] :
        Array.from(fold(character)).map(function (part) { return { text: part, kind: kindOf(part) }; });
      known.set(character, found);
    }
    return found;
  }

  function isDigit(text) { return text >= '0' && text <= '9'; }

  /// Reads one text after the other: `read` returns its tokens { text, isHan, position, begin, end }, begin and end as places in it.
  find.Reader = function () {
    this.position = 0;
    this.gap = false;
  };

  find.Reader.prototype.part = function () { this.gap = this.position > 0; };

  find.Reader.prototype.next = function () {
    if (this.gap) this.position += 1;
    this.gap = false;
    return this.position++;
  };

  find.Reader.prototype.read = function (text) {
    var reader = this;
    var tokens = [];
    var word = '';
    var length = 0;
    var begin = 0;
    var end = 0;

    function endWord() {
      if (!word) return;
      var position = reader.next();
      if (length <= LONGEST_WORD) tokens.push({ text: word, isHan: false, position: position, begin: begin, end: end });
      word = '';
      length = 0;
    }

    function joinsDigits(next) {
      if (!word || !isDigit(word.slice(-1)) || next >= text.length) return false;
      var following = parts(String.fromCodePoint(text.codePointAt(next)))[0];
      return Boolean(following) && isDigit(following.text);
    }

    for (var at = 0; at < text.length;) {
      var character = String.fromCodePoint(text.codePointAt(at));
      var next = at + character.length;
      var list = parts(character);
      for (var i = 0; i < list.length; i += 1) {
        var part = list[i];
        if (part.kind === HAN) {
          endWord();
          tokens.push({ text: part.text, isHan: true, position: reader.next(), begin: at, end: next });
        } else if (part.kind === WORD || (part.text === '.' && joinsDigits(next))) {
          if (!word) begin = at;
          word += part.text;
          length += 1;
          end = next;
        } else if (part.kind === TRANSPARENT) {
          if (!between(part.text.codePointAt(0), 0x0300, 0x036F)) endWord();
        } else {
          endWord();
          reader.part();
        }
      }
      at = next;
    }
    endWord();
    reader.part();
    return tokens;
  };

  /// pm2.5 is also found as pm25.
  find.withoutPoints = function (word) {
    var out = word.replace(/\./g, '');
    return out !== word && /[^0-9.]/.test(word) ? out : '';
  };

  /// The phrases of a query: parted by blanks and breaks, each a list of tokens that follow each other.
  find.phrases = function (query) {
    var phrases = [];
    query.split(/\s+/).forEach(function (piece) {
      var last = -2;
      new find.Reader().read(piece).forEach(function (token) {
        if (token.position !== last + 1) phrases.push([]);
        last = token.position;
        phrases[phrases.length - 1].push(token);
      });
    });
    return phrases;
  };

  find.textOf = function (phrase) {
    return phrase.reduce(function (text, token, at) {
      return text + (at > 0 && !token.isHan && !phrase[at - 1].isHan ? ' ' : '') + token.text;
    }, '');
  };
})();
