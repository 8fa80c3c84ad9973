//! The finished tables, and how rows are asked for their values.

use std::sync::Arc;

use jiff::civil::Date;

use super::super::date::Month;
use super::super::number::Decimal;
use super::datum::Cell;
use super::keys::KeyIndex;
use super::part::Part;
use super::schema::{Sensitivity, TableSchema};
use crate::diag::{FileId, Place};

/// All tables of a site.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    pub(super) tables: Vec<Table>,
}

/// One table: the rows of all its files, in the order of their paths.
#[derive(Clone, Debug)]
pub struct Table {
    pub(super) schema: TableSchema,
    pub(super) parts: Vec<Arc<Part>>,
    pub(super) index: KeyIndex,
}

/// One row of a table.
#[derive(Clone, Copy, Debug)]
pub struct Row<'t> {
    table: &'t Table,
    part: &'t Part,
    /// In the part.
    row_idx: usize,
    /// In the table.
    idx: usize,
    sight: Sight,
}

/// Which columns of a row can be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sight {
    /// All that are kept.
    Everything,
    /// Those that may be published; the others are as if they were empty.
    PublicOnly,
}

impl Tables {
    /// The table of a name; `None` if the site has no file for it.
    pub fn get(&self, name: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.schema.name == name)
    }

    /// All tables that have a file, in the order of their declaration.
    pub fn iter(&self) -> impl Iterator<Item = &Table> {
        self.tables.iter()
    }
}

impl Table {
    /// What it may hold.
    pub fn schema(&self) -> &TableSchema {
        &self.schema
    }

    /// How many rows it has.
    pub fn len(&self) -> usize {
        self.parts.iter().map(|part| part.n_rows()).sum()
    }

    /// Whether it has no rows.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The files that its rows stand in, in their order.
    pub fn files(&self) -> impl Iterator<Item = FileId> {
        self.parts.iter().map(|part| part.file)
    }

    /// Whether all of its files were understood. If not, a row that is missing here may only be unreadable.
    pub fn is_whole(&self) -> bool {
        self.parts.iter().all(|part| part.is_whole)
    }

    /// All rows, file by file in the order of the file.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let parts = self.parts.iter().flat_map(|part| (0..part.n_rows()).map(move |row_idx| (part.as_ref(), row_idx)));
        parts.enumerate().map(move |(idx, (part, row_idx))| Row { table: self, part, row_idx, idx, sight: Sight::Everything })
    }

    /// All rows as pages may show them: a column that is not public is empty in them.
    pub fn public_rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows().map(|row| Row { sight: Sight::PublicOnly, ..row })
    }

    /// The distinct values of a column with how many rows have each; a value that is written in two ways may come twice, and a
    /// file without the column gives nothing. A secret column has no values.
    pub fn counted(&self, column: usize) -> Vec<(Cell<'_>, u64)> {
        let mut all = Vec::new();
        for column in self.parts.iter().filter_map(|part| part.columns[column].as_deref()) {
            let mut counts = vec![0_u64; column.values.len()];
            for value in &column.cells {
                counts[*value as usize] += 1;
            }
            all.extend(counts.into_iter().enumerate().map(|(value, n)| (column.value(value as u32), n)));
        }
        all
    }

    /// The row of an index, as [`Row::idx`] gives it.
    pub fn row(&self, idx: usize) -> Option<Row<'_>> {
        let mut row_idx = idx;
        for part in &self.parts {
            if row_idx < part.n_rows() {
                return Some(Row { table: self, part, row_idx, idx, sight: Sight::Everything });
            }
            row_idx -= part.n_rows();
        }
        None
    }

    /// The row of an index as pages may show it.
    pub fn public_row(&self, idx: usize) -> Option<Row<'_>> {
        self.row(idx).map(|row| Row { sight: Sight::PublicOnly, ..row })
    }

    /// The row with this key, one value for each key column in normal form (`2024-09-03`); the first where the same key stands twice.
    pub fn find_by_key(&self, key: &[&str]) -> Option<Row<'_>> {
        self.row(self.index.find(key)? as usize)
    }
}

