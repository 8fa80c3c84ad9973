//! `words.txt` to the code of texts: which bits a symbol has, and which symbol bits have.
//!
//! The code is a canonical one: symbols by the number of their bits, in each number single units by their value, then words as they
//! are listed, and their codes count upwards. So lengths alone say all.

use std::sync::OnceLock;

use crate::search::bits::{BitReader, BitWriter};

/// Each line: how many bits, then symbols that have so many; `\0a` is the unit with this number. `benches/words.py` makes it.
const WORDS: &str = include_str!("words.txt");

/// No symbol has more bits.
pub(super) const MAX_BITS: u32 = 15;

/// What a code stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// One UTF-16 unit, or what a control character means.
    Unit(u16),
    /// Several units.
    Word(&'a [u16]),
}

/// A code with its length.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Code {
    bits: u16,
    /// Zero where there is no code.
    pub(super) n_bits: u16,
}

impl Code {
    /// Writes the code.
    pub(super) fn write(self, bits: &mut BitWriter) {
        bits.write(u32::from(self.bits), u32::from(self.n_bits));
    }
}

/// A word, with its code.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) units: Vec<u16>,
    pub(super) code: Code,
}

/// The symbols with a number of bits.
#[derive(Clone, Debug, Default)]
struct Level {
    /// Rising.
    singles: Vec<u16>,
    /// Positions in [`Table::words`].
    words: std::ops::Range<usize>,
    /// Code of the first one.
    first: u32,
}

/// The code of texts.
#[derive(Debug)]
pub(super) struct Table {
    levels: Vec<Level>,
    words: Vec<Word>,
    /// By unit.
    singles: Vec<Code>,
    /// By the first two units of words: the range of `by_start` that begins with them. Open addressing; the empty range is a free slot.
    slots: Vec<(u32, u16, u16)>,
    /// Positions of `words`, by their first two units, then the longest first.
    by_start: Vec<u16>,
}

/// The table of this program.
pub(super) fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| Table::read_lines(WORDS))
}

/// Chinese characters that have a symbol of their own, rising.
pub fn singles() -> Vec<char> {
    let units = (0x3400..0xA000).filter(|unit| table().single(*unit).is_some());
    units.filter_map(|unit| char::from_u32(u32::from(unit))).collect()
}

/// Whether a character has a symbol of its own.
pub fn is_single(c: char) -> bool {
    u16::try_from(u32::from(c)).is_ok_and(|unit| table().single(unit).is_some())
}

/// The part `words`: all that a reader of texts has to know.
pub fn words_part() -> Vec<u8> {
    table().part().into_bytes()
}

impl Table {
    fn read_lines(lines: &str) -> Table {
        let mut levels = vec![Level::default(); MAX_BITS as usize + 1];
        let mut words: Vec<Vec<Vec<u16>>> = vec![Vec::new(); levels.len()];
        for line in lines.lines() {
            let mut parts = line.split(' ');
            let n_bits: usize = parts.next().and_then(|n| n.parse().ok()).expect("a line begins with a number");
            for token in parts {
                let units = unescape(token);
                match units[..] {
                    [unit] => levels[n_bits].singles.push(unit),
                    _ => words[n_bits].push(units),
                }
            }
        }
        Table::number(levels, words)
    }

    /// Gives every symbol its code.
    fn number(mut levels: Vec<Level>, listed: Vec<Vec<Vec<u16>>>) -> Table {
        let mut table = Table {
            levels: Vec::new(),
            words: Vec::new(),
            singles: vec![Code::default(); 1 << 16],
            slots: Vec::new(),
            by_start: Vec::new(),
        };
        let mut next = 0;
        for (n_bits, (level, words)) in levels.iter_mut().zip(listed).enumerate() {
            next <<= 1;
            level.first = next;
            let mut code = || {
                next += 1;
                Code { bits: (next - 1) as u16, n_bits: n_bits as u16 }
            };
            level.singles.sort_unstable();
            for unit in &level.singles {
                table.singles[*unit as usize] = code();
            }
            level.words.start = table.words.len();
            for units in words {
                table.words.push(Word { units, code: code() });
            }
            level.words.end = table.words.len();
        }
        table.levels = levels;
        table.sort_by_start();
        table
    }

    fn sort_by_start(&mut self) {
        let mut order: Vec<u16> = (0..self.words.len() as u16).collect();
        let start = |word: u16| start_of(&self.words[word as usize].units);
        order.sort_by_key(|word| (start(*word), std::cmp::Reverse(self.words[*word as usize].units.len()), *word));
        // At most a quarter is taken, so that most looks at a pair without words end at a free slot.
        let mut slots = vec![(0, 0, 0); (order.len() * 4).next_power_of_two()];
        let mut from = 0;
        for group in order.chunk_by(|a, b| start(*a) == start(*b)) {
            let key = start(group[0]);
            let mut at = slot_of(key, slots.len());
            while slots[at].2 > 0 {
                at = (at + 1) % slots.len();
            }
            slots[at] = (key, from, from + group.len() as u16);
            from += group.len() as u16;
        }
        self.slots = slots;
        self.by_start = order;
    }

    /// The code of a unit that has one.
    pub(super) fn single(&self, unit: u16) -> Option<Code> {
        let code = self.singles[unit as usize];
        (code.n_bits > 0).then_some(code)
    }

