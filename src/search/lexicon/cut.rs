//! A text to words and signs, the cheapest way to cut it, and to the syllables it is read as.

use super::syllables::{Syllable, may_be_read, usual};
use super::words::{Reading, Word, Words};

/// Of a character that is in no word; dearer than the rarest word is.
const SINGLE_COST: u32 = 50_000;
/// In characters: words as long as this are cut once more, for people look for what is in them as well.
const LONG_WORD: usize = 4;

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// First byte.
    pub(super) start: usize,
    /// Behind the last byte.
    pub(super) end: usize,
    /// What it is.
    pub(super) kind: PieceKind,
}

/// What a piece of a text is. Marks and spaces are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PieceKind {
    /// Chinese, of two characters and more.
    Word,
    /// A character that is in no word.
    Single,
    /// Letters, maybe with digits.
    Latin,
    /// Digits.
    Number,
}

impl Words {
    /// The pieces of a text, in its order.
    pub(super) fn cut(&self, text: &str) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (start, end) in runs(text) {
            let run = &text[start..end];
            if run.starts_with(may_be_read) {
                self.cut_run(run, start, |_, _| true, &mut pieces);
            } else {
                let kind = if run.bytes().all(|b| b.is_ascii_digit()) { PieceKind::Number } else { PieceKind::Latin };
                pieces.push(Piece { start, end, kind });
            }
        }
        pieces
    }

    /// The words in a long word; nothing for others.
    pub(super) fn inside(&self, word: &str) -> Vec<Piece> {
        let mut pieces = Vec::new();
        if word.chars().count() >= LONG_WORD {
            self.cut_run(word, 0, |inner, _| inner != word, &mut pieces);
            pieces.retain(|piece| piece.kind == PieceKind::Word);
        }
        pieces
    }

    /// The syllable of each character of a text that [`may_be_read`].
    pub(super) fn read(&self, text: &str) -> Vec<Option<Syllable>> {
        let mut syllables = Vec::with_capacity(text.len() / 3);
        for piece in self.cut(text) {
            self.read_piece(&text[piece.start..piece.end], &mut syllables);
        }
        syllables
    }

    fn read_piece(&self, piece: &str, syllables: &mut Vec<Option<Syllable>>) {
        match self.get(piece).map(|word| &word.reading) {
            Some(Reading::Own(own)) => syllables.extend(own.iter().map(|syllable| Some(*syllable))),
            Some(Reading::ByParts) => self.read_parts(piece, syllables),
            Some(Reading::Usual) | None => syllables.extend(piece.chars().filter(|c| may_be_read(*c)).map(usual)),
        }
    }

    /// A word that has no reading of its own, by the words in it that have one.
    fn read_parts(&self, word: &str, syllables: &mut Vec<Option<Syllable>>) {
        let mut parts = Vec::new();
        self.cut_run(word, 0, |_, word| word.reading != Reading::ByParts, &mut parts);
        for part in parts {
            self.read_piece(&word[part.start..part.end], syllables);
        }
    }

    /// The cheapest cut of a run of Chinese characters that stands at `offset`.
    fn cut_run(&self, run: &str, offset: usize, may_use: impl Fn(&str, &Word) -> bool, pieces: &mut Vec<Piece>) {
        let bounds: Vec<usize> = run.char_indices().map(|(at, _)| at).chain([run.len()]).collect();
        let n = bounds.len() - 1;
        // For each place the least cost to come there, and from where.
        let mut best = vec![(u32::MAX, 0); n + 1];
        best[0].0 = 0;
        let mut chars = run.chars().peekable();
        for at in 0..n {
            let Some(first) = chars.next() else { break };
            let cost = best[at].0;
            relax(&mut best[at + 1], cost + SINGLE_COST, at);
            let longest = chars.peek().map_or(0, |second| self.longest([first, *second]));
            for to in at + 2..=(at + longest).min(n) {
                let word = &run[bounds[at]..bounds[to]];
                if let Some(entry) = self.get(word).filter(|entry| may_use(word, entry)) {
                    relax(&mut best[to], cost + entry.cost, at);
                }
            }
        }
        let first_new = pieces.len();
        let mut to = n;
        while to > 0 {
            let from = best[to].1;
            let kind = if to - from == 1 { PieceKind::Single } else { PieceKind::Word };
            pieces.push(Piece { start: offset + bounds[from], end: offset + bounds[to], kind });
            to = from;
        }
        pieces[first_new..].reverse();
    }
}

fn relax(best: &mut (u32, usize), cost: u32, from: usize) {
    if cost < best.0 {
        *best = (cost, from);
    }
}

/// Runs of Chinese characters and runs of ASCII letters and digits.
fn runs(text: &str) -> Vec<(usize, usize)> {
    let class = |c: char| if may_be_read(c) { 2 } else { u8::from(c.is_ascii_alphanumeric()) };
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let mut last = 0;
    for (at, c) in text.char_indices() {
        let now = class(c);
        if now != 0 && now != last {
            runs.push((at, at));
        }
        if now != 0
            && let Some(run) = runs.last_mut()
        {
            run.1 = at + c.len_utf8();
        }
        last = now;
    }
    runs
}
