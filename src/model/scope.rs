//! What the parts of an entry may refer to, and whose parts they are.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use super::directory::{Directory, Standing};
use super::form::{Form, Written};
use super::held::{Held, HeldWhy};
use super::registers::Registers;
use super::spot::plain_id;
use super::{EntryIdx, Kind, Site, Vocabulary};
use crate::diag::{Diagnostic, FileId, codes, nearest};
use crate::read::{Note, Parsed};
use crate::source::{FileKind, Sources};

/// How many names are compared to find the nearest ones, all mistakes together: a few seconds at most. After so many mistakes
/// one offer more does not help.
const N_COMPARED: usize = 4_000_000;

/// From so many anchors on a text gets a set of them: a text may have as many links as headings.
const N_ANCHORS_LISTED: usize = 32;

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
    n_compared: Cell<usize>,
    /// Anchors of the texts that have many.
    anchors: RefCell<BTreeMap<FileId, BTreeSet<&'a str>>>,
    /// Pictures that something uses, broken ones too.
    used: RefCell<BTreeSet<FileId>>,
    /// What texts do not show.
    held: RefCell<Vec<Held>>,
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
        Self {
            sources,
            parsed,
            site,
            vocabulary,
            registers,
            directory,
            paths,
            composed,
            n_compared: Cell::new(0),
            anchors: RefCell::default(),
            used: RefCell::default(),
            held: RefCell::default(),
        }
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

    /// Notes that a part of a text is not shown.
    pub(super) fn hold_back(&self, file: FileId, why: HeldWhy) {
        self.held.borrow_mut().push(Held { why, file });
    }

    /// The pictures that something uses, and what of texts is not shown.
    pub(super) fn into_used(self) -> (BTreeSet<FileId>, Vec<Held>) {
        (self.used.into_inner(), self.held.into_inner())
    }

    /// The note of a file.
    pub(super) fn note(&self, file: FileId) -> Option<&'a Note> {
        self.parsed.note(file)
    }

    /// Whether one more search through `n_names` names is worth its time.
    pub(super) fn may_offer(&self, n_names: usize) -> bool {
        let n_compared = self.n_compared.get().saturating_add(n_names);
        self.n_compared.set(n_compared);
        n_compared <= N_COMPARED
    }

    /// Whether a text has an anchor.
    pub(super) fn has_anchor(&self, note: &Note, anchor: &str) -> bool {
        if note.prose.body.headings.len() + note.prose.body.anchors.len() <= N_ANCHORS_LISTED {
            return anchors_of(note).any(|id| id == anchor);
        }
        let mut anchors = self.anchors.borrow_mut();
        let all = || self.note(note.file).map(|note| anchors_of(note).collect()).unwrap_or_default();
        anchors.entry(note.file).or_insert_with(all).contains(anchor)
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
            let n_names = self.registers.branches.as_ref().map_or(0, |branches| branches.rows.len());
            let near = if self.may_offer(n_names) { self.near_branch(&id) } else { None };
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
            let near = self.near_entry(kinds, &id);
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
        let n_names = kinds.iter().map(|kind| self.directory.ids(*kind).len()).sum();
        if !self.may_offer(n_names) {
            return None;
        }
        nearest(written, kinds.iter().flat_map(|kind| self.directory.ids(*kind)).map(|id| &**id))
    }
}

/// Ids that a link to a text may name: of its headings and of whatever else has one.
pub(super) fn anchors_of(note: &Note) -> impl Iterator<Item = &str> {
    let body = &note.prose.body;
    body.headings.iter().map(|heading| heading.id.as_str()).chain(body.anchors.iter().map(String::as_str))
}
