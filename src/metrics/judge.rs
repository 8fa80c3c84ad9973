//! Computed metrics to findings about what cannot be meant: percentages out of bounds, metrics that divide by zero everywhere.

use crate::diag::{Diagnostic, codes};

use super::amount::Amount;
use super::declare::{Allowance, Declaration, Declarations};
use super::figure::Metric;
use super::reported::shown;

/// Findings about the values of metrics.
///
/// - Codes: F011 a percentage over 100 %, F012 a percentage below zero, F013 rows but no value anywhere.
pub fn judge(declared: &Declarations, metrics: &[Metric]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for declaration in &declared.metrics {
        if let Some(metric) = metrics.iter().find(|metric| metric.spec.id == declaration.spec.id) {
            found.extend(out_of_bounds(declaration, metric));
            found.extend(nowhere(metric));
        }
    }
    found
}

/// The first slice of a percentage that is out of bounds; one is enough to look for the cause.
fn out_of_bounds(declaration: &Declaration, metric: &Metric) -> Option<Diagnostic> {
    if metric.spec.unit != "percent" {
        return None;
    }
    let is_allowed = |allowance| declaration.allow.contains(&allowance);
    for slice in &metric.slices {
        let Some(value) = slice.value else { continue };
        let code = if value > Amount::from(1) && !is_allowed(Allowance::OverHundred) {
            &codes::percentage_over_hundred
        } else if value.is_negative() && !is_allowed(Allowance::Negative) {
            &codes::percentage_below_zero
        } else {
            continue;
        };
        let diagnostic = code.at(metric.spec.place.clone()).with("metric", &metric.spec.title);
        return Some(diagnostic.with("value", shown(&metric.spec, value)).with("slice", metric.spec.slice_id(&slice.key)));
    }
    None
}

fn nowhere(metric: &Metric) -> Option<Diagnostic> {
    let has_rows = metric.slices.iter().any(|slice| slice.n > 0);
    let has_value = metric.slices.iter().any(|slice| slice.value.is_some());
    (has_rows && !has_value).then(|| codes::no_value_anywhere.at(metric.spec.place.clone()).with("metric", &metric.spec.title))
}
