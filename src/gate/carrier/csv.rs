//! Tables as text to their rows, each a piece with the headings of its columns.

use csv::{ByteRecord, ReaderBuilder};

use super::{Heading, Inside, Piece, Reading, Spot, Take};

/// In bytes: a first line that is longer is no line of headings.
const HEAD: usize = 64 << 10;

/// Reads a table. Rows count as a spreadsheet shows them, blank ones included.
pub(super) fn read(reading: &Reading<'_>, take: &mut dyn Take) {
    let text = reading.text;
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator(text)).from_reader(text.as_bytes());
    let mut record = ByteRecord::new();
    let mut headings: Vec<Heading> = Vec::new();
    let mut row = String::new();
    let mut counted = Counted::default();
    // Reading from memory has no other faults than the end.
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        let number = counted.row_of(text, &record, reader.position().byte());
        row.clear();
        for (idx, cell) in record.iter().enumerate() {
            if idx > 0 {
                row.push('\t');
            }
            push_cell(&mut row, cell);
        }
        let spot = Spot::Cell(String::new(), number, 1);
        take.piece(Piece { text: &row, headings: &headings, inside: &Inside { spot, ..reading.inside.clone() } });
        if headings.is_empty() && !row.trim().is_empty() && record.len() > 1 {
            headings = row.split('\t').map(|heading| Heading::new(heading.trim())).collect();
        }
    }
}

/// Counts rows: the reader passes over blank lines and says nothing.
#[derive(Default)]
struct Counted {
    row: u32,
    /// Behind the last record, in bytes.
    end: usize,
}

impl Counted {
    fn row_of(&mut self, text: &str, record: &ByteRecord, end: u64) -> u32 {
        let start = record.position().map_or(self.end, |position| position.byte() as usize).max(self.end);
        let end = usize::try_from(end).unwrap_or(text.len()).max(start);
        let mut between = text.as_bytes().get(start..end).unwrap_or_default();
        if self.end > 0 && text.as_bytes().get(self.end - 1) == Some(&b'\r') {
            // The reader leaves the second half of a line's end for later.
            between = between.strip_prefix(b"\n").unwrap_or(between);
        }
        let is_break = |byte: &&u8| matches!(byte, b'\n' | b'\r');
        let blank = &between[..between.iter().take_while(is_break).count()];
        let n_pairs = blank.windows(2).filter(|pair| pair == b"\r\n").count();
        self.row += (blank.len() - n_pairs) as u32 + 1;
        self.end = end;
        self.row
    }
}

fn push_cell(row: &mut String, cell: &[u8]) {
    let cell = String::from_utf8_lossy(cell);
    match cell.contains(['\n', '\r', '\t']) {
        true => row.push_str(&cell.replace(['\n', '\r', '\t'], " ")),
        false => row.push_str(&cell),
    }
}

/// What stands most often in the first line.
fn separator(text: &str) -> u8 {
    let head = &text.as_bytes()[..text.len().min(HEAD)];
    let line = head.split(|byte| *byte == b'\n').find(|line| !line.trim_ascii().is_empty()).unwrap_or_default();
    let count = |sign: u8| line.iter().filter(|byte| **byte == sign).count();
    let mut best = b',';
    for sign in [b'\t', b';', b'|'] {
        if count(sign) > count(best) {
            best = sign;
        }
    }
    best
}
