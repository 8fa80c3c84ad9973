//! Notices: announcements and 公示.

use crate::model::form::Form;
use crate::model::scope::Scope;
use crate::model::{NamesAfter, Notice, PublicNotice};

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
    PublicNotice {
        matter: form.required_text("matter"),
        objects: form.texts("objects"),
        // Longer than a year of working days no 公示 lasts.
        period_days: form.whole("period_days", 1..=250).unwrap_or(1) as u32,
        posted_on: form.required_date("posted_on").unwrap_or_else(|| scope.sources.as_of()),
        accepting_unit: form.required_text("accepting_unit"),
        channel: form.required_text("channel"),
        basis: form.required_text("basis"),
        names_after,
        outcome: form.text("outcome"),
    }
}
