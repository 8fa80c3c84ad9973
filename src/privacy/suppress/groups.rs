//! Metrics to the ledgers that they are read from: those of one ledger can be added and subtracted.

use std::sync::Arc;

use crate::metrics::Metric;

use super::is_guarded;

/// Positions of the metrics of each ledger, in the order of the first; metrics whose figures are public are in none.
pub(super) fn groups(metrics: &[Metric]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (idx, metric) in metrics.iter().enumerate() {
        if !is_guarded(metric) {
            continue;
        }
        match groups.iter_mut().find(|group| Arc::ptr_eq(&metrics[group[0]].rows, &metric.rows)) {
            Some(group) => group.push(idx),
            None => groups.push(vec![idx]),
        }
    }
    groups
}
