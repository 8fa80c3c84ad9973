//! Terms to the files in which the script looks for them: by the first letters of their first two syllables.

use std::collections::{BTreeMap, BTreeSet};

use super::syllables::{N_SYLLABLE_BITS, Syllable, may_be_read, names, usual};
use super::terms::{Term, TermKind};
use super::words::Words;
use crate::search::bits::BitWriter;
use crate::search::text::{is_single, write_text};

/// Letters and digits that a bucket may be called by, and none.
const N_LETTERS: u32 = 37;
/// Terms of a bucket. People type a third letter sooner than they read on, and a file has to come over a weak network.
const MOST_IN_BUCKET: usize = 400;
/// Of them whole titles, the newest first.
const MOST_TITLES_IN_BUCKET: usize = 60;
/// Terms by their first syllable alone, of each.
const MOST_OF_SYLLABLE: usize = 8;
/// Terms by their first character alone, of each.
const MOST_OF_CHARACTER: usize = 4;
/// Terms that begin with a Latin letter, of each: where `AI` ends, typing cannot tell from a syllable.
const MOST_OF_LETTER: usize = 24;
/// Terms that hold a word further on, of each.
const MOST_OF_WORD: usize = 3;
/// Stands between terms.
const SEPARATOR: char = '\u{1}';
/// Says that a character has no reading.
const NO_SYLLABLE: u32 = (1 << N_SYLLABLE_BITS) - 1;

/// A term with how its characters are read.
struct Entry<'a> {
    term: &'a Term,
    syllables: Vec<Option<Syllable>>,
}

/// Numbers of terms by bucket; the best of each first.
type Buckets = BTreeMap<u32, Vec<usize>>;

/// Bytes of each of the `2^n_bits` files.
pub(super) fn files(terms: &[Term], words: &Words, n_bits: u32) -> Vec<Vec<u8>> {
    let entries: Vec<Entry<'_>> = terms.iter().map(|term| Entry { term, syllables: words.read(&term.text) }).collect();
    let mut files = vec![BTreeSet::new(); 1 << n_bits];
    for (bucket, numbers) in fill(&entries, words, n_bits) {
        files[file_of(bucket, n_bits) as usize].extend(numbers);
    }
    // Numbers follow the text, so that what begins alike stands together.
    files.iter().map(|numbers| write(numbers.iter().map(|number| &entries[*number]))).collect()
}

/// The file that a bucket is in.
fn file_of(bucket: u32, n_bits: u32) -> u32 {
    if n_bits == 0 { 0 } else { bucket.wrapping_mul(0x9E37_79B1) >> (32 - n_bits) }
}

fn fill(entries: &[Entry<'_>], words: &Words, n_bits: u32) -> Buckets {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by_key(|number| {
        let term = entries[*number].term;
        (std::cmp::Reverse(term.rank), term.kind == TermKind::Title, term.text.chars().count(), *number)
    });
    let mut buckets = Buckets::new();
    if n_bits == 0 {
        buckets.insert(0, order);
        return buckets;
    }
    let mut tops = Tops::default();
    for number in order {
        let entry = &entries[number];
        let units = units(&entry.term.text, &entry.syllables);
        for bucket in [bucket_of(&units, |unit| unit.letter), bucket_of(&units, |unit| unit.usual_letter)] {
            push(&mut buckets, entries, bucket, number);
        }
        tops.push(&mut buckets, &units, number);
        if matches!(entry.term.kind, TermKind::Phrase | TermKind::Name) {
            push_infixes(&mut buckets, &mut tops, entry, words, number);
        }
    }
    buckets
}

