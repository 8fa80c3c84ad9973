//! The page that says what of persons is published and why, as the settings have it.

use crate::model::table::Sensitivity;
use crate::model::{Kind, Table};
use crate::plan::{ContactView, Content, NamingLine, Page, PageView, Plan, PrivacyTable, PrivacyView, ShownAnyway, paths};

use super::{date_view, disclosure, frame};

/// The page about privacy.
pub(super) fn view(plan: &Plan<'_>, page: &Page) -> PageView {
    let root = paths::root_of(page.path.as_str());
    let ceilings = plan.figures.ceilings();
    let places = [("boards", ceilings.boards), ("holder_pages", ceilings.holder_pages), ("role_models", ceilings.role_models)];
    let mut asking = vec![plan.section_link(&root, "disclosure")];
    if !plan.model.entries_of(Kind::Faq).is_empty() {
        asking.push(plan.section_link(&root, "faq"));
    }
    let content = PrivacyView {
        k: ceilings.k,
        naming: places.into_iter().map(|(place, level)| NamingLine { place, level: level.name() }).collect(),
        tables: plan.model.tables.iter().filter(|table| !table.is_empty()).filter_map(table_view).collect(),
        shown_anyway: shown_anyway(plan),
        contacts: contacts(plan),
        channels: disclosure::channels(plan),
        asking,
    };
    let title = plan.theme.word("privacy.title").to_owned();
    let mut view = frame(plan, &page.path, "privacy.html", "about", title, Content::Privacy(Box::new(content)));
    view.crumbs.push(plan.section_link(&root, "about"));
    PageView { description: plan.theme.word("privacy.lead").to_owned(), ..view }
}

/// How much of a table is public; `None` for the registers that say so of others and are never published.
fn table_view(table: &Table) -> Option<PrivacyTable> {
    let schema = table.schema();
    let is_public = |column: &crate::model::table::ColumnSchema| column.sensitivity == Sensitivity::Public;
    let openness = match () {
        () if schema.is_about_persons() => "persons",
        () if schema.columns.iter().all(is_public) => "whole",
        () if schema.columns.iter().any(is_public) => "partly",
        () => "inside",
    };
    Some(PrivacyTable { label: schema.label.clone(), openness })
}

/// Metrics over persons that are shown however few they are, each with its reason.
fn shown_anyway(plan: &Plan<'_>) -> Vec<ShownAnyway> {
    let mut shown = Vec::new();
    for metric in &plan.figures.metrics {
        let spec = metric.spec();
        if let Some(reason) = spec.public_reason.as_ref().filter(|_| spec.is_about_persons) {
            shown.push(ShownAnyway { title: spec.title.clone(), reason: reason.clone() });
        }
    }
    shown
}

fn contacts(plan: &Plan<'_>) -> Vec<ContactView> {
    let contacts = plan.figures.ceilings().contacts.iter();
    let view = |contact: &crate::model::Contact| ContactView {
        value: contact.value.clone(),
        note: contact.note.clone().unwrap_or_default(),
        by: contact.by.clone(),
        on: date_view(contact.on),
    };
    contacts.map(view).collect()
}
