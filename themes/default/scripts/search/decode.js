// @ts-check
// Parts of the index to what they say: script files that hand over characters, characters to bits, bits to lists and texts.
//
// The same codes as `src/search`: what one of them does alone is lost to readers.
(function () {
  'use strict';

  /** @type {any} */
  var scope = window;
  var search = scope.yuandiSearch = {};
  /** @type {any} */
  var _ = search._ = {};

  /** @type {any} */
  var script = document.currentScript;
  // The script lies one folder below the root, wherever that is.
  var root = _.root = script.src.replace(/[^\/]*\/[^\/]*$/, '');

  // Printable ASCII but `"`, `<` and `\`, in order.
  var digits = new Uint8Array(128);
  for (var code = 33, digit = 0; code < 127; code++) {
    if (code !== 34 && code !== 60 && code !== 92) digits[code] = digit++;
  }

  /**
   * What went wrong, for whoever says it in words: `offline`, `missing`, `changed`, `stale`.
   * @param {string} reason
   */
  function failure(reason) {
    /** @type {any} */
    var error = new Error(reason);
    error.reason = reason;
    return error;
  }
  _.failure = failure;

  /**
   * Reads bits, the highest of a byte first.
   * @param {string} text
   */
  function Bits(text) {
    var bytes = new Uint8Array((text.length >> 1) * 13 + 7 >> 3);
    var pending = 0, n = 0, length = 0;
    for (var i = 0; i < text.length; i += 2) {
      pending = pending << 13 | digits[text.charCodeAt(i)] * 91 + digits[text.charCodeAt(i + 1)];
      for (n += 13; n > 7;) bytes[length++] = pending >> (n -= 8);
    }
    this.bytes = bytes;
    this.at = 0;
  }
  _.Bits = Bits;

  Bits.prototype = {
    /** @param {number} n */
    read: function (n) {
      // Behind the end there is nothing: a part was cut, and what it says must not be believed.
      if (this.at > this.bytes.length * 8) throw failure('missing');
      var value = 0;
      while (n > 0) {
        var free = 8 - (this.at & 7), take = n < free ? n : free;
        value = value << take | this.bytes[this.at >> 3] >> free - take & (1 << take) - 1;
        this.at += take;
        n -= take;
      }
      return value >>> 0;
    },
    zeros: function () {
      var n = 0;
      while (!this.read(1)) n++;
      return n;
    },
    gamma: function () {
      var n = this.zeros();
      return (1 << n | this.read(n)) >>> 0;
    },
    /** @param {number} range */
    below: function (range) {
      var n = 31 - Math.clz32(range), nShort = Math.pow(2, n + 1) - range, value = this.read(n);
      return value < nShort ? value : value * 2 + this.read(1) - nShort;
    },
    /** @param {number} k */
    rice: function (k) {
      return this.zeros() * Math.pow(2, k) + this.read(k);
    },
    /**
     * A rising list: the middle first, then what lies on either side.
     * @param {number} n
     * @param {number} low
     * @param {number} high
     * @param {number[]} [into]
     */
    list: function (n, low, high, into) {
      into = into || [];
      if (n > high - low) throw failure('missing');
      if (n === high - low) {
        while (low < high) into.push(low++);
      } else if (n) {
        var middle = n >> 1, value = low + middle + this.below(high - low - n + 1);
        this.list(middle, low, value, into);
        into.push(value);
        this.list(n - 1 - middle, value + 1, high, into);
      }
      return into;
    },
    /** The next sign, word or order of the code of texts, where each length has the codes that follow its first one. */
    symbol: function () {
      for (var code = 0, length = 1; length < 16; length++) {
        code = code * 2 + this.read(1);
        var level = levels[length], at = code - level.first;
        if (at < level.tokens.length) return level.tokens[at];
      }
      throw failure('missing');
    },
    text: function () {
      /** @type {string[]} */
      var out = [];
      for (;;) {
        var token = this.symbol(), code = token.charCodeAt(0), n = out.length;
        if (code > 31 || code === 10 || code && code < 14) {
          for (var i = 0; i < token.length; i++) out.push(token[i]);
        } else if (!code) {
          return out.join('');
        } else if (code === 14) {
          out.push(String.fromCharCode(this.read(16)));
        } else {
          // Said before: near by, or further back.
          var length = code - 13 + (code === 31 ? this.gamma() - 1 : 0), near = (n >> 3) + 1;
          var distance = this.read(1) ? 1 + this.below(near) : 1 + near + this.below(n - near);
          if (distance > n) throw failure('missing');
          while (length--) out.push(out[out.length - distance]);
        }
      }
    },
    /**
     * How much a gram weighs in each of `n` pages: who has at least one, which of them two, which of them three.
     * @param {number} n
     */
    weights: function (n) {
      var weights = new Uint8Array(n), count = n;
      /** @type {number[] | null} */
      var above = null;
      for (var level = 1; level < 4; level++) {
        var list = this.list(this.below(count + 1), 0, count);
        if (list.length === 0) break;
        above = list.map(function (at) { return above ? above[at] : at; });
        for (var i = 0; i < above.length; i++) weights[above[i]] = level;
        count = above.length;
      }
      return weights;
    },
    /**
     * Pages of a gram. `isLong`: the whole list is elsewhere, and here are the best.
     * @param {string} family
     */
    posting: function (family) {
      var df = this.gamma(), n = df, pages, isLong = false;
      var all = _.start.n;
      if (family === 'u') {
        n = this.gamma();
      } else if (df === 1) {
        return { df: df, pages: [this.below(all)], weights: [this.read(1) ? this.below(3) + 1 : 0] };
      } else if (family === 'g' && df > 63 && this.read(1)) {
        isLong = true;
        n = this.gamma();
      }
      pages = this.list(n, 0, all);
      return { df: df, pages: pages, weights: n > 10 || family !== 'g' || isLong ? this.weights(n) : null, isLong: isLong };
    }
  };

  /** @type {any} */
  var waiting = {};
  /** @type {any} */
  var known = {};

  scope.yuandiPart = function (/** @type {string} */ name, /** @type {string} */ layout, /** @type {any} */ payload) {
    if (waiting[name]) waiting[name](layout, payload);
  };

  /**
   * Adds a script for a part, which calls `yuandiPart`.
   * @param {string} name
   * @param {string} version
   */
  function load(name, version) {
    return new Promise(function (resolve, reject) {
      var element = document.createElement('script');
      waiting[name] = function (/** @type {string} */ layout, /** @type {any} */ payload) {
        resolve({ layout: layout, payload: payload });
      };
      element.src = root + 'search/shards/' + name + '.js' + (version && '?v=' + version);
      // A script that was cut loads, but hands nothing over.
      element.onload = element.onerror = function () {
        document.head.removeChild(element);
        reject(failure(navigator.onLine === false ? 'offline' : 'missing'));
      };
      document.head.appendChild(element);
    });
  }

  /**
   * What `parse` makes of a part; asked once, and once more when that failed.
   * @param {string} name
   * @param {(payload: any) => any} parse
   */
  function part(name, parse) {
    var id = _.start[/^(words|pinyin|fold)$/.test(name) ? 'vocabulary' : 'layout'];
    if (!known[name]) {
      known[name] = take(name, load(name, id), id, parse);
    }
    return known[name];
  }
  _.part = part;

  /**
   * @param {string} name
   * @param {Promise<any>} loading
   * @param {string} id
   * @param {(payload: any) => any} parse
   */
  function take(name, loading, id, parse) {
    return loading.then(function (answer) {
      if (answer.layout === id) return parse(new Bits(answer.payload));
      var error = failure('changed');
      error.layout = answer.layout;
      throw error;
    }).catch(function (error) {
      delete known[name];
      throw error;
    });
  }

  /**
   * The file that starts everything, and the table of words beside it: every text needs it.
   * @param {string} version
   */
  function open(version) {
    known = {};
    var words = load('words', version);
    var ready = load('index', version).then(function (answer) {
      var start = _.start = answer.payload;
      start.layout = answer.layout;
      _.readStart(start);
      return (known.words = take('words', words, start.vocabulary, _.readWords));
    }).then(function () {
      return _.start;
    });
    words.catch(ignore);
    ready.catch(function () {
      if (_.ready === ready) _.ready = null;
    });
    return (_.ready = ready);
  }

  function ignore() {}

  /**
   * Runs what reads parts. When one belongs to another index, the start file may be an old copy: it is asked for once more.
   * @param {() => any} run
   */
  _.run = function (run) {
    return (_.ready || open('')).then(run).catch(function (/** @type {any} */ error) {
      if (error.reason !== 'changed') throw error;
      if (error.layout !== _.start.layout) open(error.layout);
      return (_.ready || open('')).then(run);
    });
  };

  search.ready = function () {
    return _.run(function () {
      return _.start;
    });
  };

  /** @type {any[]} */
  var levels = [];

  /**
   * The table of the code of texts: single signs by length of their codes, and then words spelt with them.
   * @param {any} bits
   */
  _.readWords = function (bits) {
    levels = [];
    _.singles = {};
    for (var code = 0, length = 1; length < 16; length++) {
      /** @type {any} */
      var level = levels[length] = { first: code *= 2, tokens: [] };
      for (var unit = -1, n = bits.gamma(); --n;) {
        unit += bits.gamma();
        var sign = String.fromCharCode(unit);
        level.tokens.push(sign);
        _.singles[sign] = 1;
      }
      level.nSingles = level.tokens.length;
      level.nWords = bits.gamma() - 1;
      code += level.nSingles + level.nWords;
    }
    var spelt = levels.map(function (level) {
      /** @type {string[]} */
      var words = [];
      while (words.length < level.nWords) {
        for (var n = bits.gamma() + 1, word = ''; n--;) word += bits.symbol();
        words.push(word);
      }
      return words;
    });
    levels.forEach(function (level, length) {
      level.tokens = level.tokens.concat(spelt[length]);
    });
  };

  /**
   * Traditional characters and what they are simplified to.
   * @param {any} bits
   */
  _.readFold = function (bits) {
    /** @type {string[]} */
    var keys = [];
    for (var key = 0, n = bits.gamma(); --n;) keys.push(String.fromCodePoint(key += bits.gamma()));
    /** @type {any} */
    var pairs = {};
    Array.from(bits.text()).forEach(function (simple, i) {
      pairs[keys[i]] = simple;
    });
    return pairs;
  };

  // Everything else is defined before the first part arrives.
  open('');
})();
