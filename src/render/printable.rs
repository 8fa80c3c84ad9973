//! The text of a finished file without characters that neither HTML nor XML can hold.
//!
//! Word processors leave them behind, and entities and escapes can write them, so they are taken out at the one place
//! through which every page and feed goes.

/// Takes out control characters and what Unicode keeps for itself; old line and page breaks become spaces.
pub(super) fn printable(text: Vec<u8>) -> Vec<u8> {
    let Some(first) = (0..text.len()).find(|at| n_unprintable(&text[*at..]) > 0) else { return text };
    let mut clean = text[..first].to_vec();
    let mut at = first;
    while at < text.len() {
        match n_unprintable(&text[at..]) {
            0 => {
                clean.push(text[at]);
                at += 1;
            }
            n_bytes => {
                if matches!(text[at], 0x0b | 0x0c) {
                    clean.push(b' ');
                }
                at += n_bytes;
            }
        }
    }
    clean
}

/// How many bytes the unprintable character has with which UTF-8 text begins; 0 if it can be printed.
fn n_unprintable(text: &[u8]) -> usize {
    match text {
        [b'\t' | b'\n' | b'\r', ..] => 0,
        [0..=0x1f | 0x7f, ..] => 1,
        [0xc2, 0x80..=0x9f, ..] => 2,
        [0xef, 0xbf, 0xbe | 0xbf, ..] => 3,
        _ => 0,
    }
}
