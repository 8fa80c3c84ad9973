//! Files below `data/` to typed tables whose rows refer to each other and to entries.
//!
//! The road: [`plan_tables`] says which file holds which table, [`TablePlan::read_part`] understands one file (files may be read at
//! the same time), [`TablePlan::join`] checks rows against each other and against entries. Who may see what is decided by
//! `privacy`, not here.

mod cell;
mod columnar;
mod datum;
mod declare;
mod heading;
mod join;
mod keys;
mod mapping;
mod part;
mod plan;
mod references;
mod schema;
mod settings;
mod tables;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use super::vocabulary::Vocabulary;
use crate::diag::Outcome;
use crate::source::Sources;

pub use columnar::ColumnPart;
pub use datum::{Cell, Items};
pub use declare::TABLES_PATH;
pub use mapping::SOURCES_PATH;
pub use part::Part;
pub use plan::{PlannedFile, TableLimits, TablePlan, plan_tables};
pub use references::EntryIds;
pub use schema::{ColumnSchema, ENTRY_KINDS, Kind, Range, Schemas, Sensitivity, TableSchema};
pub use tables::{Row, Table, Tables};

/// The whole road in one step, file after file.
///
/// - Codes: those of [`plan_tables`], [`TablePlan::read_part`] and [`TablePlan::join`].
pub fn read_tables(sources: &Sources, vocabulary: &Vocabulary, entries: &EntryIds, limits: TableLimits) -> Outcome<Tables> {
    let mut found = Vec::new();
    let plan = plan_tables(sources, vocabulary, limits).into_value(&mut found);
    let mut parts = Vec::with_capacity(plan.files.len());
    for planned in &plan.files {
        parts.push(Arc::new(plan.read_part(sources, planned, vocabulary).into_value(&mut found)));
    }
    let tables = plan.join(parts, entries).into_value(&mut found);
    Outcome::new(tables, found)
}
