//! A chart's marks to what the drawings ask of them.

use super::mark::is_sequence;
use super::scale::Range;
use super::svg::Tip;
use super::{Chart, ChartWords, Mark};

/// The subject of a drawing.
#[derive(Clone, Copy)]
pub(super) struct Data<'c> {
    pub(super) chart: &'c Chart,
    pub(super) words: &'c ChartWords,
}

/// Where the text of held-back marks is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Held {
    /// At each of them.
    AtMark,
    /// Once, beside a hatched swatch.
    InLegend,
}

/// What stands in a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Datum {
    Value(f64),
    /// There is one, and it is not shown.
    HeldBack,
    Gap,
}

impl<'c> Data<'c> {
    pub(super) fn mark(&self, series_idx: usize, category_idx: usize) -> Option<&'c Mark> {
        self.chart.series.get(series_idx)?.marks.get(category_idx)
    }

    pub(super) fn datum(&self, series_idx: usize, category_idx: usize) -> Datum {
        self.mark(series_idx, category_idx).map_or(Datum::Gap, |mark| self.datum_of(mark))
    }

    pub(super) fn datum_of(&self, mark: &Mark) -> Datum {
        match mark.value {
            Some(value) if value.is_finite() => Datum::Value(value),
            _ if mark.text.is_empty() || mark.text == self.words.gap => Datum::Gap,
            _ => Datum::HeldBack,
        }
    }

    /// What a mark reads.
    pub(super) fn text(&self, series_idx: usize, category_idx: usize) -> &'c str {
        match self.mark(series_idx, category_idx) {
            Some(mark) if !mark.text.is_empty() => &mark.text,
            _ => &self.words.gap,
        }
    }

    /// The same without its unit, where that is said once for all.
    pub(super) fn bare_text(&self, series_idx: usize, category_idx: usize) -> &'c str {
        let text = self.text(series_idx, category_idx);
        match self.datum(series_idx, category_idx) {
            Datum::Value(_) => text.strip_suffix(&self.chart.unit).unwrap_or(text).trim_end(),
            Datum::HeldBack | Datum::Gap => text,
        }
    }

    /// What a mark reads beside an axis, whose title may be the unit.
    pub(super) fn text_at_axis(&self, series_idx: usize, category_idx: usize) -> &'c str {
        let is_said = !self.axis_title().is_empty();
        if is_said { self.bare_text(series_idx, category_idx) } else { self.text(series_idx, category_idx) }
    }

    /// `n = 726`; may be empty.
    pub(super) fn note(&self, series_idx: usize, category_idx: usize) -> &'c str {
        self.mark(series_idx, category_idx).map_or("", |mark| &mark.note)
    }

    pub(super) fn label(&self, category_idx: usize) -> &'c str {
        self.chart.categories.get(category_idx).map_or("", |category| &category.label)
    }

    /// The short form where there is one.
    pub(super) fn short(&self, category_idx: usize) -> &'c str {
        match self.chart.categories.get(category_idx) {
            Some(category) if !category.short.is_empty() => &category.short,
            _ => self.label(category_idx),
        }
    }

    /// Whom, what, how much and of how many.
    pub(super) fn tip(&self, series_idx: usize, category_idx: usize) -> Tip {
        let mut parts = vec![self.label(category_idx)];
        if let Some(series) = self.chart.series.get(series_idx).filter(|_| self.chart.series.len() > 1) {
            parts.push(&series.label);
        }
        parts.push(self.text(series_idx, category_idx));
        parts.push(self.note(series_idx, category_idx));
        parts.retain(|part| !part.is_empty());
        let href = self.mark(series_idx, category_idx).map(|mark| mark.href.clone());
        Tip { text: parts.join(" · "), href: href.unwrap_or_default() }
    }

    /// What the first held-back mark reads; they all read the same.
    pub(super) fn held_back_text(&self) -> Option<&'c str> {
        let marks = self.chart.series.iter().flat_map(|series| &series.marks);
        marks.filter(|mark| self.datum_of(mark) == Datum::HeldBack).map(|mark| mark.text.as_str()).next()
    }

    /// Whether there is anything to draw.
    pub(super) fn is_empty(&self) -> bool {
        let n_categories = self.chart.categories.len();
        let mut marks = self.chart.series.iter().flat_map(|series| series.marks.iter().take(n_categories));
        !marks.any(|mark| self.datum_of(mark) != Datum::Gap || !mark.state.is_empty())
    }

    /// All values, and the target.
    pub(super) fn range(&self) -> Range {
        let marks = self.chart.series.iter().flat_map(|series| &series.marks);
        self.range_of(marks.filter_map(|mark| mark.value).filter(|value| value.is_finite()))
    }

    /// The sums above and below zero, and the target.
    pub(super) fn stacked_range(&self) -> Range {
        let mut ends = Vec::new();
        for category_idx in 0..self.chart.categories.len() {
            let (mut above, mut below) = (0.0, 0.0);
            for series_idx in 0..self.chart.series.len() {
                match self.datum(series_idx, category_idx) {
                    Datum::Value(value) if value < 0.0 => below += value,
                    Datum::Value(value) => above += value,
                    Datum::HeldBack | Datum::Gap => {}
                }
            }
            ends.extend([above, below]);
        }
        self.range_of(ends.into_iter())
    }

    fn range_of(&self, values: impl Iterator<Item = f64>) -> Range {
        let range = Range::of(values.chain(self.target()));
        if self.chart.is_share { range.up_to_a_whole() } else { range }
    }

    pub(super) fn target(&self) -> Option<f64> {
        self.chart.target.as_ref().map(|target| target.value).filter(|value| value.is_finite())
    }

    /// A tick as it is written: a unit of one sign stands with each, another one once above the axis.
    pub(super) fn tick_text(&self, text: &str) -> String {
        if self.has_short_unit() { format!("{text}{}", self.chart.unit) } else { text.to_owned() }
    }

    /// Stands once at the axis; empty for none.
    pub(super) fn axis_title(&self) -> &'c str {
        if self.has_short_unit() { "" } else { &self.chart.unit }
    }

    fn has_short_unit(&self) -> bool {
        matches!(self.chart.unit.as_str(), "%" | "‰" | "℃")
    }

    /// Whether the categories follow each other like months, so that names between two others can be guessed.
    pub(super) fn is_sequence(&self) -> bool {
        let categories = &self.chart.categories;
        if categories.iter().all(|category| category.date.is_some()) {
            return true;
        }
        let names: Vec<&str> = categories.iter().map(|category| category.label.as_str()).collect();
        is_sequence(&names)
    }
}
