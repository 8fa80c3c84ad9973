// Payloads, a site that carries them in every place where an author may write, and a browser context that notices if one runs.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { program, repository } from './search.mjs';

const here = path.join(repository, 'tests/browser/xss');

const unescape = (line) =>
  line.replace(/\\(u\{([0-9a-f]+)\}|[ntrf\\])/g, (_, sign, hex) => (hex ? String.fromCodePoint(parseInt(hex, 16)) : { n: '\n', t: '\t', r: '\r', f: '\f', '\\': '\\' }[sign]));

/** Our own, in the order of their file: family and what an author would paste. */
export function ownPayloads() {
  const payloads = [];
  let family = '';
  for (const line of fs.readFileSync(path.join(here, 'own.txt'), 'utf8').split('\n')) {
    if (line.startsWith('=== ')) family = line.slice(4);
    else if (line) payloads.push({ family, text: unescape(line) });
  }
  return payloads;
}

/** Public lists below the caller's folder; what is not there is passed over. */
export async function publicPayloads(folder) {
  const payloads = [];
  const add = (family, texts) => payloads.push(...[...new Set(texts)].filter((text) => text.trim()).map((text) => ({ family, text })));
  const find = (...names) => names.map((name) => path.join(folder, name)).find((file) => fs.existsSync(file));
  const fixtures = find('DOMPurify/test/fixtures/expect.mjs', 'dompurify/test/fixtures/expect.mjs', 'DOMPurify/expect.mjs');
  if (fixtures) add('DOMPurify', (await import(pathToFileURL(fixtures))).default.map((one) => one.payload));
  const sheet = find('CheatSheetSeries/cheatsheets/XSS_Filter_Evasion_Cheat_Sheet.md', 'owasp/XSS_Filter_Evasion_Cheat_Sheet.md', 'XSS_Filter_Evasion_Cheat_Sheet.md');
  if (sheet) add('OWASP', [...fs.readFileSync(sheet, 'utf8').matchAll(/```[a-z]*\n([^]*?)```/g)].map((match) => match[1].trim()));
  const list = find('xss-payload-list/Intruder/xss-payload-list.txt', 'payloadbox/xss-payload-list.txt');
  if (list) add('payloadbox', fs.readFileSync(list, 'utf8').split('\n'));
  return payloads;
}

/** Runs of at most `size` payloads. */
export function bundles(payloads, size) {
  return Array.from({ length: Math.ceil(payloads.length / size) }, (_, idx) => payloads.slice(idx * size, (idx + 1) * size));
}

const quoted = (text) => JSON.stringify(text).replace(/\u007f/g, '\\u007f');
const cell = (text) => `"${text.replace(/\u0000/g, '').replace(/[\r\n\f]/g, ' ').replace(/"/g, '""')}"`;

