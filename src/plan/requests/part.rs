//! What an author wrote (a metric, dimensions with values, a period) to the part of the figures that it means.

use crate::diag::{Diagnostic, codes, nearest};
use crate::metrics::{Dimension, Period, PeriodKind, SliceKey};
use crate::model::requests::{Asked, Filter};
use crate::plan::Plan;
use crate::privacy::PublishedMetric;

/// A metric with what of it is meant.
#[derive(Clone, Debug)]
pub(super) struct Part<'p> {
    pub(super) metric: &'p PublishedMetric<'p>,
    /// For each dimension the value that it is held at.
    pub(super) values: Vec<Option<u32>>,
    pub(super) period: Period,
}

/// What the values along a side of a chart or table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// The values of a dimension, by its position.
    Dimension(usize),
    /// Periods of a kind.
    Periods(PeriodKind),
}

/// One step along a side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Value(usize, u32),
    Period(Period),
}

/// Kinds of periods that a side may name, in the order in which they are offered.
const SIDE_PERIODS: [PeriodKind; 4] = [PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Year, PeriodKind::AcademicYear];

/// How many choices a help lists.
const N_CHOICES: usize = 12;

impl Plan<'_> {
    /// The metric of a name.
    ///
    /// - Codes: P202 unknown metric.
    pub(super) fn asked_metric(&self, asked: &Asked, found: &mut Vec<Diagnostic>) -> Option<&PublishedMetric<'_>> {
        if let Some(metric) = self.figures.metric(&asked.text) {
            return Some(metric);
        }
        // Whoever knows a metric by its title is told its id.
        let by_title = self.figures.metrics.iter().find(|metric| metric.spec().title == asked.text);
        let ids = || self.figures.metrics.iter().map(|metric| &*metric.spec().id);
        let near = by_title.map(|metric| &*metric.spec().id).or_else(|| nearest(&asked.text, ids()));
        let diagnostic = codes::unknown_metric_asked.at(asked.place.clone()).with("metric", &asked.text);
        let known = choices(ids().map(str::to_owned));
        found.push(diagnostic.with_some("near", near).with_some("known", known));
        None
    }

    /// The part of a metric that filters and a period mean.
    ///
    /// - Codes: P203 unknown dimension, P204 unknown value, P205 not a period, P206 a metric without time.
    pub(super) fn asked_part<'p>(
        &'p self,
        metric: &'p PublishedMetric<'p>,
        filters: &[Filter],
        period: Option<&Asked>,
        found: &mut Vec<Diagnostic>,
    ) -> Option<Part<'p>> {
        let mut part = Part { metric, values: vec![None; metric.spec().dimensions.len()], period: Period::All };
        let mut is_whole = true;
        for (key, value) in filters {
            match self.asked_filter(metric, key, value, found) {
                Some((dimension, value)) => part.values[dimension] = Some(value),
                None => is_whole = false,
            }
        }
        if let Some(asked) = period {
            match self.asked_period(metric, asked, found) {
                Some(period) => part.period = period,
                None => is_whole = false,
            }
        }
        is_whole.then_some(part)
    }

    fn asked_filter(
        &self,
        metric: &PublishedMetric<'_>,
        key: &Asked,
        value: &Asked,
        found: &mut Vec<Diagnostic>,
    ) -> Option<(usize, u32)> {
        let dimensions = &metric.spec().dimensions;
        let Some(idx) = dimension_of(dimensions, &key.text) else {
            found.push(unknown_dimension(metric, key, &[]));
            return None;
        };
        let values = &dimensions[idx].values;
        let position = values.iter().position(|known| *known.id == *value.text || known.label == value.text);
        if let Some(position) = position {
            return Some((idx, position as u32));
        }
        let by_label = || nearest(&value.text, values.iter().map(|known| known.label.as_str()));
        let of_label = || values.iter().find(|known| Some(known.label.as_str()) == by_label()).map(|known| &*known.id);
        let near = nearest(&value.text, values.iter().map(|known| &*known.id)).or_else(of_label);
        let diagnostic = codes::unknown_value_asked.at(value.place.clone()).with("value", &value.text);
        let diagnostic = diagnostic.with("dimension", &dimensions[idx].label).with("metric", &metric.spec().title);
        let known = choices(values.iter().map(|known| known.id.to_string()));
        found.push(diagnostic.with_some("near", near).with_some("known", known));
        None
    }

    /// A period as written.
    pub(super) fn asked_period(
        &self,
        metric: &PublishedMetric<'_>,
        asked: &Asked,
        found: &mut Vec<Diagnostic>,
    ) -> Option<Period> {
        let Some(period) = Period::parse(&asked.text).filter(|period| period.kind() != PeriodKind::Half) else {
            found.push(codes::bad_period_asked.at(asked.place.clone()).with("period", &asked.text));
            return None;
        };
        if period != Period::All && metric.spec().time.is_none() {
            let diagnostic = codes::metric_without_time.at(asked.place.clone());
            found.push(diagnostic.with("metric", &metric.spec().id).with("title", &metric.spec().title));
            return None;
        }
        Some(period)
    }

    /// What a side of a chart or table is about.
    ///
    /// - Codes: P203 neither a dimension nor a kind of period, P206 a metric without time.
    pub(super) fn asked_side(&self, metric: &PublishedMetric<'_>, asked: &Asked, found: &mut Vec<Diagnostic>) -> Option<Side> {
        if let Some(kind) = SIDE_PERIODS.into_iter().find(|kind| kind.name() == asked.text) {
            if metric.spec().time.is_none() {
                let diagnostic = codes::metric_without_time.at(asked.place.clone());
                found.push(diagnostic.with("metric", &metric.spec().id).with("title", &metric.spec().title));
                return None;
            }
            return Some(Side::Periods(kind));
        }
        let side = dimension_of(&metric.spec().dimensions, &asked.text).map(Side::Dimension);
        if side.is_none() {
            let periods = if metric.spec().time.is_some() { &SIDE_PERIODS[..] } else { &[] };
            found.push(unknown_dimension(metric, asked, periods));
        }
        side
    }

    /// The steps along a side, in the order in which people read them.
    ///
    /// Periods run without a hole from the first to the last that has a figure, or from end to end of the part's own period as far
    /// as it has come: what is missing in between is seen to be missing. Of a dimension the values that have figures are shown.
    pub(super) fn steps(&self, part: &Part<'_>, side: Side) -> Vec<Step> {
        match side {
            Side::Dimension(idx) => part.used_values(idx).into_iter().map(|value| Step::Value(idx, value)).collect(),
            Side::Periods(kind) => self.periods(part, kind).into_iter().map(Step::Period).collect(),
        }
    }

    fn periods(&self, part: &Part<'_>, kind: PeriodKind) -> Vec<Period> {
        let starts = self.figures.academic_year_starts();
        let lies_within = |period: Period| match (part.period.first_day(starts), part.period.last_day(starts)) {
            (Some(first), Some(last)) => {
                period.first_day(starts).is_some_and(|day| day >= first) && period.last_day(starts).is_some_and(|day| day <= last)
            }
            _ => true,
        };
        let used: Vec<Period> = part.used_periods(kind).into_iter().filter(|period| lies_within(*period)).collect();
        let (Some(first), Some(last)) = (used.first().copied(), used.last().copied()) else { return Vec::new() };
        // Newest first, because periods know the one before them.
        let today =
            kind.of_month(crate::model::date::Month { year: self.model.as_of.year(), month: self.model.as_of.month() }, starts);
        let is_bound = part.period != Period::All;
        let last = if is_bound && today > last && lies_within(today) { today } else { last };
        let mut periods = vec![last];
        while let Some(period) = periods.last().and_then(|period| period.previous()) {
            let belongs = if is_bound { lies_within(period) } else { period >= first };
            if !belongs {
                break;
            }
            periods.push(period);
        }
        periods.reverse();
        periods
    }
}

