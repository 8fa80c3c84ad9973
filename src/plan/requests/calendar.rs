//! A chart of type `calendar` to a cell for each day: how many rows of a metric lie on it.
//!
//! Figures know months at best, so the days are counted from the rows that may be listed. That is right for counts of rows that are
//! not about persons; of anything else a calendar shows months.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::chart::{Category, Chart, ChartKind, Mark, Series};
use crate::metrics::{Amount, Period};
use crate::model::date::Month;
use crate::model::requests::ChartRequest;
use crate::model::table::Cell;
use crate::plan::Plan;
use crate::privacy::{Evidence, EvidenceRow, RowName};

use super::part::Part;

impl Plan<'_> {
    /// The calendar of the days of a part.
    pub(super) fn calendar(&self, part: &Part<'_>, days: BTreeMap<Date, u64>, request: &ChartRequest, root: &str) -> Chart {
        let spec = part.metric.spec();
        let mut chart = Chart {
            kind: ChartKind::Calendar,
            title: request.title.clone(),
            description: request.description.clone(),
            unit: self.unit_title(&spec.unit),
            ..Chart::default()
        };
        let mut marks = Vec::new();
        for (day, n) in days {
            let mut key = part.key();
            key.period = Period::Month(Month { year: day.year(), month: day.month() });
            let amount = Amount::from(i128::from(n));
            let text = self.amount_text(spec, amount);
            marks.push(Mark {
                value: Some(amount.to_f64()),
                text,
                href: self.figure_href(&spec.id, &key, root),
                ..Mark::default()
            });
            chart.categories.push(Category { label: day.to_string(), short: String::new(), date: Some(day) });
        }
        chart.series.push(Series { label: String::new(), marks });
        chart
    }

    /// Rows on each day; `None` if that is not what the metric says.
    pub(super) fn days(&self, part: &Part<'_>) -> Option<BTreeMap<Date, u64>> {
        let spec = part.metric.spec();
        let position = self.figures.metrics.iter().position(|metric| metric.spec().id == spec.id)?;
        let evidence = self.figures.evidence(position);
        let is_count = spec.value.split_whitespace().collect::<String>().eq_ignore_ascii_case("count(*)");
        if !is_count || evidence.is_coded() || evidence.is_query() {
            return None;
        }
        let column = match evidence.table() {
            Some(table) => Some(table.schema().column(spec.time.as_deref()?)?),
            None => None,
        };
        let mut days = BTreeMap::new();
        let Some(slice) = part.metric.find(&part.key()) else { return Some(days) };
        for row in rows(evidence, slice) {
            if let Some(day) = self.day_of(&row, column) {
                *days.entry(day).or_default() += 1;
            }
        }
        Some(days)
    }

    fn day_of(&self, row: &EvidenceRow<'_>, column: Option<usize>) -> Option<Date> {
        if let RowName::Entry(entry) = &row.name {
            return self.model.entry(*entry).date;
        }
        match row.cells.as_ref()?.cell(column?) {
            Cell::Date(day) => Some(day),
            _ => None,
        }
    }
}

fn rows<'p>(evidence: Evidence<'p>, slice: usize) -> Vec<EvidenceRow<'p>> {
    evidence.rows_of(slice, usize::MAX).rows
}
