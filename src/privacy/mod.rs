//! Figures to what may be shown of them: suppression, naming levels, consent, keyed codes.
//!
//! `plan` sees figures through [`Published`] only.

mod consent;
mod evidence;
mod held_back;
#[cfg(test)]
mod fixture;
mod duties;
mod key;
mod lines;
mod naming;
mod row_codes;
mod standings;
mod points;
mod suppress;
#[cfg(test)]
mod tests;
mod watched;

use std::sync::OnceLock;

use crate::diag::{Outcome, Place};
use crate::metrics::{Amount, Figures, HolderKind, IndicatorTree, Metric, MetricSpec, Origin, SliceKey};
use crate::model::{Model, Privacy};
use crate::source::{Hash, Sources};

use self::consent::Consents;
use self::row_codes::RowCodes;
use self::suppress::Suppression;

pub use self::consent::{Ended, Purpose};
pub use self::evidence::{Evidence, EvidenceList, EvidenceRow, PublicCells, RowName};
pub use self::held_back::{ByHand, ByHandWhy, HeldBack, HeldTable, Unnamed};
pub use self::key::{PERSON_KEY_PATH, PersonKey};
pub use self::lines::{EvidenceLine, EvidenceLines};
pub use self::naming::HolderShown;
pub use self::standings::{PublishedStandings, StandingShown};
pub use self::watched::{NamedOn, Watched, WatchedPerson};

/// Decides what may be shown.
///
/// - Codes: V001–V003 the key, V004–V006 consents.
pub fn publish<'f>(sources: &Sources, model: &'f Model, figures: &'f Figures) -> Outcome<Published<'f>> {
    let mut found = Vec::new();
    let key = PersonKey::of_site(sources, needs_codes(sources, model, figures).as_ref(), &mut found);
    let suppression = suppress::suppress(&figures.metrics, model.site.privacy.k, figures.academic_year_starts);
    let metrics = figures.metrics.iter().zip(suppression.is_suppressed.clone());
    let metrics: Vec<_> = metrics.map(|(metric, is_suppressed)| PublishedMetric { metric, is_suppressed }).collect();
    let consents = Consents::of_site(model, &mut found);
    let mut indicators = figures.indicators.clone();
    for tree in &mut indicators {
        tree.hold_back(&figures.metrics, |metric, slice| {
            let position = figures.metrics.iter().position(|one| one.spec.id == metric.spec.id);
            position.is_none_or(|position| metrics[position].is_suppressed[slice])
        });
    }
    let tables = row_codes::person_tables(figures, &model.tables);
    let published = Published {
        figures,
        indicators,
        evidence: metrics.iter().map(|_| OnceLock::new()).collect(),
        metrics,
        key,
        model,
        consents,
        member_codes: OnceLock::new(),
        suppression,
        row_codes: tables.into_iter().map(|table| (table, OnceLock::new())).collect(),
    };
    Outcome::new(published, found)
}

/// Where the first thing is declared whose rows or holders are known by codes.
fn needs_codes(sources: &Sources, model: &Model, figures: &Figures) -> Option<Place> {
    let is_person_table = |name: &str| model.tables.get(name).is_some_and(|table| table.schema().is_about_persons());
    let has_codes = |metric: &&Metric| match &metric.rows.origin {
        Origin::Table(name) | Origin::ViewOf(name, _) => is_person_table(name),
        Origin::Entries(_) | Origin::Query => false,
    };
    let metric = figures.metrics.iter().find(has_codes).map(|metric| &metric.spec.place);
    let standings = figures.standings.iter().find(|standings| standings.holder == HolderKind::Member);
    // What was waived is known by codes, too.
    let waivers = sources.find("data/waivers.toml").map(Place::File);
    metric.or(standings.map(|standings| &standings.place)).cloned().or(waivers)
}

/// Figures as pages, charts and open data may show them.
#[derive(Debug)]
pub struct Published<'f> {
    figures: &'f Figures,
    /// In the order of the figures' metrics.
    pub metrics: Vec<PublishedMetric<'f>>,
    /// Without the scores that would tell what is held back.
    indicators: Vec<IndicatorTree>,
    /// What codes are made with.
    pub key: PersonKey,
    model: &'f Model,
    consents: Consents,
    /// By row in `members`.
    member_codes: OnceLock<Vec<String>>,
    suppression: Suppression,
    /// By table about persons; made when a page asks for the first row.
    row_codes: Vec<(String, OnceLock<RowCodes>)>,
    /// By metric.
    evidence: Vec<OnceLock<evidence::Index>>,
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

    /// A digest of everything that pages of the metric are made from, but for what its rows say.
    pub fn digest(&self) -> Hash {
        let Metric { spec, slices, rows, dimension_of, condition_bit } = self.metric;
        let mut bytes = format!("{spec:?} {dimension_of:?} {condition_bit} {:?} {}", rows.dimensions, rows.sql).into_bytes();
        for (slice, is_suppressed) in slices.iter().zip(&self.is_suppressed) {
            digest_key(&slice.key, &mut bytes);
            let (above, below) = slice.value.map_or((0, 0), Amount::parts);
            bytes.extend(above.to_le_bytes().into_iter().chain(below.to_le_bytes()));
            bytes.extend(slice.n.to_le_bytes());
            bytes.extend(slice.n_persons.unwrap_or(u32::MAX).to_le_bytes());
            bytes.extend(slice.frozen.unwrap_or(u32::MAX).to_le_bytes());
            bytes.push(u8::from(*is_suppressed));
        }
        for class in &rows.classes {
            let values = class.values.iter().flat_map(|values| values.iter().copied().chain([u32::MAX]));
            bytes.extend(values.flat_map(u32::to_le_bytes));
            let (year, month) = class.month.map_or((0, 0), |month| (month.year, month.month));
            bytes.extend(year.to_le_bytes().into_iter().chain(month.to_le_bytes()));
            bytes.extend(class.conditions.to_le_bytes());
        }
        match &rows.origin {
            Origin::Table(name) => bytes.extend(name.as_bytes()),
            Origin::Entries(entries) => bytes.extend(entries.iter().flat_map(|entry| entry.0.to_le_bytes())),
            Origin::ViewOf(name, origins) => {
                bytes.extend(name.as_bytes());
                bytes.extend(origins.iter().flat_map(|row| row.to_le_bytes()));
            }
            Origin::Query => {}
        }
        bytes.extend(rows.class_of.iter().flat_map(|class| class.to_le_bytes()));
        *blake3::hash(&bytes).as_bytes()
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

fn digest_key(key: &SliceKey, bytes: &mut Vec<u8>) {
    bytes.extend(key.values.iter().flat_map(|value| value.unwrap_or(u32::MAX).to_le_bytes()));
    bytes.extend(format!("{:?}", key.period).into_bytes());
}

impl Published<'_> {
    /// How plainly persons may be named on which pages.
    pub fn ceilings(&self) -> &Privacy {
        &self.model.site.privacy
    }

    /// The month in which academic years begin.
    pub fn academic_year_starts(&self) -> i8 {
        self.figures.academic_year_starts
    }

    /// The metrics that a site begins with, by id; empty where it does not say.
    pub fn home(&self) -> &[std::sync::Arc<str>] {
        &self.figures.home
    }

    /// The metric of an id.
    pub fn metric(&self, id: &str) -> Option<&PublishedMetric<'_>> {
        self.metrics.iter().find(|metric| &*metric.spec().id == id)
    }
}
