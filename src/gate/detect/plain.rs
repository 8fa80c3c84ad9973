//! Text with tricks to plain text, with a map back: full width to half width, unseen signs dropped, URL escapes decoded.
//!
//! Nearly every text is plain already; `watch` comes here only when it has met a sign that is not.

use std::ops::Range;

use super::escape::escaped_byte;
use super::letters::{Gap, fold, gap_of};

/// A plain text made of another.
#[derive(Debug)]
pub(super) struct Plain {
    text: String,
    /// Where stretches begin that were taken over byte by byte: here, there.
    steps: Vec<(usize, usize)>,
}

impl Plain {
    /// Makes a text plain.
    pub(super) fn new(text: &str) -> Self {
        let mut plain = Self { text: String::with_capacity(text.len()), steps: vec![(0, 0)] };
        let mut at = 0;
        while let Some(character) = text[at..].chars().next() {
            at += plain.push(&text[at..], at, character);
        }
        plain.steps.push((plain.text.len(), text.len()));
        plain
    }

    /// The plain text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the original that made a stretch of the plain text.
    pub(super) fn range(&self, range: &Range<usize>) -> Range<usize> {
        self.there(range.start)..self.there(range.end)
    }

    fn there(&self, at: usize) -> usize {
        let idx = self.steps.partition_point(|(here, _)| *here <= at).saturating_sub(1);
        let (here, there) = self.steps[idx];
        let end = self.steps.get(idx + 1).map_or(usize::MAX, |(_, there)| *there);
        (there + (at - here)).min(end)
    }

    /// Takes over the next character or escape, and gives how many bytes it was.
    fn push(&mut self, rest: &str, at: usize, character: char) -> usize {
        if character == '%' && is_escape(rest.as_bytes()) {
            let (decoded, n_bytes) = unescape(rest);
            let seen = decoded.chars().filter(|sign| gap_of(*sign) != Gap::Hidden);
            let decoded: String = seen.map(|sign| if is_wide_sign(sign) { fold_keeping_case(sign) } else { sign }).collect();
            return self.replace(&decoded, at, n_bytes);
        }
        let n_bytes = character.len_utf8();
        if gap_of(character) == Gap::Hidden {
            return self.replace("", at, n_bytes);
        }
        let half = if is_wide_sign(character) { fold_keeping_case(character) } else { character };
        if half == character {
            self.text.push(character);
            return n_bytes;
        }
        self.replace(half.encode_utf8(&mut [0; 4]), at, n_bytes)
    }

    fn replace(&mut self, by: &str, at: usize, n_bytes: usize) -> usize {
        self.steps.push((self.text.len(), at));
        self.text.push_str(by);
        self.steps.push((self.text.len(), at + n_bytes));
        n_bytes
    }
}

/// All signs of three bytes for which a text is made plain.
pub(super) fn odd_signs() -> impl Iterator<Item = char> {
    ('\u{800}'..='\u{ffff}').filter(|sign| gap_of(*sign) == Gap::Hidden || is_wide_letter(*sign))
}

/// Whether two bytes are a sign without width.
pub(super) fn is_odd_pair(bytes: &[u8]) -> bool {
    bytes
        .get(..2)
        .and_then(|pair| std::str::from_utf8(pair).ok())
        .and_then(|pair| pair.chars().next())
        .is_some_and(|sign| gap_of(sign) == Gap::Hidden)
}

/// Whether a URL escape of a Chinese character or of `@` begins.
pub(super) fn is_escape(bytes: &[u8]) -> bool {
    match bytes {
        [b'%', b'4', b'0', ..] => true,
        [b'%', b'2', b'5', rest @ ..] => is_escape(&[b"%", &rest[..rest.len().min(3)]].concat()),
        [b'%', b'c' | b'C', b'2', b'%', ..] => true,
        [b'%', b'e' | b'E' | b'f' | b'F', low, b'%', ..] => low.is_ascii_hexdigit(),
        _ => false,
    }
}

/// The escapes at the beginning of a text, decoded as far as they make text, with their length in bytes.
fn unescape(text: &str) -> (String, usize) {
    let mut bytes = Vec::new();
    let mut ends = vec![0];
    let mut at = 0;
    while let Some((byte, n_bytes)) = escaped_byte(text.as_bytes(), at) {
        at += n_bytes;
        bytes.push(byte);
        ends.push(at);
    }
    let n_good = match std::str::from_utf8(&bytes) {
        Ok(_) => bytes.len(),
        Err(trouble) => trouble.valid_up_to(),
    };
    match std::str::from_utf8(&bytes[..n_good]) {
        Ok(decoded) if n_good > 0 => (decoded.to_owned(), ends[n_good]),
        _ => ("%".to_owned(), 1),
    }
}

fn is_wide_letter(sign: char) -> bool {
    matches!(sign, '\u{ff10}'..='\u{ff19}' | '\u{ff20}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' | '\u{ff3f}')
}

/// Points and hyphens join letters of full width, as in mail addresses; alone they do not make a text odd.
fn is_wide_sign(sign: char) -> bool {
    is_wide_letter(sign) || matches!(sign, '．' | '－')
}

fn fold_keeping_case(sign: char) -> char {
    match sign {
        '\u{ff21}'..='\u{ff3a}' => fold(sign).to_ascii_uppercase(),
        _ => fold(sign),
    }
}
