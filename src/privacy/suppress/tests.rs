//! Random small ledgers, judged by exact elimination over the rationals: no held-back figure lies in the span of the shown ones.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::suppress;
use crate::metrics::{Class, Metric, Origin, Period, Rows, Slice, SliceKey};
use crate::model::date::Month;
use crate::privacy::fixture::{Dice, dimension, spec};

/// One row of a ledger before it is sorted into classes.
#[derive(Clone)]
struct RawRow {
    values: Vec<Vec<u32>>,
    month: Option<Month>,
    conditions: u64,
    person: u32,
}

const K: u32 = 5;
const STARTS: i8 = 9;

/// Rows to classes.
fn rows_of(raw: &[RawRow], sizes: &[u32]) -> Rows {
    let mut classes: BTreeMap<(Vec<Vec<u32>>, Option<Month>, u64), (u64, BTreeSet<u32>)> = BTreeMap::new();
    for row in raw {
        let class = classes.entry((row.values.clone(), row.month, row.conditions)).or_default();
        class.0 += 1;
        class.1.insert(row.person);
    }
    let classes = classes.into_iter().map(|((values, month, conditions), (n, persons))| Class {
        values,
        month,
        conditions,
        n,
        persons: persons.into_iter().take(K as usize).collect(),
    });
    Rows {
        from: "attendance".to_owned(),
        origin: Origin::Query,
        classes: classes.collect(),
        dimensions: sizes.iter().enumerate().map(|(idx, n)| dimension(&format!("d{idx}"), *n)).collect(),
        ..Rows::default()
    }
}

/// A metric with every slice that has rows.
fn metric_of(raw: &[RawRow], rows: &Arc<Rows>, by: &[usize], bit: u8) -> Metric {
    let dimensions = by.iter().map(|idx| rows.dimensions[*idx].clone()).collect();
    let mut slices: BTreeMap<SliceKey, (u64, BTreeSet<u32>)> = BTreeMap::new();
    for row in raw.iter().filter(|row| row.conditions & 1 << bit != 0) {
        for key in keys_of(row, by) {
            let slice = slices.entry(key).or_default();
            slice.0 += 1;
            slice.1.insert(row.person);
        }
    }
    let slices = slices.into_iter().map(|(key, (n, persons))| Slice {
        key,
        value: Some(i128::from(n).into()),
        n,
        n_persons: Some(persons.len().min(K as usize) as u32),
        frozen: None,
    });
    Metric {
        spec: spec(&format!("m{bit}_{by:?}"), dimensions),
        slices: slices.collect(),
        rows: rows.clone(),
        dimension_of: by.to_vec(),
        condition_bit: bit,
    }
}

fn keys_of(row: &RawRow, by: &[usize]) -> Vec<SliceKey> {
    let mut cuts: Vec<Vec<Option<u32>>> = vec![Vec::new()];
    for dimension in by {
        let options: Vec<Option<u32>> = std::iter::once(None).chain(row.values[*dimension].iter().copied().map(Some)).collect();
        cuts = cuts.iter().flat_map(|cut| options.iter().map(move |one| [cut.as_slice(), &[*one]].concat())).collect();
    }
    let mut periods = vec![Period::All];
    if let Some(month) = row.month {
        use crate::metrics::PeriodKind::{AcademicYear, Month, Quarter, Year};
        periods.extend([Year, AcademicYear, Quarter, Month].map(|kind| kind.of_month(month, STARTS)));
    }
    cuts.iter().flat_map(|cut| periods.iter().map(|period| SliceKey { values: cut.clone().into(), period: *period })).collect()
}

/// Vectors in echelon form over the rationals, as whole numbers without a common divisor.
#[derive(Default)]
struct Span(BTreeMap<usize, Vec<i128>>);

impl Span {
    /// What is left of a vector when everything of the span is taken out of it.
    fn rest(&self, mut vector: Vec<i128>) -> Option<Vec<i128>> {
        let mut at = 0;
        while let Some(pivot) = (at..vector.len()).find(|idx| vector[*idx] != 0) {
            at = pivot + 1;
            let Some(row) = self.0.get(&pivot) else { continue };
            let (a, b) = (row[pivot], vector[pivot]);
            for (left, right) in vector.iter_mut().zip(row) {
                *left = *left * a - *right * b;
            }
            let divisor = vector.iter().fold(0, |divisor, number| gcd(divisor, number.abs()));
            if divisor > 1 {
                vector.iter_mut().for_each(|number| *number /= divisor);
            }
        }
        vector.iter().any(|number| *number != 0).then_some(vector)
    }

