// @ts-check
// Texts of pages to how well they answer, and to what is shown of them.
(() => {
  'use strict';

  /** @type {any} */
  const scope = window;
  const _ = scope.yuandiSearch._;
  const { ask, fold, places, split } = _;

  const EXCERPT = 80;

  /**
   * Loads the text of a page.
   * @param {number} number
   */
  const textOf = number => {
    const { bits: { t }, n } = _.start;
    return _.part(_.nameOf('t', number >> t, n / (1 << t)), bits => bits.text().split('\x02')).then(texts => readText(texts[number & (1 << t) - 1], number));
  };

  /**
   * @param {string} text
   * @param {number} number
   */
  const readText = (text, number) => {
    const [url, title, date, branches, mark, pairList, body] = text.split('\x01'), pairs = {};
    [...pairList].forEach((c, i, all) => i % 2 || (pairs[c] = all[i + 1]));
    // What stands before the first heading is a section too.
    let plain = '';
    const sections = body.split('\x03').map((block, i) => {
      const [heading, id, rest] = i ? block.split(/[\x04\x05]/) : ['', '', block], from = plain.length;
      plain += i ? heading + '\n' + rest : rest;
      return { id, heading, from, body: from + (i && heading.length + 1) };
    });
    return { number, url, title, date, branches, mark, pairs, plain, sections };
  };

  /**
   * How well a page answers, the order that the manual tells: 0 best; -1 when it does not.
   * @param {any} page
   * @param {any} asked
   */
  const judge = ({ number, title, plain, pairs, sections }, { words, phrase, isLoose }) => {
    const name = fold(title, pairs, isLoose).text, body = fold(plain, pairs, isLoose);
    const isNamed = word => name.includes(word);
    const isHeaded = found => found.some(({ from }) => sections.some(section => from >= section.from && from < section.body));
    if (!words.every(word => isNamed(word) || body.text.includes(word))) return -1;
    if (isNamed(phrase)) {
      const at = name.indexOf(phrase), after = name[at + phrase.length];
      // A branch stands before what is told of it; a title where the words end a segment, before one where they go on.
      return name === phrase ? 0 : !at && _.start.pages[number].kind[0] === 'branches' ? 0.5 : (at ? 2 : 1) + (after && _.kindOf(after) > 1 ? 0.5 : 0);
    }
    if (words.every(isNamed)) return 2.6;
    const joined = places(plain, body, phrase);
    if (joined.length) {
      const grams = Array.from(phrase, (_c, i) => phrase.slice(i, i + 2)).slice(0, -1);
      // The more of the phrase the title has, the better: words that others stand between.
      return Math.max(2.7, (isHeaded(joined) ? 3 : joined.length > 2 || body.text.indexOf(phrase) < EXCERPT ? 4 : 5) - 1.6 * grams.filter(isNamed).length / (grams.length || 1));
    }
    return words.every(word => isNamed(word) || isHeaded(places(plain, body, word))) ? 6 : 7;
  };

  /**
   * Where a query stands in a text: joined, or else each word.
   * @param {string} text
   * @param {any} asked
   * @param {any} pairs
   */
  const find = (text, { words, phrase, isLoose }, pairs) => {
    const folded = fold(text, pairs, isLoose), found = places(text, folded, phrase);
    return (found.length ? found : [].concat(...words.map(word => places(text, folded, word)))).sort((a, b) => a.from - b.from);
  };

  /**
   * Where a query stands in any text, for marks.
   * @param {string} text
   * @param {string} query
   * @param {any} pairs
   */
  const ranges = (text, query, pairs) => {
    const raw = split(query), found = find(text, ask(raw), pairs), ranges = [];
    for (const { from, to } of found.length || raw.isExact ? found : find(text, ask(raw, true), pairs)) {
      const last = ranges[ranges.length - 1];
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else ranges.push([from, to]);
    }
    return ranges;
  };

  /**
   * A few lines around a place, from the beginning of a sentence if one is near.
   * @param {string} plain
   * @param {number} low
   * @param {any} place
   */
  const cut = (plain, low, place) => {
    let from = Math.max(low, place.from - 24);
    const sentence = plain.slice(from, place.from).search(/[\n\u3002\uff01\uff1f\uff1b][^\n\u3002\uff01\uff1f\uff1b]*$/) + 1;
    const dots = sentence || from === low ? '' : '\u2026';
    from += sentence;
    let to = Math.max(place.to, from + EXCERPT);
    // No character is cut in two.
    if (/[\udc00-\udfff]/.test(plain[from])) from--;
    if (/[\udc00-\udfff]/.test(plain[to])) to++;
    return dots + plain.slice(from, to).replace(/\s+/g, ' ').trim() + (to < plain.length ? '\u2026' : '');
  };

  /**
   * What is shown of a page: where the most words stand together, and where else.
   * @param {any} page
   * @param {any} asked
   */
  const show = (page, asked) => {
    const { number, pairs, plain, sections } = page;
    const found = find(plain, asked, pairs), best = [], [kind, kindTitle] = _.start.pages[number].kind;
    found.forEach((place, i) => {
      const words = new Set(), at = sections.filter(({ from }) => from <= place.from).length - 1;
      for (; i < found.length && found[i].from < place.from + EXCERPT; i++) words.add(found[i].needle);
      if (!best[at] || words.size > best[at].score) best[at] = { at, place, score: words.size };
    });
    const shown = best.filter(Boolean).sort((a, b) => b.score - a.score || a.at - b.at).slice(0, 2);
    return Object.assign({}, page, {
      kind, kindTitle,
      excerpt: shown.length ? cut(plain, sections[shown[0].at].from, shown[0].place) : cut(plain, 0, { from: 0, to: 0 }),
      sections: shown.map(({ at, place }) => {
        const { id, heading, body } = sections[at];
        return { id, heading, excerpt: cut(plain, body, place.from < body ? { from: body, to: body } : place) };
      })
    });
  };
  Object.assign(_, { textOf, judge, ranges, show });
})();
