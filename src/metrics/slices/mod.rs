//! Cells to slices: every part of a metric by dimensions and periods, each with its exact value.

mod dimension;
mod frozen;
mod gaps;
mod level;
mod roll;
mod sql;
mod whole;
#[cfg(test)]
mod tests;

pub(super) use self::frozen::{Frozen, frozen_ids, frozen_rows};
pub(super) use self::roll::{Rolling, roll};
pub(super) use self::sql::{query_sql, relation_sql};
pub(super) use self::whole::{Whole, whole};
