// What search is judged by: plain substrings of a site's texts after folding, and queries sampled from them.
//
// This is written from what search promises, not from how it does it: it shares nothing with the program or its scripts.

/** Traditional characters and the simplified ones that they fold to; enough for texts that the tests make. */
export const PAIRS =
  '黨党數数學学員员會会議议課课務务組组織织團团導导國国強强產产業业質质動动實实訓训師师書书記记認认識识論论議议證证計计討讨訪访' +
  '語语說说讀读調调談谈請请論论選选進进過过還还連连達达運运開开關关門门問问間间聞闻陽阳陳陈隊队階阶際际難难電电領领題题顯显風风' +
  '飛飞館馆馬马駐驻驗验魚鱼鳥鸟點点齊齐齒齿龍龙東东車车軟软輔辅輪轮輸输轉转辦办農农遲迟遠远適适郵邮醫医釋释針针鋼钢鏡镜鐘钟鐵铁' +
  '長长閱阅離离雲云項项須须預预頻频額额類类願愿養养體体聯联聲声職职聽听肅肃腦脑臉脸興兴舉举舊旧藝艺節节範范藥药處处號号蟲虫補补' +
  '裝装製制複复見见規规視视覺觉觀观觸触設设許许訴诉詞词試试該该詳详誠诚誤误諾诺謝谢譯译護护變变讓让豐丰貝贝負负財财貢贡責责貨货' +
  '貴贵買买費费賀贺資资賞赏賽赛贊赞趕赶趙赵躍跃軍军載载較较個个們们倉仓偉伟側侧偵侦傑杰備备傳传債债傷伤僅仅價价億亿優优儲储兒儿' +
  '內内兩两冊册劃划劉刘創创勝胜勞劳勢势區区協协單单衛卫廠厂歷历參参雙双發发葉叶員员響响嚴严園园圍围圖图圓圆場场塊块壓压壞坏壯壮';

/** Traditional to simplified, from a string of pairs. */
export function tableOf(pairs) {
  const chars = [...pairs];
  const table = new Map();
  for (let at = 0; at + 1 < chars.length; at += 2) table.set(chars[at], chars[at + 1]);
  return table;
}

/** The other way; a character that several fold to keeps the first. */
export function turned(table) {
  const back = new Map();
  for (const [traditional, simplified] of table) if (!back.has(simplified)) back.set(simplified, traditional);
  return back;
}

