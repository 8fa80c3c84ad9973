//! The tables of branches and honours to what pages need of them.
//!
//! Where a site has no table of branches, the texts below `content/branches/` are the register.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::model::slug::slugify;
use crate::model::{EntryIdx, Kind, Model, Table};

/// Branches and honours.
#[derive(Debug, Default)]
pub(super) struct Register {
    /// In the order of their table.
    pub(super) branches: Vec<Branch>,
    /// Newest first.
    pub(super) honours: Vec<Honour>,
    by_id: BTreeMap<Arc<str>, usize>,
}

/// A branch.
#[derive(Clone, Debug)]
pub(super) struct Branch {
    /// Id.
    pub(super) id: Arc<str>,
    /// Name.
    pub(super) name: String,
    /// Its type in the site's words.
    pub(super) type_label: Option<String>,
    /// The branch above.
    pub(super) parent: Option<String>,
    /// Founded.
    pub(super) founded_on: Option<Date>,
    /// End of the committee's term.
    pub(super) term_end: Option<Date>,
    /// Its text.
    pub(super) entry: Option<EntryIdx>,
    /// Its folder in the output: `branches/shukong`.
    pub(super) folder: String,
}

impl Branch {
    /// Its page, from the root.
    pub(super) fn path(&self) -> String {
        format!("{}/index.html", self.folder)
    }
}

/// An honour.
#[derive(Clone, Debug)]
pub(super) struct Honour {
    pub(super) id: String,
    pub(super) anchor: String,
    pub(super) title: String,
    pub(super) level: String,
    pub(super) holder_kind: String,
    pub(super) holder: String,
    pub(super) date: Option<Date>,
    pub(super) issuer: String,
    pub(super) document: String,
}

impl Register {
    /// The register of a site.
    pub(super) fn of(model: &Model) -> Self {
        let mut texts: BTreeMap<&str, EntryIdx> = BTreeMap::new();
        for idx in model.indices_of(Kind::Branch) {
            texts.insert(&model.entry(idx).id, idx);
        }
        let mut branches: Vec<Branch> = Vec::new();
        for row in model.tables.get("branches").into_iter().flat_map(Table::public_rows) {
            let Some(id) = row.text("id") else { continue };
            // A key that stands twice has been said; two pages at one address would say it again.
            if branches.iter().any(|branch| &*branch.id == id) {
                continue;
            }
            let entry = texts.remove(id);
            branches.push(Branch {
                id: id.into(),
                name: row.text("name").unwrap_or(id).to_owned(),
                type_label: row.text("type").map(|kind| model.vocabulary.label("branch_type", kind).unwrap_or(kind).to_owned()),
                parent: row.text("parent").map(str::to_owned),
                founded_on: row.date("founded_on"),
                term_end: row.date("term_end"),
                folder: folder(model, id, entry),
                entry,
            });
        }
        branches.extend(texts.into_iter().map(|(id, idx)| of_text(model, id, idx)));
        let by_id = branches.iter().enumerate().map(|(idx, branch)| (branch.id.clone(), idx)).collect();
        Self { branches, honours: honours(model), by_id }
    }

    /// A branch by its id.
    pub(super) fn branch(&self, id: &str) -> Option<&Branch> {
        self.by_id.get(id).map(|idx| &self.branches[*idx])
    }

    /// The name of a branch; its id where it is not known.
    pub(super) fn name_of(&self, id: &str) -> String {
        self.branch(id).map_or(id, |branch| &branch.name).to_owned()
    }
}

fn of_text(model: &Model, id: &str, idx: EntryIdx) -> Branch {
    Branch {
        id: id.into(),
        name: model.entry(idx).title.clone(),
        type_label: None,
        parent: None,
        founded_on: None,
        term_end: None,
        folder: folder(model, id, Some(idx)),
        entry: Some(idx),
    }
}

fn folder(model: &Model, id: &str, entry: Option<EntryIdx>) -> String {
    match entry {
        Some(idx) => model.entry(idx).address.to_string(),
        None => format!("branches/{}", slugify(id)),
    }
}

fn honours(model: &Model) -> Vec<Honour> {
    let mut honours = Vec::new();
    for row in model.tables.get("honours").into_iter().flat_map(Table::public_rows) {
        let text = |column: &str| row.text(column).unwrap_or_default().to_owned();
        honours.push(Honour {
            anchor: format!("h-{}", slugify(&text("id"))),
            id: text("id"),
            title: text("title"),
            level: text("level"),
            holder_kind: text("holder_kind"),
            holder: text("holder"),
            date: row.date("date"),
            issuer: text("issuer"),
            document: text("document"),
        });
    }
    honours.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.id.cmp(&b.id)));
    honours
}
