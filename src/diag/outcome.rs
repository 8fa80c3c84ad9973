//! A stage's result together with everything it found wrong on the way.

use super::codes::{Code, Severity, Words, fill};
use super::place::Place;

/// One finding: what is wrong, where, and the values that the message names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The entry of the catalogue.
    pub code: &'static Code,
    /// Usually the code's own; a setting of the site may raise or lower it.
    pub severity: Severity,
    /// Where.
    pub at: Place,
    /// Values for the holes `{name}` in the catalogue's words.
    pub args: Vec<(&'static str, String)>,
    /// Other places that belong to the same fault, such as the first of two equal keys.
    pub also: Vec<Place>,
}

/// A text in both languages, ready to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Diagnostic {
    /// Gives a value for the hole `{name}` of the words.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl std::fmt::Display) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// Gives a value for the hole `{name}` if there is one; help that needs a missing value is not shown.
    #[must_use]
    pub fn with_some(self, name: &'static str, value: Option<impl std::fmt::Display>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Adds another place of the same fault.
    #[must_use]
    pub fn also(mut self, place: Place) -> Self {
        self.also.push(place);
        self
    }

    /// The same finding with another severity, where the site's settings say so.
    #[must_use]
    pub fn severe(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// What is wrong, in both languages.
    pub fn message(&self) -> Text {
        self.fill(&self.code.message).expect("the catalogue test demands a value for every hole of a message")
    }

    /// What to do: the first help of the code for which all values are known.
    pub fn help(&self) -> Option<Text> {
        self.code.help.iter().find_map(|words| self.fill(words))
    }

    fn fill(&self, words: &Words) -> Option<Text> {
        Some(Text { zh: fill(words.zh, &self.args)?, en: fill(words.en, &self.args)? })
    }
}

/// A value and everything that was found wrong while making it. There is always a value: what is broken is left out of it.
#[derive(Clone, Debug)]
pub struct Outcome<T> {
    /// What could be made.
    pub value: T,
    /// What is wrong.
    pub found: Vec<Diagnostic>,
}

impl<T> Outcome<T> {
    /// A value with findings.
    pub fn new(value: T, found: Vec<Diagnostic>) -> Self {
        Self { value, found }
    }

    /// Moves the findings to `found` and gives the value.
    pub fn into_value(self, found: &mut Vec<Diagnostic>) -> T {
        found.extend(self.found);
        self.value
    }

    /// Whether an error, not only a warning, is among the findings.
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}
