//! A name in a formula to the column that it means.

use std::ops::Range;

use sqlparser::ast::Ident;

use super::fault::FormulaFault;
use super::parse::Text;
use crate::diag::codes;
use crate::metrics::relation::{Named, Relation, RelationColumn};

/// The column of a name as it was parsed: `kind`, `activity.kind`, `"activity.kind"`, `attendance.status`.
///
/// - Codes: F103 unknown, F104 ambiguous.
pub(super) fn column(text: &Text<'_>, relation: &Relation, parts: &[Ident]) -> Result<usize, FormulaFault> {
    let written: Vec<&str> = parts.iter().map(|part| part.value.as_str()).collect();
    find(relation, &written.join("."), range(text, parts))
}

/// From the first part of a name to its last.
pub(super) fn range(text: &Text<'_>, parts: &[Ident]) -> Range<usize> {
    let start = parts.first().map_or(0, |part| text.range(part.span).start);
    start..parts.last().map_or(start, |part| text.range(part.span).end)
}

/// The column of a name as it was written.
///
/// - Codes: those of [`column()`].
pub(super) fn find(relation: &Relation, written: &str, range: Range<usize>) -> Result<usize, FormulaFault> {
    let near = match relation.named(written) {
        Named::One(idx) => return Ok(idx),
        Named::Several(choices) => {
            let choices: Vec<String> = choices.iter().map(|choice| format!("`{choice}`")).collect();
            let fault = FormulaFault::new(&codes::ambiguous_formula_column, range);
            return Err(fault.with("name", written).with("choices", choices.join(" ")));
        }
        Named::Nothing(near) => near,
    };
    // Who knows SQL writes the table before its column.
    let own = written.strip_prefix(relation.name.as_str()).and_then(|rest| rest.strip_prefix('.'));
    if let Some(Named::One(idx)) = own.map(|own| relation.named(own)) {
        return Ok(idx);
    }
    let labelled = relation.columns.iter().find(|column| column.label == written).map(|column| column.name.as_str());
    let fault = FormulaFault::new(&codes::unknown_formula_column, range).with("name", written).with("from", &relation.label);
    Err(fault.with_some("near", near.or(labelled)).with("columns", own_columns(relation)))
}

/// Names that the author may have meant: the own columns.
fn own_columns(relation: &Relation) -> String {
    let own = relation.columns.iter().filter(|column| column.depth == 0);
    own.map(|column| format!("`{}`", column.name)).collect::<Vec<_>>().join(" ")
}

/// The column's name as SQL.
pub(super) fn quoted(column: &RelationColumn) -> String {
    format!("\"{}\"", column.name.replace('"', "\"\""))
}

/// The column's name as SQL where it begins with the name of its table.
pub(super) fn quoted_in_view(column: &RelationColumn) -> String {
    let (table, name) = column.name.split_once('.').unwrap_or(("", &column.name));
    format!("\"{}\".\"{}\"", table.replace('"', "\"\""), name.replace('"', "\"\""))
}
