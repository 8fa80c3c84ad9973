// An index made the plain way, for tests of the script that reads it: what `src/search` writes, bit by bit, from pages in memory.

const ALPHABET = [...Array(94).keys()].map((n) => String.fromCharCode(33 + n)).filter((c) => !'"<\\'.includes(c)).join('');

/** Collects bits, the highest of a byte first. */
export class Bits {
  bits = [];
  write(value, n) {
    for (let i = n - 1; i >= 0; i--) this.bits.push(Math.floor(value / 2 ** i) % 2);
    return this;
  }
  gamma(value) {
    const n = Math.floor(Math.log2(value));
    return this.write(0, n).write(value, n + 1);
  }
  below(value, range) {
    const n = Math.floor(Math.log2(range));
    const nShort = 2 ** (n + 1) - range;
    return value < nShort ? this.write(value, n) : this.write(value + nShort, n + 1);
  }
  rice(value, k) {
    return this.write(0, value >> k).write(1, 1).write(value % 2 ** k, k);
  }
  list(list, low, high) {
    if (list.length === 0 || list.length === high - low) return this;
    const middle = list.length >> 1;
    const least = low + middle;
    this.below(list[middle] - least, high - (list.length - 1 - middle) - least);
    return this.list(list.slice(0, middle), low, list[middle]).list(list.slice(middle + 1), list[middle] + 1, high);
  }
  weights(weights) {
    let among = weights.map((weight, at) => ({ weight, at }));
    for (let level = 1; level < 4; level++) {
      const positions = among.flatMap(({ weight }, at) => (weight >= level ? [at] : []));
      this.below(positions.length, among.length + 1).list(positions, 0, among.length);
      among = positions.map((at) => among[at]);
    }
    return this;
  }
  packed() {
    const bits = [...this.bits];
    while (bits.length % 8) bits.push(0);
    while (bits.length % 13) bits.push(0);
    let text = '';
    for (let i = 0; i < bits.length; i += 13) {
      const value = bits.slice(i, i + 13).reduce((sum, bit) => sum * 2 + bit, 0);
      text += ALPHABET[Math.floor(value / 91)] + ALPHABET[value % 91];
    }
    return text;
  }
}

/** A table of words that is none of the built-in one: every unit of the texts in 13 bits, some words in five. */
class Words {
  constructor(texts, words, without) {
    const units = new Set(['\0', '\x0e', ...[...Array(16).keys()].map((n) => String.fromCharCode(16 + n))]);
    for (const unit of texts.join('') + words.join('')) if (!without.includes(unit)) units.add(unit);
    this.singles = [...units].filter((unit) => unit.length === 1).sort();
    this.words = words;
  }
  part() {
    const bits = new Bits();
    for (let length = 1; length < 16; length++) {
      const singles = length === 13 ? this.singles : [];
      bits.gamma(singles.length + 1);
      let last = -1;
      for (const single of singles) {
        bits.gamma(single.charCodeAt(0) - last);
        last = single.charCodeAt(0);
      }
      bits.gamma(length === 5 ? this.words.length + 1 : 1);
    }
    for (const word of this.words) {
      bits.gamma(word.length - 1);
      for (const unit of word) this.single(bits, unit);
    }
    return bits;
  }
  single(bits, unit) {
    const at = this.singles.indexOf(unit);
    if (at < 0) this.single(bits, '\x0e').write(unit.charCodeAt(0), 16);
    else bits.write(this.words.length * 256 + at, 13);
    return bits;
  }
  text(bits, text) {
    for (let at = 0; at < text.length; ) {
      const word = this.words.findIndex((word) => text.startsWith(word, at));
      const { length, distance } = said(text, at);
      if (length > 2) {
        this.copy(bits, length, distance, at);
        at += length;
      } else if (word >= 0) {
        bits.write(word, 5);
        at += this.words[word].length;
      } else {
        this.single(bits, text[at++]);
      }
    }
    return this.single(bits, '\0');
  }
  copy(bits, length, distance, n) {
    this.single(bits, String.fromCharCode(13 + Math.min(18, length)));
    if (length > 17) bits.gamma(length - 17);
    const near = (n >> 3) + 1;
    if (distance <= near) bits.write(1, 1).below(distance - 1, near);
    else bits.write(0, 1).below(distance - 1 - near, n - near);
  }
}

