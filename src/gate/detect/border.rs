//! A place in a text to what joins or parts it there: letters, addresses of pages, sums of money.

/// In letters: a longer word before a number is looked at no further.
const REACH: usize = 16;

/// In bytes: an address is looked through so far back.
const ADDRESS: usize = 256;

/// Words that are written right before a number without anything between.
const LABELS: [&str; 28] = [
    "id", "no", "nr", "num", "idcard", "idno", "card", "sfz", "sfzh", "zjh", "tel", "phone", "mobile", "mob", "cell", "sj",
    "sjh", "shouji", "dh", "dianhua", "lxfs", "lxdh", "wx", "vx", "qq", "m", "t", "yhk",
];

/// What stands right before a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Border {
    /// No letter.
    Open,
    /// A word of Latin letters, small.
    Word(String),
    /// Letters and digits mixed, or a very long word.
    Joined,
}

/// What stands right before `at`.
pub(super) fn before(text: &str, at: usize) -> Border {
    let mut word = String::new();
    for character in text[..at].chars().rev() {
        if is_letter(character) && word.len() < REACH {
            word.insert(0, character.to_ascii_lowercase());
            continue;
        }
        if !word.is_empty() && (character.is_ascii_digit() || is_letter(character)) {
            return Border::Joined;
        }
        break;
    }
    if word.is_empty() { Border::Open } else { Border::Word(word) }
}

/// Whether a number may end at `at`: no letter follows.
pub(super) fn is_behind(text: &str, at: usize) -> bool {
    !text[at..].chars().next().is_some_and(is_letter)
}

/// Whether what follows at `at` is a word, or no letter: a hash goes on with digits.
pub(super) fn is_before_word(text: &str, at: usize) -> bool {
    let mut rest = text[at..].chars().skip_while(|character| is_letter(*character));
    !rest.next().is_some_and(|character| character.is_ascii_digit())
}

/// Whether a word right before a number says what it is.
pub(super) fn is_label(word: &str) -> bool {
    LABELS.contains(&word)
}

/// Letters that make one word with digits. Chinese characters part a number from its surroundings as a blank does.
fn is_letter(character: char) -> bool {
    character.is_ascii_alphabetic() || (character.is_alphabetic() && (character < '\u{2e80}' || matches!(character, 'Ａ'..='ｚ')))
}

/// What is written of an address of a page before `at`, from its first byte; empty if it is none.
pub(super) fn address_before(text: &str, at: usize) -> &str {
    let bytes = text.as_bytes();
    let floor = at.saturating_sub(ADDRESS);
    let mut start = at;
    while start > floor && is_of_address(bytes[start - 1]) {
        start -= 1;
    }
    let head = &text[start..at];
    let has_letter = head.bytes().any(|byte| byte.is_ascii_alphabetic());
    let is_address = head.contains("://") || head.starts_with('/') || head.starts_with("./") || head.starts_with("www.");
    if is_address || (has_letter && head.contains('/')) { head } else { "" }
}

fn is_of_address(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\'' | b'<' | b'>' | b'(' | b')' | b'`' | b'|')
}

/// Whether `range` is measured or paid: `13800138000元`, `￥13800138000`.
pub(super) fn is_amount(text: &str, range: &std::ops::Range<usize>) -> bool {
    let head = text[..range.start].trim_end_matches(' ');
    let tail = text[range.end..].trim_start_matches(' ');
    head.ends_with(['¥', '￥', '$', '€', '£', '≈', '±'])
        || tail.starts_with(['元', '万', '亿', '吨', '美', '字', '次', '％', '%', '㎡', '℃'])
}

/// Whether a cell, a line or a text consists of nothing but `range`, quotes and blanks.
pub(super) fn is_all_of_cell(text: &str, range: &std::ops::Range<usize>) -> bool {
    let is_around = |character: char| matches!(character, ' ' | '"' | '\'' | '=' | '\u{feff}' | '\r' | '\u{a0}' | '\u{3000}');
    let is_end = |character: char| matches!(character, '\n' | '\t' | ',' | ';' | '|' | crate::gate::carrier::APART);
    let head = text[..range.start].trim_end_matches(is_around);
    let tail = text[range.end..].trim_start_matches(is_around);
    (head.is_empty() || head.ends_with(is_end)) && (tail.is_empty() || tail.starts_with(is_end))
}
