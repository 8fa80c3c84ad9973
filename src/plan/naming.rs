//! A planned file to who may be named in it, for the last reading before it is written.

use std::collections::BTreeSet;

use crate::diag::FileId;
use crate::model::{BlockContent, Detail, Entry, Kind, Model, Notice};
use crate::privacy::{NamedOn, Published};

use super::{Page, Plan, What};

/// Who may be named in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageNaming<'p> {
    /// What kind of page it is.
    pub on: NamedOn,
    /// Names that this very file may show, sorted: those of a 公示 that is shown, of role models who agreed.
    pub also: &'p [String],
    /// The text that it is made of, if it is one.
    pub source: Option<FileId>,
}

/// Names that may be shown whatever the register says; made once, because every page asks.
#[derive(Debug, Default)]
pub(super) struct AlsoNamed {
    /// By entry that shows more than all pages do, sorted: its names.
    of_entries: Vec<(usize, Vec<String>)>,
    /// In whatever shows cards of other entries: the titles of those may name somebody.
    of_pages: Vec<String>,
    /// In what is made of all pages.
    of_all: Vec<String>,
}

impl AlsoNamed {
    /// The names that entries of the model show.
    pub(super) fn of(model: &Model, figures: &Published<'_>) -> Self {
        let ranked = figures.names_on_boards();
        let mut also = Self::default();
        let (mut of_pages, mut of_all) = (BTreeSet::new(), BTreeSet::new());
        for (idx, entry) in model.entries.iter().enumerate() {
            let own = own_names(entry, figures);
            if own.is_empty() && !has_board(entry) {
                continue;
            }
            let on_card = |name: &&String| entry.title.contains(name.as_str()) || entry.summary.contains(name.as_str());
            of_pages.extend(own.iter().filter(on_card).cloned());
            of_all.extend(own.iter().cloned());
            let boards = if has_board(entry) { ranked.as_slice() } else { &[] };
            also.of_entries.push((idx, own.into_iter().chain(boards.iter().cloned()).collect()));
        }
        for (_, names) in &mut also.of_entries {
            names.extend(of_pages.iter().cloned());
            names.sort_unstable();
            names.dedup();
        }
        also.of_pages = of_pages.into_iter().collect();
        also.of_all = of_all.into_iter().collect();
        also
    }

    fn of_entry(&self, idx: usize) -> &[String] {
        let position = self.of_entries.binary_search_by_key(&idx, |(idx, _)| *idx);
        position.map_or(&self.of_pages, |position| &self.of_entries[position].1)
    }
}

impl Plan<'_> {
    /// Who may be named on a page.
    pub fn naming_of(&self, page: &Page) -> PageNaming<'_> {
        let of_entry = |idx: usize, entry: &Entry| PageNaming {
            on: if entry.kind == Kind::RoleModel { NamedOn::RoleModels } else { NamedOn::Elsewhere },
            also: self.also_named.of_entry(idx),
            source: Some(entry.file),
        };
        match &page.what {
            What::Entry(idx) | What::Redirect(idx) => of_entry(idx.0 as usize, self.model.entry(*idx)),
            What::About => {
                let about = self.model.entries.iter().position(|entry| entry.kind == Kind::Page && &*entry.id == "about");
                about.map_or_else(|| self.naming_of_shared(), |idx| of_entry(idx, &self.model.entries[idx]))
            }
            What::Board(..) | What::Holder(..) => {
                PageNaming { on: NamedOn::Boards, also: &self.also_named.of_pages, source: None }
            }
            _ => self.naming_of_shared(),
        }
    }

    /// Who may be named in files that are no pages: feeds, search, open data.
    pub fn naming_of_shared(&self) -> PageNaming<'_> {
        PageNaming { on: NamedOn::Shared, also: &self.also_named.of_all, source: None }
    }
}

/// Names that an entry shows on its own account.
fn own_names(entry: &Entry, figures: &Published<'_>) -> Vec<String> {
    match &entry.detail {
        Detail::RoleModel(role_model) => vec![role_model.name.clone()],
        Detail::Notice(notice) => match &**notice {
            // After the end the model has what is left of them.
            Notice::PublicNotice(notice) => figures.names_within(&notice.objects),
            Notice::Announcement => Vec::new(),
        },
        _ => Vec::new(),
    }
}

fn has_board(entry: &Entry) -> bool {
    entry.blocks.iter().flatten().any(|block| matches!(block, BlockContent::Board(_)))
}
