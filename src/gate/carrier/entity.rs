//! References to characters to the characters: `&#49;`, `&#x31;`, `&nbsp;`, also without the semicolon, as browsers read them.

use memchr::memchr;
use web_atoms::NAMED_ENTITIES;

/// In letters: no name is longer.
const LONGEST_NAME: usize = 32;
/// In letters: no name that may stand without its semicolon is longer.
const LONGEST_BARE_NAME: usize = 6;

/// Adds a text with its references resolved.
#[inline]
pub(super) fn push_resolved(into: &mut String, text: &str) {
    match memchr(b'&', text.as_bytes()) {
        None => into.push_str(text),
        Some(first) => push_from(into, text, first),
    }
}

fn push_from(into: &mut String, text: &str, first: usize) {
    let mut rest = text;
    let mut next = Some(first);
    while let Some(at) = next {
        into.push_str(&rest[..at]);
        let behind = &rest[at + 1..];
        let n_used = push_reference(into, behind);
        if n_used == 0 {
            into.push('&');
        }
        rest = &behind[n_used..];
        next = memchr(b'&', rest.as_bytes());
    }
    into.push_str(rest);
}

/// Adds what a reference stands for; gives how many bytes behind its `&` it has, none if it is no reference.
fn push_reference(into: &mut String, text: &str) -> usize {
    match text.as_bytes() {
        [b'#', b'x' | b'X', ..] => push_number(into, text, 2, 16),
        [b'#', ..] => push_number(into, text, 1, 10),
        _ => push_named(into, text),
    }
}

fn push_number(into: &mut String, text: &str, start: usize, radix: u32) -> usize {
    let mut at = start;
    let mut value = 0u32;
    while let Some(digit) = text.as_bytes().get(at).and_then(|byte| char::from(*byte).to_digit(radix)) {
        value = value.saturating_mul(radix).saturating_add(digit);
        at += 1;
    }
    if at == start {
        return 0;
    }
    let character = char::from_u32(value).unwrap_or(char::REPLACEMENT_CHARACTER);
    // Nobody sees a control character, and one of them means something here.
    into.push(if character.is_control() && character != '\n' { ' ' } else { character });
    at + usize::from(text.as_bytes().get(at) == Some(&b';'))
}

fn push_named(into: &mut String, text: &str) -> usize {
    let is_letter = |byte: &&u8| byte.is_ascii_alphanumeric();
    let n_letters = text.as_bytes().iter().take(LONGEST_NAME).take_while(is_letter).count();
    if text.as_bytes().get(n_letters) == Some(&b';') && push_known(into, &text[..=n_letters]) {
        return n_letters + 1;
    }
    for n in (2..=n_letters.min(LONGEST_BARE_NAME)).rev() {
        if push_known(into, &text[..n]) {
            return n;
        }
    }
    0
}

/// Adds the characters of a name; parts of names stand in the table as two zeros.
fn push_known(into: &mut String, name: &str) -> bool {
    let Some((first @ 1.., second)) = NAMED_ENTITIES.get(name).copied() else { return false };
    into.extend(char::from_u32(first));
    into.extend(char::from_u32(second).filter(|_| second > 0));
    true
}

#[cfg(test)]
mod tests {
    use super::push_resolved;

    fn resolved(text: &str) -> String {
        let mut into = String::new();
        push_resolved(&mut into, text);
        into
    }

    #[test]
    fn references_become_characters() {
        assert_eq!(resolved("&#49;&#x31;&#X31;&#000049 &#49a"), "111\u{31} 1a");
        assert_eq!(resolved("a&nbsp;b&nbspc&ensp;d&ZeroWidthSpace;e&amp;#49;"), "a\u{a0}b\u{a0}c\u{2002}d\u{200b}e&#49;");
        assert_eq!(resolved("&lt;b&gt; &lt &copy2024 &period;&fjlig;"), "<b> < ©2024 .fj");
        assert_eq!(resolved("a & b && &; &# &#x; &unknown; &x=1"), "a & b && &; &# &#x; &unknown; &x=1");
        assert_eq!(resolved("&#31;&#0;&#xFFFFFFFFFF;&#xD800;"), "  \u{fffd}\u{fffd}");
        assert_eq!(resolved("学&号"), "学&号");
    }
}
