//! The postings of one gram to bits: how many pages, which, and how prominent it is in them.

use super::bits::BitWriter;
use super::list::write_list;
use super::run::Posting;

/// From so many pages on a list says whether it stands elsewhere.
pub(super) const MAY_BE_LONG: usize = 64;
/// A list of more bits stands elsewhere: whoever wants another gram of the shard would have to load it.
const MOST_BITS: usize = 8_000;
/// Up to so many pages no weights are kept: their texts are loaded anyway.
pub(super) const UNWEIGHED: usize = 10;
/// Pages that stand in the shard of a long list.
const N_BEST: usize = 32;
/// Pages of a single character.
const N_LISTED: usize = 256;

/// A list that stands in a file of its own kind.
#[derive(Debug)]
pub struct LongList {
    pub(super) key: u32,
    pub(super) bits: BitWriter,
}

/// Writes lists, with what it needs for that.
pub(super) struct Lister<'a> {
    n_pages: u32,
    /// By page: its place among all when nothing else tells them apart.
    ranks: &'a [u32],
    best: Vec<Posting>,
    pages: Vec<u32>,
    weights: Vec<u32>,
}

impl<'a> Lister<'a> {
    pub(super) fn new(ranks: &'a [u32]) -> Self {
        Self { n_pages: ranks.len() as u32, ranks, best: Vec::new(), pages: Vec::new(), weights: Vec::new() }
    }

    /// Writes the pages of a gram; a list that is too long for here is handed back.
    pub(super) fn write_gram(&mut self, bits: &mut BitWriter, postings: &[Posting]) -> Option<LongList> {
        bits.write_gamma(postings.len() as u32);
        if let [only] = postings {
            bits.write_truncated(only.page(), self.n_pages);
            bits.write(u32::from(only.weight() > 0), 1);
            if only.weight() > 0 {
                bits.write_truncated(only.weight() - 1, 3);
            }
            return None;
        }
        if postings.len() < MAY_BE_LONG {
            self.write_pages(bits, postings);
            if postings.len() > UNWEIGHED {
                write_weights(bits, &mut self.weights);
            }
            return None;
        }
        let mut list = BitWriter::new();
        self.write_pages(&mut list, postings);
        write_weights(&mut list, &mut self.weights);
        let is_long = list.n_bits() > MOST_BITS;
        bits.write(u32::from(is_long), 1);
        if !is_long {
            bits.append(&list);
            return None;
        }
        self.write_best(bits, postings, N_BEST);
        let mut whole = BitWriter::new();
        whole.write_gamma(postings.len() as u32);
        whole.append(&list);
        Some(LongList { key: postings[0].key(), bits: whole })
    }

    /// Writes the best pages of a single character.
    pub(super) fn write_single(&mut self, bits: &mut BitWriter, postings: &[Posting]) {
        bits.write_gamma(postings.len() as u32);
        self.write_best(bits, postings, N_LISTED);
    }

    fn write_best(&mut self, bits: &mut BitWriter, postings: &[Posting], n: usize) {
        let mut best = std::mem::take(&mut self.best);
        best.clear();
        best.extend_from_slice(postings);
        if best.len() > n {
            best.select_nth_unstable_by_key(n, |posting| (3 - posting.weight(), self.ranks[posting.page() as usize]));
            best.truncate(n);
            best.sort_unstable_by_key(|posting| posting.page());
        }
        bits.write_gamma(best.len() as u32);
        self.write_pages(bits, &best);
        write_weights(bits, &mut self.weights);
        self.best = best;
    }

    fn write_pages(&mut self, bits: &mut BitWriter, postings: &[Posting]) {
        self.pages.clear();
        self.pages.extend(postings.iter().map(|posting| posting.page()));
        self.weights.clear();
        self.weights.extend(postings.iter().map(|posting| posting.weight()));
        write_list(bits, &self.pages, 0, self.n_pages);
    }
}

/// Writes weights: how many are 1 or more and which, how many of these are 2 or more and which, and so on. Uses them up.
fn write_weights(bits: &mut BitWriter, weights: &mut Vec<u32>) {
    let mut positions = Vec::new();
    for least in 1..=3 {
        positions.clear();
        positions.extend((0..).zip(weights.iter()).filter(|(_, weight)| **weight >= least).map(|(at, _)| at));
        let range = weights.len() as u32;
        bits.write_truncated(positions.len() as u32, range + 1);
        // Of nothing nothing more can be said, in no bits.
        if positions.is_empty() {
            return;
        }
        write_list(bits, &positions, 0, range);
        weights.retain(|weight| *weight >= least);
    }
}
