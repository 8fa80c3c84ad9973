//! Pages of neighbouring numbers to a run: what grams they hold, thrown into 256 heaps by the upper bits of their keys.
//!
//! A posting takes four bytes and is not sorted: sorting a heap of all runs at once, when its shards are written, is cheaper than
//! sorting here and merging there, and a gram that a page says often is brought to one posting there as well.

use std::ops::Range;

use crate::plan::Artifact;
use crate::plan::search::{Family, SearchPage, SearchPlan};

use super::bits::BitWriter;
use super::gram::{N_KEY_BITS, SEAM, START, finish, mix};
use super::text::write_text;
use super::units::{CHARACTER, Folded, IN_GRAMS, IN_HEADING, LETTER, fold_body, fold_plain};
use super::{part, record};

/// Upper bits of a key by which postings are thrown into heaps.
pub(super) const HEAP_BITS: u32 = 8;
/// Bits of a page's number within its sheet.
const PAGE_BITS: u32 = 10;
/// Lower bits of a key, which a posting keeps.
const LOW_BITS: u32 = N_KEY_BITS - HEAP_BITS;
/// Pages that are folded before their postings are put away.
const PAGES_PER_SHEET: u32 = 512;
/// In folded characters: what stands at the beginning of a page is what it is about.
const BEGINNING: usize = 80;
/// From so many times on a word is what a page is about.
pub(super) const OFTEN: u32 = 3;

/// Weight of a gram in the title.
const IN_TITLE: u32 = 3;
/// Weight of a gram in a heading.
const HEADED: u32 = 2;
/// Weight of a gram that is frequent or stands at the beginning.
pub(super) const PROMINENT: u32 = 1;

/// What grams neighbouring pages hold.
#[derive(Debug, Default)]
pub struct Run {
    pub(super) sheets: Vec<Sheet>,
}

/// A part of a run whose pages can be numbered in few bits.
#[derive(Debug)]
pub(super) struct Sheet {
    /// Number of its first page.
    first: u32,
    grams: Heaps,
    singles: Heaps,
}

/// Postings, heap behind heap; in each of them pages rise.
#[derive(Debug)]
struct Heaps {
    /// Where each heap ends.
    ends: Box<[u32]>,
    postings: Box<[u32]>,
}

/// One posting: a key, a page, a weight, from high bits to low.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Posting(pub(super) u64);

impl Posting {
    /// Where the key begins.
    pub(super) const KEY_AT: u32 = 36;
    const PAGE_AT: u32 = 4;

    pub(super) fn key(self) -> u32 {
        (self.0 >> Self::KEY_AT) as u32
    }

    pub(super) fn page(self) -> u32 {
        (self.0 >> Self::PAGE_AT) as u32
    }

    pub(super) fn weight(self) -> u32 {
        self.0 as u32 & 3
    }
}

/// Which postings: of grams, or of single characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    Grams,
    Singles,
}

impl Sheet {
    /// The postings of a heap.
    pub(super) fn heap(&self, of: Of, heap: u32) -> impl ExactSizeIterator<Item = Posting> + '_ {
        let heaps = match of {
            Of::Grams => &self.grams,
            Of::Singles => &self.singles,
        };
        let ends = &heaps.ends;
        let start = if heap == 0 { 0 } else { ends[heap as usize - 1] };
        let upper = u64::from(heap) << LOW_BITS;
        heaps.postings[start as usize..ends[heap as usize] as usize].iter().map(move |packed| {
            let key = upper | u64::from(packed >> (PAGE_BITS + 2));
            let page = u64::from(self.first + (packed >> 2 & ((1 << PAGE_BITS) - 1)));
            Posting(key << Posting::KEY_AT | page << Posting::PAGE_AT | u64::from(packed & 3))
        })
    }
}

/// The pages in portions that can be read apart from each other, each with whole files of texts.
pub fn portions(plan: &SearchPlan) -> Vec<Range<u32>> {
    let n_pages = plan.layout.n_pages;
    let size = PAGES_PER_SHEET.max(1 << plan.layout.text_bits);
    (0..n_pages.div_ceil(size)).map(|idx| idx * size..n_pages.min((idx + 1) * size)).collect()
}

/// Reads the pages of a portion, and hands over the files of their texts.
pub fn read_pages<E>(
    plan: &SearchPlan,
    portion: Range<u32>,
    mut page: impl FnMut(u32) -> SearchPage,
    put: &mut dyn FnMut(Artifact) -> Result<(), E>,
) -> Result<Run, E> {
    let layout = &plan.layout;
    let mut run = Run::default();
    let mut pile = Pile::new(portion.start);
    let mut records = String::new();
    for number in portion.clone() {
        if number - pile.first == PAGES_PER_SHEET {
            run.sheets.push(std::mem::replace(&mut pile, Pile::new(number)).into_sheet());
        }
        if !records.is_empty() {
            records.push(record::PAGE);
        }
        read_page(&page(number), number, &mut pile, &mut records);
        let next = number + 1;
        if next == portion.end || next & ((1 << layout.text_bits) - 1) == 0 {
            let mut bits = BitWriter::new();
            write_text(&mut bits, &records);
            let name = layout.name(Family::Texts, number >> layout.text_bits);
            put(part(layout, &name, &bits.into_bytes()))?;
            records.clear();
        }
    }
    run.sheets.push(pile.into_sheet());
    Ok(run)
}

