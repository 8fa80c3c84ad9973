//! Shares of a whole to a ring, with a list of their names and numbers beside it.

use crate::chart::data::{Data, Datum};
use crate::chart::legend::{self, Swatch};
use crate::chart::svg::{Anchor, Canvas, Layout, Paint, Tip, num};
use crate::chart::text::{Lines, wrap};

/// Slices of more than these are slivers.
const MOST_SLICES: usize = 12;
/// Outer and inner.
const RADII: (f64, f64) = (100.0, 58.0);
/// Between ring, list and the parts of a list.
const GAP: f64 = 16.0;
/// The list is not wider, or numbers would stand far from their names.
const WIDEST_LIST: f64 = 420.0;

/// One item of the list; a slice of the ring if its value is more than nothing.
struct Slice {
    label: String,
    text: String,
    value: f64,
    tip: Tip,
}

/// Whether the values are parts of one whole: none below zero, none held back, and not too many.
pub(in crate::chart) fn suits(data: &Data) -> bool {
    let Some(slices) = slices(data) else { return false };
    let total: f64 = slices.iter().map(|slice| slice.value).sum();
    slices.len() <= MOST_SLICES && slices.iter().all(|slice| slice.value >= 0.0) && total > 0.0 && total.is_finite()
}

/// Draws the ring, then the list at its right or below.
pub(in crate::chart) fn draw(canvas: &mut Canvas, data: Data) {
    let slices = slices(&data).unwrap_or_default();
    let (outer, _) = RADII;
    let is_beside = canvas.layout == Layout::Wide;
    let list_left = if is_beside { 2.0 * outer + 3.0 * GAP } else { 0.0 };
    let list = List::of(canvas, slices, list_left);
    let top = canvas.height;
    if is_beside {
        let height = list.height().max(2.0 * outer + 4.0);
        draw_ring(canvas, &list.slices, (outer + 2.0, top + height / 2.0));
        list.draw(canvas, top + (height - list.height()) / 2.0);
        canvas.height = top + height;
    } else {
        draw_ring(canvas, &list.slices, (canvas.width / 2.0, top + outer + 2.0));
        let list_top = top + 2.0 * outer + GAP;
        list.draw(canvas, list_top);
        canvas.height = list_top + list.height();
    }
}

/// The marks of the only series, or those of the only category; `None` if there are several of both, or some are held back.
fn slices(data: &Data) -> Option<Vec<Slice>> {
    let (n_series, n_categories) = (data.chart.series.len(), data.chart.categories.len());
    let of_categories = (0..n_categories).map(|idx| (0, idx, data.label(idx)));
    let of_series = data.chart.series.iter().enumerate().map(|(idx, series)| (idx, 0, series.label.as_str()));
    match (n_series, n_categories) {
        (1, _) => of_categories.map(|place| slice(data, place)).collect(),
        (_, 1) => of_series.map(|place| slice(data, place)).collect(),
        _ => None,
    }
}

fn slice(data: &Data, (series_idx, category_idx, label): (usize, usize, &str)) -> Option<Slice> {
    let value = match data.datum(series_idx, category_idx) {
        Datum::Value(value) => value,
        Datum::Gap => 0.0,
        Datum::HeldBack => return None,
    };
    let (text, note) = (data.text(series_idx, category_idx), data.note(series_idx, category_idx));
    let text = if note.is_empty() { text.to_owned() } else { format!("{text} ({note})") };
    Some(Slice { label: label.to_owned(), text, value, tip: data.tip(series_idx, category_idx) })
}

fn draw_ring(canvas: &mut Canvas, slices: &[Slice], middle: (f64, f64)) {
    let total: f64 = slices.iter().map(|slice| slice.value).sum();
    let mut before = 0.0;
    for (idx, slice) in slices.iter().enumerate() {
        let (from, to) = (before / total, (before + slice.value) / total);
        before += slice.value;
        if slice.value > 0.0 {
            canvas.path(&sector(middle, from, to), Paint::Series(idx), &slice.tip);
        }
    }
}

