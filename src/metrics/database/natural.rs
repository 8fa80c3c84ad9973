//! A view that the site keeper wrote to its rows: the tables that it names are laid out as people know them, with ids as texts.

use rusqlite::Connection;
use rusqlite::types::ValueRef;

use crate::metrics::relation::{Holds, Relation, View};

use super::fault::DatabaseFault;
use super::guard;
use super::insert::{create, insert};
use super::stock::{Lane, Stock, Value, ViewRows};

/// The column in which a view carries through which row of a table it is about.
const ORIGIN: &str = "origin_row";

/// Steps of a view beside those for its rows.
const N_STEPS_MIN: u64 = 20_000_000;
/// Steps of a view for each row of its tables: a join by a key takes some fifty.
const N_STEPS_PER_ROW: u64 = 2_000;

/// Runs a view.
pub(super) fn rows_of(stock: &Stock<'_>, view: &View) -> Result<ViewRows, DatabaseFault> {
    let (mut connection, n_rows) = load(stock, view).map_err(|error| DatabaseFault::of(&error))?;
    let steps = guard::close(&mut connection).map_err(|error| DatabaseFault::of(&error))?;
    steps.allow(N_STEPS_MIN + n_rows as u64 * N_STEPS_PER_ROW);
    read(&connection, view).map_err(|error| DatabaseFault::of(&error))
}

/// The tables that a view names, and how many rows they have together.
fn load(stock: &Stock<'_>, view: &View) -> rusqlite::Result<(Connection, usize)> {
    let mut n_rows = 0;
    let connection = guard::open(stock.model.as_of)?;
    let sql = view.sql.to_lowercase();
    let words = words_of(&sql);
    connection.execute_batch("begin")?;
    for relation in stock.relations().iter().filter(|relation| !stock.is_view(&relation.name) && relation.name != view.name) {
        if words.contains(&relation.name.to_lowercase().as_str()) {
            lay_out(stock, relation, &words, &connection)?;
            n_rows += stock.n_rows(&relation.name);
        }
    }
    connection.execute_batch("commit")?;
    Ok((connection, n_rows))
}

/// Names in a `select`.
fn words_of(sql: &str) -> Vec<&str> {
    let mut words: Vec<&str> = sql.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '*').collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn lay_out(stock: &Stock<'_>, relation: &Relation, words: &[&str], connection: &Connection) -> rusqlite::Result<()> {
    let is_all = words.iter().any(|word| word.contains('*'));
    let own = relation.columns.iter().filter(|column| column.depth == 0);
    let columns: Vec<_> = own.filter(|column| is_all || words.contains(&column.name.as_str())).collect();
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    create(connection, &relation.name, &names)?;
    let mut lanes: Vec<Lane<'_>> = Vec::with_capacity(columns.len());
    for column in columns {
        let mut column = column.clone();
        // As texts, references are ids.
        if matches!(column.holds, Holds::Key(_)) {
            column.holds = Holds::Text;
        }
        let mut lane = stock.lane(&relation.name, &column);
        lane.make_natural();
        lanes.push(lane);
    }
    insert(connection, &relation.name, &names, &lanes, 0..stock.n_rows(&relation.name))
}

fn read(connection: &Connection, view: &View) -> rusqlite::Result<ViewRows> {
    let mut statement = connection.prepare(&view.sql)?;
    let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let origin = names.iter().position(|name| name == ORIGIN);
    let mut found = ViewRows {
        origin_rows: origin.map(|_| Vec::new()),
        origin_table: view.origin.clone(),
        sql: view.sql.clone(),
        ..ViewRows::default()
    };
    found.columns = names.into_iter().map(|name| (name, Vec::new())).collect();
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next()? {
        found.n_rows += 1;
        for (idx, (_, values)) in found.columns.iter_mut().enumerate() {
            values.push(value_of(row.get_ref(idx)?));
        }
        if let (Some(origin), Some(rows)) = (origin, &mut found.origin_rows) {
            let row = if let ValueRef::Integer(row) = row.get_ref(origin)? { u32::try_from(row).ok() } else { None };
            rows.push(row.unwrap_or(u32::MAX));
        }
    }
    Ok(found)
}

/// A value as SQLite gives it.
pub(super) fn value_of(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Integer(number),
        ValueRef::Real(number) => Value::Real(number),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => Value::Text(String::from_utf8_lossy(bytes).into_owned()),
    }
}

impl Lane<'_> {
    /// Scaled integers as the numbers that they stand for.
    fn make_natural(&mut self) {
        let Some(scale) = self.scale.take() else { return };
        let divisor = 10_f64.powi(i32::from(scale));
        for part in &mut self.parts {
            part.change(
                |value| if let Value::Integer(number) = value { Value::Real(*number as f64 / divisor) } else { Value::Null },
            );
        }
    }
}