    /// The words that begin with the first two of these units, the longest first.
    pub(super) fn words_from<'a>(&'a self, units: &[u16]) -> impl Iterator<Item = &'a Word> {
        let key = if units.len() < 2 { 0 } else { start_of(units) };
        let mut at = slot_of(key, self.slots.len());
        while self.slots[at].2 > 0 && self.slots[at].0 != key {
            at = (at + 1) % self.slots.len();
        }
        let (_, from, to) = self.slots[at];
        self.by_start[from as usize..to as usize].iter().map(|word| &self.words[*word as usize])
    }

    /// Reads a symbol; that of the end where there is none.
    pub(super) fn read(&self, bits: &mut BitReader<'_>) -> Token<'_> {
        let mut code = 0;
        for level in self.levels.iter().skip(1) {
            code = code << 1 | bits.read(1);
            let at = (code - level.first) as usize;
            if let Some(unit) = level.singles.get(at) {
                return Token::Unit(*unit);
            }
            if let Some(word) = self.words[level.words.clone()].get(at - level.singles.len()) {
                return Token::Word(&word.units);
            }
        }
        Token::Unit(super::END)
    }

    fn part(&self) -> BitWriter {
        let mut bits = BitWriter::new();
        for level in self.levels.iter().skip(1) {
            bits.write_gamma(level.singles.len() as u32 + 1);
            let mut least = 0;
            for unit in &level.singles {
                bits.write_gamma(u32::from(*unit) - least + 1);
                least = u32::from(*unit) + 1;
            }
            bits.write_gamma(level.words.len() as u32 + 1);
        }
        for word in &self.words {
            bits.write_gamma(word.units.len() as u32 - 1);
            for unit in &word.units {
                self.singles[*unit as usize].write(&mut bits);
            }
        }
        bits
    }
}

fn start_of(units: &[u16]) -> u32 {
    u32::from(units[0]) << 16 | u32::from(units[1])
}

fn slot_of(start: u32, n_slots: usize) -> usize {
    (start.wrapping_mul(0x9E37_79B1) >> 16) as usize & (n_slots - 1)
}

/// A symbol as it is listed: `\` and two digits stand for a unit that would not be seen.
fn unescape(token: &str) -> Vec<u16> {
    let mut units = Vec::new();
    let mut parts = token.split('\\');
    units.extend(parts.next().unwrap_or_default().encode_utf16());
    for part in parts {
        let (digits, rest) = part.split_at(2);
        units.push(u16::from_str_radix(digits, 16).expect("two digits follow a backslash"));
        units.extend(rest.encode_utf16());
    }
    units
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_is_complete_and_no_symbol_comes_twice() {
        let table = table();
        let n_of = |level: &Level| (level.singles.len() + level.words.len()) as u32;
        let taken: u32 = (1..=MAX_BITS).map(|n| n_of(&table.levels[n as usize]) << (MAX_BITS - n)).sum();
        assert_eq!(taken, 1 << MAX_BITS);
        let mut symbols: Vec<Vec<u16>> =
            table.levels.iter().flat_map(|level| level.singles.iter().map(|unit| vec![*unit])).collect();
        symbols.extend(table.words.iter().map(|word| word.units.clone()));
        let n_symbols = symbols.len();
        symbols.sort_unstable();
        symbols.dedup();
        assert_eq!(symbols.len(), n_symbols);
    }

    #[test]
    fn every_code_is_read_as_its_symbol() {
        let table = table();
        for unit in 0..=u16::MAX {
            let Some(code) = table.single(unit) else { continue };
            assert_eq!(read(table, code), Token::Unit(unit));
        }
        for word in &table.words {
            assert_eq!(read(table, word.code), Token::Word(&word.units));
        }
    }

    fn read(table: &Table, code: Code) -> Token<'_> {
        let mut bits = BitWriter::new();
        code.write(&mut bits);
        let bytes = bits.into_bytes();
        table.read(&mut BitReader::new(&bytes))
    }

    #[test]
    fn words_are_found_longest_first() {
        let table = table();
        for word in &table.words {
            let lengths: Vec<usize> = table.words_from(&word.units).map(|word| word.units.len()).collect();
            assert!(lengths.is_sorted_by(|a, b| a >= b) && lengths.contains(&word.units.len()));
        }
        assert_eq!(table.words_from(&[1]).count(), 0);
        assert_eq!(table.words_from(&[]).count(), 0);
    }

    #[test]
    fn the_part_says_all_that_is_in_the_table() {
        let (table, part) = (table(), words_part());
        let mut bits = BitReader::new(&part);
        let mut n_words = Vec::new();
        for level in &table.levels[1..] {
            let n_singles = bits.read_gamma() - 1;
            let mut unit = u32::MAX;
            let singles: Vec<u16> = (0..n_singles)
                .map(|_| {
                    unit = unit.wrapping_add(bits.read_gamma());
                    unit as u16
                })
                .collect();
            assert_eq!(singles, level.singles);
            n_words.push(bits.read_gamma() - 1);
        }
        assert_eq!(n_words.iter().sum::<u32>() as usize, table.words.len());
        for word in &table.words {
            let n_units = bits.read_gamma() + 1;
            let units: Vec<Token<'_>> = (0..n_units).map(|_| table.read(&mut bits)).collect();
            assert_eq!(units, word.units.iter().map(|unit| Token::Unit(*unit)).collect::<Vec<_>>());
        }
    }
}
