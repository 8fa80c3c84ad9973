//! The page that searches the site; without scripts it leads to sections, topics and the newest entries.

use crate::model::SECTIONS;
use crate::plan::card::cards;
use crate::plan::feed::newest;
use crate::plan::{Content, LinkView, Page, PageView, Plan, SearchPageView, paths};

use super::frame;

/// How many of the newest entries stand here.
const N_NEWEST: usize = 10;

/// The page of the section `search`.
pub(super) fn view(plan: &Plan<'_>, page: &Page) -> PageView {
    let root = paths::root_of(page.path.as_str());
    let topics = plan.index.topics.iter();
    let content = SearchPageView {
        sections: sections(plan, &root),
        topics: topics.map(|(_, term)| plan.link(&root, &term.title, &format!("topics/{}/index.html", term.slug))).collect(),
        newest: cards(plan, &root, newest(plan).into_iter().take(N_NEWEST).map(|(_, idx)| idx)),
    };
    let title = plan.theme.word("section.search").to_owned();
    frame(plan, &page.path, "search.html", "search", title, Content::Search(content))
}

/// The sections that have a page, but this one.
fn sections(plan: &Plan<'_>, root: &str) -> Vec<LinkView> {
    let is_planned = |section: &&str| {
        let path = format!("{section}/index.html");
        **section != *"search" && plan.pages.iter().any(|page| page.path.as_str() == path)
    };
    SECTIONS.into_iter().filter(is_planned).map(|section| plan.section_link(root, section)).collect()
}
