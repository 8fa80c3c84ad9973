//! Text to letters as detectors compare them: full width is half width, capitals are small, what cannot be seen is skipped.
//!
//! Only small windows are read this way; a whole file never is.

/// A letter, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letter {
    /// As it is compared.
    pub(super) sign: char,
    /// In bytes of the text.
    pub(super) start: usize,
    /// Behind its last byte.
    pub(super) end: usize,
    /// What was skipped before it.
    pub(super) gap: Gap,
}

/// What stands between two letters and is not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Nothing.
    None,
    /// Signs without width.
    Hidden,
    /// A blank of any width.
    Blank,
}

/// Letters from `at` on; the blanks before the first are skipped as well.
pub(super) fn letters(text: &str, at: usize) -> Letters<'_> {
    Letters { text, at }
}

/// Letters of a text, one by one.
#[derive(Clone, Debug)]
pub(super) struct Letters<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Letters<'_> {
    type Item = Letter;

    fn next(&mut self) -> Option<Letter> {
        let mut gap = Gap::None;
        for character in self.text.get(self.at..)?.chars() {
            let start = self.at;
            self.at += character.len_utf8();
            match gap_of(character) {
                Gap::None => return Some(Letter { sign: fold(character), start, end: self.at, gap }),
                wider => gap = gap.max(wider),
            }
        }
        None
    }
}

/// Whether a character is skipped, and as what.
pub(super) fn gap_of(character: char) -> Gap {
    match character {
        ' ' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Gap::Blank,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => Gap::Hidden,
        '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => Gap::Hidden,
        _ => Gap::None,
    }
}

/// A character as it is compared.
pub(super) fn fold(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(character as u32 - 0xfee0).map_or(character, |half| half.to_ascii_lowercase()),
        '﹕' | '∶' | '︰' => ':',
        _ => character.to_ascii_lowercase(),
    }
}

/// Whether a character is a Chinese one.
pub(super) fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' | '〇')
}
