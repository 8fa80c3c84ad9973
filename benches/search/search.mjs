// Measures search over a built site in a real Chromium: what is found, what of it is right, and what it costs on a weak network.
//
//   search.mjs ours|pagefind SITE PAGES TABLE [SESSIONS]      prints one JSON object
//
// SITE is a folder to serve, PAGES the pages.jsonl that texts.py wrote, TABLE the pairs of traditional and simplified characters.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import zlib from 'node:zlib';
import { plainUrl, serveCompressed } from '../../tests/browser/search.mjs';
import { Texts, folder, quantile, random, sample } from '../../tests/browser/truth.mjs';

const require = createRequire(new URL('../../tests/browser/package.json', import.meta.url));
const { chromium } = require('playwright-core');

const [engine, site, pagesFile, tableFile, nSessions = '30'] = process.argv.slice(2);
const N_EACH = Number(process.env.N_EACH || 60);
const N_LATER = 4;
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const ARGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update'];

const note = (text) => process.stderr.write(`   ${text}\n`);

/** Texts are read in parts: a site of 200,000 pages is more than one string can hold. */
class AllTexts {
  static SIZE = 40_000;

  constructor(pages, fold) {
    this.parts = [];
    for (let at = 0; at < pages.length; at += AllTexts.SIZE) this.parts.push(new Texts(pages.slice(at, at + AllTexts.SIZE), fold));
  }

  containing(query) {
    return new Set(this.parts.flatMap((part) => [...part.containing(query)]));
  }

  /** Whether an address is one of these texts: a site has pages of its own besides. */
  has(url) {
    return this.parts.some((part) => part.numbers.has(url));
  }

  contains(url, query) {
    return this.parts.some((part) => part.contains(url, query));
  }
}

function readPages() {
  const pages = [];
  for (const line of fs.readFileSync(pagesFile).toString('latin1').split('\n')) if (line) pages.push(JSON.parse(Buffer.from(line, 'latin1').toString()));
  return pages;
}

