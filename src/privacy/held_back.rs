//! Everything that a build does not show, by the line of defence that holds it back; and what somebody still has to look at.
//!
//! Counts and files only: no name, no number of a person.

use std::collections::BTreeSet;

use aho_corasick::AhoCorasick;

use crate::diag::FileId;
use crate::metrics::HolderKind;
use crate::model::table::Sensitivity;
use crate::model::{BlockContent, Detail, Entry, Held, HeldWhy, NamesAfter, Notice};

use super::consent::{Ended, Purpose};
use super::{Published, suppress};

/// What was held back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeldBack {
    /// The settings' `k`.
    pub k: u32,
    /// Tables with columns that nobody sees, in the order of their declaration.
    pub tables: Vec<HeldTable>,
    /// Texts that are not shown, or not whole; sorted by reason and file.
    pub texts: Vec<Held>,
    /// Figures over fewer than `k` persons.
    pub n_small: usize,
    /// Figures that would give such a one away.
    pub n_beside: usize,
    /// Members on boards who are not named, by why.
    pub unnamed: Unnamed,
    /// What no program can decide.
    pub by_hand: Vec<ByHand>,
}

/// A table of which not everything is public.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldTable {
    /// As in file names.
    pub name: String,
    /// What people read.
    pub label: String,
    /// Rows.
    pub n_rows: usize,
    /// Columns that are not public.
    pub n_columns: usize,
    /// Whether its rows are about persons, so that none of them is shown.
    pub is_about_persons: bool,
}

/// How many members stand on boards as codes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unnamed {
    /// They never agreed to be ranked.
    pub n_never: usize,
    /// Their consent ran out.
    pub n_expired: usize,
    /// They took it back.
    pub n_withdrawn: usize,
}

/// A text that somebody has to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ByHand {
    /// Why.
    pub why: ByHandWhy,
    /// The text.
    pub file: FileId,
}

/// Why somebody has to look at a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ByHandWhy {
    /// It names somebody whose consent ended.
    NamesGone,
    /// And it has pictures, in which that person may be seen.
    PicturesOfGone,
    /// Its role model did not agree to photos, and its text has pictures.
    PicturesWithoutConsent,
}

impl Published<'_> {
    /// What this build holds back.
    pub fn held_back(&self) -> HeldBack {
        let (n_small, n_beside) = self.held_figures();
        HeldBack {
            k: self.model.site.privacy.k,
            tables: self.held_tables(),
            texts: self.held_texts(),
            n_small,
            n_beside,
            unnamed: self.unnamed(),
            by_hand: self.by_hand(),
        }
    }

    fn held_tables(&self) -> Vec<HeldTable> {
        let mut tables = Vec::new();
        for table in self.model.tables.iter() {
            let schema = table.schema();
            let n_columns = schema.columns.iter().filter(|column| column.sensitivity != Sensitivity::Public).count();
            if n_columns > 0 && !table.is_empty() {
                tables.push(HeldTable {
                    name: schema.name.clone(),
                    label: schema.label.clone(),
                    n_rows: table.len(),
                    n_columns,
                    is_about_persons: schema.is_about_persons(),
                });
            }
        }
        tables
    }

    fn held_texts(&self) -> Vec<Held> {
        let mut texts = self.model.held.clone();
        let notices = self.model.entries.iter().filter(|entry| hides_names(entry));
        texts.extend(notices.map(|entry| Held { why: HeldWhy::NoticeNames, file: entry.file }));
        texts.sort_unstable();
        texts
    }

    /// Figures that are too small, and figures held back beside them.
    fn held_figures(&self) -> (usize, usize) {
        let (mut n_small, mut n_beside) = (0, 0);
        for metric in &self.metrics {
            let slices = metric.metric.slices.iter().zip(&metric.is_suppressed);
            for (slice, _) in slices.filter(|(_, is_suppressed)| **is_suppressed) {
                let is_small = suppress::is_small(slice, self.model.site.privacy.k);
                *(if is_small { &mut n_small } else { &mut n_beside }) += 1;
            }
        }
        (n_small, n_beside)
    }

    fn unnamed(&self) -> Unnamed {
        let of_members = self.figures.standings.iter().filter(|standings| standings.holder == HolderKind::Member);
        let periods = of_members.flat_map(|standings| &standings.periods);
        let ranked: BTreeSet<u32> = periods.flat_map(|period| period.standings.iter().map(|one| one.holder)).collect();
        let mut unnamed = Unnamed::default();
        for member in ranked.into_iter().filter(|member| !self.agrees(*member, Purpose::Rank)) {
            match self.consents.ended(member, Purpose::Rank) {
                None => unnamed.n_never += 1,
                Some(Ended::Expired) => unnamed.n_expired += 1,
                Some(Ended::Withdrawn) => unnamed.n_withdrawn += 1,
            }
        }
        unnamed
    }

    fn by_hand(&self) -> Vec<ByHand> {
        let mut by_hand = Vec::new();
        let without_photo = |file: FileId| self.model.held.contains(&Held { why: HeldWhy::NoPhoto, file });
        let gone = self.names_of_gone();
        let finder = AhoCorasick::new(&gone).ok().filter(|_| !gone.is_empty());
        for entry in &self.model.entries {
            let has_pictures = has_pictures(entry);
            if finder.as_ref().is_some_and(|finder| names_one(finder, entry)) {
                let why = if has_pictures { ByHandWhy::PicturesOfGone } else { ByHandWhy::NamesGone };
                by_hand.push(ByHand { why, file: entry.file });
            }
            if has_pictures && without_photo(entry.file) {
                by_hand.push(ByHand { why: ByHandWhy::PicturesWithoutConsent, file: entry.file });
            }
        }
        by_hand.sort_unstable();
        by_hand
    }

    /// Names of members whose consent ended; not those that are words here, or that another member with consent has too.
    fn names_of_gone(&self) -> Vec<String> {
        let gone = self.consents.gone();
        let Some(members) = self.model.tables.get("members").filter(|_| !gone.is_empty()) else { return Vec::new() };
        let mut names = BTreeSet::new();
        for row in members.rows().filter(|row| gone.contains_key(&(row.idx() as u32))) {
            names.extend(row.text("name").filter(|name| !self.model.site.privacy.not_persons.contains(*name)));
        }
        for row in members.rows().filter(|row| !gone.contains_key(&(row.idx() as u32))) {
            if self.agrees(row.idx() as u32, Purpose::Name) {
                names.remove(row.text("name").unwrap_or_default());
            }
        }
        names.into_iter().map(str::to_owned).collect()
    }
}

fn hides_names(entry: &Entry) -> bool {
    let Detail::Notice(notice) = &entry.detail else { return false };
    match &**notice {
        Notice::PublicNotice(notice) => notice.names_today() != NamesAfter::Keep,
        Notice::Announcement => false,
    }
}

fn names_one(finder: &AhoCorasick, entry: &Entry) -> bool {
    let captions = entry.images.iter().flatten().flat_map(|image| [&image.alt, &image.caption]);
    let mut texts = [&entry.title, &entry.summary, &entry.prose.body.html].into_iter().chain(captions);
    texts.any(|text| finder.is_match(text))
}

fn has_pictures(entry: &Entry) -> bool {
    let is_gallery = |block: &BlockContent| matches!(block, BlockContent::Gallery(_) | BlockContent::Video(_));
    let has_album = matches!(&entry.detail, Detail::Activity(activity) if !activity.album.is_empty());
    entry.cover.is_some()
        || has_album
        || entry.images.iter().any(Option::is_some)
        || entry.blocks.iter().flatten().any(is_gallery)
}