const TRANSPARENT = /[\p{Ps}\p{Pe}\p{Pi}\p{Pf}"'\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\uFE00-\uFE0F]/u;
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const PLAIN = /[\p{Script=Han}\p{L}\p{N}]/u;

/** Makes the function that folds a text: compatibility forms, capitals, traditional characters, quotes and brackets, white space. */
export function folder(table) {
  const known = new Map();
  function one(char) {
    let folded = '';
    for (const plain of char.normalize('NFKC').toLowerCase()) {
      const simple = table.get(plain) ?? plain;
      if (!TRANSPARENT.test(simple)) folded += simple;
    }
    return folded;
  }
  return (text) => {
    let folded = '';
    for (const char of text.normalize('NFC')) {
      let to = known.get(char);
      if (to === undefined) known.set(char, (to = one(char)));
      folded += to;
    }
    // White space between Chinese and anything is nobody's; elsewhere it is one space.
    return folded.trim().replace(/\s+/g, ' ').replace(/(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]) | (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu, '');
  };
}

/** The words of a query, folded. */
export function wordsOf(fold, query) {
  return query.split(/\s+/).map(fold).filter(Boolean);
}

/** The texts of a site, folded once. A page contains a query if each of its words stands in its title or in its body. */
export class Texts {
  /** `pages`: url, title, body. */
  constructor(pages, fold) {
    this.fold = fold;
    this.urls = pages.map((page) => page.u);
    // One string each, so that looking through all pages is one search of the engine. A page ends with a sign of no text.
    this.ends = [];
    const parts = [];
    let length = 0;
    for (const page of pages) {
      const folded = `${fold(page.t)}\u0002${fold(page.b)}\u0001`;
      parts.push(folded);
      length += folded.length;
      this.ends.push(length);
    }
    this.all = parts.join('');
    this.numbers = new Map(this.urls.map((url, number) => [url, number]));
  }

  /** Numbers of the pages with a folded word. */
  with(word) {
    const found = new Set();
    let at = this.all.indexOf(word);
    while (at >= 0) {
      const number = this.#pageAt(at);
      found.add(number);
      at = this.all.indexOf(word, this.ends[number]);
    }
    return found;
  }

  #pageAt(at) {
    let [low, high] = [0, this.ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ends[middle] > at) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The addresses of all pages that contain a query. */
  containing(query) {
    const [first, ...others] = wordsOf(this.fold, query).sort((a, b) => b.length - a.length);
    if (!first) return new Set();
    const found = [...this.with(first)].filter((number) => others.every((word) => this.#has(number, word)));
    return new Set(found.map((number) => this.urls[number]));
  }

  #has(number, word) {
    const begin = number ? this.ends[number - 1] : 0;
    return this.all.slice(begin, this.ends[number]).includes(word);
  }

  /** Whether the page at an address contains a query. */
  contains(url, query) {
    const number = this.numbers.get(url);
    return number !== undefined && wordsOf(this.fold, query).every((word) => this.#has(number, word));
  }
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The classes of queries: name → a query from a text, or nothing if the text has none. */
export const CLASSES = {
  'two characters': (text, pick) => run(text, pick, 2, 2, (chars) => chars.every((char) => HAN.test(char))),
  'three or four': (text, pick) => run(text, pick, 3, 4, plain),
  'five to eight': (text, pick) => run(text, pick, 5, 8, plain),
  'across words': across,
  'digits and Latin': (text, pick) => run(text, pick, 3, 7, (chars) => plain(chars) && /[a-z0-9]/i.test(chars.join('')) && chars.some((char) => HAN.test(char))),
  'inside Latin': insideLatin,
  'document numbers': documentNumber,
  'with marks': (text, pick) => run(text, pick, 4, 9, (chars) => isMarked(chars) && /[\p{Script=Han}]{2}/u.test(chars.join(''))),
  'several words': severalWords,
};

const plain = (chars) => chars.every((char) => PLAIN.test(char));
const isMarked = (chars) => !/[\s"]/.test(chars.join('')) && chars.slice(1, -1).some((char) => !PLAIN.test(char)) && PLAIN.test(chars[0]) && PLAIN.test(chars.at(-1));

/** A piece of a text of a length between two, if one that is wanted is hit in some tries. */
function run(text, pick, least, most, isWanted) {
  const chars = [...text];
  for (let tries = 0; tries < 60; tries += 1) {
    const length = least + Math.floor(pick() * (most - least + 1));
    const at = Math.floor(pick() * (chars.length - length + 1));
    const piece = chars.slice(at, at + length);
    if (piece.length === length && isWanted(piece)) return piece.join('');
  }
  return null;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The end of one word with the begin of the next one. */
function across(text, pick) {
  const at = Math.floor(pick() * Math.max(1, text.length - 200));
  const words = [...segmenter.segment(text.slice(at, at + 200))].map((word) => word.segment).slice(1, -1);
  for (let tries = 0; tries < 60 && words.length > 1; tries += 1) {
    const number = Math.floor(pick() * (words.length - 1));
    const [left, right] = [[...words[number]], [...words[number + 1]]];
    if (left.length < 2 || right.length < 2 || ![...left, ...right].every((char) => HAN.test(char))) continue;
    return left.slice(-(left.length - 1)).join('') + right.slice(0, right.length - 1).join('');
  }
  return null;
}

function oneOf(found, pick) {
  return found.length ? found[Math.floor(pick() * found.length)] : null;
}

function insideLatin(text, pick) {
  const token = oneOf(text.match(/[A-Za-z][A-Za-z0-9]+|\d+[A-Za-z]+\d*/g) ?? [], pick);
  if (!token) return null;
  const length = 2 + Math.floor(pick() * (token.length - 1));
  const at = Math.floor(pick() * (token.length - length + 1));
  return token.slice(at, at + length);
}

/** A number as on a document, whole, without its brackets, or only its end; else one with what it counts. */
function documentNumber(text, pick) {
  const found = oneOf(text.match(/[\p{Script=Han}]{2,6}〔\d{4}〕\d+号|\d{4}[A-Z]{2}\d+/gu) ?? text.match(/\d+(?:\.\d+)?[年月日号个万亿%％]/g) ?? [], pick);
  if (!found) return null;
  const ways = [found, found.replace(/[〔〕]/g, ''), found.replace('〔', '[').replace('〕', ']'), found.replace(/^.*〔/u, '')];
  return oneOf(ways, pick);
}

/** Two pieces from different places of a text. */
function severalWords(text, pick) {
  const [first, second] = [run(text, pick, 2, 4, plain), run(text, pick, 2, 4, plain)];
  return first && second ? `${first} ${second}` : null;
}

/** `n` queries of each class from pages, with titles, and with some of them in the other script. */
export function sample(pages, n, seed, toTraditional) {
  const pick = random(seed);
  const queries = [];
  const add = (kind, query) => query && queries.push({ kind, query });
  for (const [kind, make] of Object.entries(CLASSES)) {
    let n_made = 0;
    for (let tries = 0; n_made < n && tries < 40 * n; tries += 1) {
      const page = pages[Math.floor(pick() * pages.length)];
      // Most is looked for in bodies, but titles are short.
      const query = make(pick() < 0.15 ? page.t : page.b, pick);
      if (query) n_made += 1;
      add(kind, query);
    }
  }
  for (let number = 0; number < n; number += 1) {
    const { t } = pages[Math.floor(pick() * pages.length)];
    add('titles', pick() < 0.5 ? t.trim() : run(t, pick, 4, 10, plain));
  }
  addTraditional(pages, n, pick, toTraditional, add);
  return queries;
}

/** Queries in traditional script for texts in whichever. */
function addTraditional(pages, n, pick, toTraditional, add) {
  const simplified = new Map([...toTraditional].map(([from, to]) => [to, from]));
  let n_made = 0;
  for (let tries = 0; n_made < n && tries < 200 * n; tries += 1) {
    const piece = run(pages[Math.floor(pick() * pages.length)].b, pick, 2, 6, plain);
    if (!piece) continue;
    const written = [...piece].map((char) => toTraditional.get(char) ?? char).join('');
    if (written === piece && ![...piece].some((char) => simplified.has(char))) continue;
    n_made += 1;
    // What stood in traditional script is asked for in simplified, and the other way round.
    add('traditional', written === piece ? [...piece].map((char) => simplified.get(char) ?? char).join('') : written);
  }
}

/** The value below which a part of numbers lies. */
export function quantile(numbers, part) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted.length ? sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] : NaN;
}
