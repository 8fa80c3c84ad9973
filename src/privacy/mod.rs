//! Figures to what may be shown of them: suppression, naming levels, consent, keyed codes.
//!
//! `plan` sees figures through [`Published`] only.

#[cfg(test)]
mod fixture;
mod duties;
mod key;
mod suppress;

use crate::diag::{Outcome, Place};
use crate::metrics::{Amount, Figures, HolderKind, Metric, MetricSpec, Origin, SliceKey};
use crate::model::Model;
use crate::source::Sources;

pub use self::key::{PERSON_KEY_PATH, PersonKey};

/// Decides what may be shown.
///
/// - Codes: V001–V003 the key.
pub fn publish<'f>(sources: &Sources, model: &'f Model, figures: &'f Figures) -> Outcome<Published<'f>> {
    let mut found = Vec::new();
    let key = PersonKey::of_site(sources, needs_codes(model, figures).as_ref(), &mut found);
    let is_suppressed = suppress::suppress(&figures.metrics, model.site.privacy.k, figures.academic_year_starts);
    let metrics = figures.metrics.iter().zip(is_suppressed);
    let metrics = metrics.map(|(metric, is_suppressed)| PublishedMetric { metric, is_suppressed }).collect();
    Outcome::new(Published { figures, metrics, key }, found)
}

/// Where the first thing is declared whose rows or holders are known by codes.
fn needs_codes(model: &Model, figures: &Figures) -> Option<Place> {
    let is_person_table = |name: &str| model.tables.get(name).is_some_and(|table| table.schema().is_about_persons());
    let has_codes = |metric: &&Metric| match &metric.rows.origin {
        Origin::Table(name) | Origin::ViewOf(name, _) => is_person_table(name),
        Origin::Entries(_) | Origin::Query => false,
    };
    let metric = figures.metrics.iter().find(has_codes).map(|metric| &metric.spec.place);
    let standings = figures.standings.iter().find(|standings| standings.holder == HolderKind::Member);
    metric.or(standings.map(|standings| &standings.place)).cloned()
}

/// Figures as pages, charts and open data may show them.
#[derive(Debug)]
pub struct Published<'f> {
    figures: &'f Figures,
    /// In the order of the figures' metrics.
    pub metrics: Vec<PublishedMetric<'f>>,
    /// What codes are made with.
    pub key: PersonKey,
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
