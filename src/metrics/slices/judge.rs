//! Values of a metric that cannot be: said at the metric's formula, with the slice that has them.

use crate::diag::{Diagnostic, codes};
use crate::metrics::amount::{Amount, Rounding};
use crate::metrics::definition::Definition;
use crate::metrics::figure::{Metric, Slice};

/// The unit whose values are ratios.
const PERCENT: &str = "percent";

/// Says what cannot be.
///
/// - Codes: F025 above 100 %, F026 below zero, F027 nothing to divide by anywhere (warning).
pub(super) fn judge(metric: &Metric, definition: &Definition, found: &mut Vec<Diagnostic>) {
    let is_percent = metric.spec.unit == PERCENT;
    let over = |value: &Amount| *value > Amount::from(1);
    if is_percent && !definition.allowed.over_100 {
        say(metric, definition, &codes::percent_over_100, over, found);
    }
    if is_percent && !definition.allowed.negative {
        say(metric, definition, &codes::percent_below_0, |value| value.is_negative(), found);
    }
    let total = metric.slices.first().filter(|slice| slice.n > 0 && slice.value.is_none());
    if total.is_some() && metric.slices.iter().all(|slice| slice.value.is_none()) {
        found.push(codes::value_is_nothing.at(definition.spec.place.clone()).with("metric", &metric.spec.id));
    }
}

/// One finding for all slices of a metric: the coarsest is named, and how many there are.
fn say(
    metric: &Metric,
    definition: &Definition,
    code: &'static crate::diag::Code,
    is_wrong: impl Fn(&Amount) -> bool,
    found: &mut Vec<Diagnostic>,
) {
    let wrong: Vec<&Slice> = metric.slices.iter().filter(|slice| slice.value.as_ref().is_some_and(&is_wrong)).collect();
    let Some(first) = wrong.first() else { return };
    let value = first.value.and_then(|value| value.mul(Amount::from(100))).map(|value| value.rounded(1, Rounding::HalfUp));
    let diagnostic =
        code.at(definition.spec.place.clone()).with("metric", &metric.spec.id).with("slice", slice_name(metric, first));
    found.push(diagnostic.with("value", value.unwrap_or_default()).with("n", wrong.len()));
}

/// `branch=shukong;period=2024-03`, and `all` for the whole.
pub(super) fn slice_name(metric: &Metric, slice: &Slice) -> String {
    let mut parts = Vec::new();
    for (dimension, value) in metric.spec.dimensions.iter().zip(&slice.key.values) {
        if let Some(value) = value.and_then(|value| dimension.values.get(value as usize)) {
            parts.push(format!("{}={}", dimension.id, value.id));
        }
    }
    let period = slice.key.period.to_string();
    if !period.is_empty() {
        parts.push(format!("period={period}"));
    }
    if parts.is_empty() { "all".to_owned() } else { parts.join(";") }
}
