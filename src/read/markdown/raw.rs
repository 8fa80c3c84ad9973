//! Raw HTML to its tags and texts, with the place of each. What is allowed is judged in `sanitise`.

use std::ops::Range;

use pulldown_cmark::{Event, Parser};

/// A part of raw HTML.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Text, entities as written.
    Text(&'a str),
    /// An opening tag.
    Open(Tag<'a>),
    /// A closing tag; its name in small letters.
    Close(String),
}

/// An opening tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// In small letters.
    pub name: String,
    pub attributes: Vec<Attribute<'a>>,
    /// The whole tag.
    pub range: Range<usize>,
}

/// An attribute of a tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Attribute<'a> {
    /// In small letters.
    pub name: String,
    /// As written, without quotes.
    pub value: &'a str,
    /// Of the value; of the name where there is none.
    pub range: Range<usize>,
    /// Of the name.
    pub name_range: Range<usize>,
}

/// Cuts raw HTML into pieces; comments, declarations and processing instructions are left out.
pub(super) struct Pieces<'a> {
    text: &'a str,
    at: usize,
    /// Set behind a tag without end: looking for the end of each following one would take quadratic time.
    has_no_more_tags: bool,
}

impl<'a> Pieces<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, has_no_more_tags: false }
    }

    /// Passes over everything before the closing tag of an element whose content is no HTML.
    pub(super) fn skip_to_close(&mut self, name: &str) {
        let rest = &self.text[self.at..];
        let closes = |idx: &usize| rest[idx + 2..].get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name));
        let close = rest.match_indices("</").map(|(idx, _)| idx).find(closes);
        self.at = close.map_or(self.text.len(), |idx| self.at + idx);
    }

    fn skip_past(&mut self, end: &str) {
        self.at = self.text[self.at..].find(end).map_or(self.text.len(), |idx| self.at + idx + end.len());
    }

    /// A tag that begins here; `None` if it is none, or has no end.
    fn next_tag(&mut self) -> Option<Piece<'a>> {
        let is_close = self.text[self.at..].starts_with("</");
        let name_start = self.at + 1 + usize::from(is_close);
        let name = name_at(&self.text[name_start..])?;
        let piece = self.tag(name_start, name, is_close);
        self.has_no_more_tags = piece.is_none();
        piece
    }

    fn tag(&mut self, name_start: usize, name: &str, is_close: bool) -> Option<Piece<'a>> {
        let start = self.at;
        let mut at = name_start + name.len();
        let mut attributes = Vec::new();
        loop {
            let rest = &self.text[at..];
            let trimmed = rest.trim_start_matches([' ', '\t', '\n', '\r', '\u{c}', '/']);
            at += rest.len() - trimmed.len();
            if trimmed.starts_with('>') {
                break;
            }
            let (attribute, behind) = attribute_at(self.text, at)?;
            attributes.push(attribute);
            at = behind;
        }
        self.at = at + 1;
        let name = name.to_ascii_lowercase();
        Some(if is_close { Piece::Close(name) } else { Piece::Open(Tag { name, attributes, range: start..self.at }) })
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        loop {
            let rest = &self.text[self.at..];
            if rest.is_empty() {
                return None;
            }
            let n_text = rest.find('<').unwrap_or(rest.len());
            if n_text > 0 {
                self.at += n_text;
                return Some(Piece::Text(&rest[..n_text]));
            }
            if self.has_no_more_tags {
                self.at += 1;
                return Some(Piece::Text(&rest[..1]));
            }
            if rest.starts_with("<!--") {
                self.skip_past("-->");
            } else if rest.starts_with("<![CDATA[") {
                self.skip_past("]]>");
            } else if rest.starts_with("<?") {
                self.skip_past("?>");
            } else if rest.starts_with("<!") {
                self.skip_past(">");
            } else if let Some(piece) = self.next_tag() {
                return Some(piece);
            } else {
                self.at += 1;
                return Some(Piece::Text(&rest[..1]));
            }
        }
    }
}

fn name_at(text: &str) -> Option<&str> {
    let n_name = text.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
    text.starts_with(|c: char| c.is_ascii_alphabetic()).then(|| &text[..n_name])
}

/// The attribute at `at`, and where it ends.
fn attribute_at(text: &str, at: usize) -> Option<(Attribute<'_>, usize)> {
    let rest = &text[at..];
    let n_name = rest.find([' ', '\t', '\n', '\r', '\u{c}', '/', '>', '=']).filter(|n_name| *n_name > 0)?;
    let name = rest[..n_name].to_ascii_lowercase();
    let behind = rest[n_name..].trim_start();
    let Some(value) = behind.strip_prefix('=') else {
        return Some((Attribute { name, value: "", range: at..at + n_name, name_range: at..at + n_name }, at + n_name));
    };
    let value = value.trim_start();
    let value_at = text.len() - value.len();
    let (value_at, n_value, n_quote) = match value.chars().next()? {
        quote @ ('"' | '\'') => (value_at + 1, value[1..].find(quote)?, 1),
        _ => (value_at, value.find([' ', '\t', '\n', '\r', '\u{c}', '>'])?, 0),
    };
    let range = value_at..value_at + n_value;
    let behind = range.end + n_quote;
    Some((Attribute { name, value: &text[range.clone()], range, name_range: at..at + n_name }, behind))
}

/// In bytes, with `&` and `;`: the longest name that HTML has is `&CounterClockwiseContourIntegral;`.
const LONGEST_ENTITY: usize = 33;

/// The value of an attribute with its entities resolved.
pub(super) fn resolve_entities(value: &str) -> String {
    let mut resolved = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(idx) = rest.find('&') {
        resolved.push_str(&rest[..idx]);
        rest = &rest[idx..];
        let n_entity = rest.bytes().take(LONGEST_ENTITY).position(|byte| byte == b';').map_or(0, |end| end + 1);
        let entity = &rest[..n_entity];
        let is_one = entity.bytes().skip(1).all(|byte| byte.is_ascii_alphanumeric() || b"#;".contains(&byte));
        if n_entity > 0 && is_one {
            push_entity(&mut resolved, entity);
            rest = &rest[n_entity..];
        } else {
            resolved.push('&');
            rest = &rest[1..];
        }
    }
    resolved.push_str(rest);
    resolved
}

/// Resolves `&amp;` and its like as prose does; what is no entity stays as written.
fn push_entity(resolved: &mut String, entity: &str) {
    for event in Parser::new(entity) {
        if let Event::Text(text) = event {
            resolved.push_str(&text);
        }
    }
}
