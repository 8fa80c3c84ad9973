//! What looks like an identifier and is none: numbers of papers, goods, pages, days and places, as public pages are full of them.

use super::carry::{Carrier, Passage, WRITTEN};
use super::case::{Case, Wants};
use super::draw::Draw;
use super::pack::ATTACHED;
use super::write::{Bit, Coding, text};

/// What looks like something, and what the rules want of it.
pub(crate) struct Looks {
    pub(crate) class: &'static str,
    pub(crate) wants: Wants,
    pub(crate) held_out: bool,
    pub(crate) write: fn(&mut Draw) -> Vec<Bit>,
}

pub(crate) const fn silent(class: &'static str, write: fn(&mut Draw) -> Vec<Bit>) -> Looks {
    Looks { class, wants: Wants::Silent, held_out: false, write }
}

pub(crate) const fn unseen(class: &'static str, write: fn(&mut Draw) -> Vec<Bit>) -> Looks {
    Looks { class, wants: Wants::Silent, held_out: true, write }
}

/// The shape is that of an identifier: a question is fair, a block is not.
pub(crate) const fn asks(class: &'static str, write: fn(&mut Draw) -> Vec<Bit>) -> Looks {
    Looks { class, wants: Wants::NoBlock, held_out: false, write }
}

/// Cases of each class.
const N_EACH: usize = 160;

/// All negatives.
pub(crate) fn negatives(seed: u64) -> Vec<Case> {
    let mut draw = Draw::new(seed);
    let carriers: Vec<Carrier> = WRITTEN.into_iter().chain(ATTACHED).filter(|carrier| carrier.name != "jpeg comment").collect();
    let mut cases = Vec::new();
    for looks in super::lookalikes::PAPERS.iter().chain(&super::lookalikes::DAYS).chain(&super::plain_talk::TALK) {
        let mut n_left = N_EACH;
        while n_left > 0 {
            let bits = (looks.write)(&mut draw);
            let carrier = draw.pick(&carriers);
            if let Some(case) = put(looks, carrier, bits) {
                cases.push(case);
                n_left -= 1;
            }
        }
    }
    cases
}

fn put(looks: &Looks, carrier: Carrier, bits: Vec<Bit>) -> Option<Case> {
    let passage = Passage { lead: String::new(), bits, tail: String::new(), coding: Coding::Plain, heading: None };
    let files = (carrier.carry)(&passage)?;
    Some(Case {
        class: looks.class,
        form: "as it is",
        carrier: carrier.name,
        held_out: looks.held_out,
        wants: looks.wants,
        kinds: Vec::new(),
        value: None,
        files,
    })
}

/// A row of cells.
pub(crate) fn row(cells: impl IntoIterator<Item = String>) -> Vec<Bit> {
    let mut bits = Vec::new();
    for cell in cells {
        if !bits.is_empty() {
            bits.push(Bit::Cell);
        }
        bits.extend(text(cell));
    }
    bits
}
