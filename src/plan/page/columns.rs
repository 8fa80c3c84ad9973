//! Columns: all of them, and what the page of one adds to its list.

use jiff::civil::Date;

use crate::model::Column;
use crate::plan::card::{CardSize, card};
use crate::plan::{ColumnPageView, ColumnView, ColumnsView, Content, ListView, Page, PageView, Plan, TurnView, paths};

use super::frame;

/// How many turns of a rota are shown.
const N_TURNS: usize = 12;

/// The page of all columns.
pub(super) fn all(plan: &Plan<'_>, page: &Page) -> PageView {
    let root = paths::root_of(page.path.as_str());
    let columns = views(plan, &root);
    let elsewhere = if columns.is_empty() { plan.elsewhere(&root, "columns") } else { Vec::new() };
    let title = plan.theme.word("section.columns").to_owned();
    frame(plan, &page.path, "columns.html", "columns", title, Content::Columns(ColumnsView { columns, elsewhere }))
}

/// All columns as they stand in lists.
pub(super) fn views(plan: &Plan<'_>, root: &str) -> Vec<ColumnView> {
    let this_month = plan.model.as_of.first_of_month();
    let turn = |column: &Column| {
        column.rota.iter().find(|(month, _)| *month == this_month).map(|(_, branch)| plan.register.name_of(branch))
    };
    plan.model
        .site
        .columns
        .iter()
        .zip(&plan.index.columns)
        .map(|(column, entries)| ColumnView {
            title: column.title.clone(),
            href: format!("{root}columns/{}/index.html", crate::model::slug::slugify(&column.id)),
            summary: column.summary.clone(),
            n: entries.len(),
            newest: entries.first().map(|idx| card(plan, root, *idx, CardSize::Small)),
            turn: turn(column),
        })
        .collect()
}

/// What the page of a column adds to its list; the rota stands on the first page only.
pub(super) fn column_view(plan: &Plan<'_>, position: usize, number: usize, list: ListView) -> ColumnPageView {
    let column = &plan.model.site.columns[position];
    let turns = column.rota.iter().rev().map(|(month, branch)| TurnView {
        year: month.year(),
        month: month.month(),
        branch: plan.register.name_of(branch),
        state: turn_state(plan, position, *month),
    });
    ColumnPageView {
        summary: column.summary.clone(),
        cadence_days: column.cadence_days,
        due: super::freshness::of_column(plan, &column.id),
        rota: if number == 1 { turns.take(N_TURNS).collect() } else { Vec::new() },
        list,
    }
}

/// The word `turn.<state>` of the theme: a turn is done when the column has an article of its month.
fn turn_state(plan: &Plan<'_>, position: usize, month: Date) -> &'static str {
    let is_of_month = |date: Date| date.first_of_month() == month;
    let is_done = plan.index.columns[position].iter().any(|idx| plan.model.entry(*idx).date.is_some_and(is_of_month));
    let this_month = plan.model.as_of.first_of_month();
    match (is_done, month.cmp(&this_month)) {
        (true, _) => "done",
        (false, std::cmp::Ordering::Less) => "missed",
        (false, std::cmp::Ordering::Equal) => "due",
        (false, std::cmp::Ordering::Greater) => "ahead",
    }
}
