//! The words of a language, built-in and the site's own, to one tree of texts.

use tera::{Map, Value as Shown};

use super::files::{ThemeFile, ThemeFiles};
use crate::diag::{Diagnostic, FileId, Place, codes, nearest};
use crate::read::{Fields, Node, Value, parse_toml};

/// Reads the words for `language`; a language that the theme does not speak gets English.
pub(super) fn read_words(files: &ThemeFiles, language: &str, found: &mut Vec<Diagnostic>) -> Shown {
    let spoken = language.split(['-', '_']).next().unwrap_or_default().to_lowercase();
    let path = format!("words/{spoken}.toml");
    let built_in = files.built_in.get(&path).unwrap_or(&files.built_in["words/en.toml"]);
    let mut words = parse(built_in, &mut Vec::new());
    if let Some(own) = files.get(&path)
        && let Some(file) = own.file
    {
        let own = parse(own, found);
        merge(&mut words, own, file, "", found);
    }
    shown(&words)
}

fn parse(file: &ThemeFile, found: &mut Vec<Diagnostic>) -> Fields {
    let id = file.file.unwrap_or(FileId(0));
    parse_toml(id, &file.text, 0).into_value(found).unwrap_or_default()
}

/// Puts the site's words over the built-in ones. Only words that exist count: a template asks for no other.
fn merge(words: &mut Fields, own: Fields, file: FileId, path: &str, found: &mut Vec<Diagnostic>) {
    for (key, node) in own.entries {
        let place = Place::Text(file, key.span);
        let name = format!("{path}{}", key.text);
        let Some((_, word)) = words.entries.iter_mut().find(|(known, _)| known.text == key.text) else {
            let near = nearest(&key.text, words.entries.iter().map(|(known, _)| known.text.as_str()));
            found.push(codes::unknown_theme_word.at(place).with("word", name).with_some("near", near));
            continue;
        };
        match (&mut word.value, node.value) {
            (Value::Fields(words), Value::Fields(own)) => merge(words, own, file, &format!("{name}."), found),
            (Value::Text(word), Value::Text(own)) => *word = own,
            (Value::List(words), Value::List(own)) if words.len() == own.len() => *words = own,
            _ => found.push(codes::wrong_word_type.at(place).with("word", name)),
        }
    }
}

fn shown(fields: &Fields) -> Shown {
    let mut map = Map::new();
    for (key, node) in &fields.entries {
        map.insert(key.text.clone().into(), shown_node(node));
    }
    Shown::from(map)
}

fn shown_node(node: &Node) -> Shown {
    match &node.value {
        Value::Fields(fields) => shown(fields),
        Value::List(items) => Shown::from(items.iter().map(shown_node).collect::<Vec<_>>()),
        Value::Text(text) => Shown::from(text.as_str()),
        // Numbers and dates are no words, but a person may forget quotes.
        Value::Integer(number) => Shown::from(number.to_string()),
        _ => Shown::from(""),
    }
}

/// Only for tests of the built-in words: every path with its text.
#[cfg(test)]
pub(super) fn flatten(text: &str) -> Vec<(String, String)> {
    fn walk(fields: &Fields, path: &str, into: &mut Vec<(String, String)>) {
        for (key, node) in &fields.entries {
            let name = format!("{path}{}", key.text);
            match &node.value {
                Value::Fields(fields) => walk(fields, &format!("{name}."), into),
                Value::Text(text) => into.push((name, text.clone())),
                other => into.push((name, other.type_name().to_owned())),
            }
        }
    }
    let fields = parse_toml(FileId(0), text, 0).value.expect("built-in words are TOML");
    let mut into = Vec::new();
    walk(&fields, "", &mut into);
    into
}
