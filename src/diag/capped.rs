//! Many findings of one kind to the first few and a count: nobody reads ten thousand equal lines.

use super::codes::{self, Code};
use super::outcome::Diagnostic;
use super::place::Place;

/// Findings of one code that are listed one by one.
const N_LISTED: usize = 50;

/// Findings about one file, of which each code is listed at most fifty times.
#[derive(Debug)]
pub struct Capped {
    whole: Place,
    found: Vec<Diagnostic>,
    counts: Vec<(&'static Code, usize)>,
}

impl Capped {
    /// No findings yet; `whole` is where the counts of what is not listed will stand, usually the file.
    pub fn new(whole: Place) -> Self {
        Self { whole, found: Vec::new(), counts: Vec::new() }
    }

    /// Adds a finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        if self.has_room(diagnostic.code) {
            self.found.push(diagnostic);
        }
    }

    /// Adds a finding that is made only if it will be listed, where there may be a million of them.
    pub fn push_with(&mut self, code: &'static Code, make: impl FnOnce() -> Diagnostic) {
        if self.has_room(code) {
            self.found.push(make());
        }
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The findings, with one that counts the rest for each code that has more.
    ///
    /// - Codes: R490 more of the same.
    pub fn into_found(mut self) -> Vec<Diagnostic> {
        for (code, n) in &self.counts {
            if *n > N_LISTED {
                let more = codes::more_of_the_same.at(self.whole.clone()).with("n", n - N_LISTED).with("code", code.id);
                self.found.push(more.severe(code.severity));
            }
        }
        self.found
    }

    fn has_room(&mut self, code: &'static Code) -> bool {
        let idx = self.counts.iter().position(|(one, _)| one.id == code.id).unwrap_or_else(|| {
            self.counts.push((code, 0));
            self.counts.len() - 1
        });
        self.counts[idx].1 += 1;
        self.counts[idx].1 <= N_LISTED
    }
}
