//! The model to what a school looks through by hand from time to time: where links lead, what was reviewed, what is stale.

use jiff::civil::Date;

use crate::diag::FileId;
use crate::gate::{Waiver, waivers};
use crate::model::{Detail, Entry, Kind, LinkTarget, Model, NavItem, Notice, NoticeState};
use crate::privacy::Published;
use crate::source::Sources;

/// What a self-check lists beside the findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    /// Title of the site.
    pub title: String,
    /// The organisation.
    pub org: String,
    /// "Today".
    pub as_of: Date,
    /// Links to other sites, by address and then by page.
    pub external: Vec<ExternalLink>,
    /// Every 公示, newest first.
    pub notices: Vec<NoticeRow>,
    /// Texts of which a step of the review is missing or a review is overdue, and how many texts there are.
    pub reviews: (Vec<ReviewState>, usize),
    /// What was to be renewed.
    pub stale: Vec<Stale>,
    /// Kinds of content of which there is nothing.
    pub empty: Vec<Kind>,
    /// Answers that let something pass the gate.
    pub waivers: Vec<Waiver>,
}

/// A link to another site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ExternalLink {
    /// As written.
    pub url: String,
    /// Title of the page, or where else it stands.
    pub page: String,
    /// The file it is written in.
    pub file: Option<FileId>,
    /// Whether its domain is on the site's list.
    pub is_listed: bool,
}

/// A 公示.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeRow {
    /// Its title.
    pub title: String,
    /// The day it was put up.
    pub posted_on: Date,
    /// The last day of its period, if it can be known.
    pub last_day: Option<Date>,
    /// Where it stands on that day.
    pub state: NoticeState,
}

/// What is missing of a text's review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewState {
    /// The text.
    pub title: String,
    /// Its file.
    pub file: FileId,
    /// Steps that nobody signed, of `first`, `second`, `final`.
    pub missing: Vec<&'static str>,
    /// The day on which it was to be looked at again, if that is past.
    pub overdue: Option<Date>,
}

/// Something that was to be renewed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// What.
    pub title: String,
    /// When it was last renewed.
    pub last: Option<Date>,
    /// Since how many days it is late.
    pub n_overdue: u32,
}

/// Looks through a site.
pub(super) fn survey(sources: &Sources, model: &Model, published: &Published<'_>) -> Survey {
    Survey {
        title: model.site.title.clone(),
        org: model.site.org.clone(),
        as_of: model.as_of,
        external: external(model),
        notices: notices(model),
        reviews: (model.entries.iter().filter_map(|entry| review(entry, model.as_of)).collect(), model.entries.len()),
        stale: stale(published),
        empty: Kind::ALL.into_iter().filter(|kind| model.entries.iter().all(|entry| entry.kind != *kind)).collect(),
        // What is wrong with them has been said by the gate.
        waivers: waivers(sources).value,
    }
}

fn external(model: &Model) -> Vec<ExternalLink> {
    let mut links = Vec::new();
    let mut add = |url: &str, page: &str, file: Option<FileId>| {
        links.push(ExternalLink { url: url.to_owned(), page: page.to_owned(), file, is_listed: model.site.allows(url) });
    };
    for entry in &model.entries {
        for url in urls_of(entry) {
            add(url, &entry.title, Some(entry.file));
        }
    }
    for area in &model.site.nav {
        for item in &area.items {
            if let NavItem::External { title, url } = item {
                add(url, title, model.site.file);
            }
        }
    }
    if let Some(channels) = model.tables.get("channels") {
        for row in channels.public_rows() {
            let url = row.text("url").filter(|url| url.starts_with("http"));
            url.into_iter().for_each(|url| add(url, row.text("name").unwrap_or_default(), Some(row.file())));
        }
    }
    links.sort();
    links.dedup();
    links
}

fn urls_of(entry: &Entry) -> Vec<&str> {
    let mut targets: Vec<&LinkTarget> = entry.links.iter().collect();
    let mut urls = Vec::new();
    match &entry.detail {
        Detail::RoleModel(role_model) => targets.extend(role_model.evidence.iter().map(|proof| &proof.target)),
        Detail::Resource(resource) => urls.extend(resource.source_url.as_deref()),
        Detail::Activity(activity) => urls.extend(activity.meeting_url.as_deref()),
        _ => {}
    }
    urls.extend(targets.into_iter().filter_map(|target| match target {
        LinkTarget::External(url) => Some(url.as_str()),
        _ => None,
    }));
    urls
}

fn notices(model: &Model) -> Vec<NoticeRow> {
    let mut states = Vec::new();
    for entry in &model.entries {
        let Detail::Notice(notice) = &entry.detail else { continue };
        let Notice::PublicNotice(notice) = &**notice else { continue };
        states.push(NoticeRow {
            title: entry.title.clone(),
            posted_on: notice.posted_on,
            last_day: notice.days.last().copied(),
            state: notice.state,
        });
    }
    states
}

fn review(entry: &Entry, as_of: Date) -> Option<ReviewState> {
    let is_signed = |step: &str| entry.review.iter().any(|one| one.step == step);
    let missing: Vec<&'static str> = ["first", "second", "final"].into_iter().filter(|step| !is_signed(step)).collect();
    let overdue = entry.review_by.filter(|day| *day < as_of);
    let is_whole = missing.is_empty() && overdue.is_none();
    (!is_whole).then(|| ReviewState { title: entry.title.clone(), file: entry.file, missing, overdue })
}

fn stale(published: &Published<'_>) -> Vec<Stale> {
    let late = published.freshness().iter().filter(|one| one.n_overdue > 0 || one.last.is_none());
    late.map(|one| Stale { title: one.title.clone(), last: one.last, n_overdue: one.n_overdue }).collect()
}
