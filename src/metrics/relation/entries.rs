//! The front matter of entries to relations: which columns each kind has, and what an entry says in them.
//!
//! The columns stand in `entries.toml`, in the language in which tables are declared, so that one reader knows both.

use std::borrow::Cow;

use crate::diag::FileId;
use crate::model::number::{Decimal, parse_number};
use crate::model::table::{Schemas, Sensitivity, TableSchema};
use crate::model::{
    Activity, ActivityStatus, Detail, DocumentStatus, Entry, EntryIdx, Kind, Mode, Model, Notice, NoticeState, Vocabulary,
};
use crate::read::parse_toml;

const DECLARED: &str = include_str!("entries.toml");

/// What an entry says in a column.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::metrics) enum EntryCell<'a> {
    Empty,
    Text(Cow<'a, str>),
    Number(Decimal),
    Flag(bool),
    /// Texts, words or keys.
    List(Vec<&'a str>),
}

/// The relations of all kinds, in the order of `entries.toml`.
pub(in crate::metrics) fn entry_schemas() -> Vec<TableSchema> {
    let fields = parse_toml(FileId(0), DECLARED, 0).value.expect("the shipped relations are TOML: a test reads them");
    let shipped = Schemas::shipped();
    let n_tables = shipped.iter().count();
    let declared = shipped.declared(FileId(0), &fields, &Vocabulary::shipped());
    debug_assert!(declared.found.is_empty(), "the shipped relations have no mistakes: {:?}", declared.found);
    let mut schemas: Vec<TableSchema> = declared.value.iter().skip(n_tables).cloned().collect();
    for column in schemas.iter_mut().flat_map(|schema| &mut schema.columns) {
        column.sensitivity = Sensitivity::Public;
    }
    schemas
}

/// The relation of a kind: `role_models`. Branch texts are `branch_pages`, because `branches` is the register.
pub(in crate::metrics) fn relation_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Activity => "activities",
        Kind::RoleModel => "role_models",
        Kind::Resource => "resources",
        Kind::Path => "paths",
        Kind::Quiz => "quizzes",
        Kind::Notice => "notices",
        Kind::News => "news",
        Kind::Branch => "branch_pages",
        Kind::Column => "columns",
        Kind::Faq => "faq",
        Kind::Page => "pages",
    }
}

/// The kind of a relation's name.
pub(in crate::metrics) fn kind_of(relation: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| relation_of(*kind) == relation)
}

/// What an entry says in a column of its relation; nothing in a column that it does not have.
pub(in crate::metrics) fn cell<'m>(model: &'m Model, entry: &'m Entry, column: &str) -> EntryCell<'m> {
    match column {
        "id" => text(&entry.id),
        "title" => text(&entry.title),
        "date" => shown(entry.date),
        "updated" => shown(entry.updated),
        "branches" => EntryCell::List(entry.branches.iter().map(|branch| &**branch).collect()),
        "tags" => EntryCell::List(entry.tags.iter().map(String::as_str).collect()),
        "owner" => maybe(entry.owner.as_deref()),
        "n_photos" => count(n_photos(entry)),
        "n_attachments" => count(entry.attachments.len()),
        "has_cover" => EntryCell::Flag(entry.cover.is_some()),
        "has_summary" => EntryCell::Flag(!entry.summary.is_empty()),
        _ => of_kind(model, entry, column),
    }
}

fn of_kind<'m>(model: &'m Model, entry: &'m Entry, column: &str) -> EntryCell<'m> {
    match &entry.detail {
        Detail::Activity(activity) => of_activity(model, activity, column),
        Detail::RoleModel(one) => match column {
            "kind" => text(&one.kind),
            "branch" => text(&one.branch),
            "term" => maybe(one.term.as_deref()),
            "honours" => EntryCell::List(one.honours.iter().map(String::as_str).collect()),
            "n_honours" => count(one.honours.len()),
            "n_evidence" => count(one.evidence.len()),
            _ => EntryCell::Empty,
        },
        Detail::Resource(one) => match column {
            "type" => text(&one.kind),
            "topic" => text(&one.topic),
            "minutes" => number(one.minutes),
            "level" => maybe(one.level.as_deref()),
            "audience" => EntryCell::List(one.audience.iter().map(String::as_str).collect()),
            "licence" => maybe(one.licence.as_deref()),
            "issuer" => maybe(one.issuer.as_deref()),
            "doc_number" => maybe(one.doc_number.as_deref()),
            "issued_on" => shown(one.issued_on),
            "status" => maybe(one.status.map(document_status)),
            "replaced_by" => maybe(one.replaced_by.map(|idx| id_of(model, idx))),
            "has_captions" => EntryCell::Flag(one.captions.is_some()),
            "has_transcript" => EntryCell::Flag(one.transcript.is_some()),
            _ => EntryCell::Empty,
        },
        Detail::Path(one) => match column {
            "audience" => EntryCell::List(one.audience.iter().map(String::as_str).collect()),
            "n_items" => count(one.items.len()),
            _ => EntryCell::Empty,
        },
        Detail::Quiz(one) if column == "n_questions" => count(one.questions.len()),
        Detail::Notice(one) => of_notice(one, column),
        Detail::Branch(one) => match column {
            "secretary" => maybe(one.secretary.as_deref()),
            "brand" => maybe(one.brand.as_ref().map(|brand| brand.name.as_str())),
            _ => EntryCell::Empty,
        },
        Detail::Column(id) if column == "column" => text(id),
        Detail::Faq(one) => match column {
            "asked_on" => shown(Some(one.asked_on)),
            "answered_on" => shown(one.answered_on),
            _ => EntryCell::Empty,
        },
        Detail::Quiz(_) | Detail::News | Detail::Column(_) | Detail::Page => EntryCell::Empty,
    }
}

