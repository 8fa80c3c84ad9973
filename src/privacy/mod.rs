//! Figures to what may be shown of them: suppression, naming levels, consent, keyed codes.
//!
//! `plan` sees figures through [`Published`] only.

mod duties;

use crate::diag::Outcome;
use crate::metrics::{Amount, Figures, Metric, MetricSpec, SliceKey};
use crate::model::Model;
use crate::source::Sources;

/// Decides what may be shown.
///
/// - Codes: V001–V099.
pub fn publish<'f>(_sources: &Sources, _model: &Model, figures: &'f Figures) -> Outcome<Published<'f>> {
    let metrics = figures.metrics.iter().map(|metric| PublishedMetric { metric, is_suppressed: vec![true; metric.slices.len()] });
    Outcome::new(Published { figures, metrics: metrics.collect() }, Vec::new())
}

/// Figures as pages, charts and open data may show them.
#[derive(Debug)]
pub struct Published<'f> {
    figures: &'f Figures,
    /// In the order of the figures' metrics.
    pub metrics: Vec<PublishedMetric<'f>>,
}

/// A metric whose held-back slices cannot be read.
#[derive(Debug)]
pub struct PublishedMetric<'f> {
    metric: &'f Metric,
    is_suppressed: Vec<bool>,
}

/// What may be shown of one slice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shown {
    /// The exact value, and how many rows count.
    Value {
        /// Exact.
        value: Amount,
        /// Rows.
        n: u64,
        /// Whether it was taken from `frozen`.
        is_frozen: bool,
    },
    /// No rows, or nothing to divide by; `n` rows count.
    Gap(u64),
    /// Too few persons, or it would give others away.
    Suppressed,
}

impl PublishedMetric<'_> {
    /// What the metric is.
    pub fn spec(&self) -> &MetricSpec {
        &self.metric.spec
    }

    /// How many slices there are; positions below are those of this list.
    pub fn len(&self) -> usize {
        self.metric.slices.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.metric.slices.is_empty()
    }

    /// Which part a slice is about; sorted.
    pub fn key(&self, slice: usize) -> &SliceKey {
        &self.metric.slices[slice].key
    }

    /// The position of a slice.
    pub fn find(&self, key: &SliceKey) -> Option<usize> {
        self.metric.find(key)
    }

    /// What may be shown of a slice.
    pub fn shown(&self, slice: usize) -> Shown {
        if self.is_suppressed[slice] {
            return Shown::Suppressed;
        }
        let slice = &self.metric.slices[slice];
        match slice.value {
            Some(value) => Shown::Value { value, n: slice.n, is_frozen: slice.frozen.is_some() },
            None => Shown::Gap(slice.n),
        }
    }
}

impl Published<'_> {
    /// The month in which academic years begin.
    pub fn academic_year_starts(&self) -> i8 {
        self.figures.academic_year_starts
    }

    /// The metric of an id.
    pub fn metric(&self, id: &str) -> Option<&PublishedMetric<'_>> {
        self.metrics.iter().find(|metric| &*metric.spec().id == id)
    }
}
