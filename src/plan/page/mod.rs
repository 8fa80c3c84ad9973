//! One planned page to its view; one file per kind of page.

mod about;
mod board;
mod branch;
mod columns;
pub(super) mod corrections;
mod compliance;
mod disclosure;
pub(super) mod entry;
mod faqs;
mod freshness;
mod holder;
mod home;
pub(super) mod honours;
pub(super) mod indicator;
mod keys;
mod list;
mod metric;
pub(super) mod month;
mod open;
mod overview;
mod privacy;
mod search;
mod terms;
mod wall;

use jiff::civil::{Date, DateTime};

use crate::model::{Entry, EntryIdx, Kind};

use super::listing::section_crumb;
use super::{Content, DateView, LinkView, OutPath, Page, PageView, Plan, What, paths};

pub(super) use self::board::table as board_table;
pub(super) use self::compliance::{state_name, take as take_compliance};

/// The view of a page.
pub(super) fn view(plan: &Plan<'_>, page: &Page) -> PageView {
    match &page.what {
        What::Home => home::view(plan, page),
        What::Entry(idx) => entry::view(plan, page, *idx),
        What::Branch(idx) => branch::view_without_text(plan, page, *idx),
        What::Listing(idx, number) => list::view(plan, page, *idx, *number),
        What::Terms(kind) => terms::view(plan, page, kind),
        What::Months => month::all(plan, page),
        What::Year(year) => month::year(plan, page, *year),
        What::Month(month) => month::view(plan, page, *month),
        What::Module(idx) => wall::module(plan, page, *idx),
        What::Wall => wall::view(plan, page),
        What::Faqs(number) => faqs::view(plan, page, *number),
        What::Columns => columns::all(plan, page),
        What::Honours => honours::view(plan, page),
        What::Disclosure => disclosure::view(plan, page),
        What::Compliance => compliance::view(plan, page),
        What::ComplianceOf(idx) => compliance::of_branch(plan, page, *idx),
        What::Freshness => freshness::view(plan, page),
        What::Boards => board::all(plan, page),
        What::Board(idx, period) => board::view(plan, page, *idx, *period),
        What::Holder(idx, code) => holder::view(plan, page, *idx, code),
        What::Open => open::view(plan, page),
        What::About => about::view(plan, page),
        What::Privacy => privacy::view(plan, page),
        What::Overview => overview::view(plan, page),
        What::Metrics => metric::all(plan, page),
        What::Corrections => corrections::view(plan, page),
        What::Indicator(position, number) => indicator::view(plan, page, *position, *number),
        What::Metric(position, sheet) => metric::view(plan, page, *position, *sheet),
        What::Search => search::view(plan, page),
        What::Redirect(idx) => redirect(plan, page, *idx),
        What::NotFound => not_found(plan, page),
    }
}

/// A view with what all kinds of pages fill in the same way.
fn frame(
    plan: &Plan<'_>,
    path: &OutPath,
    template: &'static str,
    section: &'static str,
    title: String,
    content: Content,
) -> PageView {
    let root = paths::root_of(path.as_str());
    PageView {
        template,
        path: path.clone(),
        title,
        description: String::new(),
        section,
        canonical: plan.full_address(path),
        share_image: None,
        crumbs: vec![plan.link(&root, plan.theme.word("plan.home"), "index.html")],
        json_ld: None,
        updated: None,
        prose: None,
        root,
        content,
    }
}

fn redirect(plan: &Plan<'_>, page: &Page, idx: EntryIdx) -> PageView {
    let entry = plan.model.entry(idx);
    let root = paths::root_of(page.path.as_str());
    let href = plan.entry_href(&root, idx);
    let view = frame(plan, &page.path, "redirect.html", entry.kind.folder(), entry.title.clone(), Content::Redirect { href });
    // A search engine is to remember the new address, not this one.
    PageView { canonical: plan.entry_paths[idx.0 as usize].as_ref().and_then(|path| plan.full_address(path)), ..view }
}

