//! The slices of a metric to tables: by year, quarter and month, and by the values of each dimension.

use std::collections::BTreeSet;

use crate::metrics::{Period, PeriodKind, SliceKey};
use crate::model::date::Month;
use crate::plan::figure::slices_of;
use crate::plan::{FigureRow, FigureTable, FigureView};

use super::Here;

/// A table of more cells is a download, not reading matter, and would fill a page's budget alone.
const N_CELLS_MAX: usize = 400;

/// What stands beside each other on a desk.
const N_YEARS_BESIDE: usize = 3;
const N_MONTHS_BESIDE: usize = 12;
const N_VALUES_BESIDE: usize = 12;

/// The values that all slices of a table share.
type Base = [Option<u32>];

/// All tables of a page whose slices have `base` in common.
pub(super) fn of(here: &Here<'_>, base: &Base) -> Vec<FigureTable> {
    let periods: Vec<Period> = slices_of(here.metric, base).map(|slice| here.metric.key(slice).period).collect();
    let mut tables = vec![years(here, base, &periods), academic_years(here, base, &periods), months(here, base, &periods)];
    for dimension in 0..base.len() {
        if base[dimension].is_none() {
            tables.push(values(here, base, dimension, &periods));
        }
    }
    let open: Vec<usize> = (0..base.len()).filter(|dimension| base[*dimension].is_none()).collect();
    if let [rows, columns, ..] = open.as_slice() {
        tables.push(cross(here, base, *rows, *columns));
    }
    if let Some(rows) = open.first() {
        tables.push(newest_months(here, base, *rows, &periods));
    }
    tables.into_iter().flatten().filter(|table| !table.rows.is_empty()).collect()
}

fn cell(here: &Here<'_>, values: &Base, period: Period) -> Option<FigureView> {
    let slice = here.metric.find(&SliceKey { values: values.into(), period })?;
    Some(here.figure(slice))
}

fn table(here: &Here<'_>, title: &str, corner: &str, columns: Vec<String>, mut rows: Vec<FigureRow>) -> FigureTable {
    let n_total = rows.len();
    rows.truncate(N_CELLS_MAX / columns.len().max(1));
    let title = here.plan.theme.word(&format!("figure.{title}")).replace("{label}", corner);
    FigureTable { title, corner: corner.to_owned(), columns, rows, n_total }
}

fn row(head: String, cells: Vec<Option<FigureView>>) -> FigureRow {
    FigureRow { head, href: String::new(), cells }
}

/// Years as rows, newest first; the year and its quarters as columns.
fn years(here: &Here<'_>, base: &Base, periods: &[Period]) -> Option<FigureTable> {
    let years = newest_first(periods, |period| match period {
        Period::Year(year) | Period::Quarter(year, _) => Some(*year),
        _ => None,
    });
    let has_quarters = periods.iter().any(|period| period.kind() == PeriodKind::Quarter);
    let theme = here.plan.theme;
    let mut columns = vec![theme.word("figure.whole_year").to_owned()];
    if has_quarters {
        columns.extend((1..=4).map(|quarter| theme.word(&format!("period.quarter_{quarter}_short")).to_owned()));
    }
    let of_year = |year: i16| {
        let mut cells = vec![cell(here, base, Period::Year(year))];
        if has_quarters {
            cells.extend((1..=4).map(|quarter| cell(here, base, Period::Quarter(year, quarter))));
        }
        row(here.plan.period_title(Period::Year(year)), cells)
    };
    let rows = years.into_iter().map(of_year).collect();
    Some(table(here, "by_year", theme.word("figure.year"), columns, rows))
}

fn academic_years(here: &Here<'_>, base: &Base, periods: &[Period]) -> Option<FigureTable> {
    let years = newest_first(periods, |period| match period {
        Period::AcademicYear(year) => Some(*year),
        _ => None,
    });
    let theme = here.plan.theme;
    let of_year = |year: i16| {
        let period = Period::AcademicYear(year);
        row(here.plan.period_title(period), vec![cell(here, base, period)])
    };
    let rows = years.into_iter().map(of_year).collect();
    let columns = vec![theme.word("figure.whole_year").to_owned()];
    Some(table(here, "by_academic_year", theme.word("figure.academic_year"), columns, rows))
}

