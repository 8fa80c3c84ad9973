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
/// Of a lollipop.
const DOT: f64 = 6.0;
/// Of the hatched place of what is held back.
const STUB: f64 = 48.0;
/// Between a name or a number and its bar.
const GAP: f64 = 8.0;
/// Share of the width that names may take beside the bars.
const LABEL_SHARE: f64 = 0.36;
/// What is left of the width for bars at least.
const LEAST_BARS: f64 = 90.0;

/// Where the numbers stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Numbers {
    /// Behind each mark.
    BehindMark,
    /// At the right end of the name's line, so that bars have the whole width.
    BesideName,
    /// Nowhere: the parts of a stack have none.
    Nowhere,
}

/// Where everything stands.
struct Plan<'c> {
    data: Data<'c>,
    style: RowStyle,
    numbers: Numbers,
    scale: Scale,
    /// Where names beside the bars end.
    label_end: f64,
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
    plan.draw_numbers(canvas);
    canvas.height = plan.bottom() + 4.0;
    plan.draw_tick_labels(canvas);
    super::draw_more(canvas, data.words, data.chart.categories.len().saturating_sub(MOST_ROWS));
}

impl<'c> Plan<'c> {
    fn of(canvas: &Canvas, data: Data<'c>, style: RowStyle) -> Self {
        let n_rows = data.chart.categories.len().min(MOST_ROWS);
        let is_beside = canvas.layout == Layout::Wide;
        let label_room = if is_beside { label_room(canvas, &data, n_rows) } else { canvas.width };
        let numbers = Numbers::of(canvas.layout, &data, style);
        let text_room = text_room(canvas, &data, numbers, n_rows);
        // A dot is as wide at both ends of the axis.
        let dot = if style == RowStyle::Lollipop { DOT } else { 0.0 };
        let left = if is_beside { label_room + GAP } else { 0.0 } + dot;
        let right = if numbers == Numbers::BehindMark { canvas.width - text_room - GAP } else { canvas.width } - dot;
        let range = if style == RowStyle::Stack { data.stacked_range() } else { data.range() };
        let scale = range.scale(((right - left) / 90.0) as usize);
        let pitch = if numbers == Numbers::BehindMark { canvas.text_height(1) } else { 20.0 };
        let bar_height = if is_beside { 17.0 } else { 15.0 };
        let mut plan = Self {
            data,
            style,
            numbers,
            scale,
            label_end: label_room,
            left,
            right,
            text_room,
            bar_height,
            pitch,
            rows: Vec::new(),
        };
        plan.lay_out(canvas, n_rows, label_room);
        plan
    }

    fn lay_out(&mut self, canvas: &Canvas, n_rows: usize, label_room: f64) {
        let is_beside = canvas.layout == Layout::Wide;
        let n_bars = if self.style == RowStyle::Stack { 1 } else { self.data.chart.series.len() };
        let bars = self.pitch * n_bars as f64;
        let mut top = canvas.height;
        for category_idx in 0..n_rows {
            let label_room = label_room - self.room_beside_name(canvas, category_idx);
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
            if canvas.layout == Layout::Wide {
                canvas.line(class, (x, first.top), (x, self.bottom() + 4.0));
                continue;
            }
            // Names stand over their bars there, and no line goes through a name.
            for row in &self.rows {
                canvas.line(class, (x, row.bars_top), (x, row.top + row.height + 2.0));
            }
        }
    }

    /// What the number on the same line takes from a name.
    fn room_beside_name(&self, canvas: &Canvas, category_idx: usize) -> f64 {
        if self.numbers != Numbers::BesideName {
            return 0.0;
        }
        self.text_room.min(canvas.text_width(&number(&self.data, 0, category_idx)) + 0.5) + GAP
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
            canvas.text("", Anchor::End, (self.label_end, canvas.base_line(top)), &row.label, whole);
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
        match self.data.datum(series_idx, row.category_idx) {
            Datum::Value(value) if self.style == RowStyle::Lollipop => {
                canvas.line("stem", (zero, middle), (self.x(value), middle));
                canvas.circle(self.x(value), middle, DOT, Paint::Series(series_idx), &tip);
            }
            Datum::Value(value) => canvas.rect(bar(zero, self.x(value)), Paint::Series(series_idx), &tip),
            Datum::HeldBack => canvas.rect(bar(zero, self.stub_end()), Paint::Hatch, &tip),
            Datum::Gap => {}
        }
    }

