//! The model to what is due, what is fresh, what is unfinished and how good the ledgers are.
//!
//! Only what took place counts, and only what the site shows: the pages that come of this hold no person.

mod applies;
mod branches;
mod cadence;
mod conflicts;
mod freshness;
mod loops;
mod matrix;
mod quality;
#[cfg(test)]
mod tests;

use crate::diag::Outcome;
use crate::model::Model;
use crate::source::Sources;

use self::branches::Branches;
use super::{Compliance, Freshness, OpenLoop, Quality};

/// Everything that repeats, and what is missing of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Duties {
    pub(super) compliance: Compliance,
    pub(super) freshness: Vec<Freshness>,
    pub(super) open_loops: Vec<OpenLoop>,
    pub(super) quality: Quality,
}

/// Judges duties, freshness, open loops and ledgers on the as-of date.
///
/// - Codes: those of [`cadence::read`] and [`applies::bound`].
pub(super) fn compute(sources: &Sources, model: &Model) -> Outcome<Duties> {
    let mut found = Vec::new();
    let branches = Branches::of(model);
    let cadence = cadence::read(sources, model, &branches, &mut found);
    let bound = applies::bound(sources, model, &branches, &cadence.duties, &mut found);
    let duties = Duties {
        compliance: matrix::matrix(model, &cadence, &branches, &bound),
        freshness: freshness::freshness(model, &cadence, &branches),
        open_loops: loops::open_loops(model, &cadence),
        quality: quality::quality(model),
    };
    Outcome::new(duties, found)
}
