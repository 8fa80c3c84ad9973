//! Texts to what is found by words: names, members' numbers, labels and what stands behind them, in one pass.
//!
//! The pass asks of each sign only whether something may begin with it, which is one look into a table; a detector is called
//! where the next signs fit as well. An automaton (aho-corasick) over the same 20,000 names was the other choice: it is slower,
//! takes tens of megabytes and a good part of a second to build, and can neither skip blanks nor see where a token ends.

use super::label::Label;
use super::lexicon::Lexicon;
use super::member_number::Numbers;
use super::{Found, Naming};
use super::{address, email, marking, name, passport, pattern, plain, plate, qq, sensitive, wechat};
use crate::gate::carrier::Piece;
use crate::gate::policy::Policy;

/// A name may begin.
const NAME: u8 = 1;
/// A label may begin behind which something is looked for.
const LABEL: u8 = 2;
/// A number plate may begin.
const PLATE: u8 = 4;
/// A numbered part of an address may end: 5号, 302室.
const ADDRESS: u8 = 8;
/// A mark of secrecy may begin.
const MARKING: u8 = 16;
/// The text is not plain: it is made plain first, and read anew.
const ODD: u8 = 32;

/// All words of a site that are looked for.
#[derive(Debug)]
pub(super) struct Watch {
    /// What may begin with a sign, for all signs of the basic plane.
    begins: Box<[u8]>,
    /// Whether anything may begin with a sign: small enough for the nearest cache of a core.
    is_start: Box<[u64; 1024]>,
    names: name::Names,
    labels: Lexicon,
    numbers: Numbers,
    patterns: pattern::Forms,
    emails: email::Emails,
}

/// What a pass has come by, for detectors that need more than one place.
#[derive(Debug)]
pub(super) struct Pass<'p> {
    pub(super) piece: &'p Piece<'p>,
    pub(super) naming: Naming<'p>,
    pub(super) found: &'p mut Vec<Found>,
    pub(super) names_seen: name::Seen,
    /// Where the last label of a QQ number ends.
    pub(super) qq: Option<usize>,
    /// Where the last label of a WeChat name ends.
    pub(super) wechat: Option<usize>,
}

/// How a pass ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ended {
    AtTheEnd,
    AtOddSigns,
}

impl Watch {
    /// Prepares for a policy.
    pub(super) fn new(policy: &Policy) -> Self {
        let names = name::Names::new(policy);
        let labels = Lexicon::new(trigger_words().map(|word| (word.to_owned(), None)));
        let numbers = Numbers::new(policy);
        let mut begins = vec![0u8; 0x1_0000].into_boxed_slice();
        let mut mark = |sign: char, bits: u8| {
            if let Some(begins) = begins.get_mut(sign as usize) {
                *begins |= bits;
            }
        };
        names.first_signs().for_each(|sign| mark(sign, NAME));
        labels.first_signs().for_each(|sign| mark(sign, LABEL));
        plate::PROVINCES.chars().for_each(|sign| mark(sign, PLATE));
        address::ENDS.chars().for_each(|sign| mark(sign, ADDRESS));
        marking::BEGINS.chars().for_each(|sign| mark(sign, MARKING));
        plain::odd_signs().for_each(|sign| mark(sign, ODD));
        let (patterns, emails) = (pattern::Forms::new(policy), email::Emails::new(policy));
        let mut is_start = Box::new([0u64; 1024]);
        for (number, _) in begins.iter().enumerate().filter(|(_, begins)| **begins != 0) {
            is_start[number >> 6] |= 1 << (number & 63);
        }
        Self { begins, is_start, names, labels, numbers, patterns, emails }
    }

    /// Looks at a piece; `found` holds what the digits have told of this piece, and gets what words tell.
    pub(super) fn look(&self, piece: &Piece<'_>, naming: Naming<'_>, found: &mut Vec<Found>) {
        let n_before = found.len();
        if self.pass(piece, naming, found) == Ended::AtTheEnd {
            return;
        }
        found.truncate(n_before);
        let plain = plain::Plain::new(piece.text);
        let straight = Piece { text: plain.text(), headings: piece.headings, inside: piece.inside };
        self.all(&straight, naming, found);
        for found in &mut found[n_before..] {
            found.range = plain.range(&found.range);
        }
    }

    /// One pass that gives up where the text is not plain.
    fn pass(&self, piece: &Piece<'_>, naming: Naming<'_>, found: &mut Vec<Found>) -> Ended {
        let mut pass = Pass::new(piece, naming, found);
        if self.walk(&mut pass, ODD) == Ended::AtOddSigns {
            return Ended::AtOddSigns;
        }
        self.finish(&mut pass);
        Ended::AtTheEnd
    }

    fn all(&self, piece: &Piece<'_>, naming: Naming<'_>, found: &mut Vec<Found>) {
        let mut pass = Pass::new(piece, naming, found);
        self.walk(&mut pass, 0);
        self.finish(&mut pass);
    }

    fn finish(&self, pass: &mut Pass<'_>) {
        self.patterns.look(pass);
        sensitive::look_at_columns(pass);
        address::look_at_columns(pass);
    }

