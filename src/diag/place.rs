//! Where a finding stands: the project, a file, a stretch of text, or a cell.

use std::sync::Arc;

/// One source file of a snapshot. Numbers follow the order of the paths, so that sorting by it sorts by path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A stretch of a file's decoded text, in bytes from its start; `end` is behind the last byte.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One behind the last byte.
    pub end: u32,
}

impl Span {
    /// The span of a byte range. Files over 4 GiB never get this far: `source` refuses them as text.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    /// This span counted from `by` bytes earlier: from a part of a file to the whole file.
    #[must_use]
    pub fn shifted(self, by: usize) -> Self {
        Self { start: self.start + by as u32, end: self.end + by as u32 }
    }
}

/// A cell of a table file, as the author's program shows it: row and column count from zero here and from one on screen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellPlace {
    /// The sheet's name; `None` for formats without sheets.
    pub sheet: Option<Arc<str>>,
    /// Row of the sheet, from zero.
    pub row: u32,
    /// Column of the sheet, from zero.
    pub column: u32,
    /// Line of the text file on which the row begins, from one; `None` for spreadsheets.
    pub line: Option<u32>,
}

impl CellPlace {
    /// The cell's name in spreadsheet style: `B7`.
    pub fn name(&self) -> String {
        let mut letters = Vec::new();
        let mut rest = self.column + 1;
        while rest > 0 {
            letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
            rest = (rest - 1) / 26;
        }
        format!("{}{}", letters.iter().rev().collect::<String>(), self.row + 1)
    }
}

/// Where a finding stands. The order (project, then file by file, then position) is the order in which findings are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The site as a whole, or a thing that has no file.
    Project,
    /// A file as a whole.
    File(FileId),
    /// A stretch of a text file.
    Text(FileId, Span),
    /// A cell of a table file.
    Cell(FileId, CellPlace),
}

impl Place {
    /// The file, if the place is in one.
    pub fn file(&self) -> Option<FileId> {
        match self {
            Self::Project => None,
            Self::File(file) | Self::Text(file, _) | Self::Cell(file, _) => Some(*file),
        }
    }

    /// What findings are sorted by: file, then row or byte, then column.
    pub fn order(&self) -> (Option<FileId>, u64, u32) {
        match self {
            Self::Project | Self::File(_) => (self.file(), 0, 0),
            Self::Text(_, span) => (self.file(), u64::from(span.start), span.end),
            Self::Cell(_, cell) => (self.file(), u64::from(cell.row), cell.column),
        }
    }
}
