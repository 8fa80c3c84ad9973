//! Finding entries in the model.

use super::{Entry, EntryIdx, Kind, Model};
use crate::diag::FileId;

impl Model {
    /// The entries of a kind, newest first.
    pub fn entries_of(&self, kind: Kind) -> &[Entry] {
        let from = self.entries.partition_point(|entry| entry.kind < kind);
        let to = self.entries.partition_point(|entry| entry.kind <= kind);
        &self.entries[from..to]
    }

    /// The positions of the entries of a kind, newest first.
    pub fn indices_of(&self, kind: Kind) -> impl DoubleEndedIterator<Item = EntryIdx> + use<> {
        let from = self.entries.partition_point(|entry| entry.kind < kind);
        let to = self.entries.partition_point(|entry| entry.kind <= kind);
        (from as u32..to as u32).map(EntryIdx)
    }

    /// The entry at a position of this model.
    pub fn entry(&self, idx: EntryIdx) -> &Entry {
        &self.entries[idx.0 as usize]
    }

    /// The entry that was read from a file, if it is published now. Only for the few files that settings name.
    pub fn entry_of_file(&self, file: FileId) -> Option<EntryIdx> {
        self.entries.iter().position(|entry| entry.file == file).map(|idx| EntryIdx(idx as u32))
    }
}
