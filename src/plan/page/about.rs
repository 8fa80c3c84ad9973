//! The page about the site: its own text, if there is one, and what the site holds.

use crate::model::{EntryIdx, Kind};
use crate::plan::{AboutView, Content, Page, PageView, Plan, SectionCount, json_ld, paths};

use super::{date_view, frame, toc};

/// The page about the site.
pub(super) fn view(plan: &Plan<'_>, page: &Page) -> PageView {
    let root = paths::root_of(page.path.as_str());
    let text = plan.model.entries_of(Kind::Page).iter().find(|entry| &*entry.id == "about");
    let pages: Vec<EntryIdx> = plan.model.indices_of(Kind::Page).filter(|idx| &*plan.model.entry(*idx).id != "about").collect();
    let privacy = plan.link(&root, plan.theme.word("privacy.title"), "about/privacy/index.html");
    let content = AboutView {
        toc: text.map(|entry| toc(plan, entry)).unwrap_or_default(),
        pages: pages.into_iter().map(|idx| plan.entry_link(&root, idx)).chain([privacy]).collect(),
        version: env!("CARGO_PKG_VERSION"),
        sections: Kind::ALL.into_iter().map(|kind| section(plan, &root, kind)).filter(|section| section.n > 0).collect(),
    };
    let title = text.map_or(plan.theme.word("section.about"), |entry| &entry.title).to_owned();
    let view = frame(plan, &page.path, "about.html", "about", title, Content::About(content));
    PageView {
        description: text.map(|entry| plan.filled(entry, &entry.summary)).unwrap_or_default(),
        updated: text.and_then(|entry| entry.updated.or(entry.date)).map(date_view),
        prose: text.map(|entry| plan.prose(&root, entry)),
        json_ld: json_ld::of_site(plan),
        ..view
    }
}

fn section(plan: &Plan<'_>, root: &str, kind: Kind) -> SectionCount {
    let entries = plan.model.entries_of(kind);
    SectionCount {
        word: kind.folder(),
        href: format!("{root}{}/index.html", kind.folder()),
        n: entries.len(),
        newest: entries.iter().filter_map(|entry| entry.date).max().map(date_view),
    }
}
