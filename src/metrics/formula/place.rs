//! A stretch of a formula to its place in the file: the quotes and escapes of TOML stand between the two.

use std::ops::Range;

use crate::diag::{FileId, Place, Span};
use crate::model::form::Written;

/// The place of bytes `range` of a text that an author wrote, in the decoded text of its file.
///
/// - All four forms of TOML texts are known. What is written in another way is marked as a whole.
pub fn place_within(file: FileId, file_text: &str, written: Written<'_>, range: &Range<usize>) -> Place {
    let whole = written.span;
    let Some(raw) = file_text.get(whole.start as usize..whole.end as usize) else { return Place::Text(file, whole) };
    let read = read(raw);
    // Space around a text is not part of it.
    let Some(start) = read.text.find(written.text) else { return Place::Text(file, whole) };
    let at = |offset: usize| read.raw_at.get(start + offset).copied();
    match (at(range.start), at(range.end)) {
        (Some(from), Some(to)) => Place::Text(file, Span::new(from, to.max(from)).shifted(whole.start as usize)),
        _ => Place::Text(file, whole),
    }
}

/// A text with the byte of the raw form for each of its bytes, and for its end.
struct Read {
    text: String,
    raw_at: Vec<usize>,
}

fn read(raw: &str) -> Read {
    let (quote, is_long) = match raw.as_bytes() {
        [b'"', b'"', b'"', ..] if raw.len() >= 6 => ("\"\"\"", true),
        [b'\'', b'\'', b'\'', ..] if raw.len() >= 6 => ("'''", true),
        [b'"', ..] => ("\"", false),
        [b'\'', ..] => ("'", false),
        _ => ("", false),
    };
    let mut start = quote.len();
    if is_long {
        // The line break behind the opening quotes does not count.
        let rest = &raw[start..];
        start += if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with('\n')) };
    }
    let end = raw.len().saturating_sub(quote.len()).max(start);
    let mut read = Read { text: String::with_capacity(raw.len()), raw_at: Vec::with_capacity(raw.len()) };
    let mut at = start;
    while at < end {
        let (c, n_bytes) = if quote.starts_with('"') { character(&raw[at..end]) } else { plain(&raw[at..end]) };
        if let Some(c) = c {
            read.text.push(c);
            read.raw_at.resize(read.text.len(), at);
        }
        at += n_bytes;
    }
    read.raw_at.push(end);
    read
}

fn plain(rest: &str) -> (Option<char>, usize) {
    let c = rest.chars().next();
    (c, c.map_or(1, char::len_utf8))
}

/// The character with which `rest` begins, if it stands for one, and how many bytes it takes.
fn character(rest: &str) -> (Option<char>, usize) {
    let Some(escaped) = rest.strip_prefix('\\') else { return plain(rest) };
    let code = |n_digits: usize| {
        let number = escaped.get(1..=n_digits).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        (number.and_then(char::from_u32), n_digits + 2)
    };
    match escaped.chars().next() {
        Some('u') => code(4),
        Some('U') => code(8),
        Some('x') => code(2),
        Some('n') => (Some('\n'), 2),
        Some('t') => (Some('\t'), 2),
        Some('r') => (Some('\r'), 2),
        Some('b') => (Some('\u{8}'), 2),
        Some('f') => (Some('\u{c}'), 2),
        Some('e') => (Some('\u{1b}'), 2),
        Some(c) if c.is_whitespace() => {
            // A backslash at the end of a line takes the space behind it away.
            (None, 1 + escaped.len() - escaped.trim_start().len())
        }
        Some(c) => (Some(c), 1 + c.len_utf8()),
        None => (None, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Value, parse_toml};

    /// What is marked where `part` is marked in the value of `a`.
    fn marked<'t>(file: &'t str, part: &str) -> &'t str {
        let fields = parse_toml(FileId(0), file, 0).value.expect("it is TOML");
        let node = fields.get("a").expect("there is an `a`");
        let Value::Text(text) = &node.value else { panic!("a text") };
        let text = text.trim();
        let start = text.find(part).expect("the part is in the text");
        let written = Written { text, span: node.span };
        match place_within(FileId(0), file, written, &(start..start + part.len())) {
            Place::Text(_, span) => &file[span.start as usize..span.end as usize],
            place => panic!("{place:?}"),
        }
    }

    #[test]
    fn a_part_is_marked_in_every_form_of_text() {
        assert_eq!(marked("a = \"sum(minuts)\"", "minuts"), "minuts");
        assert_eq!(marked("a = '  sum(minuts)'", "minuts"), "minuts");
        assert_eq!(marked("b = 1\na = '''\nsum(\n  minuts)'''", "minuts"), "minuts");
        assert_eq!(marked("a = \"\"\"\\\n   sum( \\\n  minuts)\"\"\"", "minuts"), "minuts");
        assert_eq!(marked("a = \"党\\t\\\"x\\\" = minuts\"", "minuts"), "minuts");
        assert_eq!(marked("a = \"kind = '\\u5143' and x\"", "'元'"), "'\\u5143'");
        assert_eq!(marked("a = \"kind = \\\"x\\\"\"", "\"x\""), "\\\"x\\\"");
    }
}
