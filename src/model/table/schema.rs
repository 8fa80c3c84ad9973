//! What a table may hold: its columns with their types, names, ranges and levels of privacy.

use super::super::number::{Decimal, narrow};
use crate::diag::nearest;
use crate::read::is_zero_width;

/// All tables that a site may have, the shipped ones first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Schemas {
    pub(super) tables: Vec<TableSchema>,
}

/// One table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableSchema {
    /// As in file names and formulas: `members`.
    pub name: String,
    /// What people read.
    pub label: String,
    /// Other file names that mean this table.
    pub aliases: Vec<String>,
    /// The column that references may write instead of the key, where people know a thing by its name.
    pub name_column: Option<usize>,
    /// In the order of their declaration.
    pub columns: Vec<ColumnSchema>,
}

/// One column.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnSchema {
    /// As in formulas: `joined_on`.
    pub name: String,
    /// What people read, and a heading that files may use.
    pub label: String,
    /// Other headings.
    pub aliases: Vec<String>,
    /// What its cells hold.
    pub kind: Kind,
    /// Whether a cell holds several of them.
    pub is_list: bool,
    /// Whether each row must have it.
    pub is_required: bool,
    /// Whether it is part of what tells rows apart.
    pub is_key: bool,
    /// Whether no two rows may have the same.
    pub is_unique: bool,
    /// Least and greatest number.
    pub range: Range,
    /// What a number counts: `percent`, `minutes`; empty for none.
    pub unit: String,
    /// Who may see it.
    pub sensitivity: Sensitivity,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Any text.
    Text,
    /// A whole number.
    Integer,
    /// A number; of unit `percent` a ratio, so that 95% is 0.95.
    Number,
    /// Yes or no.
    Bool,
    /// A date.
    Date,
    /// A month of a year.
    Month,
    /// A word of a group of the vocabulary.
    Word(String),
    /// A word of the column's own list.
    OneOf(Vec<String>),
    /// The key of a row of another table, by its name.
    Row(String),
    /// The id of an entry, by its kind: `activity`.
    Entry(String),
}

/// Limits of a number, both inclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Range {
    /// Least.
    pub min: Option<Decimal>,
    /// Greatest.
    pub max: Option<Decimal>,
}

/// Who may see a column, from everybody to nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sensitivity {
    /// Everybody.
    Public,
    /// Only as part of figures over enough persons.
    Internal,
    /// It identifies a person, and is shown as consent and naming levels say.
    Personal,
    /// Nobody: the values are not even kept.
    Secret,
}

/// Kinds of content that a column may refer to.
pub const ENTRY_KINDS: [&str; 11] =
    ["activity", "role_model", "resource", "path", "quiz", "notice", "news", "branch", "column", "faq", "page"];

impl Schemas {
    /// The schema of a table's name.
    pub fn get(&self, name: &str) -> Option<&TableSchema> {
        self.tables.iter().find(|table| table.name == name)
    }

    /// All tables in the order of their declaration.
    pub fn iter(&self) -> impl Iterator<Item = &TableSchema> {
        self.tables.iter()
    }

    /// The table that a file name means: its name, its label or one of its other names.
    pub(super) fn by_file_name(&self, stem: &str) -> Option<usize> {
        let stem = heading_key(stem);
        let is_it = |name: &str| heading_key(name) == stem;
        self.tables
            .iter()
            .position(|table| is_it(&table.name))
            .or_else(|| self.tables.iter().position(|table| is_it(&table.label) || table.aliases.iter().any(|name| is_it(name))))
    }

    /// The name or label nearest to a file name.
    pub(super) fn nearest(&self, written: &str) -> Option<&str> {
        let names = self.tables.iter().map(|table| table.name.as_str());
        nearest(written, names.chain(self.tables.iter().map(|table| table.label.as_str())))
    }
}

impl TableSchema {
    /// Index of the column with this name.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    /// Indices of the columns that tell rows apart; empty if nothing does.
    pub fn key(&self) -> Vec<usize> {
        (0..self.columns.len()).filter(|idx| self.columns[*idx].is_key).collect()
    }

    /// Whether a row is about a person: such a table has no public file.
    pub fn is_about_persons(&self) -> bool {
        self.columns.iter().any(|column| column.sensitivity >= Sensitivity::Personal)
    }

    /// The column that a heading means: its name first, then labels, then other headings.
    pub(super) fn by_heading(&self, heading: &str) -> Option<usize> {
        let heading = heading_key(heading);
        let find = |has: &dyn Fn(&ColumnSchema) -> bool| self.columns.iter().position(has);
        find(&|column| heading_key(&column.name) == heading)
            .or_else(|| find(&|column| heading_key(&column.label) == heading))
            .or_else(|| find(&|column| column.aliases.iter().any(|alias| heading_key(alias) == heading)))
    }

    /// The heading nearest to one that is not known.
    pub(super) fn nearest_heading(&self, written: &str) -> Option<&str> {
        let names = self.columns.iter().map(|column| column.name.as_str());
        let labels = self.columns.iter().flat_map(|column| [&column.label].into_iter().chain(&column.aliases));
        let headings: Vec<&str> = names.chain(labels.map(String::as_str)).collect();
        // Chinese headings are short: one that holds the other is as near as a slip of the keyboard.
        let held =
            || headings.iter().copied().find(|one| one.chars().count() > 1 && (written.contains(one) || one.contains(written)));
        nearest(written, headings.iter().copied()).or_else(held)
    }
}

impl ColumnSchema {
    /// Whether its numbers are ratios that may be written with a percent sign.
    pub fn is_percent(&self) -> bool {
        self.unit == "percent"
    }

    /// Least and greatest number, where a percentage without a range of its own lies between 0 and 1.
    pub(super) fn limits(&self) -> Range {
        if self.is_percent() && self.range == Range::default() {
            return Range { min: Some(Decimal::from(0)), max: Some(Decimal::from(1)) };
        }
        self.range
    }
}

impl Sensitivity {
    /// The level of a word in a schema file.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "public" => Self::Public,
            "internal" => Self::Internal,
            "personal" => Self::Personal,
            "secret" => Self::Secret,
            _ => return None,
        })
    }
}

/// What of a heading counts: no white space, no case, no marks of a required field, brackets and letters of one width.
pub(super) fn heading_key(written: &str) -> String {
    let mut key = String::with_capacity(written.len());
    for c in written.chars() {
        let c = narrow(c);
        if !c.is_whitespace() && !is_zero_width(c) && !matches!(c, '*' | ':') {
            key.extend(c.to_lowercase());
        }
    }
    key
}
