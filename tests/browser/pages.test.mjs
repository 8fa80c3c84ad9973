// One page of each kind as people meet it: from a USB stick, from a sub-folder of a plain server, without scripts, on a narrow
// screen, on paper, with large text.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { pathToFileURL } from 'node:url';
import { browser, fileUrl, pretendPublished, server, setUp, watched } from './browser.mjs';
import { address, asOf, folder, freshness, kinds } from './site.mjs';

setUp();

/** Pictures below the fold count too. */
const loadAll = (page) =>
  page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager';
    await Promise.all([...document.images].map((image) => image.decode().catch(() => null)));
  });

async function quietly(prefix, addressOf) {
  const context = await browser.newContext();
  const found = [];
  for (const kind of kinds) {
    const { page, wrong } = await watched(context, prefix);
    await page.goto(addressOf(kind));
    await loadAll(page);
    const isStyled = await page.evaluate(() => getComputedStyle(document.querySelector('.masthead')).backgroundColor !== 'rgba(0, 0, 0, 0)');
    if (!isStyled) wrong.push('the style sheet has no effect');
    found.push(...wrong.map((fault) => `${kind}: ${fault}`));
    await page.close();
  }
  await context.close();
  return found;
}

test('from the disk, pages are whole, say nothing on the console and ask nobody else', async () => {
  assert.deepEqual(await quietly(pathToFileURL(folder).href, fileUrl), []);
});

test('from a sub-folder of a server without charsets, pages are whole and quiet', async () => {
  assert.deepEqual(await quietly(server.prefix, (kind) => server.prefix + kind), []);
});

test('the page for missing addresses works at any depth', { skip: !address }, async () => {
  const context = await browser.newContext();
  await pretendPublished(context);
  const { page, wrong } = await watched(context, address);
  await page.goto(`${address}404.html`);
  assert.deepEqual(wrong, []);
  await context.close();
});

test('nothing scrolls sideways at 320 pixels, and with large text at 360', async () => {
  const found = [];
  for (const [width, isLarge] of [[320, false], [360, true]]) {
    const context = await browser.newContext({ viewport: { width, height: 700 } });
    const page = await context.newPage();
    for (const kind of kinds) {
      await page.goto(fileUrl(kind));
      if (isLarge) await page.evaluate(() => document.documentElement.classList.add('large'));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > width) found.push(`${kind}: ${wide} of ${width} pixels`);
    }
    await context.close();
  }
  assert.deepEqual(found, []);
});

test('what is pressed with a thumb is at least 44 pixels high', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 700 } });
  const page = await context.newPage();
  const found = [];
  for (const kind of kinds) {
    await page.goto(fileUrl(kind));
    const small = await page.evaluate(() => {
      for (const area of document.querySelectorAll('.area')) area.open = true;
      const pressed = document.querySelectorAll('.area summary, .area-items a, .brand, .large-text, .button, .chips a, .pager a, .footer-links a, .options label, .answer summary');
      const seen = [...pressed].filter((one) => one.offsetParent && !one.closest('.facts'));
      return seen.filter((one) => one.getBoundingClientRect().height < 43.5).map((one) => one.className || one.textContent);
    });
    found.push(...small.map((one) => `${kind}: ${one}`));
  }
  await context.close();
  assert.deepEqual(found, []);
});

/** What a page says and where it leads, without white space. */
const content = () => ({
  text: document.querySelector('main').textContent.replace(/\s+/g, ''),
  links: [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href')),
});

/** Pages that scripts change by design: quizzes are answered on them, and the search is what its script makes of it. */
const isChanged = (kind) => kind === 'search/index.html' || (/^quizzes\/./.test(kind) && kind !== 'quizzes/index.html');

test('without scripts pages say the same and lead to the same places', async () => {
  const withScripts = await browser.newContext();
  // Marks age with the day of reading.
  await withScripts.clock.setFixedTime(`${asOf}T12:00:00`);
  const without = await browser.newContext({ javaScriptEnabled: false });
  const [one, other] = [await withScripts.newPage(), await without.newPage()];
  for (const kind of kinds.filter((kind) => !isChanged(kind))) {
    await one.goto(fileUrl(kind));
    await other.goto(fileUrl(kind));
    assert.deepEqual(await other.evaluate(content), await one.evaluate(content), kind);
  }
  await withScripts.close();
  await without.close();
});

test('marks age with the day of reading, and what the page says of its own day stays true', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const nLate = async (day) => {
    await context.clock.setFixedTime(day);
    await page.goto(fileUrl(freshness));
    return page.locator('#fresh .is-late').count();
  };
  assert.equal(await nLate(`${asOf}T12:00:00`), 0);
  const inTwoYears = `${Number(asOf.slice(0, 4)) + 2}${asOf.slice(4)}T12:00:00`;
  assert.ok((await nLate(inTwoYears)) > 0);
  assert.match(await page.locator('#fresh .is-late').first().textContent(), /到今天/);
  assert.equal(await page.locator('#fresh h2 time').getAttribute('datetime'), asOf);
  await context.close();
});

test('on paper the text stays and the ways to click go', async () => {
  const context = await browser.newContext({ viewport: { width: 700, height: 1000 } });
  const page = await context.newPage();
  for (const kind of kinds) {
    await page.goto(fileUrl(kind));
    await page.emulateMedia({ media: 'print' });
    const seen = await page.evaluate(() => ({
      nav: document.querySelector('.areas').offsetHeight,
      main: document.querySelector('main').innerText.length,
      wide: document.documentElement.scrollWidth,
    }));
    assert.equal(seen.nav, 0, kind);
    assert.ok(seen.main > 10, kind);
    assert.ok(seen.wide <= 700, `${kind}: ${seen.wide} pixels wide`);
  }
  const pdf = await page.pdf({ format: 'A4' });
  assert.ok(pdf.length > 1000);
  await context.close();
});

test('the first view of the home page weighs at most 150 KB', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const asked = new Set();
  page.on('request', (request) => asked.add(new URL(request.url()).pathname));
  await page.goto(`${server.prefix}index.html`);
  await page.waitForLoadState('networkidle');
  let weight = 0;
  for (const url of asked) {
    const bytes = fs.readFileSync(path.join(folder, decodeURIComponent(url).replace('/a/b/', '')));
    weight += /\.(html|css|js|svg)$/.test(url) ? gzipSync(bytes).length : bytes.length;
  }
  assert.ok(weight <= 150 * 1024, `${weight} bytes: ${[...asked].join(' ')}`);
  await context.close();
});
