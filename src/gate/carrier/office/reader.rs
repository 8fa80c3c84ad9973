//! A stream of XML to its events, one in memory at a time.

use std::io::{BufReader, Read};

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::super::Unreadable;
use super::super::budget::Unpack;

/// XML as it is unpacked.
pub(super) struct Xml<'b, R: Read> {
    reader: Reader<BufReader<Unpack<'b, R>>>,
    buf: Vec<u8>,
}

impl<'b, R: Read> Xml<'b, R> {
    pub(super) fn new(source: Unpack<'b, R>) -> Self {
        let mut reader = Reader::from_reader(BufReader::with_capacity(64 << 10, source));
        // An end without a start hides nothing, and a file may be read that programs refuse.
        reader.config_mut().check_end_names = false;
        reader.config_mut().allow_unmatched_ends = true;
        Self { reader, buf: Vec::new() }
    }

    /// Marks that what was read takes too much memory.
    pub(super) fn spend(&mut self) {
        self.reader.get_mut().get_mut().spend();
    }

    /// The next event; `Eof` again and again at the end.
    pub(super) fn next(&mut self) -> Result<Event<'_>, Unreadable> {
        self.buf.clear();
        self.reader.get_mut().get_mut().restart();
        self.reader.read_event_into(&mut self.buf).map_err(|_| Unreadable::Broken)
    }
}

/// The value of an attribute, by its name without prefix.
pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = start.attributes();
    let found = attributes.with_checks(false).flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// What an entity or a reference to a character stands for.
pub(super) fn resolve(reference: &BytesRef<'_>) -> String {
    let text = format!("&{};", &**reference);
    quick_xml::escape::unescape(&text).map(std::borrow::Cow::into_owned).unwrap_or(text)
}
