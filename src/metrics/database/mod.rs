//! Relations to a database in memory that formulas may ask: one view for each relation and time, with every column by its full name.
//!
//! Only what the queries name is loaded. Whoever asks gets rows by their position, so that each figure can be walked back to them.

mod belong;
mod digest;
mod fault;
mod guard;
mod insert;
mod join;
mod natural;
mod printed;
mod stock;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rusqlite::Connection;

use super::relation::RelationColumn;

use self::guard::Steps;
use self::insert::{create, insert};
use self::join::{Joined, inner, join};
use self::natural::value_of;

pub(super) use self::printed::natural_select;

pub use self::fault::{DatabaseFault, Expression, FaultKind};
pub use self::stock::{Stock, Value};

/// Relations in memory, for reading only.
#[derive(Debug)]
pub struct Database {
    connection: Connection,
    steps: Steps,
    /// By name of the view the rows of its relation.
    views: BTreeMap<String, usize>,
    /// By name of the view and column the digits behind the point of raw integers.
    scales: BTreeMap<(String, String), Option<u8>>,
}

/// What will be asked of a database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// Name of the relation.
    pub relation: String,
    /// Full name of the column that dates a row, where rows have a date: it decides which branch a member belonged to.
    pub time: Option<String>,
    /// Full names of the columns.
    pub columns: BTreeSet<String>,
}

/// A row that a query gave.
#[derive(Clone, Debug, PartialEq)]
pub struct RowValues {
    /// Its position in the relation.
    pub row: u32,
    /// One for each selected expression.
    pub values: Vec<Value>,
}

/// Steps that a query may take beside those for its rows.
const N_STEPS_MIN: u64 = 50_000_000;
/// Steps that a query may take for each row: some thirty conditions of some thirty comparisons.
const N_STEPS_PER_ROW: u64 = 5_000;

impl Need {
    /// What these expressions name: every column stands in them by its full name in double quotes.
    pub fn of<'s>(relation: &str, time: Option<&str>, expressions: impl IntoIterator<Item = &'s str>) -> Self {
        let mut columns: BTreeSet<String> = time.map(str::to_owned).into_iter().collect();
        for expression in expressions {
            columns.extend(quoted_names(expression));
        }
        Self { relation: relation.to_owned(), time: time.map(str::to_owned), columns }
    }
}

impl Database {
    /// Loads what is needed.
    pub fn load(stock: &Stock<'_>, needs: &[Need]) -> Result<Self, DatabaseFault> {
        Self::load_rows(stock, needs, None)
    }

    /// Loads what is needed, and of the first relation only some rows.
    pub(super) fn load_rows(stock: &Stock<'_>, needs: &[Need], rows: Option<Range<usize>>) -> Result<Self, DatabaseFault> {
        let loaded = Self::try_load(stock, &merged(needs), rows);
        loaded.map_err(|error| DatabaseFault::of(&error))
    }

    fn try_load(stock: &Stock<'_>, needs: &[Need], rows: Option<Range<usize>>) -> rusqlite::Result<Self> {
        let joined: Vec<Joined> =
            needs.iter().map(|need| join(stock, &need.relation, need.time.as_deref(), &need.columns)).collect();
        let mut connection = guard::open(stock.model().as_of)?;
        connection.execute_batch("begin")?;
        for relation in joined.iter().flat_map(|joined| joined.reads.keys()).collect::<BTreeSet<_>>() {
            let n_rows = stock.n_rows(relation);
            let is_first = needs.first().is_some_and(|need| need.relation == *relation);
            // A relation that refers to itself is needed as a whole.
            let is_referred_to = joined.iter().filter(|joined| joined.refers_to(relation)).count() > 0;
            let part = rows.clone().filter(|_| is_first && !is_referred_to).unwrap_or(0..n_rows);
            load_relation(stock, relation, needs, &joined, part, &connection)?;
        }
        let mut views = BTreeMap::new();
        let mut scales = BTreeMap::new();
        for (need, joined) in needs.iter().zip(joined) {
            let name = view_name(&need.relation, need.time.as_deref());
            connection.execute_batch(&format!("create view {} as {}", quote(&name), joined.select))?;
            views.insert(name.clone(), stock.n_rows(&need.relation));
            scales.extend(joined.scales.into_iter().map(|(column, scale)| ((name.clone(), column), scale)));
        }
        connection.execute_batch("commit")?;
        let steps = guard::close(&mut connection)?;
        Ok(Self { connection, steps, views, scales })
    }

    /// The rows of a relation that fulfil a condition, in their order, with the values of these expressions.
    ///
    /// - The relation and time must have been needed when the database was loaded.
    pub fn rows(
        &self,
        relation: &str,
        time: Option<&str>,
        select: &[&str],
        condition: Option<&str>,
    ) -> Result<Vec<RowValues>, DatabaseFault> {
        let mut found = Vec::new();
        self.each(relation, time, select, condition, |row, values| {
            let values = (0..select.len()).map(|idx| value_of(values.get_ref_unwrap(idx + 1))).collect();
            found.push(RowValues { row, values });
        })?;
        Ok(found)
    }

