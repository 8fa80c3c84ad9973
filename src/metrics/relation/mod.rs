//! What formulas read: tables, entries and views, with the columns that they reach through references.

pub(super) mod entries;
mod reach;
#[cfg(test)]
mod tests;

use crate::diag::Place;
use crate::model::table::Sensitivity;

pub use self::reach::relations;

/// A relation as formulas see it: its own columns and those of what it refers to.
#[derive(Clone, Debug)]
pub struct Relation {
    /// `attendance`, `activities`, or the name of a view.
    pub name: String,
    /// What people read.
    pub label: String,
    /// Own columns first, then those one reference away, then two and three.
    pub columns: Vec<RelationColumn>,
    /// Whether a row is about one person: it has a personal column of its own.
    pub is_about_persons: bool,
}

/// One column. In SQL its name is `name` in double quotes: `"activity.kind"`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelationColumn {
    /// Own: `status`; through references: `activity.kind`, `member.branch.type`.
    pub name: String,
    /// What people read.
    pub label: String,
    /// What it holds.
    pub holds: Holds,
    /// Whether a cell holds several; then SQL sees them as one text with `;` between, in the order of the values' ids.
    pub is_list: bool,
    /// Its own level, or a stricter internal one on the way. That a reference names a person makes nothing behind it personal.
    pub sensitivity: Sensitivity,
    /// Unit of a number: `minutes`; empty for none.
    pub unit: String,
    /// References on the way: 0 for an own column.
    pub depth: u8,
}

/// What the cells of a column hold, as SQL sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Text.
    Text,
    /// A word of a group of the vocabulary.
    Word(String),
    /// The id of a row of a relation: `branches`, `activities`.
    Key(String),
    /// A whole number.
    Integer,
    /// A number that may have a fraction.
    Number,
    /// 0 or 1.
    Flag,
    /// `2024-09-03`; a moment is `2024-09-03T14:30`.
    Date,
    /// `2024-09`.
    Month,
}

/// A view that the site keeper wrote: `[view.NAME]`, understood.
#[derive(Clone, Debug)]
pub struct View {
    /// As in `from`.
    pub name: String,
    /// What people read.
    pub label: String,
    /// Its `select`.
    pub sql: String,
    /// Its columns, in the order of the `select`; without `origin_row`.
    pub columns: Vec<RelationColumn>,
    /// The table whose rows it carries through as `origin_row`.
    pub origin: Option<String>,
    /// Where its `select` stands.
    pub place: Place,
}

/// Which column a name means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named<'r> {
    /// This position in [`Relation::columns`].
    One(usize),
    /// Several equally near; these are the choices.
    Several(Vec<&'r str>),
    /// None; this one is nearest.
    Nothing(Option<&'r str>),
}

impl Relation {
    /// The column that a formula's name means: a dotted name is exact; a bare one is the own column, else the only one reachable by
    /// the fewest references.
    pub fn named(&self, written: &str) -> Named<'_> {
        if let Some(idx) = self.columns.iter().position(|column| column.name == written) {
            return Named::One(idx);
        }
        let ends = |column: &RelationColumn| column.name.rsplit('.').next() == Some(written);
        let Some(depth) = self.columns.iter().filter(|column| ends(column)).map(|column| column.depth).min() else {
            return Named::Nothing(crate::diag::nearest(written, self.columns.iter().map(|column| column.name.as_str())));
        };
        let near: Vec<usize> =
            (0..self.columns.len()).filter(|idx| self.columns[*idx].depth == depth && ends(&self.columns[*idx])).collect();
        match near.as_slice() {
            [one] => Named::One(*one),
            several => Named::Several(several.iter().map(|idx| self.columns[*idx].name.as_str()).collect()),
        }
    }
}
