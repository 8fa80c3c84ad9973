//! A declared metric as the engine computes it.

use super::declare::Declaration;
use super::figure::MetricSpec;
use super::formula::Formula;
use super::period::PeriodKind;
use super::relation::Relation;

/// A metric whose formula has been parsed and allowed.
#[derive(Clone, Debug)]
pub struct Definition {
    /// What people read of it. Its dimensions have no values yet, and its `sql` is empty.
    pub spec: MetricSpec,
    /// What is computed.
    pub formula: Formula,
    /// Which rows count, as SQL with every name in full.
    pub condition: Option<String>,
    /// Full name of the column that dates a row.
    pub time: Option<String>,
    /// Full names of the dimensions' columns, as many as `spec.dimensions`.
    pub by: Vec<String>,
    /// The kinds of periods that are computed, besides everything.
    pub periods: Vec<PeriodKind>,
}

impl Definition {
    /// A declared metric; names are looked up in the relations that it was declared over.
    pub fn of(declaration: &Declaration, relations: &[Relation]) -> Option<Self> {
        let relation = relations.get(declaration.relation)?;
        let name = |idx: &usize| relation.columns.get(*idx).map(|column| column.name.clone());
        let periods = declaration.periods.iter().copied().filter(|kind| *kind != PeriodKind::All).collect();
        Some(Self {
            spec: declaration.spec.clone(),
            formula: declaration.formula.clone(),
            condition: declaration.condition.clone(),
            time: declaration.time.as_ref().and_then(name),
            by: declaration.dimensions.iter().filter_map(name).collect(),
            periods,
        })
    }
}