    /// Where the hatched place ends that says nothing about the value.
    fn stub_end(&self) -> f64 {
        (self.x(0.0) + STUB).min(self.right)
    }

    fn bar(&self, middle: f64, from: f64, to: f64) -> Area {
        Area { x: from.min(to), y: middle - self.bar_height / 2.0, width: (to - from).abs(), height: self.bar_height }
    }

    /// What each mark reads, and of how many, behind its end.
    fn draw_numbers(&self, canvas: &mut Canvas) {
        match self.numbers {
            Numbers::BehindMark => self.draw_numbers_behind(canvas),
            Numbers::BesideName => self.draw_numbers_beside(canvas),
            Numbers::Nowhere => {}
        }
    }

    fn draw_numbers_beside(&self, canvas: &mut Canvas) {
        for row in &self.rows {
            let whole = number(&self.data, 0, row.category_idx);
            let lines = wrap(&whole, self.text_room, canvas.size, 1);
            canvas.text("", Anchor::End, (canvas.width, canvas.base_line(row.top)), &lines, &whole);
        }
    }

    fn draw_numbers_behind(&self, canvas: &mut Canvas) {
        for row in &self.rows {
            for series_idx in 0..self.data.chart.series.len() {
                let middle = row.bars_top + self.pitch * (series_idx as f64 + 0.5);
                let whole = number(&self.data, series_idx, row.category_idx);
                let lines = wrap(&whole, self.text_room, canvas.size, 1);
                let x = self.number_x(self.data.datum(series_idx, row.category_idx), lines.width(canvas.size));
                canvas.text("", Anchor::Start, (x, canvas.middle_line(middle)), &lines, &whole);
            }
        }
    }

    /// Behind the mark, and behind the line of the target where that would run through the number.
    fn number_x(&self, datum: Datum, width: f64) -> f64 {
        let zero = self.x(0.0);
        let end = match datum {
            _ if self.style == RowStyle::Progress => self.right,
            Datum::Value(value) if self.style == RowStyle::Lollipop => self.x(value).max(zero) + DOT,
            Datum::Value(value) => self.x(value).max(zero),
            Datum::HeldBack => self.stub_end(),
            Datum::Gap => zero,
        };
        match self.data.target().map(|target| self.x(target)) {
            Some(line) if end < line && line < end + GAP + width + 2.0 => line + GAP,
            _ => end + GAP,
        }
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
    if note.is_empty() { text.to_owned() } else { format!("{text} ({note})") }
}

/// As wide as the widest name, as long as bars have room too.
fn label_room(canvas: &Canvas, data: &Data, n_rows: usize) -> f64 {
    let widest = (0..n_rows).map(|idx| canvas.text_width(data.label(idx))).fold(0.0, f64::max);
    widest.min(canvas.width * LABEL_SHARE)
}

impl Numbers {
    fn of(layout: Layout, data: &Data, style: RowStyle) -> Self {
        match (style, layout, data.chart.series.len()) {
            (RowStyle::Stack, ..) => Self::Nowhere,
            (_, Layout::Narrow, 1) => Self::BesideName,
            _ => Self::BehindMark,
        }
    }
}

/// As wide as the widest number, as long as bars or names have room too.
fn text_room(canvas: &Canvas, data: &Data, numbers: Numbers, n_rows: usize) -> f64 {
    if numbers == Numbers::Nowhere {
        return 0.0;
    }
    let mut widest: f64 = 0.0;
    for series_idx in 0..data.chart.series.len() {
        for category_idx in 0..n_rows {
            widest = widest.max(canvas.text_width(&number(data, series_idx, category_idx)));
        }
    }
    // A hair more, or the widest would not fit into a room of its own width.
    let names = if canvas.layout == Layout::Wide { canvas.width * LABEL_SHARE } else { 0.0 };
    (widest + 0.5).min(canvas.width - names - LEAST_BARS)
}
