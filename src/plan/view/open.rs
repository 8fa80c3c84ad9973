//! What the page of open data shows.

use serde::Serialize;

/// All files that can be downloaded.
#[derive(Clone, Debug, Serialize)]
pub struct OpenView {
    /// Groups that have files.
    pub groups: Vec<OpenGroupView>,
    /// The description of all of them.
    pub package: String,
}

/// Files of one sort.
#[derive(Clone, Debug, Serialize)]
pub struct OpenGroupView {
    /// Name of the group, whose title is the word `open_group.<name>`.
    pub name: &'static str,
    /// Its tables.
    pub sets: Vec<OpenSetView>,
}

/// One table in its formats.
#[derive(Clone, Debug, Serialize)]
pub struct OpenSetView {
    /// What it holds.
    pub title: String,
    /// Rows, where that is known.
    pub n_rows: Option<u64>,
    /// Its files.
    pub files: Vec<OpenFileView>,
}

/// One file.
#[derive(Clone, Debug, Serialize)]
pub struct OpenFileView {
    /// `CSV`, `JSON`, or the part of a large table.
    pub title: String,
    /// Where it is.
    pub href: String,
}
