// Sites built for tests of search, served as a campus serves them, and search as a page's script calls it.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { fileURLToPath } from 'node:url';

export const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The program: `YUANDI_BIN`, else the one that `cargo build` makes. */
export const program = path.resolve(process.env.YUANDI_BIN || path.join(repository, 'target/debug/yuandi'));

/** A folder that goes away with the tests. */
export function scratch() {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'yuandi-search.'));
}

/** Builds the site in a folder; gives the folder of its pages. */
export function build(root) {
  const out = path.join(root, 'public');
  execFileSync(program, ['build', '--root', root, '--out', out, '--as-of', '2026-03-31', '--no-cache', '--quiet'], { stdio: ['ignore', 'pipe', 'pipe'] });
  return out;
}

const TYPES = { css: 'text/css', html: 'text/html', js: 'text/javascript', json: 'application/json', svg: 'image/svg+xml', wasm: 'application/wasm' };

/** Serves a folder below `/a/b/`, compressed and without a charset, and notes what was handed out: path and bytes of the body. */
export async function serveCompressed(folder) {
  const sent = [];
  const bodies = new Map();
  const server = http.createServer((request, response) => {
    const url = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    const name = url.replace(/^\/a\/b\//, '');
    const file = path.join(folder, name);
    if (!url.startsWith('/a/b/') || !fs.existsSync(file) || fs.statSync(file).isDirectory()) {
      response.writeHead(404).end();
      return;
    }
    let body = bodies.get(name);
    if (!body) bodies.set(name, (body = zlib.gzipSync(fs.readFileSync(file), { level: 6 })));
    sent.push({ name, bytes: body.length });
    const type = TYPES[path.extname(file).slice(1)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type, 'Content-Encoding': 'gzip', 'Content-Length': body.length }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { prefix: `http://127.0.0.1:${server.address().port}/a/b/`, sent, close };
}

/** Opens a site's page of search, and waits until its script can be called. */
export async function openSearch(context, prefix) {
  const page = await context.newPage();
  await page.goto(`${prefix}search/index.html`);
  await page.waitForFunction(() => window.yuandiSearch && typeof window.yuandiSearch.find === 'function', null, { timeout: 15_000 });
  return page;
}

/** The address of a page as pages are named here: without `index.html` and the last `/`. */
export const plainUrl = (url) => decodeURIComponent(url).replace(/(^|\/)index\.html$/, '$1').replace(/\/$/, '');

/** Asks search for each of some queries, one after the other. */
export async function findAll(page, queries, options) {
  const answers = await page.evaluate(
    async ([queries, options]) => {
      const answers = [];
      for (const query of queries) {
        try {
          const { total, exact, results, correction, loose } = await window.yuandiSearch.find(query, options);
          answers.push({ total, exact, correction, loose, results: results.map(({ url, title, excerpt }) => ({ url, title, excerpt })) });
        } catch (error) {
          answers.push({ failed: String((error && (error.reason || error.message)) || error), results: [] });
        }
      }
      return answers;
    },
    [queries, options],
  );
  for (const answer of answers) for (const result of answer.results) result.url = plainUrl(result.url);
  return answers;
}

/** The first suggestions for what was typed, as texts. */
export async function suggest(page, text, limit) {
  return page.evaluate(
    async ([text, limit]) => {
      const found = await window.yuandiSearch.suggest(text, { limit });
      return (found.suggestions || found).map((one) => (typeof one === 'string' ? one : one.value || one.text || one.title));
    },
    [text, limit],
  );
}
