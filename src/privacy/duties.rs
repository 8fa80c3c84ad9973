//! Duties, freshness, open loops and the quality of ledgers as pages may show them.
//!
//! The first three are about branches and activities, which are public; of ledgers about persons small numbers are held back.

use crate::metrics::{Compliance, Freshness, Mismatch, OpenLoop, TableQuality};

use super::Published;

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

    /// Numbers that differ from what was reported.
    pub fn mismatches(&self) -> &[Mismatch] {
        &self.figures.quality.mismatches
    }
}
