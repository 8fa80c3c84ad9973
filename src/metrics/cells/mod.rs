//! Relations to cells: rows that no figure tells apart, counted once for all metrics that read them.
//!
//! A relation is counted in stretches, which may be counted at the same time; joined, they are the same as counted at once.

mod cell;
mod count;
mod counter;
mod group;
mod join;
mod number;
mod pack;
#[cfg(test)]
mod tests;

pub(super) use self::cell::{Cells, Counts, NONE, Numbers, month_of};
pub(super) use self::count::{count, is_position};
pub(super) use self::group::{Group, Member, groups};
pub(super) use self::join::join;
pub(super) use self::number::power;
pub(super) use self::pack::{pack, unpack};
