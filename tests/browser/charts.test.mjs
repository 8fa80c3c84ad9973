// Charts of every kind in a gallery: no text lies on another or is cut off, at any width, in light, in dark and on paper.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch } from './browser.mjs';

const require = createRequire(import.meta.url);
const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const AXE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const ALL = { runOnly: TAGS, resultTypes: ['violations'] };
const CONTRAST = { runOnly: { type: 'rule', values: ['color-contrast'] }, resultTypes: ['violations'] };

/** Width of the window; on paper the width of A4 without its margins. */
const VIEWS = [
  ...[320, 360, 1280].flatMap((width) => ['light', 'dark'].map((colorScheme) => ({ width, colorScheme, media: 'screen' }))),
  { width: 657, colorScheme: 'light', media: 'print' },
];

let browser;
let folder;
let gallery;
before(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'charts-'));
  gallery = path.join(folder, 'index.html');
  const run = { cwd: ROOT, maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'inherit'] };
  fs.writeFileSync(gallery, execFileSync('cargo', ['run', '--quiet', '--example', 'chart_gallery'], run));
  browser = await launch();
});
after(async () => {
  await browser.close();
  fs.rmSync(folder, { recursive: true });
});

async function open({ width, colorScheme, media }) {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
  await page.emulateMedia({ media, colorScheme });
  await page.goto(pathToFileURL(gallery).href);
  return page;
}

/** What is wrong with the drawings that can be seen. Runs in the page. */
const measure = () => {
  const found = [];
  const isApart = (a, b) => a.right <= b.left + 0.5 || b.right <= a.left + 0.5 || a.bottom <= b.top + 0.5 || b.bottom <= a.top + 0.5;
  for (const figure of document.querySelectorAll('figure.chart')) {
    const name = `${figure.querySelector('figcaption').textContent} (${figure.dataset.kind})`;
    const seen = [...figure.querySelectorAll('svg[role=img]')].filter((svg) => svg.getBoundingClientRect().width > 0);
    if (seen.length !== 1) found.push(`${name}: ${seen.length} drawings are seen`);
    for (const svg of seen) {
      const frame = svg.getBoundingClientRect();
      const scale = frame.width / svg.viewBox.baseVal.width;
      const size = scale * Number(svg.getAttribute('font-size'));
      if (size < 12) found.push(`${name}: letters of ${size.toFixed(1)} pixels`);
      const texts = [...svg.querySelectorAll('text')].map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
      texts.forEach(({ text, box }, idx) => {
        const isInside = box.left >= frame.left - 0.5 && box.right <= frame.right + 0.5 && box.top >= frame.top - 0.5 && box.bottom <= frame.bottom + 0.5;
        if (!isInside) found.push(`${name}: "${text}" is cut off`);
        for (const other of texts.slice(0, idx)) {
          if (!isApart(box, other.box)) found.push(`${name}: "${text}" lies on "${other.text}"`);
        }
      });
    }
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
  return found;
};

for (const view of VIEWS) {
  test(`no text lies on another: ${view.width} pixels, ${view.colorScheme}, ${view.media}`, async () => {
    const page = await open(view);
    assert.deepEqual(await page.evaluate(measure), []);
    await page.close();
  });
}

test('marks stand out from the ground: three to one for shapes, four and a half to one for texts', async () => {
  for (const colorScheme of ['light', 'dark']) {
    const page = await open({ width: 1280, colorScheme, media: 'screen' });
    const colours = await page.evaluate(() => {
      const style = (element) => getComputedStyle(element);
      const shapes = [...document.querySelectorAll('svg[role=img] :is([class*=series-], .target, .trace)')];
      const stroke = (shape) => shape.matches('.target, .trace');
      return {
        ground: style(document.body).backgroundColor,
        shapes: [...new Set(shapes.map((shape) => (stroke(shape) ? style(shape).stroke : style(shape).fill)))],
        texts: [...new Set([...document.querySelectorAll('svg[role=img] text.quiet')].map((text) => style(text).fill))],
      };
    });
    assert.ok(colours.shapes.length >= 8, colours.shapes.join(' '));
    for (const shape of colours.shapes) assert.ok(contrast(shape, colours.ground) >= 3, `${colorScheme}: ${shape}`);
    // Text on the shade of a cell has a ground of its own, which a test of the tokens looks after.
    for (const text of colours.texts) assert.ok(contrast(text, colours.ground) >= 4.5, `${colorScheme}: ${text}`);
    await page.close();
  }
});

function contrast(one, other) {
  const [a, b] = [one, other].map((colour) => {
    const [r, g, blue] = colour.match(/[\d.]+/g).slice(0, 3).map((channel) => Number(channel) / 255);
    const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(blue);
  });
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

for (const width of [320, 1280]) {
  test(`no accessibility faults at ${width} pixels`, async () => {
    const found = [];
    // In dark only what depends on colours.
    for (const [colorScheme, options] of [['light', ALL], ['dark', CONTRAST]]) {
      const page = await open({ width, colorScheme, media: 'screen' });
      await page.evaluate(AXE);
      const { violations } = await page.evaluate((options) => axe.run(document, options), options);
      const places = (fault) => fault.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(', ');
      found.push(...violations.map((fault) => `${colorScheme}: ${fault.id}: ${places(fault)}`));
      await page.close();
    }
    assert.deepEqual(found, []);
  });
}

test('where a mark leads, its table leads too', async () => {
  const page = await open(VIEWS[0]);
  const lost = await page.evaluate(() =>
    [...document.querySelectorAll('figure.chart')].flatMap((figure) => {
      const links = (selector) => [...figure.querySelectorAll(selector)].map((link) => link.getAttribute('href'));
      const inTable = new Set(links('details a'));
      return links('.chart-links a').filter((href) => !inTable.has(href));
    }),
  );
  assert.deepEqual(lost, []);
  await page.close();
});

test('a mark can be clicked', async () => {
  const page = await open({ width: 1280, colorScheme: 'light', media: 'screen' });
  await page.locator('figure.chart .chart-wide .chart-links a').first().click();
  assert.match(page.url(), /#evidence$/);
  await page.close();
});

test('the gallery is valid HTML', () => {
  // Sites have their styles in a file of their own.
  const plain = path.join(folder, 'plain.html');
  fs.writeFileSync(plain, fs.readFileSync(gallery, 'utf8').replace(/<style>[^]*?<\/style>/, ''));
  const jar = path.join(path.dirname(require.resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');
  const args = ['-Xss4m', '-jar', jar, '--errors-only', '--exit-zero-always', '--stdout', '--format', 'gnu', plain];
  const said = execFileSync('java', args, { maxBuffer: 1 << 26 }).toString().trim();
  assert.equal(said.split('\n').slice(0, 20).join('\n'), '');
});
