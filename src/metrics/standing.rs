//! What a rule set gives: for every holder and period the points, the rank, the grade and each line behind them.

use std::sync::Arc;

use crate::diag::Place;

use super::amount::{Amount, Rounding};
use super::period::Period;

/// Who holds points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HolderKind {
    /// Rows of `members`.
    Member,
    /// Rows of `branches`.
    Branch,
}

/// A rule set with everything that it gives.
#[derive(Clone, Debug)]
pub struct Standings {
    /// The file's stem: `member-2026`.
    pub id: Arc<str>,
    /// What people read.
    pub title: String,
    /// Who holds points.
    pub holder: HolderKind,
    /// First and last day, as written.
    pub effective: (jiff::civil::Date, Option<jiff::civil::Date>),
    /// The decision behind it.
    pub basis: String,
    /// Digits behind the point of totals.
    pub n_decimals: u8,
    /// How totals are rounded.
    pub rounding: Rounding,
    /// The rules, in order.
    pub rules: Vec<RuleView>,
    /// The grades, the best first.
    pub grades: Vec<GradeView>,
    /// One for each period in which the rule set holds: months, quarters, years.
    pub periods: Vec<PeriodStandings>,
    /// Where it is declared.
    pub place: Place,
}

/// A rule as people read it.
#[derive(Clone, Debug)]
pub struct RuleView {
    /// `theme_day`.
    pub id: Arc<str>,
    /// Title.
    pub title: String,
    /// Category; may be empty.
    pub category: String,
    /// The relation.
    pub from: String,
    /// Condition as written.
    pub condition: Option<String>,
    /// Points as written.
    pub points: String,
    /// What counts once.
    pub once_per: Vec<String>,
    /// Points and period of its cap, as written.
    pub cap: Option<(Amount, Period)>,
}

/// A grade as people read it.
#[derive(Clone, Debug)]
pub struct GradeView {
    /// `优秀`.
    pub name: String,
    /// Points that it takes.
    pub min: Amount,
    /// Share of the holders that may have it, as written: `1/3`.
    pub quota: Option<String>,
}

/// The standings of one period, the best first; equal ranks by the keyed code of `privacy`, never by the register.
#[derive(Clone, Debug)]
pub struct PeriodStandings {
    /// The period.
    pub period: Period,
    /// One for each holder.
    pub standings: Vec<Standing>,
}

/// What one holder has in one period.
#[derive(Clone, Debug)]
pub struct Standing {
    /// Row in `members` or `branches`.
    pub holder: u32,
    /// The branch of a member on the last day of the period: row in `branches`.
    pub branch: Option<u32>,
    /// Rounded total.
    pub points: Amount,
    /// From one; ties share it.
    pub rank: u32,
    /// Rank in the period before; `None` where there was none.
    pub previous_rank: Option<u32>,
    /// Position in `grades`.
    pub grade: Option<usize>,
    /// The grade that the points would give but the quota does not: `名额所限`.
    pub held_back_from: Option<usize>,
    /// Whether the holder came within the period, and left within it.
    pub joined: bool,
    /// Whether the holder left within the period.
    pub left: bool,
    /// Months of the period in which the holder was there.
    pub n_months: u8,
    /// Every row that counted or did not, in the order of rules, then dates.
    pub lines: Vec<Line>,
}

/// One row of a total.
#[derive(Clone, Debug)]
pub struct Line {
    /// Position in `rules`.
    pub rule: usize,
    /// The relation's row, as in [`super::Origin`]; `None` for floors.
    pub row: Option<u32>,
    /// The day of the row.
    pub date: Option<jiff::civil::Date>,
    /// Points before caps.
    pub raw: Amount,
    /// Points that count.
    pub counted: Amount,
    /// Why they differ.
    pub why: Why,
}

/// Why a line counts as it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the reason of its name")]
pub enum Why {
    Counted,
    Duplicate,
    RuleCap,
    CategoryCap,
    Floor,
}
