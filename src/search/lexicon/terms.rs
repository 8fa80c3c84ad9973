//! Titles, headings and names to the terms that are suggested: whole titles, words of titles, phrases that titles share.

use std::collections::BTreeMap;

use hashbrown::HashMap;

use super::cut::{Piece, PieceKind};
use super::words::Words;

/// In pieces: `三会一课` has four where no word of it is known.
const LONGEST_PHRASE: usize = 6;
/// In Chinese characters; more is a sentence.
const LONGEST_TERM: usize = 14;
/// In characters; what a title says behind them nobody types.
pub(super) const LONGEST_TITLE: usize = 40;
/// A phrase is in so many titles at least…
const FEWEST_TITLES: u32 = 2;
/// …and in one more of so many…
const TITLES_FOR_ONE_MORE: usize = 50_000;
/// …but two words in one only, where there are no more titles than this: of a small site everything is worth a term.
const FEW_TITLES: usize = 1_000;
/// A name of the site is worth so many titles: branches and glossary words come before chance.
const NAME_BONUS: u32 = 2;

/// A term to suggest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term {
    /// As people read it.
    pub(super) text: String,
    /// In how many titles, about; one at least.
    pub(super) rank: u32,
    /// What it is.
    pub(super) kind: TermKind,
}

/// What a term is; the first goes where there is no room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum TermKind {
    /// A whole title.
    Title,
    /// A heading that pages share.
    Heading,
    /// A word of titles.
    Word,
    /// Words that stand together in several titles.
    Phrase,
    /// A name that the site gives.
    Name,
}

/// In how many titles a piece or a phrase is.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    n_titles: u32,
    /// The last one, counted from one, so that a title counts once.
    last: u32,
    /// In how many titles the longer phrase is that most often holds it.
    n_in_longer: u32,
    /// Whether it has been looked at as a term.
    is_seen: bool,
}

type Counts<'a> = HashMap<&'a str, Count>;

/// The terms, sorted by text.
pub(super) fn collect(titles: &[String], headings: &BTreeMap<String, u32>, names: &[String], words: &Words) -> Vec<Term> {
    let mut terms = BTreeMap::new();
    for title in titles {
        add(&mut terms, title, 1, TermKind::Title);
    }
    for (heading, n_pages) in headings {
        // A heading that stands on every page says little, so it counts less than a word of titles.
        add(&mut terms, heading, n_pages.ilog2(), TermKind::Heading);
    }
    add_parts(&mut terms, titles, words);
    for name in names {
        add(&mut terms, name, 0, TermKind::Name);
    }
    terms.into_values().filter(|term| n_units(&term.text) >= 2).collect()
}

fn n_units(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).take(2).count()
}

/// Adds a term, or to what is known of it.
fn add(terms: &mut BTreeMap<String, Term>, text: &str, rank: u32, kind: TermKind) {
    if let Some(term) = terms.get_mut(text) {
        term.rank = match kind {
            TermKind::Title => term.rank + rank,
            TermKind::Name => term.rank + NAME_BONUS,
            TermKind::Heading | TermKind::Word | TermKind::Phrase => term.rank.max(rank),
        };
        term.kind = term.kind.max(kind);
        return;
    }
    let rank = if kind == TermKind::Name { 1 + NAME_BONUS } else { rank.max(1) };
    terms.insert(text.to_owned(), Term { text: text.to_owned(), rank, kind });
}

fn add_parts(terms: &mut BTreeMap<String, Term>, titles: &[String], words: &Words) {
    let cuts: Vec<Vec<Piece>> = titles.iter().map(|title| words.cut(title)).collect();
    // Of which length the phrases are, in pieces, less one.
    let (pieces, said) = count_pieces(titles, &cuts, words);
    for word in said {
        add(terms, word, pieces.get(word).map_or(1, |count| count.n_titles), TermKind::Word);
    }
    let mut lengths: Vec<Counts<'_>> = vec![pieces];
    for n_pieces in 2..=LONGEST_PHRASE {
        let longer = count_phrases(titles, &cuts, n_pieces, &mut lengths);
        if longer.is_empty() {
            break;
        }
        lengths.push(longer);
    }
    for (title, cut) in titles.iter().zip(&cuts) {
        for pieces in (0..cut.len()).map(|first| &cut[first..]) {
            add_phrases(terms, title, pieces, titles.len(), &mut lengths);
        }
    }
}

