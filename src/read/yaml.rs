//! YAML text to the syntax tree.
//!
//! Built from the parser's events with a stack of its own, so that deep or repeating documents cost nothing: depth is limited
//! and aliases are refused. Plain scalars are read as YAML 1.2's core schema says (`yes` is a text), and dates as TOML's.

use std::borrow::Cow;
use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span as Range, Tag};

use super::tree::{Fields, Key, Node, Value};
use super::yaml_scalar::{Scalar, read_scalar};
use super::yaml_slips::explain;
use crate::diag::{Diagnostic, FileId, Outcome, Place, Span, codes};

/// Levels of lists and tables. Front matter has three.
const MAX_DEPTH: usize = 50;

/// Parses YAML that begins at byte `start` of its file.
///
/// - Result: `None` if it cannot be understood. Empty text gives no fields.
/// - Codes: R104 a number out of range, R105 the same key twice, R107 no such day, R109 a text not closed, R113 nested too deeply,
///   R120 syntax, R121 colon after a key, R122 colon in a text, R123 tab, R124 alias, R125 no fields.
pub fn parse_yaml(file: FileId, text: &str, start: usize) -> Outcome<Option<Fields>> {
    let mut builder = Builder { places: Places::new(file, text, start), stack: Vec::new(), root: None, found: Vec::new() };
    let mut parser = Parser::new_from_str(text);
    let result = loop {
        match parser.next_event() {
            None => break Ok(()),
            Some(Err(error)) => break Err(builder.refuse(&error, text)),
            Some(Ok((Event::DocumentEnd | Event::StreamEnd, _))) => break Ok(()),
            Some(Ok((event, range))) => {
                if let Err(diagnostic) = builder.event(event, range) {
                    break Err(diagnostic);
                }
            }
        }
    };
    match result {
        Ok(()) => builder.finish(text),
        Err(diagnostic) => {
            builder.found.push(diagnostic);
            Outcome::new(None, builder.found)
        }
    }
}

/// Characters of the text as places in the file: the parser counts characters, places count bytes.
struct Places {
    file: FileId,
    /// Byte offset of each character and of the end; empty if the text is ASCII.
    offsets: Vec<u32>,
    n_bytes: usize,
    start: usize,
}

impl Places {
    fn new(file: FileId, text: &str, start: usize) -> Self {
        let offsets = if text.is_ascii() { Vec::new() } else { text.char_indices().map(|(idx, _)| idx as u32).collect() };
        Self { file, offsets, n_bytes: text.len(), start }
    }

    fn byte(&self, char_idx: usize) -> usize {
        match self.offsets.get(char_idx) {
            Some(offset) => *offset as usize,
            None if self.offsets.is_empty() => char_idx.min(self.n_bytes),
            None => self.n_bytes,
        }
    }

    fn span(&self, range: Range) -> Span {
        let start = self.byte(range.start.index());
        Span::new(start, self.byte(range.end.index()).max(start)).shifted(self.start)
    }

    fn place(&self, range: Range) -> Place {
        Place::Text(self.file, self.span(range))
    }
}

/// A list or table that is not finished.
struct Open {
    start: u32,
    items: Vec<Node>,
    /// `None` for a list.
    fields: Option<OpenFields>,
}

#[derive(Default)]
struct OpenFields {
    entries: Vec<(Key, Node)>,
    key: Option<Key>,
    /// Where each key was written first.
    seen: HashMap<String, Span>,
}

struct Builder {
    places: Places,
    stack: Vec<Open>,
    root: Option<Node>,
    found: Vec<Diagnostic>,
}

impl Builder {
    /// Takes one event; `Err` ends the reading.
    fn event(&mut self, event: Event<'_>, range: Range) -> Result<(), Diagnostic> {
        match event {
            Event::Alias(_) => Err(codes::yaml_alias.at(self.places.place(range))),
            Event::Scalar(text, style, _, tag) => self.scalar(&text, style, tag.as_ref(), range),
            Event::SequenceStart(..) => self.open(None, range),
            Event::MappingStart(..) => self.open(Some(OpenFields::default()), range),
            Event::SequenceEnd | Event::MappingEnd => self.close(range),
            _ => Ok(()),
        }
    }

