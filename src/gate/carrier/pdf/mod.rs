//! A PDF file to the text of its pages and to everything else in it that is text.
//!
//! `hayro-syntax` reads objects, streams, and files that an empty password opens. What was taken out of the list of pages and is
//! still in the file is read, too. A page of pictures, of drawn outlines, or of glyphs that stand for no known characters is
//! noted as unreadable, once for the file, with the first such page.

mod codes;
mod font;
mod guard;
mod layout;
mod loose;
mod page;
mod stream;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use hayro_syntax::object::{Array, Dict, Name, ObjectIdentifier};
use hayro_syntax::page::Resources;
use hayro_syntax::{LoadPdfError, Pdf};

use self::page::{Canvas, Reading};
use super::budget::Budget;
use super::{Inside, Part, Piece, Spot, Take, Unreadable};

/// Reads a PDF file.
pub(super) fn read(part: &Part<'_>, budget: &mut Budget, take: &mut dyn Take) {
    if !budget.enter() {
        return;
    }
    let n_bytes = part.bytes.len() as u64;
    if guard::is_harmless(part.bytes) && budget.hold(n_bytes) {
        match Pdf::new(part.bytes.to_vec()) {
            Ok(pdf) => read_open(&pdf, part.inside, budget, take),
            Err(LoadPdfError::Decryption(_)) => take.unreadable(part.inside, Unreadable::Encrypted),
            Err(LoadPdfError::Invalid) => take.unreadable(part.inside, Unreadable::Broken),
        }
        budget.release(n_bytes);
    } else {
        budget.spend();
    }
    budget.leave();
}

fn read_open(pdf: &Pdf, inside: &Inside, budget: &mut Budget, take: &mut dyn Take) {
    let mut reading = Reading::new(budget);
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    for (idx, page) in pdf.pages().iter().enumerate() {
        let place = Inside { spot: Spot::Page(u32::try_from(idx + 1).unwrap_or(u32::MAX)), ..inside.clone() };
        if let Some(id) = page.raw().obj_id() {
            seen.insert(key(id));
        }
        let area = f64::from(page.base_dimensions().0) * f64::from(page.base_dimensions().1);
        let canvas = reading.page(page.raw(), page.resources(), area);
        give(&canvas, &place, take);
        faults.extend(canvas.fault().map(|why| (why, place)));
    }
    read_orphans(pdf, &mut reading, &seen, inside, take);
    let is_broken = reading.is_broken || pdf.pages().is_empty();
    faults.extend(is_broken.then(|| (Unreadable::Broken, inside.clone())));
    let mut told = BTreeSet::new();
    for (why, place) in faults {
        if told.insert(format!("{why:?}")) {
            take.unreadable(&place, why);
        }
    }
    loose::read(pdf, inside, budget, take);
}

/// Pages that are in the file and in no list of pages.
fn read_orphans(pdf: &Pdf, reading: &mut Reading<'_>, seen: &BTreeSet<(u32, i32)>, inside: &Inside, take: &mut dyn Take) {
    for object in pdf.objects() {
        let Some(dict) = object.into_dict() else { continue };
        let is_page = dict.get::<Name<'_>>("Type").is_some_and(|name| name.as_ref() == b"Page");
        if is_page && dict.obj_id().is_none_or(|id| !seen.contains(&key(id))) {
            let resources = Resources::new(dict.get::<Dict<'_>>("Resources").unwrap_or_default());
            let canvas = reading.page(&dict, &resources, f64::MAX);
            give(&canvas, inside, take);
        }
    }
}

fn give(canvas: &Canvas, inside: &Inside, take: &mut dyn Take) {
    for text in layout::texts(canvas) {
        if !text.trim().is_empty() {
            take.piece(Piece { text: &text, headings: &[], inside });
        }
    }
}

fn key(id: ObjectIdentifier) -> (u32, i32) {
    (id.obj_number, id.gen_number)
}

/// The dictionaries in an array, or the one that stands in its place.
fn dicts<'a>(dict: &Dict<'a>, name: &str) -> Vec<Dict<'a>> {
    match dict.get::<Array<'_>>(name) {
        Some(array) => array.iter::<Dict<'_>>().collect(),
        None => dict.get::<Dict<'_>>(name).into_iter().collect(),
    }
}
