//! Rows of a table in markup to pieces with the headings of their columns.

use memchr::memchr3;

use super::Heading;

/// Columns that a cell may span; more is a mistake of who wrote it.
const WIDEST_SPAN: usize = 64;
/// Tables in tables; deeper ones are text.
const DEEPEST: usize = 32;

/// A table that is being read, into the end of a text that others write into, too.
#[derive(Debug, Default)]
struct Table {
    /// Of its columns; empty until a row with two cells has come.
    headings: Vec<Heading>,
    row: Option<Row>,
}

#[derive(Clone, Copy, Debug)]
struct Row {
    /// Where in the text it begins.
    start: usize,
    /// Where in the source.
    at: usize,
    n_cells: usize,
    /// Columns that the cell at hand spans besides its own.
    n_spanned: usize,
}

/// Tables that are open, the innermost last.
#[derive(Debug, Default)]
pub(super) struct Tables {
    open: Vec<Table>,
    /// How many are deeper than is read.
    n_ignored: usize,
}

/// A row that is whole: it begins at `start` of the text and is to be taken from there.
pub(super) struct EndedRow {
    pub(super) start: usize,
    /// Where in the source it begins.
    pub(super) at: usize,
    /// Whether it is the one with the headings.
    is_first: bool,
}

impl Tables {
    /// Whether text belongs to a row.
    pub(super) fn is_in_row(&self) -> bool {
        self.open.last().is_some_and(|table| table.row.is_some())
    }

    pub(super) fn open(&mut self) {
        if self.open.len() == DEEPEST {
            self.n_ignored += 1;
            return;
        }
        self.open.push(Table::default());
    }

    /// Closes the innermost table, whose last row has been ended.
    pub(super) fn close(&mut self) {
        if self.n_ignored > 0 {
            self.n_ignored -= 1;
            return;
        }
        self.open.pop();
    }

    /// Begins a row at the end of a text.
    pub(super) fn begin_row(&mut self, text: &str, at: usize) {
        if let Some(table) = self.open.last_mut() {
            table.row = Some(Row { start: text.len(), at, n_cells: 0, n_spanned: 0 });
        }
    }

    /// Begins a cell, in a new row where none is open.
    pub(super) fn begin_cell(&mut self, text: &mut String, at: usize) {
        if !self.is_in_row() {
            self.begin_row(text, at);
        }
        let Some(row) = self.open.last_mut().and_then(|table| table.row.as_mut()) else { return text.push('\t') };
        // What stands between tags of cells only sets them apart.
        let is_space = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\r');
        while text.len() > row.start && text.as_bytes().last().is_some_and(is_space) {
            text.pop();
        }
        if row.n_cells > 0 {
            for _ in 0..=row.n_spanned {
                text.push('\t');
            }
        }
        row.n_cells += 1;
        row.n_spanned = 0;
    }

    /// Notes over how many columns the cell at hand goes.
    pub(super) fn span(&mut self, n_columns: &str) {
        if let Some(row) = self.open.last_mut().and_then(|table| table.row.as_mut()) {
            row.n_spanned = n_columns.trim().parse().unwrap_or(1).clamp(1, WIDEST_SPAN) - 1;
        }
    }

    /// Ends the row at hand, which stands at the end of a text.
    pub(super) fn end_row(&mut self, text: &mut String) -> Option<EndedRow> {
        let table = self.open.last_mut()?;
        let row = table.row.take()?;
        let cells = text.get(row.start..)?;
        if cells.trim().is_empty() {
            text.truncate(row.start);
            return None;
        }
        let is_first = table.headings.is_empty() && row.n_cells > 1;
        if memchr3(b'\n', b'\r', 0, cells.as_bytes()).is_some() {
            // In a row the end of a line would end the row.
            let flat = cells.replace(['\n', '\r', '\0'], " ");
            text.truncate(row.start);
            text.push_str(&flat);
        }
        if is_first {
            table.headings = text[row.start..].split('\t').map(|heading| Heading::new(heading.trim())).collect();
        }
        Some(EndedRow { start: row.start, at: row.at, is_first })
    }

    /// The headings of the columns of a row that was ended just now.
    pub(super) fn headings(&self, row: &EndedRow) -> &[Heading] {
        match self.open.last() {
            Some(table) if !row.is_first => &table.headings,
            _ => &[],
        }
    }
}
