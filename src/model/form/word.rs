//! Texts, lists of texts, words of the vocabulary and fixed choices of a form.

use super::{Form, Written, visible};
use crate::diag::{codes, nearest};
use crate::model::Vocabulary;
use crate::read::{Node, Value};

impl<'a> Form<'a> {
    /// A text with its place.
    pub fn written(&mut self, key: &'static str) -> Option<Written<'a>> {
        let node = self.node(key)?;
        self.as_written(key, node)
    }

    /// A text with its place that must be there.
    pub fn required_written(&mut self, key: &'static str) -> Option<Written<'a>> {
        let node = self.required_node(key)?;
        self.as_written(key, node)
    }

    /// A text.
    pub fn text(&mut self, key: &'static str) -> Option<String> {
        self.written(key).map(|written| written.text.to_owned())
    }

    /// A text that must be there; empty if it is not.
    pub fn required_text(&mut self, key: &'static str) -> String {
        self.required_written(key).map(|written| written.text.to_owned()).unwrap_or_default()
    }

    /// A list of texts with their places. A single text is a list of one.
    pub fn written_list(&mut self, key: &'static str) -> Vec<Written<'a>> {
        let Some(node) = self.node(key) else { return Vec::new() };
        let items = match &node.value {
            Value::List(items) => items.as_slice(),
            Value::Text(_) => std::slice::from_ref(node),
            _ => {
                self.refuse(&codes::list_expected, key, node);
                return Vec::new();
            }
        };
        items.iter().filter_map(|item| self.as_written(key, item)).collect()
    }

    /// A list of texts that must hold one at least.
    pub fn required_list(&mut self, key: &'static str) -> Vec<Written<'a>> {
        self.required_node(key);
        self.written_list(key)
    }

    /// A list of texts.
    pub fn texts(&mut self, key: &'static str) -> Vec<String> {
        self.written_list(key).into_iter().map(|written| written.text.to_owned()).collect()
    }

    /// The id of a word of the vocabulary, written as id or label.
    pub fn term(&mut self, key: &'static str, vocabulary: &Vocabulary, group: &str) -> Option<String> {
        let written = self.written(key)?;
        self.resolve_term(key, written, vocabulary, group)
    }

    /// The id of a word of the vocabulary that must be there; empty if it is not.
    pub fn required_term(&mut self, key: &'static str, vocabulary: &Vocabulary, group: &str) -> String {
        self.required_node(key);
        self.term(key, vocabulary, group).unwrap_or_default()
    }

    /// The ids of words of the vocabulary.
    pub fn terms(&mut self, key: &'static str, vocabulary: &Vocabulary, group: &str) -> Vec<String> {
        let mut terms = Vec::new();
        for written in self.written_list(key) {
            terms.extend(self.resolve_term(key, written, vocabulary, group));
        }
        terms
    }

    /// One of a few fixed words.
    pub fn choice<T: Copy>(&mut self, key: &'static str, choices: &[(&str, T)]) -> Option<T> {
        let written = self.written(key)?;
        let choice = choices.iter().find(|(word, _)| word.eq_ignore_ascii_case(written.text));
        if choice.is_none() {
            let near = nearest(written.text, choices.iter().map(|(word, _)| *word));
            let words: Vec<String> = choices.iter().map(|(word, _)| format!("`{word}`")).collect();
            let diagnostic = codes::not_among_choices.at(self.place(written.span)).with("key", key).with("value", written.text);
            self.found.push(diagnostic.with_some("near", near).with("words", words.join(" ")));
        }
        choice.map(|(_, value)| *value)
    }

    fn resolve_term(&mut self, key: &str, written: Written<'_>, vocabulary: &Vocabulary, group: &str) -> Option<String> {
        let id = vocabulary.resolve(group, written.text);
        if id.is_none() {
            let near = vocabulary.nearest(group, written.text);
            let diagnostic = codes::unknown_term.at(self.place(written.span)).with("key", key).with("value", written.text);
            self.found.push(diagnostic.with_some("near", near).with("choices", vocabulary.choices(group)));
        }
        id.map(str::to_owned)
    }

    fn as_written(&mut self, key: &str, node: &'a Node) -> Option<Written<'a>> {
        let Value::Text(text) = &node.value else {
            self.refuse(&codes::text_expected, key, node);
            return None;
        };
        let text = visible(text);
        (!text.is_empty()).then_some(Written { text, span: node.span })
    }
}
