//! Numbers of which some digits are hidden: 110101********1234. What is left of them still tells who it is.

use std::ops::Range;

use super::label::Label;
use super::resident_id::{is_area, is_province};
use super::sign::{Gap, Writing};
use super::stretch::Group;
use super::window::{Sight, Verdict, Window};
use crate::gate::hit::{HitKind, Tier};

/// In signs: the longest that is shown with hidden ones.
const LONGEST: usize = 24;

/// The window from `start` that has hidden digits inside or at its end, with what it was.
pub(super) fn judge<'w>(sight: &'w Sight<'w>, groups: &'w [Group], start: usize) -> Option<(Range<usize>, Verdict)> {
    let mut shown = String::new();
    let mut longest = None;
    for (idx, group) in groups.iter().enumerate().skip(start).take(8) {
        let is_mask = group.writing == Writing::Mask || (group.writing == Writing::Cross && group.n > 1);
        let Some(hidden) = hidden_by_gap(group).filter(|_| idx > start).or((idx == start).then_some(0)) else { break };
        shown.extend(std::iter::repeat_n('*', hidden));
        shown.extend(std::iter::repeat_n(if is_mask { '*' } else { '0' }, group.n));
        if shown.len() > LONGEST || (!shown.contains('*') && idx > start + 3) {
            break;
        }
        let ends = groups.get(idx + 1).is_none_or(|next| next.gap != Gap::None);
        if ends && shown.contains("***") {
            longest = judge_form(&Window::new(sight, groups, start..idx + 1), &shown).or(longest);
            // What follows the digits behind the stars is another number.
            if !is_mask {
                break;
            }
        }
    }
    longest
}

/// How many signs a gap hides: rows of dots, dashes or underscores stand for digits. `None` if it parts.
fn hidden_by_gap(group: &Group) -> Option<usize> {
    match group.gap {
        Gap::None | Gap::Blank => Some(0),
        Gap::Dot | Gap::Dash | Gap::Bracket if group.n_gap >= 3 => Some(group.n_gap),
        Gap::Dot | Gap::Dash => Some(0),
        _ => None,
    }
}

fn judge_form(window: &Window<'_>, shown: &str) -> Option<(Range<usize>, Verdict)> {
    let mut digits = window.signs();
    // Several X hide digits; one at the end is a check letter.
    let has_check = shown.ends_with('0') && digits.ends_with(b"X");
    digits.retain(u8::is_ascii_digit);
    digits.extend(has_check.then_some(b'X'));
    let n_head = shown.bytes().take_while(|sign| *sign == b'0').count();
    let n_tail = shown.bytes().rev().take_while(|sign| *sign == b'0').count();
    let kind = kind_of(window, shown.len(), &digits, n_head, n_tail)?;
    let is_meant = window.is_token() && !window.is_harmless();
    let mut value = String::from_utf8_lossy(&digits).into_owned();
    value.insert(n_head.min(value.len()), '*');
    is_meant.then(|| (window.range(), Verdict::new(kind, Tier::Ask, value)))
}

/// What a number was, by its length and by what it still shows.
fn kind_of(window: &Window<'_>, n: usize, digits: &[u8], n_head: usize, n_tail: usize) -> Option<HitKind> {
    let is_identity = window.is_labelled(Label::Identity);
    let is_end_hidden = n_tail == 0 && n == 18 && n_head >= 6;
    if is_end_hidden && is_area(&digits[..6]) && digits.len() == n_head {
        return Some(HitKind::ResidentId);
    }
    if n_head >= 3 && n_head + n_tail == digits.len() {
        let is_mobile = digits[0] == b'1' && (b'3'..=b'9').contains(&digits[1]) && n_head == 3 && n_tail == 4;
        if is_mobile && (10..=12).contains(&n) {
            return Some(HitKind::Mobile);
        }
        if is_identity && (15..=20).contains(&n) {
            return Some(HitKind::ResidentId);
        }
        if window.is_labelled(Label::BankCard) || (digits.starts_with(b"62") && n_head == 4 && (16..=19).contains(&n)) {
            return Some(HitKind::BankCard);
        }
    }
    if is_identity && digits.len() >= 5 {
        return Some(HitKind::ResidentId);
    }
    let is_identity_length = matches!(n, 15 | 18) && n_head >= 3 && n_tail >= 1 && is_province(digits);
    let is_usual = n_head >= 6 && is_area(&digits[..6]) && (3..=4).contains(&n_tail);
    (is_identity_length || is_usual).then_some(HitKind::ResidentId)
}
