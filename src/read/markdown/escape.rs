//! Text to HTML text and attribute values.

/// Writes `text` as HTML text. Quotes stay as they are: they mean nothing between tags.
pub(super) fn push_text(html: &mut String, text: &str) {
    push_escaped(html, text, |byte| matches!(byte, b'&' | b'<' | b'>'));
}

/// Writes `text` as the value of an attribute in double quotes.
pub(super) fn push_attribute(html: &mut String, text: &str) {
    push_escaped(html, text, |byte| matches!(byte, b'&' | b'<' | b'>' | b'"'));
}

fn push_escaped(html: &mut String, text: &str, is_special: impl Fn(u8) -> bool) {
    let mut copied = 0;
    for (idx, byte) in text.bytes().enumerate() {
        if is_special(byte) {
            html.push_str(&text[copied..idx]);
            html.push_str(entity(byte));
            copied = idx + 1;
        }
    }
    html.push_str(&text[copied..]);
}

fn entity(byte: u8) -> &'static str {
    match byte {
        b'&' => "&amp;",
        b'<' => "&lt;",
        b'>' => "&gt;",
        _ => "&quot;",
    }
}
