//! What a metric is, and its figures before anybody decides who may see them.

use std::sync::Arc;

use crate::diag::{FileId, Place};
use crate::model::EntryIdx;
use crate::model::date::Month;

use super::amount::{Amount, Rounding};
use super::period::Period;

/// What a metric counts in. Ids are those of the glossary: `percent`, `minutes`, `yuan`; words for people are in the theme.
pub type Unit = String;

/// A metric as `data/metrics.toml` declares it, understood.
#[derive(Clone, Debug)]
pub struct MetricSpec {
    /// As in addresses and blocks: `completion_rate`.
    pub id: Arc<str>,
    /// What people read.
    pub title: String,
    /// What it says and how it is counted, in words.
    pub definition: String,
    /// `count`, `percent` (values are ratios), `minutes`, `hours`, `points`, `score`, `yuan`, `days`, or any other word.
    pub unit: Unit,
    /// The relation that it counts over: a table, `activities`, or a view.
    pub from: String,
    /// What people read for `from`.
    pub from_label: String,
    /// The formula as written.
    pub value: String,
    /// The condition as written.
    pub condition: Option<String>,
    /// The column that dates a row, as written.
    pub time: Option<String>,
    /// In the order of `by`.
    pub dimensions: Vec<Dimension>,
    /// What is to be reached, in the unit of the values (a percentage as its ratio).
    pub target: Option<Amount>,
    /// Digits behind the point for people (of the percentage, not of its ratio).
    pub n_decimals: u8,
    /// How people's digits are rounded.
    pub rounding: Rounding,
    /// The post that answers for it.
    pub owner: Option<String>,
    /// Whether more is better, less is better, or neither (`None`).
    pub direction: Option<Direction>,
    /// Whether its rows are about persons, so that small slices are held back.
    pub is_about_persons: bool,
    /// Why small slices may be shown all the same, where the site says `sensitivity = "public"`.
    pub public_reason: Option<String>,
    /// Whether a slice without rows is zero and not a gap.
    pub is_empty_zero: bool,
    /// A query that gives the same figures by dimensions and months, for people who know SQL; its relation is [`Rows::sql`].
    pub sql: String,
    /// Where it is declared.
    pub place: Place,
}

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each says which way is better")]
pub enum Direction {
    Up,
    Down,
}

/// Something by which a metric is cut.
#[derive(Clone, Debug)]
pub struct Dimension {
    /// As written in `by`: `branch`, `activity.kind`.
    pub id: Arc<str>,
    /// What people read.
    pub label: String,
    /// The relation whose ids its values are (`branches`), where they are any.
    pub references: Option<String>,
    /// Values that occur in rows, in the order in which people list them (register, vocabulary, then by id).
    pub values: Vec<DimensionValue>,
}

/// One value of a dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DimensionValue {
    /// As in ledgers and open data: `shukong`.
    pub id: Arc<str>,
    /// What people read.
    pub label: String,
}

/// Which part of all rows a figure is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SliceKey {
    /// For each dimension the position of its value; `None` is all of them.
    pub values: Box<[Option<u32>]>,
    /// The stretch of time.
    pub period: Period,
}

/// The figure of one part.
#[derive(Clone, Debug)]
pub struct Slice {
    /// Which part.
    pub key: SliceKey,
    /// The exact value; `None` is a gap (no rows, or a division by zero).
    pub value: Option<Amount>,
    /// Rows that count.
    pub n: u64,
    /// Distinct persons behind them, counted up to k; `None` where rows are not about persons.
    pub n_persons: Option<u32>,
    /// The row of the table `frozen` that it was taken from, because its own rows are gone.
    pub frozen: Option<u32>,
}

/// A metric with all its figures.
#[derive(Clone, Debug)]
pub struct Metric {
    /// What it is.
    pub spec: MetricSpec,
    /// Sorted by key.
    pub slices: Vec<Slice>,
    /// The rows behind them; metrics over the same relation and time share them.
    pub rows: Arc<Rows>,
    /// For each of the metric's dimensions its position among those of `rows`.
    pub dimension_of: Vec<usize>,
    /// Number of the metric's condition among those of `rows`.
    pub condition_bit: u8,
}

/// The rows of a relation, sorted into classes: rows of one class lie in the same slices of every metric over this relation.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    /// The relation.
    pub from: String,
    /// What its rows are.
    pub origin: Origin,
    /// Where a row comes from differs by `origin`: for each row its class, [`Rows::IN_NO_CLASS`] for rows that no metric counts.
    pub class_of: Vec<u32>,
    /// The classes.
    pub classes: Vec<Class>,
    /// For each shared dimension its values, sorted as in [`Dimension::values`].
    pub dimensions: Vec<Dimension>,
    /// How the relation is made, as SQL for people who know it.
    pub sql: String,
}

/// What the rows of a relation are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// Rows of the table of this name, in its order.
    Table(String),
    /// Entries, in this order.
    Entries(Vec<EntryIdx>),
    /// Rows that a view carries through from a table: for each row of the view its row in the table of this name.
    ViewOf(String, Vec<u32>),
    /// Nothing that has a place: the evidence is the query.
    #[default]
    Query,
}

/// Rows that no figure tells apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Class {
    /// For each shared dimension the positions of the row's values, sorted: one, or several of a list, or none where it is empty.
    pub values: Vec<Vec<u32>>,
    /// The month of the row.
    pub month: Option<Month>,
    /// Bit `b` is set where condition `b` holds.
    pub conditions: u64,
    /// Rows.
    pub n: u64,
    /// Distinct persons by number, at most k of them; a full list stands for k or more. Empty where rows are not about persons.
    pub persons: Vec<u32>,
}

impl Rows {
    /// Stands for rows that no metric counts.
    pub const IN_NO_CLASS: u32 = u32::MAX;
}

impl Metric {
    /// The position of a slice.
    pub fn find(&self, key: &SliceKey) -> Option<usize> {
        self.slices.binary_search_by(|slice| slice.key.cmp(key)).ok()
    }

    /// Whether the rows of a class are among those that a slice counts.
    pub fn counts(&self, key: &SliceKey, class: &Class, academic_year_starts: i8) -> bool {
        if class.conditions & (1 << self.condition_bit) == 0 {
            return false;
        }
        let is_in_period = match key.period {
            Period::All => true,
            period => class.month.is_some_and(|month| period.kind().of_month(month, academic_year_starts) == period),
        };
        let is_value = |(idx, value): (usize, &Option<u32>)| match value {
            Some(value) => class.values[self.dimension_of[idx]].contains(value),
            None => true,
        };
        is_in_period && key.values.iter().enumerate().all(is_value)
    }
}

/// Where a number came from that somebody reported and the build computed otherwise.
#[derive(Clone, Debug)]
pub struct Mismatch {
    /// What it is about, as people read it.
    pub title: String,
    /// The metric and slice, where it is one.
    pub metric: Option<(Arc<str>, SliceKey)>,
    /// The activity, where it is one.
    pub entry: Option<EntryIdx>,
    /// What was reported.
    pub reported: String,
    /// What came out.
    pub computed: String,
    /// Who reported it: a document or a post.
    pub source: Option<String>,
    /// Where the reported number stands.
    pub file: Option<FileId>,
}
