//! References of one table to rows of another and to entries: names become keys, and what leads nowhere is a finding.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::cell::shown;
use super::datum::{Column, Datum};
use super::keys::RowFaults;
use super::part::Part;
use super::schema::{Kind, Schemas, TableSchema};
use crate::diag::{Place, codes, nearest};
use crate::model::entry;

/// Ids of all entries by their kind (`activity`), entries that are broken in other ways included.
pub type EntryIds = BTreeMap<String, BTreeSet<String>>;

/// Keys among which the nearest is sought: a comparison costs a microsecond, and fifty findings of a file may ask for it.
const N_SEARCHED: usize = 10_000;

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
        nearest(written, self.keys.iter().chain(self.names.keys()).take(N_SEARCHED).map(String::as_str))
    }
}

/// Checks the references of a table to entries. They change nothing, because an entry is known by its id only.
///
/// - Codes: M702 leads nowhere.
pub(super) fn check_entries(schema: &TableSchema, parts: &[Arc<Part>], entries: &EntryIds, faults: &mut RowFaults) {
    for (idx, column) in schema.columns.iter().enumerate() {
        let Kind::Entry(kind) = &column.kind else { continue };
        let targets = targets_of_kind(entries, kind);
        let target = place_of_kind(kind);
        for part in parts {
            if let Some(written) = &part.columns[idx] {
                let looked_up = look_up(written, &targets);
                report(part, idx, &looked_up.bad, &targets, &Labels { column: &column.label, target: &target }, faults);
            }
        }
    }
}

/// Where editors find the texts of a kind: `content/activities`. The kind's name would be a word of programs.
fn place_of_kind(name: &str) -> String {
    let kind = entry::Kind::ALL.into_iter().find(|kind| kind.name() == name);
    kind.map_or_else(|| name.to_owned(), |kind| format!("content/{}", kind.folder()))
}

/// Checks the references of a table to rows and writes keys where names are written.
///
/// - Codes: M702 leads nowhere, M704 the table it leads to has no file, M707 a name that several rows have.
pub(super) fn resolve(
    schemas: &Schemas,
    schema: &TableSchema,
    parts: &mut [Arc<Part>],
    rows: &BTreeMap<String, Targets>,
    faults: &mut RowFaults,
) {
    for (idx, column) in schema.columns.iter().enumerate() {
        let Kind::Row(table) = &column.kind else { continue };
        let target = schemas.get(table).map_or(table.as_str(), |schema| schema.label.as_str());
        let labels = Labels { column: &column.label, target };
        for part in parts.iter_mut() {
            let Some(written) = part.columns[idx].clone() else { continue };
            match rows.get(table) {
                Some(targets) => {
                    let looked_up = look_up(&written, targets);
                    report(part, idx, &looked_up.bad, targets, &labels, faults);
                    if let Some(resolved) = looked_up.resolved {
                        Arc::make_mut(part).columns[idx] = Some(Arc::new(resolved));
                    }
                }
                None if written.values.iter().all(|value| *value == Datum::Empty) => {}
                None => {
                    let diagnostic = codes::referenced_table_missing.at(Place::File(part.file)).with("column", labels.column);
                    faults.of(part.file).push(diagnostic.with("table", labels.target));
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

/// What became of the distinct values of a column.
struct LookedUp {
    /// The column with keys where names were written; `None` where none were.
    resolved: Option<Column>,
    /// By value the text that leads nowhere.
    bad: Vec<Option<u32>>,
}

fn look_up(written: &Column, targets: &Targets) -> LookedUp {
    let mut looked_up = LookedUp { resolved: None, bad: vec![None; written.values.len()] };
    for (id, value) in written.values.iter().enumerate() {
        let items = match value {
            Datum::List { start, end } => *start as usize..*end as usize,
            _ => 0..0,
        };
        for (position, datum) in [*value].iter().chain(&written.items[items.clone()]).enumerate() {
            let Datum::Text(text) = datum else { continue };
            match targets.find(written.texts.get(*text)) {
                Found::Key => {}
                Found::Name(key) => {
                    let resolved = looked_up.resolved.get_or_insert_with(|| written.clone());
                    let key = Datum::Text(resolved.texts.push(&key));
                    match position {
                        0 => resolved.values[id] = key,
                        position => resolved.items[items.start + position - 1] = key,
                    }
                }
                Found::Ambiguous | Found::Nothing => looked_up.bad[id] = looked_up.bad[id].or(Some(*text)),
            }
        }
    }
    looked_up
}

fn report(part: &Part, idx: usize, bad: &[Option<u32>], targets: &Targets, labels: &Labels<'_>, faults: &mut RowFaults) {
    let Some(written) = part.columns[idx].as_ref().filter(|_| bad.iter().any(Option::is_some)) else { return };
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
