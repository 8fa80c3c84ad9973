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

  /** Reads bits, the highest of a byte first. */
  class Bits {
    /** @param {string} text */
    constructor(text) {
      const { length } = text, bytes = this.bytes = new Uint8Array(length * 13 >> 4);
      this.at = 0;
      for (let i = 0, n = 0, to = 0, pending = 0; i < length; i += 2) {
        pending = pending << 13 | digits[text.charCodeAt(i)] * 91 + digits[text.charCodeAt(i + 1)];
        for (n += 13; n > 7;) bytes[to++] = pending >> (n -= 8);
      }
    }

    /** @param {number} n */
    read(n) {
      const { bytes } = this;
      let value = 0;
      // Behind the end there is nothing: the part is damaged, and nothing of it must be believed.
      if (this.at > bytes.length * 8) throw failure('missing');
      while (n > 0) {
        const free = 8 - (this.at & 7), take = Math.min(n, free);
        value = value << take | bytes[this.at >> 3] >> free - take & (1 << take) - 1;
        this.at += take;
        n -= take;
      }
      return value >>> 0;
    }

    zeros() {
      let n = 0;
      while (!this.read(1)) n++;
      return n;
    }

    gamma() {
      const n = this.zeros();
      return (1 << n | this.read(n)) >>> 0;
    }

    /** @param {number} range */
    below(range) {
      const n = 31 - Math.clz32(range), nShort = 2 ** (n + 1) - range, value = this.read(n);
      return value < nShort ? value : value * 2 + this.read(1) - nShort;
    }

    /** @param {number} k */
    rice(k) {
      return this.zeros() * 2 ** k + this.read(k);
    }

    /**
     * A rising list: the middle first, then what lies on either side.
     * @param {number} n
     * @param {number} low
     * @param {number} high
     * @param {number[]} into
     */
    list(n, low, high, into = []) {
      if (n > high - low) throw failure('missing');
      if (n === high - low) {
        while (low < high) into.push(low++);
      } else if (n) {
        const middle = n >> 1, value = low + middle + this.below(high - low - n + 1);
        this.list(middle, low, value, into);
        into.push(value);
        this.list(n - 1 - middle, value + 1, high, into);
      }
      return into;
    }

    /** A list of pages behind its length and one. */
    pages() {
      return this.list(this.gamma() - 1, 0, _.start.n);
    }

    /** The next sign, word or order of the code of texts, where the codes of each length follow its first one. */
    symbol() {
      for (let code = 0, length = 1; length < 16; length++) {
        code = code * 2 + this.read(1);
        const { first, tokens } = levels[length];
        if (code - first < tokens.length) return tokens[code - first];
      }
    }

    text() {
      const out = [];
      for (;;) {
        const token = this.symbol(), code = token.charCodeAt(0), n = out.length;
        if (!code) return out.join('');
        if (code === 14) {
          out.push(String.fromCharCode(this.read(16)));
        } else if (code > 15 && code < 32) {
          // Said before: near by, or further back.
          const near = (n >> 3) + 1;
          let length = code - 13 + (code > 30 ? this.gamma() - 1 : 0);
          const distance = this.read(1) ? 1 + this.below(near) : 1 + near + this.below(n - near);
          while (length--) out.push(out[out.length - distance]);
        } else {
          out.push(...token);
        }
      }
    }

    /**
     * How much a gram weighs in each of `n` pages: who has at least one, which of them two, which of them three.
     * @param {number} n
     */
    weights(n) {
      const weights = new Uint8Array(n);
      /** @type {any} */
      let above;
      for (let level = 1; level < 4; level++) {
        above = this.list(this.below(n + 1), 0, n).map(at => above ? above[at] : at);
        for (const at of above) weights[at] = level;
        n = above.length;
      }
      return weights;
    }

    /**
     * Pages of a gram. `isLong`: the whole list is elsewhere, and here are the best.
     * @param {string} family
     */
    posting(family) {
      const df = this.gamma(), all = _.start.n;
      if (family === 'g' && df < 2) return { df, pages: [this.below(all)], weights: [this.read(1) && this.below(3) + 1] };
      const isLong = family === 'g' && df > 63 && this.read(1);
      const n = isLong || family === 'u' ? this.gamma() : df;
      return { df, isLong, pages: this.list(n, 0, all), weights: family === 'g' && df < 11 ? [] : this.weights(n) };
    }
  }

  /** @type {any[]} */
  let levels;

  /**
   * The table of the code of texts: single signs by length of their codes, and then words spelt with them.
   * @param {Bits} bits
   */
  const readWords = bits => {
    const counts = [];
    let first = 0;
    levels = [];
    _.singles = {};
    for (let length = 1; length < 16; length++) {
      /** @type {string[]} */
      const tokens = [];
      first *= 2;
      for (let unit = -1, n = bits.gamma(); --n;) {
        tokens.push(String.fromCharCode(unit += bits.gamma()));
        _.singles[tokens[tokens.length - 1]] = 1;
      }
      levels[length] = { first, tokens };
      counts[length] = bits.gamma() - 1;
      first += tokens.length + counts[length];
    }
    // Spelt first and added last: words are not made of words.
    levels.map((_level, length) => Array.from({ length: counts[length] }, () => {
      let word = '';
      for (let n = bits.gamma() + 1; n--;) word += bits.symbol();
      return word;
    })).forEach((words, length) => levels[length].tokens.push(...words));
  };

  /**
   * Traditional characters and what they are simplified to.
   * @param {Bits} bits
   */
  const readFold = bits => {
    const keys = [];
    for (let key = 0, n = bits.gamma(); --n;) keys.push(String.fromCodePoint(key += bits.gamma()));
    _.simple = {};
    Array.from(bits.text()).forEach((simple, i) => _.simple[keys[i]] = simple);
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
   * @param {(bits: Bits) => any} parse
   * @param {Promise<any>} [loading]
   */
  const part = (name, parse, loading) => {
    // What is the same for every site has a version of its own.
    const id = _.start[/^(words|pinyin|fold)$/.test(name) ? 'vocabulary' : 'layout'], cache = known;
    return cache[name] = cache[name] || (loading || load(name, id)).then(({ layout, payload }) => {
      if (layout !== id) throw failure('changed', layout);
      return parse(new Bits(payload));
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
  Object.assign(_, { Bits, failure, part, run, readFold });

  // Everything else is defined before the first part arrives.
  open('');
})();
