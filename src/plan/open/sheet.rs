//! The evidence of a large ledger to lines of numbers: cells that many rows share are given once, and rows name them.

use crate::model::Table;
use crate::plan::Plan;
use crate::privacy::EvidenceLines;

use super::evidence::{Head, is_cut, parts, text_or_empty};
use super::{OpenCell, OpenSet, OpenWhat, TakeRow, table};

/// A large table of open data.
pub struct OpenSheet<'p> {
    plan: &'p Plan<'p>,
    metric: usize,
    table: &'p Table,
    columns: Vec<usize>,
    lines: EvidenceLines<'p>,
    /// For each file, for each column, the number of its first run; where the file does not have the column, of an empty cell.
    firsts: Vec<Vec<u32>>,
}

/// One row: the cells of some runs, a plain text, and the cells of other runs.
#[derive(Debug)]
pub struct OpenLine<'l> {
    /// Numbers of runs.
    pub before: [u32; 2],
    /// A text that only programs write.
    pub name: &'l str,
    /// Numbers of runs.
    pub after: &'l [u32],
}

impl<'p> Plan<'p> {
    /// A table as lines of numbers; `None` for tables that are small, or that have little to share.
    pub fn open_sheet(&'p self, set: &OpenSet) -> Option<OpenSheet<'p>> {
        match set.what {
            OpenWhat::Evidence(idx) if is_cut(self, idx) => OpenSheet::of(self, idx),
            _ => None,
        }
    }
}

impl<'p> OpenSheet<'p> {
    fn of(plan: &'p Plan<'p>, idx: usize) -> Option<Self> {
        let (metric, evidence) = (&plan.figures.metrics[idx], plan.figures.evidence(idx));
        let parts = parts(plan, idx);
        // Nothing is listed under the periods that have no part.
        let part_of = |slice: usize| parts.get(&metric.key(slice).period).copied().unwrap_or_default();
        let part_of: Vec<usize> = (0..metric.len()).map(part_of).collect();
        let lines = evidence.lines(&part_of, parts.len())?;
        let (table, columns) = (evidence.table()?, evidence.columns());
        let mut sheet = Self { plan, metric: idx, table, columns, lines, firsts: Vec::new() };
        sheet.number_runs();
        Some(sheet)
    }

    fn number_runs(&mut self) {
        let mut next = self.hidden() + 1;
        let mut firsts = vec![Vec::new(); self.n_files()];
        for column in &self.columns {
            for (firsts, part) in firsts.iter_mut().zip(self.table.column_parts(*column)) {
                firsts.push(if part.ids().is_some() { next } else { self.empty() });
                next += part.values().count() as u32;
            }
        }
        self.firsts = firsts;
    }

    // Runs are numbered in this order: slices, files, no file, an empty cell, empty cells for all columns, values.

    fn n_files(&self) -> usize {
        self.table.files().count()
    }

    fn file(&self, file: usize) -> u32 {
        (self.plan.figures.metrics[self.metric].len() + file) as u32
    }

    fn empty(&self) -> u32 {
        self.file(self.n_files()) + 1
    }

    fn hidden(&self) -> u32 {
        self.empty() + 1
    }

    /// Gives each run of cells, in the order of their numbers.
    pub fn each_run(&self, take: &mut TakeRow<'_>) {
        let metric = &self.plan.figures.metrics[self.metric];
        for slice in 0..metric.len() {
            take(&Head::of(metric.spec(), metric.key(slice)).cells());
        }
        for file in self.table.files() {
            let name = self.plan.data_files.get(&file).map_or("", |file| &file.name);
            take(&[text_or_empty(name), OpenCell::Empty]);
        }
        take(&[OpenCell::Empty, OpenCell::Empty]);
        take(&[OpenCell::Empty]);
        take(&vec![OpenCell::Empty; self.columns.len()]);
        for column in &self.columns {
            for value in self.table.column_parts(*column).flat_map(|part| part.values()) {
                take(&[table::of_cell(value).cell()]);
            }
        }
    }

    /// How many rows a part has.
    pub fn n_rows(&self, part: usize) -> usize {
        self.lines.n_rows(part)
    }

    /// Gives each row of a part, in order.
    pub fn each_line(&self, part: usize, take: &mut dyn FnMut(&OpenLine<'_>)) {
        let (hidden, n_files) = (self.hidden(), self.n_files());
        let files: Vec<u32> = (0..=n_files).map(|file| self.file(file)).collect();
        let mut after = Vec::with_capacity(self.columns.len());
        self.lines.each(part, &mut |line| {
            after.clear();
            match line.file {
                None => after.push(hidden),
                Some(file) => {
                    let values = self.firsts[file].iter().zip(line.values);
                    after.extend(values.map(|(first, value)| first + value.unwrap_or_default()));
                }
            }
            let before = [line.key as u32, files[line.file.unwrap_or(n_files)]];
            take(&OpenLine { before, name: line.name, after: &after });
        });
    }
}
