//! Figures that were published with another value: each with the old one, the new one, and the reason.

use crate::diag::Diagnostic;
use crate::metrics::corrections::{Correction, Corrections, Current, corrections};
use crate::model::number::parse_number;
use crate::plan::{Content, CorrectionView, CorrectionsView, Page, PageView, Plan, paths};
use crate::privacy::{Published, Shown};
use crate::source::Sources;

use super::{date_view, frame};

/// Compares what is shown with what was published.
///
/// - Codes: F160–F163.
pub(in crate::plan) fn compare(sources: &Sources, figures: &Published<'_>, found: &mut Vec<Diagnostic>) -> Vec<Correction> {
    let mut corrections = corrections(sources).into_value(found);
    keep_closed(&mut corrections, sources, figures);
    corrections.compare(|metric, slice| current(figures, metric, slice)).into_value(found)
}

/// Leaves out what was still growing on the day of publishing, if that day is over: a new activity is no correction of the old count.
fn keep_closed(corrections: &mut Corrections, sources: &Sources, figures: &Published<'_>) {
    let Ok(published_on) = corrections.as_of.parse::<jiff::civil::Date>() else { return };
    if sources.as_of() <= published_on {
        return;
    }
    let starts = figures.academic_year_starts();
    corrections.published.retain(|(metric, slice), _| {
        let key = figures.metric(metric).and_then(|metric| metric.spec().slice_of_id(slice));
        key.is_none_or(|key| key.period.last_day(starts).is_some_and(|last| last <= published_on))
    });
}

fn current(figures: &Published<'_>, metric: &str, slice: &str) -> Current {
    let Some(metric) = figures.metric(metric) else { return Current::NoMetric };
    let slice = metric.spec().slice_of_id(slice).and_then(|key| metric.find(&key));
    match slice.map(|slice| metric.shown(slice)) {
        Some(Shown::Value { value, .. }) => Current::Value(value.to_open()),
        Some(Shown::Gap(_)) => Current::Value(String::new()),
        Some(Shown::Suppressed) => Current::Suppressed,
        None => Current::NoSlice,
    }
}

/// The page of corrections.
pub(super) fn view(plan: &Plan<'_>, page: &Page) -> PageView {
    let root = paths::root_of(page.path.as_str());
    let mut corrections: Vec<&Correction> = plan.corrections.iter().collect();
    // The newest first; those of one day in the order of their ids.
    corrections.sort_by_key(|correction| std::cmp::Reverse(correction.on));
    let corrections = corrections.into_iter().filter_map(|one| correction(plan, one, &root)).collect();
    let title = plan.theme.word("section.corrections").to_owned();
    let content = Content::Corrections(CorrectionsView { corrections });
    let view = frame(plan, &page.path, "corrections.html", "corrections", title, content);
    PageView { description: plan.theme.word("corrections.lead").to_owned(), ..view }
}

fn correction(plan: &Plan<'_>, correction: &Correction, root: &str) -> Option<CorrectionView> {
    let metric = plan.figures.metric(&correction.metric)?;
    let key = metric.spec().slice_of_id(&correction.slice)?;
    // What was published is as exact as open data are; people read it as they read the new one.
    let old = match parse_number(&correction.old) {
        Ok(old) => plan.amount_text(metric.spec(), old.into()),
        Err(_) if correction.old.is_empty() => plan.theme.word("figure.gap").to_owned(),
        Err(_) => correction.old.clone(),
    };
    Some(CorrectionView {
        figure: plan.figure_of(metric, &key, root),
        old,
        why: correction.why.clone(),
        on: correction.on.map(date_view),
        by: correction.by.clone().unwrap_or_default(),
    })
}
