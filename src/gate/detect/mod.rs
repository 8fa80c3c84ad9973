//! Texts to hits: one file for each kind of thing that must not be published.

mod address;
mod email;
mod label;
mod letters;
mod lexicon;
mod marking;
mod member_number;
mod name;
mod name_cue;
mod passport;
mod pattern;
mod plain;
mod plate;
mod qq;
mod sensitive;
mod table;
mod watch;
mod wechat;
#[cfg(test)]
mod zz_measure;

use std::ops::Range;

use super::carrier::Piece;
use super::hit::{HitKind, Secret, Tier};
use super::policy::{NamedOn, Policy};

/// What was found in a piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) kind: HitKind,
    pub(super) tier: Tier,
    pub(super) secret: Secret,
    /// In bytes of the piece's text, from the first to the last that belongs to it.
    pub(super) range: Range<usize>,
}

/// Who may be named in the file that a piece is of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Naming<'n> {
    /// What kind of page it is; `None` where every name of the register is looked for.
    pub(super) on: Option<NamedOn>,
    /// Names that this very file may show, as an open 公示 does.
    pub(super) also: &'n [String],
}

/// All detectors, ready for a site.
#[derive(Debug)]
pub(super) struct Detectors {
    watch: watch::Watch,
}

impl Detectors {
    /// Prepares for a policy.
    pub(super) fn new(policy: &Policy) -> Self {
        Self { watch: watch::Watch::new(policy) }
    }

    /// Looks at a piece.
    pub(super) fn look(&self, piece: &Piece<'_>, naming: Naming<'_>, found: &mut Vec<Found>) {
        self.watch.look(piece, naming, found);
    }
}
