//! Relations to columns of values as SQLite keeps them: references as positions of rows, numbers as scaled integers.
//!
//! A value that many rows share is made once, however many rows have it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::metrics::relation::entries::{self, EntryCell};
use crate::metrics::relation::{Holds, Relation, RelationColumn, View};
use crate::model::Model;
use crate::model::number::{Decimal, parse_number};
use crate::model::table::{Cell, Table};

use super::fault::DatabaseFault;
use super::natural;

/// Everything that databases are loaded from.
#[derive(Debug)]
pub struct Stock<'m> {
    pub(super) model: &'m Model,
    relations: Vec<Relation>,
    views: BTreeMap<String, ViewRows>,
}

/// The rows that a view of the site keeper gave.
#[derive(Clone, Debug, Default)]
pub(in crate::metrics) struct ViewRows {
    /// By column, then row.
    pub(super) columns: Vec<(String, Vec<Value>)>,
    /// Rows.
    pub(super) n_rows: usize,
    /// For each row its row in the table that it comes from, where the view says so.
    pub(super) origin_rows: Option<Vec<u32>>,
    /// That table.
    pub(super) origin_table: Option<String>,
    /// Its `select`.
    pub(super) sql: String,
}

/// A value of SQL.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Nothing.
    #[default]
    Null,
    /// A whole number, 0 or 1, or the position of a row.
    Integer(i64),
    /// A number with a fraction.
    Real(f64),
    /// Text, a date, or a list.
    Text(String),
}

/// One column, file by file.
pub(in crate::metrics) struct Lane<'m> {
    pub(super) parts: Vec<LanePart<'m>>,
    /// Digits behind the point that integers of the column stand for; `None` where values are as they are.
    pub(super) scale: Option<u8>,
}

/// One column of one file.
pub(super) struct LanePart<'m> {
    pub(super) n_rows: usize,
    /// For each row the number of its value.
    ids: Ids<'m>,
    values: Vec<Value>,
}

enum Ids<'m> {
    /// Each row has its own.
    Each,
    Given(&'m [u32]),
    /// All are empty.
    Nothing,
}

impl LanePart<'_> {
    /// Its values and which row has which, as bytes.
    pub(super) fn feed(&self, take: &mut dyn FnMut(&[u8])) {
        for value in &self.values {
            value.feed(take);
        }
        if let Ids::Given(ids) = self.ids {
            let bytes: Vec<u8> = ids.iter().flat_map(|id| id.to_le_bytes()).collect();
            take(&bytes);
        }
    }

    /// Changes each value.
    pub(super) fn change(&mut self, to: impl Fn(&Value) -> Value) {
        for value in &mut self.values {
            *value = to(value);
        }
    }

    /// The value of a row of this part.
    pub(super) fn value(&self, row: usize) -> &Value {
        match self.ids {
            Ids::Each => &self.values[row],
            Ids::Given(ids) => &self.values[ids[row] as usize],
            Ids::Nothing => &Value::Null,
        }
    }
}

impl<'m> Lane<'m> {
    /// A column of values, one for each row behind the first `n_empty`, which have none.
    pub(super) fn of_rows(n_empty: usize, values: Vec<Value>) -> Self {
        let empty = LanePart { n_rows: n_empty, ids: Ids::Nothing, values: Vec::new() };
        Self { parts: vec![empty, LanePart { n_rows: values.len(), ids: Ids::Each, values }], scale: None }
    }

    /// The values of all rows.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Value> {
        self.parts.iter().flat_map(|part| (0..part.n_rows).map(move |row| part.value(row)))
    }
}

/// A value before numbers of its column have found a common scale.
enum Raw {
    Value(Value),
    Number(Decimal),
}

impl<'m> Stock<'m> {
    /// A stock of these relations; views are added one by one.
    pub fn new(model: &'m Model, relations: Vec<Relation>) -> Self {
        Self { model, relations, views: BTreeMap::new() }
    }

    /// Runs a view and keeps its rows.
    pub fn add_view(&mut self, view: &View) -> Result<(), DatabaseFault> {
        let rows = natural::rows_of(self, view)?;
        self.views.insert(view.name.clone(), rows);
        Ok(())
    }

