//! Text with escapes to the text that is meant: `%31`, `&#49;`, `\u0031`, with the way back to the bytes as they were written.
//!
//! Only a text in which an escape stands for a sign of numbers, or right before one, is written anew; the rest stays as it is.

use std::ops::Range;

use super::sign::{Sign, sign_of};

/// In bytes: no escape that means one character is longer.
const LONGEST: usize = 12;

/// Names that stand for signs between digits, as HTML has them.
const NAMES: [(&str, char); 24] = [
    ("nbsp;", '\u{a0}'),
    ("ensp;", '\u{2002}'),
    ("emsp;", '\u{2003}'),
    ("thinsp;", '\u{2009}'),
    ("hairsp;", '\u{200a}'),
    ("numsp;", '\u{2007}'),
    ("puncsp;", '\u{2008}'),
    ("zwj;", '\u{200d}'),
    ("zwnj;", '\u{200c}'),
    ("ZeroWidthSpace;", '\u{200b}'),
    ("NoBreak;", '\u{2060}'),
    ("shy;", '\u{ad}'),
    ("lrm;", '\u{200e}'),
    ("rlm;", '\u{200f}'),
    ("hyphen;", '\u{2010}'),
    ("dash;", '\u{2010}'),
    ("ndash;", '–'),
    ("mdash;", '—'),
    ("minus;", '−'),
    ("middot;", '·'),
    ("period;", '.'),
    ("times;", '×'),
    ("Tab;", '\t'),
    ("NewLine;", '\n'),
];

/// A text without escapes.
#[derive(Debug)]
pub(super) struct Plain {
    /// What is meant.
    pub(super) text: String,
    /// Places in it and where they were in the text as written, in order.
    places: Vec<(usize, usize)>,
}

impl Plain {
    /// Where a range of it was written.
    pub(super) fn written(&self, range: &Range<usize>) -> Range<usize> {
        self.place(range.start)..self.place(range.end)
    }

    fn place(&self, at: usize) -> usize {
        let behind = self.places.partition_point(|(plain, _)| *plain <= at);
        match behind.checked_sub(1).map(|idx| self.places[idx]) {
            Some((plain, written)) => written + (at - plain),
            None => at,
        }
    }
}

/// The text without escapes, if any of them matters for numbers.
pub(super) fn plain(text: &str) -> Option<Plain> {
    let bytes = text.as_bytes();
    let escapes = || memchr::memchr3_iter(b'%', b'&', b'\\', bytes).filter_map(|at| escape(bytes, at).map(|escape| (at, escape)));
    escapes().find(|(at, (character, n_bytes))| matters(bytes, *at, *character, *n_bytes))?;
    let mut plain = Plain { text: String::with_capacity(text.len()), places: Vec::new() };
    let mut done = 0;
    for (at, (character, n_bytes)) in escapes() {
        if at < done {
            continue;
        }
        plain.text.push_str(&text[done..at]);
        plain.places.push((plain.text.len(), at));
        plain.text.push(character);
        done = at + n_bytes;
        plain.places.push((plain.text.len(), done));
    }
    plain.text.push_str(&text[done..]);
    Some(plain)
}

/// Whether an escape is part of a number, joins one, for its letters would be taken for neighbours, or ends a label: `%9C%BA=138…`.
fn matters(bytes: &[u8], at: usize, character: char, n_bytes: usize) -> bool {
    let behind = bytes.get(at + n_bytes..).unwrap_or_default();
    let is_label = bytes[at] == b'%' && matches!(behind, [b'=' | b':', next, ..] if next.is_ascii_digit() || *next == b'%');
    let joins = bytes[at] != b'&' && behind.first().is_some_and(u8::is_ascii_digit);
    sign_of(character) != Sign::Other || joins || is_label
}

/// The character that an escape stands for, with the length of the escape.
fn escape(bytes: &[u8], at: usize) -> Option<(char, usize)> {
    let rest = bytes.get(at + 1..)?;
    let rest = &rest[..rest.len().min(LONGEST + 4)];
    let (character, n_bytes) = match (bytes[at], rest.first()?) {
        (b'%', b'u') => code(rest.get(1..5)?, 16, 5)?,
        (b'%', _) => percent(bytes, at)?,
        (b'\\', b'u') => code(rest.get(1..5)?, 16, 5)?,
        (b'\\', b'x') => code(rest.get(1..3)?, 16, 3)?,
        (b'&', b'#') => numbered(rest)?,
        (b'&', _) => named(rest)?,
        _ => return None,
    };
    Some((character, n_bytes + 1))
}

/// A character of one to four bytes as in addresses, from its first `%`; the length without that sign.
fn percent(bytes: &[u8], at: usize) -> Option<(char, usize)> {
    let (lead, mut end) = escaped_byte(bytes, at)?;
    let n = match lead {
        0..0x80 => 1,
        0xc2..0xe0 => 2,
        0xe0..0xf0 => 3,
        0xf0..0xf5 => 4,
        _ => return None,
    };
    let mut signs = vec![lead];
    while signs.len() < n {
        let (byte, n_bytes) = escaped_byte(bytes, at + end)?;
        signs.push(byte);
        end += n_bytes;
    }
    let character = std::str::from_utf8(&signs).ok()?.chars().next()?;
    Some((character, end - 1))
}

/// A byte as in addresses, with the length of its escape: `%31`, or `%2531` where an address stands in another one.
pub(super) fn escaped_byte(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    let value = |at: usize| {
        let digits = bytes.get(at..at + 2).filter(|digits| digits.iter().all(u8::is_ascii_hexdigit))?;
        u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
    };
    bytes.get(at).filter(|sign| **sign == b'%')?;
    let mut n_bytes = 1;
    while n_bytes < 7 && value(at + n_bytes) == Some(b'%') && value(at + n_bytes + 2).is_some() {
        n_bytes += 2;
    }
    Some((value(at + n_bytes)?, n_bytes + 2))
}

fn code(digits: &[u8], radix: u32, n_bytes: usize) -> Option<(char, usize)> {
    let digits = std::str::from_utf8(digits).ok().filter(|digits| !digits.starts_with('+'))?;
    Some((char::from_u32(u32::from_str_radix(digits, radix).ok()?)?, n_bytes))
}

/// `#49;` or `#x31;`, the last sign of which may be missing.
fn numbered(rest: &[u8]) -> Option<(char, usize)> {
    let (radix, start) = if matches!(rest.get(1), Some(b'x' | b'X')) { (16, 2) } else { (10, 1) };
    let n = rest[start..].iter().take_while(|byte| char::from(**byte).is_digit(radix)).count();
    let (character, _) = code(&rest[start..start + n], radix, 0)?;
    let end = start + n;
    Some((character, if rest.get(end) == Some(&b';') { end + 1 } else { end }))
}

fn named(rest: &[u8]) -> Option<(char, usize)> {
    let (name, character) = NAMES.iter().find(|(name, _)| rest.starts_with(name.as_bytes()))?;
    Some((*character, name.len()))
}
