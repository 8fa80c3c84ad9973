//! The slices of one part of a metric to the charts that its pages show: how it went, and how its values compare.

use crate::chart::{Category, Chart, ChartKind, Mark, Reference, Series};
use crate::metrics::{Amount, MetricSpec, Period, PeriodKind, SliceKey};
use crate::plan::{FigureView, Plan};
use crate::privacy::{PublishedMetric, Shown};

use super::slices_of;

/// Three years of months: more would be a wall, and the open data have them.
const N_POINTS_MAX: usize = 36;

/// A year of months, or three years of quarters.
const N_POINTS_OF_SPARK: usize = 12;

/// More bars than these are a list, which the table is already.
const N_BARS_MAX: usize = 30;

/// Two points make a trend.
const N_POINTS_MIN: usize = 2;

impl Plan<'_> {
    /// How a part of a metric went, by the shortest periods that have values; `None` where there is no trend to see.
    pub(in crate::plan) fn trend(
        &self,
        metric: &PublishedMetric<'_>,
        values: &[Option<u32>],
        view: &dyn Fn(usize) -> FigureView,
    ) -> Option<Chart> {
        let points = self.points(metric, values, N_POINTS_MAX)?;
        let spec = metric.spec();
        let title = self.theme.fill("figure.trend", &[("title", &spec.title)]);
        let chart =
            Chart { kind: ChartKind::Line, id: "trend".to_owned(), target: self.target_line(spec), ..self.blank(spec, title) };
        Some(self.with_points(chart, metric, &points, view))
    }

    /// The same, as small as a word.
    pub(in crate::plan) fn spark(&self, metric: &PublishedMetric<'_>, values: &[Option<u32>], id: &str) -> Option<Chart> {
        let points = self.points(metric, values, N_POINTS_OF_SPARK)?;
        let spec = metric.spec();
        let title = self.theme.fill("figure.trend", &[("title", &spec.title)]);
        let chart = Chart { kind: ChartKind::Sparkline, id: format!("spark-{id}"), ..self.blank(spec, title) };
        // What is as small as a word cannot be clicked point by point.
        let view = |slice: usize| FigureView { href: String::new(), ..self.figure(metric, slice, "") };
        Some(self.with_points(chart, metric, &points, &view))
    }

    /// The values of a dimension beside each other, over all time, in their order.
    pub(in crate::plan) fn comparison(
        &self,
        metric: &PublishedMetric<'_>,
        values: &[Option<u32>],
        dimension: usize,
        view: &dyn Fn(usize) -> FigureView,
    ) -> Option<Chart> {
        let spec = metric.spec();
        let declared = &spec.dimensions[dimension];
        let title = self.theme.fill("figure.comparison", &[("title", &spec.title), ("label", &declared.label)]);
        let mut chart =
            Chart { kind: ChartKind::Bar, id: "by-value".to_owned(), target: self.target_line(spec), ..self.blank(spec, title) };
        let mut marks = Vec::new();
        for (position, value) in declared.values.iter().enumerate() {
            let mut values = values.to_vec();
            values[dimension] = Some(position as u32);
            if let Some(slice) = metric.find(&SliceKey { values: values.into(), period: Period::All }) {
                chart.categories.push(Category { label: value.label.clone(), ..Category::default() });
                marks.push(self.mark_of(metric, slice, view));
            }
        }
        if marks.len() < N_POINTS_MIN || marks.len() > N_BARS_MAX {
            return None;
        }
        chart.series.push(Series { label: spec.title.clone(), marks });
        Some(chart)
    }

    fn blank(&self, spec: &MetricSpec, title: String) -> Chart {
        Chart { title, description: spec.definition.clone(), unit: self.unit_title(&spec.unit), ..Chart::default() }
    }

    fn target_line(&self, spec: &MetricSpec) -> Option<Reference> {
        let target = spec.target?;
        let label = self.theme.fill("metric.target_of", &[("target", &self.amount_text(spec, target))]);
        Some(Reference { value: drawn_value(spec, target), label })
    }

    /// The periods of a trend, oldest first, each with its slice: months if there are enough, else quarters or years.
    fn points(&self, metric: &PublishedMetric<'_>, values: &[Option<u32>], n_max: usize) -> Option<Vec<(Period, Option<usize>)>> {
        let slices = slices_of(metric, values);
        for kind in [PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Year, PeriodKind::AcademicYear] {
            let of_kind: Vec<usize> = slices.clone().filter(|slice| metric.key(*slice).period.kind() == kind).collect();
            let n_values = of_kind.iter().filter(|slice| matches!(metric.shown(**slice), Shown::Value { .. })).count();
            if n_values >= N_POINTS_MIN {
                return Some(without_holes(metric, &of_kind, n_max));
            }
        }
        None
    }

    fn with_points(
        &self,
        mut chart: Chart,
        metric: &PublishedMetric<'_>,
        points: &[(Period, Option<usize>)],
        view: &dyn Fn(usize) -> FigureView,
    ) -> Chart {
        let mut marks = Vec::with_capacity(points.len());
        for (period, slice) in points {
            chart.categories.push(Category { label: self.period_title(*period), short: period.to_string(), date: None });
            marks.push(match slice {
                Some(slice) => self.mark_of(metric, *slice, view),
                None => Mark { text: self.theme.word("figure.gap").to_owned(), ..Mark::default() },
            });
        }
        chart.series.push(Series { label: metric.spec().title.clone(), marks });
        chart
    }

    fn mark_of(&self, metric: &PublishedMetric<'_>, slice: usize, view: &dyn Fn(usize) -> FigureView) -> Mark {
        let figure = view(slice);
        let value = match metric.shown(slice) {
            Shown::Value { value, .. } => Some(drawn_value(metric.spec(), value)),
            Shown::Gap(_) | Shown::Suppressed => None,
        };
        let note = figure.n.map(|n| format!("n = {n}")).unwrap_or_default();
        Mark { value, text: figure.whole, href: figure.href, note, state: "" }
    }
}

/// In the chart's unit: a ratio in percent.
fn drawn_value(spec: &MetricSpec, value: Amount) -> f64 {
    if spec.unit == "percent" { value.to_f64() * 100.0 } else { value.to_f64() }
}

/// Every period from the first to the last, so that a gap is as long as it was; the newest `n_max` of them.
fn without_holes(metric: &PublishedMetric<'_>, slices: &[usize], n_max: usize) -> Vec<(Period, Option<usize>)> {
    let (Some(first), Some(last)) = (slices.first(), slices.last()) else { return Vec::new() };
    let first = metric.key(*first).period;
    let mut points = Vec::new();
    let mut period = Some(metric.key(*last).period);
    let mut left = slices.iter().rev().peekable();
    while let Some(here) = period.filter(|here| *here >= first && points.len() < n_max) {
        let slice = left.next_if(|slice| metric.key(**slice).period == here).copied();
        points.push((here, slice));
        period = here.previous();
    }
    points.reverse();
    points
}
