//! `[metric.ID]` to a metric whose formula may run.

use std::sync::Arc;

use crate::diag::{Place, codes, nearest};
use crate::metrics::amount::{Amount, Rounding};
use crate::metrics::figure::{Dimension, Direction, MetricSpec};
use crate::metrics::formula::{Formula, Use, parse_condition, parse_time, parse_value, public_column};
use crate::metrics::period::PeriodKind;
use crate::metrics::relation::{Holds, Relation};
use crate::model::form::{Form, Written};
use crate::model::table::Sensitivity;
use crate::read::Key;

use super::{Allowance, Declaration, Scene, number, relation, reported};

/// Units that yuandi has words for. A school's own unit (学分) is fine; a misspelt one of these is not.
const UNITS: [&str; 11] =
    ["percent", "count", "minutes", "hours", "days", "points", "score", "yuan", "persons", "times", "items"];

const ROUNDINGS: [(&str, Rounding); 4] =
    [("half_up", Rounding::HalfUp), ("half_even", Rounding::HalfEven), ("down", Rounding::Down), ("up", Rounding::Up)];

pub(super) const DIRECTIONS: [(&str, Direction); 2] = [("up", Direction::Up), ("down", Direction::Down)];

const PERIODS: [(&str, PeriodKind); 4] = [
    ("year", PeriodKind::Year),
    ("academic_year", PeriodKind::AcademicYear),
    ("quarter", PeriodKind::Quarter),
    ("month", PeriodKind::Month),
];

const ALLOWANCES: [(&str, Allowance); 2] = [("over_100", Allowance::OverHundred), ("negative", Allowance::Negative)];

/// Digits that people can still read.
const N_DECIMALS_MAX: i64 = 6;

/// What of a metric depends on its relation.
struct Parts {
    formula: Formula,
    condition: Option<String>,
    time: Option<usize>,
    dimensions: Vec<(usize, Arc<str>)>,
}

/// A metric; `None` if it has a mistake without which nothing can be computed.
///
/// - Codes: F001–F013, F100–F130.
pub(super) fn metric(scene: Scene<'_>, key: &Key, form: &mut Form<'_>) -> Option<Declaration> {
    let title = form.required_text("title");
    let definition = form.required_text("definition");
    let unit = unit(form);
    let from = form.required_written("from");
    let value = form.required_written("value");
    let condition = form.written("where");
    let time = form.written("time");
    let by = form.written_list("by");
    let relation_idx = from.and_then(|from| relation(scene, from, form));
    let parts = relation_idx.zip(value).and_then(|(idx, value)| {
        let relation = &scene.relations[idx];
        parts(scene, relation, (value, condition, time, &by), form)
    });
    let target = target(form, &unit);
    let n_decimals = form.whole("decimals", 0..=N_DECIMALS_MAX).map_or(u8::from(unit == "percent"), |number| number as u8);
    let rounding = form.choice("rounding", &ROUNDINGS).unwrap_or_default();
    let owner = form.text("owner");
    let direction = form.choice("direction", &DIRECTIONS);
    let public_reason = public_reason(form);
    let is_empty_zero = form.whole("empty", 0..=0).is_some();
    let periods = periods(form, time.is_some());
    let allow = choices(form, "allow", &ALLOWANCES);
    let dimension_ids: Vec<Arc<str>> = parts.iter().flat_map(|parts| &parts.dimensions).map(|(_, id)| Arc::clone(id)).collect();
    let reported = reported::reported(form, &unit, &dimension_ids, &periods);
    let (relation_idx, parts) = (relation_idx?, parts?);
    let relation = &scene.relations[relation_idx];
    let person_column = person_column(relation);
    let dimension = |(idx, id): &(usize, Arc<str>)| dimension(relation, *idx, id);
    let spec = MetricSpec {
        id: Arc::from(key.text.as_str()),
        title,
        definition,
        unit,
        from: relation.name.clone(),
        from_label: relation.label.clone(),
        value: value?.text.to_owned(),
        condition: condition.map(|written| written.text.to_owned()),
        time: time.map(|written| written.text.to_owned()),
        dimensions: parts.dimensions.iter().map(dimension).collect(),
        target,
        n_decimals,
        rounding,
        owner,
        direction,
        is_about_persons: relation.is_about_persons || person_column.is_some(),
        public_reason,
        is_empty_zero,
        sql: String::new(),
        place: Place::Text(scene.file, key.span),
    };
    let dimensions = parts.dimensions.iter().map(|(idx, _)| *idx).collect();
    let Parts { mut formula, condition, time, .. } = parts;
    if let Some(person) = person_column {
        formula.guard(person, relation);
    }
    Some(Declaration {
        spec,
        relation: relation_idx,
        formula,
        condition,
        time,
        dimensions,
        person_column,
        periods,
        allow,
        reported,
    })
}

type WrittenParts<'w> = (Written<'w>, Option<Written<'w>>, Option<Written<'w>>, &'w [Written<'w>]);

