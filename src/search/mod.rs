//! Planned pages to an index that a browser searches without a server: shards of grams, texts, suggestions, each a small script.
//!
//! What is indexed is what `plan` made public, and nothing else is asked. The same pages give the same bytes; an edit of one page
//! changes the shards that its grams are in, and its text. Nothing here knows of threads: `build` runs portions and parts at the
//! same time.

pub mod bits;
pub mod carrier;
pub mod fold;
pub mod gram;
pub mod lexicon;
pub mod list;
mod merge;
mod posting;
pub mod reader;
mod record;
mod run;
mod shards;
pub mod simplified;
mod start;
pub mod text;
mod units;

use crate::plan::Artifact;
use crate::plan::search::SearchLayout;

pub use self::posting::LongList;
pub use self::run::{Run, portions, read_pages};
pub use self::shards::Shelf;
pub use self::start::{facet, start, vocabulary};

/// A part of the index as a file.
pub fn part(layout: &SearchLayout, name: &str, bytes: &[u8]) -> Artifact {
    Artifact { path: layout.path(name), bytes: carrier::script(name, &layout.id, bytes).into() }
}

#[cfg(test)]
mod tests;
