//! One file `data/points/<id>.toml` to a rule set.
//!
//! Whether tables and columns exist is not asked here: a file says what it says, whatever the ledgers hold.

use std::sync::Arc;

use super::rule_set::{Among, Category, Grade, Points, Rule, RuleSet, Text};
use crate::diag::{Diagnostic, FileId, Outcome, Place, codes, nearest};
use crate::metrics::amount::{Amount, Rounding};
use crate::metrics::period::PeriodKind;
use crate::metrics::standing::{Cap, HolderKind, ScoreKind};
use crate::model::form::{Form, Written};
use crate::model::number::parse_number;
use crate::read::{Fields, Node, Value};

const HOLDERS: [(&str, HolderKind); 2] = [("member", HolderKind::Member), ("branch", HolderKind::Branch)];
const KINDS: [(&str, ScoreKind); 2] = [("self", ScoreKind::Own), ("reviewed", ScoreKind::Reviewed)];
const AMONG: [(&str, Among); 2] = [("branch", Among::Branch), ("all", Among::All)];
const PERIODS: [(&str, PeriodKind); 3] =
    [("month", PeriodKind::Month), ("quarter", PeriodKind::Quarter), ("year", PeriodKind::Year)];
const ROUNDINGS: [(&str, Rounding); 4] =
    [("half_up", Rounding::HalfUp), ("half_even", Rounding::HalfEven), ("down", Rounding::Down), ("up", Rounding::Up)];

/// Digits behind the point that a total may have; more would only pretend to be exact.
const N_DECIMALS_MAX: u8 = 6;

/// Reads a rule set; `stem` is the file's name, whose id the set has. `None` where it cannot be understood.
///
/// - Codes: F200–F213 and those of forms.
pub(super) fn rule_set(file: FileId, stem: Option<&str>, fields: &Fields) -> Outcome<Option<RuleSet>> {
    let mut form = Form::of_file(file, fields);
    let mut found = Vec::new();
    let heads = form.table("ruleset");
    if heads.is_none() && !form.has("ruleset") {
        form.miss("ruleset");
    }
    let categories: Vec<Category> = form.tables("category").into_iter().filter_map(|form| category(form, &mut found)).collect();
    let mut reading = Reading { is_closed: !categories.is_empty(), categories, rules: Vec::new() };
    let rules = form.required_tables("rule");
    let grades = form.tables("grade");
    found.extend(form.finish());
    for rule in rules {
        reading.rule(rule, &mut found);
    }
    say_twice(&reading, &mut found);
    let grades = self::grades(grades, &mut found);
    let set = heads.and_then(|form| head(form, stem, file, reading, grades, &mut found));
    Outcome::new(set, found)
}

/// What rules see of each other.
struct Reading {
    categories: Vec<Category>,
    /// Whether the file declares its categories, so that any other is a slip.
    is_closed: bool,
    rules: Vec<Rule>,
}

fn head(
    mut form: Form<'_>,
    stem: Option<&str>,
    file: FileId,
    reading: Reading,
    grades: Vec<Grade>,
    found: &mut Vec<Diagnostic>,
) -> Option<RuleSet> {
    let id = form.written("id");
    if let (Some(id), Some(stem)) = (id, stem)
        && id.text != stem
    {
        form.found.push(codes::rule_set_id_differs.at(form.place(id.span)).with("id", id.text).with("stem", stem));
    }
    let id: Arc<str> = stem.or(id.map(|id| id.text)).unwrap_or_default().into();
    let title = form.text("title").unwrap_or_else(|| id.to_string());
    let series = form.text("series").unwrap_or_else(|| title.clone());
    let holder = form.choice("holder", &HOLDERS);
    if holder.is_none() && !form.has("holder") {
        form.miss("holder");
    }
    let from = form.required_date("effective_from");
    let to = form.date("effective_to");
    let place = form.place_of("effective_from");
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        let diagnostic = codes::rule_set_ends_before.at(form.place_of("effective_to"));
        form.found.push(diagnostic.with("from", from).with("to", to));
    }
    let basis = form.text("basis").unwrap_or_default();
    let (rounding, n_decimals) = rounding(&mut form);
    let is_per_head = form.flag("per_head").unwrap_or(false);
    let floor = amount(&mut form, "floor");
    form.finish_into(found);
    Some(RuleSet {
        id,
        title,
        series,
        holder: holder?,
        from: from?,
        to,
        basis,
        rounding,
        n_decimals,
        is_per_head,
        floor,
        categories: reading.categories,
        rules: reading.rules,
        grades,
        file,
        place,
    })
}