fn read_page(page: &SearchPage, number: u32, pile: &mut Pile, records: &mut String) {
    let (title, body) = (record::title(&page.title), record::body(&page.body));
    let (folded_title, folded_body) = (fold_plain(&title), fold_body(&body));
    pile.add(number, &folded_title.units, |_, _| IN_TITLE);
    pile.add(number, &folded_body.units, |at, shared| match shared & IN_HEADING {
        0 if at < BEGINNING => PROMINENT,
        0 => 0,
        _ => HEADED,
    });
    pile.add_singles(number);
    record::push(records, page, &title, &body, &traditional(folded_title, folded_body));
}

/// The traditional characters of a page, each once.
fn traditional(title: Folded, body: Folded) -> Vec<(char, char)> {
    let mut pairs = title.traditional;
    pairs.extend(body.traditional);
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Postings as pages give them.
struct Pile {
    first: u32,
    grams: Vec<Vec<u32>>,
    singles: Vec<Vec<u32>>,
    /// Of each character of the basic plane, how often the page at hand has it and the best weight: a page has each many times.
    seen: Vec<u32>,
    /// Characters that it has.
    characters: Vec<u32>,
}

impl Pile {
    fn new(first: u32) -> Self {
        let heaps = vec![Vec::new(); 1 << HEAP_BITS];
        Self { first, grams: heaps.clone(), singles: heaps, seen: vec![0; 1 << 16], characters: Vec::new() }
    }

    /// Adds the grams of a text. `weigh` tells the weight of one from where it begins and the bits that its characters share.
    #[inline]
    fn add(&mut self, number: u32, units: &[u32], weigh: impl Fn(usize, u32) -> u32) {
        let page = (number - self.first) << 2;
        for (at, &one) in units.iter().enumerate() {
            if one & IN_GRAMS == 0 {
                if let Some(&two) = units.get(at + 1).filter(|two| *two & IN_GRAMS != 0 && is_mark(one)) {
                    throw(&mut self.grams, finish(mix(mix(START, SEAM), two & CHARACTER)), page);
                }
                continue;
            }
            self.see(page, one & CHARACTER, weigh(at, one));
            let Some(&two) = units.get(at + 1) else { continue };
            let first = mix(START, one & CHARACTER);
            if two & IN_GRAMS == 0 {
                if is_mark(two) {
                    throw(&mut self.grams, finish(mix(first, SEAM)), page);
                }
                continue;
            }
            let hash = mix(first, two & CHARACTER);
            throw(&mut self.grams, finish(hash), page | weigh(at, one & two));
            let is_letters = |three: &&u32| one & two & **three & LETTER != 0;
            if let Some(&three) = units.get(at + 2).filter(is_letters) {
                throw(&mut self.grams, finish(mix(hash, three & CHARACTER)), page | weigh(at, one & two & three));
            }
        }
    }

    #[inline]
    fn see(&mut self, page: u32, character: u32, weight: u32) {
        let Some(seen) = self.seen.get_mut(character as usize) else {
            return throw(&mut self.singles, finish(mix(START, character)), page | weight);
        };
        if *seen == 0 {
            self.characters.push(character);
        }
        *seen = (*seen + 4) & !3 | (*seen & 3).max(weight);
    }

    /// Adds the characters seen in a page.
    fn add_singles(&mut self, number: u32) {
        let page = (number - self.first) << 2;
        for character in self.characters.drain(..) {
            let seen = std::mem::take(&mut self.seen[character as usize]);
            let weight = if seen & 3 == 0 && seen >> 2 >= OFTEN { PROMINENT } else { seen & 3 };
            throw(&mut self.singles, finish(mix(START, character)), page | weight);
        }
    }

    fn into_sheet(self) -> Sheet {
        Sheet { first: self.first, grams: Heaps::new(self.grams), singles: Heaps::new(self.singles) }
    }
}

/// Whether a unit that takes no part in grams is punctuation, and not white space.
fn is_mark(unit: u32) -> bool {
    unit & CHARACTER != u32::from(' ')
}

#[inline]
fn throw(heaps: &mut [Vec<u32>], key: u32, page_and_weight: u32) {
    heaps[(key >> LOW_BITS) as usize].push(key << (PAGE_BITS + 2) | page_and_weight);
}

impl Heaps {
    fn new(heaps: Vec<Vec<u32>>) -> Self {
        let mut postings = Vec::with_capacity(heaps.iter().map(Vec::len).sum());
        let mut ends = Vec::with_capacity(heaps.len());
        for heap in heaps {
            postings.extend_from_slice(&heap);
            ends.push(postings.len() as u32);
        }
        Self { ends: ends.into(), postings: postings.into() }
    }
}
