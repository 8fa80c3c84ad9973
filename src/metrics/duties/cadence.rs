//! `data/cadence.toml` over the shipped duties to what is due where, and how often things are renewed.

use std::sync::Arc;

use crate::diag::{Diagnostic, FileId, Place, Span, codes, nearest};
use crate::metrics::{Duty, Period, PeriodKind};
use crate::model::date::{Month, parse_month};
use crate::model::form::{Form, Written};
use crate::model::{Kind, Model, Vocabulary};
use crate::read::{Fields, Value, parse_toml};
use crate::source::{Sources, decode};

use super::branches::Branches;

/// Where a site says what is due.
pub(super) const CADENCE_PATH: &str = "data/cadence.toml";

const SHIPPED: &str = include_str!("defaults.toml");

/// The kinds of periods that a duty may have.
const PERS: [(&str, PeriodKind); 4] =
    [("month", PeriodKind::Month), ("quarter", PeriodKind::Quarter), ("half", PeriodKind::Half), ("year", PeriodKind::Year)];

/// Sections whose newest entry can be asked for.
const SECTIONS: [Kind; 9] =
    [Kind::Activity, Kind::RoleModel, Kind::Resource, Kind::Path, Kind::Quiz, Kind::Notice, Kind::News, Kind::Column, Kind::Faq];

/// Everything that repeats.
#[derive(Clone, Debug, Default)]
pub(super) struct Cadence {
    /// Shipped duties first, then those of the site, each in the order of its file.
    pub(super) duties: Vec<DutyRule>,
    /// The month from which on the site's records are complete, where it says so.
    pub(super) from: Option<Month>,
    /// Days within which a branch has something new; `None` does not ask.
    pub(super) branch_days: Option<u32>,
    /// Days within which a section has something new.
    pub(super) sections: Vec<(Kind, u32)>,
    /// Kinds of activities of which nobody expects photos.
    pub(super) photo_not_needed: Vec<String>,
}

/// A duty with what is asked of whom.
#[derive(Clone, Debug)]
pub(super) struct DutyRule {
    pub(super) duty: Duty,
    /// For which branches; `None` is all.
    pub(super) applies: Option<Condition>,
    pub(super) exempt: Vec<Exemption>,
    /// Months of holidays, from one.
    pub(super) exempt_months: Vec<i8>,
}

/// A condition over branches as written.
#[derive(Clone, Debug)]
pub(super) struct Condition {
    pub(super) written: String,
    /// `None` for a shipped one.
    pub(super) at: Option<(FileId, Span)>,
}

/// A branch that is let off.
#[derive(Clone, Debug)]
pub(super) struct Exemption {
    pub(super) branch: Arc<str>,
    /// `None` is always.
    pub(super) period: Option<Period>,
    pub(super) reason: String,
}

/// What readings of one file need.
struct Reading<'a> {
    vocabulary: &'a Vocabulary,
    /// `None` for the shipped file, which names no branch.
    branches: Option<&'a Branches>,
}

/// The shipped cadence with that of the site.
///
/// - Codes: those of decoding, TOML and forms; M114 an unknown kind, M210 the same duty twice, M408 an unknown branch, F301 a period
///   that does not fit, F302 a duty switched off that is not there, F303 an unknown section, F304 an id that cannot be one, F305 a
///   month that is none.
pub(super) fn read(sources: &Sources, model: &Model, branches: &Branches, found: &mut Vec<Diagnostic>) -> Cadence {
    let mut cadence = shipped();
    let Some(file) = sources.find(CADENCE_PATH) else { return cadence };
    let bytes = sources.bytes(file).unwrap_or_default();
    let text = decode(file, &bytes).into_value(found).text;
    let Some(fields) = parse_toml(file, &text, 0).into_value(found) else { return cadence };
    let reading = Reading { vocabulary: &model.vocabulary, branches: Some(branches) };
    found.extend(overlay(&mut cadence, file, &fields, &reading));
    cadence
}

/// What comes with the program.
fn shipped() -> Cadence {
    let fields = parse_toml(FileId(0), SHIPPED, 0).value.expect("the shipped cadence is TOML: a test reads it");
    let mut cadence = Cadence::default();
    let reading = Reading { vocabulary: &Vocabulary::shipped(), branches: None };
    let found = overlay(&mut cadence, FileId(0), &fields, &reading);
    debug_assert!(found.is_empty(), "the shipped cadence has no mistakes: {found:?}");
    for rule in &mut cadence.duties {
        rule.duty.place = Place::Project;
        if let Some(condition) = &mut rule.applies {
            condition.at = None;
        }
    }
    cadence
}

