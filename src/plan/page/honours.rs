//! Honours by level, from the table `honours`.

use crate::plan::register::Honour;
use crate::plan::{Content, HonourLevel, HonourView, HonoursView, Page, PageView, Plan, paths};

use super::{date_view, frame};

/// The page of all honours, the highest level first.
pub(super) fn view(plan: &Plan<'_>, page: &Page) -> PageView {
    let root = paths::root_of(page.path.as_str());
    let levels = by_level(plan, &root);
    let elsewhere = if levels.is_empty() { plan.elsewhere(&root, "honours") } else { Vec::new() };
    let content = HonoursView { levels, n_total: plan.register.honours.len(), elsewhere };
    let title = plan.theme.word("section.honours").to_owned();
    frame(plan, &page.path, "honours.html", "honours", title, Content::Honours(content))
}

/// All honours by level, the highest first, and newest first within a level.
pub(in crate::plan) fn by_level(plan: &Plan<'_>, root: &str) -> Vec<HonourLevel> {
    let vocabulary = &plan.model.vocabulary;
    let mut levels = Vec::new();
    for level in vocabulary.ids("honour_level") {
        let of_level = plan.register.honours.iter().filter(|honour| honour.level == level);
        let honours: Vec<HonourView> = of_level.map(|honour| shown(plan, root, honour)).collect();
        if !honours.is_empty() {
            levels.push(HonourLevel { title: vocabulary.label("honour_level", level).unwrap_or(level).to_owned(), honours });
        }
    }
    levels
}

/// An honour by its id.
pub(in crate::plan) fn honour_view(plan: &Plan<'_>, root: &str, id: &str) -> Option<HonourView> {
    plan.register.honours.iter().find(|honour| honour.id == id).map(|honour| shown(plan, root, honour))
}

/// The honours that a branch holds.
pub(in crate::plan) fn of_branch(plan: &Plan<'_>, root: &str, branch: &str) -> Vec<HonourView> {
    let is_held = |honour: &&Honour| honour.holder_kind == "branch" && honour.holder == branch;
    plan.register.honours.iter().filter(is_held).map(|honour| shown(plan, root, honour)).collect()
}

fn shown(plan: &Plan<'_>, root: &str, honour: &Honour) -> HonourView {
    let holder = match honour.holder_kind.as_str() {
        "branch" => plan.register.name_of(&honour.holder),
        // Persons are named only with their consent, which the privacy policy decides.
        "person" => String::new(),
        _ => honour.holder.clone(),
    };
    let level = plan.model.vocabulary.label("honour_level", &honour.level).unwrap_or(&honour.level).to_owned();
    HonourView {
        id: honour.anchor.clone(),
        title: honour.title.clone(),
        level,
        holder,
        date: honour.date.map(date_view),
        issuer: honour.issuer.clone(),
        document: honour.document.clone(),
        href: format!("{root}honours/index.html#{}", honour.anchor),
    }
}
