//! Metrics over one ledger whose rows were sorted into classes more than once, to common dimensions, times and conditions.
//!
//! Figures by due date and figures without any date are computed from different classes, and yet can be subtracted from each other.

use std::collections::HashMap;
use std::sync::Arc;

use crate::metrics::{Metric, Rows};

use super::ledger::{Coordinates, Time};

/// A dimension's id, and the number of each of its values by id.
type Numbered = (Arc<str>, HashMap<Arc<str>, u32>);

/// A dimension's number, and that of each of its values.
type Renumbered = (usize, Vec<u32>);

/// The ways in which the rows of a ledger are sorted, and what they have in common.
pub(super) struct Facets {
    pub(super) rows: Vec<Arc<Rows>>,
    /// By dimension its id, and the number of each value's id.
    dimensions: Vec<Numbered>,
    /// Columns that date rows, as written.
    times: Vec<Option<String>>,
    /// By metric.
    pub(super) metrics: Vec<Way>,
    /// For each facet and each of its dimensions that a guarded metric uses: its number, and that of each of its values.
    values: Vec<Vec<Option<Renumbered>>>,
    /// For each facet the common number of each of its conditions.
    conditions: Vec<Vec<(u8, u8)>>,
    /// For each facet the column that dates its rows.
    time_of: Vec<usize>,
}

/// How a metric is read in common terms.
#[derive(Clone, Debug, Default)]
pub(super) struct Way {
    pub(super) facet: usize,
    /// Common number of its condition.
    pub(super) bit: u8,
    /// Number of the column that dates its rows.
    pub(super) time: usize,
}

impl Facets {
    pub(super) fn of(metrics: &[&Metric]) -> Self {
        let mut facets = Self {
            rows: Vec::new(),
            dimensions: Vec::new(),
            times: Vec::new(),
            metrics: Vec::new(),
            values: Vec::new(),
            conditions: Vec::new(),
            time_of: Vec::new(),
        };
        let mut conditions: Vec<(usize, u8, Option<&str>)> = Vec::new();
        for metric in metrics {
            let facet = facets.facet(metric);
            let own = metric.condition_bit;
            let text = metric.spec.condition.as_deref();
            // Within one facet conditions are told apart already; between two, the same words are the same condition.
            let is_same = |(of, bit, words): &(usize, u8, Option<&str>)| {
                if *of == facet { *bit == own } else { *words == text }
            };
            let bit = match conditions.iter().position(is_same) {
                Some(known) => known,
                None => conditions.len(),
            };
            if bit == conditions.len() {
                conditions.push((facet, own, text));
            }
            let bit = bit as u8;
            if !facets.conditions[facet].contains(&(own, bit)) {
                facets.conditions[facet].push((own, bit));
            }
            for dimension in &metric.dimension_of {
                facets.use_dimension(facet, *dimension);
            }
            facets.metrics.push(Way { facet, bit, time: facets.time_of[facet] });
        }
        facets
    }

    fn facet(&mut self, metric: &Metric) -> usize {
        if let Some(known) = self.rows.iter().position(|rows| Arc::ptr_eq(rows, &metric.rows)) {
            return known;
        }
        let time = self.times.iter().position(|time| *time == metric.spec.time);
        self.time_of.push(time.unwrap_or(self.times.len()));
        if time.is_none() {
            self.times.push(metric.spec.time.clone());
        }
        self.rows.push(metric.rows.clone());
        self.values.push(vec![None; metric.rows.dimensions.len()]);
        self.conditions.push(Vec::new());
        self.rows.len() - 1
    }

    fn use_dimension(&mut self, facet: usize, own: usize) {
        if self.values[facet][own].is_some() {
            return;
        }
        let dimension = &self.rows[facet].dimensions[own];
        let common = self.dimensions.iter().position(|(id, _)| *id == dimension.id).unwrap_or(self.dimensions.len());
        if common == self.dimensions.len() {
            self.dimensions.push((dimension.id.clone(), HashMap::new()));
        }
        let numbers = &mut self.dimensions[common].1;
        let mut values = Vec::with_capacity(dimension.values.len());
        for value in &dimension.values {
            let next = numbers.len() as u32;
            values.push(*numbers.entry(value.id.clone()).or_insert(next));
        }
        self.values[facet][own] = Some((common, values));
    }

    pub(super) fn n_dimensions(&self) -> usize {
        self.dimensions.len()
    }

    pub(super) fn n_times(&self) -> usize {
        self.times.len()
    }

    /// The value of a dimension of a facet, which a guarded metric uses, in common numbers.
    pub(super) fn value(&self, facet: usize, dimension: usize, value: u32) -> (usize, u32) {
        let (common, values) = self.values[facet][dimension].as_ref().expect("the dimensions of metrics were looked at");
        (*common, values[value as usize])
    }

    /// Where the rows lie that are of these classes, one for each facet.
    pub(super) fn place(&self, classes: &[u32]) -> Coordinates {
        let mut place = Coordinates {
            values: vec![Vec::new(); self.n_dimensions()],
            times: vec![Time::Never; self.n_times()],
            conditions: 0,
            frozen_of: None,
        };
        for (facet, class) in classes.iter().enumerate() {
            let Some(class) = self.rows[facet].classes.get(*class as usize) else { continue };
            for (own, values) in self.values[facet].iter().enumerate() {
                let Some((common, numbers)) = values else { continue };
                place.values[*common] = class.values[own].iter().map(|value| numbers[*value as usize]).collect();
                place.values[*common].sort_unstable();
            }
            place.times[self.time_of[facet]] = class.month.map_or(Time::Never, Time::Month);
            for (own, common) in &self.conditions[facet] {
                if class.conditions & 1 << own != 0 {
                    place.conditions |= 1 << common;
                }
            }
        }
        place
    }

    /// The classes of each row, one for each facet, with how many rows are of them.
    pub(super) fn joint_classes(&self) -> Vec<(Vec<u32>, u64)> {
        if let [rows] = self.rows.as_slice() {
            return rows.classes.iter().zip(0..).map(|(class, idx)| (vec![idx], class.n)).collect();
        }
        let mut known: HashMap<Vec<u32>, usize> = HashMap::new();
        let mut classes: Vec<(Vec<u32>, u64)> = Vec::new();
        for row in 0..self.rows[0].class_of.len() {
            let joint: Vec<u32> = self.rows.iter().map(|rows| rows.class_of[row]).collect();
            let next = classes.len();
            let at = *known.entry(joint.clone()).or_insert(next);
            if at == next {
                classes.push((joint, 0));
            }
            classes[at].1 += 1;
        }
        classes
    }
}
