//! Titles and names to suggestions: terms with how they are read, in files that a few typed letters lead to.
//!
//! Words are cut and read here only; matching never depends on where a word ends. Readings are those of an input method's
//! dictionary, so that what people type for a word is what finds it.

mod cut;
mod shards;
mod syllables;
mod terms;
#[cfg(test)]
mod tests;
mod words;

use std::collections::BTreeMap;

use self::terms::LONGEST_TITLE;
use self::words::Words;
use crate::plan::Artifact;
use crate::plan::search::{ANCHOR, Family, HEADING, SearchPage, SearchPlan};
use crate::search::text;

/// A heading is suggested if so many pages have it.
const FEWEST_PAGES: u32 = 3;
/// In characters; longer ones are sentences.
const LONGEST_HEADING: usize = 16;
/// So many different headings are counted; then those that were seen once are forgotten.
const MOST_HEADINGS: usize = 50_000;

/// What pages say that may be suggested.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    titles: Vec<String>,
    /// With the number of pages that have it.
    headings: BTreeMap<String, u32>,
}

impl Lexicon {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes the title and the headings of a page. Pages come in the order of their numbers.
    pub fn add(&mut self, page: &SearchPage) {
        self.titles.push(clean(&page.title, LONGEST_TITLE));
        for heading in page.body.split(HEADING).skip(1) {
            let words = heading.split(ANCHOR).next().unwrap_or_default();
            if words.chars().count() <= LONGEST_HEADING {
                *self.headings.entry(clean(words, LONGEST_HEADING)).or_insert(0) += 1;
            }
        }
        if self.headings.len() > MOST_HEADINGS {
            self.headings.retain(|_, n_pages| *n_pages > 1);
        }
    }

    /// Adds what was noted of the pages that follow.
    pub fn join(&mut self, next: Lexicon) {
        self.titles.extend(next.titles);
        for (heading, n_pages) in next.headings {
            *self.headings.entry(heading).or_insert(0) += n_pages;
        }
    }

    /// All files of suggestions.
    pub fn files(self, plan: &SearchPlan) -> Vec<Artifact> {
        let files = self.parts(&plan.terms, plan.layout.lexicon_bits);
        let name = |number| plan.layout.name(Family::Lexicon, number);
        (0..).zip(files).map(|(number, bytes)| super::part(&plan.layout, &name(number), &bytes)).collect()
    }

    /// Bytes of each of `2^n_bits` files. `names` are suggested besides, whether a title has them or not.
    fn parts(mut self, names: &[String], n_bits: u32) -> Vec<Vec<u8>> {
        self.headings.retain(|_, n_pages| *n_pages >= FEWEST_PAGES);
        let names: Vec<String> = names.iter().map(|name| clean(name, LONGEST_TITLE)).collect();
        let texts = self.titles.iter().chain(self.headings.keys()).chain(&names);
        let words = Words::of(texts.map(String::as_str), &names);
        let terms = terms::collect(&self.titles, &self.headings, &names, &words);
        shards::files(&terms, &words, n_bits)
    }
}

/// The bytes of the part `pinyin`: how the characters of the table of words are usually read.
pub fn pinyin() -> Vec<u8> {
    shards::pinyin_part(&text::singles())
}

/// A text on one line, of so many characters at most.
fn clean(text: &str, longest: usize) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut n_chars = 0;
    for c in text.trim().chars() {
        if n_chars == longest {
            break;
        }
        if !c.is_control() {
            clean.push(c);
            n_chars += 1;
        }
    }
    clean
}
