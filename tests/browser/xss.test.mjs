// Whatever an author pastes, nothing runs: with the sanitiser alone, and with the content policy alone.
//
// The first opens every page of a site whose texts, fields, cells and settings are payloads, in a browser told to ignore content policies.
// The second puts payloads into a finished page as they are, and lets the policy work. `YUANDI_XSS` names a folder of public lists.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { launch } from './browser.mjs';
import { scratch } from './search.mjs';
import { buildWithoutRefused, bundles, drawings, guarded, openAll, ownPayloads, publicPayloads, serve, writeSite } from './xss.mjs';

const lists = process.env.YUANDI_XSS;
const payloads = lists ? await publicPayloads(lists) : ownPayloads();
/** Thousands of public payloads share texts; each of our own has one. */
const texts = bundles(payloads, lists ? 10 : 1).map((bundle) => bundle.map((one) => one.text).join('\n\n'));
/** A picture inside of an address is a doubt of the gate, and one of them would keep back every page; as texts of their own they are tried. */
const inFields = payloads.filter((one) => !/data:(image|application)/i.test(one.text));
const fields = bundles(inFields, lists ? 400 : 100).map((bundle) => bundle.map((one) => one.text).join(' '));
/** Finished texts are looked at many at once: each was made alone. */
const N_TOGETHER = 25;

let browser;
let root;
let built;
let server;
let many;

before(async () => {
  root = scratch();
  writeSite(root, texts, fields);
  built = buildWithoutRefused(root);
  const read = (file) => fs.readFileSync(path.join(built.out, file), 'utf8');
  const [head, body, foot] = cut(read('news/spring/index.html'));
  assert.match(head, /Content-Security-Policy/);
  // The policy is what is tried, so the page loads nothing of its own.
  const bare = head.replace(/<(script|link)\b[^>]*>(<\/script>)?/g, '');
  const finished = fs.readdirSync(path.join(built.out, 'news')).filter((name) => name.startsWith('body-'));
  many = bundles(finished, N_TOGETHER);
  server = await serve(built.out, {
    raw: (idx) => `${bare}${texts[idx]}${body}</main></body></html>`,
    many: (idx) => head + many[idx].map((name) => cut(read(`news/${name}/index.html`))[1]).join('\n') + foot,
  });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.close();
  if (root) fs.rmSync(root, { recursive: true });
});

/** A page before, in and behind its main part. */
function cut(page) {
  const start = page.indexOf('>', page.indexOf('<main')) + 1;
  const end = page.lastIndexOf('</main>');
  return [page.slice(0, start), page.slice(start, end), page.slice(end)];
}

test('there are payloads of all families', { skip: Boolean(lists) }, () => {
  assert.ok(payloads.length >= 300, `${payloads.length} payloads`);
  assert.ok(new Set(payloads.map((one) => one.family)).size >= 15);
});

test('without either, payloads run and are noticed', async () => {
  const tabs = await guarded(browser, server.prefix, { bypassCSP: true });
  await openAll(tabs, server.prefix, texts.slice(0, 12).map((_, idx) => `raw/${idx}/index.html`), false);
  await tabs.context.close();
  assert.ok(tabs.wrong.some((one) => one.includes(' ran ')) && tabs.wrong.some((one) => one.includes(' asks for ')), tabs.wrong.join('\n'));
});

test('with the sanitiser alone nothing runs, loads or leads away', async (t) => {
  const all = fs.readdirSync(built.out, { recursive: true }).filter((file) => file.endsWith('.html')).sort();
  const isRedirect = (file) => fs.readFileSync(path.join(built.out, file), 'utf8').includes('http-equiv="refresh"');
  const others = all.filter((file) => !file.startsWith('news/body-') && file !== '404.html' && !isRedirect(file));
  const addresses = [...many.map((_, idx) => `many/${idx}/index.html`), ...others];
  t.diagnostic(`${payloads.length} payloads, ${built.refused.size} of ${texts.length} texts refused, ${addresses.length} pages`);
  const tabs = await guarded(browser, server.prefix, { bypassCSP: true });
  const found = await openAll(tabs, server.prefix, addresses, true);
  await tabs.context.close();
  assert.deepEqual([...tabs.wrong, ...found].slice(0, 20), []);
});

test('search shows what was found without running it', async () => {
  const tabs = await guarded(browser, server.prefix, { bypassCSP: true });
  const page = await tabs.context.newPage();
  await page.goto(`${server.prefix}search/index.html`);
  await page.waitForFunction(() => window.yuandiSearch, null, { timeout: 15_000 });
  for (const query of ['alert', 'script', 'onerror', '<img src=x onerror=alert(1)>']) {
    await page.locator('input[type=search]').last().fill(query);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(400);
  }
  assert.ok((await page.locator('main').textContent()).includes('alert'), 'payloads are found');
  await tabs.context.close();
  assert.deepEqual(tabs.wrong, []);
});

test('drawings are opened by themselves, and nothing runs', { skip: Boolean(lists) }, async () => {
  const all = fs.readdirSync(built.out, { recursive: true }).filter((file) => file.endsWith('.svg')).sort();
  const nRefused = [...built.refused.keys()].filter((file) => file.endsWith('.svg')).length;
  assert.ok(all.length >= 2 * (drawings().length - nRefused), `${all.length} drawings, ${nRefused} refused`);
  const tabs = await guarded(browser, server.prefix, { bypassCSP: true });
  const found = await openAll(tabs, server.prefix, all, true);
  await tabs.context.close();
  assert.deepEqual([...tabs.wrong, ...found], []);
});

/** No policy of a page can forbid it to be left for another one: only the sanitiser keeps a refresh out. */
const canLeave = (text) => /http-equiv=["']?refresh/i.test(text) && /(url=|;)["']?(https?:)?\/\//i.test(text);

test('with the content policy alone nothing runs or loads', async (t) => {
  const addresses = texts.flatMap((text, idx) => (canLeave(text) ? [] : [`raw/${idx}/index.html`]));
  t.diagnostic(`${addresses.length} pages`);
  const tabs = await guarded(browser, server.prefix, {});
  await openAll(tabs, server.prefix, addresses, false);
  await tabs.context.close();
  assert.deepEqual(tabs.wrong.slice(0, 20), []);
});
