//! All files together to typed, linked, checked entries and tables.

pub mod date;
mod entry;
mod lookup;
mod site;
pub mod slug;
mod vocabulary;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::diag::FileId;
use crate::read::image::{Picture, Svg};

pub use self::entry::*;
pub use self::site::*;
pub use self::vocabulary::{VOCABULARY_PATH, Vocabulary};

/// The whole site, checked. What was broken is not in it, and that has been said.
#[derive(Debug)]
pub struct Model {
    /// Settings.
    pub site: Site,
    /// Everything that is published now, newest first within a kind, kinds in the order of [`Kind::ALL`].
    pub entries: Vec<Entry>,
    /// Words.
    pub vocabulary: Vocabulary,
    /// Tables.
    pub tables: Tables,
    /// Pictures in use, with their sizes.
    pub pictures: BTreeMap<FileId, Picture>,
    /// Drawings in use, cleaned.
    pub drawings: BTreeMap<FileId, Arc<Svg>>,
    /// "Today".
    pub as_of: Date,
}