/// A part of the ring, from one share of a turn to another.
fn sector((x, y): (f64, f64), from: f64, to: f64) -> String {
    let (outer, inner) = RADII;
    // An arc that ends where it begins is nothing: a whole ring is a circle with a hole, drawn the other way round.
    if to - from > 0.9999 {
        let circle = |radius: f64, turns: u8| {
            let (left, y, side) = (num(x - radius), num(y), num(2.0 * radius));
            format!("M{left} {y}a{radius} {radius} 0 1 {turns} {side} 0a{radius} {radius} 0 1 {turns} -{side} 0Z")
        };
        return format!("{}{}", circle(outer, 1), circle(inner, 0));
    }
    let large = u8::from(to - from > 0.5);
    let at = |turn: f64, radius: f64| {
        let (dx, dy) = on_circle(turn);
        format!("{} {}", num(x + dx * radius), num(y - dy * radius))
    };
    format!(
        "M{}A{outer} {outer} 0 {large} 1 {}L{}A{inner} {inner} 0 {large} 0 {}Z",
        at(from, outer),
        at(to, outer),
        at(to, inner),
        at(from, inner)
    )
}

/// The point of the unit circle at a share of a turn, clockwise from the top.
fn on_circle(turn: f64) -> (f64, f64) {
    let quarters = (turn * 4.0).floor();
    let (sine, cosine) = sine_and_cosine((turn * 4.0 - quarters) * std::f64::consts::FRAC_PI_2);
    match quarters as i64 % 4 {
        0 => (sine, cosine),
        1 => (cosine, -sine),
        2 => (-sine, -cosine),
        _ => (-cosine, sine),
    }
}

/// By their series, for a right angle at most: those of the machine differ between machines in the last digit.
fn sine_and_cosine(angle: f64) -> (f64, f64) {
    let (mut sine, mut cosine, mut term) = (0.0, 0.0, 1.0);
    for k in 0..20 {
        match k % 4 {
            0 => cosine += term,
            1 => sine += term,
            2 => cosine -= term,
            _ => sine -= term,
        }
        term = term * angle / f64::from(k + 1);
    }
    (sine, cosine)
}

/// Names and numbers of the slices.
struct List {
    slices: Vec<Slice>,
    labels: Vec<Lines>,
    left: f64,
    right: f64,
    text_room: f64,
    size: f64,
}

/// Between a swatch and its name.
const SWATCH_ROOM: f64 = 22.0;

impl List {
    fn of(canvas: &Canvas, slices: Vec<Slice>, left: f64) -> Self {
        let room = (canvas.width - left).min(WIDEST_LIST);
        let widest = |texts: &mut dyn Iterator<Item = &String>| texts.map(|text| canvas.text_width(text)).fold(0.0, f64::max);
        let text_room = (widest(&mut slices.iter().map(|slice| &slice.text)) + 0.5).min(room * 0.5);
        let label_room = room - SWATCH_ROOM - GAP - text_room;
        let labels: Vec<Lines> = slices.iter().map(|slice| wrap(&slice.label, label_room, canvas.size, 2)).collect();
        let widest_label = labels.iter().map(|label| label.width(canvas.size)).fold(0.0, f64::max);
        let right = left + SWATCH_ROOM + widest_label + GAP + text_room;
        let right = if canvas.layout == Layout::Wide { right } else { left + room };
        Self { slices, labels, left, right, text_room, size: canvas.size }
    }

    fn height(&self) -> f64 {
        self.labels.iter().map(|label| label.height().max(1.6) * self.size).sum()
    }

    fn draw(&self, canvas: &mut Canvas, mut top: f64) {
        for (idx, (slice, label)) in self.slices.iter().zip(&self.labels).enumerate() {
            let line = top + canvas.text_height(1) / 2.0;
            let y = canvas.base_line(top);
            legend::draw_swatch(canvas, &Swatch::Surface(idx), self.left, line);
            canvas.text("", Anchor::Start, (self.left + SWATCH_ROOM, y), label, &slice.label);
            let text = wrap(&slice.text, self.text_room, canvas.size, 1);
            canvas.text("", Anchor::End, (self.right, y), &text, &slice.text);
            top += label.height().max(1.6) * canvas.size;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turn_goes_round_clockwise_from_the_top() {
        for (turn, x, y) in [(0.0, 0.0, 1.0), (0.25, 1.0, 0.0), (0.5, 0.0, -1.0), (0.75, -1.0, 0.0), (1.0, 0.0, 1.0)] {
            let (dx, dy) = on_circle(turn);
            assert!((dx - x).abs() < 1e-12 && (dy - y).abs() < 1e-12, "{turn}: {dx} {dy}");
        }
        // An eighth of a turn is as far right as up.
        let (x, y) = on_circle(0.125);
        assert!((x - y).abs() < 1e-12 && (x * x + y * y - 1.0).abs() < 1e-12);
    }
}
