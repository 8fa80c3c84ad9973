//! Escapes in strings of JSON, scripts and style sheets to the characters that they stand for.

use memchr::memchr;

/// Adds the inside of a string of JSON or of a script, on one line.
pub(super) fn push_line(into: &mut String, raw: &str) {
    let start = into.len();
    push(into, raw);
    if into[start..].contains(is_not_of_a_line) {
        let line = into[start..].replace(is_not_of_a_line, " ");
        into.truncate(start);
        into.push_str(&line);
    }
}

fn is_not_of_a_line(character: char) -> bool {
    character.is_ascii_control()
}

/// Adds a text with the escapes of JSON and scripts resolved; what is none stays as it is.
pub(super) fn push(into: &mut String, raw: &str) {
    let mut rest = raw;
    let mut high = None;
    while let Some(at) = memchr(b'\\', rest.as_bytes()) {
        if at > 0 {
            high = None;
        }
        into.push_str(&rest[..at]);
        let (character, n_used) = escape(&rest[at + 1..]);
        rest = &rest[at + 1 + n_used..];
        high = match (high, character) {
            (_, Unit::Text(character)) => {
                into.push(character);
                None
            }
            (_, Unit::High(unit)) => Some(unit),
            (Some(high), Unit::Low(low)) => {
                into.extend(char::decode_utf16([high, low]).flatten());
                None
            }
            (None, Unit::Low(_)) | (_, Unit::Nothing) => None,
        };
    }
    into.push_str(rest);
}

/// What an escape stands for.
#[derive(Clone, Copy)]
enum Unit {
    Text(char),
    /// The first half of a character.
    High(u16),
    Low(u16),
    Nothing,
}

/// What stands behind a `\`, and how many bytes of it.
fn escape(text: &str) -> (Unit, usize) {
    let Some(first) = text.chars().next() else { return (Unit::Text('\\'), 0) };
    match first {
        'u' if text.as_bytes().get(1) == Some(&b'{') => braced(text),
        'u' => hex(text, 1, 5),
        'x' => hex(text, 1, 3),
        'n' => (Unit::Text('\n'), 1),
        't' => (Unit::Text('\t'), 1),
        'r' | 'b' | 'f' | 'v' => (Unit::Text(' '), 1),
        // A line of a script that goes on in the next.
        '\n' => (Unit::Nothing, 1),
        other => (Unit::Text(other), other.len_utf8()),
    }
}

fn hex(text: &str, start: usize, end: usize) -> (Unit, usize) {
    let digits = text.get(start..end).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
    let Some(unit) = digits.and_then(|digits| u16::from_str_radix(digits, 16).ok()) else { return (Unit::Text('\\'), 0) };
    let unit = match (unit, char::from_u32(u32::from(unit))) {
        (_, Some(character)) => Unit::Text(character),
        (0xD800..0xDC00, None) => Unit::High(unit),
        _ => Unit::Low(unit),
    };
    (unit, end)
}

/// `\u{31}`, which scripts know.
fn braced(text: &str) -> (Unit, usize) {
    let end = text.bytes().take(10).position(|byte| byte == b'}').unwrap_or_default();
    let character = text.get(3.min(end)..end).and_then(|_| text.get(2..end));
    let character = character.and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32);
    character.map_or((Unit::Text('\\'), 0), |character| (Unit::Text(character), end + 1))
}

/// Adds a style sheet with its escapes resolved: `\31 10` is `110`.
pub(super) fn push_style(into: &mut String, raw: &str) {
    let mut rest = raw;
    while let Some(at) = memchr(b'\\', rest.as_bytes()) {
        into.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let n_digits = rest.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
        let value = u32::from_str_radix(&rest[..n_digits], 16).ok().and_then(char::from_u32);
        if let Some(character) = value.filter(|character| !character.is_control()) {
            into.push(character);
            rest = &rest[n_digits..];
            rest = rest.strip_prefix([' ', '\t']).unwrap_or(rest);
        }
    }
    into.push_str(rest);
}
