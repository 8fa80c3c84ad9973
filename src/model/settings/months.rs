//! `[[month]]` to the modules of months, and a month as people write it to its first day.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::diag::codes;
use crate::model::MonthModule;
use crate::model::form::Form;

/// The modules of months, by month.
pub(super) fn months(form: &mut Form<'_>) -> Vec<MonthModule> {
    let mut months = BTreeMap::new();
    for mut table in form.tables("month") {
        let month = required_month(&mut table, "month");
        let title = table.required_text("title");
        let summary = table.text("summary").unwrap_or_default();
        let focus = table.texts("focus");
        if let Some(month) = month
            && months.insert(month, MonthModule { month, title, summary, focus }).is_some()
        {
            let id = format!("{:04}-{:02}", month.year(), month.month());
            form.found.push(codes::same_setting_twice.at(table.place_of("month")).with("id", id).with("list", "month"));
        }
        table.finish_into(&mut form.found);
    }
    months.into_values().collect()
}

fn required_month(form: &mut Form<'_>, key: &'static str) -> Option<Date> {
    let written = form.required_written(key)?;
    let month = parse_month(written.text);
    if month.is_none() {
        form.found.push(codes::month_expected.at(form.place(written.span)).with("key", key).with("value", written.text));
    }
    month
}

/// The first day of a month written as `2026-03`, `2026/3`, `2026.3` or `2026年3月`.
pub(in crate::model) fn parse_month(written: &str) -> Option<Date> {
    let (year, month) = written.trim().split_once(['-', '/', '.', '年'])?;
    let month = month.strip_suffix('月').unwrap_or(month).trim();
    let is_number = |part: &str, n_max: usize| (1..=n_max).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if year.len() != 4 || !is_number(year, 4) || !is_number(month, 2) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok()
}
