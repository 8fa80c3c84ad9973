// What privacy held back stands in no file of the index: neither in its bytes, nor in what the site's own scripts read from them.
//
// `withheld/` is a site with a consent withdrawn and one never given, public notices whose time is over or that were withdrawn, a draft, texts
// to come and expired, and a ledger with columns about persons.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch } from './browser.mjs';
import { build, findAll, openSearch, scratch } from './search.mjs';

const WITHHELD = [
  // Consent withdrawn, and none given.
  '司徒撤回', '一盏灯亮到深夜', '写成三页', '钟离未签',
  // Notices that are over: removed, and reduced.
  '夏侯除名', '尉迟除名', '夏侯简称', '尉迟简称',
  // Withdrawn, dropped with its page, expired, and not yet published.
  '夏侯撤下', '宇文附注', '整页撤下的公示', '尉迟整页', '到期动态之题', '到期动态之文', '未到动态之题', '未到动态之文',
  // Columns that are not public, and what is of the register only.
  '百里受访', '百里再访', '灶台漏水', '屋顶换瓦', '2011-02-17', 'P20260001', 'P20260003', '授权书甲',
  '这一段草稿谁也不该看到', '编辑的旁注不外传',
];
const SHOWN = ['材料有误', '令狐在示', '欧阳同意', '这一段人人可见', '走访次数'];

let root;
let out;
let browser;

before(async () => {
  root = scratch();
  fs.cpSync(path.join(path.dirname(fileURLToPath(import.meta.url)), 'withheld'), root, { recursive: true });
  out = build(root);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  fs.rmSync(root, { recursive: true, force: true });
});

const open = async () => openSearch(await browser.newContext(), pathToFileURL(`${out}/`).href);

/** Names of the parts below `search/shards`, as scripts call them. */
const parts = () =>
  fs
    .readdirSync(path.join(out, 'search/shards'), { recursive: true })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => name.slice(0, -3))
    .sort();

/** A text as JSON without anything but ASCII writes it. */
const escaped = (text) => text.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

test('no file of the index and no page holds it in its bytes or in its name', () => {
  const files = fs.readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const entry of files) {
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    const text = `${file}\n${fs.readFileSync(file, 'utf8')}`;
    for (const secret of WITHHELD) {
      assert.ok(!text.includes(secret), `${file} holds ${secret}`);
      assert.ok(!text.toLowerCase().includes(escaped(secret).toLowerCase()) || escaped(secret) === secret, `${file} holds ${secret}, escaped`);
    }
  }
});

test('nothing that scripts read from the index holds it', async () => {
  const page = await open();
  const readable = parts().filter((name) => /^(t|x)\/|^f-/.test(name));
  assert.ok(readable.some((name) => name.startsWith('t/')) && readable.some((name) => name.startsWith('x/')), readable.join(' '));
  const said = await page.evaluate(async (names) => {
    const { _, ready } = window.yuandiSearch;
    const start = await ready();
    const texts = await Promise.all(names.map((name) => _.part(name, (bits) => bits.text())));
    return [JSON.stringify(start), ...texts].join('\n');
  }, readable);
  const normal = said.normalize('NFKC');
  for (const secret of WITHHELD) assert.ok(!normal.includes(secret), `the index says ${secret}`);
  for (const text of SHOWN) assert.ok(normal.includes(text), `the index says nothing of ${text}, so this test reads it wrongly`);
});

test('asking for it finds and suggests nothing', async () => {
  const page = await open();
  const answers = await findAll(page, WITHHELD, { limit: 10 });
  WITHHELD.forEach((secret, number) => {
    assert.equal(answers[number].failed, undefined, secret);
    assert.deepEqual([answers[number].total, answers[number].results.length], [0, 0], secret);
    assert.ok(!WITHHELD.includes(answers[number].correction), `${secret} is offered`);
  });
  for (const answer of await findAll(page, SHOWN, { limit: 10 })) assert.ok(answer.results.length > 0);
  for (const typed of ['situchehui', 'zhonglii', 'stch', 'xiahou', '司徒', '钟离', '百里']) {
    const offered = JSON.stringify(await page.evaluate((typed) => window.yuandiSearch.suggest(typed, { limit: 10 }), typed));
    for (const secret of WITHHELD) assert.ok(!offered.includes(secret), `${typed}: ${offered}`);
  }
});
