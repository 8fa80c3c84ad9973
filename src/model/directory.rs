//! Who is there: every text of the site by its file and by its id, with whether it is published now.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{EntryIdx, Kind};
use crate::diag::FileId;

/// Whether a text can be led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is an entry of the model.
    Published(EntryIdx),
    /// It is there, but not now: a draft, not yet due, expired, or without consent.
    Unpublished,
    /// It is no entry for a reason that has been said.
    Broken,
}

/// The texts of a site.
#[derive(Debug, Default)]
pub(super) struct Directory {
    by_file: BTreeMap<FileId, Standing>,
    by_id: [BTreeMap<Arc<str>, (FileId, Standing)>; Kind::ALL.len()],
}

impl Directory {
    /// Adds a text. Gives the file of the one that has the same id already.
    pub(super) fn add(&mut self, kind: Kind, id: &Arc<str>, file: FileId) -> Result<(), FileId> {
        self.by_file.insert(file, Standing::Broken);
        let ids = &mut self.by_id[kind as usize];
        if let Some((first, _)) = ids.get(id) {
            return Err(*first);
        }
        ids.insert(id.clone(), (file, Standing::Broken));
        Ok(())
    }

    /// Adds a text that has no id, so that links to it are not called broken.
    pub(super) fn add_broken(&mut self, file: FileId) {
        self.by_file.insert(file, Standing::Broken);
    }

    /// Says how a text stands that was added as broken.
    pub(super) fn stand(&mut self, kind: Kind, id: &str, standing: Standing) {
        if let Some((file, known)) = self.by_id[kind as usize].get_mut(id) {
            *known = standing;
            self.by_file.insert(*file, standing);
        }
    }

    /// The text of a file.
    pub(super) fn of_file(&self, file: FileId) -> Option<Standing> {
        self.by_file.get(&file).copied()
    }

    /// The text of a kind with an id.
    pub(super) fn of_id(&self, kind: Kind, id: &str) -> Option<Standing> {
        self.by_id[kind as usize].get(id).map(|(_, standing)| *standing)
    }

    /// All ids of a kind, in order.
    pub(super) fn ids(&self, kind: Kind) -> impl ExactSizeIterator<Item = &Arc<str>> {
        self.by_id[kind as usize].keys()
    }
}
