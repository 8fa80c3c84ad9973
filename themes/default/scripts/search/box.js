// @ts-check
// The search field: suggestions and results while one types, in a panel below it or, on a phone, on the whole screen.
(function () {
  'use strict';

  /** @type {any} */
  var search = window['yuandiSearch'];
  var inner = search._;
  /** @type {any} */
  var form = document.querySelector('.search');
  var field = form.querySelector('input');
  var label = field.getAttribute('aria-label');
  var isPage = form.classList.contains('search-main');
  /** What the start file says, once it is there. @type {any} */
  var start;
  // Stands for the newest query; the answers to older ones are dropped.
  var turn = { aborted: false };
  var query = '';
  var timer = 0;
  var nOptions = 0;
  var isComposing = false;
  var isOpen = isPage;
  /** @type {any} */
  var active;
  /** @type {any} */
  var list, offered, found, status, help;

  // What the search page and the marks use too; the page puts its own `show` and `note`.
  var ui = (inner.ui = { isPage: isPage, facets: {}, limit: 5, make: make, word: word, write: write, link: link, meta: meta, press: press, offer: offer, tell: tell, typed: typed, ask: ask, remember: remember, show: show, note: Object });

  /** @returns {any} */
  function make(parent, tag, className, text) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    if (parent) parent.appendChild(element);
    return element;
  }

  function press(parent, className, text, action) {
    var button = make(parent, 'button', className, text);
    button.type = 'button';
    button.onclick = action;
    return button;
  }

  function put(element, attributes) {
    for (var name in attributes) element.setAttribute(name, attributes[name]);
    return element;
  }

  /** A word of the theme with its holes filled; until the start file is there, what the form brings. */
  function word(key, values) {
    var text = (start && start.words[key]) || form.getAttribute('data-' + key) || '';
    return text.replace(/{(\w)}/g, function (hole, name) {
      return values ? values[name] : hole;
    });
  }

  /** Writes a text with the query marked in it. */
  function write(element, text, pairs) {
    var at = 0;
    inner.ranges(text, query, pairs).forEach(function (range) {
      element.appendChild(document.createTextNode(text.slice(at, range[0])));
      make(element, 'mark', '', text.slice(range[0], range[1]));
      at = range[1];
    });
    element.appendChild(document.createTextNode(text.slice(at)));
    return element;
  }

  /** Where a result opens: at a section unless its title says it, with the query to be marked. Servers refuse very long addresses. */
  function link(result, section) {
    if (!section && !inner.ranges(result.title, query, result.pairs)[0]) section = (result.sections || [])[0];
    return inner.root + result.url.replace(/(^|\/)$/, '$1index.html') + '?mark=' + encodeURIComponent(query.slice(0, 100)) + (section && section.id ? '#' + encodeURIComponent(section.id) : '');
  }

  /** Kind, mark, date and branches of a result. */
  function meta(parent, result) {
    var line = make(parent, 'p', 'meta');
    make(line, 'span', 'badge', result.kindTitle);
    if (result.mark) make(line, 'span', 'mark', word('mark.' + result.mark));
    var day = (result.date || '').split('-');
    if (day[2]) put(make(line, 'time', '', word('date', { y: day[0], m: +day[1], d: +day[2] })), { datetime: result.date });
    if (result.branches) make(line, 'span', '', result.branches);
  }

  /** The last searches, which stay on the device; with a list, keeps that. Private windows may refuse. */
  function recent(kept) {
    try {
      if (kept) localStorage.setItem('yuandi-recent', JSON.stringify(kept.slice(0, 8)));
      return JSON.parse(localStorage.getItem('yuandi-recent') || '[]').map(String);
    } catch (error) {
      return [];
    }
  }

  function remember() {
    var others = recent().filter(function (one) {
      return one !== query;
    });
    if (query && query.length < 100) recent([query].concat(others));
  }

  function option(parent, tag) {
    nOptions += 1;
    return put(make(parent, tag, 'search-option'), { id: 'search-option-' + nOptions, role: 'option', 'aria-selected': false });
  }

  /** Heads a group of options in the panel; the list of the page stands alone. */
  function head(group, text) {
    group.textContent = '';
    if (isPage) return;
    put(make(group, 'p', '', text), { 'aria-hidden': true });
    group.setAttribute('aria-label', text);
  }

  /** Shows or hides what has options or not. */
  function settle(group, isFilled) {
    group.hidden = !isFilled;
    var n = list.querySelectorAll('[role=option]').length;
    list.hidden = !n;
    if (!list.contains(active)) select(null);
    field.setAttribute('aria-expanded', isOpen && n > 0);
  }

  /** Offers queries to choose from. */
  function offer(values, key) {
    head(offered, word(key));
    values = values.filter(function (value) {
      return isPage || value !== query;
    });
    values.forEach(function (value) {
      write(make(put(option(offered, 'li'), { 'data-value': value }), 'span'), value);
    });
    settle(offered, values.length);
    help.hidden = query;
    help.lastChild.hidden = query || !values.length;
  }

  function select(item) {
    if (active) active.setAttribute('aria-selected', false);
    active = item;
    field.removeAttribute('aria-activedescendant');
    if (!item) return;
    put(item, { 'aria-selected': true }).scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', item.id);
  }

  /** The field itself is one of the places that the arrows go round. */
  function move(step) {
    var places = [null].concat([].slice.call(list.querySelectorAll('[role=option]')));
    select(places[(places.indexOf(active || null) + step + places.length) % places.length]);
  }

  function say(state, text) {
    status.setAttribute('data-state', state);
    if (text !== undefined) status.textContent = text;
  }

  /** Says how much was found. */
  function tell(answer) {
    var n = answer.total;
    var key = !n ? 'none' : answer.loose ? 'loose' : answer.exact ? 'total' : 'about';
    put(status, { 'data-total': n, 'data-exact': answer.exact });
    say('done', word(key, { n: n, q: query.slice(0, 50) }));
  }

  function fail(reason) {
    var isChanged = reason === 'changed';
    say('failed', word(reason) || word('failed'));
    if (start) {
      press(status, 'button is-quiet', word(isChanged ? 'refresh' : 'retry'), function () {
        if (isChanged) location.reload();
        else typed();
      });
    }
  }

  /** Shows the first results in the panel, and the way to all of them. */
  function show(answer) {
    head(found, word('results'));
    answer.results.forEach(function (result) {
      var item = option(found, 'a');
      item.href = link(result);
      write(make(item, 'strong'), result.title, result.pairs);
      if (result.excerpt) write(make(item, 'p', 'search-excerpt'), result.excerpt, result.pairs);
      meta(item, result);
    });
    if (answer.total) {
      var all = option(found, 'a');
      all.className += ' search-all';
      all.href = field.form.action + '?q=' + encodeURIComponent(query);
      all.textContent = word(answer.exact ? 'all' : 'all_about', { n: answer.total });
    }
    settle(found, answer.total);
  }

  /** Asks for results; `offset` of them are shown already. */
  function ask(offset) {
    var mine = turn;
    say('searching');
    var slow = setTimeout(function () {
      if (!mine.aborted) say('searching', word('slow'));
    }, 1500);
    search
      .find(query, { limit: ui.limit, offset: offset, facets: ui.facets, signal: mine })
      .then(function (answer) {
        if (mine.aborted) return;
        tell(answer);
        ui.show(answer, offset, mine);
        if (answer.correction) offer([answer.correction], 'correction');
      })
      .catch(function (error) {
        if (!mine.aborted) fail(error.reason);
      })
      .then(function () {
        clearTimeout(slow);
      });
  }

  /** Begins anew with what stands in the field. `how` the address changes is the page's matter. */
  function typed(how) {
    clearTimeout(timer);
    turn.aborted = true;
    var mine = (turn = { aborted: false });
    // Half of a character cannot stand in an address.
    query = ui.query = field.value.replace(/[\ud800-\udfff]/gu, '').trim();
    ui.note(how);
    search.ready().then(
      function (said) {
        start = ui.start = said;
        help.firstChild.textContent = word('hint');
        help.lastChild.textContent = word('clear');
        if (mine.aborted) return;
        if (!query) {
          offer(recent(), 'recent');
          return;
        }
        return search.suggest(query, { limit: 6 }).then(function (values) {
          if (!mine.aborted && values.length) offer(values.map(function (one) { return one.value || one; }), 'suggestions');
        });
      },
      function (error) {
        if (!mine.aborted) fail(error.reason);
      }
    ).catch(Object);
    if (query) {
      timer = setTimeout(ask, 120, 0);
      return;
    }
    say('idle', '');
    ui.show({ results: [], total: 0 }, 0, mine);
  }

  function open() {
    if (isOpen) return;
    isOpen = true;
    form.classList.add('is-open');
    if (getComputedStyle(form).position === 'fixed') {
      put(form, { role: 'dialog', 'aria-modal': true, 'aria-label': label });
      document.documentElement.classList.add('is-covered');
    }
    typed();
  }

  function close() {
    if (isPage) return;
    isOpen = false;
    turn.aborted = true;
    clearTimeout(timer);
    form.classList.remove('is-open');
    document.documentElement.classList.remove('is-covered');
    form.removeAttribute('role');
    form.removeAttribute('aria-modal');
    select(null);
    field.setAttribute('aria-expanded', false);
  }

  /** Closes and goes back to where the reader was. */
  function leave() {
    var before = form.before;
    close();
    if (!before) return;
    field.blur();
    before.focus();
    form.before = null;
  }

  function build() {
    var panel = isPage ? form : make(form, 'div', 'search-panel');
    if (isPage) {
      status = document.getElementById('search-status');
      list = offered = document.getElementById('search-suggestions');
    } else {
      form.insertBefore(press(null, 'search-close', form.getAttribute('data-close'), leave), panel);
      status = put(make(panel, 'p', 'search-note'), { role: 'status' });
      list = make(panel, 'div', 'search-options');
      list.id = 'search-options';
      offered = put(make(list, 'div'), { role: 'group' });
      found = put(make(list, 'div'), { role: 'group' });
      // A press in the panel leaves the focus in the field.
      panel.addEventListener('mousedown', function (event) {
        event.preventDefault();
      });
    }
    help = make(panel, 'p', 'search-help');
    make(help, 'span');
    press(help, 'button is-quiet', '', function () {
      recent([]);
      typed();
      field.focus();
    });
    put(list, { role: 'listbox', 'aria-label': label });
    put(field, { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': false });
  }

  function listen() {
    field.addEventListener('focus', open);
    field.addEventListener('click', open);
    field.addEventListener('compositionstart', function () {
      isComposing = true;
    });
    field.addEventListener('compositionend', function () {
      isComposing = false;
      typed();
    });
    field.addEventListener('input', function () {
      if (isComposing) return;
      if (isOpen) typed();
      else open();
    });
    form.addEventListener('keydown', function (event) {
      var key = event.key;
      // While an input method has the keys they are its own; some say so only by this number.
      if (event.isComposing || event.keyCode === 229) return;
      if (key === 'Escape' && isOpen && !isPage) leave();
      else if (event.target !== field) return;
      else if (/^Arrow(Up|Down)$/.test(key)) {
        if (isOpen) move(key === 'ArrowUp' ? -1 : 1);
        else open();
      } else if (key === 'Enter' && active) active.click();
      else return;
      event.preventDefault();
    });
    form.addEventListener('focusout', function (event) {
      if (!form.hasAttribute('aria-modal') && !form.contains(event.relatedTarget)) close();
    });
    form.addEventListener('submit', function (event) {
      remember();
      if (isPage || encodeURIComponent(query).length > 4000) event.preventDefault();
      if (isPage) typed('pushState');
    });
    list.addEventListener('click', function (event) {
      var item = event.target.closest('[role=option]');
      if (!item) return;
      if (!item.href) {
        field.value = item.getAttribute('data-value');
        field.focus();
        typed('pushState');
      }
      remember();
    });
    window.addEventListener('online', function () {
      if (status.getAttribute('data-state') === 'failed') typed();
    });
  }

  build();
  listen();
  if (!isPage && document.activeElement === field) open();
})();