/// Years as rows, newest first; months as columns.
fn months(here: &Here<'_>, base: &Base, periods: &[Period]) -> Option<FigureTable> {
    let years = newest_first(periods, |period| match period {
        Period::Month(month) => Some(month.year),
        _ => None,
    });
    let month = |year: i16, month: i8| Period::Month(Month { year, month });
    let of_year = |year: i16| {
        let cells = (1..=12).map(|number| cell(here, base, month(year, number))).collect();
        row(here.plan.period_title(Period::Year(year)), cells)
    };
    let columns = (1..=12).map(|number| here.plan.period_short(month(2000, number))).collect();
    let rows = years.into_iter().map(of_year).collect();
    Some(table(here, "by_month", here.plan.theme.word("figure.year"), columns, rows))
}

/// The values of a dimension as rows; all time and the newest years as columns.
fn values(here: &Here<'_>, base: &Base, dimension: usize, periods: &[Period]) -> Option<FigureTable> {
    let mut columns = vec![Period::All];
    let years = newest_first(periods, |period| matches!(period, Period::Year(_)).then_some(*period));
    columns.extend(years.into_iter().take(N_YEARS_BESIDE));
    Some(by_values(here, base, dimension, "by_value", &columns))
}

/// The values of a dimension as rows, the newest months as columns.
fn newest_months(here: &Here<'_>, base: &Base, dimension: usize, periods: &[Period]) -> Option<FigureTable> {
    let mut months = newest_first(periods, |period| matches!(period, Period::Month(_)).then_some(*period));
    months.truncate(N_MONTHS_BESIDE);
    months.reverse();
    if months.is_empty() {
        return None;
    }
    let mut made = by_values(here, base, dimension, "by_value_and_month", &months);
    for (column, month) in made.columns.iter_mut().zip(&months).skip(1) {
        // The year is said where it changes.
        if !matches!(month, Period::Month(Month { month: 1, .. })) {
            *column = here.plan.period_short(*month);
        }
    }
    Some(made)
}

fn by_values(here: &Here<'_>, base: &Base, dimension: usize, title: &str, periods: &[Period]) -> FigureTable {
    let declared = &here.metric.spec().dimensions[dimension];
    let mut rows = Vec::new();
    for (position, value) in declared.values.iter().enumerate() {
        let mut values: Vec<Option<u32>> = base.to_vec();
        values[dimension] = Some(position as u32);
        let cells: Vec<_> = periods.iter().map(|period| cell(here, &values, *period)).collect();
        if cells.iter().any(Option::is_some) {
            rows.push(row(value.label.clone(), cells));
        }
    }
    let columns = periods.iter().map(|period| here.plan.period_title(*period)).collect();
    table(here, title, &declared.label, columns, rows)
}

/// Two dimensions against each other, over all time.
fn cross(here: &Here<'_>, base: &Base, rows: usize, columns: usize) -> Option<FigureTable> {
    let dimensions = &here.metric.spec().dimensions;
    let (row_values, column_values) = (&dimensions[rows].values, &dimensions[columns].values);
    if column_values.len() > N_VALUES_BESIDE {
        return None;
    }
    let mut lines = Vec::new();
    for (position, value) in row_values.iter().enumerate() {
        let mut values: Vec<Option<u32>> = base.to_vec();
        values[rows] = Some(position as u32);
        let mut cells = Vec::new();
        for column in 0..column_values.len() {
            values[columns] = Some(column as u32);
            cells.push(cell(here, &values, Period::All));
        }
        if cells.iter().any(Option::is_some) {
            lines.push(row(value.label.clone(), cells));
        }
    }
    let heads = column_values.iter().map(|value| value.label.clone()).collect();
    let mut made = table(here, "by_two", &dimensions[rows].label, heads, lines);
    made.title = made.title.replace("{other}", &dimensions[columns].label);
    Some(made)
}

fn newest_first<T: Ord>(periods: &[Period], choose: impl Fn(&Period) -> Option<T>) -> Vec<T> {
    let chosen: BTreeSet<T> = periods.iter().filter_map(choose).collect();
    chosen.into_iter().rev().collect()
}
