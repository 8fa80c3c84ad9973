// @ts-check
// What is typed to terms that may be meant: Chinese, its pinyin, first letters, and mixtures of them.
//
// Terms lie in files by the first letters of their first two syllables, as `src/search/lexicon` writes them.
(() => {
  'use strict';

  /** @type {any} */
  const search = /** @type {any} */ (window).yuandiSearch;
  /** @type {any} */
  const _ = search._;

  /**
   * What is typed, as terms are compared with it.
   * @typedef {{ text: string, names: string[], usual: any }} Asked
   * A term, its rank, and its units: characters with their syllables.
   * @typedef {{ value: string, rank: number, units: string[][] }} Term
   */

  // How freely they are compared: as typed, by sound, by sounds that many say alike, with one syllable missed.
  const SOUND = 1, NEAR = 2, MISSED = 3;

  // More than any way to read what is typed costs.
  const NEVER = 1e3;

  const isHan = (/** @type {string} */ c) => /[\u3400-\u9fff]/.test(c);

  /**
   * Names of syllables, and the usual one of each character.
   * @param {any} bits
   */
  const readPinyin = bits => {
    const names = bits.text().split(' ');
    /** @type {any} */
    const usual = {};
    Object.keys(_.singles).sort().forEach(c => {
      if (isHan(c)) usual[c] = names[bits.below(names.length + 1) - 1];
    });
    return { names, usual };
  };

  /**
   * What is typed; an apostrophe ends a syllable, and `ü` is typed `v` as well.
   * @param {string} text
   */
  const ask = text => {
    const plain = text.normalize('NFD').replace(/u\u0308/g, 'v').replace(/[\u0300-\u036f]/g, '').replace(/['\u2019]/g, ' ').slice(0, 40);
    return Promise.all([_.part('pinyin', readPinyin), _.pairs(plain)]).then(([known, pairs]) => Object.assign({
      text: [..._.fold(plain, pairs).text].filter(c => c === ' ' || _.kindOf(c) > 1).join('').trim()
    }, known));
  };

  /**
   * Terms of a file.
   * @param {any} bits
   * @param {Asked} asked
   */
  const readTerms = (bits, asked) => bits.text().split('\x01').filter(Boolean).map((/** @type {string} */ value) => {
    const rank = bits.gamma(), isOwn = bits.read(1);
    /** @type {string[][]} */
    const units = [];
    value.toLowerCase().split('').forEach(c => {
      const syllable = isHan(c) ? isOwn && bits.read(1) ? asked.names[bits.read(9)] : asked.usual[c] : '';
      if (_.kindOf(c) > 1) units.push([c, syllable || '']);
    });
    return { value, rank, units };
  });

  /**
   * Terms that may begin with what is typed from `from` on, and what that costs at least: a point for each syllable that is not
   * spelt out. Where the second syllable begins cannot always be told, and its letter leads to the file.
   * @param {Asked} asked
   * @param {number} from
   */
  const candidates = (asked, from) => {
    const text = asked.text, end = text.length, nBits = _.start.bits.x;
    /** @param {number} at */
    const letterAt = at => {
      const c = text[text[at] === ' ' ? at + 1 : at] || '', letter = (asked.usual[c] || c || ' ')[0];
      return /[a-z\d]/.test(letter) ? parseInt(letter, 36) + (letter < 'a' ? 27 : -9) : 0;
    };
    const costs = [], files = new Set();
    costs[end] = 0;
    for (let at = end; at-- > from;) {
      costs[at] = NEVER;
      const isLetter = /[a-z]/.test(text[at]);
      for (let to = at + 1; to <= end && to < at + (isLetter ? 7 : 2); to++) {
        const piece = text.slice(at, to), isInitial = /^([zcs]h|.)$/.test(piece);
        let cost = NEVER;
        if (isInitial) cost = /[iuv]/.test(piece) ? 9 : piece.length;
        asked.names.forEach(name => {
          if (name === piece) cost = 0;
          if (to === end && !name.indexOf(piece)) cost = Math.min(cost, isInitial ? piece.length : 1);
        });
        if (!isLetter) cost = 0;
        cost += costs[to];
        if (at === from && cost <= costs[at]) {
          if (cost < costs[at]) files.clear();
          files.add(nBits && Math.imul(letterAt(at) * 37 + letterAt(to), 0x9e3779b1) >>> 32 - nBits);
        }
        costs[at] = Math.min(costs[at], cost);
      }
    }
    return Promise.all(Array.from(files, file => _.part('x/' + file.toString(16), (/** @type {any} */ bits) => readTerms(bits, asked))))
      .then(lists => ({ terms: /** @type {Term[]} */ ([].concat(...lists)), least: costs[from] }));
  };

  /**
   * What may be written for a syllable.
   * @param {string} syllable
   * @param {number} how
   */
  const forms = (syllable, how) => {
    const starts = [syllable];
    if (how < NEAR) return starts;
    starts.push(syllable.replace(/^([zcs])(h?)|^[nl]/, (letter, c, h) => c ? h ? c : c + 'h' : letter === 'n' ? 'l' : 'n'));
    return starts.concat(starts.map(form => form.replace(/([ei]n)(g?)$/, (_all, n, g) => g ? n : n + 'g')));
  };

  /**
   * The least cost of what is typed from `at` on as the units from `n` on, and where that ends. A term that is not typed to its end
   * costs half a point; with `isWhole` it must be, but what is typed may go on.
   * @param {Asked} asked
   * @param {number} at
   * @param {string[][]} units
   * @param {number} n
   * @param {number} how
   * @param {boolean} [isWhole]
   * @returns {number[]}
   */
  const cover = (asked, at, units, n, how, isWhole) => {
    const { text, usual } = asked;
    if (text[at] === ' ') at++;
    if (n === units.length) return [isWhole || at >= text.length ? 0 : NEVER, at];
    if (at >= text.length) return [isWhole ? NEVER : 0.5, at];
    const [c, syllable] = units[n], typed = text[at];
    let best = [NEVER, at];
    /**
     * @param {number} length
     * @param {number} cost
     */
    const go = (length, cost) => {
      const rest = cover(asked, at + length, units, n + 1, how, isWhole);
      if (cost + rest[0] < best[0]) best = [cost + rest[0], rest[1]];
    };
    if (typed === c) {
      go(1, 0);
    } else if (isHan(typed)) {
      if (how && syllable && forms(syllable, how).includes(usual[typed])) {
        go(1, 0);
      } else if (how === MISSED) {
        how = NEAR;
        go(1, 0);
      }
    } else if (syllable) {
      forms(syllable, how).forEach(form => {
        const piece = text.substr(at, form.length);
        if (piece === form) go(piece.length, 0);
        else if (at + piece.length === text.length && !form.indexOf(piece)) go(piece.length, piece[1] === 'h' && !piece[2] ? 2 : 1);
        if (/^.h/.test(form) && piece[1] === 'h' && piece[0] === form[0]) go(2, 2);
        if (typed === form[0]) go(1, 1);
      });
    }
    return best;
  };

  /**
   * The best: of a lower tier, then what more titles have, then the shorter.
   * @param {any[]} found
   * @param {number} limit
   */
  const best = (found, limit) => {
    const seen = new Set();
    return found.sort((a, b) => a.tier - b.tier || b.rank - a.rank || a.value.length - b.value.length)
      .filter(item => !seen.has(item.value) && seen.add(item.value)).slice(0, limit);
  };

  /**
   * Terms for what is typed so far.
   * @param {string} text
   * @param {any} [options]
   */
  search.suggest = (text, options) => _.run(() => ask(text).then(asked => asked.text ? candidates(asked, 0).then(({ terms, least }) => {
    const limit = options && options.limit || 5;
    /** @type {any[]} */
    const found = [];
    [0, NEAR].forEach(how => found.length < limit && terms.forEach(({ value, rank, units }) => {
      // Words further on come last; a letter alone would be anywhere.
      let tier = NEVER;
      for (let n = 0; tier >= NEVER && n < (asked.text.length > 1 ? units.length : 1); n++) {
        tier = cover(asked, 0, units, n, how)[0] - least + (n ? 9 : 0);
      }
      if (tier < NEVER - 99) found.push({ value, rank, tier: tier + how * 20 });
    }));
    return best(found, limit);
  }) : []));

  /**
   * What a query that finds nothing may have meant: terms of the same sound, then of one that is near, in it or as a whole; else the
   * longest term that it holds as it is, of equal ones the last: questions begin with what they are not about.
   * @param {string} text
   */
  _.correct = (/** @type {string} */ text) => ask(text).then(asked => correctFrom(asked, 0, ''));

  /**
   * @param {Asked} asked
   * @param {number} from
   * @param {string} held
   * @returns {Promise<string> | string}
   */
  const correctFrom = (asked, from, held) => asked.text.length - from < 2 || from > 8 ? held : candidates(asked, from).then(({ terms }) => {
    /** @type {any[]} */
    const found = [], { text } = asked;
    // What is a term as it stands was meant.
    if (!from && terms.some(({ value }) => value.toLowerCase() === text)) return '';
    terms.forEach(({ value, rank, units }) => {
      for (let how = SOUND; how <= MISSED; how++) {
        const n = units.length, [cost, to] = cover(asked, from, units, 0, how, true), isAll = !from && to === text.length;
        if (cost >= NEVER || n < (how === MISSED ? 3 : 2)) continue;
        // Two syllables sound like something else by chance, and letters are no part of a sentence.
        if (text.slice(from, to) === value.toLowerCase()) {
          if (value.length >= held.length) held = value;
        } else if (isAll || n > 2 && how < MISSED && isHan(text)) {
          found.push({ value: text.slice(0, from) + value + text.slice(to), rank, tier: how * 40 - to + cost / 99 });
        }
        break;
      }
    });
    return found.length ? best(found, 1)[0].value : isHan(text) ? correctFrom(asked, from + 1, held) : held;
  });
})();
