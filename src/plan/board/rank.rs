//! A board and a period to rows in the order of their ranks.

use std::collections::BTreeMap;

use crate::metrics::{Amount, Board, BoardOf, Direction, Period, Rounding, SliceKey};
use crate::plan::Plan;
use crate::privacy::{PublishedMetric, PublishedStandings, Shown, StandingShown};

/// What stands in a row of a board.
#[derive(Clone, Debug)]
pub(in crate::plan) struct Ranked<'p> {
    /// Position of the dimension's value, or of the scored branch; 0 for holders.
    pub(in crate::plan) who: u32,
    /// `None` where a figure is a gap or held back.
    pub(in crate::plan) value: Option<Amount>,
    /// From one; ties share it. 0 where there is no value.
    pub(in crate::plan) rank: u32,
    /// Rank in the period before.
    pub(in crate::plan) previous: Option<u32>,
    /// Of a rule set's board: the holder, and what is known of them.
    pub(in crate::plan) standing: Option<StandingShown<'p>>,
}

impl Ranked<'_> {
    fn of_value(who: u32, value: Option<Amount>) -> Self {
        Self { who, value, rank: 0, previous: None, standing: None }
    }

    /// What tells rows apart from period to period.
    fn key(&self) -> (u32, &str) {
        (self.who, self.standing.as_ref().map_or("", |standing| &standing.holder.code))
    }
}

/// The rows of a board in a period, best first; what has no value stands at the end.
pub(in crate::plan) fn ranking<'p>(plan: &Plan<'p>, board: &Board, period: Period) -> Vec<Ranked<'p>> {
    let mut ranking = ranked(plan, board, period);
    let before = period.previous().map(|before| ranked(plan, board, before)).unwrap_or_default();
    let ranks: BTreeMap<(u32, &str), u32> =
        before.iter().filter(|ranked| ranked.value.is_some()).map(|ranked| (ranked.key(), ranked.rank)).collect();
    for ranked in &mut ranking {
        // A rule set knows the ranks that an earlier one of its series gave.
        let known = ranked.standing.as_ref().and_then(|standing| standing.previous_rank);
        ranked.previous = ranks.get(&ranked.key()).copied().or(known);
    }
    ranking
}

/// The rows of a board in a period without what was before, best first.
pub(super) fn ranked<'p>(plan: &Plan<'p>, board: &Board, period: Period) -> Vec<Ranked<'p>> {
    let mut ranking = match &board.of {
        BoardOf::RuleSet(id) => plan.figures.standings_of(id).map(|standings| of_rule_set(plan, board, standings, period)),
        BoardOf::Metric { id, by } => plan.figures.metric(id).map(|metric| of_metric(metric, by, period)),
        BoardOf::Indicator(id) => of_indicator(plan, id, period),
        BoardOf::Honours | BoardOf::RoleModels => None,
    }
    .unwrap_or_default();
    rank(&mut ranking, direction(plan, board));
    ranking
}

/// Holders come in the order of their ranks, and ties in that of their codes, which says nothing about the register.
fn of_rule_set<'p>(plan: &Plan<'_>, board: &Board, standings: PublishedStandings<'p>, period: Period) -> Vec<Ranked<'p>> {
    let n_months = elapsed_months(plan, period);
    let mut ranking = Vec::new();
    for standing in standings.of(period, plan.board_ceiling(board)) {
        let points = shown_points(board, &standings, &standing, n_months);
        ranking.push(Ranked { standing: Some(standing), ..Ranked::of_value(0, Some(points)) });
    }
    ranking
}

/// The points that a board shows: per head, or as if for the whole period, where it says so.
fn shown_points(board: &Board, standings: &PublishedStandings<'_>, standing: &StandingShown<'_>, n_months: u8) -> Amount {
    let mut points = standing.points;
    if let Some(n_heads) = standing.n_heads.filter(|n| board.is_per_head && !standings.is_per_head() && *n > 0) {
        points = points.div(Amount::from(i128::from(n_heads))).unwrap_or(points);
    }
    if board.scales_by_months && standing.n_months > 0 && standing.n_months < n_months {
        let share = Amount::ratio(i128::from(n_months), i128::from(standing.n_months));
        points = share.and_then(|share| points.mul(share)).unwrap_or(points);
    }
    let (n_decimals, rounding) = standings.rounding();
    points.round(n_decimals, rounding)
}

