//! A CSV file to a ledger: quotes resolved, blank lines and declared total and note rows left out, every row as long as the header.

use csv::{ByteRecord, ReaderBuilder};

use super::ledger::{Ledger, LedgerColumn, OpenColumn, Origins, plain_key};
use crate::diag::{Capped, CellPlace, Diagnostic, FileId, Outcome, Place, Span, codes};

/// How a CSV file is to be read, where its site says more than the file itself.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CsvForm {
    /// Between the cells; `None`: what the header line shows.
    pub separator: Option<Separator>,
    /// Row of the headings, from zero; rows above it are not read.
    pub header_row: u32,
    /// Rows directly below the headings that are not read.
    pub n_skipped: u32,
    /// First cells of rows that hold totals, without white space.
    pub totals: Vec<String>,
    /// Beginnings of the first cell of rows that hold notes.
    pub notes: Vec<String>,
    /// Rows above which the file is refused.
    pub max_rows: u64,
}

impl Default for CsvForm {
    fn default() -> Self {
        Self { separator: None, header_row: 0, n_skipped: 0, totals: Vec::new(), notes: Vec::new(), max_rows: DEFAULT_MAX_ROWS }
    }
}

/// Rows of one file, unless the site's `[limits] rows` says otherwise: more is a data warehouse and not a ledger.
pub const DEFAULT_MAX_ROWS: u64 = 2_000_000;

/// What stands between the cells of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Separator {
    /// `,`
    Comma,
    /// `;`, which Excel writes where `,` is the decimal point.
    Semicolon,
    /// A tab.
    Tab,
}

impl Separator {
    fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }

    /// The separator as a setting or a message writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Comma => ",",
            Self::Semicolon => ";",
            Self::Tab => "\\t",
        }
    }
}

/// Reads a CSV file. Row numbers are those of the file, blank lines and title rows included.
///
/// - Result: `None` if there are no headings.
/// - Codes: R451 a row of another length, R452 a quote that is not closed, R453 the same heading twice, R454 a column without
///   heading, R455 too many rows, R456 no headings.
pub fn read_csv(file: FileId, text: &str, form: &CsvForm) -> Outcome<Option<Ledger>> {
    let separator = form.separator.unwrap_or_else(|| sniff(header_line(text, form.header_row)));
    let mut records = Records::new(text, separator);
    let mut faults = Capped::new(Place::File(file));
    let mut record = ByteRecord::new();
    let header = match find_header(&mut records, &mut record, file, form.header_row) {
        Ok(header) => header,
        Err(diagnostic) => return Outcome::new(None, vec![diagnostic]),
    };
    let mut reading = Reading::begin(file, form, separator, &record, header, &mut faults);
    while let Some(at) = records.next(&mut record) {
        if let Some(quote) = records.open_quote(at, &record, reading.n_cells) {
            faults.push(quote_fault(file, quote, at));
            break;
        }
        if at.row - header.row <= form.n_skipped || is_blank(&record) || reading.is_aside(&record) {
            continue;
        }
        if reading.rows.len() as u64 >= form.max_rows {
            faults.push(codes::too_many_rows.at(Place::File(file)).with("max", form.max_rows));
            break;
        }
        reading.take(&record, at, &mut faults);
    }
    let ledger = reading.finish(&mut faults);
    Outcome::new(Some(ledger), faults.into_found())
}

/// Reads on to the record of the headings.
fn find_header(records: &mut Records<'_>, record: &mut ByteRecord, file: FileId, row: u32) -> Result<At, Diagnostic> {
    loop {
        let Some(at) = records.next(record) else {
            return Err(codes::no_headings.at(Place::File(file)).with("row", row + 1));
        };
        if let Some(quote) = records.open_quote(at, record, record.len()) {
            return Err(quote_fault(file, quote, at));
        }
        if at.row >= row && !is_blank(record) {
            return Ok(at);
        }
    }
}

fn quote_fault(file: FileId, quote: usize, at: At) -> Diagnostic {
    codes::quote_not_closed.at(Place::Text(file, Span::new(quote, quote + 1))).with("row", at.row + 1)
}

/// A ledger while it is being read.
struct Reading<'a> {
    file: FileId,
    form: &'a CsvForm,
    separator: Separator,
    /// Cells that a row must have.
    n_cells: usize,
    columns: Vec<Slot>,
    rows: Vec<u32>,
    lines: Vec<u32>,
}

/// What becomes of the cells of one column.
enum Slot {
    Open(OpenColumn),
    /// The heading is empty; the place of the first cell that is not.
    Unnamed(Option<Place>),
    /// The heading stood before, which has been said.
    Refused,
}

