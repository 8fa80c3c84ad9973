//! Reported values beside computed ones: where they differ, both are kept and both are shown.

use crate::diag::{Diagnostic, codes};

use super::amount::Amount;
use super::declare::{Declaration, Declarations, Reported};
use super::figure::{Metric, MetricSpec, Mismatch, SliceKey};

/// The reported values that differ from what was computed, with a finding for each.
///
/// - A reported 95% agrees with 95.04%: the computed value is rounded to the digits that were reported.
/// - Codes: F009 they differ, F010 the slice does not exist.
pub fn mismatches(declared: &Declarations, metrics: &[Metric]) -> (Vec<Mismatch>, Vec<Diagnostic>) {
    let (mut all, mut found) = (Vec::new(), Vec::new());
    for declaration in &declared.metrics {
        let Some(metric) = metrics.iter().find(|metric| metric.spec.id == declaration.spec.id) else { continue };
        for reported in &declaration.reported {
            if let Some((mismatch, diagnostic)) = compare(declaration, metric, reported) {
                all.extend(mismatch);
                found.push(diagnostic);
            }
        }
    }
    (all, found)
}

fn compare(declaration: &Declaration, metric: &Metric, reported: &Reported) -> Option<(Option<Mismatch>, Diagnostic)> {
    let spec = &metric.spec;
    let value = slice_of(spec, reported).and_then(|key| metric.find(&key)).map(|idx| &metric.slices[idx]);
    let Some(slice) = value else {
        let diagnostic = codes::reported_slice_missing.at(reported.place.clone()).with("metric", &spec.title);
        return Some((None, diagnostic.with("value", &reported.written)));
    };
    let computed = match slice.value {
        Some(value) if agrees(spec, value, reported) => return None,
        Some(value) => shown(spec, value),
        // A gap is no number that could agree.
        None => "—".to_owned(),
    };
    let diagnostic = codes::reported_value_differs.at(reported.place.clone()).with("metric", &declaration.spec.title);
    let mismatch = Mismatch {
        title: spec.title.clone(),
        metric: Some((spec.id.clone(), slice.key.clone())),
        entry: None,
        reported: reported.written.clone(),
        computed: computed.clone(),
        source: reported.source.clone(),
        file: reported.place.file(),
    };
    Some((Some(mismatch), diagnostic.with("reported", &reported.written).with("computed", computed)))
}

fn slice_of(spec: &MetricSpec, reported: &Reported) -> Option<SliceKey> {
    let mut values = Vec::with_capacity(reported.values.len());
    for (dimension, written) in reported.values.iter().enumerate() {
        values.push(match written {
            Some(written) => Some(spec.value(dimension, written)?),
            None => None,
        });
    }
    Some(SliceKey { values: values.into(), period: reported.period })
}

fn agrees(spec: &MetricSpec, value: Amount, reported: &Reported) -> bool {
    let n_decimals = reported.n_decimals + if spec.unit == "percent" { 2 } else { 0 };
    value.round(n_decimals, spec.rounding) == reported.amount.round(n_decimals, spec.rounding)
}

/// A value as people read it, in plain digits: `95.0%`.
pub(super) fn shown(spec: &MetricSpec, value: Amount) -> String {
    if spec.unit != "percent" {
        return value.rounded(spec.n_decimals, spec.rounding);
    }
    let percentage = value.mul(Amount::from(100)).unwrap_or(value);
    format!("{}%", percentage.rounded(spec.n_decimals, spec.rounding))
}
