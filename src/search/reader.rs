//! The files of an index back to what they say: for tests, and for whoever wants to know what a site gives away.
//!
//! Follows the formats and nothing else, so that a mistake of the writers cannot hide here.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::plan::Artifact;
use crate::plan::search::{Family, SearchLayout};

use super::bits::BitReader;
use super::gram::{N_KEY_BITS, key, shard_of};
use super::list::read_list;
use super::posting::{MAY_BE_LONG, UNWEIGHED};
use super::text::read_text;
use super::{carrier, record};

/// What the index says of a gram or a character.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Its key.
    pub key: u32,
    /// How many pages have it.
    pub n_pages: u32,
    /// Which: all, or the best ones.
    pub pages: Vec<u32>,
    /// How prominent it is in each of `pages`, 3 in titles; empty where that is not kept.
    pub weights: Vec<u32>,
    /// Whether all pages stand in the file of long lists.
    pub is_long: bool,
}

/// A page as its file of texts keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageText {
    /// From the root, without `index.html`.
    pub path: String,
    /// Title.
    pub title: String,
    /// Its day, or nothing.
    pub date: String,
    /// Names of its branches, or nothing.
    pub branches: String,
    /// What must be seen at once, or nothing.
    pub mark: String,
    /// Its traditional characters, each before the simplified one.
    pub traditional: String,
    /// The rest, with the marks of headings.
    pub body: String,
}

/// A file of grams; `n_bits` says how many such files there are, `n_pages` how many pages.
pub fn grams(shard: u32, n_bits: u32, n_pages: u32, bytes: &[u8]) -> Vec<Answer> {
    read_shard(shard, n_bits, bytes, |bits, answer| {
        answer.n_pages = bits.read_gamma();
        if answer.n_pages == 1 {
            answer.pages = vec![bits.read_truncated(n_pages)];
            answer.weights = vec![if bits.read(1) == 1 { bits.read_truncated(3) + 1 } else { 0 }];
            return;
        }
        answer.is_long = answer.n_pages as usize >= MAY_BE_LONG && bits.read(1) == 1;
        let n = if answer.is_long { bits.read_gamma() } else { answer.n_pages };
        read_pages(bits, n, n_pages, answer);
        if answer.is_long || n as usize > UNWEIGHED {
            answer.weights = read_weights(bits, answer.pages.len());
        }
    })
}

/// A file of single characters.
pub fn singles(shard: u32, n_bits: u32, n_pages: u32, bytes: &[u8]) -> Vec<Answer> {
    read_shard(shard, n_bits, bytes, |bits, answer| {
        answer.n_pages = bits.read_gamma();
        let n = bits.read_gamma();
        read_pages(bits, n, n_pages, answer);
        answer.weights = read_weights(bits, answer.pages.len());
    })
}

/// A file of long lists.
pub fn long(shard: u32, n_bits: u32, n_pages: u32, bytes: &[u8]) -> Vec<Answer> {
    let mut bits = BitReader::new(bytes);
    let n_low_bits = N_KEY_BITS - n_bits;
    let mut answers = Vec::new();
    for _ in 1..bits.read_gamma() {
        if bits.is_at_end() {
            break;
        }
        let mut answer = Answer { key: above(shard, n_low_bits) | bits.read(n_low_bits), ..Answer::default() };
        let _ = bits.read_gamma();
        answer.n_pages = bits.read_gamma();
        let n = answer.n_pages;
        read_pages(&mut bits, n, n_pages, &mut answer);
        answer.weights = read_weights(&mut bits, answer.pages.len());
        answers.push(answer);
    }
    answers
}

/// A file of texts: its pages in their order.
pub fn texts(bytes: &[u8]) -> Vec<PageText> {
    let text = read_text(&mut BitReader::new(bytes));
    text.split(record::PAGE).map(page_text).collect()
}

fn page_text(record: &str) -> PageText {
    let mut fields = record.splitn(7, record::FIELD).map(str::to_owned);
    let mut next = || fields.next().unwrap_or_default();
    PageText { path: next(), title: next(), date: next(), branches: next(), mark: next(), traditional: next(), body: next() }
}

/// A file of a facet: id and title of each term, and its pages.
pub fn facet(n_pages: u32, bytes: &[u8]) -> Vec<(String, String, Vec<u32>)> {
    let mut bits = BitReader::new(bytes);
    let labels = read_text(&mut bits);
    let mut terms = Vec::new();
    for label in labels.split('\u{2}').filter(|label| !label.is_empty()) {
        let (id, title) = label.split_once('\u{1}').unwrap_or((label, ""));
        terms.push((id.to_owned(), title.to_owned(), read_counted(&mut bits, n_pages)));
    }
    terms
}

/// A list behind its length and one.
fn read_counted(bits: &mut BitReader<'_>, n_pages: u32) -> Vec<u32> {
    let mut pages = Vec::new();
    let n = bits.read_gamma().saturating_sub(1).min(n_pages);
    read_list(bits, n as usize, 0, n_pages, &mut pages);
    pages
}

