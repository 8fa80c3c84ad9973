//! Metrics to the ledgers that they are read from: those of one ledger can be added and subtracted.

use std::sync::Arc;

use crate::metrics::{Metric, Rows};

use super::is_guarded;

/// Conditions of one ledger are bits of one number. Nobody reads that many metrics over one table.
const N_METRICS_MAX: usize = 120;

/// Positions of the metrics of each ledger, in the order of the first; metrics whose figures are public are in none.
pub(super) fn groups(metrics: &[Metric]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (idx, metric) in metrics.iter().enumerate() {
        if !is_guarded(metric) {
            continue;
        }
        match groups.iter_mut().find(|group| group.len() < N_METRICS_MAX && is_same_ledger(&metrics[group[0]].rows, &metric.rows))
        {
            Some(group) => group.push(idx),
            None => groups.push(vec![idx]),
        }
    }
    groups
}

/// Whether two metrics count the same rows, sorted into classes in the same way or in two.
fn is_same_ledger(a: &Arc<Rows>, b: &Arc<Rows>) -> bool {
    let is_same = || a.from == b.from && a.class_of.len() == b.class_of.len() && a.origin == b.origin;
    Arc::ptr_eq(a, b) || (!a.class_of.is_empty() && is_same())
}
