//! A character to what it is in the writing of a number: a digit of any script, a check letter, a gap, nothing to be seen.

use std::sync::LazyLock;

/// What a character is in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// A digit.
    Digit(u8, Writing),
    /// The check letter X, or a sign that looks like it.
    Cross,
    /// Stands for a digit that is hidden.
    Mask,
    /// Has no width, or hangs on the sign before it.
    Hidden,
    /// Stands between parts of a number.
    Gap(Gap),
    /// Is in no number.
    Other,
}

/// How digits are written. Where it changes inside of a run there is a seam: the 三 of 张三 is no part of the number behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writing {
    /// Decimal digits of any script, of any width.
    Plain,
    /// Chinese numerals.
    Han,
    /// Digits in circles, raised or lowered ones: often the mark of a list or a note.
    Mark,
    /// Check letters.
    Cross,
    /// Signs that hide digits.
    Mask,
}

/// What stands between parts of a number, from what binds closest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Nothing.
    #[default]
    None,
    /// A blank of any width.
    Blank,
    /// A dot at any height.
    Dot,
    /// A hyphen or dash.
    Dash,
    /// A bracket, slash, underscore or bar.
    Bracket,
    /// A comma.
    Comma,
    /// The end of a line.
    Line,
    /// The end of a table cell.
    Cell,
}

/// What signs look like, made once.
pub(super) struct Signs {
    ascii: [Sign; 128],
    /// One bit for each character below U+10000: whether it may be in a number.
    wide: Vec<u64>,
}

/// The one table of signs.
pub(super) static SIGNS: LazyLock<Signs> = LazyLock::new(Signs::new);

impl Signs {
    fn new() -> Self {
        let mut wide = vec![0; 0x1_0000 / 64];
        for code in 0..0x1_0000_u32 {
            if char::from_u32(code).is_some_and(|character| sign_of(character) != Sign::Other) {
                wide[code as usize / 64] |= 1 << (code % 64);
            }
        }
        Self { ascii: std::array::from_fn(|code| sign_of(char::from(code as u8))), wide }
    }

    /// The sign that starts at a byte, with its length in bytes. `Other` at the end of the text.
    pub(super) fn at(&self, bytes: &[u8], at: usize) -> (Sign, usize) {
        let Some(&lead) = bytes.get(at) else { return (Sign::Other, 0) };
        if let Some(sign) = self.ascii.get(lead as usize) {
            return (*sign, 1);
        }
        let (code, n_bytes) = decode(bytes, at, lead);
        if code < 0x1_0000 && self.wide[code as usize / 64] & (1 << (code % 64)) == 0 {
            return (Sign::Other, n_bytes);
        }
        (char::from_u32(code).map_or(Sign::Other, sign_of), n_bytes)
    }

    /// Where the sign starts that a byte belongs to, if it may be in a number; else where the next character starts.
    pub(super) fn may_be(&self, bytes: &[u8], at: usize) -> Result<usize, usize> {
        if let Some(sign) = self.ascii.get(bytes[at] as usize) {
            return if *sign == Sign::Other { Err(at + 1) } else { Ok(at) };
        }
        let start = start_of_character(bytes, at);
        match self.at(bytes, start) {
            (Sign::Other, n_bytes) => Err(start + n_bytes.max(1)),
            _ => Ok(start),
        }
    }

    /// Where the sign starts that a byte belongs to, if it may be in a number.
    pub(super) fn start_of_sign(&self, bytes: &[u8], at: usize) -> Option<usize> {
        self.may_be(bytes, at).ok()
    }
}

fn start_of_character(bytes: &[u8], at: usize) -> usize {
    let mut start = at;
    while start > 0 && bytes[start] & 0xc0 == 0x80 {
        start -= 1;
    }
    start
}

