//! The rows of a stretch of a relation to cells: SQL evaluates what each row says, and equal rows are counted together.
//!
//! SQLite could group rows too, but only by sorting them all, and it would forget which row went where; that is the evidence.

use std::collections::HashMap;
use std::ops::Range;

use rusqlite::Row;
use rusqlite::types::ValueRef;

use crate::metrics::Rows;
use crate::metrics::database::{Database, DatabaseFault, Need, Stock, quote};
use crate::metrics::relation::{Holds, RelationColumn};
use crate::read::Interner;

use super::cell::{Cells, NONE, month_code};
use super::counter::Counted;
use super::group::{Counter, CounterKind, Group};

/// Conditions whose bits one selected number holds: a longer sum would be too deep for SQLite.
const N_BITS: usize = 32;

/// Counts these rows of a group's relation; of persons at most `n_persons_max` are kept in a cell.
pub(in crate::metrics) fn count(
    stock: &Stock<'_>,
    group: &Group,
    rows: Range<usize>,
    n_persons_max: usize,
) -> Result<Cells, DatabaseFault> {
    let expressions = group.expressions();
    let need = Need::of(&group.relation, group.time.as_deref(), expressions.iter().map(String::as_str));
    let database = Database::load_rows(stock, &[need], Some(rows.clone()))?;
    let select = group.select();
    let select: Vec<&str> = select.iter().map(String::as_str).collect();
    let mut counting = Counting::new(group, &database, rows, n_persons_max);
    database.each(&group.relation, group.time.as_deref(), &select, None, |row, values| counting.take(row, values))?;
    Ok(counting.finish())
}

impl Group {
    /// What is selected of each row: the date, the conditions, the person, the dimensions, then the counters' arguments.
    fn select(&self) -> Vec<String> {
        let mut select = vec![self.time.as_deref().map_or_else(|| "null".to_owned(), quote)];
        let tests: Vec<&str> = self
            .conditions
            .iter()
            .map(|one| one.as_deref().unwrap_or("1"))
            .chain(self.filters.iter().map(String::as_str))
            .collect();
        for tests in tests.chunks(N_BITS) {
            let bits: Vec<String> =
                tests.iter().enumerate().map(|(bit, test)| format!("((({test}) is true) << {bit})")).collect();
            select.push(bits.join(" | "));
        }
        select.push(self.person.as_ref().map_or_else(|| "null".to_owned(), identity));
        select.extend(self.dimensions.iter().map(identity));
        select.extend(self.counters.iter().map(|counter| match (&counter.column, &counter.argument) {
            (Some(column), _) if counter.kind == CounterKind::Distinct => identity(column),
            (Some(column), _) if column.holds == Holds::Number => quote(&format!("#{}", column.name)),
            (_, Some(argument)) => argument.clone(),
            (_, None) => "1".to_owned(),
        }));
        select
    }

    fn n_masks(&self) -> usize {
        (self.conditions.len() + self.filters.len()).div_ceil(N_BITS)
    }
}

/// Whether values of a column are numbered by the rows that they refer to.
pub(in crate::metrics) fn is_position(column: &RelationColumn) -> bool {
    matches!(column.holds, Holds::Key(_)) && !column.is_list
}

/// The column whose values are to be told apart.
fn identity(column: &RelationColumn) -> String {
    if is_position(column) { quote(&format!("#{}", column.name)) } else { quote(&column.name) }
}

/// Rows on their way to cells.
struct Counting<'g> {
    group: &'g Group,
    first: usize,
    n_persons_max: usize,
    /// By the codes and conditions of a cell. Cells are numbered as they appear, so the order of the map is never seen.
    known: HashMap<Box<[u32]>, u32>,
    /// Those of the row at hand.
    key: Vec<u32>,
    last: Option<(Vec<u32>, u32)>,
    dimensions: Vec<Interner>,
    persons: Interner,
    counters: Vec<Counted<'g>>,
    cells: Cells,
}

impl<'g> Counting<'g> {
    fn new(group: &'g Group, database: &Database, rows: Range<usize>, n_persons_max: usize) -> Self {
        let time = group.time.as_deref();
        let counted = |counter: &'g Counter| Counted::new(counter, |name| database.scale(&group.relation, time, name));
        Self {
            group,
            first: rows.start,
            n_persons_max,
            known: HashMap::new(),
            key: Vec::new(),
            last: None,
            dimensions: group.dimensions.iter().map(|_| Interner::default()).collect(),
            persons: Interner::default(),
            counters: group.counters.iter().map(counted).collect(),
            cells: Cells { cell_of: vec![Rows::IN_NO_CLASS; rows.len()], ..Cells::default() },
        }
    }

