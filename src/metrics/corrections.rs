//! `data/published.json` and `data/corrections.toml` to the list of figures that were corrected.
//!
//! What was published is known by its text; what is shown now, only `plan` knows, so the comparison takes it from a closure.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::diag::{Diagnostic, FileId, Outcome, Place, codes, nearest};
use crate::model::form::Form;
use crate::read::{Fields, Value, parse_json, parse_toml};
use crate::source::{Sources, decode};

/// What the last publishing wrote.
pub const PUBLISHED_PATH: &str = "data/published.json";

/// Why figures changed since.
pub const CORRECTIONS_PATH: &str = "data/corrections.toml";

/// What was published, and why some of it changed.
#[derive(Clone, Debug, Default)]
pub struct Corrections {
    /// `data/published.json`.
    pub file: Option<FileId>,
    /// The day of what was published, as written.
    pub as_of: String,
    /// By metric and slice id the value as open data have it.
    pub published: BTreeMap<(String, String), String>,
    /// In the order of the file.
    pub reasons: Vec<Reason>,
}

/// Why a figure changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The metric's id.
    pub metric: String,
    /// The slice's id.
    pub slice: String,
    /// In words.
    pub why: String,
    /// The day of the correction.
    pub on: Option<Date>,
    /// A post.
    pub by: Option<String>,
    /// Where it is written.
    pub place: Place,
}

/// What is shown of a slice now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Current {
    /// The value as open data have it; an empty text is a gap.
    Value(String),
    /// It is held back: what was published says nothing about what is hidden.
    Suppressed,
    /// There is no such slice any more.
    NoSlice,
    /// There is no such metric.
    NoMetric,
}

/// A figure that differs from what was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The metric's id.
    pub metric: String,
    /// The slice's id.
    pub slice: String,
    /// As published.
    pub old: String,
    /// As open data have it now; empty for a gap, `None` where it is not shown any more.
    pub new: Option<String>,
    /// In words; empty where nobody has said it, which is an error.
    pub why: String,
    /// The day of the correction.
    pub on: Option<Date>,
    /// A post.
    pub by: Option<String>,
}

/// Reads both files; without them there is nothing to compare.
///
/// - Codes: F160 published figures that cannot be understood, M101–M110 fields of corrections, those of `parse_json` and `parse_toml`.
pub fn corrections(sources: &Sources) -> Outcome<Corrections> {
    let mut found = Vec::new();
    let mut corrections = Corrections::default();
    if let Some((file, fields)) = read(sources, PUBLISHED_PATH, &mut found) {
        corrections.file = Some(file);
        published(file, &fields, &mut corrections, &mut found);
    }
    if let Some((file, fields)) = read(sources, CORRECTIONS_PATH, &mut found) {
        let mut form = Form::of_file(file, &fields);
        for mut one in form.tables("correction") {
            corrections.reasons.extend(reason(&mut one));
            one.finish_into(&mut found);
        }
        form.finish_into(&mut found);
    }
    Outcome::new(corrections, found)
}

fn read(sources: &Sources, path: &str, found: &mut Vec<Diagnostic>) -> Option<(FileId, Fields)> {
    let file = sources.find(path)?;
    let bytes = sources.bytes(file).unwrap_or_default();
    let text = decode(file, &bytes).into_value(found).text;
    if !path.ends_with(".json") {
        return Some((file, parse_toml(file, &text, 0).into_value(found)?));
    }
    let node = parse_json(file, &text).into_value(found)?;
    match node.value {
        Value::Fields(fields) => Some((file, fields)),
        _ => {
            found.push(codes::published_not_understood.at(Place::File(file)));
            None
        }
    }
}

fn published(file: FileId, fields: &Fields, corrections: &mut Corrections, found: &mut Vec<Diagnostic>) {
    if let Some(Value::Text(as_of)) = fields.get("as_of").map(|node| &node.value) {
        corrections.as_of.clone_from(as_of);
    }
    let Some(node) = fields.get("figures") else {
        found.push(codes::published_not_understood.at(Place::File(file)));
        return;
    };
    let Value::Fields(metrics) = &node.value else {
        found.push(codes::published_not_understood.at(Place::Text(file, node.span)));
        return;
    };
    for (metric, node) in &metrics.entries {
        let Value::Fields(slices) = &node.value else {
            found.push(codes::published_not_understood.at(Place::Text(file, node.span)));
            continue;
        };
        for (slice, node) in &slices.entries {
            let value = if let Value::Fields(figure) = &node.value { figure.get("value") } else { None };
            let value = value.map(|node| &node.value);
            match value {
                Some(Value::Text(value)) => {
                    corrections.published.insert((metric.text.clone(), slice.text.clone()), value.clone());
                }
                // A figure that was held back when it was published has nothing to compare.
                Some(Value::Null) => {}
                _ => found.push(codes::published_not_understood.at(Place::Text(file, node.span))),
            }
        }
    }
}

fn reason(form: &mut Form<'_>) -> Option<Reason> {
    let place = form.own_place();
    let metric = form.required_text("metric");
    let slice = form.text("slice").unwrap_or_else(|| "all".to_owned());
    let why = form.required_text("why");
    let on = form.date("on");
    let by = form.text("by");
    (!metric.is_empty() && !why.is_empty()).then_some(Reason { metric, slice, why, on, by, place })
}

