//! The rows of a TOML or JSON file to a ledger: one column for each key that any row has.

use super::ledger::{ITEM_END, Ledger, OpenColumn, Origins, plain_key};
use super::tree::{Fields, Node, Value};
use crate::diag::{Capped, FileId, Outcome, Place, Span, codes};

/// Turns the rows of a file into a ledger.
///
/// - Rows: the list itself (JSON), or the one below `row` or below one of `names` (TOML `[[row]]`).
/// - Result: `None` if there is no list of rows.
/// - Codes: R457 no list of rows, R458 a row that is no table, R459 a value that no cell can hold, R455 too many rows.
pub fn read_records(file: FileId, root: &Node, names: &[&str], max_rows: u64) -> Outcome<Option<Ledger>> {
    let mut faults = Capped::new(Place::File(file));
    let Some(rows) = find_rows(root, names) else {
        let diagnostic = codes::no_rows.at(Place::File(file)).with("name", names.first().unwrap_or(&"row"));
        return Outcome::new(None, vec![diagnostic]);
    };
    if rows.len() as u64 > max_rows {
        faults.push(codes::too_many_rows.at(Place::File(file)).with("max", max_rows));
        return Outcome::new(None, faults.into_found());
    }
    let mut reading = Reading { file, columns: Vec::new(), rows: Vec::new(), cells: Vec::new() };
    for row in rows {
        match &row.value {
            Value::Fields(fields) => reading.take(row.span, fields, &mut faults),
            _ => faults.push(codes::row_is_no_table.at(Place::Text(file, row.span))),
        }
    }
    Outcome::new(Some(reading.finish()), faults.into_found())
}

fn find_rows<'a>(root: &'a Node, names: &[&str]) -> Option<&'a [Node]> {
    match &root.value {
        Value::List(rows) => Some(rows),
        // An empty file is a table without rows, as an empty list is.
        Value::Fields(fields) if fields.entries.is_empty() => Some(&[]),
        Value::Fields(fields) => names.iter().chain([&"row"]).find_map(|name| match &fields.get(name)?.value {
            Value::List(rows) => Some(rows.as_slice()),
            _ => None,
        }),
        _ => None,
    }
}

struct Reading {
    file: FileId,
    columns: Vec<OpenColumn>,
    rows: Vec<Span>,
    cells: Vec<Vec<Span>>,
}

impl Reading {
    fn take(&mut self, span: Span, fields: &Fields, faults: &mut Capped) {
        for (key, node) in &fields.entries {
            let idx = self.column(&plain_key(&key.text), key.span);
            let column = &mut self.columns[idx];
            if column.cells.len() > self.rows.len() {
                // Two keys that differ only in characters that cannot be seen.
                let diagnostic = codes::same_key_twice.at(Place::Text(self.file, key.span));
                faults.push(diagnostic.with("key", &column.heading));
                continue;
            }
            match cell_text(&node.value) {
                Some(text) => column.push(&text),
                None => {
                    faults.push(codes::no_cell_value.at(Place::Text(self.file, node.span)).with("key", &key.text));
                    column.push("");
                }
            }
            self.cells[idx].push(node.span);
        }
        self.rows.push(span);
        self.fill_up();
    }

    /// The column of a key, begun with an empty cell for each row above where the key is new.
    fn column(&mut self, heading: &str, at: Span) -> usize {
        if let Some(idx) = self.columns.iter().position(|column| column.heading == heading) {
            return idx;
        }
        let idx = self.columns.len();
        let mut column = OpenColumn::new(heading.to_owned(), Place::Text(self.file, at), idx as u32);
        for _ in &self.rows {
            column.push("");
        }
        self.columns.push(column);
        self.cells.push(self.rows.clone());
        idx
    }

    fn fill_up(&mut self) {
        for (column, spans) in self.columns.iter_mut().zip(&mut self.cells) {
            if column.cells.len() < self.rows.len() {
                column.push("");
                spans.push(self.rows[self.rows.len() - 1]);
            }
        }
    }

    fn finish(self) -> Ledger {
        let columns = self.columns.into_iter().map(OpenColumn::close).collect();
        Ledger { file: self.file, columns, origins: Origins::Spans { rows: self.rows, cells: self.cells } }
    }
}

/// A value in the form in which a CSV cell would hold it; `None` for what no cell can hold.
pub fn cell_text(value: &Value) -> Option<String> {
    match value {
        Value::List(items) => {
            let mut text = String::new();
            for item in items {
                text.push_str(&plain_text(&item.value)?);
                text.push(ITEM_END);
            }
            Some(text)
        }
        value => plain_text(value),
    }
}

fn plain_text(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.clone()),
        Value::Integer(number) => Some(number.to_string()),
        Value::Float(number) => Some(number.to_string()),
        Value::Bool(is_true) => Some(is_true.to_string()),
        Value::Date(date) => Some(date.to_string()),
        Value::DateTime(time) => Some(time.to_string()),
        Value::Time(time) => Some(time.to_string()),
        Value::Null => Some(String::new()),
        Value::List(_) | Value::Fields(_) => None,
    }
}
