//! `[[module]]` and `[[column]]` to the parts that a site adds.

use jiff::civil::Date;

use super::months::parse_month;
use super::required_id;
use crate::diag::{Diagnostic, codes, nearest};
use crate::model::form::{Form, Written};
use crate::model::{Column, Kind, Module, Vocabulary};
use crate::read::{Node, Value};

/// A turn of a rota as written: month and branch.
type Turn<'a> = (Date, Written<'a>);

/// The columns in the order of the file, each with its turns.
pub(super) fn columns<'a>(form: &mut Form<'a>) -> Vec<(Column, Vec<Turn<'a>>)> {
    let mut columns: Vec<(Column, Vec<Turn<'a>>)> = Vec::new();
    for mut table in form.tables("column") {
        let id = required_id(&mut table, "id");
        let title = table.required_text("title");
        let summary = table.text("summary").unwrap_or_default();
        let cadence_days = table.whole("cadence_days", 1..=3660).map(|days| days as u32);
        let turns = turns(&mut table, "rota");
        if let Some(id) = id {
            if columns.iter().any(|(column, _)| column.id == id) {
                form.found.push(twice(&table, &id, "column"));
            } else {
                columns.push((Column { id, title, summary, cadence_days, rota: Vec::new() }, turns));
            }
        }
        table.finish_into(&mut form.found);
    }
    columns
}

/// The modules in the order of the file.
pub(super) fn modules(form: &mut Form<'_>, columns: &[Column], vocabulary: &Vocabulary) -> Vec<Module> {
    let mut modules: Vec<Module> = Vec::new();
    for mut table in form.tables("module") {
        let id = required_id(&mut table, "id");
        let module = Module {
            id: id.as_deref().unwrap_or_default().to_owned(),
            title: table.required_text("title"),
            summary: table.text("summary").unwrap_or_default(),
            topics: table.terms("topics", vocabulary, "topic"),
            columns: known_columns(&mut table, "columns", columns),
            tags: table.texts("tags"),
            kinds: kinds(&mut table, "kinds"),
        };
        if let Some(id) = id {
            if modules.iter().any(|module| *module.id == *id) {
                form.found.push(twice(&table, &id, "module"));
            } else {
                modules.push(module);
            }
        }
        table.finish_into(&mut form.found);
    }
    modules
}

fn twice(table: &Form<'_>, id: &str, list: &str) -> Diagnostic {
    codes::same_setting_twice.at(table.place_of("id")).with("id", id).with("list", list)
}

/// `rota = { "2026-03" = "shukong" }`, by month.
fn turns<'a>(table: &mut Form<'a>, key: &'static str) -> Vec<Turn<'a>> {
    let Some(Node { value: Value::Fields(fields), .. }) = table.node(key) else {
        // Says so if it is something else than a table.
        table.table(key);
        return Vec::new();
    };
    let mut turns = Vec::new();
    for (month, branch) in &fields.entries {
        let Some(first_day) = parse_month(&month.text) else {
            let diagnostic = codes::month_expected.at(table.place(month.span)).with("key", key);
            table.found.push(diagnostic.with("value", &month.text));
            continue;
        };
        match &branch.value {
            Value::Text(text) => turns.push((first_day, Written { text: text.trim(), span: branch.span })),
            _ => table.found.push(codes::text_expected.at(table.place(branch.span)).with("key", &month.text)),
        }
    }
    turns.sort_by_key(|(month, _)| *month);
    turns
}

fn known_columns(table: &mut Form<'_>, key: &'static str, columns: &[Column]) -> Vec<String> {
    let mut known = Vec::new();
    for written in table.written_list(key) {
        if columns.iter().any(|column| *column.id == *written.text) {
            known.push(written.text.to_owned());
            continue;
        }
        let near = nearest(written.text, columns.iter().map(|column| &*column.id));
        let diagnostic = codes::unknown_column.at(table.place(written.span)).with("column", written.text);
        table.found.push(diagnostic.with_some("near", near));
    }
    known
}

fn kinds(table: &mut Form<'_>, key: &'static str) -> Vec<Kind> {
    let mut kinds = Vec::new();
    for written in table.written_list(key) {
        match Kind::ALL.into_iter().find(|kind| kind.name() == written.text || kind.folder() == written.text) {
            Some(kind) => kinds.push(kind),
            None => {
                let names = Kind::ALL.map(Kind::name);
                let words: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
                let diagnostic =
                    codes::not_among_choices.at(table.place(written.span)).with("key", key).with("value", written.text);
                let near = nearest(written.text, names);
                table.found.push(diagnostic.with_some("near", near).with("words", words.join(" ")));
            }
        }
    }
    kinds
}
