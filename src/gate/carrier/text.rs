//! Plain texts in any encoding of Chinese office software, style sheets, and calendars with their folded lines.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};
use memchr::memchr;

use super::sniff::{Format, textual};
use super::{Inside, Piece, Reading, Take, Unreadable, data_url, unescape};

/// In characters; what a text is in shows there.
const JUDGED: usize = 4096;
/// Of a hundred characters, how many a text in some encoding must have that people write.
const PLAUSIBLE: usize = 85;

/// The texts that bytes may be: one mostly, several where nobody can tell, none for what is no text.
pub(super) fn decode(bytes: &[u8]) -> Vec<Cow<'_, str>> {
    if let Some((encoding, n_mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling_and_without_replacement(&bytes[n_mark..]).into_iter().collect();
    }
    let has_nul = memchr(0, bytes).is_some();
    match std::str::from_utf8(bytes) {
        Ok(text) if !has_nul => return vec![Cow::Borrowed(text)],
        _ => {}
    }
    let mut readings = Vec::new();
    // Letters and digits of UTF-16 have a zero byte, which no other encoding has.
    for encoding in [UTF_16LE, UTF_16BE, GB18030] {
        let may_be = if encoding == GB18030 { !has_nul } else { bytes.len().is_multiple_of(2) };
        let text = may_be.then(|| encoding.decode_without_bom_handling_and_without_replacement(bytes)).flatten();
        readings.extend(text.filter(|text| is_plausible(text)));
    }
    if has_nul {
        readings.extend(std::str::from_utf8(bytes).ok().filter(|text| is_plausible(text)).map(Cow::Borrowed));
    }
    readings
}

/// Whether people may have written it: bytes read in a wrong encoding become characters of all the world.
fn is_plausible(text: &str) -> bool {
    let is_usual = |character: &char| {
        matches!(character, '\t' | '\n' | '\r' | ' '..='~' | '\u{a0}'..='\u{ff}' | '\u{2010}'..='\u{2260}')
            || matches!(character, '\u{3000}'..='\u{30ff}' | '\u{4e00}'..='\u{9fa5}' | '\u{ff01}'..='\u{ff5e}' | '\u{2460}'..='\u{25ff}')
    };
    let n_all = text.chars().take(JUDGED).count();
    let n_usual = text.chars().take(JUDGED).filter(is_usual).count();
    n_usual * 100 >= n_all * PLAUSIBLE
}

/// Gives what can be read of a text that is damaged; what is called no text is said to be of no known format.
pub(super) fn read_damaged(name: &str, bytes: &[u8], inside: &Inside, take: &mut dyn Take) {
    let text = String::from_utf8_lossy(bytes);
    // Mostly text in spite of some bytes: cut in the middle of a character, or two encodings in one file.
    let is_text = !bytes.contains(&0) && (is_plausible(&text) || textual(name, "") != Format::Text);
    if is_text {
        take.piece(Piece { text: &text, headings: &[], inside });
        let gbk = GB18030.decode_without_bom_handling(bytes).0;
        take.piece(Piece { text: &gbk, headings: &[], inside });
    }
    take.unreadable(inside, if is_text { Unreadable::Broken } else { Unreadable::UnknownFormat });
}

/// Reads a plain text, whose lines are counted.
pub(super) fn read(reading: &Reading<'_>, take: &mut dyn Take) {
    take.piece(Piece { text: reading.text, headings: &[], inside: &reading.first_line() });
}

/// Reads a style sheet.
pub(super) fn read_style(reading: &Reading<'_>, take: &mut dyn Take) {
    data_url::read_all(reading.text, reading.inside, take);
    let mut text = String::with_capacity(reading.text.len());
    unescape::push_style(&mut text, reading.text);
    take.piece(Piece { text: &text, headings: &[], inside: &reading.first_line() });
}

/// Reads a calendar or a card. A line that begins with white space goes on the one above it, in the middle of a number, too.
pub(super) fn read_folded(reading: &Reading<'_>, take: &mut dyn Take) {
    let text = reading.text.replace("\r\n", "\n");
    let text = text.replace("\n ", "").replace("\n\t", "");
    let mut resolved = String::with_capacity(text.len());
    unescape::push(&mut resolved, &text);
    // Lines no longer count: folding took some.
    take.piece(Piece { text: &resolved, headings: &[], inside: reading.inside });
}
