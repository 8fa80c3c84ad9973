//! The newest entries to the content of feeds, calendar, site map and robots file.

use jiff::civil::{Date, DateTime};

use crate::diag::{Diagnostic, Place};
use crate::model::{Activity, ActivityStatus, Detail, EntryIdx, Kind};

use super::paths::Paths;
use super::{Plan, What};

/// How many addresses one site map may hold, by the protocol.
const N_PER_SITEMAP: usize = 50_000;

/// What a feed, a calendar or a site map says; `render` writes it in its format.
#[derive(Clone, Debug)]
pub enum FeedView {
    /// `feed.xml`.
    Atom(FeedHead, Vec<FeedItem>),
    /// `feed.json`.
    Json(FeedHead, Vec<FeedItem>),
    /// `calendar.ics`: its name and its events.
    Calendar(String, Vec<EventView>),
    /// Full addresses, each with the date of its last change.
    Sitemap(Vec<(String, Option<Date>)>),
    /// Full addresses of site maps.
    SitemapIndex(Vec<String>),
    /// Address of the site map, if there is one.
    Robots(Option<String>),
    /// `opensearch.xml`, by which a browser searches the site from its address bar.
    OpenSearch(OpenSearchView),
}

/// How a browser searches the site.
#[derive(Clone, Debug)]
pub struct OpenSearchView {
    /// The site's title.
    pub name: String,
    /// One line.
    pub description: String,
    /// Full address of the page that searches; the query comes behind it.
    pub url: String,
    /// Full address of the icon.
    pub icon: String,
}

/// What a feed says of itself.
#[derive(Clone, Debug)]
pub struct FeedHead {
    /// The site's title.
    pub title: String,
    /// One line; may be empty.
    pub subtitle: String,
    /// The organisation.
    pub author: String,
    /// `zh-CN`.
    pub language: String,
    /// Address of the home page.
    pub url: String,
    /// When anything in it last changed, as RFC 3339 text.
    pub updated: String,
}

/// One item of a feed.
#[derive(Clone, Debug)]
pub struct FeedItem {
    /// Title.
    pub title: String,
    /// Full address, which is its id.
    pub url: String,
    /// May be empty.
    pub summary: String,
    /// First published, as RFC 3339 text: the day's beginning in the site's time zone.
    pub published: String,
    /// Last changed, likewise.
    pub updated: String,
    /// The kind's classification in the site's words.
    pub category: Option<String>,
}

/// One event of the calendar.
#[derive(Clone, Debug)]
pub struct EventView {
    /// Id, the same in every build.
    pub uid: String,
    /// Title.
    pub title: String,
    /// May be empty.
    pub summary: String,
    /// When it begins and ends.
    pub when: EventTime,
    /// Where.
    pub place: Option<String>,
    /// Full address.
    pub url: Option<String>,
    /// Whether it will not take place.
    pub is_cancelled: bool,
    /// Last changed: a moment in UTC.
    pub updated: DateTime,
}

/// When an event takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventTime {
    /// Whole days, from the first to the last.
    Days(Date, Date),
    /// Moments in UTC; the end where it is known.
    Moments(DateTime, Option<DateTime>),
}

/// Plans feeds, calendar, site map and robots file.
pub(super) fn take_feeds(plan: &mut Plan<'_>, paths: &mut Paths, found: &mut Vec<Diagnostic>) {
    let mut feeds: Vec<(String, FeedView)> = Vec::new();
    let base_url = plan.model.site.base_url.clone();
    if let Some(base_url) = &base_url {
        let items = items(plan);
        let head = head(plan, base_url, &items);
        feeds.push(("feed.xml".to_owned(), FeedView::Atom(head.clone(), items.clone())));
        feeds.push(("feed.json".to_owned(), FeedView::Json(head, items)));
        feeds.extend(sitemaps(plan, base_url));
        if plan.model.site.search.is_enabled {
            feeds.push(("opensearch.xml".to_owned(), FeedView::OpenSearch(open_search(plan, base_url))));
        }
    }
    feeds.push(("calendar.ics".to_owned(), FeedView::Calendar(plan.model.site.title.clone(), events(plan))));
    feeds.push(("robots.txt".to_owned(), FeedView::Robots(base_url.map(|base_url| format!("{base_url}sitemap.xml")))));
    for (path, feed) in feeds {
        if let Some(path) = paths.take(&path, Place::Project, found) {
            plan.feeds.push((path, feed));
        }
    }
}

fn open_search(plan: &Plan<'_>, base_url: &str) -> OpenSearchView {
    let site = &plan.model.site;
    OpenSearchView {
        name: site.title.clone(),
        description: plan.theme.fill("search.browser", &[("title", &site.title)]),
        url: format!("{base_url}search/index.html?q="),
        icon: format!("{base_url}{}", plan.site.icon),
    }
}