impl<'a> Reading<'a> {
    fn begin(file: FileId, form: &'a CsvForm, separator: Separator, record: &ByteRecord, at: At, faults: &mut Capped) -> Self {
        let mut columns: Vec<Slot> = Vec::with_capacity(record.len());
        for (idx, cell) in record.iter().enumerate() {
            let heading = plain_key(&text_of(cell));
            let place = at.place(file, idx);
            let first = columns.iter().find_map(|slot| match slot {
                Slot::Open(column) if column.heading == heading => Some(column.at.clone()),
                _ => None,
            });
            columns.push(match first {
                _ if heading.is_empty() => Slot::Unnamed(None),
                Some(first) => {
                    faults.push(codes::same_heading_twice.at(place).with("heading", &heading).also(first));
                    Slot::Refused
                }
                None => Slot::Open(OpenColumn::new(heading, place, idx as u32)),
            });
        }
        // Empty headings at the end are what spreadsheets leave behind, so shorter rows are whole too.
        let n_cells = columns.iter().rposition(|slot| !matches!(slot, Slot::Unnamed(_))).map_or(0, |idx| idx + 1);
        Self { file, form, separator, n_cells, columns, rows: Vec::new(), lines: Vec::new() }
    }

    /// Whether the row is a total or a note by the site's own rule.
    fn is_aside(&self, record: &ByteRecord) -> bool {
        if self.form.totals.is_empty() && self.form.notes.is_empty() {
            return false;
        }
        let first = record.iter().map(text_of).find(|cell| !cell.trim().is_empty()).unwrap_or_default();
        let first: String = first.chars().filter(|c| !c.is_whitespace()).collect();
        self.form.totals.contains(&first) || self.form.notes.iter().any(|note| first.starts_with(note.as_str()))
    }

    fn take(&mut self, record: &ByteRecord, at: At, faults: &mut Capped) {
        let n_here = record.len();
        let surplus_is_blank = || record.iter().skip(self.columns.len()).all(is_blank_cell);
        if n_here < self.n_cells || (n_here > self.columns.len() && !surplus_is_blank()) {
            let column = n_here.min(self.columns.len()).saturating_sub(1);
            let ragged = || codes::ragged_row.at(at.place(self.file, column)).with("row", at.row + 1);
            faults.push_with(&codes::ragged_row, || {
                ragged().with("n", n_here).with("wanted", self.n_cells).with("separator", self.separator.name())
            });
            return;
        }
        self.rows.push(at.row);
        self.lines.push(at.line);
        for (idx, slot) in self.columns.iter_mut().enumerate() {
            let cell = record.get(idx).unwrap_or_default();
            match slot {
                Slot::Open(column) => match std::str::from_utf8(cell) {
                    Ok(text) => column.push(text),
                    Err(_) => column.push(&text_of(cell)),
                },
                Slot::Unnamed(first @ None) if !is_blank_cell(cell) => *first = Some(at.place(self.file, idx)),
                Slot::Unnamed(_) | Slot::Refused => {}
            }
        }
    }

    fn finish(self, faults: &mut Capped) -> Ledger {
        let mut columns: Vec<LedgerColumn> = Vec::with_capacity(self.columns.len());
        for slot in self.columns {
            match slot {
                Slot::Open(column) => columns.push(column.close()),
                Slot::Unnamed(Some(place)) => faults.push(codes::column_without_heading.at(place)),
                Slot::Unnamed(None) | Slot::Refused => {}
            }
        }
        Ledger { file: self.file, columns, origins: Origins::Grid { sheet: None, rows: self.rows, lines: self.lines } }
    }
}

/// Where a record begins.
#[derive(Clone, Copy)]
struct At {
    row: u32,
    line: u32,
}

impl At {
    fn place(self, file: FileId, column: usize) -> Place {
        Place::Cell(file, CellPlace { sheet: None, row: self.row, column: column as u32, line: Some(self.line) })
    }
}

/// The records of a text with their rows and lines, which the csv crate does not count through blank lines.
struct Records<'a> {
    text: &'a str,
    reader: csv::Reader<&'a [u8]>,
    separator: Separator,
    /// Row and line of what comes next.
    next: At,
    /// Bytes of the current record, with its line end.
    start: usize,
    end: usize,
}

