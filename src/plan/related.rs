//! Each entry to its neighbours in time and to the few entries that are most like it, each with the reason.

use std::collections::BTreeMap;

use crate::model::{Detail, EntryIdx, Kind, Model};

use super::Plan;
use super::index::topic_of;

/// Why an entry is shown beside another; the theme has the word `reason.<name>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reason {
    /// `pair`, `path`, `tag`, `topic`, `column`, `branch`.
    pub(super) name: &'static str,
    /// The tag, topic or branch.
    pub(super) value: String,
}

/// How many are shown. One row of cards on a wide screen.
const N_RELATED: usize = 4;

/// How many neighbours in one list are looked at on each side: the nearest in time, so that the cost stays linear.
const N_AROUND: usize = 6;

/// The older and the newer neighbour of each entry within its kind (within its column for articles).
pub(super) fn neighbours(model: &Model) -> Vec<(Option<EntryIdx>, Option<EntryIdx>)> {
    let mut neighbours = vec![(None, None); model.entries.len()];
    let mut newer: BTreeMap<(Kind, &str), EntryIdx> = BTreeMap::new();
    for (position, entry) in model.entries.iter().enumerate() {
        let column = match &entry.detail {
            Detail::Column(column) => column,
            _ => "",
        };
        // Branches, questions and pages stand in no order of time.
        if matches!(entry.kind, Kind::Branch | Kind::Faq | Kind::Page) {
            continue;
        }
        let idx = EntryIdx(position as u32);
        if let Some(next) = newer.insert((entry.kind, column), idx) {
            neighbours[position].1 = Some(next);
            neighbours[next.0 as usize].0 = Some(idx);
        }
    }
    neighbours
}

/// The entries most like this one, best first.
pub(super) fn related(plan: &Plan<'_>, idx: EntryIdx) -> Vec<(EntryIdx, Reason)> {
    let entry = plan.model.entry(idx);
    let mut scores: BTreeMap<EntryIdx, (u32, Reason)> = BTreeMap::new();
    let mut add = |list: &[EntryIdx], weight: u32, name: &'static str, value: &str| {
        for (other, closeness) in around(list, idx) {
            let reason = Reason { name, value: value.to_owned() };
            let score = weight * 100 + closeness;
            scores.entry(other).and_modify(|(sum, _)| *sum += score).or_insert((score, reason));
        }
    };
    if let Detail::Activity(activity) = &entry.detail
        && let Some(pair) = activity.pair
    {
        add(&[pair.min(idx), pair.max(idx)], 50, "pair", "");
    }
    for tag in &entry.tags {
        let term = &plan.index.tags[tag];
        add(&term.entries, 8, "tag", &term.title);
    }
    if let Some(topic) = topic_of(entry)
        && let Some((_, term)) = plan.index.topics.iter().find(|(id, _)| id == topic)
    {
        add(&term.entries, 6, "topic", &term.title);
    }
    if entry.kind != Kind::Branch {
        for branch in &entry.branches {
            if let (Some(list), Some(known)) = (plan.index.branches.get(branch), plan.register.branch(branch)) {
                add(list, 2, "branch", &known.name);
            }
        }
    }
    let mut best: Vec<(EntryIdx, (u32, Reason))> = scores.into_iter().filter(|(other, _)| is_worth(plan, *other)).collect();
    best.sort_by(|a, b| b.1.0.cmp(&a.1.0).then(a.0.cmp(&b.0)));
    best.truncate(N_RELATED);
    best.into_iter().map(|(other, (_, reason))| (other, reason)).collect()
}

/// A repealed document is not what somebody should read next.
fn is_worth(plan: &Plan<'_>, idx: EntryIdx) -> bool {
    use crate::model::DocumentStatus;
    match &plan.model.entry(idx).detail {
        Detail::Resource(resource) => matches!(resource.status, None | Some(DocumentStatus::InForce)),
        _ => true,
    }
}

/// The nearest in a list to the place of `idx` in it, with how near each is; lists are sorted.
fn around(list: &[EntryIdx], idx: EntryIdx) -> Vec<(EntryIdx, u32)> {
    let here = list.binary_search(&idx).unwrap_or_else(|place| place);
    let from = here.saturating_sub(N_AROUND);
    let to = (here + N_AROUND + 1).min(list.len());
    (from..to)
        .filter(|at| list[*at] != idx)
        .map(|at| (list[at], (N_AROUND + 1 - at.abs_diff(here).min(N_AROUND)) as u32))
        .collect()
}
