//! The tables that entries refer to, as the look-ups that entries need.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::table::{Row, Table, Tables};
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

/// Who agrees to what, from when and until when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Consent {
    /// As written: an id or a name.
    pub(super) person: String,
    /// The name of the member whose id it is.
    pub(super) member: Option<String>,
    /// Whether there is a register of members, all of which could be read.
    pub(super) has_register: bool,
    /// What for.
    pub(super) purposes: Vec<String>,
    /// The first day on which it holds.
    pub(super) granted_on: Option<Date>,
    /// The first day on which it holds no more.
    pub(super) withdrawn_on: Option<Date>,
    /// The last day on which it holds.
    pub(super) expires_on: Option<Date>,
}

impl Consent {
    fn of(row: Row<'_>, members: Option<&Table>) -> Self {
        let person = row.text("person").unwrap_or_default();
        let member = members.and_then(|members| members.find_by_key(&[person])?.text("name").map(str::to_owned));
        Self {
            person: person.to_owned(),
            member,
            has_register: members.is_some_and(Table::is_whole),
            purposes: row.texts("purposes").into_iter().map(str::to_owned).collect(),
            granted_on: row.date("granted_on"),
            withdrawn_on: row.date("withdrawn_on"),
            expires_on: row.date("expires_on"),
        }
    }

    /// Whether it is given for a purpose.
    pub(super) fn covers(&self, purpose: &str) -> bool {
        self.purposes.iter().any(|one| one == purpose)
    }

    /// The day on which it begins, if that is to come.
    pub(super) fn begins(&self, as_of: Date) -> Option<Date> {
        self.granted_on.filter(|day| *day > as_of)
    }

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
            consents: Register::of(tables, "consent", |row| Consent::of(row, tables.get("members"))),
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
