//! A part of a document to its text: paragraphs as lines, tables as rows, and beside the text what the attributes say.
//!
//! It knows the elements of Word, PowerPoint, Excel and OpenDocument by their names without prefix, and takes the text of all
//! others as it comes. Runs join without a gap, so that a number that was formatted digit by digit is one number.

use std::io::Read;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

use super::super::budget::Unpack;
use super::super::{APART, Inside, Piece, Take, Unreadable};
use super::reader::{Xml, resolve};

/// In bytes: texts go out in pieces of about this length, between two paragraphs outside of tables.
const PIECE: usize = 256 << 10;
/// In bytes: tables are cut between two rows only beyond this.
const TABLE: usize = 2 << 20;

/// Elements whose text is a length or a place on the page.
const MEASURES: [&str; 6] = ["posOffset", "align", "pctWidth", "pctHeight", "pctPosHOffset", "pctPosVOffset"];
/// Elements that say how something looks: what is called a tab there is none.
const LOOKS: [&str; 5] = ["pPr", "rPr", "tblPr", "sectPr", "pPrChange"];
/// Elements with text that is read as one, whatever stands in it.
const PARAGRAPHS: [&str; 6] = ["p", "h", "si", "is", "text", "comment"];
/// Attributes with words or names, whatever element has them.
const SAYING: [&str; 26] = [
    "descr",
    "title",
    "author",
    "Target",
    "tooltip",
    "userId",
    "displayName",
    "string",
    "alt",
    "name",
    "href",
    "prompt",
    "promptTitle",
    "error",
    "errorTitle",
    "displayText",
    "value",
    "string-value",
    "date-value",
    "refersTo",
    "connection",
    "command",
    "hyperlink",
    "sourceFile",
    "formula",
    "initials",
];
/// Elements whose attribute `val` or `v` is a text.
const WITH_VALUE: [&str; 13] = [
    "docVar",
    "default",
    "listEntry",
    "listItem",
    "alias",
    "tag",
    "statusText",
    "helpText",
    "sheetName",
    "result",
    "s",
    "n",
    "d",
];

/// Reads one part.
pub(super) struct Flow<'t> {
    inside: &'t Inside,
    take: &'t mut dyn Take,
    /// Finished lines and rows.
    text: String,
    /// What attributes say.
    aside: String,
    /// The paragraphs that are open, with the loose text of the part as the first.
    paragraphs: Vec<Paragraph>,
    /// Where in `text` the cells begin that are open.
    cells: Vec<usize>,
    n_tables: usize,
    n_looks: usize,
    n_measures: usize,
    n_fields: usize,
    n_deleted: usize,
    n_inserted: usize,
}

/// A paragraph in its three states.
#[derive(Default)]
struct Paragraph {
    /// With what was inserted, without what was deleted.
    now: String,
    /// The other way round.
    before: String,
    /// What the fields in it say that programs work out.
    fields: String,
}

impl<'t> Flow<'t> {
    pub(super) fn new(inside: &'t Inside, take: &'t mut dyn Take) -> Self {
        Self {
            inside,
            take,
            text: String::new(),
            aside: String::new(),
            paragraphs: vec![Paragraph::default()],
            cells: Vec::new(),
            n_tables: 0,
            n_looks: 0,
            n_measures: 0,
            n_fields: 0,
            n_deleted: 0,
            n_inserted: 0,
        }
    }

    /// Reads to the end; what was read until a fault is given all the same.
    pub(super) fn read<R: Read>(mut self, source: Unpack<'_, R>) -> Result<(), Unreadable> {
        let mut xml = Xml::new(source);
        let mut result = Ok(());
        loop {
            match xml.next() {
                Ok(Event::Eof) => break,
                Ok(event) => self.event(&event),
                Err(why) => {
                    result = Err(why);
                    break;
                }
            }
        }
        while !self.paragraphs.is_empty() {
            self.end_paragraph();
        }
        self.flush();
        result
    }

    fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(start) => self.start(start),
            Event::Empty(start) => self.empty(start),
            Event::End(end) => self.end(end.local_name().as_ref()),
            Event::Text(text) => self.loose(&text.xml_content(XmlVersion::Implicit1_0)),
            Event::CData(text) => self.push(text),
            Event::GeneralRef(reference) => self.push(&resolve(reference)),
            Event::Comment(text) => self.say(text),
            Event::PI(text) => self.say(text),
            Event::DocType(text) => self.say(text),
            Event::Decl(_) | Event::Eof => {}
        }
    }

    fn start(&mut self, start: &BytesStart<'_>) {
        self.attributes(start);
        match start.local_name().as_ref() {
            name if MEASURES.contains(&name) => self.n_measures += 1,
            name if LOOKS.contains(&name) => self.n_looks += 1,
            name if PARAGRAPHS.contains(&name) => self.paragraphs.push(Paragraph::default()),
            "tbl" | "table" => self.n_tables += 1,
            "tc" | "table-cell" => self.cells.push(self.text.len()),
            "instrText" | "delInstrText" => self.n_fields += 1,
            "del" | "moveFrom" => self.n_deleted += 1,
            "ins" | "moveTo" => self.n_inserted += 1,
            name => self.sign(name),
        }
    }

    fn empty(&mut self, start: &BytesStart<'_>) {
        self.attributes(start);
        match start.local_name().as_ref() {
            "tc" | "table-cell" | "covered-table-cell" => self.text.push('\t'),
            name => self.sign(name),
        }
    }

    /// What stands for a character.
    fn sign(&mut self, name: &str) {
        if self.n_looks > 0 {
            return;
        }
        match name {
            "br" | "cr" | "line-break" => self.push("\n"),
            "tab" | "ptab" => self.push("\t"),
            "s" if self.paragraphs.len() > 1 => self.push(" "),
            "noBreakHyphen" => self.push("-"),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            _ if MEASURES.contains(&name) => self.n_measures = self.n_measures.saturating_sub(1),
            _ if LOOKS.contains(&name) => self.n_looks = self.n_looks.saturating_sub(1),
            _ if PARAGRAPHS.contains(&name) && self.paragraphs.len() > 1 => self.end_paragraph(),
            "tbl" | "table" => {
                self.n_tables = self.n_tables.saturating_sub(1);
                self.text.push('\n');
            }
            "tc" | "table-cell" => self.end_cell(),
            "tr" | "table-row" => self.end_row(),
            "instrText" | "delInstrText" => self.n_fields = self.n_fields.saturating_sub(1),
            "del" | "moveFrom" => self.n_deleted = self.n_deleted.saturating_sub(1),
            "ins" | "moveTo" => self.n_inserted = self.n_inserted.saturating_sub(1),
            _ => self.end_other(),
        }
    }

    /// What stands in no paragraph has to do with its own element only.
    fn end_other(&mut self) {
        if let [loose] = &mut self.paragraphs[..]
            && !loose.now.is_empty()
            && !loose.now.ends_with(APART)
        {
            loose.now.push(APART);
            loose.before.push(APART);
            if loose.now.len() > PIECE {
                self.end_paragraph();
                self.paragraphs.push(Paragraph::default());
            }
        }
    }

    /// Text between tags, which may be there for the looks of the file only.
    fn loose(&mut self, text: &str) {
        if !(text.contains('\n') && text.trim().is_empty()) {
            self.push(text);
        }
    }

    fn push(&mut self, text: &str) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        match () {
            () if self.n_measures > 0 => {}
            () if self.n_fields > 0 => paragraph.fields.push_str(text),
            () => {
                if self.n_deleted == 0 {
                    paragraph.now.push_str(text);
                }
                if self.n_inserted == 0 {
                    paragraph.before.push_str(text);
                }
            }
        }
    }

    fn say(&mut self, text: &str) {
        self.aside.push_str(text);
        self.aside.push(APART);
    }

    fn attributes(&mut self, start: &BytesStart<'_>) {
        let has_value = WITH_VALUE.contains(&start.local_name().as_ref());
        for attribute in start.attributes().with_checks(false).flatten() {
            let name = attribute.key.local_name();
            let is_value = has_value && matches!(name.as_ref(), "val" | "v");
            // Shorter ones hold neither a number nor a name.
            if attribute.value.len() >= 5 && (is_value || SAYING.contains(&name.as_ref())) {
                let value = attribute.normalized_value(XmlVersion::Implicit1_0);
                self.say(&value.unwrap_or_default());
            }
        }
        if self.aside.len() > PIECE {
            self.flush_aside();
        }
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else { return };
        let texts = [Some(&paragraph.now), Some(&paragraph.before).filter(|before| **before != paragraph.now)];
        let texts: Vec<&String> = texts.into_iter().flatten().filter(|text| !text.trim().is_empty()).collect();
        for (idx, text) in texts.iter().enumerate() {
            if idx > 0 {
                self.text.push(APART);
            }
            self.text.push_str(text);
        }
        if !texts.is_empty() || self.paragraphs.len() == 1 {
            self.text.push('\n');
        }
        if !paragraph.fields.is_empty() {
            self.say(&paragraph.fields);
        }
        if self.n_tables == 0 && self.text.len() > PIECE {
            self.flush();
        }
    }

    fn end_cell(&mut self) {
        let Some(at) = self.cells.pop().filter(|at| *at <= self.text.len()) else { return };
        let cell = self.text.split_off(at);
        // Paragraphs of a cell stay in its row.
        self.text.push_str(&cell.trim_end_matches('\n').replace('\n', " "));
        self.text.push('\t');
    }

    fn end_row(&mut self) {
        if self.text.ends_with('\t') {
            self.text.pop();
        }
        self.text.push('\n');
        if self.text.len() > TABLE && self.cells.is_empty() {
            self.flush();
        }
    }

    fn flush(&mut self) {
        if !self.text.trim().is_empty() {
            self.take.piece(Piece { text: &self.text, headings: &[], inside: self.inside });
        }
        self.text.clear();
        self.flush_aside();
    }

    fn flush_aside(&mut self) {
        if !self.aside.is_empty() {
            self.take.piece(Piece { text: &self.aside, headings: &[], inside: self.inside });
        }
        self.aside.clear();
    }
}
