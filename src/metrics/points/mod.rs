//! Rule sets of `data/points/` and rows of ledgers to standings: who has how many points, and for what.
//!
//! The road: `declare` reads the files, `entries` asks the database for the rows of each rule, `count` says what of them counts,
//! `total` adds them up by period, ranks and grades, `join` puts the parts of a period together in which the rules changed.
//!
//! Decisions that a reader of the rules may ask for:
//!
//! - A row counts in the rule set that holds on its day. Rows of the register itself (`from = "members"`) have no day: they count
//!   once in each year as a whole, by the rules that hold at its end. A row of another relation without a day is a finding.
//! - Of `points_entries` a rule with `where` takes what that says. Without it, it takes the rows that name it; a rule set with a
//!   single such rule takes all rows that name no other rule.
//! - A score of one's own counts only where nobody reviewed the same category in the same calendar year.
//! - A cap limits gains; a deduction makes no room. A cap below zero limits deductions.
//! - Grades are given for years. Their quota is a share of each branch, or of all with `among = "all"`; holders with equal points
//!   are all within it or all held back.

mod count;
mod declare;
mod join;
mod roll;
mod rule_set;
#[cfg(test)]
mod tests;
mod total;

use std::sync::Arc;

use crate::diag::{FileId, Outcome};
use crate::read::parse_toml;
use crate::source::{FileKind, Sources, decode};

pub use self::rule_set::{Among, Category, Grade, Points, Rule, RuleSet, Text};

/// The folder of rule sets.
const FOLDER: &str = "data/points/";

/// The table of points that people enter by hand.
const ENTRIES: &str = "points_entries";

/// Reads all rule sets, in the order of their files.
///
/// - Codes: F200–F213, and those of reading TOML.
pub fn declared(sources: &Sources) -> Outcome<Vec<RuleSet>> {
    let mut found = Vec::new();
    let mut sets = Vec::new();
    for (file, source) in sources.files() {
        let stem = source.path.strip_prefix(FOLDER).and_then(|name| name.strip_suffix(".toml"));
        if let Some(stem) = stem.filter(|stem| source.kind == FileKind::Data && !stem.contains('/')) {
            sets.extend(read(sources, file, Some(stem)).into_value(&mut found));
        }
    }
    found.extend(declare::check_overlaps(&sets));
    Outcome::new(sets, found)
}

/// Reads one rule set; `stem` is the id that its file's name gives it, if it has to have one.
pub fn read(sources: &Sources, file: FileId, stem: Option<&str>) -> Outcome<Option<RuleSet>> {
    let mut found = Vec::new();
    let bytes = sources.bytes(file).unwrap_or_default();
    let text: Arc<str> = decode(file, &bytes).into_value(&mut found).text.into();
    let Some(fields) = parse_toml(file, &text, 0).into_value(&mut found) else { return Outcome::new(None, found) };
    let set = declare::rule_set(file, stem, &fields).into_value(&mut found);
    Outcome::new(set, found)
}
