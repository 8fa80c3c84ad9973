// The built site as files: where it is, which pages it has, one page of each kind.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));

/** The site's folder: `YUANDI_SITE`, else what `yuandi build` writes. */
export const folder = path.resolve(process.env.YUANDI_SITE || path.join(here, '../../public'));

if (!fs.existsSync(path.join(folder, 'index.html'))) {
  throw new Error(`no built site in ${folder}: set YUANDI_SITE, or run \`cargo run --release -- build\` first`);
}

/** All files, as paths from the root with `/`, sorted. */
export const files = fs
  .readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)).split(path.sep).join('/'))
  .sort();

export const pages = files.filter((file) => file.endsWith('.html'));

export function read(file) {
  return fs.readFileSync(path.join(folder, file), 'utf8');
}

/** Pages that only lead elsewhere. */
export const isRedirect = (page) => read(page).includes('http-equiv="refresh"');

/** Old addresses and the page for missing ones stand apart: the one leads away, the other names its files by full address. */
const ordinary = pages.filter((page) => page !== '404.html' && !isRedirect(page));

/** The heaviest page of each kind: pages are of a kind when they stand in the same place of the tree. */
const heaviest = [...new Map(ordinary.map((page) => [kindOf(page), page])).keys()].map((kind) =>
  ordinary
    .filter((page) => kindOf(page) === kind)
    .reduce((most, page) => (read(page).length > read(most).length ? page : most)),
);

/** Pages that stand beside lighter ones of another kind, so that weight alone would not choose them. */
const apart = [
  // A board in a period, and a holder.
  ...[/^boards\/[^/]+\/\d[^/]*\/index\.html$/, /^boards\/[^/]+\/[a-z][^/]*\/index\.html$/].map((shape) => ordinary.find((page) => shape.test(page))),
  ...['metrics/branch_work/index.html', 'pages/manual/manual-charts/index.html'].filter((page) => ordinary.includes(page)),
];

export const kinds = [...new Set([...heaviest, ...apart.filter(Boolean)])];

/** The page of what should be renewed, and the day that it calls today. */
export const freshness = 'freshness/index.html';
export const asOf = (read(freshness).match(/class="meta as-of">[^]*?datetime="(\d{4}-\d\d-\d\d)"/) ?? [])[1];

function kindOf(page) {
  const parts = page.split('/');
  const [section] = parts;
  // `tags/a/index.html` and `activities/2026/a/index.html`: names below the section do not matter, their number does.
  return [section, ...parts.slice(1).map((part) => (part === 'index.html' ? part : '*'))].join('/');
}

/** The full address of the published site, from the home page; `null` without one. */
export const address = (read('index.html').match(/<link rel="canonical" href="([^"]*?)(?:index\.html)?"/) ?? [])[1] ?? null;
