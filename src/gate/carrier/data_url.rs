//! `data:` URLs to the files that are packed in them.

use memchr::memmem;

use super::{Inside, Spot, Take, Unreadable, read as read_file};

/// Files in files: deeper ones are not opened.
const DEEPEST: usize = 8;
/// In bytes, of what says the type of a file.
const LONGEST_TYPE: usize = 200;

/// Reads every file that is packed in a text. What it is decide its bytes, so the type is only its name.
pub(super) fn read_all(text: &str, inside: &Inside, take: &mut dyn Take) {
    let mut rest = text;
    while let Some(at) = memmem::find(rest.as_bytes(), b"data:") {
        rest = &rest[at + 5..];
        // The type ends soon, or this is no URL: what follows is looked at once.
        let n_type = rest.bytes().take(LONGEST_TYPE).position(|byte| matches!(byte, b',' | b' ' | b'\n' | b'"' | b'\''));
        let Some((head, url)) = n_type.filter(|n| rest.as_bytes()[*n] == b',').map(|n| (&rest[..n], &rest[n + 1..])) else {
            continue;
        };
        let body = &url[..url.find(ends).unwrap_or(url.len())];
        read_one(head, body, inside, take);
        rest = &url[body.len()..];
    }
}

/// What ends a URL in attributes, style sheets and scripts alike.
fn ends(character: char) -> bool {
    character.is_ascii_whitespace() || matches!(character, '"' | '\'' | ')' | '\\')
}

fn read_one(head: &str, body: &str, inside: &Inside, take: &mut dyn Take) {
    if inside.parts.len() >= DEEPEST {
        return take.unreadable(inside, Unreadable::TooMuch);
    }
    let plain = percent_decoded(body);
    let bytes = if head.ends_with(";base64") { base64_decoded(&plain) } else { plain };
    if bytes.is_empty() {
        return;
    }
    let media_type = head.split(';').next().unwrap_or_default();
    let mut parts = inside.parts.clone();
    parts.push(format!("data:{media_type}"));
    // `image/svg+xml` is read as `svg+xml.xml` would be.
    let ending = media_type.rsplit(['/', '+']).next().unwrap_or_default();
    let name = format!("data.{}", if ending == "javascript" { "js" } else { ending });
    read_file(&name, &bytes, &Inside { parts, spot: Spot::Whole }, take);
}

fn percent_decoded(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let hex = |digit: u8| char::from(digit).to_digit(16).map(|digit| digit as u8);
        rest = match (first, behind) {
            (b'%', [high, low, behind @ ..]) if hex(*high).is_some() && hex(*low).is_some() => {
                bytes.extend(hex(*high).zip(hex(*low)).map(|(high, low)| high << 4 | low));
                behind
            }
            _ => {
                bytes.push(*first);
                behind
            }
        };
    }
    bytes
}

/// Both alphabets, with or without its end; what is of neither is passed over.
pub(super) fn base64_decoded(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut pending, mut n_bits) = (0u32, 0);
    for sign in text {
        let value = match sign {
            b'A'..=b'Z' => sign - b'A',
            b'a'..=b'z' => sign - b'a' + 26,
            b'0'..=b'9' => sign - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => continue,
        };
        pending = pending << 6 | u32::from(value);
        n_bits += 6;
        if n_bits >= 8 {
            n_bits -= 8;
            bytes.push((pending >> n_bits) as u8);
        }
    }
    bytes
}
