//! Units of a text to symbols: at each place the longest word, or a copy where it is shorter than the words it stands for.

use super::table::{Code, Table};
use super::{COPY, END, N_COPIES, RAW, SHORTEST_COPY, n_near, write_distance};
use crate::search::bits::BitWriter;

/// In bits of the hash: how many places of the text are remembered at most, each by its three units.
const MAX_HASH_BITS: u32 = 16;

/// A run of units that came before.
#[derive(Clone, Copy)]
struct Copy {
    length: usize,
    distance: usize,
}

/// Places of runs.
struct Places {
    last: Vec<u32>,
    n_bits: u32,
}

impl Places {
    fn for_text(n_units: usize) -> Self {
        let n_bits = n_units.max(256).ilog2().min(MAX_HASH_BITS - 1) + 1;
        Self { last: vec![0; 1 << n_bits], n_bits }
    }

    /// The last place of the run that begins here, if it came before; from now on this one is.
    fn replace(&mut self, units: &[u16], at: usize) -> Option<usize> {
        let run = units.get(at..at + SHORTEST_COPY as usize)?;
        let key = (u32::from(run[0]) << 16 ^ u32::from(run[1]) << 8 ^ u32::from(run[2])).wrapping_mul(0x9E37_79B1);
        let slot = &mut self.last[(key >> (32 - self.n_bits)) as usize];
        let before = std::mem::replace(slot, at as u32 + 1);
        (before > 0).then(|| before as usize - 1)
    }
}

/// Writes a text with its end.
pub(super) fn write_units(bits: &mut BitWriter, table: &Table, units: &[u16]) {
    let mut places = Places::for_text(units.len());
    let mut at = 0;
    while at < units.len() {
        let copy = places.replace(units, at).and_then(|from| run(units, from, at));
        let length = match copy.filter(|copy| saves(table, units, at, *copy)) {
            Some(copy) => write_copy(bits, table, at, copy),
            None => write_word(bits, table, &units[at..]),
        };
        for passed in at + 1..at + length {
            places.replace(units, passed);
        }
        at += length;
    }
    symbol(table, END).write(bits);
}

/// The run that both places begin with.
fn run(units: &[u16], from: usize, at: usize) -> Option<Copy> {
    let length = units[at..].iter().zip(&units[from..]).take_while(|(a, b)| a == b).count();
    (length >= SHORTEST_COPY as usize).then_some(Copy { length, distance: at - from })
}

/// Whether a copy is shorter than what it stands for.
fn saves(table: &Table, units: &[u16], at: usize, copy: Copy) -> bool {
    let wanted = copy_bits(table, at, copy);
    let (mut plain, mut end) = (0, at);
    while end < at + copy.length && plain <= wanted {
        let (n_bits, length) =
            next_word(table, &units[end..]).map_or((raw_bits(table), 1), |(code, length)| (code.n_bits.into(), length));
        plain += n_bits;
        end += length;
    }
    plain > wanted
}

fn raw_bits(table: &Table) -> u32 {
    u32::from(symbol(table, RAW).n_bits) + 16
}

/// How many bits a copy takes, about.
fn copy_bits(table: &Table, at: usize, copy: Copy) -> u32 {
    let n_near = n_near(at as u32);
    let range = if copy.distance as u32 <= n_near { n_near } else { at as u32 - n_near };
    u32::from(symbol(table, copy_symbol(copy)).n_bits) + 1 + range.ilog2()
}

fn copy_symbol(copy: Copy) -> u16 {
    COPY + (copy.length as u32 - SHORTEST_COPY).min(u32::from(N_COPIES) - 1) as u16
}

fn write_copy(bits: &mut BitWriter, table: &Table, at: usize, copy: Copy) -> usize {
    symbol(table, copy_symbol(copy)).write(bits);
    let n_more = (copy.length as u32 - SHORTEST_COPY).checked_sub(u32::from(N_COPIES) - 1);
    if let Some(n_more) = n_more {
        bits.write_gamma(n_more + 1);
    }
    write_distance(bits, copy.distance as u32, at as u32);
    copy.length
}

fn write_word(bits: &mut BitWriter, table: &Table, units: &[u16]) -> usize {
    let Some((code, length)) = next_word(table, units) else {
        symbol(table, RAW).write(bits);
        bits.write(u32::from(units[0]), 16);
        return 1;
    };
    code.write(bits);
    length
}

/// The longest word that the units begin with, or the first of them; `None` for a unit of no table, and for one that means something else.
fn next_word(table: &Table, units: &[u16]) -> Option<(Code, usize)> {
    for word in table.words_from(units) {
        if units.starts_with(&word.units) {
            return Some((word.code, word.units.len()));
        }
    }
    let means_else = units[0] == END || units[0] == RAW || super::is_copy(units[0]);
    if means_else { None } else { table.single(units[0]).map(|code| (code, 1)) }
}

fn symbol(table: &Table, symbol: u16) -> Code {
    table.single(symbol).expect("the table has the symbols of the code")
}
