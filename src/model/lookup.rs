//! Finding entries in the model.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Entry, EntryIdx, Kind, Model};
use crate::diag::FileId;

/// Entries by the files that they were read from.
pub(super) type ByFile = BTreeMap<FileId, EntryIdx>;

/// Entries by kind and id.
pub(super) type ById = BTreeMap<Kind, BTreeMap<Arc<str>, EntryIdx>>;

/// Makes the look-ups of a model.
pub(super) fn index(entries: &[Entry]) -> (ByFile, ById) {
    let (mut by_file, mut by_id) = (ByFile::new(), ById::new());
    for (idx, entry) in entries.iter().enumerate() {
        let idx = EntryIdx(idx as u32);
        by_file.insert(entry.file, idx);
        by_id.entry(entry.kind).or_default().insert(entry.id.clone(), idx);
    }
    (by_file, by_id)
}

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

    /// The entry that was read from a file, if it is published now.
    pub fn entry_of_file(&self, file: FileId) -> Option<EntryIdx> {
        self.by_file.get(&file).copied()
    }

    /// The published entry of a kind with an id.
    pub fn find(&self, kind: Kind, id: &str) -> Option<EntryIdx> {
        self.by_id.get(&kind)?.get(id).copied()
    }
}
