// @ts-check
// Parts of the index to what they say: script files that hand over characters, characters to bits, bits to lists and texts.
//
// The same codes as `src/search`: what one of them does alone is lost to readers.
(() => {
  'use strict';

  /** @type {any} */
  const scope = window;
  const search = scope.yuandiSearch = {};
  /** @type {any} */
  const _ = search._ = {};

  /** @type {any} */
  const script = document.currentScript;
  // The script lies one folder below the root, wherever that is.
  _.root = script.src.replace(/[^/]*\/[^/]*$/, '');

  // Printable ASCII but `"`, `<` and `\`, in order.
  /** @type {any} */
  const digits = {};
  for (let code = 33, digit = 0; code < 127; code++) if (!/["<\\]/.test(String.fromCharCode(code))) digits[code] = digit++;

  /**
   * What went wrong, for whoever says it in words: `offline`, `missing`, `changed`, `stale`.
   * @param {string} reason
   * @param {string} [layout]
   */
  const failure = (reason, layout) => Object.assign(new Error(reason), { reason, layout });

  /**
   * A reader of bits, the highest of a byte first.
   * @param {string} coded
   */
  const bitsOf = coded => {
    const { length } = coded, bytes = new Uint8Array(length * 13 >> 4);
    let at = 0;
    for (let i = 0, n = 0, to = 0, pending = 0; i < length; i += 2) {
      pending = pending << 13 | digits[coded.charCodeAt(i)] * 91 + digits[coded.charCodeAt(i + 1)];
      for (n += 13; n > 7;) bytes[to++] = pending >> (n -= 8);
    }

    /** @param {number} n */
    const read = n => {
      let value = 0;
      // Behind the end there is nothing: the part is damaged, and nothing of it must be believed.
      if (at > bytes.length * 8) throw failure('missing');
      while (n > 0) {
        const free = 8 - (at & 7), take = Math.min(n, free);
        value = value << take | bytes[at >> 3] >> free - take & (1 << take) - 1;
        at += take;
        n -= take;
      }
      return value >>> 0;
    };

    const zeros = () => {
      let n = 0;
      while (!read(1)) n++;
      return n;
    };

    const gamma = () => {
      const n = zeros();
      return (1 << n | read(n)) >>> 0;
    };

    /** @param {number} range */
    const below = range => {
      const n = 31 - Math.clz32(range), nShort = 2 ** (n + 1) - range, value = read(n);
      return value < nShort ? value : value * 2 + read(1) - nShort;
    };

    /** @param {number} k */
    const rice = k => zeros() * 2 ** k + read(k);

    /**
     * A rising list: the middle first, then what lies on either side.
     * @param {number} n
     * @param {number} low
     * @param {number} high
     * @param {number[]} into
     */
    const list = (n, low, high, into = []) => {
      if (n > high - low) throw failure('missing');
      if (n === high - low) {
        while (low < high) into.push(low++);
      } else if (n) {
        const middle = n >> 1, value = low + middle + below(high - low - n + 1);
        list(middle, low, value, into);
        into.push(value);
        list(n - 1 - middle, value + 1, high, into);
      }
      return into;
    };

    /** A list of pages behind its length and one. */
    const pages = () => list(gamma() - 1, 0, _.start.n);

    /** The next sign, word or order of the code of texts, where the codes of each length follow its first one. */
    const symbol = () => {
      for (let code = 0, length = 1; length < 16; length++) {
        code = code * 2 + read(1);
        const { first, tokens } = levels[length];
        if (code - first < tokens.length) return tokens[code - first];
      }
    };

    const text = () => {
      const out = [];
      for (;;) {
        const token = symbol(), code = token.charCodeAt(0), n = out.length;
        if (!code) return out.join('');
        if (code === 14) {
          out.push(String.fromCharCode(read(16)));
        } else if (code > 15 && code < 32) {
          // Said before: near by, or further back.
          const near = (n >> 3) + 1;
          let length = code - 13 + (code > 30 ? gamma() - 1 : 0);
          const distance = read(1) ? 1 + below(near) : 1 + near + below(n - near);
          while (length--) out.push(out[out.length - distance]);
        } else {
          out.push(...token);
        }
      }
    };

    /**
     * How much a gram weighs in each of `n` pages: who has at least one, which of them two, which of them three.
     * @param {number} n
     */
    const weights = n => {
      const weights = new Uint8Array(n);
      /** @type {any} */
      let above;
      for (let level = 1; level < 4; level++) {
        above = list(below(n + 1), 0, n).map(at => above ? above[at] : at);
        for (const at of above) weights[at] = level;
        n = above.length;
      }
      return weights;
    };

    /**
     * Pages of a gram. `isLong`: the whole list is elsewhere, and here are the best.
     * @param {string} family
     */
    const posting = family => {
      const df = gamma(), all = _.start.n, isGram = family === 'g';
      if (isGram && df < 2) return { df, pages: [below(all)], weights: [read(1) && below(3) + 1] };
      const isLong = isGram && df > 63 && read(1), n = isLong || family === 'u' ? gamma() : df;
      return { df, isLong, pages: list(n, 0, all), weights: isGram && df < 11 ? [] : weights(n) };
    };

    return { read, gamma, below, rice, list, pages, symbol, text, posting };
  };

  /** @type {any[]} */
  let levels;

  /**
   * The table of the code of texts: single signs by length of their codes, and then words spelt with them.
   * @param {any} bits
   */
  const readWords = bits => {
    let first = 0;
    levels = [];
    _.singles = {};
    for (let length = 1; length < 16; length++) {
      const tokens = [];
      for (let unit = -1, n = bits.gamma(); --n;) tokens.push(String.fromCharCode(unit += bits.gamma()));
      for (const single of tokens) _.singles[single] = 1;
      const nWords = bits.gamma() - 1;
      levels[length] = { first: first *= 2, tokens, nWords };
      first += tokens.length + nWords;
    }
    for (let { tokens, nWords } of levels.slice(1)) {
      while (nWords--) {
        let word = '';
        for (let n = bits.gamma() + 1; n--;) word += bits.symbol();
        tokens.push(word);
      }
    }
  };

  /**
   * Traditional characters and what they are simplified to.
   * @param {any} bits
   */
  const readFold = bits => {
    const keys = [];
    for (let key = 0, n = bits.gamma(); --n;) keys.push(String.fromCodePoint(key += bits.gamma()));
    _.simple = {};
    [...bits.text()].forEach((simple, i) => _.simple[keys[i]] = simple);
    return _.simple;
  };

  /** @type {any} */
  const waiting = {};
  /** @type {any} */
  let known, ready;

  scope.yuandiPart = (name, layout, payload) => waiting[name] && waiting[name]({ layout, payload });

  /**
   * Adds a script for a part, which calls `yuandiPart`.
   * @param {string} name
   * @param {string} version
   * @returns {Promise<any>}
   */
  const load = (name, version) => new Promise((resolve, reject) => {
    const element = document.createElement('script');
    waiting[name] = resolve;
    element.src = _.root + 'search/shards/' + name + '.js' + (version && '?v=' + version);
    // A script that was cut loads, but hands nothing over.
    element.onload = element.onerror = () => {
      element.remove();
      reject(failure(navigator.onLine === false ? 'offline' : 'missing'));
    };
    document.head.appendChild(element);
  });

  /**
   * What `parse` makes of a part; asked once, and once more when that failed.
   * @param {string} name
   * @param {(bits: any) => any} parse
   * @param {Promise<any>} [loading]
   */
  const part = (name, parse, loading) => {
    // What is the same for every site has a version of its own.
    const id = _.start[/^(words|pinyin|fold)$/.test(name) ? 'vocabulary' : 'layout'], cache = known;
    return cache[name] = cache[name] || (loading || load(name, id)).then(({ layout, payload }) => {
      if (layout !== id) throw failure('changed', layout);
      return parse(bitsOf(payload));
    }).catch(error => {
      delete cache[name];
      // What cannot be read was cut or spoilt on its way.
      throw error.reason ? error : failure('missing');
    });
  };

  /**
   * The file that starts everything, and the table of words beside it: every text needs it.
   * @param {string} version
   */
  const open = version => {
    known = {};
    const words = load('words', version), opening = ready = load('index', version).then(({ layout, payload }) => {
      _.readStart(_.start = Object.assign(payload, { layout }));
      return part('words', readWords, words);
    }).then(() => _.start);
    words.catch(() => 0);
    opening.catch(() => ready = opening === ready ? 0 : ready);
    return opening;
  };

  /**
   * Runs what reads parts. When one belongs to another index, the start file may be an old copy: it is asked for once more.
   * @param {() => any} run
   */
  const run = run => (ready || open('')).then(run).catch(error => {
    if (error.reason !== 'changed') throw error;
    return (error.layout === _.start.layout && ready || open(error.layout)).then(run);
  });

  search.ready = () => run(() => _.start);
  Object.assign(_, { bitsOf, failure, part, run, readFold });

  // Everything else is defined before the first part arrives.
  open('');
})();
