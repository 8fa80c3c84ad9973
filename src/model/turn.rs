//! A day on which a text comes or goes by itself, without anybody editing it.

use std::sync::Arc;

use jiff::civil::Date;

use super::Kind;
use crate::diag::FileId;

/// A text that comes or goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The first day on which the site is another one.
    pub day: Date,
    /// What happens.
    pub kind: TurnKind,
    /// The text's file.
    pub file: FileId,
    /// Its kind.
    pub entry_kind: Kind,
    /// Its id.
    pub id: Arc<str>,
    /// Its title.
    pub title: String,
}

/// What happens to a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TurnKind {
    /// Its `publish_at` has come.
    Publishes,
    /// Its `expires_at`, or the period of a 公示 whose page goes, is over.
    Expires,
}
