// @ts-check
// A query to words, words to grams, grams to the pages that have them.
(() => {
  'use strict';

  /** @type {any} */
  const scope = window;
  const _ = scope.yuandiSearch._;

  // With so few candidates left, their texts are smaller than a list that narrows them further.
  const FEW = 60;
  // Longer questions are cut: what is left says enough.
  const MOST_WORDS = 8, MOST_CHARS = 64;

  /**
   * Words of a query as they are typed; what stands in quotes is one.
   * @param {string} query
   */
  const split = query => {
    // Halves of characters are nothing that a page could hold.
    const clean = [...query.slice(0, 5000).normalize()].filter(c => !/^[\ud800-\udfff]$/.test(c)).join('');
    // Quotes around whole words ask for them as they stand; any other is a sign like others.
    const pattern = /["\u201c\u201d\uff02]([^"\u201c\u201d\uff02]+)["\u201c\u201d\uff02](?!\S)|\S+/g;
    /** @type {any} */
    const raw = [];
    let match;
    while (raw.length < MOST_WORDS && (match = pattern.exec(clean))) {
      raw.isExact = raw.isExact || !!match[1];
      raw.push([...match[1] || match[0]].slice(0, MOST_CHARS).join(''));
    }
    return raw;
  };

  /**
   * What is asked: folded words, and all of them joined.
   * @param {any} raw
   * @param {boolean} [isLoose]
   */
  const ask = (raw, isLoose) => {
    const folded = text => _.fold(text, _.simple, isLoose).text;
    return { raw, isLoose, words: raw.map(folded).filter(Boolean), phrase: folded(raw.join(' ')) };
  };

  /** @param {string} gram */
  const keyOf = gram => {
    let hash = 0x811C9DC5;
    for (let i = 0; i < gram.length; i++) hash = Math.imul(hash ^ gram.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ hash >>> 16, 0x85EBCA6B);
    hash = Math.imul(hash ^ hash >>> 13, 0xC2B2AE35);
    return (hash ^ hash >>> 16) >>> 4;
  };

  /**
   * Keys of grams that a text with this word must have. Of runs of letters only so many that they cover it.
   * @param {string} word
   */
  const gramsOf = word => {
    // Two Chinese characters or one beside a letter, where none of them begins earlier; three letters, or two alone.
    const chars = [...word], kinds = chars.map(_.kindOf), grams = [];
    // A character between two signs is found by having some sign at its side.
    const add = (from, n) => grams.push(keyOf(chars.slice(from, from + n).join('')));
    for (let i = 0; i < chars.length; i++) {
      if (kinds[i] > 1 && !(kinds[i - 1] > 1 || kinds[i + 1] > 1)) {
        if (kinds[i - 1] === 1) grams.push(keyOf('\x01' + chars[i]));
        if (kinds[i + 1] === 1) grams.push(keyOf(chars[i] + '\x01'));
      }
      if (kinds[i] < 2 || !(kinds[i + 1] > 1)) continue;
      if (kinds[i] + kinds[i + 1] > 4) {
        add(i, 2);
      } else if (kinds[i - 1] !== 2) {
        let end = i;
        while (kinds[end] === 2) end++;
        const n = Math.min(3, end - i);
        for (let at = i; at < end; at += 3) add(Math.min(at, end - n), n);
      }
    }
    return grams;
  };

  /**
   * @param {string} family
   * @param {number} number
   * @param {number} nFiles
   */
  const nameOf = (family, number, nFiles) => family + '/' + (nFiles > 4096
    ? (number >> 12).toString(16) + '/' + (number & 4095).toString(16) : number.toString(16));

  /**
   * Lists of grams, the shortest first; an empty one for a gram that no page has.
   * @param {string} family
   * @param {number[]} keys
   */
  const lookUp = (family, keys) => {
    const nBits = _.start.bits[family], nLow = 28 - nBits;
    const read = bits => {
      const lists = {}, isWhole = family === 'l';
      let n = bits.gamma(), low = -1;
      const k = isWhole ? 0 : bits.read(5);
      while (--n) {
        low = isWhole ? bits.read(nLow) : low + 1 + bits.rice(k);
        if (isWhole) bits.gamma();
        lists[low] = bits.posting(family);
      }
      return lists;
    };
    return Promise.all(keys.map(key => _.part(nameOf(family, key >>> nLow, 1 << nBits), read).then(lists => {
      const list = lists[key & (1 << nLow) - 1];
      if (!list && family === 'l') throw _.failure('missing');
      return Object.assign(list || { df: 0, pages: [], weights: [] }, { key });
    }))).then(lists => lists.sort((a, b) => a.df - b.df));
  };

  /**
   * Pages of a set that a list has too; those of the list without a set.
   * @param {any} set
   * @param {any} list
   */
  const meet = (set, list) => {
    /** @type {any} */
    const met = { pages: [], least: [], sum: [] }, { pages, weights } = list;
    let from = 0;
    (set || list).pages.forEach((page, i) => {
      let step = 1, high;
      // Leaps that double, then halves: lists differ in length by far.
      while (pages[from + step] < page) step *= 2;
      for (high = Math.min(from + step, pages.length); from < high;) {
        const middle = from + high >> 1;
        if (pages[middle] < page) from = middle + 1;
        else high = middle;
      }
      if (pages[from] !== page) return;
      const weight = weights[from] || 0;
      met.pages.push(page);
      met.least.push(set ? Math.min(set.least[i], weight) : weight);
      met.sum.push(set ? set.sum[i] + weight : weight);
    });
    return met;
  };

  const isLong = list => list.isLong;
  const isShort = list => !list.isLong;
  const keysOf = lists => lists.map(list => list.key);
  const listed = pages => meet(0, { pages, weights: [] });
  const none = listed([]);

  /**
   * Narrows a set by grams. Long lists are loaded only where the others leave too much.
   * @param {any} set
   * @param {number[]} keys
   */
  const narrow = (set, keys) => lookUp('g', keys).then(lists => {
    const long = lists.filter(isLong), met = lists.filter(isShort).reduce((met, list) => meet(met, list), set);
    if (!long.length || met && met.pages.length <= FEW) return met;
    return lookUp('l', keysOf(long)).then(whole => whole.reduce((met, list) => meet(met, list), met));
  });

  /**
   * Some of many, evenly.
   * @param {any[]} all
   * @param {number} n
   */
  const spread = (all, n) => all.filter((_one, i) => all.length <= n || Math.floor(i * n / all.length) > Math.floor((i - 1) * n / all.length));

  /**
   * Pages that may hold what is asked. `nMore`: as many more have it, which are not named; `canGrow`: unless the whole
   * is wanted; `seams`: grams that only the joined words have.
   * @param {any} asked
   * @param {boolean} isWhole
   */
  const gather = ({ words, phrase, isLoose }, isWhole) => {
    const grams = words.map(gramsOf), all = [].concat(...grams), first = [].concat(...grams.map(all => spread(all, [0, 4, 2, 2][words.length] || 1)));
    const later = all.filter(gram => !first.includes(gram));
    if (!first.length) return gatherSingles(words, gramsOf(phrase));
    if (isLoose) return gatherMost(grams);
    return (isWhole || all.length > 1 ? Promise.resolve([]) : lookUp('g', first)).then(([list]) => {
      if (list && list.isLong) return Object.assign(meet(0, list), { nMore: list.df - list.pages.length, canGrow: 1 });
      return narrow(0, first).then(set => set.pages.length > FEW && later.length ? narrow(set, later) : set);
    }).then(set => Object.assign(set, { seams: gramsOf(phrase).filter(gram => !all.includes(gram)) }));
  };

  /**
   * Pages that have every one of single characters, as far as they are listed, and those that have them side by side.
   * @param {string[]} words
   * @param {number[]} seams
   */
  const gatherSingles = (words, seams) => {
    const keys = [...words.join('')].filter(c => _.kindOf(c) > 1).map(keyOf);
    return Promise.all([lookUp('u', keys), seams.length ? narrow(0, seams) : none]).then(([lists, { pages }]) => {
      const set = lists.reduce((met, list) => meet(met, list), 0) || none;
      if (lists.length === 1) set.nMore = lists[0].df - set.pages.length;
      return pages.length ? listed([...new Set(set.pages.concat(pages))].sort((a, b) => a - b)) : set;
    });
  };

  /**
   * Pages that lack at most one in four grams of each word, but not the only one.
   * @param {number[][]} words
   */
  const gatherMost = words => Promise.all(words.filter(grams => grams.length).map(grams => lookUp('g', spread(grams, 12)).then(lists =>
    lookUp('l', keysOf(lists.filter(isLong))).then(whole => {
      const n = lists.length, counts = new Uint8Array(_.start.n);
      for (const { pages } of lists.filter(isShort).concat(whole)) for (const page of pages) counts[page]++;
      return counts.map(count => count < (n > 1 ? n - Math.max(1, n >> 2) : 1) ? 0 : 1);
    })))).then(marks => listed([..._.start.pages.keys()].filter(page => marks.every(mark => mark[page]))));

  Object.assign(_, { split, ask, keyOf, nameOf, none, narrow, gather });
})();
