// What is typed leads to terms: over the built site's own lexicon, in a document without a page.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { open, readerOf } from './search-script.mjs';

const folder = path.resolve(process.env.YUANDI_SITE || path.join(path.dirname(fileURLToPath(import.meta.url)), '../../public'));
const isThere = fs.existsSync(path.join(folder, 'search/shards/x'));
const { search } = open(readerOf(folder));

/** Terms that every site has from the vocabulary, with what members type for them. */
const TERMS = [
  ['主题党日', 'zhutidangri', 'ztdr'],
  ['民主评议党员', 'minzhupingyidangyuan', 'mzpydy'],
  ['志愿服务', 'zhiyuanfuwu', 'zyfw'],
  ['组织生活会', 'zuzhishenghuohui', 'zzshh'],
  ['谈心谈话', 'tanxintanhua', 'txth'],
];

const values = async (typed) => (await search.suggest(typed, { limit: 5 })).map((item) => item.value);

test('full pinyin, first letters and mixtures lead to a term', { skip: !isThere && 'the site has no lexicon' }, async () => {
  for (const [term, full, initials] of TERMS) {
    for (const typed of [term, full, initials, term[0] + initials.slice(1), full.slice(0, -1), `${term.slice(0, 2)}${initials.slice(2)}`]) {
      assert.ok((await values(typed)).includes(term), `${typed}: ${await values(typed)}`);
    }
  }
});

test('a word of the same sound is corrected', { skip: !isThere && 'the site has no lexicon' }, async () => {
  assert.equal(await search.ready().then(() => search._.correct('主体党日')), '主题党日');
  assert.equal(await search._.correct('主题党日'), '');
});

test('what is no term and nothing give no suggestion and no fault', { skip: !isThere && 'the site has no lexicon' }, async () => {
  for (const typed of ['', ' ', "'", '！', '\ud800', 'q'.repeat(5000), '<b>']) {
    assert.ok(Array.isArray(await values(typed)), typed);
  }
});