/// The code of a character of several bytes.
fn decode(bytes: &[u8], at: usize, lead: u8) -> (u32, usize) {
    let tail = |offset: usize| u32::from(bytes.get(at + offset).map_or(0, |byte| byte & 0x3f));
    match lead {
        0xf0.. => (u32::from(lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4),
        0xe0.. => (u32::from(lead & 0x0f) << 12 | tail(1) << 6 | tail(2), 3),
        _ => (u32::from(lead & 0x1f) << 6 | tail(1), 2),
    }
}

/// What a character is in a number.
pub(super) fn sign_of(character: char) -> Sign {
    match character {
        '0'..='9' => Sign::Digit(character as u8 - b'0', Writing::Plain),
        // Greek and Cyrillic capitals, the Roman ten and the sign of multiplication are typed and scanned for the Latin letter.
        'X' | 'x' | 'Ｘ' | 'ｘ' | 'Χ' | 'χ' | 'Х' | 'х' | 'Ⅹ' | 'ⅹ' | '×' | '╳' | '✕' | '✖' | '𝐗' | '𝖷' => {
            Sign::Cross
        }
        '*' | '＊' | '∗' | '⁎' | '✱' | '✲' | '✳' | '●' | '■' | '□' | '█' | '▇' | '◼' | '▮' | '◆' | '※' => {
            Sign::Mask
        }
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Sign::Gap(Gap::Line),
        '\t' => Sign::Gap(Gap::Cell),
        _ => gap(character)
            .map(Sign::Gap)
            .or_else(|| is_hidden(character).then_some(Sign::Hidden))
            .unwrap_or_else(|| digit(character)),
    }
}

fn gap(character: char) -> Option<Gap> {
    let gap = match character {
        ' '
        | '\u{a0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200a}'
        | '\u{202f}'
        | '\u{205f}'
        | '\u{3000}'
        | '\u{3164}'
        | '\u{2800}' => Gap::Blank,
        '.' | '．' | '。' | '｡' | '﹒' | '·' | '•' | '・' | '･' | '‧' | '∙' | '⋅' | '․' | '…' | '‥' => {
            Gap::Dot
        }
        '-' | '+' | '‐'..='―' | '−' | '﹣' | '－' | '⁃' | '﹘' | '─' | '━' | 'ー' | 'ｰ' | '~' | '～' | '〜' | '⸺' => {
            Gap::Dash
        }
        '(' | ')' | '[' | ']' | '/' | '\\' | '_' | '|' | '（' | '）' | '［' | '］' | '／' | '＼' | '＿' | '｜' | '【' | '】' => {
            Gap::Bracket
        }
        ',' | '，' | '、' | '､' | '﹐' | '﹑' => Gap::Comma,
        _ => return None,
    };
    Some(gap)
}

fn is_hidden(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(character, '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
        // What strikes a digit through or frames it leaves the digit readable.
        || matches!(character, '\u{300}'..='\u{36f}' | '\u{20d0}'..='\u{20f0}' | '\u{fe20}'..='\u{fe2f}')
        || matches!(character, '\u{e0001}' | '\u{e0020}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}')
}

/// The zeros of all decimal digits of Unicode 16 beside ASCII's; nine digits follow each of them.
const ZEROS: [u32; 74] = [
    0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6, 0x0e50, 0x0ed0,
    0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
    0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x10d40, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0,
    0x11450, 0x114d0, 0x11650, 0x116c0, 0x116d0, 0x116da, 0x11730, 0x118e0, 0x11950, 0x11bf0, 0x11c50, 0x11d50, 0x11da0, 0x11f50,
    0x16130, 0x16a60, 0x16ac0, 0x16b50, 0x16d70, 0x1ccf0, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0,
    0x1e950, 0x1fbf0,
];

fn digit(character: char) -> Sign {
    if let Some(value) = han_digit(character) {
        return Sign::Digit(value, Writing::Han);
    }
    if let Some(value) = mark_digit(character) {
        return Sign::Digit(value, Writing::Mark);
    }
    let code = character as u32;
    let before = ZEROS.partition_point(|zero| *zero <= code);
    let zero = before.checked_sub(1).map(|idx| ZEROS[idx]);
    match zero.map(|zero| code - zero) {
        Some(value @ 0..=9) => Sign::Digit(value as u8, Writing::Plain),
        _ => Sign::Other,
    }
}

fn han_digit(character: char) -> Option<u8> {
    let value = match character {
        // Circles stand for zeros where the font has no 〇: 二○二四年.
        '〇' | '零' | '○' | '◯' => 0,
        '一' | '壹' | '壱' | '弌' | '幺' | '㊀' | '㈠' | '〡' => 1,
        '二' | '贰' | '貳' | '弐' | '㊁' | '㈡' | '〢' => 2,
        '三' | '叁' | '參' | '叄' | '㊂' | '㈢' | '〣' => 3,
        '四' | '肆' | '㊃' | '㈣' | '〤' => 4,
        '五' | '伍' | '㊄' | '㈤' | '〥' => 5,
        '六' | '陆' | '陸' | '㊅' | '㈥' | '〦' => 6,
        '七' | '柒' | '㊆' | '㈦' | '〧' => 7,
        '八' | '捌' | '㊇' | '㈧' | '〨' => 8,
        '九' | '玖' | '㊈' | '㈨' | '〩' => 9,
        _ => return None,
    };
    Some(value)
}

fn mark_digit(character: char) -> Option<u8> {
    let code = character as u32;
    let value = match character {
        '⁰' | '₀' | '⓪' | '⓿' | '🄋' | '🄌' | '🄀' => 0,
        '¹' => 1,
        '²' => 2,
        '³' => 3,
        '⁴'..='⁹' => code - 0x2070,
        '₁'..='₉' => code - 0x2080,
        '①'..='⑨' => code - 0x2460 + 1,
        '⑴'..='⑼' => code - 0x2474 + 1,
        '⒈'..='⒐' => code - 0x2488 + 1,
        '⓵'..='⓽' => code - 0x24f5 + 1,
        '❶'..='❾' => code - 0x2776 + 1,
        '➀'..='➈' => code - 0x2780 + 1,
        '➊'..='➒' => code - 0x278a + 1,
        '🄁'..='🄊' => code - 0x1f101,
        _ => return None,
    };
    Some(value as u8)
}
