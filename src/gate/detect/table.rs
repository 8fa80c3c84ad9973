//! A place in a piece to its row, its cell and the heading of its column.
//!
//! Where a carrier gave the headings they are taken; else the first of the neighbouring lines with as many cells is the row of
//! headings. It is looked for in a bounded stretch only, for a hostile file may be one table of many megabytes.

use std::ops::Range;

use super::label::Label;
use crate::gate::carrier::{APART, Piece};

/// How far above a cell its heading is looked for, in bytes.
const REACH: usize = 16 * 1024;

/// The line that holds `at`, in bytes of the text; of a very long one what is near.
pub(super) fn line(text: &str, at: usize) -> Range<usize> {
    around(text, at, |character| matches!(character, '\n' | APART))
}

/// The cell that holds `at`, in bytes of the text: the whole line where there are no cells.
pub(super) fn cell(text: &str, at: usize) -> Range<usize> {
    around(text, at, |character| matches!(character, '\n' | '\t' | APART))
}

fn around(text: &str, at: usize, is_end: impl Fn(char) -> bool) -> Range<usize> {
    let low = text.floor_char_boundary(at.saturating_sub(REACH));
    let high = text.ceil_char_boundary((at + REACH).min(text.len()));
    let start = text[low..at].rfind(&is_end).map_or(low, |end| low + end + 1);
    let end = text[at..high].find(&is_end).map_or(high, |end| at + end);
    start..end
}

/// The nearest cell with something in it, before the cell that holds `at`, in the same row.
pub(super) fn cell_before(text: &str, at: usize) -> Option<&str> {
    let line = line(text, at);
    let cells = text[line.start..at].split('\t').rev().skip(1);
    cells.map(str::trim).find(|cell| !cell.is_empty())
}

/// The heading of the column in which `at` stands.
pub(super) fn heading<'p>(piece: &Piece<'p>, at: usize) -> Option<&'p str> {
    let line = line(piece.text, at);
    let column = tabs(&piece.text[line.start..at]);
    if !piece.headings.is_empty() {
        return piece.headings.get(column).map(|heading| &**heading);
    }
    let n_tabs = tabs(&piece.text[line.clone()]);
    if n_tabs == 0 {
        return None;
    }
    let top = top_row(piece.text, line.start, n_tabs)?;
    top.split('\t').nth(column).map(str::trim)
}

/// Whether the text from `at` to `end` is all of a cell in a row of several.
pub(super) fn is_cell(text: &str, at: usize, end: usize) -> bool {
    let cell = cell(text, at);
    let has_neighbour = text[..cell.start].ends_with('\t') || text[cell.end..].starts_with('\t');
    has_neighbour && text[cell].trim() == text[at..end].trim()
}

/// The row below the line that holds `at`.
pub(super) fn row_below(text: &str, at: usize) -> Option<Range<usize>> {
    let own = line(text, at);
    let below = line(text, (own.end + 1).min(text.len()));
    let is_row = text[own.end..].starts_with('\n') && tabs(&text[below.clone()]) == tabs(&text[own]);
    is_row.then_some(below)
}

/// The cells below the one that holds `at`, in rows with as many cells.
pub(super) fn cells_below(text: &str, at: usize) -> Vec<Range<usize>> {
    let own = line(text, at);
    let column = tabs(&text[own.start..at]);
    let mut cells = Vec::new();
    let mut row = row_below(text, at);
    while let Some(line) = row.filter(|line| line.start < at + REACH) {
        cells.extend(nth_cell(text, &line, column));
        row = row_below(text, line.start);
    }
    cells
}

/// The cells of a piece that stand in columns with a label.
pub(super) fn cells_headed(piece: &Piece<'_>, label: Label) -> Vec<Range<usize>> {
    let mut cells = Vec::new();
    for (column, heading) in piece.headings.iter().enumerate() {
        if heading.labels().has(label) {
            cells.extend(nth_cell(piece.text, &line(piece.text, 0), column));
        }
    }
    cells
}

/// Where the text of a cell stands.
fn nth_cell(text: &str, line: &Range<usize>, column: usize) -> Option<Range<usize>> {
    let mut start = line.start;
    for (idx, cell) in text[line.clone()].split('\t').enumerate() {
        if idx == column {
            let blank = cell.len() - cell.trim_start().len();
            return Some(start + blank..start + blank + cell.trim().len());
        }
        start += cell.len() + 1;
    }
    None
}

/// The first of the lines with `n_tabs` cells that lead to the line that starts at `start`.
fn top_row(text: &str, start: usize, n_tabs: usize) -> Option<&str> {
    let head = text.get(..start)?;
    let mut top = None;
    let mut n_bytes = 0;
    let mut n_tabs = n_tabs;
    for row in head.split('\n').rev().skip(1) {
        n_bytes += row.len() + 1;
        if n_bytes > REACH || row.contains(APART) {
            break;
        }
        match tabs(row) {
            n_own if n_own == n_tabs => top = Some(row),
            // The own line is the beginning of a row in which a cell is broken.
            n_own if n_own > n_tabs && top.is_none() => (n_tabs, top) = (n_own, Some(row)),
            0 if row.trim().is_empty() => {}
            _ => break,
        }
    }
    top
}

fn tabs(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\t').count()
}
