//! A text to the phrases in it that count there.

use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};

use super::phrases::{Phrase, PhraseKind};
use super::{aside, crosses};

/// All phrases, looked for at once.
#[derive(Debug)]
pub(super) struct Watch {
    phrases: Vec<Phrase>,
    /// Which phrase each pattern writes; `None` for crosses.
    of_pattern: Vec<Option<usize>>,
    /// `None` only if there are more phrases than an automaton takes.
    automaton: Option<AhoCorasick>,
}

/// A phrase where it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Met<'w> {
    pub(super) kind: PhraseKind,
    /// In the text that was looked at.
    pub(super) range: Range<usize>,
    /// `None` for crosses.
    pub(super) phrase: Option<&'w Phrase>,
}

impl Watch {
    pub(super) fn new(phrases: Vec<Phrase>) -> Self {
        let mut patterns: Vec<String> = crosses::PAIRS.iter().map(|pair| (*pair).to_owned()).collect();
        let mut of_pattern = vec![None; patterns.len()];
        for (idx, phrase) in phrases.iter().enumerate() {
            let wide = full_width(&phrase.text);
            for form in [Some(phrase.text.clone()), (wide != phrase.text).then_some(wide)].into_iter().flatten() {
                patterns.push(form);
                of_pattern.push(Some(idx));
            }
        }
        let automaton = AhoCorasickBuilder::new().match_kind(MatchKind::LeftmostLongest).build(&patterns).ok();
        Self { phrases, of_pattern, automaton }
    }

    /// Whether anything may be found: far cheaper than finding it.
    pub(super) fn may_find(&self, text: &str) -> bool {
        self.automaton.as_ref().is_some_and(|automaton| automaton.is_match(text))
    }

    /// Every phrase that counts where it stands.
    pub(super) fn look(&self, text: &str) -> Vec<Met<'_>> {
        let mut all = Vec::new();
        let Some(automaton) = &self.automaton else { return all };
        let mut behind = 0;
        for hit in automaton.find_iter(text) {
            // Crosses are one finding however many they are.
            if hit.start() < behind {
                continue;
            }
            let Some(met) = self.judge(text, hit.range(), self.of_pattern[hit.pattern().as_usize()]) else { continue };
            behind = met.range.end;
            all.push(met);
        }
        all
    }

    fn judge(&self, text: &str, range: Range<usize>, phrase: Option<usize>) -> Option<Met<'_>> {
        let Some(phrase) = phrase.map(|idx| &self.phrases[idx]) else {
            let range = crosses::placeholder(text, range)?;
            return Some(Met { kind: PhraseKind::Placeholder, range, phrase: None });
        };
        let counts = match phrase.kind {
            PhraseKind::Placeholder => is_alone(text, &range),
            PhraseKind::Claim => !aside::is_quoted(text, &range) && !aside::has_figure(text, &range),
            PhraseKind::Praise => !aside::is_quoted(text, &range),
            PhraseKind::Word => is_alone(text, &range) && !aside::is_quoted(text, &range),
        };
        counts.then_some(Met { kind: phrase.kind, range, phrase: Some(phrase) })
    }
}

/// Whether a word of Latin letters is not a part of a longer one.
fn is_alone(text: &str, range: &Range<usize>) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_');
    let written = &text[range.clone()];
    let begins = written.starts_with(|c: char| c.is_ascii_alphanumeric());
    let ends = written.ends_with(|c: char| c.is_ascii_alphanumeric());
    let goes_before = begins && is_letter(text[..range.start].chars().next_back());
    let goes_on = ends && is_letter(text[range.end..].chars().next());
    !goes_before && !goes_on
}

/// A phrase as a Chinese keyboard in the wrong mode writes it.
fn full_width(text: &str) -> String {
    let wide = |c: char| if c.is_ascii_graphic() { char::from_u32(c as u32 + 0xfee0).unwrap_or(c) } else { c };
    text.chars().map(wide).collect()
}
