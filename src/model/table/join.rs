//! The parts of all files to the finished tables: what can be judged only when rows stand beside each other.

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use super::cell::shown;
use super::keys::{RowFaults, check_keys, locate};
use super::part::Part;
use super::plan::TablePlan;
use super::references::{EntryIds, Targets, check_entries, resolve, targets_of};
use super::schema::{Kind, Sensitivity, TableSchema};
use super::tables::{Table, Tables};
use crate::diag::{Diagnostic, Outcome, codes};

impl TablePlan {
    /// Puts the parts of all files together and checks rows against each other and against the ids of entries.
    ///
    /// - Shape: `parts` in the order of `files`.
    /// - Codes: M701 the same key twice, M702 a reference that leads nowhere, M703 rows that are above each other in a circle, M704 a
    ///   table that others refer to has no file, M705 the same row twice (warning), M706 the same value twice, M707 an ambiguous name.
    pub fn join(&self, parts: Vec<Arc<Part>>, entries: &EntryIds) -> Outcome<Tables> {
        let mut found = Vec::new();
        let mut by_table: Vec<Vec<Arc<Part>>> = vec![Vec::new(); self.schemas.tables.len()];
        for part in parts {
            by_table[part.table].push(part);
        }
        let targets = self.targets(&by_table);
        let mut tables = Tables::default();
        for (schema, mut parts) in self.schemas.tables.iter().zip(by_table) {
            if parts.is_empty() {
                continue;
            }
            let mut faults = RowFaults::new(&parts);
            resolve(&self.schemas, schema, &mut parts, &targets, &mut faults);
            check_entries(schema, &parts, entries, &mut faults);
            let index = check_keys(schema, &parts, &mut faults);
            check_same_rows(schema, &parts, &mut faults);
            let table = Table { schema: schema.clone(), parts, index };
            for (idx, column) in schema.columns.iter().enumerate() {
                if column.kind == Kind::Row(schema.name.clone()) && !column.is_list {
                    check_circles(&table, idx, &mut faults);
                }
            }
            faults.finish(&mut found);
            tables.tables.push(table);
        }
        Outcome::new(tables, found)
    }

    /// What the tables that others refer to have to offer. A table without a file is not among them, unless a file of it may exist
    /// that could not be placed.
    fn targets(&self, by_table: &[Vec<Arc<Part>>]) -> BTreeMap<String, Targets> {
        let mut targets = BTreeMap::new();
        let columns = self.schemas.tables.iter().flat_map(|table| &table.columns);
        for column in columns {
            let Kind::Row(name) = &column.kind else { continue };
            let Some(idx) = self.schemas.tables.iter().position(|table| table.name == *name) else { continue };
            let may_have_file = !by_table[idx].is_empty() || !self.is_whole;
            if may_have_file && !targets.contains_key(name) {
                targets.insert(name.clone(), targets_of(&self.schemas.tables[idx], &by_table[idx]));
            }
        }
        targets
    }
}

