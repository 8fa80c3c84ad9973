//! The rows behind one slice, as many as a page lists.

use crate::plan::EvidenceView;
use crate::plan::figure::{anchor_of, count_text};

use super::Here;

/// The evidence of a slice, by its position in the metric.
pub(super) fn of(here: &Here<'_>, slice: usize) -> EvidenceView {
    let figure = here.figure(slice);
    let mut title = figure.parts.clone();
    title.push(figure.period.clone());
    let n_total = figure.n.unwrap_or_default();
    let n_listed = n_total.min(here.n_listed);
    EvidenceView {
        anchor: anchor_of(&figure.slice),
        title: title.join(here.plan.theme.word("figure.joint")),
        columns: Vec::new(),
        rows: Vec::new(),
        n_listed: count_text(n_listed),
        n_total: count_text(n_total),
        is_cut: n_listed < n_total,
        href: String::new(),
        is_query: false,
        figure,
    }
}
