//! What the parts of an entry may refer to, and whose parts they are.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use super::directory::{Directory, Standing};
use super::form::{Form, Written};
use super::registers::Registers;
use super::spot::plain_id;
use super::{EntryIdx, Kind, Site, Vocabulary};
use crate::diag::{Diagnostic, FileId, codes, nearest};
use crate::read::{Note, Parsed};
use crate::source::{FileKind, Sources};

/// How often the nearest of all names is looked for. Each search reads all names, and after so many mistakes an offer more
/// does not help.
const N_OFFERS: u32 = 200;

/// Everything that an entry may refer to.
#[derive(Debug)]
pub(super) struct Scope<'a> {
    pub(super) sources: &'a Sources,
    pub(super) parsed: &'a Parsed,
    pub(super) site: &'a Site,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) registers: &'a Registers,
    pub(super) directory: &'a Directory,
    /// Paths below `content/`, in order.
    pub(super) paths: Vec<(&'a str, FileId)>,
    /// Files whose names a Mac wrote decomposed, by their composed path.
    composed: BTreeMap<String, FileId>,
    n_offers: Cell<u32>,
    /// Pictures that something uses, broken ones too.
    used: RefCell<BTreeSet<FileId>>,
}

/// The text whose parts are read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Origin<'a> {
    pub(super) note: &'a Note,
    /// Its folder: `content/news`.
    pub(super) folder: &'a str,
    pub(super) kind: Kind,
    pub(super) id: &'a str,
    /// Whether it is shown now. What is not may lead to what is not either.
    pub(super) is_published: bool,
}

impl<'a> Scope<'a> {
    /// A scope over the files of a snapshot.
    pub(super) fn new(
        (sources, parsed): (&'a Sources, &'a Parsed),
        (site, vocabulary): (&'a Site, &'a Vocabulary),
        (registers, directory): (&'a Registers, &'a Directory),
    ) -> Self {
        let mut paths = Vec::new();
        let mut composed = BTreeMap::new();
        for (id, file) in sources.files() {
            if !matches!(file.kind, FileKind::Note | FileKind::Asset) {
                continue;
            }
            paths.push((&*file.path, id));
            if !file.path.is_ascii() {
                composed.insert(file.path.nfc().collect(), id);
            }
        }
        let n_offers = Cell::new(N_OFFERS);
        Self { sources, parsed, site, vocabulary, registers, directory, paths, composed, n_offers, used: RefCell::default() }
    }

    /// The file below `content/` at a path, however its characters are composed.
    pub(super) fn find(&self, path: &str) -> Option<FileId> {
        self.sources
            .find(path)
            .or_else(|| if path.is_ascii() { None } else { self.composed.get(&path.nfc().collect::<String>()).copied() })
    }

    /// Whether there is anything below a path.
    pub(super) fn is_folder(&self, path: &str) -> bool {
        let first = self.paths.partition_point(|(other, _)| *other < path);
        self.paths[first..]
            .iter()
            .take_while(|(other, _)| other.starts_with(path))
            .any(|(other, _)| other.as_bytes().get(path.len()) == Some(&b'/'))
    }

    /// Files in a folder itself, in order.
    pub(super) fn in_folder(&self, folder: &str) -> impl Iterator<Item = &'a str> {
        let prefix = format!("{folder}/");
        let first = self.paths.partition_point(|(other, _)| *other < prefix.as_str());
        let n_before = prefix.len();
        self.paths[first..]
            .iter()
            .map(|(path, _)| *path)
            .take_while(move |path| path.starts_with(&prefix))
            .filter(move |path| !path[n_before..].contains('/'))
    }

    /// Notes that something uses a picture.
    pub(super) fn note_use(&self, picture: FileId) {
        self.used.borrow_mut().insert(picture);
    }

    /// What is wrong with the pictures that something uses.
    pub(super) fn findings_of_used(&self) -> Vec<Diagnostic> {
        let used = self.used.borrow();
        used.iter().filter_map(|file| self.parsed.picture_findings.get(file)).flatten().cloned().collect()
    }

    /// The pictures that something uses.
    pub(super) fn into_used(self) -> BTreeSet<FileId> {
        self.used.into_inner()
    }

    /// The note of a file.
    pub(super) fn note(&self, file: FileId) -> Option<&'a Note> {
        self.parsed.note(file)
    }

    /// Whether one more search through all names is worth its time.
    pub(super) fn may_offer(&self) -> bool {
        let n_left = self.n_offers.get();
        self.n_offers.set(n_left.saturating_sub(1));
        n_left > 0
    }

    /// The branch with a written id.
    ///
    /// - Codes: M408 unknown branch.
    pub(super) fn branch(&self, form: &mut Form<'_>, written: Written<'_>) -> Option<Arc<str>> {
        let id = plain_id(written.text);
        let known = match &self.registers.branches {
            Some(branches) => branches.rows.get_key_value(&*id).map(|(id, _)| id.clone()),
            None => self.directory.ids(Kind::Branch).find(|known| ***known == *id).cloned(),
        };
        let is_whole = self.registers.branches.as_ref().is_none_or(|branches| branches.is_whole);
        if known.is_none() && is_whole {
            let near = self.near_branch(&id);
            let diagnostic = codes::unknown_branch.at(form.place(written.span)).with("id", written.text);
            form.found.push(diagnostic.with_some("near", near));
        }
        known
    }

    /// The id nearest to a written one, or the id of the branch of this name.
    fn near_branch(&self, written: &str) -> Option<String> {
        let Some(branches) = &self.registers.branches else {
            return nearest(written, self.directory.ids(Kind::Branch).map(|id| &**id)).map(str::to_owned);
        };
        let by_name = branches.rows.iter().find(|(_, name)| name.as_str() == written).map(|(id, _)| &**id);
        by_name.or_else(|| branches.nearest(written)).map(str::to_owned)
    }

    /// The published entry of one of `kinds` with a written id.
    ///
    /// - Codes: M412 unknown entry, M413 not published (warning), M414 an id of two kinds.
    pub(super) fn entry(
        &self,
        form: &mut Form<'_>,
        origin: Origin<'_>,
        kinds: &[Kind],
        written: Written<'_>,
    ) -> Option<EntryIdx> {
        let id = plain_id(written.text);
        let at = form.place(written.span);
        let mut hits = kinds.iter().filter_map(|kind| self.directory.of_id(*kind, &id));
        let Some(standing) = hits.next() else {
            let folders: Vec<&str> = kinds.iter().map(|kind| kind.folder()).collect();
            let near = if self.may_offer() { self.near_entry(kinds, &id) } else { None };
            let diagnostic = codes::unknown_entry.at(at).with("id", written.text).with("folders", folders.join(", "));
            form.found.push(diagnostic.with_some("near", near));
            return None;
        };
        if hits.next().is_some() {
            form.found.push(codes::ambiguous_entry.at(at).with("id", written.text));
            return None;
        }
        match standing {
            Standing::Published(idx) => Some(idx),
            Standing::Unpublished if origin.is_published => {
                form.found.push(codes::refers_to_unpublished.at(at).with("id", written.text));
                None
            }
            Standing::Unpublished | Standing::Broken => None,
        }
    }

    fn near_entry(&self, kinds: &[Kind], written: &str) -> Option<&str> {
        nearest(written, kinds.iter().flat_map(|kind| self.directory.ids(*kind)).map(|id| &**id))
    }
}
