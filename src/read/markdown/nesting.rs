//! A note's text to the place where its lists and quotes become too deep, before any parser sees it.
//!
//! The parser looks at every open list and quote for every line, so depth costs time on each line; and no browser, and no
//! reader, gets along with hundreds of levels. The count here is an upper bound, taken from the columns of the markers.

/// Levels of lists, quotes and inline markup. Far more than a person writes, far fewer than a browser minds.
pub(super) const MAX_DEPTH: usize = 100;

/// Byte range of the line at whose beginning the nesting becomes too deep.
pub(super) fn too_deep_line(text: &str) -> Option<(usize, usize)> {
    // Old Macintosh files end their lines with a carriage return alone; looking for both ends is slower.
    if text.contains('\r') { find(text.split_inclusive(['\n', '\r'])) } else { find(text.split_inclusive('\n')) }
}

fn find<'a>(lines: impl Iterator<Item = &'a str>) -> Option<(usize, usize)> {
    let mut open_columns = Vec::new();
    let mut start = 0;
    for line in lines {
        // Lines of prose, which begin with a letter, are passed over at once.
        if line.as_bytes().first().is_some_and(|byte| matches!(byte, b' ' | b'\t' | b'>' | b'-' | b'+' | b'*' | b'0'..=b'9')) {
            count_markers(line.as_bytes(), &mut open_columns);
            if open_columns.len() > MAX_DEPTH {
                return Some((start, start + line.trim_end().len()));
            }
        }
        start += line.len();
    }
    None
}

/// Follows the markers at the beginning of one line; a marker ends the lists and quotes that began at its right.
fn count_markers(line: &[u8], open_columns: &mut Vec<usize>) {
    if is_rule(line) {
        return;
    }
    let (mut idx, mut column) = (0, 0);
    while let Some(byte) = line.get(idx) {
        let n_marker = match byte {
            b' ' => {
                (idx, column) = (idx + 1, column + 1);
                continue;
            }
            b'\t' => {
                (idx, column) = (idx + 1, column + 4 - column % 4);
                continue;
            }
            b'>' => 1,
            b'-' | b'+' | b'*' if ends_marker(line, idx + 1) => 1,
            b'0'..=b'9' => match number_marker(&line[idx..]) {
                Some(n_marker) if ends_marker(line, idx + n_marker) => n_marker,
                _ => return,
            },
            _ => return,
        };
        while open_columns.last().is_some_and(|open| *open >= column) {
            open_columns.pop();
        }
        open_columns.push(column);
        (idx, column) = (idx + n_marker, column + n_marker);
    }
}

fn ends_marker(line: &[u8], idx: usize) -> bool {
    line.get(idx).is_none_or(u8::is_ascii_whitespace)
}

fn number_marker(rest: &[u8]) -> Option<usize> {
    let n_digits = rest.iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
    matches!(rest.get(n_digits), Some(b'.' | b')')).then_some(n_digits + 1)
}

/// `* * * *` is a line across the page, not four lists.
fn is_rule(line: &[u8]) -> bool {
    let mut marks = line.iter().filter(|byte| !byte.is_ascii_whitespace());
    match marks.next() {
        Some(first @ (b'*' | b'-' | b'_')) => marks.all(|byte| byte == first),
        _ => false,
    }
}
