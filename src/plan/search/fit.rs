//! How much there is to search to the files of the index: small ones, but no more of them than the site and its host allow.

use crate::plan::{Plan, What};

use super::{Family, SearchEntry, SearchFacet, SearchLayout};

/// What the files mean: raised whenever one of them is written in another way.
const FORMAT: u32 = 1;

/// Characters of a page besides its prose: title, fields.
const N_CHARS_OF_FIELDS: u64 = 80;

/// Bytes of the index of grams for ten characters of text, measured on Chinese news.
const N_BYTES_PER_TEN_CHARS: u64 = 9;

/// Below so many pages no list is long enough to be kept apart (see the format of grams).
const N_PAGES_WITH_LONG_LISTS: u64 = 4_000;

/// Above so many pages two share a file of texts: creating files is most of the work by then, and readers of large sites load a few
/// kilobytes more.
const N_PAGES_WITH_OWN_TEXTS: u64 = 50_000;

/// Bytes of the lists of single characters: a tenth of the texts, until each character has all that it lists.
const N_SINGLES_BYTES_MOST: u64 = 900_000;

/// Bytes of the suggestions that a page brings. Of more pages there are fewer new ones: only so many stand for one pair of letters.
const N_TERM_BYTES_PER_PAGE: u64 = 40;

/// Bytes of all suggestions of a large site.
const N_TERM_BYTES_MOST: u64 = 400_000;

/// The first letters of words are too few to tell more files apart.
const N_LEXICON_BITS_MOST: u32 = 9;

/// The files that the index is made of.
pub(super) fn layout(plan: &Plan<'_>, pages: &[SearchEntry], facets: &[SearchFacet]) -> SearchLayout {
    let n_pages = pages.len() as u64;
    let n_chars: u64 = pages.iter().map(|entry| n_chars(plan, entry)).sum();
    let shard = plan.model.site.search.shard_kb as u64 * 1024;
    let grams = n_chars * N_BYTES_PER_TEN_CHARS / 10;
    let long = if n_pages < N_PAGES_WITH_LONG_LISTS { 0 } else { grams / 5 };
    let mut layout = SearchLayout {
        id: String::new(),
        n_pages: pages.len() as u32,
        gram_bits: bits(grams, shard),
        long_bits: bits(long, shard),
        single_bits: bits((n_chars / 10).min(N_SINGLES_BYTES_MOST), shard),
        text_bits: u32::from(n_pages > N_PAGES_WITH_OWN_TEXTS),
        lexicon_bits: bits((n_pages * N_TERM_BYTES_PER_PAGE).min(N_TERM_BYTES_MOST), shard * 3 / 2).min(N_LEXICON_BITS_MOST),
    };
    // The four parts that every index has, and one for each facet.
    shrink(&mut layout, n_files_allowed(plan).saturating_sub(4 + facets.len() as u64));
    layout.id = id_of(plan, pages, &layout);
    layout
}

/// As many bits as make files of at most about `shard` bytes.
fn bits(n_bytes: u64, shard: u64) -> u32 {
    n_bytes.div_ceil(shard).max(1).next_power_of_two().ilog2()
}

fn n_chars(plan: &Plan<'_>, entry: &SearchEntry) -> u64 {
    let prose = match plan.pages[entry.page].what {
        What::Entry(idx) => u64::from(plan.model.entry(idx).prose.body.n_chars),
        _ => 0,
    };
    prose + N_CHARS_OF_FIELDS
}

/// How many files the site and its host leave to the index.
fn n_files_allowed(plan: &Plan<'_>) -> u64 {
    let site = &plan.model.site;
    let own = if site.search.n_files_max == 0 { u64::MAX } else { site.search.n_files_max as u64 };
    // The manifest comes on top of what is planned.
    let left = site.host.n_files_max.map_or(u64::MAX, |most| most.saturating_sub(plan.paths().count() as u64 + 1));
    own.min(left)
}

/// Halves the largest family until all files fit, or nothing is left to halve.
fn shrink(layout: &mut SearchLayout, n_max: u64) {
    loop {
        let n_files = |family: &Family| layout.n_files(*family);
        let n_all: u64 = Family::ALL.iter().map(|family| u64::from(n_files(family))).sum();
        let largest = Family::ALL.into_iter().max_by_key(n_files).expect("there are families");
        if n_all <= n_max || layout.n_files(largest) <= 1 {
            return;
        }
        match largest {
            Family::Grams => layout.gram_bits -= 1,
            Family::Long => layout.long_bits -= 1,
            Family::Singles => layout.single_bits -= 1,
            Family::Texts => layout.text_bits += 1,
            Family::Lexicon => layout.lexicon_bits -= 1,
        }
    }
}

/// Names this numbering of these pages in these files.
fn id_of(plan: &Plan<'_>, pages: &[SearchEntry], layout: &SearchLayout) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&FORMAT.to_le_bytes());
    for family in Family::ALL {
        hasher.update(&layout.n_files(family).to_le_bytes());
    }
    for entry in pages {
        let path = plan.pages[entry.page].path.as_str();
        hasher.update(path.as_bytes()).update(&[0]);
    }
    hasher.finalize().to_hex()[..8].to_owned()
}
