//! The names of series, states and lines to rows of swatches above a drawing.

use super::data::{Data, Held};
use super::svg::{Anchor, Area, Canvas, Paint, Tip, num};
use super::text::wrap;
use super::texture;

/// Side of a swatch.
const SWATCH: f64 = 14.0;
/// Between a swatch and its word.
const GAP: f64 = 6.0;
/// Between two items.
const BETWEEN: f64 = 18.0;

/// How the swatch of an item is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Swatch {
    Surface(usize),
    Line(usize),
    Target,
    Hatch,
    /// A state and its mark.
    State(&'static str, String),
}

/// Draws what tells series, target and held-back marks; what needs no telling takes no room.
pub(super) fn draw(canvas: &mut Canvas, data: &Data, series: fn(usize) -> Swatch, held: Held) {
    let mut items = Vec::new();
    if data.chart.series.len() > 1 {
        items.extend(data.chart.series.iter().enumerate().map(|(idx, one)| (series(idx), one.label.clone())));
    }
    if let Some(target) = &data.chart.target {
        items.push((Swatch::Target, target.label.clone()));
    }
    if held == Held::InLegend
        && let Some(text) = data.held_back_text()
    {
        items.push((Swatch::Hatch, text.to_owned()));
    }
    draw_items(canvas, &items);
}

/// Items one behind the other, as many on a row as fit.
pub(super) fn draw_items(canvas: &mut Canvas, items: &[(Swatch, String)]) {
    if items.is_empty() {
        return;
    }
    let (mut x, mut top) = (0.0, canvas.height);
    let row = canvas.text_height(1).max(SWATCH) + 2.0;
    for (swatch, label) in items {
        let sample = swatch.width();
        let lines = wrap(label, canvas.width - sample - GAP, canvas.size, 1);
        let width = sample + GAP + lines.width(canvas.size);
        if x > 0.0 && x + width > canvas.width {
            (x, top) = (0.0, top + row);
        }
        draw_swatch(canvas, swatch, x, top + row / 2.0);
        let place = (x + sample + GAP, canvas.middle_line(top + row / 2.0));
        canvas.text("", Anchor::Start, place, &lines, label);
        x += width + BETWEEN;
    }
    canvas.height = top + row + 8.0;
}

impl Swatch {
    fn width(&self) -> f64 {
        match self {
            Self::Line(_) | Self::Target => 30.0,
            Self::State(..) => 20.0,
            _ => SWATCH,
        }
    }
}

/// Around the height `middle`.
pub(super) fn draw_swatch(canvas: &mut Canvas, swatch: &Swatch, x: f64, middle: f64) {
    let square = Area { x, y: middle - SWATCH / 2.0, width: SWATCH, height: SWATCH };
    let (from, to) = ((x, middle), (x + swatch.width(), middle));
    match swatch {
        Swatch::Surface(idx) => canvas.plain_rect(square, Paint::Series(*idx)),
        Swatch::Hatch => canvas.plain_rect(square, Paint::Hatch),
        Swatch::State(state, mark) => {
            canvas.plain_rect(Area { x, y: middle - 10.0, width: 20.0, height: 20.0 }, Paint::State(state));
            canvas.word("", Anchor::Middle, (x + 10.0, canvas.middle_line(middle)), mark);
        }
        Swatch::Target => canvas.line("target", from, to),
        Swatch::Line(idx) => {
            canvas.stroke(&format!("M{} {}H{}", num(from.0), num(middle), num(to.0)), *idx);
            let dot = texture::dot(*idx, x + swatch.width() / 2.0, middle, 4.0);
            canvas.path(&dot, Paint::Class(texture::dot_class(*idx)), &Tip::default());
        }
    }
}
