//! JSON text to the syntax tree.

use super::tree::Node;
use crate::diag::{FileId, Outcome};

/// Parses a JSON file.
pub fn parse_json(file: FileId, text: &str) -> Outcome<Option<Node>> {
    let _ = (file, text);
    Outcome::new(None, Vec::new())
}
