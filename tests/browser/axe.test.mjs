// One page of each kind, narrow and wide, light and dark: no accessibility fault that a machine can find.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { fileUrl, launch, pretendPublished } from './browser.mjs';
import { address, kinds } from './site.mjs';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ALL = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
const CONTRAST = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

async function faults(page, options) {
  const found = await page.evaluate((options) => axe.run(document, options), options);
  return found.violations.map((fault) => `${fault.id}: ${fault.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(', ')}`);
}

/** Everything in light; in dark only what depends on colours. */
async function judge(context, url) {
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(AXE);
  const light = await faults(page, ALL);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await faults(page, CONTRAST);
  await page.close();
  return [...light, ...dark.map((fault) => `dark: ${fault}`)];
}

// Both widths at once: each page waits for its own process.
describe('no faults', { concurrency: 2 }, () => {
  for (const width of [360, 1280]) test(`at ${width} pixels`, () => judgeAll(width));
});

async function judgeAll(width) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: 'light', bypassCSP: true });
  const found = [];
  for (const kind of kinds) found.push(...(await judge(context, fileUrl(kind))).map((fault) => `${kind}: ${fault}`));
  if (address) {
    await pretendPublished(context);
    found.push(...(await judge(context, `${address}404.html`)).map((fault) => `404.html: ${fault}`));
  }
  await context.close();
  assert.deepEqual(found, []);
}