/** The front matter of each kind of text, with a payload in whatever takes words. */
const KINDS = {
  activities: (x) => `date = 2026-03-12\nkind = "theme_day"\nbranches = ["shukong"]\nstart = "2026-03-12T14:30"\nmode = "onsite"\nplace = ${x}\npurpose = ${x}\nagenda = [${x}, ${x}]\nhost = ${x}\nimprovement = ${x}\nalbum = [{ file = "../pages/emblem.png", alt = ${x}, caption = ${x} }]`,
  'role-models': (x) => `date = 2025-11-14\nname = ${x}\nkind = "teaching"\nbranch = "shukong"\nterm = ${x}\nevidence = [{ title = ${x}, link = "../activities/theme-day/index.md" }]\nquote = ${x}\nportrait = "li.png"\nportrait_alt = ${x}\nconsent = "C001"`,
  resources: (x) => `date = 2026-03-12\ntype = "document"\ntopic = "basics"\nlicence = ${x}\nissuer = ${x}\ndoc_number = ${x}\nissued_on = 2025-05-20\nfile = "rule.txt"`,
  paths: (x) => `date = 2026-03-12\nitems = ["charter", "charter-quiz"]`,
  quizzes: (x) => `date = 2026-02-02\n[[questions]]\nstem = ${x}\nkind = "single"\noptions = [${x}, "b", "c"]\nanswer = "C"\nexplanation = ${x}\nsource = ${x}`,
  notices: (x) => `date = 2026-03-30\nkind = "public_notice"\nmatter = ${x}\nobjects = [${x}]\nnames_after = "keep"\nperiod_days = 5\nposted_on = 2026-03-30\naccepting_unit = ${x}\nchannel = ${x}\nbasis = ${x}\noutcome = ${x}`,
  news: () => 'date = 2026-03-12',
  branches: (x) => `secretary = ${x}\nbrand = { name = ${x}, slogan = ${x}, goals = [${x}], years = ${x} }`,
  'columns/tech_news': () => 'date = 2026-03-12',
  faq: (x) => `question = ${x}\nanswer = ${x}\nasked_on = 2026-03-01\nanswered_on = 2026-03-02`,
  pages: () => 'date = 2026-03-12',
};

const common = (x, folder) => `title = ${x}\nsummary = ${x}\ntags = [${x}]\nowner = ${x}\ncover = "${'../'.repeat(folder.split('/').length)}pages/emblem.png"\ncover_alt = ${x}\nattachments = [{ file = "note.txt", title = ${x} }]\n`;

/** Of a page: `table` sections must stand behind plain keys. */
function note(folder, x) {
  const own = KINDS[folder](x).replace(/^question = .*\n/, folder === 'faq' ? '$&' : '');
  const [plain, ...sections] = own.split(/\n(?=\[\[)/);
  const title = folder === 'faq' ? common(x, folder).replace(/^title = .*\n/, '') : common(x, folder);
  return `+++\n${title}${plain}\n${sections.join('\n')}\n[review]\nfirst = ${x}\nsecond = ${x}\nfinal = ${x}\n+++\n\n正文。\n`;
}

/** Writes the site: a text for each payload, and bundles of them in every field, cell and setting. */
export function writeSite(root, bodies, fields) {
  fs.cpSync(path.join(repository, 'tests/sites/whole'), root, { recursive: true });
  const write = (file, text) => {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text);
  };
  fs.writeFileSync(path.join(root, 'data/person-key.txt'), 'key-of-the-browser-tests-0123456789abcdef\n');
  bodies.forEach((text, idx) => write(`content/news/body-${idx}.md`, `+++\ntitle = "第 ${idx} 篇"\ndate = 2026-03-12\n+++\n\n${text}\n`));
  const honours = [];
  const branches = [];
  fields.forEach((text, idx) => {
    const x = quoted(text.replace(/\u0000/g, ''));
    for (const folder of Object.keys(KINDS)) {
      write(`content/${folder}/note.txt`, '附件\n');
      write(`content/${folder}/field-${idx}.md`, note(folder, x));
    }
    honours.push(`X${idx},${cell(text)},university,branch,shukong,2025-12-20,${cell(text)},${cell(text)}`);
    branches.push(`field-${idx},${cell(`${text} ${idx}`)},,teacher`);
  });
  fs.appendFileSync(path.join(root, 'data/honours.csv'), `${honours.join('\n')}\n`);
  fs.appendFileSync(path.join(root, 'data/branches.csv'), `${branches.join('\n')}\n`);
  const x = quoted(fields.join(' ').replace(/\u0000/g, ''));
  const settings = fs.readFileSync(path.join(root, 'site.toml'), 'utf8');
  const everywhere = settings.replace(/^(title|org|description|summary|icp|sponsor) *= *".*"$/gm, (line, key) => `${key} = ${x}`).replace(/^focus .*$/m, `focus = [${x}]`);
  write('site.toml', everywhere.replace('[footer]', `[footer]\naddress = ${x}\npolice_filing = ${x}`).replace('[site]', `[site]\ntagline = ${x}`));
  for (const [name, drawing] of drawings()) {
    write(`content/news/${name}.svg`, drawing);
    write(`content/news/drawing-${name}.md`, `+++\ntitle = "图 ${name}"\ndate = 2026-03-12\nattachments = [{ file = "${name}.svg" }]\n+++\n\n![一张图](${name}.svg)\n\n[下载](${name}.svg)\n`);
  }
}

/** Drawings that would run if they were opened as they are. */
export function drawings() {
  return fs.readdirSync(here).filter((name) => name.endsWith('.svg')).sort().map((name) => [name.slice(0, -4), fs.readFileSync(path.join(here, name), 'utf8')]);
}

/** Builds the site without the texts that are refused; gives the folder of its pages and what was refused. */
export function buildWithoutRefused(root) {
  const arguments_ = ['--root', root, '--as-of', '2026-03-31', '--format', 'json', '--no-cache'];
  const refused = new Map();
  const out = path.join(root, 'public');
  for (let round = 0; round < 4; round += 1) {
    const { status, stdout } = spawnSync(program, ['build', ...arguments_, '--out', out], { encoding: 'utf8', maxBuffer: 1 << 28 });
    if (status === 0) return { out, refused };
    const errors = stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line)).filter((one) => one.severity === 'error');
    for (const { file: named, code, message } of errors) {
      // The gate names the page where it does not find the text.
      const file = named?.replace(/^news\/(body-\d+)\/.*$/, 'content/news/$1.md');
      if (!file || !/^content\/news\/(body-\d+\.md|[a-z]+\.svg)$/.test(file)) throw new Error(`${file}: ${code} ${message.zh}`);
      refused.set(file, code);
      fs.rmSync(path.join(root, file), { force: true });
      // The text that shows a refused drawing goes with it.
      if (file.endsWith('.svg')) fs.rmSync(path.join(root, file.replace(/([a-z]+)\.svg$/, 'drawing-$1.md')), { force: true });
    }
  }
  throw new Error('texts are still refused');
}

