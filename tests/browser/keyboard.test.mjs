// The keyboard reaches everything, and what scripts add works: menu, large text, quizzes.
import assert from 'node:assert/strict';
import test from 'node:test';
import { browser, fileUrl, server, setUp } from './browser.mjs';
import { kinds, pages } from './site.mjs';

setUp();

async function open(page, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const tab = await context.newPage();
  await tab.goto(fileUrl(page));
  return tab;
}

const focused = (tab) => tab.evaluate(() => document.activeElement.className || document.activeElement.tagName);

test('the first stop is the link to the content, which is seen and works', async () => {
  const tab = await open('activities/index.html');
  await tab.keyboard.press('Tab');
  assert.equal(await focused(tab), 'skip');
  assert.ok((await tab.locator('.skip').boundingBox()).y >= 0);
  await tab.keyboard.press('Enter');
  assert.equal(await tab.evaluate(() => document.activeElement.id), 'main');
  await tab.context().close();
});

test('an area opens with Enter, leads to its items, and closes with Escape', async () => {
  const tab = await open('index.html');
  await tab.locator('.area summary').first().focus();
  await tab.keyboard.press('Enter');
  assert.ok(await tab.locator('.area').first().evaluate((area) => area.open));
  await tab.keyboard.press('Tab');
  assert.ok(await tab.evaluate(() => document.activeElement.closest('.area-items') !== null));
  await tab.keyboard.press('Escape');
  assert.equal(await tab.locator('.area[open]').count(), 0);
  assert.equal(await focused(tab), 'SUMMARY');
  await tab.context().close();
});

test('only one area is open at a time, and a click elsewhere closes it', async () => {
  const tab = await open('index.html');
  await tab.locator('.area summary').nth(0).click();
  await tab.locator('.area summary').nth(1).click();
  assert.equal(await tab.locator('.area[open]').count(), 1);
  await tab.locator('h1').click({ force: true });
  assert.equal(await tab.locator('.area[open]').count(), 0);
  await tab.context().close();
});

test('an area opens without scripts too', async () => {
  const tab = await open('index.html', { javaScriptEnabled: false, viewport: { width: 360, height: 700 } });
  await tab.locator('.area summary').first().click();
  assert.ok(await tab.locator('.area-items a').first().isVisible());
  await tab.context().close();
});

test('every stop of the keyboard shows where it is', async () => {
  for (const kind of kinds.slice(0, 10)) {
    const tab = await open(kind);
    for (let stop = 0; stop < 25; stop += 1) {
      await tab.keyboard.press('Tab');
      const shown = await tab.evaluate(() => {
        const one = document.activeElement;
        if (one === document.body) return 'end';
        const outlines = [getComputedStyle(one), getComputedStyle(one, '::after')];
        return outlines.some((style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || one.outerHTML.slice(0, 120);
      });
      if (shown === 'end') break;
      assert.equal(shown, true, kind);
    }
    await tab.context().close();
  }
});

test('large text is switched on by a button and remembered', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 700 } });
  const tab = await context.newPage();
  await tab.goto(`${server.prefix}index.html`);
  await tab.locator('.large-text').click();
  const size = () => tab.evaluate(() => getComputedStyle(document.body).fontSize);
  assert.equal(await size(), '22px');
  assert.equal(await tab.locator('.large-text').getAttribute('aria-pressed'), 'true');
  const heights = await tab.locator('.area summary').evaluateAll((all) => all.map((one) => one.offsetHeight));
  assert.ok(Math.min(...heights) >= 60, String(heights));
  await tab.goto(`${server.prefix}activities/index.html`);
  assert.equal(await size(), '22px');
  await context.close();
});

const quiz = pages.find((page) => /^quizzes\/.+\/index\.html$/.test(page));

test('a quiz is scored on the device', { skip: !quiz }, async () => {
  const tab = await open(quiz);
  assert.equal(await tab.locator('.answer:visible').count(), 0);
  const n = await tab.evaluate(() => {
    const questions = [...document.querySelectorAll('.question')];
    for (const question of questions) {
      const { answer, kind } = question.dataset;
      for (const box of question.querySelectorAll('input')) {
        if (kind === 'true_false' ? box.value === answer : answer.includes(box.value)) box.click();
      }
    }
    return questions.length;
  });
  await tab.locator('.quiz button[type=submit], .quiz button:not([type])').first().click();
  assert.equal(await tab.locator('.verdict.is-right').count(), n);
  assert.match(await tab.locator('.score').textContent(), new RegExp(`${n}.*${n}`));
  assert.equal(await tab.locator('.answer[open]').count(), n);
  await tab.locator('.quiz button[type=reset]').click();
  assert.equal(await tab.locator('.verdict').count(), 0);
  await tab.context().close();
});

test('a quiz without scripts has its answers behind a click', { skip: !quiz }, async () => {
  const tab = await open(quiz, { javaScriptEnabled: false });
  await tab.locator('.answer summary').first().click();
  assert.ok(await tab.locator('.answer p').first().isVisible());
  await tab.context().close();
});