fn overlay(cadence: &mut Cadence, file: FileId, fields: &Fields, reading: &Reading<'_>) -> Vec<Diagnostic> {
    let mut form = Form::of_file(file, fields);
    if let Some(month) = form.written("from") {
        cadence.from = parse_month(month.text);
        if cadence.from.is_none() {
            form.found.push(codes::cadence_month.at(form.place(month.span)).with("key", "from").with("value", month.text));
        }
    }
    let mut seen: Vec<(String, Span)> = Vec::new();
    for mut table in form.tables("duty") {
        duty(cadence, file, &mut table, reading, &mut seen);
        table.finish_into(&mut form.found);
    }
    if let Some(mut table) = form.table("freshness") {
        freshness(cadence, &mut table);
        table.finish_into(&mut form.found);
    }
    if let Some(mut table) = form.table("loops") {
        if table.has("photo_not_needed") {
            cadence.photo_not_needed = table.terms("photo_not_needed", reading.vocabulary, "activity_kind");
        }
        table.finish_into(&mut form.found);
    }
    form.finish()
}

fn duty(cadence: &mut Cadence, file: FileId, form: &mut Form<'_>, reading: &Reading<'_>, seen: &mut Vec<(String, Span)>) {
    let Some(id) = duty_id(file, form, seen) else {
        // What else is written there is still looked at; what is not written there does not matter any more.
        let written = form.text("id");
        let same = cadence.duties.iter().find(|rule| written.as_deref() == Some(&*rule.duty.id));
        rule(same.or(cadence.duties.first()).cloned(), Arc::from(""), file, form, reading);
        form.flag("off");
        return;
    };
    let known = cadence.duties.iter().position(|rule| *rule.duty.id == *id.text);
    if form.flag("off") == Some(true) {
        switch_off(cadence, known, form, id);
        return;
    }
    let base = known.map(|idx| cadence.duties[idx].clone());
    let rule = rule(base, id.text.into(), file, form, reading);
    match known {
        Some(idx) => cadence.duties[idx] = rule,
        None => cadence.duties.push(rule),
    }
}

fn duty_id<'a>(file: FileId, form: &mut Form<'a>, seen: &mut Vec<(String, Span)>) -> Option<Written<'a>> {
    let id = form.required_written("id")?;
    let at = form.place(id.span);
    if let Some((_, first)) = seen.iter().find(|(text, _)| text == id.text) {
        let diagnostic = codes::same_setting_twice.at(at).with("list", "duty").with("id", id.text);
        form.found.push(diagnostic.also(Place::Text(file, *first)));
        return None;
    }
    seen.push((id.text.to_owned(), id.span));
    let is_id = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if !id.text.chars().all(is_id) {
        form.found.push(codes::bad_duty_id.at(at).with("id", id.text));
        return None;
    }
    Some(id)
}

fn switch_off(cadence: &mut Cadence, known: Option<usize>, form: &mut Form<'_>, id: Written<'_>) {
    // Whoever switches a duty off may leave the rest of it standing.
    for key in ["title", "kinds", "at_least", "per", "clause", "applies", "exempt", "exempt_months"] {
        form.has(key);
    }
    match known {
        Some(idx) => drop(cadence.duties.remove(idx)),
        None => {
            let names: Vec<&str> = cadence.duties.iter().map(|rule| &*rule.duty.id).collect();
            let near = nearest(id.text, names.iter().copied());
            let diagnostic = codes::duty_off_unknown.at(form.place(id.span)).with("id", id.text);
            form.found.push(diagnostic.with_some("near", near).with("known", names.join(", ")));
        }
    }
}

/// A rule of the site; of one that is known, only what is written changes.
fn rule(base: Option<DutyRule>, id: Arc<str>, file: FileId, form: &mut Form<'_>, reading: &Reading<'_>) -> DutyRule {
    for key in ["title", "kinds", "per", "clause"] {
        if base.is_none() && !form.has(key) {
            form.miss(key);
        }
    }
    let place = form.own_place();
    let mut rule = base.unwrap_or_else(|| DutyRule {
        duty: Duty {
            id,
            title: String::new(),
            kinds: Vec::new(),
            at_least: 1,
            per: PeriodKind::Month,
            clause: String::new(),
            place: place.clone(),
        },
        applies: None,
        exempt: Vec::new(),
        exempt_months: Vec::new(),
    });
    rule.duty.place = place;
    if let Some(title) = form.text("title") {
        rule.duty.title = title;
    }
    if form.has("kinds") {
        rule.duty.kinds = form.terms("kinds", reading.vocabulary, "activity_kind");
    }
    if let Some(at_least) = form.whole("at_least", 1..=1000) {
        rule.duty.at_least = at_least as u32;
    }
    if let Some(per) = form.choice("per", &PERS) {
        rule.duty.per = per;
    }
    if let Some(clause) = form.text("clause") {
        rule.duty.clause = clause;
    }
    if let Some(written) = form.written("applies") {
        rule.applies = Some(Condition { written: written.text.to_owned(), at: Some((file, written.span)) });
    }
    if form.has("exempt_months") {
        rule.exempt_months = months(form);
    }
    let per = rule.duty.per;
    rule.exempt.extend(exemptions(form, per, reading));
    rule
}