fn category(mut form: Form<'_>, found: &mut Vec<Diagnostic>) -> Option<Category> {
    let id = form.required_text("id");
    let title = form.text("title").unwrap_or_else(|| id.clone());
    let cap = cap(&mut form);
    form.finish_into(found);
    (!id.is_empty()).then(|| Category { id: id.into(), title, cap })
}

impl Reading {
    fn rule(&mut self, mut form: Form<'_>, found: &mut Vec<Diagnostic>) {
        let place = form.own_place();
        let id = form.required_text("id");
        let title = form.text("title").unwrap_or_else(|| id.clone());
        let category = form.written("category").and_then(|written| self.category(&mut form, written));
        let from = form.written("from").map(|written| text(written));
        if from.is_none() {
            form.found.push(codes::rule_without_source.at(form.place_of("from")).with("rule", &id));
        }
        let is_entered = from.as_ref().is_some_and(|from| from.text == super::ENTRIES);
        let points = points(&mut form, is_entered);
        let condition = form.written("where").map(|written| text(written));
        let time = form.written("time").map(|written| text(written));
        let holder = form.written("holder").map(|written| text(written));
        let once_per = form.written_list("once_per").into_iter().map(|written| text(written)).collect();
        let cap = cap(&mut form);
        let kind = form.choice("kind", &KINDS).unwrap_or_default();
        form.finish_into(found);
        let (Some(from), Some(points)) = (from, points) else { return };
        let id = id.into();
        self.rules.push(Rule { id, title, category, from, condition, points, time, holder, once_per, cap, kind, place });
    }

    /// The position of a rule's category, by id or title. Where the file declares none, rules make them by naming them.
    fn category(&mut self, form: &mut Form<'_>, written: Written<'_>) -> Option<usize> {
        let is_it = |category: &Category| &*category.id == written.text || category.title == written.text;
        if let Some(idx) = self.categories.iter().position(is_it) {
            return Some(idx);
        }
        if self.is_closed {
            let near = nearest(written.text, self.categories.iter().map(|category| &*category.id));
            let known: Vec<&str> = self.categories.iter().map(|category| &*category.id).collect();
            let diagnostic = codes::unknown_points_category.at(form.place(written.span)).with("category", written.text);
            form.found.push(diagnostic.with_some("near", near).with("known", known.join("、")));
            return None;
        }
        self.categories.push(Category { id: written.text.into(), title: written.text.to_owned(), cap: None });
        Some(self.categories.len() - 1)
    }
}

/// Ids name rules in ledgers and pages, so each is used once.
fn say_twice(reading: &Reading, found: &mut Vec<Diagnostic>) {
    for (idx, rule) in reading.rules.iter().enumerate() {
        if let Some(first) = reading.rules[..idx].iter().find(|first| first.id == rule.id && !rule.id.is_empty()) {
            found.push(codes::points_rule_twice.at(rule.place.clone()).with("id", &rule.id).also(first.place.clone()));
        }
    }
}

/// The number, or the formula, that a row gives. A number may stand in quotes or not.
fn points(form: &mut Form<'_>, is_entered: bool) -> Option<Points> {
    let Some(node) = form.node("points") else {
        if is_entered {
            return Some(Points::Entered);
        }
        form.miss("points");
        return None;
    };
    let place = form.place(node.span);
    let written = match &node.value {
        Value::Text(text) => crate::model::form::visible(text).to_owned(),
        Value::Integer(number) => number.to_string(),
        Value::Float(number) => number.to_string(),
        _ => {
            form.found.push(codes::number_expected.at(place).with("key", "points"));
            return None;
        }
    };
    let begins_as_number = written.trim_start_matches(['+', '-']).starts_with(|c: char| c.is_ascii_digit());
    let is_number = begins_as_number && written.chars().all(|c| c.is_ascii_digit() || "+-.eE".contains(c));
    if !is_number {
        return Some(Points::Formula(Text { text: written, span: node.span }));
    }
    match parse_number(&written) {
        Ok(number) => Some(Points::Number(number.into(), written)),
        // `2+3` is arithmetic; `1e309` is a number that nobody can add up.
        Err(crate::model::number::NumberFault::NotANumber) => Some(Points::Formula(Text { text: written, span: node.span })),
        Err(crate::model::number::NumberFault::TooLarge) => {
            form.found.push(codes::points_too_large.at(place).with("points", written));
            None
        }
    }
}

fn cap(form: &mut Form<'_>) -> Option<Cap> {
    let mut inner = form.table("cap")?;
    let place = inner.place_of("points");
    if !inner.has("points") {
        inner.miss("points");
    }
    if !inner.has("per") {
        inner.miss("per");
    }
    let points = amount(&mut inner, "points");
    let per = inner.choice("per", &PERIODS);
    if points == Some(Amount::ZERO) {
        inner.found.push(codes::cap_of_nothing.at(place));
    }
    inner.finish_into(&mut form.found);
    Some(Cap { points: points.filter(|points| *points != Amount::ZERO)?, per: per? })
}

