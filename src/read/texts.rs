//! Many texts, most of them equal, to few: each distinct text is kept once and known by its number.
//!
//! A ledger of a million rows holds a few thousand names, dates and words. Numbers of four bytes instead of texts keep it small,
//! and what is understood once per distinct text is not understood again per row.

use std::hash::{BuildHasher, RandomState};

use hashbrown::HashTable;

/// Distinct texts, numbered from zero in the order of their first appearance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    all: String,
    /// Behind the last byte of each text.
    ends: Vec<u32>,
}

impl Texts {
    /// The text of a number.
    pub fn get(&self, id: u32) -> &str {
        let start = if id == 0 { 0 } else { self.ends[id as usize - 1] };
        &self.all[start as usize..self.ends[id as usize] as usize]
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// All texts in the order of their numbers.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len() as u32).map(|id| self.get(id))
    }

    /// Adds a text without looking whether it is there.
    pub fn push(&mut self, text: &str) -> u32 {
        self.all.push_str(text);
        self.ends
            .push(u32::try_from(self.all.len()).expect("files over 4 GiB are no text, and a file has no more texts than bytes"));
        self.ends.len() as u32 - 1
    }
}

/// Gives the same number for the same text.
#[derive(Debug, Default)]
pub struct Interner {
    texts: Texts,
    // Hash order is never seen: numbers follow first appearance.
    ids: HashTable<u32>,
    hasher: RandomState,
    last: Option<u32>,
}

impl Interner {
    /// The number of a text.
    pub fn intern(&mut self, text: &str) -> u32 {
        // Ledgers are sorted more often than not, so a cell often repeats the one above it.
        if let Some(last) = self.last
            && self.texts.get(last) == text
        {
            return last;
        }
        let Self { texts, ids, hasher, last } = self;
        let hash = hasher.hash_one(text);
        let id = match ids.find(hash, |id| texts.get(*id) == text) {
            Some(id) => *id,
            None => {
                let id = texts.push(text);
                ids.insert_unique(hash, id, |id| hasher.hash_one(texts.get(*id)));
                id
            }
        };
        *last = Some(id);
        id
    }

    /// The number of a text that is already known.
    pub fn find(&self, text: &str) -> Option<u32> {
        self.ids.find(self.hasher.hash_one(text), |id| self.texts.get(*id) == text).copied()
    }

    /// The texts, without the means to find them.
    pub fn into_texts(self) -> Texts {
        self.texts
    }

    /// The texts so far.
    pub fn texts(&self) -> &Texts {
        &self.texts
    }
}
