//! Mobile telephone numbers: eleven digits from 13 to 19, alone or behind 86, in the groups people write them in.

use super::border;
use super::label::Label;
use super::sign::Gap;
use super::stretch::Group;
use super::window::{Verdict, Window};
use crate::gate::hit::{HitKind, Tier};

/// How many digits it has.
const LENGTH: usize = 11;

/// How people group eleven digits, as in 138 0013 8000.
const SHAPES: [u64; 12] = [0x344, 0x335, 0x353, 0x38, 0x74, 0x443, 0x434, 0x3422, 0x32222, 0x3233, 0x3332, 0x65];

/// Numbers of China that stand before it, by length and value.
const PREFIXES: [&str; 4] = ["86", "086", "0086", "0"];

/// Looks at a window of 11 to 15 digits.
pub(super) fn judge(window: &Window<'_>) -> Option<Verdict> {
    if !matches!(window.groups()[0].first, 0 | 1 | 8) {
        return None;
    }
    let shape = shape_behind_prefix(window)?;
    let is_one = shape == 0 || SHAPES.contains(&shape);
    if !is_one && !window.is_alone() {
        return None;
    }
    let signs = window.signs();
    let number = &signs[signs.len() - LENGTH..];
    let is_number = number[0] == b'1' && (b'3'..=b'9').contains(&number[1]) && number.iter().all(u8::is_ascii_digit);
    let is_prefixed = signs.len() == LENGTH || PREFIXES.iter().any(|prefix| prefix.as_bytes() == &signs[..signs.len() - LENGTH]);
    if !is_number || !is_prefixed || !window.is_token() {
        return None;
    }
    let value = String::from_utf8_lossy(number).into_owned();
    if window.sight.contacts.contains(&value) {
        return None;
    }
    Some(Verdict::new(HitKind::Mobile, tier(window, shape, number)?, value))
}

/// The shape of the groups that hold the eleven digits, `0` for one group; `None` if no group begins with them.
fn shape_behind_prefix(window: &Window<'_>) -> Option<u64> {
    let n_prefix = window.n - LENGTH;
    let groups = window.groups();
    let mut rest = groups;
    match n_prefix {
        0 => {}
        n if groups[0].n == n => rest = &groups[1..],
        n if groups.len() == 1 || groups[0].n > n => {
            // The prefix is written together with the first group.
            let joined = groups[1..].iter().fold((groups[0].n - n) as u64, shape_with);
            return Some(if groups.len() == 1 { 0 } else { joined });
        }
        _ => return None,
    }
    Some(if rest.len() == 1 { 0 } else { rest.iter().fold(0, shape_with) })
}

fn shape_with(shape: u64, group: &Group) -> u64 {
    shape << 4 | group.n.min(15) as u64
}

/// What follows from a number of that form, if anything.
fn tier(window: &Window<'_>, shape: u64, number: &[u8]) -> Option<Tier> {
    let range = window.range();
    let labels = window.labels();
    let is_phone = labels.has(Label::Phone) || labels.has(Label::HomePhone) || labels.has(Label::Wechat);
    let address = border::address_before(window.text(), range.start);
    if !address.is_empty() {
        let is_value = address.ends_with([':', '=']) || address.ends_with("%3D");
        return (is_phone && is_value).then_some(Tier::Block);
    }
    if is_phone {
        return Some(Tier::Block);
    }
    if labels.has(Label::Harmless) || border::is_amount(window.text(), &range) || window.n == LENGTH + 1 {
        return None;
    }
    let is_shown = if shape == 0 { stands_alone(window) } else { is_grouped_by_hand(window, shape, number) };
    is_shown.then_some(Tier::Ask)
}

/// Whether eleven digits in one are no part of a decimal number or of a longer code.
fn stands_alone(window: &Window<'_>) -> bool {
    if window.is_fraction() {
        return false;
    }
    let is_code = window.gap_before() == Gap::Dash && window.before().is_some_and(|before| !matches!(before.n, 2 | 3 | LENGTH));
    let is_decimal = window.behind().is_some_and(|behind| {
        let is_point = window.text()[window.range().end..behind.start].chars().eq(['.']);
        // A spreadsheet that takes it for a number writes `13800138000.0`.
        is_point && !(behind.n == 1 && behind.first == 0)
    });
    !is_code && !is_decimal
}

/// Whether groups without a label are a number and not a row of small ones.
fn is_grouped_by_hand(window: &Window<'_>, shape: u64, number: &[u8]) -> bool {
    // Four numbers with dots between them are the address of a machine.
    let is_address = window.gap() == Gap::Dot && window.groups().len() > 3;
    // Thousands have groups of three, so commas between four digits are put there by hand.
    let is_comma = window.gap() == Gap::Comma && window.is_even() && shape == 0x344;
    if (window.gap() >= Gap::Comma && !is_comma) || is_address || !window.is_alone() {
        return false;
    }
    let is_year = |digits: &[u8]| digits.starts_with(b"19") || digits.starts_with(b"20");
    match shape {
        0x344 => !(is_year(&number[3..]) && is_year(&number[7..])),
        0x38 => !super::resident_id::is_day(&number[3..]),
        _ => window.is_boxes() || SHAPES.contains(&shape) || window.gap() == Gap::None,
    }
}
