//! Ledgers and activities to where they contradict each other or themselves.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::metrics::Mismatch;
use crate::model::table::{Cell, Table};
use crate::model::{Activity, ActivityStatus, Detail, EntryIdx, Kind, Model};

/// Contradictions, by table.
#[derive(Debug, Default)]
pub(super) struct Conflicts {
    n: BTreeMap<&'static str, u64>,
    /// Numbers of activities that their ledger counts otherwise: `expected/present`, with "—" for one that is not reported.
    pub(super) mismatches: Vec<Mismatch>,
}

/// Who came to an activity, by the ledger.
#[derive(Clone, Copy, Default)]
struct Turnout {
    n: u32,
    n_present: u32,
}

impl Conflicts {
    /// Everything that contradicts something.
    pub(super) fn of(model: &Model) -> Self {
        let mut conflicts = Self::default();
        conflicts.attendance(model);
        conflicts.feedback(model);
        conflicts.twice(model, "honours", &["title", "date", "holder"]);
        conflicts.twice(model, "outcomes", &["title", "date"]);
        conflicts.sums(model);
        conflicts
    }

    /// How many contradictions a table has.
    pub(super) fn n_in(&self, table: &str) -> u64 {
        self.n.get(table).copied().unwrap_or_default()
    }

    fn add(&mut self, table: &'static str) {
        *self.n.entry(table).or_default() += 1;
    }

    /// An activity and its attendance give different numbers, or people came to one that did not take place.
    fn attendance(&mut self, model: &Model) {
        let Some(table) = model.tables.get("attendance") else { return };
        for (id, turnout) in turnouts(table) {
            let Some((idx, activity)) = activity(model, id) else { continue };
            if activity.status != ActivityStatus::Held {
                if turnout.n_present > 0 {
                    self.add("attendance");
                }
                continue;
            }
            let differs = |reported: Option<u32>, counted: u32| reported.is_some_and(|reported| reported != counted);
            if differs(activity.expected, turnout.n) || differs(activity.present, turnout.n_present) {
                self.add("attendance");
                // Who came to a small meeting is nobody's business; that its numbers differ is counted all the same.
                if turnout.n < model.site.privacy.k {
                    continue;
                }
                let written = |number: Option<u32>| number.map_or("—".to_owned(), |number| number.to_string());
                self.mismatches.push(Mismatch {
                    title: model.entry(idx).title.clone(),
                    metric: None,
                    entry: Some(idx),
                    reported: format!("{}/{}", written(activity.expected), written(activity.present)),
                    computed: format!("{}/{}", turnout.n, turnout.n_present),
                    source: None,
                    file: Some(model.entry(idx).file),
                });
            }
        }
    }

    /// The table of feedback and the text of an activity give different marks.
    fn feedback(&mut self, model: &Model) {
        for row in model.tables.get("feedback").into_iter().flat_map(Table::rows) {
            let Some((_, activity)) = row.text("activity").and_then(|id| activity(model, id)) else { continue };
            let Some(own) = &activity.feedback else { continue };
            let is_n = row.integer("n").is_none_or(|n| n == i64::from(own.n));
            // Both are short decimals as people write them.
            let is_mean = row.number("mean").is_none_or(|mean| mean.to_string() == own.mean.to_string());
            if !is_n || !is_mean {
                self.add("feedback");
            }
        }
    }

    /// The same thing stands twice under different keys.
    fn twice(&mut self, model: &Model, name: &'static str, columns: &[&str]) {
        let mut seen = BTreeSet::new();
        for row in model.tables.get(name).into_iter().flat_map(Table::rows) {
            let same: Vec<String> = columns.iter().map(|column| row.shown(column)).collect();
            if row.date("date").is_some() && !seen.insert(same) {
                self.add(name);
            }
        }
    }

    /// Parts that do not add up to the total beside them.
    fn sums(&mut self, model: &Model) {
        for row in model.tables.get("discussions").into_iter().flat_map(Table::rows) {
            let number = |column| row.integer(column);
            if let (Some(posts), Some(replies), Some(total)) = (number("posts"), number("replies"), number("total"))
                && posts.checked_add(replies) != Some(total)
            {
                self.add("discussions");
            }
        }
    }
}

/// Who came, by activity.
fn turnouts(table: &Table) -> BTreeMap<&str, Turnout> {
    let mut turnouts: BTreeMap<&str, Turnout> = BTreeMap::new();
    let (Some(activity), Some(status)) = (table.schema().column("activity"), table.schema().column("status")) else {
        return turnouts;
    };
    for row in table.rows() {
        let Cell::Text(id) = row.cell(activity) else { continue };
        let turnout = turnouts.entry(id).or_default();
        turnout.n += 1;
        turnout.n_present += u32::from(row.cell(status) == Cell::Text("present"));
    }
    turnouts
}

fn activity<'m>(model: &'m Model, id: &str) -> Option<(EntryIdx, &'m Activity)> {
    let idx = model.find(Kind::Activity, id)?;
    let Detail::Activity(activity) = &model.entry(idx).detail else { return None };
    Some((idx, activity))
}

/// The day of an activity that is published.
pub(super) fn day_of_activity(model: &Model, id: &str) -> Option<Date> {
    activity(model, id).map(|(_, activity)| activity.start.date())
}
