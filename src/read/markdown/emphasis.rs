//! A note's text to the same text with placeholders that let `**重点：**后面` be emphasis.
//!
//! CommonMark judges a run of `*`, `_` or `~~` by the characters at its two sides, and knows only languages with spaces.
//! The amendment for Chinese, Japanese and Korean comes down to this: a run of `*` or `~~` with such a character at a side,
//! and no white space at either, can both open and close. Where a neighbour is punctuation, CommonMark denies that; a
//! placeholder that is no punctuation, put between the two, grants it. Placeholders never stand beside white space and never
//! inside a run, so that they change no block structure, and they are removed from every string that the parser gives back:
//! inside code, links and raw HTML they do no harm.
//!
//! `_` stays as in CommonMark inside words. Beyond the amendment, `_` between Chinese punctuation inside and a Chinese
//! character outside is a border too: `_重点：_后面`.

use std::borrow::Cow;
use std::collections::HashSet;

use super::chinese::{is_cjk, is_shared_punctuation};

/// A note's text with placeholders.
#[derive(Debug)]
pub(super) struct Marked<'a> {
    /// What the parser reads.
    pub text: Cow<'a, str>,
    /// What the author wrote.
    pub written: &'a str,
    /// For each placeholder its offset in `text`, and how many bytes of placeholders end before or with it.
    inserted: Vec<(usize, usize)>,
    /// Acts like a letter at the side of a run.
    letter: char,
    /// Acts like punctuation at the side of a run.
    point: char,
}

impl<'a> Marked<'a> {
    /// Puts in the placeholders. Time grows with the length of the text only.
    pub(super) fn new(written: &'a str) -> Self {
        let mut wanted = Vec::new();
        find_places(written, &mut wanted);
        let unchanged = |written| Marked { text: Cow::Borrowed(written), written, inserted: Vec::new(), letter: ' ', point: ' ' };
        if wanted.is_empty() {
            return unchanged(written);
        }
        let Some((letter, point)) = choose_placeholders(written) else {
            return unchanged(written);
        };
        let mut text = String::with_capacity(written.len() + 4 * wanted.len());
        let mut inserted = Vec::with_capacity(wanted.len());
        let mut copied = 0;
        for (offset, placeholder) in wanted {
            text.push_str(&written[copied..offset]);
            copied = offset;
            let at = text.len();
            text.push(if placeholder == Placeholder::Letter { letter } else { point });
            inserted.push((at, text.len() - offset));
        }
        text.push_str(&written[copied..]);
        Marked { text: Cow::Owned(text), written, inserted, letter, point }
    }

    /// An offset in `text` as an offset in `written`.
    pub(super) fn origin(&self, offset: usize) -> usize {
        match self.inserted.partition_point(|(at, _)| *at < offset) {
            0 => offset,
            n_before => offset - self.inserted[n_before - 1].1,
        }
    }

