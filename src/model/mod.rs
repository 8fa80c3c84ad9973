//! All files together to typed, linked, checked entries and tables.

pub mod date;
pub mod number;
pub mod table;
mod vocabulary;

pub use table::{Row, Table, Tables};
pub use vocabulary::{VOCABULARY_PATH, Vocabulary};
