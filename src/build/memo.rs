//! What one build remembers for the next: texts by content, and pictures in a cache on disk.

use std::collections::HashMap;
use std::sync::Arc;

use crate::diag::{FileId, Outcome};
use crate::media::Cache;
use crate::read::Note;
use crate::source::Hash;

/// Two gigabytes hold the variants of about ten thousand photos.
pub(super) const N_CACHE_BYTES_MAX: u64 = 2_000_000_000;

/// A text is known by its place and content: findings name files by their place in the snapshot.
pub(super) type NoteKey = (FileId, Hash);

/// A text as it was read, with what was found in it.
pub(super) type ReadNote = Arc<Outcome<Arc<Note>>>;

/// Remembers between builds. Whatever it remembers, the output is the same as without it.
#[derive(Debug)]
pub struct Memo {
    pub(super) notes: HashMap<NoteKey, ReadNote>,
    pub(super) cache: Cache,
    keeps_notes: bool,
}

impl Memo {
    /// Remembers pictures only: for a single build, after which nobody asks for texts again.
    pub fn for_one_build(cache: Cache) -> Self {
        Self { notes: HashMap::new(), cache, keeps_notes: false }
    }

    /// Remembers everything: for many builds in one run.
    pub fn for_many_builds(cache: Cache) -> Self {
        Self { notes: HashMap::new(), cache, keeps_notes: true }
    }

    /// Keeps the texts of this build and forgets those of earlier ones that are gone.
    pub(super) fn keep(&mut self, notes: Vec<(NoteKey, ReadNote)>) {
        if self.keeps_notes {
            self.notes = notes.into_iter().collect();
        }
    }
}
