// The scenes of the sample site, composed from the parts, and the list that says where each picture goes.
//
// Scenes are solemn and warm and clearly drawn: no faces, no emblems of state or party, no real place, no real person.

import {
  C, at, back, banner, book, building, bush, bust, circle, cloud, cup, fade, flag, gear, ginkgo, hills,
  lantern, laptop, lathe, legs, line, looks, machine, oval, panel, path, peak, person, pick, pine, plant,
  podium, poly, random, range, rect, round, sapling, sheet, shelves, sitting, sprout, stroke, sun, table,
  text, tree, turn, wash, windowPane,
} from "./parts.mjs";

const floor = (y, top = C.sand, bottom = C.clay) => wash(top, bottom, 0, y, 1600, 1200 - y);
const wall = (top = C.paper, bottom = C.paper3, h = 1200) => wash(top, bottom, 0, 0, 1600, h);
const worker = (r, helmet = C.goldSoft) => ({ ...looks(r), cut: "short", helmet, shirt: C.teal });
/** Rays from a point, as on old prints. */
const rays = (x, y, n, length, colour, opacity = 0.35) =>
  fade(opacity, range(n).map((i) => { const a = (i / n) * Math.PI * 2, b = a + Math.PI / n; return poly([[x, y], [x + Math.cos(a) * length, y + Math.sin(a) * length], [x + Math.cos(b) * length, y + Math.sin(b) * length]], colour); }).join(""));
/** Rows of people who listen, seen from behind. */
const rows = (seed, ys, { from = 110, to = 1490, step = 200, s = 1, chair } = {}) => {
  const r = random(seed);
  return ys.map((y, j) => { let svg = ""; for (let x = from + (j % 2) * step * 0.5; x <= to; x += step) svg += back(x + (r() - 0.5) * 16, y, s + j * 0.14, looks(r), chair); return svg; }).join("");
};
/** Standing people, each with looks of its own unless the list says otherwise. */
const people = (seed, list) => { const r = random(seed); return list.map(([x, y, s, more = {}]) => person(x, y, s, { ...looks(r), ...(more.look ?? {}) }, { trousers: pick([C.slateDeep, C.ink, C.brown, "#5F6B5A"], r), ...more })).join(""); };

// ── Meetings and lessons ─────────────────────────────────────────────────────

function hall({ words, seed, tone = C.redDeep, raised = false, speakers = 3 }) {
  const r = random(seed);
  const stage = wash("#F4E2C8", "#E6CBA2", 0, 0, 1600, 640) + rect(0, 0, 190, 760, tone) + rect(1410, 0, 190, 760, tone) +
    range(5).map((i) => rect(20 + i * 36, 0, 14, 760, C.ink, 'opacity="0.14"') + rect(1424 + i * 36, 0, 14, 760, C.ink, 'opacity="0.14"')).join("") +
    banner(800, 96, 1040, words, 64) + flag(280, 600, 330, 0.9, 0.4) + at(1320, 0, at(0, 600, flag(0, 0, 330), 0.9, true));
  const desk = range(speakers).map((i) => bust(800 + (i - (speakers - 1) / 2) * 210, 400, 1.05, looks(r), { badge: true })).join("") +
    round(800 - speakers * 120, 530, speakers * 240, 130, 8, C.red) + rect(800 - speakers * 120, 530, speakers * 240, 14, C.gold) +
    range(speakers).map((i) => cup(800 + (i - (speakers - 1) / 2) * 210 + 60, 530) + sheet(800 + (i - (speakers - 1) / 2) * 210 - 20, 522, 0.8)).join("");
  const ground = rect(0, 650, 1600, 60, C.woodDeep) + floor(700, C.wood, C.woodDeep);
  const hands = raised ? range(9).map((i) => { const x = 150 + i * 165 + (r() - 0.5) * 30; const y = 760 + (i % 2) * 50; return stroke(`M${x} ${y + 140}L${x + 14} ${y}`, pick([C.slate, C.white, C.teal, C.redSoft], r), 34) + circle(x + 15, y - 14, 20, "#E9C09A"); }).join("") : "";
  return stage + ground + desk + plant(250, 690, 1) + plant(1350, 690, 1) + hands + rows(seed + 5, [760, 910], { step: 210, s: 1.2 });
}

function roundtable({ seed, words = "", machineBehind = false }) {
  const r = random(seed);
  const scene = machineBehind
    ? wall("#E9E2D5", "#D8CDB9", 780) + rect(0, 90, 1600, 26, C.slateLight) + machine(420, 700, 0.9) + machine(1330, 700, 0.9, { trim: C.tealDeep })
    : wall("#FBF0DF", "#F0DEC2", 780) + windowPane(120, 110, 300, 400) + windowPane(1180, 110, 300, 400) + panel(560, 110, 480, 330, { rows: 5 });
  const seats = [[430, 520], [640, 470], [800, 455], [960, 470], [1170, 520]].map(([x, y]) => bust(x, y, 1.12, looks(r), { badge: true, arms: true })).join("");
  return scene + floor(760, C.clay, C.wood) + seats + oval(800, 830, 620, 190, C.woodDeep) + oval(800, 806, 620, 190, C.woodLight) + oval(800, 800, 560, 158, "#D4A878") +
    range(5).map((i) => sheet([430, 610, 800, 990, 1170][i], [770, 730, 716, 730, 770][i], 1.3, [-14, -6, 0, 6, 14][i])).join("") + [520, 715, 890, 1080].map((x, i) => cup(x, [752, 728, 728, 752][i], 1.05)).join("") +
    plant(800, 850, 0.55) + back(470, 880, 1.5, looks(r)) + back(1130, 880, 1.5, looks(r)) + (words ? banner(800, 40, 760, words, 46) : "");
}

function lecture({ seed, words, chart = "book", atMachine = false }) {
  const r = random(seed);
  const content = { book: book(800, 380, 2, C.red), gear: gear(730, 340, 110, 12, C.teal) + gear(900, 420, 72, 9, C.gold), star: sprout(800, 390, 1.5, C.red),
    bars: range(5).map((i) => rect(610 + i * 82, 470 - [90, 130, 110, 180, 230][i], 50, [90, 130, 110, 180, 230][i], i === 4 ? C.red : C.clay)).join("") + rect(590, 470, 420, 6, C.brown) }[chart];
  return (atMachine ? wall("#E4E0D4", "#CFC8B8", 800) + machine(250, 800, 1) : wall("#FAEEDB", "#EDD9BB", 800) + windowPane(70, 130, 220, 420)) + floor(780, C.clay, C.wood) +
    round(480, 90, 640, 470, 10, C.slateDeep) + rect(498, 108, 604, 434, C.paper) + rect(498, 108, 604, 92, C.red) + text(800, 172, 48, C.goldPale, words) + content +
    person(1290, 830, 1.16, { ...looks(r), shirt: pick([C.slateDeep, C.redSoft, C.tealDeep], r) }, { pose: "point", flip: true, badge: true }) + podium(1430, 850, 1) + rows(seed + 2, [800, 930], { step: 220, s: 1.15 });
}

function salon({ seed }) {
  const r = random(seed);
  return wall("#F6E6CD", "#E9D0A9", 800) + shelves(90, 110, 520, 560, 4, seed) + shelves(990, 110, 520, 560, 4, seed + 1) + windowPane(690, 120, 220, 380) + floor(780, C.wood, C.woodDeep) +
    oval(800, 1010, 640, 150, C.redDeep, 'opacity="0.28"') + oval(800, 1010, 560, 122, C.goldPale, 'opacity="0.35"') +
    round(180, 700, 250, 250, 40, C.tealDeep) + sitting(320, 880, 1.12, looks(r)) + round(1170, 700, 250, 250, 40, C.tealDeep) + sitting(1280, 880, 1.12, looks(r), { flip: true }) +
    sitting(560, 820, 0.98, looks(r)) + sitting(1040, 820, 0.98, looks(r), { flip: true }) + oval(800, 950, 190, 44, C.woodDeep) + oval(800, 938, 190, 44, C.woodLight) + cup(720, 940) + cup(880, 940) + book(800, 945, 0.7, C.red) + plant(150, 1100, 1.2) + plant(1470, 1100, 1.2);
}

function online({ seed, words }) {
  const r = random(seed);
  const tiles = range(6).map((i) => { const x = 20 + (i % 3) * 164, y = 46 + Math.floor(i / 3) * 136; return `<svg x="${x}" y="${y}" width="156" height="126" viewBox="0 0 156 126">${rect(0, 0, 156, 126, [C.paper3, C.mist, C.sand, C.mist, C.sand, C.paper3][i])}${bust(78, 52, 0.72, looks(r))}</svg>`; }).join("");
  return wall("#F7E9D3", "#E8CFA8", 800) + windowPane(140, 90, 420, 500, "#FDF2DC") + hillsBox() + shelves(1180, 120, 330, 480, 3, seed) + floor(800, C.woodLight, C.wood) +
    laptop(830, 900, 1.6, rect(0, 0, 524, 36, C.red) + text(262, 27, 24, C.goldPale, words) + tiles) + cup(360, 940, 1.8) + sheet(1290, 960, 2, -8) + stroke("M1200 990L1330 930", C.red, 10) + plant(210, 960, 1.3);
}
const hillsBox = () => fade(0.55, path("M140 590V470C220 400 280 420 340 460S480 400 560 450V590Z", C.sage)) + rect(345, 90, 10, 500, C.paper) + rect(140, 270, 420, 10, C.paper);

