//! Columns of a table file by file, for whoever reads all rows of a few columns: each distinct value is seen once.

use super::datum::{Cell, Column};
use super::tables::Table;

/// A column in one file of a table.
#[derive(Clone, Copy, Debug)]
pub struct ColumnPart<'t> {
    n_rows: usize,
    column: Option<&'t Column>,
}

impl Table {
    /// A column of the schema, file by file in the order of the rows.
    pub fn column_parts(&self, column: usize) -> impl Iterator<Item = ColumnPart<'_>> {
        self.parts.iter().map(move |part| ColumnPart { n_rows: part.n_rows(), column: part.columns[column].as_deref() })
    }

    /// How many rows each file has, in the order of the files.
    pub fn file_lengths(&self) -> impl Iterator<Item = usize> {
        self.parts.iter().map(|part| part.n_rows())
    }
}

impl<'t> ColumnPart<'t> {
    /// Rows of the file.
    pub fn n_rows(&self) -> usize {
        self.n_rows
    }

    /// For each row the number of its value; `None` where the file does not have the column, so that all cells are empty.
    pub fn ids(&self) -> Option<&'t [u32]> {
        self.column.map(|column| column.cells.as_slice())
    }

    /// The values by their numbers; two of them may be equal.
    pub fn values(&self) -> impl Iterator<Item = Cell<'t>> + use<'t> {
        let column = self.column;
        let n_values = column.map_or(0, |column| column.values.len());
        (0..n_values as u32).filter_map(move |id| column.map(|column| column.value(id)))
    }
}
