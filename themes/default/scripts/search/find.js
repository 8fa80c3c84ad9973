// @ts-check
// A query to results: candidates in order, the texts of the first of them, what facets leave.
(() => {
  'use strict';

  /** @type {any} */
  const scope = window;
  const search = scope.yuandiSearch, _ = search._;
  const { ask, failure, gather, judge, narrow, none, part, show, split, textOf } = _;

  // Results are put in their last order in groups of so many: what is shown first stays, however many follow.
  const GROUP = 10;
  // Texts looked at without finding anything before that is believed.
  const MOST_IN_VAIN = 400;

  /** @type {any} */
  let start;

  /**
   * Kind and month of each page from runs, and who comes last.
   * @param {any} read
   */
  _.readStart = read => {
    start = read;
    start.pages = [];
    const years = {}, months = {};
    const kind = start.kinds.map(([id, title, runs]) => {
      const all = [], kind = [id, title, all];
      for (const [month, n] of runs) {
        for (let i = n; i--;) {
          const page = start.pages.push({ kind, month }) - 1, year = month.slice(0, 4);
          all.push(page);
          (years[year] = years[year] || []).push(page);
          (months[month] = months[month] || []).push(page);
        }
      }
      return kind;
    });
    const newestFirst = lists => Object.keys(lists).filter(Boolean).sort().reverse().map(label => [label, label, lists[label]]);
    start.terms = { kind, year: newestFirst(years), month: newestFirst(months) };
    // Pages without a day (figures, the manual) come after what happened and was written, in the same rank.
    start.age = { '': start.terms.month.length };
    start.terms.month.forEach(([month], i) => start.age[month] = i);
    start.isLast = marked([_.bitsOf(start.last).pages()]);
  };

  /** @param {number[][]} lists */
  const marked = lists => {
    const marks = new Uint8Array(start.n);
    for (const list of lists) for (const page of list) marks[page] = 1;
    return marks;
  };

  /**
   * Terms of facets, as far as they are not in the start file.
   * @param {string[]} names
   */
  const loadFacets = names => Promise.all(names.map(name => start.terms[name] || part('f-' + name, bits => {
    const terms = bits.text().split('\x02').filter(Boolean).map(label => label.split('\x01'));
    for (const term of terms) term[2] = bits.pages();
    start.terms[name] = terms;
  })));

  /**
   * Pages that all facets but one leave.
   * @param {number[]} pages
   * @param {any} facets
   * @param {string} [but]
   */
  const left = (pages, facets, but) => {
    for (const name of Object.keys(facets)) {
      if (name === but || !facets[name].length) continue;
      const marks = marked(start.terms[name].filter(([id]) => facets[name].includes(id)).map(term => term[2]));
      pages = pages.filter(page => marks[page]);
    }
    return pages;
  };

  /**
   * How many each term of a facet would leave.
   * @param {number[]} pages
   * @param {any} facets
   */
  const tally = (pages, facets) => {
    const counts = {};
    for (const name of Object.keys(start.terms)) {
      const marks = marked([left(pages, facets, name)]), wanted = facets[name] || [];
      counts[name] = start.terms[name].map(([id, title, pages]) => [id, pages.reduce((n, page) => n + marks[page], 0), title])
        .filter(([id, n]) => n || wanted.includes(id));
    }
    return counts;
  };

  /**
   * Candidates in the order in which their texts are asked for: where the words are joined, what weighs most, what is newest.
   * @param {any} set
   * @param {any} facets
   * @param {any} joined
   */
  const line = ({ pages, least, sum }, facets, joined) => {
    const marks = marked([left(pages, facets)]), near = marked([joined.pages]), ranks = [];
    pages.forEach((page, i) => {
      if (!marks[page]) return;
      const rank = (((near[page] ? 0 : 4) + 3 - least[i]) * 2 + start.isLast[page]) * 64 + 63 - Math.min(63, sum[i]);
      ranks.push((rank * 4096 + start.age[start.pages[page].month]) * 2 ** 20 + page);
    });
    return Array.from(Float64Array.from(ranks).sort(), rank => rank % 2 ** 20);
  };

  /** What is better comes first, then what is not over, what is newer, what is shorter. */
  const inOrder = (a, b) => a.tier - b.tier || a.isLast - b.isLast || a.age - b.age
    || (a.date < b.date ? 1 : a.date > b.date ? -1 : a.title.length - b.title.length || a.number - b.number);

  /**
   * Looks at texts in turn until `nNeeded` results are sure; what is left in the queue has not been looked at.
   * @param {any} state
   * @param {number[]} queue
   */
  const look = (state, queue) => {
    const { asked, found, nNeeded, signal } = state;
    let size = 0, nInVain = 0;
    const more = () => {
      if (signal && signal.aborted) throw failure('stale');
      if (nInVain >= MOST_IN_VAIN) {
        state.isCut = true;
        queue = [];
      }
      state.queue = queue;
      if (found.length >= nNeeded || !queue.length) return state;
      size = Math.min(50, Math.max(nNeeded - found.length, size * 2));
      return Promise.all(queue.slice(0, size).map(textOf)).then(pages => {
        queue = queue.slice(size);
        for (const page of pages) {
          const { number } = page, tier = judge(page, asked);
          if (tier < 0) state.out.push(number);
          else found.push(Object.assign(page, { tier, isLast: start.isLast[number], age: start.age[start.pages[number].month] }));
          nInVain = tier < 0 ? nInVain + 1 : 0;
        }
        return more();
      });
    };
    return more();
  };

  /**
   * @param {any} state
   * @param {boolean} [isWhole]
   */
  const run = (state, isWhole) => gather(state.asked, isWhole).then(set => {
    Object.assign(state, { set, found: [], out: [] });
    const queue = line(set, state.facets, none), { seams } = set;
    if (!seams || !seams.length || queue.length <= state.nNeeded) return look(state, queue);
    return narrow(set, seams).then(joined => look(state, line(set, state.facets, joined)));
  }).then(() => {
    const { asked, facets, found, nNeeded, out, set } = state;
    if (set.canGrow && found.length < nNeeded) return run(state, true);
    // Nothing has the words as they stand, and not for facets: marks and white space no longer count.
    if (found.length || asked.isLoose || asked.raw.isExact || left(set.pages, facets).length < set.pages.length) return;
    return run(Object.assign(state, { asked: ask(asked.raw, true) }), true);
  });

  /**
   * Pages that contain every word of a query, the best first.
   * @param {string} query
   * @param {any} [options]
   */
  search.find = (query, { offset = 0, limit = 10, facets = {}, signal } = {}) => _.run(() => {
    const raw = split(String(query)), names = Object.keys(facets).filter(name => facets[name].length);
    /** @type {any} */
    const state = { facets, signal, nNeeded: offset + limit };
    return Promise.all([_.pairs(raw.join(' ')), loadFacets(names)])
      .then(() => run(Object.assign(state, { asked: ask(raw) }), names.length > 0))
      .then(() => !state.found.length && _.correct ? _.correct(raw.join(' ')).catch(() => '') : '')
      .then(correction => answer(state, correction, offset, limit));
  });

  /**
   * @param {any} state
   * @param {string} correction
   * @param {number} offset
   * @param {number} limit
   */
  const answer = (state, correction, offset, limit) => {
    const { asked, facets, found, isCut, out, queue, set } = state, nMore = set.nMore || 0;
    const counted = pages => tally(pages.filter(page => !out.includes(page)), facets);
    const sorted = [];
    for (let i = 0; i < found.length; i += GROUP) sorted.push(...found.slice(i, i + GROUP).sort(inOrder));
    return {
      query: asked.phrase,
      loose: !!asked.isLoose,
      correction,
      total: found.length && found.length + queue.length + nMore,
      exact: !queue.length && !nMore && !isCut,
      results: sorted.slice(offset, offset + limit).map((page, i) => Object.assign(show(page, asked), i > 49 && { excerpt: null })),
      facets: set.canGrow ? null : counted(set.pages),
      without: found.length ? [] : Object.keys(facets).filter(name => facets[name].length).map(name => [name, left(set.pages, facets, name).length]),
      count: () => _.run(() => loadFacets(start.facets.map(([name]) => name)).then(() => set.canGrow ? gather(asked, true) : set).then(({ pages }) => counted(pages)))
    };
  };
})();
