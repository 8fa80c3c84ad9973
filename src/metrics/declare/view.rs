//! `[view.NAME]` to a relation that joins others, with the level of each of its columns.

use crate::diag::{Place, codes, nearest};
use crate::metrics::formula::{Select, parse_select};
use crate::metrics::relation::{Holds, RelationColumn, View};
use crate::model::form::Form;
use crate::model::table::Sensitivity;
use crate::read::{Key, Value};

use super::Scene;

const LEVELS: [(&str, Sensitivity); 3] =
    [("public", Sensitivity::Public), ("internal", Sensitivity::Internal), ("personal", Sensitivity::Personal)];

const TYPES: [(&str, Holds); 6] = [
    ("text", Holds::Text),
    ("integer", Holds::Integer),
    ("number", Holds::Number),
    ("bool", Holds::Flag),
    ("date", Holds::Date),
    ("month", Holds::Month),
];

/// A view; `None` if its `select` cannot be used.
///
/// - Codes: F100–F130, F140–F149.
pub(super) fn view(scene: Scene<'_>, key: &Key, form: &mut Form<'_>) -> Option<View> {
    let sql = form.required_written("sql");
    let label = form.text("label").unwrap_or_else(|| key.text.clone());
    let origin = form.written("origin");
    let declared = columns_of(form);
    if scene.relations.iter().any(|relation| relation.name == key.text) {
        form.found.push(codes::view_named_like_table.at(Place::Text(scene.file, key.span)).with("name", &key.text));
        return None;
    }
    let sql = sql?;
    let select = scene.keep(parse_select(sql.text, scene.relations), sql, form)?;
    let mut columns: Vec<RelationColumn> = select.columns.iter().map(|selected| selected.column.clone()).collect();
    for mut column in declared {
        adjust(scene, &mut columns, &mut column);
        column.form.finish_into(&mut form.found);
    }
    let is_counted = columns.iter().any(|column| column.sensitivity == Sensitivity::Personal);
    if select.is_about_persons && !is_counted {
        form.found.push(codes::view_without_persons.at(form.place(sql.span)));
        return None;
    }
    if let Some(origin) = origin.filter(|origin| select.origin.as_deref() != Some(origin.text)) {
        let carried = select.origin.as_deref();
        let diagnostic = codes::origin_is_not_carried.at(form.place(origin.span)).with("table", origin.text);
        form.found.push(diagnostic.with_some("carried", carried));
    }
    let Select { sql, origin, .. } = select;
    Some(View { name: key.text.clone(), label, sql, columns, origin, place: form.place_of("sql") })
}

/// A column as the view declares it.
struct Declared<'a> {
    name: &'a Key,
    form: Form<'a>,
}

fn columns_of<'a>(form: &mut Form<'a>) -> Vec<Declared<'a>> {
    let (Some(_), Some(node)) = (form.table("columns"), form.node("columns")) else { return Vec::new() };
    let (Value::Fields(fields), Place::Text(file, _)) = (&node.value, form.own_place()) else { return Vec::new() };
    let mut columns = Vec::with_capacity(fields.entries.len());
    for (name, node) in &fields.entries {
        match &node.value {
            Value::Fields(fields) => columns.push(Declared { name, form: Form::of_table(file, fields, name.span) }),
            _ => form.found.push(codes::fields_expected.at(form.place(node.span)).with("key", &name.text)),
        }
    }
    columns
}

/// What a declaration says of a column takes the place of what the `select` says.
fn adjust(scene: Scene<'_>, columns: &mut [RelationColumn], declared: &mut Declared<'_>) {
    let form = &mut declared.form;
    let label = form.text("label");
    let level = form.choice("sensitivity", &LEVELS);
    let kind = choose(form, "type", &TYPES);
    let unit = form.text("unit");
    let is_list = form.flag("list");
    let references = form.written("references");
    if let Some(target) = references
        && !scene.relations.iter().any(|relation| relation.name == target.text)
    {
        form.found.push(super::unknown_relation(scene, form.place(target.span), target.text));
    }
    let Some(column) = columns.iter_mut().find(|column| column.name == declared.name.text) else {
        let name = &declared.name.text;
        let near = nearest(name, columns.iter().map(|column| column.name.as_str()));
        let known: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
        let diagnostic = codes::view_column_unknown.at(Place::Text(scene.file, declared.name.span)).with("name", name);
        form.found.push(diagnostic.with_some("near", near).with("known", known.join(", ")));
        return;
    };
    if let Some(level) = level {
        if column.sensitivity == Sensitivity::Personal && level < Sensitivity::Personal {
            form.found.push(codes::view_shows_persons.at(form.place_of("sensitivity")).with("name", &column.name));
        } else {
            column.sensitivity = level;
        }
    }
    column.label = label.unwrap_or_else(|| column.label.clone());
    column.unit = unit.unwrap_or_else(|| column.unit.clone());
    column.is_list = is_list.unwrap_or(column.is_list);
    column.holds = kind.unwrap_or_else(|| column.holds.clone());
    if let Some(target) = references {
        column.holds = Holds::Key(target.text.to_owned());
    }
}

fn choose(form: &mut Form<'_>, key: &'static str, known: &[(&str, Holds)]) -> Option<Holds> {
    let positions: Vec<(&str, usize)> = known.iter().enumerate().map(|(idx, (word, _))| (*word, idx)).collect();
    form.choice(key, &positions).map(|idx| known[idx].1.clone())
}
