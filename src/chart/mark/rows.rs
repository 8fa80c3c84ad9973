//! Categories to rows with a bar, dot or track each: for names that are longer than a column is wide.

use crate::chart::data::{Data, Datum, Held};
use crate::chart::legend::{self, Swatch};
use crate::chart::scale::Scale;
use crate::chart::svg::{Anchor, Area, Canvas, Layout, Paint};
use crate::chart::text::{Lines, wrap};

/// How far a row's value is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::chart) enum RowStyle {
    /// A bar for each series.
    Bars,
    /// One bar, made of those of the series.
    Stack,
    /// A bar in a track that is as long as the axis.
    Progress,
    /// A dot at the end of a thin line.
    Lollipop,
}

/// More rows than these are in the table only; a drawing of six hundred bars helps nobody.
const MOST_ROWS: usize = 40;
/// Between a name or a number and its bar.
const GAP: f64 = 8.0;
/// Share of the width that names may take beside the bars.
const LABEL_SHARE: f64 = 0.36;
/// What is left of the width for bars at least.
const LEAST_BARS: f64 = 90.0;

/// Where everything stands.
struct Plan<'c> {
    data: Data<'c>,
    style: RowStyle,
    scale: Scale,
    /// Ends of the axis.
    left: f64,
    right: f64,
    /// Of the numbers behind the bars.
    text_room: f64,
    bar_height: f64,
    pitch: f64,
    rows: Vec<Row>,
}

/// One category.
struct Row {
    category_idx: usize,
    label: Lines,
    top: f64,
    /// Of the first bar.
    bars_top: f64,
    /// Of the row, without the space behind it.
    height: f64,
}

/// Draws all rows from the canvas's height down.
pub(in crate::chart) fn draw(canvas: &mut Canvas, data: Data, style: RowStyle) {
    let held = if style == RowStyle::Stack { Held::InLegend } else { Held::AtMark };
    legend::draw(canvas, &data, Swatch::Surface, held);
    let plan = Plan::of(canvas, data, style);
    plan.draw_axis(canvas);
    for row in &plan.rows {
        plan.draw_row(canvas, row);
    }
    plan.draw_target(canvas);
    canvas.height = plan.bottom() + 4.0;
    plan.draw_tick_labels(canvas);
    super::draw_more(canvas, data.words, data.chart.categories.len().saturating_sub(MOST_ROWS));
}

impl<'c> Plan<'c> {
    fn of(canvas: &Canvas, data: Data<'c>, style: RowStyle) -> Self {
        let n_rows = data.chart.categories.len().min(MOST_ROWS);
        let is_beside = canvas.layout == Layout::Wide;
        let label_room = if is_beside { label_room(canvas, &data, n_rows) } else { canvas.width };
        let text_room = text_room(canvas, &data, style, n_rows);
        let left = if is_beside { label_room + GAP } else { 0.0 };
        let right = if text_room > 0.0 { canvas.width - text_room - GAP } else { canvas.width };
        let range = if style == RowStyle::Stack { data.stacked_range() } else { data.range() };
        let scale = range.scale(((right - left) / 90.0) as usize);
        let pitch = if text_room > 0.0 { canvas.text_height(1) } else { 20.0 };
        let bar_height = if is_beside { 17.0 } else { 15.0 };
        let mut plan = Self { data, style, scale, left, right, text_room, bar_height, pitch, rows: Vec::new() };
        plan.lay_out(canvas, n_rows, label_room);
        plan
    }

    fn lay_out(&mut self, canvas: &Canvas, n_rows: usize, label_room: f64) {
        let is_beside = canvas.layout == Layout::Wide;
        let n_bars = if self.style == RowStyle::Stack { 1 } else { self.data.chart.series.len() };
        let bars = self.pitch * n_bars as f64;
        let mut top = canvas.height;
        for category_idx in 0..n_rows {
            let label = wrap(self.data.label(category_idx), label_room, canvas.size, 2);
            let text = label.height() * canvas.size;
            let (bars_top, height) =
                if is_beside { (top + (text - bars).max(0.0) / 2.0, text.max(bars)) } else { (top + text, text + bars) };
            self.rows.push(Row { category_idx, label, top, bars_top, height });
            top += height + if is_beside && n_bars == 1 { 4.0 } else { 8.0 };
        }
    }

    fn bottom(&self) -> f64 {
        self.rows.last().map_or(0.0, |row| row.top + row.height)
    }

    fn x(&self, value: f64) -> f64 {
        self.left + self.scale.share(value) * (self.right - self.left)
    }

    fn draw_axis(&self, canvas: &mut Canvas) {
        let Some(first) = self.rows.first() else { return };
        for tick in &self.scale.ticks {
            let class = if tick.value == 0.0 { "axis" } else { "grid" };
            let x = self.x(tick.value);
            canvas.line(class, (x, first.top), (x, self.bottom() + 4.0));
        }
    }

    /// Numbers under the axis, as many as stand apart.
    fn draw_tick_labels(&self, canvas: &mut Canvas) {
        let y = canvas.base_line(canvas.height);
        let mut free_from = 0.0;
        let title = self.data.axis_title();
        let title_width = if title.is_empty() { 0.0 } else { canvas.text_width(title) + GAP };
        for tick in &self.scale.ticks {
            let text = self.data.tick_text(&tick.text);
            let width = canvas.text_width(&text);
            let x = (self.x(tick.value) - width / 2.0).clamp(0.0, (canvas.width - title_width - width).max(0.0));
            if x >= free_from {
                canvas.word("quiet", Anchor::Start, (x, y), &text);
                free_from = x + width + GAP;
            }
        }
        if !title.is_empty() {
            let lines = wrap(title, (canvas.width - free_from).max(0.0), canvas.size, 1);
            canvas.text("quiet", Anchor::End, (canvas.width, y), &lines, title);
        }
        canvas.height += canvas.text_height(1);
    }

