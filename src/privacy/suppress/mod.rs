//! Figures to which of them are held back.

use crate::metrics::{Metric, Slice};

/// For each metric and slice, whether it is held back.
pub(super) fn suppress(metrics: &[Metric], k: u32) -> Vec<Vec<bool>> {
    metrics.iter().map(|metric| metric.slices.iter().map(|slice| is_small(metric, slice, k)).collect()).collect()
}

/// Whether a figure is over too few persons to be shown.
fn is_small(metric: &Metric, slice: &Slice, k: u32) -> bool {
    if !metric.spec.is_about_persons || metric.spec.public_reason.is_some() || slice.n == 0 {
        return false;
    }
    // Where nobody counted the persons, there are at most as many as rows.
    slice.n_persons.map_or(slice.n, u64::from) < u64::from(k)
}
