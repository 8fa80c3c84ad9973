// @ts-check
// The search page: the query and what narrows it in the address, more results, counts to narrow by.
(() => {
  'use strict';

  /** @type {any} */
  const { ui } = window['yuandiSearch']._;
  if (!ui.isPage) return;

  const { byId, make, names, press, record, show, word } = ui, STEP = ui.limit;
  /** How many values of a group are seen at once; the others unfold. */
  const N_SEEN = 8;
  /** Conditions that need more files come by themselves while those have no more bytes than this. */
  const SMALL = 6144;
  const results = byId('results'), side = byId('facets'), more = byId('more'), { title } = document;
  let isWide = innerWidth >= 960, isCounted = false, top = 0;

  /** Writes query and conditions to the address. */
  ui.note = how => {
    const params = new URLSearchParams(), { query } = ui;
    if (query) params.set('q', query);
    for (const name of names) for (const value of ui.facets[name]) params.append(name, value);
    const text = String(params);
    document.title = (query ? query.slice(0, 40) + ' · ' : '') + title;
    if (how !== 'none' && text.length < 4001) record(how || 'replaceState', null, text ? '?' + text : location.pathname);
  };

  ui.show = (answer, offset, turn) => {
    show(answer, offset);
    more.hidden = results.children.length >= answer.total || !answer.results.length;
    ui.limit = STEP;
    if (offset) results.querySelectorAll('h2 a')[offset].focus();
    else if (top) scrollTo(0, top);
    top = 0;
    if (offset || !ui.query) return;
    narrow(answer.facets || uncounted(), answer, turn);
    // What would be found without one of the conditions.
    for (const [name, n] of answer.without) press(results, 'button', word('without', { q: word(name), n }), () => go(() => ui.facets[name] = []));
  };

  /** Kinds and times, when it would take another file to count them. */
  const uncounted = () => {
    const facets = {};
    for (const name in ui.start.terms) facets[name] = ui.start.terms[name].map(([id, title]) => [id, '', title]);
    return facets;
  };

  /** Changes the conditions. */
  const go = change => {
    change();
    ui.typed('pushState');
  };

  /** One group of values with their counts. */
  const group = (parent, name, counts) => {
    const chosen = ui.facets[name];
    counts = chosen.filter(value => !counts.some(([id]) => id === value)).map(value => [value, 0, value]).concat(counts);
    if (!counts.length) return;
    const section = ui.put(make(parent, 'section'), { 'data-facet': name });
    make(section, 'h2', '', word(name));
    let list = make(section, 'ul', 'chips');
    counts.forEach(([value, count, title], idx) => {
      if (idx === N_SEEN) {
        const rest = make(section, 'details');
        make(rest, 'summary', '', word('others'));
        list = make(rest, 'ul', 'chips');
      }
      const [y, m] = value.split('-'), at = chosen.indexOf(value);
      const button = press(make(list, 'li'), '', word('in_' + name, { y, m: +m }) || title, () => go(() => at < 0 ? chosen.push(value) : chosen.splice(at, 1)));
      ui.put(button, { id: 'search-' + name + '-' + value, 'data-value': value, 'data-count': count, 'aria-pressed': at >= 0 });
      make(button, 'span', 'n', String(count));
    });
  };

  /** All groups, folded on narrow screens. */
  const narrow = (facets, answer, turn) => {
    const focused = document.activeElement && document.activeElement.id;
    side.textContent = '';
    const fold = make(side, 'details', 'search-fold'), head = make(fold, 'summary', '', word('narrow'));
    fold.open = isWide;
    fold.ontoggle = () => isWide = fold.open;
    for (const name of names) group(fold, name, facets[name] || []);
    const n = names.reduce((n, name) => n + ui.facets[name].length, 0);
    if (n) {
      make(head, 'span', 'n', String(n));
      press(fold, 'button is-quiet', word('reset'), () => go(() => names.forEach(name => ui.facets[name] = [])));
    }
    const count = () => answer.count().then(all => {
      if (turn.aborted) return;
      isCounted = true;
      ui.tell(answer);
      narrow(all, {}, turn);
    });
    const offer = () => press(fold, 'button is-quiet', word('narrow_more'), () => count().catch(Object));
    if (answer.count) {
      if (isCounted || ui.start.facets.reduce((sum, [, size]) => sum + size, 0) <= SMALL) count().catch(offer);
      else offer();
    }
    // The button that was pressed has been made anew.
    const again = focused && document.getElementById(focused);
    if (again && side.contains(again)) again.focus();
  };

  more.onclick = () => ui.ask(results.children.length);
  ui.on(results, 'click', event => {
    if (!event.target.closest('a')) return;
    ui.remember();
    record('replaceState', { n: results.children.length, y: pageYOffset });
  });

  /** Takes all from the address, and from the history how far the reader was. */
  const begin = () => {
    const state = history.state || {};
    ui.read();
    ui.limit = state.n || STEP;
    top = state.y || 0;
    ui.typed('none');
  };
  ui.on(window, 'popstate', begin);
  begin();
})();
