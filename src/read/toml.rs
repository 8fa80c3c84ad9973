//! TOML text to the syntax tree.

use std::ops::Range;

use jiff::civil::{Date, DateTime, Time};
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

use super::mend::{Mended, Slip, mend};
use super::mend_lines::whole_line;
use super::mend_marks::quoted;
use super::tree::{Fields, Key, Node, Value};
use crate::diag::{Diagnostic, FileId, Outcome, Place, Span, codes};

/// Slips that are explained in one run; who has more has pasted something else.
const MAX_SLIPS: usize = 20;

/// Parses TOML that begins at byte `start` of its file.
///
/// - Result: `None` if a line cannot be understood. Of each such line the first slip is said.
/// - Codes: R101 syntax, R102 full-width mark, R103 a key that needs quotes, R104 a number out of range, R105 the same key twice,
///   R106 a date in another form, R107 no such day, R108 a text without quotes, R109 a text not closed, R110 no equals sign,
///   R111 quotes inside of quotes, R112 a surplus mark, R113 nested too deeply, R130 to R145 the slips of `mend` and `mend_lines`.
pub fn parse_toml(file: FileId, text: &str, start: usize) -> Outcome<Option<Fields>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut found = Vec::new();
    if errors.is_empty() {
        // The parser gives the whole document no span of its own.
        let span = Span::new(0, text.len()).shifted(start);
        let fields = fields(file, table.get_ref(), span, start, &mut found);
        return Outcome::new(Some(fields), found);
    }
    if let Some(line) = all_yaml(text) {
        let place = Place::Text(file, Span::new(line.start, line.end).shifted(start));
        // Only front matter has fences that could be changed instead.
        let fence = (start > 0).then_some("---");
        return Outcome::new(None, vec![codes::yaml_for_toml.at(place).with_some("fence", fence)]);
    }
    let mut errors: Vec<_> = errors.iter().collect();
    // The parser tells some kinds of errors later than others.
    errors.sort_by_key(|error| error.span().map_or(0, |span| span.start));
    let mut last_line = None;
    for error in errors {
        let at = error.span().map_or(0, |span| span.start.min(text.len()));
        let line = line_around(text, at);
        // What follows a slip on its line is most often its consequence.
        if last_line != Some(line.start) && found.len() < MAX_SLIPS {
            found.extend(explain(file, text, start, error, line.clone(), found.is_empty()));
        }
        last_line = Some(line.start);
    }
    found.dedup();
    Outcome::new(None, found)
}

/// The first line of a text that is YAML throughout: at least two fields with a colon, and none with an equals sign.
fn all_yaml(text: &str) -> Option<Range<usize>> {
    let mut first = None;
    let mut n_fields = 0;
    for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with([' ', '\t', '-', '#'])) {
        let n_key = line.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(byte)).count();
        if n_key == 0 || !line[n_key..].trim_start().starts_with([':', '：']) {
            return None;
        }
        let at = line.as_ptr() as usize - text.as_ptr() as usize;
        first.get_or_insert(at..at + line.trim_end().len());
        n_fields += 1;
    }
    first.filter(|_| n_fields > 1)
}

fn line_around(text: &str, at: usize) -> Range<usize> {
    let mut at = at;
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let start = text[..at].rfind('\n').map_or(0, |idx| idx + 1);
    let end = text[start..].find('\n').map_or(text.len(), |idx| start + idx);
    start..start + text[start..end].trim_end().len()
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

/// The parser's error in an author's words: first by what stands on the line, then by what the parser says.
///
/// Slips that nobody recognises are said only for the first line: the others may be its consequences.
fn explain(
    file: FileId,
    text: &str,
    start: usize,
    error: &toml::de::Error,
    line: Range<usize>,
    is_first: bool,
) -> Option<Diagnostic> {
    let at = error.span().unwrap_or(line.clone());
    let place = Place::Text(file, Span::new(at.start, at.end.max(at.start)).shifted(start));
    let message = error.message();
    if message.contains("duplicate key") {
        let key = text.get(at.clone()).unwrap_or_default();
        return Some(codes::same_key_twice.at(place).with("key", key));
    }
    if message.contains("recurs") {
        return is_first.then(|| codes::data_too_deep.at(place));
    }
    if message.starts_with("invalid multi-line") {
        // The parser complains at the end of the file; the author looks for the beginning.
        let open = text.rfind("\"\"\"").max(text.rfind("'''")).unwrap_or(at.start);
        return Some(codes::text_not_closed.at(Place::Text(file, Span::new(open, open + 3).shifted(start))));
    }
    let written = &text[line.clone()];
    let on_line =
        |range: &Range<usize>| Place::Text(file, Span::new(line.start + range.start, line.start + range.end).shifted(start));
    // The parser asks for a comma at the next field; the author looks for the list above.
    let open = open_list(text, at.start);
    if message.contains("missing comma") && begins_field(written) && open.is_some_and(|open| open < line.start) {
        return open.map(|open| not_closed(file, text, start, open));
    }
    if let Some(found) = whole_line(written) {
        if found.slip == Slip::NoBrackets && found.line.is_none() && !is_first {
            return None;
        }
        if found.slip == Slip::NoValue
            && let Some(items) = dashes_below(&text[line.end..])
        {
            let better = format!("{} [{items}]", written.trim());
            return Some(codes::list_without_brackets.at(on_line(&found.range)).with("line", better));
        }
        let mended = Mended { slip: found.slip, range: found.range, line: found.line };
        return Some(name_slip(mended.clone(), on_line(&mended.range), written));
    }
    let is_lone_key = message.contains("key") && !message.contains("key or value");
    // A word alone on its line is no text that lacks quotes, but a key that lacks a value.
    if let Some(mended) = mend(written).filter(|mended| !(is_lone_key && mended.slip == Slip::NoQuotes)) {
        return Some(name_slip(mended.clone(), on_line(&mended.range), written));
    }
    if let Some(open) = open.filter(|_| message.contains("unclosed array")) {
        return Some(not_closed(file, text, start, open));
    }
    if message.contains("missing comma") {
        return Some(missing_comma_above(file, text, start, line.start));
    }
    if is_lone_key {
        let whole = written.len() - written.trim_start().len()..written.len();
        return is_first.then(|| codes::no_equals.at(on_line(&whole)));
    }
    if message.starts_with("invalid date") || message.starts_with("invalid time") {
        return Some(codes::no_such_day.at(place).with("value", text.get(at).unwrap_or_default()));
    }
    is_first.then(|| codes::toml_syntax.at(place).with("why", message.replace('\n', "; ")))
}

/// Whether a line begins like `key =`.
fn begins_field(line: &str) -> bool {
    let name = line.trim_start();
    let n_key = name.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(byte)).count();
    n_key > 0 && name[n_key..].trim_start().starts_with('=')
}