/// Adds the phrases that pieces of a title begin with.
fn add_phrases(terms: &mut BTreeMap<String, Term>, title: &str, pieces: &[Piece], n_titles: usize, lengths: &mut [Counts<'_>]) {
    let [words, longer @ ..] = lengths else { return };
    for (at, counts) in (1..).zip(longer) {
        let Some(last) = pieces.get(at) else { break };
        let phrase = &title[pieces[0].start..last.end];
        let Some(entry) = counts.get_mut(phrase) else { break };
        let count = std::mem::replace(entry, Count { is_seen: true, ..*entry });
        let is_pair = at == 1 && is_word(pieces[0]) && is_word(*last);
        if count.is_seen || count.n_titles < fewest_titles(n_titles, is_pair) {
            continue;
        }
        let edges = [&pieces[0], last].map(|edge| &title[edge.start..edge.end]);
        if is_pair || last.kind != PieceKind::Number && is_phrase(edges, count, words) {
            add(terms, phrase, count.n_titles, TermKind::Phrase);
        }
    }
}

/// In how many titles a phrase has to be.
fn fewest_titles(n_titles: usize, is_pair: bool) -> u32 {
    if is_pair && n_titles <= FEW_TITLES { 1 } else { FEWEST_TITLES + (n_titles / TITLES_FOR_ONE_MORE) as u32 }
}

fn is_phrase(edges: [&str; 2], count: Count, words: &Counts<'_>) -> bool {
    says_more(count, edges) && edges.iter().all(|edge| !is_function_word(edge) && is_bound(edge, count.n_titles, words))
}

fn is_function_word(text: &str) -> bool {
    text.chars().count() == 1 && include_str!("function_words.txt").contains(text)
}

/// Whether a piece says something alone.
fn is_word(piece: Piece) -> bool {
    match piece.kind {
        PieceKind::Word => true,
        PieceKind::Latin => piece.end - piece.start >= 2,
        PieceKind::Single | PieceKind::Number => false,
    }
}

/// Whether a phrase is more than a part of a longer one. What begins or ends with a single character mostly is one.
fn says_more(count: Count, edges: [&str; 2]) -> bool {
    let has_single = edges.iter().any(|edge| edge.chars().count() == 1);
    if has_single { count.n_in_longer * 2 < count.n_titles } else { count.n_in_longer < count.n_titles }
}

/// Whether a phrase may begin or end with this piece: a single character belongs to it only if it stands there often.
fn is_bound(edge: &str, n_titles: u32, pieces: &Counts<'_>) -> bool {
    edge.chars().count() > 1 || pieces.get(edge).is_none_or(|count| n_titles * 8 >= count.n_titles)
}

/// In how many titles each piece is, and each word in a long word; and which of them are words, each once.
fn count_pieces<'a>(titles: &'a [String], cuts: &[Vec<Piece>], words: &Words) -> (Counts<'a>, Vec<&'a str>) {
    let mut counts = Counts::new();
    let mut said = Vec::new();
    for (number, (title, cut)) in (1..).zip(titles.iter().zip(cuts)) {
        for piece in cut {
            let text = &title[piece.start..piece.end];
            if count(&mut counts, text, number) && is_word(*piece) {
                said.push(text);
            }
            for inner in words.inside(text) {
                let inner = &text[inner.start..inner.end];
                if count(&mut counts, inner, number) {
                    said.push(inner);
                }
            }
        }
    }
    (counts, said)
}

/// Phrases of so many pieces, both ends of which are in titles often enough; also says of the ends how often.
fn count_phrases<'a>(titles: &'a [String], cuts: &[Vec<Piece>], n_pieces: usize, lengths: &mut [Counts<'a>]) -> Counts<'a> {
    let mut counts = Counts::new();
    let Some(ends) = lengths.last_mut() else { return counts };
    let least = fewest_titles(titles.len(), n_pieces == 2);
    let is_often = |ends: &Counts<'_>, end: &str| ends.get(end).is_some_and(|count| count.n_titles >= least);
    for (number, (title, cut)) in (1..).zip(titles.iter().zip(cuts)) {
        for pieces in cut.windows(n_pieces) {
            let (first, last) = (pieces[0], pieces[n_pieces - 1]);
            let is_broken = pieces.windows(2).any(|pair| pair[0].end != pair[1].start);
            if is_broken || last.end - first.start > LONGEST_TERM * 3 {
                continue;
            }
            if is_often(ends, &title[first.start..pieces[n_pieces - 2].end]) && is_often(ends, &title[pieces[1].start..last.end])
            {
                count(&mut counts, &title[first.start..last.end], number);
            }
        }
    }
    for (title, cut) in titles.iter().zip(cuts) {
        for pieces in cut.windows(n_pieces) {
            let (first, last) = (pieces[0], pieces[n_pieces - 1]);
            let Some(whole) = counts.get(&title[first.start..last.end]) else { continue };
            for end in [&title[first.start..pieces[n_pieces - 2].end], &title[pieces[1].start..last.end]] {
                if let Some(end) = ends.get_mut(end) {
                    end.n_in_longer = end.n_in_longer.max(whole.n_titles);
                }
            }
        }
    }
    counts
}

/// Counts a text of a title; whether it is the first time.
fn count<'a>(counts: &mut Counts<'a>, text: &'a str, number: u32) -> bool {
    let count = counts.entry(text).or_default();
    if count.last != number {
        count.last = number;
        count.n_titles += 1;
    }
    count.n_titles == 1
}