/// Months of a period that have begun on the as-of date.
pub(super) fn elapsed_months(plan: &Plan<'_>, period: Period) -> u8 {
    let starts = plan.figures.academic_year_starts();
    let Some(mut month) = period.first_day(starts) else { return 0 };
    let last = period.last_day(starts).map_or(plan.model.as_of, |last| last.min(plan.model.as_of));
    let mut n = 0;
    while month <= last {
        n += 1;
        let Ok(next) = month.last_of_month().tomorrow() else { break };
        month = next;
    }
    n
}

fn of_metric<'p>(metric: &PublishedMetric<'_>, by: &str, period: Period) -> Vec<Ranked<'p>> {
    let spec = metric.spec();
    let Some(position) = spec.dimensions.iter().position(|dimension| &*dimension.id == by) else { return Vec::new() };
    let mut ranking = Vec::new();
    for slice in 0..metric.len() {
        let key = metric.key(slice);
        let is_of_board = key.period == period && is_cut_by_one(key, position);
        let Some(who) = key.values[position].filter(|_| is_of_board) else { continue };
        let value = match metric.shown(slice) {
            Shown::Value { value, .. } => Some(rounded(metric, value)),
            Shown::Gap(_) | Shown::Suppressed => None,
        };
        ranking.push(Ranked::of_value(who, value));
    }
    ranking
}

/// A row is ranked by the number that people see: two that read alike are a tie.
fn rounded(metric: &PublishedMetric<'_>, value: Amount) -> Amount {
    let spec = metric.spec();
    let n_decimals = if spec.unit == "percent" { spec.n_decimals.saturating_add(2) } else { spec.n_decimals };
    value.round(n_decimals.min(18), spec.rounding)
}

fn is_cut_by_one(key: &SliceKey, position: usize) -> bool {
    key.values.iter().enumerate().all(|(idx, value)| value.is_some() == (idx == position))
}

fn of_indicator<'p>(plan: &Plan<'_>, id: &str, period: Period) -> Option<Vec<Ranked<'p>>> {
    let tree = plan.figures.indicators().iter().find(|tree| &*tree.id == id)?;
    let position = tree.periods.iter().position(|known| *known == period)?;
    let mut ranking = Vec::with_capacity(tree.subjects.len());
    for who in 0..tree.subjects.len() {
        let score = tree.total(who, position);
        ranking.push(Ranked::of_value(who as u32, score.map(|score| score.round(1, Rounding::HalfUp))));
    }
    Some(ranking)
}

/// Which way is better: as the board says, else as the metric does.
fn direction(plan: &Plan<'_>, board: &Board) -> Direction {
    let of_metric = match &board.of {
        BoardOf::Metric { id, .. } => plan.figures.metric(id).and_then(|metric| metric.spec().direction),
        _ => None,
    };
    board.order.or(of_metric).unwrap_or(Direction::Up)
}

/// Gives ranks; equal values keep the order in which they came.
fn rank(ranking: &mut [Ranked<'_>], direction: Direction) {
    ranking.sort_by(|a, b| match (a.value, b.value) {
        (Some(a), Some(b)) if direction == Direction::Up => b.cmp(&a),
        (Some(a), Some(b)) => a.cmp(&b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
    for idx in 0..ranking.len() {
        let is_tie = idx > 0 && ranking[idx - 1].value == ranking[idx].value;
        let rank = if is_tie { ranking[idx - 1].rank } else { idx as u32 + 1 };
        ranking[idx].rank = if ranking[idx].value.is_some() { rank } else { 0 };
    }
}