    fn walk(&self, pass: &mut Pass<'_>, odd: u8) -> Ended {
        let text = pass.piece.text;
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            if byte >= 0xe0 {
                at = match self.sign(pass, at, odd) {
                    Some(next) => next,
                    None => return Ended::AtOddSigns,
                };
            } else if byte.is_ascii_alphanumeric() {
                let end = at + bytes[at..].iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(bytes.len() - at);
                self.token(pass, at, end);
                at = end;
            } else {
                match byte {
                    b'@' => self.emails.look(pass, at),
                    b'%' if odd != 0 && plain::is_escape(&bytes[at..]) => return Ended::AtOddSigns,
                    0xc2 | 0xcd | 0xd8 if odd != 0 && plain::is_odd_pair(&bytes[at..]) => return Ended::AtOddSigns,
                    _ => {}
                }
                at += 1;
            }
        }
        Ended::AtTheEnd
    }

    /// Looks at a sign of three bytes or more; gives where to go on, or nothing where an odd sign ends the pass.
    #[inline]
    fn sign(&self, pass: &mut Pass<'_>, at: usize, odd: u8) -> Option<usize> {
        let bytes = pass.piece.text.as_bytes();
        if bytes[at] >= 0xf0 {
            return Some(self.rare(pass, at));
        }
        let number = wide(bytes, at);
        if self.is_start[number >> 6] & 1 << (number & 63) == 0 {
            return Some(at + 3);
        }
        let begins = self.begins[number];
        if begins & odd != 0 {
            return None;
        }
        Some(self.begun(pass, at, begins))
    }

    fn begun(&self, pass: &mut Pass<'_>, at: usize, begins: u8) -> usize {
        let text = pass.piece.text;
        let bytes = text.as_bytes();
        let next = bytes.get(at + 3).copied().unwrap_or_default();
        if begins & (NAME | LABEL) != 0 && (0xe3..0xf0).contains(&next) {
            let pair = (sign_of(wide(bytes, at)), sign_of(wide(bytes, at + 3)));
            let is_name = begins & NAME != 0 && (next == 0xe3 || self.names.may_begin(pair));
            if let Some(end) = is_name.then(|| self.names.look(pass, at)).flatten() {
                return end;
            }
            if begins & LABEL != 0 && (next == 0xe3 || self.labels.may_begin(pair.0, pair.1)) {
                self.label(pass, at);
            }
        } else if begins & (NAME | LABEL) != 0 && matches!(next, b' ' | 0xc2 | 0xe2 | 0xf0..) {
            if let Some(end) = self.names.look(pass, at) {
                return end;
            }
            self.label(pass, at);
        }
        if begins & PLATE != 0 && next < 0x80 {
            plate::look(pass, at);
        }
        if begins & ADDRESS != 0 {
            address::look(pass, at);
        }
        if begins & MARKING != 0 {
            marking::look(pass, at);
        }
        at + 3
    }

    /// Signs beyond the basic plane: rare family names.
    fn rare(&self, pass: &mut Pass<'_>, at: usize) -> usize {
        self.names.look(pass, at).unwrap_or(at + 4)
    }

    fn label(&self, pass: &mut Pass<'_>, at: usize) {
        let Some(word) = self.labels.longest(pass.piece.text, at) else { return };
        let end = word.end;
        qq::note(pass, at, end);
        wechat::note(pass, at, end);
        sensitive::look(pass, at, end);
        address::look_behind(pass, at, end);
    }

    /// Looks at a token of Latin letters and digits.
    fn token(&self, pass: &mut Pass<'_>, at: usize, end: usize) {
        self.numbers.look(pass, at, end);
        match end - at {
            1 => wechat::note_letter(pass, at, end),
            2 => {
                qq::note(pass, at, end);
                wechat::note(pass, at, end);
                self.emails.look_written_out(pass, at, end);
            }
            8..=11 => passport::look(pass, at, end),
            _ => {}
        }
        if pass.qq.is_some() {
            qq::look(pass, at, end);
        }
        if end - at >= 4 {
            wechat::look(pass, at, end);
        }
    }
}

impl<'p> Pass<'p> {
    fn new(piece: &'p Piece<'_>, naming: Naming<'p>, found: &'p mut Vec<Found>) -> Self {
        let headings = piece.headings;
        let headed = |label| headings.iter().any(|heading| heading.labels().has(label)).then_some(0);
        Self { piece, naming, found, names_seen: name::Seen::default(), qq: headed(Label::Qq), wechat: headed(Label::Wechat) }
    }
}

/// Words behind which a detector of this pass looks for something.
fn trigger_words() -> impl Iterator<Item = &'static str> {
    let lists = [qq::WORDS, wechat::WORDS, sensitive::WORDS, address::WORDS];
    lists.into_iter().flat_map(|list| list.split(' '))
}

/// The sign of three bytes at `at`, as its number.
#[inline]
fn wide(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at..at + 3) {
        Some(&[a, b, c]) => (a as usize & 15) << 12 | (b as usize & 63) << 6 | c as usize & 63,
        _ => 0,
    }
}

#[inline]
fn sign_of(number: usize) -> char {
    char::from_u32(number as u32).unwrap_or_default()
}

#[cfg(test)]
mod tests;