    /// The model.
    pub fn model(&self) -> &'m Model {
        self.model
    }

    /// All relations.
    pub fn relations(&self) -> &[Relation] {
        &self.relations
    }

    /// The relation of a name.
    pub fn relation(&self, name: &str) -> Option<&Relation> {
        self.relations.iter().find(|relation| relation.name == name)
    }

    /// For each row of a view its row in the table that it comes from.
    pub(in crate::metrics) fn origin_rows(&self, view: &str) -> Option<&[u32]> {
        self.views.get(view)?.origin_rows.as_deref()
    }

    /// The table that the rows of a view come from.
    pub(in crate::metrics) fn origin_table(&self, view: &str) -> Option<&str> {
        self.views.get(view)?.origin_table.as_deref()
    }

    /// The `select` of a view.
    pub(super) fn view_sql(&self, view: &str) -> Option<&str> {
        Some(self.views.get(view)?.sql.as_str())
    }

    /// Whether a relation is a view.
    pub(in crate::metrics) fn is_view(&self, relation: &str) -> bool {
        self.views.contains_key(relation)
    }

    /// The table behind a relation, if it is one.
    pub(in crate::metrics) fn table(&self, relation: &str) -> Option<&'m Table> {
        if entries::kind_of(relation).is_some() || self.views.contains_key(relation) {
            return None;
        }
        self.model.tables.get(relation)
    }

    /// How many rows a relation has.
    pub(in crate::metrics) fn n_rows(&self, relation: &str) -> usize {
        if let Some(view) = self.views.get(relation) {
            return view.n_rows;
        }
        match entries::kind_of(relation) {
            Some(kind) => self.model.entries_of(kind).len(),
            None => self.model.tables.get(relation).map_or(0, Table::len),
        }
    }

    /// The position of the row with a key.
    pub(in crate::metrics) fn position(&self, relation: &str, key: &str) -> Option<u32> {
        match entries::kind_of(relation) {
            Some(kind) => {
                let first = self.model.indices_of(kind).next()?;
                self.model.find(kind, key).map(|idx| idx.0 - first.0)
            }
            None => self.model.tables.get(relation)?.find_by_key(&[key]).map(|row| row.idx() as u32),
        }
    }

    /// The own column of a relation that rows are referred to by: the key of a table, the id of an entry.
    pub(in crate::metrics) fn key_column(&self, relation: &str) -> Option<String> {
        match self.table(relation) {
            Some(table) => {
                let schema = table.schema();
                let [key] = schema.key()[..] else { return None };
                Some(schema.columns[key].name.clone())
            }
            None => entries::kind_of(relation).map(|_| "id".to_owned()),
        }
    }

    /// The own column of a relation.
    pub(in crate::metrics) fn column(&self, relation: &str, name: &str) -> Option<&RelationColumn> {
        self.relation(relation)?.columns.iter().find(|column| column.depth == 0 && column.name == name)
    }

    /// The values of an own column of a relation.
    pub(super) fn lane(&self, relation: &str, column: &RelationColumn) -> Lane<'m> {
        if let Some(view) = self.views.get(relation) {
            let values = view.columns.iter().find(|(name, _)| *name == column.name).map(|(_, values)| values.as_slice());
            let raws = values.unwrap_or_default().iter().map(|value| self.of_view(column, value)).collect();
            return lane(vec![(view.n_rows, Ids::Each, raws)]);
        }
        if let Some(kind) = entries::kind_of(relation) {
            let entries = self.model.entries_of(kind);
            let raws =
                entries.iter().map(|entry| self.of_entry(column, entries::cell(self.model, entry, &column.name))).collect();
            return lane(vec![(entries.len(), Ids::Each, raws)]);
        }
        let Some(table) = self.model.tables.get(relation) else { return lane(Vec::new()) };
        let Some(idx) = table.schema().column(&column.name) else { return lane(Vec::new()) };
        let mut parts = Vec::new();
        for part in table.column_parts(idx) {
            let raws = part.values().map(|cell| self.of_cell(column, cell)).collect();
            parts.push((part.n_rows(), part.ids().map_or(Ids::Nothing, Ids::Given), raws));
        }
        lane(parts)
    }

    fn of_cell(&self, column: &RelationColumn, cell: Cell<'_>) -> Raw {
        Raw::Value(match cell {
            Cell::Empty => Value::Null,
            Cell::Number(number) => return Raw::Number(number),
            Cell::Integer(number) if column.holds == Holds::Number => return Raw::Number(Decimal::from(number)),
            Cell::Integer(number) => Value::Integer(number),
            Cell::Bool(is_true) => Value::Integer(i64::from(is_true)),
            Cell::Date(_) | Cell::Month(_) => Value::Text(cell.canonical().into_owned()),
            Cell::Text(text) => self.of_text(column, text),
            Cell::List(items) => list(items.iter().map(|item| Cow::Owned(item.canonical().into_owned()))),
        })
    }

    fn of_entry(&self, column: &RelationColumn, cell: EntryCell<'_>) -> Raw {
        Raw::Value(match cell {
            EntryCell::Empty => Value::Null,
            EntryCell::Number(number) if column.holds == Holds::Number => return Raw::Number(number),
            EntryCell::Number(number) => number.to_integer().map_or(Value::Null, Value::Integer),
            EntryCell::Flag(is_true) => Value::Integer(i64::from(is_true)),
            EntryCell::Text(text) => self.of_text(column, &text),
            EntryCell::List(items) => list(items.into_iter().map(Cow::Borrowed)),
        })
    }

    fn of_view(&self, column: &RelationColumn, value: &Value) -> Raw {
        let number = |written: String| parse_number(&written).ok();
        match (value, &column.holds) {
            (Value::Integer(number), Holds::Number) => Raw::Number(Decimal::from(*number)),
            (Value::Real(real), Holds::Number) => number(real.to_string()).map_or(Raw::Value(Value::Real(*real)), Raw::Number),
            (Value::Text(text), Holds::Key(_)) => Raw::Value(self.of_text(column, text)),
            _ => Raw::Value(value.clone()),
        }
    }

    fn of_text(&self, column: &RelationColumn, text: &str) -> Value {
        match &column.holds {
            Holds::Key(target) if !column.is_list => {
                self.position(target, text).map_or(Value::Null, |row| Value::Integer(i64::from(row)))
            }
            _ => Value::Text(text.to_owned()),
        }
    }
}

