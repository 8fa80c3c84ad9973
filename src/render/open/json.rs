//! Rows of open data to JSON: a list with an object for each row, one a line.

use crate::plan::{OpenCell, OpenColumn};

/// JSON on its way.
pub(super) struct JsonRows {
    bytes: Vec<u8>,
    /// `"branch":` of each column.
    names: Vec<Vec<u8>>,
    is_empty: bool,
}

impl JsonRows {
    pub(super) fn new(columns: &[OpenColumn]) -> Self {
        let name = |column: &OpenColumn| {
            let mut name = Vec::new();
            push_text(&mut name, &column.name);
            name.push(b':');
            name
        };
        Self { bytes: vec![b'['], names: columns.iter().map(name).collect(), is_empty: true }
    }

    pub(super) fn push(&mut self, cells: &[OpenCell<'_>]) {
        self.bytes.extend_from_slice(if self.is_empty { b"\n{" } else { b",\n{" });
        self.is_empty = false;
        for (idx, (name, cell)) in self.names.iter().zip(cells).enumerate() {
            if idx > 0 {
                self.bytes.push(b',');
            }
            self.bytes.extend_from_slice(name);
            match cell {
                OpenCell::Empty => self.bytes.extend_from_slice(b"null"),
                OpenCell::Text(text) | OpenCell::Plain(text) => push_text(&mut self.bytes, text),
                // An exact decimal is a number of JSON, digit by digit.
                OpenCell::Number(text) => self.bytes.extend_from_slice(text.as_bytes()),
                OpenCell::Flag(is_true) => self.bytes.extend_from_slice(if *is_true { b"true" } else { b"false" }),
            }
        }
        self.bytes.push(b'}');
    }

    pub(super) fn finish(mut self) -> Vec<u8> {
        self.bytes.extend_from_slice(b"\n]\n");
        self.bytes
    }
}

fn push_text(bytes: &mut Vec<u8>, text: &str) {
    serde_json::to_writer(bytes, text).expect("a text is always JSON, and memory takes everything");
}
