//! A Chinese character to the syllable it is usually read as.
//!
//! Syllables are numbered: the list is part of the program, sorted, without tones, `ü` typed `v` as on every Chinese keyboard.

use std::sync::OnceLock;

use pinyin::{Pinyin, ToPinyin, ToPinyinMulti};

/// Position in [`names`].
pub(super) type Syllable = u16;

/// Bits of a syllable's number; the highest number says that a character has none.
pub(super) const N_SYLLABLE_BITS: u32 = 9;

/// Where characters with a reading are; the script asks the same.
const FIRST: u32 = 0x3400;
const LAST: u32 = 0x9FFF;

/// Whether a character may have a reading.
pub(super) fn may_be_read(c: char) -> bool {
    (FIRST..=LAST).contains(&(c as u32))
}

/// All syllables.
pub(super) fn names() -> &'static [&'static str] {
    static NAMES: OnceLock<Vec<&str>> = OnceLock::new();
    NAMES.get_or_init(|| include_str!("syllables.txt").split_ascii_whitespace().collect())
}

/// What a syllable is called.
pub(super) fn name(syllable: Syllable) -> &'static str {
    names()[usize::from(syllable)]
}

/// The syllable with this name.
pub(super) fn by_name(name: &str) -> Option<Syllable> {
    names().binary_search(&name).ok().map(|at| at as Syllable)
}

/// How a character is usually read.
pub(super) fn usual(c: char) -> Option<Syllable> {
    // Asking the library and finding the name costs more than cutting a title.
    static USUAL: OnceLock<Vec<Option<Syllable>>> = OnceLock::new();
    let usual = USUAL.get_or_init(|| {
        let read = |code: u32| char::from_u32(code).and_then(|c| c.to_pinyin()).and_then(syllable_of);
        let mut usual: Vec<Option<Syllable>> = (FIRST..=LAST).map(read).collect();
        for (word, syllables) in own_readings() {
            let mut chars = word.chars();
            if let (Some(c), None) = (chars.next(), chars.next()) {
                usual[(c as u32 - FIRST) as usize] = by_name(syllables);
            }
        }
        usual
    });
    usual.get((c as u32).checked_sub(FIRST)? as usize).copied().flatten()
}

/// Words that the dictionary does not know or reads wrongly, and characters that are read otherwise than the library says where they
/// stand alone in titles; each with its syllables.
pub(super) fn own_readings() -> impl Iterator<Item = (&'static str, &'static str)> {
    include_str!("readings.txt").lines().filter_map(|line| line.split_once(' '))
}

/// Every way to read a character.
pub(super) fn all(c: char) -> Vec<Syllable> {
    c.to_pinyin_multi().into_iter().flatten().filter_map(syllable_of).collect()
}

fn syllable_of(pinyin: Pinyin) -> Option<Syllable> {
    let plain = pinyin.plain();
    if plain.is_ascii() { by_name(plain) } else { by_name(&plain.replace('\u{fc}', "v")) }
}
