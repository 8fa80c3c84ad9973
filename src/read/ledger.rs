//! A table as written, whatever file it comes from: columns of texts below headings, and where each row stands.
//!
//! Types, units and missing values are judged in `model`; here `"n/a"` is a text like any other. Row and column numbers
//! count from zero and are those of the file, so that messages match what the author sees.

use std::sync::Arc;

use super::texts::{Interner, Texts};
use crate::diag::{CellPlace, FileId, Place, Span};

/// Stands behind each item of a list that was written as a list (in TOML and JSON), so that its items may hold any mark.
pub const ITEM_END: char = '\u{1f}';

/// A table as written.
#[derive(Clone, Debug, PartialEq)]
pub struct Ledger {
    /// The file.
    pub file: FileId,
    /// The columns that have a heading, in the order of the file.
    pub columns: Vec<LedgerColumn>,
    /// Where the rows stand.
    pub origins: Origins,
}

/// One column: for a million rows it is a million numbers of four bytes, and each distinct text once.
#[derive(Clone, Debug, PartialEq)]
pub struct LedgerColumn {
    /// Without the white space around it and without zero-width characters.
    pub heading: String,
    /// Where the heading stands.
    pub at: Place,
    /// Column of the file, from zero; for TOML and JSON the index of the column in the ledger.
    pub column: u32,
    /// The distinct texts of the cells, without quotes, not trimmed.
    pub texts: Texts,
    /// For each row the number of its text.
    pub cells: Vec<u32>,
}

/// Where the rows of a ledger stand in their file.
#[derive(Clone, Debug, PartialEq)]
pub enum Origins {
    /// In rows and columns: CSV and spreadsheets.
    Grid {
        /// The sheet; `None` for formats without sheets.
        sheet: Option<Arc<str>>,
        /// Row of each, from zero.
        rows: Vec<u32>,
        /// Line of the text on which each begins, from one; empty for spreadsheets.
        lines: Vec<u32>,
    },
    /// In stretches of text: TOML and JSON.
    Spans {
        /// The span of each row.
        rows: Vec<Span>,
        /// By column and row, the span of the value; that of the row where it has none.
        cells: Vec<Vec<Span>>,
    },
}

impl Ledger {
    /// How many rows there are.
    pub fn n_rows(&self) -> usize {
        self.origins.n_rows()
    }

    /// The text of a cell; `column` is an index into `columns`.
    pub fn text(&self, row_idx: usize, column: usize) -> &str {
        let column = &self.columns[column];
        column.texts.get(column.cells[row_idx])
    }

    /// The place of a cell; `column` is an index into `columns`.
    pub fn place(&self, row_idx: usize, column: usize) -> Place {
        self.origins.place(self.file, row_idx, self.columns[column].column)
    }
}

impl Origins {
    /// How many rows there are.
    pub fn n_rows(&self) -> usize {
        match self {
            Self::Grid { rows, .. } => rows.len(),
            Self::Spans { rows, .. } => rows.len(),
        }
    }

    /// The place of a cell; `column` is that of the file.
    pub fn place(&self, file: FileId, row_idx: usize, column: u32) -> Place {
        match self {
            Self::Grid { sheet, rows, lines } => {
                let line = lines.get(row_idx).copied();
                Place::Cell(file, CellPlace { sheet: sheet.clone(), row: rows[row_idx], column, line })
            }
            Self::Spans { rows, cells } => {
                let span = cells.get(column as usize).map_or(rows[row_idx], |column| column[row_idx]);
                Place::Text(file, span)
            }
        }
    }

    /// The place of a row as a whole.
    pub fn row_place(&self, file: FileId, row_idx: usize) -> Place {
        match self {
            Self::Grid { .. } => self.place(file, row_idx, 0),
            Self::Spans { rows, .. } => Place::Text(file, rows[row_idx]),
        }
    }
}

/// A column while it is being read.
#[derive(Debug)]
pub(super) struct OpenColumn {
    pub(super) heading: String,
    pub(super) at: Place,
    pub(super) column: u32,
    pub(super) texts: Interner,
    pub(super) cells: Vec<u32>,
}

impl OpenColumn {
    pub(super) fn new(heading: String, at: Place, column: u32) -> Self {
        Self { heading, at, column, texts: Interner::default(), cells: Vec::new() }
    }

    pub(super) fn push(&mut self, text: &str) {
        let id = self.texts.intern(text);
        self.cells.push(id);
    }

    pub(super) fn close(self) -> LedgerColumn {
        let Self { heading, at, column, texts, cells } = self;
        LedgerColumn { heading, at, column, texts: texts.into_texts(), cells }
    }
}

/// A heading or key without zero-width characters and without white space around it.
pub fn plain_key(written: &str) -> String {
    written.chars().filter(|c| !is_zero_width(*c)).collect::<String>().trim().to_owned()
}

/// Whether a character shows nothing and takes no room: it comes along when text is copied from a web page.
pub fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{00ad}')
}
