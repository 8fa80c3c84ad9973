//! What a part of a formula gives: numbers, texts, dates.

use crate::metrics::relation::{Holds, RelationColumn};

/// What a part of a formula gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gives {
    /// NULL, and what may be anything.
    Anything,
    /// A number without fraction; comparisons and flags are 0 or 1.
    Whole,
    /// A number that may have one.
    Real,
    /// Text.
    Text,
    /// A day, as text.
    Date,
    /// A month, as text.
    Month,
}

impl Gives {
    pub(super) fn of_column(column: &RelationColumn) -> Self {
        match column.holds {
            _ if column.is_list => Self::Text,
            Holds::Text | Holds::Word(_) | Holds::Key(_) => Self::Text,
            Holds::Integer | Holds::Flag => Self::Whole,
            Holds::Number => Self::Real,
            Holds::Date => Self::Date,
            Holds::Month => Self::Month,
        }
    }

    pub(super) fn is_number(self) -> bool {
        matches!(self, Self::Anything | Self::Whole | Self::Real)
    }

    pub(super) fn is_text(self) -> bool {
        matches!(self, Self::Anything | Self::Text | Self::Date | Self::Month)
    }

    /// Whether a comparison of the two can be true: SQLite holds every number to be below every text.
    pub(super) fn compares_with(self, other: Self) -> bool {
        (self.is_number() && other.is_number()) || (self.is_text() && other.is_text())
    }

    /// What gives the one or the other.
    #[must_use]
    pub(super) fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Anything, one) | (one, Self::Anything) => one,
            (one, same) if one == same => one,
            (one, other) if one.is_number() && other.is_number() => Self::Real,
            (one, other) if one.is_text() && other.is_text() => Self::Text,
            _ => Self::Anything,
        }
    }
}