    fn draw_row(&self, canvas: &mut Canvas, row: &Row) {
        let whole = self.data.label(row.category_idx);
        if canvas.layout == Layout::Wide {
            let top = row.top + (row.height - row.label.height() * canvas.size) / 2.0;
            canvas.text("", Anchor::End, (self.left - GAP, canvas.base_line(top)), &row.label, whole);
        } else {
            canvas.text("", Anchor::Start, (0.0, canvas.base_line(row.top)), &row.label, whole);
        }
        if self.style == RowStyle::Stack {
            return self.draw_stack(canvas, row);
        }
        for series_idx in 0..self.data.chart.series.len() {
            self.draw_bar(canvas, row, series_idx);
        }
    }

    fn draw_bar(&self, canvas: &mut Canvas, row: &Row, series_idx: usize) {
        let middle = row.bars_top + self.pitch * (series_idx as f64 + 0.5);
        let tip = self.data.tip(series_idx, row.category_idx);
        let bar = |from: f64, to: f64| self.bar(middle, from, to);
        if self.style == RowStyle::Progress {
            canvas.plain_rect(bar(self.left, self.right), Paint::Class("track"));
        }
        let zero = self.x(0.0);
        let end = match self.data.datum(series_idx, row.category_idx) {
            Datum::Value(value) if self.style == RowStyle::Lollipop => {
                canvas.line("stem", (zero, middle), (self.x(value), middle));
                canvas.circle(self.x(value), middle, 6.0, Paint::Series(series_idx), &tip);
                self.x(value).max(zero) + 6.0
            }
            Datum::Value(value) => {
                canvas.rect(bar(zero, self.x(value)), Paint::Series(series_idx), &tip);
                self.x(value).max(zero)
            }
            Datum::HeldBack => {
                let end = (zero + 48.0).min(self.right);
                canvas.rect(bar(zero, end), Paint::Hatch, &tip);
                end
            }
            Datum::Gap => zero,
        };
        self.draw_number(canvas, row.category_idx, series_idx, (end, middle));
    }

    fn bar(&self, middle: f64, from: f64, to: f64) -> Area {
        Area { x: from.min(to), y: middle - self.bar_height / 2.0, width: (to - from).abs(), height: self.bar_height }
    }

    /// What the mark reads, and of how many, behind its end.
    fn draw_number(&self, canvas: &mut Canvas, category_idx: usize, series_idx: usize, (end, middle): (f64, f64)) {
        let whole = number(&self.data, series_idx, category_idx);
        let x = if self.style == RowStyle::Progress { self.right } else { end };
        let lines = wrap(&whole, self.text_room, canvas.size, 1);
        canvas.text("", Anchor::Start, (x + GAP, canvas.middle_line(middle)), &lines, &whole);
    }

    fn draw_stack(&self, canvas: &mut Canvas, row: &Row) {
        let middle = row.bars_top + self.pitch / 2.0;
        let (mut above, mut below) = (0.0, 0.0);
        for series_idx in 0..self.data.chart.series.len() {
            let tip = self.data.tip(series_idx, row.category_idx);
            match self.data.datum(series_idx, row.category_idx) {
                Datum::Value(value) => {
                    let from = if value < 0.0 { &mut below } else { &mut above };
                    let bar = self.bar(middle, self.x(*from), self.x(*from + value));
                    canvas.rect(bar, Paint::Series(series_idx), &tip);
                    *from += value;
                }
                Datum::HeldBack | Datum::Gap => {}
            }
        }
    }

    fn draw_target(&self, canvas: &mut Canvas) {
        let Some(target) = self.data.target() else { return };
        for row in &self.rows {
            let x = self.x(target);
            canvas.line("target", (x, row.bars_top), (x, row.top + row.height));
        }
    }
}

/// The number with its note, as it stands behind a bar.
fn number(data: &Data, series_idx: usize, category_idx: usize) -> String {
    let (text, note) = (data.text(series_idx, category_idx), data.note(series_idx, category_idx));
    if note.is_empty() { text.to_owned() } else { format!("{text} · {note}") }
}

/// As wide as the widest name, as long as bars have room too.
fn label_room(canvas: &Canvas, data: &Data, n_rows: usize) -> f64 {
    let widest = (0..n_rows).map(|idx| canvas.text_width(data.label(idx))).fold(0.0, f64::max);
    widest.min(canvas.width * LABEL_SHARE)
}

/// As wide as the widest number, as long as bars have room too.
fn text_room(canvas: &Canvas, data: &Data, style: RowStyle, n_rows: usize) -> f64 {
    if style == RowStyle::Stack {
        return 0.0;
    }
    let mut widest: f64 = 0.0;
    for series_idx in 0..data.chart.series.len() {
        for category_idx in 0..n_rows {
            widest = widest.max(canvas.text_width(&number(data, series_idx, category_idx)));
        }
    }
    // A hair more, or the widest would not fit into a room of its own width.
    (widest + 0.5).min(canvas.width * (1.0 - LABEL_SHARE) - LEAST_BARS)
}
