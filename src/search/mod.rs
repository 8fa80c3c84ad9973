//! Planned pages to an index that a browser searches without a server: shards of grams, texts, suggestions, each a small script.
//!
//! What is indexed is what `plan` made public, and nothing else is asked. The same pages give the same bytes; an edit of one page
//! changes the shards that its grams are in, and its text.

pub mod bits;
pub mod carrier;
pub mod fold;
pub mod gram;
pub mod list;
pub mod simplified;
pub mod text;
