//! Classes to the slices of one level: some of the dimensions and one kind of period.

use std::collections::BTreeSet;

use crate::metrics::figure::{Class, SliceKey};
use crate::metrics::period::{Period, PeriodKind};
use crate::model::date::Month;

/// The classes of each slice of a level.
pub(super) struct Level {
    /// For each slice the value of each dimension, and the period.
    pub(super) keys: Vec<SliceKey>,
    /// Slice `s` has the classes `classes[starts[s]..starts[s + 1]]`.
    starts: Vec<u32>,
    classes: Vec<u32>,
}

impl Level {
    /// The slices with their classes.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&SliceKey, &[u32])> {
        let classes = |idx: usize| &self.classes[self.starts[idx] as usize..self.starts[idx + 1] as usize];
        self.keys.iter().enumerate().map(move |(idx, key)| (key, classes(idx)))
    }
}

/// Sorts classes into the slices of a level.
///
/// - `dimensions` are those of the metric as positions in `Class::values`; bit `d` of `subset` says that the `d`-th is cut by.
/// - A class whose list has several values is in several slices; one without a value or, but for everything, without a month is in none.
pub(super) fn level(
    classes: &[Class],
    n_values: &[usize],
    dimensions: &[usize],
    subset: u32,
    kind: PeriodKind,
    academic_year_starts: i8,
) -> Level {
    let cut: Vec<usize> = (0..dimensions.len()).filter(|idx| subset >> idx & 1 == 1).collect();
    let calendar = Calendar::of(classes, kind, academic_year_starts);
    let mut pairs: Vec<(u64, u32)> = Vec::with_capacity(classes.len());
    for (idx, class) in classes.iter().enumerate() {
        if let Some(period) = calendar.place(class) {
            push_keys(&mut pairs, class, &cut, dimensions, n_values, u64::from(period), idx as u32);
        }
    }
    pairs.sort_unstable();
    gather(&pairs, &calendar.periods, &cut, dimensions, n_values)
}

/// The periods that occur, by time.
struct Calendar {
    kind: PeriodKind,
    periods: Vec<Period>,
    /// For each month from the first on the place of its period.
    places: Vec<u32>,
    first: i32,
}

impl Calendar {
    fn of(classes: &[Class], kind: PeriodKind, academic_year_starts: i8) -> Self {
        if kind == PeriodKind::All {
            return Self { kind, periods: vec![Period::All], places: Vec::new(), first: 0 };
        }
        let months: BTreeSet<Month> = classes.iter().filter_map(|class| class.month).collect();
        let first = months.first().map_or(0, number);
        let n_months = months.last().map_or(0, |last| number(last) - first + 1);
        let mut periods: Vec<Period> = months.iter().map(|month| kind.of_month(*month, academic_year_starts)).collect();
        periods.dedup();
        let mut places = vec![0; n_months as usize];
        for month in &months {
            let period = kind.of_month(*month, academic_year_starts);
            places[(number(month) - first) as usize] = periods.partition_point(|one| *one < period) as u32;
        }
        Self { kind, periods, places, first }
    }

    /// The place of a class's period; `None` for a class without a month, but for everything.
    fn place(&self, class: &Class) -> Option<u32> {
        match self.kind {
            PeriodKind::All => Some(0),
            _ => Some(self.places[(number(&class.month?) - self.first) as usize]),
        }
    }
}

fn number(month: &Month) -> i32 {
    i32::from(month.year) * 12 + i32::from(month.month) - 1
}

/// One key for each combination of the class's values: the places of its values and its period as the digits of one number.
fn push_keys(
    pairs: &mut Vec<(u64, u32)>,
    class: &Class,
    cut: &[usize],
    dimensions: &[usize],
    n_values: &[usize],
    period: u64,
    idx: u32,
) {
    let first = pairs.len();
    pairs.push((0, idx));
    for dimension in cut.iter().map(|idx| dimensions[*idx]) {
        let radix = n_values[dimension] as u64;
        let so_far: Vec<(u64, u32)> = pairs.drain(first..).collect();
        for (key, idx) in so_far {
            pairs.extend(class.values[dimension].iter().map(|value| (key * radix + u64::from(*value), idx)));
        }
    }
    for (key, _) in &mut pairs[first..] {
        // There are fewer months than this in all years that a date can have.
        *key = *key * N_PERIODS_MAX + period;
    }
}

const N_PERIODS_MAX: u64 = 1 << 18;

fn gather(pairs: &[(u64, u32)], periods: &[Period], cut: &[usize], dimensions: &[usize], n_values: &[usize]) -> Level {
    let mut level = Level { keys: Vec::new(), starts: Vec::new(), classes: Vec::with_capacity(pairs.len()) };
    let mut last = None;
    for (key, class) in pairs {
        if last != Some(*key) {
            last = Some(*key);
            level.starts.push(level.classes.len() as u32);
            level.keys.push(key_of(*key, periods, cut, dimensions, n_values));
        }
        level.classes.push(*class);
    }
    level.starts.push(level.classes.len() as u32);
    level
}

fn key_of(key: u64, periods: &[Period], cut: &[usize], dimensions: &[usize], n_values: &[usize]) -> SliceKey {
    let mut values: Box<[Option<u32>]> = vec![None; dimensions.len()].into();
    let mut rest = key / N_PERIODS_MAX;
    for idx in cut.iter().rev() {
        let radix = n_values[dimensions[*idx]].max(1) as u64;
        values[*idx] = Some((rest % radix) as u32);
        rest /= radix;
    }
    SliceKey { values, period: periods[(key % N_PERIODS_MAX) as usize] }
}
