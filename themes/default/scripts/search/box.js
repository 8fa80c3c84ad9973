// @ts-check
// The search field: results while one types, in a panel below it or, on a phone, on the whole screen; on its own page, below it.
//
// What is offered besides results comes with `search-more`, which fills in `hint`, `offer`, `remember`, `note`.
(() => {
  'use strict';

  /** @type {any} */
  const search = window['yuandiSearch'], _ = search._;
  /** @type {any} */
  const form = document.querySelector('.search');
  const field = form.querySelector('input'), label = field.getAttribute('aria-label');
  const isPage = form.classList.contains('search-main');
  // Stands for the newest query; the answers to older ones are dropped.
  let turn = { aborted: false };
  let timer = 0, nOptions = 0, isComposing = false, isOpen = isPage, isInHistory = false;
  /** @type {any} */
  let active, list, found, status;

  /** @returns {any} */
  const make = (parent, tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    if (parent) parent.append(element);
    return element;
  };

  const press = (parent, className, text, action) => {
    const button = make(parent, 'button', className, text);
    button.type = 'button';
    button.onclick = action;
    return button;
  };

  const put = (element, attributes) => {
    for (const name in attributes) element.setAttribute(name, attributes[name]);
    return element;
  };

  const on = (element, names, action) => names.split(' ').forEach(name => element.addEventListener(name, action));

  const byId = name => document.getElementById('search-' + name);

  /** A word of the theme with its holes filled; until the start file is there, what the form brings. */
  const word = (key, values = {}) => ((ui.start && ui.start.words[key]) || form.getAttribute('data-' + key) || '')
    .replace(/{(\w)}/g, (hole, name) => name in values ? values[name] : hole);

  /** Adds a text with the query marked in it. */
  const write = (parent, tag, className, text, pairs) => {
    const element = make(parent, tag, className);
    let at = 0;
    for (const [from, to] of _.ranges(text, ui.query, pairs)) {
      element.append(text.slice(at, from));
      make(element, 'mark', '', text.slice(from, to));
      at = to;
    }
    element.append(text.slice(at));
    return element;
  };

  /** Where a result opens: at a section unless its title says it, with the query to be marked. Servers refuse very long addresses. */
  const link = ({ url, title, pairs, sections }, section) => {
    const { id } = section || !_.ranges(title, ui.query, pairs)[0] && sections[0] || {};
    return _.root + url.replace(/(^|\/)$/, '$1index.html') + '?mark=' + encodeURIComponent(ui.query.slice(0, 100)) + (id ? '#' + encodeURIComponent(id) : '');
  };

  const option = (parent, tag, className = '') =>
    put(make(parent, tag, 'search-option' + className), { id: 'search-option-' + ++nOptions, role: 'option', 'aria-selected': false });

  /** A result: title, places, and kind, mark, date, branches. The page names the sections. */
  const row = result => {
    const { title, pairs, sections, mark, branches, kindTitle, date } = result, [y, m, d] = date.split('-');
    const item = isPage ? put(make(found, 'li', 'card row'), { 'data-url': result.url }) : option(found, 'a');
    const text = isPage ? make(item, 'div', 'card-text') : item;
    const head = isPage ? write(make(text, 'h2'), 'a', '', title, pairs) : item;
    head.href = link(result);
    if (!isPage) write(item, 'strong', '', title, pairs);
    for (const { id, heading, excerpt } of isPage && sections.length ? sections : [result]) {
      const line = make(text, 'p', 'search-excerpt');
      if (heading) write(line, 'a', '', heading, pairs).href = link(result, { id });
      if (excerpt) write(line, 'span', '', excerpt, pairs);
    }
    const line = make(text, 'p', 'meta');
    make(line, 'span', 'badge', kindTitle);
    if (mark) make(line, 'span', 'mark', word('mark.' + mark));
    if (d) put(make(line, 'time', '', word('date', { y, m: +m, d: +d })), { datetime: date });
    if (branches) make(line, 'span', '', branches);
  };

  /** Heads a group of options in the panel; the lists of the page stand alone. */
  const head = (group, key) => {
    group.textContent = '';
    if (isPage) return;
    put(make(group, 'p', '', word(key)), { 'aria-hidden': true });
    put(group, { 'aria-label': word(key) });
  };

  const options = () => [].slice.call(list.querySelectorAll('[role=option]'));

  /** Shows or hides what has options or not. */
  const settle = (group, isFilled) => {
    group.hidden = !isFilled;
    const n = options().length;
    list.hidden = !n;
    if (!list.contains(active)) select(null);
    put(field, { 'aria-expanded': isOpen && n > 0 });
  };

  const select = item => {
    if (active) put(active, { 'aria-selected': false });
    active = item;
    field.removeAttribute('aria-activedescendant');
    if (!item) return;
    put(item, { 'aria-selected': true }).scrollIntoView({ block: 'nearest' });
    put(field, { 'aria-activedescendant': item.id });
  };

  /** The field itself is one of the places that the arrows go round. */
  const move = step => {
    const places = [null].concat(options());
    select(places[(places.indexOf(active || null) + step + places.length) % places.length]);
  };

  const say = (state, text) => {
    put(status, { 'data-state': state });
    if (text !== undefined) status.textContent = text;
  };

  /** Says how much was found. */
  const tell = ({ total, exact, loose }) => {
    put(status, { 'data-total': total, 'data-exact': exact });
    say('done', word(!total ? 'none' : loose ? 'loose' : exact ? 'total' : 'about', { n: total, q: ui.query.slice(0, 50) }));
  };

  const fail = reason => {
    const isChanged = reason === 'changed';
    say('failed', word(reason) || word('failed'));
    if (ui.start) press(status, 'button is-quiet', word(isChanged ? 'refresh' : 'retry'), () => isChanged ? location.reload() : typed());
  };

  /** Shows results; the panel has the first of them, and the way to all. */
  const show = ({ results, total, exact }, offset) => {
    if (!offset) head(found, 'results');
    results.forEach(row);
    if (isPage) {
      byId('found').hidden = !ui.query;
      byId('browse').hidden = total;
      return;
    }
    if (total) {
      const all = option(found, 'a', ' search-all');
      all.href = field.form.action + '?q=' + encodeURIComponent(ui.query);
      all.textContent = word(exact ? 'all' : 'all_about', { n: total });
    }
    settle(found, total);
  };

  /** Asks for results; `offset` of them are shown already. */
  const ask = offset => {
    const mine = turn, { limit, facets } = ui;
    say('searching');
    const slow = setTimeout(() => mine.aborted || say('searching', word('slow')), 1500);
    search.find(ui.query, { limit, offset, facets, signal: mine }).then(answer => {
      if (mine.aborted) return;
      tell(answer);
      ui.show(answer, offset, mine);
      if (answer.correction) ui.offer([answer.correction], 'correction');
    }).catch(error => mine.aborted || fail(error.reason)).then(() => clearTimeout(slow));
  };

  /** Ends what is asked for. */
  const stop = () => {
    clearTimeout(timer);
    turn.aborted = true;
  };

  /** Begins anew with what stands in the field. `how` the address changes is the page's matter. */
  const typed = how => {
    stop();
    const mine = turn = { aborted: false };
    // Half of a character cannot stand in an address.
    ui.query = field.value.replace(/[\ud800-\udfff]/gu, '').trim();
    ui.note(how);
    search.ready().then(start => {
      ui.start = start;
      if (!mine.aborted) ui.hint(mine);
    }, error => mine.aborted || fail(error.reason));
    if (ui.query) {
      say('searching');
      timer = setTimeout(ask, 120, 0);
    } else {
      say('idle', '');
      ui.show({ results: [], total: 0 }, 0, mine);
    }
  };

  /** Changes the history; files and busy browsers may refuse. */
  const record = (how, state, address) => {
    try {
      history[how](state, '', address);
    } catch (error) {
      return;
    }
  };

  const open = () => {
    if (isOpen) return;
    isOpen = true;
    form.classList.add('is-open');
    if (getComputedStyle(form).position === 'fixed') {
      put(form, { role: 'dialog', 'aria-modal': true, 'aria-label': label });
      document.documentElement.classList.add('is-covered');
      // What fills the screen is left with the key that goes back.
      isInHistory = true;
      record('pushState', { isSearch: true });
    }
    typed();
  };

  const close = () => {
    if (isPage) return;
    isOpen = false;
    stop();
    form.classList.remove('is-open');
    document.documentElement.classList.remove('is-covered');
    for (const name of ['role', 'aria-modal', 'aria-label']) form.removeAttribute(name);
    select(null);
    put(field, { 'aria-expanded': false });
    if (isInHistory) history.back();
    isInHistory = false;
  };

  /** Closes and goes back to where the reader was. */
  const leave = () => {
    const { before } = form;
    close();
    if (!before) return;
    field.blur();
    before.focus();
    form.before = null;
  };

  /** Takes query and conditions from the address. */
  const read = () => {
    const params = new URLSearchParams(location.search);
    field.value = params.get('q') || '';
    for (const name of ui.names) ui.facets[name] = params.getAll(name);
  };

  const ui = _.ui = {
    isPage, names: isPage ? ['kind', 'year', 'month', 'branch', 'topic', 'audience'] : [], facets: {}, limit: isPage ? 10 : 5, query: '',
    hint: Object, note: Object, offer: Object, remember: Object,
    ask, byId, field, head, make, on, option, press, put, read, record, settle, show, tell, typed, word, write
  };

  if (isPage) {
    status = byId('status');
    ui.list = list = byId('suggestions');
    found = byId('results');
    ui.panel = form;
  } else {
    const panel = ui.panel = make(form, 'div', 'search-panel');
    form.insertBefore(press(null, 'search-close', word('close'), leave), panel);
    status = put(make(panel, 'p', 'search-note'), { role: 'status' });
    list = put(make(panel, 'div', 'search-options'), { id: 'search-options' });
    ui.list = put(make(list, 'div'), { role: 'group' });
    found = put(make(list, 'div'), { role: 'group' });
    // A press in the panel leaves the focus in the field.
    on(panel, 'mousedown', event => event.preventDefault());
  }
  put(list, { role: 'listbox', 'aria-label': label });
  put(field, { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': false });

  on(field, 'focus click', open);
  on(field, 'compositionstart compositionend', ({ type }) => {
    isComposing = type === 'compositionstart';
    if (!isComposing) typed();
  });
  on(field, 'input', () => {
    if (!isComposing) isOpen ? typed() : open();
  });
  on(form, 'keydown', event => {
    const { key, target } = event;
    // While an input method has the keys they are its own; some say so only by this number.
    if (event.isComposing || event.keyCode === 229) return;
    if (key === 'Escape' && isOpen && !isPage) leave();
    else if (target !== field) return;
    else if (/^Arrow(Up|Down)$/.test(key)) isOpen ? move(key === 'ArrowUp' ? -1 : 1) : open();
    else if (key === 'Enter' && active) active.click();
    else return;
    event.preventDefault();
  });
  on(form, 'focusout', event => {
    if (!form.hasAttribute('aria-modal') && !form.contains(event.relatedTarget)) close();
  });
  on(form, 'submit', event => {
    ui.remember();
    if (isPage || encodeURIComponent(ui.query).length > 4000) event.preventDefault();
    if (isPage) typed('pushState');
  });
  on(list, 'click', event => {
    const item = event.target.closest('[role=option]');
    if (!item) return;
    if (!item.href) {
      field.value = item.getAttribute('data-value');
      field.focus();
      typed('pushState');
    }
    ui.remember();
  });
  on(window, 'online', () => status.getAttribute('data-state') === 'failed' && typed());
  on(window, 'popstate', () => {
    if (!isInHistory) return;
    isInHistory = false;
    leave();
  });

  if (isPage) read();
  if (isPage && field.value) typed();
  else if (document.activeElement === field) open();
})();
