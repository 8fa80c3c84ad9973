//! Rows of open data to CSV as RFC 4180 has it, in UTF-8 with a byte order mark.

use csv::{Terminator, Writer, WriterBuilder};

use crate::plan::{OpenCell, OpenColumn};

/// Without it spreadsheets take the file for one of the system's own encoding.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// CSV on its way.
pub(super) struct CsvRows {
    writer: Writer<Vec<u8>>,
    /// For cells that are not written as they stand.
    scratch: String,
}

impl CsvRows {
    pub(super) fn new(columns: &[OpenColumn]) -> Self {
        let mut bytes = Vec::with_capacity(1 << 16);
        bytes.extend_from_slice(BYTE_ORDER_MARK);
        let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).buffer_capacity(1 << 16).from_writer(bytes);
        for column in columns {
            writer.write_field(&column.name).expect(MEMORY);
        }
        writer.write_record(None::<&[u8]>).expect(MEMORY);
        Self { writer, scratch: String::new() }
    }

    pub(super) fn push(&mut self, cells: &[OpenCell<'_>]) {
        let Self { writer, scratch } = self;
        for cell in cells {
            let field = match cell {
                OpenCell::Empty => "",
                OpenCell::Plain(text) | OpenCell::Number(text) => text,
                OpenCell::Text(text) if !is_formula(text) => text,
                OpenCell::Text(text) => {
                    scratch.clear();
                    scratch.push('\'');
                    scratch.push_str(text);
                    scratch.as_str()
                }
                OpenCell::Flag(true) => "true",
                OpenCell::Flag(false) => "false",
            };
            writer.write_field(field).expect(MEMORY);
        }
        writer.write_record(None::<&[u8]>).expect(MEMORY);
    }

    pub(super) fn finish(self) -> Vec<u8> {
        self.writer.into_inner().expect(MEMORY)
    }
}

const MEMORY: &str = "memory takes everything, and rows have the columns of the head";

/// Whether a spreadsheet would run a text: it then begins with an apostrophe, which spreadsheets do not show.
fn is_formula(text: &str) -> bool {
    matches!(text.as_bytes().first(), Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r'))
}
