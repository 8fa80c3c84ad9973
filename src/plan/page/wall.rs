//! The role-model wall and the pages of modules: entries in groups.

use crate::model::{Detail, EntryIdx, Kind};
use crate::plan::card::cards;
use crate::plan::{Content, Group, ModuleView, Page, PageView, Plan, WallView, paths};

use super::branch::by_kind;
use super::frame;

/// How many cards of one kind a module shows.
const N_CARDS: usize = 48;

/// The role-model wall: by kind, in the order of the vocabulary; never a ranking.
pub(super) fn view(plan: &Plan<'_>, page: &Page) -> PageView {
    let root = paths::root_of(page.path.as_str());
    let vocabulary = &plan.model.vocabulary;
    let mut groups = Vec::new();
    for kind in vocabulary.ids("role_model_kind") {
        let of_kind: Vec<EntryIdx> = plan
            .model
            .indices_of(Kind::RoleModel)
            .filter(|idx| matches!(&plan.model.entry(*idx).detail, Detail::RoleModel(role_model) if role_model.kind == kind))
            .collect();
        if !of_kind.is_empty() {
            groups.push(Group {
                title: vocabulary.label("role_model_kind", kind).unwrap_or(kind).to_owned(),
                href: String::new(),
                n_total: of_kind.len(),
                cards: cards(plan, &root, of_kind),
            });
        }
    }
    let elsewhere = if groups.is_empty() { plan.elsewhere(&root, "role-models") } else { Vec::new() };
    let title = plan.theme.word("section.role-models").to_owned();
    frame(plan, &page.path, "wall.html", "role-models", title, Content::Wall(WallView { groups, elsewhere }))
}

/// The page of a module of the site.
pub(super) fn module(plan: &Plan<'_>, page: &Page, idx: usize) -> PageView {
    let root = paths::root_of(page.path.as_str());
    let module = &plan.model.site.modules[idx];
    let groups = by_kind(plan, &root, &plan.index.modules[idx], N_CARDS, "");
    let elsewhere = if groups.is_empty() { plan.elsewhere(&root, "modules") } else { Vec::new() };
    let content = Content::Module(ModuleView { summary: module.summary.clone(), groups, elsewhere });
    let mut view = frame(plan, &page.path, "module.html", "modules", module.title.clone(), content);
    view.crumbs.push(plan.section_link(&root, "modules"));
    PageView { description: module.summary.clone(), ..view }
}
