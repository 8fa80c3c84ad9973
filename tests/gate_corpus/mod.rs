//! A corpus for the gate, made from the rules and from the standards, not from the detectors.
//!
//! Every choice is seeded: the same numbers on every machine. What is said of people is said of nobody. Which forms were told to
//! the authors of the detectors and which were held back from them stands with each form.

mod carry;
mod case;
mod draw;
mod figures;
mod labelled;
mod lookalikes;
mod masked;
mod negatives;
mod numbers;
mod pack;
mod pdf;
mod people;
mod persons;
mod plain_talk;
mod positives;
mod shards;
mod write;

pub(crate) use self::case::Case;
pub(crate) use self::figures::Figures;
pub(crate) use self::people::policy;

use yuandi::gate::Policy;

/// Positives first, then negatives.
pub(crate) fn corpus(policy: &Policy) -> Vec<Case> {
    let mut cases = positives::positives(11_643, policy);
    cases.extend(negatives::negatives(32_100));
    cases
}
