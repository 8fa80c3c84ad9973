//! What the gate has to know of a site: its people, its own patterns, and what was approved.

use std::collections::{BTreeMap, BTreeSet};

pub use crate::privacy::NamedOn;

/// Everything that decides what is a hit, beside the bytes.
#[derive(Clone, Debug, Default)]
pub struct Policy {
    /// The register of members.
    pub persons: Vec<Person>,
    /// `[privacy] not_a_person`: names that are words here.
    pub not_persons: BTreeSet<String>,
    /// `[[privacy.pattern]]`: the school's own numbers.
    pub patterns: Vec<Pattern>,
    /// `[[privacy.contact]]`: telephone numbers and mail addresses that may be published, normalised: digits only, lower case.
    pub contacts: BTreeSet<String>,
    /// Names of branches by id, longest first: a name beside its branch is a person.
    pub branches: BTreeMap<String, String>,
}

/// A person of the register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// Number, as in the table.
    pub id: String,
    /// Name, as in the table.
    pub name: String,
    /// Id of the branch.
    pub branch: Option<String>,
    /// Where the name may stand.
    pub named_on: BTreeSet<NamedOn>,
}

/// A form of numbers that is the school's own, such as that of its student numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// What it is called, for messages: 学号.
    pub title: String,
    /// A regular expression, in the syntax of the crate `regex`, over normalised text; matched at token borders.
    pub form: String,
    /// Words of which one must stand near by; empty if the form is enough.
    pub near: Vec<String>,
    /// Whether a hit blocks or asks.
    pub tier: super::Tier,
}
