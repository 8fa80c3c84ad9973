//! A holder of points to what may be said of who it is: what the person agrees to, and never more than the page allows.

use crate::metrics::HolderKind;
use crate::model::{Model, NamingLevel, Row, masked};

use super::Published;
use super::consent::Purpose;
use super::key::PersonKey;

/// Who holds points, as a page may show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolderShown {
    /// How plainly.
    pub level: NamingLevel,
    /// The name, or its masked form; `None` from `code` on.
    pub name: Option<String>,
    /// What the holder is known by in addresses and open data: a keyed code, for branches their id.
    pub code: String,
    /// Whether there is a page that explains the score: branches have one, and members who agree to be ranked.
    pub has_page: bool,
}

impl Published<'_> {
    /// What may be said of a holder where nobody is named more plainly than `ceiling`.
    ///
    /// - `row`: in `members` or `branches`.
    /// - Branches are no persons and are always named.
    /// - Without consent to be ranked a member is a code at most; between `code` and `hidden` only the ceiling decides.
    pub fn holder(&self, kind: HolderKind, row: u32, ceiling: NamingLevel) -> HolderShown {
        match kind {
            HolderKind::Branch => branch(self.model, row),
            HolderKind::Member => self.member(row, ceiling),
        }
    }

    /// How plainly open data may name holders: as boards do, but where those show no names at all they still tell holders apart by code.
    pub fn ceiling_in_open_data(&self) -> NamingLevel {
        self.model.site.privacy.boards.min(NamingLevel::Code)
    }

    /// Whether a member agrees to a purpose today.
    pub fn agrees(&self, member: u32, purpose: Purpose) -> bool {
        self.consents.allows(member, purpose)
    }

    fn member(&self, row: u32, ceiling: NamingLevel) -> HolderShown {
        let agrees = self.consents.allows(row, Purpose::Rank);
        let allowed = if agrees { NamingLevel::Full } else { NamingLevel::Code };
        let level = allowed.max(ceiling);
        let member = row_of(self.model, "members", row);
        let name = member.and_then(|member| member.text("name")).unwrap_or_default();
        HolderShown {
            level,
            name: match level {
                NamingLevel::Full => Some(name.to_owned()),
                NamingLevel::Masked => Some(masked(name)),
                _ => None,
            },
            code: self.code_of_member(row),
            has_page: agrees && self.model.site.privacy.holder_pages < NamingLevel::BranchOnly,
        }
    }
}

impl Published<'_> {
    /// The code of a member, by row in `members`. All are made at once: boards ask for each of them once for every period.
    fn code_of_member(&self, row: u32) -> String {
        let n_rows = self.model.tables.get("members").map_or(0, |table| table.len() as u32);
        let make = || (0..n_rows).map(|row| code_of_member(&self.key, self.model, row)).collect();
        let codes: &Vec<String> = self.member_codes.get_or_init(make);
        codes.get(row as usize).cloned().unwrap_or_default()
    }
}

/// The code of a member, by row in `members`.
pub(super) fn code_of_member(key: &PersonKey, model: &Model, row: u32) -> String {
    let id = row_of(model, "members", row).and_then(|member| member.text("id")).unwrap_or_default();
    key.code_of("member", id)
}

fn branch(model: &Model, row: u32) -> HolderShown {
    let branch = row_of(model, "branches", row);
    let text = |column| branch.and_then(|branch: Row<'_>| branch.text(column)).unwrap_or_default().to_owned();
    let (code, name) = (text("id"), text("name"));
    HolderShown { level: NamingLevel::Full, name: Some(name), code, has_page: true }
}

fn row_of<'m>(model: &'m Model, table: &str, row: u32) -> Option<Row<'m>> {
    model.tables.get(table)?.row(row as usize)
}
