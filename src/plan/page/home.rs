//! The home page: the newest of everything, each a click from its whole.

use crate::model::{EntryIdx, Kind};
use crate::plan::card::{CardSize, card, cards};
use crate::plan::requests::ChartPlace;
use crate::plan::{Content, Group, HomeView, LinkView, MonthTeaser, Page, PageView, Plan, json_ld, month_path, paths};

use super::entry::module_path;
use super::{columns, disclosure, frame, keys, month};

/// What fits one screen of a desk and three of a phone.
const N_KEYS: usize = 6;
const N_ACTIVITIES: usize = 6;
const N_NOTICES: usize = 4;
const N_ROLE_MODELS: usize = 6;
const N_NEWS: usize = 5;
const N_TOPICS: usize = 6;
const N_PER_TOPIC: usize = 3;
const N_IN_TIMELINE: usize = 8;

/// The home page.
pub(super) fn view(plan: &Plan<'_>, page: &Page) -> PageView {
    let root = paths::root_of(page.path.as_str());
    let newest = |kind: Kind, n: usize| cards(plan, &root, plan.model.indices_of(kind).take(n));
    let content = HomeView {
        keys: keys::of_home(plan, &root, N_KEYS),
        charts: plan.charts_on(ChartPlace::Home, &root),
        overview: overview(plan, &root),
        month: month_teaser(plan, &root),
        activities: activities(plan, &root),
        notices: newest(Kind::Notice, N_NOTICES),
        role_models: newest(Kind::RoleModel, N_ROLE_MODELS),
        news: newest(Kind::News, N_NEWS),
        topics: topics(plan, &root),
        columns: columns::views(plan, &root),
        branches: plan.register.branches.iter().map(|branch| plan.link(&root, &branch.name, &branch.path())).collect(),
        channels: disclosure::channels(plan),
        modules: modules(plan, &root),
    };
    let site = &plan.model.site;
    let description = if site.description.is_empty() { site.tagline.clone() } else { site.description.clone() };
    let view = frame(plan, &page.path, "home.html", "home", site.title.clone(), Content::Home(Box::new(content)));
    PageView { description, crumbs: Vec::new(), json_ld: json_ld::of_site(plan), ..view }
}

/// The overview of figures, where there are any.
fn overview(plan: &Plan<'_>, root: &str) -> String {
    if plan.figures.metrics.is_empty() { String::new() } else { format!("{root}overview/index.html") }
}

/// The newest that took place, not those to come.
fn activities(plan: &Plan<'_>, root: &str) -> Vec<crate::plan::Card> {
    let has_happened = |idx: &EntryIdx| plan.model.entry(*idx).date.is_none_or(|date| date <= plan.model.as_of);
    let newest = plan.model.indices_of(Kind::Activity).filter(has_happened).take(N_ACTIVITIES);
    newest.map(|idx| card(plan, root, idx, CardSize::Large)).collect()
}

/// The newest month up to today that has something to show.
fn month_teaser(plan: &Plan<'_>, root: &str) -> Option<MonthTeaser> {
    let month = plan.months().into_iter().rev().find(|month| *month <= plan.model.as_of)?;
    let module = month::module(plan, month);
    let entries = plan.index.months.get(&month).map_or(&[][..], Vec::as_slice);
    let mut timeline = month::activities(plan, entries);
    // The end of a full month says more than its beginning.
    let n_before = timeline.len().saturating_sub(N_IN_TIMELINE);
    timeline.drain(..n_before);
    Some(MonthTeaser {
        year: month.year(),
        month: month.month(),
        title: module.map(|module| module.title.clone()).unwrap_or_default(),
        summary: module.map(|module| module.summary.clone()).unwrap_or_default(),
        focus: module.map(|module| module.focus.clone()).unwrap_or_default(),
        href: format!("{root}{}", month_path(month)),
        timeline: cards(plan, root, timeline),
    })
}

fn topics(plan: &Plan<'_>, root: &str) -> Vec<Group> {
    let group = |term: &crate::plan::index::Term| Group {
        title: term.title.clone(),
        href: format!("{root}topics/{}/index.html", term.slug),
        n_total: term.entries.len(),
        cards: cards(plan, root, term.entries.iter().copied().take(N_PER_TOPIC)),
    };
    plan.index.topics.iter().take(N_TOPICS).map(|(_, term)| group(term)).collect()
}

fn modules(plan: &Plan<'_>, root: &str) -> Vec<LinkView> {
    plan.model.site.modules.iter().map(|module| plan.link(root, &module.title, &module_path(&module.id))).collect()
}
