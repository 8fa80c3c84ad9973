// A site that nobody builds again: what is over goes from the pages on the reader's device, at the moment at which the day ends where the
// site is, wherever its reader may be.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch, watched } from './browser.mjs';
import { build, scratch } from './search.mjs';

const notice = (title, name, fields) => `+++
title = "${title}"
date = 2026-03-30
kind = "public_notice"
matter = "命名示范岗"
objects = ["${name}"]
period_days = 5
posted_on = 2026-03-30
accepting_unit = "党总支"
channel = "意见箱"
basis = "办法"
${fields}
+++

现公示${name}。
`;

const SITE = {
  'site.toml': '[site]\ntitle = "测试园地"\norg = "测试学院党总支"\n\n[footer]\nicp = "示例备案"\nsponsor = "测试学院党总支"\n',
  'data/holidays.csv': 'date,kind\n2026-01-01,off\n',
  'content/notices/goes.md': notice('名单会撤下的公示', '张样例', 'summary = "对象是张样例"'),
  'content/notices/stays.md': notice('名单会留下的公示', '李示范', 'names_after = "keep"'),
  'content/news/short.md': '+++\ntitle = "只到四月六日"\ndate = 2026-03-30\nexpires_at = 2026-04-06\nsummary = "短消息摘要"\n+++\n\n短消息正文。\n',
};
const [BEFORE, AFTER] = ['2026-04-06T15:59:58Z', '2026-04-06T16:00:00Z'];

let root;
let out;
let browser;

before(async () => {
  root = scratch();
  for (const [name, text] of Object.entries(SITE)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  }
  out = build(root);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  fs.rmSync(root, { recursive: true, force: true });
});

/** What a page says at a moment to a reader somewhere. */
async function read(name, moment, options = {}) {
  const context = await browser.newContext({ timezoneId: 'Asia/Shanghai', ...options });
  await context.clock.setFixedTime(moment);
  const { page, wrong } = await watched(context, pathToFileURL(out).href);
  await page.goto(pathToFileURL(path.join(out, name)).href);
  const said = { text: await page.locator('main').innerText(), html: await page.locator('main').innerHTML(), titles: await page.locator('h1').count() };
  await context.close();
  assert.deepEqual(wrong, []);
  return said;
}

test('names go when the day is over where the site is, and the page says so', async () => {
  for (const timezoneId of ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati']) {
    const open = await read('notices/goes/index.html', BEFORE, { timezoneId });
    assert.ok(open.text.includes('张样例') && !open.text.includes('公示已结束'), open.text);
    const over = await read('notices/goes/index.html', AFTER, { timezoneId });
    assert.ok(!over.html.includes('张样例') && over.text.includes('公示已结束，名单已撤下'), over.html);
    assert.ok(!over.text.includes('公示中') && !over.text.includes('公示第'), over.text);
    assert.equal(over.titles, 1);
  }
});

test('names that stay are not touched', async () => {
  const over = await read('notices/stays/index.html', '2030-01-01T00:00:00Z');
  assert.ok(over.text.includes('李示范') && !over.text.includes('公示已结束'), over.text);
});

test('lists forget what is over', async () => {
  for (const list of ['index.html', 'notices/index.html', 'news/index.html', 'months/2026/03/index.html', 'disclosure/index.html']) {
    const over = await read(list, AFTER);
    assert.ok(!over.html.includes('张样例') && !over.html.includes('只到四月六日'), `${list}: ${over.html}`);
  }
  assert.ok((await read('notices/index.html', BEFORE)).text.includes('对象是张样例'));
  assert.ok((await read('news/index.html', BEFORE)).text.includes('只到四月六日'));
});

test('the page of an expired text says that it is out of date', async () => {
  const before = await read('news/short/index.html', BEFORE);
  assert.ok(before.text.includes('短消息正文') && !before.text.includes('已经过期'), before.text);
  const over = await read('news/short/index.html', AFTER);
  assert.ok(!over.html.includes('短消息正文') && !over.html.includes('短消息摘要') && over.text.includes('本页内容已经过期'), over.html);
  assert.equal(over.titles, 1);
});

test('a page that was left open forgets when it is looked at again', async () => {
  const context = await browser.newContext();
  await context.clock.setFixedTime(BEFORE);
  const page = await context.newPage();
  await page.goto(pathToFileURL(path.join(out, 'notices/goes/index.html')).href);
  assert.ok((await page.locator('main').innerText()).includes('张样例'));
  await context.clock.setFixedTime(AFTER);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  assert.ok(!(await page.locator('main').innerHTML()).includes('张样例'));
  await context.close();
});
