//! The key columns of a table to an index of its rows; the same key twice is a finding.

use std::sync::Arc;

use super::cell::shown;
use super::part::Part;
use super::schema::TableSchema;
use crate::diag::{Capped, Code, FileId, Place, codes};
use crate::read::Interner;

/// Finds rows by what tells them apart.
///
/// Each key is a number made of the numbers of its values, and the pairs of key and row are sorted: sixteen bytes a row, where a map
/// would take three times as much.
#[derive(Clone, Debug, Default)]
pub(super) struct KeyIndex {
    /// Numbers of the values, by key column; one for all together where there are more than two.
    values: Vec<Arc<Interner>>,
    rows: Vec<(u64, u32)>,
}

/// Stands between the values of keys of more than two columns.
const BETWEEN: &str = "\u{1f}";

/// A value that cannot be part of a key: empty, or refused.
const NO_VALUE: u32 = u32::MAX;

impl KeyIndex {
    /// Row of a key, one text for each of its columns.
    pub(super) fn find(&self, key: &[&str]) -> Option<u32> {
        let joined = key.join(BETWEEN);
        let parts: &[&str] = if self.values.len() == key.len() { key } else { &[&joined] };
        if parts.len() != self.values.len() {
            return None;
        }
        let mut number = 0;
        for (part, values) in parts.iter().zip(&self.values) {
            number = number << 32 | u64::from(values.find(part)?);
        }
        let first = self.rows.partition_point(|(key, _)| *key < number);
        self.rows.get(first).filter(|(key, _)| *key == number).map(|(_, row)| *row)
    }

    /// Builds the index over some columns; rows without a whole key are not in it.
    pub(super) fn build(parts: &[Arc<Part>], columns: &[usize]) -> Self {
        if columns.is_empty() {
            return Self::default();
        }
        let mut index = Self::default();
        let mut keys = if columns.len() <= 2 { index.number(parts, columns) } else { index.number_joined(parts, columns) };
        keys.sort_unstable();
        keys.shrink_to_fit();
        index.rows = keys;
        index
    }

    fn number(&mut self, parts: &[Arc<Part>], columns: &[usize]) -> Vec<(u64, u32)> {
        let mut interners: Vec<Interner> = columns.iter().map(|_| Interner::default()).collect();
        let mut keys = Vec::with_capacity(parts.iter().map(|part| part.n_rows()).sum());
        let mut row = 0;
        for part in parts {
            let numbers: Vec<Option<Vec<u32>>> =
                columns.iter().zip(&mut interners).map(|(column, values)| value_numbers(part, *column, values)).collect();
            'rows: for row_idx in 0..part.n_rows() {
                row += 1;
                let mut key = 0;
                for (column, numbers) in columns.iter().zip(&numbers) {
                    let (Some(cells), Some(numbers)) = (&part.columns[*column], numbers) else { continue 'rows };
                    let number = numbers[cells.cells[row_idx] as usize];
                    if number == NO_VALUE {
                        continue 'rows;
                    }
                    key = key << 32 | u64::from(number);
                }
                keys.push((key, row - 1));
            }
        }
        self.values = interners.into_iter().map(Arc::new).collect();
        keys
    }

    fn number_joined(&mut self, parts: &[Arc<Part>], columns: &[usize]) -> Vec<(u64, u32)> {
        let mut values = Interner::default();
        let mut keys = Vec::new();
        let mut row = 0;
        for part in parts {
            for row_idx in 0..part.n_rows() {
                row += 1;
                let texts: Vec<String> =
                    columns.iter().map(|column| part.cell(row_idx, *column).canonical().into_owned()).collect();
                if texts.iter().all(|text| !text.is_empty()) {
                    keys.push((u64::from(values.intern(&texts.join(BETWEEN))), row - 1));
                }
            }
        }
        self.values = vec![Arc::new(values)];
        keys
    }

    /// Rows that have the key of an earlier row, each with that one.
    fn repeated(&self) -> impl Iterator<Item = (u32, u32)> {
        let mut first = None;
        self.rows.iter().filter_map(move |(key, row)| match first {
            Some((same, first)) if same == *key => Some((first, *row)),
            _ => {
                first = Some((*key, *row));
                None
            }
        })
    }
}

/// For each distinct value of a column of one file its number in the whole table.
fn value_numbers(part: &Part, column: usize, values: &mut Interner) -> Option<Vec<u32>> {
    let column = part.columns[column].as_ref()?;
    let number = |id: usize| match column.value(id as u32).canonical() {
        text if text.is_empty() => NO_VALUE,
        text => values.intern(&text),
    };
    Some((0..column.values.len()).map(number).collect())
}

/// Findings about rows of one table, counted by file.
pub(super) struct RowFaults {
    by_file: Vec<(FileId, Capped)>,
}

impl RowFaults {
    pub(super) fn new(parts: &[Arc<Part>]) -> Self {
        Self { by_file: parts.iter().map(|part| (part.file, Capped::new(Place::File(part.file)))).collect() }
    }

    pub(super) fn of(&mut self, file: FileId) -> &mut Capped {
        let idx = self.by_file.iter().position(|(one, _)| *one == file).expect("every part of the table has its list");
        &mut self.by_file[idx].1
    }

    pub(super) fn finish(self, found: &mut Vec<crate::diag::Diagnostic>) {
        for (_, capped) in self.by_file {
            found.extend(capped.into_found());
        }
    }
}

/// Says which rows have the same key, and which have the same value in a column where no two may.
///
/// - Codes: M701 the same key twice, M706 the same value twice.
pub(super) fn check_keys(schema: &TableSchema, parts: &[Arc<Part>], faults: &mut RowFaults) -> KeyIndex {
    let key = schema.key();
    let index = KeyIndex::build(parts, &key);
    report_repeated(&index, schema, parts, &key, &codes::key_twice, faults);
    for (idx, column) in schema.columns.iter().enumerate() {
        if column.is_unique && key != [idx] {
            let unique = KeyIndex::build(parts, &[idx]);
            report_repeated(&unique, schema, parts, &[idx], &codes::value_twice, faults);
        }
    }
    index
}

fn report_repeated(
    index: &KeyIndex,
    schema: &TableSchema,
    parts: &[Arc<Part>],
    columns: &[usize],
    code: &'static Code,
    faults: &mut RowFaults,
) {
    let mut pairs: Vec<(u32, u32)> = index.repeated().collect();
    pairs.sort_unstable_by_key(|(_, row)| *row);
    for (first, row) in pairs {
        let (part, row_idx) = locate(parts, row);
        let (first_part, first_idx) = locate(parts, first);
        faults.of(part.file).push_with(code, || {
            let values: Vec<String> = columns.iter().map(|column| shown(&part.cell(row_idx, *column).canonical())).collect();
            let labels: Vec<&str> = columns.iter().map(|column| schema.columns[*column].label.as_str()).collect();
            code.at(part.place(row_idx, columns[0]))
                .with("column", labels.join("＋"))
                .with("value", values.join("＋"))
                .with("first", first_part.row_number(first_idx))
                .with("row", part.row_number(row_idx))
                .also(first_part.place(first_idx, columns[0]))
        });
    }
}

/// The file and the row in it of a row of the table.
pub(super) fn locate(parts: &[Arc<Part>], row: u32) -> (&Part, usize) {
    let mut row_idx = row as usize;
    for part in parts {
        if row_idx < part.n_rows() {
            return (part, row_idx);
        }
        row_idx -= part.n_rows();
    }
    unreachable!("rows are numbered through the parts of their table")
}
