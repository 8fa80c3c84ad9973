//! A page with all terms of a kind: branches, topics, audiences, tags, modules.

use crate::plan::{Content, Page, PageView, Plan, TermView, TermsView, paths};

use super::entry::module_path;
use super::frame;

/// The page of all terms of a kind.
pub(super) fn view(plan: &Plan<'_>, page: &Page, kind: &'static str) -> PageView {
    let root = paths::root_of(page.path.as_str());
    let terms = match kind {
        "branches" => branches(plan, &root),
        "modules" => modules(plan, &root),
        _ => by_index(plan, &root, kind),
    };
    let elsewhere = if terms.is_empty() { plan.elsewhere(&root, kind) } else { Vec::new() };
    let title = plan.theme.word(&format!("section.{kind}")).to_owned();
    frame(plan, &page.path, "terms.html", kind, title, Content::Terms(TermsView { kind, terms, elsewhere }))
}

fn by_index(plan: &Plan<'_>, root: &str, kind: &str) -> Vec<TermView> {
    let term = |term: &crate::plan::index::Term| TermView {
        title: term.title.clone(),
        href: format!("{root}{kind}/{}/index.html", term.slug),
        n: term.entries.len(),
        summary: String::new(),
        badge: String::new(),
    };
    match kind {
        "topics" => plan.index.topics.iter().map(|(_, known)| term(known)).collect(),
        "audiences" => plan.index.audiences.iter().map(|(_, known)| term(known)).collect(),
        _ => {
            let mut terms: Vec<TermView> = plan.index.tags.values().map(term).collect();
            terms.sort_by(|a, b| b.n.cmp(&a.n).then_with(|| a.href.cmp(&b.href)));
            terms
        }
    }
}

fn branches(plan: &Plan<'_>, root: &str) -> Vec<TermView> {
    let n_of = |id: &std::sync::Arc<str>| plan.index.branches.get(id).map_or(0, Vec::len);
    let summary = |entry: Option<crate::model::EntryIdx>| entry.map(|idx| plan.summary(idx)).unwrap_or_default();
    plan.register
        .branches
        .iter()
        .map(|branch| TermView {
            title: branch.name.clone(),
            href: format!("{root}{}", branch.path()),
            n: n_of(&branch.id),
            summary: summary(branch.entry),
            badge: branch.type_label.clone().unwrap_or_default(),
        })
        .collect()
}

fn modules(plan: &Plan<'_>, root: &str) -> Vec<TermView> {
    plan.model
        .site
        .modules
        .iter()
        .zip(&plan.index.modules)
        .map(|(module, entries)| TermView {
            title: module.title.clone(),
            href: format!("{root}{}", module_path(&module.id)),
            n: entries.len(),
            summary: module.summary.clone(),
            badge: String::new(),
        })
        .collect()
}
