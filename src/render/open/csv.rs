//! Rows of open data to CSV as RFC 4180 has it, in UTF-8 with a byte order mark.

use crate::plan::{OpenCell, OpenColumn};

/// Without it spreadsheets take the file for one of the system's own encoding.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// CSV on its way.
#[derive(Default)]
pub(super) struct CsvRows {
    bytes: Vec<u8>,
}

impl CsvRows {
    pub(super) fn new(columns: &[OpenColumn]) -> Self {
        let mut rows = Self { bytes: Vec::with_capacity(1 << 16) };
        rows.bytes.extend_from_slice(BYTE_ORDER_MARK);
        let names: Vec<OpenCell<'_>> = columns.iter().map(|column| OpenCell::Plain(&column.name)).collect();
        rows.push(&names);
        rows
    }

    pub(super) fn push(&mut self, cells: &[OpenCell<'_>]) {
        self.push_cells(cells);
        // Behind the last cell is the end of the row.
        self.bytes.pop();
        // A line with nothing in it would be no row.
        if matches!(cells, [only] if is_nothing(only)) {
            self.bytes.extend_from_slice(b"\"\"");
        }
        self.bytes.extend_from_slice(b"\r\n");
    }

    /// Adds cells with a comma behind each.
    pub(super) fn push_cells(&mut self, cells: &[OpenCell<'_>]) {
        for cell in cells {
            match cell {
                OpenCell::Empty => {}
                OpenCell::Plain(text) | OpenCell::Number(text) => self.push_field("", text),
                OpenCell::Text(text) => self.push_field(if is_formula(text) { "'" } else { "" }, text),
                OpenCell::Flag(is_true) => self.push_field("", if *is_true { "true" } else { "false" }),
            }
            self.bytes.push(b',');
        }
    }

    /// In bytes.
    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    pub(super) fn finish(self) -> Vec<u8> {
        self.bytes
    }

    fn push_field(&mut self, mark: &str, text: &str) {
        let needs_quotes = text.bytes().any(|byte| matches!(byte, b',' | b'"' | b'\r' | b'\n'));
        if !needs_quotes {
            self.bytes.extend_from_slice(mark.as_bytes());
            self.bytes.extend_from_slice(text.as_bytes());
            return;
        }
        self.bytes.push(b'"');
        self.bytes.extend_from_slice(mark.as_bytes());
        for byte in text.bytes() {
            if byte == b'"' {
                self.bytes.push(b'"');
            }
            self.bytes.push(byte);
        }
        self.bytes.push(b'"');
    }
}

fn is_nothing(cell: &OpenCell<'_>) -> bool {
    matches!(cell, OpenCell::Empty | OpenCell::Text("") | OpenCell::Plain("") | OpenCell::Number(""))
}

/// Whether a spreadsheet would run a text: it then begins with an apostrophe, which spreadsheets do not show.
fn is_formula(text: &str) -> bool {
    matches!(text.as_bytes().first(), Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r'))
}
