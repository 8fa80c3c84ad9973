//! The condition of a duty to the branches that it binds.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diag::Diagnostic;
use crate::model::Model;
use crate::model::table::Cell;

use super::branches::Branches;
use super::cadence::DutyRule;

/// The branches of a duty; all of them where it has no condition.
pub(super) fn bound(model: &Model, branches: &Branches, rule: &DutyRule, _found: &mut Vec<Diagnostic>) -> BTreeSet<Arc<str>> {
    let Some(condition) = &rule.applies else { return branches.branches.iter().map(|branch| branch.id.clone()).collect() };
    let Some(table) = model.tables.get("branches") else { return BTreeSet::new() };
    let Some(column) = table.schema().column(&condition.written) else { return BTreeSet::new() };
    let rows = table.rows().filter(|row| row.cell(column) == Cell::Bool(true));
    rows.filter_map(|row| row.text("id").map(Arc::from)).collect()
}
