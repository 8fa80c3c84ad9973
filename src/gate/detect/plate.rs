//! A province's sign with a letter and five or six more to number plates of cars.

use super::Found;
use super::label::{self, Label};
use super::watch::Pass;
use crate::gate::hit::{HitKind, Secret, Tier};

/// Signs of provinces, as plates begin.
pub(super) const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

/// Signs that end plates of certain vehicles.
const LAST: &str = "学警挂港澳使领超试";

/// Looks behind the sign of a province.
pub(super) fn look(pass: &mut Pass<'_>, at: usize) {
    let text = pass.piece.text;
    let rest = &text[at + 3..];
    let Some(letter) = rest.bytes().next().filter(|byte| is_letter(byte.to_ascii_uppercase())) else { return };
    let behind = &rest[1..];
    let body = behind.trim_start_matches(['·', '•', '.', '-', ' ', '・']);
    if behind.len() - body.len() > 3 {
        return;
    }
    let number: String = body.chars().take_while(char::is_ascii_alphanumeric).take(7).collect();
    let last = body[number.len()..].chars().next().filter(|sign| LAST.contains(*sign));
    let upper = number.to_ascii_uppercase();
    if !is_number(upper.as_bytes(), last.is_some()) {
        return;
    }
    let range = at..text.len() - body.len() + number.len() + last.map_or(0, char::len_utf8);
    let labels = label::near(pass.piece, &range);
    let is_upper = letter.is_ascii_uppercase() && upper == number;
    let tier = match labels.has(Label::Plate) {
        true => Tier::Block,
        false if is_upper && !labels.has(Label::Harmless) => Tier::Ask,
        false => return,
    };
    let province = text[at..].chars().next().unwrap_or_default();
    let secret =
        format!("{province}{}{upper}{}", letter.to_ascii_uppercase() as char, last.map(String::from).unwrap_or_default());
    pass.found.push(Found { kind: HitKind::Plate, tier, secret: Secret::new(secret), range });
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_uppercase() && !matches!(byte, b'I' | b'O')
}

/// Five signs with at most two letters, four before a Chinese sign, or six with the letter of electric cars.
fn is_number(number: &[u8], has_last: bool) -> bool {
    let n_letters = number.iter().filter(|byte| byte.is_ascii_uppercase()).count();
    if !number.iter().all(|byte| byte.is_ascii_digit() || is_letter(*byte)) {
        return false;
    }
    let is_electric = |byte: &u8| matches!(byte, b'A'..=b'H' | b'J' | b'K');
    let is_digits = |bytes: &[u8]| bytes.iter().all(u8::is_ascii_digit);
    match (number, has_last) {
        ([_, _, _, _], true) => n_letters <= 1,
        ([_, _, _, _, _], _) => n_letters <= 2,
        ([first, second, rest @ ..], false) if number.len() == 6 => {
            is_electric(first) && is_letter_or_digit(*second) && is_digits(rest)
                || number.last().is_some_and(is_electric) && is_digits(&number[..5])
        }
        _ => false,
    }
}

fn is_letter_or_digit(byte: u8) -> bool {
    byte.is_ascii_digit() || is_letter(byte)
}