fn read_shard(shard: u32, n_bits: u32, bytes: &[u8], mut read: impl FnMut(&mut BitReader<'_>, &mut Answer)) -> Vec<Answer> {
    let mut bits = BitReader::new(bytes);
    let n = bits.read_gamma().saturating_sub(1);
    let k = bits.read(5);
    let mut answers = Vec::new();
    let mut least = 0;
    for _ in 0..n {
        // A file that was cut says more than it holds.
        if bits.is_at_end() {
            break;
        }
        let low: u32 = bits.read_rice(k).saturating_add(least);
        least = low.saturating_add(1);
        let mut answer = Answer { key: above(shard, N_KEY_BITS - n_bits) | low, ..Answer::default() };
        read(&mut bits, &mut answer);
        answers.push(answer);
    }
    answers
}

/// The bits of a key that its shard says.
fn above(shard: u32, n_low_bits: u32) -> u32 {
    // All of them are low where there is one shard.
    (u64::from(shard) << n_low_bits) as u32
}

fn read_pages(bits: &mut BitReader<'_>, n: u32, n_pages: u32, answer: &mut Answer) {
    let n = n.min(n_pages);
    read_list(bits, n as usize, 0, n_pages, &mut answer.pages);
}

fn read_weights(bits: &mut BitReader<'_>, n: usize) -> Vec<u32> {
    let n = n as u32;
    let mut weights = vec![0; n as usize];
    let mut heavy: Vec<u32> = (0..n).collect();
    for _ in 1..=3 {
        let range = heavy.len() as u32;
        let n_heavier = bits.read_truncated(range + 1).min(range);
        let mut positions = Vec::new();
        read_list(bits, n_heavier as usize, 0, range, &mut positions);
        heavy = positions.iter().filter_map(|position| heavy.get(*position as usize).copied()).collect();
        for at in &heavy {
            weights[*at as usize] += 1;
        }
    }
    weights
}

/// A whole index.
#[derive(Clone, Debug)]
pub struct Index {
    /// What its start file says of the other files.
    pub layout: SearchLayout,
    /// The rest of the start file.
    pub start: Value,
    /// Parts by name, unpacked.
    pub parts: BTreeMap<String, Vec<u8>>,
}

impl Index {
    /// Reads all files of an index; `None` if one is not what it should be, or the start is missing.
    pub fn read(files: &[Artifact]) -> Option<Self> {
        let mut parts = BTreeMap::new();
        let mut start = None;
        for file in files {
            let script = std::str::from_utf8(&file.bytes).ok()?;
            if let Some(text) = script.strip_prefix("yuandiPart(\"index\",\"") {
                start = Some(text.strip_suffix(")\n")?.split_once("\",")?);
                continue;
            }
            let (name, _, bytes) = carrier::read_script(&file.bytes)?;
            parts.insert(name.to_owned(), bytes);
        }
        let (id, json) = start?;
        let start: Value = serde_json::from_str(json).ok()?;
        let number = |value: &Value| value.as_u64().and_then(|number| u32::try_from(number).ok());
        let bits = |family: &str| number(&start["bits"][family]);
        let layout = SearchLayout {
            id: id.to_owned(),
            n_pages: number(&start["n"])?,
            gram_bits: bits("g")?,
            long_bits: bits("l")?,
            single_bits: bits("u")?,
            text_bits: bits("t")?,
            lexicon_bits: bits("x")?,
        };
        Some(Self { layout, start, parts })
    }

    fn part(&self, family: Family, number: u32) -> Option<&[u8]> {
        self.parts.get(&self.layout.name(family, number)).map(Vec::as_slice)
    }

    /// What the index says of a folded gram; `None` if no page has it.
    pub fn gram(&self, gram: &[char]) -> Option<Answer> {
        let (key, n_bits) = (key(gram), self.layout.gram_bits);
        let shard = shard_of(key, n_bits);
        let answers = grams(shard, n_bits, self.layout.n_pages, self.part(Family::Grams, shard)?);
        answers.into_iter().find(|answer| answer.key == key)
    }

    /// All pages of a folded gram, also where they are too many for its shard.
    pub fn whole_gram(&self, gram: &[char]) -> Option<Answer> {
        let answer = self.gram(gram)?;
        if !answer.is_long {
            return Some(answer);
        }
        let n_bits = self.layout.long_bits;
        let shard = shard_of(answer.key, n_bits);
        let answers = long(shard, n_bits, self.layout.n_pages, self.part(Family::Long, shard)?);
        answers.into_iter().find(|whole| whole.key == answer.key)
    }

    /// What the index says of a folded character; `None` if no page has it.
    pub fn single(&self, character: char) -> Option<Answer> {
        let (key, n_bits) = (key(&[character]), self.layout.single_bits);
        let shard = shard_of(key, n_bits);
        let answers = singles(shard, n_bits, self.layout.n_pages, self.part(Family::Singles, shard)?);
        answers.into_iter().find(|answer| answer.key == key)
    }

    /// The text of a page.
    pub fn text(&self, page: u32) -> Option<PageText> {
        let number = page >> self.layout.text_bits;
        let pages = texts(self.part(Family::Texts, number)?);
        pages.into_iter().nth((page - (number << self.layout.text_bits)) as usize)
    }
}

/// The pages that come last, from a start file.
pub fn last(start: &Value, n_pages: u32) -> Vec<u32> {
    let bytes = start["last"].as_str().and_then(|text| carrier::unpack(text.as_bytes())).unwrap_or_default();
    read_counted(&mut BitReader::new(&bytes), n_pages)
}