function contest({ seed }) {
  const r = random(seed);
  return wall("#8E1A1F", "#6D1014", 760) + rays(800, 300, 22, 1200, C.redSoft, 0.22) + banner(800, 70, 900, "党建知识竞赛", 66) + floor(740, "#7A3B2A", "#5B2A1F") +
    [330, 800, 1270].map((x, i) => [-1, 1].map((k) => bust(x + k * 82, 470, 1.05, { ...looks(r), shirt: [C.white, C.teal, C.goldSoft][i] }, { badge: true })).join("") + path(`M${x - 200} 610H${x + 200}L${x + 176} 900H${x - 176}Z`, C.paper) + rect(x - 200, 600, 400, 26, C.gold) + circle(x, 740, 74, [C.red, C.tealDeep, C.gold][i]) + text(x, 768, 78, C.white, ["一", "二", "三"][i]) + oval(x, 596, 34, 14, C.redSoft) + rect(x - 34, 588, 68, 10, C.redDeep)).join("") +
    rows(seed + 3, [960], { step: 230, s: 1.3, chair: "#3C1B15" });
}

function speech({ seed }) {
  const r = random(seed);
  return wall("#5E1417", "#3B0D10", 860) + poly([[560, 0], [700, 0], [1120, 860], [480, 860]], C.goldPale, 'opacity="0.2"') + poly([[960, 0], [1080, 0], [1060, 860], [620, 860]], C.goldPale, 'opacity="0.16"') +
    rect(0, 0, 220, 900, C.red) + rect(1380, 0, 220, 900, C.red) + range(4).map((i) => rect(24 + i * 52, 0, 18, 900, C.redDeep) + rect(1400 + i * 52, 0, 18, 900, C.redDeep)).join("") + text(800, 210, 92, C.goldPale, "青春 · 匠心", 'letter-spacing="18"') + text(800, 290, 40, C.goldSoft, "演 讲 比 赛") +
    floor(820, C.wood, C.woodDeep) + oval(800, 900, 330, 54, C.goldPale, 'opacity="0.4"') + person(800, 900, 1.36, { ...looks(r), cut: "bob", shirt: C.white }, { pose: "wave", trousers: C.ink, badge: true }) + line(700, 900, 700, 590, C.ink, 8) + circle(700, 576, 18, C.slateDeep) + rows(seed, [980], { step: 230, s: 1.35, chair: "#2A1512" });
}

function duty({ seed }) {
  const r = random(seed);
  return wall("#F8ECD8", "#EAD6B6", 800) + floor(790, C.clay, C.wood) + round(120, 100, 860, 560, 12, C.slateDeep) + rect(142, 122, 816, 516, C.paper) + rect(142, 122, 816, 84, C.red) + text(550, 182, 48, C.goldPale, "述职 · 评议") +
    range(6).map((i) => rect(220 + i * 80, 560 - [120, 160, 140, 210, 190, 260][i], 48, [120, 160, 140, 210, 190, 260][i], i % 2 ? C.gold : C.redSoft)).join("") + rect(200, 560, 500, 6, C.brown) + circle(820, 420, 96, C.paper3) + path("M820 420V324A96 96 0 1 1 730 452Z", C.teal) + circle(820, 420, 48, C.paper) +
    podium(1240, 860, 1.35) + at(1240, 0, bust(0, 420, 1.2, { ...looks(r), shirt: C.slateDeep }, { badge: true })) + podium(1240, 860, 1.35) + rows(seed + 1, [880], { step: 220, s: 1.3 }) + plant(1500, 860, 1.3);
}

function ballots({ seed }) {
  const r = random(seed);
  return wall("#FBF1E2", "#F0DFC4", 820) + banner(800, 60, 820, "民主评议党员", 58) + windowPane(90, 220, 240, 360) + windowPane(1270, 220, 240, 360) + floor(800, C.woodLight, C.wood) +
    people(seed, [[420, 930, 1.12, { pose: "hold", thing: sheet(0, 112, 0.8) }], [250, 990, 1.2, { pose: "hold", thing: sheet(0, 112, 0.8) }]]) + round(620, 620, 360, 340, 12, C.red) + rect(620, 620, 360, 26, C.gold) + rect(720, 628, 160, 12, C.ink) + sprout(800, 800, 0.9) + turn(12, 800, 560, rect(752, 500, 96, 130, C.paper) + range(4).map((i) => rect(768, 520 + i * 22, 64, 6, C.clay)).join("")) +
    person(1080, 930, 1.16, looks(r), { pose: "reach", flip: true, badge: true }) + bust(1380, 640, 1.2, looks(r), { badge: true, arms: true }) + table(1380, 770, 340, 40) + legs(1380, 806, 340, 220);
}

function taskboard({ seed }) {
  const r = random(seed);
  const notes = range(18).map((i) => { const x = 330 + (i % 6) * 158 + (r() - 0.5) * 22, y = 190 + Math.floor(i / 6) * 150 + (r() - 0.5) * 18; return turn((r() - 0.5) * 12, x + 52, y + 45, rect(x, y, 112, 100, pick([C.goldPale, C.rose, "#CFDDC6", "#CBDAD8"], r)) + range(3).map((k) => rect(x + 16, y + 28 + k * 20, k === 2 ? 40 : 78, 6, C.brown, 'opacity="0.45"')).join("")); }).join("");
  return wall("#F4E6CF", "#E6CFAA", 860) + rect(270, 110, 1060, 560, C.woodDeep) + rect(290, 130, 1020, 520, C.paper) + notes + floor(850, C.clay, C.wood) + people(seed, [[330, 1010, 1.4, { pose: "point", badge: true }], [1240, 1010, 1.4, { pose: "behind", flip: true }], [1040, 1050, 1.45, { pose: "hold", thing: sheet(0, 112, 0.8) }]]) + plant(1500, 1010, 1.2);
}

// ── Workshops ────────────────────────────────────────────────────────────────

function workshop({ seed, second = true, lights = C.goldPale }) {
  const r = random(seed);
  return wash("#DCE0DA", "#C8CCC3", 0, 0, 1600, 780) + range(5).map((i) => poly([[i * 340 - 40, 0], [i * 340 + 150, 0], [i * 340 + 320, 150], [i * 340 + 130, 150]], C.slateLight, 'opacity="0.5"')).join("") + range(4).map((i) => rect(150 + i * 380, 120, 190, 22, lights)).join("") + rect(0, 176, 1600, 20, C.slate) + banner(1080, 196, 620, "精益求精 安全第一", 40) +
    floor(770, "#C9BBA4", "#A99878") + poly([[0, 1130], [1600, 1010], [1600, 1034], [0, 1160]], C.goldSoft) + (second ? machine(1280, 790, 0.92, { trim: C.tealDeep }) + machine(820, 760, 0.7) : "") + machine(470, 900, 1.22) +
    person(860, 1010, 1.36, worker(r), { pose: "reach", flip: true, trousers: C.slateDeep, badge: true }) + person(1080, 1040, 1.4, { ...worker(r, C.redSoft), shirt: C.slate }, { pose: "hold", thing: sheet(0, 112, 0.9), trousers: C.ink });
}

function latheShop({ seed, helpers = true }) {
  const r = random(seed);
  return wash("#E6DDCB", "#D3C5AB", 0, 0, 1600, 800) + windowPane(90, 90, 360, 300, "#F6E8CC") + windowPane(620, 90, 360, 300, "#F6E8CC") + windowPane(1150, 90, 360, 300, "#F6E8CC") + floor(790, "#B9A88B", "#97855F") + lathe(700, 930, 1.5) +
    (helpers ? person(1330, 1030, 1.4, { ...worker(r), helmet: "", cap: C.tealDeep }, { pose: "reach", flip: true, apron: C.brown }) + person(180, 1050, 1.42, { ...worker(r, C.redSoft) }, { pose: "read", thing: book(0, 96, 0.5) }) : "") + range(12).map((i) => stroke(`M${660 + i * 14} ${960 + (i % 3) * 22}q14 -18 28 0q-6 20 -20 10`, C.goldSoft, 5)).join("");
}

function tools({ seed }) {
  const r = random(seed);
  return wash("#CFA878", "#B0834F") + range(7).map((i) => rect(0, i * 176, 1600, 4, C.woodDeep, 'opacity="0.5"')).join("") + round(860, 250, 560, 560, 24, C.red) + round(900, 300, 480, 460, 14, C.redDeep) + range(5).map((i) => round(930 + i * 88, 340, 34, 300 - i * 22, 10, C.steel) + round(922 + i * 88, 600 - i * 22, 50, 130 + i * 22, 16, [C.gold, C.tealDeep, C.gold, C.slateDeep, C.goldSoft][i])).join("") +
    turn(24, 440, 420, round(400, 180, 60, 420, 18, C.steel) + path("M370 200a60 60 0 1 1 120 0v20h-36v-40h-48v40h-36Z", C.steel) + circle(430, 590, 46, C.steel) + circle(430, 590, 22, "#B98E5C")) + turn(-38, 560, 800, round(300, 770, 420, 44, 20, C.tealDeep) + rect(720, 782, 180, 20, C.steel)) + sheet(300, 980, 3.4, -10) + gear(760, 990, 90, 12, C.slateDeep) + gear(1200, 990, 70, 10, C.gold) + range(8).map(() => circle(200 + r() * 1200, 880 + r() * 260, 12, C.slate)).join("");
}

