// Search over 2,000 generated pages: everything that contains a query is found, everything shown contains it, and little is loaded.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch } from './browser.mjs';
import { build, findAll, openSearch, repository, scratch, serveCompressed } from './search.mjs';
import { PAIRS, Texts, folder as folderOf, quantile, random, sample, tableOf, turned } from './truth.mjs';

const N_PAGES = 2000;
const N_EACH = 60;
/** More than any query finds: every site has pages of its own, and those of months hold years. */
const ALL = { limit: 2 * N_PAGES };
const TEN = { limit: 10 };

const table = tableOf(PAIRS);
const fold = folderOf(table);
const toTraditional = turned(table);
let root;
let out;
let pages;
let texts;
let queries;
let server;
let browser;
let buildSeconds;

before(async () => {
  root = scratch();
  const pairs = path.join(root, 'pairs.json');
  fs.writeFileSync(pairs, JSON.stringify(Object.fromEntries(toTraditional)));
  const made = path.join(root, 'made');
  execFileSync('python3', [path.join(repository, 'benches/search/texts.py'), N_PAGES, made, '--table', pairs, '--length', '300']);
  pages = fs.readFileSync(path.join(made, 'pages.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  texts = new Texts(pages, fold);
  queries = sample(pages, N_EACH, 1, toTraditional);
  const begun = performance.now();
  out = build(path.join(made, 'yuandi'));
  buildSeconds = (performance.now() - begun) / 1000;
  server = await serveCompressed(out);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  server?.close();
  fs.rmSync(root, { recursive: true, force: true });
});

/** Whether a page that every site has (a month, the manual) contains a query in what it shows. */
function ownPageContains(url, query) {
  const html = fs.readFileSync(path.join(out, url, 'index.html'), 'utf8');
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  const text = main.replace(/<[^>]+>/g, '').replace(/&(lt|gt|amp|quot|#39);/g, (_, name) => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name] ?? "'");
  return new Texts([{ u: url, t: '', b: text }], fold).contains(url, query);
}

/** What is wrong with the answers to all queries. */
async function faults(page) {
  const asked = queries.map(({ query }) => query);
  const [all, ten] = [await findAll(page, asked, ALL), await findAll(page, asked, TEN)];
  const wrong = [];
  queries.forEach(({ kind, query }, number) => {
    const say = (what) => wrong.push(`${kind}: ${query}: ${what}`);
    const truth = texts.containing(query);
    if (all[number].failed || ten[number].failed) return say(`failed: ${all[number].failed || ten[number].failed}`);
    const found = new Set(all[number].results.map(({ url }) => url));
    const missed = [...truth].filter((url) => !found.has(url));
    if (missed.length) say(`misses ${missed.length} of ${truth.size}: ${missed[0]}`);
    if (found.size !== all[number].results.length) say('shows a page twice');
    const shown = ten[number].results;
    if (shown.length < Math.min(10, truth.size)) say(`shows ${shown.length} of ${truth.size}`);
    for (const { url, excerpt } of shown) {
      const isRight = texts.numbers.has(url) ? texts.contains(url, query) : ownPageContains(url, query);
      if (!isRight) say(`shows ${url}, which does not contain it`);
      if (typeof excerpt !== 'string' || (!excerpt && texts.numbers.has(url))) say(`${url} has no excerpt`);
    }
    const n_right = truth.size + [...found].filter((url) => !texts.numbers.has(url)).length;
    for (const answer of [all[number], ten[number]]) {
      if (answer.exact && answer.total !== n_right) say(`says exactly ${answer.total} of ${n_right}`);
      if (!answer.exact && answer.total < n_right * 0.5) say(`says about ${answer.total} of ${n_right}`);
    }
  });
  return wrong;
}

const isRight = (wrong) => assert.equal(wrong.slice(0, 30).join('\n'), '', `${wrong.length} faults in ${queries.length} queries`);

test('the site is built soon enough, and there are queries of each class', () => {
  assert.ok(buildSeconds < 40, `${buildSeconds.toFixed(1)} s`);
  assert.ok(queries.length >= 600, `${queries.length} queries`);
  const kinds = new Set(queries.map(({ kind }) => kind));
  for (const kind of kinds) assert.ok(queries.filter((query) => query.kind === kind).length >= N_EACH / 2, kind);
});

test('recall and precision below a path, from a server that names no charset', async () => {
  const context = await browser.newContext();
  const page = await openSearch(context, server.prefix);
  isRight(await faults(page));
  await context.close();
});

test('recall and precision from the disk, in a browser that cannot split words', async () => {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    delete Intl.Segmenter;
  });
  const page = await openSearch(context, pathToFileURL(`${out}/`).href);
  assert.equal(await page.evaluate(() => typeof Intl.Segmenter), 'undefined');
  isRight(await faults(page));
  await context.close();
});

test('bytes of a first query and of later ones', async () => {
  const pick = random(2);
  const some = () => queries[Math.floor(pick() * queries.length)].query;
  const isSearch = ({ name }) => name.startsWith('search/shards/') || /(^|\/)search[^/]*\.js$/.test(name);
  const [first, later] = [[], []];
  for (let number = 0; number < 20; number += 1) {
    const context = await browser.newContext();
    server.sent.length = 0;
    const page = await openSearch(context, server.prefix);
    await findAll(page, [some()], TEN);
    const bytes = () => server.sent.filter(isSearch).reduce((sum, { bytes }) => sum + bytes, 0);
    first.push(bytes());
    for (let more = 0; more < 4; more += 1) {
      server.sent.length = 0;
      await findAll(page, [some()], TEN);
      later.push(bytes());
    }
    await context.close();
  }
  const kb = (list, part) => Math.round(quantile(list, part) / 102.4) / 10;
  const said = `first ${kb(first, 0.5)} / ${kb(first, 0.95)} KB, later ${kb(later, 0.5)} KB`;
  assert.ok(kb(first, 0) > 0, 'nothing was loaded');
  assert.ok(kb(first, 0.5) <= 40 && kb(first, 0.95) <= 90 && kb(later, 0.5) <= 25, said);
});

test('a second query for the same asks the server for nothing', async () => {
  const context = await browser.newContext();
  const page = await openSearch(context, server.prefix);
  await findAll(page, [queries[0].query], TEN);
  server.sent.length = 0;
  await findAll(page, [queries[0].query], TEN);
  assert.deepEqual(server.sent, []);
  await context.close();
});
