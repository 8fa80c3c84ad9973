//! Activities: what took or will take place.

use std::sync::Arc;

use jiff::civil::Date;

use crate::diag::codes;
use crate::model::form::{Form, Moment};
use crate::model::pictures::album;
use crate::model::scope::{Origin, Scope};
use crate::model::settings::parse_month;
use crate::model::web::check_external;
use crate::model::{Activity, ActivityStatus, EntryIdx, Feedback, Kind, Mode};

/// Reads an activity.
///
/// - Codes: M116 not a period, M119 ends before it starts, M120 and M121 status and day disagree (warnings), M417 its own
///   other half.
pub(super) fn read(
    scope: &Scope<'_>,
    origin: Origin<'_>,
    form: &mut Form<'_>,
    (date, branches): (Option<Date>, &[Arc<str>]),
) -> Activity {
    let words = scope.vocabulary;
    if branches.is_empty() && !form.has("branches") {
        form.miss("branches");
    }
    let as_of = scope.sources.as_of();
    let start = start(form, date, as_of);
    let end = end(form, date, start);
    let status = status(scope, form, start);
    let meeting_url = meeting_url(scope, form).filter(|_| is_joined(form, status));
    let last_day = end.map_or(start, |end| end.max(start)).at.date();
    Activity {
        kind: form.required_term("kind", words, "activity_kind"),
        start: start.at,
        has_time: start.has_time,
        end: end.map(|end| end.at),
        mode: mode(scope, form),
        place: form.text("place"),
        status,
        purpose: form.text("purpose"),
        agenda: form.texts("agenda"),
        host: form.text("host"),
        expected: form.count("expected"),
        present: form.count("present"),
        pair: pair(scope, origin, form),
        meeting_until: meeting_url.as_ref().map(|_| last_day),
        meeting_url: meeting_url.filter(|_| last_day >= as_of),
        feedback: feedback(form),
        improvement: form.text("improvement"),
        album: album(scope, origin, form, "album"),
        also_counts_as: form.terms("also_counts_as", words, "activity_kind"),
        for_period: for_period(form),
    }
}

fn start(form: &mut Form<'_>, date: Option<Date>, as_of: Date) -> Moment {
    if !form.has("start") {
        form.miss("start");
    }
    let stand_in = Moment { at: date.unwrap_or(as_of).at(0, 0, 0, 0), has_time: false };
    form.moment("start", date).unwrap_or(stand_in)
}

fn end(form: &mut Form<'_>, date: Option<Date>, start: Moment) -> Option<Moment> {
    // An end without a day is on the day of the start; `date` may be the day of the report.
    let end = form.moment("end", if start.has_time { Some(start.at.date()) } else { date })?;
    let is_before = if end.has_time && start.has_time { end.at < start.at } else { end.at.date() < start.at.date() };
    if is_before {
        form.found.push(codes::ends_before_start.at(form.place_of("end")));
        return None;
    }
    Some(end)
}

fn mode(scope: &Scope<'_>, form: &mut Form<'_>) -> Mode {
    match form.required_term("mode", scope.vocabulary, "mode").as_str() {
        "online" => Mode::Online,
        "hybrid" => Mode::Hybrid,
        _ => Mode::Onsite,
    }
}

fn status(scope: &Scope<'_>, form: &mut Form<'_>, start: Moment) -> ActivityStatus {
    let as_of = scope.sources.as_of();
    let day = start.at.date();
    let term = form.term("status", scope.vocabulary, "activity_status");
    match term.as_deref() {
        Some("cancelled") => ActivityStatus::Cancelled,
        Some("planned") => {
            if day < as_of {
                form.found.push(codes::planned_in_the_past.at(form.place_of("status")).with("day", day));
            }
            ActivityStatus::Planned
        }
        Some("held") => {
            if day > as_of {
                form.found.push(codes::held_in_the_future.at(form.place_of("status")).with("day", day));
            }
            ActivityStatus::Held
        }
        _ if day <= as_of => ActivityStatus::Held,
        _ => ActivityStatus::Planned,
    }
}

fn pair(scope: &Scope<'_>, origin: Origin<'_>, form: &mut Form<'_>) -> Option<EntryIdx> {
    let written = form.written("pair")?;
    if written.text == origin.id {
        form.found.push(codes::refers_to_itself.at(form.place(written.span)).with("key", "pair"));
        return None;
    }
    scope.entry(form, origin, &[Kind::Activity], written)
}

fn meeting_url(scope: &Scope<'_>, form: &mut Form<'_>) -> Option<String> {
    let written = form.written("meeting_url")?;
    let at = form.place(written.span);
    check_external(&at, written.text, scope.site, &mut form.found).then(|| written.text.to_owned())
}

/// Whether people may still join: on its day an activity counts as held, but it may be still to begin.
fn is_joined(form: &mut Form<'_>, status: ActivityStatus) -> bool {
    match status {
        ActivityStatus::Planned => true,
        ActivityStatus::Held => !form.has("status"),
        ActivityStatus::Cancelled => false,
    }
}

fn feedback(form: &mut Form<'_>) -> Option<Feedback> {
    let mut table = form.table("feedback")?;
    let scale_max = table.whole("scale_max", 1..=1000).unwrap_or(5) as u32;
    let n = table.count("n");
    let mean = table.number("mean", 0.0..=f64::from(scale_max));
    for key in ["n", "mean"] {
        if !table.has(key) {
            table.miss(key);
        }
    }
    table.finish_into(&mut form.found);
    Some(Feedback { n: n?, mean: mean?, scale_max })
}

/// `2024`, `2024-03`, `2024-Q1` or `2024-H1`.
fn for_period(form: &mut Form<'_>) -> Option<String> {
    let written = form.written("for_period")?;
    let period = normal_period(written.text);
    if period.is_none() {
        form.found.push(codes::not_a_period.at(form.place(written.span)).with("value", written.text));
    }
    period
}

fn normal_period(written: &str) -> Option<String> {
    let is_year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_year(written) {
        return Some(written.to_owned());
    }
    if let Some(month) = parse_month(written) {
        return Some(format!("{:04}-{:02}", month.year(), month.month()));
    }
    let (year, part) = written.split_once('-')?;
    let part = part.to_ascii_uppercase();
    let is_part = matches!(part.as_str(), "Q1" | "Q2" | "Q3" | "Q4" | "H1" | "H2");
    (is_year(year) && is_part).then(|| format!("{year}-{part}"))
}