    fn open(&mut self, fields: Option<OpenFields>, range: Range) -> Result<(), Diagnostic> {
        if self.stack.len() >= MAX_DEPTH {
            return Err(codes::data_too_deep.at(self.places.place(range)));
        }
        // A list or table as a key has no name that a message could show.
        if self.is_key_next() {
            return Err(codes::yaml_no_fields.at(self.places.place(range)));
        }
        self.stack.push(Open { start: self.places.span(range).start, items: Vec::new(), fields });
        Ok(())
    }

    fn is_key_next(&self) -> bool {
        self.stack.last().and_then(|open| open.fields.as_ref()).is_some_and(|fields| fields.key.is_none())
    }

    fn close(&mut self, range: Range) -> Result<(), Diagnostic> {
        let open = self.stack.pop().expect("the parser closes only what it has opened");
        let closed = self.places.span(range);
        let value = match open.fields {
            None => {
                let end = open.items.last().map_or(closed.end, |last| last.span.end.max(flow_end(closed)));
                (Span { start: open.start, end: end.max(open.start) }, Value::List(open.items))
            }
            Some(fields) => {
                let end = fields.entries.last().map_or(closed.end, |(_, last)| last.span.end.max(flow_end(closed)));
                let span = Span { start: open.start, end: end.max(open.start) };
                (span, Value::Fields(Fields { span, entries: fields.entries }))
            }
        };
        self.add(Node { span: value.0, value: value.1 });
        Ok(())
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, tag: Option<&Cow<'_, Tag>>, range: Range) -> Result<(), Diagnostic> {
        let span = self.places.span(range);
        if self.is_key_next() {
            self.key(text, span);
            return Ok(());
        }
        let is_text = style != ScalarStyle::Plain || tag.is_some_and(|tag| tag.suffix == "str");
        let place = Place::Text(self.places.file, span);
        let value = match if is_text { Scalar::Value(Value::Text(text.to_owned())) } else { read_scalar(text) } {
            Scalar::Value(value) => value,
            Scalar::OutOfRange => {
                self.found.push(codes::number_out_of_range.at(place).with("value", text));
                Value::Null
            }
            Scalar::NoSuchDay => {
                self.found.push(codes::no_such_day.at(place).with("value", text));
                Value::Null
            }
        };
        self.add(Node { span, value });
        Ok(())
    }

    fn key(&mut self, text: &str, span: Span) {
        let file = self.places.file;
        let Some(fields) = self.stack.last_mut().and_then(|open| open.fields.as_mut()) else { return };
        if let Some(first) = fields.seen.get(text) {
            let diagnostic = codes::same_key_twice.at(Place::Text(file, span)).with("key", text);
            self.found.push(diagnostic.also(Place::Text(file, *first)));
        } else {
            fields.seen.insert(text.to_owned(), span);
        }
        fields.key = Some(Key { text: text.to_owned(), span });
    }

    fn add(&mut self, node: Node) {
        let Some(open) = self.stack.last_mut() else {
            self.root = Some(node);
            return;
        };
        let Some(fields) = &mut open.fields else {
            return open.items.push(node);
        };
        let key = fields.key.take().expect("a value follows its key");
        // Of two equal keys the first counts; the second has been reported.
        if fields.seen.get(&key.text) == Some(&key.span) {
            fields.entries.push((key, node));
        }
    }

    fn refuse(&self, error: &ScanError, text: &str) -> Diagnostic {
        let at = self.places.byte(error.marker().index());
        explain(self.places.file, text, self.places.start, at, error.info())
    }

    fn finish(self, text: &str) -> Outcome<Option<Fields>> {
        let span = Span::new(0, text.len()).shifted(self.places.start);
        // What was wrong in a value has been said, and its key is left out of the fields like a broken line of TOML.
        let has_errors = !self.found.is_empty();
        match self.root {
            Some(Node { value: Value::Fields(fields), .. }) => Outcome::new((!has_errors).then_some(fields), self.found),
            None | Some(Node { value: Value::Null, .. }) => Outcome::new(Some(Fields { span, entries: Vec::new() }), self.found),
            Some(node) => {
                let mut found = self.found;
                let at = node.span.start as usize - self.places.start;
                found.push(super::yaml_slips::no_fields(self.places.file, text, self.places.start, at));
                Outcome::new(None, found)
            }
        }
    }
}

/// Where the closing bracket of a list or table ends; zero for those that end by their indent.
fn flow_end(closed: Span) -> u32 {
    if closed.end > closed.start { closed.end } else { 0 }
}

#[cfg(test)]
#[path = "yaml_tests.rs"]
mod tests;
