//! The school's own patterns to hits, at token borders, with one of their words near by.

use regex::Regex;

use super::Found;
use super::watch::Pass;
use crate::gate::carrier::APART;
use crate::gate::hit::{HitKind, Secret, Tier};
use crate::gate::policy::Policy;

/// How far a word may stand from what a pattern fits, in characters.
const NEAR: usize = 24;

/// Patterns of a policy, ready to be used.
#[derive(Debug)]
pub(super) struct Forms(Vec<Form>);

#[derive(Debug)]
struct Form {
    kind: HitKind,
    regex: Regex,
    near: Vec<String>,
    tier: Tier,
}

impl Forms {
    /// Of a policy; a pattern that cannot be read was told of when the settings were.
    pub(super) fn new(policy: &Policy) -> Self {
        let mut forms = Vec::new();
        for (idx, pattern) in policy.patterns.iter().enumerate() {
            let Ok(regex) = Regex::new(&pattern.form) else { continue };
            let kind = HitKind::Pattern(idx.min(u16::MAX as usize) as u16);
            forms.push(Form { kind, regex, near: pattern.near.clone(), tier: pattern.tier });
        }
        Self(forms)
    }

    /// Looks at the whole piece.
    pub(super) fn look(&self, pass: &mut Pass<'_>) {
        let text = pass.piece.text;
        for form in &self.0 {
            for fit in form.regex.find_iter(text) {
                if fit.is_empty() || !is_token(text, fit.start(), fit.end()) || !form.has_word_near(text, fit.start(), fit.end())
                {
                    continue;
                }
                let (kind, tier) = (form.kind, form.tier);
                pass.found.push(Found { kind, tier, secret: Secret::new(fit.as_str()), range: fit.range() });
            }
        }
    }
}

impl Form {
    fn has_word_near(&self, text: &str, at: usize, end: usize) -> bool {
        let is_apart = |sign: char| matches!(sign, '\n' | APART);
        let start = text[..at].char_indices().rev().take(NEAR).take_while(|(_, sign)| !is_apart(*sign)).last();
        let stop = text[end..].char_indices().take(NEAR).take_while(|(_, sign)| !is_apart(*sign)).last();
        let start = start.map_or(at, |(start, _)| start);
        let stop = stop.map_or(end, |(stop, sign)| end + stop + sign.len_utf8());
        self.near.is_empty() || self.near.iter().any(|word| text[start..stop].contains(word.as_str()))
    }
}

/// Whether no token goes on at either end.
fn is_token(text: &str, at: usize, end: usize) -> bool {
    let joins = |one: Option<char>, other: Option<char>| {
        one.is_some_and(|sign| sign.is_ascii_alphanumeric()) && other.is_some_and(|sign| sign.is_ascii_alphanumeric())
    };
    !joins(text[..at].chars().next_back(), text[at..].chars().next())
        && !joins(text[..end].chars().next_back(), text[end..].chars().next())
}
