//! Rule sets that follow each other: a period in which the rules changed is judged by the later set, and joins the lines of both.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::count::Overflow;
use super::rule_set::RuleSet;
use super::total::{self, Holders};
use crate::metrics::period::Period;
use crate::metrics::standing::{CategoryView, HolderKind, Line, On, RuleView, Standings};

/// A rule set with what it gave.
pub(super) struct Counted {
    pub(super) set: RuleSet,
    pub(super) standings: Standings,
}

/// The first day of the set that follows in the same series.
pub(super) fn later(sets: &[RuleSet], set: &RuleSet) -> Option<Date> {
    sets.iter().filter(|other| is_before(set, other)).map(|other| other.from).min()
}

fn is_before(one: &RuleSet, other: &RuleSet) -> bool {
    one.series == other.series && one.holder == other.holder && one.from < other.from
}

/// Joins each set with the one before it in its series, the earliest first, so that a year of three sets has the lines of all.
pub(super) fn join<'a>(counted: &mut [Counted], holders: impl Fn(HolderKind) -> Holders<'a>) -> Result<(), (usize, Overflow)> {
    let mut order: Vec<usize> = (0..counted.len()).collect();
    order.sort_by_key(|idx| counted[*idx].set.from);
    for idx in order {
        let earlier = (0..counted.len()).filter(|other| is_before(&counted[*other].set, &counted[idx].set));
        let Some(earlier) = earlier.max_by_key(|other| counted[*other].set.from) else { continue };
        let shared: Vec<Period> =
            periods(&counted[idx]).filter(|period| periods(&counted[earlier]).any(|p| p == *period)).collect();
        if shared.is_empty() {
            continue;
        }
        for period in &mut counted[earlier].standings.periods {
            period.is_part |= shared.contains(&period.period);
        }
        let taken = Taken::from(&counted[earlier].standings, counted[idx].set.from.year());
        taken.put_into(&mut counted[idx].standings);
        let Counted { set, standings } = &mut counted[idx];
        standings.periods = total::standings(set, &standings.lines, holders(set.holder)).map_err(|overflow| (idx, overflow))?;
    }
    for idx in 0..counted.len() {
        let previous = previous_ranks(counted, idx);
        for (period, ranks) in counted[idx].standings.periods.iter_mut().zip(previous) {
            for standing in &mut period.standings {
                standing.previous_rank = ranks.get(&standing.holder).copied();
            }
        }
    }
    Ok(())
}

fn periods(counted: &Counted) -> impl Iterator<Item = Period> + '_ {
    counted.standings.periods.iter().map(|period| period.period)
}

/// What a later set takes over of the one before it.
struct Taken {
    rules: Vec<RuleView>,
    categories: Vec<CategoryView>,
    lines: BTreeMap<u32, Vec<Line>>,
}

impl Taken {
    /// The lines of the year in which the rules changed.
    fn from(standings: &Standings, year: i16) -> Self {
        let is_of_year = |line: &&Line| match line.on {
            On::Year(of) => of == year,
            On::Day(date) => date.year() == year,
        };
        let mut lines = BTreeMap::new();
        for (holder, of_holder) in &standings.lines {
            let of_year: Vec<Line> = of_holder.iter().filter(is_of_year).cloned().collect();
            if !of_year.is_empty() {
                lines.insert(*holder, of_year);
            }
        }
        Self { rules: standings.rules.clone(), categories: standings.categories.clone(), lines }
    }

    fn put_into(self, standings: &mut Standings) {
        let (n_rules, n_categories) = (standings.rules.len(), standings.categories.len());
        for mut rule in self.rules {
            rule.category = rule.category.map(|category| category + n_categories);
            standings.rules.push(rule);
        }
        standings.categories.extend(self.categories);
        for (holder, lines) in self.lines {
            let of_holder = standings.lines.entry(holder).or_default();
            of_holder.extend(lines.into_iter().map(|line| Line { rule: line.rule + n_rules, ..line }));
            of_holder.sort_by_key(|line| (line.on.order(), line.rule, line.row));
        }
    }
}

/// For each period of a set the ranks of the period before it: its own, else those of an earlier set of the series.
fn previous_ranks(counted: &[Counted], idx: usize) -> Vec<BTreeMap<u32, u32>> {
    let one = &counted[idx];
    let mut previous = Vec::with_capacity(one.standings.periods.len());
    for period in periods(one) {
        let before = period.previous().and_then(|before| {
            let earlier = counted.iter().filter(|other| is_before(&other.set, &one.set));
            let earlier = earlier.filter_map(|other| other.standings.of(before)).find(|standings| !standings.is_part);
            one.standings.of(before).or(earlier)
        });
        let ranks = before.into_iter().flat_map(|before| &before.standings);
        previous.push(ranks.map(|standing| (standing.holder, standing.rank)).collect());
    }
    previous
}
