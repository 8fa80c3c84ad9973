//! Places to spots: what an author would type into an editor to get there.

use std::collections::BTreeMap;

use super::lines::{Lines, Position};
use super::record;
use crate::diag::{CellPlace, Diagnostic, FileId, Place};
use crate::gate::redact;
use crate::source::Sources;

/// A place in the terms of a reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Spot {
    /// From the project's root.
    pub(super) file: Option<String>,
    /// First character.
    pub(super) start: Option<Position>,
    /// Behind the last character.
    pub(super) end: Option<Position>,
    /// Name of the sheet.
    pub(super) sheet: Option<String>,
    /// `B7`.
    pub(super) cell: Option<String>,
    /// Line of a text table on which the cell's record begins.
    pub(super) row_line: Option<u32>,
}

/// The texts that places point into, each decoded and divided into lines once.
pub(super) struct Files<'a> {
    sources: &'a Sources,
    lines: BTreeMap<FileId, Lines>,
}

impl<'a> Files<'a> {
    pub(super) fn new(sources: &'a Sources) -> Self {
        Self { sources, lines: BTreeMap::new() }
    }

    /// The lines of a file; none if it is not text.
    pub(super) fn lines(&mut self, file: FileId) -> &Lines {
        self.lines.entry(file).or_insert_with(|| Lines::new(redact(&self.sources.text(file)).into_owned()))
    }

    /// Where a finding stands.
    pub(super) fn spot_of(&mut self, diagnostic: &Diagnostic) -> Spot {
        let mut spot = self.spot(&diagnostic.at);
        if spot.file.is_none() {
            spot.file = super::path_of_unlisted(diagnostic).map(str::to_owned);
        }
        spot
    }

    /// Where a place is.
    pub(super) fn spot(&mut self, at: &Place) -> Spot {
        let file = super::path_of(self.sources, at).map(|path| redact(path).into_owned());
        match at {
            Place::Project | Place::File(_) => Spot { file, ..Spot::default() },
            Place::Text(id, span) => {
                let lines = self.lines(*id);
                let range = lines.range(*span);
                let (start, end) = (lines.position(range.start), lines.position(range.end));
                Spot { file, start: Some(start), end: Some(end), ..Spot::default() }
            }
            Place::Cell(_, cell) => Spot {
                file,
                sheet: cell.sheet.as_deref().map(str::to_owned),
                cell: Some(cell.name()),
                row_line: cell.line,
                ..Spot::default()
            },
        }
    }

    /// Where the cell of a text table is written.
    pub(super) fn cell_position(&mut self, id: FileId, cell: &CellPlace) -> Option<Position> {
        let lines = self.lines(id);
        let start = lines.start_of(cell.line? as usize)?;
        let cells = record::cells(lines.text(), start, record::separator(lines.text()));
        cells.get(cell.column as usize).map(|range| lines.position(range.start))
    }
}

impl Spot {
    /// `a.csv:7:9`, as editors and terminals understand it; `position` is the cell's where there is one.
    pub(super) fn address(&self, position: Option<Position>) -> String {
        let file = self.file.as_deref().unwrap_or_default();
        match (position.or(self.start), self.row_line) {
            (Some(Position { line, column }), _) => format!("{file}:{line}:{column}"),
            (None, Some(line)) => format!("{file}:{line}"),
            (None, None) => file.to_owned(),
        }
    }
}
