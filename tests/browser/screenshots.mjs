// Pictures of the pages that people judge a site by, narrow and wide, into `out/` (never committed).
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileUrl, launch } from './browser.mjs';
import { pages, read } from './site.mjs';

const out = path.join(path.dirname(fileURLToPath(import.meta.url)), 'out');
const activity = pages.filter((page) => read(page).includes('class="album"') && page.startsWith('activities/')).pop();
const wanted = {
  home: 'index.html',
  activity,
  wall: 'role-models/index.html',
  month: pages.filter((page) => /^months\/\d+\/\d+\//.test(page)).pop(),
};

fs.mkdirSync(out, { recursive: true });
const browser = await launch();
for (const colorScheme of ['light', 'dark']) {
  for (const width of [360, 1280]) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, deviceScaleFactor: width < 600 ? 2 : 1, colorScheme });
    for (const [name, page] of Object.entries(wanted)) {
      if (!page) continue;
      const tab = await context.newPage();
      await tab.goto(fileUrl(page));
      await tab.evaluate(async () => {
        for (const image of document.images) image.loading = 'eager';
        await Promise.all([...document.images].map((image) => image.decode().catch(() => null)));
      });
      const file = path.join(out, `${name}-${width}-${colorScheme}.png`);
      await tab.screenshot({ path: file, fullPage: true });
      console.log(file);
      await tab.close();
    }
    await context.close();
  }
}
await browser.close();
