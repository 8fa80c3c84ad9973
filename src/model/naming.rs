//! What `site.toml` says about persons: how plainly they may be named on which pages, and what the last reading has to know.
//!
//! What a person has agreed to, and the name that comes out of both, is the business of `privacy`.

use std::collections::BTreeSet;

use jiff::civil::Date;

/// How plainly a person is named, from the name itself to nothing at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NamingLevel {
    /// The name.
    #[default]
    Full,
    /// The family name, the rest as signs.
    Masked,
    /// A code that cannot be guessed from the number or the name.
    Code,
    /// Only the grade.
    Band,
    /// Only the branch.
    BranchOnly,
    /// Not at all.
    Hidden,
}

impl NamingLevel {
    /// All levels by the names that settings use.
    pub const ALL: [(&'static str, Self); 6] = [
        ("full", Self::Full),
        ("masked", Self::Masked),
        ("code", Self::Code),
        ("band", Self::Band),
        ("branch_only", Self::BranchOnly),
        ("hidden", Self::Hidden),
    ];

    /// `branch_only`.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].0
    }
}

/// `[privacy]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Privacy {
    /// `k`: figures over fewer persons are held back.
    pub k: u32,
    /// `naming.boards`: nobody is named more plainly on boards.
    pub boards: NamingLevel,
    /// `naming.holder_pages`: nobody is named more plainly on the page that explains a score.
    pub holder_pages: NamingLevel,
    /// `naming.role_models`: nobody is named more plainly on pages of role models.
    pub role_models: NamingLevel,
    /// `ask`: what becomes of what only looks like a secret.
    pub ask: Ask,
    /// `not_a_person`: names of members that are words in this site's texts.
    pub not_persons: BTreeSet<String>,
    /// `[[privacy.pattern]]`.
    pub patterns: Vec<PrivatePattern>,
    /// `[[privacy.contact]]`.
    pub contacts: Vec<Contact>,
}

/// What becomes of a finding that only has the shape of a secret.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ask {
    /// It stops the build until somebody answers for it.
    #[default]
    Stop,
    /// It is a warning.
    Warn,
}

/// A form of numbers that is the school's own and must not be published, such as that of its student numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrivatePattern {
    /// What it is called: 学号.
    pub title: String,
    /// A regular expression in the syntax of the crate `regex`; it compiles, and never matches an empty text.
    pub form: String,
    /// Words of which one must stand near by; empty if the form is enough.
    pub near: Vec<String>,
    /// Whether a hit stops in any case.
    pub tier: PatternTier,
}

/// How sure a pattern of the school's own is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PatternTier {
    /// A hit stops the build, whatever the settings.
    #[default]
    Block,
    /// A hit stops the build until somebody answers for it.
    Ask,
}

/// A telephone number or mail address that somebody approved for publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// As written.
    pub value: String,
    /// Without whatever is only punctuation: digits, or a mail address in lower case.
    pub normal: String,
    /// The post that approved it.
    pub by: String,
    /// When.
    pub on: Date,
    /// Whose it is, for readers.
    pub note: Option<String>,
}

impl Default for Privacy {
    /// The names are then a matter of consent alone.
    fn default() -> Self {
        let full = NamingLevel::Full;
        Self {
            k: 5,
            boards: full,
            holder_pages: full,
            role_models: full,
            ask: Ask::Stop,
            not_persons: BTreeSet::new(),
            patterns: Vec::new(),
            contacts: Vec::new(),
        }
    }
}

/// The first and, of three or more, the last character of a name; signs stand for the others, and for a name of one.
pub fn masked(name: &str) -> String {
    let characters: Vec<char> = name.chars().collect();
    let (n_first, n_last) = (usize::from(characters.len() > 1), usize::from(characters.len() > 2));
    let is_shown = |idx: usize| idx < n_first || idx + n_last >= characters.len();
    characters.iter().enumerate().map(|(idx, character)| if is_shown(idx) { *character } else { '＊' }).collect()
}
