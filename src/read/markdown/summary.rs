//! The first paragraph to a summary.

/// In characters, so that Chinese and English summaries get the same room.
const MAX_CHARS: usize = 160;

/// A cut at a sentence is taken only if so many characters stay.
const MIN_CHARS: usize = 40;

/// At most 160 characters: whole, or to the end of a sentence, or with `…`.
pub(super) fn summarise(paragraph: &str) -> String {
    let paragraph = paragraph.trim();
    let Some((cut, _)) = paragraph.char_indices().nth(MAX_CHARS) else {
        return paragraph.to_owned();
    };
    let mut sentence_end = None;
    let mut chars = paragraph[..cut].char_indices().enumerate().peekable();
    while let Some((n_before, (idx, c))) = chars.next() {
        let next = chars.peek().map(|(_, (_, next))| *next);
        let is_end = match c {
            '。' | '！' | '？' | '；' => true,
            '.' | '!' | '?' => next.is_some_and(char::is_whitespace),
            _ => false,
        };
        if is_end && n_before + 1 >= MIN_CHARS {
            let is_closed = matches!(next, Some('”' | '’' | '」' | '』' | '）'));
            sentence_end = Some(idx + c.len_utf8() + if is_closed { next.map_or(0, char::len_utf8) } else { 0 });
        }
    }
    if let Some(end) = sentence_end {
        return paragraph[..end].to_owned();
    }
    let (cut, _) = paragraph.char_indices().nth(MAX_CHARS - 1).unwrap_or((paragraph.len(), ' '));
    format!("{}…", paragraph[..cut].trim_end())
}
