//! Texts and what the detectors of numbers say of them. Every number is made here; none is anybody's.

mod any;
mod bank_card;
mod birth_date;
mod credit_code;
mod escape;
mod landline;
mod masked;
mod mobile;
mod resident_id;
mod resident_id_old;
mod rounded_id;

use super::super::resident_id::check_sign;
use super::*;
use crate::gate::hit::{Inside, Tier};

/// An identity number of an area without people, with its check sign.
pub(super) fn id(area: &str, day: &str, order: &str) -> String {
    let digits = format!("{area}{day}{order}");
    let check = char::from(check_sign(digits.as_bytes()));
    format!("{digits}{check}")
}

/// What is found in a text, in short: `ResidentId Block 11010…`.
pub(super) fn found(text: &str) -> Vec<Found> {
    let inside = Inside::default();
    let mut found = Vec::new();
    look(&Piece { text, headings: &[], inside: &inside }, &BTreeSet::new(), &mut found);
    found
}

/// The kinds and tiers in a text.
pub(super) fn kinds(text: &str) -> Vec<(HitKind, Tier)> {
    found(text).into_iter().map(|found| (found.kind, found.tier)).collect()
}

/// Texts as they are checked.
pub(super) fn texts(forms: &[&str]) -> Vec<String> {
    forms.iter().map(|form| (*form).to_owned()).collect()
}

/// Fails with all texts of which something else is said.
#[track_caller]
pub(super) fn check(texts: &[String], wanted: &[(HitKind, Tier)]) {
    let wrong: Vec<_> = texts.iter().map(|text| (text, kinds(text))).filter(|(_, kinds)| kinds != wanted).collect();
    assert!(wrong.is_empty(), "wanted {wanted:?}:\n{}", wrong.iter().map(|wrong| format!("{wrong:?}\n")).collect::<String>());
}
