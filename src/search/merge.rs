//! The heaps of all runs to postings in the order of their keys, one for each gram and page.

use super::run::{HEAP_BITS, OFTEN, Of, PROMINENT, Posting, Run};

/// Bits of a key that are sorted at a time; two times make up what a heap leaves open.
const DIGIT_BITS: u32 = 10;
const N_DIGITS: usize = 1 << DIGIT_BITS;

/// The postings whose keys begin with these `n_bits`, at most as many as heaps go by: by key, then by page.
pub(super) fn postings(runs: &[Run], of: Of, prefix: u32, n_bits: u32) -> Vec<Posting> {
    let n_heaps = 1 << (HEAP_BITS - n_bits);
    let mut postings = Vec::new();
    for heap in prefix * n_heaps..(prefix + 1) * n_heaps {
        let sorted = sorted(runs, of, heap);
        if n_heaps == 1 {
            return sorted;
        }
        postings.extend(sorted);
    }
    postings
}

/// The postings of one heap.
fn sorted(runs: &[Run], of: Of, heap: u32) -> Vec<Posting> {
    let sheets = || runs.iter().flat_map(|run| &run.sheets);
    let mut postings = Vec::with_capacity(sheets().map(|sheet| sheet.heap(of, heap).len()).sum());
    for sheet in sheets() {
        postings.extend(sheet.heap(of, heap));
    }
    // Runs follow each other as pages do, so that a sort that leaves equal keys where they are leaves pages rising.
    let mut other = vec![Posting(0); postings.len()];
    move_by_digit(&postings, &mut other, Posting::KEY_AT);
    move_by_digit(&other, &mut postings, Posting::KEY_AT + DIGIT_BITS);
    join(&mut postings);
    postings
}

fn move_by_digit(from: &[Posting], to: &mut [Posting], at: u32) {
    let digit = |posting: Posting| (posting.0 >> at) as usize & (N_DIGITS - 1);
    let mut places = [0_u32; N_DIGITS];
    for posting in from {
        places[digit(*posting)] += 1;
    }
    let mut next = 0;
    for place in &mut places {
        next += std::mem::replace(place, next);
    }
    for posting in from {
        let place = &mut places[digit(*posting)];
        to[*place as usize] = *posting;
        *place += 1;
    }
}

/// Makes one posting of those of the same key and page: the best weight counts, and how many there are.
fn join(postings: &mut Vec<Posting>) {
    let mut n_kept = 0;
    let mut at = 0;
    while at < postings.len() {
        let same = postings[at].0 | 3;
        let mut n = 0;
        let mut weight = 0;
        while at < postings.len() && postings[at].0 | 3 == same {
            weight = weight.max(postings[at].weight());
            n += 1;
            at += 1;
        }
        if weight == 0 && n >= OFTEN {
            weight = PROMINENT;
        }
        postings[n_kept] = Posting(same & !3 | u64::from(weight));
        n_kept += 1;
    }
    postings.truncate(n_kept);
}
