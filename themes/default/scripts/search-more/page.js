// @ts-check
// The search page: the query and what narrows it in the address, results by heading, counts to narrow by.
(function () {
  'use strict';

  /** @type {any} */
  var ui = window['yuandiSearch']._.ui;
  if (!ui.isPage) return;

  var STEP = 10;
  var NAMES = ['kind', 'year', 'month', 'branch', 'topic', 'audience'];
  /** How many values of a group are seen at once; the others unfold. */
  var N_SEEN = 8;
  /** @type {any} */
  var field = document.getElementById('search-field');
  /** @type {any} */
  var results = byId('results'), side = byId('facets'), more = byId('more'), frame = byId('found'), browse = byId('browse');
  var title = document.title;
  var isWide = innerWidth >= 960;
  var isCounted = false;
  var top = 0;

  /** @returns {any} */
  function byId(name) {
    return document.getElementById('search-' + name);
  }

  /** Takes query and conditions from the address, and from the history how far the reader was. */
  function read() {
    var params = new URLSearchParams(location.search);
    var state = history.state || {};
    field.value = params.get('q') || '';
    NAMES.forEach(function (name) {
      ui.facets[name] = params.getAll(name);
    });
    ui.limit = state.n || STEP;
    top = state.y || 0;
  }

  /** Writes query and conditions to the address; files and busy browsers may refuse. */
  ui.note = function (how) {
    var params = new URLSearchParams();
    if (ui.query) params.set('q', ui.query);
    NAMES.forEach(function (name) {
      ui.facets[name].forEach(function (value) {
        params.append(name, value);
      });
    });
    var text = String(params);
    document.title = (ui.query ? ui.query.slice(0, 40) + ' · ' : '') + title;
    if (how === 'none' || text.length > 4000) return;
    try {
      history[how || 'replaceState'](null, '', text ? '?' + text : location.pathname);
    } catch (error) {
      return;
    }
  };

  function section(parent, result, part) {
    var line = ui.make(parent, 'p', 'search-excerpt');
    if (part.heading) {
      var link = ui.make(line, 'a');
      link.href = ui.link(result, part);
      ui.write(link, part.heading, result.pairs);
    }
    if (part.excerpt) ui.write(ui.make(line, 'span'), part.excerpt, result.pairs);
  }

  function row(result) {
    var item = ui.make(results, 'li', 'card row');
    item.setAttribute('data-url', result.url);
    var text = ui.make(item, 'div', 'card-text');
    var link = ui.make(ui.make(text, 'h2'), 'a');
    var parts = result.sections || [];
    link.href = ui.link(result);
    ui.write(link, result.title, result.pairs);
    if (!parts.length) parts = [{ excerpt: result.excerpt }];
    parts.forEach(function (part) {
      section(text, result, part);
    });
    ui.meta(text, result);
  }

  ui.show = function (answer, offset, turn) {
    if (!offset) results.textContent = '';
    answer.results.forEach(row);
    var n = results.children.length;
    more.hidden = n >= answer.total || !answer.results.length;
    frame.hidden = !ui.query;
    browse.hidden = answer.total;
    ui.limit = STEP;
    if (offset) results.querySelectorAll('h2 a')[offset].focus();
    else if (top) scrollTo(0, top);
    top = 0;
    if (offset || !ui.query) return;
    narrow(answer.facets || {}, answer, turn);
    if (!answer.total) widen(answer.without || []);
  };

  /** What would be found without one of the conditions. */
  function widen(offers) {
    offers.forEach(function (offer) {
      ui.press(results, 'button', ui.word('without', { q: ui.word(offer[0]), n: offer[1] }), function () {
        ui.facets[offer[0]] = [];
        ui.typed('pushState');
      });
    });
  }

  /** @param {string} name */
  function valueTitle(name, count) {
    var day = count[0].split('-');
    if (name === 'year') return ui.word('in_year', { y: day[0] });
    if (name === 'month') return ui.word('in_month', { y: day[0], m: +day[1] });
    return ui.start.kinds.reduce(function (title, kind) {
      return kind[0] === count[0] ? kind[1] : title;
    }, count[2] || count[0]);
  }

  function toggle(name, value) {
    var chosen = ui.facets[name];
    var at = chosen.indexOf(value);
    if (at < 0) chosen.push(value);
    else chosen.splice(at, 1);
    ui.typed('pushState');
  }

  /** One group of values with their counts. */
  function group(parent, name, counts) {
    var chosen = ui.facets[name];
    chosen.forEach(function (value) {
      var isKnown = counts.some(function (count) {
        return count[0] === value;
      });
      if (!isKnown) counts = [[value, 0]].concat(counts);
    });
    if (!counts.length) return 0;
    var section = ui.make(parent, 'section');
    section.setAttribute('data-facet', name);
    ui.make(section, 'h2', '', ui.word(name));
    var list = ui.make(section, 'ul', 'chips');
    counts.forEach(function (count, idx) {
      if (idx === N_SEEN) {
        var rest = ui.make(section, 'details');
        ui.make(rest, 'summary', '', ui.word('others'));
        list = ui.make(rest, 'ul', 'chips');
      }
      var button = ui.press(ui.make(list, 'li'), '', valueTitle(name, count), function () {
        toggle(name, count[0]);
      });
      button.setAttribute('data-value', count[0]);
      button.setAttribute('data-count', count[1]);
      button.setAttribute('aria-pressed', chosen.indexOf(count[0]) >= 0);
      button.id = 'search-' + name + '-' + count[0];
      ui.make(button, 'span', 'n', String(count[1]));
    });
    return chosen.length;
  }

  /** All groups, folded on narrow screens; those that need more files come when asked for. */
  function narrow(facets, answer, turn) {
    var focused = document.activeElement && document.activeElement.id;
    side.textContent = '';
    var fold = ui.make(side, 'details', 'search-fold');
    var head = ui.make(fold, 'summary', '', ui.word('narrow'));
    fold.open = isWide;
    fold.ontoggle = function () {
      isWide = fold.open;
    };
    var n = NAMES.reduce(function (sum, name) {
      return sum + group(fold, name, facets[name] || []);
    }, 0);
    if (n) {
      ui.make(head, 'span', 'n', String(n));
      ui.press(fold, 'button is-quiet', ui.word('reset'), function () {
        for (var name in ui.facets) ui.facets[name] = [];
        ui.typed('pushState');
      });
    }
    function count() {
      answer.count().then(function (all) {
        if (turn.aborted) return;
        isCounted = true;
        ui.tell(answer);
        narrow(all, {}, turn);
      }, Object);
    }
    if (answer.count && isCounted) count();
    else if (answer.count) ui.press(fold, 'button is-quiet', ui.word('narrow_more'), count);
    // The button that was pressed has been made anew.
    var again = focused && document.getElementById(focused);
    if (again && side.contains(again)) again.focus();
  }

  more.onclick = function () {
    ui.ask(results.children.length);
  };
  results.addEventListener('click', function (event) {
    if (!event.target.closest('a')) return;
    ui.remember();
    try {
      history.replaceState({ n: results.children.length, y: pageYOffset }, '');
    } catch (error) {
      return;
    }
  });
  window.addEventListener('popstate', begin);

  function begin() {
    read();
    ui.typed('none');
  }
  begin();
})();