function robotLab({ seed }) {
  const r = random(seed);
  const arm = at(760, 900, round(-130, -70, 260, 70, 14, C.slateDeep) + rect(-70, -150, 140, 90, C.redSoft) + stroke("M0 -150L-120 -400L160 -560", C.red, 76) + stroke("M160 -560L330 -430", C.redSoft, 54) + circle(0, -150, 56, C.ink) + circle(0, -150, 26, C.goldSoft) + circle(-120, -400, 54, C.ink) + circle(-120, -400, 24, C.goldSoft) + circle(160, -560, 48, C.ink) + circle(160, -560, 20, C.goldSoft) + rect(312, -440, 40, 70, C.slateDeep) + path("M296 -370h26v70h-20ZM342 -370h26l-6 70h-20Z", C.steel));
  return wall("#E8E7DD", "#D2D0C0", 820) + rect(0, 120, 1600, 20, C.slateLight) + panel(110, 200, 380, 300, { head: C.tealDeep, rows: 4 }) + floor(810, "#BEB49D", "#9C8F73") + rect(1010, 760, 480, 30, C.slateDeep) + legs(1250, 790, 460, 260, C.slate) + range(3).map((i) => round(1040 + i * 150, 690, 90, 70, 8, [C.goldSoft, C.teal, C.redSoft][i])).join("") + arm + person(380, 1040, 1.4, { ...worker(r), helmet: "" , shirt: C.white }, { pose: "hold", thing: round(-40, 92, 80, 54, 8, C.slateDeep) + rect(-32, 98, 64, 40, "#CFE0D6") }) + person(1500, 1080, 1.3, { ...looks(r), cut: "bun" }, { pose: "stand", flip: true });
}

function welding({ seed }) {
  const r = random(seed);
  const sparks = range(46).map(() => { const a = -Math.PI * r(), d = 60 + r() * 330; const x = 930 + Math.cos(a) * d, y = 770 + Math.sin(a) * d * 0.8; return line(x, y, x + Math.cos(a) * 26, y + Math.sin(a) * 26, pick([C.goldPale, C.goldSoft, "#F2A65A"], r), 5); }).join("");
  return wash("#3B3431", "#57473C") + circle(930, 770, 520, "#C9822F", 'opacity="0.18"') + circle(930, 770, 330, C.goldSoft, 'opacity="0.22"') + circle(930, 770, 170, C.goldPale, 'opacity="0.4"') + rect(0, 880, 1600, 320, "#2A2320") + range(6).map((i) => rect(i * 300 - 40, 60, 150, 560, "#4A3E37")).join("") + rect(760, 800, 700, 60, C.slate) + rect(760, 860, 60, 260, C.slateDeep) + rect(1400, 860, 60, 260, C.slateDeep) + rect(900, 740, 420, 60, C.steel) +
    at(560, 600, path("M-190 540C-210 200 -120 90 0 60C130 90 200 170 210 330L120 540Z", C.tealDeep) + path("M-70 -150C-80 -60 -60 60 0 84C80 70 110 -40 84 -150C50 -200 -40 -200 -70 -150Z", C.slateDeep) + path("M-90 -110C-60 -220 70 -220 100 -110L88 -96H-80Z", C.redSoft) + rect(10, -70, 92, 52, "#1F1B18") + rect(22, -62, 60, 14, C.goldSoft) + stroke("M90 190Q220 250 300 190", C.tealDeep, 86) + circle(308, 186, 46, C.brown)) + line(890, 770, 866, 780, C.ink, 16) + circle(930, 776, 26, C.white) + sparks;
}

function filing({ seed }) {
  return wash("#E9D8BA", "#D6BC90") + windowPane(980, 90, 460, 460, "#FBEFD4") + poly([[960, 570], [1460, 570], [1160, 1000], [420, 1000]], C.goldPale, 'opacity="0.28"') + rect(0, 830, 1600, 90, C.wood) + rect(0, 830, 1600, 16, C.woodLight) + rect(0, 920, 1600, 280, C.woodDeep) +
    at(800, 830, rect(-150, -60, 300, 60, C.slateDeep) + rect(-190, -230, 130, 180, C.slate) + rect(60, -230, 130, 180, C.slate) + rect(-190, -250, 130, 26, C.steel) + rect(60, -250, 130, 26, C.steel) + rect(-60, -330, 120, 170, C.goldSoft) + rect(-60, -330, 120, 20, C.white, 'opacity="0.5"') + rect(190, -130, 160, 24, C.steel) + circle(354, -118, 20, C.slateDeep)) +
    turn(-7, 700, 470, rect(420, 462, 620, 36, C.slateDeep) + range(40).map((i) => line(480 + i * 14, 464, 472 + i * 14, 496, C.steel, 3)).join("") + round(220, 452, 210, 56, 26, C.woodLight) + circle(250, 480, 40, "#E5B88F") + stroke("M-120 1160C-60 820 60 560 214 484", C.tealDeep, 150) + circle(1030, 478, 40, "#E5B88F")) + stroke("M1090 418C1260 330 1440 360 1700 520", C.tealDeep, 150) +
    range(30).map((i) => { const r = random(seed + i); return rect(640 + r() * 380, 560 + r() * 260, 8, 4, C.gold); }).join("") + round(180, 780, 240, 50, 8, C.redSoft) + cup(1330, 830, 1.7);
}

function equipment({ seed }) {
  const r = random(seed);
  return wash("#DDDCD0", "#C6C2B0", 0, 0, 1600, 800) + rect(0, 140, 1600, 18, C.slateLight) + floor(790, "#C4B598", "#A3926E") + machine(880, 900, 1.34, { trim: C.tealDeep, glow: "#5A666B" }) + person(300, 1050, 1.46, { ...worker(r, C.redSoft) }, { pose: "read", thing: round(-40, 62, 80, 58, 6, C.paper) + range(3).map((i) => rect(-28, 74 + i * 14, 56, 5, C.clay)).join("") }) + person(1290, 1060, 1.46, { ...worker(r), cap: "", helmet: C.goldSoft }, { pose: "reach", flip: true }) + round(560, 1040, 250, 120, 12, C.red) + rect(560, 1076, 250, 12, C.redDeep) + stroke("M640 1040v-34h90v34", C.slateDeep, 14) + turn(18, 930, 1110, round(860, 1094, 240, 26, 12, C.steel)) + plant(1520, 1100, 1);
}

// ── Out of doors ─────────────────────────────────────────────────────────────

function campus({ autumn = true, seed = 3 }) {
  const t = autumn ? ginkgo : tree;
  return wash("#F2E3CC", "#FBF2E3", 0, 0, 1600, 800) + sun(1280, 210, 90) + cloud(360, 190, 1.1) + cloud(1010, 130, 0.8) + fade(0.6, hills(640, 130, "#C9CDB8", 8, 820)) + building(180, 780, 330, 330, { floors: 4, columns: 5, wall: "#EFE2CE" }) + building(1090, 780, 330, 330, { floors: 4, columns: 5, wall: "#EFE2CE" }) + building(460, 790, 680, 430, { floors: 5, columns: 9, wall: C.paper, roof: C.red, shape: "eaves" }) + rect(700, 620, 200, 170, C.redDeep) + range(4).map((i) => rect(706 + i * 48, 630, 42, 160, "#D9C9AE")).join("") + rect(660, 600, 280, 24, C.paper3) +
    wash("#DCD2B4", "#C6B98F", 0, 780, 1600, 420) + poly([[690, 790], [910, 790], [1250, 1200], [350, 1200]], "#F0E3CC") + range(6).map((i) => rect(690 - i * 58 - i * i * 2, 810 + i * 62, 220 + i * 116 + i * i * 4, 4, C.sand)).join("") + t(130, 900, 1.3) + t(1470, 900, 1.3) + t(330, 850, 0.9) + t(1270, 850, 0.9) + at(0, 0, flag(800, 960, 560, 1.05, 0.8)) + round(740, 946, 120, 36, 6, C.paper2) + round(716, 974, 168, 30, 6, C.sand) +
    people(seed, [[430, 1060, 0.72, {}], [520, 1080, 0.74, { flip: true }], [1130, 1070, 0.74, { pose: "hold", thing: book(0, 100, 0.4) }]]) + bush(250, 1130, 1.3) + bush(1380, 1130, 1.3);
}