fn grades(forms: Vec<Form<'_>>, found: &mut Vec<Diagnostic>) -> Vec<Grade> {
    let mut grades: Vec<Grade> = Vec::with_capacity(forms.len());
    for mut form in forms {
        let name = form.required_text("name");
        if !form.has("min") {
            form.miss("min");
        }
        let place = form.place_of("min");
        let min = amount(&mut form, "min");
        let quota = form.written("quota").and_then(|written| quota(&mut form, written));
        let among = form.choice("among", &AMONG).unwrap_or_default();
        if let (Some(above), Some(min)) = (grades.last(), min)
            && above.min <= min
        {
            let diagnostic = codes::grades_out_of_order.at(place).with("grade", &name).with("above", &above.name);
            form.found.push(diagnostic);
        }
        form.finish_into(found);
        if let Some(min) = min {
            grades.push(Grade { name, min, quota, among });
        }
    }
    grades
}

/// `1/3`, or `30%`: above nothing, and at most all.
fn quota(form: &mut Form<'_>, written: Written<'_>) -> Option<(Amount, String)> {
    let share = share(written.text);
    if share.is_none() {
        form.found.push(codes::bad_quota.at(form.place(written.span)).with("quota", written.text));
    }
    share.map(|share| (share, written.text.to_owned()))
}

fn share(written: &str) -> Option<Amount> {
    let whole = |text: &str| text.trim().parse::<u32>().ok().map(i128::from);
    let share = if let Some((above, below)) = written.split_once(['/', '／']) {
        Amount::ratio(whole(above)?, whole(below)?)?
    } else {
        let percent = written.trim().strip_suffix(['%', '％'])?;
        Amount::from(parse_number(percent).ok()?).div(Amount::from(100))?
    };
    (share > Amount::ZERO && share <= Amount::from(1)).then_some(share)
}

/// `half_up, 1`: how, and how many digits behind the point.
fn rounding(form: &mut Form<'_>) -> (Rounding, u8) {
    const DEFAULT: (Rounding, u8) = (Rounding::HalfUp, 1);
    let Some(written) = form.written("rounding") else { return DEFAULT };
    let (name, digits) = written.text.split_once([',', '，']).unwrap_or((written.text, "1"));
    let rounding = ROUNDINGS.iter().find(|(known, _)| *known == name.trim()).map(|(_, rounding)| *rounding);
    let n_decimals = digits.trim().parse::<u8>().ok().filter(|n| *n <= N_DECIMALS_MAX);
    match (rounding, n_decimals) {
        (Some(rounding), Some(n_decimals)) => (rounding, n_decimals),
        _ => {
            let known: Vec<&str> = ROUNDINGS.iter().map(|(name, _)| *name).collect();
            let diagnostic = codes::bad_points_rounding.at(form.place(written.span)).with("rounding", written.text);
            form.found.push(diagnostic.with("known", known.join("、")));
            DEFAULT
        }
    }
}

/// An exact number; what is none is said.
fn amount(form: &mut Form<'_>, key: &'static str) -> Option<Amount> {
    let node = form.node(key)?;
    match exact(node) {
        Some(amount) => Some(amount),
        None => {
            form.found.push(codes::number_expected.at(form.place(node.span)).with("key", key));
            None
        }
    }
}

fn exact(node: &Node) -> Option<Amount> {
    match &node.value {
        Value::Integer(number) => Some(Amount::from(i128::from(*number))),
        // The shortest way to write a binary fraction is what the author wrote.
        Value::Float(number) => parse_number(&number.to_string()).ok().map(Amount::from),
        _ => None,
    }
}

fn text(written: Written<'_>) -> Text {
    Text { text: written.text.to_owned(), span: written.span }
}

/// Rule sets of one series must not hold on the same day: which of them would count a row?
///
/// - Codes: F201 overlapping rule sets.
pub(super) fn check_overlaps(sets: &[RuleSet]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (idx, set) in sets.iter().enumerate() {
        let is_same = |other: &&RuleSet| other.holder == set.holder && other.series == set.series && other.overlaps(set);
        if let Some(other) = sets[..idx].iter().find(is_same) {
            let place: Place = set.place.clone();
            let diagnostic = codes::overlapping_rule_sets.at(place).with("id", &set.id).with("other", &other.id);
            found.push(diagnostic.with("series", &set.series).also(other.place.clone()));
        }
    }
    found
}
