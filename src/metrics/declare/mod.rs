//! `data/metrics.toml` to metrics, views and indicators whose formulas may run.
//!
//! What a declaration says about the data is checked against the relations of the site; no row is looked at here.

mod indicator;
mod metric;
mod number;
mod reported;
#[cfg(test)]
mod tests;
mod view;

use std::sync::Arc;

use crate::diag::{Diagnostic, FileId, Outcome, Place, codes, nearest};
use crate::model::Model;
use crate::model::form::{Form, Written};
use crate::model::table::Schemas;
use crate::read::{Fields, Key, Node, Value, parse_toml};
use crate::source::{Sources, decode};

use super::amount::Amount;
use super::figure::MetricSpec;
use super::formula::{Formula, FormulaFault, place_within};
use super::period::{ACADEMIC_YEAR_STARTS, Period, PeriodKind};
use super::relation::{Relation, View, relations};

pub use self::indicator::{IndicatorDeclaration, ItemDeclaration, Measure};

/// Where a site declares its metrics.
pub const METRICS_PATH: &str = "data/metrics.toml";

/// What a site declares about figures.
#[derive(Clone, Debug)]
pub struct Declarations {
    /// In the order of the file; those with mistakes are left out.
    pub metrics: Vec<Declaration>,
    /// In the order of the file; those with mistakes are left out.
    pub views: Vec<View>,
    /// What formulas can read, views included.
    pub relations: Vec<Relation>,
    /// In the order of the file.
    pub indicators: Vec<IndicatorDeclaration>,
    /// The month in which academic years begin.
    pub academic_year_starts: i8,
    /// The metrics that the front page shows, by id.
    pub home: Vec<Arc<str>>,
}

/// One metric with its formula, before it is computed.
#[derive(Clone, Debug)]
pub struct Declaration {
    /// What it is. Values of its dimensions and its SQL are still empty.
    pub spec: MetricSpec,
    /// Position of its relation in [`Declarations::relations`].
    pub relation: usize,
    /// Its value.
    pub formula: Formula,
    /// Its `where` as SQL with every name in full.
    pub condition: Option<String>,
    /// The column that dates a row, by position in the relation.
    pub time: Option<usize>,
    /// The columns of its dimensions, by position in the relation.
    pub dimensions: Vec<usize>,
    /// The column whose distinct values are the persons behind rows; `None` where rows are not about persons, or where nothing tells
    /// persons apart (then no slice can be shown to have enough of them).
    pub person_column: Option<usize>,
    /// The kinds of its periods, `All` first.
    pub periods: Vec<PeriodKind>,
    /// What may be.
    pub allow: Vec<Allowance>,
    /// What somebody reported.
    pub reported: Vec<Reported>,
}

/// What would be an error without its being allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowance {
    /// A percentage above 100 %.
    OverHundred,
    /// A percentage below zero.
    Negative,
}

/// A value that somebody reported for a slice.
#[derive(Clone, Debug)]
pub struct Reported {
    /// By dimension its value, as written; `None` is all.
    pub values: Vec<Option<String>>,
    /// The stretch of time.
    pub period: Period,
    /// As written: `95%`.
    pub written: String,
    /// As a number of the metric's unit: 0.95.
    pub amount: Amount,
    /// Digits behind the point that were written, those of a percentage for a percentage.
    pub n_decimals: u8,
    /// Who reported it: a document or a post.
    pub source: Option<String>,
    /// Where it stands.
    pub place: Place,
}

/// The file that is read, for places within its texts.
#[derive(Clone, Copy)]
struct Scene<'a> {
    file: FileId,
    text: &'a str,
    relations: &'a [Relation],
}

impl Scene<'_> {
    /// A fault of a formula, at its character.
    fn fault(&self, fault: &FormulaFault, written: Written<'_>) -> Diagnostic {
        fault.at(place_within(self.file, self.text, written, &fault.range))
    }

    /// What `result` gives; a fault goes to `form`.
    fn keep<T>(&self, result: Result<T, FormulaFault>, written: Written<'_>, form: &mut Form<'_>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(fault) => {
                form.found.push(self.fault(&fault, written));
                None
            }
        }
    }
}

