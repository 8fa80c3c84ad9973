//! Columns to rows of a table of SQLite.

use std::ops::Range;

use rusqlite::Connection;
use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};

use super::quote;
use super::stock::{Lane, Value};

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Integer(number) => ValueRef::Integer(*number),
            Self::Real(number) => ValueRef::Real(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
        }))
    }
}

/// Makes a table. Columns have no type, so that values stay what they are.
pub(super) fn create(connection: &Connection, table: &str, columns: &[&str]) -> rusqlite::Result<()> {
    let mut names: Vec<String> = columns.iter().map(|name| quote(name)).collect();
    if names.is_empty() {
        // SQL has no table without columns.
        names.push(quote("="));
    }
    connection.execute_batch(&format!("create table {} ({})", quote(table), names.join(", ")))
}

/// Inserts these rows of the columns; a row's `rowid` is its position.
pub(super) fn insert(
    connection: &Connection,
    table: &str,
    columns: &[&str],
    lanes: &[Lane<'_>],
    rows: Range<usize>,
) -> rusqlite::Result<()> {
    let names: String = columns.iter().map(|name| format!(", {}", quote(name))).collect();
    let holes = ", ?".repeat(lanes.len());
    let mut statement = connection.prepare(&format!("insert into {} (rowid{names}) values (?{holes})", quote(table)))?;
    let mut cursors: Vec<Cursor<'_>> = lanes.iter().map(|lane| Cursor { lane, part: 0, start: 0 }).collect();
    for row in rows {
        statement.raw_bind_parameter(1, row as i64)?;
        for (idx, cursor) in cursors.iter_mut().enumerate() {
            statement.raw_bind_parameter(idx + 2, cursor.value(row))?;
        }
        statement.raw_execute()?;
    }
    Ok(())
}

/// Walks down a column.
struct Cursor<'l> {
    lane: &'l Lane<'l>,
    part: usize,
    /// Row of the table at which the part begins.
    start: usize,
}

impl<'l> Cursor<'l> {
    /// The value of a row that is not above those asked for before.
    fn value(&mut self, row: usize) -> &'l Value {
        while let Some(part) = self.lane.parts.get(self.part) {
            if row - self.start < part.n_rows {
                return part.value(row - self.start);
            }
            self.start += part.n_rows;
            self.part += 1;
        }
        &Value::Null
    }
}
