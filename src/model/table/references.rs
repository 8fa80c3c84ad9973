//! References of one table to rows of another and to entries: names become keys, and what leads nowhere is a finding.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::cell::shown;
use super::datum::{Column, Datum};
use super::keys::RowFaults;
use super::part::Part;
use super::schema::{Kind, Schemas, TableSchema};
use crate::diag::{Place, codes, nearest};

/// Ids of all entries by their kind (`activity`), entries that are broken in other ways included.
pub type EntryIds = BTreeMap<String, BTreeSet<String>>;

/// What references of a kind may name.
#[derive(Debug, Default)]
pub(super) struct Targets {
    /// Keys of rows or ids of entries.
    keys: BTreeSet<String>,
    /// Names of rows with their key; `None` where several rows have the name.
    names: BTreeMap<String, Option<String>>,
    /// Whether all of them are known.
    is_whole: bool,
}

/// What became of one written value.
enum Found {
    Key,
    Name(String),
    Ambiguous,
    Nothing,
}

/// What the rows of a table may be called by others.
pub(super) fn targets_of(schema: &TableSchema, parts: &[Arc<Part>]) -> Targets {
    let mut targets = Targets { is_whole: !parts.is_empty() && parts.iter().all(|part| part.is_whole), ..Targets::default() };
    let [key] = schema.key()[..] else { return targets };
    for part in parts {
        for row_idx in 0..part.n_rows() {
            let key = part.cell(row_idx, key).canonical().into_owned();
            if let Some(name_column) = schema.name_column {
                let name = part.cell(row_idx, name_column).canonical().into_owned();
                targets.names.entry(name).and_modify(|other| *other = None).or_insert_with(|| Some(key.clone()));
            }
            targets.keys.insert(key);
        }
    }
    targets.keys.remove("");
    targets.names.remove("");
    targets
}

/// The entries of a kind as targets.
fn targets_of_kind(entries: &EntryIds, kind: &str) -> Targets {
    Targets { keys: entries.get(kind).cloned().unwrap_or_default(), names: BTreeMap::new(), is_whole: true }
}

impl Targets {
    fn find(&self, written: &str) -> Found {
        if self.keys.contains(written) {
            return Found::Key;
        }
        match self.names.get(written) {
            Some(Some(key)) => Found::Name(key.clone()),
            Some(None) => Found::Ambiguous,
            None => Found::Nothing,
        }
    }

    fn nearest(&self, written: &str) -> Option<&str> {
        nearest(written, self.keys.iter().chain(self.names.keys()).map(String::as_str))
    }
}

/// Checks the references of a table and writes keys where names are written.
///
/// - Codes: M702 leads nowhere, M704 the table it leads to has no file, M707 a name that several rows have.
pub(super) fn resolve(
    schemas: &Schemas,
    schema: &TableSchema,
    parts: &mut [Arc<Part>],
    rows: &BTreeMap<String, Targets>,
    entries: &EntryIds,
    faults: &mut RowFaults,
) {
    for (idx, column) in schema.columns.iter().enumerate() {
        let of_entries;
        let (targets, label) = match &column.kind {
            Kind::Row(table) => (rows.get(table), schemas.get(table).map_or(table.as_str(), |schema| schema.label.as_str())),
            Kind::Entry(kind) => {
                of_entries = targets_of_kind(entries, kind);
                (Some(&of_entries), kind.as_str())
            }
            _ => continue,
        };
        for part in parts.iter_mut() {
            let Some(written) = part.columns[idx].clone() else { continue };
            match targets {
                Some(targets) => {
                    resolve_column(part, idx, &written, targets, &Labels { column: &column.label, target: label }, faults)
                }
                None => {
                    if written.values.iter().any(|value| *value != Datum::Empty) {
                        let diagnostic = codes::referenced_table_missing.at(Place::File(part.file)).with("column", &column.label);
                        faults.of(part.file).push(diagnostic.with("table", label));
                    }
                }
            }
        }
    }
}

/// What a finding calls the column and what it leads to.
struct Labels<'a> {
    column: &'a str,
    target: &'a str,
}

fn resolve_column(
    part: &mut Arc<Part>,
    idx: usize,
    written: &Arc<Column>,
    targets: &Targets,
    labels: &Labels<'_>,
    faults: &mut RowFaults,
) {
    let mut resolved: Option<Column> = None;
    let mut bad: Vec<Option<u32>> = vec![None; written.values.len()];
    for (id, value) in written.values.iter().enumerate() {
        let range = match value {
            Datum::List { start, end } => *start as usize..*end as usize,
            _ => 0..0,
        };
        for (position, datum) in [*value].iter().chain(&written.items[range.clone()]).enumerate() {
            let Datum::Text(text) = datum else { continue };
            match targets.find(written.texts.get(*text)) {
                Found::Key => {}
                Found::Name(key) => {
                    let resolved = resolved.get_or_insert_with(|| Column::clone(written));
                    let key = Datum::Text(resolved.texts.push(&key));
                    match position {
                        0 => resolved.values[id] = key,
                        position => resolved.items[range.start + position - 1] = key,
                    }
                }
                Found::Ambiguous | Found::Nothing => bad[id] = bad[id].or(Some(*text)),
            }
        }
    }
    if bad.iter().any(Option::is_some) {
        report(part, idx, written, &bad, targets, labels, faults);
    }
    if let Some(resolved) = resolved {
        Arc::make_mut(part).columns[idx] = Some(Arc::new(resolved));
    }
}

fn report(
    part: &Part,
    idx: usize,
    written: &Column,
    bad: &[Option<u32>],
    targets: &Targets,
    labels: &Labels<'_>,
    faults: &mut RowFaults,
) {
    for (row_idx, id) in written.cells.iter().enumerate() {
        let Some(text) = bad[*id as usize] else { continue };
        let value = written.texts.get(text);
        let is_ambiguous = matches!(targets.find(value), Found::Ambiguous);
        let code = if is_ambiguous { &codes::ambiguous_name } else { &codes::leads_nowhere };
        // A row that is missing may stand in a file that could not be read, which has been said.
        if !is_ambiguous && !targets.is_whole {
            continue;
        }
        faults.of(part.file).push_with(code, || {
            let diagnostic = code.at(part.place(row_idx, idx)).with("column", labels.column).with("target", labels.target);
            diagnostic.with("value", shown(value)).with_some("near", targets.nearest(value).map(shown))
        });
    }
}
