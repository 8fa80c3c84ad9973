//! Rows and columns to cells: heatmaps, and matrices whose cells say a state with a mark.

use std::ops::Range;

use super::steps::{self, N_STEPS};
use crate::chart::ChartKind;
use crate::chart::axis::{GAP, Names};
use crate::chart::data::{Data, Datum};
use crate::chart::legend::{self, Swatch};
use crate::chart::scale::Scale;
use crate::chart::svg::{Anchor, Area, Canvas, Layout, Paint};
use crate::chart::text::{Lines, wrap};

/// More rows than these are in the table only.
const MOST_ROWS: usize = 60;
/// A cell need not be wider to be read.
const WIDEST_CELL: f64 = 72.0;
/// Heatmap cells without text.
const LEAST_CELL: f64 = 15.0;
/// Share of the width that names of rows may take beside the cells.
const LABEL_SHARE: f64 = 0.34;

/// Where everything stands.
struct Grid<'c> {
    data: Data<'c>,
    scale: Scale,
    left: f64,
    label_room: f64,
    cell: f64,
    row: f64,
    /// Whether all numbers have room in their cells.
    has_texts: bool,
    /// Columns that stand side by side; the others follow below.
    chunks: Vec<Range<usize>>,
}

/// Draws the grid: under one head where it is wide, and one card for each row where it is narrow.
pub(in crate::chart) fn draw(canvas: &mut Canvas, data: Data) {
    let grid = Grid::of(canvas, data);
    grid.draw_legend(canvas);
    let n_rows = data.chart.categories.len().min(MOST_ROWS);
    if canvas.layout == Layout::Wide {
        for chunk in &grid.chunks {
            grid.draw_head(canvas, chunk);
            for row_idx in 0..n_rows {
                grid.draw_label_beside(canvas, row_idx);
                grid.draw_cells(canvas, row_idx, chunk);
            }
            canvas.height += GAP;
        }
    } else {
        for row_idx in 0..n_rows {
            grid.draw_label_above(canvas, row_idx);
            for chunk in &grid.chunks {
                grid.draw_head(canvas, chunk);
                grid.draw_cells(canvas, row_idx, chunk);
            }
            canvas.height += GAP;
        }
    }
    super::draw_more(canvas, data.words, data.chart.categories.len().saturating_sub(MOST_ROWS));
}

impl<'c> Grid<'c> {
    fn of(canvas: &Canvas, data: Data<'c>) -> Self {
        let label_room = label_room(canvas, &data);
        let left = if label_room > 0.0 { label_room + GAP } else { 0.0 };
        let room = canvas.width - left;
        let n = data.chart.series.len();
        let per_chunk = ((room / least_cell(canvas, &data)) as usize).max(1);
        let per_chunk = n.div_ceil(n.div_ceil(per_chunk));
        let cell = (room / per_chunk as f64).min(WIDEST_CELL);
        let chunks = (0..n).step_by(per_chunk).map(|first| first..(first + per_chunk).min(n)).collect();
        let row = canvas.text_height(1).max(24.0);
        let mut grid = Self { data, scale: data.range().scale(N_STEPS), left, label_room, cell, row, has_texts: false, chunks };
        grid.has_texts = grid.texts_fit(canvas);
        grid
    }

    fn texts_fit(&self, canvas: &Canvas) -> bool {
        let n_rows = self.data.chart.categories.len().min(MOST_ROWS);
        let places = (0..self.data.chart.series.len()).flat_map(|column| (0..n_rows).map(move |row| (column, row)));
        let mut shown = places.filter(|(column, row)| !self.is_held_back(*column, *row));
        shown.all(|(column, row)| canvas.text_width(self.data.bare_text(column, row)) <= self.cell - 3.0)
    }

    /// A state is said by its mark, so a cell with one is never hatched.
    fn is_held_back(&self, series_idx: usize, category_idx: usize) -> bool {
        let is_state = self.data.mark(series_idx, category_idx).is_some_and(|mark| !mark.state.is_empty());
        !is_state && self.data.datum(series_idx, category_idx) == Datum::HeldBack
    }

    fn draw_legend(&self, canvas: &mut Canvas) {
        let mut items = state_items(&self.data);
        let n_rows = self.data.chart.categories.len();
        let mut held_back = (0..self.data.chart.series.len())
            .flat_map(|column| (0..n_rows).map(move |row| (column, row)))
            .filter(|(column, row)| self.is_held_back(*column, *row));
        if let Some((column, row)) = held_back.next() {
            items.push((Swatch::Hatch, self.data.text(column, row).to_owned()));
        }
        if self.data.chart.kind != ChartKind::Matrix && !self.has_texts {
            steps::draw_legend(canvas, &self.data, &self.scale);
        }
        legend::draw_items(canvas, &items);
        let names: Vec<&str> = self.data.chart.series.iter().map(|series| series.label.as_str()).collect();
        let head = super::shortened(canvas, &names, self.cell).head;
        let unit = if self.has_texts && self.data.chart.kind != ChartKind::Matrix { self.data.chart.unit.as_str() } else { "" };
        let separator = if head.is_empty() || unit.is_empty() { "" } else { " · " };
        super::draw_head(canvas, self.left, &format!("{head}{separator}{unit}"));
    }

