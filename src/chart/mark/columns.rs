//! Categories to columns side by side or one upon the other: for months, and for few names that are short.

use crate::chart::axis::{self, Margins, Names, Plot};
use crate::chart::data::{Data, Datum, Held};
use crate::chart::legend::{self, Swatch};
use crate::chart::scale::Scale;
use crate::chart::svg::{Anchor, Area, Canvas, Paint};
use crate::chart::text::fit;

/// How the series of one category stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::chart) enum ColumnStyle {
    Beside,
    Stacked,
}

/// Beyond these, rows read better than columns, unless the names are a sequence.
const MOST_NAMES: usize = 12;
/// Below one another; the rest is in the table.
const MOST_PANELS: usize = 8;
const BETWEEN_PANELS: f64 = 10.0;
/// Share of a slot that its columns take.
const FILLED: f64 = 0.78;
const WIDEST_COLUMN: f64 = 52.0;
/// Of the hatched place of what is held back.
const STUB: f64 = 26.0;

/// Columns of one plot.
struct Panel<'c> {
    data: Data<'c>,
    style: ColumnStyle,
    first: usize,
    n: usize,
    /// Whether each number has room over its column.
    has_numbers: bool,
}

/// Whether all names and notes have room below their columns.
pub(in crate::chart) fn suit(canvas: &Canvas, data: &Data) -> bool {
    let n = data.chart.categories.len();
    if data.is_sequence() {
        return true;
    }
    if n > MOST_NAMES {
        return false;
    }
    let scale = data.range().scale(4);
    let slot = (canvas.width - axis::gutter(canvas, data, &scale)) / n as f64;
    let has_room = |text: &str, n_lines: usize| fit(text, slot - axis::GAP, canvas.size, n_lines).is_some();
    let n_series = data.chart.series.len();
    (0..n).all(|idx| has_room(data.label(idx), 2))
        && (0..n).all(|idx| (0..n_series).all(|series_idx| n_series > 1 || has_room(data.note(series_idx, idx), 1)))
        && (0..n).all(|idx| (0..n_series).all(|series_idx| has_room(data.text_at_axis(series_idx, idx), 1)))
}

/// Draws as many plots below one another as the columns need to be seen.
pub(in crate::chart) fn draw(canvas: &mut Canvas, data: Data, style: ColumnStyle) {
    legend::draw(canvas, &data, Swatch::Surface, Held::InLegend);
    let range = if style == ColumnStyle::Stacked { data.stacked_range() } else { data.range() };
    let scale = range.scale(axis::n_ticks(axis::plot_height(canvas.layout)));
    let n = data.chart.categories.len();
    let room = canvas.width - axis::gutter(canvas, &data, &scale);
    let n_panels = n.div_ceil(((room / least_slot(&data, style)) as usize).max(1));
    let per_panel = n.div_ceil(n_panels);
    for first in (0..n).step_by(per_panel).take(MOST_PANELS) {
        let panel = Panel { data, style, first, n: per_panel.min(n - first), has_numbers: false };
        panel.draw(canvas, scale.clone(), per_panel);
        canvas.height += BETWEEN_PANELS;
    }
    super::draw_more(canvas, data.words, n.saturating_sub(per_panel * MOST_PANELS));
}

/// In which columns can still be told apart.
fn least_slot(data: &Data, style: ColumnStyle) -> f64 {
    match (style, data.chart.series.len()) {
        (ColumnStyle::Beside, 0 | 1) => 4.0,
        (ColumnStyle::Beside, n) => 5.0 * n as f64 + 4.0,
        (ColumnStyle::Stacked, _) => 7.0,
    }
}

