//! The number of a series to what tells it from the others without colour: texture of a surface, dashes of a line, shape of a dot.

use std::collections::BTreeSet;

use super::svg::num;

/// Colours that the style sheet has.
pub(super) const N_COLOURS: usize = 8;

/// Side of a texture's square.
const SIDE: f64 = 8.0;

/// Strokes in a square of eight, in the order of the series; the first is plain.
const TEXTURES: [&str; N_COLOURS] = [
    "",
    "M-2 2L2 -2M0 8L8 0M6 10L10 6",
    "M2 1V3M6 5V7M1 2H3M5 6H7",
    "M0 2H8M0 6H8",
    "M-2 6L2 10M0 0L8 8M6 -2L10 2",
    "M2 0V8M6 0V8",
    "M0 4H8M4 0V8",
    "M0 0L8 8M0 8L8 0",
];

/// In the order of the series; the first is a full line.
const DASHES: [&str; N_COLOURS] = ["", "8 4", "2 3", "12 4 2 4", "5 3", "14 5", "2 6", "8 3 2 3 2 3"];

/// Counted from one: the ninth series has the first colour again, in another texture.
pub(super) fn colour(series_idx: usize) -> usize {
    series_idx % N_COLOURS + 1
}

/// The class of a dot.
pub(super) fn dot_class(series_idx: usize) -> &'static str {
    const CLASSES: [&str; N_COLOURS] = [
        "dot series-1",
        "dot series-2",
        "dot series-3",
        "dot series-4",
        "dot series-5",
        "dot series-6",
        "dot series-7",
        "dot series-8",
    ];
    CLASSES[series_idx % N_COLOURS]
}

fn variant(series_idx: usize) -> usize {
    (series_idx + series_idx / N_COLOURS) % N_COLOURS
}

/// The attribute of a line.
pub(super) fn dashes(series_idx: usize) -> String {
    match DASHES[variant(series_idx)] {
        "" => String::new(),
        dashes => format!(" stroke-dasharray=\"{dashes}\""),
    }
}

/// The path of a dot around a point; its shape tells the series.
pub(super) fn dot(series_idx: usize, x: f64, y: f64, radius: f64) -> String {
    let corners: &[(f64, f64)] = match variant(series_idx) % 4 {
        0 => return circle(x, y, radius),
        1 => &[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
        2 => &[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)],
        _ => &[(0.0, -1.2), (1.15, 0.85), (-1.15, 0.85)],
    };
    let corners = corners.iter().map(|(dx, dy)| format!("{} {}", num(x + dx * radius), num(y + dy * radius)));
    format!("M{}Z", corners.collect::<Vec<_>>().join("L"))
}

fn circle(x: f64, y: f64, radius: f64) -> String {
    let (left, y, r, d) = (num(x - radius), num(y), num(radius), num(radius * 2.0));
    format!("M{left} {y}a{r} {r} 0 1 1 {d} 0a{r} {r} 0 1 1 -{d} 0Z")
}

/// The patterns that a drawing uses.
pub(super) fn definitions(id: &str, textures: &BTreeSet<usize>, has_hatch: bool) -> String {
    if textures.is_empty() && !has_hatch {
        return String::new();
    }
    let side = num(SIDE);
    let square = format!("width=\"{side}\" height=\"{side}\" patternUnits=\"userSpaceOnUse\"");
    let ground = format!("<rect width=\"{side}\" height=\"{side}\"");
    let mut defs = "<defs>".to_owned();
    for idx in textures {
        let colour = colour(*idx);
        defs.push_str(&format!("<pattern id=\"{id}-s{}\" {square}>{ground} class=\"series-{colour}\"/>", idx + 1));
        defs.push_str(&format!("<path class=\"texture\" d=\"{}\"/></pattern>", TEXTURES[variant(*idx)]));
    }
    if has_hatch {
        defs.push_str(&format!("<pattern id=\"{id}-h\" {square}>{ground} class=\"hatch-ground\"/>"));
        defs.push_str(&format!("<path class=\"hatch\" d=\"{}\"/></pattern>", TEXTURES[1]));
    }
    defs.push_str("</defs>");
    defs
}
