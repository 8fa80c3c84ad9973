//! What a rule set gives: for every holder and period the points, the rank, the grade and each line behind them.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::diag::Place;
use crate::model::date::Month;

use super::amount::{Amount, Rounding};
use super::period::{Period, PeriodKind};

/// Who holds points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
    /// What rule sets that follow each other have in common; the title, unless the file says otherwise.
    pub series: String,
    /// Who holds points.
    pub holder: HolderKind,
    /// First and last day, as written.
    pub effective: (Date, Option<Date>),
    /// The decision behind it.
    pub basis: String,
    /// Digits behind the point of totals.
    pub n_decimals: u8,
    /// How totals are rounded.
    pub rounding: Rounding,
    /// Whether a branch's total is divided by its members.
    pub is_per_head: bool,
    /// What no total falls below.
    pub floor: Option<Amount>,
    /// Its own rules, in order; behind them those of the rule set before it, if both share a period.
    pub rules: Vec<RuleView>,
    /// Its own categories, in order; behind them those of the rule set before it.
    pub categories: Vec<CategoryView>,
    /// The grades, the best first.
    pub grades: Vec<GradeView>,
    /// One for each period in which the rule set holds, sorted: years, then quarters, then months, each by time.
    pub periods: Vec<PeriodStandings>,
    /// By holder (row in `members` or `branches`) every row that counted or did not, by time, then rule, then row.
    pub lines: BTreeMap<u32, Vec<Line>>,
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
    /// Position of its category in [`Standings::categories`].
    pub category: Option<usize>,
    /// The relation.
    pub from: String,
    /// What people read for the relation.
    pub from_label: String,
    /// Condition as written.
    pub condition: Option<String>,
    /// Points as written.
    pub points: String,
    /// What counts once.
    pub once_per: Vec<String>,
    /// The most that it gives.
    pub cap: Option<Cap>,
    /// Whether a branch scores itself, or somebody above it does.
    pub kind: ScoreKind,
    /// Where a row of [`Line::row`] comes from.
    pub origin: super::Origin,
    /// Where it is declared.
    pub place: Place,
}

/// A category as people read it.
#[derive(Clone, Debug)]
pub struct CategoryView {
    /// `life`, or the title where it has no declaration of its own.
    pub id: Arc<str>,
    /// Title.
    pub title: String,
    /// The most that its rules give together.
    pub cap: Option<Cap>,
}

/// The most points of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cap {
    /// Not zero; below zero it limits deductions.
    pub points: Amount,
    /// Month, quarter or year.
    pub per: PeriodKind,
}

/// Who gave a score.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ScoreKind {
    /// A ledger, which nobody argues with.
    #[default]
    Counted,
    /// The holder: counts only where nobody reviewed.
    Own,
    /// Somebody else.
    Reviewed,
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

/// The standings of one period, the best first. Whoever publishes them puts equal ranks in the order of keyed codes: here they are
/// in the order of the register.
#[derive(Clone, Debug)]
pub struct PeriodStandings {
    /// The period.
    pub period: Period,
    /// Whether a later rule set of the series takes the period over and joins both parts.
    pub is_part: bool,
    /// One for each holder who was there on some day of the period, or has a line in it.
    pub standings: Vec<Standing>,
}

/// What one holder has in one period.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Row in `members` or `branches`.
    pub holder: u32,
    /// The branch of a member on the last day of the period: row in `branches`.
    pub branch: Option<u32>,
    /// Rounded total.
    pub points: Amount,
    /// From one; ties share it, and as many ranks are left out behind them.
    pub rank: u32,
    /// Rank in the period before; `None` where there was none.
    pub previous_rank: Option<u32>,
    /// Position in `grades`.
    pub grade: Option<usize>,
    /// The grade that the points would give but the quota does not: `名额所限`.
    pub held_back_from: Option<usize>,
    /// Whether the holder came within the period.
    pub joined: bool,
    /// Whether the holder left within the period.
    pub left: bool,
    /// Months of the period, up to "today", in which the holder was there.
    pub n_months: u8,
    /// Members of a branch on the last day of the period, or "today"; `None` for members.
    pub n_heads: Option<u32>,
    /// Whether the total would be below the floor.
    pub is_floored: bool,
}

/// One row of a total.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Position in [`Standings::rules`].
    pub rule: usize,
    /// The relation's row, as in [`super::Origin`].
    pub row: u32,
    /// When.
    pub on: On,
    /// Points before caps.
    pub raw: Amount,
    /// Points that count.
    pub counted: Amount,
    /// Why they differ.
    pub why: Why,
}

/// When a line counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum On {
    /// In a year as a whole, and in no month or quarter of it: what the register itself gives, such as base points.
    Year(i16),
    /// On a day.
    Day(Date),
}

/// Why a line counts as it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It counts in full.
    Counted,
    /// The same thing counts already.
    Duplicate,
    /// Somebody reviewed the category in the same year, which takes the place of a score of one's own.
    Reviewed,
    /// The rule gives no more in its period.
    RuleCap,
    /// The category gives no more in its period.
    CategoryCap,
}

impl On {
    /// The period of a kind that it belongs to; a year as a whole belongs to no month or quarter.
    pub fn period(self, kind: PeriodKind) -> Option<Period> {
        match self {
            Self::Year(year) => (kind == PeriodKind::Year).then_some(Period::Year(year)),
            Self::Day(date) => {
                // Points know calendar periods only, so it does not matter when academic years begin.
                let month = Month { year: date.year(), month: date.month() };
                Some(kind.of_month(month, super::period::ACADEMIC_YEAR_STARTS))
            }
        }
    }

    /// What lines are sorted by: what belongs to a year as a whole stands before its days.
    pub(super) fn order(self) -> (i16, Option<Date>) {
        match self {
            Self::Year(year) => (year, None),
            Self::Day(date) => (date.year(), Some(date)),
        }
    }
}

impl Standings {
    /// The standings of a period.
    pub fn of(&self, period: Period) -> Option<&PeriodStandings> {
        let idx = self.periods.binary_search_by(|known| known.period.cmp(&period)).ok()?;
        Some(&self.periods[idx])
    }

    /// The lines of a holder in a period.
    pub fn lines_of(&self, holder: u32, period: Period) -> impl Iterator<Item = &Line> {
        let lines = self.lines.get(&holder).map_or(&[][..], Vec::as_slice);
        lines.iter().filter(move |line| line.on.period(period.kind()) == Some(period))
    }
}

impl PeriodStandings {
    /// What a holder has.
    pub fn find(&self, holder: u32) -> Option<&Standing> {
        self.standings.iter().find(|standing| standing.holder == holder)
    }
}
