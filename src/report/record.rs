//! One record of a text table to the places of its cells, so that a finding can show the row.
//!
//! `read` has read the table properly; this only looks where the cells of one record stand.

use std::ops::Range;

/// The marks that may separate cells; `read` accepts the same three.
const SEPARATORS: [char; 3] = [',', ';', '\t'];

/// The separator of a table, guessed from its first record.
pub(super) fn separator(header: &str) -> char {
    let line = header.lines().next().unwrap_or_default();
    let mut best = (0, ',');
    for separator in SEPARATORS {
        let n = line.matches(separator).count();
        if n > best.0 {
            best = (n, separator);
        }
    }
    best.1
}

/// The cells of the record that begins at `start`, as ranges of the text, quotes included.
pub(super) fn cells(text: &str, start: usize, separator: char) -> Vec<Range<usize>> {
    let mut cells = Vec::new();
    let mut cell_start = start;
    let mut is_quoted = false;
    for (offset, c) in text[start..].char_indices() {
        let at = start + offset;
        // A doubled quote closes and opens again, which comes to the same.
        if c == '"' && (is_quoted || text[cell_start..at].trim().is_empty()) {
            is_quoted = !is_quoted;
        } else if is_quoted {
            continue;
        } else if c == separator {
            cells.push(cell_start..at);
            cell_start = at + c.len_utf8();
        } else if c == '\n' || c == '\r' {
            cells.push(cell_start..at);
            return cells;
        }
    }
    cells.push(cell_start..text.len());
    cells
}

/// The text of a cell without the quotes around it.
pub(super) fn unquoted(cell: &str) -> String {
    let cell = cell.trim();
    match cell.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(inner) => inner.replace("\"\"", "\""),
        None => cell.to_owned(),
    }
}