/// The last `[` before a byte that opens the value of a field.
fn open_list(text: &str, at: usize) -> Option<usize> {
    let is_value = |(open, _): &(usize, &str)| text[..*open].trim_end_matches([' ', '\t']).ends_with('=');
    text.get(..at)?.rmatch_indices('[').find(is_value).map(|(open, _)| open)
}

/// A list that begins at byte `open` and does not end.
fn not_closed(file: FileId, text: &str, start: usize, open: usize) -> Diagnostic {
    let better = format!("{}]", &text[line_around(text, open)]);
    let is_right = toml::de::DeTable::parse(&better).is_ok();
    let place = Place::Text(file, Span::new(open, open + 1).shifted(start));
    codes::list_not_closed.at(place).with_some("line", is_right.then_some(better))
}

/// The items of lines `- item` that follow, as TOML writes them.
fn dashes_below(text: &str) -> Option<String> {
    let lines = text.lines().skip_while(|line| line.trim().is_empty()).map_while(|line| line.trim().strip_prefix("- "));
    let items: Vec<String> = lines.map(|item| quoted(item.trim().trim_matches('"'), false)).collect();
    (!items.is_empty()).then(|| items.join(", "))
}

/// A list of several lines, and no comma at the end of the line above `below`.
fn missing_comma_above(file: FileId, text: &str, start: usize, below: usize) -> Diagnostic {
    let line = line_around(text, text[..below].trim_end().len());
    let written = &text[line.clone()];
    if let Some(mended) = mend(written) {
        let range = Span::new(line.start + mended.range.start, line.start + mended.range.end).shifted(start);
        return name_slip(mended, Place::Text(file, range), written);
    }
    let place = Place::Text(file, Span::new(line.start + written.len() - written.trim_start().len(), line.end).shifted(start));
    codes::missing_comma.at(place).with("line", format!("{},", written.trim()))
}

fn name_slip(mended: Mended, place: Place, line: &str) -> Diagnostic {
    let value = line.get(mended.range.clone()).unwrap_or_default();
    let diagnostic = match &mended.slip {
        Slip::Wide(wide, narrow) => codes::wide_punctuation.at(place).with("wide", wide).with("narrow", narrow),
        Slip::NoEquals => codes::no_equals_sign.at(place).with("mark", value),
        Slip::Key(key) if key.is_ascii() => codes::key_with_space.at(place).with("key", key),
        Slip::Key(key) => codes::key_needs_quotes.at(place).with("key", key),
        Slip::NoQuotes => codes::text_needs_quotes.at(place).with("value", value),
        Slip::Date(better) => codes::date_form.at(place).with("value", value).with("better", better),
        Slip::NoSuchDay => codes::no_such_day.at(place).with("value", value),
        Slip::NotClosed => codes::text_not_closed.at(place),
        Slip::InnerQuotes => codes::quotes_in_text.at(place),
        Slip::Surplus(mark) => codes::surplus_mark.at(place).with("mark", mark),
        Slip::NoComma => codes::missing_comma.at(place),
        Slip::YesNo(better) => codes::yes_or_no.at(place).with("value", value).with("better", better),
        Slip::Unit(number) => codes::number_with_unit.at(place).with("value", value).with("number", number),
        Slip::Comment(mark) => codes::comment_mark.at(place).with("mark", mark),
        Slip::Unseen => codes::unseen_character.at(place),
        Slip::Brackets => codes::brackets_do_not_match.at(place),
        Slip::NoBrackets => codes::list_without_brackets.at(place),
        Slip::NoValue => codes::no_value.at(place),
        Slip::Equals => codes::equals_sign_once.at(place).with("mark", value),
        Slip::TwoFields => codes::two_fields_on_a_line.at(place),
        Slip::Backslash => codes::backslash.at(place),
    };
    diagnostic.with_some("line", mended.line)
}

#[cfg(test)]
#[path = "toml_tests.rs"]
mod tests;
