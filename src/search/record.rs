//! A page to what the index keeps of it word for word, for excerpts and to verify what is found.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::plan::search::{ANCHOR, HEADING, HEADING_END, SearchPage};

/// Stands between the fields of a page.
pub(super) const FIELD: char = '\u{1}';
/// Stands between pages that share a file.
pub(super) const PAGE: char = '\u{2}';
/// Stands between the names of branches, here and for readers.
pub(super) const BETWEEN_NAMES: char = '\u{3001}';

/// A title as it is indexed and kept: composed, of one line.
pub(super) fn title(text: &str) -> Cow<'_, str> {
    clean(text, |_| false)
}

/// A body as it is indexed and kept: composed, with its lines and headings.
pub(super) fn body(text: &str) -> Cow<'_, str> {
    clean(text, |c| matches!(c, '\n' | HEADING | ANCHOR | HEADING_END))
}

/// Adds the record of a page to those of its file. `traditional` are the characters that its readers have to fold.
pub(super) fn push(record: &mut String, page: &SearchPage, title: &str, body: &str, traditional: &[(char, char)]) {
    record.push_str(page.path.strip_suffix("index.html").unwrap_or(&page.path));
    record.push(FIELD);
    record.push_str(title);
    record.push(FIELD);
    if let Some(date) = page.date {
        record.push_str(&date.to_string());
    }
    record.push(FIELD);
    for (idx, branch) in page.branches.iter().enumerate() {
        if idx > 0 {
            record.push(BETWEEN_NAMES);
        }
        record.push_str(&self::title(branch));
    }
    record.push(FIELD);
    record.push_str(page.mark.unwrap_or_default());
    record.push(FIELD);
    for (from, to) in traditional {
        record.push(*from);
        record.push(*to);
    }
    record.push(FIELD);
    record.push_str(body);
}

/// Composes characters, and takes out those that nobody sees and that the record uses itself.
fn clean(text: &str, is_kept: fn(char) -> bool) -> Cow<'_, str> {
    let is_fine = |c: char| !c.is_control() || is_kept(c);
    if text.chars().all(|c| is_composed(c) || is_kept(c)) || text.chars().all(is_fine) && is_nfc(text) {
        return Cow::Borrowed(text);
    }
    // White space has to keep words apart; what else cannot be seen does not.
    let visible = text.chars().filter(|c| is_fine(*c) || c.is_whitespace());
    Cow::Owned(visible.map(|c| if is_fine(c) { c } else { ' ' }).nfc().collect())
}

/// Whether a character is surely composed and can be seen, beside whatever: nearly all are, and asking the tables is slow.
fn is_composed(c: char) -> bool {
    matches!(c as u32, 0x20..=0x7E | 0xA0..=0x2FF | 0x2010..=0x205F | 0x3000..=0x3029 | 0x3400..=0x9FFF | 0xFF01..=0xFFEF)
}
