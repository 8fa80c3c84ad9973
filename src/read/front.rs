//! A Markdown file's text to its front matter and its body, both still as written.

use crate::diag::{Diagnostic, FileId, Outcome, Place, Span, codes};

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
/// - Codes: R001 not closed, R002 no front matter, R003 to R005 fences that are nearly right.
pub fn split_front(file: FileId, text: &str) -> Outcome<Split<'_>> {
    let open = text.len() - text.trim_start_matches(['\n', '\r', ' ', '\u{feff}']).len();
    let no_front = Split { fence: None, front: "", front_start: open, body: text, body_start: 0 };
    let (fence, mark) = match text[open..].lines().next().map(str::trim_end) {
        Some("+++") => (Fence::Toml, "+++"),
        Some("---") => (Fence::Yaml, "---"),
        _ => {
            return Outcome::new(no_front, vec![no_fence(file, text, open)]);
        }
    };
    let unclosed = || codes::front_not_closed.at(Place::Text(file, Span::new(open, open + 3))).with("fence", mark);
    let Some(first_line) = line_end(text, open) else {
        return Outcome::new(no_front, vec![unclosed()]);
    };
    let mut start = first_line;
    while start < text.len() {
        let end = line_end(text, start).unwrap_or(text.len());
        if text[start..end].trim() == mark {
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
    if let Some((at, close)) = other_fence(text, first_line, mark) {
        let diagnostic = codes::fences_differ.at(Place::Text(file, Span::new(at, at + 3)));
        let nothing = Split { body: "", body_start: text.len(), ..no_front };
        return Outcome::new(nothing, vec![diagnostic.with("open", mark).with("close", close)]);
    }
    let nothing = Split { body: "", body_start: text.len(), ..no_front };
    Outcome::new(nothing, vec![unclosed()])
}

/// Why there is no fence at byte `open`, where the text begins.
fn no_fence(file: FileId, text: &str, open: usize) -> Diagnostic {
    let first = text[open..].lines().next().unwrap_or_default().trim_end();
    let whole = Place::Text(file, Span::new(open, open + first.len()));
    let is_mark = |c: char| matches!(c, '+' | '＋' | '-' | '－' | '—' | '–' | '─');
    // A line across the page, before a text without front matter, is longer.
    if first.chars().all(is_mark) && matches!(first.chars().count(), 2..=5) {
        return codes::fence_form.at(whole);
    }
    if text.lines().filter(|line| line.trim_end() == "+++").count() == 2 {
        return codes::front_not_first.at(whole);
    }
    codes::no_front_matter.at(Place::Text(file, Span::new(0, 0)))
}

/// The first line that is the fence of the other language.
fn other_fence<'a>(text: &'a str, from: usize, mark: &str) -> Option<(usize, &'a str)> {
    let mut start = from;
    while start < text.len() {
        let end = line_end(text, start).unwrap_or(text.len());
        let line = text[start..end].trim_end();
        if matches!(line, "+++" | "---") && line != mark {
            return Some((start, line));
        }
        start = end;
    }
    None
}

/// Start of the line after the one that holds `from`.
fn line_end(text: &str, from: usize) -> Option<usize> {
    text[from..].find('\n').map(|idx| from + idx + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> (Option<Fence>, &str, &str) {
        let split = split_front(FileId(0), text).value;
        assert_eq!(&text[split.front_start..split.front_start + split.front.len()], split.front);
        assert_eq!(&text[split.body_start..], split.body);
        (split.fence, split.front, split.body)
    }

    #[test]
    fn a_note_is_split_at_its_fences() {
        for (text, expected) in [
            ("+++\na = 1\n+++\n正文", (Some(Fence::Toml), "a = 1\n", "正文")),
            ("\u{feff}\n---\r\na: 1\r\n--- \r\n正文", (Some(Fence::Yaml), "a: 1\r\n", "正文")),
            ("+++\n+++", (Some(Fence::Toml), "", "")),
            ("+++\na = \"---\"\n---\n+++\n", (Some(Fence::Toml), "a = \"---\"\n---\n", "")),
        ] {
            assert_eq!(split(text), expected, "{text:?}");
            assert_eq!(split_front(FileId(0), text).found, []);
        }
    }

    #[test]
    fn a_fence_that_is_missing_or_not_closed_is_an_error() {
        for (text, name) in [
            ("正文", "no_front_matter"),
            ("", "no_front_matter"),
            ("--------\n正文", "no_front_matter"),
            ("+++\na = 1\n\n正文", "front_not_closed"),
            ("---", "front_not_closed"),
            ("+++\na = 1\n---\n", "fences_differ"),
            ("＋＋＋\na = 1\n＋＋＋\n", "fence_form"),
            ("# 标题\n+++\na = 1\n+++\n", "front_not_first"),
        ] {
            let found = split_front(FileId(0), text).found;
            assert_eq!(found.iter().map(|one| one.code.name).collect::<Vec<_>>(), [name], "{text:?}");
        }
    }
}
