//! Names and numbers of the register to tables that tell quickly what may begin at a place of a text.
//!
//! An automaton over 20,000 names takes tens of megabytes and a good part of a second to build. All words here have at least two
//! signs, so that one look at a pair of signs, in a filter that stays in the cache of a core, sends nearly every place away.

use hashbrown::HashMap;

use super::letters::{Gap, letters};

/// Bits of the filter of pairs; with 20,000 names about one pair of fifty passes wrongly.
const FILTER_BITS: u32 = 20;

/// Words by their first two signs.
#[derive(Debug)]
pub(super) struct Lexicon {
    words: Vec<Word>,
    /// From two signs to the words that begin so, as a stretch of `words`.
    by_pair: HashMap<(char, char), (u32, u32)>,
    filter: Box<[u64]>,
}

/// A word that is looked for, and for whom it stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Word {
    /// As it is compared.
    signs: Vec<char>,
    /// As it is in the register.
    pub(super) written: String,
    /// Positions of the persons in the register; none for a word that is known to be no person.
    pub(super) persons: Vec<u32>,
}

/// A word that was found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match<'w> {
    pub(super) word: &'w Word,
    pub(super) end: usize,
    /// Whether blanks stand between its signs.
    pub(super) is_spaced: bool,
}

impl Lexicon {
    /// A lexicon of words with the positions of their persons.
    pub(super) fn new(entries: impl Iterator<Item = (String, Option<u32>)>) -> Self {
        let mut words = words(entries);
        words.sort_by(|a, b| (&a.signs[..2], b.signs.len(), &a.signs).cmp(&(&b.signs[..2], a.signs.len(), &b.signs)));
        let mut by_pair: HashMap<(char, char), (u32, u32)> = HashMap::with_capacity(words.len());
        let mut filter = vec![0u64; 1 << (FILTER_BITS - 6)].into_boxed_slice();
        for (idx, word) in words.iter().enumerate() {
            let pair = (word.signs[0], word.signs[1]);
            by_pair.entry(pair).or_insert((idx as u32, 0)).1 = idx as u32 + 1;
            let bit = bit(pair);
            filter[bit >> 6] |= 1 << (bit & 63);
        }
        Self { words, by_pair, filter }
    }

    /// First signs of all words.
    pub(super) fn first_signs(&self) -> impl Iterator<Item = char> {
        self.words.iter().map(|word| word.signs[0])
    }

    /// Whether a word may begin with two signs; nearly never wrong.
    #[inline]
    pub(super) fn may_begin(&self, first: char, second: char) -> bool {
        let bit = bit((first, second));
        self.filter[bit >> 6] & (1 << (bit & 63)) != 0
    }

    /// The longest word at `at`; one without blanks goes before one with them.
    pub(super) fn longest(&self, text: &str, at: usize) -> Option<Match<'_>> {
        let mut signs = letters(text, at);
        let (first, second) = (signs.next()?, signs.next()?);
        let (from, to) = *self.by_pair.get(&(first.sign, second.sign))?;
        let words = &self.words[from as usize..to as usize];
        let mut spaced = None;
        for word in words {
            match fit(word, text, at) {
                Some(found) if !found.is_spaced => return Some(found),
                found => spaced = spaced.or(found),
            }
        }
        spaced
    }
}

/// Each word once, with all its persons.
fn words(entries: impl Iterator<Item = (String, Option<u32>)>) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for (written, person) in entries {
        let signs: Vec<char> = letters(&written, 0).map(|letter| same_dot(letter.sign)).collect();
        if signs.len() > 1 {
            words.push(Word { signs, written: written.trim().to_owned(), persons: person.into_iter().collect() });
        }
    }
    words.sort();
    words.dedup_by(|next, kept| {
        let is_same = next.signs == kept.signs;
        if is_same {
            // No person is what the author said; it holds for every member of that name.
            let is_nobody = kept.persons.is_empty() || next.persons.is_empty();
            kept.persons.append(&mut next.persons);
            if is_nobody {
                kept.persons.clear();
            }
        }
        is_same
    });
    words
}

#[inline]
fn bit((first, second): (char, char)) -> usize {
    let mixed = (first as u32).wrapping_mul(0x9e37_79b1) ^ (second as u32).wrapping_mul(0x85eb_ca6b);
    (mixed.wrapping_mul(0xc2b2_ae35) >> (32 - FILTER_BITS)) as usize
}

fn fit<'w>(word: &'w Word, text: &str, at: usize) -> Option<Match<'w>> {
    let mut end = at;
    let mut widest = Gap::None;
    let mut signs = letters(text, at);
    for (idx, sign) in word.signs.iter().enumerate() {
        let letter = signs.next().filter(|letter| same_dot(letter.sign) == *sign)?;
        if idx > 0 {
            widest = widest.max(letter.gap);
        }
        end = letter.end;
    }
    let is_spaced = widest == Gap::Blank;
    (!is_spaced || blanks_fit(text, at, &word.signs)).then_some(Match { word, end, is_spaced })
}

/// In bytes: four wide blanks.
const WIDEST_GAP: usize = 12;

/// Blanks stand between all signs, behind the family name, or nowhere: 张　三, 李 示 范, 李 示范, 欧阳 示范.
fn blanks_fit(text: &str, at: usize, signs: &[char]) -> bool {
    let mut is_blank = Vec::with_capacity(signs.len());
    let mut end = at;
    for letter in letters(text, at).take(signs.len()) {
        if letter.start - end > WIDEST_GAP {
            return false;
        }
        is_blank.push(letter.gap == Gap::Blank);
        end = letter.end;
    }
    let is_double = signs.len() > 2 && is_double_surname(signs[0], signs[1]);
    let n_blanks = is_blank.iter().skip(1).filter(|is_blank| **is_blank).count();
    n_blanks + 1 == signs.len() || n_blanks == 1 && is_blank[1 + usize::from(is_double)]
}

/// Family names of two signs that are not rare.
const DOUBLE: &str =
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 司空 夏侯 长孙 宇文 端木 百里 东郭 南宫 独孤 轩辕 呼延";

fn is_double_surname(first: char, second: char) -> bool {
    DOUBLE.split(' ').any(|name| name.chars().eq([first, second]))
}

/// The dot in names of several parts has many forms.
fn same_dot(sign: char) -> char {
    match sign {
        '•' | '‧' | '・' | '･' | '∙' | '⋅' | '.' => '·',
        other => other,
    }
}
