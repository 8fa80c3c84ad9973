//! A figure in a sentence to the link that stands there, its number checked.

use crate::diag::{Diagnostic, codes};
use crate::metrics::Period;
use crate::model::requests::FigureLink;
use crate::plan::{FigureView, Plan};
use crate::privacy::Shown;

use super::part::Part;
use super::prose;

/// How many periods a help offers.
const N_PERIODS: usize = 6;

impl Plan<'_> {
    /// The figure that a link means, and what readers see of it.
    ///
    /// - Codes: P202–P206 for what it means, P207 held back, P208 no number there yet, P209 not a number, P210 another number.
    pub(in crate::plan) fn figure_link(
        &self,
        link: &FigureLink,
        root: &str,
        found: &mut Vec<Diagnostic>,
    ) -> Option<(FigureView, String)> {
        let metric = self.asked_metric(&link.metric, found)?;
        let part = self.asked_part(metric, &link.filters, link.period.as_ref(), found)?;
        let key = part.key();
        let view = self.figure_of(metric, &key, root);
        let at = link.text.place.clone();
        match metric.find(&key).map_or(Shown::Gap(0), |slice| metric.shown(slice)) {
            Shown::Suppressed => {
                found.push(codes::suppressed_in_prose.at(at).with("title", &view.title));
                None
            }
            Shown::Gap(_) => {
                let diagnostic = codes::no_figure_in_prose.at(at).with("title", &view.title).with("period", &view.period);
                found.push(diagnostic.with_some("known", newest(&part)));
                None
            }
            Shown::Value { .. } if link.is_open => {
                let text = filled_in(&view);
                Some((view, text))
            }
            Shown::Value { value, .. } => {
                let Some(stated) = prose::read(&link.text.text) else {
                    found.push(codes::no_number_in_prose.at(at).with("text", &link.text.text).with("right", &view.whole));
                    return None;
                };
                if !prose::is_right(stated, metric.spec(), value) {
                    let diagnostic = codes::wrong_number_in_prose.at(at).with("title", &view.title);
                    found.push(diagnostic.with("written", &link.text.text).with("right", &view.whole));
                }
                Some((view, link.text.text.clone()))
            }
        }
    }
}

/// The newest periods of the same kind that have a figure, as they are written.
fn newest(part: &Part<'_>) -> Option<String> {
    let periods = part.used_periods(part.period.kind());
    let newest: Vec<String> = periods.iter().rev().take(N_PERIODS).map(|period| format!("`{period}`")).collect();
    (part.period != Period::All && !newest.is_empty()).then(|| newest.join(" "))
}

/// The number as it fits into any sentence: a sign belongs to it, a word for the unit is the sentence's own.
fn filled_in(view: &FigureView) -> String {
    if view.is_unit_word { view.text.clone() } else { view.whole.clone() }
}