impl Part<'_> {
    /// The key of this part.
    pub(super) fn key(&self) -> SliceKey {
        SliceKey { values: self.values.clone().into(), period: self.period }
    }

    /// The key of this part at some steps.
    pub(super) fn key_at(&self, steps: &[Step]) -> SliceKey {
        let mut key = self.key();
        for step in steps {
            match step {
                Step::Value(dimension, value) => key.values[*dimension] = Some(*value),
                Step::Period(period) => key.period = *period,
            }
        }
        key
    }

    /// Values of a dimension that have a figure in this part.
    fn used_values(&self, idx: usize) -> Vec<u32> {
        let n_values = self.metric.spec().dimensions[idx].values.len() as u32;
        if let Some(value) = self.values[idx] {
            return vec![value];
        }
        (0..n_values).filter(|value| self.metric.find(&self.key_at(&[Step::Value(idx, *value)])).is_some()).collect()
    }

    /// Periods of a kind that have a figure in this part, the oldest first.
    pub(super) fn used_periods(&self, kind: PeriodKind) -> Vec<Period> {
        let mut periods = Vec::new();
        for slice in 0..self.metric.len() {
            let key = self.metric.key(slice);
            if key.period.kind() == kind && *key.values == *self.values {
                periods.push(key.period);
            }
        }
        periods.sort_unstable();
        periods
    }
}

/// The dimension of a name: its id, its label, or the last part of its id where only one ends so.
fn dimension_of(dimensions: &[Dimension], name: &str) -> Option<usize> {
    let exact = dimensions.iter().position(|one| *one.id == *name || one.label == name);
    exact.or_else(|| {
        let mut ends = (0..dimensions.len()).filter(|idx| dimensions[*idx].id.rsplit('.').next() == Some(name));
        let first = ends.next();
        if ends.next().is_some() { None } else { first }
    })
}

fn unknown_dimension(metric: &PublishedMetric<'_>, asked: &Asked, periods: &[PeriodKind]) -> Diagnostic {
    let ids = metric.spec().dimensions.iter().map(|one| &*one.id);
    let names: Vec<&str> = ids.chain(periods.iter().map(|kind| kind.name())).collect();
    let diagnostic = codes::unknown_dimension_asked.at(asked.place.clone()).with("dimension", &asked.text);
    let diagnostic = diagnostic.with("metric", &metric.spec().title);
    let near = nearest(&asked.text, names.iter().copied());
    diagnostic.with_some("near", near).with_some("known", choices(names.iter().map(|name| (*name).to_owned())))
}

/// The first of many choices, as a help lists them; `None` for none.
fn choices(names: impl Iterator<Item = String>) -> Option<String> {
    let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    let more = if names.len() > N_CHOICES { " …" } else { "" };
    let first = names.iter().take(N_CHOICES).cloned().collect::<Vec<_>>().join(" ");
    (!names.is_empty()).then(|| first + more)
}
