//! Duties, freshness, open loops and the quality of ledgers as pages may show them.
//!
//! The first three are about branches and activities, which are public; of ledgers about persons small numbers are held back.

use crate::metrics::{Compliance, Freshness, Mismatch, OpenLoop, TableQuality};

use super::{Published, Shown};

impl Published<'_> {
    /// Duties against what took place.
    pub fn compliance(&self) -> &Compliance {
        &self.figures.compliance
    }

    /// What should be renewed, the most overdue first.
    pub fn freshness(&self) -> &[Freshness] {
        &self.figures.freshness
    }

    /// What is not finished, the oldest first.
    pub fn open_loops(&self) -> &[OpenLoop] {
        &self.figures.open_loops
    }

    /// How good the ledgers are; one about persons with fewer than `k` rows is left out.
    pub fn table_quality(&self, k: u64) -> impl Iterator<Item = &TableQuality> {
        self.figures.quality.tables.iter().filter(move |table| table.n_rows >= k || !table.is_about_persons)
    }

    /// Numbers that differ from what was reported, but for those of figures that are held back: the difference would tell them.
    pub fn mismatches(&self) -> impl Iterator<Item = &Mismatch> {
        self.figures.quality.mismatches.iter().filter(|mismatch| self.is_told(mismatch))
    }

    fn is_told(&self, mismatch: &Mismatch) -> bool {
        let Some((id, key)) = &mismatch.metric else { return true };
        let slice = self.metric(id).and_then(|metric| Some((metric, metric.find(key)?)));
        slice.is_some_and(|(metric, slice)| metric.shown(slice) != Shown::Suppressed)
    }
}