/** The longest stretch from `at` on that the text has said before. */
function said(text, at) {
  let best = { length: 0, distance: 0 };
  for (let from = Math.max(0, at - 300); from < at; from++) {
    let length = 0;
    while (at + length < text.length && text[from + length] === text[at + length] && length < 40) length++;
    if (length > best.length) best = { length, distance: at - from };
  }
  return best;
}

export function keyOf(gram) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < gram.length; i++) hash = Math.imul(hash ^ gram.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 4;
}

/** Every gram of a folded text, with where it begins. */
function* gramsOf(folded, kindOf) {
  const chars = [...folded];
  const kinds = chars.map(kindOf);
  for (let i = 0; i < chars.length; i++) {
    if (kinds[i] < 2) continue;
    yield ['u', chars[i], i];
    if (!(kinds[i + 1] > 1)) continue;
    yield ['g', chars[i] + chars[i + 1], i];
    if (kinds[i] === 2 && kinds[i + 1] === 2 && kinds[i + 2] === 2) yield ['g', chars.slice(i, i + 3).join(''), i];
  }
}

function note(lists, family, gram, page, weight) {
  const key = keyOf(gram);
  if (!lists[family].has(key)) lists[family].set(key, new Map());
  const list = lists[family].get(key);
  list.set(page, Math.max(weight, list.get(page) ?? 0));
}

function postings(pages, fold, kindOf) {
  const lists = { g: new Map(), u: new Map() };
  pages.forEach((page, number) => {
    for (const [family, gram] of gramsOf(fold(page.title), kindOf)) note(lists, family, gram, number, 3);
    const counts = new Map();
    const plain = page.body.replace(/\x04[^\x05]*\x05/g, '\n').replace(/\x03/g, '');
    for (const [family, gram, at] of gramsOf(fold(plain), kindOf)) {
      counts.set(gram, (counts.get(gram) ?? 0) + 1);
      note(lists, family, gram, number, at < 80 || counts.get(gram) > 2 ? 1 : 0);
    }
    for (const [, heading] of page.body.matchAll(/\x03([^\x04]*)\x04/g)) {
      for (const [family, gram] of gramsOf(fold(heading), kindOf)) note(lists, family, gram, number, 2);
    }
  });
  return lists;
}

/** The best first, as far as a list keeps them apart. */
function bestOf(list, n, pages) {
  const order = (a, b) =>
    b[1] - a[1] || Number(pages[a[0]].isLast ?? 0) - Number(pages[b[0]].isLast ?? 0) || (pages[b[0]].date > pages[a[0]].date ? 1 : pages[b[0]].date < pages[a[0]].date ? -1 : a[0] - b[0]);
  return [...list].sort(order).slice(0, n).sort((a, b) => a[0] - b[0]);
}

function shards(lists, family, nBits, write) {
  const nLow = 28 - nBits;
  const files = Array.from({ length: 2 ** nBits }, () => []);
  for (const [key, list] of [...lists].sort((a, b) => a[0] - b[0])) files[Math.floor(key / 2 ** nLow)].push([key % 2 ** nLow, [...list].sort((a, b) => a[0] - b[0])]);
  return files.map((entries, number) => {
    const k = Math.max(0, nLow - Math.ceil(Math.log2(entries.length + 1)));
    const bits = new Bits().gamma(entries.length + 1);
    if (family !== 'l') bits.write(k, 5);
    let last = -1;
    for (const [low, list] of entries) {
      if (family === 'l') {
        const rest = new Bits();
        write(rest, list);
        bits.write(low, nLow).gamma(rest.bits.length);
        bits.bits.push(...rest.bits);
      } else {
        bits.rice(low - last - 1, k);
        write(bits, list);
      }
      last = low;
    }
    return [`${family}/${number.toString(16)}`, bits];
  });
}

/**
 * The parts of an index: name to script. `pages` stand in order: kind by kind, the newest first; `isLong` says which lists are long.
 */
