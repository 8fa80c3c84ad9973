//! All files together to typed, linked, checked entries and tables.

pub mod date;
mod vocabulary;

pub use vocabulary::{VOCABULARY_PATH, Vocabulary};
