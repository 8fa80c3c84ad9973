//! Bank cards: 16 to 19 digits, the last of them by Luhn, with a number of an issuer in front.

use super::border;
use super::label::Label;
use super::resident_id;
use super::sign::Gap;
use super::window::{Verdict, Window};
use crate::gate::hit::{HitKind, Tier};

/// How people group them.
const SHAPES: [u64; 13] = [0x4444, 0x44441, 0x44442, 0x44443, 0x4447, 0x4446, 0x4445, 0x6d, 0x6a, 0x6c, 0x6b, 0x664, 0x667];

/// Looks at a window of 16 to 19 digits.
pub(super) fn judge(window: &Window<'_>) -> Option<Verdict> {
    let is_grouped = SHAPES.contains(&window.shape) && window.is_even() && window.gap() <= Gap::Bracket;
    let is_odd = window.is_alone() && window.groups().len() <= 6;
    let is_together = is_grouped && window.is_alone();
    if !(window.is_solid() || is_together || is_odd || window.is_boxes()) {
        return None;
    }
    let signs = window.signs();
    if !signs.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let issuer = issuer(&signs);
    let is_checked = issuer != Issuer::None && is_checked(&signs);
    let is_glued = !window.is_token();
    if is_glued && !(is_checked && is_between_words(window)) {
        return None;
    }
    let found = |tier| Some(Verdict::new(HitKind::BankCard, tier, String::from_utf8_lossy(&signs)));
    // Asked only where digits let it be a card, or where they stand as one number: labels cost more than digits.
    if !is_checked && !window.is_solid() && !is_grouped {
        return None;
    }
    if window.is_labelled(Label::BankCard) && window.is_alone() {
        return found(if issuer == Issuer::None { Tier::Ask } else { Tier::Block });
    }
    let is_identity = window.n == resident_id::LENGTH && window.is_labelled(Label::Identity);
    let is_harmless = window.is_harmless() || is_identity || window.is_fraction();
    if !is_checked || is_harmless || is_other(window) {
        return None;
    }
    match issuer {
        Issuer::UnionPay if !is_glued && (window.is_solid() || is_grouped) => found(Tier::Block),
        Issuer::UnionPay | Issuer::Older => found(Tier::Ask),
        _ => (window.is_solid() || is_grouped).then(|| found(Tier::Ask)).flatten(),
    }
}

/// Whether words of two letters or more stand around it: single ones are those of hashes and of codes of goods.
fn is_between_words(window: &Window<'_>) -> bool {
    let (text, range) = (window.text(), window.range());
    let is_letter = |character: &char| character.is_ascii_alphabetic();
    let is_single = |mut signs: Box<dyn Iterator<Item = char> + '_>| {
        signs.next().as_ref().is_some_and(is_letter) && !signs.next().as_ref().is_some_and(is_letter)
    };
    let (head, tail) = (text[..range.start].chars().rev(), text[range.end..].chars());
    window.is_between_words() && !is_single(Box::new(head)) && !is_single(Box::new(tail))
}

/// Whether it is part of an address of a page, or a sum.
fn is_other(window: &Window<'_>) -> bool {
    let address = border::address_before(window.text(), window.range().start);
    (!address.is_empty() && !address.ends_with([':', '='])) || border::is_amount(window.text(), &window.range())
}

/// Who gives out a card, by its first digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Issuer {
    None,
    /// Nearly all cards of China.
    UnionPay,
    /// Banks before there was one network: so long numbers with these heads are hardly anything else.
    Older,
    /// Cards of other networks.
    Other,
}

fn issuer(digits: &[u8]) -> Issuer {
    let head = |n: usize| digits[..n].iter().fold(0, |value: u32, digit| value * 10 + u32::from(digit - b'0'));
    match (digits.len(), head(4)) {
        (_, 6200..=6299) => Issuer::UnionPay,
        (16, 4000..=4999 | 5100..=5599 | 2221..=2720 | 3528..=3589) => Issuer::Other,
        (18..=19, 4367 | 4563 | 9558..=9559 | 5201 | 6013 | 6014 | 6033 | 6858 | 6907) => Issuer::Older,
        (16 | 18, 6858 | 6907 | 9843 | 9400 | 9401) => Issuer::Other,
        _ => Issuer::None,
    }
}

/// Whether the last digit is right, by Luhn.
pub(super) fn is_checked(digits: &[u8]) -> bool {
    let value = |(idx, digit): (usize, &u8)| {
        let digit = u32::from(digit - b'0');
        match (idx % 2, digit * 2) {
            (0, _) => digit,
            (_, double) => double / 10 + double % 10,
        }
    };
    let is_one_digit = digits.iter().all(|digit| *digit == digits[0]);
    !is_one_digit && digits.iter().rev().enumerate().map(value).sum::<u32>() % 10 == 0
}
