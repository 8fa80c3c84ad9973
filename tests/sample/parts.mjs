// The parts that scenes are put together from: people, trees, furniture, machines, cloth, as SVG text.
//
// Parts know nothing of scenes. Lengths are in pixels of a 1600 × 1200 picture; (x, y) is the foot or the centre of a part.

/** Warm paper, red for identity, gold for honour; green, teal and slate only to rest the eye. */
export const C = {
  paper: "#FFF9F2", paper2: "#F7ECDD", paper3: "#EDDCC5", sand: "#DFC5A2", clay: "#C9A27A",
  red: "#A8141C", redDeep: "#7E0F15", redSoft: "#C64B42", rose: "#E3A595",
  gold: "#C9982F", goldSoft: "#E7C46A", goldPale: "#FBE7B0",
  ink: "#3A2A22", brown: "#6B4A36", wood: "#A9754A", woodLight: "#C99A6B", woodDeep: "#84563A",
  sage: "#8BA17C", sageDeep: "#5D7854", moss: "#43593F", teal: "#6F9593", tealDeep: "#43686A",
  slate: "#76868F", slateDeep: "#4D5C66", slateLight: "#B3BFC2", mist: "#D9DEDA", steel: "#94A1A6", white: "#FFFFFF",
};
const SKINS = ["#EFC9A8", "#E5B88F", "#F3D3B6", "#DDAA80"];
const HAIRS = ["#2C221E", "#3B2B24", "#241C1A", "#4A3A32"];
const SHIRTS = [C.white, "#F2E6D6", C.redSoft, C.teal, C.slate, C.sage, C.goldSoft, "#B98A6A", C.slateDeep, "#D8C3B0"];

