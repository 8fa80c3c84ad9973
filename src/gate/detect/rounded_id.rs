//! Numbers that a spreadsheet took for quantities and rounded: `1.10101E+17`, or eighteen digits of which the last three are noughts.
//!
//! What is left of them still shows where and when somebody was born, and the register behind them has lost its numbers.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::border;
use super::label::{self, Label};
use super::resident_id::{has_form, is_area, is_province};
use super::sign::{SIGNS, Sign};
use super::window::{Sight, Verdict, Window};
use super::{Found, digits};
use crate::gate::hit::{HitKind, Secret, Tier};

/// The first signs of a power of ten; of all powers ten to nineteen are of interest.
static POWERS: LazyLock<[Finder<'static>; 4]> = LazyLock::new(|| ["+1", "E1", "e1", "＋１"].map(Finder::new));

/// Powers of ten of numbers that people have: telephones, old and new identity numbers, cards.
const EXPONENTS: [&str; 5] = ["10", "14", "15", "17", "18"];

/// Looks at a window of eighteen digits whose check sign is wrong.
pub(super) fn judge(window: &Window<'_>, signs: &[u8]) -> Option<Verdict> {
    if !window.is_solid() || !signs.ends_with(b"000") || !has_form(signs) {
        return None;
    }
    let is_certain = window.is_labelled(Label::Identity) || border::is_all_of_cell(window.text(), &window.range());
    let tier = if is_certain { Tier::Block } else { Tier::Ask };
    (is_certain || !window.is_harmless()).then(|| Verdict::new(HitKind::RoundedId, tier, String::from_utf8_lossy(signs)))
}

/// Looks for numbers with a power of ten.
pub(super) fn look(sight: &Sight<'_>, found: &mut Vec<Found>) {
    let text = sight.piece.text;
    for power in POWERS.iter() {
        for at in power.find_iter(text.as_bytes()) {
            found.extend(number_at(sight, at));
        }
    }
}

/// The rounded number whose power of ten has its sign, or its first digit, at `at`.
fn number_at(sight: &Sight<'_>, at: usize) -> Option<Found> {
    let text = sight.piece.text;
    let head = text[..at].trim_end_matches(['+', '＋']);
    let end = if text[at..].starts_with(['E', 'e']) { at } else { head.strip_suffix(['E', 'e', 'Ｅ', 'ｅ'])?.len() };
    let tail = text[end..].trim_start_matches(['E', 'e', 'Ｅ', 'ｅ', '+', '＋']);
    let exponent: String = tail.chars().map_while(value).take(4).collect();
    let n_bytes: usize = tail.chars().take(exponent.len()).map(char::len_utf8).sum();
    let is_end = !tail[n_bytes..].starts_with(|character: char| character.is_alphanumeric() || character == '.');
    if !is_end || !EXPONENTS.contains(&exponent.as_str()) {
        return None;
    }
    let (start, digits) = mantissa(text, end)?;
    let range = start..text.len() - tail.len() + n_bytes;
    let (kind, tier) = kind_of(sight, &range, &digits, &exponent)?;
    Some(Found { kind, tier, secret: Secret::new(format!("{digits}E+{exponent}")), range })
}

/// The digits of a mantissa that ends at `end`, without its point, and where it starts.
fn mantissa(text: &str, end: usize) -> Option<(usize, String)> {
    let mut digits = String::new();
    let mut start = end;
    let mut n_points = 0;
    for (at, character) in text[..end].char_indices().rev() {
        match value(character) {
            Some(digit) => digits.insert(0, digit),
            None if matches!(character, '.' | '．') && n_points == 0 => n_points = 1,
            None => break,
        }
        start = at;
        if digits.len() > digits::LONGEST {
            return None;
        }
    }
    let has_form = text[start..].chars().nth(1).is_some_and(|point| matches!(point, '.' | '．'));
    let is_open = border::before(text, start) == border::Border::Open && !text[..start].ends_with(['.', '-', '+']);
    (has_form && is_open && digits.len() > 1).then_some((start, digits))
}

fn value(character: char) -> Option<char> {
    let mut buffer = [0; 4];
    let bytes = character.encode_utf8(&mut buffer).as_bytes();
    match SIGNS.at(bytes, 0).0 {
        Sign::Digit(value, super::sign::Writing::Plain) => Some(char::from(b'0' + value)),
        _ => None,
    }
}

/// What a rounded number was, and how sure that is.
fn kind_of(sight: &Sight<'_>, range: &Range<usize>, digits: &str, exponent: &str) -> Option<(HitKind, Tier)> {
    let labels = label::near(sight.piece, range);
    let is_cell = border::is_all_of_cell(sight.piece.text, range);
    let tier = |is_certain: bool| if is_certain { Tier::Block } else { Tier::Ask };
    let is_phone = labels.has(Label::Phone) || labels.has(Label::HomePhone);
    let is_card = digits.starts_with("62");
    match exponent {
        "17" if is_place(digits.as_bytes()) => Some((HitKind::RoundedId, tier(is_cell || labels.has(Label::Identity)))),
        "14" if is_place(digits.as_bytes()) && labels.has(Label::Identity) => Some((HitKind::RoundedId, Tier::Block)),
        "10" if digits.starts_with('1') && is_phone => Some((HitKind::Mobile, Tier::Block)),
        "15" | "18" if labels.has(Label::BankCard) => Some((HitKind::BankCard, Tier::Block)),
        "15" | "18" if is_card && is_cell && digits.len() >= 6 => Some((HitKind::BankCard, Tier::Ask)),
        _ => None,
    }
}

/// Whether the digits that are left may begin an identity number.
fn is_place(digits: &[u8]) -> bool {
    match digits.get(..6) {
        Some(area) => is_area(area),
        None => is_province(digits),
    }
}
