// @ts-check
// Characters to what they are compared by, the same in the index and in a query, with the way back to where they stood.
//
// Just what `src/search/fold.rs` does.
(function () {
  'use strict';

  /** @type {any} */
  var _ = /** @type {any} */ (window).yuandiSearch._;

  // Kinds of characters: the higher ones are what grams are made of.
  var SPACE = 0, MARK = 1, LETTER = 2, HAN = 3;

  var isSpace = /[\s\x85\0-\x1f]/;
  var isLetter = /[\da-z\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u1fff]/;
  var isMark = /[\0-\xbf\xd7\xf7\u2000-\u206f\u2e00-\u2e7f\u3001-\u3004\u3008-\u3020\u3030\u303d\u30fb\ufe10-\ufe1f\ufe30-\ufe6f]/;
  var isTransparent = /["'()[\]{}\xab\xbb\xad\u2018-\u201f\u2039\u203a\u3008-\u3011\u3014-\u301b\u301d-\u301f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;

  /**
   * Kind of a folded character.
   * @param {string} c
   */
  function kindOf(c) {
    return isSpace.test(c) ? SPACE : isLetter.test(c) ? LETTER : isMark.test(c) ? MARK : HAN;
  }

  /** What a character becomes, and its kind, in turns. */
  /** @type {any} */
  var learnt = {};

  /** @param {string} c */
  function learn(c) {
    /** @type {any[]} */
    var parts = [];
    Array.from(c.normalize('NFKC')).forEach(function (plain) {
      Array.from(plain.toLowerCase()).forEach(function (small) {
        if (!isTransparent.test(small)) parts.push(small, kindOf(small));
      });
    });
    return (learnt[c] = parts);
  }

  /**
   * A folded text, and for each of its units where its character began. `isLoose` drops marks and white space as well.
   * @param {string} text
   * @param {any} [pairs]
   * @param {boolean} [isLoose]
   */
  function fold(text, pairs, isLoose) {
    var folded = '', last = HAN, gap = false;
    /** @type {number[]} */
    var at = [];
    for (var i = 0; i < text.length;) {
      var c = text[i], from = i++;
      if (c >= '\ud800' && c < '\udc00' && i < text.length) c += text[i++];
      var parts = learnt[c] || learn(c);
      for (var j = 0; j < parts.length; j += 2) {
        var kind = parts[j + 1], one = parts[j];
        if (kind < LETTER && isLoose) continue;
        if (kind === SPACE) {
          gap = true;
          continue;
        }
        if (gap && last < HAN && kind < HAN) {
          folded += ' ';
          at.push(from);
        }
        gap = false;
        last = kind;
        one = pairs && pairs[one] || one;
        folded += one;
        at.push(from);
        if (one.length > 1) at.push(from);
      }
    }
    return { text: folded, at: at };
  }

  /**
   * Simplified forms that a text needs; the table of all is loaded only for a character that the words do not know.
   * @param {string} text
   */
  _.pairs = function (text) {
    var isKnown = Array.from(fold(text).text).every(function (c) {
      return _.singles[c] || !/[\u3400-\u9fff\ud840-\ud8bf]/.test(c);
    });
    return isKnown ? Promise.resolve(_.simple) : _.part('fold', function (/** @type {any} */ bits) {
      return (_.simple = _.readFold(bits));
    });
  };

  /**
   * Where `needle` stands in a folded text, as positions in the text it was folded from.
   * @param {any} folded
   * @param {string} needle
   * @param {string} text
   */
  function places(folded, needle, text) {
    var found = [];
    for (var at = folded.text.indexOf(needle); at >= 0 && found.length < 500; at = folded.text.indexOf(needle, at + needle.length)) {
      var to = folded.at[at + needle.length - 1];
      found.push([folded.at[at], to + (text.codePointAt(to) > 65535 ? 2 : 1), needle]);
    }
    return found;
  }

  _.fold = fold;
  _.kindOf = kindOf;
  _.places = places;
})();
