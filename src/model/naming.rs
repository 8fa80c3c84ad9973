//! How plainly persons may be named on which pages, as `site.toml` says it.
//!
//! What a person has agreed to, and the name that comes out of both, is the business of `privacy`.

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Privacy {
    /// `k`: figures over fewer persons are held back.
    pub k: u32,
    /// `naming.boards`: nobody is named more plainly on boards.
    pub boards: NamingLevel,
    /// `naming.holder_pages`: nobody is named more plainly on the page that explains a score.
    pub holder_pages: NamingLevel,
    /// `naming.role_models`: nobody is named more plainly on pages of role models.
    pub role_models: NamingLevel,
}

impl Default for Privacy {
    /// The names are then a matter of consent alone.
    fn default() -> Self {
        let full = NamingLevel::Full;
        Self { k: 5, boards: full, holder_pages: full, role_models: full }
    }
}
