// Draws the sample site's illustrations as flat scenes and writes them as small JPEGs beside the Markdown that shows them.
//
//   npm install playwright-core sharp         in a folder outside the repository, and run from there:
//   node …/tests/sample/draw.mjs ROOT [NAME…]   ROOT is the site's root; NAME limits the run to pictures whose path contains it
//
// CHROMIUM names another browser than /usr/bin/chromium. Nothing is fetched: each picture is an SVG put together from the
// parts in scenes.mjs with a seeded random source, so that two runs draw the same picture.

import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pictures } from "./scenes.mjs";
import { withCameraMarks } from "./exif.mjs";

const fromHere = createRequire(join(process.cwd(), "x.js"));
const { chromium } = fromHere("playwright-core");
const sharp = fromHere("sharp");

/** Bytes of the largest JPEG we keep: the whole sample travels inside the program. */
const MAX_BYTES = 47_000;

/** The first quality is the one we like; the next ones are for pictures with many edges. */
const QUALITIES = [78, 74, 70, 66, 62, 58, 54, 50, 46, 42];

const [root, ...names] = process.argv.slice(2);
if (!root) {
  console.error("usage: node draw.mjs ROOT [NAME…]");
  process.exit(2);
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
});
const page = await browser.newPage();
let total = 0;
for (const picture of pictures) {
  if (names.length && !names.some((name) => picture.path.includes(name))) continue;
  const bytes = await draw(picture);
  const path = join(root, picture.path);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  total += bytes.length;
  console.log(`${String(bytes.length).padStart(6)}  ${picture.path}`);
}
await browser.close();
console.log(`${total} bytes`);

/** Draws one picture; a picture that asks for camera marks is turned and gets EXIF that turns it back. */
async function draw(picture) {
  const { width, height, svg, kind = "jpeg", cameraMarks = false } = picture;
  // A camera held upright stores the picture lying on its side and says so in its EXIF.
  const [shownWidth, shownHeight] = cameraMarks ? [height, width] : [width, height];
  const body = cameraMarks ? `<g transform="translate(0 ${width}) rotate(-90)">${svg}</g>` : svg;
  await page.setViewportSize({ width: shownWidth, height: shownHeight });
  await page.setContent(
    `<style>*{margin:0}svg{display:block}</style>` +
      `<svg xmlns="http://www.w3.org/2000/svg" width="${shownWidth}" height="${shownHeight}" ` +
      `viewBox="0 0 ${shownWidth} ${shownHeight}">${body}</svg>`,
  );
  if (kind === "png") return page.screenshot({ type: "png", omitBackground: true });
  const drawn = await page.screenshot({ type: "png" });
  for (const quality of QUALITIES) {
    const bytes = await sharp(drawn).jpeg({ quality, mozjpeg: true }).toBuffer();
    if (bytes.length <= MAX_BYTES || quality === QUALITIES.at(-1)) {
      return cameraMarks ? withCameraMarks(bytes) : bytes;
    }
  }
}