    fn add(&mut self, vector: Vec<i128>) {
        if let Some(rest) = self.rest(vector) {
            let pivot = rest.iter().position(|number| *number != 0).expect("the rest is not zero");
            self.0.insert(pivot, rest);
        }
    }
}

fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a } else { gcd(b, a % b) }
}

fn vector(metric: &Metric, slice: &Slice) -> Vec<i128> {
    metric.rows.classes.iter().map(|class| i128::from(metric.counts(&slice.key, class, STARTS))).collect()
}

/// How many figures there are, how many are small, and how many are held back; panics where one is given away.
fn judge(metrics: &[Metric], title: &str) -> (usize, usize, usize) {
    let is_suppressed = suppress(metrics, K, STARTS);
    let mut span = Span::default();
    let (mut n, mut n_small, mut n_held_back) = (0, 0, 0);
    for (metric, is_suppressed) in metrics.iter().zip(&is_suppressed) {
        for (slice, _) in metric.slices.iter().zip(is_suppressed).filter(|(_, is_suppressed)| !**is_suppressed) {
            span.add(vector(metric, slice));
            assert!(!super::is_small(slice, K), "{title}: {:?} is shown", slice.key);
        }
    }
    for (metric, is_suppressed) in metrics.iter().zip(&is_suppressed) {
        for (slice, is_suppressed) in metric.slices.iter().zip(is_suppressed) {
            n += 1;
            n_small += usize::from(super::is_small(slice, K));
            n_held_back += usize::from(*is_suppressed);
            let is_given_away = *is_suppressed && span.rest(vector(metric, slice)).is_none();
            assert!(!is_given_away, "{title}: {} {:?} can be worked out", metric.spec.id, slice.key);
        }
    }
    (n, n_small, n_held_back)
}

/// A ledger of meetings: most branches are large, and some rows stand in two topics.
fn random_ledger(seed: u64) -> Vec<Metric> {
    let mut dice = Dice::new(seed);
    let sizes = [2 + dice.below(4), 1 + dice.below(3), 1 + dice.below(3)];
    let n_months = 3 + dice.below(16);
    let mut raw = Vec::new();
    for branch in 0..sizes[0] {
        let n_members = if dice.below(4) == 0 { 1 + dice.below(5) } else { 6 + dice.below(12) };
        for month in 0..n_months {
            if dice.below(5) == 0 {
                continue;
            }
            let number = 2024 * 12 + 6 + month as i32;
            let month = Month { year: (number / 12) as i16, month: (number % 12 + 1) as i8 };
            let kind = dice.below(sizes[1]);
            let topics: BTreeSet<u32> = (0..1 + dice.below(2)).map(|_| dice.below(sizes[2])).collect();
            for member in 0..n_members {
                // Everybody; present; on leave; online among the present.
                let conditions = match dice.below(10) {
                    0 => 0b0101,
                    1 => 0b0001,
                    2..4 => 0b1011,
                    _ => 0b0011,
                };
                let values = vec![vec![branch], vec![kind], topics.iter().copied().collect()];
                let month = (dice.below(40) != 0).then_some(month);
                raw.push(RawRow { values, month, conditions, person: branch * 100 + member });
            }
        }
    }
    let rows = Arc::new(rows_of(&raw, &sizes));
    let cuts: [&[usize]; 5] = [&[0], &[0, 1], &[1, 0], &[2], &[0, 2]];
    let n_metrics = 1 + dice.below(5) as usize;
    (0..n_metrics)
        .map(|_| (cuts[dice.below(5) as usize], dice.below(4) as u8))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .map(|(by, bit)| metric_of(&raw, &rows, by, bit))
        .collect()
}

#[test]
fn no_held_back_figure_can_be_worked_out() {
    let mut total = (0, 0, 0);
    for seed in 0..300 {
        let (n, n_small, n_held_back) = judge(&random_ledger(seed), &format!("ledger {seed}"));
        total = (total.0 + n, total.1 + n_small, total.2 + n_held_back);
    }
    let (n, n_small, n_held_back) = total;
    println!("of {n} figures {n_small} are small and {n_held_back} are held back");
    let n_others = n_held_back - n_small;
    assert!(n_others * 2 < n - n_small, "{n_others} of {} figures over enough persons are held back", n - n_small);
}