/// All formulas are judged, so that one run tells all faults.
fn parts(
    scene: Scene<'_>,
    relation: &Relation,
    (value, condition, time, by): WrittenParts<'_>,
    form: &mut Form<'_>,
) -> Option<Parts> {
    let formula = scene.keep(parse_value(value.text, relation), value, form);
    for hint in formula.iter().flat_map(|formula| &formula.hints) {
        form.found.push(scene.fault(hint, value));
    }
    let n_wanted = usize::from(condition.is_some()) + usize::from(time.is_some());
    let condition = condition.and_then(|written| scene.keep(parse_condition(written.text, relation, Use::Where), written, form));
    let time = time.and_then(|written| scene.keep(parse_time(written.text, relation), written, form));
    let dimensions = dimensions(scene, relation, by, form)?;
    let n_kept = usize::from(condition.is_some()) + usize::from(time.is_some());
    // A metric without the condition that was meant would be another metric.
    (n_wanted == n_kept).then_some(())?;
    Some(Parts { formula: formula?, condition, time, dimensions })
}

fn dimensions(scene: Scene<'_>, relation: &Relation, by: &[Written<'_>], form: &mut Form<'_>) -> Option<Vec<(usize, Arc<str>)>> {
    let mut dimensions: Vec<(usize, Arc<str>)> = Vec::with_capacity(by.len());
    let mut is_whole = true;
    for written in by {
        let Some(idx) = scene.keep(public_column(written.text, relation), *written, form) else {
            is_whole = false;
            continue;
        };
        if dimensions.iter().any(|(other, _)| *other == idx) {
            let at = Place::Text(scene.file, written.span);
            form.found.push(codes::dimension_twice.at(at).with("name", written.text));
            is_whole = false;
            continue;
        }
        dimensions.push((idx, Arc::from(written.text.trim_matches('"'))));
    }
    is_whole.then_some(dimensions)
}

fn dimension(relation: &Relation, idx: usize, id: &Arc<str>) -> Dimension {
    let column = &relation.columns[idx];
    let references = if let Holds::Key(target) = &column.holds { Some(target.clone()) } else { None };
    Dimension { id: Arc::clone(id), label: column.label.clone(), references, values: Vec::new() }
}

/// The column by which persons are told apart: a row's own person, else the nearest one behind a reference.
fn person_column(relation: &Relation) -> Option<usize> {
    let is_personal = |idx: &usize| relation.columns[*idx].sensitivity == Sensitivity::Personal;
    let is_member = |idx: &usize| relation.columns[*idx].holds == Holds::Key("members".to_owned());
    let all = || (0..relation.columns.len()).filter(is_personal);
    let own = || all().filter(|idx| relation.columns[*idx].depth == 0);
    let is_id = |idx: &usize| relation.columns[*idx].name == "id";
    let found = own().find(is_member).or_else(|| own().find(is_id)).or_else(|| own().next());
    found.or_else(|| all().find(is_member))
}

fn unit(form: &mut Form<'_>) -> String {
    let Some(written) = form.required_written("unit") else { return String::new() };
    let near = nearest(written.text, UNITS).filter(|near| *near != written.text);
    if let Some(near) = near {
        let at = form.place(written.span);
        form.found.push(codes::unit_misspelt.at(at).with("unit", written.text).with("near", near));
    }
    written.text.to_owned()
}

/// A target of a percentage is a ratio, like its values.
fn target(form: &mut Form<'_>, unit: &str) -> Option<Amount> {
    let number = number::of_key(form, "target")?;
    if unit == "percent" && !number.is_percent && number.amount > Amount::from(1) {
        let hundredth = number.amount.div(Amount::from(100)).unwrap_or(number.amount);
        let diagnostic = codes::target_is_no_ratio.at(form.place_of("target")).with("value", number.amount.to_open());
        form.found.push(diagnostic.with("ratio", hundredth.to_open()));
        return None;
    }
    Some(number.amount)
}

fn public_reason(form: &mut Form<'_>) -> Option<String> {
    let is_public = form.choice("sensitivity", &[("public", ())]).is_some();
    let reason = form.text("reason");
    if is_public && reason.is_none() {
        form.found.push(codes::public_without_reason.at(form.place_of("sensitivity")));
    }
    // Without a reason small slices stay held back.
    reason.filter(|_| is_public)
}

fn periods(form: &mut Form<'_>, has_time: bool) -> Vec<PeriodKind> {
    let is_written = form.has("periods");
    let mut periods = choices(form, "periods", &PERIODS);
    if is_written && !has_time {
        form.found.push(codes::periods_without_time.at(form.place_of("periods")));
    }
    if !has_time {
        return vec![PeriodKind::All];
    }
    if !is_written {
        periods = PERIODS.iter().map(|(_, kind)| *kind).collect();
    }
    periods.push(PeriodKind::All);
    periods.sort_unstable();
    periods.dedup();
    periods
}

/// Several of a few fixed words.
///
/// - Codes: M115 another word.
fn choices<T: Copy>(form: &mut Form<'_>, key: &'static str, known: &[(&str, T)]) -> Vec<T> {
    let mut chosen = Vec::new();
    for written in form.written_list(key) {
        match known.iter().find(|(word, _)| *word == written.text) {
            Some((_, choice)) => chosen.push(*choice),
            None => {
                let near = nearest(written.text, known.iter().map(|(word, _)| *word));
                let words: Vec<String> = known.iter().map(|(word, _)| format!("`{word}`")).collect();
                let diagnostic = codes::not_among_choices.at(form.place(written.span)).with("key", key);
                let diagnostic = diagnostic.with("value", written.text).with_some("near", near);
                form.found.push(diagnostic.with("words", words.join(" ")));
            }
        }
    }
    chosen
}
