//! A piece to the numbers in it that must not be published: one pass over the digits, and each window shown to each detector.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use super::sign::Writing;
use super::stretch::{self, Group};
use super::window::{Sight, Verdict, Window};
use super::{Found, mobile, resident_id};
use crate::gate::carrier::Piece;
use crate::gate::hit::HitKind;

/// How many digits the longest number has.
const LONGEST: usize = 19;

/// Looks at a piece. Of several hits at one place the surest is kept.
pub(in crate::gate) fn look(piece: &Piece<'_>, contacts: &BTreeSet<String>, found: &mut Vec<Found>) {
    let sight = Sight::new(piece, contacts);
    let mut own = Vec::new();
    stretch::each(piece.text, |groups, starts| {
        for start in starts {
            windows_from(&sight, groups, start, &mut own);
        }
    });
    if !own.is_empty() {
        keep_surest(own, found);
    }
}

/// Looks at every window that starts with one group.
fn windows_from(sight: &Sight<'_>, groups: &[Group], start: usize, found: &mut Vec<Found>) {
    if matches!(groups[start].writing, Writing::Cross | Writing::Mask) {
        return;
    }
    let mut n_digits = 0;
    for (idx, group) in groups.iter().enumerate().skip(start) {
        if idx > start && group.is_far() {
            return;
        }
        let is_check = group.writing == Writing::Cross && group.n == 1 && n_digits == resident_id::LENGTH - 1;
        if matches!(group.writing, Writing::Cross | Writing::Mask) && !is_check {
            return;
        }
        n_digits += group.n;
        if n_digits > LONGEST {
            return;
        }
        if n_digits < 11 {
            continue;
        }
        let window = Window::new(sight, groups, start..idx + 1);
        if let Some(verdict) = judge(&window) {
            found.push(Found { kind: verdict.kind, tier: verdict.tier, secret: verdict.secret, range: window.range() });
        }
        if is_check {
            return;
        }
    }
}

/// The surest verdict on a window.
fn judge(window: &Window<'_>) -> Option<Verdict> {
    match window.n {
        resident_id::LENGTH => resident_id::judge(window),
        11..=15 => mobile::judge(window),
        _ => None,
    }
}

/// Keeps one hit for each place: the surest tier, then the kind that is hardest to meet by chance, then the longest.
fn keep_surest(mut own: Vec<Found>, found: &mut Vec<Found>) {
    own.sort_by_key(|found| (found.tier, rank(found.kind), std::cmp::Reverse(found.range.len()), found.range.start));
    let mut taken: std::collections::BTreeMap<usize, usize> = std::collections::BTreeMap::new();
    let mut kept = Vec::new();
    for one in own {
        let before = taken.range(..one.range.end).next_back();
        if before.is_some_and(|(_, end)| *end > one.range.start) {
            continue;
        }
        taken.insert(one.range.start, one.range.end);
        kept.push(one);
    }
    kept.sort_by_key(|found| found.range.start);
    found.append(&mut kept);
}

/// How hard a kind is to meet by chance; less is harder.
fn rank(kind: HitKind) -> u8 {
    match kind {
        HitKind::ResidentId => 0,
        HitKind::CreditCode => 1,
        HitKind::RoundedId => 2,
        HitKind::BankCard => 3,
        HitKind::ResidentIdOld => 4,
        HitKind::Mobile => 5,
        HitKind::BirthDate => 6,
        _ => 7,
    }
}
