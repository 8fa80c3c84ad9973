//! The figures that a page of another kind begins with: those of the site, of a month, of a branch.

use jiff::civil::Date;

use crate::metrics::{Dimension, Period, SliceKey};
use crate::model::date::Month;
use crate::plan::figure::{slices_of, whole_of};
use crate::plan::{FigureRow, FigureTable, KeyFigure, Plan};
use crate::privacy::{PublishedMetric, Shown};

/// The key figures of the home page: those that the site names, else the first `n`.
pub(super) fn of_home(plan: &Plan<'_>, root: &str, n: usize) -> Vec<KeyFigure> {
    let named: Vec<_> = plan.figures.home().iter().filter_map(|id| plan.figures.metric(id)).collect();
    if named.is_empty() {
        return of_site(plan, root, n);
    }
    named.into_iter().map(|metric| whole(plan, metric, root)).collect()
}

/// The first key figures of the site: those that it names, then the others.
pub(super) fn of_site(plan: &Plan<'_>, root: &str, n: usize) -> Vec<KeyFigure> {
    let home = plan.figures.home();
    let named = home.iter().filter_map(|id| plan.figures.metric(id));
    let others = plan.figures.metrics.iter().filter(|metric| !home.contains(&metric.spec().id));
    named.chain(others).take(n).map(|metric| whole(plan, metric, root)).collect()
}

fn whole(plan: &Plan<'_>, metric: &PublishedMetric<'_>, root: &str) -> KeyFigure {
    let figure = plan.figure_of(metric, &whole_of(metric.spec()), root);
    let latest = newest_with_value(metric).map(|slice| plan.figure(metric, slice, root));
    let spark = plan.spark(metric, &whole_of(metric.spec()).values, &metric.spec().id);
    let trend = spark.map(|chart| plan.drawn(&chart, String::new(), Vec::new(), false).narrow).unwrap_or_default();
    KeyFigure { figure, latest, trend }
}

/// The newest month of the whole that has a value; where there are no months, the newest quarter or year.
fn newest_with_value(metric: &PublishedMetric<'_>) -> Option<usize> {
    let whole = whole_of(metric.spec());
    // Periods are sorted by kind, the shortest last, then by time.
    let has_value = |slice: &usize| matches!(metric.shown(*slice), Shown::Value { .. });
    slices_of(metric, &whole.values).rev().filter(has_value).find(|slice| metric.key(*slice).period != Period::All)
}

/// The figures of a month, of each metric that has one.
pub(super) fn of_month(plan: &Plan<'_>, root: &str, month: Date) -> Vec<KeyFigure> {
    let period = Period::Month(Month { year: month.year(), month: month.month() });
    let mut keys = Vec::new();
    for metric in &plan.figures.metrics {
        let key = SliceKey { period, ..whole_of(metric.spec()) };
        if let Some(slice) = metric.find(&key).filter(|slice| !matches!(metric.shown(*slice), Shown::Gap(_))) {
            keys.push(KeyFigure { figure: plan.figure(metric, slice, root), latest: None, trend: String::new() });
        }
    }
    keys
}

/// The figures of a branch: for each metric that is cut by branches, this year's and all.
pub(super) fn of_branch(plan: &Plan<'_>, root: &str, id: &str) -> Option<FigureTable> {
    let periods = [Period::Year(plan.model.as_of.year()), Period::All];
    let mut rows = Vec::new();
    for metric in &plan.figures.metrics {
        let spec = metric.spec();
        let Some(dimension) = spec.dimensions.iter().position(is_of_branches) else { continue };
        let Some(value) = spec.dimensions[dimension].values.iter().position(|value| &*value.id == id) else { continue };
        let mut key = whole_of(spec);
        key.values[dimension] = Some(value as u32);
        let of_period = |period: Period| {
            let slice = metric.find(&SliceKey { period, ..key.clone() })?;
            Some(plan.figure(metric, slice, root))
        };
        let href = format!("{root}metrics/{}/index.html", spec.id);
        rows.push(FigureRow { head: spec.title.clone(), href, cells: periods.into_iter().map(of_period).collect() });
    }
    let columns = periods.into_iter().map(|period| plan.period_title(period)).collect();
    let word = |name: &str| plan.theme.word(&format!("overview.{name}")).to_owned();
    let n_total = rows.len();
    (n_total > 0).then(|| FigureTable { title: word("of_branch"), corner: word("metric"), columns, rows, n_total })
}

/// Whether a metric's dimension is the branches.
pub(super) fn is_of_branches(dimension: &Dimension) -> bool {
    dimension.references.as_deref() == Some("branches")
}