impl Corrections {
    /// The figures that differ from what was published, in the order of their ids; `current` says what is shown of a metric and
    /// slice now.
    ///
    /// - Codes: F161 a figure changed and nobody said why, F162 a published metric that does not exist any more, F163 a reason for
    ///   nothing.
    pub fn compare(&self, mut current: impl FnMut(&str, &str) -> Current) -> Outcome<Vec<Correction>> {
        let mut found = Vec::new();
        let mut lines = Vec::new();
        let mut gone: Vec<&str> = Vec::new();
        for ((metric, slice), old) in &self.published {
            let new = match current(metric, slice) {
                Current::Value(new) if new == *old => continue,
                Current::Value(new) => Some(new),
                Current::Suppressed => continue,
                Current::NoSlice => None,
                Current::NoMetric => {
                    if gone.last() != Some(&metric.as_str()) {
                        gone.push(metric);
                        found.extend(self.unknown_metric(metric));
                    }
                    continue;
                }
            };
            let reason = self.reasons.iter().rev().find(|reason| reason.metric == *metric && reason.slice == *slice);
            if reason.is_none() {
                found.extend(self.unexplained(metric, slice, old, new.as_deref()));
            }
            lines.push(Correction {
                metric: metric.clone(),
                slice: slice.clone(),
                old: old.clone(),
                new,
                why: reason.map(|reason| reason.why.clone()).unwrap_or_default(),
                on: reason.and_then(|reason| reason.on),
                by: reason.and_then(|reason| reason.by.clone()),
            });
        }
        found.extend(self.idle(&lines, current));
        Outcome::new(lines, found)
    }

    fn unknown_metric(&self, metric: &str) -> Option<Diagnostic> {
        Some(codes::published_metric_gone.at(Place::File(self.file?)).with("metric", metric))
    }

    fn unexplained(&self, metric: &str, slice: &str, old: &str, new: Option<&str>) -> Option<Diagnostic> {
        let words = |value: &str| if value.is_empty() { "—".to_owned() } else { value.to_owned() };
        let diagnostic = codes::figure_changed.at(Place::File(self.file?)).with("metric", metric).with("slice", slice);
        Some(diagnostic.with("old", words(old)).with("new", words(new.unwrap_or_default())))
    }

    /// Reasons that explain nothing: a misspelt id would leave the figure without one.
    fn idle(&self, lines: &[Correction], mut current: impl FnMut(&str, &str) -> Current) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for reason in &self.reasons {
            let is_used = lines.iter().any(|line| line.metric == reason.metric && line.slice == reason.slice);
            let is_known = matches!(current(&reason.metric, &reason.slice), Current::Value(_) | Current::Suppressed);
            if is_used || is_known {
                continue;
            }
            let metrics = self.published.keys().map(|(metric, _)| metric.as_str());
            let near = nearest(&reason.metric, metrics).filter(|near| *near != reason.metric);
            let diagnostic = codes::correction_of_nothing.at(reason.place.clone()).with("metric", &reason.metric);
            found.push(diagnostic.with("slice", &reason.slice).with_some("near", near));
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PUBLISHED: &str = r#"{"manifest": "x", "as_of": "2026-02-01", "figures": {
        "members": {"all": {"value": "22", "n": 22}, "branch=jia": {"value": "9", "n": 9}, "branch=yi": {"value": null, "n": null}},
        "gone": {"all": {"value": "1", "n": 1}}}}"#;

    fn read(corrections: &str, published: &str) -> Outcome<Corrections> {
        let files = [(PUBLISHED_PATH, published.as_bytes()), (CORRECTIONS_PATH, corrections.as_bytes())];
        super::corrections(&Sources::from_memory(files, jiff::civil::date(2026, 3, 31)))
    }

    fn current(metric: &str, slice: &str) -> Current {
        match (metric, slice) {
            ("members", "all") => Current::Value("21".to_owned()),
            ("members", "branch=jia") => Current::Value("9".to_owned()),
            ("members", _) => Current::NoSlice,
            _ => Current::NoMetric,
        }
    }

    fn codes_of(found: &[Diagnostic]) -> Vec<&'static str> {
        found.iter().map(|diagnostic| diagnostic.code.id).collect()
    }

    #[test]
    fn a_figure_that_changed_needs_a_reason() {
        let outcome = read("", PUBLISHED);
        assert!(outcome.found.is_empty(), "{:?}", outcome.found);
        let compared = outcome.value.compare(current);
        assert_eq!(codes_of(&compared.found), ["F162", "F161"]);
        assert_eq!((compared.value.len(), compared.value[0].new.as_deref()), (1, Some("21")));
        assert!(compared.found[1].message().zh.contains("22") && compared.found[1].message().zh.contains("21"));
    }

    #[test]
    fn a_reason_is_listed_with_both_values() {
        let corrections = read("[[correction]]\nmetric = \"members\"\nwhy = \"重复登记\"\non = 2026-03-02\n", PUBLISHED);
        let compared = corrections.value.compare(current);
        assert_eq!(codes_of(&compared.found), ["F162"]);
        let line = &compared.value[0];
        assert_eq!((line.old.as_str(), line.why.as_str(), line.slice.as_str()), ("22", "重复登记", "all"));
    }

    #[test]
    fn what_is_hidden_now_is_not_compared() {
        let compared = read("", PUBLISHED).value.compare(|_, _| Current::Suppressed);
        assert!(compared.value.is_empty() && compared.found.is_empty());
    }

    #[test]
    fn a_reason_for_nothing_and_tampered_figures_are_told() {
        let corrections = read("[[correction]]\nmetric = \"membres\"\nwhy = \"x\"\n", PUBLISHED);
        assert_eq!(codes_of(&corrections.value.compare(current).found), ["F162", "F161", "F163"]);
        for tampered in
            ["[]", "{}", "{\"figures\": 3}", "{\"figures\": {\"a\": 3}}", "{\"figures\": {\"a\": {\"all\": {\"value\": 3}}}}"]
        {
            assert_eq!(codes_of(&read("", tampered).found), ["F160"], "{tampered}");
        }
    }
}
