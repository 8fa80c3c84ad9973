//! A Markdown file's text to its front matter and its body, both still as written.

use crate::diag::{FileId, Outcome, Place, Span, codes};

/// The language of a front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fence {
    /// Between two lines `+++`.
    Toml,
    /// Between two lines `---`.
    Yaml,
}

/// The two parts of a note's text, with where each begins in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Split<'a> {
    /// `None` if the text begins with no fence, or if the fence is not closed.
    pub fence: Option<Fence>,
    /// Between the fences.
    pub front: &'a str,
    /// Byte offset of `front`.
    pub front_start: usize,
    /// Behind the closing fence.
    pub body: &'a str,
    /// Byte offset of `body`.
    pub body_start: usize,
}

/// Splits a note's text.
///
/// - Blank lines before the opening fence are allowed.
/// - Codes: R001 not closed, R002 no front matter.
pub fn split_front(file: FileId, text: &str) -> Outcome<Split<'_>> {
    let open = text.len() - text.trim_start_matches(['\n', '\r', ' ', '\u{feff}']).len();
    let no_front = Split { fence: None, front: "", front_start: open, body: text, body_start: 0 };
    let (fence, mark) = match text.get(open..open + 3) {
        Some("+++") => (Fence::Toml, "+++"),
        Some("---") => (Fence::Yaml, "---"),
        _ => {
            let diagnostic = codes::no_front_matter.at(Place::Text(file, Span::new(0, 0)));
            return Outcome::new(no_front, vec![diagnostic]);
        }
    };
    let unclosed = || codes::front_not_closed.at(Place::Text(file, Span::new(open, open + 3))).with("fence", mark);
    let Some(first_line) = line_end(text, open) else {
        return Outcome::new(no_front, vec![unclosed()]);
    };
    let mut start = first_line;
    while start < text.len() {
        let end = line_end(text, start).unwrap_or(text.len());
        if text[start..end].trim_end() == mark {
            let split = Split {
                fence: Some(fence),
                front: &text[first_line..start],
                front_start: first_line,
                body: &text[end..],
                body_start: end,
            };
            return Outcome::new(split, Vec::new());
        }
        start = end;
    }
    let nothing = Split { body: "", body_start: text.len(), ..no_front };
    Outcome::new(nothing, vec![unclosed()])
}

/// Start of the line after the one that holds `from`.
fn line_end(text: &str, from: usize) -> Option<usize> {
    text[from..].find('\n').map(|idx| from + idx + 1)
}
