// @ts-check
// Marks on a page what the reader searched for, when a result led here.
(() => {
  'use strict';

  /** @type {any} */
  const search = window['yuandiSearch'], _ = search._;
  const query = new URLSearchParams(location.search).get('mark');
  if (!query) return;

  /** Enough to see them all; a page of one repeated word stays quick. */
  const MOST = 500;
  const { make, press, record } = _.ui;
  /** @type {any} */
  const main = document.getElementById('main');
  /** @type {any[]} */
  const marks = [];

  /** The texts of the page, each with its nodes: as far as a line of text goes. */
  const texts = () => {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT), found = [];
    let last = {};
    while (walker.nextNode()) {
      const node = walker.currentNode;
      let block = node.parentNode;
      if (block.closest('[hidden], script, style, svg')) continue;
      // What stands in a line with other text: words go across it.
      while (getComputedStyle(block).display === 'inline') block = block.parentNode;
      if (last.block !== block) found.push(last = { block, nodes: [], text: '' });
      last.nodes.unshift({ node, at: last.text.length });
      last.text += node.data;
    }
    return found.reverse();
  };

  /** Marks one range, from its end, so that what comes before keeps its place. */
  const mark = (nodes, [begin, end]) => {
    for (const { node, at } of nodes) {
      const from = Math.max(begin - at, 0), to = Math.min(end - at, node.length);
      if (from >= to) continue;
      const piece = node.splitText(from), element = make(0, 'mark');
      piece.splitText(to - from);
      piece.replaceWith(element);
      element.append(piece);
      marks.unshift(element);
    }
  };

  /** The first mark in or after the section that the address names. */
  const first = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    return target && marks.find(element => target.compareDocumentPosition(element) & 20) || marks[0];
  };

  search.ready().then(({ words }) => _.pairs(main.textContent + query).then(pairs => {
    let n = 0;
    for (const { nodes, text } of texts()) {
      const ranges = _.ranges(text, query, pairs).slice(0, MOST - n);
      n += ranges.length;
      for (const range of ranges.reverse()) mark(nodes, range);
    }
    if (!n) return;
    for (let details of marks) while (details = details.parentNode.closest('details')) details.open = true;
    first().scrollIntoView({ block: 'center' });
    const bar = make(document.body, 'p', 'mark-bar');
    bar.setAttribute('role', 'status');
    make(bar, 'span', '', words.marks.replace('{n}', n).replace('{q}', () => query));
    press(bar, 'button is-quiet', words.unmark, () => {
      for (const element of marks) {
        const { parentNode } = element;
        element.replaceWith(element.firstChild);
        parentNode.normalize();
      }
      bar.remove();
      main.focus();
      record('replaceState', null, location.pathname + location.hash);
    });
  })).catch(Object);
})();