function monument({ dusk = false, seed, crowd = 5 }) {
  const sky = dusk ? wash("#E9B896", "#F8E4C9", 0, 0, 1600, 900) : wash("#E7E3D3", "#F8EFDF", 0, 0, 1600, 900);
  const r = random(seed);
  return sky + sun(dusk ? 1260 : 320, dusk ? 420 : 200, 86, dusk ? "#F6D79B" : C.goldPale) + cloud(1080, 180, 1) + cloud(520, 260, 0.7) + fade(0.7, peak(380, 760, 760, 430, "#B8BFA8", "#A4AE95") + peak(1180, 760, 860, 520, "#AEB79E", "#99A489")) + hills(760, 170, "#97A886", seed, 1200) + hills(850, 120, C.sage, seed + 4, 1200) +
    path("M560 1200L700 820H900L1040 1200Z", C.paper3) + range(9).map((i) => rect(700 - i * 15.5, 832 + i * 42, 200 + i * 31, 8, C.sand)).join("") + rect(660, 770, 280, 56, C.paper2) + rect(690, 730, 220, 44, C.paper) + poly([[752, 730], [768, 290], [832, 290], [848, 730]], C.paper) + poly([[800, 290], [832, 290], [848, 730], [800, 730]], C.paper3) + poly([[768, 290], [800, 244], [832, 290]], C.paper2) + text(800, 400, 44, C.red, "永") + text(800, 470, 44, C.red, "垂") + text(800, 540, 44, C.red, "不") + text(800, 610, 44, C.red, "朽") +
    range(5).map((i) => circle(710 + i * 45, 766, 18, [C.goldSoft, C.white, C.goldSoft, C.white, C.goldSoft][i]) + circle(710 + i * 45, 766, 7, C.redSoft)).join("") + [[90, 1000, 1.5], [270, 960, 1.15], [440, 930, 0.9], [1160, 930, 0.9], [1330, 960, 1.15], [1510, 1000, 1.5]].map(([x, y, s]) => pine(x, y, s)).join("") + range(crowd).map((i) => { const x = 800 + (i - (crowd - 1) / 2) * 130; return at(x, 1190, personBack(r), 0.96); }).join("");
}
/** A standing person seen from behind, head bowed a little. */
function personBack(r) {
  const look = looks(r);
  const shirt = pick([C.slateDeep, C.ink, "#5C544C", C.tealDeep, C.white], r);
  return at(0, -358, path("M-32 168L-36 348H-6L0 200L6 348H36L32 168Z", C.ink) + stroke("M-38 60Q-54 110 -46 166M38 60Q54 110 46 166", shirt, 25) + path("M-46 74C-44 52 -26 44 -12 42H12C26 44 44 52 46 74L40 190H-40Z", shirt) + rect(-10, 20, 20, 26, look.skin) + oval(0, 0, 27, 31, look.hair));
}

function redSite({ seed }) {
  return wash("#EFE0C6", "#FBF0DE", 0, 0, 1600, 800) + sun(1330, 190, 80) + cloud(330, 150, 1) + fade(0.75, peak(260, 780, 700, 420, "#A9B596", "#95A283") + peak(760, 780, 900, 560, "#9BAA8A", "#879877") + peak(1330, 780, 760, 440, "#A9B596", "#95A283")) + hills(800, 120, C.sage, seed) + wash("#DCCFAB", "#C4B384", 0, 880, 1600, 320) +
    at(0, 60, rect(430, 560, 740, 330, "#EAD9BC") + path("M340 570Q420 540 480 440H1120Q1180 540 1260 570Q800 596 340 570Z", C.slateDeep) + range(15).map((i) => line(480 + i * 45, 450, 420 + i * 54, 566, C.ink, 4, 'opacity="0.35"')).join("") + rect(720, 660, 160, 230, C.woodDeep) + rect(728, 668, 70, 222, C.wood) + rect(802, 668, 70, 222, C.wood) + range(2).map((i) => rect(500 + i * 470, 670, 130, 130, C.woodDeep) + range(3).map((k) => rect(510 + i * 470 + k * 40, 680, 32, 110, C.goldPale)).join("")).join("") + rect(690, 600, 220, 46, C.red) + text(800, 636, 34, C.goldPale, "旧 址") + rect(430, 870, 740, 24, C.slate)) +
    pine(150, 980, 1.5) + pine(1460, 980, 1.5) + pine(320, 940, 1) + flag(1290, 960, 380, 0.8) + people(seed, [[560, 1120, 1.02, { badge: true }], [690, 1130, 1.04, { pose: "hold", thing: book(0, 100, 0.4) }], [960, 1120, 1.02, {}], [1090, 1130, 1.06, { pose: "point", flip: true, badge: true }]]);
}

function museum({ seed }) {
  return wall("#EADBC2", "#D9C3A0", 820) + range(4).map((i) => poly([[230 + i * 380, 0], [270 + i * 380, 0], [400 + i * 380, 620], [100 + i * 380, 620]], C.goldPale, 'opacity="0.35"')).join("") + panel(90, 180, 400, 400, { picture: true, rows: 3 }) + panel(580, 150, 440, 460, { picture: true, rows: 3 }) + panel(1110, 180, 400, 400, { head: C.brown, picture: true, rows: 3 }) + text(800, 205, 40, C.goldPale, "初心 · 历程") + floor(800, "#A77B57", "#7D573B") +
    [[330, 860], [1270, 860]].map(([x, y]) => rect(x - 190, y - 60, 380, 230, C.redDeep) + rect(x - 190, y - 170, 380, 116, "#DDE6DE", 'opacity="0.8"') + rect(x - 196, y - 176, 392, 10, C.gold) + rect(x - 196, y - 62, 392, 12, C.gold)).join("") + book(330, 796, 0.9, C.brown) + at(1270, 796, rect(-70, -24, 140, 20, C.brown) + oval(0, -50, 40, 26, C.slate) + rect(-10, -36, 20, 16, C.slateDeep)) + people(seed, [[680, 1080, 1.42, { pose: "behind", badge: true }], [860, 1060, 1.38, { pose: "point", badge: true }], [1010, 1100, 1.45, { pose: "hold", thing: sheet(0, 110, 0.8), flip: true }]]);
}

function planting({ seed }) {
  const r = random(seed);
  const shovel = (x, y) => turn(20, x, y, rect(x - 6, y - 330, 12, 300, C.wood) + path(`M${x - 34} ${y - 40}h68v50q-34 50 -68 0Z`, C.steel) + stroke(`M${x - 26} ${y - 334}h52`, C.woodDeep, 14));
  return wash("#E6E6D2", "#F9F0DE", 0, 0, 1600, 760) + sun(260, 180, 84) + cloud(900, 150, 1) + cloud(1340, 230, 0.7) + fade(0.7, hills(640, 160, "#B7C3A2", seed, 900)) + building(1060, 700, 380, 240, { floors: 3, columns: 6 }) + hills(740, 60, "#A7B68E", seed + 2) + wash("#C9B488", "#A98D5C", 0, 860, 1600, 340) + [[140, 1010, 0.9], [1480, 1000, 0.9]].map(([x, y, s]) => tree(x, y, s)).join("") + sapling(330, 1090, 1.3) + sapling(800, 1120, 1.6) + sapling(1260, 1090, 1.3) +
    person(610, 1090, 1.36, { ...looks(r), cut: "short" }, { pose: "reach", vest: C.red }) + shovel(700, 1080) + person(1020, 1100, 1.4, { ...looks(r), cut: "bob" }, { pose: "reach", vest: C.red, flip: true }) + at(1130, 1120, path("M-46 -70H46L36 0H-36Z", C.tealDeep) + stroke("M-42 -70Q0 -130 42 -70", C.slate, 7)) + person(1400, 1080, 1.3, looks(r), { pose: "hold", vest: C.red, flip: true }) + person(180, 1110, 1.34, looks(r), { pose: "wave", vest: C.red });
}

function nursery({ seed }) {
  return wash("#F7EBD2", "#E5D3A8") + sun(800, 250, 130) + rays(800, 250, 30, 900, C.goldPale, 0.5) + hills(700, 120, "#B9C49C", seed) + hills(820, 80, C.sage, seed + 3) + wash("#B8986A", "#8F6F45", 0, 900, 1600, 300) + [[240, 1010, 1.5], [560, 1030, 1.9], [1060, 1030, 1.9], [1380, 1010, 1.5]].map(([x, y, s]) => sapling(x, y, s)).join("") +
    path("M500 1200C520 1060 620 990 700 980L800 960L900 980C980 990 1080 1060 1100 1200Z", "#E5B88F") + path("M470 1200C490 1090 560 1040 600 1030L680 1200ZM1130 1200C1110 1090 1040 1040 1000 1030L920 1200Z", C.red) + oval(800, 970, 150, 56, "#6C4C33") + stroke("M800 960V740", C.sageDeep, 20) + path("M800 800C770 700 690 670 610 690C620 770 710 820 800 800ZM800 760C830 650 920 610 1000 640C990 730 890 790 800 760Z", C.sageDeep);
}

