//! The sources to the places where something stands that must not be published: what the gate found in the output, an author can
//! mend only there.
//!
//! Only asked when there is something to tell: a site without hits never gets here.

use std::collections::BTreeSet;

use crate::diag::{CellPlace, FileId, Place, Span};
use crate::gate::{Gate, Hit, Spot, Subject};
use crate::model::{Model, Table};
use crate::source::{FileKind, Sources};

/// A hit in a source.
#[derive(Clone, Debug)]
pub(super) struct Traced {
    pub(super) hit: Hit,
    pub(super) place: Place,
    /// As an author writes it: `content/news/a.md:12`.
    pub(super) written: String,
    /// What a waiver is for: the lines in which the hit stands.
    pub(super) passage: String,
}

/// Everything in a text of the sources, its name included; nothing of pictures and other files that are published as they are.
pub(super) fn hits_of(sources: &Sources, gate: &Gate, file: FileId) -> Vec<Traced> {
    let source = sources.file(file);
    match source.kind {
        FileKind::Asset => Vec::new(),
        FileKind::Data if is_ledger(&source.path) => in_ledger(sources, gate, file),
        _ => in_text(sources, gate, file),
    }
}

/// Whether a file below `data/` is a table in plain text.
fn is_ledger(path: &str) -> bool {
    [".csv", ".tsv", ".txt"].iter().any(|ending| path.ends_with(ending))
}

fn in_text(sources: &Sources, gate: &Gate, file: FileId) -> Vec<Traced> {
    let (text, path) = (sources.text(file), &sources.file(file).path);
    let traced = |(hit, range): (Hit, std::ops::Range<usize>)| {
        let first = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let end = text[range.end..].find('\n').map_or(text.len(), |at| range.end + at);
        let line = 1 + text[..first].matches('\n').count();
        Traced {
            hit,
            place: Place::Text(file, Span::new(range.start, range.end)),
            written: format!("{path}:{line}"),
            passage: text[first..end].trim().to_owned(),
        }
    };
    gate.scan_text(&text).into_iter().map(traced).collect()
}

fn in_ledger(sources: &Sources, gate: &Gate, file: FileId) -> Vec<Traced> {
    let (text, path) = (sources.text(file), &sources.file(file).path);
    let subject = Subject { path: "table.csv", name: None, bytes: text.as_bytes(), on: None, also: &[] };
    let traced = |hit: Hit| {
        let Spot::Cell(_, row, column) = hit.inside.spot else { return None };
        let line = line_of_record(&text, row);
        let place = CellPlace { sheet: None, row: row - 1, column: column - 1, line: Some(line) };
        let passage = text.lines().nth(line as usize - 1).unwrap_or_default().trim().to_owned();
        Some(Traced { place: Place::Cell(file, place), written: format!("{path}:{line}"), hit, passage })
    };
    gate.scan(&subject).into_iter().filter_map(traced).collect()
}

/// The line on which a record begins; all count from one. Quoted cells may hold line breaks.
fn line_of_record(text: &str, record: u32) -> u32 {
    let (mut line, mut at, mut is_quoted) = (1, 1, false);
    for byte in text.bytes() {
        if at == record {
            break;
        }
        is_quoted ^= byte == b'"';
        if byte == b'\n' {
            line += 1;
            at += u32::from(!is_quoted);
        }
    }
    line
}

/// Files of tables about persons. They name people and number them by their nature, and are never published as they are.
pub(super) fn registers(model: &Model) -> BTreeSet<FileId> {
    let is_register = |table: &&Table| table.schema().is_about_persons();
    model.tables.iter().filter(is_register).flat_map(Table::files).collect()
}
