//! Tables to how complete, how timely and how free of contradictions each is.

use jiff::civil::Date;

use crate::metrics::{Quality, TableQuality};
use crate::model::Model;
use crate::model::table::{Cell, Kind, Sensitivity, Table};

use super::conflicts::Conflicts;

/// Columns that date a record: what is recorded has happened, so a later day is a slip. Other dates, such as the end of a term, may
/// lie ahead.
const RECORD_DATES: [&str; 8] =
    ["date", "done_on", "received_on", "answered_on", "last_update", "granted_on", "withdrawn_on", "signed_on"];

/// Tables that are no records of work: a calendar, and the register of consents, which stays on the machine.
const NOT_JUDGED: [&str; 2] = ["holidays", "consent"];

/// Judges each table that has rows.
pub(super) fn quality(model: &Model) -> Quality {
    let conflicts = Conflicts::of(model);
    let mut tables = Vec::new();
    for table in model.tables.iter() {
        let schema = table.schema();
        if table.is_empty() || NOT_JUDGED.contains(&schema.name.as_str()) {
            continue;
        }
        let (n_empty, n_cells) = emptiness(table);
        let dates = dates(model, table);
        tables.push(TableQuality {
            table: schema.name.clone(),
            label: schema.label.clone(),
            is_about_persons: schema.is_about_persons(),
            n_rows: table.len() as u64,
            n_empty,
            n_cells,
            newest: dates.newest,
            n_late: dates.n_ahead + n_after_due(model, table),
            n_conflicting: conflicts.n_in(&schema.name),
        });
    }
    Quality { tables, mismatches: conflicts.mismatches }
}

/// Empty cells and all cells of the columns that figures may use. A column in which no row has anything is one that the ledger does
/// not keep.
fn emptiness(table: &Table) -> (u64, u64) {
    let n_rows = table.len() as u64;
    let (mut n_empty, mut n_cells) = (0, 0);
    for (idx, column) in table.schema().columns.iter().enumerate() {
        if column.sensitivity > Sensitivity::Internal {
            continue;
        }
        let counted = table.counted(idx);
        let n_filled: u64 = counted.iter().filter(|(cell, _)| *cell != Cell::Empty).map(|(_, n)| n).sum();
        if n_filled > 0 {
            n_cells += n_rows;
            n_empty += n_rows - n_filled;
        }
    }
    (n_empty, n_cells)
}

/// What the dates of a table say.
#[derive(Default)]
struct Dates {
    /// The newest day that is not ahead.
    newest: Option<Date>,
    /// Rows that are dated after "today".
    n_ahead: u64,
}

impl Dates {
    fn take(&mut self, day: Date, n: u64, as_of: Date) {
        if day > as_of {
            self.n_ahead += n;
        } else {
            self.newest = self.newest.max(Some(day));
        }
    }
}

fn dates(model: &Model, table: &Table) -> Dates {
    let mut dates = Dates::default();
    for (idx, column) in table.schema().columns.iter().enumerate() {
        let is_record = column.kind == Kind::Date && RECORD_DATES.contains(&column.name.as_str());
        let is_of_activity = column.kind == Kind::Entry("activity".to_owned());
        if !is_record && !is_of_activity {
            continue;
        }
        for (cell, n) in table.counted(idx).into_iter().filter(|(_, n)| *n > 0) {
            match cell {
                Cell::Date(day) if is_record => dates.take(day, n, model.as_of),
                // A row about an activity is as old as the activity; one about a planned activity contradicts it, which is told there.
                Cell::Text(id) => {
                    if let Some(day) = super::conflicts::day_of_activity(model, id).filter(|day| *day <= model.as_of) {
                        dates.take(day, n, model.as_of);
                    }
                }
                _ => {}
            }
        }
    }
    dates
}

/// Rows that were done after the day on which they were due.
fn n_after_due(model: &Model, table: &Table) -> u64 {
    if table.schema().name != "task_completion" {
        return 0;
    }
    let (Some(tasks), Some(task), Some(done_on)) =
        (model.tables.get("study_tasks"), table.schema().column("task"), table.schema().column("done_on"))
    else {
        return 0;
    };
    let mut due = std::collections::BTreeMap::new();
    for row in tasks.rows() {
        if let (Some(id), Some(day)) = (row.text("id"), row.date("due_on")) {
            due.insert(id, day);
        }
    }
    let is_late = |row: &crate::model::Row<'_>| {
        let (Cell::Text(task), Cell::Date(done)) = (row.cell(task), row.cell(done_on)) else { return false };
        due.get(task).is_some_and(|day| done > *day) && done <= model.as_of
    };
    table.rows().filter(is_late).count() as u64
}
