//! Texts to hits: one file for each kind of thing that must not be published.

mod address;
mod bank_card;
mod birth_date;
mod border;
mod credit_code;
pub(super) mod digits;
mod email;
mod escape;
mod label;
mod landline;
mod letters;
mod lexicon;
mod marking;
mod member_number;
mod masked;
mod mobile;
mod name;
mod name_cue;
mod passport;
mod pattern;
mod plain;
mod plate;
mod qq;
mod resident_id;
mod sensitive;
mod resident_id_old;
mod rounded_id;
mod sign;
mod stretch;
mod table;
mod watch;
mod wechat;
mod window;

use std::collections::BTreeSet;
use std::ops::Range;

pub(super) use self::label::{Labels, whole_label};
use self::watch::Watch;
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
    /// Telephone numbers and mail addresses that may be published.
    contacts: BTreeSet<String>,
    watch: Watch,
}

impl Detectors {
    /// Prepares for a policy.
    pub(super) fn new(policy: &Policy) -> Self {
        Self { contacts: policy.contacts.clone(), watch: Watch::new(policy) }
    }

    /// Looks at a piece: first for numbers by their digits, then for what words tell.
    pub(super) fn look(&self, piece: &Piece<'_>, naming: Naming<'_>, found: &mut Vec<Found>) {
        digits::look(piece, &self.contacts, found);
        self.watch.look(piece, naming, found);
    }
}
