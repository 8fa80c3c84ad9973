//! Byte offsets of a text to lines and columns, fast for many findings in one file.

use crate::diag::Span;

/// Bytes between two remembered counts of characters: a column is counted over at most this much, even in a line of
/// a megabyte with a finding on every word.
const BLOCK: usize = 1024;

/// A place in a text as editors show it: both count from one, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Position {
    pub(super) line: usize,
    pub(super) column: usize,
}

/// A text with the starts of its lines.
#[derive(Debug)]
pub(super) struct Lines {
    text: String,
    starts: Vec<usize>,
    /// Characters before each multiple of [`BLOCK`] bytes.
    n_chars: Vec<usize>,
}

impl Lines {
    /// Finds the lines; they end with a line feed, a carriage return, or both.
    pub(super) fn new(text: String) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (idx, byte) in bytes.iter().enumerate() {
            let ends_line = *byte == b'\n' || (*byte == b'\r' && bytes.get(idx + 1) != Some(&b'\n'));
            if ends_line {
                starts.push(idx + 1);
            }
        }
        let mut n_chars = vec![0];
        for block in bytes.chunks(BLOCK) {
            n_chars.push(n_chars[n_chars.len() - 1] + count_chars(block));
        }
        Self { text, starts, n_chars }
    }

    /// The text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Line and column of a byte; what is behind the end is at the end.
    pub(super) fn position(&self, byte: usize) -> Position {
        let byte = self.within(byte);
        let line_idx = self.line_idx(byte);
        let column = self.chars_before(byte) - self.chars_before(self.starts[line_idx]) + 1;
        Position { line: line_idx + 1, column }
    }

    /// The span as a range of the text that can be sliced.
    pub(super) fn range(&self, span: Span) -> std::ops::Range<usize> {
        let start = self.within(span.start as usize);
        start..self.within(span.end as usize).max(start)
    }

    /// The line that holds a byte, without its end, as a range of the text.
    pub(super) fn line_of(&self, byte: usize) -> std::ops::Range<usize> {
        let line_idx = self.line_idx(self.within(byte));
        let start = self.starts[line_idx];
        let end = self.starts.get(line_idx + 1).copied().unwrap_or(self.text.len());
        start..start + self.text[start..end].trim_end_matches(['\n', '\r']).len()
    }

    /// Where a line begins; `None` if there are not so many.
    pub(super) fn start_of(&self, line: usize) -> Option<usize> {
        self.starts.get(line.checked_sub(1)?).copied()
    }

    fn line_idx(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte) - 1
    }

    fn chars_before(&self, byte: usize) -> usize {
        let block = byte / BLOCK;
        self.n_chars[block] + count_chars(&self.text.as_bytes()[block * BLOCK..byte])
    }

    fn within(&self, byte: usize) -> usize {
        self.text.floor_char_boundary(byte)
    }
}

/// Counts the bytes that begin a character.
fn count_chars(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}
