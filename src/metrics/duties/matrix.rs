//! Duties and held activities to the matrix: what became of each duty in each branch and period.
//!
//! Nothing is guessed against a branch: a period that is not over, that began before the records, or of which the branch existed for
//! no whole month, is not due.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use crate::metrics::period::ACADEMIC_YEAR_STARTS;
use crate::metrics::{Compliance, DutyCell, DutyState, Period, PeriodKind};
use crate::model::date::Month;
use crate::model::{Activity, ActivityStatus, Detail, EntryIdx, Kind, Model};

use super::branches::{BranchRow, Branches};
use super::cadence::{Cadence, DutyRule};

/// An activity that serves a duty in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Serving {
    day: Date,
    entry: EntryIdx,
}

/// What serves one duty: by branch, then period.
type Served = BTreeMap<Arc<str>, BTreeMap<Period, Vec<Serving>>>;

/// Sets each duty against what took place.
///
/// - Shape: `applies` has the branches of each duty, as many as there are duties.
pub(super) fn matrix(model: &Model, cadence: &Cadence, branches: &Branches, applies: &[BTreeSet<Arc<str>>]) -> Compliance {
    let mut compliance = Compliance::default();
    let first = cadence.from.unwrap_or_else(|| first_month(model));
    for (rule, bound) in cadence.duties.iter().zip(applies) {
        let served = served(model, rule);
        let periods = periods(rule.duty.per, first, month_of(model.as_of));
        let mut cells = Vec::new();
        for branch in branches.branches.iter().filter(|branch| bound.contains(&branch.id)) {
            for period in &periods {
                let serving = served.get(&branch.id).and_then(|served| served.get(period)).map_or(&[][..], Vec::as_slice);
                cells.push(cell(rule, branch, *period, serving, Times { records: first, as_of: model.as_of }));
            }
        }
        compliance.duties.push(rule.duty.clone());
        compliance.cells.push(cells);
    }
    compliance
}

/// The month in which the records of the site begin: that of its first activity.
fn first_month(model: &Model) -> Month {
    let held = model.indices_of(Kind::Activity).filter_map(|idx| held(model, idx));
    month_of(held.map(|(day, _)| day).min().unwrap_or(model.as_of))
}

fn month_of(day: Date) -> Month {
    Month { year: day.year(), month: day.month() }
}

/// An activity that took place, with its day.
pub(super) fn held(model: &Model, idx: EntryIdx) -> Option<(Date, &Activity)> {
    let Detail::Activity(activity) = &model.entry(idx).detail else { return None };
    let day = activity.start.date();
    (activity.status == ActivityStatus::Held && day <= model.as_of).then_some((day, activity))
}

fn served(model: &Model, rule: &DutyRule) -> Served {
    let mut served = Served::new();
    for idx in model.indices_of(Kind::Activity) {
        let Some((day, activity)) = held(model, idx) else { continue };
        let mut kinds = std::iter::once(&activity.kind).chain(&activity.also_counts_as);
        if !kinds.any(|kind| rule.duty.kinds.contains(kind)) {
            continue;
        }
        let Some(period) = period_served(rule.duty.per, activity, day) else { continue };
        for branch in &model.entry(idx).branches {
            let periods = served.entry(branch.clone()).or_default();
            periods.entry(period).or_default().push(Serving { day, entry: idx });
        }
    }
    for serving in served.values_mut().flat_map(BTreeMap::values_mut) {
        serving.sort_unstable();
    }
    served
}

/// The period of a duty that an activity serves: the one that it names, else that of its day.
fn period_served(per: PeriodKind, activity: &Activity, day: Date) -> Option<Period> {
    let of_day = per.of_month(month_of(day), ACADEMIC_YEAR_STARTS);
    let Some(named) = activity.for_period.as_deref().and_then(Period::parse) else { return Some(of_day) };
    let first = named.first_month(ACADEMIC_YEAR_STARTS)?;
    if named.n_months() <= of_day.n_months() {
        return Some(per.of_month(first, ACADEMIC_YEAR_STARTS));
    }
    // A named quarter says nothing about which of its months is meant, unless the activity took place in one of them.
    let is_inside = named.kind().of_month(month_of(day), ACADEMIC_YEAR_STARTS) == named;
    is_inside.then_some(of_day)
}

/// All periods from one month to another, oldest first.
fn periods(per: PeriodKind, first: Month, last: Month) -> Vec<Period> {
    let first = per.of_month(first, ACADEMIC_YEAR_STARTS);
    let mut periods = Vec::new();
    let mut next = Some(per.of_month(last, ACADEMIC_YEAR_STARTS)).filter(|last| *last >= first);
    while let Some(period) = next {
        periods.push(period);
        next = period.previous().filter(|previous| *previous >= first);
    }
    periods.reverse();
    periods
}

/// Between which times duties are judged.
#[derive(Clone, Copy)]
struct Times {
    /// The first month of the records.
    records: Month,
    as_of: Date,
}

fn cell(rule: &DutyRule, branch: &BranchRow, period: Period, serving: &[Serving], times: Times) -> DutyCell {
    let evidence = serving.iter().map(|serving| serving.entry).collect();
    let mut cell = DutyCell { branch: branch.id.clone(), period, state: DutyState::Missing, evidence, reason: None };
    let last_day = period.last_day(ACADEMIC_YEAR_STARTS);
    let n_in_time = serving.iter().filter(|serving| last_day.is_none_or(|last| serving.day <= last)).count();
    let at_least = rule.duty.at_least as usize;
    if n_in_time >= at_least {
        cell.state = DutyState::Done;
    } else if serving.len() >= at_least {
        cell.state = DutyState::Late;
    } else if let Some(reason) = exempt(rule, &branch.id, period) {
        cell.state = DutyState::Exempt;
        cell.reason = reason;
    } else if !is_due(branch, period, times) {
        cell.state = DutyState::NotDue;
    }
    cell
}

/// Why a branch is let off in a period; the reason of a holiday is none.
fn exempt(rule: &DutyRule, branch: &str, period: Period) -> Option<Option<String>> {
    let covers = |wide: Period| {
        let first = period.first_month(ACADEMIC_YEAR_STARTS);
        first.is_some_and(|first| wide.kind().of_month(first, ACADEMIC_YEAR_STARTS) == wide)
    };
    let mut exemptions = rule.exempt.iter().filter(|exemption| &*exemption.branch == branch);
    if let Some(exemption) = exemptions.find(|exemption| exemption.period.is_none_or(covers)) {
        return Some(Some(exemption.reason.clone()));
    }
    let is_holiday = months_of(period).all(|month| rule.exempt_months.contains(&month));
    is_holiday.then_some(None)
}

fn months_of(period: Period) -> impl Iterator<Item = i8> {
    let first = period.first_month(ACADEMIC_YEAR_STARTS).map_or(1, |month| month.month);
    let n = period.n_months().unwrap_or(12) as i8;
    first..first + n
}

/// Whether a period is over, lies within the records, and held at least one whole month for the branch.
fn is_due(branch: &BranchRow, period: Period, times: Times) -> bool {
    let (Some(first), Some(last)) = (period.first_month(ACADEMIC_YEAR_STARTS), period.last_day(ACADEMIC_YEAR_STARTS)) else {
        return false;
    };
    let is_over = last < times.as_of;
    let is_recorded = first >= times.records;
    let is_founded = branch.founded_on.is_none_or(|founded| founded <= last.first_of_month());
    is_over && is_recorded && is_founded
}
