//! Findings and sources to words: for people on a screen, for editors a line each, for programs as JSON.
//!
//! Nothing is judged here. Findings are put in order of file, place and code; only the forms for people stop after
//! [`N_SHOWN`] findings of one code, because nobody reads the fifty-first.

mod excerpt;
mod files;
mod held_back;
mod human;
mod json;
mod lines;
mod record;
mod self_check;
mod short;
#[cfg(test)]
mod tests;
mod words;

pub use self::self_check::self_check;
use std::borrow::Cow;

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;

use crate::build::GateCount;
use crate::diag::{Diagnostic, Place, Severity};
use crate::gate::redact;
use crate::privacy::HeldBack;
use crate::source::Sources;

/// How many findings of one code people are shown; the rest is counted.
pub const N_SHOWN: usize = 50;

/// The language of words for people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Simplified Chinese.
    #[default]
    Chinese,
    /// English.
    English,
}

/// The form in which findings are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// With the place quoted and marked, and with help.
    #[default]
    Human,
    /// One line each: `path:line:column: error[M301]: message`.
    Short,
    /// One object a line, both languages, then a summary object; the contract describes it.
    Json,
}

/// Whether words for people are coloured. Only the caller knows whether a terminal is at the other end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colour {
    /// Text only.
    #[default]
    Plain,
    /// With the escape codes of terminals.
    Terminal,
}

/// How to show a run.
#[derive(Clone, Copy, Debug, Default)]
pub struct Manner {
    /// The form.
    pub format: Format,
    /// Of the forms for people; JSON has both.
    pub language: Language,
    /// Of the human form.
    pub colour: Colour,
}

/// The figures of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Findings that stop the output.
    pub errors: usize,
    /// Findings that do not.
    pub warnings: usize,
    /// HTML pages of the site.
    pub pages: usize,
    /// Files of the site.
    pub files: usize,
    /// Bytes of the site.
    pub bytes: u64,
    /// How long the run took, in milliseconds, as measured by the caller.
    pub elapsed_ms: u64,
}

/// What became of the site that was there before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Nothing was to be written.
    Checked,
    /// Errors were found, and the old site stands as it stood.
    Refused,
    /// The old site was exactly the new one.
    Same,
    /// The new site is in place.
    Written,
}

/// A run that has ended, ready to be told.
#[derive(Clone, Copy, Debug)]
pub struct Run<'a> {
    /// What the places point into.
    pub sources: &'a Sources,
    /// In any order.
    pub found: &'a [Diagnostic],
    /// Its figures.
    pub summary: Summary,
    /// For people: JSON does not say it, because the exit code does.
    pub ending: Ending,
    /// For people: what is not shown. `None` where nothing was planned.
    pub held_back: Option<&'a HeldBack>,
    /// What the gate did, where it did something.
    pub gate: Option<GateCount>,
}

impl Summary {
    /// A summary that has counted `found`; the other figures are zero.
    pub fn of(found: &[Diagnostic]) -> Self {
        let errors = found.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count();
        Self { errors, warnings: found.len() - errors, ..Self::default() }
    }
}

/// Writes all findings of a run and its summary. Numbers that nobody may see are masked, whatever the finding is about: it may
/// quote a line that holds one.
pub fn write(out: &mut dyn io::Write, run: &Run<'_>, manner: Manner) -> io::Result<()> {
    let masked: Vec<Diagnostic> = run.found.iter().map(masked).collect();
    let mut found: Vec<&Diagnostic> = masked.iter().collect();
    found.sort_by_cached_key(|diagnostic| order(run.sources, diagnostic));
    match manner.format {
        Format::Human => human::write(out, run, &limited(&found), manner),
        Format::Short => short::write(out, run, &limited(&found), manner.language),
        Format::Json => json::write(out, run, &found),
    }
}

fn masked(diagnostic: &Diagnostic) -> Diagnostic {
    let mut masked = diagnostic.clone();
    for (_, value) in &mut masked.args {
        if let Cow::Owned(redacted) = redact(value) {
            *value = redacted;
        }
    }
    masked
}

/// What people are shown: the first of each code, and how many more there are.
struct Limited<'a> {
    shown: Vec<&'a Diagnostic>,
    left_out: BTreeMap<&'static str, usize>,
}

fn limited<'a>(found: &[&'a Diagnostic]) -> Limited<'a> {
    let mut n_seen: BTreeMap<&'static str, usize> = BTreeMap::new();
    let mut limited = Limited { shown: Vec::new(), left_out: BTreeMap::new() };
    for diagnostic in found {
        let n = n_seen.entry(diagnostic.code.id).or_default();
        *n += 1;
        if *n <= N_SHOWN {
            limited.shown.push(diagnostic);
        } else {
            *limited.left_out.entry(diagnostic.code.id).or_default() += 1;
        }
    }
    limited
}

fn order(sources: &Sources, diagnostic: &Diagnostic) -> (String, u64, u32, &'static str) {
    let (_, start, end) = diagnostic.at.order();
    let path = path_of(sources, &diagnostic.at).or_else(|| path_of_unlisted(diagnostic)).unwrap_or_default();
    (path.to_owned(), start, end, diagnostic.code.id)
}

/// The path of a place's file.
fn path_of<'a>(sources: &'a Sources, at: &Place) -> Option<&'a str> {
    at.file().map(|file| &*sources.file(file).path)
}

/// The path of a file that could not become part of the snapshot: it has no id, but the finding names it.
fn path_of_unlisted(diagnostic: &Diagnostic) -> Option<&str> {
    if diagnostic.at != Place::Project || !diagnostic.code.id.starts_with(['S', 'G']) {
        return None;
    }
    diagnostic.args.iter().find(|(name, _)| *name == "path").map(|(_, path)| path.as_str())
}
