//! Lines to standings: totals by period, floors, rounding, ranks, and grades as far as their quotas reach.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::count::Overflow;
use super::roll::Roll;
use super::rule_set::{Among, Grade, RuleSet};
use crate::metrics::amount::Amount;
use crate::metrics::period::{ACADEMIC_YEAR_STARTS, Period, PeriodKind};
use crate::metrics::standing::{HolderKind, Line, On, PeriodStandings, Standing};
use crate::model::date::Month;

/// The kinds of periods that have standings.
pub(super) const KINDS: [PeriodKind; 3] = [PeriodKind::Year, PeriodKind::Quarter, PeriodKind::Month];

/// Who can hold points, and what "today" is.
#[derive(Clone, Copy)]
pub(super) struct Holders<'a> {
    /// Of the rule set's kind.
    pub(super) roll: &'a Roll,
    /// Of members, for what is counted per head.
    pub(super) members: &'a Roll,
    /// "Today".
    pub(super) as_of: Date,
}

/// Sums of what counts, by period and holder.
type Sums = BTreeMap<Period, BTreeMap<u32, Amount>>;

/// The standings of each period that begins while the rules hold, or within which they begin, up to "today".
pub(super) fn standings(
    set: &RuleSet,
    lines: &BTreeMap<u32, Vec<Line>>,
    holders: Holders<'_>,
) -> Result<Vec<PeriodStandings>, Overflow> {
    let sums = sums(lines)?;
    let mut periods = Vec::new();
    for period in periods_of(set.from, set.to, holders.as_of) {
        let standings = of_period(set, sums.get(&period), period, holders).ok_or(Overflow(0))?;
        periods.push(PeriodStandings { period, is_part: false, standings });
    }
    Ok(periods)
}

/// The periods with a day between two days, up to "today"; years, then quarters, then months.
pub(super) fn periods_of(from: Date, to: Option<Date>, as_of: Date) -> Vec<Period> {
    let last = to.unwrap_or(as_of).min(as_of);
    let mut periods = Vec::new();
    let mut month = from.first_of_month();
    while month <= last {
        for kind in KINDS {
            periods.push(kind.of_month(Month { year: month.year(), month: month.month() }, ACADEMIC_YEAR_STARTS));
        }
        let Ok(next) = month.last_of_month().tomorrow() else { break };
        month = next;
    }
    periods.sort();
    periods.dedup();
    periods
}

fn sums(lines: &BTreeMap<u32, Vec<Line>>) -> Result<Sums, Overflow> {
    let mut sums = Sums::new();
    for (holder, lines) in lines {
        for line in lines {
            for kind in KINDS {
                let Some(period) = line.on.period(kind) else { continue };
                let sum = sums.entry(period).or_default().entry(*holder).or_insert(Amount::ZERO);
                *sum = sum.add(line.counted).ok_or(Overflow(line.rule))?;
            }
        }
    }
    Ok(sums)
}

/// The standings of one period; `None` if an average does not fit into 128 bits.
fn of_period(set: &RuleSet, sums: Option<&BTreeMap<u32, Amount>>, period: Period, holders: Holders<'_>) -> Option<Vec<Standing>> {
    let first = period.first_day(ACADEMIC_YEAR_STARTS)?;
    let last = period.last_day(ACADEMIC_YEAR_STARTS)?.min(holders.as_of);
    let mut standings = Vec::new();
    for holder in 0..holders.roll.len() {
        let sum = sums.and_then(|sums| sums.get(&holder)).copied();
        let presence = holders.roll.presence(holder, first, last);
        if presence.is_none() && sum.is_none() {
            continue;
        }
        let n_heads = (set.holder == HolderKind::Branch).then(|| holders.members.n_heads(holder, last));
        let total = match n_heads {
            // A branch without members has nobody to share its points.
            Some(n_heads) if set.is_per_head && n_heads > 0 => {
                sum.unwrap_or(Amount::ZERO).div(Amount::from(i128::from(n_heads)))?
            }
            _ => sum.unwrap_or(Amount::ZERO),
        };
        let floored = set.floor.filter(|floor| total < *floor);
        standings.push(Standing {
            holder,
            branch: presence.and_then(|presence| presence.branch),
            points: floored.unwrap_or(total).round(set.n_decimals, set.rounding),
            rank: 0,
            previous_rank: None,
            grade: None,
            held_back_from: None,
            joined: presence.is_some_and(|presence| presence.joined),
            left: presence.is_some_and(|presence| presence.left),
            n_months: presence.map_or(0, |presence| presence.n_months),
            n_heads,
            is_floored: floored.is_some(),
        });
    }
    rank(&mut standings);
    // Grades are thresholds of a year's total.
    if period.kind() == PeriodKind::Year {
        grade(&set.grades, &mut standings);
    }
    Some(standings)
}

