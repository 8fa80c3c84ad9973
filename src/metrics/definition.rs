//! A declared metric as the engine computes it.

use crate::diag::Place;

use super::figure::MetricSpec;
use super::formula::Formula;
use super::period::PeriodKind;

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
    /// What a value may be.
    pub allowed: Allowed,
    /// Where its formula stands.
    pub value_place: Place,
}

/// Values that are mistakes unless a metric says otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Allowed {
    /// A percentage above 100 %.
    pub over_100: bool,
    /// A number below zero.
    pub negative: bool,
}
