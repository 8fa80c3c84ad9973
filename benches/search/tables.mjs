// Prints the pairs of traditional and simplified characters that the measurement folds and writes by: OpenCC's, not ours.
//
//   tables.mjs PACKAGES      a folder where opencc-js is installed
import { createRequire } from 'node:module';
import path from 'node:path';

const { Converter } = createRequire(path.resolve(process.argv[2], 'x.js'))('opencc-js');
const [toSimplified, toTraditional] = [Converter({ from: 't', to: 'cn' }), Converter({ from: 'cn', to: 't' })];
const [simplified, traditional] = [{}, {}];
for (let code = 0x3400; code <= 0x9fff; code += 1) {
  const char = String.fromCharCode(code);
  const simple = toSimplified(char);
  if (simple !== char && [...simple].length === 1) simplified[char] = simple;
}
for (let code = 0x4e00; code <= 0x9fff; code += 1) {
  const char = String.fromCharCode(code);
  const written = toTraditional(char);
  if (written !== char && simplified[written] === char) traditional[char] = written;
}
process.stdout.write(JSON.stringify({ simplified, traditional }));
