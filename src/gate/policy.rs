//! What the gate has to know of a site: its people, its own patterns, and what was approved.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{PatternTier, PrivatePattern};
use crate::privacy::{Watched, WatchedPerson};
use crate::source::Hash;

use super::hit::Tier;
use super::scan::VERSION;

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

impl Policy {
    /// The policy of a site.
    pub fn of(watched: &Watched) -> Self {
        let person = |person: &WatchedPerson| Person {
            id: person.id.clone(),
            name: person.name.clone(),
            branch: person.branch.clone(),
            named_on: person.named_on.clone(),
        };
        let pattern = |pattern: &PrivatePattern| Pattern {
            title: pattern.title.clone(),
            form: pattern.form.clone(),
            near: pattern.near.clone(),
            tier: match pattern.tier {
                PatternTier::Block => Tier::Block,
                PatternTier::Ask => Tier::Ask,
            },
        };
        Self {
            persons: watched.persons.iter().map(person).collect(),
            not_persons: watched.not_persons.clone(),
            patterns: watched.patterns.iter().map(pattern).collect(),
            contacts: watched.contacts.clone(),
            branches: watched.branches.clone(),
        }
    }

    /// A digest of everything that decides what is a hit, the version of the detectors among it.
    pub fn digest(&self) -> Hash {
        *blake3::hash(format!("{VERSION} {self:?}").as_bytes()).as_bytes()
    }
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
    pub tier: Tier,
}
