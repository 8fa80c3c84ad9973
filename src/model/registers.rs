//! The tables that entries refer to, as the look-ups that entries need.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::table::{Row, Tables};
use super::working_days::WorkingDays;
use crate::diag::nearest;

/// Rows of one table by their id.
#[derive(Debug)]
pub(super) struct Register<T> {
    pub(super) rows: BTreeMap<Arc<str>, T>,
    /// Whether every row could be read: if not, one that is missing is not called unknown.
    pub(super) is_whole: bool,
}

/// What entries refer to. `None` is a table that the site does not have.
#[derive(Debug, Default)]
pub(super) struct Registers {
    /// Names of the branches.
    pub(super) branches: Option<Register<String>>,
    /// Titles of the honours.
    pub(super) honours: Option<Register<String>>,
    /// Which days are worked.
    pub(super) working_days: WorkingDays,
    /// Consents.
    pub(super) consents: Option<Register<Consent>>,
}

/// Until when a person agrees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Consent {
    /// The first day on which it holds no more.
    pub(super) withdrawn_on: Option<Date>,
    /// The last day on which it holds.
    pub(super) expires_on: Option<Date>,
}

impl Consent {
    /// The day on which it ended, if that is past.
    pub(super) fn ended(&self, as_of: Date) -> Option<Date> {
        let withdrawn = self.withdrawn_on.filter(|day| *day <= as_of);
        withdrawn.or(self.expires_on.filter(|day| *day < as_of))
    }
}

impl Registers {
    /// The look-ups of a site's tables.
    pub(super) fn of(tables: &Tables) -> Self {
        Self {
            working_days: WorkingDays::of(tables),
            branches: Register::of(tables, "branches", |row| row.text("name").unwrap_or_default().to_owned()),
            honours: Register::of(tables, "honours", |row| row.text("title").unwrap_or_default().to_owned()),
            consents: Register::of(tables, "consent", |row| Consent {
                withdrawn_on: row.date("withdrawn_on"),
                expires_on: row.date("expires_on"),
            }),
        }
    }
}

impl<T> Register<T> {
    fn of(tables: &Tables, name: &str, understood: impl Fn(Row<'_>) -> T) -> Option<Self> {
        let table = tables.get(name)?;
        let rows = table.rows().filter_map(|row| Some((row.text("id")?.into(), understood(row)))).collect();
        Some(Self { rows, is_whole: table.is_whole() })
    }

    /// The id nearest to a written one.
    pub(super) fn nearest(&self, written: &str) -> Option<&str> {
        nearest(written, self.rows.keys().map(|id| &**id))
    }
}
