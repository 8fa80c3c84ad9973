// The search as people use it: keyboard, input method, thumb, weak and broken networks, from the disk and from a sub-folder.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { browser, fileUrl, server, setUp, watched } from './browser.mjs';
import { files, folder, pages, read } from './site.mjs';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TRANSCRIPT = path.join(path.dirname(fileURLToPath(import.meta.url)), 'search.expected');
/** In many pages of the sample, in titles and in texts. */
const QUERY = '三会一课';
const skip = !files.includes('search/index.html') && 'this site has no search';
const done = '#search-status[data-state=done], .search-note[data-state=done]';

setUp();

/** A page in a context of its own, which `close` ends. */
async function open(url, { width = 1280, ...options } = {}, prepare = () => {}) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, ...options });
  await prepare(context);
  const { page, wrong } = await watched(context, url.startsWith('file:') ? pathToFileURL(folder).href : server.prefix);
  await page.goto(url);
  return { page, wrong, close: () => context.close() };
}

const searchPage = (query, more = '') => `search/index.html?q=${encodeURIComponent(query)}${more}`;
const fileSearch = (query, more = '') => fileUrl('search/index.html') + searchPage(query, more).slice('search/index.html'.length);
const results = (page) => page.locator('#search-results > li[data-url]');
const said = (page) => page.locator('#search-status').textContent();
const settled = (page) => page.waitForSelector('#search-status[data-state=done]');

