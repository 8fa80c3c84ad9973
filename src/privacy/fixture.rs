//! Metrics made by hand, for the tests of this room.

use crate::diag::Place;
use crate::metrics::{Dimension, DimensionValue, MetricSpec, Rounding};

/// Numbers that look random and are the same in every run.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x1234_5678_9abc_def1)
    }

    /// A number below `n`.
    pub(super) fn below(&mut self, n: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 33) % u64::from(n)) as u32
    }
}

/// A dimension with the values `v0`, `v1` and so on.
pub(super) fn dimension(id: &str, n_values: u32) -> Dimension {
    let value = |idx| DimensionValue { id: format!("v{idx}").into(), label: format!("value {idx}") };
    Dimension { id: id.into(), label: id.to_owned(), references: None, values: (0..n_values).map(value).collect() }
}

/// A metric over rows about persons.
pub(super) fn spec(id: &str, dimensions: Vec<Dimension>) -> MetricSpec {
    MetricSpec {
        id: id.into(),
        title: id.to_owned(),
        definition: String::new(),
        unit: "count".to_owned(),
        from: "attendance".to_owned(),
        from_label: String::new(),
        value: "count(*)".to_owned(),
        condition: None,
        time: None,
        dimensions,
        target: None,
        n_decimals: 0,
        rounding: Rounding::HalfUp,
        owner: None,
        direction: None,
        is_about_persons: true,
        public_reason: None,
        is_empty_zero: false,
        sql: String::new(),
        place: Place::Project,
    }
}