    fn draw_head(&self, canvas: &mut Canvas, chunk: &Range<usize>) {
        let all: Vec<&str> = self.data.chart.series.iter().map(|series| series.label.as_str()).collect();
        let is_sequence = super::is_sequence(&all);
        let shortened = super::shortened(canvas, &all, self.cell);
        let names = &shortened.names[chunk.clone()];
        Names { names, left: self.left, slot: self.cell, most_lines: 3, is_sequence }.draw(canvas);
    }

    fn draw_label_beside(&self, canvas: &mut Canvas, row_idx: usize) {
        let label = self.data.label(row_idx);
        let lines = wrap(label, self.label_room, canvas.size, 2);
        let height = self.row_height(canvas, &lines);
        let top = canvas.height + (height - lines.height() * canvas.size) / 2.0;
        canvas.text("", Anchor::End, (self.left - GAP, canvas.base_line(top)), &lines, label);
    }

    fn row_height(&self, canvas: &Canvas, label: &Lines) -> f64 {
        self.row.max(label.height() * canvas.size)
    }

    fn draw_label_above(&self, canvas: &mut Canvas, row_idx: usize) {
        let label = self.data.label(row_idx);
        let lines = wrap(label, canvas.width, canvas.size, 2);
        canvas.text("", Anchor::Start, (0.0, canvas.base_line(canvas.height)), &lines, label);
        canvas.height += lines.height() * canvas.size;
    }

    /// The cells of one row; the canvas goes down by it.
    fn draw_cells(&self, canvas: &mut Canvas, row_idx: usize, chunk: &Range<usize>) {
        let mut height = self.row;
        if canvas.layout == Layout::Wide {
            height = self.row_height(canvas, &wrap(self.data.label(row_idx), self.label_room, canvas.size, 2));
        }
        for (idx, series_idx) in chunk.clone().enumerate() {
            let x = self.left + idx as f64 * self.cell;
            let area = Area { x: x + 1.0, y: canvas.height + 1.0, width: self.cell - 2.0, height: height - 2.0 };
            self.draw_cell(canvas, area, series_idx, row_idx);
        }
        canvas.height += height;
    }

    fn draw_cell(&self, canvas: &mut Canvas, area: Area, series_idx: usize, row_idx: usize) {
        let tip = self.data.tip(series_idx, row_idx);
        let state = self.data.mark(series_idx, row_idx).map_or("", |mark| mark.state);
        let text = self.data.bare_text(series_idx, row_idx);
        if !state.is_empty() || self.data.chart.kind == ChartKind::Matrix && !self.is_held_back(series_idx, row_idx) {
            canvas.rect(area, Paint::State(state), &tip);
            return draw_text(canvas, area, "", text);
        }
        match self.data.datum(series_idx, row_idx) {
            Datum::HeldBack => canvas.rect(area, Paint::Hatch, &tip),
            Datum::Gap => {
                canvas.rect(area, Paint::State(""), &tip);
                draw_text(canvas, area, "quiet", text);
            }
            Datum::Value(value) if self.has_texts => {
                let step = steps::step(&self.scale, value);
                canvas.rect(area, Paint::Step(step), &tip);
                draw_text(canvas, area, steps::text_class(step), text);
            }
            Datum::Value(value) => {
                let most = area.width.min(self.row - 2.0);
                steps::draw_square(canvas, area, most, steps::step(&self.scale, value), &tip);
            }
        }
    }
}

/// In the middle of a cell, if it has room.
fn draw_text(canvas: &mut Canvas, area: Area, class: &str, text: &str) {
    if canvas.text_width(text) <= area.width + 1.0 {
        let place = (area.x + area.width / 2.0, canvas.middle_line(area.y + area.height / 2.0));
        canvas.word(class, Anchor::Middle, place, text);
    }
}

/// Names of rows stand beside the cells only where it is wide.
fn label_room(canvas: &Canvas, data: &Data) -> f64 {
    if canvas.layout != Layout::Wide {
        return 0.0;
    }
    let n_rows = data.chart.categories.len().min(MOST_ROWS);
    let widest = (0..n_rows).map(|idx| canvas.text_width(data.label(idx))).fold(0.0, f64::max);
    widest.min(canvas.width * LABEL_SHARE)
}

/// Room for the marks of a matrix, and for names of columns that cannot be guessed.
fn least_cell(canvas: &Canvas, data: &Data) -> f64 {
    let names: Vec<&str> = data.chart.series.iter().map(|series| series.label.as_str()).collect();
    let mut least = LEAST_CELL;
    if data.chart.kind == ChartKind::Matrix {
        let marks = data.chart.series.iter().flat_map(|series| &series.marks);
        let widest = marks.map(|mark| canvas.text_width(&mark.text)).fold(0.0, f64::max);
        least = least.max((widest + 5.0).min(WIDEST_CELL));
    }
    if !super::is_sequence(&names) {
        let widest = names.iter().map(|name| canvas.text_width(name)).fold(0.0, f64::max);
        least = least.max((widest / 3.0 + 1.5 * canvas.size).min(WIDEST_CELL));
    }
    least
}

/// What the states that occur are called, in the theme's order.
fn state_items(data: &Data) -> Vec<(Swatch, String)> {
    let mut items = Vec::new();
    for (state, word) in &data.words.states {
        let mut marks = data.chart.series.iter().flat_map(|series| &series.marks);
        if let Some(mark) = marks.find(|mark| mark.state == state) {
            items.push((Swatch::State(mark.state, mark.text.clone()), word.clone()));
        }
    }
    items
}
