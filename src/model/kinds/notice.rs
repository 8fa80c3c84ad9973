//! Notices: announcements and 公示.

use jiff::civil::Date;

use crate::diag::codes;
use crate::model::form::Form;
use crate::model::scope::Scope;
use crate::model::working_days::UnknownYear;
use crate::model::{Detail, NamesAfter, Notice, PublicNotice};

/// The fields that only a 公示 has.
const PUBLIC_NOTICE_FIELDS: [&str; 9] =
    ["matter", "objects", "period_days", "posted_on", "accepting_unit", "channel", "basis", "names_after", "outcome"];

/// Reads a notice.
pub(super) fn read(scope: &Scope<'_>, form: &mut Form<'_>) -> Notice {
    match form.required_term("kind", scope.vocabulary, "notice_kind").as_str() {
        "public_notice" => Notice::PublicNotice(Box::new(public_notice(scope, form))),
        "announcement" => Notice::Announcement,
        _ => {
            // Which fields belong to a notice of unknown kind cannot be said.
            for key in PUBLIC_NOTICE_FIELDS {
                form.has(key);
            }
            Notice::Announcement
        }
    }
}

fn public_notice(scope: &Scope<'_>, form: &mut Form<'_>) -> PublicNotice {
    if !form.has("period_days") {
        form.miss("period_days");
    }
    let names_after = match form.term("names_after", scope.vocabulary, "names_after").as_deref() {
        Some("keep") => NamesAfter::Keep,
        Some("reduce") => NamesAfter::Reduce,
        _ => NamesAfter::Remove,
    };
    // Longer than a year of working days no 公示 lasts.
    let period_days = form.whole("period_days", 1..=250).map(|days| days as u32);
    let posted_on = form.required_date("posted_on");
    let as_of = scope.sources.as_of();
    let days = match (posted_on, period_days) {
        (Some(posted_on), Some(period_days)) => days(scope, form, posted_on, period_days),
        // What is missing has been said.
        _ => Vec::new(),
    };
    let is_closed = days.last().is_some_and(|last| *last < as_of);
    let objects = form.texts("objects");
    PublicNotice {
        matter: form.required_text("matter"),
        objects: if is_closed { names_after.apply(objects) } else { objects },
        period_days: period_days.unwrap_or(1),
        posted_on: posted_on.unwrap_or(as_of),
        days,
        is_closed,
        accepting_unit: form.required_text("accepting_unit"),
        channel: form.required_text("channel"),
        basis: form.required_text("basis"),
        names_after,
        outcome: form.text("outcome"),
    }
}

/// The working days of a period.
///
/// - Codes: M423 a year of which the holidays are not known.
fn days(scope: &Scope<'_>, form: &mut Form<'_>, posted_on: Date, period_days: u32) -> Vec<Date> {
    match scope.registers.working_days.after(posted_on, period_days) {
        Ok(days) => days,
        Err(UnknownYear(year)) => {
            form.found.push(codes::holidays_unknown.at(form.place_of("posted_on")).with("year", year));
            Vec::new()
        }
    }
}

impl NamesAfter {
    /// What is left of names when a period is over.
    fn apply(self, names: Vec<String>) -> Vec<String> {
        match self {
            Self::Keep => names,
            // The family name tells those who know, and nobody else.
            Self::Reduce => names.iter().filter_map(|name| name.chars().next()).map(|first| format!("{first}＊＊")).collect(),
            Self::Remove => Vec::new(),
        }
    }
}

/// The names of a 公示 that is over and does not keep them; nothing of its entry may show one.
pub(in crate::model) fn names_to_hide(form: &mut Form<'_>, detail: &Detail) -> Vec<String> {
    match detail {
        Detail::Notice(notice) => match &**notice {
            Notice::PublicNotice(notice) if notice.is_closed && notice.names_after != NamesAfter::Keep => form.texts("objects"),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}
