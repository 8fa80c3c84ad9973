//! Why a formula may not run, with the place in its text.

use std::ops::Range;

use crate::diag::{Code, Diagnostic, Place};

/// A finding about a formula, before anybody knows in which file the formula stands.
#[derive(Clone, Debug, PartialEq)]
pub struct FormulaFault {
    /// The entry of the catalogue.
    pub code: &'static Code,
    /// Bytes of the formula's text.
    pub range: Range<usize>,
    /// Values for the words of the code.
    pub args: Vec<(&'static str, String)>,
}

impl FormulaFault {
    pub(super) fn new(code: &'static Code, range: Range<usize>) -> Self {
        Self { code, range, args: Vec::new() }
    }

    #[must_use]
    pub(super) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    #[must_use]
    pub(super) fn with_some(self, name: &'static str, value: Option<impl ToString>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// The finding at a place, which [`super::place_within`] knows from the range.
    pub fn at(&self, place: Place) -> Diagnostic {
        let mut diagnostic = self.code.at(place);
        diagnostic.args.clone_from(&self.args);
        diagnostic
    }
}
