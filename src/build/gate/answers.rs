//! Waivers to what they answer: which hits somebody looked at, as long as the passage is what it was.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::diag::{Diagnostic, FileId, codes};
use crate::gate::{Gate, Hit, HitKind, Secret, Tier, Waiver, waivers};
use crate::privacy::PersonKey;
use crate::source::{FileKind, Sources};

use super::trace;

/// The answers of a site.
pub(super) struct Answers {
    key: PersonKey,
    waivers: Vec<Waiver>,
    /// By waiver: whether it answers anything.
    is_used: Vec<AtomicBool>,
    /// What is answered in a text.
    in_texts: BTreeSet<(FileId, &'static str, Secret)>,
    /// What is answered in any text.
    anywhere: BTreeSet<(&'static str, Secret)>,
}

impl Answers {
    /// Finds the passages of all waivers.
    ///
    /// - Codes: those of [`waivers`].
    pub(super) fn of_site(sources: &Sources, gate: &Gate, key: &PersonKey, found: &mut Vec<Diagnostic>) -> Self {
        let waivers = waivers(sources).into_value(found);
        let is_used = waivers.iter().map(|_| AtomicBool::new(false)).collect();
        let mut answers = Self { key: key.clone(), is_used, in_texts: BTreeSet::new(), anywhere: BTreeSet::new(), waivers };
        let files: BTreeSet<&str> = answers.waivers.iter().map(|waiver| waiver.file.as_str()).collect();
        let files: Vec<FileId> = files.into_iter().filter_map(|file| sources.find(file)).collect();
        for file in files {
            answers.take_passages(sources, gate, file);
        }
        answers
    }

    fn take_passages(&mut self, sources: &Sources, gate: &Gate, file: FileId) {
        let path = &sources.file(file).path;
        for traced in trace::hits_of(sources, gate, file) {
            let (kind, passage) = (traced.hit.kind.name(), self.code_of(&traced.passage));
            let is_it = |waiver: &Waiver| waiver.file == **path && waiver.kind == kind && waiver.passage == passage;
            let Some(waiver) = self.waivers.iter().position(is_it) else { continue };
            self.is_used[waiver].store(true, Ordering::Relaxed);
            self.anywhere.insert((kind, traced.hit.secret.clone()));
            self.in_texts.insert((file, kind, traced.hit.secret));
        }
    }

    /// The code of a passage, which only the holder of the site's key can make.
    pub(super) fn code_of(&self, passage: &str) -> String {
        self.key.code_of("passage", passage)
    }

    /// Whether somebody looked at a hit of a file of the output. What has a check sum or a label is never answered.
    ///
    /// - `source`: what the file is made of, and whether it is that file itself.
    pub(super) fn answer(
        &self,
        sources: &Sources,
        gate: &Gate,
        path: &str,
        (source, is_source): (Option<FileId>, bool),
        hit: &Hit,
    ) -> bool {
        if self.waivers.is_empty() || hit.tier == Tier::Block {
            return false;
        }
        let kind = hit.kind.name();
        match source {
            Some(file) if is_source => self.is_answered(&sources.file(file).path, kind, &passage_of_file(sources, file)),
            Some(file) => {
                self.is_answered_in_text(sources, gate, file, hit)
                    // No line of the text has it as it is: markup stands in it.
                    || self.is_answered(&sources.file(file).path, kind, &passage_of_output(hit.kind, &hit.secret))
            }
            None => {
                self.anywhere.contains(&(kind, hit.secret.clone()))
                    || self.is_answered(path, kind, &passage_of_output(hit.kind, &hit.secret))
                    || self.is_answered_for_a_text(sources, kind, &passage_of_output(hit.kind, &hit.secret))
            }
        }
    }

    /// Of a page made of one text: that text, or another from which it took the passage, as a list takes titles.
    fn is_answered_in_text(&self, sources: &Sources, gate: &Gate, file: FileId, hit: &Hit) -> bool {
        let key = (file, hit.kind.name(), hit.secret.clone());
        if self.in_texts.contains(&key) {
            return true;
        }
        let is_same = |traced: trace::Traced| traced.hit.kind == hit.kind && traced.hit.secret == hit.secret;
        self.anywhere.contains(&(key.1, key.2)) && !trace::hits_of(sources, gate, file).into_iter().any(is_same)
    }

    /// Whether a place in a source is answered.
    pub(super) fn has(&self, file: FileId, hit: &Hit) -> bool {
        self.in_texts.contains(&(file, hit.kind.name(), hit.secret.clone()))
    }

    /// Of what is made of several texts: one of them was answered as a whole.
    fn is_answered_for_a_text(&self, sources: &Sources, kind: &str, passage: &str) -> bool {
        let passage = self.code_of(passage);
        let is_it = |waiver: &Waiver| waiver.kind == kind && waiver.passage == passage && sources.find(&waiver.file).is_some();
        self.waivers.iter().any(is_it)
    }

    fn is_answered(&self, file: &str, kind: &str, passage: &str) -> bool {
        let passage = self.code_of(passage);
        let is_it = |waiver: &Waiver| waiver.file == file && waiver.kind == kind && waiver.passage == passage;
        let Some(waiver) = self.waivers.iter().position(is_it) else { return false };
        self.is_used[waiver].store(true, Ordering::Relaxed);
        true
    }

    /// Waivers that answer nothing any more.
    ///
    /// - Codes: G201.
    pub(super) fn ended(&self) -> Vec<Diagnostic> {
        let is_ended = |(_, is_used): &(&Waiver, &AtomicBool)| !is_used.load(Ordering::Relaxed);
        let ended = self.waivers.iter().zip(&self.is_used).filter(is_ended);
        ended.map(|(waiver, _)| codes::waiver_without_passage.at(waiver.place.clone())).collect()
    }
}

/// What a waiver of a file that is published as it is stands for: all its bytes.
pub(super) fn passage_of_file(sources: &Sources, file: FileId) -> String {
    debug_assert_eq!(sources.file(file).kind, FileKind::Asset, "texts have passages");
    blake3::Hash::from(sources.file(file).hash).to_hex().to_string()
}

/// What a waiver stands for where no source has the passage.
pub(super) fn passage_of_output(kind: HitKind, secret: &Secret) -> String {
    format!("{} {}", kind.name(), secret.expose())
}