/// `[2, 8]`: months of a year.
fn months(form: &mut Form<'_>) -> Vec<i8> {
    let Some(node) = form.node("exempt_months") else { return Vec::new() };
    let items = if let Value::List(items) = &node.value { items.as_slice() } else { std::slice::from_ref(node) };
    let mut months = Vec::new();
    for item in items {
        match item.value {
            Value::Integer(month) if (1..=12).contains(&month) => months.push(month as i8),
            _ => {
                let written = match &item.value {
                    Value::Integer(number) => number.to_string(),
                    Value::Text(text) => text.clone(),
                    other => other.type_name().to_owned(),
                };
                form.found.push(codes::not_a_month_number.at(form.place(item.span)).with("value", written));
            }
        }
    }
    months
}

fn exemptions(form: &mut Form<'_>, per: PeriodKind, reading: &Reading<'_>) -> Vec<Exemption> {
    let mut exemptions = Vec::new();
    for mut table in form.tables("exempt") {
        let branch = table.required_written("branch").and_then(|written| exempt_branch(&mut table, written, reading));
        let period = table.written("period");
        let fits = period.map(|written| exempt_period(&mut table, written, per));
        let reason = table.required_text("reason");
        if let (Some(branch), None | Some(Some(_))) = (branch, fits) {
            exemptions.push(Exemption { branch, period: fits.flatten(), reason });
        }
        table.finish_into(&mut form.found);
    }
    exemptions
}

fn exempt_branch(form: &mut Form<'_>, written: Written<'_>, reading: &Reading<'_>) -> Option<Arc<str>> {
    let branches = reading.branches?;
    let branch = branches.find(written.text);
    if branch.is_none() && branches.is_whole {
        let diagnostic = codes::unknown_branch.at(form.place(written.span)).with("id", written.text);
        form.found.push(diagnostic.with_some("near", branches.nearest(written.text)));
    }
    branch
}

/// A period that is no shorter than those of the duty.
fn exempt_period(form: &mut Form<'_>, written: Written<'_>, per: PeriodKind) -> Option<Period> {
    let period = Period::parse(written.text).filter(|period| {
        let is_kind = !matches!(period, Period::All | Period::AcademicYear(_));
        is_kind && period.n_months() >= n_months(per)
    });
    if period.is_none() {
        let diagnostic = codes::exempt_period.at(form.place(written.span)).with("value", written.text);
        form.found.push(diagnostic.with("example", example(per)));
    }
    period
}

/// How many months a duty's period has.
fn n_months(per: PeriodKind) -> Option<u8> {
    per.of_month(Month { year: 2000, month: 1 }, crate::metrics::period::ACADEMIC_YEAR_STARTS).n_months()
}

fn example(per: PeriodKind) -> &'static str {
    match per {
        PeriodKind::Quarter => "2026-Q1",
        PeriodKind::Half => "2026-H1",
        PeriodKind::Year => "2026",
        _ => "2026-03",
    }
}

fn freshness(cadence: &mut Cadence, form: &mut Form<'_>) {
    if let Some(days) = form.whole("branch_days", 0..=3660) {
        cadence.branch_days = (days > 0).then_some(days as u32);
    }
    for mut table in form.tables("section") {
        let section = table.required_written("id").and_then(|written| section(&mut table, written));
        let is_off = table.flag("off") == Some(true);
        let days = table.whole("cadence_days", 1..=3660).map(|days| days as u32);
        if !is_off && !table.has("cadence_days") {
            table.miss("cadence_days");
        }
        if let Some(section) = section {
            let known = cadence.sections.iter().position(|(kind, _)| *kind == section);
            match (known, days) {
                (Some(idx), _) if is_off => drop(cadence.sections.remove(idx)),
                (Some(idx), Some(days)) => cadence.sections[idx].1 = days,
                (None, Some(days)) if !is_off => cadence.sections.push((section, days)),
                _ => {}
            }
        }
        table.finish_into(&mut form.found);
    }
}

fn section(form: &mut Form<'_>, written: Written<'_>) -> Option<Kind> {
    let section = SECTIONS.into_iter().find(|kind| kind.folder() == written.text);
    if section.is_none() {
        let names = SECTIONS.map(Kind::folder);
        let diagnostic = codes::unknown_freshness_section.at(form.place(written.span)).with("section", written.text);
        form.found.push(diagnostic.with_some("near", nearest(written.text, names)).with("known", names.join(", ")));
    }
    section
}
