//! Rows that rules count, to lines of a total: duplicates, scores of one's own and what is over a cap count for nothing, and say why.
//!
//! A cap fills up by time: the earliest rows count. Rows of one day go by the order of the rules, then by that of their ledger.

use std::collections::{BTreeMap, BTreeSet};

use super::rule_set::RuleSet;
use crate::metrics::amount::Amount;
use crate::metrics::period::{Period, PeriodKind};
use crate::metrics::standing::{Cap, Line, On, ScoreKind, Why};

/// A row that a rule counts, for one holder.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    /// Position of the rule.
    pub(super) rule: usize,
    /// Row in `members` or `branches`.
    pub(super) holder: u32,
    /// The relation's row.
    pub(super) row: u32,
    /// When.
    pub(super) on: On,
    /// Points as the rule gives them.
    pub(super) raw: Amount,
    /// Number of what counts once; `None` where each row counts.
    pub(super) once: Option<u32>,
}

/// The sum of some points does not fit into 128 bits; position of the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Overflow(pub(super) usize);

/// The lines of each holder, by time, then rule, then row.
pub(super) fn count(set: &RuleSet, mut entries: Vec<Entry>) -> Result<BTreeMap<u32, Vec<Line>>, Overflow> {
    entries.sort_by_key(|entry| (entry.holder, entry.on.order(), entry.rule, entry.row));
    let mut lines = BTreeMap::new();
    for of_holder in entries.chunk_by(|a, b| a.holder == b.holder) {
        lines.insert(of_holder[0].holder, lines_of(set, of_holder)?);
    }
    Ok(lines)
}

fn lines_of(set: &RuleSet, entries: &[Entry]) -> Result<Vec<Line>, Overflow> {
    let reviewed = reviewed(set, entries);
    let mut seen = BTreeSet::new();
    let mut rule_caps = Filling::default();
    let mut category_caps = Filling::default();
    let mut lines = Vec::with_capacity(entries.len());
    for entry in entries {
        let rule = &set.rules[entry.rule];
        let overflow = Overflow(entry.rule);
        let line =
            |counted: Amount, why: Why| Line { rule: entry.rule, row: entry.row, on: entry.on, raw: entry.raw, counted, why };
        if entry.once.is_some_and(|once| !seen.insert((entry.rule, once))) {
            lines.push(line(Amount::ZERO, Why::Duplicate));
            continue;
        }
        if rule.kind == ScoreKind::Own && year_of(entry).is_some_and(|year| reviewed.contains(&(rule.category, year))) {
            lines.push(line(Amount::ZERO, Why::Reviewed));
            continue;
        }
        let by_rule = rule_caps.take(entry.rule, rule.cap, entry.on, entry.raw).ok_or(overflow)?;
        let cap = rule.category.and_then(|category| set.categories[category].cap);
        let counted = category_caps.take(rule.category.unwrap_or_default(), cap, entry.on, by_rule).ok_or(overflow)?;
        let why = match () {
            () if counted != by_rule => Why::CategoryCap,
            () if by_rule != entry.raw => Why::RuleCap,
            () => Why::Counted,
        };
        lines.push(line(counted, why));
    }
    Ok(lines)
}

/// The categories with the years in which somebody reviewed the holder: there a score of one's own does not count.
fn reviewed(set: &RuleSet, entries: &[Entry]) -> BTreeSet<(Option<usize>, Period)> {
    let is_reviewed = |entry: &&Entry| set.rules[entry.rule].kind == ScoreKind::Reviewed;
    let pair = |entry: &Entry| Some((set.rules[entry.rule].category, year_of(entry)?));
    entries.iter().filter(is_reviewed).filter_map(pair).collect()
}

fn year_of(entry: &Entry) -> Option<Period> {
    entry.on.period(PeriodKind::Year)
}

/// How full caps are: by position and period what has counted, gains and deductions apart.
#[derive(Default)]
struct Filling(BTreeMap<(usize, Period), Amount>);

impl Filling {
    /// What of `points` still counts; `None` for a sum that is too large. A cap above zero limits gains, one below zero deductions:
    /// a deduction makes no room for another gain.
    fn take(&mut self, idx: usize, cap: Option<Cap>, on: On, points: Amount) -> Option<Amount> {
        let Some(cap) = cap.filter(|cap| cap.points.is_negative() == points.is_negative() && points != Amount::ZERO) else {
            return Some(points);
        };
        // What belongs to a year as a whole fills the cap of the year even where the cap is one of months.
        let period = on.period(cap.per).or_else(|| on.period(PeriodKind::Year))?;
        let used = self.0.entry((idx, period)).or_insert(Amount::ZERO);
        let left = cap.points.sub(*used)?;
        let counted = if cap.points.is_negative() { points.max(left) } else { points.min(left) };
        *used = used.add(counted)?;
        Some(counted)
    }
}
