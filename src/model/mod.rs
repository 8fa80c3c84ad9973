//! All files together to typed, linked, checked entries and tables.

pub mod date;
mod entry;
mod site;
mod vocabulary;

use std::collections::BTreeMap;

use crate::diag::FileId;

pub use self::entry::*;
pub use self::site::*;
pub use self::vocabulary::{VOCABULARY_PATH, Vocabulary};
