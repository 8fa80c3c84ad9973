//! The catalogue of findings: stable codes with their words in Chinese and English.
//!
//! One file per room. A code is a letter for the room and three digits, and is never used again for something else.
//! `{name}` in the words is a hole that the finding fills. A help that needs a value which the finding does not have is
//! passed over, so a code may list a precise help first and a general one after it.

mod cli;
mod gate;
mod media;
mod metrics;
mod metrics_duties;
mod metrics_engine;
mod metrics_formula;
mod metrics_points;
mod model;
mod model_notices;
mod model_people;
mod model_tables;
mod output;
mod plan;
mod plan_figures;
mod privacy;
mod read;
mod source;
mod theme;
mod wording;

use super::outcome::Diagnostic;
use super::place::Place;

pub use self::{
    cli::*, gate::*, media::*, metrics::*, metrics_duties::*, metrics_engine::*, metrics_formula::*, metrics_points::*, model::*,
    model_notices::*, model_people::*, model_tables::*, output::*, plan::*, plan_figures::*, privacy::*, read::*, source::*,
    theme::*, wording::*,
};

/// How bad a finding is. Errors stop the output; warnings do not, unless `--deny warnings` is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is written.
    Error,
    /// Said, and the site is written.
    Warning,
}

/// The same words in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// Chinese, with full-width punctuation.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

/// One entry of the catalogue.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// Letter of the room and three digits: `M301`.
    pub id: &'static str,
    /// Names the fault: `broken_link`.
    pub name: &'static str,
    /// What it usually is.
    pub severity: Severity,
    /// What is wrong, in one sentence.
    pub message: Words,
    /// What to do; the first whose values are all known is shown.
    pub help: &'static [Words],
    /// Why it is a fault at all, for `yuandi explain`.
    pub about: Words,
    /// An example that gives this finding.
    pub wrong: &'static str,
    /// The same example without the fault.
    pub right: &'static str,
}

impl Code {
    /// A finding of this code at a place.
    pub fn at(&'static self, at: Place) -> Diagnostic {
        Diagnostic { code: self, severity: self.severity, at, args: Vec::new(), also: Vec::new() }
    }
}

/// Every code, by room and number.
pub fn all() -> Vec<&'static Code> {
    [
        source::CODES,
        read::CODES,
        model::CODES,
        model_notices::CODES,
        model_people::CODES,
        model_tables::CODES,
        wording::CODES,
        metrics::CODES,
        metrics_engine::CODES,
        metrics_formula::CODES,
        metrics_points::CODES,
        metrics_duties::CODES,
        privacy::CODES,
        plan::CODES,
        plan_figures::CODES,
        theme::CODES,
        media::CODES,
        gate::CODES,
        output::CODES,
        cli::CODES,
    ]
    .concat()
}

/// The code with this id (`M301`, in either case).
pub fn find(id: &str) -> Option<&'static Code> {
    all().into_iter().find(|code| code.id.eq_ignore_ascii_case(id))
}

/// Fills the holes of `words`; `None` if a value is missing. Braces around anything but a name stay, as in `{% if %}`, and
/// doubled braces stand for one.
pub(super) fn fill(words: &str, args: &[(&'static str, String)]) -> Option<String> {
    let mut text = String::with_capacity(words.len() + 32);
    let mut rest = words;
    while let Some(at) = rest.find(['{', '}']) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(name) = hole(rest) {
            let (_, value) = args.iter().find(|(known, _)| *known == name)?;
            text.push_str(value);
            rest = &rest[name.len() + 2..];
        } else {
            text.push_str(&rest[..1]);
            let is_doubled = rest.starts_with("{{") || rest.starts_with("}}");
            rest = &rest[1 + usize::from(is_doubled)..];
        }
    }
    text.push_str(rest);
    Some(text)
}

/// The name in the hole with which a text begins.
fn hole(text: &str) -> Option<&str> {
    let (name, _) = text.strip_prefix('{')?.split_once('}')?;
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    is_name.then_some(name)
}

#[test]
fn only_names_in_braces_are_holes() {
    let args = [("key", "title".to_owned())];
    assert_eq!(fill("`{key}` {% if %} {{ x }} {…}", &args).as_deref(), Some("`title` {% if %} { x } {…}"));
    assert_eq!(fill("{near}", &args), None);
}

/// Declares the codes of one room. Order of a block: id and severity, message, helps, about, wrong, right.
macro_rules! codes {
    ($($NAME:ident $id:literal $severity:ident {
        message: $zh:literal / $en:literal,
        help: [$($help_zh:literal / $help_en:literal),* $(,)?],
        about: $about_zh:literal / $about_en:literal,
        wrong: $wrong:literal,
        right: $right:literal $(,)?
    })*) => {
        $(
            #[doc = $en]
            #[expect(non_upper_case_globals, reason = "a code reads like a word: `codes::broken_link`")]
            pub static $NAME: crate::diag::Code = crate::diag::Code {
                id: $id,
                name: stringify!($NAME),
                severity: crate::diag::Severity::$severity,
                message: crate::diag::Words { zh: $zh, en: $en },
                help: &[$(crate::diag::Words { zh: $help_zh, en: $help_en }),*],
                about: crate::diag::Words { zh: $about_zh, en: $about_en },
                wrong: $wrong,
                right: $right,
            };
        )*
        pub(super) static CODES: &[&crate::diag::Code] = &[$(&$NAME),*];
    };
}
use codes;
