//! A board and a period to rows in the order of their ranks.

use std::collections::BTreeMap;

use crate::metrics::{Amount, Board, BoardOf, Direction, Period, Rounding, SliceKey, Standing, Standings};
use crate::plan::Plan;
use crate::privacy::{PublishedMetric, Shown};

use super::holder::holder_code;

/// What stands in a row of a board, before anybody decides under which name.
#[derive(Clone, Debug)]
pub(in crate::plan) struct Ranked {
    /// Row of the register, or position of the dimension's value.
    pub(in crate::plan) who: u32,
    /// `None` where a figure is a gap or held back.
    pub(in crate::plan) value: Option<Value>,
    /// From one; ties share it. 0 where there is no value.
    pub(in crate::plan) rank: u32,
    /// Rank in the period before.
    pub(in crate::plan) previous: Option<u32>,
    /// Of a rule set's board: the grade and what else is known of the holder.
    pub(in crate::plan) standing: Option<Standing>,
}

/// The number by which a row stands where it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::plan) struct Value(pub(in crate::plan) Amount);

/// The rows of a board in a period, best first; what has no value stands at the end.
pub(in crate::plan) fn ranking(plan: &Plan<'_>, board: &Board, period: Period) -> Vec<Ranked> {
    let mut ranking = values(plan, board, period);
    let before = period.previous().map(|before| values(plan, board, before)).unwrap_or_default();
    let direction = direction(plan, board);
    rank(&mut ranking, direction);
    order_ties(&mut ranking, board.n_top, |ranked| tie_order(plan, board, ranked));
    let mut before = before;
    rank(&mut before, direction);
    let ranks: BTreeMap<u32, u32> =
        before.iter().filter(|ranked| ranked.value.is_some()).map(|ranked| (ranked.who, ranked.rank)).collect();
    for ranked in &mut ranking {
        // A rule set knows the ranks that an earlier one of its series gave.
        let known = ranked.standing.as_ref().and_then(|standing| standing.previous_rank);
        ranked.previous = ranks.get(&ranked.who).copied().or(known);
    }
    ranking
}

fn values(plan: &Plan<'_>, board: &Board, period: Period) -> Vec<Ranked> {
    match &board.of {
        BoardOf::RuleSet(_) => plan.standings_of(board).map(|standings| of_rule_set(board, standings, period, plan)),
        BoardOf::Metric { id, by } => plan.figures.metric(id).map(|metric| of_metric(metric, by, period)),
        BoardOf::Indicator(id) => of_indicator(plan, id, period),
        BoardOf::Honours | BoardOf::RoleModels => None,
    }
    .unwrap_or_default()
}

fn of_rule_set(board: &Board, standings: &Standings, period: Period, plan: &Plan<'_>) -> Vec<Ranked> {
    let Some(of_period) = standings.of(period) else { return Vec::new() };
    let n_months = elapsed_months(plan, period);
    let mut ranking = Vec::with_capacity(of_period.standings.len());
    for standing in &of_period.standings {
        let value = shown_points(board, standings, standing, n_months);
        ranking.push(Ranked {
            who: standing.holder,
            value: Some(Value(value)),
            rank: 0,
            previous: None,
            standing: Some(standing.clone()),
        });
    }
    ranking
}

/// The points that a board shows: per head, or as if for the whole period, where it says so.
fn shown_points(board: &Board, standings: &Standings, standing: &Standing, n_months: u8) -> Amount {
    let mut points = standing.points;
    if let Some(n_heads) = standing.n_heads.filter(|n| board.is_per_head && !standings.is_per_head && *n > 0) {
        points = points.div(Amount::from(i128::from(n_heads))).unwrap_or(points);
    }
    if board.scales_by_months && standing.n_months > 0 && standing.n_months < n_months {
        let share = Amount::ratio(i128::from(n_months), i128::from(standing.n_months));
        points = share.and_then(|share| points.mul(share)).unwrap_or(points);
    }
    points.round(standings.n_decimals, standings.rounding)
}

/// Months of a period that have begun on the as-of date.
fn elapsed_months(plan: &Plan<'_>, period: Period) -> u8 {
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

fn of_metric(metric: &PublishedMetric<'_>, by: &str, period: Period) -> Vec<Ranked> {
    let spec = metric.spec();
    let Some(position) = spec.dimensions.iter().position(|dimension| &*dimension.id == by) else { return Vec::new() };
    let mut ranking = Vec::new();
    for slice in 0..metric.len() {
        let key = metric.key(slice);
        let is_of_board = key.period == period && is_cut_by_one(key, position);
        let Some(who) = key.values[position].filter(|_| is_of_board) else { continue };
        let value = match metric.shown(slice) {
            Shown::Value { value, .. } => Some(Value(rounded(metric, value))),
            Shown::Gap(_) | Shown::Suppressed => None,
        };
        ranking.push(Ranked { who, value, rank: 0, previous: None, standing: None });
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

fn of_indicator(plan: &Plan<'_>, id: &str, period: Period) -> Option<Vec<Ranked>> {
    let tree = plan.figures.indicators().iter().find(|tree| &*tree.id == id)?;
    let position = tree.periods.iter().position(|known| *known == period)?;
    let top = tree.items.iter().find(|item| item.parent.is_none())?;
    let mut ranking = Vec::with_capacity(tree.subjects.len());
    for who in 0..tree.subjects.len() {
        let score = top.scores.get(who).and_then(|scores| scores.get(position).copied().flatten());
        let value = score.map(|score| Value(score.round(1, Rounding::HalfUp)));
        ranking.push(Ranked { who: who as u32, value, rank: 0, previous: None, standing: None });
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

/// What equal values are sorted by: branches by the register, persons by a code that says nothing about the register.
fn tie_order(plan: &Plan<'_>, board: &Board, ranked: &Ranked) -> String {
    match plan.standings_of(board) {
        Some(standings) => holder_code(plan, standings.holder, ranked.who),
        None => format!("{:010}", ranked.who),
    }
}

fn rank(ranking: &mut [Ranked], direction: Direction) {
    ranking.sort_by(|a, b| match (a.value, b.value) {
        (Some(a), Some(b)) if direction == Direction::Up => b.0.cmp(&a.0),
        (Some(a), Some(b)) => a.0.cmp(&b.0),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
    for idx in 0..ranking.len() {
        let is_tie = idx > 0 && ranking[idx - 1].value == ranking[idx].value;
        let rank = if is_tie { ranking[idx - 1].rank } else { idx as u32 + 1 };
        ranking[idx].rank = if ranking[idx].value.is_some() { rank } else { 0 };
    }
}

/// Puts rows of equal rank in an order that says nothing about the register, as far down as rows are shown.
fn order_ties(ranking: &mut [Ranked], n_top: usize, tie_order: impl Fn(&Ranked) -> String) {
    for tied in ranking.chunk_by_mut(|a, b| a.rank == b.rank) {
        if tied[0].rank as usize > n_top {
            return;
        }
        tied.sort_by_cached_key(|ranked| tie_order(ranked));
    }
}
