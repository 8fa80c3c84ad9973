//! A chart's marks to a table that says the same in words.
//!
//! Every category has a row, also those that the drawing leaves out for want of room.

use serde::Serialize;

use super::{Chart, ChartWords, Mark, Series};

/// The table under a drawing.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ChartTable {
    /// The chart's title.
    pub caption: String,
    /// Heads of the columns; the first is that of the categories.
    pub head: Vec<String>,
    /// For each category as many cells as the head has; the first is the category's name and heads the row.
    pub rows: Vec<Vec<ChartCell>>,
    /// What is compared with, as people read it: `目标 95%`; empty for nothing.
    pub target: String,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ChartCell {
    /// As people read it.
    pub text: String,
    /// Leads to the evidence, relative to the page; empty for none.
    pub href: String,
    /// Rows behind it, as people read it (`n = 726`); may be empty.
    pub note: String,
    /// Word of a state, as a class of the cell; empty for numbers.
    pub state: &'static str,
}

pub(super) fn tabulate(chart: &Chart, words: &ChartWords) -> ChartTable {
    let mut head = vec![words.category.clone()];
    head.extend(chart.series.iter().map(|series| head_of(chart, series, words)));
    let mut rows = Vec::with_capacity(chart.categories.len());
    for (idx, category) in chart.categories.iter().enumerate() {
        let mut row = vec![ChartCell { text: category.label.clone(), ..ChartCell::default() }];
        row.extend(chart.series.iter().map(|series| cell(series.marks.get(idx), words)));
        rows.push(row);
    }
    let target = chart.target.as_ref().map(|target| target.label.clone()).unwrap_or_default();
    ChartTable { caption: chart.title.clone(), head, rows, target }
}

/// With the unit, as tables are headed by GB/T 3101, unless the texts bring it along.
fn head_of(chart: &Chart, series: &Series, words: &ChartWords) -> String {
    let label = if series.label.is_empty() { &words.value } else { &series.label };
    let says_unit = |mark: &Mark| mark.value.is_some() && mark.text.ends_with(&chart.unit);
    if chart.unit.is_empty() || label.is_empty() || series.marks.iter().any(says_unit) {
        return label.clone();
    }
    if series.marks.iter().all(|mark| mark.value.is_none()) {
        return label.clone();
    }
    format!("{label} / {}", chart.unit)
}

fn cell(mark: Option<&Mark>, words: &ChartWords) -> ChartCell {
    let Some(mark) = mark else { return ChartCell { text: words.gap.clone(), ..ChartCell::default() } };
    let text = if mark.text.is_empty() { words.gap.clone() } else { mark.text.clone() };
    ChartCell { text, href: mark.href.clone(), note: mark.note.clone(), state: mark.state }
}
