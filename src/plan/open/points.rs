//! The standings of a rule set to the rows of `open/points/<rule set>`: one for each holder and period, on a board or not.

use crate::metrics::{HolderKind, Period};
use crate::model::NamingLevel;
use crate::plan::Plan;
use crate::privacy::{PublishedStandings, StandingShown};

use super::{Draft, OpenCell, OpenColumn, OpenGroup, OpenKind, OpenWhat, TakeRow};

/// One set for each rule set.
pub(super) fn add_sets(plan: &Plan<'_>, sets: &mut Vec<Draft>) {
    for (idx, standings) in plan.figures.standings().enumerate() {
        let id = standings.id();
        sets.push(Draft {
            name: format!("points-{id}"),
            title: plan.theme.fill("open.points", &[("title", &standings.title())]),
            stems: vec![format!("open/points/{id}")],
            has_json: true,
            n_rows: None,
            is_empty: standings.periods().all(|period| standings.of(period, NamingLevel::Hidden).is_empty()),
            group: OpenGroup::Points,
            what: OpenWhat::Points(idx),
        });
    }
}

pub(super) fn columns() -> Vec<OpenColumn> {
    vec![
        OpenColumn::of_name("holder", OpenKind::Text),
        OpenColumn::of_name("period_kind", OpenKind::Text),
        OpenColumn::of_name("period", OpenKind::Text),
        OpenColumn::of_name("points", OpenKind::Number),
        OpenColumn::of_name("rank", OpenKind::Integer),
        OpenColumn::of_name("grade", OpenKind::Text),
        OpenColumn::of_name("note", OpenKind::Text),
    ]
}

pub(super) fn each_row(plan: &Plan<'_>, idx: usize, take: &mut TakeRow<'_>) {
    let Some(standings) = plan.figures.standings().nth(idx) else { return };
    let ceiling = plan.figures.ceiling_in_open_data();
    for period in standings.periods() {
        for standing in standings.of(period, ceiling) {
            push(plan, standings, period, &standing, take);
        }
    }
}

fn push(
    plan: &Plan<'_>,
    standings: PublishedStandings<'_>,
    period: Period,
    standing: &StandingShown<'_>,
    take: &mut TakeRow<'_>,
) {
    let holder = match standings.holder_kind() {
        // A branch is known by its id here, as everywhere in open data.
        HolderKind::Branch => standing.holder.code.as_str(),
        HolderKind::Member => standing.holder.name.as_deref().unwrap_or(&standing.holder.code),
    };
    let (period_text, points, rank) = (period.to_string(), standing.points.to_open(), standing.rank.to_string());
    let grade = standing.grade.and_then(|grade| standings.grades().get(grade)).map_or("", |grade| &grade.name);
    let note = note(plan, standings, standing);
    take(&[
        OpenCell::Text(holder),
        OpenCell::Plain(period.kind().name()),
        OpenCell::Plain(&period_text),
        OpenCell::Number(&points),
        OpenCell::Number(&rank),
        if grade.is_empty() { OpenCell::Empty } else { OpenCell::Text(grade) },
        if note.is_empty() { OpenCell::Empty } else { OpenCell::Text(&note) },
    ]);
}

fn note(plan: &Plan<'_>, standings: PublishedStandings<'_>, standing: &StandingShown<'_>) -> String {
    let mut notes: Vec<String> = Vec::new();
    if let Some(grade) = standing.held_back_from.and_then(|grade| standings.grades().get(grade)) {
        notes.push(plan.theme.fill("open_note.quota", &[("grade", &grade.name)]));
    }
    for (holds, word) in [(standing.joined, "joined"), (standing.left, "left"), (standing.is_floored, "floor")] {
        if holds {
            notes.push(plan.theme.word(&format!("open_note.{word}")).to_owned());
        }
    }
    notes.join(plan.theme.word("open_note.separator"))
}
