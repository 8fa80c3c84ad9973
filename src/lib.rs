//! yuandi compiles the Markdown and ledgers of a party-building showcase into a static site.
//!
//! The order of the rooms below is the dependency law: a room uses only rooms above it. The road through them is
//! [`build::build`].

pub mod diag;
pub mod source;
pub mod read;
pub mod model;
pub mod wording;
pub mod metrics;
pub mod privacy;
pub mod chart;
pub mod media;
pub mod theme;
pub mod plan;
pub mod render;
pub mod search;
pub mod gate;
pub mod output;
pub mod build;
pub mod report;
pub mod amend;
pub mod cli;
