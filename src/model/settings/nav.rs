//! `[[nav]]` to the areas of the navigation; without it, the five areas that the field knows.

use crate::diag::{codes, nearest};
use crate::model::form::{Form, Written};
use crate::model::site::{NavArea, NavItem, SECTIONS, Site};
use crate::model::web::{check_external, has_web_scheme};
use crate::read::{Node, Value};
use crate::source::{FileKind, Sources};

/// The areas with the places of the texts in them, which may yet turn out not to be published.
pub(super) struct Areas<'a> {
    pub(super) areas: Vec<NavArea>,
    pub(super) notes: Vec<(usize, usize, Written<'a>)>,
}

/// The areas of a site that declares them.
pub(super) fn areas<'a>(form: &mut Form<'a>, sources: &Sources, site: &Site) -> Option<Areas<'a>> {
    if !form.has("nav") {
        return None;
    }
    let mut all = Areas { areas: Vec::new(), notes: Vec::new() };
    for mut table in form.tables("nav") {
        let title = table.required_text("title");
        let mut items = Vec::new();
        for node in written_items(&mut table) {
            let Some(item) = item(&mut table, node, sources, site) else { continue };
            if let (NavItem::Note { .. }, Value::Fields(fields)) = (&item, &node.value)
                && let Some(Node { value: Value::Text(link), span }) = fields.get("link")
            {
                all.notes.push((all.areas.len(), items.len(), Written { text: link.trim(), span: *span }));
            }
            items.push(item);
        }
        all.areas.push(NavArea { title: Some(title), name: "", items });
        table.finish_into(&mut form.found);
    }
    Some(all)
}

fn written_items<'a>(table: &mut Form<'a>) -> &'a [Node] {
    match table.node("items") {
        Some(Node { value: Value::List(items), .. }) => items,
        Some(node) => std::slice::from_ref(node),
        None => {
            table.miss("items");
            &[]
        }
    }
}

fn item(table: &mut Form<'_>, node: &Node, sources: &Sources, site: &Site) -> Option<NavItem> {
    match &node.value {
        Value::Text(name) => section(table, name.trim(), node),
        Value::Fields(fields) => {
            let file = table.place(node.span).file().expect("a form is about a file");
            let mut form = Form::of_table(file, fields, node.span);
            let title = form.required_text("title");
            let link = form.required_written("link");
            let item = link.and_then(|link| target(&mut form, title, link, sources, site));
            form.finish_into(&mut table.found);
            item
        }
        _ => {
            table.found.push(codes::not_a_nav_item.at(table.place(node.span)));
            None
        }
    }
}

fn section(table: &mut Form<'_>, name: &str, node: &Node) -> Option<NavItem> {
    let known = SECTIONS.into_iter().find(|section| *section == name);
    if known.is_none() {
        let diagnostic = codes::unknown_section.at(table.place(node.span)).with("section", name);
        let near = nearest(name, SECTIONS);
        table.found.push(diagnostic.with_some("near", near).with("known", SECTIONS.join(", ")));
    }
    known.map(NavItem::Section)
}

fn target(form: &mut Form<'_>, title: String, link: Written<'_>, sources: &Sources, site: &Site) -> Option<NavItem> {
    if has_web_scheme(link.text) {
        let place = form.place(link.span);
        return check_external(&place, link.text, site, &mut form.found)
            .then(|| NavItem::External { title, url: link.text.to_owned() });
    }
    let file = sources.find(link.text).filter(|file| sources.file(*file).kind == FileKind::Note);
    if file.is_none() {
        let notes = sources.files().filter(|(_, file)| file.kind == FileKind::Note).map(|(_, file)| &*file.path);
        let near = nearest(link.text, notes);
        let diagnostic = codes::setting_file_missing.at(form.place(link.span)).with("target", link.text);
        form.found.push(diagnostic.with_some("near", near));
    }
    file.map(|file| NavItem::Note { title, file })
}

/// The five areas of the field: affairs, service, learning, supervision, evaluation.
pub(super) fn default_areas() -> Vec<NavArea> {
    let area = |name, sections: &[&'static str]| NavArea {
        title: None,
        name,
        items: sections.iter().copied().map(NavItem::Section).collect(),
    };
    vec![
        area("affairs", &["activities", "months", "branches", "news"]),
        area("service", &["faq", "columns", "audiences", "about"]),
        area("learning", &["resources", "paths", "quizzes", "topics"]),
        area("supervision", &["notices", "disclosure", "compliance", "freshness", "corrections"]),
        area("evaluation", &["overview", "boards", "role-models", "honours", "metrics", "open", "modules"]),
    ]
}
