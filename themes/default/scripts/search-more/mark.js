// @ts-check
// Marks on a page what the reader searched for, when a result led here.
(function () {
  'use strict';

  /** @type {any} */
  var search = window['yuandiSearch'];
  var inner = search._;
  var ui = inner.ui;
  var query = new URLSearchParams(location.search).get('mark');
  /** @type {any} */
  var main = document.getElementById('main');
  /** Enough to see them all; a page of one repeated word stays quick. */
  var MOST = 500;
  /** @type {any[]} */
  var marks = [];
  if (!query) return;

  /** The texts of the page, each with its nodes: as far as a line of text goes. */
  function texts() {
    var walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    /** @type {any[]} */
    var found = [];
    /** @type {any} */
    var last = {};
    while (walker.nextNode()) {
      /** @type {any} */
      var node = walker.currentNode;
      var block = node.parentNode;
      if (block.closest('[hidden], script, style, svg')) continue;
      // What stands in a line with other text: words go across it.
      while (getComputedStyle(block).display === 'inline') block = block.parentNode;
      if (last.block !== block) found.push((last = { block: block, nodes: [], text: '' }));
      last.nodes.push({ node: node, at: last.text.length });
      last.text += node.data;
    }
    return found;
  }

  /** Marks one range, from its end, so that what comes before keeps its place. */
  function mark(text, range) {
    text.nodes.slice().reverse().forEach(function (part) {
      var from = Math.max(range[0] - part.at, 0);
      var to = Math.min(range[1] - part.at, part.node.length);
      if (from >= to) return;
      var piece = part.node.splitText(from);
      piece.splitText(to - from);
      var element = ui.make(null, 'mark');
      piece.parentNode.replaceChild(element, piece);
      element.appendChild(piece);
      marks.unshift(element);
    });
  }

  /** The first mark in or after the section that the address names. */
  function first() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var behind = marks.filter(function (element) {
      return target && target.compareDocumentPosition(element) & 20;
    });
    return behind[0] || marks[0];
  }

  function unmark(bar) {
    marks.forEach(function (element) {
      var parent = element.parentNode;
      parent.replaceChild(element.firstChild, element);
      parent.normalize();
    });
    bar.remove();
    main.focus();
    try {
      history.replaceState(null, '', location.pathname + location.hash);
    } catch (error) {
      return;
    }
  }

  /** @type {any} */
  var words;
  search.ready().then(function (start) {
    words = start.words;
    return inner.pairs(main.textContent + query);
  }).then(function (pairs) {
    var n = 0;
    texts().reverse().forEach(function (text) {
      var ranges = inner.ranges(text.text, query, pairs).slice(0, MOST - n);
      n += ranges.length;
      ranges.reverse().forEach(function (range) {
        mark(text, range);
      });
    });
    if (!n) return;
    marks.forEach(function (element) {
      var details = element;
      while ((details = details.parentNode.closest('details'))) details.open = true;
    });
    first().scrollIntoView({ block: 'center' });
    var bar = ui.make(document.body, 'p', 'mark-bar', '');
    bar.setAttribute('role', 'status');
    ui.make(bar, 'span', '', words.marks.replace('{n}', n).replace('{q}', function () { return query; }));
    ui.press(bar, 'button is-quiet', words.unmark, function () {
      unmark(bar);
    });
  }).catch(Object);
})();
