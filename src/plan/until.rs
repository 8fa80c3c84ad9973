//! Entries to the moments at which they, or names in them, are to be gone, as UTC text that a script on the page compares with its clock.
//!
//! The next build takes them away. Until then the reader's device does, so that a site that nobody builds keeps its word.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::model::{Entry, NoticeState, PublicNotice};

use super::Plan;

/// When the entry as a whole is to be gone.
pub(super) fn of_entry(plan: &Plan<'_>, entry: &Entry) -> Option<String> {
    end_of(plan, entry.expires_at?)
}

/// When names of an open 公示 are to be gone; `None` where none are, or where they stay.
pub(super) fn of_names(plan: &Plan<'_>, entry: &Entry) -> Option<String> {
    let notice = leaving_notice(entry)?;
    end_of(plan, *notice.days.last()?)
}

/// When the summary of an open 公示 is to be gone, because it has names.
pub(super) fn of_summary(plan: &Plan<'_>, entry: &Entry) -> Option<String> {
    leaving_notice(entry).filter(|notice| notice.leaving.summary)?;
    of_names(plan, entry)
}

/// The text of an open 公示 is to be gone too: it has names, or shows pictures and files.
pub(super) fn of_text(plan: &Plan<'_>, entry: &Entry) -> Option<String> {
    let has_files = entry.images.iter().any(Option::is_some) || entry.blocks.iter().any(Option::is_some);
    leaving_notice(entry).filter(|notice| notice.leaving.text || has_files)?;
    of_names(plan, entry)
}

fn leaving_notice(entry: &Entry) -> Option<&PublicNotice> {
    entry.public_notice().filter(|notice| notice.state == NoticeState::Open && notice.leaving.files)
}

/// The moment at which a day of the site is over.
fn end_of(plan: &Plan<'_>, last: Date) -> Option<String> {
    let next = last.tomorrow().ok()?.at(0, 0, 0, 0).to_zoned(plan.model.site.zone()).ok()?;
    Some(next.with_time_zone(TimeZone::UTC).strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
}
