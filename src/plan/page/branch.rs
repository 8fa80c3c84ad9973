//! The page of a branch: the register's facts, what its own text adds, and its newest work.

use crate::model::{BranchPage, EntryIdx, Kind};
use crate::plan::card::cards;
use crate::plan::requests::ChartPlace;
use crate::plan::{BranchView, BrandView, Content, DetailView, EntryView, Group, Page, PageView, Plan, paths};

use super::{date_view, frame};

/// How many cards of one kind are shown; all of them are one click away.
const N_CARDS: usize = 6;

/// The page of a branch of the register that has no text.
pub(super) fn view_without_text(plan: &Plan<'_>, page: &Page, idx: usize) -> PageView {
    let root = paths::root_of(page.path.as_str());
    let branch = &plan.register.branches[idx];
    let content = EntryView {
        kind: Kind::Branch.folder(),
        badge: None,
        badge_href: None,
        date: None,
        summary: String::new(),
        cover: None,
        marks: Vec::new(),
        toc: Vec::new(),
        branches: Vec::new(),
        tags: Vec::new(),
        modules: Vec::new(),
        month: None,
        attachments: Vec::new(),
        review: Vec::new(),
        owner: None,
        previous: None,
        next: None,
        related: Vec::new(),
        until: None,
        summary_until: None,
        text_until: None,
        files_until: None,
        detail: DetailView::Branch(Box::new(branch_view(plan, &root, &branch.id, None))),
    };
    let content = Content::Entry(Box::new(content));
    let mut view = frame(plan, &page.path, "branch.html", Kind::Branch.folder(), branch.name.clone(), content);
    view.crumbs.push(plan.section_link(&root, Kind::Branch.folder()));
    view
}

/// What a branch's page adds.
pub(super) fn branch_view(plan: &Plan<'_>, root: &str, id: &str, page: Option<&BranchPage>) -> BranchView {
    let branch = plan.register.branch(id);
    BranchView {
        type_label: branch.and_then(|branch| branch.type_label.clone()),
        founded_on: branch.and_then(|branch| branch.founded_on).map(date_view),
        term_end: branch.and_then(|branch| branch.term_end).map(date_view),
        parent: branch.and_then(|branch| branch.parent.as_ref()).map(|parent| plan.branch_link(root, parent)),
        secretary: page.and_then(|page| page.secretary.clone()),
        brand: page.and_then(|page| page.brand.as_ref()).map(|brand| BrandView {
            name: brand.name.clone(),
            slogan: brand.slogan.clone(),
            goals: brand.goals.clone(),
            years: brand.years.clone(),
        }),
        groups: groups(plan, root, id),
        charts: plan.charts_on(ChartPlace::Branch(id), root),
        figures: super::keys::of_branch(plan, root, id),
        honours: super::honours::of_branch(plan, root, id),
        duties: super::compliance::on_branch_page(plan, root, id),
    }
}

fn groups(plan: &Plan<'_>, root: &str, id: &str) -> Vec<Group> {
    let Some(entries) = plan.index.branches.get(id) else { return Vec::new() };
    let href = plan.register.branch(id).map(|branch| format!("{root}{}/all/index.html", branch.folder)).unwrap_or_default();
    by_kind(plan, root, entries, N_CARDS, &href)
}

/// Entries as groups by kind, each with its first cards.
pub(super) fn by_kind(plan: &Plan<'_>, root: &str, entries: &[EntryIdx], n_cards: usize, href: &str) -> Vec<Group> {
    let mut groups = Vec::new();
    for kind in Kind::ALL {
        let of_kind: Vec<EntryIdx> = entries.iter().copied().filter(|idx| plan.model.entry(*idx).kind == kind).collect();
        if !of_kind.is_empty() {
            groups.push(Group {
                title: plan.theme.word(&format!("section.{}", kind.folder())).to_owned(),
                href: if href.is_empty() { format!("{root}{}/index.html", kind.folder()) } else { href.to_owned() },
                n_total: of_kind.len(),
                cards: cards(plan, root, of_kind.into_iter().take(n_cards)),
            });
        }
    }
    groups
}