/// Puts the best first. Equal points share a rank, and as many ranks are left out behind them: 1, 1, 3.
pub(super) fn rank(standings: &mut [Standing]) {
    standings.sort_by(|a, b| b.points.cmp(&a.points).then_with(|| a.holder.cmp(&b.holder)));
    for idx in 0..standings.len() {
        let is_tie = idx > 0 && standings[idx - 1].points == standings[idx].points;
        standings[idx].rank = if is_tie { standings[idx - 1].rank } else { idx as u32 + 1 };
    }
}

/// Gives grades from the best down. `standings` are in the order of their ranks.
///
/// A quota is the whole part of its share of the holders. Holders with equal points either all fit into it or are all held back:
/// nothing in their work says which of them should go first.
pub(super) fn grade(grades: &[Grade], standings: &mut [Standing]) {
    let n_all = standings.len();
    let mut n_of_branch: BTreeMap<Option<u32>, usize> = BTreeMap::new();
    for standing in standings.iter() {
        *n_of_branch.entry(standing.branch).or_default() += 1;
    }
    for (idx, grade) in grades.iter().enumerate() {
        let mut n_given: BTreeMap<Option<u32>, usize> = BTreeMap::new();
        let mut start = 0;
        while start < standings.len() {
            let points = standings[start].points;
            let end = start + standings[start..].iter().take_while(|standing| standing.points == points).count();
            if points < grade.min {
                break;
            }
            give(idx, grade, &mut standings[start..end], &mut n_given, |group| {
                if grade.among == Among::All { n_all } else { n_of_branch.get(&group).copied().unwrap_or_default() }
            });
            start = end;
        }
    }
}

/// Gives a grade to holders of equal points who have none yet, as far as its quota reaches.
fn give(
    idx: usize,
    grade: &Grade,
    tied: &mut [Standing],
    n_given: &mut BTreeMap<Option<u32>, usize>,
    n_of: impl Fn(Option<u32>) -> usize,
) {
    let group_of = |standing: &Standing| if grade.among == Among::All { None } else { standing.branch };
    let mut n_wanted: BTreeMap<Option<u32>, usize> = BTreeMap::new();
    for standing in tied.iter().filter(|standing| standing.grade.is_none()) {
        *n_wanted.entry(group_of(standing)).or_default() += 1;
    }
    for (group, n) in n_wanted {
        let given = n_given.entry(group).or_default();
        let n_most = grade.quota.as_ref().map_or(usize::MAX, |(share, _)| quota(*share, n_of(group)));
        // Once somebody was held back, nobody with fewer points may have the place that is left over.
        let fits = given.saturating_add(n) <= n_most;
        *given = if fits { *given + n } else { n_most.max(*given) };
        for standing in tied.iter_mut().filter(|standing| standing.grade.is_none() && group_of(standing) == group) {
            if fits {
                standing.grade = Some(idx);
            } else {
                standing.held_back_from = standing.held_back_from.or(Some(idx));
            }
        }
    }
}

/// The whole part of a share of `n`.
fn quota(share: Amount, n: usize) -> usize {
    let (above, below) = share.parts();
    usize::try_from(above.saturating_mul(n as i128) / below).unwrap_or(usize::MAX)
}

/// Which years a register's own rows count in: those whose last day the rules hold, or that they do not outlast "today".
pub(super) fn whole_years(set: &RuleSet, later: Option<Date>, as_of: Date) -> Vec<On> {
    let last = set.to.unwrap_or(as_of).min(as_of);
    let is_taken_over = |year: i16| later.is_some_and(|from| from.year() == year);
    (set.from.year()..=last.year()).filter(|year| !is_taken_over(*year)).map(On::Year).collect()
}
