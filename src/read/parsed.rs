//! What came of reading the files of a site, each alone.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::image::{Picture, Svg};
use super::{Fields, Note};
use crate::diag::{Diagnostic, FileId, Place};

/// The syntax values of all files, ready to be joined. Whoever fills it may keep each value by its file's hash.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// The notes, in the order of their files.
    pub notes: Vec<Arc<Note>>,
    /// `site.toml`; `None` if there is none or it cannot be understood (which has been said).
    pub site: Option<Fields>,
    /// What is wrong with pictures and drawings, told only of those that are used: a broken one that nobody uses harms nobody.
    pub picture_findings: BTreeMap<FileId, Vec<Diagnostic>>,
    /// Pictures whose headers are sound.
    pub pictures: BTreeMap<FileId, Picture>,
    /// Drawings, cleaned.
    pub drawings: BTreeMap<FileId, Arc<Svg>>,
}

impl Parsed {
    /// The note of a file.
    pub fn note(&self, file: FileId) -> Option<&Note> {
        self.notes.binary_search_by_key(&file, |note| note.file).ok().map(|idx| &*self.notes[idx])
    }

    /// Whether a file is a picture or a drawing that can be shown.
    pub fn has_picture(&self, file: FileId) -> bool {
        self.pictures.contains_key(&file) || self.drawings.contains_key(&file)
    }

    /// Where a field of a note's front matter is written; the note as a whole if it is not.
    pub fn place_of(&self, file: FileId, key: &str) -> Place {
        let node = self.note(file).and_then(|note| note.front.as_ref()).and_then(|front| front.get(key));
        node.map_or(Place::File(file), |node| Place::Text(file, node.span))
    }
}
