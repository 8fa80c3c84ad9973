//! The Chinese words that occur in some texts, each with how common and how it is read.
//!
//! They come from a large dictionary of an input method, of which only what occurs is kept, from our own short list of readings, and
//! from names that the site gives.

use std::sync::OnceLock;

use hashbrown::HashMap;
use hashbrown::hash_map::EntryRef;
use inputx_fsa::Dict;
use inputx_pinyin_data_core::EMBEDDED_PINYIN_DICT;

use super::syllables::{Syllable, all, by_name, may_be_read, name, own_readings, usual};

/// How common words are that the dictionary does not know: its own go from nearly nothing to 50,000.
const GIVEN_SCORE: u32 = 30_000;
/// What a word costs a cut, less how common it is. Large enough that a long word is dearer than no two that are common.
const WORD_COST: u32 = 70_000;
/// In characters; longer names are cut like any text.
const LONGEST: usize = 15;

/// Words to cut texts by.
#[derive(Debug, Default)]
pub(super) struct Words {
    known: HashMap<String, Word>,
    /// The longest word that begins with two characters, in characters: most pairs begin none, and then nothing need be looked up.
    longest: HashMap<[char; 2], usize>,
}

/// A word.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Of a cut that uses it.
    pub(super) cost: u32,
    /// How it is read.
    pub(super) reading: Reading,
}

/// How a word is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// Each of its characters as usual.
    Usual,
    /// So.
    Own(Vec<Syllable>),
    /// As the words in it are.
    ByParts,
}

impl Words {
    /// The words of the dictionary that may occur in `texts`, with `names` besides.
    pub(super) fn of<'a>(texts: impl Iterator<Item = &'a str>, names: &[String]) -> Self {
        let mut words = Self::default();
        for text in texts {
            words.note_pairs(text);
        }
        words.take_from_dictionary();
        for name in names {
            for run in name.split(|c| !may_be_read(c)) {
                words.give(run, Reading::ByParts);
            }
        }
        for (word, syllables) in own_readings() {
            words.give(word, Reading::Own(syllables.split(' ').filter_map(by_name).collect()));
        }
        words
    }

    /// A word that is known.
    pub(super) fn get(&self, word: &str) -> Option<&Word> {
        self.known.get(word)
    }

    /// The longest word that begins with these characters, in characters; zero if none does.
    pub(super) fn longest(&self, pair: [char; 2]) -> usize {
        self.longest.get(&pair).copied().unwrap_or(0)
    }

    fn note_pairs(&mut self, text: &str) {
        let mut last = ' ';
        for c in text.chars() {
            if may_be_read(last) && may_be_read(c) {
                self.longest.entry([last, c]).or_insert(0);
            }
            last = c;
        }
    }

    fn take_from_dictionary(&mut self) {
        let dictionary = Dict::new(EMBEDDED_PINYIN_DICT).expect("the dictionary is part of the program");
        dictionary.prefix_for_each(b"", |letters, word, score| {
            let (Ok(letters), Ok(word)) = (std::str::from_utf8(letters), std::str::from_utf8(word)) else { return };
            if self.may_occur(word) {
                self.take(word, letters, WORD_COST.saturating_sub(score as u32));
            }
        });
    }

    /// Notes a word of the dictionary. Of several readings the most common is believed, and none if they are equally common.
    fn take(&mut self, word: &str, letters: &str, cost: u32) {
        let reading = if holds_own(word) { Reading::ByParts } else { read(word, letters) };
        let mut known = match self.known.entry_ref(word) {
            EntryRef::Vacant(_) => return self.insert(word, Word { cost, reading }),
            EntryRef::Occupied(known) => known,
        };
        let known = known.get_mut();
        if cost < known.cost {
            *known = Word { cost, reading };
        } else if cost == known.cost && reading != known.reading {
            known.reading = Reading::ByParts;
        }
    }

    /// Whether the first and the last two characters stand side by side in a text.
    fn may_occur(&self, word: &str) -> bool {
        let mut chars = word.chars();
        let (Some(first), Some(second)) = (chars.next(), chars.next()) else { return false };
        if !self.longest.contains_key(&[first, second]) {
            return false;
        }
        let mut back = word.chars().rev();
        let (Some(last), Some(before)) = (back.next(), back.next()) else { return false };
        self.longest.contains_key(&[before, last])
    }

    fn give(&mut self, word: &str, reading: Reading) {
        if (2..=LONGEST).contains(&word.chars().count()) {
            let known = self.known.get(word);
            let cost = known.map_or(WORD_COST - GIVEN_SCORE, |known| known.cost.min(WORD_COST - GIVEN_SCORE));
            let reading = match (known, reading) {
                (Some(known), Reading::ByParts) => known.reading.clone(),
                (_, reading) => reading,
            };
            self.insert(word, Word { cost, reading });
        }
    }

    fn insert(&mut self, word: &str, entry: Word) {
        let mut chars = word.chars();
        if let (Some(first), Some(second)) = (chars.next(), chars.next()) {
            let longest = self.longest.entry([first, second]).or_insert(0);
            *longest = (*longest).max(2 + chars.count());
            self.known.insert(word.to_owned(), entry);
        }
    }
}

/// Whether a word of our list is in this one; then the dictionary reads both wrongly.
fn holds_own(word: &str) -> bool {
    static FIRST: OnceLock<String> = OnceLock::new();
    let first = FIRST.get_or_init(|| own_words().filter_map(|own| own.chars().next()).collect());
    // Hardly any word has one of these characters, and looking for one is quick.
    word.contains(|c| first.contains(c)) && own_words().any(|own| word.contains(own))
}

fn own_words() -> impl Iterator<Item = &'static str> {
    own_readings().map(|(word, _)| word).filter(|word| word.chars().nth(1).is_some())
}

/// Letters of a whole word to a syllable for each of its characters.
fn read(word: &str, letters: &str) -> Reading {
    if is_usual(word, letters) {
        return Reading::Usual;
    }
    let chars: Vec<char> = word.chars().collect();
    let mut syllables = Vec::with_capacity(chars.len());
    if is_read(&chars, letters, &mut syllables) { Reading::Own(syllables) } else { Reading::ByParts }
}

fn is_usual(word: &str, letters: &str) -> bool {
    let mut rest = letters;
    for c in word.chars() {
        match usual(c).and_then(|syllable| rest.strip_prefix(name(syllable))) {
            Some(more) => rest = more,
            None => return false,
        }
    }
    rest.is_empty()
}

/// Whether the characters can be read so, the usual readings tried first.
fn is_read(chars: &[char], letters: &str, syllables: &mut Vec<Syllable>) -> bool {
    let Some((c, more)) = chars.split_first() else { return letters.is_empty() };
    let usual = usual(*c);
    // Few words need another reading than the usual one, and asking for all of a character is dear.
    for syllable in usual.into_iter().chain(std::iter::once_with(|| all(*c)).flatten()) {
        if let Some(rest) = letters.strip_prefix(name(syllable)) {
            syllables.push(syllable);
            if is_read(more, rest, syllables) {
                return true;
            }
            syllables.pop();
        }
    }
    false
}
