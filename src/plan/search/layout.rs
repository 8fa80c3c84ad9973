//! How much there is to search to the files of the index: how many of each family, and their names.
//!
//! It depends on nothing that an edit of one page changes but rarely: numbers of files are powers of two.

use super::OutPath;

/// Families of files below `search/shards/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Grams with their pages.
    Grams,
    /// Lists of grams that are in very many pages.
    Long,
    /// Single characters.
    Singles,
    /// Texts of pages.
    Texts,
    /// Words to suggest.
    Lexicon,
}

/// The files of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchLayout {
    /// Names the numbering of pages and the files: parts with another one belong to another index.
    pub id: String,
    /// How many pages are numbered.
    pub n_pages: u32,
    /// `2^gram_bits` files of grams.
    pub gram_bits: u32,
    /// `2^long_bits` files of long lists.
    pub long_bits: u32,
    /// `2^single_bits` files of single characters.
    pub single_bits: u32,
    /// `2^text_bits` pages share a file of texts.
    pub text_bits: u32,
    /// `2^lexicon_bits` files of suggestions.
    pub lexicon_bits: u32,
}

impl Family {
    /// All families.
    pub const ALL: [Self; 5] = [Self::Grams, Self::Long, Self::Singles, Self::Texts, Self::Lexicon];
}

impl SearchLayout {
    /// How many files a family has.
    pub fn n_files(&self, family: Family) -> u32 {
        match family {
            Family::Grams => 1 << self.gram_bits,
            Family::Long => 1 << self.long_bits,
            Family::Singles => 1 << self.single_bits,
            Family::Texts => self.n_pages.div_ceil(1 << self.text_bits),
            Family::Lexicon => 1 << self.lexicon_bits,
        }
    }

    /// Name of a file, as scripts call it: `g/0a3`. Four thousand files are the most that a folder gets.
    pub fn name(&self, family: Family, number: u32) -> String {
        let letter = match family {
            Family::Grams => 'g',
            Family::Long => 'l',
            Family::Singles => 'u',
            Family::Texts => 't',
            Family::Lexicon => 'x',
        };
        if self.n_files(family) <= 4096 {
            format!("{letter}/{number:x}")
        } else {
            format!("{letter}/{:x}/{:x}", number >> 12, number & 0xFFF)
        }
    }

    /// Path of a file in the output.
    pub fn path(&self, name: &str) -> OutPath {
        OutPath::new(&format!("search/shards/{name}.js"))
    }
}