function repair({ seed }) {
  const r = random(seed);
  return wash("#F0E5CF", "#FAF1E1", 0, 0, 1600, 720) + building(60, 720, 640, 430, { floors: 4, columns: 8 }) + building(820, 720, 720, 350, { floors: 3, columns: 8, roof: C.tealDeep }) + wash("#D8CBB0", "#BDAB87", 0, 710, 1600, 490) + ginkgo(740, 800, 1.1) + rect(250, 250, 16, 600, C.slate) + rect(1330, 250, 16, 600, C.slate) + path("M200 250L800 130L1400 250V330H200Z", C.red) + range(12).map((i) => path(`M${200 + i * 100} 330q50 60 100 0Z`, i % 2 ? C.goldPale : C.red)).join("") + text(800, 278, 60, C.goldPale, "义务维修", 'letter-spacing="14"') +
    [470, 720, 970, 1180].map((x, i) => bust(x, 590, 1.14, { ...looks(r), shirt: [C.white, C.sage, C.slate, C.paper3][i] }, { arms: true, badge: i === 0 })).join("") + [470, 720, 970, 1180].map((x) => path(`M${x - 62} 660h34l-8 90h-40ZM${x + 62} 660h-34l8 90h40Z`, C.red)).join("") + rect(280, 740, 1040, 46, C.woodLight) + rect(280, 786, 1040, 190, C.paper) + rect(280, 786, 1040, 14, C.red) + text(800, 906, 62, C.red, "小扳手 · 志愿服务队") +
    at(560, 740, path("M-50 -80h100l-26 -60h-48Z", C.goldSoft) + rect(-6, -80, 12, 66, C.slateDeep) + oval(0, -8, 44, 12, C.slateDeep)) + at(850, 740, round(-80, -60, 160, 60, 10, C.redDeep) + stroke("M-30 -60v-24h60v24", C.ink, 8)) + at(1080, 740, round(-60, -70, 120, 70, 8, C.tealDeep) + circle(-20, -34, 18, C.paper2) + circle(30, -34, 10, C.goldSoft)) + people(seed + 2, [[190, 1130, 1.34, { pose: "hold", thing: stroke("M0 120L34 -20", C.slateDeep, 8) + path("M34 -20q-60 20 -34 110Z", C.teal) }], [1440, 1120, 1.34, { pose: "hold", flip: true, thing: round(-34, 96, 68, 50, 8, C.gold) }]]);
}

function welcome({ seed }) {
  return wash("#EFE6D0", "#FBF3E4", 0, 0, 1600, 760) + cloud(300, 160, 1) + cloud(1260, 210, 0.9) + rect(170, 200, 120, 620, C.paper2) + rect(1310, 200, 120, 620, C.paper2) + rect(130, 170, 1340, 110, C.redDeep) + text(800, 246, 68, C.goldPale, "欢 迎 新 同 学") + building(360, 780, 880, 260, { floors: 3, columns: 12, wall: "#F0E3CE" }) + wash("#DACDAE", "#C0AF87", 0, 770, 1600, 430) + tree(90, 900, 1.1) + tree(1520, 900, 1.1) + people(seed, [[430, 1080, 1.36, { pose: "wave", vest: C.red, badge: true }], [720, 1100, 1.4, { pose: "stand" }], [920, 1090, 1.38, { pose: "hold", thing: sheet(0, 112, 0.9), flip: true, vest: C.red }], [1200, 1090, 1.38, { pose: "reach", flip: true }]]) + round(770, 960, 100, 150, 12, C.tealDeep) + stroke("M790 960V880H850V960", C.slateDeep, 8) + circle(790, 1116, 12, C.ink) + circle(850, 1116, 12, C.ink);
}

function village({ seed }) {
  return wash("#EFE3CB", "#FAF0DD", 0, 0, 1600, 900) + sun(1180, 210, 84) + fade(0.8, peak(300, 760, 760, 440, "#A9B596", "#95A283") + peak(900, 760, 820, 360, "#B3BDA0", "#9FAA8C") + peak(1400, 760, 700, 480, "#A0AD8D", "#8C9A7A")) + hills(780, 60, "#B3BF95", seed) + wash("#CDBB8E", "#B39C68", 0, 850, 1600, 350) + [[980, 620], [1200, 660], [1400, 630]].map(([x, y]) => rect(x, y, 170, 150, "#EAD9BC") + path(`M${x - 20} ${y + 6}L${x + 85} ${y - 60}L${x + 190} ${y + 6}Z`, C.slateDeep) + rect(x + 60, y + 70, 46, 80, C.woodDeep)).join("") +
    rect(160, 560, 620, 400, "#E3CFA8") + path("M110 570L470 400L830 570Z", C.slateDeep) + rect(250, 660, 440, 300, "#5D4632") + rect(330, 590, 280, 54, C.red) + text(470, 630, 36, C.goldPale, "农 机 修 理") + gear(330, 900, 50, 10, C.slate) + round(520, 830, 150, 110, 8, C.redSoft) + at(980, 1060, circle(-120, -60, 66, C.ink) + circle(-120, -60, 30, C.goldSoft) + circle(90, -40, 44, C.ink) + circle(90, -40, 18, C.goldSoft) + path("M-130 -130H60L110 -90V-60H-130Z", C.redSoft) + stroke("M-130 -130L-260 -220", C.slateDeep, 14)) + people(seed, [[820, 1110, 1.2, { pose: "reach" }], [1230, 1110, 1.2, { pose: "reach", flip: true }], [1420, 1090, 1.15, { pose: "behind", flip: true }]]);
}

function street({ seed }) {
  return wash("#4B3A3F", "#8A5B4C", 0, 0, 1600, 900) + circle(1250, 190, 80, C.goldPale) + range(30).map((i) => { const r = random(seed + i); return circle(r() * 1600, r() * 420, 3, C.goldPale, 'opacity="0.7"'); }).join("") + [[40, 880, 420, 380], [500, 860, 360, 320], [900, 870, 300, 350], [1240, 880, 340, 400]].map(([x, y, w, h], i) => rect(x, y - h, w, h, ["#7B4A38", "#8B5743", "#744536", "#84513F"][i]) + path(`M${x - 50} ${y - h}Q${x + 20} ${y - h - 20} ${x + 60} ${y - h - 90}H${x + w - 60}Q${x + w - 20} ${y - h - 20} ${x + w + 50} ${y - h}Z`, "#3A2B2B") + stroke(`M${x - 46} ${y - h - 6}Q${x + 20} ${y - h - 26} ${x + 62} ${y - h - 94}H${x + w - 62}Q${x + w - 20} ${y - h - 26} ${x + w + 46} ${y - h - 6}`, C.white, 12, 'opacity="0.85"') + range(2).map((k) => rect(x + w * (0.14 + k * 0.42), y - h * 0.66, w * 0.3, h * 0.4, "#F1C879") + rect(x + w * (0.14 + k * 0.42) + w * 0.14, y - h * 0.66, 6, h * 0.4, "#7A4632")).join("")).join("") +
    wash("#D9CCC0", "#B8A696", 0, 870, 1600, 330) + stroke("M0 300Q400 420 800 330T1600 300", C.brown, 5) + [150, 420, 700, 980, 1260, 1500].map((x, i) => lantern(x, [450, 480, 460, 440, 460, 430][i], 0.95)).join("") + people(seed, [[620, 1120, 1.36, { pose: "hold", thing: round(-36, 96, 72, 64, 8, C.red) + rect(-6, 96, 12, 64, C.gold) }], [820, 1130, 1.38, { pose: "stand", look: { shirt: C.redSoft } }], [1060, 1100, 1.3, { pose: "wave", flip: true, look: { shirt: C.goldSoft } }]]);
}

function factory({ seed }) {
  return wash("#EDE5D3", "#FAF2E4", 0, 0, 1600, 800) + sun(270, 190, 80) + cloud(760, 150, 1) + range(5).map((i) => poly([[120 + i * 230, 470], [120 + i * 230, 360], [350 + i * 230, 470]], C.redSoft) + poly([[132 + i * 230, 462], [132 + i * 230, 388], [250 + i * 230, 446], [250 + i * 230, 462]], "#DDE4DC")).join("") + rect(120, 470, 1150, 330, "#DCCFB8") + range(6).map((i) => rect(170 + i * 180, 540, 120, 110, C.slateLight) + rect(226 + i * 180, 540, 8, 110, C.paper)).join("") + rect(1290, 300, 90, 500, C.clay) + rect(1410, 240, 90, 560, C.clay) + rect(1290, 330, 90, 30, C.red) + rect(1410, 270, 90, 30, C.red) + wash("#CFC2A6", "#B3A27E", 0, 790, 1600, 410) +
    banner(700, 486, 700, "校企联合党建", 56) + flag(1180, 960, 420, 0.9) + flag(240, 960, 420, 0.9) + people(seed, [[690, 1110, 1.18, { pose: "reach", badge: true, look: { shirt: C.white } }], [866, 1110, 1.18, { pose: "reach", flip: true, badge: true, look: { helmet: C.goldSoft, shirt: C.teal } }], [520, 1090, 1.12, { badge: true }], [1030, 1090, 1.12, { flip: true, look: { helmet: C.goldSoft, shirt: C.teal } }]]);
}

// ── Things to learn from ─────────────────────────────────────────────────────

