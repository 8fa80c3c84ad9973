//! A large table of open data to CSV: what its rows share is written once, and copied into each.

use crate::plan::{OpenColumn, OpenSheet};

use super::csv::CsvRows;

/// In bytes; room that is asked for too much is not used.
const N_BYTES_PER_ROW: usize = 80;

/// A large table whose parts can be written, at the same time if need be.
pub struct SheetCsv<'p> {
    sheet: OpenSheet<'p>,
    columns: Vec<OpenColumn>,
    /// The cells of all runs, with a comma behind each cell.
    runs: Vec<u8>,
    /// Run `r` is `runs[starts[r]..starts[r + 1]]`.
    starts: Vec<u32>,
}

impl<'p> SheetCsv<'p> {
    pub(super) fn new(sheet: OpenSheet<'p>, columns: Vec<OpenColumn>) -> Self {
        let (mut runs, mut starts) = (CsvRows::default(), vec![0]);
        sheet.each_run(&mut |cells| {
            runs.push_cells(cells);
            starts.push(runs.len() as u32);
        });
        Self { sheet, columns, runs: runs.finish(), starts }
    }

    /// Writes a part.
    pub fn part(&self, part: usize) -> Vec<u8> {
        let mut head = CsvRows::new(&self.columns).finish();
        head.reserve_exact(self.sheet.n_rows(part) * N_BYTES_PER_ROW);
        let mut bytes = head;
        self.sheet.each_line(part, &mut |line| {
            line.before.iter().for_each(|run| bytes.extend_from_slice(self.run(*run)));
            bytes.extend_from_slice(line.name.as_bytes());
            bytes.push(b',');
            line.after.iter().for_each(|run| bytes.extend_from_slice(self.run(*run)));
            // Behind the last cell is the end of the row.
            bytes.pop();
            bytes.extend_from_slice(b"\r\n");
        });
        bytes
    }

    fn run(&self, run: u32) -> &[u8] {
        &self.runs[self.starts[run as usize] as usize..self.starts[run as usize + 1] as usize]
    }
}
