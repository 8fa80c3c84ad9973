//! The model to figures: metrics, indicators, points, duties, each with the rows behind it.
//!
//! Figures here are exact and complete; who may see which is decided by `privacy`, the only room that may hand them on.

pub mod amount;
pub mod boards;
mod cells;
mod compute;
pub mod corrections;
pub mod database;
pub mod declare;
pub mod definition;
mod duties;
pub mod duty;
pub mod figure;
#[cfg(test)]
pub(crate) mod fixture;
pub mod formula;
pub mod indicator;
pub mod judge;
pub mod period;
pub mod points;
pub mod relation;
pub mod reported;
mod slice_id;
mod slices;
pub mod standing;
mod work;

pub use self::amount::{Amount, Rounding};
pub use self::boards::{Board, BoardOf};
pub use self::compute::{Counting, Rolling, compute, prepare};
pub use self::duty::{Compliance, Duty, DutyCell, DutyState, Freshness, OpenLoop, Quality, TableQuality};
pub use self::figure::{
    Class, Dimension, DimensionValue, Direction, Metric, MetricSpec, Mismatch, Origin, Rows, Slice, SliceKey, Unit,
};
pub use self::period::{Period, PeriodKind};
pub use self::standing::{
    Cap, CategoryView, GradeView, HolderKind, Line, On, PeriodStandings, RuleView, ScoreKind, Standing, Standings, Why,
};

pub use self::work::{CountJob, Counted, Forget, Keep, RollJob, RolledUp};

/// Everything that is computed.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// In the order of `data/metrics.toml`.
    pub metrics: Vec<Metric>,
    /// Indicator trees.
    pub indicators: Vec<IndicatorTree>,
    /// Rule sets, in the order of their files.
    pub standings: Vec<Standings>,
    /// Boards, in the order of `data/boards.toml`.
    pub boards: Vec<Board>,
    /// Duties.
    pub compliance: Compliance,
    /// What should be renewed, the most overdue first.
    pub freshness: Vec<Freshness>,
    /// What is not finished, the oldest first.
    pub open_loops: Vec<OpenLoop>,
    /// How good the data are.
    pub quality: Quality,
    /// The month in which academic years begin.
    pub academic_year_starts: i8,
    /// The metrics that the front page shows, by id.
    pub home: Vec<std::sync::Arc<str>>,
}

/// Weighted metrics that sum to a score.
#[derive(Clone, Debug)]
pub struct IndicatorTree {
    /// `branch_work`.
    pub id: std::sync::Arc<str>,
    /// Title.
    pub title: String,
    /// The items, parents before their children.
    pub items: Vec<IndicatorItem>,
    /// The dimension whose values are scored; `None` for the site as a whole.
    pub by: Option<std::sync::Arc<str>>,
    /// The values that are scored, by id and label; empty for the site as a whole, whose scores stand in one row.
    pub subjects: Vec<DimensionValue>,
    /// The periods that are scored.
    pub periods: Vec<Period>,
    /// Where it is declared.
    pub place: crate::diag::Place,
}

/// One item of a tree.
#[derive(Clone, Debug)]
pub struct IndicatorItem {
    /// Title.
    pub title: String,
    /// Position of its parent; `None` for the top.
    pub parent: Option<usize>,
    /// Share of its parent's score.
    pub weight: Amount,
    /// The metric of a leaf, by id.
    pub metric: Option<std::sync::Arc<str>>,
    /// Which way is better.
    pub direction: Direction,
    /// The value that gives all marks.
    pub full: Option<Amount>,
    /// Marks by bands: from this value on, this score; sorted by value. Empty means in proportion to `full`.
    pub bands: Vec<(Amount, Amount)>,
    /// Scores (0 to 100) by subject, then period; `None` where the metric has a gap.
    pub scores: Vec<Vec<Option<Amount>>>,
}
