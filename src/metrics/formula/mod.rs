//! A formula as written to what may run: arithmetic over atoms, each atom an aggregate that SQLite computes.

use crate::metrics::amount::Amount;

/// The value of a metric.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    /// The aggregates, each once.
    pub atoms: Vec<Atom>,
    /// How they make the value.
    pub expression: Expression,
    /// The whole as SQL with every name in full: `1.0 * sum("done") / count(*)`.
    pub sql: String,
}

/// One aggregate over the rows of a slice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Atom {
    /// Which.
    pub kind: AtomKind,
    /// What it is computed over, as SQL with every name in full; `None` for `count(*)`.
    pub argument: Option<String>,
    /// The position of the column, where the argument is a single one: its numbers are summed exactly.
    pub column: Option<usize>,
    /// The condition of its `filter (where …)`, as SQL with every name in full.
    pub filter: Option<String>,
}

/// The aggregates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is the aggregate of its name")]
pub enum AtomKind {
    Count,
    CountDistinct,
    Sum,
    Avg,
    Min,
    Max,
}

/// Arithmetic over atoms.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// A number; `is_real` for one with a point, which makes divisions exact.
    Number {
        /// The number.
        value: Amount,
        /// Whether it was written with a point.
        is_real: bool,
    },
    /// An atom, by position.
    Atom(usize),
    /// `-a`
    Negative(Box<Expression>),
    /// `a + b`, `a - b`, `a * b`, `a / b`; two whole numbers divide without fraction, as in SQL.
    Binary(char, Box<Expression>, Box<Expression>),
    /// `nullif`, `coalesce`, `abs`, `round`.
    Call(&'static str, Vec<Expression>),
}

/// What an atom came to in one slice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AtomValue {
    /// `None` where there was nothing to aggregate.
    pub value: Option<Amount>,
    /// Whether SQL has it as a number with a fraction (so that a division keeps its own).
    pub is_real: bool,
}