/// The page for addresses that do not exist. A host shows it at any depth, so its links are full addresses.
fn not_found(plan: &Plan<'_>, page: &Page) -> PageView {
    let root = plan.model.site.base_url.clone().unwrap_or_default();
    let title = plan.theme.word("plan.not_found").to_owned();
    let content = Content::NotFound { sections: plan.elsewhere(&root, "") };
    PageView { root, canonical: None, crumbs: Vec::new(), ..frame(plan, &page.path, "404.html", "", title, content) }
}

impl Plan<'_> {
    /// The address of an entry on a page with this root. An entry without a page (whose address was taken) leads home.
    pub(super) fn entry_href(&self, root: &str, idx: EntryIdx) -> String {
        match &self.entry_paths[idx.0 as usize] {
            Some(path) => format!("{root}{}", path.as_str()),
            None => format!("{root}index.html"),
        }
    }

    /// The full address of a page. It names its file, because not every host shows an index for a folder; only the home page
    /// is the address of the site itself.
    pub(super) fn full_address(&self, path: &OutPath) -> Option<String> {
        let base = self.model.site.base_url.as_deref()?;
        let path = if path.as_str() == "index.html" { "" } else { path.as_str() };
        Some(format!("{base}{path}"))
    }

    /// A link to a path from the root.
    pub(super) fn link(&self, root: &str, title: &str, path: &str) -> LinkView {
        LinkView { title: title.to_owned(), href: format!("{root}{path}"), is_external: false }
    }

    fn entry_link(&self, root: &str, idx: EntryIdx) -> LinkView {
        LinkView { title: self.model.entry(idx).title.clone(), href: self.entry_href(root, idx), is_external: false }
    }

    fn branch_link(&self, root: &str, id: &str) -> LinkView {
        match self.register.branch(id) {
            Some(branch) => self.link(root, &branch.name, &branch.path()),
            None => self.link(root, id, "branches/index.html"),
        }
    }

    fn section_link(&self, root: &str, section: &str) -> LinkView {
        let (title, path) = section_crumb(self.theme, section);
        self.link(root, &title, &path)
    }

    /// Sections with entries, for pages that have nothing to show; never the section itself.
    fn elsewhere(&self, root: &str, section: &str) -> Vec<LinkView> {
        let mut links: Vec<LinkView> = Kind::ALL
            .into_iter()
            .filter(|kind| kind.folder() != section && *kind != Kind::Page && !self.model.entries_of(*kind).is_empty())
            .map(|kind| self.section_link(root, kind.folder()))
            .collect();
        links.truncate(6);
        if links.is_empty() {
            links.push(self.link(root, self.theme.word("plan.home"), "index.html"));
            links.push(self.section_link(root, "about"));
        }
        links
    }

    fn month_link(&self, root: &str, month: Date) -> LinkView {
        self.link(root, &self.month_title(month), &super::month_path(month))
    }

    /// `2026年3月`.
    fn month_title(&self, month: Date) -> String {
        let pattern = self.theme.word("plan.month");
        pattern.replace("{year}", &month.year().to_string()).replace("{month}", &month.month().to_string())
    }
}

/// A day in parts.
pub(super) fn date_view(date: Date) -> DateView {
    DateView { iso: date.to_string(), year: date.year(), month: date.month(), day: date.day(), time: None }
}

/// A moment in parts.
fn moment_view(moment: DateTime) -> DateView {
    let time = format!("{:02}:{:02}", moment.hour(), moment.minute());
    let date = date_view(moment.date());
    DateView { iso: format!("{}T{time}", date.iso), time: Some(time), ..date }
}

/// The headings of a text as a table of contents; none where a reader sees them all at once.
fn toc(plan: &Plan<'_>, entry: &Entry) -> Vec<super::TocItem> {
    let headings = &entry.prose.body.headings;
    if headings.len() < 3 {
        return Vec::new();
    }
    let top = headings.iter().map(|heading| heading.level).min().unwrap_or(1);
    headings
        .iter()
        .filter(|heading| heading.level <= top + 1)
        .map(|heading| super::TocItem {
            depth: heading.level - top + 1,
            title: plan.filled(entry, &heading.text),
            id: heading.id.clone(),
        })
        .collect()
}