export function partsOf({ pages, facets = {}, pairs = {}, words = [], isLong = (list) => list.length >= 64, bits = { g: 2, l: 1, u: 1, t: 2, x: 0 }, layout = 'a1', vocabulary = 'v1', script }) {
  const n = pages.length;
  const fold = (text) => script.fold(text, pairs).text;
  const lists = postings(pages, fold, script.kindOf);
  const long = new Map([...lists.g].filter(([, list]) => list.size > 63 && isLong([...list])));
  const texts = pages.map((page) => {
    const own = [...new Set([...script.fold(page.title + page.body).text].filter((c) => pairs[c]))].sort();
    return [page.path, page.title, page.date ?? '', page.branches ?? '', page.mark ?? '', own.map((c) => c + pairs[c]).join(''), page.body].join('\x01');
  });
  const all = texts.join('\x02') + Object.values(facets).flat().map(([id, title]) => id + title).join('') + '\x01\x02' + Object.values(pairs).join('');
  const table = new Words([all], words, Object.keys(pairs));
  const parts = {};
  const add = (name, id, made) => (parts[name] = `yuandiPart("${name}","${id}","${made.packed()}")\n`);

  const weigh = (made, list) => made.list(list.map(([page]) => page), 0, n).weights(list.map(([, weight]) => weight));
  const gram = (made, list) => {
    made.gamma(list.length);
    if (list.length === 1) {
      const [[page, weight]] = list;
      made.below(page, n).write(weight ? 1 : 0, 1);
      if (weight) made.below(weight - 1, 3);
      return;
    }
    if (list.length > 63) made.write(isLong(list) ? 1 : 0, 1);
    if (list.length > 63 && isLong(list)) {
      const best = bestOf(list, 32, pages);
      weigh(made.gamma(best.length), best);
    } else if (list.length > 10) {
      weigh(made, list);
    } else {
      made.list(list.map(([page]) => page), 0, n);
    }
  };
  for (const [name, made] of shards(lists.g, 'g', bits.g, gram)) add(name, layout, made);
  for (const [name, made] of shards(long, 'l', bits.l, (made, list) => weigh(made.gamma(list.length), list))) add(name, layout, made);
  const single = (made, list) => {
    const best = bestOf(list, 256, pages);
    weigh(made.gamma(list.length).gamma(best.length), best);
  };
  for (const [name, made] of shards(lists.u, 'u', bits.u, single)) add(name, layout, made);
  for (let at = 0; at * 2 ** bits.t < n; at++) {
    add(`t/${at.toString(16)}`, layout, table.text(new Bits(), texts.slice(at * 2 ** bits.t, (at + 1) * 2 ** bits.t).join('\x02')));
  }
  for (const [name, terms] of Object.entries(facets)) {
    const made = table.text(new Bits(), terms.map(([id, title]) => `${id}\x01${title}`).join('\x02'));
    for (const [, , list] of terms) made.gamma(list.length + 1).list(list, 0, n);
    add(`f-${name}`, layout, made);
  }
  add('words', vocabulary, table.part());
  const simple = new Bits();
  const keys = Object.keys(pairs).sort();
  simple.gamma(keys.length + 1);
  keys.reduce((last, key) => (simple.gamma(key.codePointAt(0) - last), key.codePointAt(0)), 0);
  add('fold', vocabulary, table.text(simple, keys.map((key) => pairs[key]).join('')));

  const last = pages.flatMap((page, number) => (page.isLast ? [number] : []));
  const start = {
    v: 1,
    n,
    bits,
    kinds: runsOf(pages),
    facets: Object.keys(facets).map((name) => [name, parts[`f-${name}`].length]),
    last: new Bits().gamma(last.length + 1).list(last, 0, n).packed(),
    words: {},
    vocabulary,
  };
  parts.index = `yuandiPart("index","${layout}",${JSON.stringify(start).replace(/[^\x20-\x7e]/g, (c) => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'))})\n`;
  return parts;
}

function runsOf(pages) {
  const kinds = [];
  for (const page of pages) {
    let kind = kinds[kinds.length - 1];
    if (kind?.[0] !== page.kind) kinds.push((kind = [page.kind, page.kind, []]));
    const month = (page.date ?? '').slice(0, 7);
    const run = kind[2][kind[2].length - 1];
    if (run?.[0] === month) run[1]++;
    else kind[2].push([month, 1]);
  }
  return kinds;
}
