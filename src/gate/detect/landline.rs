//! Telephone numbers on a desk: an area code with seven or eight digits, or these alone where a label says what they are.

use super::border;
use super::label::Label;
use super::resident_id::is_day;
use super::sign::Gap;
use super::window::{Verdict, Window};
use crate::gate::hit::{HitKind, Tier};

/// How people group it behind its area code, and with it.
const SHAPES: [u64; 10] = [0x38, 0x47, 0x48, 0x37, 0x344, 0x444, 0x443, 0x434, 0x334, 0x343];

/// Looks at a window of 7 to 12 digits.
pub(super) fn judge(window: &Window<'_>) -> Option<Verdict> {
    let is_local = window.n <= 8;
    if !matches!((is_local, window.groups()[0].first), (true, 2..=9) | (false, 0)) {
        return None;
    }
    let has_extension = window.behind().is_some_and(|behind| behind.n <= 5 && behind.gap == Gap::Dash);
    let is_alone = window.is_alone() || (has_extension && window.is_alone_in_front());
    let is_grouped = !is_local && SHAPES.contains(&window.shape) && is_alone && window.gap() <= Gap::Bracket;
    if is_grouped || (window.sight.speaks_of_phones() && is_one(window)) { judge_form(window, is_grouped) } else { None }
}

/// Whether a number without an area code in a group of its own may be one.
fn is_one(window: &Window<'_>) -> bool {
    window.is_solid() || (window.n <= 8 && matches!(window.shape, 0x34 | 0x44) && window.is_alone() && window.gap() <= Gap::Dash)
}

fn judge_form(window: &Window<'_>, is_grouped: bool) -> Option<Verdict> {
    let signs = window.signs();
    if !signs.iter().all(u8::is_ascii_digit) || !window.is_token() || !(window.n <= 8 || has_area(&signs)) {
        return None;
    }
    let value = String::from_utf8_lossy(&signs).into_owned();
    let labels = window.labels();
    let is_labelled = labels.has(Label::Phone) || labels.has(Label::HomePhone);
    let is_day = window.n == 8 && is_day(&signs);
    if (!is_labelled && !is_grouped) || is_day || labels.has(Label::Harmless) || is_approved(window, &value) {
        return None;
    }
    if window.is_fraction() || !border::address_before(window.text(), window.range().start).is_empty() {
        return None;
    }
    let tier = if labels.has(Label::HomePhone) { Tier::Ask } else { Tier::Warn };
    Some(Verdict::new(HitKind::Landline, tier, value))
}

/// Whether digits begin with an area code of the length that leaves a number: 010, 02x with three digits, others with four.
fn has_area(digits: &[u8]) -> bool {
    match (digits[1], digits.len()) {
        (b'1', 11) => digits[2] == b'0',
        (b'2', 11) => true,
        (b'3'..=b'9', 11..=12) => digits[4] > b'1',
        (b'2', 10) => digits[3] > b'1',
        _ => false,
    }
}

/// Whether it may be published, as approved with its area code or without.
fn is_approved(window: &Window<'_>, value: &str) -> bool {
    let contacts = window.sight.contacts;
    contacts.contains(value)
        || (window.n <= 8 && contacts.iter().any(|contact| contact.ends_with(value)))
        || contacts.iter().any(|contact| contact.len() >= 7 && contact.len() < value.len() && value.ends_with(contact.as_str()))
}
