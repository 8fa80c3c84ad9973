//! The model and what is due to the days on which the site becomes another one by itself, and on which somebody has something to do.
//!
//! It is for the keeper of a site; nothing of it is published. Of a consent it says the id only.

use std::sync::Arc;

use jiff::civil::Date;

use crate::diag::FileId;
use crate::metrics::{DutyCell, DutyState};
use crate::model::{Activity, ActivityStatus, Detail, Entry, Model, NamesAfter, NoticeState, PageAfter, Table, Turn, TurnKind};
use crate::privacy::Published;

/// Which days are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// "Today" of the last build: what came on that day or before is in it.
    pub since: Date,
    /// The last day.
    pub until: Date,
}

/// One thing that comes on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaItem {
    /// For a build the first day on which the site is another one; for a person the last day on which it is in time.
    pub date: Date,
    /// What comes.
    pub kind: AgendaKind,
    /// Id of what it is about: of an entry, a consent, a duty with its branch, a section.
    pub id: Arc<str>,
    /// What people read; the id where it has no other name.
    pub title: String,
    /// Where it is written.
    pub file: Option<FileId>,
}

/// What can come, in the order in which things of one day are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AgendaKind {
    /// The period of a 公示 is over, and its names go.
    NamesGo,
    /// The period of a 公示 is over, and its names stay.
    NoticeCloses,
    /// A 公示 is taken back.
    NoticeWithdrawn,
    /// A consent ends: names and photos go.
    ConsentEnds,
    /// A text goes.
    Expires,
    /// Nobody is told any more where to join an activity.
    MeetingOver,
    /// An activity counts as held.
    ActivityHeld,
    /// A text comes.
    Publishes,
    /// A consent begins.
    ConsentBegins,
    /// Pages turn grey.
    GreyBegins,
    /// Pages turn coloured again.
    GreyEnds,
    /// A text is to be looked at again.
    Review,
    /// A duty of the current period is to be met.
    Duty,
    /// A section, column, branch or channel is to be renewed.
    Renew,
    /// The term of a branch's committee ends.
    TermEnds,
}

/// Who has to do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// A build does it.
    Build,
    /// A person has to.
    Person,
}

impl AgendaKind {
    /// The name that programs read: `names_go`.
    pub fn name(self) -> &'static str {
        match self {
            Self::NamesGo => "names_go",
            Self::NoticeCloses => "notice_closes",
            Self::NoticeWithdrawn => "notice_withdrawn",
            Self::ConsentEnds => "consent_ends",
            Self::Expires => "expires",
            Self::MeetingOver => "meeting_over",
            Self::ActivityHeld => "activity_held",
            Self::Publishes => "publishes",
            Self::ConsentBegins => "consent_begins",
            Self::GreyBegins => "grey_begins",
            Self::GreyEnds => "grey_ends",
            Self::Review => "review",
            Self::Duty => "duty",
            Self::Renew => "renew",
            Self::TermEnds => "term_ends",
        }
    }

    /// Who has to do it.
    pub fn needs(self) -> Needs {
        match self {
            Self::Review | Self::Duty | Self::Renew | Self::TermEnds => Needs::Person,
            _ => Needs::Build,
        }
    }
}

/// What comes in a window, by day. What somebody has to do stays in it until it is done.
pub fn agenda(model: &Model, figures: &Published<'_>, window: Window) -> Vec<AgendaItem> {
    let mut items: Vec<AgendaItem> = model.turns.iter().map(turn).collect();
    for entry in &model.entries {
        of_entry(model, entry, &mut items);
    }
    consents(model, &mut items);
    grey_days(model, &mut items);
    duties(model, figures, &mut items);
    renewals(model, figures, &mut items);
    terms(model, &mut items);
    items.retain(|item| item.date <= window.until && (item.kind.needs() == Needs::Person || item.date > window.since));
    items.sort_by(|a, b| (a.date, a.kind, a.file, &a.id).cmp(&(b.date, b.kind, b.file, &b.id)));
    items.dedup();
    items
}

fn turn(turn: &Turn) -> AgendaItem {
    let kind = match turn.kind {
        TurnKind::Publishes => AgendaKind::Publishes,
        TurnKind::Expires => AgendaKind::Expires,
    };
    AgendaItem { date: turn.day, kind, id: turn.id.clone(), title: turn.title.clone(), file: Some(turn.file) }
}

