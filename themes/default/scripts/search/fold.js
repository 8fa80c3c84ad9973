// @ts-check
// Characters to what they are compared by, the same in the index and in a query, with the way back to where they stood.
//
// Just what `src/search/fold.rs` does.
(() => {
  'use strict';

  /** @type {any} */
  const scope = window;
  const _ = scope.yuandiSearch._;

  // Kinds of characters: 0 white space, 1 marks; grams are made of 2 letters and 3 Chinese characters.
  const isSpace = /[\s\x85\0-\x1f]/;
  const isLetter = /[\da-z\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u1fff]/;
  const isMark = /[\0-\xbf\xd7\xf7\u2000-\u206f\u2e00-\u2e7f\u3001-\u3004\u3008-\u3020\u3030\u303d\u30fb\ufe10-\ufe1f\ufe30-\ufe6f]/;
  const isTransparent = /["'()[\]{}\xab\xbb\xad\u2018-\u201f\u2039\u203a\u3008-\u3011\u3014-\u301b\u301d-\u301f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;

  /**
   * Kind of a folded character.
   * @param {string} c
   */
  const kindOf = c => isSpace.test(c) ? 0 : isLetter.test(c) ? 2 : isMark.test(c) ? 1 : 3;

  // What characters become, and the kinds of that.
  /** @type {any} */
  const learnt = {};

  /** @param {string} c */
  const learn = c => learnt[c] = learnt[c] || [].concat(...Array.from(c.normalize('NFKC'), plain => [...plain.toLowerCase()]))
    .filter(small => !isTransparent.test(small)).map(small => [small, kindOf(small)]);

  /**
   * A folded text, and for each of its units where its character began. `isLoose` drops marks and white space as well.
   * @param {string} text
   * @param {any} [pairs]
   * @param {boolean} [isLoose]
   */
  const fold = (text, pairs = {}, isLoose) => {
    const at = [];
    let folded = '', last = 3, gap = false, from = 0;
    for (const c of text) {
      for (const [small, kind] of learn(c)) {
        if (kind < 2 && isLoose) continue;
        if (!kind) {
          gap = true;
          continue;
        }
        const one = pairs[small] || small;
        if (gap && last < 3 && kind < 3) {
          folded += ' ';
          at.push(from);
        }
        gap = false;
        last = kind;
        folded += one;
        at.push(from);
        if (one.length > 1) at.push(from);
      }
      from += c.length;
    }
    return { text: folded, at };
  };

  /**
   * Simplified forms that a text needs; the table of all is loaded only for a character that the words do not know.
   * @param {string} text
   */
  const pairs = text => [...fold(text).text].every(c => _.singles[c] || !/[\u3400-\u9fff\ud840-\ud8bf]/.test(c))
    ? Promise.resolve(_.simple) : _.part('fold', _.readFold);

  /**
   * Where `needle` stands in a text that was folded, as positions in the text it was folded from.
   * @param {string} text
   * @param {any} folded
   * @param {string} needle
   */
  const places = (text, folded, needle) => {
    const found = [];
    for (let from = 0, at; needle && found.length < 500 && (at = folded.text.indexOf(needle, from)) >= 0;) {
      from = at + needle.length;
      const to = folded.at[from - 1];
      found.push({ from: folded.at[at], to: to + String.fromCodePoint(text.codePointAt(to)).length, needle });
    }
    return found;
  };

  // Simplified forms of all characters, once they are needed.
  _.simple = {};
  Object.assign(_, { kindOf, fold, pairs, places });
})();
