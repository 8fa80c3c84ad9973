// What can be seen in the files alone: valid HTML, links that lead somewhere, policy, weight.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { address, files, folder, isRedirect, pages, read } from './site.mjs';

const require = createRequire(import.meta.url);

test('every page is valid HTML', () => {
  const jar = path.join(path.dirname(require.resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');
  const args = ['-Xss4m', '-jar', jar, '--errors-only', '--exit-zero-always', '--skip-non-html', '--stdout', '--format', 'gnu', folder];
  const said = execFileSync('java', args, { maxBuffer: 1 << 26 }).toString().trim();
  assert.equal(said.split('\n').slice(0, 20).join('\n'), '');
});

test('every page begins with the policy, says its charset early and has one h1', () => {
  for (const page of pages) {
    const html = read(page);
    const first = html.slice(html.indexOf('<meta'));
    assert.match(first, /^<meta http-equiv="Content-Security-Policy" content="default-src 'none'; [^"]*base-uri 'none'">/, page);
    assert.ok(html.indexOf('<meta charset="utf-8">') < 1024, page);
    assert.equal((html.match(/<h1[ >]/g) ?? []).length, 1, `${page}: one h1`);
    assert.match(html, /^<!doctype html>\n<html lang="[a-z]/i, page);
    assert.match(html, /<title>[^<]+<\/title>/, page);
  }
});

test('no page has inline styles, inline scripts or event attributes', () => {
  for (const page of pages) {
    const html = read(page);
    assert.doesNotMatch(html, /<style|<[a-z]+[^>]* style=|<[a-z]+[^>]* on[a-z]+=/i, page);
    for (const [tag] of html.matchAll(/<script[^>]*>/g)) {
      assert.match(tag, / src="| type="application\/ld\+json"/, `${page}: ${tag}`);
    }
  }
});

test('JSON-LD can be parsed', () => {
  for (const page of pages) {
    for (const [, json] of read(page).matchAll(/<script type="application\/ld\+json">([^]*?)<\/script>/g)) JSON.parse(json);
  }
});

/** Every address in a page, without the fragment-only ones resolved. */
function addresses(html) {
  const found = [...html.matchAll(/ (?:href|src|poster)="([^"]*)"/g)].map(([, url]) => url);
  for (const [, set] of html.matchAll(/ srcset="([^"]*)"/g)) found.push(...set.split(',').map((part) => part.trim().split(' ')[0]));
  return found.map((url) => url.replaceAll('&amp;', '&'));
}

test('every internal link and anchor leads somewhere', () => {
  const known = new Set(files);
  const ids = new Map(pages.map((page) => [page, new Set([...read(page).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))]));
  const broken = [];
  for (const page of pages) {
    for (const url of addresses(read(page))) {
      const local = address && url.startsWith(address) ? `/${url.slice(address.length)}` : url;
      if (/^[a-z]+:/i.test(local)) continue;
      const target = new URL(local, `http://x/${page}`);
      const path = decodeURIComponent(target.pathname.slice(1));
      // Relative links name the file; a full address may be that of a folder.
      const file = local !== url && /(^|\/)$/.test(path) ? `${path}index.html` : path;
      const id = decodeURIComponent(target.hash.slice(1));
      if (!known.has(file)) broken.push(`${page} → ${url}`);
      else if (id && !ids.get(file)?.has(id)) broken.push(`${page} → ${url} (no such anchor)`);
    }
  }
  assert.deepEqual(broken.slice(0, 20), []);
});

test('no page asks anybody else for anything', () => {
  for (const page of pages) {
    const html = read(page);
    const asked = [...html.matchAll(/<(?:img|script|source|video|audio|track|iframe|embed|object|link rel="(?:stylesheet|icon|preload|preconnect|dns-prefetch)")[^>]*? (?:src|href|srcset|poster|data)="((?:https?:)?\/\/[^"]*)"/g)];
    for (const [, url] of asked) assert.ok(address && url.startsWith(address), `${page} asks for ${url}`);
  }
});

test('weights stay within the budgets', () => {
  const weight = (file) => gzipSync(fs.readFileSync(path.join(folder, file)), { level: 9 }).length;
  const sum = (ending) => files.filter((file) => /^assets\/[^/]*$/.test(file) && file.endsWith(ending)).reduce((all, file) => all + weight(file), 0);
  assert.ok(sum('.css') <= 12 * 1024, `styles: ${sum('.css')} bytes`);
  assert.ok(sum('.js') <= 15 * 1024, `scripts: ${sum('.js')} bytes`);
  const heavy = pages.filter((page) => !isRedirect(page) && weight(page) > 30 * 1024);
  assert.deepEqual(heavy, []);
});
