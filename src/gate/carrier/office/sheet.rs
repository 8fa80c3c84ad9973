//! A sheet of a workbook to its rows, one piece for each, as a stream: a cell at the far end of a sheet costs nothing.
//!
//! Hidden rows, columns and sheets are read like others. Formulas are not worked out; their text and the value that was kept
//! are given.

use std::io::Read;

use jiff::ToSpan;
use jiff::civil::date;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

use super::super::budget::Unpack;
use super::super::{APART, Heading, Inside, Piece, Spot, Take, Unreadable};
use super::reader::{Xml, attribute, resolve};
use super::strings::Strings;

/// In columns: cells further apart are no neighbours, and go in two pieces.
const GAP: u32 = 32;
/// In rows from the first: the headings may stand under a title.
const HEAD: u32 = 10;
const MAX_COLUMN: u32 = 16_384;
/// In bytes: texts beside the cells go out in pieces of about this length.
const ASIDE: usize = 256 << 10;

/// What the formats of numbers show.
#[derive(Debug, Default)]
pub(super) struct Formats {
    /// By the position of the format.
    pub(super) is_day: Vec<bool>,
    /// Whether days are counted from 1904.
    pub(super) is_1904: bool,
}

/// Reads one sheet.
pub(super) struct Sheet<'s> {
    title: &'s str,
    /// Where the workbook is.
    whole: &'s Inside,
    /// Where the part is.
    part: &'s Inside,
    formats: &'s Formats,
    strings: &'s mut Strings,
    take: &'s mut dyn Take,
    row: u32,
    column: u32,
    kind: Kind,
    is_day: bool,
    /// The text of what is open: value, formula, or anything else.
    text: String,
    value: String,
    formula: String,
    is_in_cell: bool,
    cells: Row,
    headings: Vec<Heading>,
    n_heading_cells: usize,
    first_row: Option<u32>,
    aside: String,
}

/// What the value of a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Number,
    Shared,
    Text,
}

/// Neighbouring cells.
#[derive(Debug, Default)]
struct Row {
    first: u32,
    last: u32,
    text: String,
}

impl<'s> Sheet<'s> {
    pub(super) fn new(
        title: &'s str,
        whole: &'s Inside,
        part: &'s Inside,
        formats: &'s Formats,
        strings: &'s mut Strings,
        take: &'s mut dyn Take,
    ) -> Self {
        Self {
            title,
            whole,
            part,
            formats,
            strings,
            take,
            row: 0,
            column: 0,
            kind: Kind::Number,
            is_day: false,
            text: String::new(),
            value: String::new(),
            formula: String::new(),
            is_in_cell: false,
            cells: Row::default(),
            headings: Vec::new(),
            n_heading_cells: 0,
            first_row: None,
            aside: String::new(),
        }
    }

    /// Reads to the end; what was read until a fault is given all the same.
    pub(super) fn read<R: Read>(mut self, source: Unpack<'_, R>) -> Result<(), Unreadable> {
        let mut xml = Xml::new(source);
        let result = loop {
            match xml.next() {
                Ok(Event::Eof) => break Ok(()),
                Ok(event) => self.event(&event),
                Err(why) => break Err(why),
            }
        };
        self.end_row();
        self.give_aside();
        result
    }

    fn give_aside(&mut self) {
        if !self.aside.is_empty() {
            self.take.piece(Piece { text: &self.aside, headings: &[], inside: self.part });
        }
        self.aside.clear();
    }

    fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(start) => self.start(start),
            Event::Empty(start) => {
                self.start(start);
                self.end(start.local_name().as_ref());
            }
            Event::End(end) => self.end(end.local_name().as_ref()),
            Event::Text(text) => self.text.push_str(&text.xml_content(XmlVersion::Implicit1_0)),
            Event::CData(text) => self.text.push_str(text),
            Event::GeneralRef(reference) => self.text.push_str(&resolve(reference)),
            _ => {}
        }
    }

    fn start(&mut self, start: &BytesStart<'_>) {
        match start.local_name().as_ref() {
            "row" => {
                self.row = attribute(start, "r").and_then(|row| row.parse().ok()).unwrap_or(self.row.saturating_add(1));
                self.column = 0;
                self.is_in_cell = false;
            }
            "c" => self.start_cell(start),
            // Runs of a text that is formatted differently are one text.
            "is" | "r" | "t" | "rPr" if self.is_in_cell => {}
            _ => {
                self.text.clear();
                self.attributes(start);
            }
        }
    }

    fn attributes(&mut self, start: &BytesStart<'_>) {
        for name in ["prompt", "promptTitle", "error", "errorTitle", "tooltip", "display", "location", "codeName", "val"] {
            if let Some(value) = attribute(start, name).filter(|value| value.len() >= 5) {
                self.say(&value);
            }
        }
    }

    fn say(&mut self, text: &str) {
        self.aside.push_str(text);
        self.aside.push(APART);
        if self.aside.len() > ASIDE {
            self.give_aside();
        }
    }

    fn start_cell(&mut self, start: &BytesStart<'_>) {
        self.is_in_cell = true;
        let column = attribute(start, "r").and_then(|place| column_of(&place));
        self.column = column.unwrap_or(self.column + 1).min(MAX_COLUMN);
        self.kind = match attribute(start, "t").as_deref() {
            Some("s") => Kind::Shared,
            None | Some("n") => Kind::Number,
            _ => Kind::Text,
        };
        let format = attribute(start, "s").and_then(|format| format.parse::<usize>().ok()).unwrap_or_default();
        self.is_day = self.formats.is_day.get(format).copied().unwrap_or(false);
        for text in [&mut self.text, &mut self.value, &mut self.formula] {
            text.clear();
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "row" => self.end_row(),
            "c" if self.is_in_cell => self.end_cell(),
            "f" if self.is_in_cell => self.formula = std::mem::take(&mut self.text),
            "v" | "is" if self.is_in_cell => self.value = std::mem::take(&mut self.text),
            "r" | "t" | "rPr" if self.is_in_cell => {}
            _ => {
                let text = std::mem::take(&mut self.text);
                if !text.trim().is_empty() {
                    self.say(&text);
                }
            }
        }
    }

    fn end_cell(&mut self) {
        self.is_in_cell = false;
        let value = std::mem::take(&mut self.value);
        let shown = match self.kind {
            Kind::Shared => self.strings.take(value.trim().parse().unwrap_or(usize::MAX)).to_owned(),
            Kind::Text => value.clone(),
            Kind::Number => shown(value.trim(), self.is_day.then_some(self.formats)),
        };
        if self.kind == Kind::Number && shown != value.trim() {
            self.beside(&value);
        }
        if self.formula.len() >= 5 {
            let formula = std::mem::take(&mut self.formula);
            self.beside(&formula);
        }
        if !shown.is_empty() {
            self.push(&shown);
        }
    }

    /// What a cell holds beside what it shows.
    fn beside(&mut self, text: &str) {
        let inside = self.cell(self.column);
        let at = self.column.max(1) as usize - 1;
        let headings = self.headings.get(at..=at).unwrap_or_default();
        self.take.piece(Piece { text, headings, inside: &inside });
    }

    fn cell(&self, column: u32) -> Inside {
        Inside { spot: Spot::Cell(self.title.to_owned(), self.row, column), ..self.whole.clone() }
    }

    fn push(&mut self, shown: &str) {
        let row = &self.cells;
        if !row.text.is_empty() && (self.column <= row.last || self.column - row.last > GAP) {
            self.give();
        }
        if self.cells.text.is_empty() {
            self.cells.first = self.column;
        } else {
            self.cells.text.extend(std::iter::repeat_n('\t', (self.column - self.cells.last) as usize));
        }
        self.cells.last = self.column;
        // Lines of a cell stay in its row, and a cell has no neighbours in itself.
        self.cells
            .text
            .extend(shown.chars().map(|character| if matches!(character, '\n' | '\r' | '\t') { ' ' } else { character }));
    }

    fn end_row(&mut self) {
        self.is_in_cell = false;
        self.give();
    }

    fn give(&mut self) {
        let row = std::mem::take(&mut self.cells);
        if row.text.trim().is_empty() {
            return;
        }
        let is_heading = self.become_headings(&row);
        let inside = self.cell(row.first);
        let headings = self.headings.get(row.first as usize - 1..).unwrap_or_default();
        let headings = if is_heading { &[] } else { headings };
        self.take.piece(Piece { text: &row.text, headings, inside: &inside });
    }

    /// Takes a row as headings if it is the first, or the first with several cells under a title.
    fn become_headings(&mut self, row: &Row) -> bool {
        let first_row = *self.first_row.get_or_insert(self.row);
        let n_cells = row.text.split('\t').filter(|cell| !cell.is_empty()).count();
        let is_better = self.n_heading_cells == 1 && n_cells > 1 && self.row - first_row.min(self.row) < HEAD;
        if self.n_heading_cells > 0 && !is_better {
            return false;
        }
        self.n_heading_cells = n_cells;
        self.headings = vec![Heading::new(""); row.first as usize - 1];
        self.headings.extend(row.text.split('\t').map(Heading::new));
        true
    }
}

/// The column of a place such as `AB12`.
fn column_of(place: &str) -> Option<u32> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic).take(4);
    let column = letters.fold(0, |sum, letter| sum * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    (column > 0).then_some(column)
}

/// A number as people read it: a day as a day, and `1.38E10` written out.
fn shown(value: &str, day: Option<&Formats>) -> String {
    if let Some(day) = day.and_then(|formats| day_of(value, formats)) {
        return day;
    }
    let Some((digits, exponent)) = value.split_once(['E', 'e']) else { return value.to_owned() };
    let (Ok(exponent), Ok(_)) = (exponent.parse::<usize>(), digits.parse::<f64>()) else { return value.to_owned() };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    // Longer ones are no numbers of anybody.
    if exponent > 30 || fraction.len() > exponent {
        return value.to_owned();
    }
    format!("{whole}{fraction}{}", "0".repeat(exponent - fraction.len()))
}

fn day_of(value: &str, formats: &Formats) -> Option<String> {
    let n_days = value.split('.').next()?.parse::<i64>().ok().filter(|n_days| (1..=2_958_465).contains(n_days))?;
    // Excel counts a 29 February 1900 that never was; before it nobody who is named here was born.
    let first = if formats.is_1904 { date(1904, 1, 1) } else { date(1899, 12, 30) };
    first.checked_add(n_days.days()).ok().map(|day| day.to_string())
}
