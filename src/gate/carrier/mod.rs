//! The bytes of any file to the readable texts in it, with what could not be read. One file for each format.
//!
//! A piece of text keeps what belongs together together: `\n` ends a line or a block, `\t` stands between neighbouring cells of a
//! row, and [`APART`] between things that have nothing to do with each other (two attributes, text and comment). Detectors may
//! look across the first two, never across the last.

use super::hit::{Inside, Unreadable};

/// Stands between texts that must not be read as one.
pub(super) const APART: char = '\u{1f}';

/// Something readable of a file.
#[derive(Clone, Debug)]
pub(super) struct Piece<'p> {
    /// What it says.
    pub(super) text: &'p str,
    /// Headings of the columns where the text is a row of cells, in their order; empty elsewhere.
    pub(super) headings: &'p [String],
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

/// Reads a file of any format: what it is decide its bytes first, its name after them.
///
/// - `name`: its path in the output, or the name under which it is packed.
pub(super) fn read(name: &str, bytes: &[u8], inside: &Inside, take: &mut dyn Take) {
    let _ = name;
    match std::str::from_utf8(bytes) {
        Ok(text) => take.piece(Piece { text, headings: &[], inside }),
        Err(_) => take.unreadable(inside, Unreadable::UnknownFormat),
    }
}
