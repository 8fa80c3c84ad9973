//! Months: all of them, those of a year, and one month with what happened in it.

use jiff::civil::Date;

use crate::model::{EntryIdx, Kind, MonthModule};
use crate::plan::card::cards;
use crate::plan::requests::ChartPlace;
use crate::plan::{Content, MonthItem, MonthView, MonthsView, Page, PageView, Plan, YearView, month_path, paths};

use super::branch::by_kind;
use super::{frame, keys};

/// How many cards of one kind a month shows beside its activities.
const N_CARDS: usize = 24;

/// The page of all months.
pub(super) fn all(plan: &Plan<'_>, page: &Page) -> PageView {
    let root = paths::root_of(page.path.as_str());
    let mut years: Vec<i16> = plan.months().iter().map(|month| month.year()).collect();
    years.dedup();
    let years: Vec<YearView> = years.into_iter().rev().map(|year| year_view(plan, &root, year)).collect();
    let elsewhere = if years.is_empty() { plan.elsewhere(&root, "months") } else { Vec::new() };
    let title = plan.theme.word("section.months").to_owned();
    frame(plan, &page.path, "months.html", "months", title, Content::Months(MonthsView { years, elsewhere }))
}

/// The page of a year's months.
pub(super) fn year(plan: &Plan<'_>, page: &Page, year: i16) -> PageView {
    let root = paths::root_of(page.path.as_str());
    let title = plan.theme.word("plan.year").replace("{year}", &year.to_string());
    let content = Content::Months(MonthsView { years: vec![year_view(plan, &root, year)], elsewhere: Vec::new() });
    let mut view = frame(plan, &page.path, "months.html", "months", title, content);
    view.crumbs.push(plan.section_link(&root, "months"));
    view
}

fn year_view(plan: &Plan<'_>, root: &str, year: i16) -> YearView {
    let months = plan.months().into_iter().rev().filter(|month| month.year() == year);
    YearView {
        year,
        href: format!("{root}months/{year}/index.html"),
        months: months.map(|month| item(plan, root, month)).collect(),
    }
}

fn item(plan: &Plan<'_>, root: &str, month: Date) -> MonthItem {
    let entries = entries(plan, month);
    MonthItem {
        year: month.year(),
        month: month.month(),
        title: module(plan, month).map(|module| module.title.clone()).unwrap_or_default(),
        href: format!("{root}{}", month_path(month)),
        n_activities: activities(plan, entries).len(),
        n: entries.len(),
    }
}

/// The page of one month.
pub(super) fn view(plan: &Plan<'_>, page: &Page, month: Date) -> PageView {
    let root = paths::root_of(page.path.as_str());
    let entries = entries(plan, month);
    let module = module(plan, month);
    let others: Vec<EntryIdx> = entries.iter().copied().filter(|idx| plan.model.entry(*idx).kind != Kind::Activity).collect();
    let months = plan.months();
    let here = months.binary_search(&month).unwrap_or_default();
    let content = MonthView {
        year: month.year(),
        month: month.month(),
        title: module.map(|module| module.title.clone()).unwrap_or_default(),
        summary: module.map(|module| module.summary.clone()).unwrap_or_default(),
        focus: module.map(|module| module.focus.clone()).unwrap_or_default(),
        timeline: cards(plan, &root, activities(plan, entries)),
        groups: by_kind(plan, &root, &others, N_CARDS, ""),
        keys: keys::of_month(plan, &root, month),
        charts: plan.charts_on(ChartPlace::Month(&month.strftime("%Y-%m").to_string()), &root),
        previous: here.checked_sub(1).map(|before| plan.month_link(&root, months[before])),
        next: months.get(here + 1).map(|behind| plan.month_link(&root, *behind)),
        elsewhere: if entries.is_empty() { plan.elsewhere(&root, "months") } else { Vec::new() },
    };
    let title = title_of(plan, month, module);
    let description = content.summary.clone();
    let mut view = frame(plan, &page.path, "month.html", "months", title, Content::Month(Box::new(content)));
    let year = plan.theme.word("plan.year").replace("{year}", &month.year().to_string());
    view.crumbs.push(plan.section_link(&root, "months"));
    view.crumbs.push(plan.link(&root, &year, &format!("months/{}/index.html", month.year())));
    PageView { description, ..view }
}

/// The title of a month's page.
pub(in crate::plan) fn title_of(plan: &Plan<'_>, month: Date, module: Option<&MonthModule>) -> String {
    match module {
        Some(module) => format!("{} {}", plan.month_title(month), module.title),
        None => plan.month_title(month),
    }
}

fn entries<'a>(plan: &'a Plan<'_>, month: Date) -> &'a [EntryIdx] {
    plan.index.months.get(&month).map_or(&[], Vec::as_slice)
}

/// The activities among the entries of a month, in order of time.
pub(super) fn activities(plan: &Plan<'_>, entries: &[EntryIdx]) -> Vec<EntryIdx> {
    let mut activities: Vec<EntryIdx> =
        entries.iter().copied().filter(|idx| plan.model.entry(*idx).kind == Kind::Activity).collect();
    activities.reverse();
    activities
}

/// What the site says about a month.
pub(in crate::plan) fn module<'a>(plan: &'a Plan<'_>, month: Date) -> Option<&'a MonthModule> {
    plan.model.site.months.iter().find(|module| module.month == month)
}