/** How each engine is loaded, asked and understood. */
const ENGINES = {
  ours: {
    entry: () => `assets/${fs.readdirSync(path.join(site, 'assets')).find((name) => /^search-[0-9a-f]+\.js$/.test(name))}`,
    load: (entry) =>
      new Promise((resolve, reject) => {
        const script = document.createElement('script');
        script.src = entry;
        script.onload = resolve;
        script.onerror = reject;
        document.head.append(script);
      }),
    ready: () => window.yuandiSearch.ready().then(() => 0),
    ask: async ([query, limit]) => {
      const begun = performance.now();
      const { total, exact, results } = await window.yuandiSearch.find(query, { limit });
      return { ms: performance.now() - begun, total, exact, shown: results.slice(0, 10).map(({ url }) => url), all: results.map(({ url }) => url) };
    },
    urlOf: (url) => plainUrl(url),
    folder: 'search',
  },
  pagefind: {
    entry: () => 'pagefind/pagefind.js',
    load: async (entry) => {
      window.engine = await import(new URL(entry, location.href).href);
      await window.engine.options({ excerptLength: 30 });
    },
    ready: () => window.engine.init().then(() => 0),
    ask: async ([query]) => {
      const begun = performance.now();
      const found = await window.engine.search(query);
      const shown = await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
      const ms = performance.now() - begun;
      return { ms, total: found.results.length, exact: true, shown: shown.map(({ url }) => url), all: found.results.map(({ id }) => id) };
    },
    urlOf: (url) => fragments().get(url) ?? url.replace(/^.*\/a\/b\//, '').replace(/^\//, '').replace(/\.html$/, ''),
    folder: 'pagefind',
  },
};

let known;
/** Pagefind names results by a file each, which holds the address. */
function fragments() {
  if (known) return known;
  known = new Map();
  const at = path.join(site, 'pagefind/fragment');
  for (const name of fs.readdirSync(at)) {
    const text = zlib.gunzipSync(fs.readFileSync(path.join(at, name))).toString();
    const { url } = JSON.parse(text.slice(text.indexOf('{')));
    known.set(name.replace(/\.pf_fragment$/, ''), url.replace(/^\//, '').replace(/\.html$/, ''));
  }
  return known;
}

const it = ENGINES[engine];
const entry = it.entry();
fs.writeFileSync(path.join(site, 'bare.html'), '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>bare</title></html>\n');

const table = new Map(Object.entries(JSON.parse(fs.readFileSync(tableFile, 'utf8')).simplified));
const toTraditional = new Map(Object.entries(JSON.parse(fs.readFileSync(tableFile, 'utf8')).traditional));
note('reading texts');
const pages = readPages();
const texts = new AllTexts(pages, folder(table));
const queries = sample(pages, N_EACH, 7, toTraditional);
const executablePath = process.env.CHROMIUM || CANDIDATES.find((candidate) => fs.existsSync(candidate));
const browser = await chromium.launch({ executablePath, args: ARGS });
const server = await serveCompressed(site);

async function bare(prefix, { slow } = {}) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${prefix}bare.html`);
  if (slow) {
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', NETWORK);
  }
  return { context, page };
}

const add = (sum, number) => sum + number;
const share = (part, whole) => (whole ? part / whole : 1);

/** Recall and precision of each class. */
async function quality(prefix, asked) {
  const { context, page } = await bare(prefix);
  await page.evaluate(it.load, entry);
  const classes = {};
  const wrong = [];
  for (const { kind, query } of asked) {
    const truth = texts.containing(query);
    let answer;
    try {
      answer = await page.evaluate(it.ask, [query, pages.length]);
    } catch (error) {
      wrong.push(`${kind}: ${query}: ${String(error).slice(0, 120)}`);
      answer = { shown: [], all: [], total: 0, exact: false };
    }
    // With all asked for, more may be looked at than a reader's ten: those are asked for as a reader does.
    const ten = engine === 'ours' ? await page.evaluate(it.ask, [query, 10]).catch(() => answer) : answer;
    const all = new Set(answer.all.map(it.urlOf));
    const shown = ten.shown.map(it.urlOf).filter((url) => texts.has(url));
    const n_own = [...all].filter((url) => !texts.has(url)).length;
    const hits = [...truth].filter((url) => all.has(url)).length;
    const right = shown.filter((url) => texts.contains(url, query)).length;
    const one = (classes[kind] ??= { n: 0, hits: 0, truth: 0, recall: 0, right: 0, shown: 0, missed: 0, wrongTotals: 0 });
    one.n += 1;
    one.hits += hits;
    one.truth += truth.size;
    one.recall += share(hits, truth.size);
    one.right += right;
    one.shown += shown.length;
    one.missed += Number(hits < truth.size);
    one.wrongTotals += Number((answer.exact && answer.total - n_own !== truth.size) || (ten.exact && ten.total - n_own !== truth.size));
    if (hits < truth.size) wrong.push(`${kind}: ${query}: ${hits} of ${truth.size}`);
    if (right < shown.length) wrong.push(`${kind}: ${query}: ${shown.length - right} of ${shown.length} shown do not contain it: ${shown.find((url) => !texts.contains(url, query))}`);
    if (ten.shown.length < Math.min(10, truth.size)) wrong.push(`${kind}: ${query}: shows ${shown.length} of ${truth.size}`);
  }
  await context.close();
  return { classes, wrong };
}

const middle = (list) => ({ p50: quantile(list, 0.5), p95: quantile(list, 0.95) });

/** Bytes, requests and time on a weak network: `first` from a page that has nothing yet, `prepared` with the script and its start there. */
async function costs() {
  const pick = random(11);
  const some = () => queries[Math.floor(pick() * queries.length)].query;
  const figures = { first: { ms: [], bytes: [], requests: [] }, prepared: { ms: [] }, later: { ms: [], bytes: [], requests: [] } };
  const push = (to, ms) => {
    to.ms.push(ms);
    to.bytes.push(server.sent.map(({ bytes }) => bytes).reduce(add, 0));
    to.requests.push(server.sent.length);
  };
  const worst = [];
  for (let number = 0; number < Number(nSessions); number += 1) {
    const { context, page } = await bare(server.prefix, { slow: true });
    server.sent.length = 0;
    const query = some();
    const begun = await page.evaluate(() => performance.now());
    await page.evaluate(it.load, entry);
    await page.evaluate(it.ask, [query, 10]);
    push(figures.first, (await page.evaluate(() => performance.now())) - begun);
    worst.push([figures.first.bytes.at(-1), query, server.sent.map(({ name, bytes }) => `${name} ${bytes}`).sort().join(', ')]);
    for (let later = 0; later < N_LATER; later += 1) {
      server.sent.length = 0;
      const again = some();
      push(figures.later, (await page.evaluate(it.ask, [again, 10])).ms);
      worst.push([figures.later.bytes.at(-1), `later: ${again}`, server.sent.map(({ name, bytes }) => `${name} ${bytes}`).sort().join(', ')]);
    }
    await context.close();
  }
  for (let number = 0; number < Number(nSessions) / 2; number += 1) {
    const { context, page } = await bare(server.prefix, { slow: true });
    await page.evaluate(it.load, entry);
    await page.evaluate(it.ready);
    figures.prepared.ms.push((await page.evaluate(it.ask, [some(), 10])).ms);
    await context.close();
  }
  worst.sort((a, b) => b[0] - a[0]);
  const made = { worst: worst.slice(0, 6) };
  for (const [name, lists] of Object.entries(figures)) {
    made[name] = Object.fromEntries(Object.entries(lists).map(([what, list]) => [what, middle(list)]));
  }
  return made;
}

/** Whether it answers at all when the site is opened from the disk. */
async function fromDisk() {
  try {
    const prefix = pathToFileURL(`${path.resolve(site)}/`).href;
    const { classes, wrong } = await quality(prefix, queries.filter((_, number) => number % 12 === 0));
    const n = Object.values(classes).map((one) => one.n).reduce(add, 0);
    return { n, missed: Object.values(classes).map((one) => one.missed).reduce(add, 0), wrong: wrong.slice(0, 3) };
  } catch (error) {
    return { failed: String(error).split('\n')[0].slice(0, 160) };
  }
}

note(`${queries.length} queries`);
const { classes, wrong } = await quality(server.prefix, queries);
note('on a weak network');
const cost = await costs();
const disk = await fromDisk();
await browser.close();
server.close();

/** Everything that search is made of, raw and as a server sends it. */
function sizes() {
  let [n, bytes, sent] = [0, 0, 0];
  for (const item of fs.readdirSync(path.join(site, it.folder), { recursive: true, withFileTypes: true })) {
    if (!item.isFile()) continue;
    const body = fs.readFileSync(path.join(item.parentPath ?? item.path, item.name));
    n += 1;
    bytes += body.length;
    if (pages.length <= 20_000) sent += zlib.gzipSync(body, { level: 6 }).length;
  }
  return { n_files: n, bytes, sent };
}

const script = engine === 'ours' ? zlib.gzipSync(fs.readFileSync(path.join(site, entry)), { level: 9 }).length : 0;
process.stdout.write(`${JSON.stringify({ engine, n_pages: pages.length, classes, cost, disk, size: sizes(), script, wrong: wrong.slice(0, 60), n_wrong: wrong.length }, null, 1)}\n`);