    /// As [`Self::rows`], row by row; the first value of a row of SQLite is its position.
    pub(super) fn each(
        &self,
        relation: &str,
        time: Option<&str>,
        select: &[&str],
        condition: Option<&str>,
        mut look: impl FnMut(u32, &rusqlite::Row<'_>),
    ) -> Result<(), DatabaseFault> {
        let name = view_name(relation, time);
        let n_rows = self.views.get(&name).copied().unwrap_or_default() as u64;
        self.steps.allow(N_STEPS_MIN + n_rows * N_STEPS_PER_ROW);
        let query = Query::new(&name, select, condition);
        let located = |error: rusqlite::Error| query.locate(DatabaseFault::of(&error));
        let mut statement = self.connection.prepare(&query.sql).map_err(located)?;
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next().map_err(located)? {
            look(u32::try_from(row.get::<_, i64>(0).map_err(located)?).unwrap_or(u32::MAX), row);
        }
        Ok(())
    }

    /// Digits behind the point that the raw integers of a number column stand for; `None` where it has none.
    pub(super) fn scale(&self, relation: &str, time: Option<&str>, column: &str) -> Option<u8> {
        self.scales.get(&(view_name(relation, time), column.to_owned())).copied().flatten()
    }
}

impl Joined {
    fn refers_to(&self, relation: &str) -> bool {
        self.select.contains(&format!(" left join {} as ", quote(&inner(relation))))
    }
}

/// One need for each relation and time, in their order.
fn merged(needs: &[Need]) -> Vec<Need> {
    let mut merged: Vec<Need> = Vec::new();
    for need in needs {
        match merged.iter_mut().find(|one| one.relation == need.relation && one.time == need.time) {
            Some(one) => one.columns.extend(need.columns.iter().cloned()),
            None => merged.push(need.clone()),
        }
    }
    merged
}

fn load_relation(
    stock: &Stock<'_>,
    relation: &str,
    needs: &[Need],
    joined: &[Joined],
    rows: Range<usize>,
    connection: &Connection,
) -> rusqlite::Result<()> {
    let names: BTreeSet<&str> =
        joined.iter().filter_map(|joined| joined.reads.get(relation)).flatten().map(String::as_str).collect();
    let own: Vec<&RelationColumn> = names.iter().filter_map(|name| stock.column(relation, name)).collect();
    let mut columns: Vec<&str> = own.iter().map(|column| column.name.as_str()).collect();
    let mut lanes: Vec<_> = own.iter().map(|column| stock.lane(relation, column)).collect();
    for (need, joined) in needs.iter().zip(joined).filter(|(need, _)| need.relation == relation) {
        for belonging in &joined.belongings {
            if !columns.contains(&belonging.column.as_str()) {
                columns.push(&belonging.column);
                lanes.push(belong::belong(stock, relation, need.time.as_deref(), belonging, rows.clone()));
            }
        }
    }
    create(connection, &inner(relation), &columns)?;
    insert(connection, &inner(relation), &columns, &lanes, rows)
}

/// Name of the view of a relation at a time.
fn view_name(relation: &str, time: Option<&str>) -> String {
    time.map_or_else(|| relation.to_owned(), |time| format!("{relation} by {time}"))
}

/// A `select` made of expressions, which knows where each of them stands.
struct Query {
    sql: String,
    /// Where the selected expressions begin and end, then the condition.
    spans: Vec<Range<usize>>,
    n_selected: usize,
}

impl Query {
    fn new(view: &str, select: &[&str], condition: Option<&str>) -> Self {
        let mut sql = String::from("select \"#\"");
        let mut spans = Vec::with_capacity(select.len() + 1);
        for expression in select {
            sql.push_str(", (");
            spans.push(sql.len()..sql.len() + expression.len());
            sql.push_str(expression);
            sql.push(')');
        }
        sql.push_str(&format!(" from {}", quote(view)));
        if let Some(condition) = condition {
            sql.push_str(" where (");
            spans.push(sql.len()..sql.len() + condition.len());
            sql.push_str(condition);
            sql.push(')');
        }
        Self { sql, spans, n_selected: select.len() }
    }

    /// Tells which expression a place in the query is in.
    fn locate(&self, fault: DatabaseFault) -> DatabaseFault {
        let Some(offset) = fault.offset else { return fault };
        let Some(idx) = self.spans.iter().position(|span| span.contains(&offset)) else {
            return DatabaseFault { offset: None, ..fault };
        };
        let expression = if idx < self.n_selected { Expression::Select(idx) } else { Expression::Condition };
        DatabaseFault { expression: Some(expression), offset: Some(offset - self.spans[idx].start), ..fault }
    }
}

/// Names in double quotes; what stands in single quotes is text.
fn quoted_names(sql: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = sql;
    while let Some(at) = rest.find(['\'', '"']) {
        let mark = &rest[at..=at];
        let Some(length) = rest[at + 1..].find(mark) else { break };
        if mark == "\"" {
            // A raw integer is loaded with its column.
            names.push(rest[at + 1..at + 1 + length].trim_start_matches('#').to_owned());
        }
        rest = &rest[at + length + 2..];
    }
    names
}

/// A name in double quotes.
pub(super) fn quote(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