impl<'t> Row<'t> {
    /// Index in the table.
    pub fn idx(&self) -> usize {
        self.idx
    }

    /// The value of a column of the schema, by its index.
    pub fn cell(&self, column: usize) -> Cell<'t> {
        if self.sight == Sight::PublicOnly && !self.is_public(column) {
            return Cell::Empty;
        }
        self.part.cell(self.row_idx, column)
    }

    /// Whether everybody may see a cell. The holder of an honour may be a person, who is named only as consent says.
    fn is_public(&self, column: usize) -> bool {
        let schema = &self.table.schema;
        if schema.columns[column].sensitivity != Sensitivity::Public {
            return false;
        }
        let names_holder = schema.name == "honours" && schema.columns[column].name == "holder";
        let kind = || self.part.cell(self.row_idx, self.column("holder_kind"));
        !(names_holder && kind() == Cell::Text("person"))
    }

    /// The value of a column by its name, which the schema must have.
    pub fn get(&self, column: &str) -> Cell<'t> {
        self.cell(self.column(column))
    }

    /// A text, a word's id, a key or an entry's id; `None` if the cell is empty or of another type.
    pub fn text(&self, column: &str) -> Option<&'t str> {
        if let Cell::Text(text) = self.get(column) { Some(text) } else { None }
    }

    /// A whole number.
    pub fn integer(&self, column: &str) -> Option<i64> {
        if let Cell::Integer(number) = self.get(column) { Some(number) } else { None }
    }

    /// A number, whole or not.
    pub fn number(&self, column: &str) -> Option<Decimal> {
        match self.get(column) {
            Cell::Number(number) => Some(number),
            Cell::Integer(number) => Some(Decimal::from(number)),
            _ => None,
        }
    }

    /// Yes or no.
    pub fn flag(&self, column: &str) -> Option<bool> {
        if let Cell::Bool(is_true) = self.get(column) { Some(is_true) } else { None }
    }

    /// A date.
    pub fn date(&self, column: &str) -> Option<Date> {
        if let Cell::Date(date) = self.get(column) { Some(date) } else { None }
    }

    /// A month of a year.
    pub fn month(&self, column: &str) -> Option<Month> {
        if let Cell::Month(month) = self.get(column) { Some(month) } else { None }
    }

    /// The texts of a list, a single text as a list of one; empty if there are none.
    pub fn texts(&self, column: &str) -> Vec<&'t str> {
        match self.get(column) {
            Cell::Text(text) => vec![text],
            Cell::List(items) => {
                items.iter().filter_map(|item| if let Cell::Text(text) = item { Some(text) } else { None }).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Any value in normal form, as pages show it; a list with `、` between its items, and nothing for an empty cell.
    pub fn shown(&self, column: &str) -> String {
        match self.get(column) {
            Cell::List(items) => items.iter().map(|item| item.canonical().into_owned()).collect::<Vec<_>>().join("、"),
            cell => cell.canonical().into_owned(),
        }
    }

    /// The file it stands in.
    pub fn file(&self) -> FileId {
        self.part.file
    }

    /// Where it stands.
    pub fn place(&self) -> Place {
        self.part.origins.row_place(self.part.file, self.row_idx)
    }

    /// Where the value of a column stands; the row's place if it is not written anywhere.
    pub fn place_of(&self, column: &str) -> Place {
        self.part.place(self.row_idx, self.column(column))
    }

    /// Number of the row in its file as the author counts, from one.
    pub fn number_in_file(&self) -> u32 {
        self.part.row_number(self.row_idx)
    }

    fn column(&self, name: &str) -> usize {
        let schema = &self.table.schema;
        schema.column(name).unwrap_or_else(|| panic!("the table `{}` has a column `{name}`", schema.name))
    }
}
