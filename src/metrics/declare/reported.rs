//! `reported = [{ period = "2024", branch = "shukong", value = "95%", source = "…" }]` to the values that somebody reported.

use std::sync::Arc;

use crate::diag::{Diagnostic, Place, codes, nearest};
use crate::metrics::period::{Period, PeriodKind};
use crate::model::form::{Form, visible};
use crate::read::{Fields, Node, Value};

use super::{Reported, number};

/// The reported values of a metric.
///
/// - Codes: F003 no number, F005 no period, F008 an unknown key, M102 a missing value.
pub(super) fn reported(form: &mut Form<'_>, unit: &str, dimensions: &[Arc<str>], periods: &[PeriodKind]) -> Vec<Reported> {
    let mut all = Vec::new();
    // The keys of a table are those of the metric's dimensions, so the form cannot know them.
    let Some(node) = form.node("reported") else { return all };
    let items = match &node.value {
        Value::List(items) => items.as_slice(),
        Value::Fields(_) => std::slice::from_ref(node),
        _ => &[],
    };
    if items.is_empty() {
        form.found.push(codes::list_of_fields_expected.at(form.place(node.span)).with("key", "reported"));
    }
    for item in items {
        let Value::Fields(fields) = &item.value else {
            form.found.push(codes::list_of_fields_expected.at(form.place(item.span)).with("key", "reported"));
            continue;
        };
        match one(form, (fields, form.place(item.span)), unit, dimensions, periods) {
            Ok(reported) => all.push(reported),
            Err(fault) => form.found.push(fault),
        }
    }
    all
}

fn one(
    form: &Form<'_>,
    (fields, place): (&Fields, Place),
    unit: &str,
    dimensions: &[Arc<str>],
    periods: &[PeriodKind],
) -> Result<Reported, Diagnostic> {
    let mut reported = Reported {
        values: vec![None; dimensions.len()],
        period: Period::All,
        written: String::new(),
        amount: crate::metrics::amount::Amount::ZERO,
        n_decimals: 0,
        source: None,
        place,
    };
    for (key, node) in &fields.entries {
        let at = form.place(node.span);
        match key.text.as_str() {
            "value" => {
                let no_number = || codes::not_an_amount.at(at.clone()).with("key", "value");
                let number = number::of_node(node).ok_or_else(no_number)?;
                // Of a percentage 95 is 95 %.
                let is_plain_percent = unit == "percent" && !number.is_percent && matches!(node.value, Value::Integer(_));
                let hundred = crate::metrics::amount::Amount::from(100);
                let amount = if is_plain_percent { number.amount.div(hundred) } else { Some(number.amount) };
                reported.amount = amount.ok_or_else(no_number)?;
                let is_ratio = unit == "percent" && !number.is_percent && !is_plain_percent;
                reported.n_decimals = if is_ratio { number.n_decimals.saturating_sub(2) } else { number.n_decimals };
                reported.written = written(node);
            }
            "period" => {
                let text = written(node);
                let period = Period::parse(&text).filter(|period| periods.contains(&period.kind()));
                reported.period = period.ok_or_else(|| codes::period_not_of_metric.at(at).with("period", text))?;
            }
            "source" => reported.source = Some(written(node)).filter(|text| !text.is_empty()),
            other => match dimensions.iter().position(|id| &**id == other) {
                Some(idx) => reported.values[idx] = Some(written(node)),
                None => return Err(unknown_key(form, key, dimensions)),
            },
        }
    }
    if reported.written.is_empty() {
        return Err(codes::missing_fields.at(reported.place).with("fields", "`value`"));
    }
    Ok(reported)
}

fn unknown_key(form: &Form<'_>, key: &crate::read::Key, dimensions: &[Arc<str>]) -> Diagnostic {
    let known: Vec<&str> = ["value", "period", "source"].into_iter().chain(dimensions.iter().map(|id| &**id)).collect();
    let near = nearest(&key.text, known.iter().copied());
    let diagnostic = codes::not_a_dimension.at(form.place(key.span)).with("key", &key.text).with_some("near", near);
    diagnostic.with("known", known.join(", "))
}

fn written(node: &Node) -> String {
    match &node.value {
        Value::Text(text) => visible(text).to_owned(),
        Value::Integer(number) => number.to_string(),
        Value::Float(number) => number.to_string(),
        Value::Bool(is_true) => u8::from(*is_true).to_string(),
        Value::Date(date) => date.to_string(),
        _ => String::new(),
    }
}
