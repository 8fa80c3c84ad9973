//! All files together to typed, linked, checked entries and tables.

pub mod date;
mod entry;
mod site;
pub mod slug;
mod vocabulary;

use std::collections::BTreeMap;

use crate::diag::FileId;
use crate::read::image::Picture;

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
    /// Pictures in use, with their sizes.
    pub pictures: BTreeMap<FileId, Picture>,
}