function reading({ seed }) {
  const r = random(seed);
  return wall("#F7E8CF", "#EBD3AC", 820) + shelves(60, 90, 640, 640, 5, seed) + shelves(900, 90, 640, 640, 5, seed + 9) + windowPane(730, 110, 140, 430) + floor(810, C.woodLight, C.wood) + [430, 800, 1170].map((x) => bust(x, 640, 1.3, looks(r), { arms: true })).join("") + table(800, 830, 1280, 60, C.woodLight) + rect(190, 890, 1220, 310, C.woodDeep) + rect(190, 890, 1220, 20, C.ink, 'opacity="0.2"') + [430, 800, 1170].map((x, i) => book(x, 838, 1.25, [C.red, C.tealDeep, C.gold][i])).join("") + at(620, 830, rect(-6, -160, 12, 160, C.gold) + path("M-70 -150h140l-34 -70h-72Z", C.sageDeep) + oval(0, -4, 46, 12, C.gold)) + cup(1000, 832, 1.3) + plant(120, 1130, 1.5);
}

function bookcase({ seed }) {
  return wash("#EBD6B2", "#D9BC8C") + shelves(80, 70, 1440, 760, 4, seed) + table(800, 900, 1600, 60, C.woodLight) + rect(0, 950, 1600, 250, C.woodDeep) + at(420, 900, range(5).map((i) => round(-190 + i * 8, -50 - i * 46, 380 - i * 22, 44, 6, [C.red, C.tealDeep, C.gold, C.slateDeep, C.redDeep][i]) + rect(-160 + i * 8, -40 - i * 46, 320 - i * 22, 5, C.goldPale)).join("")) + book(1000, 895, 2.2, C.red) + stroke("M1250 880L1400 840", C.ink, 12) + cup(1420, 900, 1.6);
}

function documents() {
  const doc = (x, y, a, w = 420, head = "学习文件") => turn(a, x, y, rect(x - w / 2 + 10, y - 270, w, 580, C.ink, 'opacity="0.14"') + rect(x - w / 2, y - 280, w, 580, C.white) + text(x, y - 196, 46, C.red, head) + rect(x - w / 2 + 40, y - 160, w - 80, 6, C.red) + range(11).map((i) => rect(x - w / 2 + 48, y - 120 + i * 34, i % 4 === 3 ? w * 0.4 : w - 96, 10, C.sand)).join(""));
  return wash("#C89B68", "#A87643") + range(6).map((i) => rect(0, 120 + i * 190, 1600, 4, C.woodDeep, 'opacity="0.4"')).join("") + doc(450, 600, -9) + doc(760, 620, 5, 420, "工作条例") + turn(3, 1230, 640, round(1060, 330, 380, 560, 12, C.redDeep) + rect(1080, 330, 10, 560, C.red) + text(1250, 560, 60, C.goldSoft, "笔 记") + rect(1190, 600, 120, 5, C.goldSoft)) + turn(-28, 1010, 980, round(800, 966, 420, 26, 13, C.ink) + rect(1130, 966, 24, 26, C.gold)) + stroke("M330 1040a70 70 0 1 0 140 0a70 70 0 1 0 -140 0M530 1040a70 70 0 1 0 140 0a70 70 0 1 0 -140 0M470 1030q30 -26 60 0", C.ink, 14) + cup(1440, 250, 2);
}

function letters() {
  return wash("#F3E2C4", "#E2C698") + fade(0.5, windowPane(1080, 60, 420, 480)) + poly([[1060, 560], [1500, 560], [1180, 1200], [300, 1200]], C.goldPale, 'opacity="0.4"') + turn(-6, 640, 640, rect(330, 240, 640, 800, C.ink, 'opacity="0.12"') + rect(320, 230, 640, 800, "#FFFDF5") + range(15).map((i) => rect(380, 380 + i * 40, 520, 2, C.rose)).join("") + text(640, 330, 54, C.ink, "入党志愿书") + range(9).map((i) => stroke(`M${392 + (i === 0 ? 60 : 0)} ${408 + i * 40}q16 -18 30 0t30 0t30 0t30 0t30 0t30 0t30 0${i % 3 === 2 ? "" : "t30 0t30 0t30 0t30 0t30 0"}`, C.slateDeep, 4)).join("")) + turn(-36, 1080, 760, round(860, 744, 380, 30, 15, C.redDeep) + rect(1130, 744, 20, 30, C.gold) + poly([[860, 744], [860, 774], [800, 760]], C.gold)) + turn(8, 1250, 960, round(1090, 860, 330, 200, 10, C.red) + path("M1090 870L1255 970L1420 870", "none", `stroke="${C.goldPale}" stroke-width="8"`)) + plant(220, 1130, 1.3);
}

function audio() {
  return wash("#7E1A1D", "#54100F") + rays(800, 600, 24, 1200, C.redSoft, 0.16) + range(41).map((i) => { const h = 60 + 300 * Math.abs(Math.sin(i * 0.55) * Math.cos(i * 0.21)); return round(180 + i * 31, 600 - h / 2, 16, h, 8, i % 5 ? C.goldSoft : C.goldPale, 'opacity="0.75"'); }).join("") + stroke("M450 700V560A350 350 0 0 1 1150 560V700", C.paper, 54) + round(380, 640, 150, 270, 60, C.paper2) + round(1070, 640, 150, 270, 60, C.paper2) + round(430, 660, 50, 230, 25, C.clay) + round(1120, 660, 50, 230, 25, C.clay) + text(800, 1080, 64, C.goldPale, "听 党 史", 'letter-spacing="20"');
}

function projector() {
  return wall("#47322C", "#2E1F1B") + rect(250, 110, 1100, 620, C.ink) + wash("#F4E0BD", "#E7C99A", 280, 140, 1040, 560) + at(800, 500, gear(0, -90, 150, 14, C.red) + sprout(0, -80, 0.9, C.gold)) + circle(800, 420, 76, C.white, 'opacity="0.85"') + path("M776 374L848 420L776 466Z", C.red) + rect(280, 660, 1040, 12, C.brown, 'opacity="0.5"') + rect(280, 660, 380, 12, C.red) + poly([[760, 1040], [840, 1040], [1340, 730], [260, 730]], C.goldPale, 'opacity="0.14"') + round(680, 1010, 240, 130, 16, C.slateDeep) + circle(800, 1060, 44, C.steel) + circle(800, 1060, 24, C.goldPale) + rows(31, [960], { from: 120, to: 620, step: 230, s: 1.3, chair: "#231512" }) + rows(37, [960], { from: 1050, to: 1500, step: 230, s: 1.3, chair: "#231512" });
}

function shield() {
  return wash("#E3E2D4", "#CBCBB8") + range(9).map((i) => stroke(`M${i % 2 ? 1600 : 0} ${140 + i * 120}H${i % 2 ? 1260 - i * 20 : 340 + i * 20}l${i % 2 ? -60 : 60} ${i < 4 ? 60 : -60}H${i % 2 ? 1060 : 540}`, C.slateLight, 10) + circle(i % 2 ? 1060 : 540, 140 + i * 120 + (i < 4 ? 60 : -60), 16, C.teal)).join("") + path("M800 150L1120 260V600C1120 820 980 960 800 1050C620 960 480 820 480 600V260Z", C.redDeep) + path("M800 196L1080 292V596C1080 792 958 912 800 998Z", C.redSoft) + path("M800 196L520 292V596C520 792 642 912 800 998Z", C.red) + round(680, 540, 240, 200, 22, C.goldPale) + stroke("M730 540V470A70 70 0 0 1 870 470V540", C.goldPale, 34) + circle(800, 625, 28, C.redDeep) + path("M790 630H810L820 694H780Z", C.redDeep);
}

function road() {
  return wash("#F3E4C9", "#FBF2E2", 0, 0, 1600, 700) + sun(1120, 300, 120) + rays(1120, 300, 26, 900, C.goldPale, 0.45) + fade(0.8, peak(400, 720, 900, 420, "#BCC4A6", "#A8B192") + peak(1150, 720, 800, 330, "#C6CCB0", "#B2BA9C")) + hills(700, 90, "#AAB88F", 12) + hills(830, 90, C.sage, 15) + path("M520 1200C620 1040 1180 1040 1080 920C1000 830 620 880 700 790C750 740 900 740 960 690L976 700C930 760 800 760 770 800C730 860 1200 840 1270 950C1330 1060 1000 1090 1000 1200Z", "#F2E6D0") + stroke("M760 1200C820 1080 1260 1060 1176 930C1110 850 690 880 736 796C770 750 880 748 964 698", C.gold, 6, 'stroke-dasharray="26 22"') + [[640, 1130, 0.75], [1290, 1010, 0.6], [760, 880, 0.46], [1010, 720, 0.36]].map(([x, y, s], i) => flag(x, y, 330, s, 0.7) + circle(x, y, 30 * s, C.paper)).join("") + [[130, 1100, 1.3], [330, 1010, 0.9], [1490, 1080, 1.2]].map(([x, y, s]) => pine(x, y, s)).join("") + bush(1390, 1170, 1);
}

