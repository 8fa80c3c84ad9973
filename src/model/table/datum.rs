//! Understood values, kept column by column: each distinct value once, and four bytes for each row.

use std::borrow::Cow;

use jiff::civil::Date;

use super::super::date::Month;
use super::super::number::Decimal;
use crate::read::Texts;

/// The value of a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Nothing was written, or what was written has been refused.
    Empty,
    /// A text, a word's id, a key or an entry's id.
    Text(&'a str),
    /// A whole number.
    Integer(i64),
    /// A number; a percentage as its ratio.
    Number(Decimal),
    /// Yes or no.
    Bool(bool),
    /// A date.
    Date(Date),
    /// A month of a year.
    Month(Month),
    /// Several values.
    List(Items<'a>),
}

/// The values of a list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Items<'a> {
    column: &'a Column,
    items: &'a [Datum],
}

impl<'a> Items<'a> {
    /// The values in the order in which they are written; none of them is a list.
    pub fn iter(self) -> impl Iterator<Item = Cell<'a>> {
        self.items.iter().map(move |item| self.column.resolve(item))
    }
}

impl Cell<'_> {
    /// The value as it is written in normal form, so that equal values are equal texts; a list item by item.
    pub fn canonical(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Integer(number) => Cow::Owned(number.to_string()),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Bool(is_true) => Cow::Borrowed(if *is_true { "true" } else { "false" }),
            Self::Date(date) => Cow::Owned(date.to_string()),
            Self::Month(month) => Cow::Owned(month.to_string()),
            Self::List(items) => {
                let parts: Vec<String> = items.iter().map(|item| item.canonical().into_owned()).collect();
                Cow::Owned(parts.join(";"))
            }
        }
    }
}

/// A value as it is kept: texts are numbers of texts, lists are stretches of items.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Datum {
    Empty,
    Text(u32),
    Integer(i64),
    Number(Decimal),
    Bool(bool),
    Date(Date),
    Month(Month),
    List { start: u32, end: u32 },
}

/// One column of one file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Column {
    /// For each row the number of its value.
    pub(super) cells: Vec<u32>,
    /// Distinct values as written; two of them may mean the same (`2024-9-3` and `2024/9/3`).
    pub(super) values: Vec<Datum>,
    pub(super) texts: Texts,
    pub(super) items: Vec<Datum>,
}

impl Column {
    /// The value of a row.
    pub(super) fn cell(&self, row_idx: usize) -> Cell<'_> {
        self.value(self.cells[row_idx])
    }

    /// The value of a number.
    pub(super) fn value(&self, id: u32) -> Cell<'_> {
        self.resolve(&self.values[id as usize])
    }

    fn resolve(&self, datum: &Datum) -> Cell<'_> {
        match datum {
            Datum::Empty => Cell::Empty,
            Datum::Text(id) => Cell::Text(self.texts.get(*id)),
            Datum::Integer(number) => Cell::Integer(*number),
            Datum::Number(number) => Cell::Number(*number),
            Datum::Bool(is_true) => Cell::Bool(*is_true),
            Datum::Date(date) => Cell::Date(*date),
            Datum::Month(month) => Cell::Month(*month),
            Datum::List { start, end } => Cell::List(Items { column: self, items: &self.items[*start as usize..*end as usize] }),
        }
    }
}
