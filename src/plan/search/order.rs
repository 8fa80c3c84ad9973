//! All pages to those that are searched, numbered: section by section, in each the newest first, undated ones last, then by path.
//!
//! Lists, holders, evidence and redirects say nothing of their own and are left out.

use std::cmp::Reverse;

use jiff::civil::Date;

use crate::model::{Activity, ActivityStatus, Detail, DocumentStatus, Entry, Kind, Notice, NoticeState, Resource, SECTIONS};
use crate::plan::{Page, Plan, What};

use super::{SearchEntry, SearchKind};

/// The sections of pages in the order of the index; free pages come last.
fn sections() -> impl Iterator<Item = &'static str> {
    SECTIONS.into_iter().chain([Kind::Page.folder()])
}

/// A page with what decides its number.
struct Candidate<'a> {
    rank: usize,
    date: Option<Date>,
    path: &'a str,
    entry: SearchEntry,
}

/// The pages that are searched, in the order of their numbers.
pub(super) fn searched(plan: &Plan<'_>) -> Vec<SearchEntry> {
    let excluded = &plan.model.site.search.excluded;
    let mut candidates = Vec::new();
    for (position, page) in plan.pages.iter().enumerate() {
        let Some(section) = section_of(plan, page).filter(|section| !excluded.contains(section)) else { continue };
        let Some(rank) = sections().position(|known| known == section) else { continue };
        let date = date_of(plan, page);
        let month = date.map(Date::first_of_month);
        let is_last = matches!(page.what, What::Entry(idx) if is_over(plan.model.entry(idx)));
        let entry = SearchEntry { page: position, month, is_last };
        candidates.push(Candidate { rank, date, path: page.path.as_str(), entry });
    }
    candidates.sort_by_key(|one| (one.rank, Reverse(one.date), one.path));
    candidates.into_iter().map(|one| one.entry).collect()
}

/// How many pages of each section follow each other.
pub(super) fn kinds(plan: &Plan<'_>, pages: &[SearchEntry]) -> Vec<SearchKind> {
    let mut kinds: Vec<SearchKind> = Vec::new();
    for entry in pages {
        let Some(section) = section_of(plan, &plan.pages[entry.page]) else { continue };
        match kinds.last_mut().filter(|kind| kind.section == section) {
            Some(kind) => kind.n_pages += 1,
            None => kinds.push(SearchKind { section, title: title_of(plan, section), n_pages: 1 }),
        }
    }
    kinds
}

/// Sections of entries have a short name beside that of their list.
fn title_of(plan: &Plan<'_>, section: &str) -> String {
    let group = if Kind::of_folder(section).is_some() { "kind" } else { "section" };
    plan.theme.word(&format!("{group}.{section}")).to_owned()
}

/// The section of a page that is searched.
fn section_of(plan: &Plan<'_>, page: &Page) -> Option<&'static str> {
    match page.what {
        What::Entry(idx) => Some(plan.model.entry(idx).kind.folder()),
        What::Branch(_) => Some("branches"),
        What::Month(_) => Some("months"),
        What::Module(_) => Some("modules"),
        What::Listing(idx, 1) if plan.listings[idx].column.is_some() => Some("columns"),
        What::Metric(_, 0) | What::Indicator(_, 1) => Some("metrics"),
        What::Board(idx, period) if period == plan.boards[idx].newest() => Some("boards"),
        What::Honours => Some("honours"),
        What::Disclosure => Some("disclosure"),
        What::Open => Some("open"),
        What::About | What::Privacy => Some("about"),
        _ => None,
    }
}

fn date_of(plan: &Plan<'_>, page: &Page) -> Option<Date> {
    match page.what {
        What::Entry(idx) => plan.model.entry(idx).date,
        What::Month(month) => Some(month),
        _ => None,
    }
}

/// Whether readers have no more use for it than to look it up.
fn is_over(entry: &Entry) -> bool {
    match &entry.detail {
        Detail::Activity(activity) => matches!(**activity, Activity { status: ActivityStatus::Cancelled, .. }),
        Detail::Resource(resource) => {
            matches!(**resource, Resource { status: Some(DocumentStatus::Replaced | DocumentStatus::Repealed), .. })
        }
        Detail::Notice(notice) => matches!(&**notice, Notice::PublicNotice(notice) if notice.state != NoticeState::Open),
        _ => false,
    }
}
