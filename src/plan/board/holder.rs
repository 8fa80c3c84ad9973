//! Who holds points, as a board may show them: the boundary to naming levels and consent.

use crate::metrics::HolderKind;
use crate::model::NamingLevel;
use crate::plan::Plan;

/// A holder as pages may show them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::plan) struct Holder {
    /// How plainly.
    pub(in crate::plan) level: NamingLevel,
    /// What stands for them: the name, the name with signs, the code, or the branch.
    pub(in crate::plan) label: String,
    /// The last part of the address of their page, if they have one.
    pub(in crate::plan) page: Option<String>,
}

/// How a holder is shown on a board whose ceiling is `ceiling`.
pub(in crate::plan) fn holder(plan: &Plan<'_>, kind: HolderKind, row: u32, ceiling: NamingLevel) -> Holder {
    let code = holder_code(plan, kind, row);
    match kind {
        HolderKind::Branch => {
            let name = plan.model.tables.get("branches").and_then(|table| table.row(row as usize));
            let label = name.and_then(|row| row.text("name")).map_or_else(|| code.clone(), str::to_owned);
            Holder { level: NamingLevel::Full, label, page: Some(code) }
        }
        HolderKind::Member => Holder { level: ceiling.max(NamingLevel::Code), label: code, page: None },
    }
}

/// What stands for a holder in addresses and open data: a keyed code for persons, the id for branches.
pub(in crate::plan) fn holder_code(plan: &Plan<'_>, kind: HolderKind, row: u32) -> String {
    let table = match kind {
        HolderKind::Branch => "branches",
        HolderKind::Member => "members",
    };
    let id = plan.model.tables.get(table).and_then(|table| table.row(row as usize)).and_then(|row| row.text("id"));
    match kind {
        HolderKind::Branch => crate::model::slug::slugify(id.unwrap_or_default()),
        HolderKind::Member => plan.figures.key.code_of("member", id.unwrap_or_default()),
    }
}
