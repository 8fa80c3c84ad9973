//! JSON to its values, each behind its key: `"phone": "1\u0033…"` becomes `phone: 13…`. Lines stay lines; nothing is refused.
//!
//! Values in a list stand each behind the key of the list, as a label says what they are.

use std::ops::Range;

use memchr::{memchr2, memchr3};

use super::{APART, Inside, Lines, Piece, Reading, Take, html, unescape};

/// Reads a file; of JSON Lines, too.
pub(super) fn read(reading: &Reading<'_>, take: &mut dyn Take) {
    read_from(reading.text, Lines::of(reading.text, reading.inside), take);
}

/// Reads JSON that stands at one place of another file.
pub(super) fn read_part(text: &str, inside: &Inside, take: &mut dyn Take) {
    read_from(text, Lines::nowhere(inside), take);
}

fn read_from(text: &str, mut lines: Lines<'_>, take: &mut dyn Take) {
    let mut values = Values { out: String::with_capacity(text.len()), key: String::new(), is_key_given: true };
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at).copied() {
        match byte {
            b'"' => {
                let string = string(text, at + 1);
                at = string.end + 1;
                let is_key = next_is_colon(bytes, at);
                values.push_string(&text[string.start..string.end], is_key, lines.inside_at(string.start), take);
            }
            b'\n' => {
                values.out.push('\n');
                at += 1;
            }
            b' ' | b'\t' | b'\r' | b',' | b':' | b']' | b'}' => at += 1,
            b'{' | b'[' => {
                values.give_key();
                at += 1;
            }
            _ => {
                let end = bare_end(bytes, at);
                values.push_bare(&text[at..end]);
                at = end;
            }
        }
    }
    values.give_key();
    take.piece(Piece { text: &values.out, headings: &[], inside: lines.inside_at(0) });
}

/// The inside of a string that begins at `start`, up to its quote or the end of everything.
fn string(text: &str, start: usize) -> Range<usize> {
    let bytes = text.as_bytes();
    let mut at = start;
    while let Some(found) = memchr2(b'"', b'\\', bytes.get(at..).unwrap_or_default()) {
        at += found;
        if bytes[at] == b'"' {
            return start..at;
        }
        at += 2;
    }
    start.min(text.len())..text.len()
}

fn next_is_colon(bytes: &[u8], at: usize) -> bool {
    let rest = bytes.get(at..).unwrap_or_default();
    // Nobody writes more white space there, and files of white space end in time.
    rest.iter().take(64).find(|byte| !byte.is_ascii_whitespace()) == Some(&b':')
}

fn bare_end(bytes: &[u8], start: usize) -> usize {
    let is_end = |byte: &u8| byte.is_ascii_whitespace() || b",:]}[{\"".contains(byte);
    let n_bytes = bytes[start..].iter().skip(1).position(is_end);
    n_bytes.map_or(bytes.len(), |n| start + n + 1)
}

/// Values as they come.
struct Values {
    out: String,
    /// The last key.
    key: String,
    is_key_given: bool,
}

impl Values {
    fn push_string(&mut self, raw: &str, is_key: bool, inside: &Inside, take: &mut dyn Take) {
        if is_key {
            self.give_key();
            self.key.clear();
            unescape::push_line(&mut self.key, raw);
            self.is_key_given = false;
            return;
        }
        self.push_key();
        let start = self.out.len();
        match memchr3(b'\\', b'\n', APART as u8, raw.as_bytes()) {
            None => self.out.push_str(raw),
            Some(_) => unescape::push_line(&mut self.out, raw),
        }
        if html::give_shown(&self.out[start..], inside, take) {
            self.out.truncate(start);
        }
        // A string of several lines is counted as so many.
        self.out.extend(raw.bytes().filter(|byte| *byte == b'\n').map(char::from));
        self.out.push(APART);
    }

    fn push_bare(&mut self, raw: &str) {
        if matches!(raw, "true" | "false" | "null") {
            return self.give_key();
        }
        self.push_key();
        self.out.push_str(raw);
        self.out.push(APART);
    }

    /// Adds the key of the value that follows.
    fn push_key(&mut self) {
        self.is_key_given = true;
        if !self.key.is_empty() {
            self.out.push_str(&self.key);
            self.out.push_str(": ");
        }
    }

    /// Adds a key that no value follows.
    fn give_key(&mut self) {
        if !std::mem::replace(&mut self.is_key_given, true) {
            self.out.push_str(&self.key);
            self.out.push(APART);
        }
    }
}
