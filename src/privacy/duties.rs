//! Duties, freshness, open loops and the quality of ledgers as pages may show them.
//!
//! The first three are about branches and activities, which are public; of ledgers about persons small numbers are held back.

use crate::metrics::{Compliance, Freshness, Mismatch, OpenLoop, TableQuality};

use super::Published;

/// Rows of a ledger about persons below which nothing is said of it: the default of `[privacy] k`.
const K: u64 = 5;

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

    /// How good the ledgers are; one with very few rows may be about very few persons, and is left out.
    pub fn table_quality(&self) -> impl Iterator<Item = &TableQuality> {
        self.figures.quality.tables.iter().filter(|table| table.n_rows >= K || !table.is_about_persons)
    }

    /// Numbers that differ from what was reported.
    pub fn mismatches(&self) -> &[Mismatch] {
        &self.figures.quality.mismatches
    }
}