fn of_entry(model: &Model, entry: &Entry, items: &mut Vec<AgendaItem>) {
    let mut add = |date: Option<Date>, kind: AgendaKind| {
        let title = entry.title.clone();
        items.extend(date.map(|date| AgendaItem { date, kind, id: entry.id.clone(), title, file: Some(entry.file) }));
    };
    add(entry.review_by, AgendaKind::Review);
    if let Detail::Activity(activity) = &entry.detail {
        add(held_on(model, activity), AgendaKind::ActivityHeld);
        add(behind(activity.meeting_until), AgendaKind::MeetingOver);
    }
    let Some(notice) = entry.public_notice() else { return };
    let withdrawn_on = notice.withdrawal.as_ref().map(|withdrawal| withdrawal.on);
    add(withdrawn_on, AgendaKind::NoticeWithdrawn);
    // One whose page goes is a text that goes; one that was taken back closes no more.
    if notice.page_after == PageAfter::Keep && notice.state != NoticeState::Withdrawn {
        let kind = if notice.names_after == NamesAfter::Keep { AgendaKind::NoticeCloses } else { AgendaKind::NamesGo };
        add(behind(notice.days.last().copied()), kind);
    }
}

/// The day on which an activity counts as held without anybody saying so; it is told of those to come only.
fn held_on(model: &Model, activity: &Activity) -> Option<Date> {
    let day = activity.start.date();
    let is_told = match activity.status {
        ActivityStatus::Planned => day > model.as_of,
        ActivityStatus::Held => day <= model.as_of,
        ActivityStatus::Cancelled => false,
    };
    is_told.then_some(day)
}

/// The day behind the last one.
fn behind(last: Option<Date>) -> Option<Date> {
    last?.tomorrow().ok()
}

fn consents(model: &Model, items: &mut Vec<AgendaItem>) {
    for row in model.tables.get("consent").into_iter().flat_map(Table::rows) {
        let id: Arc<str> = row.text("id").unwrap_or_default().into();
        let ends = [row.date("withdrawn_on"), behind(row.date("expires_on"))].into_iter().flatten().min();
        for (date, kind) in [(row.date("granted_on"), AgendaKind::ConsentBegins), (ends, AgendaKind::ConsentEnds)] {
            let title = id.to_string();
            items.extend(date.map(|date| AgendaItem { date, kind, id: id.clone(), title, file: Some(row.file()) }));
        }
    }
}

fn grey_days(model: &Model, items: &mut Vec<AgendaItem>) {
    for (first, last) in &model.site.grey_days {
        for (date, kind) in [(Some(*first), AgendaKind::GreyBegins), (behind(Some(*last)), AgendaKind::GreyEnds)] {
            let (id, file) = ("grey".into(), model.site.place().file());
            items.extend(date.map(|date| AgendaItem { date, kind, id, title: String::new(), file }));
        }
    }
}

/// Duties of periods that are not over, as far as they are not met.
fn duties(model: &Model, figures: &Published<'_>, items: &mut Vec<AgendaItem>) {
    let compliance = figures.compliance();
    for (duty, cells) in compliance.duties.iter().zip(&compliance.cells) {
        for cell in cells.iter().filter(|cell| cell.state == DutyState::NotDue) {
            let Some(date) = current_end(cell, figures.academic_year_starts(), model.as_of) else { continue };
            let title = format!("{} · {} · {}", branch_name(model, &cell.branch), duty.title, cell.period);
            let id = format!("{}/{}", duty.id, cell.branch).into();
            items.push(AgendaItem { date, kind: AgendaKind::Duty, id, title, file: duty.place.file() });
        }
    }
}

/// The last day of a cell's period, if today is in it.
fn current_end(cell: &DutyCell, year_starts: i8, as_of: Date) -> Option<Date> {
    let first = cell.period.first_day(year_starts)?;
    cell.period.last_day(year_starts).filter(|last| (first..=*last).contains(&as_of))
}

fn branch_name(model: &Model, id: &str) -> String {
    let name = model.tables.get("branches").and_then(|branches| branches.find_by_key(&[id])?.text("name"));
    name.unwrap_or(id).to_owned()
}

fn renewals(model: &Model, figures: &Published<'_>, items: &mut Vec<AgendaItem>) {
    for one in figures.freshness() {
        let title = match one.kind {
            "branch" => branch_name(model, &one.id),
            _ if one.title.is_empty() => one.id.to_string(),
            _ => one.title.clone(),
        };
        // What was never filled is due today.
        let date = one.due_on.unwrap_or(model.as_of);
        let file = if one.kind == "column" { model.site.place().file() } else { None };
        let id = format!("{}/{}", one.kind, one.id).into();
        items.push(AgendaItem { date, kind: AgendaKind::Renew, id, title, file });
    }
}

fn terms(model: &Model, items: &mut Vec<AgendaItem>) {
    for row in model.tables.get("branches").into_iter().flat_map(Table::public_rows) {
        let Some(date) = row.date("term_end") else { continue };
        let id: Arc<str> = row.text("id").unwrap_or_default().into();
        let title = row.text("name").unwrap_or(&id).to_owned();
        items.push(AgendaItem { date, kind: AgendaKind::TermEnds, id, title, file: Some(row.file()) });
    }
}
