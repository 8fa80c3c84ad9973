//! Texts to what is found by words: names, members' numbers, labels and what stands behind them, in one pass.

use super::{Found, Naming};
use crate::gate::carrier::Piece;
use crate::gate::policy::Policy;

/// All words of a site that are looked for.
#[derive(Debug)]
pub(super) struct Watch {}

impl Watch {
    /// Prepares for a policy.
    pub(super) fn new(policy: &Policy) -> Self {
        let _ = policy;
        Self {}
    }

    /// Looks at a piece; `found` holds what the digits have told of this piece, and gets what words tell.
    pub(super) fn look(&self, piece: &Piece<'_>, naming: Naming<'_>, found: &mut Vec<Found>) {
        let _ = (self, piece, naming, found);
    }
}