    /// Takes a row; its first value is its position.
    fn take(&mut self, row: u32, values: &Row<'_>) {
        let value = |idx: usize| values.get_ref_unwrap(idx + 1);
        let tests = self.tests(values);
        let conditions = tests & ((1 << self.group.conditions.len()) - 1);
        if conditions == 0 {
            return;
        }
        let n_masks = self.group.n_masks();
        let at = 2 + n_masks;
        self.key.clear();
        for (idx, interner) in self.dimensions.iter_mut().enumerate() {
            self.key.push(code(value(at + idx), &self.group.dimensions[idx], interner));
        }
        self.key.push(if let ValueRef::Text(date) = value(0) { month_code(date) } else { NONE });
        self.key.extend([conditions as u32, (conditions >> 32) as u32]);
        let cell = self.cell(conditions);
        if let Some(place) = self.cells.cell_of.get_mut(row as usize - self.first) {
            *place = cell;
        }
        let cell = cell as usize;
        self.cells.n[cell] += 1;
        if let Some(column) = &self.group.person {
            let person = code(value(1 + n_masks), column, &mut self.persons);
            keep(&mut self.cells.persons[cell], person, self.n_persons_max);
        }
        let at = at + self.dimensions.len();
        for (idx, counter) in self.group.counters.iter().enumerate() {
            let is_counted = counter.filter.is_none_or(|filter| tests >> (self.group.conditions.len() + filter) & 1 == 1);
            if is_counted {
                self.cells.is_too_large |= self.counters[idx].take(cell, value(at + idx)).is_none();
            }
        }
    }

    fn tests(&self, values: &Row<'_>) -> u128 {
        let mut tests = 0;
        for mask in 0..self.group.n_masks() {
            if let ValueRef::Integer(bits) = values.get_ref_unwrap(mask + 2) {
                tests |= (bits as u128) << (mask * N_BITS);
            }
        }
        tests
    }

    /// The number of the cell that the key means.
    fn cell(&mut self, conditions: u128) -> u32 {
        if let Some((key, cell)) = &self.last
            && *key == self.key
        {
            return *cell;
        }
        let cell = match self.known.get(self.key.as_slice()) {
            Some(cell) => *cell,
            None => self.new_cell(conditions),
        };
        match &mut self.last {
            Some((key, last)) => {
                key.clone_from(&self.key);
                *last = cell;
            }
            None => self.last = Some((self.key.clone(), cell)),
        }
        cell
    }

    fn new_cell(&mut self, conditions: u128) -> u32 {
        let cell = self.cells.n.len() as u32;
        self.known.insert(self.key.as_slice().into(), cell);
        self.cells.codes.extend(&self.key[..=self.dimensions.len()]);
        self.cells.conditions.push(conditions as u64);
        self.cells.n.push(0);
        self.cells.persons.push(Vec::new());
        for counter in &mut self.counters {
            counter.grow();
        }
        cell
    }

    fn finish(self) -> Cells {
        let mut cells = self.cells;
        for persons in &mut cells.persons {
            persons.sort_unstable();
        }
        cells.texts = self.dimensions.into_iter().map(Interner::into_texts).collect();
        cells.person_texts = self.persons.into_texts();
        cells.counts = self.counters.into_iter().map(Counted::finish).collect();
        cells
    }
}

/// The number of a value: positions of rows are numbers already, anything else is numbered by its text.
pub(super) fn code(value: ValueRef<'_>, column: &RelationColumn, texts: &mut Interner) -> u32 {
    match value {
        ValueRef::Null => NONE,
        ValueRef::Integer(number) if is_position(column) => u32::try_from(number).unwrap_or(NONE),
        ValueRef::Integer(number) => texts.intern(&number.to_string()),
        ValueRef::Real(number) => texts.intern(&number.to_string()),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => texts.intern(&String::from_utf8_lossy(bytes)),
    }
}

fn keep(persons: &mut Vec<u32>, person: u32, n_max: usize) {
    if person != NONE && persons.len() < n_max && !persons.contains(&person) {
        persons.push(person);
    }
}