function cabinet() {
  const medal = (x, y, colour) => poly([[x - 34, y - 130], [x + 34, y - 130], [x + 12, y - 30], [x - 12, y - 30]], C.red) + circle(x, y, 58, colour) + circle(x, y, 44, C.goldPale) + sprout(x, y + 6, 0.4, C.gold);
  const certificate = (x, y) => rect(x - 150, y - 220, 300, 220, C.redDeep) + rect(x - 134, y - 204, 268, 188, C.paper) + text(x, y - 140, 44, C.red, "荣誉证书") + range(3).map((i) => rect(x - 100, y - 110 + i * 26, i === 2 ? 90 : 200, 8, C.sand)).join("") + circle(x + 80, y - 50, 22, C.redSoft, 'opacity="0.8"');
  const trophy = (x, y) => path(`M${x - 70} ${y - 250}H${x + 70}C${x + 70} ${y - 150} ${x + 30} ${y - 110} ${x} ${y - 100}C${x - 30} ${y - 110} ${x - 70} ${y - 150} ${x - 70} ${y - 250}Z`, C.goldSoft) + stroke(`M${x - 70} ${y - 230}c-60 0 -50 80 10 80M${x + 70} ${y - 230}c60 0 50 80 -10 80`, C.gold, 14) + rect(x - 12, y - 104, 24, 50, C.gold) + rect(x - 54, y - 56, 108, 56, C.woodDeep);
  return wall("#F0DCB8", "#DFC08C") + rect(150, 90, 1300, 1020, C.woodDeep) + rect(180, 120, 1240, 960, "#6E4630") + [420, 740, 1060].map((y) => rect(180, y, 1240, 26, C.wood)).join("") + range(3).map((i) => poly([[400 + i * 400, 120], [460 + i * 400, 120], [600 + i * 400, 1080], [260 + i * 400, 1080]], C.goldPale, 'opacity="0.1"')).join("") + certificate(400, 420) + trophy(800, 420) + certificate(1200, 420) + medal(340, 640, C.gold) + medal(540, 640, C.slateLight) + certificate(860, 740) + trophy(1210, 740) + trophy(380, 1060) + certificate(740, 1060) + medal(1040, 960, C.gold) + medal(1240, 960, C.gold);
}

function noticeboard({ seed }) {
  return wash("#EFE4CD", "#F9F0DF", 0, 0, 1600, 860) + tree(150, 900, 1.6) + tree(1500, 900, 1.4) + wash("#CFC3A0", "#B4A57C", 0, 850, 1600, 350) + rect(300, 250, 36, 760, C.slateDeep) + rect(1264, 250, 36, 760, C.slateDeep) + path("M230 250L800 140L1370 250V290H230Z", C.red) + text(800, 264, 64, C.goldPale, "公 示 栏") + rect(270, 290, 1060, 520, C.woodDeep) + rect(290, 310, 1020, 480, "#DDE3D6") + panel(330, 345, 290, 400, { rows: 6 }) + panel(660, 345, 290, 400, { rows: 6, head: C.tealDeep }) + panel(990, 345, 280, 400, { rows: 6, head: C.gold }) + people(seed, [[560, 1130, 1.36, { pose: "behind" }], [760, 1110, 1.3, { pose: "point", badge: true }], [1120, 1130, 1.36, { pose: "hold", thing: book(0, 100, 0.4), flip: true }]]);
}

function windowService({ seed }) {
  const r = random(seed);
  return wall("#F6E9D3", "#EAD5B1", 930) + rect(0, 0, 1600, 130, C.red) + text(800, 88, 64, C.goldPale, "师生服务窗口", 'letter-spacing="12"') + range(3).map((i) => rect(120 + i * 470, 190, 420, 440, C.paper) + rect(140 + i * 470, 210, 380, 420, "#DCE3DA") + round(240 + i * 470, 150, 180, 54, 10, C.tealDeep) + text(330 + i * 470, 190, 34, C.white, ["教务", "综合", "学工"][i])).join("") + [330, 800, 1270].map((x) => bust(x, 470, 1.25, looks(r), { badge: true, arms: true })).join("") + rect(60, 620, 1480, 46, C.woodLight) + rect(60, 666, 1480, 260, C.woodDeep) + rect(60, 666, 1480, 12, C.ink, 'opacity="0.25"') + sheet(800, 616, 1.6) + plant(130, 622, 0.8) + plant(1470, 622, 0.8) + floor(920, "#CDB68F", "#B0956A") + round(640, 700, 320, 120, 10, C.red) + text(800, 778, 46, C.goldPale, "党员示范岗") + people(seed, [[520, 1150, 1.3, { pose: "hold", thing: sheet(0, 112, 0.9) }], [1130, 1150, 1.32, { pose: "stand", flip: true }]]);
}

function hands() {
  const sleeve = (angle, colour, skin, length = 660) => turn(angle, 800, 620, round(800 - 92, 620 + 90, 184, length, 40, colour) + rect(800 - 98, 620 + 170, 196, 44, C.white, 'opacity="0.35"') + round(800 - 80, 620 - 40, 160, 200, 70, skin) + range(4).map((i) => round(800 - 78 + i * 40, 620 - 100, 36, 130, 18, skin)).join("") + range(3).map((i) => rect(800 - 41 + i * 40, 620 - 70, 4, 90, C.ink, 'opacity="0.12"')).join(""));
  return wash("#F6E3C1", "#E6C48C") + rays(800, 600, 32, 1300, C.goldPale, 0.6) + circle(800, 600, 440, C.goldPale, 'opacity="0.45"') + sleeve(180, C.tealDeep, "#E5B88F") + sleeve(108, C.goldSoft, "#F3D3B6") + sleeve(252, C.slateDeep, "#DDAA80") + sleeve(38, C.white, "#EFC9A8") + sleeve(322, C.red, "#E5B88F");
}

// ── Great machines ───────────────────────────────────────────────────────────

function telescope() {
  return wash("#2F3B4A", "#7A6A66", 0, 0, 1600, 900) + range(90).map((i) => { const r = random(i + 400); return circle(r() * 1600, r() * 620, 1.5 + r() * 3, C.goldPale, `opacity="${(0.4 + r() * 0.6).toFixed(2)}"`); }).join("") + stroke("M-40 520Q700 60 1640 260", C.goldPale, 90, 'opacity="0.07"') + peak(220, 1000, 900, 460, "#48525A", "#3E4850") + peak(1420, 1000, 900, 520, "#434D55", "#394249") + hills(980, 80, "#3B4A40", 21) + oval(800, 900, 560, 180, "#566068") + oval(800, 880, 560, 170, C.mist) + oval(800, 900, 500, 140, C.slateLight) + oval(800, 924, 400, 100, "#98A6AA") + oval(800, 944, 260, 60, C.slate) + [[240, 900], [1360, 900]].map(([x, y]) => line(x, y, x, y - 420, C.steel, 16)).join("") + [[240, 480], [1360, 480]].map(([x, y]) => line(x, y, 800, 620, C.goldPale, 4)).join("") + round(740, 600, 120, 70, 14, C.red) + rect(720, 590, 160, 16, C.goldSoft) + path("M0 1100Q400 1040 800 1110T1600 1090V1200H0Z", "#2C382F");
}

function borer() {
  const blades = range(8).map((i) => turn(i * 45, 800, 560, rect(782, 180, 36, 330, i % 2 ? C.redSoft : C.goldSoft) + range(4).map((k) => circle(800, 220 + k * 78, 17, C.slateDeep)).join(""))).join("");
  return wash("#5C4A3E", "#39302B") + range(6).map((i) => circle(800, 560, 820 - i * 60, "none", `stroke="${i % 2 ? "#4B3D34" : "#6B5748"}" stroke-width="34"`)).join("") + circle(800, 560, 450, C.slateDeep) + circle(800, 560, 420, C.paper2) + range(16).map((i) => turn(i * 22.5, 800, 560, rect(786, 148, 28, 30, C.slateDeep))).join("") + circle(800, 560, 360, C.paper3) + blades + circle(800, 560, 110, C.red) + circle(800, 560, 76, C.redDeep) + sprout(800, 572, 0.6, C.goldSoft) + rect(0, 1010, 1600, 190, "#2B241F") + rect(0, 1030, 1600, 14, C.steel) + people(7, [[300, 1150, 0.9, { look: { helmet: C.goldSoft, shirt: C.redSoft } }], [1260, 1150, 0.9, { pose: "point", flip: true, look: { helmet: C.goldSoft, shirt: C.redSoft } }], [1380, 1160, 0.9, { look: { helmet: C.white, shirt: C.teal } }]]);
}

