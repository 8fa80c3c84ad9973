//! A zip archive to its entries, each read as the file it is; documents that are zip archives go to `office`.
//!
//! Nothing is written anywhere, so that a name such as `../x` is only a text.

use std::io::{Cursor, Read};

use encoding_rs::GB18030;
use memchr::memmem;
use zip::{CompressionMethod, ZipArchive};

use super::budget::{Budget, Unpack};
use super::{Inside, Part, Piece, Spot, Take, Unreadable, office, read_part};

/// What begins the record of an entry in the table at the end.
const ENTRY: &[u8] = b"PK\x01\x02";

/// An archive that is open.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Names of the entries in their order.
    pub(super) names: Vec<String>,
    inside: &'a Inside,
}

/// Reads an archive, or a document that is one.
pub(super) fn read(part: &Part<'_>, budget: &mut Budget, take: &mut dyn Take) {
    if !budget.enter() {
        return;
    }
    match Archive::open(part, budget) {
        Ok(mut archive) => {
            if archive.zip.has_duplicate_names() {
                // Programs differ in which of the two they show, and only the last can be read here.
                take.unreadable(part.inside, Unreadable::Broken);
            }
            office::read(&mut archive, budget, take).unwrap_or_else(|| archive.read_entries(budget, take));
        }
        Err(why) => take.unreadable(part.inside, why),
    }
    budget.leave();
}

impl<'a> Archive<'a> {
    fn open(part: &Part<'a>, budget: &mut Budget) -> Result<Self, Unreadable> {
        // Counted before the table is read: a table of millions of entries takes more memory than the file.
        let n_entries = memmem::find_iter(part.bytes, ENTRY).take(usize::from(u16::MAX)).count();
        if !budget.count(n_entries) {
            return Err(told(budget));
        }
        let mut zip = ZipArchive::new(Cursor::new(part.bytes)).map_err(|_| Unreadable::Broken)?;
        if zip.has_overlapping_entries().map_err(|_| Unreadable::Broken)? {
            // Entries that share their bytes are how a small file becomes a huge one.
            budget.spend();
            return Err(told(budget));
        }
        let names = zip.file_names_raw().map(name_of).collect();
        Ok(Self { zip, names, inside: part.inside })
    }

    /// Where the archive is.
    pub(super) fn whole(&self) -> &'a Inside {
        self.inside
    }

    /// Where an entry is.
    pub(super) fn inside(&self, idx: usize) -> Inside {
        let mut parts = self.inside.parts.clone();
        parts.extend(self.names.get(idx).cloned());
        Inside { parts, spot: Spot::Whole }
    }

    /// The position of an entry.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|other| other == name)
    }

    /// An entry as a stream.
    pub(super) fn stream<'b>(&'b mut self, idx: usize, budget: &'b mut Budget) -> Result<Unpack<'b, impl Read>, Unreadable> {
        let entry = self.zip.by_index_data(idx).map_err(|_| Unreadable::Broken)?;
        if entry.encrypted() {
            return Err(Unreadable::Encrypted);
        }
        if ![CompressionMethod::Stored, CompressionMethod::Deflated].contains(&entry.compression()) {
            return Err(Unreadable::UnknownFormat);
        }
        let n_packed = entry.compressed_size();
        let source = self.zip.by_index(idx).map_err(|_| Unreadable::Broken)?;
        Ok(budget.unpack(source, n_packed))
    }

    /// Reads an entry as a file of its own.
    pub(super) fn read_entry(&mut self, idx: usize, budget: &mut Budget, take: &mut dyn Take) {
        let inside = self.inside(idx);
        let name = self.names[idx].clone();
        match self.bytes(idx, budget) {
            Ok(bytes) => {
                read_part(&Part { name: &name, bytes: &bytes, inside: &inside }, budget, take);
                budget.release(bytes.len() as u64);
            }
            Err(Unreadable::TooMuch) => {}
            Err(why) => take.unreadable(&inside, why),
        }
    }

    /// An entry as a whole, to be released.
    pub(super) fn bytes(&mut self, idx: usize, budget: &mut Budget) -> Result<Vec<u8>, Unreadable> {
        let entry = self.zip.by_index_data(idx).map_err(|_| Unreadable::Broken)?;
        let n_packed = entry.compressed_size();
        if entry.encrypted() {
            return Err(Unreadable::Encrypted);
        }
        if ![CompressionMethod::Stored, CompressionMethod::Deflated].contains(&entry.compression()) {
            return Err(Unreadable::UnknownFormat);
        }
        let source = self.zip.by_index(idx).map_err(|_| Unreadable::Broken)?;
        budget.unpack_whole(source, n_packed).map_err(|_| why(budget))
    }

    fn read_entries(&mut self, budget: &mut Budget, take: &mut dyn Take) {
        self.read_comment(take);
        for idx in 0..self.names.len() {
            let inside = Inside { spot: Spot::FileName, ..self.inside(idx) };
            take.piece(Piece { text: &self.names[idx], headings: &[], inside: &inside });
            if let Ok(entry) = self.zip.by_index_data(idx) {
                take.piece(Piece { text: entry.comment(), headings: &[], inside: &inside });
            }
            if !self.names[idx].ends_with('/') {
                self.read_entry(idx, budget, take);
            }
        }
    }

    fn read_comment(&self, take: &mut dyn Take) {
        let comment = name_of(self.zip.comment());
        if !comment.is_empty() {
            take.piece(Piece { text: &comment, headings: &[], inside: self.inside });
        }
    }
}

/// Why something could not be unpacked.
pub(super) fn why(budget: &Budget) -> Unreadable {
    if budget.is_spent() { Unreadable::TooMuch } else { Unreadable::Broken }
}

/// That a limit was passed, which nobody says again.
fn told(budget: &mut Budget) -> Unreadable {
    budget.must_tell();
    Unreadable::TooMuch
}

/// A name as packers on Chinese systems write it: UTF-8, or GBK without a sign that it is.
fn name_of(raw: &[u8]) -> String {
    match std::str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) => GB18030.decode_without_bom_handling(raw).0.into_owned(),
    }
}