/** A small seeded source of numbers in [0, 1): the same picture on each run. */
export function random(seed) {
  let state = seed * 2654435761 + 12345;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
export const pick = (list, r) => list[Math.floor(r() * list.length)];
export const range = (n) => [...Array(n).keys()];

// ── Plain shapes ─────────────────────────────────────────────────────────────

export const rect = (x, y, w, h, fill, more = "") => `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${more}/>`;
export const round = (x, y, w, h, r, fill, more = "") => rect(x, y, w, h, fill, `rx="${r}" ${more}`);
export const circle = (x, y, r, fill, more = "") => `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${more}/>`;
export const oval = (x, y, rx, ry, fill, more = "") => `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`;
export const path = (d, fill, more = "") => `<path d="${d}" fill="${fill}" ${more}/>`;
export const poly = (points, fill, more = "") => `<polygon points="${points.map((p) => p.join(",")).join(" ")}" fill="${fill}" ${more}/>`;
export const line = (x1, y1, x2, y2, colour, width, more = "") =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" ${more}/>`;
export const stroke = (d, colour, width, more = "") =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;
export const at = (x, y, body, scale = 1, flip = false) =>
  `<g transform="translate(${x} ${y}) scale(${flip ? -scale : scale} ${scale})">${body}</g>`;
export const turn = (angle, x, y, body) => `<g transform="rotate(${angle} ${x} ${y})">${body}</g>`;
export const fade = (opacity, body) => `<g opacity="${opacity}">${body}</g>`;
export const text = (x, y, size, fill, words, more = "") =>
  `<text x="${x}" y="${y}" font-family="'Noto Serif CJK SC','Songti SC',SimSun,serif" font-weight="700" font-size="${size}" ` +
  `fill="${fill}" text-anchor="middle" ${more}>${words}</text>`;

/** A wash from one colour to another, from top to bottom over the whole picture or over a box. */
let washes = 0;
export function wash(top, bottom, x = 0, y = 0, w = 1600, h = 1200) {
  const id = `w${(washes += 1)}`;
  return (
    `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient>` +
    rect(x, y, w, h, `url(#${id})`)
  );
}

// ── Land and sky ─────────────────────────────────────────────────────────────

export const sun = (x, y, r, colour = C.goldPale) => fade(0.5, circle(x, y, r * 1.55, colour)) + circle(x, y, r, colour);

/** A flat cloud of three layers, as on woodcuts. */
export const cloud = (x, y, s, colour = C.white, opacity = 0.75) =>
  fade(opacity, at(x, y, round(-120, 0, 240, 34, 17, colour) + round(-70, -30, 170, 36, 18, colour) + round(-160, 28, 190, 28, 14, colour), s));

/** A ridge line with soft shoulders; `rough` is how far it swings. */
export function hills(y, rough, colour, seed, bottom = 1200) {
  const r = random(seed);
  let d = `M0 ${bottom}V${y}`;
  let x = 0;
  while (x < 1600) {
    const w = 180 + r() * 260;
    const peak = y - rough * (0.3 + 0.7 * r());
    d += `C${x + w * 0.3} ${peak},${x + w * 0.6} ${peak},${x + w} ${y - rough * 0.2 * r()}`;
    x += w;
  }
  return path(`${d}V${bottom}Z`, colour);
}

/** Sharp mountains with a lit side. */
export const peak = (x, y, w, h, colour, lit) =>
  poly([[x - w / 2, y], [x, y - h], [x + w / 2, y]], colour) + poly([[x, y - h], [x + w / 2, y], [x + w * 0.08, y], [x + w * 0.12, y - h * 0.45]], lit);

export const tree = (x, y, s, crown = C.sage, shade = C.sageDeep) =>
  at(x, y, rect(-9, -110, 18, 110, C.brown) + circle(0, -190, 92, crown) + circle(-62, -140, 62, crown) + circle(62, -145, 66, crown) +
    path("M0 -282a92 92 0 0 1 62 160a66 66 0 0 1 -62 34Z", shade, 'opacity="0.45"'), s);

export const ginkgo = (x, y, s) => tree(x, y, s, "#E3B84E", "#C18F2A");

export const pine = (x, y, s, colour = C.sageDeep, shade = C.moss) =>
  at(x, y, rect(-8, -40, 16, 40, C.brown) +
    range(4).map((i) => { const w = 92 - i * 18, t = -40 - i * 58; return poly([[-w, t], [0, t - 104], [w, t]], colour) + poly([[0, t - 104], [w, t], [0, t]], shade, 'opacity="0.5"'); }).join(""), s);

export const bush = (x, y, s, colour = C.sage) => at(x, y, circle(-40, -24, 34, colour) + circle(0, -40, 46, colour) + circle(44, -24, 36, colour) + rect(-74, -26, 154, 26, colour), s);

export const sapling = (x, y, s) =>
  at(x, y, oval(0, 4, 70, 16, C.woodDeep) + line(0, 0, 0, -170, C.brown, 9) +
    [[-1, -70], [1, -96], [-1, -124], [1, -148], [-1, -166]].map(([side, h]) => path(`M0 ${h}q${side * 26} -34 ${side * 62} -26q${side * -14} 34 ${side * -62} 26Z`, C.sage)).join(""), s);

// ── Cloth, flags, signs ──────────────────────────────────────────────────────

/** A plain red flag on a pole; `wind` is how far it swings. */
export const flag = (x, y, h, s = 1, wind = 1) =>
  at(x, y, rect(-5, -h, 10, h, C.slateLight) + circle(0, -h - 8, 12, C.gold) +
    path(`M5 ${-h + 8}c60 ${-26 * wind} 120 ${26 * wind} 190 0v120c-70 ${26 * wind} -130 ${-26 * wind} -190 0Z`, C.red) +
    path(`M100 ${-h + 8}c30 ${10 * wind} 60 ${14 * wind} 95 0v120c-35 ${14 * wind} -65 ${10 * wind} -95 0Z`, C.redDeep, 'opacity="0.3"'), s);

/** A red cloth banner with words. */
export const banner = (x, y, w, words, size = 52, h = size * 1.9) =>
  rect(x - w / 2, y, w, h, C.red) + rect(x - w / 2, y, w, 7, C.gold) + rect(x - w / 2, y + h - 7, w, 7, C.gold) +
  text(x, y + h / 2 + size * 0.36, size, C.goldPale, words, `letter-spacing="${size * 0.16}"`);

export const lantern = (x, y, s) =>
  at(x, y, line(0, -120, 0, -62, C.brown, 5) + round(-26, -70, 52, 14, 5, C.gold) + oval(0, 0, 66, 58, C.red) +
    oval(0, 0, 36, 58, C.redSoft) + oval(0, 0, 12, 58, C.red) + round(-26, 54, 52, 14, 5, C.gold) +
    range(5).map((i) => line(-18 + i * 9, 70, -18 + i * 9, 112, C.gold, 4)).join(""), s);

/** A board on a wall with rows that stand for text. */
export const panel = (x, y, w, h, { head = C.red, ground = C.paper, rows = 5, picture = false } = {}) =>
  rect(x + 8, y + 10, w, h, C.ink, 'opacity="0.12"') + rect(x, y, w, h, ground) + rect(x, y, w, h * 0.16, head) +
  (picture ? rect(x + w * 0.1, y + h * 0.24, w * 0.8, h * 0.34, C.sand) + path(`M${x + w * 0.1} ${y + h * 0.58}l${w * 0.25} ${-h * 0.2}l${w * 0.18} ${h * 0.1}l${w * 0.2} ${-h * 0.16}l${w * 0.17} ${h * 0.26}Z`, C.clay) : "") +
  range(rows).map((i) => { const top = y + h * (picture ? 0.65 : 0.27) + i * h * (picture ? 0.09 : 0.125); return top > y + h * 0.94 ? "" : round(x + w * 0.1, top, w * (i % 3 === 2 ? 0.5 : 0.8), Math.max(5, h * 0.03), 3, C.clay, 'opacity="0.7"'); }).join("");

// ── People ───────────────────────────────────────────────────────────────────

/** What one person wears, drawn from the random source. */
export const looks = (r) => ({ skin: pick(SKINS, r), hair: pick(HAIRS, r), shirt: pick(SHIRTS, r), cut: pick(["short", "short", "bob", "bun", "side"], r) });

function headOf({ skin, hair, cut: wanted, helmet, cap }) {
  const cut = helmet || cap ? "short" : wanted;
  const back = cut === "bob" ? round(-31, -36, 62, 66, 28, hair) : cut === "bun" ? circle(0, -42, 17, hair) : "";
  const front =
    cut === "bob" ? path("M-29 -2C-32 -50 32 -50 29 -2C24 -20 2 -24 -6 -26C-14 -18 -26 -14 -29 -2Z", hair)
    : cut === "side" ? path("M-29 -4C-34 -46 30 -52 29 -6C22 -22 4 -22 -14 -26C-18 -16 -26 -14 -29 -4Z", hair)
    : path("M-29 0C-34 -50 34 -50 29 0C25 -12 18 -17 0 -18C-18 -17 -25 -12 -29 0Z", hair);
  const top = helmet ? path("M-35 -10C-34 -58 34 -58 35 -10Z", helmet) + round(-40, -14, 80, 9, 4, helmet) + rect(-6, -48, 12, 36, C.white, 'opacity="0.35"')
    : cap ? path("M-31 -12C-30 -48 30 -48 31 -12Z", cap) + round(-4, -16, 48, 9, 4, cap) : "";
  return back + rect(-9, 18, 18, 26, skin) + path("M-9 30L9 24V44H-9Z", C.ink, 'opacity="0.12"') + oval(0, 0, 27, 31, skin) + front + top;
}

/** A head with shoulders, seen from the front, for people behind a table. */
export const bust = (x, y, s, look, { badge = false, arms = false } = {}) =>
  at(x, y, path("M-66 130C-70 66 -44 48 -16 42H16C44 48 70 66 66 130Z", look.shirt) + path("M-14 40L0 62L14 40Z", look.skin) +
    path("M20 44C46 52 68 68 66 130H36C38 96 34 66 20 44Z", C.ink, 'opacity="0.10"') +
    (badge ? rect(-42, 72, 15, 11, C.red) : "") + headOf(look) +
    (arms ? stroke("M-56 84Q-64 132 -16 132", look.shirt, 24) + stroke("M56 84Q64 132 16 132", look.shirt, 24) + circle(-10, 132, 12, look.skin) + circle(10, 132, 12, look.skin) : ""), s);

/** A head with shoulders, seen from behind, for people who listen. */
export const back = (x, y, s, look, chair = C.woodDeep) =>
  at(x, y, path("M-74 150C-78 74 -50 52 -18 44H18C50 52 78 74 74 150Z", look.shirt) + path("M18 44C50 52 78 74 74 150H40C42 104 36 68 18 44Z", C.ink, 'opacity="0.12"') +
    rect(-10, 18, 20, 30, look.skin) + oval(0, -4, 29, 34, look.hair) + (look.cut === "bob" ? round(-30, -14, 60, 54, 22, look.hair) : "") + (look.cut === "bun" ? circle(0, -34, 18, look.hair) : "") +
    (chair ? round(-62, 96, 124, 90, 18, chair) + round(-62, 96, 124, 14, 7, C.ink, 'opacity="0.18"') : ""), s);

const ARMS = {
  stand: [[-50, 100, -46, 158], [50, 100, 46, 158]],
  behind: [[-54, 98, -30, 132], [54, 98, 30, 132]],
  point: [[-50, 100, -46, 158], [66, 44, 104, 4]],
  hold: [[-52, 98, -14, 116], [52, 98, 14, 116]],
  reach: [[-40, 100, 26, 116], [56, 96, 66, 108]],
  wave: [[-50, 100, -46, 158], [64, 30, 56, -24]],
  read: [[-54, 92, -20, 86], [54, 92, 20, 86]],
};

/** A person who stands, foot at (x, y), about 400 high at scale 1. `pose` says what the arms do; `thing` is held in front. */
export function person(x, y, s, look, { pose = "stand", trousers = C.slateDeep, apron = "", vest = "", badge = false, thing = "", flip = false } = {}) {
  const [left, right] = ARMS[pose].map(([ex, ey, hx, hy], i) => {
    const shoulder = i ? 36 : -36;
    return stroke(`M${shoulder} 60Q${ex} ${ey} ${hx} ${hy}`, look.shirt, 25) + circle(hx, hy, 12.5, look.skin);
  });
  const behind = pose === "behind" ? left + right : "";
  const front = pose === "behind" ? "" : left + right;
  return at(x, y, oval(0, 0, 70, 12, C.ink, 'opacity="0.14"') +
    at(0, -358, behind + path("M-32 168L-36 348H-6L0 200L6 348H36L32 168Z", trousers) + round(-42, 340, 38, 18, 8, C.ink) + round(4, 340, 38, 18, 8, C.ink) +
      path("M-46 74C-44 52 -26 44 -12 42H12C26 44 44 52 46 74L40 186H-40Z", look.shirt) + path("M14 43C28 46 44 54 46 74L40 186H18Z", C.ink, 'opacity="0.09"') + path("M-12 41L0 60L12 41Z", look.skin) +
      (vest ? path("M-46 74C-44 54 -30 47 -18 44L-8 186H-40ZM46 74C44 54 30 47 18 44L8 186H40Z", vest) : "") +
      (apron ? path("M-26 78H26L34 226H-34Z", apron) + stroke("M-26 80L-14 46M26 80L14 46", apron, 7) : "") + (badge ? rect(-34, 78, 13, 10, C.red) : "") +
      headOf(look) + thing + front), s, flip);
}

/** A person who sits in profile on a chair, seat at (x, y). */
export const sitting = (x, y, s, look, { flip = false, trousers = C.slateDeep, thing = "" } = {}) =>
  at(x, y, stroke("M-20 0H84V150", trousers, 40) + round(62, 146, 70, 22, 10, C.ink) +
    path("M-42 14C-52 -90 -40 -142 0 -146C34 -142 40 -90 34 14Z", look.shirt) + at(4, -192, headOf(look)) + thing +
    stroke("M4 -112Q36 -44 84 -52", look.shirt, 27) + circle(90, -52, 13, look.skin), s, flip);

// ── Furniture and things ─────────────────────────────────────────────────────

export const table = (x, y, w, d = 34, colour = C.wood) => round(x - w / 2, y, w, d, 8, colour) + rect(x - w / 2, y + d - 9, w, 9, C.ink, 'opacity="0.14"');
export const legs = (x, y, w, h, colour = C.woodDeep) => rect(x - w / 2 + 26, y, 22, h, colour) + rect(x + w / 2 - 48, y, 22, h, colour);
export const cup = (x, y, s = 1, colour = C.white) => at(x, y, round(-15, -34, 30, 34, 6, colour) + stroke("M15 -26q14 2 12 12q-2 8 -12 8", colour, 5) + rect(-15, -24, 30, 6, C.red), s);
export const sheet = (x, y, s = 1, angle = 0, colour = C.paper) => at(x, y, turn(angle, 0, 0, rect(-34, -22, 68, 44, colour) + range(3).map((i) => rect(-24, -12 + i * 11, i === 2 ? 26 : 48, 4, C.clay)).join("")), s);
export const book = (x, y, s, cover = C.red, angle = 0) => at(x, y, turn(angle, 0, 0, path("M0 12C-26 -6 -62 -6 -88 4V-70C-62 -80 -26 -80 0 -62Z", C.paper) + path("M0 12C26 -6 62 -6 88 4V-70C62 -80 26 -80 0 -62Z", C.paper2) + stroke("M-92 10C-62 0 -26 2 0 18C26 2 62 0 92 10", cover, 12) + range(4).map((i) => stroke(`M-74 ${-56 + i * 14}q32 -6 58 6M74 ${-56 + i * 14}q-32 -6 -58 6`, C.clay, 3)).join("")), s);
export const plant = (x, y, s, leaf = C.sageDeep) => at(x, y, range(7).map((i) => path(`M0 -56q${-66 + i * 22} -34 ${-84 + i * 28} ${-104 - 24 * Math.sin((i / 6) * Math.PI)}q${54 - i * 18} 22 ${84 - i * 28} ${104 + 24 * Math.sin((i / 6) * Math.PI)}Z`, i % 2 ? leaf : C.sage)).join("") + path("M-44 -60H44L34 0H-34Z", C.clay) + round(-50, -70, 100, 18, 6, C.wood), s);

/** Rows of books on shelves that fill a box. */
export function shelves(x, y, w, h, rows, seed, frame = C.woodDeep) {
  const r = random(seed);
  const tones = [C.red, C.redSoft, C.gold, C.teal, C.slate, C.sage, C.clay, C.paper3, C.redDeep, C.tealDeep];
  const step = h / rows;
  let svg = rect(x, y, w, h, frame) + rect(x + 12, y + 12, w - 24, h - 24, "#5D3D2A");
  for (let row = 0; row < rows; row += 1) {
    const floor = y + (row + 1) * step - 12;
    let left = x + 20;
    while (left < x + w - 48) {
      const thick = 18 + r() * 22;
      const tall = step * (0.54 + 0.26 * r());
      if (r() < 0.1) { left += thick * 1.6; continue; }
      svg += rect(left.toFixed(0), (floor - tall).toFixed(0), (thick - 2).toFixed(0), tall.toFixed(0), pick(tones, r));
      if (thick > 28) svg += rect(left.toFixed(0), (floor - tall * 0.8).toFixed(0), (thick - 2).toFixed(0), 8, C.goldPale);
      left += thick;
    }
    svg += rect(x, floor, w, 14, frame);
  }
  return svg;
}

/** A tall window with light behind it. */
export const windowPane = (x, y, w, h, light = "#FBE9CC") => rect(x - 12, y - 12, w + 24, h + 24, C.paper) + rect(x, y, w, h, light) + rect(x + w / 2 - 5, y, 10, h, C.paper) + rect(x, y + h * 0.36, w, 10, C.paper) + rect(x - 22, y + h + 10, w + 44, 18, C.sand);

export const podium = (x, y, s = 1) => at(x, y, path("M-90 0L-76 -220H76L90 0Z", C.wood) + path("M20 0L26 -220H76L90 0Z", C.woodDeep, 'opacity="0.35"') + round(-96, -244, 192, 30, 8, C.woodDeep) + round(-44, -160, 88, 88, 44, C.red) + sprout(0, -100, 0.36) + stroke("M-30 -244Q-34 -290 -10 -300", C.ink, 6) + circle(-8, -302, 10, C.ink), s);

/** The mark of the site: a sprout with two leaves. */
export const sprout = (x, y, s, colour = C.goldPale) => at(x, y, stroke("M0 56V-20", colour, 14) + path("M0 -10C-8 -58 -52 -72 -84 -66C-80 -28 -48 -2 0 -10Z", colour) + path("M0 -22C6 -76 52 -96 90 -88C86 -46 52 -14 0 -22Z", colour), s);

export function gear(x, y, r, teeth, colour, hole = 0.34, angle = 0) {
  const points = [];
  for (let i = 0; i < teeth; i += 1) {
    const a = (i / teeth) * Math.PI * 2 + angle;
    const w = Math.PI / teeth;
    for (const [k, da] of [[0.86, -0.62], [1.04, -0.34], [1.04, 0.34], [0.86, 0.62]]) points.push([(x + Math.cos(a + w * da) * r * k).toFixed(1), (y + Math.sin(a + w * da) * r * k).toFixed(1)]);
  }
  const bore = r * hole;
  return path(`M${points.map((p) => p.join(" ")).join("L")}ZM${x - bore} ${y}a${bore} ${bore} 0 1 0 ${bore * 2} 0a${bore} ${bore} 0 1 0 ${-bore * 2} 0Z`, colour, 'fill-rule="evenodd"');
}

/** A closed machining centre with its window, panel and lamp. */
export const machine = (x, y, s, { body = C.paper2, trim = C.red, glow = "#BFD3CF" } = {}) =>
  at(x, y, round(-330, -470, 560, 470, 18, body) + rect(-330, -470, 560, 66, trim) + rect(-330, -52, 560, 52, C.slateDeep) +
    round(-282, -372, 320, 262, 14, C.slateDeep) + round(-266, -356, 288, 230, 8, glow) + path("M-266 -356h140l-120 230h-20Z", C.white, 'opacity="0.35"') +
    rect(-150, -356, 56, 84, C.slate) + path("M-140 -272h36l-10 40h-16Z", C.slateDeep) + rect(-126, -232, 8, 30, C.ink) + rect(-206, -160, 168, 34, C.steel) + rect(-160, -198, 76, 38, C.goldSoft) +
    round(72, -372, 122, 168, 10, C.slateDeep) + rect(86, -358, 94, 70, "#CFE0D6") + stroke("M92 -300l18 -22l16 14l22 -34l24 28", C.red, 4) + range(6).map((i) => circle(98 + (i % 3) * 34, -262 + Math.floor(i / 3) * 34, 10, [C.goldSoft, C.sage, C.slateLight, C.slateLight, C.redSoft, C.slateLight][i])).join("") +
    rect(180, -540, 12, 70, C.slate) + round(172, -566, 28, 22, 4, C.redSoft) + rect(172, -546, 28, 18, C.goldSoft) + rect(172, -530, 28, 18, C.sage), s);

/** A classic engine lathe. */
export const lathe = (x, y, s) =>
  at(x, y, round(-400, -150, 230, 150, 10, C.tealDeep) + round(230, -150, 170, 150, 10, C.tealDeep) + rect(-400, -186, 800, 44, C.slateDeep) + rect(-400, -196, 800, 14, C.steel) +
    round(-400, -386, 230, 200, 16, C.teal) + rect(-400, -340, 230, 10, C.tealDeep) + circle(-350, -290, 20, C.goldSoft) + circle(-290, -290, 20, C.paper2) + circle(-350, -230, 16, C.redSoft) + stroke("M-290 -230l24 -26", C.paper2, 8) +
    rect(-170, -336, 56, 112, C.slateDeep) + rect(-114, -322, 30, 84, C.steel) + rect(-84, -300, 300, 40, C.slateLight) + rect(-84, -300, 300, 12, C.white, 'opacity="0.5"') +
    path("M216 -300l34 20l-34 20Z", C.slateDeep) + round(250, -340, 120, 146, 14, C.teal) + circle(392, -280, 34, "none", `stroke="${C.steel}" stroke-width="9"`) +
    round(-20, -242, 130, 52, 8, C.slateDeep) + rect(20, -272, 46, 34, C.redSoft) + circle(60, -170, 24, "none", `stroke="${C.steel}" stroke-width="8"`), s);

/** A multi-storey building with a grid of windows. */
export function building(x, y, w, h, { floors = 5, columns = 8, wall = C.paper2, glass = "#C9D3CC", roof = C.redSoft, shape = "flat" } = {}) {
  const cell = [w / (columns + 0.6), h / (floors + 0.9)];
  let svg = rect(x, y - h, w, h, wall) + rect(x + w * 0.82, y - h, w * 0.18, h, C.ink, 'opacity="0.06"');
  for (let f = 0; f < floors; f += 1)
    for (let c = 0; c < columns; c += 1)
      svg += rect((x + cell[0] * (0.5 + c)).toFixed(0), (y - h + cell[1] * (0.5 + f)).toFixed(0), (cell[0] * 0.62).toFixed(0), (cell[1] * 0.56).toFixed(0), (f * 7 + c * 3) % 11 === 0 ? C.goldPale : glass);
  if (shape === "flat") svg += rect(x - 14, y - h - 22, w + 28, 26, roof);
  if (shape === "gable") svg += poly([[x - 26, y - h], [x + w / 2, y - h - w * 0.16], [x + w + 26, y - h]], roof);
  if (shape === "eaves") svg += path(`M${x - 60} ${y - h - 4}Q${x + 10} ${y - h - 30} ${x + 50} ${y - h - 90}H${x + w - 50}Q${x + w - 10} ${y - h - 30} ${x + w + 60} ${y - h - 4}Q${x + w / 2} ${y - h + 14} ${x - 60} ${y - h - 4}Z`, roof) + rect(x + 46, y - h - 102, w - 92, 16, C.brown);
  return svg;
}

/** A laptop with something on its screen; `body` is drawn in a box 520 × 320 from (0, 0). */
export const laptop = (x, y, s, body, ground = C.paper) => at(x, y, round(-290, -380, 580, 366, 18, C.slateDeep) + rect(-262, -356, 524, 322, ground) + at(-262, -356, body) + path("M-380 0L-300 -16H300L380 0V18Q380 28 366 28H-366Q-380 28 -380 18Z", C.steel) + rect(-80, 2, 160, 10, C.slate), s);
