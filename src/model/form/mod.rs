//! The keys and values of one table, as written, to typed values; what was not asked for is reported in the end.
//!
//! A form judges one table alone: whether a text names a branch or a file is decided by whoever asked for it.

mod date;
mod names;
mod number;
mod word;

use crate::diag::{Code, Diagnostic, FileId, Place, Span, codes, nearest};
use crate::read::{Fields, Node, Value};

pub use self::date::Moment;

/// One table on its way from written to understood.
#[derive(Debug)]
pub struct Form<'a> {
    file: FileId,
    fields: &'a Fields,
    /// Where missing fields are reported.
    at: Span,
    asked: Vec<&'static str>,
    missing: Vec<&'static str>,
    /// What is wrong so far. Callers add what only they can judge.
    pub found: Vec<Diagnostic>,
}

/// A text that an author wrote, with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written<'a> {
    /// Without space and invisible characters around it; never empty.
    pub text: &'a str,
    /// In the file.
    pub span: Span,
}

impl<'a> Form<'a> {
    /// A form over the keys of a whole file.
    pub fn of_file(file: FileId, fields: &'a Fields) -> Self {
        // The first key is a better place for "missing" than all lines at once.
        let at = fields.entries.first().map_or(Span { start: fields.span.start, end: fields.span.start }, |(key, _)| key.span);
        Self { file, fields, at, asked: Vec::new(), missing: Vec::new(), found: Vec::new() }
    }

    /// A form over a table inside of a file; `at` is its place.
    pub fn of_table(file: FileId, fields: &'a Fields, at: Span) -> Self {
        Self { file, fields, at, asked: Vec::new(), missing: Vec::new(), found: Vec::new() }
    }

    /// The place of a span of this form's file.
    pub fn place(&self, span: Span) -> Place {
        Place::Text(self.file, span)
    }

    /// The place of the table itself.
    pub fn own_place(&self) -> Place {
        Place::Text(self.file, self.at)
    }

    /// The place of a key's value; the table's own place if the key is not there.
    pub fn place_of(&self, key: &str) -> Place {
        self.place(self.fields.get(key).map_or(self.at, |node| node.span))
    }

    /// Whether the author wrote this key, which counts as asking for it.
    pub fn has(&mut self, key: &'static str) -> bool {
        self.node(key).is_some()
    }

    /// Notes that a required field is not there; all of them become one finding.
    pub fn miss(&mut self, key: &'static str) {
        if !self.missing.contains(&key) {
            self.missing.push(key);
        }
    }

    /// The value of a key as written. An empty text, an empty list and `null` count as not written.
    pub fn node(&mut self, key: &'static str) -> Option<&'a Node> {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
        let (_, node) = self.fields.entries.iter().find(|(name, _)| is_key(&name.text, key))?;
        let is_empty = match &node.value {
            Value::Null => true,
            Value::Text(text) => visible(text).is_empty(),
            Value::List(items) => items.is_empty(),
            _ => false,
        };
        (!is_empty).then_some(node)
    }

    /// The value of a key that must be there.
    fn required_node(&mut self, key: &'static str) -> Option<&'a Node> {
        let node = self.node(key);
        if node.is_none() {
            self.miss(key);
        }
        node
    }

    /// The table behind a key.
    pub fn table(&mut self, key: &'static str) -> Option<Form<'a>> {
        let node = self.node(key)?;
        match &node.value {
            Value::Fields(fields) => Some(Form::of_table(self.file, fields, node.span)),
            _ => {
                self.refuse(&codes::fields_expected, key, node);
                None
            }
        }
    }

    /// The list of tables behind a key.
    pub fn tables(&mut self, key: &'static str) -> Vec<Form<'a>> {
        let Some(node) = self.node(key) else { return Vec::new() };
        let items = match &node.value {
            Value::List(items) => items.as_slice(),
            Value::Fields(_) => std::slice::from_ref(node),
            _ => {
                self.refuse(&codes::list_of_fields_expected, key, node);
                return Vec::new();
            }
        };
        let mut forms = Vec::with_capacity(items.len());
        for item in items {
            match &item.value {
                Value::Fields(fields) => forms.push(Form::of_table(self.file, fields, item.span)),
                _ => self.refuse(&codes::list_of_fields_expected, key, item),
            }
        }
        forms
    }

    /// The list of tables behind a key that must be there.
    pub fn required_tables(&mut self, key: &'static str) -> Vec<Form<'a>> {
        self.required_node(key);
        self.tables(key)
    }

    /// A finding about a value of the wrong type.
    fn refuse(&mut self, code: &'static Code, key: &str, node: &Node) {
        self.found.push(code.at(self.place(node.span)).with("key", key));
    }

    /// Reports keys that nobody asked for and required ones that are not there. Gives everything that was found.
    ///
    /// - Codes: M101 unknown field, M102 missing fields.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        for (key, _) in &self.fields.entries {
            if self.asked.iter().any(|asked| is_key(&key.text, asked)) {
                continue;
            }
            let near = names::meant(&key.text, &self.asked).or_else(|| nearest(&key.text, self.asked.iter().copied()));
            // A required field that is only misspelt is not missing as well.
            self.missing.retain(|key| near != Some(*key));
            let mut known = self.asked.clone();
            known.sort_unstable();
            let diagnostic = codes::unknown_field.at(self.place(key.span)).with("key", &key.text);
            self.found.push(diagnostic.with_some("near", near).with("known", known.join(", ")));
        }
        if !self.missing.is_empty() {
            let fields: Vec<String> = self.missing.iter().map(|key| format!("`{key}`")).collect();
            let examples: Vec<&str> = self.missing.iter().filter_map(|key| names::example(key)).collect();
            let examples = (!examples.is_empty()).then(|| format!("`{}`", examples.join("` `")));
            let diagnostic = codes::missing_fields.at(self.own_place()).with("fields", fields.join(" "));
            self.found.push(diagnostic.with_some("examples", examples));
        }
        self.found
    }

    /// [`Form::finish`] for a table inside of another.
    pub fn finish_into(self, found: &mut Vec<Diagnostic>) {
        found.extend(self.finish());
    }
}

/// Whether a key as written is this key. Invisible characters come from copying out of Word and web pages.
fn is_key(written: &str, key: &str) -> bool {
    written == key || (!written.is_ascii() && written.chars().filter(|c| !is_invisible(*c)).eq(key.chars()))
}

/// A text without the space and the invisible characters around it.
pub fn visible(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c))
}

/// Whether a character takes no room on screen, so that nobody can see why two ids differ.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}
