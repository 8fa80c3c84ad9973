// @ts-check
// A query to pages that contain it: grams to candidates, candidates to texts, texts to results with excerpts.
(function () {
  'use strict';

  /** @type {any} */
  var search = /** @type {any} */ (window).yuandiSearch;
  var _ = search._, fold = _.fold, places = _.places;
  /** @type {any} */
  var start;
  /** The last question, so that more of its answer costs only more texts. */
  /** @type {any} */
  var recent;

  // With so few candidates left, their texts are smaller than a list that narrows them further.
  var FEW = 60;
  // Texts looked at without finding anything before that is believed.
  var MOST_IN_VAIN = 400;
  // Longer questions are cut: what is left says enough.
  var MOST_WORDS = 8, MOST_UNITS = 64;
  var EXCERPT = 80;

  /**
   * Kind and month of each page from runs, and who comes last.
   * @param {any} read
   */
  _.readStart = function (read) {
    start = read;
    recent = null;
    var n = start.n, number = 0;
    /** @type {any} */
    var months = {}, years = {};
    start.terms = {};
    start.kind = new Uint8Array(n);
    start.month = new Array(n);
    var kinds = start.kinds.map(function (/** @type {any} */ kind, /** @type {number} */ k) {
      /** @type {number[]} */
      var pages = [];
      kind[2].forEach(function (/** @type {any} */ run) {
        for (var i = 0; i < run[1]; i++, number++) {
          pages.push(number);
          start.kind[number] = k;
          start.month[number] = run[0];
          (months[run[0]] = months[run[0]] || []).push(number);
          var year = run[0].slice(0, 4);
          (years[year] = years[year] || []).push(number);
        }
      });
      return [kind[0], kind[1], pages];
    });
    function newestFirst(/** @type {any} */ lists) {
      return Object.keys(lists).filter(Boolean).sort().reverse().map(function (name) {
        return [name, name, lists[name]];
      });
    }
    start.terms = { kind: kinds, year: newestFirst(years), month: newestFirst(months) };
    // Undated pages are about things that last: they come before the news of the same rank.
    start.age = { '': 0 };
    start.terms.month.forEach(function (/** @type {any} */ month, /** @type {number} */ i) {
      start.age[month[0]] = i + 1;
    });
    var bits = new _.Bits(start.last);
    start.isLast = marked([bits.list(bits.gamma() - 1, 0, n)]);
  };

  /** @param {number[][]} lists */
  function marked(lists) {
    var marks = new Uint8Array(start.n);
    lists.forEach(function (list) {
      list.forEach(function (page) {
        marks[page] = 1;
      });
    });
    return marks;
  }

  /** @param {any} signal */
  function check(signal) {
    if (signal && signal.aborted) throw _.failure('stale');
  }

  // ---- What is asked

  /**
   * Words of a query as they are typed; what stands in quotes is one.
   * @param {string} query
   */
  function split(query) {
    var clean = Array.from(String(query).slice(0, 5000)).filter(function (c) {
      // Halves of characters are nothing that a page could hold.
      return !/^[\ud800-\udfff]$/.test(c);
    }).join('');
    var pattern = /["\u201c\u201d\uff02]([^"\u201c\u201d\uff02]+)["\u201c\u201d\uff02]|[^\s"\u201c\u201d\uff02]+/g;
    /** @type {any} */
    var raw = [], match;
    while (raw.length < MOST_WORDS && (match = pattern.exec(clean))) {
      if (match[1]) raw.isExact = true;
      raw.push(Array.from(match[1] || match[0]).slice(0, MOST_UNITS).join(''));
    }
    return raw;
  }

  /**
   * @param {any} raw
   * @param {boolean} isLoose
   */
  function ask(raw, isLoose) {
    return {
      raw: raw,
      words: raw.map(function (/** @type {string} */ word) {
        return fold(word, _.simple, isLoose).text;
      }).filter(Boolean),
      phrase: fold(raw.join(' '), _.simple, isLoose).text,
      isLoose: isLoose
    };
  }

  /** @param {string} gram */
  function keyOf(gram) {
    var hash = 0x811C9DC5;
    for (var i = 0; i < gram.length; i++) hash = Math.imul(hash ^ gram.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ hash >>> 16, 0x85EBCA6B);
    hash = Math.imul(hash ^ hash >>> 13, 0xC2B2AE35);
    return (hash ^ hash >>> 16) >>> 4;
  }

  /**
   * Grams that a text with this word must have. Of runs of letters only so many that they cover it.
   * @param {string} word
   */
  function gramsOf(word) {
    var chars = Array.from(word), kinds = chars.map(_.kindOf);
    /** @type {number[]} */
    var grams = [];
    for (var i = 0; i + 1 < chars.length; i++) {
      if (kinds[i] > 2 && kinds[i + 1] > 1 || kinds[i] > 1 && kinds[i + 1] > 2) {
        grams.push(keyOf(chars[i] + chars[i + 1]));
      } else if (kinds[i] === 2 && kinds[i - 1] !== 2) {
        for (var end = i; kinds[end] === 2;) end++;
        var size = Math.min(3, end - i);
        if (size < 2) continue;
        for (var at = i; at < end; at += 3) {
          var from = Math.min(at, end - size);
          grams.push(keyOf(chars.slice(from, from + size).join('')));
        }
      }
    }
    return grams;
  }

  /** @param {string} word */
  function singlesOf(word) {
    return Array.from(word).filter(function (c) {
      return _.kindOf(c) > 1;
    }).map(keyOf);
  }

  /**
   * Grams at the seams of the joined words.
   * @param {string[]} words
   */
  function seamsOf(words) {
    /** @type {number[]} */
    var seams = [];
    for (var i = 1; i < words.length; i++) {
      var a = Array.from(words[i - 1]).pop() || '', b = Array.from(words[i])[0];
      var kinds = [_.kindOf(a), _.kindOf(b)].sort();
      if (kinds[0] > 1 && kinds[1] > 2) seams.push(keyOf(a + b));
    }
    return seams;
  }

  // ---- Candidates

  /**
   * @param {string} family
   * @param {number} number
   * @param {number} nFiles
   */
  function nameOf(family, number, nFiles) {
    return family + '/' + (nFiles > 4096 ? (number >> 12).toString(16) + '/' : '') + (nFiles > 4096 ? number & 4095 : number).toString(16);
  }

  /**
   * Lists of grams, the shortest first; nothing for a gram that no page has.
   * @param {string} family
   * @param {number[]} keys
   */
  function lookUp(family, keys) {
    var nLow = 28 - start.bits[family];
    return Promise.all(keys.map(function (key) {
      return _.part(nameOf(family, key >>> nLow, 1 << start.bits[family]), function (/** @type {any} */ bits) {
        return readLists(bits, family, nLow);
      }).then(function (/** @type {any} */ lists) {
        var list = lists[key & (1 << nLow) - 1];
        if (!list && family === 'l') throw _.failure('missing');
        list = list || { df: 0, pages: [] };
        list.key = key;
        return list;
      });
    })).then(function (lists) {
      return lists.sort(function (a, b) {
        return a.df - b.df;
      });
    });
  }

  /**
   * @param {any} bits
   * @param {string} family
   * @param {number} nLow
   */
  function readLists(bits, family, nLow) {
    /** @type {any} */
    var lists = {};
    var n = bits.gamma() - 1, k = family === 'l' ? 0 : bits.read(5), low = -1;
    while (n-- > 0) {
      if (family === 'l') {
        low = bits.read(nLow);
        bits.gamma();
      } else {
        low += 1 + bits.rice(k);
      }
      lists[low] = bits.posting(family);
    }
    return lists;
  }

  /**
   * Pages of a set that a list has too; those of the list without a set.
   * @param {any} set
   * @param {any} list
   */
  function meet(set, list) {
    /** @type {any} */
    var met = { pages: [], least: [], sum: [] };
    var from = 0, pages = list.pages;
    for (var i = 0, n = set ? set.pages.length : pages.length; i < n; i++) {
      var page = (set || list).pages[i], step = 1;
      // Leaps that double, then halves: lists differ in length by far.
      while (pages[from + step] < page) step *= 2;
      for (var high = Math.min(from + step, pages.length); from < high;) {
        var middle = from + high >> 1;
        if (pages[middle] < page) from = middle + 1;
        else high = middle;
      }
      if (pages[from] !== page) continue;
      var weight = list.weights ? list.weights[from] : 0;
      met.pages.push(page);
      met.least.push(set ? Math.min(set.least[i], weight) : weight);
      met.sum.push(set ? set.sum[i] + weight : weight);
    }
    return met;
  }

  /**
   * Narrows a set by grams. Long lists are loaded only where the others leave too much.
   * @param {any} set
   * @param {number[]} keys
   */
  function narrow(set, keys) {
    return lookUp('g', keys).then(function (lists) {
      /** @type {number[]} */
      var long = [];
      lists.forEach(function (list) {
        if (list.isLong) long.push(list.key);
        else set = meet(set, list);
      });
      if (!long.length || set && set.pages.length <= FEW) return set;
      return lookUp('l', long).then(function (whole) {
        return whole.reduce(meet, set);
      });
    });
  }

  /**
   * Some of many, evenly.
   * @param {any[]} all
   * @param {number} n
   */
  function spread(all, n) {
    return all.filter(function (_one, i) {
      return all.length <= n || Math.floor(i * n / all.length) !== Math.floor((i - 1) * n / all.length);
    });
  }

  /**
   * All candidates; only the best of them where one long list has them all and the rest is not asked for.
   * @param {any} state
   * @param {boolean} isWhole
   */
  function gather(state, isWhole) {
    var words = state.asked.words;
    /** @type {number[]} */
    var first = [], later = [];
    words.forEach(function (/** @type {string} */ word) {
      var grams = gramsOf(word), some = spread(grams, words.length > 3 ? 1 : words.length > 1 ? 2 : 4);
      first = first.concat(some);
      later = later.concat(grams.filter(function (gram) {
        return some.indexOf(gram) < 0;
      }));
    });
    state.nMore = 0;
    state.canGrow = false;
    if (!first.length) return gatherSingles(state);
    if (state.asked.isLoose) return gatherMost(words);
    return (first.length > 1 || later.length || isWhole ? Promise.resolve([]) : lookUp('g', first)).then(function (/** @type {any[]} */ lists) {
      if (lists[0] && lists[0].isLong) {
        state.nMore = lists[0].df - lists[0].pages.length;
        state.canGrow = true;
        return meet(null, lists[0]);
      }
      return narrow(null, first).then(function (set) {
        return set.pages.length > FEW && later.length ? narrow(set, later) : set;
      });
    });
  }

  /**
   * Pages that have every one of single characters, as far as they are listed, and those that have them side by side.
   * @param {any} state
   */
  function gatherSingles(state) {
    var words = state.asked.words, keys = [].concat.apply([], words.map(singlesOf)), seams = seamsOf(words);
    if (!keys.length) return Promise.resolve({ pages: [] });
    return lookUp('u', keys).then(function (lists) {
      var set = lists.reduce(meet, null);
      if (keys.length < 2) state.nMore = lists[0].df - set.pages.length;
      if (!seams.length) return set;
      return narrow(null, seams).then(function (joined) {
        return meet(null, { pages: pagesOf(marked([set.pages, joined.pages])) });
      });
    });
  }

  /**
   * Pages that lack at most one in four grams of each word.
   * @param {string[]} words
   */
  function gatherMost(words) {
    return Promise.all(words.map(function (word) {
      var counts = new Uint8Array(start.n);
      return lookUp('g', spread(gramsOf(word), 12)).then(function (lists) {
        var long = lists.filter(isLong), n = lists.length;
        return lookUp('l', long.map(function (list) {
          return list.key;
        })).then(function (whole) {
          lists.concat(whole).forEach(function (list) {
            if (!isLong(list)) list.pages.forEach(function (/** @type {number} */ page) {
              counts[page]++;
            });
          });
          return counts.map(function (count) {
            return count < n - (n > 1 ? Math.max(1, n >> 2) : 0) ? 0 : 1;
          });
        });
      });
    })).then(function (marks) {
      return meet(null, { pages: pagesOf(marks.reduce(function (all, one) {
        return all.map(function (mark, page) {
          return mark & one[page];
        });
      })) });
    });
  }

  /** @param {any} list */
  function isLong(list) {
    return list.isLong;
  }

  /** @param {Uint8Array} marks */
  function pagesOf(marks) {
    /** @type {number[]} */
    var pages = [];
    marks.forEach(function (mark, page) {
      if (mark) pages.push(page);
    });
    return pages;
  }

  /**
   * Candidates in the order in which their texts are asked for: where the words are joined, what weighs most, what is newest.
   * @param {any} state
   * @param {any} set
   * @param {Uint8Array | null} joined
   */
  function line(state, set, joined) {
    var passes = passing(state, ''), order = new Float64Array(set.pages.length), n = 0;
    for (var i = 0; i < set.pages.length; i++) {
      var page = set.pages[i];
      if (!passes(page) || state.seen[page]) continue;
      var rank = (joined && joined[page] ? 0 : 4) + 3 - set.least[i];
      rank = (rank * 2 + start.isLast[page]) * 64 + 63 - Math.min(63, set.sum[i]);
      order[n++] = (rank * 4096 + start.age[start.month[page]]) * 1048576 + page;
    }
    return Array.from(order.subarray(0, n).sort(), function (one) {
      return one % 1048576;
    });
  }

  // ---- Facets

  /**
   * Pages of the chosen terms of each facet.
   * @param {any} facets
   */
  function choose(facets) {
    var names = Object.keys(facets).filter(function (name) {
      return facets[name].length;
    });
    return loadFacets(names).then(function () {
      /** @type {any} */
      var chosen = {};
      names.forEach(function (name) {
        chosen[name] = marked((start.terms[name] || []).filter(function (/** @type {any} */ term) {
          return facets[name].indexOf(term[0]) >= 0;
        }).map(function (/** @type {any} */ term) {
          return term[2];
        }));
      });
      return chosen;
    });
  }

  /** @param {string[]} names */
  function loadFacets(names) {
    var isThere = start.facets.map(function (/** @type {any} */ facet) {
      return facet[0];
    });
    return Promise.all(names.map(function (name) {
      if (isThere.indexOf(name) < 0) return null;
      return _.part('f-' + name, function (/** @type {any} */ bits) {
        start.terms[name] = bits.text().split('\x02').filter(Boolean).map(function (/** @type {string} */ label) {
          return label.split('\x01');
        });
        start.terms[name].forEach(function (/** @type {any} */ term) {
          term[2] = bits.list(bits.gamma() - 1, 0, start.n);
        });
      });
    }));
  }

  /**
   * Whether a page is among what all facets but one leave.
   * @param {any} state
   * @param {string} but
   */
  function passing(state, but) {
    var masks = Object.keys(state.chosen).filter(function (name) {
      return name !== but;
    }).map(function (name) {
      return state.chosen[name];
    });
    return function (/** @type {number} */ page) {
      return state.seen[page] !== 2 && masks.every(function (mask) {
        return mask[page];
      });
    };
  }

  /**
   * How many each term of a facet would leave.
   * @param {any} state
   */
  function tally(state) {
    /** @type {any} */
    var counts = {};
    Object.keys(start.terms).forEach(function (name) {
      var marks = marked([state.set.pages.filter(passing(state, name))]);
      var chosen = state.facets[name] || [];
      counts[name] = start.terms[name].map(function (/** @type {any} */ term) {
        var n = 0;
        term[2].forEach(function (/** @type {number} */ page) {
          n += marks[page];
        });
        return [term[0], n, term[1]];
      }).filter(function (/** @type {any} */ term) {
        return term[1] || chosen.indexOf(term[0]) >= 0;
      });
    });
    return counts;
  }

  // ---- Texts

  /** @param {number} number */
  function textOf(number) {
    var group = number >> start.bits.t, nFiles = Math.ceil(start.n / (1 << start.bits.t));
    return _.part(nameOf('t', group, nFiles), function (/** @type {any} */ bits) {
      return bits.text().split('\x02');
    }).then(function (/** @type {string[]} */ texts) {
      return readText(texts[number - (group << start.bits.t)], number);
    });
  }

  /**
   * @param {string} text
   * @param {number} number
   */
  function readText(text, number) {
    var fields = (text || '').split('\x01'), plain = '';
    if (fields.length < 7) throw _.failure('missing');
    /** @type {any} */
    var pairs = {};
    var both = Array.from(fields[5]);
    for (var i = 0; i < both.length; i += 2) pairs[both[i]] = both[i + 1];
    // What stands before the first heading is a section too.
    var sections = [{ id: '', heading: '', from: 0, body: 0 }];
    fields[6].split('\x03').forEach(function (block, i) {
      var parts = i ? block.split(/[\x04\x05]/) : ['', '', block];
      if (i) sections.push({ id: parts[1], heading: parts[0], from: plain.length, body: plain.length + parts[0].length + 1 });
      plain += (i ? parts[0] + '\n' : '') + parts[2];
    });
    return {
      number: number, url: fields[0], title: fields[1], date: fields[2], branches: fields[3], mark: fields[4],
      pairs: pairs, plain: plain, sections: sections
    };
  }

  /**
   * How well a page answers, 0 best; -1 when it does not.
   * @param {any} page
   * @param {any} asked
   */
  function judge(page, asked) {
    var title = fold(page.title, page.pairs, asked.isLoose).text, body = fold(page.plain, page.pairs, asked.isLoose);
    var isThere = asked.words.every(function (/** @type {string} */ word) {
      return title.indexOf(word) >= 0 || body.text.indexOf(word) >= 0;
    });
    if (!isThere) return -1;
    var at = title.indexOf(asked.phrase);
    if (at >= 0) return title === asked.phrase ? 0 : at ? 2 : 1;
    var joined = places(body, asked.phrase, page.plain);
    if (joined.length) {
      return isHeaded(page, joined) ? 3 : joined.length > 2 || body.text.indexOf(asked.phrase) < EXCERPT ? 4 : 5;
    }
    var isInTitle = true;
    var isInHeadings = asked.words.every(function (/** @type {string} */ word) {
      if (title.indexOf(word) >= 0) return true;
      isInTitle = false;
      return isHeaded(page, places(body, word, page.plain));
    });
    return isInTitle ? 6 : isInHeadings ? 7 : 8;
  }

  /**
   * @param {any} page
   * @param {any[]} places
   */
  function isHeaded(page, places) {
    return places.some(function (place) {
      return page.sections.some(function (/** @type {any} */ section) {
        return place[0] >= section.from && place[0] < section.body;
      });
    });
  }

  /**
   * Where a query stands in a text: joined, or else each word.
   * @param {string} text
   * @param {any} asked
   * @param {any} pairs
   */
  function rangesOf(text, asked, pairs) {
    var folded = fold(text, pairs, asked.isLoose), found = places(folded, asked.phrase, text);
    if (!found.length) {
      asked.words.forEach(function (/** @type {string} */ word) {
        found = found.concat(places(folded, word, text));
      });
    }
    return found.sort(function (a, b) {
      return a[0] - b[0];
    });
  }

  /**
   * A few lines around a place, from the beginning of a sentence if one is near.
   * @param {string} plain
   * @param {number} low
   * @param {any} place
   */
  function cut(plain, low, place) {
    var from = Math.max(low, place[0] - 24), before = plain.slice(from, place[0]);
    var sentence = before.search(/[\n\u3002\uff01\uff1f\uff1b][^\n\u3002\uff01\uff1f\uff1b]*$/) + 1;
    var isWhole = sentence || from === low;
    from += sentence;
    var to = Math.max(place[1], from + EXCERPT);
    // No character is cut in two.
    if (/[\udc00-\udfff]/.test(plain[from])) from--;
    if (/[\udc00-\udfff]/.test(plain[to])) to++;
    return (isWhole ? '' : '\u2026') + plain.slice(from, to).replace(/\s+/g, ' ').trim() + (to < plain.length ? '\u2026' : '');
  }

  /**
   * What is shown of a page: where the most words stand together, and where else.
   * @param {any} page
   * @param {any} asked
   */
  function show(page, asked) {
    var found = rangesOf(page.plain, asked, page.pairs);
    /** @type {any[]} */
    var best = [];
    found.forEach(function (place, i) {
      /** @type {any} */
      var words = {};
      for (var j = i; j < found.length && found[j][0] < place[0] + EXCERPT; j++) words[found[j][2]] = 1;
      var at = page.sections.length - 1, score = Object.keys(words).length;
      while (at && page.sections[at].from > place[0]) at--;
      if (!best[at] || score > best[at].score) best[at] = { at: at, score: score, place: place };
    });
    best = best.filter(Boolean).sort(function (a, b) {
      return b.score - a.score || a.at - b.at;
    }).slice(0, 2);
    var first = best[0], place = first ? first.place : [0, 0];
    var kind = start.kinds[start.kind[page.number]];
    return {
      url: page.url, title: page.title, date: page.date, branches: page.branches, mark: page.mark, pairs: page.pairs,
      kind: kind[0], kindTitle: kind[1],
      excerpt: cut(page.plain, first ? page.sections[first.at].from : 0, place),
      sections: best.map(function (one) {
        var section = page.sections[one.at];
        var place = one.place[0] < section.body ? [section.body, section.body] : one.place;
        return { id: section.id, heading: section.heading, excerpt: cut(page.plain, section.body, place) };
      })
    };
  }

  /**
   * Where a query stands in any text, for marks.
   * @param {string} text
   * @param {string} query
   * @param {any} [pairs]
   */
  _.ranges = function (text, query, pairs) {
    var raw = split(query), found = rangesOf(text, ask(raw, false), pairs);
    if (!found.length && !raw.isExact) found = rangesOf(text, ask(raw, true), pairs);
    /** @type {number[][]} */
    var ranges = [];
    found.forEach(function (place) {
      var last = ranges[ranges.length - 1];
      if (last && place[0] <= last[1]) last[1] = Math.max(last[1], place[1]);
      else ranges.push([place[0], place[1]]);
    });
    return ranges;
  };

  /** @param {string} url */
  _.href = function (url) {
    // Nothing but a server knows which file a folder stands for.
    return _.root + url + (location.protocol === 'file:' && /(^|\/)$/.test(url) ? 'index.html' : '');
  };

  // ---- Results

  /**
   * Looks at texts until `nNeeded` results are sure.
   * @param {any} state
   * @param {number} nNeeded
   * @param {any} signal
   */
  function look(state, nNeeded, signal) {
    /** @type {any[]} */
    var sure = [];
    var size = 0, nInVain = 0;
    /** @type {() => any} */
    function more() {
      check(signal);
      var nLacking = nNeeded - state.found.length - sure.length;
      if (nInVain >= MOST_IN_VAIN) {
        state.queue = [];
        state.isCut = true;
      }
      if (nLacking < 1 || state.next >= state.queue.length) return;
      size = Math.min(50, Math.max(nLacking, size * 2));
      return Promise.all(Array.from(state.queue.slice(state.next, state.next + size), textOf)).then(function (pages) {
        state.next += pages.length;
        pages.forEach(function (page) {
          page.tier = judge(page, state.asked);
          state.seen[page.number] = page.tier < 0 ? 2 : 1;
          if (page.tier < 0) {
            nInVain++;
          } else {
            sure.push(page);
            nInVain = 0;
          }
        });
        return more();
      });
    }
    function finish() {
      state.found = state.found.concat(sure.sort(inOrder));
    }
    return Promise.resolve().then(more).then(finish, function (error) {
      finish();
      throw error;
    });
  }

  /**
   * @param {any} a
   * @param {any} b
   */
  function inOrder(a, b) {
    var isLast = start.isLast, age = start.age, month = start.month;
    return a.tier - b.tier || isLast[a.number] - isLast[b.number] || age[month[a.number]] - age[month[b.number]]
      || (a.date < b.date ? 1 : a.date > b.date ? -1 : a.title.length - b.title.length || a.number - b.number);
  }

  /**
   * Finds candidates, lines them up and looks at the first of them.
   * @param {any} state
   * @param {boolean} isWhole
   * @param {number} nNeeded
   * @param {any} signal
   */
  function begin(state, isWhole, nNeeded, signal) {
    return gather(state, isWhole).then(function (set) {
      check(signal);
      state.queue = line(state, set, null);
      var seams = state.asked.isLoose || state.queue.length <= nNeeded ? [] : seamsOf(state.asked.words);
      return (seams.length ? narrow(set, seams) : Promise.resolve()).then(function (/** @type {any} */ joined) {
        if (joined) state.queue = line(state, set, marked([joined.pages]));
        state.set = set;
        state.next = 0;
        return look(state, nNeeded, signal);
      });
    });
  }

  /**
   * @param {any} state
   * @param {number} nNeeded
   * @param {any} signal
   */
  function advance(state, nNeeded, signal) {
    check(signal);
    return (state.set ? look(state, nNeeded, signal) : choose(state.facets).then(function (chosen) {
      state.chosen = chosen;
      return begin(state, Object.keys(chosen).length > 0, nNeeded, signal);
    })).then(function () {
      if (state.canGrow && state.found.length < nNeeded) return begin(state, true, nNeeded, signal);
    }).then(function () {
      // Facets may have left nothing of what there is.
      if (state.found.length || state.asked.isLoose || state.asked.raw.isExact || state.set.pages.some(function (/** @type {number} */ page) {
        return !state.isCut && state.seen[page] !== 2;
      })) return;
      // Nothing has the words as they stand: marks and white space no longer count.
      state.asked = ask(state.asked.raw, true);
      state.seen = {};
      return begin(state, true, nNeeded, signal);
    }).then(function () {
      if (!state.found.length && _.correct) return _.correct(state.asked.raw.join(' ')).then(function (/** @type {string} */ text) {
        state.correction = text;
      });
    });
  }

  /**
   * @param {any} state
   * @param {number} offset
   * @param {number} limit
   */
  function answer(state, offset, limit) {
    var names = Object.keys(state.chosen), isEmpty = !state.found.length;
    /** @type {any} */
    var made = {
      query: state.asked.phrase,
      loose: state.asked.isLoose,
      correction: state.correction || '',
      results: state.found.slice(offset, offset + limit).map(function (/** @type {any} */ page, /** @type {number} */ i) {
        var shown = show(page, state.asked);
        if (i > 49) shown.excerpt = null;
        return shown;
      }),
      facets: state.canGrow ? null : tally(state),
      without: isEmpty ? names.map(function (name) {
        return [name, state.set.pages.filter(passing(state, name)).length];
      }) : [],
      count: function () {
        return queue(state, function () {
          return (state.canGrow ? begin(state, true, 0, null) : Promise.resolve()).then(function () {
            return loadFacets(start.facets.map(function (/** @type {any} */ facet) {
              return facet[0];
            }));
          }).then(function () {
            total();
            return (made.facets = tally(state));
          });
        });
      }
    };
    function total() {
      var nOpen = state.queue.length - state.next;
      made.total = state.found.length + (isEmpty ? 0 : nOpen + state.nMore);
      made.exact = !nOpen && !state.nMore && !state.isCut;
    }
    total();
    return made;
  }

  /**
   * One after the other for one question: each goes on where the one before stopped.
   * @param {any} state
   * @param {() => any} run
   */
  function queue(state, run) {
    return (state.job = state.job.then(run, run));
  }

  /**
   * Pages that contain every word of a query, the best first.
   * @param {string} query
   * @param {any} [options]
   */
  search.find = function (query, options) {
    var wanted = options || {}, offset = wanted.offset || 0, limit = wanted.limit || 10, facets = wanted.facets || {};
    return _.run(function () {
      var raw = split(query);
      return _.pairs(raw.join(' ')).then(function () {
        var asked = ask(raw, false), key = JSON.stringify([raw, raw.isExact, facets]);
        if (!recent || recent.key !== key) {
          recent = {
            key: key, asked: asked, facets: facets, chosen: {}, found: [], seen: {}, queue: [], next: 0, nMore: 0, job: Promise.resolve()
          };
        }
        var state = recent;
        if (!asked.words.length) state.set = { pages: [] };
        return queue(state, function () {
          return advance(state, offset + limit, wanted.signal);
        }).then(function () {
          return answer(state, offset, limit);
        });
      });
    });
  };
})();
