//! A piece to the numbers in it that must not be published: one pass over the digits, and each window shown to each detector.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::sign::{Gap, Writing};
use super::stretch::{self, Group};
use super::window::{Sight, Verdict, Window};
use super::{
    Found, bank_card, birth_date, credit_code, escape, landline, masked, mobile, resident_id, resident_id_old, rounded_id,
};
use crate::gate::carrier::Piece;
use crate::gate::hit::HitKind;

/// How many digits the longest number has.
pub(super) const LONGEST: usize = 19;

/// How many groups a number is in, unless every digit stands alone.
const MOST_GROUPS: usize = 7;

/// How many digits the shortest number has.
const SHORTEST: usize = 7;

/// Looks at a piece. Of several hits at one place the surest is kept.
pub(in crate::gate) fn look(piece: &Piece<'_>, contacts: &BTreeSet<String>, found: &mut Vec<Found>) {
    let Some(plain) = escape::plain(piece.text) else { return look_at_plain(piece, contacts, found) };
    let first = found.len();
    look_at_plain(&Piece { text: &plain.text, ..piece.clone() }, contacts, found);
    for found in &mut found[first..] {
        found.range = plain.written(&found.range);
    }
}

fn look_at_plain(piece: &Piece<'_>, contacts: &BTreeSet<String>, found: &mut Vec<Found>) {
    let sight = Sight::new(piece, contacts);
    let mut own = Vec::new();
    stretch::each(piece.text, |groups, starts| {
        for start in starts {
            windows_from(&sight, groups, start, &mut own);
        }
    });
    rounded_id::look(&sight, &mut own);
    birth_date::look(&sight, &mut own);
    if !own.is_empty() {
        keep_surest(own, found);
    }
}

/// Looks at every window that starts with one group.
fn windows_from(sight: &Sight<'_>, groups: &[Group], start: usize, found: &mut Vec<Found>) {
    let first = &groups[start];
    if matches!(first.writing, Writing::Cross | Writing::Mask) {
        return;
    }
    let mut push = |range: Range<usize>, verdict: Verdict| {
        found.push(Found { kind: verdict.kind, tier: verdict.tier, secret: verdict.secret, range });
    };
    if first.n >= credit_code::FEWEST
        && let Some((range, verdict)) = credit_code::around(sight.piece.text, first)
    {
        push(range, verdict);
    }
    let mut n_digits = 0;
    for (idx, group) in groups.iter().enumerate().skip(start) {
        let is_check = group.writing == Writing::Cross && group.n == 1 && n_digits == resident_id::LENGTH - 1;
        let is_parted = idx > start && group.is_far();
        if may_be_masked(group, idx > start) && !is_check {
            if let Some((range, verdict)) = masked::judge(sight, groups, start) {
                push(range, verdict);
            }
            return;
        }
        n_digits += group.n;
        let n_groups = idx + 1 - start;
        let is_in_pieces = n_groups > MOST_GROUPS && n_groups != n_digits;
        if is_parted || is_in_pieces || n_digits > LONGEST {
            return;
        }
        if n_digits >= SHORTEST && may_be_one(first.first, n_digits, n_groups) {
            let window = Window::new(sight, groups, start..idx + 1);
            if let Some(verdict) = judge(&window) {
                push(window.range(), verdict);
            }
        }
        if is_check || (idx == start && !may_go_on(groups, start)) {
            return;
        }
    }
}

/// Whether a number may go on behind the group at `start`. In a row of numbers that are parted alike it can only where the next
/// two are as long as parts of numbers are.
fn may_go_on(groups: &[Group], start: usize) -> bool {
    let Some(next) = groups.get(start + 1) else { return false };
    let is_row = start > 0 && groups[start].gap == next.gap && next.gap != Gap::None;
    let is_pair = matches!(
        (groups[start].n, next.n),
        (1, 1)
            | (2, 2..=4 | 8 | 11)
            | (3, 2..=5 | 8 | 11)
            | (4, 3 | 4 | 7 | 8 | 11)
            | (6, 4..=6 | 8 | 12)
            | (7, 4)
            | (9, 9)
            | (14, 4)
    );
    let is_hidden = matches!(next.writing, Writing::Mask | Writing::Cross) || next.n_gap >= 3;
    !is_row || is_pair || is_hidden
}

/// Whether a number of some kind has so many digits and begins with that one: asked of every window in a table of numbers,
/// before anything that costs more.
fn may_be_one(first: u8, n_digits: usize, n_groups: usize) -> bool {
    match n_digits {
        7..=8 => first >= 2 && n_groups <= 2,
        9 => false,
        10 => first == 0 && n_groups <= 3,
        11..=15 if first == 0 => true,
        11 => first == 1,
        13 => first == 8,
        12 | 14 => false,
        15 => n_groups == 1 || matches!(n_groups, 2..=6 | 15),
        18 => !matches!(first, 0 | 7) || n_groups == 1,
        _ => matches!(first, 2..=6 | 9) || n_groups == 1,
    }
}

/// Whether digits are hidden here: by stars, by several X, or by a row of dots or dashes.
fn may_be_masked(group: &Group, is_inside: bool) -> bool {
    let is_row = matches!(group.gap, Gap::Dot | Gap::Dash | Gap::Bracket) && group.n_gap >= 3;
    matches!(group.writing, Writing::Cross | Writing::Mask) || (is_inside && is_row)
}

/// The surest verdict on a window.
fn judge(window: &Window<'_>) -> Option<Verdict> {
    match window.n {
        resident_id::LENGTH => resident_id::judge(window).or_else(|| bank_card::judge(window)),
        16..=19 => bank_card::judge(window),
        11..=15 => mobile::judge(window)
            .or_else(|| landline::judge(window).filter(|_| window.n <= 12))
            .or_else(|| resident_id_old::judge(window).filter(|_| window.n == resident_id_old::LENGTH)),
        _ => landline::judge(window),
    }
}

/// Keeps one hit for each place: the surest tier, then the kind that is hardest to meet by chance, then the longest.
fn keep_surest(mut own: Vec<Found>, found: &mut Vec<Found>) {
    own.sort_by_key(|found| (found.tier, rank(found.kind), std::cmp::Reverse(found.range.len()), found.range.start));
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
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