/// Puts a term in a bucket, if it is not full.
fn push(buckets: &mut Buckets, entries: &[Entry<'_>], bucket: u32, number: usize) {
    let bucket = buckets.entry(bucket).or_default();
    let is_title = |number: usize| entries[number].term.kind == TermKind::Title;
    let is_full = bucket.len() >= MOST_IN_BUCKET
        || is_title(number) && bucket.iter().filter(|other| is_title(**other)).count() >= MOST_TITLES_IN_BUCKET;
    if !is_full && bucket.last() != Some(&number) {
        bucket.push(number);
    }
}

/// How many terms the short lists have.
#[derive(Default)]
struct Tops {
    of_syllable: BTreeMap<Syllable, usize>,
    of_character: BTreeMap<char, usize>,
    of_word: BTreeMap<String, usize>,
}

impl Tops {
    /// Puts a term in the bucket of its first letter, while there are few like it.
    fn push(&mut self, buckets: &mut Buckets, units: &[Unit], number: usize) {
        let Some(first) = units.first() else { return };
        let of_character = self.of_character.entry(first.character).or_default();
        *of_character += 1;
        let most = if first.character.is_ascii_alphabetic() { MOST_OF_LETTER } else { MOST_OF_CHARACTER };
        let mut is_few = *of_character <= most;
        if let Some(syllable) = first.syllable {
            let of_syllable = self.of_syllable.entry(syllable).or_default();
            *of_syllable += 1;
            is_few |= *of_syllable <= MOST_OF_SYLLABLE;
        }
        if is_few {
            for letter in [first.letter, first.usual_letter] {
                let bucket = buckets.entry(N_LETTERS * letter).or_default();
                if bucket.last() != Some(&number) {
                    bucket.push(number);
                }
            }
        }
    }
}

/// Puts a phrase in the buckets of the words that it holds behind its first one.
fn push_infixes(buckets: &mut Buckets, tops: &mut Tops, entry: &Entry<'_>, words: &Words, number: usize) {
    let text = &entry.term.text;
    for piece in words.cut(text).iter().skip(1) {
        let rest = &text[piece.start..];
        let of_word = tops.of_word.entry(text[piece.start..piece.end].to_owned()).or_default();
        *of_word += 1;
        if *of_word > MOST_OF_WORD || rest.chars().count() < 2 {
            continue;
        }
        let n_before = text[..piece.start].chars().filter(|c| may_be_read(*c)).count();
        let units = units(rest, &entry.syllables[n_before..]);
        let bucket = buckets.entry(bucket_of(&units, |unit| unit.letter)).or_default();
        if !bucket.contains(&number) {
            bucket.push(number);
        }
    }
}

/// What is typed for a character.
#[derive(Clone, Copy)]
struct Unit {
    character: char,
    syllable: Option<Syllable>,
    /// Its code, from one; zero for what has none.
    letter: u32,
    /// The same, if the character is read as usual.
    usual_letter: u32,
}

/// The first two of a text.
fn units(text: &str, syllables: &[Option<Syllable>]) -> Vec<Unit> {
    let mut units = Vec::with_capacity(2);
    let mut syllables = syllables.iter();
    for character in text.chars() {
        let unit = if may_be_read(character) {
            let syllable = syllables.next().copied().flatten();
            Unit { character, syllable, letter: letter_of(syllable), usual_letter: letter_of(usual(character)) }
        } else if character.is_ascii_alphanumeric() {
            let letter = letter_code(character.to_ascii_lowercase() as u8);
            Unit { character, syllable: None, letter, usual_letter: letter }
        } else if character.is_alphanumeric() {
            Unit { character, syllable: None, letter: 0, usual_letter: 0 }
        } else {
            continue;
        };
        units.push(unit);
        if units.len() == 2 {
            break;
        }
    }
    units
}

fn bucket_of(units: &[Unit], letter: impl Fn(&Unit) -> u32) -> u32 {
    units.first().map_or(0, &letter) * N_LETTERS + units.get(1).map_or(0, &letter)
}

fn letter_of(syllable: Option<Syllable>) -> u32 {
    syllable.map_or(0, |syllable| letter_code(names()[usize::from(syllable)].as_bytes()[0]))
}

fn letter_code(letter: u8) -> u32 {
    u32::from(if letter.is_ascii_digit() { letter - b'0' + 27 } else { letter - b'a' + 1 })
}

/// The bytes of a file.
fn write<'a>(entries: impl Iterator<Item = &'a Entry<'a>> + Clone) -> Vec<u8> {
    let mut text = String::new();
    for entry in entries.clone() {
        if !text.is_empty() {
            text.push(SEPARATOR);
        }
        text.push_str(&entry.term.text);
    }
    let mut bits = BitWriter::new();
    write_text(&mut bits, &text);
    for entry in entries {
        bits.write_gamma(entry.term.rank);
        write_readings(&mut bits, entry);
    }
    bits.into_bytes()
}

/// Which characters are read otherwise than the script thinks, and how.
fn write_readings(bits: &mut BitWriter, entry: &Entry<'_>) {
    // The script knows the usual reading of characters of the table of words only.
    let expected = |c: char| if is_single(c) { usual(c) } else { None };
    let readings = || entry.term.text.chars().filter(|c| may_be_read(*c)).zip(&entry.syllables);
    if readings().all(|(c, syllable)| expected(c) == *syllable) {
        return bits.write(0, 1);
    }
    bits.write(1, 1);
    for (c, syllable) in readings() {
        if expected(c) == *syllable {
            bits.write(0, 1);
        } else {
            bits.write(1, 1);
            bits.write(syllable.map_or(NO_SYLLABLE, u32::from), N_SYLLABLE_BITS);
        }
    }
}

/// The part that says how characters are usually read: the names of the syllables, then one for each character of `singles`.
pub(super) fn pinyin_part(singles: &[char]) -> Vec<u8> {
    let mut bits = BitWriter::new();
    write_text(&mut bits, &names().join(" "));
    for c in singles {
        bits.write_truncated(usual(*c).map_or(0, |syllable| u32::from(syllable) + 1), names().len() as u32 + 1);
    }
    bits.into_bytes()
}
