//! yuandi compiles the Markdown and ledgers of a party-building showcase into a static site.
//!
//! The order of the rooms below is the dependency law: a room uses only rooms above it.

pub mod diag;
pub mod source;
pub mod read;
pub mod model;
pub mod plan;
pub mod output;
pub mod report;
