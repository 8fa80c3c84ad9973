//! Tokens to passports and travel permits: a letter or two and digits, which block with a label.
//!
//! Without one only the forms of today's ordinary passports ask; codes of rooms, goods and courses have all the other forms.

use super::Found;
use super::label::{self, Label};
use super::watch::Pass;
use crate::gate::hit::{HitKind, Secret, Tier};

/// Looks at a token of eight to eleven signs.
pub(super) fn look(pass: &mut Pass<'_>, at: usize, end: usize) {
    let token = pass.piece.text[at..end].to_ascii_uppercase();
    let Some(form) = form(token.as_bytes()) else { return };
    let range = at..end;
    let labels = label::near(pass.piece, &range);
    let is_labelled = labels.has(Label::Passport) || labels.has(Label::Identity) && form != Form::TaiwanResident;
    let tier = match form {
        _ if is_labelled => Tier::Block,
        Form::Passport if labels.is_empty() && stands_alone(pass.piece.text, at, end) => Tier::Ask,
        _ => return,
    };
    pass.found.push(Found { kind: HitKind::Passport, tier, secret: Secret::new(token), range });
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// `E12345678`, `EA1234567`: ordinary passports.
    Passport,
    /// Seven digits behind a letter, as until 2007, and `D…`, `S…`, `P…`, `SE…`, `H…`, `M…`, `C…`, `W…`, `T…`, `L…`: official passports and travel permits.
    Permit,
    /// Eight digits: what residents of Taiwan carry.
    TaiwanResident,
}

fn form(token: &[u8]) -> Option<Form> {
    let digits = |rest: &[u8], n_digits: usize| rest.len() == n_digits && rest.iter().all(u8::is_ascii_digit);
    match token {
        [b'E' | b'G', rest @ ..] if digits(rest, 8) => {
            // A letter and a year begin the codes of courses and papers.
            let is_year = rest.starts_with(b"19") || rest.starts_with(b"20");
            Some(if is_year { Form::Permit } else { Form::Passport })
        }
        [b'E', b'A'..=b'H' | b'J'..=b'N' | b'P'..=b'Z', rest @ ..] if digits(rest, 7) => Some(Form::Passport),
        [b'D' | b'S' | b'P' | b'C' | b'W' | b'T' | b'L' | b'K', rest @ ..] if digits(rest, 8) => Some(Form::Permit),
        [b'D' | b'S' | b'P' | b'G', rest @ ..] if digits(rest, 7) => Some(Form::Permit),
        [b'H' | b'M', rest @ ..] if digits(rest, 8) || digits(rest, 10) => Some(Form::Permit),
        [b'D' | b'S' | b'P' | b'C', b'A'..=b'Z', rest @ ..] if digits(rest, 7) => Some(Form::Permit),
        rest if digits(rest, 8) => Some(Form::TaiwanResident),
        _ => None,
    }
}

/// Whether a token is no part of a longer code.
fn stands_alone(text: &str, at: usize, end: usize) -> bool {
    let joins = |sign: char| matches!(sign, '-' | '_' | '/' | '.' | '=' | '#' | '&' | '+' | '%' | '@' | '\\');
    let behind = text[end..].chars().next().filter(|sign| *sign != '.');
    !text[..at].ends_with(joins) && !behind.is_some_and(joins)
}
