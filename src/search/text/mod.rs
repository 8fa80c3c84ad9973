//! A text to bits, in a code that knows common Chinese words and copies what the text has said before.
//!
//! Its symbols are those of `table`: single UTF-16 units, words, and control characters that no text has, which end it, give a unit
//! of no table or copy a run of units. The table is part of the program and the same for every site, so that an edit of one page
//! changes no other.

mod encode;
mod table;

use super::bits::{BitReader, BitWriter};

use self::table::{Token, table};

pub use self::table::{is_single, singles, words_part};

/// Ends a text.
const END: u16 = 0;
/// The 16 bits that follow are a unit.
const RAW: u16 = 0xE;
/// The first of [`N_COPIES`] symbols, each for a length; the last one's length goes on in gamma code.
const COPY: u16 = 0x10;
const N_COPIES: u16 = 16;
/// In units. Two are hardly ever shorter as a copy than as they are.
const SHORTEST_COPY: u32 = 3;

/// Writes a text with its end.
pub fn write_text(bits: &mut BitWriter, text: &str) {
    let units: Vec<u16> = text.encode_utf16().collect();
    encode::write_units(bits, table(), &units);
}

/// Reads a text that [`write_text`] wrote.
pub fn read_text(bits: &mut BitReader<'_>) -> String {
    let table = table();
    let mut units = Vec::new();
    while !bits.is_at_end() {
        match table.read(bits) {
            Token::Unit(END) => break,
            Token::Unit(RAW) => units.push(bits.read(16) as u16),
            Token::Unit(symbol) if is_copy(symbol) => copy(bits, symbol, &mut units),
            Token::Unit(unit) => units.push(unit),
            Token::Word(word) => units.extend_from_slice(word),
        }
    }
    String::from_utf16_lossy(&units)
}

fn is_copy(symbol: u16) -> bool {
    (COPY..COPY + N_COPIES).contains(&symbol)
}

/// Reads what follows the symbol of a copy, and copies. A copy may reach into what it writes itself.
fn copy(bits: &mut BitReader<'_>, symbol: u16, units: &mut Vec<u16>) {
    let mut length = u32::from(symbol - COPY) + SHORTEST_COPY;
    if symbol == COPY + N_COPIES - 1 {
        length += bits.read_gamma().saturating_sub(1);
    }
    let distance = read_distance(bits, units.len() as u32);
    for _ in 0..length {
        let Some(unit) = units.len().checked_sub(distance as usize).and_then(|at| units.get(at)) else { return };
        units.push(*unit);
    }
}

/// The nearest eighth of what is written is copied from as often as all the rest; both are told apart by a bit.
fn n_near(n_written: u32) -> u32 {
    (n_written >> 3) + 1
}

fn write_distance(bits: &mut BitWriter, distance: u32, n_written: u32) {
    let n_near = n_near(n_written);
    if distance <= n_near {
        bits.write(1, 1);
        bits.write_truncated(distance - 1, n_near);
    } else {
        bits.write(0, 1);
        bits.write_truncated(distance - 1 - n_near, n_written - n_near);
    }
}

fn read_distance(bits: &mut BitReader<'_>, n_written: u32) -> u32 {
    let n_near = n_near(n_written);
    if bits.read(1) == 1 {
        return 1 + bits.read_truncated(n_near);
    }
    1 + n_near + bits.read_truncated(n_written.saturating_sub(n_near).max(1))
}

#[cfg(test)]
mod tests;
