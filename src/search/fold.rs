//! Characters to what they are compared by, the same in the index and in a query.
//!
//! Compatibility forms become plain ones (full width to half), capitals small, traditional characters simplified. Quotes and brackets
//! are transparent. White space beside a Chinese character is dropped. The script on the page does just the same
//! (`themes/default/scripts/search/fold.js`); what one of them does alone is lost to readers.

use unicode_normalization::UnicodeNormalization;

use super::units::{CHARACTER, fold_plain};

pub use super::simplified::simplified;

/// How a character takes part in grams.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Letters and digits of scripts that are written with spaces.
    Letter,
    /// Chinese characters, and whatever else stands for itself: kana, emoji, symbols.
    Han,
    /// Punctuation and ASCII signs: compared in texts, never in grams.
    Mark,
    /// White space.
    Space,
}

/// The class of a folded character. Ranges, not tables of a Unicode version: the script has to come to the same.
pub fn class(c: char) -> Class {
    match c as u32 {
        0x20 | 0x09..=0x0D | 0x85 | 0xA0 | 0x1680 | 0x2000..=0x200A | 0x2028 | 0x2029 | 0x202F | 0x205F | 0x3000 => Class::Space,
        0x30..=0x39 | 0x41..=0x5A | 0x61..=0x7A => Class::Letter,
        0x00..=0xA9 | 0xAB..=0xB4 | 0xB6..=0xB9 | 0xBB..=0xBF | 0xD7 | 0xF7 => Class::Mark,
        0x2000..=0x206F | 0x2E00..=0x2E7F | 0x3001..=0x3004 | 0x3008..=0x3020 | 0x3030 | 0x303D | 0x30FB => Class::Mark,
        0xFE10..=0xFE1F | 0xFE30..=0xFE6F => Class::Mark,
        0..=0x1FFF => Class::Letter,
        _ => Class::Han,
    }
}

/// Whether a character is passed over: quotes, brackets, and what is not seen (zero-width signs, variation selectors).
pub fn is_transparent(c: char) -> bool {
    matches!(c as u32,
        0x22 | 0x27 | 0x28 | 0x29 | 0x5B | 0x5D | 0x7B | 0x7D | 0xAB | 0xBB | 0xAD
        | 0x2018..=0x201F | 0x2039 | 0x203A | 0x3008..=0x3011 | 0x3014..=0x301B | 0x301D..=0x301F
        | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x2064 | 0xFEFF | 0xFE00..=0xFE0F | 0xE0100..=0xE01EF)
}

/// Folds one character into `folded`: nothing for a transparent one, several for one that stands for several (㎡).
pub fn push_folded(c: char, folded: &mut Vec<char>) {
    if c.is_ascii() {
        if !is_transparent(c) {
            folded.push(c.to_ascii_lowercase());
        }
        return;
    }
    if is_plain(c) {
        folded.push(simplified(c));
        return;
    }
    for plain in std::iter::once(c).nfkc() {
        for small in plain.to_lowercase() {
            let simple = simplified(small);
            if !is_transparent(simple) {
                folded.push(simple);
            }
        }
    }
}

/// The traditional characters that one character holds, each with its simplified one.
pub(super) fn push_traditional(c: char, pairs: &mut Vec<(char, char)>) {
    if c.is_ascii() {
        return;
    }
    if is_plain(c) {
        let simple = simplified(c);
        return pairs.extend((simple != c).then_some((c, simple)));
    }
    for plain in std::iter::once(c).nfkc() {
        let changed = plain.to_lowercase().map(|small| (small, simplified(small))).filter(|(small, simple)| small != simple);
        pairs.extend(changed);
    }
}

/// Whether a character is Chinese and stands for itself: its simplified form is all that folding asks for.
fn is_plain(c: char) -> bool {
    matches!(c as u32, 0x3400..=0x4DBF | 0x4E00..=0x9FFF)
}

/// Folds a text. White space stays, as one space each run, only between two characters that are not Chinese.
pub fn fold(text: &str) -> Vec<char> {
    let units = fold_plain(text).units;
    units.into_iter().filter_map(|unit| char::from_u32(unit & CHARACTER)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_folds_alike() {
        let cases: Vec<(String, String)> =
            serde_json::from_str(include_str!("../../tests/browser/folding.json")).expect("pairs of texts");
        for (text, folded) in cases {
            assert_eq!(fold(&text).into_iter().collect::<String>(), folded, "{text:?}");
        }
    }

    #[test]
    fn folding_what_is_folded_changes_nothing() {
        let mut odd = Vec::new();
        for c in '\0'..=char::MAX {
            let (mut once, mut twice) = (Vec::new(), Vec::new());
            push_folded(c, &mut once);
            once.iter().for_each(|c| push_folded(*c, &mut twice));
            if once != twice {
                odd.push((c, once, twice));
            }
        }
        assert!(odd.is_empty(), "{} characters: {:?}", odd.len(), &odd[..odd.len().min(40)]);
    }
}
