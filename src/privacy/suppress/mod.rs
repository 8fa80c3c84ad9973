//! Figures to which of them are held back, so that what is shown gives away nothing that is not.
//!
//! A figure over fewer than k persons is *small*. Holding back the small ones alone does not help: a total minus its other
//! parts is the part that was held back. So others are held back too, until **no held-back figure lies in the row span of
//! the shown ones** (over the rationals). One ledger is judged as a whole: every metric over the same rows, with its own
//! condition and its own cuts, by every calendar (quarters, years and academic years overlap).
//!
//! What is unknown to a reader is how much each class of rows brings; a figure is the sum over some classes: a vector of 0
//! and 1 with a component for each class. Because `n` is shown with each value, a ratio gives away both of its sums, so that
//! one vector stands for all that a figure says. A slice without rows is a gap, and gaps are public facts.
//!
//! **The proof.** For each small figure `p` the road finds a *witness*: whole numbers `y`, one for each class, with
//! `y·p ≠ 0`. Then every figure `s` with `y·s ≠ 0` is held back ([`witness`]). Let `S` be what remains to be shown. Each
//! witness is orthogonal to all of `S`, hence to the span of `S`. Each held-back figure has a witness it is not orthogonal to,
//! hence it does not lie in that span. Nothing depends on how well a witness was chosen; only on how many figures it costs.
//! So there is no large system to solve, and time grows with the number of small figures.
//!
//! Out of scope, and said so on the privacy page: what somebody knows from elsewhere; a share of 0 % or 100 % over k or more
//! persons, which says the same of each of them; the least and the greatest value of a shown slice; bounds (a part is not
//! larger than its whole). A metric that the site shows with a reason (`sensitivity = "public"`) is outside of the ledger:
//! its own figures are public, whatever they say about others.

mod facets;
mod groups;
mod ledger;
mod lines;
#[cfg(test)]
mod tests;
mod witness;

use std::sync::Arc;

use crate::metrics::{Metric, Rows, Slice};

use self::ledger::Ledger;

pub(super) use self::ledger::coarser;

/// What is held back.
#[derive(Debug)]
pub(super) struct Suppression {
    /// For each metric and slice, whether it is held back.
    pub(super) is_suppressed: Vec<Vec<bool>>,
    /// For each ledger its rows, and which of their classes a witness rests on.
    ///
    /// How many rows such a class has is what nobody may learn, so its rows are listed without what would tell the class. About all
    /// other classes everything may be known: each witness is zero there, so it is orthogonal to whatever is said of them.
    pub(super) hidden: Vec<(Arc<Rows>, Vec<bool>)>,
}

/// Decides what is held back.
pub(super) fn suppress(metrics: &[Metric], k: u32, academic_year_starts: i8) -> Suppression {
    let mut is_suppressed: Vec<Vec<bool>> = metrics.iter().map(|metric| vec![false; metric.slices.len()]).collect();
    let mut hidden = Vec::new();
    for group in groups::groups(metrics) {
        let members: Vec<&Metric> = group.iter().map(|idx| &metrics[*idx]).collect();
        let ledger = Ledger::of(&members, k, academic_year_starts);
        let held_back = witness::hold_back(&ledger);
        for (metric_idx, cells) in group.iter().zip(&ledger.cell_of_slice) {
            for (slice_idx, cell) in cells.iter().enumerate() {
                is_suppressed[*metric_idx][slice_idx] = cell.is_some_and(|cell| held_back.cells[cell as usize]);
            }
        }
        hidden.extend(ledger.classes_with(&held_back.atoms));
    }
    Suppression { is_suppressed, hidden }
}

/// Whether some figures of a metric may have to be held back.
fn is_guarded(metric: &Metric) -> bool {
    metric.spec.is_about_persons && metric.spec.public_reason.is_none()
}

/// Whether a figure is over too few persons to be shown.
pub(super) fn is_small(slice: &Slice, k: u32) -> bool {
    // Where nobody counted the persons, there are at most as many as rows.
    slice.n > 0 && slice.n_persons.map_or(slice.n, u64::from) < u64::from(k)
}
