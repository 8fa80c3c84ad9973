//! The tables that entries refer to, as the look-ups that entries need.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Row, Table, Tables};

/// Branches, honours and consents by id. `None` is a table that the site does not have.
#[derive(Debug, Default)]
pub(super) struct Registers {
    /// Names of the branches.
    pub(super) branches: Option<BTreeMap<Arc<str>, String>>,
    /// Titles of the honours.
    pub(super) honours: Option<BTreeMap<Arc<str>, String>>,
    /// Consents.
    pub(super) consents: Option<BTreeMap<Arc<str>, Consent>>,
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
            branches: tables.get("branches").map(|table| by_id(table, "name")),
            honours: tables.get("honours").map(|table| by_id(table, "title")),
            consents: tables.get("consent").map(consents),
        }
    }
}

fn by_id(table: &Table, column: &str) -> BTreeMap<Arc<str>, String> {
    let row = |row: Row<'_>| Some((row.text("id")?.into(), row.text(column).unwrap_or_default().to_owned()));
    table.rows().filter_map(row).collect()
}

fn consents(table: &Table) -> BTreeMap<Arc<str>, Consent> {
    let consent = |row: &Row<'_>| Consent { withdrawn_on: row.date("withdrawn_on"), expires_on: row.date("expires_on") };
    table.rows().filter_map(|row| Some((row.text("id")?.into(), consent(&row)))).collect()
}
