//! Names of glyphs and codes of one byte to characters.

use encoding_rs::{MACINTOSH, WINDOWS_1252};

/// Names of the ASCII characters that are not their own name, from the space on.
const NAMES: [(&str, char); 44] = [
    ("space", ' '),
    ("exclam", '!'),
    ("quotedbl", '"'),
    ("numbersign", '#'),
    ("dollar", '$'),
    ("percent", '%'),
    ("ampersand", '&'),
    ("quotesingle", '\''),
    ("quoteright", '\''),
    ("parenleft", '('),
    ("parenright", ')'),
    ("asterisk", '*'),
    ("plus", '+'),
    ("comma", ','),
    ("hyphen", '-'),
    ("minus", '-'),
    ("period", '.'),
    ("slash", '/'),
    ("zero", '0'),
    ("one", '1'),
    ("two", '2'),
    ("three", '3'),
    ("four", '4'),
    ("five", '5'),
    ("six", '6'),
    ("seven", '7'),
    ("eight", '8'),
    ("nine", '9'),
    ("colon", ':'),
    ("semicolon", ';'),
    ("less", '<'),
    ("equal", '='),
    ("greater", '>'),
    ("question", '?'),
    ("at", '@'),
    ("bracketleft", '['),
    ("backslash", '\\'),
    ("bracketright", ']'),
    ("asciicircum", '^'),
    ("underscore", '_'),
    ("grave", '`'),
    ("braceleft", '{'),
    ("bar", '|'),
    ("braceright", '}'),
];
/// Signs that stand for no letter or digit, and need not be known.
const SIGNS: [&str; 16] = [
    "asciitilde",
    "bullet",
    "endash",
    "emdash",
    "quotedblleft",
    "quotedblright",
    "quoteleft",
    "ellipsis",
    "degree",
    "periodcentered",
    "fi",
    "fl",
    "ff",
    "ffi",
    "ffl",
    ".notdef",
];

/// What a simple font shows codes with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Base {
    Windows,
    Mac,
}

/// The character of a code of one byte.
pub(super) fn of_byte(base: Base, byte: u8) -> char {
    let encoding = if base == Base::Mac { MACINTOSH } else { WINDOWS_1252 };
    let bytes = [byte];
    let (text, _) = encoding.decode_without_bom_handling(&bytes);
    text.chars().next().unwrap_or(' ')
}

/// The character of a glyph's name.
pub(super) fn of_name(name: &str) -> Option<char> {
    let stem = name.split('.').next().filter(|stem| !stem.is_empty()).unwrap_or(name);
    let mut chars = stem.chars();
    if let (Some(character), None) = (chars.next(), chars.next()) {
        return Some(character);
    }
    if let Some((_, character)) = NAMES.iter().find(|(other, _)| *other == stem) {
        return Some(*character);
    }
    let hex =
        stem.strip_prefix("uni").filter(|hex| hex.len() == 4).or_else(|| stem.strip_prefix('u').filter(|hex| hex.len() >= 4));
    if let Some(character) = hex.and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32) {
        return Some(character);
    }
    // Letters with accents are called `eacute`.
    let is_accented = ["acute", "grave", "dieresis", "circumflex", "tilde", "caron", "cedilla", "ring", "macron"]
        .iter()
        .any(|accent| stem.ends_with(accent));
    (is_accented || SIGNS.contains(&stem) || SIGNS.contains(&name)).then_some('\u{b7}')
}
