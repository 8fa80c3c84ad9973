//! Runs to the files of grams, of long lists and of single characters, handed over one at a time.

use std::cmp::Reverse;

use crate::plan::Artifact;
use crate::plan::search::{Family, SearchEntry, SearchPlan};

use super::bits::BitWriter;
use super::gram::{N_KEY_BITS, shard_of};
use super::posting::{Lister, LongList};
use super::run::{HEAP_BITS, Of, Posting, Run};
use super::{merge, part};

/// What shards are made of.
#[derive(Debug)]
pub struct Shelf<'a> {
    plan: &'a SearchPlan,
    runs: &'a [Run],
    /// By page: its place among all when weights do not tell them apart.
    ranks: Vec<u32>,
}

impl<'a> Shelf<'a> {
    /// The runs of all portions, in their order.
    pub fn new(plan: &'a SearchPlan, runs: &'a [Run]) -> Self {
        Self { plan, runs, ranks: ranks(&plan.pages) }
    }

    /// How many parts a family can be made in, apart from each other.
    pub fn n_parts(&self, family: Family) -> u32 {
        1 << self.n_part_bits(family)
    }

    /// Makes a part of the files of grams. What is too long for them comes back, by key.
    pub fn grams<E>(&self, part: u32, put: &mut dyn FnMut(Artifact) -> Result<(), E>) -> Result<Vec<LongList>, E> {
        let mut lister = Lister::new(&self.ranks);
        let mut long = Vec::new();
        let n_bits = self.plan.layout.gram_bits;
        for (shard, postings) in self.shards(Family::Grams, part, &self.postings(Family::Grams, part)) {
            let bits = write_shard(postings, n_bits, |bits, postings| long.extend(lister.write_gram(bits, postings)));
            put(self.file(Family::Grams, shard, bits))?;
        }
        Ok(long)
    }

    /// Makes a part of the files of single characters.
    pub fn singles<E>(&self, part: u32, put: &mut dyn FnMut(Artifact) -> Result<(), E>) -> Result<(), E> {
        let mut lister = Lister::new(&self.ranks);
        let n_bits = self.plan.layout.single_bits;
        for (shard, postings) in self.shards(Family::Singles, part, &self.postings(Family::Singles, part)) {
            let bits = write_shard(postings, n_bits, |bits, postings| lister.write_single(bits, postings));
            put(self.file(Family::Singles, shard, bits))?;
        }
        Ok(())
    }

    /// Makes the files of long lists from what [`Shelf::grams`] gave for all parts, in their order.
    pub fn long<E>(&self, lists: &[LongList], put: &mut dyn FnMut(Artifact) -> Result<(), E>) -> Result<(), E> {
        let n_bits = self.plan.layout.long_bits;
        let mut rest = lists;
        for shard in 0..1 << n_bits {
            let n = rest.partition_point(|list| shard_of(list.key, n_bits) <= shard);
            let (here, behind) = rest.split_at(n);
            rest = behind;
            let mut bits = BitWriter::new();
            bits.write_gamma(here.len() as u32 + 1);
            for list in here {
                bits.write(list.key, N_KEY_BITS - n_bits);
                bits.write_gamma(list.bits.n_bits() as u32);
                bits.append(&list.bits);
            }
            put(self.file(Family::Long, shard, bits))?;
        }
        Ok(())
    }

    fn n_part_bits(&self, family: Family) -> u32 {
        self.n_bits(family).min(HEAP_BITS)
    }

    fn n_bits(&self, family: Family) -> u32 {
        if family == Family::Singles { self.plan.layout.single_bits } else { self.plan.layout.gram_bits }
    }

    fn postings(&self, family: Family, part: u32) -> Vec<Posting> {
        let of = if family == Family::Singles { Of::Singles } else { Of::Grams };
        merge::postings(self.runs, of, part, self.n_part_bits(family))
    }

    /// The shards of a part, each with its postings.
    fn shards<'p>(&self, family: Family, part: u32, postings: &'p [Posting]) -> impl Iterator<Item = (u32, &'p [Posting])> {
        let n_bits = self.n_bits(family);
        let n_shards = 1 << (n_bits - self.n_part_bits(family));
        let mut rest = postings;
        (part * n_shards..(part + 1) * n_shards).map(move |shard| {
            let n = rest.partition_point(|posting| shard_of(posting.key(), n_bits) <= shard);
            let (here, behind) = rest.split_at(n);
            rest = behind;
            (shard, here)
        })
    }

    fn file(&self, family: Family, shard: u32, bits: BitWriter) -> Artifact {
        let layout = &self.plan.layout;
        part(layout, &layout.name(family, shard), &bits.into_bytes())
    }
}

/// Writes a shard: how many keys, then each with what `write_list` says of its postings.
fn write_shard(postings: &[Posting], n_shard_bits: u32, mut write_list: impl FnMut(&mut BitWriter, &[Posting])) -> BitWriter {
    let n_low_bits = N_KEY_BITS - n_shard_bits;
    let same_key = |one: &Posting, two: &Posting| one.key() == two.key();
    let n_keys = postings.chunk_by(same_key).count() as u32;
    let k = rice_parameter(n_keys, n_low_bits);
    let mut bits = BitWriter::new();
    bits.write_gamma(n_keys + 1);
    bits.write(k, 5);
    let mut least = 0;
    for list in postings.chunk_by(same_key) {
        let low = list[0].key() & ((1 << n_low_bits) - 1);
        bits.write_rice(low - least, k);
        least = low + 1;
        write_list(&mut bits, list);
    }
    bits
}

/// The best parameter for the gaps between so many numbers thrown at random: below the mean gap, as small ones are the most.
fn rice_parameter(n: u32, n_bits: u32) -> u32 {
    let gap = (1_u64 << n_bits) / (u64::from(n) + 1);
    (gap * 69 / 100).checked_ilog2().unwrap_or(0)
}

/// What is not over comes before what is, then the newest, pages without a day behind the others, then by number. The script lines up
/// what it finds in the same order.
fn ranks(pages: &[SearchEntry]) -> Vec<u32> {
    let mut order: Vec<usize> = (0..pages.len()).collect();
    order.sort_by_key(|page| (pages[*page].is_last, Reverse(pages[*page].month), *page));
    let mut ranks = vec![0; pages.len()];
    for (rank, page) in order.into_iter().enumerate() {
        ranks[page] = rank as u32;
    }
    ranks
}
