//! Notices: announcements and 公示.

use jiff::civil::Date;

use crate::diag::codes;
use crate::model::form::Form;
use crate::model::scope::Scope;
use crate::model::working_days::{UnknownYear, WorkingDays};
use crate::model::{Leaving, NamesAfter, Notice, NoticeState, PageAfter, PublicNotice, Vocabulary, Withdrawal};

/// The fields that only a 公示 has.
const PUBLIC_NOTICE_FIELDS: [&str; 12] = [
    "matter",
    "objects",
    "period_days",
    "posted_on",
    "accepting_unit",
    "channel",
    "basis",
    "names_after",
    "page_after",
    "outcome",
    "withdrawn_on",
    "withdrawn_reason",
];

/// Longer than a year of working days no 公示 lasts.
const PERIODS: std::ops::RangeInclusive<i64> = 1..=250;

/// Words of matters about who is to become a member of the party.
const RECRUITING: [&str; 5] = ["发展党员", "发展对象", "预备党员", "入党", "转正"];

/// How many working days a 公示 about these lasts at least.
const RECRUITING_DAYS: u32 = 5;

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
    let names_after = names_after(form, scope.vocabulary);
    let period_days = form.whole("period_days", PERIODS).map(|days| days as u32);
    let posted_on = form.required_date("posted_on");
    let as_of = scope.sources.as_of();
    let days = match (posted_on, period_days) {
        (Some(posted_on), Some(period_days)) => days(scope, form, posted_on, period_days),
        // What is missing has been said.
        _ => Vec::new(),
    };
    let withdrawal = withdrawal(form, posted_on);
    let notice = PublicNotice {
        matter: form.required_text("matter"),
        objects: form.texts("objects"),
        period_days: period_days.unwrap_or(1),
        posted_on: posted_on.unwrap_or(as_of),
        state: state(&days, withdrawal.as_ref(), as_of),
        days,
        withdrawal,
        accepting_unit: form.required_text("accepting_unit"),
        channel: form.required_text("channel"),
        basis: form.required_text("basis"),
        names_after,
        page_after: page_after(form, scope.vocabulary),
        leaving: Leaving::default(),
        outcome: form.text("outcome"),
    };
    judge(form, &notice);
    notice
}

fn names_after(form: &mut Form<'_>, vocabulary: &Vocabulary) -> NamesAfter {
    match form.term("names_after", vocabulary, "names_after").as_deref() {
        Some("keep") => NamesAfter::Keep,
        Some("reduce") => NamesAfter::Reduce,
        _ => NamesAfter::Remove,
    }
}

fn page_after(form: &mut Form<'_>, vocabulary: &Vocabulary) -> PageAfter {
    match form.term("page_after", vocabulary, "page_after").as_deref() {
        Some("drop") => PageAfter::Drop,
        _ => PageAfter::Keep,
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

/// That a 公示 is taken back, which must have a day and a reason.
///
/// - Codes: M102 one without the other, M425 taken back before it was put up.
fn withdrawal(form: &mut Form<'_>, posted_on: Option<Date>) -> Option<Withdrawal> {
    let (has_day, has_reason) = (form.has("withdrawn_on"), form.has("withdrawn_reason"));
    let (on, reason) = (form.date("withdrawn_on"), form.text("withdrawn_reason"));
    if has_day && !has_reason {
        form.miss("withdrawn_reason");
    }
    if has_reason && !has_day {
        form.miss("withdrawn_on");
    }
    let on = on?;
    if posted_on.is_some_and(|posted_on| on < posted_on) {
        form.found.push(codes::withdrawn_before_posted.at(form.place_of("withdrawn_on")));
    }
    Some(Withdrawal { on, reason: reason.unwrap_or_default() })
}

fn state(days: &[Date], withdrawal: Option<&Withdrawal>, as_of: Date) -> NoticeState {
    if withdrawal.is_some_and(|withdrawal| withdrawal.on <= as_of) {
        return NoticeState::Withdrawn;
    }
    match days.last() {
        Some(last) if *last < as_of => NoticeState::Closed,
        _ => NoticeState::Open,
    }
}

/// What the rules of a 公示 ask for beyond its fields.
///
/// - Codes: M426 names that nobody could find at its end (warning), M427 too short (warning).
fn judge(form: &mut Form<'_>, notice: &PublicNotice) {
    // One without a period is not whole yet, which has been said.
    let is_running = notice.state == NoticeState::Open && !notice.days.is_empty();
    if is_running && notice.objects.is_empty() && notice.names_after != NamesAfter::Keep {
        form.found.push(codes::objects_not_named.at(form.own_place()));
    }
    let is_recruiting = RECRUITING.iter().any(|word| notice.matter.contains(word));
    if is_recruiting && form.has("period_days") && notice.period_days < RECRUITING_DAYS {
        let diagnostic = codes::period_too_short.at(form.place_of("period_days")).with("days", notice.period_days);
        form.found.push(diagnostic.with("least", RECRUITING_DAYS));
    }
}

/// The last day of a 公示 whose page goes when its period is over; what cannot be read is reported when the notice itself is read.
pub(in crate::model) fn page_ends(form: &mut Form<'_>, vocabulary: &Vocabulary, working_days: &WorkingDays) -> Option<Date> {
    if form.term("kind", vocabulary, "notice_kind")? != "public_notice" || page_after(form, vocabulary) == PageAfter::Keep {
        return None;
    }
    let period_days = form.whole("period_days", PERIODS)?;
    working_days.after(form.date("posted_on")?, period_days as u32).ok()?.pop()
}
