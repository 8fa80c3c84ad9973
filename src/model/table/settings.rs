//! Keys of a settings file to typed values; a wrong type and an unknown key are findings.

use crate::diag::{Diagnostic, FileId, Place, Span, codes, nearest};
use crate::read::{Fields, Key, Node, Value};

/// One table of a settings file while it is being understood.
pub(super) struct Settings<'f, 'd> {
    pub(super) file: FileId,
    pub(super) fields: &'f Fields,
    pub(super) found: &'d mut Vec<Diagnostic>,
}

impl<'f> Settings<'f, '_> {
    /// Complains about every key that is not in `known`.
    pub(super) fn expect_only(&mut self, known: &[&str]) {
        for (key, _) in &self.fields.entries {
            if !known.contains(&key.text.as_str()) {
                self.found.push(unknown_key(self.file, key, known));
            }
        }
    }

    /// A text that is not empty.
    pub(super) fn text(&mut self, key: &str, example: &str) -> Option<&'f str> {
        let node = self.fields.get(key)?;
        match &node.value {
            Value::Text(text) if !text.trim().is_empty() => Some(text.trim()),
            _ => self.refuse(key, node, example),
        }
    }

    /// A list of texts; one text alone is a list of one.
    pub(super) fn texts(&mut self, key: &str, example: &str) -> Vec<String> {
        let Some(node) = self.fields.get(key) else { return Vec::new() };
        match texts_of(node) {
            Some(texts) => texts,
            None => self.refuse(key, node, example).unwrap_or_default(),
        }
    }

    /// Yes or no; `default` where nothing is said.
    pub(super) fn flag(&mut self, key: &str, default: bool) -> bool {
        let Some(node) = self.fields.get(key) else { return default };
        match &node.value {
            Value::Bool(is_true) => *is_true,
            _ => self.refuse(key, node, "true").unwrap_or(default),
        }
    }

    /// A whole number from `min` on.
    pub(super) fn count(&mut self, key: &str, min: u32) -> Option<u32> {
        let node = self.fields.get(key)?;
        match &node.value {
            Value::Integer(number) if *number >= i64::from(min) && *number <= i64::from(u32::MAX) => Some(*number as u32),
            _ => self.refuse(key, node, &min.max(1).to_string()),
        }
    }

    /// Keys with values.
    pub(super) fn fields(&mut self, key: &str, example: &str) -> Option<&'f Fields> {
        let node = self.fields.get(key)?;
        match &node.value {
            Value::Fields(fields) => Some(fields),
            _ => self.refuse(key, node, example),
        }
    }

    /// Says that a value should look like `example`.
    pub(super) fn refuse<T>(&mut self, key: &str, node: &Node, example: &str) -> Option<T> {
        self.found.push(bad_setting(self.file, node.span, key, example));
        None
    }
}

/// The finding for a value of the wrong form.
pub(super) fn bad_setting(file: FileId, span: Span, key: &str, example: &str) -> Diagnostic {
    codes::bad_setting.at(Place::Text(file, span)).with("key", key).with("example", example)
}

/// The finding for a key that does not exist.
pub(super) fn unknown_key(file: FileId, key: &Key, known: &[&str]) -> Diagnostic {
    let near = nearest(&key.text, known.iter().copied());
    let diagnostic = codes::unknown_setting.at(Place::Text(file, key.span)).with("key", &key.text);
    diagnostic.with_some("near", near).with("known", known.join("、"))
}

/// The texts of a list, or the one text.
pub(super) fn texts_of(node: &Node) -> Option<Vec<String>> {
    match &node.value {
        Value::Text(text) => Some(vec![text.trim().to_owned()]),
        Value::List(items) => items
            .iter()
            .map(|item| if let Value::Text(text) = &item.value { Some(text.trim().to_owned()) } else { None })
            .collect(),
        _ => None,
    }
}
