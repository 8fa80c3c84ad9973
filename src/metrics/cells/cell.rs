//! Rows that nothing tells apart, counted.

use crate::read::Texts;

/// Stands for no value of a dimension and for no month.
pub(in crate::metrics) const NONE: u32 = u32::MAX;

/// The rows of a stretch of a relation, sorted into cells.
#[derive(Clone, Debug, Default)]
pub(in crate::metrics) struct Cells {
    /// For each row of the stretch its cell; [`crate::metrics::Rows::IN_NO_CLASS`] for rows that no metric counts.
    pub(in crate::metrics) cell_of: Vec<u32>,
    /// By cell, then dimension, the number of the value; then the number of the month.
    pub(in crate::metrics) codes: Vec<u32>,
    /// By cell the conditions that hold.
    pub(in crate::metrics) conditions: Vec<u64>,
    /// By cell its rows.
    pub(in crate::metrics) n: Vec<u64>,
    /// By dimension its texts; none where values are positions of rows.
    pub(in crate::metrics) texts: Vec<Texts>,
    /// By cell the persons, at most k of them.
    pub(in crate::metrics) persons: Vec<Vec<u32>>,
    /// The persons' texts; none where they are positions of rows.
    pub(in crate::metrics) person_texts: Texts,
    /// By counter.
    pub(in crate::metrics) counts: Vec<Counts>,
    /// Whether a sum had no room.
    pub(in crate::metrics) is_too_large: bool,
}

/// What a counter came to, by cell.
#[derive(Clone, Debug)]
pub(in crate::metrics) enum Counts {
    /// Rows.
    Rows(Vec<u64>),
    /// Sums in units of ten to the power of minus `scale`, with the number of summands.
    Sums(Numbers),
    /// Least numbers; the numbers of summands tell whether there are any.
    Least(Numbers),
    /// Greatest numbers.
    Greatest(Numbers),
    /// Cells with their distinct values, sorted.
    Distinct {
        /// Cell and value.
        pairs: Vec<(u32, u32)>,
        /// The values' texts; none where they are positions of rows.
        texts: Texts,
    },
}

/// Exact numbers, by cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::metrics) struct Numbers {
    pub(in crate::metrics) n: Vec<u64>,
    pub(in crate::metrics) values: Vec<i128>,
    /// Digits behind the point.
    pub(in crate::metrics) scale: u8,
    /// Whether any number had a fraction for SQL.
    pub(in crate::metrics) is_real: bool,
}

/// The number of a month.
pub(in crate::metrics) fn month_code(text: &[u8]) -> u32 {
    let digits = |range: std::ops::Range<usize>| -> Option<u32> {
        let mut number = 0;
        for byte in text.get(range)? {
            number = number * 10 + u32::from(byte.checked_sub(b'0').filter(|digit| *digit < 10)?);
        }
        Some(number)
    };
    match (digits(0..4), digits(5..7)) {
        (Some(year), Some(month)) if (1..=12).contains(&month) => year * 12 + month - 1,
        _ => NONE,
    }
}

/// The month of a number.
pub(in crate::metrics) fn month_of(code: u32) -> Option<crate::model::date::Month> {
    let year = i16::try_from(code / 12).ok()?;
    (code != NONE).then_some(crate::model::date::Month { year, month: (code % 12) as i8 + 1 })
}