/// A feed is as new as its newest item; an empty one is as old as the build's "today".
fn head(plan: &Plan<'_>, base_url: &str, items: &[FeedItem]) -> FeedHead {
    let site = &plan.model.site;
    let newest = items.iter().map(|item| &item.updated).max().cloned();
    FeedHead {
        title: site.title.clone(),
        subtitle: site.tagline.clone(),
        author: site.org.clone(),
        language: site.language.clone(),
        url: base_url.to_owned(),
        updated: newest.unwrap_or_else(|| day_start(plan, plan.model.as_of)),
    }
}

/// The beginning of a day in the site's time zone, as RFC 3339 text.
fn day_start(plan: &Plan<'_>, date: Date) -> String {
    let start = date.at(0, 0, 0, 0);
    match start.to_zoned(plan.model.site.zone()) {
        Ok(zoned) => zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        Err(_) => start.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
    }
}

/// A local moment of the site in UTC.
fn in_utc(plan: &Plan<'_>, moment: DateTime) -> DateTime {
    let zoned = moment.to_zoned(plan.model.site.zone());
    zoned.map_or(moment, |zoned| zoned.with_time_zone(jiff::tz::TimeZone::UTC).datetime())
}

/// The newest texts of the kinds that people subscribe to.
fn items(plan: &Plan<'_>) -> Vec<FeedItem> {
    let newest = newest(plan).into_iter().take(plan.model.site.n_in_feeds);
    newest.filter_map(|(date, idx)| item(plan, idx, date)).collect()
}

/// Texts of the kinds that people subscribe to, newest first.
pub(super) fn newest(plan: &Plan<'_>) -> Vec<(Date, EntryIdx)> {
    let is_told = |kind: Kind| matches!(kind, Kind::Activity | Kind::News | Kind::Notice | Kind::Column | Kind::RoleModel);
    let mut newest: Vec<(Date, EntryIdx)> = Vec::new();
    for (idx, entry) in plan.model.entries.iter().enumerate() {
        if let Some(date) = entry.date
            && is_told(entry.kind)
            && date <= plan.model.as_of
        {
            newest.push((date, EntryIdx(idx as u32)));
        }
    }
    newest.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    newest
}

fn item(plan: &Plan<'_>, idx: EntryIdx, date: Date) -> Option<FeedItem> {
    let entry = plan.model.entry(idx);
    Some(FeedItem {
        title: entry.title.clone(),
        url: plan.full_address(plan.entry_paths[idx.0 as usize].as_ref()?)?,
        summary: plan.summary(idx),
        published: day_start(plan, date),
        updated: day_start(plan, entry.updated.unwrap_or(date)),
        category: super::card::badge(plan, entry),
    })
}

fn events(plan: &Plan<'_>) -> Vec<EventView> {
    let mut events = Vec::new();
    for idx in plan.model.indices_of(Kind::Activity) {
        if let Detail::Activity(activity) = &plan.model.entry(idx).detail {
            events.push(event(plan, idx, activity));
        }
    }
    events
}

fn event(plan: &Plan<'_>, idx: EntryIdx, activity: &Activity) -> EventView {
    let entry = plan.model.entry(idx);
    EventView {
        uid: format!("{}@yuandi", entry.address),
        title: entry.title.clone(),
        summary: plan.summary(idx),
        when: if activity.has_time {
            EventTime::Moments(in_utc(plan, activity.start), activity.end.map(|end| in_utc(plan, end)))
        } else {
            EventTime::Days(activity.start.date(), activity.end.unwrap_or(activity.start).date())
        },
        place: activity.place.clone(),
        url: plan.entry_paths[idx.0 as usize].as_ref().and_then(|path| plan.full_address(path)),
        is_cancelled: activity.status == ActivityStatus::Cancelled,
        updated: in_utc(plan, entry.updated.unwrap_or(activity.start.date()).at(0, 0, 0, 0)),
    }
}

fn sitemaps(plan: &Plan<'_>, base_url: &str) -> Vec<(String, FeedView)> {
    let mut urls: Vec<(String, Option<Date>)> = Vec::with_capacity(plan.pages.len());
    for page in &plan.pages {
        let updated = match page.what {
            What::Redirect(_) | What::NotFound | What::Search => continue,
            What::Entry(idx) => {
                let entry = plan.model.entry(idx);
                entry.updated.or(entry.date)
            }
            _ => None,
        };
        urls.extend(plan.full_address(&page.path).map(|url| (url, updated)));
    }
    if urls.len() <= N_PER_SITEMAP {
        return vec![("sitemap.xml".to_owned(), FeedView::Sitemap(urls))];
    }
    let parts: Vec<(String, FeedView)> = urls
        .chunks(N_PER_SITEMAP)
        .enumerate()
        .map(|(idx, part)| (format!("sitemap-{}.xml", idx + 1), FeedView::Sitemap(part.to_vec())))
        .collect();
    let index = FeedView::SitemapIndex(parts.iter().map(|(path, _)| format!("{base_url}{path}")).collect());
    [("sitemap.xml".to_owned(), index)].into_iter().chain(parts).collect()
}
