//! The rows behind a metric to lines of numbers: for files of a million rows, whose cells are written once and named by their numbers.

use std::fmt::Write as _;

use crate::model::Table;

use super::evidence::Evidence;
use super::key::letters;

/// The rows of a table behind a metric, in groups.
#[derive(Debug)]
pub struct EvidenceLines<'p> {
    evidence: Evidence<'p>,
    table: &'p Table,
    /// The first row of each file of the table.
    firsts: Vec<u32>,
    /// For each file, for each public column, the number of each row's value; `None` where the file does not have the column.
    ids: Vec<Vec<Option<&'p [u32]>>>,
    /// The rows of group `g`, in the order of publication, are `rows[starts[g]..starts[g + 1]]`.
    rows: Vec<u32>,
    starts: Vec<usize>,
}

/// One row.
#[derive(Debug)]
pub struct EvidenceLine<'l> {
    /// Position of the slice it is listed under.
    pub key: usize,
    /// Its code, or its number in the file as the author counts, from one.
    pub name: &'l str,
    /// Position of its file among those of the table; `None` where it would say too much.
    pub file: Option<usize>,
    /// For each public column the number of its value, as [`crate::model::table::ColumnPart`] counts; empty where the file is not said.
    pub values: &'l [Option<u32>],
}

impl<'p> Evidence<'p> {
    /// The rows in groups; `group_of` says for each slice which one its rows belong to. `None` if they are not rows of a table.
    pub fn lines(&self, group_of: &[usize], n_groups: usize) -> Option<EvidenceLines<'p>> {
        let table = self.table()?;
        let mut firsts = Vec::new();
        let mut first = 0;
        for n_rows in table.file_lengths() {
            firsts.push(first);
            first += n_rows as u32;
        }
        let mut ids: Vec<Vec<Option<&[u32]>>> = vec![Vec::new(); firsts.len()];
        for column in self.columns() {
            for (ids, part) in ids.iter_mut().zip(table.column_parts(column)) {
                ids.push(part.ids());
            }
        }
        let (rows, starts) = self.grouped(group_of, n_groups);
        Some(EvidenceLines { evidence: *self, table, firsts, ids, rows, starts })
    }

    fn grouped(&self, group_of: &[usize], n_groups: usize) -> (Vec<u32>, Vec<usize>) {
        let mut starts = vec![0; n_groups + 1];
        for row in self.order() {
            starts[group_of[self.key(*row)] + 1] += 1;
        }
        for group in 0..n_groups {
            starts[group + 1] += starts[group];
        }
        let mut next = starts.clone();
        let mut rows = vec![0; self.order().len()];
        for row in self.order() {
            let at = &mut next[group_of[self.key(*row)]];
            rows[*at] = *row;
            *at += 1;
        }
        (rows, starts)
    }
}

impl EvidenceLines<'_> {
    /// How many rows a group has.
    pub fn n_rows(&self, group: usize) -> usize {
        self.starts[group + 1] - self.starts[group]
    }

    /// Shows every row of a group in the order of publication.
    pub fn each(&self, group: usize, take: &mut dyn FnMut(EvidenceLine<'_>)) {
        let mut number = String::new();
        let mut values = Vec::new();
        for row in &self.rows[self.starts[group]..self.starts[group + 1]] {
            let origin = self.evidence.origin(*row);
            let code = self.evidence.code(*row).map(letters);
            let name = match &code {
                Some(code) => std::str::from_utf8(code).unwrap_or_default(),
                None => {
                    number.clear();
                    let row = self.table.row(origin as usize);
                    let _ = write!(number, "{}", row.map_or(0, |row| row.number_in_file()));
                    &number
                }
            };
            values.clear();
            let file = if self.evidence.is_hidden(*row) {
                None
            } else {
                Some(self.firsts.partition_point(|first| *first <= origin) - 1)
            };
            if let Some(file) = file {
                let row_idx = (origin - self.firsts[file]) as usize;
                values.extend(self.ids[file].iter().map(|ids| ids.map(|ids| ids[row_idx])));
            }
            take(EvidenceLine { key: self.evidence.key(*row), name, file, values: &values });
        }
    }
}
