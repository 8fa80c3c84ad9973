//! Resident identity numbers of 18 signs, those of residence permits among them: GB 11643, check sign by ISO 7064 MOD 11-2.

use super::border;
use super::label::Label;
use super::rounded_id;
use super::sign::Gap;
use super::window::{Verdict, Window};
use crate::gate::hit::{HitKind, Tier};

/// How many signs it has.
pub(super) const LENGTH: usize = 18;

/// Weights of the first 17 digits.
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/// Check signs by the remainder of the weighted sum.
const CHECKS: &[u8; 11] = b"10X98765432";

/// How people group the 18 signs; three groups of six and the like are added by length.
const SHAPES: [u64; 17] = [
    0x684,
    0x6444,
    0x6c,
    0xe4,
    0x64224,
    0x6831,
    0x33444,
    0x3384,
    0x2224224,
    0x44442,
    0x4446,
    0x2844,
    0x2484,
    0x666,
    0x99,
    0x333333,
    0x222222222,
];

/// How many groups a number may have fallen into by accident, as when a document is taken apart.
const MOST_BY_ACCIDENT: usize = 6;

/// Looks at a window of 18 signs.
pub(super) fn judge(window: &Window<'_>) -> Option<Verdict> {
    if !is_grouped_as_one(window) {
        return None;
    }
    let signs = window.signs();
    let found = |tier| Verdict::new(HitKind::ResidentId, tier, String::from_utf8_lossy(&signs));
    if !has_form(&signs) {
        // A day or an area that does not exist is a slip of the hand where a label says what it is.
        let is_meant = window.is_solid() && window.is_token() && window.is_labelled(Label::Identity);
        return is_meant.then(|| found(Tier::Ask));
    }
    if is_checked(&signs) {
        return (window.is_token() || window.is_between_words()).then(|| found(Tier::Block));
    }
    if !window.is_token() {
        return None;
    }
    if let Some(verdict) = rounded_id::judge(window, &signs) {
        return Some(verdict);
    }
    if window.is_labelled(Label::Identity) {
        return Some(found(Tier::Block));
    }
    (is_written_as_one(window) && !window.is_harmless()).then(|| found(Tier::Ask))
}

/// Whether the groups of a window can be one number at all.
fn is_grouped_as_one(window: &Window<'_>) -> bool {
    if window.is_solid() {
        return true;
    }
    if window.is_boxes() {
        return window.is_alone();
    }
    if SHAPES.contains(&digits_shape(window)) {
        return !matches!(window.gap(), Gap::Cell | Gap::Line | Gap::Comma) || window.groups().len() <= 4 || window.is_alone();
    }
    window.is_alone() && window.groups().len() <= MOST_BY_ACCIDENT
}

/// The shape of a window where a check letter at its end counts as part of the group before it.
fn digits_shape(window: &Window<'_>) -> u64 {
    match window.groups() {
        [.., last] if last.n == 1 && last.gap == Gap::None && window.groups().len() > 1 => (window.shape >> 4) + 1,
        _ => window.shape,
    }
}

/// Whether the groups are those in which people write such a number, so that no check sign is needed to know it.
fn is_written_as_one(window: &Window<'_>) -> bool {
    if window.is_solid() {
        return !window.is_fraction() && !border::is_amount(window.text(), &window.range());
    }
    window.is_even() && window.is_alone() && window.gap() <= Gap::Bracket && SHAPES.contains(&digits_shape(window))
}

/// Whether 18 signs have the form of such a number, whatever the check sign.
pub(super) fn has_form(signs: &[u8]) -> bool {
    if signs.len() != LENGTH || !signs[..17].iter().all(u8::is_ascii_digit) {
        return false;
    }
    let is_foreigner = signs[0] == b'9' && is_province(&signs[1..3]);
    (is_foreigner || is_area(&signs[..6])) && is_day(&signs[6..14])
}

/// Whether the last of 18 signs is right.
pub(super) fn is_checked(signs: &[u8]) -> bool {
    signs.last() == Some(&check_sign(&signs[..17]))
}

/// The check sign of 17 digits.
pub(super) fn check_sign(digits: &[u8]) -> u8 {
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    CHECKS[(sum % 11) as usize]
}

/// Whether six digits may be an area: a province, and the numbers that cities have.
pub(super) fn is_area(digits: &[u8]) -> bool {
    let city = two(&digits[2..4]);
    is_province(digits) && (city <= 70 || city == 90)
}

/// Whether digits begin with the number of a province, or of a region whose people live in others.
pub(super) fn is_province(digits: &[u8]) -> bool {
    matches!(two(&digits[..2]), 11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81..=83)
}

/// Whether eight digits are a day that somebody may be born on.
pub(super) fn is_day(digits: &[u8]) -> bool {
    let (year, month, day) = (two(&digits[..2]) * 100 + two(&digits[2..4]), two(&digits[4..6]), two(&digits[6..8]));
    (1900..=2100).contains(&year) && jiff::civil::Date::new(year as i16, month as i8, day as i8).is_ok()
}

/// The value of two digits.
pub(super) fn two(digits: &[u8]) -> u32 {
    u32::from(digits[0] - b'0') * 10 + u32::from(digits[1] - b'0')
}
