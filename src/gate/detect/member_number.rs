//! Tokens to numbers of members, exactly as in the register; with a label, or in a column of numbers, they block.
//!
//! Numbers that might be words or ordinary figures (fewer than six signs or four digits) are never looked for. Names in Latin
//! letters are found the same way, because they too are tokens.

use hashbrown::HashMap;

use super::label::{self, Label};
use super::letters::{is_han, letters};
use super::watch::Pass;
use super::{Found, name};
use crate::gate::hit::{HitKind, Secret, Tier};
use crate::gate::policy::{Person, Policy};

/// Numbers of members, and names in Latin letters, by a token of each.
#[derive(Debug)]
pub(super) struct Numbers {
    by_token: HashMap<Box<str>, Vec<Entry>>,
    /// For each length of a token, the first letters it may have.
    first_letters: [u64; LONGEST],
    members: Vec<Member>,
}

/// In bytes; a longer token is no number of a member.
const LONGEST: usize = 40;

/// Names in Latin letters with fewer are words: Li, Ma.
const SHORTEST_LATIN_NAME: usize = 6;

#[derive(Debug)]
struct Entry {
    kind: HitKind,
    written: String,
    /// What stands around the token, small letters.
    before: String,
    behind: String,
    persons: Vec<u32>,
}

#[derive(Debug)]
struct Member {
    named_on: Vec<crate::gate::policy::NamedOn>,
}

impl Numbers {
    /// Of the register of a policy.
    pub(super) fn new(policy: &Policy) -> Self {
        let members = policy.persons.iter().map(|person| Member { named_on: person.named_on.iter().copied().collect() });
        let mut numbers = Self { by_token: HashMap::new(), first_letters: [0; LONGEST], members: members.collect() };
        for (idx, person) in policy.persons.iter().enumerate() {
            if is_sought(&person.id) {
                numbers.add(HitKind::MemberNumber, &person.id, idx as u32);
            }
            if is_latin_name(person) && !policy.not_persons.contains(&person.name) {
                numbers.add(HitKind::Name, &person.name, idx as u32);
            }
        }
        numbers
    }

    fn add(&mut self, kind: HitKind, written: &str, person: u32) {
        let plain: String = letters_with_blanks(written);
        let Some((before, token, behind)) = longest_token(&plain).filter(|(_, token, _)| token.len() < LONGEST) else { return };
        let first = token.as_bytes().first().copied().unwrap_or_default();
        self.first_letters[token.len()] |= 1 << (first & 63);
        let same = self.by_token.entry(token.into()).or_default();
        match same.iter_mut().find(|entry| entry.kind == kind && entry.before == before && entry.behind == behind) {
            Some(entry) => entry.persons.push(person),
            None => same.push(Entry {
                kind,
                written: written.to_owned(),
                before: before.to_owned(),
                behind: behind.to_owned(),
                persons: vec![person],
            }),
        }
    }

    /// Looks at a token.
    #[inline]
    pub(super) fn look(&self, pass: &mut Pass<'_>, at: usize, end: usize) {
        let length = end - at;
        if length >= LONGEST || self.first_letters[length] & 1 << (pass.piece.text.as_bytes()[at].to_ascii_lowercase() & 63) == 0
        {
            return;
        }
        let token = pass.piece.text[at..end].to_ascii_lowercase();
        for entry in self.by_token.get(token.as_str()).into_iter().flatten() {
            self.compare(pass, at, end, entry);
        }
    }

    fn compare(&self, pass: &mut Pass<'_>, at: usize, end: usize, entry: &Entry) {
        let text = pass.piece.text;
        let Some(start) = ends_with(&text[..at], &entry.before) else { return };
        let Some(end) = starts_with(&text[end..], &entry.behind).map(|length| end + length) else { return };
        let range = start..end;
        let tier = match entry.kind {
            HitKind::Name if self.may_be_named(pass, entry) => return,
            HitKind::Name => Tier::Warn,
            _ if is_part_of_a_figure(text, start) => return,
            _ if label::near(pass.piece, &range).has(Label::MemberNumber) => Tier::Block,
            _ => Tier::Ask,
        };
        pass.found.push(Found { kind: entry.kind, tier, secret: Secret::new(entry.written.as_str()), range });
    }

    fn may_be_named(&self, pass: &Pass<'_>, entry: &Entry) -> bool {
        let Some(on) = pass.naming.on else { return false };
        let may = |person: &u32| self.members[*person as usize].named_on.contains(&on);
        pass.naming.also.contains(&entry.written) || entry.persons.iter().all(may)
    }
}

/// Whether a number has enough signs to be nothing else.
pub(super) fn is_sought(id: &str) -> bool {
    id.chars().count() >= 6 && id.chars().filter(char::is_ascii_digit).count() >= 4
}

fn is_latin_name(person: &Person) -> bool {
    let n_letters = person.name.chars().filter(char::is_ascii_alphabetic).count();
    n_letters >= SHORTEST_LATIN_NAME && name::is_latin(&person.name) && !person.name.chars().any(is_han)
}

/// Small letters of half width; each stretch of blanks is one.
fn letters_with_blanks(text: &str) -> String {
    let mut plain = String::new();
    for letter in letters(text.trim(), 0) {
        if letter.gap == super::letters::Gap::Blank {
            plain.push(' ');
        }
        plain.push(letter.sign);
    }
    plain
}

/// The longest stretch of Latin letters and digits, with what is before and behind it.
fn longest_token(text: &str) -> Option<(&str, &str, &str)> {
    let tokens = text.split(|character: char| !character.is_ascii_alphanumeric()).filter(|token| !token.is_empty());
    let token = tokens.max_by_key(|token| token.len())?;
    let start = token.as_ptr() as usize - text.as_ptr() as usize;
    Some((&text[..start], token, &text[start + token.len()..]))
}

/// Where `tail` begins at the end of `text`, if it does and no token goes on before it.
fn ends_with(text: &str, tail: &str) -> Option<usize> {
    let mut start = text.len();
    let mut signs = text.char_indices().rev();
    for sign in tail.chars().rev() {
        let (at, character) = signs.next()?;
        if super::letters::fold(character) != sign
            && !(sign == ' ' && super::letters::gap_of(character) == super::letters::Gap::Blank)
        {
            return None;
        }
        start = at;
    }
    let joins = tail.starts_with(|first: char| first.is_ascii_alphanumeric())
        && text[..start].ends_with(|before: char| before.is_ascii_alphanumeric());
    (!joins).then_some(start)
}

/// How many bytes of `text` begin with `head`, if it does and no token goes on behind it.
fn starts_with(text: &str, head: &str) -> Option<usize> {
    let mut end = 0;
    let mut signs = text.chars();
    for sign in head.chars() {
        let character = signs.next()?;
        if super::letters::fold(character) != sign
            && !(sign == ' ' && super::letters::gap_of(character) == super::letters::Gap::Blank)
        {
            return None;
        }
        end += character.len_utf8();
    }
    let joins = head.ends_with(|last: char| last.is_ascii_alphanumeric())
        && text[end..].starts_with(|behind: char| behind.is_ascii_alphanumeric());
    (!joins).then_some(end)
}

/// Whether a number is the broken part of a figure: `0.20230101`.
fn is_part_of_a_figure(text: &str, at: usize) -> bool {
    let mut before = text[..at].bytes().rev();
    before.next() == Some(b'.') && before.next().is_some_and(|byte| byte.is_ascii_digit())
}