function train() {
  return wash("#F1DEC0", "#FBF0DD", 0, 0, 1600, 800) + sun(1240, 260, 110) + range(13).map((i) => { const r = random(i + 60); const h = 150 + r() * 330; return building(i * 130 - 30, 720, 96 + r() * 40, h, { floors: Math.round(h / 60), columns: 3, wall: pick(["#E6D5BA", "#DCC9AC", "#EADCC5"], r), glass: "#CDBFA4", roof: "#C9B08A" }); }).join("") + fade(0.6, rect(0, 560, 1600, 170, "#F6E9D2")) + wash("#B9C0A2", "#97A481", 0, 720, 1600, 480) + rect(0, 900, 1600, 60, C.paper3) + rect(0, 950, 1600, 18, C.sand) + range(6).map((i) => rect(80 + i * 300, 960, 70, 260, C.sand) + rect(60 + i * 300, 950, 110, 26, C.paper3)).join("") + rect(0, 890, 1600, 12, C.slateDeep) +
    path("M1600 660H560C420 660 300 740 210 850C196 868 206 888 230 888H1600Z", C.white) + path("M1600 800H262L214 860C204 876 212 888 230 888H1600Z", C.slateLight) + path("M1600 780H280L262 802H1600Z", C.red) + path("M520 690C440 700 380 740 340 780L500 776Z", C.slateDeep) + range(8).map((i) => round(600 + i * 126, 704, 84, 54, 12, C.slateDeep)).join("") + rect(1000, 664, 5, 222, C.slateLight) + line(0, 560, 1600, 520, C.slateDeep, 4) + range(3).map((i) => rect(250 + i * 560, 480, 10, 400, C.slate) + rect(180 + i * 560, 540, 90, 8, C.slate)).join("");
}

// ── Portraits and the mark ───────────────────────────────────────────────────

function portrait({ initial, ground, deep, shirt, cut = "short", cap = "", glasses = false }) {
  const tone = "#D9B591";
  return wash(ground, deep, 0, 0, 800, 1000) + at(400, 430, rays(0, 0, 26, 720, C.white, 0.06)) + circle(400, 440, 330, C.white, 'opacity="0.16"') +
    at(400, 400, (cut === "bob" ? round(-142, -176, 284, 330, 130, "#3A2C26") : cut === "bun" ? circle(0, -206, 70, "#3A2C26") : "") + rect(-48, 90, 96, 150, "#C79F7B") + path("M-300 640C-310 340 -200 270 -84 232L0 300L84 232C200 270 310 340 300 640Z", shirt) + path("M84 232C200 270 310 340 300 640H150C170 460 150 320 84 232Z", C.ink, 'opacity="0.12"') + path("M-84 232L0 300L84 232L60 214H-60Z", C.white) + oval(0, 0, 122, 146, tone) + path("M30 -142A122 146 0 0 1 30 142C90 90 90 -90 30 -142Z", C.ink, 'opacity="0.07"') +
      (cut === "side" ? path("M-132 6C-150 -210 140 -220 132 4C104 -70 30 -90 -60 -110C-80 -60 -118 -44 -132 6Z", "#3A2C26") : cut === "bob" ? path("M-132 10C-140 -200 140 -200 132 10C110 -70 20 -84 -20 -112C-60 -70 -118 -60 -132 10Z", "#3A2C26") : path("M-132 0C-146 -200 146 -200 132 0C112 -76 60 -104 0 -104C-60 -104 -112 -76 -132 0Z", "#3A2C26")) +
      (cap ? path("M-146 -50C-142 -220 142 -220 146 -50Z", cap) + round(-60, -66, 232, 34, 17, cap) + rect(-146, -66, 292, 16, C.ink, 'opacity="0.16"') : "") + (glasses ? stroke("M-92 -6a38 38 0 1 0 76 0a38 38 0 1 0 -76 0M16 -6a38 38 0 1 0 76 0a38 38 0 1 0 -76 0M-16 -10q16 -12 32 0", "#5C4638", 7) : "") + rect(-190, 356, 54, 40, C.red) + sprout(-163, 382, 0.16)) +
    rect(0, 940, 800, 60, deep) + rect(0, 940, 800, 6, C.goldSoft) + round(612, 142, 128, 128, 14, C.red) + round(622, 152, 108, 108, 8, "none", `stroke="${C.goldPale}" stroke-width="4"`) + text(676, 238, 84, C.goldPale, initial);
}

/** The site's own mark, gold so that it stands out on red as well as on paper. It is no emblem of state or party. */
const emblem = () => gear(128, 128, 112, 12, C.goldSoft, 0.62) + circle(128, 128, 78, C.red) + circle(128, 128, 70, C.paper) + sprout(128, 134, 0.56, C.red) + stroke("M92 168Q128 154 164 168", C.gold, 7);

// ── Where each picture goes ──────────────────────────────────────────────────

/** The ground under every scene, so that no gap between sky and floor is white. */
const GROUND = rect(0, 0, 1600, 1200, C.sand);
const scene = (path, svg, more = {}) => ({ path: `content/${path}`, width: 1600, height: 1200, svg: GROUND + svg, ...more });
const face = (path, options) => ({ path: `content/${path}`, width: 800, height: 1000, svg: portrait(options) });

export const pictures = [
  { path: "content/pages/emblem.png", width: 256, height: 256, svg: emblem(), kind: "png" },
  scene("pages/img/campus.jpg", campus({})),
  scene("branches/img/workshop.jpg", workshop({ seed: 4 })),
  scene("branches/img/hands.jpg", hands()),
  scene("branches/img/classroom.jpg", reading({ seed: 6 })),
  scene("news/img/village.jpg", village({ seed: 5 })),
  scene("news/img/window.jpg", windowService({ seed: 9 })),
  scene("news/img/lantern.jpg", street({ seed: 3 })),
  scene("news/img/cabinet.jpg", cabinet()),
  scene("notices/img/noticeboard.jpg", noticeboard({ seed: 4 })),
  scene("activities/2025/2025-04-03-theme-day/monument.jpg", monument({ seed: 3 })),
  scene("activities/2025/img/salon.jpg", salon({ seed: 5 })),
  scene("activities/2025/img/speech.jpg", speech({ seed: 2 })),
  scene("activities/2025/img/open-class.jpg", lecture({ seed: 3, words: "一次对刀", chart: "gear", atMachine: true })),
  scene("activities/2025/img/joint-building.jpg", factory({ seed: 6 })),
  scene("activities/2025/img/duty-report.jpg", duty({ seed: 4 })),
  scene("activities/2025/img/welcome.jpg", welcome({ seed: 11 })),
  scene("activities/2025/2025-06-26-theme-day/letters.jpg", letters()),
  scene("activities/2025/2025-07-03-visit/museum.jpg", museum({ seed: 3 })),
  scene("activities/2025/2025-07-03-visit/old-house.jpg", redSite({ seed: 2 })),
  scene("activities/2025/2025-08-28-equipment-service/machine.jpg", equipment({ seed: 5 })),
  scene("activities/2025/2025-08-28-equipment-service/tools.jpg", tools({ seed: 2 })),
  scene("activities/2025/2025-09-11-theme-day/lecture.jpg", lecture({ seed: 9, words: "师者匠心", chart: "book" })),
  scene("activities/2025/2025-10-16-quiz-contest/contest.jpg", contest({ seed: 2 })),
  scene("activities/2026/2026-01-15-ol-meeting/board.jpg", taskboard({ seed: 6 })),
  scene("activities/2026/2026-03-05-theme-day/repair.jpg", repair({ seed: 6 })),
  scene("activities/2026/2026-03-12-theme-day/planting.jpg", planting({ seed: 4 })),
  scene("activities/2026/2026-03-12-theme-day/seedling.jpg", nursery({ seed: 4 }), { cameraMarks: true }),
  scene("activities/2026/img/online.jpg", online({ seed: 3, words: "线上微党课" })),
  scene("activities/2026/img/members.jpg", hall({ words: "支 部 党 员 大 会", seed: 15, raised: true, tone: C.red })),
  scene("activities/2025/img/committee.jpg", roundtable({ seed: 8 })),
  scene("activities/2025/img/ballots.jpg", ballots({ seed: 3 })),
  scene("columns/tech_news/img/robot.jpg", robotLab({ seed: 3 })),
  scene("columns/national_craftsmen/img/welding.jpg", welding({ seed: 4 })),
  scene("columns/national_craftsmen/img/filing.jpg", filing({ seed: 4 })),
  scene("columns/national_craftsmen/img/lathe.jpg", latheShop({ seed: 4 })),
  scene("columns/national_treasures/img/telescope.jpg", telescope()),
  scene("columns/national_treasures/img/borer.jpg", borer()),
  scene("columns/national_treasures/img/train.jpg", train()),
  scene("resources/img/books.jpg", bookcase({ seed: 5 })),
  scene("resources/img/documents.jpg", documents()),
  scene("resources/img/audio.jpg", audio()),
  scene("resources/img/video.jpg", projector()),
  scene("resources/img/security.jpg", shield()),
  scene("paths/img/road.jpg", road()),
  face("role-models/img/portrait-li.jpg", { initial: "李", ground: "#B9AFA3", deep: "#857A6F", shirt: C.paper2, cut: "bob" }),
  face("role-models/img/portrait-zhou.jpg", { initial: "周", ground: "#B0705C", deep: "#7A4636", shirt: C.slateDeep, cut: "short", glasses: true }),
  face("role-models/img/portrait-sun.jpg", { initial: "孙", ground: "#8FA3A3", deep: "#5C7475", shirt: C.white, cut: "side", glasses: true }),
  face("role-models/img/portrait-wu.jpg", { initial: "吴", ground: "#C7A463", deep: "#8C6C30", shirt: C.tealDeep, cut: "short", cap: C.slateDeep }),
  face("role-models/img/portrait-yang.jpg", { initial: "杨", ground: "#8C9C82", deep: "#5B6C54", shirt: C.teal, cut: "short", cap: C.tealDeep }),
];
