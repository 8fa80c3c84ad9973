//! A line of an author's file to a short piece that is safe on a terminal, with the marked part kept in view.
//!
//! Only what is shown is walked over: a line may be a megabyte long.

use std::borrow::Cow;
use std::ops::Range;

use unicode_width::UnicodeWidthChar;

/// In columns of a terminal: with the line number it fits a screen of 100 without being wrapped.
const WIDTH: usize = 90;

/// In columns: what is shown before the mark when the line has to be cut.
const BEFORE: usize = 30;

/// A piece of a line, with the mark as a byte range of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    pub(super) text: String,
    pub(super) mark: Range<usize>,
}

/// Cuts the neighbourhood of `mark` out of a line.
pub(super) fn excerpt(line: &str, mark: Range<usize>) -> Excerpt {
    let start = line.floor_char_boundary(mark.start);
    let end = line.floor_char_boundary(mark.end).max(start);
    let (before, rest) = line.split_at(start);
    let behind_len = fitting(rest.chars(), WIDTH - BEFORE);
    let width_behind: usize = rest[..behind_len].chars().map(width).sum();
    // A short rest leaves its room to what stands before.
    let before_start = start - fitting(before.chars().rev(), WIDTH - width_behind);
    let behind_end = start + behind_len + fitting(rest[behind_len..].chars(), room_left(&line[before_start..start + behind_len]));

    let mut text = String::new();
    if before_start > 0 {
        text.push('…');
    }
    text.push_str(&visible(&line[before_start..start]));
    let mark_start = text.len();
    text.push_str(&visible(&line[start..end.min(behind_end)]));
    let mark = mark_start..text.len();
    text.push_str(&visible(&line[end.min(behind_end)..behind_end]));
    if behind_end < line.len() {
        text.push('…');
    }
    Excerpt { text, mark }
}

fn room_left(shown: &str) -> usize {
    WIDTH.saturating_sub(shown.chars().map(width).sum())
}

/// How many bytes of the characters fit into `n_columns`.
fn fitting(chars: impl Iterator<Item = char>, n_columns: usize) -> usize {
    let mut n_left = n_columns;
    let mut n_bytes = 0;
    for c in chars {
        let Some(left) = n_left.checked_sub(width(c)) else { break };
        n_left = left;
        n_bytes += c.len_utf8();
    }
    n_bytes
}

/// Columns that a character takes once it is visible; at least one, so that a line of marks without width ends too.
fn width(c: char) -> usize {
    match shown(c) {
        Shown::Itself => c.width().unwrap_or(1).max(1),
        Shown::As(_) => 1,
        Shown::Tab => 4,
    }
}

enum Shown {
    Itself,
    As(char),
    Tab,
}

/// How a character is shown: what could steer a terminal or hide itself becomes a picture of itself.
fn shown(c: char) -> Shown {
    match c {
        '\t' => Shown::Tab,
        '\0'..='\x1f' => Shown::As(char::from_u32(0x2400 + c as u32).expect("a picture exists for each of the 32 controls")),
        '\x7f' => Shown::As('␡'),
        '\u{80}'..='\u{9f}' | '\u{ad}' => Shown::As('\u{fffd}'),
        // Marks without width and marks that turn the direction of writing around.
        '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' => Shown::As('\u{fffd}'),
        '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => Shown::As('\u{fffd}'),
        _ => Shown::Itself,
    }
}

/// A text in which nothing can steer the terminal. Messages hold values that authors wrote, so they pass here too.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| matches!(shown(c), Shown::Itself)) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match shown(c) {
            Shown::Itself => safe.push(c),
            Shown::As(picture) => safe.push(picture),
            Shown::Tab => safe.push_str("    "),
        }
    }
    Cow::Owned(safe)
}