/// Two rows that are equal in every column are one fact written twice, if nothing else tells rows apart.
fn check_same_rows(schema: &TableSchema, parts: &[Arc<Part>], faults: &mut RowFaults) {
    let has_secrets = schema.columns.iter().any(|column| column.sensitivity == Sensitivity::Secret);
    if !schema.key().is_empty() || has_secrets {
        return;
    }
    let mut rows: Vec<(u64, u32)> = Vec::new();
    for part in parts {
        let hashes: Vec<Option<Vec<u64>>> = part.columns.iter().map(|column| Some(value_hashes(column.as_deref()?))).collect();
        for row_idx in 0..part.n_rows() {
            let mut hasher = DefaultHasher::new();
            for (column, hashes) in part.columns.iter().zip(&hashes) {
                let hash = match (column, hashes) {
                    (Some(column), Some(hashes)) => hashes[column.cells[row_idx] as usize],
                    _ => hash_of(""),
                };
                hash.hash(&mut hasher);
            }
            rows.push((hasher.finish(), rows.len() as u32));
        }
    }
    rows.sort_unstable();
    let mut pairs: Vec<(u32, u32)> = Vec::new();
    for pair in rows.chunk_by(|a, b| a.0 == b.0) {
        let first = pair[0].1;
        pairs.extend(pair[1..].iter().filter(|(_, row)| is_same(schema, parts, first, *row)).map(|(_, row)| (first, *row)));
    }
    pairs.sort_unstable_by_key(|(_, row)| *row);
    for (first, row) in pairs {
        let ((part, row_idx), (first_part, first_idx)) = (locate(parts, row), locate(parts, first));
        faults.of(part.file).push_with(&codes::same_row_twice, || {
            let diagnostic = codes::same_row_twice.at(part.origins.row_place(part.file, row_idx));
            let diagnostic = diagnostic.with("row", part.row_number(row_idx)).with("first", first_part.row_number(first_idx));
            diagnostic.also(first_part.origins.row_place(first_part.file, first_idx))
        });
    }
}

fn value_hashes(column: &super::datum::Column) -> Vec<u64> {
    (0..column.values.len() as u32).map(|id| hash_of(&column.value(id).canonical())).collect()
}

fn hash_of(text: &str) -> u64 {
    // Only equality of hashes is used, and what is equal is compared again.
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

fn is_same(schema: &TableSchema, parts: &[Arc<Part>], first: u32, second: u32) -> bool {
    let ((a, a_idx), (b, b_idx)) = (locate(parts, first), locate(parts, second));
    (0..schema.columns.len()).all(|column| a.cell(a_idx, column).canonical() == b.cell(b_idx, column).canonical())
}

/// Says which rows are above each other in a circle, each circle once.
fn check_circles(table: &Table, column: usize, faults: &mut RowFaults) {
    let [key] = table.schema.key()[..] else { return };
    let mut row_of: HashMap<String, usize> = HashMap::new();
    for row in table.rows() {
        row_of.entry(row.cell(key).canonical().into_owned()).or_insert(row.idx());
    }
    let parents: Vec<Option<usize>> =
        table.rows().map(|row| row_of.get(row.cell(column).canonical().as_ref()).copied()).collect();
    // The walk in which a row was first reached; a row that is reached again in the same walk closes a circle.
    let mut walks: Vec<Option<usize>> = vec![None; parents.len()];
    for start in 0..parents.len() {
        let mut path = Vec::new();
        let mut next = Some(start);
        while let Some(row) = next {
            if let Some(walk) = walks[row] {
                if walk == start {
                    let from = path.iter().position(|one| *one == row).expect("rows of this walk are on its path");
                    report_circle(table, key, column, &path[from..], faults);
                }
                break;
            }
            walks[row] = Some(start);
            path.push(row);
            // An empty key is the key of nothing.
            next = parents[row].filter(|_| table.row(row).is_some_and(|row| !row.cell(column).canonical().is_empty()));
        }
    }
}

fn report_circle(table: &Table, key: usize, column: usize, circle: &[usize], faults: &mut RowFaults) {
    let (part, row_idx) = locate(&table.parts, circle[0] as u32);
    let mut names: Vec<String> = Vec::new();
    for row in circle.iter().chain([&circle[0]]) {
        let (part, row_idx) = locate(&table.parts, *row as u32);
        names.push(shown(&part.cell(row_idx, key).canonical()));
    }
    let mut diagnostic: Diagnostic = codes::circle_of_rows.at(part.place(row_idx, column));
    diagnostic = diagnostic.with("column", &table.schema.columns[column].label).with("circle", names.join(" → "));
    for row in &circle[1..] {
        let (part, row_idx) = locate(&table.parts, *row as u32);
        diagnostic = diagnostic.also(part.place(row_idx, column));
    }
    faults.of(part.file).push(diagnostic);
}
