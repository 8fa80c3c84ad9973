//! JSON text to the syntax tree, by the strict standard: no comments, no commas too many or too few.

use jsonc_parser::ast::{Object, ObjectPropName, Value as Ast};
use jsonc_parser::common::{Range, Ranged};
use jsonc_parser::errors::{ParseError, ParseErrorKind};
use jsonc_parser::{CollectOptions, ParseOptions, ParseStringErrorKind, parse_to_ast};

use super::tree::{Fields, Key, Node, Value};
use crate::diag::{Code, Diagnostic, FileId, Outcome, Place, Span, codes};

/// Parses a JSON file. Numbers that a calculation would change (over 64 bits, infinite) are refused.
///
/// - Result: `None` if it cannot be understood at all; what follows one mistake is not judged.
/// - Codes: R401 syntax, R402 commas, R403 a comment, R404 quotes, R405 not closed, R406 nested too deeply; R104 a number out of
///   range, R105 the same key twice.
pub fn parse_json(file: FileId, text: &str) -> Outcome<Option<Node>> {
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    match parse_to_ast(text, &CollectOptions::default(), &strict) {
        Ok(parsed) => {
            let mut found = Vec::new();
            let node = match &parsed.value {
                Some(value) => node(file, value, &mut found),
                None => {
                    found.push(codes::json_syntax.at(Place::File(file)));
                    None
                }
            };
            Outcome::new(node, found)
        }
        Err(error) => Outcome::new(None, vec![explain(file, text, &error)]),
    }
}

fn node(file: FileId, value: &Ast<'_>, found: &mut Vec<Diagnostic>) -> Option<Node> {
    let span = span(value.range());
    let value = match value {
        Ast::StringLit(text) => Value::Text(text.value.to_string()),
        Ast::BooleanLit(is_true) => Value::Bool(is_true.value),
        Ast::NullKeyword(_) => Value::Null,
        Ast::NumberLit(number) => match parse_number(number.value) {
            Some(value) => value,
            None => {
                found.push(codes::number_out_of_range.at(Place::Text(file, span)).with("value", number.value));
                return None;
            }
        },
        Ast::Array(items) => Value::List(items.elements.iter().filter_map(|item| node(file, item, found)).collect()),
        Ast::Object(object) => Value::Fields(fields(file, object, found)),
    };
    Some(Node { span, value })
}

fn fields(file: FileId, object: &Object<'_>, found: &mut Vec<Diagnostic>) -> Fields {
    let mut fields = Fields { span: span(object.range), entries: Vec::with_capacity(object.properties.len()) };
    for property in &object.properties {
        let name = match &property.name {
            ObjectPropName::String(name) => name.value.as_ref(),
            ObjectPropName::Word(name) => name.value,
        };
        let key = Key { text: name.to_owned(), span: span(property.name.range()) };
        if let Some((first, _)) = fields.entries.iter().find(|(first, _)| first.text == key.text) {
            let twice = codes::same_key_twice.at(Place::Text(file, key.span)).with("key", &key.text);
            found.push(twice.also(Place::Text(file, first.span)));
            continue;
        }
        if let Some(node) = node(file, &property.value, found) {
            fields.entries.push((key, node));
        }
    }
    fields
}

fn parse_number(written: &str) -> Option<Value> {
    if !written.contains(['.', 'e', 'E']) {
        return written.parse().ok().map(Value::Integer);
    }
    written.parse().ok().filter(|number: &f64| number.is_finite()).map(Value::Float)
}

/// The parser's error under the code that says what to do about it.
fn explain(file: FileId, text: &str, error: &ParseError) -> Diagnostic {
    let at = error.range();
    let first = text[at.start..].chars().next();
    if let Some(word) = ["NaN", "Infinity", "-Infinity"].into_iter().find(|word| text[at.start..].starts_with(word)) {
        let place = Place::Text(file, Span::new(at.start, at.start + word.len()));
        return codes::number_out_of_range.at(place).with("value", word);
    }
    let code: &'static Code = match error.kind() {
        _ if first.is_some_and(|c| "“”‘’＂".contains(c)) => &codes::json_quotes,
        ParseErrorKind::ExpectedComma | ParseErrorKind::TrailingCommasNotAllowed | ParseErrorKind::UnexpectedComma => {
            &codes::json_comma
        }
        ParseErrorKind::CommentsNotAllowed | ParseErrorKind::UnterminatedCommentBlock => &codes::json_comment,
        ParseErrorKind::SingleQuotedStringsNotAllowed
        | ParseErrorKind::ExpectedStringObjectProperty
        | ParseErrorKind::UnexpectedWord => &codes::json_quotes,
        ParseErrorKind::UnterminatedArray
        | ParseErrorKind::UnterminatedObject
        | ParseErrorKind::String(ParseStringErrorKind::UnterminatedStringLiteral) => &codes::json_not_closed,
        ParseErrorKind::NestingDepthExceeded => &codes::json_too_deep,
        _ => &codes::json_syntax,
    };
    // The first character is what the author looks for; what the parser took for a word may be the rest of the file.
    let end = at.start + first.map_or(0, char::len_utf8);
    code.at(Place::Text(file, span(Range::new(at.start, end))))
}

/// The parser counts bytes, as spans do.
fn span(range: Range) -> Span {
    Span::new(range.start, range.end)
}

#[cfg(test)]
mod tests;