fn of_activity<'m>(model: &'m Model, one: &'m Activity, column: &str) -> EntryCell<'m> {
    match column {
        "kind" => text(&one.kind),
        "also_counts_as" => EntryCell::List(one.also_counts_as.iter().map(String::as_str).collect()),
        "start" if one.has_time => moment(one.start),
        "start" => shown(Some(one.start.date())),
        "end" => one.end.map_or(EntryCell::Empty, moment),
        "minutes" => minutes(one).map_or(EntryCell::Empty, |minutes| EntryCell::Number(Decimal::from(minutes))),
        "mode" => text(match one.mode {
            Mode::Online => "online",
            Mode::Onsite => "onsite",
            Mode::Hybrid => "hybrid",
        }),
        "status" => text(match one.status {
            ActivityStatus::Planned => "planned",
            ActivityStatus::Held => "held",
            ActivityStatus::Cancelled => "cancelled",
        }),
        "place" => maybe(one.place.as_deref()),
        "host" => maybe(one.host.as_deref()),
        "expected" => number(one.expected),
        "present" => number(one.present),
        "pair" => maybe(one.pair.map(|idx| id_of(model, idx))),
        "feedback_n" => number(one.feedback.as_ref().map(|feedback| feedback.n)),
        // A mark is written with few digits, so its shortest form is what the author wrote.
        "feedback_mean" => match one.feedback.as_ref().and_then(|feedback| parse_number(&feedback.mean.to_string()).ok()) {
            Some(mean) => EntryCell::Number(mean),
            None => EntryCell::Empty,
        },
        "feedback_max" => number(one.feedback.as_ref().map(|feedback| feedback.scale_max)),
        "for_period" => maybe(one.for_period.as_deref()),
        "has_improvement" => EntryCell::Flag(one.improvement.is_some()),
        _ => EntryCell::Empty,
    }
}

fn of_notice<'m>(notice: &'m Notice, column: &str) -> EntryCell<'m> {
    match (notice, column) {
        (Notice::Announcement, "kind") => text("announcement"),
        (Notice::PublicNotice(_), "kind") => text("public_notice"),
        (Notice::PublicNotice(one), "posted_on") => shown(Some(one.posted_on)),
        (Notice::PublicNotice(one), "closes_on") => shown(one.days.last().copied()),
        (Notice::PublicNotice(one), "period_days") => number(Some(one.period_days)),
        (Notice::PublicNotice(one), "is_closed") => EntryCell::Flag(one.state != NoticeState::Open),
        (Notice::PublicNotice(one), "state") => text(one.state.name()),
        _ => EntryCell::Empty,
    }
}

fn n_photos(entry: &Entry) -> usize {
    let album = if let Detail::Activity(activity) = &entry.detail { activity.album.len() } else { 0 };
    album + entry.images.iter().flatten().count() + usize::from(entry.cover.is_some())
}

/// How long an activity took; `None` where only days are known.
fn minutes(one: &Activity) -> Option<i64> {
    let end = one.end.filter(|_| one.has_time)?;
    let minutes = (end - one.start).total(jiff::Unit::Minute).ok()?;
    // Times are written to the minute.
    (minutes >= 0.0).then_some(minutes as i64)
}

fn document_status(status: DocumentStatus) -> &'static str {
    match status {
        DocumentStatus::InForce => "in_force",
        DocumentStatus::Replaced => "replaced",
        DocumentStatus::Repealed => "repealed",
    }
}

fn id_of(model: &Model, idx: EntryIdx) -> &str {
    &model.entries[idx.0 as usize].id
}

fn text(text: &str) -> EntryCell<'_> {
    EntryCell::Text(Cow::Borrowed(text))
}

fn maybe(text: Option<&str>) -> EntryCell<'_> {
    text.map_or(EntryCell::Empty, |text| EntryCell::Text(Cow::Borrowed(text)))
}

fn shown<'a>(date: Option<jiff::civil::Date>) -> EntryCell<'a> {
    date.map_or(EntryCell::Empty, |date| EntryCell::Text(Cow::Owned(date.to_string())))
}

/// `2024-09-03T14:30`.
fn moment<'a>(moment: jiff::civil::DateTime) -> EntryCell<'a> {
    EntryCell::Text(Cow::Owned(format!("{}T{:02}:{:02}", moment.date(), moment.hour(), moment.minute())))
}

fn number<'a>(number: Option<u32>) -> EntryCell<'a> {
    number.map_or(EntryCell::Empty, |number| EntryCell::Number(Decimal::from(i64::from(number))))
}

fn count<'a>(n: usize) -> EntryCell<'a> {
    EntryCell::Number(Decimal::from(n as i64))
}
