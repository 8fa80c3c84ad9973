// Lighthouse's four scores for the home page, a list and an activity. Not part of the tests: scores depend on the machine.
// Needs `npm install --no-save lighthouse@12` in this folder.
import fs from 'node:fs';
import { serve } from './browser.mjs';
import { pages, read } from './site.mjs';

const { default: lighthouse } = await import('lighthouse').catch(() => {
  console.error('Lighthouse is not installed: run `npm install --no-save lighthouse@12` in tests/browser');
  process.exit(2);
});
const { launch } = await import('chrome-launcher');

const chromePath = process.env.CHROMIUM || ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((file) => fs.existsSync(file));
const activity = pages.filter((page) => page.startsWith('activities/') && read(page).includes('class="album"')).pop();
const server = await serve();
const chrome = await launch({ chromePath, chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'] });
for (const page of ['index.html', 'activities/index.html', activity]) {
  const { lhr } = await lighthouse(server.prefix + page, { port: chrome.port, output: 'json', logLevel: 'error' });
  const scores = Object.values(lhr.categories).map((category) => `${category.title} ${Math.round(category.score * 100)}`);
  console.log(`${page}: ${scores.join(', ')}`);
  for (const audit of Object.values(lhr.audits)) {
    if (audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== 'informative') console.log(`  ${audit.id}: ${audit.displayValue ?? audit.title}`);
  }
}
await chrome.kill();
server.close();