impl Panel<'_> {
    fn draw(mut self, canvas: &mut Canvas, scale: Scale, n_slots: usize) {
        let slot = (canvas.width - axis::gutter(canvas, &self.data, &scale)) / n_slots as f64;
        self.has_numbers = self.style == ColumnStyle::Beside && self.numbers_fit(canvas, self.pitch(slot));
        let room = if self.has_numbers { canvas.text_height(1) + 1.0 } else { 0.0 };
        let below = if scale.low() < 0.0 { room } else { 0.0 };
        let plot = Plot::draw(canvas, &self.data, scale, n_slots, Margins { above: room, below });
        for idx in 0..self.n {
            match self.style {
                ColumnStyle::Beside => self.draw_beside(canvas, &plot, idx),
                ColumnStyle::Stacked => self.draw_stacked(canvas, &plot, idx),
            }
        }
        plot.draw_target(canvas, &self.data);
        self.draw_names(canvas, &plot);
    }

    /// From one column to the next of the same category.
    fn pitch(&self, slot: f64) -> f64 {
        let n = if self.style == ColumnStyle::Beside { self.data.chart.series.len().max(1) } else { 1 };
        if n == 1 { slot } else { (slot * 0.9 / n as f64).min(WIDEST_COLUMN) }
    }

    fn numbers_fit(&self, canvas: &Canvas, pitch: f64) -> bool {
        let n_series = self.data.chart.series.len();
        let all = (0..n_series).flat_map(|series_idx| (0..self.n).map(move |idx| (series_idx, idx)));
        let mut shown = all.filter(|(series_idx, idx)| matches!(self.datum(*series_idx, *idx), Datum::Value(_) | Datum::Gap));
        shown.all(|(series_idx, idx)| canvas.text_width(self.data.text_at_axis(series_idx, self.first + idx)) <= pitch - 2.0)
    }

    fn datum(&self, series_idx: usize, idx: usize) -> Datum {
        self.data.datum(series_idx, self.first + idx)
    }

    fn draw_beside(&self, canvas: &mut Canvas, plot: &Plot, idx: usize) {
        let n_series = self.data.chart.series.len();
        let pitch = self.pitch(plot.slot_width());
        let width = if n_series == 1 { (pitch * FILLED).min(WIDEST_COLUMN) } else { pitch - 1.0 };
        for series_idx in 0..n_series {
            let middle = plot.middle(idx) + (series_idx as f64 - (n_series as f64 - 1.0) / 2.0) * pitch;
            let tip = self.data.tip(series_idx, self.first + idx);
            let zero = plot.y(0.0);
            let column = |from: f64, to: f64| column(middle, width, from, to);
            let end = match self.datum(series_idx, idx) {
                Datum::Value(value) => {
                    canvas.rect(column(zero, plot.y(value)), Paint::Series(series_idx), &tip);
                    plot.y(value)
                }
                Datum::HeldBack => {
                    canvas.rect(column(zero, zero - STUB), Paint::Hatch, &tip);
                    continue;
                }
                Datum::Gap => zero,
            };
            let text = self.data.text_at_axis(series_idx, self.first + idx);
            let is_gap = self.datum(series_idx, idx) == Datum::Gap;
            if self.has_numbers || is_gap && canvas.text_width(text) <= pitch {
                let top = if end > zero { end } else { plot.number_top(canvas, &self.data, end) };
                canvas.word("", Anchor::Middle, (middle, canvas.base_line(top)), text);
            }
        }
    }

    fn draw_stacked(&self, canvas: &mut Canvas, plot: &Plot, idx: usize) {
        let width = (plot.slot_width() * FILLED).min(WIDEST_COLUMN);
        let (mut above, mut below) = (0.0, 0.0);
        let mut is_held_back = false;
        for series_idx in 0..self.data.chart.series.len() {
            let tip = self.data.tip(series_idx, self.first + idx);
            match self.datum(series_idx, idx) {
                Datum::Value(value) => {
                    let from = if value < 0.0 { &mut below } else { &mut above };
                    let area = column(plot.middle(idx), width, plot.y(*from), plot.y(*from + value));
                    canvas.rect(area, Paint::Series(series_idx), &tip);
                    *from += value;
                }
                Datum::HeldBack => is_held_back = true,
                Datum::Gap => {}
            }
        }
        // The sum is not known then: an open end says that there is more.
        if is_held_back {
            let from = plot.y(above);
            let to = (from - STUB / 2.0).max(plot.top - canvas.text_height(1) / 2.0);
            canvas.plain_rect(column(plot.middle(idx), width, from, to), Paint::Hatch);
        }
    }

    /// Names below the columns, and below them how many rows there are behind each where there is room.
    fn draw_names(&self, canvas: &mut Canvas, plot: &Plot) {
        canvas.height += 4.0;
        let slot = plot.slot_width();
        let shortened = super::names_of(canvas, &self.data, self.first..self.first + self.n, slot);
        let is_sequence = self.data.is_sequence();
        Names { names: &shortened.names, left: plot.left, slot, most_lines: 2, is_sequence }.draw(canvas);
        if self.data.chart.series.len() == 1 {
            self.draw_notes(canvas, plot.left, slot);
        }
        super::draw_head(canvas, plot.left, &shortened.head);
        plot.finish(canvas);
    }

    fn draw_notes(&self, canvas: &mut Canvas, left: f64, slot: f64) {
        let notes: Vec<&str> = (self.first..self.first + self.n).map(|idx| self.data.note(0, idx)).collect();
        let have_room = notes.iter().all(|note| canvas.text_width(note) <= slot - axis::GAP / 2.0);
        if have_room && notes.iter().any(|note| !note.is_empty()) {
            Names { names: &notes, left, slot, most_lines: 1, is_sequence: false }.draw(canvas);
        }
    }
}

fn column(middle: f64, width: f64, from: f64, to: f64) -> Area {
    Area { x: middle - width / 2.0, y: from.min(to), width, height: (to - from).abs() }
}
