//! The condition of a duty to the branches that it binds.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diag::{Diagnostic, Place, codes};
use crate::metrics::database::{Database, DatabaseFault, Need, Stock};
use crate::metrics::formula::{parse_row, place_within};
use crate::metrics::relation::{Relation, relations};
use crate::model::form::Written;
use crate::model::{Model, Table};
use crate::source::Sources;

use super::branches::Branches;
use super::cadence::{Condition, DutyRule};

/// The table that conditions are about.
const BRANCHES: &str = "branches";

/// The branches of each duty, as many sets as rules. A condition that is refused binds nobody, which keeps the site from being written.
///
/// - Codes: F101–F130 the condition, F307 it cannot be computed.
pub(super) fn bound(
    sources: &Sources,
    model: &Model,
    branches: &Branches,
    rules: &[DutyRule],
    found: &mut Vec<Diagnostic>,
) -> Vec<BTreeSet<Arc<str>>> {
    let all: BTreeSet<Arc<str>> = branches.branches.iter().map(|branch| branch.id.clone()).collect();
    let asking = model.tables.get(BRANCHES).map(|table| Asking::new(sources, model, table));
    let mut bound = Vec::with_capacity(rules.len());
    for rule in rules {
        bound.push(match (&rule.applies, &asking) {
            (None, _) => all.clone(),
            (Some(condition), Some(asking)) => asking.ask(condition).unwrap_or_else(|fault| {
                found.push(*fault);
                BTreeSet::new()
            }),
            // Texts about branches do not say what a condition asks.
            (Some(_), None) => BTreeSet::new(),
        });
    }
    bound
}

/// Whom conditions are asked.
struct Asking<'a> {
    sources: &'a Sources,
    stock: Stock<'a>,
    table: &'a Table,
}

impl<'a> Asking<'a> {
    fn new(sources: &'a Sources, model: &'a Model, table: &'a Table) -> Self {
        Self { sources, stock: Stock::new(model, relations(model, &[])), table }
    }

    fn ask(&self, condition: &Condition) -> Result<BTreeSet<Arc<str>>, Box<Diagnostic>> {
        let Some(relation) = self.stock.relation(BRANCHES) else { return Ok(BTreeSet::new()) };
        let rows = self.rows(condition, relation)?;
        let ids = rows.into_iter().filter_map(|row| self.table.row(row as usize)?.text("id").map(Arc::from));
        Ok(ids.collect())
    }

    fn rows(&self, condition: &Condition, relation: &Relation) -> Result<Vec<u32>, Box<Diagnostic>> {
        let sql = parse_row(&condition.written, relation).map_err(|fault| {
            let place = condition.at.map_or(Place::Project, |(file, span)| {
                place_within(file, &self.sources.text(file), Written { text: &condition.written, span }, &fault.range)
            });
            Box::new(fault.at(place))
        })?;
        let asked = Database::load(&self.stock, &[Need::of(BRANCHES, None, [sql.as_str()])])
            .and_then(|database| database.rows(BRANCHES, None, &[], Some(&sql)));
        let rows = asked.map_err(|fault| Box::new(cannot_run(condition, &fault)))?;
        Ok(rows.into_iter().map(|row| row.row).collect())
    }
}

fn cannot_run(condition: &Condition, fault: &DatabaseFault) -> Diagnostic {
    let place = condition.at.map_or(Place::Project, |(file, span)| Place::Text(file, span));
    codes::condition_cannot_run.at(place).with("why", &fault.message)
}
