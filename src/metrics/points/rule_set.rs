//! A rule set as its file declares it, understood: who holds points, for what, how many at most, and which grade they give.

use std::sync::Arc;

use jiff::civil::Date;

use crate::diag::{FileId, Place, Span};
use crate::metrics::amount::{Amount, Rounding};
use crate::metrics::standing::{Cap, HolderKind, ScoreKind};

/// A rule set.
#[derive(Clone, Debug)]
pub struct RuleSet {
    /// `member-2026`.
    pub id: Arc<str>,
    /// What people read.
    pub title: String,
    /// What rule sets that follow each other have in common.
    pub series: String,
    /// Who holds points.
    pub holder: HolderKind,
    /// First day.
    pub from: Date,
    /// Last day; `None` for until further notice.
    pub to: Option<Date>,
    /// The decision behind it.
    pub basis: String,
    /// How totals are rounded.
    pub rounding: Rounding,
    /// Digits behind the point of totals.
    pub n_decimals: u8,
    /// Whether a branch's total is divided by its members.
    pub is_per_head: bool,
    /// What no total falls below.
    pub floor: Option<Amount>,
    /// In order.
    pub categories: Vec<Category>,
    /// In order.
    pub rules: Vec<Rule>,
    /// The best first.
    pub grades: Vec<Grade>,
    /// The file.
    pub file: FileId,
    /// Where its dates are.
    pub place: Place,
}

/// Rules that belong together.
#[derive(Clone, Debug)]
pub struct Category {
    /// As rules name it.
    pub id: Arc<str>,
    /// What people read.
    pub title: String,
    /// The most that its rules give together.
    pub cap: Option<Cap>,
}

/// One rule.
#[derive(Clone, Debug)]
pub struct Rule {
    /// `theme_day`.
    pub id: Arc<str>,
    /// What people read.
    pub title: String,
    /// Position in the categories.
    pub category: Option<usize>,
    /// The relation, with its place.
    pub from: Text,
    /// Which rows count.
    pub condition: Option<Text>,
    /// Points of a row.
    pub points: Points,
    /// The column that dates a row; `None` for the relation's own.
    pub time: Option<Text>,
    /// The column that names the holder; `None` for the relation's own.
    pub holder: Option<Text>,
    /// Columns that make a row the same as another.
    pub once_per: Vec<Text>,
    /// The most that it gives.
    pub cap: Option<Cap>,
    /// Who gave the score.
    pub kind: ScoreKind,
    /// Where the rule is declared.
    pub place: Place,
}

/// A text with its place in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// As written.
    pub text: String,
    /// Of the value, with its quotes.
    pub span: Span,
}

/// How many points a row gives.
#[derive(Clone, Debug)]
pub enum Points {
    /// The same for each row; with the text as written.
    Number(Amount, String),
    /// What an SQL expression gives for the row.
    Formula(Text),
    /// What the row of `points_entries` says.
    Entered,
}

/// One grade.
#[derive(Clone, Debug)]
pub struct Grade {
    /// `优秀`.
    pub name: String,
    /// Points that it takes.
    pub min: Amount,
    /// Share of the holders that may have it, with the text as written.
    pub quota: Option<(Amount, String)>,
    /// Whether the share is that of each branch, or of all holders.
    pub among: Among,
}

/// Of whom a quota is a share.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Among {
    /// Of the members of the same branch.
    #[default]
    Branch,
    /// Of all holders.
    All,
}

impl Points {
    /// As people read them.
    pub fn written(&self) -> &str {
        match self {
            Self::Number(_, written) => written,
            Self::Formula(text) => &text.text,
            Self::Entered => "value",
        }
    }
}

impl RuleSet {
    /// Whether the rules hold on a day.
    pub fn holds_on(&self, date: Date) -> bool {
        self.from <= date && self.to.is_none_or(|to| date <= to)
    }

    /// Whether some day is in both.
    pub fn overlaps(&self, other: &Self) -> bool {
        let begins_in_time = |one: &Self, to: Option<Date>| to.is_none_or(|to| one.from <= to);
        begins_in_time(self, other.to) && begins_in_time(other, self.to)
    }
}
