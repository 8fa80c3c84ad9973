// The script that finds, without a browser: over parts made the plain way, over parts that are damaged, and over the built site.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { partsOf } from './search-parts.mjs';
import { open, readerOf } from './search-script.mjs';

const bare = open(() => undefined).search._;
const PAIRS = { 傳: '传', 達: '达', 學: '学', 習: '习', 號: '号', 黨: '党', 課: '课' };

/** Pages of two kinds; the first ones say something, the rest make lists long. */
function pagesOf(n = 0) {
  const pages = [
    { kind: 'activities', path: 'activities/a/', title: '三会一课怎么开', date: '2026-03-05', body: '数控支部召开\x03支部大会\x04dahui\x05支部大会每季度一次。\n不忘初心、牢记使命。编号 DJ 009' },
    { kind: 'activities', path: 'activities/b/', title: '傳達學習“二十大”精神', date: '2026-02-05', body: '文號〔2024〕DJ008號\n三会一课要有记录。open\ndata' },
  ];
  for (let i = 0; i < n; i++) pages.push({ kind: 'activities', path: `activities/x${i}/`, title: i % 10 ? `记事${i}` : `学习教育第${i}期`, date: `2025-${String(12 - Math.floor((i * 12) / n)).padStart(2, '0')}-01`, body: `第${i}次学习教育。𠮷祥如意${'，照常进行'.repeat(i % 4)}` });
  pages.push({ kind: 'pages', path: 'pages/c/', title: '入党流程', body: '第一步，递交入党申请书。三会一课，三会一课，三会一课。' });
  pages.push({ kind: 'pages', path: 'pages/d/', title: '旧的入党流程', isLast: true, body: '已经作废。入党，流程。' });
  return pages;
}

function indexOf(n, more = {}) {
  const pages = pagesOf(n);
  const facets = { branch: [['sk', '数控支部', [0, pages.length - 2]], ['jg', '机关支部', [1]]] };
  return partsOf({ pages, pairs: PAIRS, words: ['三会一课', '支部大会'], facets, script: bare, ...more });
}

function opened(parts, options) {
  return open((name) => parts[name], options);
}

/** Without the other realm that the scripts live in. */
const plain = (value) => JSON.parse(JSON.stringify(value));
const urls = (answer) => plain(answer.results).map(({ url }) => url);

test('folding is what the table of cases says', () => {
  const cases = JSON.parse(fs.readFileSync(new URL('folding.json', import.meta.url), 'utf8'));
  for (const [text, folded] of cases) assert.equal(bare.fold(text).text, folded, JSON.stringify(text));
});

test('every unit of a folded text leads back to its character', () => {
  const text = 'Ａ㎡ “十 四五”𠮷 規\u00ADｘ';
  const { text: folded, at } = bare.fold(text, { 規: '规' });
  assert.equal(folded, 'am2十四五𠮷规x');
  assert.equal(at.length, folded.length);
  assert.deepEqual([...at], [0, 1, 1, 4, 6, 7, 9, 9, 12, 14]);
});

test('queries find what contains them, the best first', async () => {
  const { search } = opened(indexOf());
  const cases = [
    ['三会一课', ['activities/a/', 'activities/b/', 'pages/c/']],
    ['傳達', ['activities/b/']],
    ['传达学习', ['activities/b/']],
    ['二十大精神', ['activities/b/']],
    ['ＤＪ００８', ['activities/b/']],
    ['j008', ['activities/b/']],
    ['入党流程', ['pages/c/', 'pages/d/']],
    ['入党 流程', ['pages/c/', 'pages/d/']],
    ['"入党申请书"', ['pages/c/']],
    ['入', ['pages/c/', 'pages/d/']],
    ['open data', ['activities/b/']],
    ['支部大会', ['activities/a/']],
    ['一课 记录', ['activities/b/']],
    ['没有这个词', []],
    ['', []],
    ['  、 ', []],
    ['<img src=x onerror=1>', []],
    ['\ud842 \udfb7', []],
    ['三会'.repeat(2500), []],
  ];
  for (const [query, expected] of cases) {
    const answer = await search.find(query);
    assert.deepEqual(urls(answer), expected, query);
    assert.equal(answer.total, expected.length, query);
    if (expected.length) assert.equal(answer.loose, false, query);
  }
});

test('marks and white space may differ where nothing else is found', async () => {
  const { search } = opened(indexOf());
  for (const query of ['不忘初心牢记使命', '不忘，初心牢记使命', 'DJ009']) {
    const answer = await search.find(query);
    assert.deepEqual([urls(answer), answer.loose], [['activities/a/'], true], query);
  }
  assert.equal((await search.find('"不忘初心牢记使命"')).total, 0);
});

test('results open at the section and show the words', async () => {
  const { search } = opened(indexOf());
  const [result] = (await search.find('每季度')).results;
  assert.deepEqual(plain(result.sections[0]), { id: 'dahui', heading: '支部大会', excerpt: '支部大会每季度一次。 不忘初心、牢记使命。编号 DJ 009' });
  assert.ok(result.excerpt.includes('每季度'));
  assert.equal(result.kindTitle, 'activities');
  const ranges = search._.ranges(result.excerpt, '每季度', result.pairs);
  assert.deepEqual(plain(ranges).map(([from, to]) => result.excerpt.slice(from, to)), ['每季度']);
  await search.find('學習');
  assert.deepEqual(plain(search._.ranges('《傳達》與學習', '"传达" 學習', PAIRS)), [[1, 3], [5, 7]]);
});

