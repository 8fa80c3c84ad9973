//! Identity numbers of 15 digits, as they were issued until 1999: area, day of birth without century, order. They have no check sign.

use super::border;
use super::label::Label;
use super::resident_id::{is_area, is_day};
use super::sign::Gap;
use super::window::{Verdict, Window};
use crate::gate::hit::{HitKind, Tier};

/// How many digits it has.
pub(super) const LENGTH: usize = 15;

/// How people group them.
const SHAPES: [u64; 6] = [0x663, 0x69, 0xc3, 0x62223, 0x555, 0x33333];

/// Looks at a window of 15 digits.
pub(super) fn judge(window: &Window<'_>) -> Option<Verdict> {
    let is_grouped = SHAPES.contains(&window.shape) || window.is_boxes();
    let is_together = (is_grouped || window.groups().len() <= 6) && window.is_alone();
    if !(window.is_solid() || is_together) {
        return None;
    }
    let signs = window.signs();
    if !has_form(&signs) || !window.is_token() {
        return None;
    }
    let found = |tier| Some(Verdict::new(HitKind::ResidentIdOld, tier, String::from_utf8_lossy(&signs)));
    if window.is_labelled(Label::Identity) {
        return found(Tier::Block);
    }
    if window.is_harmless() || window.is_fraction() || is_in_address(window) {
        return None;
    }
    let is_meant = window.is_solid()
        || (window.is_even() && matches!(window.gap(), Gap::Blank | Gap::Dash) && window.shape == 0x663)
        || (window.is_even() && is_grouped && window.gap() != Gap::Bracket);
    (is_meant && !border::is_amount(window.text(), &window.range())).then(|| found(Tier::Ask)).flatten()
}

/// Whether 15 digits have the form of such a number.
fn has_form(digits: &[u8]) -> bool {
    let Some(day) = digits.get(6..12) else { return false };
    let is_order = digits.iter().all(u8::is_ascii_digit) && &digits[4..6] != b"00" && &digits[12..] != b"000";
    is_order && is_area(&digits[..6]) && is_day(&[b"19", day].concat())
}

fn is_in_address(window: &Window<'_>) -> bool {
    !border::address_before(window.text(), window.range().start).is_empty()
}
