// The scripts of search in a page that is none: a document whose script elements load from memory or a folder.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

const scripts = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../themes/default/scripts');

/** The scripts in their order, as far as they work without a page. */
export const names = ['search/decode', 'search/fold', 'search/grams', 'search/texts', 'search/find', 'search-more/suggest'];

/**
 * `yuandiSearch` over parts: `read(name, version)` gives the text of a script or undefined. `loaded` collects what was asked for.
 */
export function open(read, { isOnline = true } = {}) {
  const loaded = [];
  const head = {
    appendChild(element) {
      const url = new URL(element.src);
      const name = url.pathname.replace(/^.*\/search\/shards\//, '').replace(/\.js$/, '');
      const text = read(name, url.search.slice(3));
      loaded.push({ name, version: url.search.slice(3), text });
      setImmediate(() => {
        if (text === undefined) return element.onerror();
        try {
          vm.runInContext(text, context);
        } catch {
          // A browser says so on the console and calls it loaded.
        }
        element.onload();
      });
    },
    removeChild() {},
  };
  const document = { currentScript: { src: 'https://x.example/sub/assets/search-0.js' }, head, createElement: () => ({ remove() {} }) };
  const context = vm.createContext({ document, navigator: { onLine: isOnline }, location: { protocol: 'https:' }, console });
  context.window = context;
  for (const name of names) vm.runInContext(fs.readFileSync(path.join(scripts, `${name}.js`), 'utf8'), context, { filename: `${name}.js` });
  return { search: context.yuandiSearch, loaded };
}

/** The parts of a built site. */
export function readerOf(folder) {
  return (name) => {
    const file = path.join(folder, 'search/shards', `${name}.js`);
    return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
  };
}