impl<'a> Records<'a> {
    fn new(text: &'a str, separator: Separator) -> Self {
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator.byte())
            .buffer_capacity(1 << 16)
            .from_reader(text.as_bytes());
        Self { text, reader, separator, next: At { row: 0, line: 1 }, start: 0, end: 0 }
    }

    fn next(&mut self, record: &mut ByteRecord) -> Option<At> {
        let bytes = self.text.as_bytes();
        let mut start = self.end;
        while start < bytes.len() && matches!(bytes[start], b'\n' | b'\r') {
            if n_line_ends(bytes, start, start + 1) == 1 {
                self.next.row += 1;
                self.next.line += 1;
            }
            start += 1;
        }
        if !matches!(self.reader.read_byte_record(record), Ok(true)) {
            return None;
        }
        let at = self.next;
        self.start = start;
        self.end = self.reader.position().byte() as usize;
        self.next = At { row: at.row + 1, line: at.line + n_line_ends(bytes, start, self.end) };
        Some(at)
    }

    /// Where the quote opens that swallowed what follows: one that is open at the end of the text, or one that reaches over lines
    /// and leaves a row of the wrong length or is closed in the middle of a cell.
    fn open_quote(&self, at: At, record: &ByteRecord, n_cells: usize) -> Option<usize> {
        let is_last = self.end >= self.text.len();
        if !is_last && self.next.line <= at.line + 1 {
            return None;
        }
        let quotes = walk_quotes(&self.text.as_bytes()[self.start..self.end], self.separator.byte());
        let misplaced = quotes.over_lines.filter(|_| record.len() != n_cells || quotes.is_torn);
        Some(self.start + quotes.still_open.or(misplaced)?)
    }
}

/// Line ends that finish in `from..to`; the `\n` of `\r\n` belongs to its `\r`.
fn n_line_ends(bytes: &[u8], from: usize, to: usize) -> u32 {
    let mut n = 0;
    for idx in from..to {
        let is_end = match bytes[idx] {
            b'\r' => true,
            b'\n' => idx == 0 || bytes[idx - 1] != b'\r',
            _ => false,
        };
        n += u32::from(is_end);
    }
    n
}

/// The quotes of one record, as offsets of where they open.
struct Quotes {
    /// Not closed in the record.
    still_open: Option<usize>,
    /// Closed on a later line.
    over_lines: Option<usize>,
    /// Whether text follows behind one that was closed on a later line.
    is_torn: bool,
}

fn walk_quotes(raw: &[u8], separator: u8) -> Quotes {
    let mut quotes = Quotes { still_open: None, over_lines: None, is_torn: false };
    let mut is_cell_start = true;
    let mut idx = 0;
    while idx < raw.len() {
        match (quotes.still_open, raw[idx]) {
            (Some(_), b'"') if raw.get(idx + 1) == Some(&b'"') => idx += 1,
            (Some(open), b'"') => {
                let is_end = raw.get(idx + 1).is_none_or(|byte| *byte == separator || byte.is_ascii_whitespace());
                quotes.is_torn |= !is_end && quotes.over_lines == Some(open);
                quotes.still_open = None;
            }
            (Some(open), b'\n' | b'\r') => quotes.over_lines = quotes.over_lines.or(Some(open)),
            (None, b'"') if is_cell_start => quotes.still_open = Some(idx),
            _ => {}
        }
        is_cell_start = quotes.still_open.is_none() && raw[idx] == separator;
        idx += 1;
    }
    quotes
}

/// The separator that a header line shows most often outside quotes; `,` where none is seen.
fn sniff(line: &str) -> Separator {
    let count = |separator: Separator| {
        let mut is_quoted = false;
        let mut n = 0;
        for byte in line.bytes() {
            is_quoted ^= byte == b'"';
            n += usize::from(!is_quoted && byte == separator.byte());
        }
        n
    };
    let mut best = (count(Separator::Comma), Separator::Comma);
    for separator in [Separator::Semicolon, Separator::Tab] {
        let n = count(separator);
        if n > best.0 {
            best = (n, separator);
        }
    }
    best.1
}

/// The line of the headings, or the first line with text below it.
fn header_line(text: &str, header_row: u32) -> &str {
    let mark = if text.contains('\n') { '\n' } else { '\r' };
    text.split(mark).skip(header_row as usize).find(|line| !line.trim().is_empty()).unwrap_or_default()
}

fn text_of(cell: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(cell)
}

fn is_blank(record: &ByteRecord) -> bool {
    record.iter().all(is_blank_cell)
}

fn is_blank_cell(cell: &[u8]) -> bool {
    cell.is_empty() || text_of(cell).trim().is_empty()
}

#[cfg(test)]
mod tests;