describe('search', { skip, concurrency: 2 }, () => {
  test('with the keyboard alone: open, type, choose, read, come back', async () => {
    const { page, wrong, close } = await open(fileUrl('about/index.html'));
    await page.keyboard.press('/');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'search-field');
    await page.keyboard.type(QUERY);
    await page.waitForSelector(done);
    const field = page.locator('#search-field');
    assert.equal(await field.getAttribute('aria-expanded'), 'true');
    assert.match(await page.locator('.search-note').textContent(), /\d/);
    await page.keyboard.press('ArrowUp');
    const last = await page.locator('[role=option]').last().getAttribute('id');
    assert.equal(await field.getAttribute('aria-activedescendant'), last);
    await page.keyboard.press('ArrowDown');
    assert.equal(await field.getAttribute('aria-activedescendant'), null);
    await page.keyboard.press('Escape');
    assert.equal(await field.getAttribute('aria-expanded'), 'false');
    assert.equal(await page.locator('.search-panel').isVisible(), false);
    await page.keyboard.press('Control+k');
    await page.waitForSelector(done);
    await page.locator('a.search-option').first().waitFor();
    while (!(await page.locator('a[aria-selected=true]').count())) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForSelector('main mark');
    assert.match(page.url(), /[?&]mark=/);
    await page.goBack();
    assert.match(page.url(), /about/);
    assert.deepEqual(wrong, []);
    await close();
  });

  test('the focus goes back to where the reader was', async () => {
    const { page, close } = await open(fileUrl('about/index.html'));
    const link = page.locator('main a').first();
    await link.focus();
    await page.keyboard.press('Control+k');
    await page.waitForSelector('.search-panel');
    await page.keyboard.press('Escape');
    assert.ok(await link.evaluate((element) => element === document.activeElement));
    await close();
  });

  test('an input method composes in peace', async () => {
    const { page, close } = await open(fileUrl('index.html'));
    await page.locator('#search-field').click();
    await page.waitForSelector('.search-panel');
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: "san'hui", selectionStart: 7, selectionEnd: 7 });
    await page.locator('#search-field').dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true });
    await page.waitForTimeout(250);
    assert.equal(await page.locator('.search-note').getAttribute('data-state'), 'idle');
    assert.match(page.url(), /index\.html$/);
    await session.send('Input.insertText', { text: '三会' });
    await page.waitForSelector(done);
    assert.equal(await page.locator('#search-field').inputValue(), '三会');
    await close();
  });

  test('on a phone the box fills the screen, and a thumb hits everything', async () => {
    const { page, wrong, close } = await open(`${server.prefix}index.html`, { width: 360, hasTouch: true, isMobile: true });
    await page.locator('.search-go').tap();
    const box = page.locator('.search[role=dialog][aria-modal=true]');
    await box.waitFor();
    assert.equal((await box.boundingBox()).width, 360);
    await page.keyboard.type(QUERY);
    await page.waitForSelector(done);
    await page.locator('a.search-option').first().waitFor();
    const small = await page.evaluate(() => [...document.querySelectorAll('.search input, .search button, .search [role=option]')].filter((one) => one.offsetHeight && one.offsetHeight < 44).map((one) => one.outerHTML));
    assert.deepEqual(small, []);
    await page.locator('.search-close').tap();
    assert.equal(await page.locator('.search[role=dialog]').count(), 0);
    assert.ok(await page.locator('main').isVisible());
    // So does the key that goes back, and the page stays.
    await page.waitForFunction(() => !history.state);
    await page.locator('.search-go').tap();
    await box.waitFor();
    await page.goBack();
    await box.waitFor({ state: 'detached' });
    assert.match(page.url(), /\/index\.html$/);
    assert.ok(await page.locator('main').isVisible());
    assert.deepEqual(wrong, []);
    await close();
  });

  for (const [name, url] of [['from the disk', () => fileSearch(QUERY)], ['below /a/b/ without a charset', () => server.prefix + searchPage(QUERY)]]) {
    test(`the page of results works ${name}, quietly, without what old engines lack`, async () => {
      const { page, wrong, close } = await open(url(), {}, (context) => context.addInitScript(() => delete Intl.Segmenter));
      await settled(page);
      const n = Number(await page.locator('#search-status').getAttribute('data-total'));
      assert.ok(n > 0);
      assert.ok(['true', 'false'].includes(await page.locator('#search-status').getAttribute('data-exact')));
      assert.ok((await results(page).count()) > 0);
      assert.ok((await page.locator('#search-results mark').count()) > 0);
      assert.equal(await page.locator('#search-browse').isVisible(), false);
      assert.deepEqual(wrong, []);
      await close();
    });
  }

  test('conditions stand in the address, narrow the results, and the back button undoes them', async () => {
    const { page, close } = await open(fileSearch('党员'));
    await settled(page);
    const all = Number(await page.locator('#search-status').getAttribute('data-total'));
    const value = page.locator('[data-facet=kind] [data-value]').first();
    const n = Number(await value.getAttribute('data-count'));
    await value.click();
    await page.waitForSelector('[data-facet=kind] [aria-pressed=true]');
    await settled(page);
    assert.match(page.url(), /[?&]kind=/);
    assert.equal(await page.locator('#search-status').getAttribute('data-total'), String(n));
    await page.goBack();
    await page.waitForFunction((all) => document.querySelector('#search-status').dataset.total === String(all), all);
    assert.doesNotMatch(page.url(), /kind=/);
    // What is small comes by itself.
    await page.waitForSelector('[data-facet=branch] [data-value]');
    await close();
  });

  test('conditions that are large come on request, and kinds and times stand open before', async () => {
    const { page, close } = await open(`${server.prefix}${searchPage('党员')}`, {}, (context) => context.route('**/search/shards/index.js*', async (route) => {
      const body = await (await route.fetch()).text();
      return route.fulfill({ contentType: 'text/javascript', body: body.replace(/"facets":\[\["(\w+)",\d+/, '"facets":[["$1",99999') });
    }));
    await settled(page);
    assert.ok(await page.locator('[data-facet=kind] [data-value]').first().isVisible());
    assert.ok(await page.locator('[data-facet=month] [data-value]').first().isVisible());
    const more = page.locator('#search-facets').getByRole('button', { name: /更多条件/ });
    assert.equal(await page.locator('[data-facet=branch]').count(), 0);
    await more.click();
    await page.waitForSelector('[data-facet=branch] [data-value]');
    assert.equal(await more.count(), 0);
    await close();
  });

  test('the first script finds and shows without the second', async () => {
    const without = (context) => context.route('**/assets/search-more-*.js', (route) => route.abort());
    const { page, close } = await open(`${server.prefix}${searchPage(QUERY)}`, {}, without);
    await settled(page);
    assert.ok((await results(page).count()) > 0);
    assert.ok((await page.locator('#search-results mark').count()) > 0);
    await page.goto(`${server.prefix}about/index.html`);
    await page.keyboard.press('/');
    await page.keyboard.type(QUERY);
    await page.waitForSelector(done);
    await page.locator('a.search-option mark').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/[?&]mark=/);
    await close();
  });

  test('suggestions come for what was typed before the second script was there', async () => {
    let letGo;
    const slow = (context) => context.route('**/assets/search-more-*.js', async (route) => {
      await new Promise((resolve) => (letGo = resolve));
      return route.continue();
    });
    const { page, close } = await open(`${server.prefix}about/index.html`, {}, slow);
    await page.keyboard.press('/');
    await page.keyboard.type('三会');
    await page.waitForSelector(done);
    assert.equal(await page.locator('.search-panel [data-value]').count(), 0);
    letGo();
    await page.locator('.search-panel [data-value]').first().waitFor();
    await close();
  });

  test('more results come on request, and the focus goes to the first of them', async () => {
    const { page, close } = await open(fileSearch('党员'));
    await settled(page);
    const n = await results(page).count();
    await page.locator('#search-more').click();
    await page.waitForFunction((n) => document.querySelectorAll('#search-results > li').length > n, n);
    assert.ok(await results(page).nth(n).evaluate((row) => row.contains(document.activeElement)));
    await results(page).nth(n + 2).locator('h2 a').click();
    await page.waitForSelector('.mark-bar');
    await page.goBack();
    await page.waitForFunction((n) => document.querySelectorAll('#search-results > li').length > n, n);
    await close();
  });

  test('typing on the page keeps the address up to date, and nothing shows ways elsewhere', async () => {
    const { page, close } = await open(fileUrl('search/index.html'));
    await page.waitForSelector('#search-field[role=combobox]');
    assert.ok(await page.locator('#search-browse').isVisible());
    await page.locator('#search-field').fill('魑魅魍魉之无有');
    await page.waitForSelector('#search-status[data-total="0"]');
    assert.match(await said(page), /没有找到/);
    assert.ok(await page.locator('#search-browse').isVisible());
    assert.match(decodeURIComponent(page.url()), /q=魑魅魍魉之无有/);
    await page.locator('#search-field').fill('');
    await page.waitForSelector('#search-status[data-state=idle]', { state: 'attached' });
    assert.doesNotMatch(page.url(), /q=/);
    await close();
  });

  test('HTML in a query is text', async () => {
    const evil = '<img src=x onerror=alert(1)>"<b>三会';
    const { page, wrong, close } = await open(fileSearch(evil));
    await settled(page);
    assert.equal(await page.locator('main img[src=x], main b').count(), 0);
    assert.equal(await page.locator('#search-field').inputValue(), evil);
    assert.deepEqual(wrong, []);
    await close();
  });

  test('a query of 5,000 characters and one with half a character are answered', async () => {
    const { page, wrong, close } = await open(fileUrl('search/index.html'));
    await page.waitForSelector('#search-field[role=combobox]');
    for (const query of ['三会一课党员'.repeat(834), '三会\ud83d']) {
      await page.locator('#search-field').evaluate((field, query) => {
        field.value = query;
        document.querySelector('#search-status').dataset.state = 'typed';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }, query);
      await settled(page);
    }
    assert.deepEqual(wrong, []);
    await close();
  });

  test('recent searches stay on the device, can be cleared, and refused storage is no harm', async () => {
    const { page, close } = await open(`${server.prefix}${searchPage(QUERY)}`);
    await settled(page);
    await results(page).first().locator('h2 a').click();
    await page.waitForSelector('main mark');
    await page.locator('#search-field').click();
    const recent = page.locator(`.search-panel [data-value="${QUERY}"]`);
    await recent.waitFor();
    await page.locator('.search-help button').click();
    await recent.waitFor({ state: 'detached' });
    await close();

    const refuse = (context) => context.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => { throw new Error('refused'); } }));
    const other = await open(fileSearch(QUERY), {}, refuse);
    await settled(other.page);
    await results(other.page).first().locator('h2 a').click();
    await other.page.waitForSelector('main mark');
    assert.deepEqual(other.wrong, []);
    await other.close();
  });

  const broken = [
    ['missing', '部分索引没有载入', (route) => route.fulfill({ status: 404 })],
    ['cut', '部分索引没有载入', async (route) => {
      const body = await (await route.fetch()).text();
      return route.fulfill({ contentType: 'text/javascript', body: body.slice(0, body.length / 2) });
    }],
    ['of another build', '索引已更新，请刷新', async (route) => {
      const body = await (await route.fetch()).text();
      return route.fulfill({ contentType: 'text/javascript', body: body.replace(/(yuandiPart\("[^"]*",)"[^"]*"/, '$1"00000000"') });
    }],
  ];
  for (const [name, message, answer] of broken) {
    test(`a part that is ${name} is said, and nothing is called "no results"`, async () => {
      const { page, close } = await open(`${server.prefix}${searchPage(QUERY)}`, {}, (context) => context.route('**/search/shards/g/**', answer));
      await page.waitForSelector('#search-status[data-state=failed]');
      assert.match(await said(page), new RegExp(message));
      assert.ok(await page.locator('#search-status button').isVisible());
      await close();
    });
  }

  test('a network that is gone is said, and the search goes on when it is back', async () => {
    const { page, close } = await open(`${server.prefix}search/index.html`);
    await page.waitForSelector('#search-field[role=combobox]');
    await page.evaluate(() => yuandiSearch.ready());
    await page.context().setOffline(true);
    await page.locator('#search-field').fill(QUERY);
    await page.waitForSelector('#search-status[data-state=failed]');
    assert.match(await said(page), /网络/);
    await page.context().setOffline(false);
    await settled(page);
    await close();
  });

  test('a script that does not load is said on the page', async () => {
    const { page, close } = await open(`${server.prefix}${searchPage(QUERY)}`, {}, (context) => context.route('**/assets/search-*.js', (route) => route.abort()));
    await page.waitForSelector('#search-status[data-state=failed]');
    assert.match(await said(page), /没有载入/);
    await close();
  });

  test('the page that a result opens is marked at its section, within folded parts too, and the marks can be removed', async () => {
    const faq = pages.find((page) => /^pages\/.+\/index\.html$/.test(page) && / id="[^"]+"[^>]*>[^]*<p>/.test(read(page)));
    const { page, wrong, close } = await open(`${fileUrl(faq)}?mark=${encodeURIComponent('的')}`);
    await page.waitForSelector('.mark-bar');
    const before = await page.evaluate(() => document.querySelector('main').textContent);
    assert.ok((await page.locator('main mark').count()) > 1);
    await page.locator('.mark-bar button').click();
    assert.equal(await page.locator('main mark, .mark-bar').count(), 0);
    assert.equal(await page.evaluate(() => document.querySelector('main').textContent), before);
    assert.doesNotMatch(page.url(), /mark=/);
    assert.deepEqual(wrong, []);

    await page.evaluate(() => {
      sessionStorage.setItem('made', '1');
      document.querySelector('main').innerHTML = '<h1>甲</h1><p>「三<b>会</b>一<a href="#b">课</a>」</p><h2 id="b">乙</h2><details><summary>丙</summary><p>三会\n一课</p></details>';
      history.replaceState(null, '', '?mark=三会一课#b');
      for (const src of document.querySelector('.search').dataset.script.split(' ')) {
        const script = document.createElement('script');
        script.src = src;
        script.async = false;
        document.head.appendChild(script);
      }
    });
    await page.waitForSelector('details[open] mark');
    assert.equal(await page.locator('main p').first().locator('mark').count(), 4);
    assert.equal((await page.locator('main p').first().locator('mark').allTextContents()).join(''), '三会一课');
    await close();
  });

  test('no faults with the box open and on the page of results, narrow and wide, light and dark, large', async () => {
    const found = [];
    for (const width of [360, 1280]) {
      const { page, close } = await open(fileUrl('about/index.html'), { width, bypassCSP: true, colorScheme: 'light' });
      await page.keyboard.press('/');
      await page.keyboard.type(QUERY);
      await page.locator('a.search-option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      found.push(...(await faults(page, `box at ${width}`)));
      await page.goto(fileSearch('党员'));
      await settled(page);
      await page.evaluate(() => (document.querySelector('.search-fold').open = true));
      found.push(...(await faults(page, `results at ${width}`)));
      await close();
    }
    assert.deepEqual(found, []);
  });

  test('nothing scrolls sideways at 320 pixels, nor with large text at 360', async () => {
    for (const [width, isLarge] of [[320, false], [360, true]]) {
      const { page, close } = await open(fileSearch('党员'), { width });
      await settled(page);
      if (isLarge) await page.evaluate(() => document.documentElement.classList.add('large'));
      await page.evaluate(() => (document.querySelector('.search-fold').open = true));
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, 'results');
      await page.goto(fileUrl('about/index.html'));
      if (isLarge) await page.evaluate(() => document.documentElement.classList.add('large'));
      await page.locator('.search-go').click();
      await page.keyboard.type(QUERY);
      await page.locator('a.search-option').first().waitFor();
      assert.ok((await page.evaluate(() => document.querySelector('.search').scrollWidth)) <= width, 'box');
      await close();
    }
  });

  test('without scripts the page leads to sections and topics', async () => {
    const { page, close } = await open(fileUrl('search/index.html'), { javaScriptEnabled: false });
    assert.ok((await page.locator('#search-browse a:visible').count()) > 5);
    assert.match(await page.locator('noscript').textContent(), /脚本/);
    await page.goto(fileUrl('index.html'));
    await page.locator('#search-field').fill('三会');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search\/index\.html\?q=/);
    await close();
  });

  test('on paper there is no search', async () => {
    const { page, close } = await open(fileUrl('index.html'));
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.search').isVisible(), false);
    await close();
  });

  test('a screen reader hears field, number, suggestions and results as they are kept', async () => {
    const { page, close } = await open(fileUrl('about/index.html'));
    await page.keyboard.press('/');
    await page.keyboard.type(QUERY);
    await page.locator('a.search-option').first().waitFor();
    await page.locator('[role=option]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    // What the sample's pages say changes with the sample; what is heard around it must not.
    const heard = `${await page.locator('.search').ariaSnapshot()}\n`.replace(/: [^"\n]{40,}/g, ': …').replace(/"[^"\n]{24,}"/g, '"…"').replace(/\d+/g, '#');
    if (process.env.BLESS) fs.writeFileSync(TRANSCRIPT, heard);
    assert.equal(heard, fs.readFileSync(TRANSCRIPT, 'utf8'));
    await close();
  });
});

/** What axe finds in light and dark, and with large text. */
async function faults(page, where) {
  await page.evaluate(AXE);
  const found = [];
  for (const [colorScheme, isLarge] of [['light', false], ['dark', true]]) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate((isLarge) => document.documentElement.classList.toggle('large', isLarge), isLarge);
    const options = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
    const { violations } = await page.evaluate((options) => axe.run(document, options), options);
    found.push(...violations.map((fault) => `${where}, ${colorScheme}: ${fault.id}: ${fault.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(', ')}`));
  }
  return found;
}