const TYPES = { css: 'text/css', html: 'text/html', js: 'text/javascript', json: 'application/json', svg: 'image/svg+xml', txt: 'text/plain', png: 'image/png', webp: 'image/webp' };

/** Serves a folder, and at `<name>/<n>/index.html` for each name of `made` the page that it makes. */
export async function serve(folder, made) {
  const server = http.createServer((request, response) => {
    const url = decodeURIComponent(new URL(request.url, 'http://x').pathname).slice(1);
    const file = path.join(folder, url);
    const [, name, idx] = url.match(/^(raw|many)\/(\d+)\/index\.html$/) ?? [];
    if (name) return response.writeHead(200, { 'Content-Type': 'text/html' }).end(made[name](Number(idx)));
    if (!fs.existsSync(file) || fs.statSync(file).isDirectory()) return response.writeHead(404).end();
    const headers = { 'Content-Type': TYPES[path.extname(file).slice(1)] ?? 'application/octet-stream', 'Cache-Control': 'max-age=600' };
    return response.writeHead(200, headers).end(fs.readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { prefix: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** What a payload would do first. Runs in the page before anything else. */
function hook() {
  const tell = (what) => globalThis.yuandiRan?.(String(what));
  for (const name of ['alert', 'confirm', 'prompt', 'print']) globalThis[name] = () => tell(name);
  globalThis.open = () => tell('open');
  Object.defineProperty(globalThis, 'pwned', { set: () => tell('pwned'), get: () => undefined });
  addEventListener('message', () => tell('message'));
}

/** Does to every element of a page what a reader may do, and gives what stands in it that could run, load or lead astray. */
export function poke(isCleaned) {
  const found = [];
  const bad = /^[\u0000-\u0020]*(?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]*[\t\r\n]*:/i;
  for (const element of document.querySelectorAll('*')) {
    const tag = element.localName;
    if (isCleaned) {
      if (['iframe', 'frame', 'object', 'embed', 'applet', 'base', 'portal', 'template', 'foreignObject', 'set', 'animate'].includes(tag)) found.push(`<${tag}>`);
      if (tag === 'style' || (tag === 'script' && !element.src && element.type !== 'application/ld+json')) found.push(`<${tag}>${element.textContent.slice(0, 60)}`);
      for (const { name, value } of element.attributes) {
        const isAddress = ['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'poster', 'background', 'ping', 'srcdoc'].includes(name);
        if (name.startsWith('on') || name === 'style' || (isAddress && bad.test(value) && !value.startsWith('data:image/'))) found.push(`<${tag} ${name}=${value.slice(0, 60)}>`);
        const isLoaded = ['src', 'srcset', 'poster', 'data', 'background'].includes(name) || (name === 'href' && tag === 'link' && /stylesheet|icon|manifest|pre/.test(element.rel));
        if (isLoaded && new URL(value.split(' ')[0], document.baseURI).origin !== location.origin && !value.startsWith('data:')) found.push(`<${tag} ${name}=${value.slice(0, 60)}>`);
      }
    }
    if (!element.closest('main, svg')) continue;
    for (const type of ['mouseover', 'pointerdown', 'focus', 'keydown', 'toggle', 'wheel', 'animationstart', 'error', 'load']) element.dispatchEvent(new Event(type));
    // A link to another site is followed by readers who want to go there.
    const leadsAway = /^(https?:)?\/\//.test(element.href?.baseVal ?? element.getAttribute('xlink:href') ?? '');
    if (!leadsAway && (element.protocol === undefined || /^(javascript|data|vbscript|blob):$/.test(element.protocol)) && !['input', 'summary', 'label'].includes(tag)) {
      element.dispatchEvent(new MouseEvent('click', { bubbles: false, cancelable: true }));
    }
  }
  return found;
}

/** A context that collects into `wrong` whatever runs, leaves or asks, beginning with the page that did. */
export async function guarded(browser, prefix, options) {
  const context = await browser.newContext(options);
  const wrong = [];
  await context.exposeBinding('yuandiRan', ({ page }, what) => wrong.push(`${page.url()} ran ${what}`));
  await context.addInitScript(hook);
  await context.route((url) => !url.href.startsWith(prefix), (route) => {
    wrong.push(`${route.request().frame().page().url()} asks for ${route.request().url()}`);
    return route.abort();
  });
  return { context, wrong };
}

/** Opens an address; a page before it that is still on its way to another place of the site may come between, once. */
async function open(page, url) {
  try {
    await page.goto(url);
  } catch (error) {
    if (!String(error).includes('ERR_ABORTED')) throw error;
    await page.goto(url);
  }
}

/** Opens each address in one of a few tabs, pokes it, and gives what was found. */
export async function openAll({ context, wrong }, prefix, addresses, isCleaned) {
  const waiting = [...addresses];
  const found = [];
  const tab = async () => {
    const page = await context.newPage();
    page.on('dialog', (dialog) => {
      wrong.push(`${page.url()} shows ${dialog.message()}`);
      dialog.dismiss();
    });
    page.on('popup', () => wrong.push(`${page.url()} opens a window`));
    page.on('pageerror', (error) => isCleaned && wrong.push(`${page.url()} fails: ${error.message}`));
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const url = prefix + address;
      await open(page, url);
      const bad = await page.evaluate(poke, isCleaned).catch((error) => [String(error)]);
      found.push(...bad.map((one) => `${address}: ${one}`));
      if (!page.url().startsWith(url)) wrong.push(`${address} leads to ${page.url()}`);
    }
    await page.close();
  };
  await Promise.all([tab(), tab(), tab()]);
  return found;
}
