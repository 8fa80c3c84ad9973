//! YAML text to the syntax tree.

use super::tree::Fields;
use crate::diag::{FileId, Outcome};

/// Parses YAML that begins at byte `start` of its file.
pub fn parse_yaml(file: FileId, text: &str, start: usize) -> Outcome<Option<Fields>> {
    let _ = (file, text, start);
    Outcome::new(None, Vec::new())
}
