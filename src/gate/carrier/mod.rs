//! The bytes of any file to the readable texts in it, with what could not be read. One file for each format.
//!
//! A piece of text keeps what belongs together together: `\n` ends a line or a block, `\t` stands between neighbouring cells of a
//! row, and [`APART`] between things that have nothing to do with each other (two attributes, text and comment). Detectors may
//! look across the first two, never across the last.

mod budget;
mod csv;
mod data_url;
mod entity;
mod heading;
#[cfg(test)]
mod hostile_tests;
mod html;
mod image;
mod elements;
mod json;
mod lines;
mod markup;
mod media;
mod office;
mod ole;
mod packed;
#[cfg(test)]
mod packed_tests;
mod pdf;
mod script;
#[cfg(test)]
mod script_tests;
mod sniff;
mod tables;
#[cfg(test)]
mod tests;
mod text;
mod unescape;
mod zip;

use super::hit::{Inside, Spot, Unreadable};

use self::budget::Budget;
pub(super) use self::heading::Heading;
use self::lines::Lines;
use self::sniff::Format;

/// Stands between texts that must not be read as one.
pub(super) const APART: char = '\u{1f}';

/// Something readable of a file.
#[derive(Clone, Debug)]
pub(super) struct Piece<'p> {
    /// What it says.
    pub(super) text: &'p str,
    /// Headings of the columns where the text is a row of cells, in their order; empty elsewhere.
    pub(super) headings: &'p [Heading],
    /// Where it stands. For a row of cells, where its first cell stands; for lines, where its first line does.
    pub(super) inside: &'p Inside,
}

/// Takes what a carrier holds.
pub(super) trait Take {
    /// Takes a piece of text.
    fn piece(&mut self, piece: Piece<'_>);
    /// Takes note of something that cannot be read as text.
    fn unreadable(&mut self, inside: &Inside, why: Unreadable);
    /// Takes note of metadata that should not be there, by its technical name: `EXIF`.
    fn metadata(&mut self, inside: &Inside, name: &str);
}

/// Who made a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Origin {
    /// The program, or the theme: lines of it help nobody, and nothing of it is beyond reading.
    Own,
    /// Somebody who attached it, or packed it into something attached.
    Brought,
}

/// Reads a file of any format: what it is decide its bytes first, its name after them.
///
/// - `name`: its path in the output, or the name under which it is packed.
pub(super) fn read(name: &str, bytes: &[u8], inside: &Inside, take: &mut dyn Take) {
    let mut budget = Budget::new();
    read_part(&Part { name, bytes, inside }, &mut budget, take);
    if budget.must_tell() {
        take.unreadable(inside, Unreadable::TooMuch);
    }
}

/// A file, or a file in a file.
#[derive(Clone, Copy, Debug)]
struct Part<'p> {
    name: &'p str,
    bytes: &'p [u8],
    inside: &'p Inside,
}

/// Reads a part of a published file within what is left of its budget.
fn read_part(part: &Part<'_>, budget: &mut Budget, take: &mut dyn Take) {
    let Part { name, bytes, inside } = *part;
    match sniff::binary(bytes) {
        Some(Format::Picture) => image::read(bytes, inside, origin(name, inside), take),
        // The emblem of a browser's tab comes with the theme.
        Some(Format::Icon) if origin(name, inside) == Origin::Own => {}
        Some(Format::ForeignPicture | Format::Icon) => take.unreadable(inside, Unreadable::Picture),
        Some(Format::Zip) => zip::read(part, budget, take),
        Some(Format::Pdf) => pdf::read(part, budget, take),
        Some(Format::Ole) => take.unreadable(inside, ole::why(bytes)),
        Some(Format::Archive) => packed::read(part, budget, take),
        Some(Format::Media) => media::read(part, take),
        // What programs show letters with holds shapes and a name; it is not looked into.
        Some(Format::Font) if origin(name, inside) == Origin::Own => {}
        Some(_) => take.unreadable(inside, Unreadable::UnknownFormat),
        None if packed::is_tar(bytes) => packed::read_tar(part, budget, take),
        None => read_text(name, bytes, inside, take),
    }
}

fn read_text(name: &str, bytes: &[u8], inside: &Inside, take: &mut dyn Take) {
    let readings = text::decode(bytes);
    if readings.is_empty() {
        text::read_damaged(name, bytes, inside, take);
    }
    for text in readings {
        let reading = Reading { name, text: &text, inside, origin: origin(name, inside) };
        match sniff::textual(name, &text) {
            Format::Html => html::read(&reading, markup::Dialect::Html, take),
            Format::Xml => html::read(&reading, markup::Dialect::Xml, take),
            Format::Json => json::read(&reading, take),
            Format::Csv => csv::read(&reading, take),
            Format::Script => script::read(&reading, take),
            Format::Style => text::read_style(&reading, take),
            Format::Folded => text::read_folded(&reading, take),
            _ => text::read(&reading, take),
        }
    }
}

/// A file that is text.
#[derive(Clone, Copy, Debug)]
struct Reading<'r> {
    name: &'r str,
    text: &'r str,
    inside: &'r Inside,
    origin: Origin,
}

impl Reading<'_> {
    /// Where its text begins, for texts that keep their lines.
    fn first_line(&self) -> Inside {
        Inside { spot: Spot::Line(1), ..self.inside.clone() }
    }
}

fn origin(name: &str, inside: &Inside) -> Origin {
    if inside.parts.is_empty() && !name.starts_with("assets/files/") { Origin::Own } else { Origin::Brought }
}
