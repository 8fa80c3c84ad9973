// What members type over the sample site, and what they should see first: judged.json, decided before any ranking was looked at.
//
// An entry: kind, query, the addresses of which one has to come first, why. `none`: nothing may be found. `correction`: the query is
// misspelt and means this. `suggestion`: the query is typed in letters, and one of the first five suggestions has to hold this.
// `open`: why search does not answer so yet; such an entry is told, not demanded.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { fileUrl, launch } from './browser.mjs';
import { findAll, openSearch, plainUrl, suggest } from './search.mjs';
import { folder } from './site.mjs';

const judged = JSON.parse(fs.readFileSync(new URL('judged.json', import.meta.url), 'utf8'));
let browser;
let page;

before(async () => {
  browser = await launch();
  page = await openSearch(await browser.newContext(), fileUrl('') + '/');
});
after(() => browser.close());

/** The answer to a query as a member gets it: what is offered instead is asked for. */
async function answerTo({ query, correction, suggestion }) {
  if (suggestion) {
    const offered = await suggest(page, query, 5);
    if (!offered.some((value) => value && value.includes(suggestion))) return { wrong: `suggests ${offered.join(' | ') || 'nothing'}` };
    return (await findAll(page, [suggestion], { limit: 10 }))[0];
  }
  const [answer] = await findAll(page, [query], { limit: 10 });
  if (!correction || answer.results.length) return answer;
  const offered = answer.correction && (answer.correction.value || answer.correction.text || answer.correction);
  if (offered !== correction) return { wrong: `offers ${JSON.stringify(offered)}` };
  return (await findAll(page, [correction], { limit: 10 }))[0];
}

function fault(entry, answer) {
  if (answer.wrong) return answer.wrong;
  if (answer.failed) return `failed: ${answer.failed}`;
  const found = answer.results.map(({ url, title }) => `${url} ${title}`);
  if (entry.none) return found.length || answer.total ? `finds ${answer.total}: ${found[0]}` : null;
  const wanted = entry.first.map(plainUrl);
  if (!found.length) return `finds nothing; wanted ${wanted[0]}`;
  if (wanted.includes(answer.results[0].url)) return null;
  const place = answer.results.findIndex(({ url }) => wanted.includes(url));
  return `first is ${found[0]}; wanted ${wanted[0]}, which is ${place < 0 ? 'not among ten' : `number ${place + 1}`}`;
}

test('there are enough queries, and what they expect exists', () => {
  assert.ok(judged.filter(({ open }) => !open).length >= 90);
  for (const { query, first, none } of judged) {
    assert.ok(none || first.length, query);
    for (const url of first) assert.ok(fs.existsSync(path.join(folder, url, 'index.html')), `${query}: ${url}`);
  }
});

for (const kind of [...new Set(judged.map((entry) => entry.kind))]) {
  test(`judged: ${kind}`, async (t) => {
    const wrong = [];
    for (const entry of judged.filter((one) => one.kind === kind)) {
      const said = fault(entry, await answerTo(entry));
      if (entry.open && said) t.diagnostic(`open: ${entry.query}: ${said}`);
      else if (entry.open) t.diagnostic(`no longer open: ${entry.query}`);
      else if (said) wrong.push(`${entry.query}: ${said} (${entry.why})`);
    }
    assert.equal(wrong.join('\n'), '');
  });
}
