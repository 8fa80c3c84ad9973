// @ts-check
// What the search field offers besides results: suggestions, a correction, and on an empty field the last searches.
(() => {
  'use strict';

  /** @type {any} */
  const search = window['yuandiSearch'], { ui } = search._;
  const { field, make, press, word } = ui;
  const help = make(ui.panel, 'p', 'search-help'), hint = make(help, 'span');

  /** The last searches, which stay on the device; with a list, keeps that. Private windows may refuse. */
  const recent = kept => {
    try {
      if (kept) localStorage.setItem('yuandi-recent', JSON.stringify(kept.slice(0, 8)));
      return JSON.parse(localStorage.getItem('yuandi-recent') || '[]').map(String);
    } catch (error) {
      return [];
    }
  };

  const clear = press(help, 'button is-quiet', '', () => {
    recent([]);
    ui.typed();
    field.focus();
  });

  ui.remember = () => {
    const { query } = ui;
    if (query && query.length < 100) recent([query].concat(recent().filter(one => one !== query)));
  };

  /** Offers queries to choose from. */
  ui.offer = (values, key) => {
    const { isPage, list, query } = ui;
    ui.head(list, key);
    values = values.filter(value => isPage || value !== query);
    for (const value of values) ui.write(ui.put(ui.option(list, 'li'), { 'data-value': value }), 'span', '', value);
    ui.settle(list, values.length);
    help.hidden = query;
    clear.hidden = query || !values.length;
  };

  ui.hint = turn => {
    const { query } = ui;
    hint.textContent = word('hint');
    clear.textContent = word('clear');
    if (!query) return ui.offer(recent(), 'recent');
    search.suggest(query, { limit: 6 }).then(terms => {
      if (!turn.aborted && terms.length) ui.offer(terms.map(({ value }) => value), 'suggestions');
    }).catch(Object);
  };

  // What was asked before this came is asked again, mostly from what is there already.
  if (ui.start && !ui.isPage) ui.typed();
})();
