//! The strings that the cells of a workbook share, with those that no cell shows any more.

use std::io::Read;

use quick_xml::XmlVersion;
use quick_xml::events::Event;

use super::super::budget::Unpack;
use super::super::{Inside, Piece, Take, Unreadable};
use super::reader::{Xml, resolve};

/// In bytes: more words than the longest novels have.
const MAX_STRINGS: u64 = 96 << 20;

/// Strings by their position, in one text so that millions of short ones take little room.
#[derive(Debug, Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<usize>,
    is_used: Vec<bool>,
}

impl Strings {
    /// In bytes, what they take.
    pub(super) fn n_bytes(&self) -> u64 {
        (self.text.capacity() + self.ends.capacity() * (size_of::<usize>() + 1)) as u64
    }

    /// Reads them; those before a fault are there all the same.
    pub(super) fn read<R: Read>(&mut self, source: Unpack<'_, R>) -> Result<(), Unreadable> {
        let mut xml = Xml::new(source);
        // Readings for pronunciation stand beside the text; they are kept, behind it.
        loop {
            if self.n_bytes() > MAX_STRINGS {
                xml.spend();
            }
            match xml.next()? {
                Event::Text(text) => {
                    let text = text.xml_content(XmlVersion::Implicit1_0);
                    if !(text.contains('\n') && text.trim().is_empty()) {
                        self.text.push_str(&text);
                    }
                }
                Event::CData(text) => self.text.push_str(&text),
                Event::GeneralRef(reference) => self.text.push_str(&resolve(&reference)),
                Event::End(end) if end.local_name().as_ref() == "si" => self.end(),
                Event::Empty(start) if start.local_name().as_ref() == "si" => self.end(),
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn end(&mut self) {
        self.ends.push(self.text.len());
        self.is_used.push(false);
    }

    /// A string that a cell shows.
    pub(super) fn take(&mut self, idx: usize) -> &str {
        let Some(end) = self.ends.get(idx) else { return "" };
        self.is_used[idx] = true;
        let start = idx.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start..*end]
    }

    /// Gives those that no cell shows: what was deleted from cells may stay here.
    pub(super) fn give_unused(&self, inside: &Inside, take: &mut dyn Take) {
        let mut start = 0;
        for (end, is_used) in self.ends.iter().zip(&self.is_used) {
            if !is_used && *end > start {
                take.piece(Piece { text: &self.text[start..*end], headings: &[], inside });
            }
            start = *end;
        }
        if start < self.text.len() {
            take.piece(Piece { text: &self.text[start..], headings: &[], inside });
        }
    }
}
