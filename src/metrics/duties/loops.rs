//! Activities to what was begun with them and is not finished.

use std::collections::BTreeSet;

use crate::metrics::OpenLoop;
use crate::model::{Activity, ActivityStatus, Detail, Entry, Kind, Mode, Model, Table};

use super::cadence::Cadence;

/// Everything that is not finished, the oldest first.
pub(super) fn open_loops(model: &Model, cadence: &Cadence) -> Vec<OpenLoop> {
    let surveys = model.tables.get("feedback").into_iter().flat_map(Table::rows);
    let looking = Looking { model, cadence, surveyed: surveys.filter_map(|row| row.text("activity")).collect() };
    let mut loops = Vec::new();
    for idx in model.indices_of(Kind::Activity) {
        let Detail::Activity(activity) = &model.entry(idx).detail else { continue };
        let since = activity.start.date();
        for kind in looking.unfinished(model.entry(idx), activity) {
            loops.push(OpenLoop { kind, entry: idx, since });
        }
    }
    loops.sort_by_key(|open| (open.since, open.kind, open.entry));
    loops
}

/// What it takes to judge an activity.
struct Looking<'a> {
    model: &'a Model,
    cadence: &'a Cadence,
    /// Activities whose participants were asked, by the table of feedback.
    surveyed: BTreeSet<&'a str>,
}

impl Looking<'_> {
    fn unfinished(&self, entry: &Entry, activity: &Activity) -> Vec<&'static str> {
        let day = activity.start.date();
        match activity.status {
            ActivityStatus::Planned if day < self.model.as_of => vec!["planned_without_report"],
            ActivityStatus::Held if day <= self.model.as_of => self.unfinished_of_held(entry, activity),
            _ => Vec::new(),
        }
    }

    fn unfinished_of_held(&self, entry: &Entry, activity: &Activity) -> Vec<&'static str> {
        let mut kinds = Vec::new();
        let is_told = !entry.prose.body.html.trim().is_empty() || !entry.prose.body.holes.is_empty();
        if !is_told {
            kinds.push("planned_without_report");
        }
        let is_held = |pair| super::matrix::held(self.model, pair).is_some();
        if activity.mode == Mode::Online && !activity.pair.is_some_and(is_held) {
            kinds.push("online_without_onsite");
        }
        let has_feedback = activity.feedback.is_some() || self.surveyed.contains(&*entry.id);
        if has_feedback && activity.improvement.is_none() {
            kinds.push("feedback_without_improvement");
        }
        let has_photo = entry.cover.is_some() || !activity.album.is_empty() || entry.images.iter().any(Option::is_some);
        let has_block = entry.blocks.iter().any(Option::is_some);
        if !has_photo && !has_block && !self.cadence.photo_not_needed.contains(&activity.kind) {
            kinds.push("without_photo");
        }
        // Without any text the missing summary goes without saying.
        if is_told && entry.summary.trim().is_empty() {
            kinds.push("without_summary");
        }
        kinds
    }
}