test('long lists are loaded only when more than their best is asked for', async () => {
  const parts = indexOf(200);
  const { search, loaded } = opened(parts);
  const truth = pagesOf(200).filter(({ title, body }) => (title + body).includes('学习')).map(({ path }) => path);
  const answer = await search.find('学习');
  assert.equal(answer.results.length, 10);
  assert.equal(answer.total, truth.length + 1, 'one has it in traditional script');
  assert.equal(answer.exact, false);
  assert.ok(answer.results.every(({ title }) => title.includes('学习') || title.includes('學習')));
  assert.equal(loaded.some(({ name }) => name.startsWith('l/')), false);

  const seen = urls(answer);
  for (let offset = 10; offset < 210; offset += 10) seen.push(...urls(await search.find('学习', { offset })));
  assert.equal(new Set(seen).size, seen.length, 'no result comes twice');
  const all = await search.find('学习', { limit: 1000 });
  assert.deepEqual([...urls(all)].sort(), [...truth, 'activities/b/'].sort());
  assert.equal(all.exact, true);
  assert.equal(all.results[49].excerpt === null, false);
  assert.equal(all.results[50].excerpt, null);
  assert.equal((await search.find('学习教育', { limit: 1000 })).total, 200);
  assert.equal((await search.find('𠮷祥')).results.length, 10);
});

test('facets narrow and are counted among what the others leave', async () => {
  const { search } = opened(indexOf(200));
  const narrowed = await search.find('三会一课', { facets: { branch: ['sk'] } });
  assert.deepEqual(urls(narrowed), ['activities/a/', 'pages/c/']);
  const counts = await narrowed.count();
  assert.deepEqual(plain(counts.branch), [['sk', 2, '数控支部'], ['jg', 1, '机关支部']]);
  assert.deepEqual(plain(counts.kind), [['activities', 1, 'activities'], ['pages', 1, 'pages']]);
  const month = await search.find('学习', { facets: { month: ['2025-12'] }, limit: 100 });
  assert.ok(month.total > 10 && month.results.every(({ date }) => date.startsWith('2025-12')));
  const nothing = await search.find('入党流程', { facets: { kind: ['activities'], branch: [] } });
  assert.deepEqual([nothing.total, plain(nothing.without)], [0, [['kind', 2]]]);
});

test('a part is loaded once, and what most queries need is little', async () => {
  const { search, loaded } = opened(indexOf(200));
  await search.find('三会一课');
  await search.find('三会一课');
  const names = loaded.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  assert.deepEqual(names.slice(0, 2), ['words', 'index']);
  assert.equal(names.includes('fold'), false);
  assert.ok(names.filter((name) => name.startsWith('g/')).length <= 3);
});

test('what went wrong is said', async () => {
  const parts = indexOf();
  const reasonOf = (made, options) => opened(made, options).search.find('三会一课').then(() => 'found', (error) => error.reason);
  const without = (name) => ({ ...parts, [name]: undefined });
  assert.equal(await reasonOf(without('index')), 'missing');
  assert.equal(await reasonOf(without('words'), { isOnline: false }), 'offline');
  assert.equal(await reasonOf(without('t/0')), 'missing');
  assert.equal(await reasonOf({ ...parts, 't/0': parts['t/0'].slice(0, -20) }), 'missing');
  for (const name of Object.keys(parts).filter((name) => /^[gt]/.test(name))) {
    // Cut in the middle and closed again, as no server would: it must end, and with a reason.
    const cut = `${parts[name].slice(0, 40)}")\n`;
    assert.match(await reasonOf({ ...parts, [name]: cut }), /^(found|missing)$/, name);
  }
  const { search } = opened(parts);
  await assert.rejects(search.find('三会一课', { signal: { aborted: true } }), { reason: 'stale' });
  assert.equal((await search.find('三会一课')).total, 3);
});

test('a start file that is older than the parts is asked for again', async () => {
  const [old, parts] = [indexOf(), indexOf(0, { layout: 'b2' })];
  const { search } = open((name, version) => (name === 'index' && version !== 'b2' ? old[name] : parts[name]));
  assert.equal((await search.find('三会一课')).total, 3);
  const mixed = opened({ ...parts, 't/0': old['t/0'] });
  await assert.rejects(mixed.search.find('三会一课'), { reason: 'changed' });
});

test('the built site is found in its own index', async (t) => {
  const folder = process.env.YUANDI_SITE;
  if (!folder || !fs.existsSync(path.join(folder, 'search/shards/index.js'))) return t.skip('no built site with an index');
  const { search } = open(readerOf(folder));
  const start = await search.ready();
  const { _ } = search;
  const table = await _.part('fold', _.readFold);
  const pages = await Promise.all([...Array(start.n).keys()].map(_.textOf));
  const texts = pages.map(({ title, plain }) => [_.fold(title, table).text, _.fold(plain, table).text]);
  let seed = 11;
  const random = (n) => ((seed = (Math.imul(seed, 1103515245) + 12345) >>> 1), seed % n);
  for (let tries = 0; tries < 300; tries++) {
    const [title, body] = texts[random(pages.length)];
    const chars = [...(random(3) ? body : title)];
    const query = chars.slice(random(Math.max(1, chars.length - 8))).slice(0, 2 + random(7)).join('');
    if (!/[^\W_]{2}|[\u4e00-\u9fff]{2}/.test(query) || query.trim() !== query) continue;
    const truth = pages.filter((_page, number) => texts[number].some((text) => text.includes(query))).map(({ url }) => url);
    const answer = await search.find(`"${query}"`, { limit: 100000 });
    assert.deepEqual([...urls(answer)].sort(), truth.sort(), query);
  }
});
