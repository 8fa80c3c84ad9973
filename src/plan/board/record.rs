//! The standings of a rule set to what each holder with a page has in all periods, gathered once: pages are drawn one by one.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::metrics::{Amount, Board, Line, Period};
use crate::model::NamingLevel;
use crate::model::slug::slugify;
use crate::plan::Plan;
use crate::privacy::{HolderShown, PublishedStandings};

use super::rank::{Ranked, elapsed_months, ranked};

/// What a holder with a page has.
#[derive(Clone, Debug)]
pub(in crate::plan) struct Record<'p> {
    /// The page's folder.
    pub(in crate::plan) folder: String,
    /// The name.
    pub(in crate::plan) name: String,
    /// Every row that counted or did not.
    pub(in crate::plan) lines: &'p [Line],
    /// Years, then quarters, then months, each newest first.
    pub(in crate::plan) had: Vec<Had>,
}

/// What a holder has in a period, as the board counts it; fields as in [`crate::privacy::StandingShown`].
#[derive(Clone, Copy, Debug)]
pub(in crate::plan) struct Had {
    pub(in crate::plan) period: Period,
    /// How many have something in the period.
    pub(in crate::plan) n_ranked: usize,
    pub(in crate::plan) points: Amount,
    pub(in crate::plan) rank: u32,
    pub(in crate::plan) grade: Option<usize>,
    pub(in crate::plan) held_back_from: Option<usize>,
    pub(in crate::plan) is_floored: bool,
    pub(in crate::plan) n_heads: Option<u32>,
    pub(in crate::plan) branch: Option<u32>,
    pub(in crate::plan) n_months: u8,
    /// Months of the period that have begun.
    pub(in crate::plan) n_elapsed: u8,
}

/// What a rule set gives.
#[derive(Clone, Debug, Default)]
pub(super) struct Gathered<'p> {
    /// Periods in which somebody has a point.
    pub(super) periods: BTreeSet<Period>,
    /// By code.
    pub(super) records: BTreeMap<String, Record<'p>>,
}

/// Gathers what the rule set of a board gives; pages stand below `folder`.
pub(super) fn gather<'p>(plan: &Plan<'p>, board: &Board, standings: PublishedStandings<'p>, folder: &str) -> Gathered<'p> {
    let mut gathered = Gathered::default();
    for period in standings.periods() {
        let all = ranked(plan, board, period);
        let (n_ranked, n_elapsed) = (all.len(), elapsed_months(plan, period));
        for ranked in all {
            if ranked.value.is_some_and(|points| points != Amount::ZERO) {
                gathered.periods.insert(period);
            }
            gathered.note(period, n_ranked, n_elapsed, ranked, folder);
        }
    }
    for record in gathered.records.values_mut() {
        record.had.sort_by_key(|had| (had.period.kind(), Reverse(had.period)));
    }
    gathered
}

/// A page tells everything about somebody's points, so it stands under the name only.
fn has_page(holder: &HolderShown) -> bool {
    holder.has_page && holder.level == NamingLevel::Full
}

impl<'p> Gathered<'p> {
    fn note(&mut self, period: Period, n_ranked: usize, n_elapsed: u8, ranked: Ranked<'p>, folder: &str) {
        let (Some(standing), Some(points)) = (ranked.standing, ranked.value) else { return };
        if !has_page(&standing.holder) {
            return;
        }
        let had = Had {
            period,
            n_ranked,
            points,
            rank: ranked.rank,
            grade: standing.grade,
            held_back_from: standing.held_back_from,
            is_floored: standing.is_floored,
            n_heads: standing.n_heads,
            branch: standing.branch,
            n_months: standing.n_months,
            n_elapsed,
        };
        let HolderShown { name, code, .. } = standing.holder;
        let record = self.records.entry(code).or_insert_with_key(|code| Record {
            folder: format!("{folder}/{}", slugify(code)),
            name: name.unwrap_or_else(|| code.clone()),
            lines: standing.lines,
            had: Vec::new(),
        });
        record.had.push(had);
    }
}
