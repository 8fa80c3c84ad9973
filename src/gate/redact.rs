//! A text to the same text without the numbers that nobody may see: everything the program prints goes through here.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::carrier::Piece;
use super::detect::digits;
use super::hit::{Inside, Tier};

/// Masks every identity number, telephone number, card and the like that would stop a build.
///
/// The first character of each stays, every other one becomes a star of as many bytes, so that marks under a line still fit.
pub fn redact(text: &str) -> Cow<'_, str> {
    let inside = Inside::default();
    let mut found = Vec::new();
    digits::look(&Piece { text, headings: &[], inside: &inside }, &BTreeSet::new(), &mut found);
    found.retain(|found| found.tier <= Tier::Ask);
    if found.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut masked = String::with_capacity(text.len());
    let mut at = 0;
    for found in found {
        masked.push_str(&text[at..found.range.start]);
        masked.extend(text[found.range.clone()].chars().enumerate().map(|(idx, character)| mask(idx, character)));
        at = found.range.end;
    }
    masked.push_str(&text[at..]);
    Cow::Owned(masked)
}

/// What stands for a character of a secret.
fn mask(idx: usize, character: char) -> char {
    match character {
        _ if idx == 0 => character,
        // They are no part of the secret, and lines have to stay lines.
        '\n' | '\r' | '\t' => character,
        // As many bytes as before: places in a text are counted in bytes.
        _ => ['*', '·', '＊', '\u{1f7b6}'][character.len_utf8() - 1],
    }
}

#[cfg(test)]
mod tests {
    use super::redact;

    #[test]
    fn what_is_printed_shows_no_number() {
        assert_eq!(redact("第 3 行：手机 13800000000 有误"), "第 3 行：手机 1********** 有误");
        assert_eq!(redact("１３８ 0000 0000"), "１＊＊**********");
        assert_eq!(redact("2024-10-10 有 12 人"), "2024-10-10 有 12 人");
        let text = "a 13800000000 b 138-0000-0000\n";
        assert_eq!(redact(text).len(), text.len());
    }
}
