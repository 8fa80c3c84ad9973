//! Metrics made by hand, for the tests of this room.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diag::Place;
use crate::metrics::{Class, Dimension, DimensionValue, Metric, MetricSpec, Origin, Period, Rounding, Rows, Slice, SliceKey};
use crate::model::date::Month;

pub(super) const K: u32 = 5;
pub(super) const STARTS: i8 = 9;

/// Numbers that look random and are the same in every run.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x1234_5678_9abc_def1)
    }

    /// A number below `n`.
    pub(super) fn below(&mut self, n: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 33) % u64::from(n)) as u32
    }
}

/// A dimension with the values `v0`, `v1` and so on.
pub(super) fn dimension(id: &str, n_values: u32) -> Dimension {
    let value = |idx| DimensionValue { id: format!("v{idx}").into(), label: format!("value {idx}") };
    Dimension { id: id.into(), label: id.to_owned(), references: None, values: (0..n_values).map(value).collect() }
}

/// A metric over rows about persons.
pub(super) fn spec(id: &str, dimensions: Vec<Dimension>) -> MetricSpec {
    MetricSpec {
        id: id.into(),
        title: id.to_owned(),
        definition: String::new(),
        unit: "count".to_owned(),
        from: "attendance".to_owned(),
        from_label: String::new(),
        value: "count(*)".to_owned(),
        condition: None,
        time: None,
        dimensions,
        target: None,
        n_decimals: 0,
        rounding: Rounding::HalfUp,
        owner: None,
        direction: None,
        is_about_persons: true,
        public_reason: None,
        is_empty_zero: false,
        sql: String::new(),
        place: Place::Project,
    }
}

/// One row of a ledger before it is sorted into classes.
#[derive(Clone)]
pub(super) struct RawRow {
    pub(super) values: Vec<Vec<u32>>,
    pub(super) month: Option<Month>,
    pub(super) conditions: u64,
    pub(super) person: u32,
}

/// Rows to classes.
pub(super) fn rows_of(raw: &[RawRow], sizes: &[u32]) -> Rows {
    type Coordinates = (Vec<Vec<u32>>, Option<Month>, u64);
    let mut classes: BTreeMap<Coordinates, (u64, BTreeSet<u32>)> = BTreeMap::new();
    for row in raw {
        let class = classes.entry((row.values.clone(), row.month, row.conditions)).or_default();
        class.0 += 1;
        class.1.insert(row.person);
    }
    let number: BTreeMap<_, u32> = classes.keys().cloned().zip(0..).collect();
    let class_of = raw.iter().map(|row| number[&(row.values.clone(), row.month, row.conditions)]).collect();
    let classes = classes.into_iter().map(|((values, month, conditions), (n, persons))| Class {
        values,
        month,
        conditions,
        n,
        persons: persons.into_iter().take(K as usize).collect(),
    });
    Rows {
        from: "attendance".to_owned(),
        origin: Origin::Table("study_records".to_owned()),
        class_of,
        classes: classes.collect(),
        dimensions: sizes.iter().enumerate().map(|(idx, n)| dimension(&format!("d{idx}"), *n)).collect(),
        ..Rows::default()
    }
}

/// A metric with every slice that has rows.
pub(super) fn metric_of(raw: &[RawRow], rows: &Arc<Rows>, by: &[usize], bit: u8) -> Metric {
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
        spec: MetricSpec {
            condition: Some(format!("c{bit}")),
            time: Some("date".to_owned()),
            ..spec(&format!("m{bit}_{by:?}"), dimensions)
        },
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
pub(super) struct Span(BTreeMap<usize, Vec<i128>>);

impl Span {
    /// What is left of a vector when everything of the span is taken out of it.
    pub(super) fn rest(&self, mut vector: Vec<i128>) -> Option<Vec<i128>> {
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

    pub(super) fn add(&mut self, vector: Vec<i128>) {
        if let Some(rest) = self.rest(vector) {
            let pivot = rest.iter().position(|number| *number != 0).expect("the rest is not zero");
            self.0.insert(pivot, rest);
        }
    }
}

fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a } else { gcd(b, a % b) }
}

pub(super) fn vector(metric: &Metric, slice: &Slice) -> Vec<i128> {
    metric.rows.classes.iter().map(|class| i128::from(metric.counts(&slice.key, class, STARTS))).collect()
}

/// A ledger of meetings: most branches are large, and some rows stand in two topics.
pub(super) fn random_ledger(seed: u64) -> (Vec<RawRow>, Vec<Metric>) {
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
    let metrics = (0..n_metrics)
        .map(|_| (cuts[dice.below(5) as usize], dice.below(4) as u8))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .map(|(by, bit)| metric_of(&raw, &rows, by, bit))
        .collect();
    (raw, metrics)
}
