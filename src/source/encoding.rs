//! A file's bytes to text, whatever Chinese office software wrote them: UTF-8 with and without mark, UTF-16, GB18030.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, UTF_8};

use crate::diag::{Diagnostic, FileId, Outcome, Place, Span, codes};

/// A file's text, and what it was encoded in.
#[derive(Clone, Debug)]
pub struct Decoded<'a> {
    /// Without byte order mark. Empty if the bytes are not text.
    pub text: Cow<'a, str>,
    /// The encoding found.
    pub encoding: &'static Encoding,
}

/// Decodes a text file.
///
/// - UTF-8 is accepted in silence; UTF-16 by its mark and GB18030 by trying, both with a warning.
/// - Codes: S101 not text, S102 not UTF-8 (warning), S103 a NUL byte.
pub fn decode(file: FileId, bytes: &[u8]) -> Outcome<Decoded<'_>> {
    let mut found = Vec::new();
    let decoded = match as_written(bytes) {
        Ok(decoded) => decoded,
        Err(bad) => {
            found.push(explain(file, bytes, &bad));
            return Outcome::new(Decoded { text: Cow::Borrowed(""), encoding: bad.encoding }, found);
        }
    };
    if decoded.encoding != UTF_8 {
        found.push(codes::not_utf8.at(Place::File(file)).with("encoding", decoded.encoding.name()));
    }
    if let Some(offset) = memchr_nul(&decoded.text) {
        found.push(codes::nul_byte.at(Place::Text(file, Span::new(offset, offset + 1))));
        return Outcome::new(Decoded { text: Cow::Borrowed(""), ..decoded }, found);
    }
    Outcome::new(decoded, found)
}

/// The text of a file as places count in it, whatever it holds.
///
/// - A lone CR, which ended lines on old Macs, becomes LF: no place moves, because both are one byte.
pub(super) fn as_written(bytes: &[u8]) -> Result<Decoded<'_>, NotText> {
    decoded(bytes).map(|decoded| Decoded { text: with_lines(decoded.text), ..decoded })
}

fn decoded(bytes: &[u8]) -> Result<Decoded<'_>, NotText> {
    let (encoding, n_mark) = Encoding::for_bom(bytes).unwrap_or((UTF_8, 0));
    if encoding != UTF_8 {
        let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[n_mark..]);
        return text.map(|text| Decoded { text, encoding }).ok_or(NotText { encoding, offset: None });
    }
    match std::str::from_utf8(&bytes[n_mark..]) {
        Ok(text) => Ok(Decoded { text: Cow::Borrowed(text), encoding }),
        Err(error) => {
            let text = GB18030.decode_without_bom_handling_and_without_replacement(bytes);
            let offset = Some(n_mark + error.valid_up_to());
            text.map(|text| Decoded { text, encoding: GB18030 }).ok_or(NotText { encoding, offset })
        }
    }
}

/// Bytes that no encoding explains, from `offset` on where that is known.
#[derive(Debug)]
pub(super) struct NotText {
    encoding: &'static Encoding,
    offset: Option<usize>,
}

/// The text with LF where its lines end in CR alone.
fn with_lines(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains('\r') && !text.contains('\n') { Cow::Owned(text.replace('\r', "\n")) } else { text }
}

fn explain(file: FileId, bytes: &[u8], bad: &NotText) -> Diagnostic {
    let diagnostic = codes::not_text.at(Place::File(file));
    let Some(offset) = bad.offset else {
        return diagnostic.with("offset", bytes.len()).with("line", 1).with("byte", "");
    };
    let line = bytes[..offset].iter().filter(|byte| **byte == b'\n').count() + 1;
    diagnostic.with("offset", offset).with("line", line).with("byte", format!("{:02X}", bytes[offset]))
}

/// Decodes a text file whose encoding the site has named; a byte order mark wins over the name, and nothing is said about it.
///
/// - Codes: S101 not text of this encoding, S103 a NUL byte.
pub fn decode_as<'a>(file: FileId, bytes: &'a [u8], encoding: &'static Encoding) -> Outcome<Decoded<'a>> {
    let (encoding, n_mark) = Encoding::for_bom(bytes).unwrap_or((encoding, 0));
    let mut found = Vec::new();
    let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[n_mark..]).unwrap_or_else(|| {
        found.push(
            codes::not_text.at(Place::File(file)).with("offset", bytes.len()).with("line", 1).with("byte", encoding.name()),
        );
        Cow::Borrowed("")
    });
    if let Some(offset) = memchr_nul(&text) {
        found.push(codes::nul_byte.at(Place::Text(file, Span::new(offset, offset + 1))));
        return Outcome::new(Decoded { text: Cow::Borrowed(""), encoding }, found);
    }
    Outcome::new(Decoded { text: with_lines(text), encoding }, found)
}

fn memchr_nul(text: &str) -> Option<usize> {
    text.as_bytes().iter().position(|byte| *byte == 0)
}
