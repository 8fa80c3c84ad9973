//! One published slice to what every page shows of it: the number as people read it, its words, and the link to its evidence.
//!
//! Whoever shows a figure (a page, a text, a chart, a board) asks here, so that one slice reads the same wherever it stands.

mod number;
mod period;
mod sheets;
#[cfg(test)]
mod tests;
mod trend;

use std::ops::Range;

use crate::metrics::{Amount, MetricSpec, Period, SliceKey};
use crate::privacy::{PublishedMetric, Shown};

use super::page::date_view;
use super::{FigureView, Plan};

pub(super) use self::number::{count_text, number_text};
pub(super) use self::sheets::{Sheet, Sheets};

impl Plan<'_> {
    /// A slice of a metric as a page with this root shows it; `slice` is its position in the metric.
    pub(super) fn figure(&self, metric: &PublishedMetric<'_>, slice: usize, root: &str) -> FigureView {
        self.figure_view(metric, metric.key(slice), metric.shown(slice), root)
    }

    /// The figure of a key. A part that no row lies in has no slice, and is a gap like any other.
    pub(super) fn figure_of(&self, metric: &PublishedMetric<'_>, key: &SliceKey, root: &str) -> FigureView {
        let shown = metric.find(key).map_or(Shown::Gap(0), |slice| metric.shown(slice));
        self.figure_view(metric, key, shown, root)
    }

    /// Where the evidence of a slice stands, from a page with this root. A part that no row lies in leads to its metric.
    pub(super) fn figure_href(&self, metric: &str, key: &SliceKey, root: &str) -> String {
        let Some(position) = self.figures.metrics.iter().position(|known| &*known.spec().id == metric) else {
            return format!("{root}metrics/index.html");
        };
        let published = &self.figures.metrics[position];
        match published.find(key).and_then(|slice| self.sheets.path_of(position, slice)) {
            Some(path) => format!("{root}{path}#{}", anchor_of(&published.spec().slice_id(key))),
            None => format!("{root}metrics/{metric}/index.html"),
        }
    }

    /// The word for a unit: `%`, `分钟`; a word that the theme does not know is shown as the site wrote it.
    pub(super) fn unit_title(&self, unit: &str) -> String {
        // What is counted is said by the title.
        if unit == "count" {
            return String::new();
        }
        let path = format!("unit.{unit}");
        let word = self.theme.word(&path);
        if word == path { unit.to_owned() } else { word.to_owned() }
    }

    /// A number with its unit, as one text: `95.0%`, `120 分钟`.
    pub(super) fn amount_text(&self, spec: &MetricSpec, amount: Amount) -> String {
        with_unit(&number_text(spec, amount), &self.unit_title(&spec.unit))
    }

    fn figure_view(&self, metric: &PublishedMetric<'_>, key: &SliceKey, shown: Shown, root: &str) -> FigureView {
        let spec = metric.spec();
        let (state, text, n, is_frozen) = match shown {
            Shown::Value { value, n, is_frozen } => ("value", number_text(spec, value), Some(n), is_frozen),
            Shown::Gap(n) => ("gap", self.theme.word("figure.gap").to_owned(), Some(n), false),
            Shown::Suppressed => ("suppressed", self.theme.word("figure.suppressed").to_owned(), None, false),
        };
        let unit = if state == "value" { self.unit_title(&spec.unit) } else { String::new() };
        FigureView {
            metric: spec.id.to_string(),
            slice: spec.slice_id(key),
            href: self.figure_href(&spec.id, key, root),
            title: spec.title.clone(),
            whole: with_unit(&text, &unit),
            text,
            is_unit_word: is_word(&unit),
            unit,
            state,
            period: self.period_title(key.period),
            parts: parts(spec, key),
            target: spec.target.map(|target| self.amount_text(spec, target)).unwrap_or_default(),
            n_text: n.map(count_text).unwrap_or_default(),
            n,
            is_frozen,
            is_running: self.is_running(key.period),
            as_of: date_view(self.model.as_of),
        }
    }
}

/// The slices of a metric with exactly these values, by position: slices are sorted by values, then period.
pub(super) fn slices_of(metric: &PublishedMetric<'_>, values: &[Option<u32>]) -> Range<usize> {
    let first = n_before(metric, |key| &*key.values < values);
    first..n_before(metric, |key| &*key.values <= values)
}

/// How many slices come before the first of which `is_before` does not hold.
fn n_before(metric: &PublishedMetric<'_>, is_before: impl Fn(&SliceKey) -> bool) -> usize {
    let (mut low, mut high) = (0, metric.len());
    while low < high {
        let middle = low + (high - low) / 2;
        if is_before(metric.key(middle)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// The whole of a metric over all time.
pub(super) fn whole_of(spec: &MetricSpec) -> SliceKey {
    SliceKey { values: vec![None; spec.dimensions.len()].into(), period: Period::All }
}

/// The anchor of a slice on the page of its evidence.
pub(super) fn anchor_of(slice: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_=;.".contains(&byte);
    if !slice.bytes().all(is_plain) {
        return format!("s-{}", &blake3::hash(slice.as_bytes()).to_hex()[..12]);
    }
    let keep = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    format!("s-{}", slice.chars().map(keep).collect::<String>())
}

/// Labels of the values that a slice is cut to.
fn parts(spec: &MetricSpec, key: &SliceKey) -> Vec<String> {
    let mut parts = Vec::new();
    for (dimension, value) in spec.dimensions.iter().zip(&key.values) {
        if let Some(value) = value.and_then(|value| dimension.values.get(value as usize)) {
            parts.push(value.label.clone());
        }
    }
    parts
}

/// A sign stands at its number, a word apart from it.
fn with_unit(text: &str, unit: &str) -> String {
    if is_word(unit) { format!("{text} {unit}") } else { format!("{text}{unit}") }
}

fn is_word(unit: &str) -> bool {
    unit.starts_with(char::is_alphabetic)
}
