//! The register of branches to what duties need of it.

use std::sync::Arc;

use jiff::civil::Date;

use crate::diag::nearest;
use crate::model::{Kind, Model};

/// The branches of a site, in the order of their register.
#[derive(Clone, Debug, Default)]
pub(super) struct Branches {
    pub(super) branches: Vec<BranchRow>,
    /// Whether all rows of the register could be read: if not, a branch that is missing here is not called unknown.
    pub(super) is_whole: bool,
}

/// One branch.
#[derive(Clone, Debug)]
pub(super) struct BranchRow {
    pub(super) id: Arc<str>,
    pub(super) name: String,
    pub(super) founded_on: Option<Date>,
}

impl Branches {
    /// The rows of the table `branches`, or the texts about branches where a site has no such table.
    pub(super) fn of(model: &Model) -> Self {
        let Some(table) = model.tables.get("branches") else {
            let texts = model.entries_of(Kind::Branch).iter();
            let row = |id: &Arc<str>, name: &str| BranchRow { id: id.clone(), name: name.to_owned(), founded_on: None };
            let mut branches: Vec<BranchRow> = texts.map(|entry| row(&entry.id, &entry.title)).collect();
            branches.sort_by(|a, b| a.id.cmp(&b.id));
            return Self { branches, is_whole: true };
        };
        let mut branches: Vec<BranchRow> = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        for row in table.rows() {
            let Some(id) = row.text("id") else { continue };
            // A key that stands twice has been said.
            if !seen.insert(id) {
                continue;
            }
            let name = row.text("name").unwrap_or(id).to_owned();
            branches.push(BranchRow { id: id.into(), name, founded_on: row.date("founded_on") });
        }
        Self { branches, is_whole: table.is_whole() }
    }

    /// The id of a branch, written as id or as name.
    pub(super) fn find(&self, written: &str) -> Option<Arc<str>> {
        let by_id = self.branches.iter().find(|branch| &*branch.id == written);
        by_id.or_else(|| self.branches.iter().find(|branch| branch.name == written)).map(|branch| branch.id.clone())
    }

    /// The id nearest to a written one.
    pub(super) fn nearest(&self, written: &str) -> Option<&str> {
        nearest(written, self.branches.iter().map(|branch| &*branch.id))
    }
}
