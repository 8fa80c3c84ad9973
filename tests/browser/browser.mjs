// A Chromium that speaks to nobody, and pages that remember what they asked for and complained about.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { address, folder } from './site.mjs';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const ARGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update'];

export function launch() {
  const executablePath = process.env.CHROMIUM || CANDIDATES.find((candidate) => fs.existsSync(candidate));
  if (!executablePath) throw new Error('no Chromium: install it, or name it in CHROMIUM');
  return chromium.launch({ executablePath, args: ARGS });
}

/** The address of a page opened from the disk. */
export const fileUrl = (page) => pathToFileURL(path.join(folder, page)).href;

/** A page with the list of what went wrong on it; requests that do not begin with `prefix` are wrong. */
export async function watched(context, prefix) {
  const page = await context.newPage();
  const wrong = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) wrong.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(prefix) && !url.startsWith('data:')) wrong.push(`asks for ${url}`);
  });
  page.on('requestfailed', (request) => wrong.push(`cannot get ${request.url()}`));
  return { page, wrong };
}

const TYPES = {
  css: 'text/css', gif: 'image/gif', html: 'text/html', ics: 'text/calendar', jpg: 'image/jpeg', js: 'text/javascript',
  json: 'application/json', png: 'image/png', svg: 'image/svg+xml', txt: 'text/plain', webp: 'image/webp', xml: 'text/xml',
};

/** Without a charset, as campus servers send it. */
const typeOf = (file) => TYPES[path.extname(file).slice(1)] ?? 'application/octet-stream';

/** A plain file server that has the site below `/a/b/`. */
export async function serve() {
  const server = http.createServer((request, response) => {
    const url = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    const file = path.join(folder, url.replace(/^\/a\/b\//, ''));
    if (!url.startsWith('/a/b/') || !fs.existsSync(file) || fs.statSync(file).isDirectory()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': typeOf(file) }).end(fs.readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { prefix: `http://127.0.0.1:${server.address().port}/a/b/`, close: () => server.close() };
}

/** What all tests of a file share, once `setUp` was called. */
export let browser;
export let server;

/** Opens a browser and serves the site for the tests of a file, and closes both behind them. */
export function setUp() {
  before(async () => {
    browser = await launch();
    server = await serve();
  });
  after(async () => {
    await browser.close();
    server.close();
  });
}

/** Lets a context see the site at its published address without any network. */
export async function pretendPublished(context) {
  await context.route(`${address}**`, (route) => {
    const file = path.join(folder, new URL(route.request().url()).href.slice(address.length));
    if (!fs.existsSync(file)) return route.fulfill({ status: 404 });
    return route.fulfill({ contentType: typeOf(file), body: fs.readFileSync(file) });
  });
}