    /// A string from the parser as the author wrote it.
    pub(super) fn strip<'s>(&self, text: &'s str) -> Cow<'s, str> {
        if self.inserted.is_empty() || !text.contains([self.letter, self.point]) {
            return Cow::Borrowed(text);
        }
        Cow::Owned(text.replace([self.letter, self.point], ""))
    }

    /// The first character of a part of `text` that is neither a placeholder nor skipped.
    pub(super) fn first_written(&self, rest: &str, is_skipped: impl Fn(char) -> bool) -> Option<char> {
        let has_marks = !self.inserted.is_empty();
        rest.chars().find(|c| !is_skipped(*c) && !(has_marks && (*c == self.letter || *c == self.point)))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Placeholder {
    Letter,
    Point,
}

/// One side of a run.
#[derive(Clone, Copy, Debug)]
struct Side {
    is_space: bool,
    is_point: bool,
    is_cjk: bool,
}

/// Line ends count as white space, and so do the bars of tables, which end a cell.
const SPACE: Side = Side { is_space: true, is_point: false, is_cjk: false };

fn find_places(text: &str, places: &mut Vec<(usize, Placeholder)>) {
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(found) = bytes[from..].iter().position(|byte| matches!(byte, b'*' | b'_' | b'~' | b'\\')) {
        let start = from + found;
        let mark = bytes[start];
        if mark == b'\\' {
            let is_escape = bytes.get(start + 1).is_some_and(u8::is_ascii_punctuation);
            from = start + 1 + usize::from(is_escape);
            continue;
        }
        let n_marks = bytes[start..].iter().take_while(|byte| **byte == mark).count();
        from = start + n_marks;
        // Three tildes open code; one alone is a range in Chinese texts: `3~5日`.
        if mark == b'~' && n_marks != 2 {
            continue;
        }
        let (before, after) = (side_before(text, start), side_after(text, from));
        if before.is_space || after.is_space {
            continue;
        }
        if mark == b'_' {
            mark_underscores(before, after, start, from, places);
        } else if before.is_cjk || after.is_cjk {
            if before.is_point {
                places.push((start, Placeholder::Letter));
            }
            if after.is_point {
                places.push((from, Placeholder::Letter));
            }
        }
    }
}

fn mark_underscores(before: Side, after: Side, start: usize, end: usize, places: &mut Vec<(usize, Placeholder)>) {
    if !(before.is_cjk && after.is_cjk) {
        return;
    }
    match (before.is_point, after.is_point) {
        (true, false) => places.push((end, Placeholder::Point)),
        (false, true) => places.push((start, Placeholder::Point)),
        _ => {}
    }
}

fn side_before(text: &str, end: usize) -> Side {
    let mut chars = text[..end].chars().rev();
    let Some(mut c) = chars.next() else {
        return SPACE;
    };
    // A variation selector belongs to the character before it.
    if matches!(c, '\u{FE00}'..='\u{FE0E}') {
        c = chars.next().unwrap_or(c);
    }
    if c == '>' && is_quote_border(&text[..end]) {
        return SPACE;
    }
    side(c, chars.next())
}

fn side_after(text: &str, start: usize) -> Side {
    let mut chars = text[start..].chars();
    match chars.next() {
        Some(c) => side(c, chars.next()),
        None => SPACE,
    }
}

/// `beyond` is the neighbour of `c` that is farther from the run.
fn side(c: char, beyond: Option<char>) -> Side {
    let is_space = c.is_whitespace() || c == '|';
    let is_cjk = is_cjk(c) || is_shared_punctuation(c) && beyond.is_some_and(self::is_cjk);
    // What is neither letter nor punctuation, such as a combining mark, may count as either: the result is the same.
    Side { is_space, is_point: !is_space && !c.is_alphanumeric(), is_cjk }
}

/// Whether the text ends with the marks of block quotes at the beginning of a line.
fn is_quote_border(text: &str) -> bool {
    text.bytes().rev().find(|byte| !matches!(byte, b'>' | b' ' | b'\t')).is_none_or(|byte| matches!(byte, b'\n' | b'\r'))
}

/// A private-use character and a rare punctuation mark that the text does not contain, not even as `&#xE000;`.
fn choose_placeholders(text: &str) -> Option<(char, char)> {
    let mut present = HashSet::new();
    if text.contains("&#") {
        present.extend(text.split("&#").skip(1).filter_map(numeric_reference));
    }
    let is_free = |c: &char| !present.contains(c) && !text.contains(*c);
    // A text would need 6,400 different private characters to exhaust the first range; eight tries keep the time linear.
    let letter = ('\u{F8F0}'..='\u{F8F7}').find(is_free).or_else(|| {
        let all: HashSet<char> = text.chars().collect();
        ('\u{F0000}'..='\u{FFFFD}').find(|c| !present.contains(c) && !all.contains(c))
    })?;
    // Marks of SignWriting, an old Arabian script and cuneiform.
    let point = ['\u{1DA8B}', '\u{10A7F}', '\u{12470}', '\u{12471}', '\u{1DA87}'].into_iter().find(is_free)?;
    Some((letter, point))
}

/// The character of a reference whose text begins behind `&#`.
fn numeric_reference(rest: &str) -> Option<char> {
    let (digits, radix) = match rest.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (rest, 10),
    };
    let n_digits = digits.bytes().take(9).take_while(|byte| char::from(*byte).is_digit(radix)).count();
    char::from_u32(u32::from_str_radix(&digits[..n_digits], radix).ok()?)
}
