//! TOML text to the syntax tree.

use jiff::civil::{Date, DateTime, Time};
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

use super::tree::{Fields, Key, Node, Value};
use crate::diag::{Diagnostic, FileId, Outcome, Place, Span, codes};

/// Parses TOML that begins at byte `start` of its file.
///
/// - Result: `None` if it cannot be understood at all; what follows one mistake is not judged.
/// - Codes: R101 syntax, R102 full-width punctuation, R103 a key that needs quotes, R104 a number out of range, R105 the same key twice.
pub fn parse_toml(file: FileId, text: &str, start: usize) -> Outcome<Option<Fields>> {
    match DeTable::parse(text) {
        Ok(table) => {
            let mut found = Vec::new();
            let span = Span::new(table.span().start, table.span().end).shifted(start);
            let fields = fields(file, table.get_ref(), span, start, &mut found);
            Outcome::new(Some(fields), found)
        }
        Err(error) => Outcome::new(None, vec![explain(file, text, start, &error)]),
    }
}

fn fields(file: FileId, table: &DeTable<'_>, span: Span, start: usize, found: &mut Vec<Diagnostic>) -> Fields {
    let mut entries = Vec::with_capacity(table.len());
    for (key, value) in table.iter() {
        let key_span = Span::new(key.span().start, key.span().end).shifted(start);
        let key = Key { text: key.get_ref().to_string(), span: key_span };
        let span = Span::new(value.span().start, value.span().end).shifted(start);
        if let Some(node) = node(file, value.get_ref(), span, start, found) {
            entries.push((key, node));
        }
    }
    // The parser keeps tables by name; messages and forms want the order of the author.
    entries.sort_by_key(|(key, _)| key.span);
    Fields { span, entries }
}

fn node(file: FileId, value: &DeValue<'_>, span: Span, start: usize, found: &mut Vec<Diagnostic>) -> Option<Node> {
    let value = match value {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Boolean(is_true) => Value::Bool(*is_true),
        DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
            Ok(number) => Value::Integer(number),
            Err(_) => return refuse_number(file, number.as_str(), span, found),
        },
        DeValue::Float(number) => match number.as_str().parse::<f64>() {
            Ok(number) if number.is_finite() => Value::Float(number),
            _ => return refuse_number(file, number.as_str(), span, found),
        },
        DeValue::Datetime(date) => date_value(date),
        DeValue::Array(items) => Value::List(
            items
                .iter()
                .filter_map(|item| {
                    let span = Span::new(item.span().start, item.span().end).shifted(start);
                    node(file, item.get_ref(), span, start, found)
                })
                .collect(),
        ),
        DeValue::Table(table) => Value::Fields(fields(file, table, span, start, found)),
    };
    Some(Node { span, value })
}

fn refuse_number(file: FileId, number: &str, span: Span, found: &mut Vec<Diagnostic>) -> Option<Node> {
    found.push(codes::number_out_of_range.at(Place::Text(file, span)).with("value", number));
    None
}

/// TOML has checked day and month; jiff's ranges are wider than TOML's.
fn date_value(written: &Datetime) -> Value {
    let date = written.date.map(|date| Date::new(date.year as i16, date.month as i8, date.day as i8));
    let time = written.time.map(|time| Time::new(time.hour as i8, time.minute as i8, time.second.unwrap_or(0) as i8, 0));
    match (date, time) {
        (Some(Ok(date)), Some(Ok(time))) => Value::DateTime(DateTime::from_parts(date, time)),
        (Some(Ok(date)), _) => Value::Date(date),
        (_, Some(Ok(time))) => Value::Time(time),
        // A leap second is the one time that TOML knows and jiff does not.
        _ => Value::Text(written.to_string()),
    }
}

/// The parser's error in an author's words: the usual slips of a Chinese keyboard are recognised by what stands there.
fn explain(file: FileId, text: &str, start: usize, error: &toml::de::Error) -> Diagnostic {
    let at = error.span().unwrap_or(0..0);
    let line_start = text[..at.start.min(text.len())].rfind('\n').map_or(0, |idx| idx + 1);
    let line_end = text[line_start..].find('\n').map_or(text.len(), |idx| line_start + idx);
    let line = text[line_start..line_end].trim_end();
    if let Some((offset, wide, narrow)) = wide_punctuation(line) {
        let span = Span::new(line_start + offset, line_start + offset + wide.len_utf8()).shifted(start);
        let better = repaired(line);
        return codes::wide_punctuation
            .at(Place::Text(file, span))
            .with("wide", wide)
            .with("narrow", narrow)
            .with("line", better);
    }
    let span = Span::new(at.start, at.end.max(at.start)).shifted(start);
    let key = line.split('=').next().unwrap_or_default().trim();
    if line.contains('=') && !key.is_ascii() && !key.starts_with(['"', '\'']) {
        let span = Span::new(line_start, line_start + key.len()).shifted(start);
        return codes::key_needs_quotes.at(Place::Text(file, span)).with("key", key);
    }
    if error.message().contains("duplicate key") {
        return codes::same_key_twice.at(Place::Text(file, span)).with("key", key);
    }
    codes::toml_syntax.at(Place::Text(file, span)).with("why", error.message().replace('\n', "; "))
}

const WIDE: [(char, char); 9] =
    [('“', '"'), ('”', '"'), ('‘', '\''), ('’', '\''), ('＝', '='), ('，', ','), ('：', '='), ('【', '['), ('】', ']')];

/// The first full-width mark of a line that stands where TOML wants a narrow one: outside of proper quotes.
fn wide_punctuation(line: &str) -> Option<(usize, char, char)> {
    let mut quote = None;
    for (offset, c) in line.char_indices() {
        match quote {
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None if c == '"' || c == '\'' => quote = Some(c),
            None => {
                if let Some((wide, narrow)) = WIDE.iter().find(|(wide, _)| *wide == c) {
                    return Some((offset, *wide, *narrow));
                }
            }
        }
    }
    None
}

/// The line with its full-width marks made narrow, as an offer to the author.
fn repaired(line: &str) -> String {
    line.chars().map(|c| WIDE.iter().find(|(wide, _)| *wide == c).map_or(c, |(_, narrow)| *narrow)).collect()
}