/// Reads what the site declares; without the file there is nothing.
///
/// - Codes: F001–F013 metrics, F100–F130 formulas, F140–F149 views, F150–F156 indicators, M101–M115 fields, and those of `parse_toml`.
pub fn declarations(sources: &Sources, model: &Model) -> Outcome<Declarations> {
    let mut found = Vec::new();
    let mut declared = Declarations {
        metrics: Vec::new(),
        views: Vec::new(),
        relations: relations(model, &[]),
        indicators: Vec::new(),
        academic_year_starts: ACADEMIC_YEAR_STARTS,
        home: Vec::new(),
    };
    let Some(file) = sources.find(METRICS_PATH) else { return Outcome::new(declared, found) };
    let bytes = sources.bytes(file).unwrap_or_default();
    let text = decode(file, &bytes).into_value(&mut found).text;
    if let Some(fields) = parse_toml(file, &text, 0).into_value(&mut found) {
        read(model, (file, &text), &fields, &mut declared, &mut found);
    }
    found.sort_by_key(|diagnostic| (diagnostic.at.order(), diagnostic.code.id));
    Outcome::new(declared, found)
}

fn read(model: &Model, (file, text): (FileId, &str), fields: &Fields, declared: &mut Declarations, found: &mut Vec<Diagnostic>) {
    let mut form = Form::of_file(file, fields);
    let mut home = Vec::new();
    if let Some(mut settings) = form.table("settings") {
        home = settings.written_list("home");
        if let Some(month) = settings.whole("academic_year_starts", 1..=12) {
            declared.academic_year_starts = month as i8;
        }
        settings.finish_into(found);
    }
    let scene = Scene { file, text, relations: &declared.relations };
    let mut views = Vec::new();
    for (key, mut form) in entries(&mut form, "view", found) {
        views.extend(view::view(scene, key, &mut form));
        form.finish_into(found);
    }
    declared.relations = relations(model, &views);
    declared.views = views;
    let scene = Scene { file, text, relations: &declared.relations };
    let mut metrics = Vec::new();
    let mut ids = Vec::new();
    for (key, mut form) in entries(&mut form, "metric", found) {
        ids.push(key.text.as_str());
        metrics.extend(metric::metric(scene, key, &mut form));
        form.finish_into(found);
    }
    declared.metrics = metrics;
    for written in home {
        match ids.contains(&written.text) {
            true => declared.home.push(Arc::from(written.text)),
            false => found.push(unknown_metric(file, written, &ids)),
        }
    }
    for (key, mut form) in entries(&mut form, "indicator", found) {
        declared.indicators.extend(indicator::indicator(scene, key, &mut form, &declared.metrics, &ids));
        form.finish_into(found);
    }
    form.finish_into(found);
}

/// The tables `[word.ID]` with their forms.
fn entries<'a>(form: &mut Form<'a>, word: &'static str, found: &mut Vec<Diagnostic>) -> Vec<(&'a Key, Form<'a>)> {
    let Some(Form { .. }) = form.table(word) else { return Vec::new() };
    let Some(Node { value: Value::Fields(fields), .. }) = form.node(word) else { return Vec::new() };
    let Place::Text(file, _) = form.own_place() else { return Vec::new() };
    let mut entries = Vec::with_capacity(fields.entries.len());
    for (key, node) in &fields.entries {
        let at = Place::Text(file, key.span);
        match &node.value {
            _ if !is_id(&key.text) => found.push(codes::bad_figure_id.at(at).with("word", word).with("id", &key.text)),
            Value::Fields(fields) => entries.push((key, Form::of_table(file, fields, key.span))),
            _ => found.push(codes::not_a_declaration.at(at).with("word", word).with("id", &key.text)),
        }
    }
    entries
}

/// Ids stand in addresses and file names.
fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

/// The relation of a name, by its position.
fn relation(scene: Scene<'_>, written: Written<'_>, form: &mut Form<'_>) -> Option<usize> {
    let idx = scene.relations.iter().position(|relation| relation.name == written.text);
    if idx.is_none() {
        let at = Place::Text(scene.file, written.span);
        let is_shipped = Schemas::shipped().get(written.text).is_some();
        form.found.push(match is_shipped {
            true => codes::relation_without_file.at(at).with("name", written.text),
            false => unknown_relation(scene, at, written.text),
        });
    }
    idx
}

/// A metric that nobody declared.
fn unknown_metric(file: FileId, written: Written<'_>, ids: &[&str]) -> Diagnostic {
    let diagnostic = codes::undeclared_metric.at(Place::Text(file, written.span)).with("metric", written.text);
    diagnostic.with_some("near", nearest(written.text, ids.iter().copied()))
}

fn unknown_relation(scene: Scene<'_>, at: Place, name: &str) -> Diagnostic {
    let names = scene.relations.iter().map(|relation| relation.name.as_str());
    let labelled = scene.relations.iter().find(|relation| relation.label == name).map(|relation| relation.name.as_str());
    let known: Vec<&str> = names.clone().collect();
    let diagnostic = codes::unknown_relation.at(at).with("name", name).with("known", known.join(", "));
    diagnostic.with_some("near", nearest(name, names).or(labelled))
}