/// Items of a list as one text, in the order of their ids, so that equal lists are equal texts.
fn list<'a>(items: impl Iterator<Item = Cow<'a, str>>) -> Value {
    let mut items: Vec<Cow<'a, str>> = items.collect();
    items.sort_unstable();
    items.dedup();
    if items.is_empty() { Value::Null } else { Value::Text(items.join(";")) }
}

/// Digits behind the point beyond which numbers are no longer kept as integers: sums of a million of them would not fit.
const SCALE_MAX: u8 = 9;

/// Gives the numbers of a column a common scale, so that sums of them are exact.
fn lane<'m>(parts: Vec<(usize, Ids<'m>, Vec<Raw>)>) -> Lane<'m> {
    let numbers = || {
        parts
            .iter()
            .flat_map(|(_, _, raws)| raws)
            .filter_map(|raw| if let Raw::Number(number) = raw { Some(*number) } else { None })
    };
    let scale = numbers().map(|number| number.parts().1).max();
    let has_reals = parts.iter().flat_map(|(_, _, raws)| raws).any(|raw| matches!(raw, Raw::Value(Value::Real(_))));
    let scale =
        scale.filter(|scale| !has_reals && *scale <= SCALE_MAX && numbers().all(|number| scaled(number, *scale).is_some()));
    let value = |raw: Raw| match (raw, scale) {
        (Raw::Value(value), _) => value,
        (Raw::Number(number), Some(scale)) => scaled(number, scale).map_or(Value::Null, Value::Integer),
        (Raw::Number(number), None) => Value::Real(number.to_f64()),
    };
    let part =
        |(n_rows, ids, raws): (usize, Ids<'m>, Vec<Raw>)| LanePart { n_rows, ids, values: raws.into_iter().map(value).collect() };
    Lane { parts: parts.into_iter().map(part).collect(), scale }
}

fn scaled(number: Decimal, scale: u8) -> Option<i64> {
    let (digits, own) = number.parts();
    digits.checked_mul(10_i64.checked_pow(u32::from(scale.checked_sub(own)?))?)
}
