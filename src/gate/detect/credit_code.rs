//! Unified social credit codes: 18 signs of `0-9A-HJ-NPQRTUWXY`, the last by weights 3^i modulo 31 (GB 32100).
//!
//! They are public knowledge of organisations; those of one-person businesses point at persons, so these ask.

use super::border;
use super::stretch::Group;
use super::window::Verdict;
use crate::gate::hit::{HitKind, Tier};

/// Signs by their value.
const SIGNS: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// How many digits stand together in a code at least: its kind and its area.
pub(super) const FEWEST: usize = 7;

/// How many signs it has.
const LENGTH: usize = 18;

/// The code around a group of digits, with its place.
pub(super) fn around(text: &str, group: &Group) -> Option<(std::ops::Range<usize>, Verdict)> {
    if group.n > LENGTH {
        return None;
    }
    let head = text[..group.start].chars().rev().take_while(|character| folded(*character).is_some());
    let tail = text[group.end..].chars().take_while(|character| folded(*character).is_some());
    let start = group.start - head.take(LENGTH).map(char::len_utf8).sum::<usize>();
    let end = group.end + tail.take(LENGTH).map(char::len_utf8).sum::<usize>();
    let signs: Vec<u8> = text[start..end].chars().filter_map(folded).collect();
    let is_token = border::before(text, start) == border::Border::Open && border::is_behind(text, end);
    (is_token && is_code(&signs)).then(|| (start..end, verdict(&signs)))
}

fn folded(character: char) -> Option<u8> {
    let half = match character {
        '\u{ff10}'..='\u{ff5a}' => char::from_u32(character as u32 - 0xfee0)?,
        _ => character,
    };
    half.is_ascii_alphanumeric().then(|| half.to_ascii_uppercase() as u8)
}

fn verdict(signs: &[u8]) -> Verdict {
    let is_of_a_person = signs.starts_with(b"92") || signs.starts_with(b"93");
    let tier = if is_of_a_person { Tier::Ask } else { Tier::Warn };
    Verdict::new(HitKind::CreditCode, tier, String::from_utf8_lossy(signs))
}

/// Whether 18 signs are a code: body, kind, area, and the check sign.
fn is_code(signs: &[u8]) -> bool {
    let has_form = signs.len() == LENGTH
        && matches!(signs[0], b'1'..=b'9' | b'A' | b'N' | b'Y')
        && matches!(signs[1], b'1'..=b'9')
        && signs[2..8].iter().all(u8::is_ascii_digit)
        && (super::resident_id::is_province(&signs[2..4]) || &signs[2..4] == b"10");
    has_form && check_sign(&signs[..17]) == Some(signs[17])
}

/// The check sign of 17 signs; `None` if one of them is no sign of such a code.
pub(super) fn check_sign(signs: &[u8]) -> Option<u8> {
    let mut sum = 0;
    let mut weight = 1;
    for sign in signs {
        sum += SIGNS.iter().position(|known| known == sign)? * weight % 31;
        weight = weight * 3 % 31;
    }
    Some(SIGNS[(31 - sum % 31) % 31])
}
