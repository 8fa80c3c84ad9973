//! Sections, columns, branches and channels to how long ago each was renewed, the most overdue first.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::metrics::Freshness;
use crate::model::{ActivityStatus, Detail, Entry, Kind, Model, Table};

use super::branches::Branches;
use super::cadence::Cadence;

/// Everything that should be renewed.
pub(super) fn freshness(model: &Model, cadence: &Cadence, branches: &Branches) -> Vec<Freshness> {
    let mut all = sections(model, cadence);
    all.extend(columns(model));
    all.extend(of_branches(model, cadence, branches));
    all.extend(channels(model));
    // What has never been filled has waited longest. Equal ones keep the order of the settings.
    all.sort_by_key(|one| (one.last.is_some(), std::cmp::Reverse(one.n_overdue)));
    all
}

fn sections(model: &Model, cadence: &Cadence) -> Vec<Freshness> {
    let mut sections = Vec::new();
    for (kind, cadence_days) in &cadence.sections {
        let last = newest(model, model.entries_of(*kind));
        sections.push(judged("section", kind.folder().into(), String::new(), last, *cadence_days, model.as_of));
    }
    sections
}

fn columns(model: &Model) -> Vec<Freshness> {
    let mut columns = Vec::new();
    for column in &model.site.columns {
        let Some(cadence_days) = column.cadence_days else { continue };
        let is_of_column = |entry: &&Entry| matches!(&entry.detail, Detail::Column(id) if *id == column.id);
        let last = newest(model, model.entries_of(Kind::Column).iter().filter(is_of_column));
        columns.push(judged("column", column.id.clone(), column.title.clone(), last, cadence_days, model.as_of));
    }
    columns
}

fn of_branches(model: &Model, cadence: &Cadence, branches: &Branches) -> Vec<Freshness> {
    let Some(cadence_days) = cadence.branch_days else { return Vec::new() };
    let mut last_of: BTreeMap<&Arc<str>, Date> = BTreeMap::new();
    for entry in &model.entries {
        let Some(day) = renewed(model, entry) else { continue };
        let own = match &entry.detail {
            Detail::RoleModel(role_model) => Some(&role_model.branch),
            _ => None,
        };
        for branch in entry.branches.iter().chain(own) {
            let last = last_of.entry(branch).or_insert(day);
            *last = (*last).max(day);
        }
    }
    let mut all = Vec::new();
    for branch in &branches.branches {
        let last = last_of.get(&branch.id).copied();
        all.push(judged("branch", branch.id.clone(), branch.name.clone(), last, cadence_days, model.as_of));
    }
    all
}

/// Channels are what a site shows of them, so a column that it keeps to itself counts as empty.
fn channels(model: &Model) -> Vec<Freshness> {
    let mut channels = Vec::new();
    for row in model.tables.get("channels").into_iter().flat_map(Table::public_rows) {
        let Some(cadence_days) = row.integer("cadence_days").and_then(|days| u32::try_from(days).ok()) else { continue };
        let title = row.text("name").unwrap_or_default().to_owned();
        let last = row.date("last_update").filter(|day| *day <= model.as_of);
        channels.push(judged("channel", row.number_in_file().to_string().into(), title, last, cadence_days, model.as_of));
    }
    channels
}

fn newest<'e>(model: &Model, entries: impl IntoIterator<Item = &'e Entry>) -> Option<Date> {
    entries.into_iter().filter_map(|entry| renewed(model, entry)).max()
}

/// The day on which an entry made its section newer; none of what lies ahead.
fn renewed(model: &Model, entry: &Entry) -> Option<Date> {
    if let Detail::Activity(activity) = &entry.detail
        && activity.status != ActivityStatus::Held
    {
        return None;
    }
    [entry.date, entry.updated].into_iter().flatten().filter(|day| *day <= model.as_of).max()
}

fn judged(kind: &'static str, id: Arc<str>, title: String, last: Option<Date>, cadence_days: u32, as_of: Date) -> Freshness {
    let due_on = last.and_then(|last| last.checked_add(i64::from(cadence_days).days()).ok());
    let n_overdue = due_on.map_or(0, |due_on| days_between(due_on, as_of).max(0) as u32);
    Freshness { kind, id, title, last, cadence_days, due_on, n_overdue }
}

/// Days from one day to another; below zero if the second is earlier.
pub(super) fn days_between(from: Date, to: Date) -> i32 {
    to.since(from).map_or(0, |span| span.get_days())
}
