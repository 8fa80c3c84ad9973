//! A number as an author wrote it in a sentence, to whether it is the computed one.

use crate::metrics::{Amount, MetricSpec, Rounding};
use crate::model::number::parse_number;

/// Ten thousand and a hundred million, as Chinese writes large numbers.
const MYRIADS: [(char, i128); 2] = [('\u{4e07}', 10_000), ('\u{4ebf}', 100_000_000)];

/// A number in a sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stated {
    value: Amount,
    n_decimals: u8,
    /// 1, ten thousand or a hundred million.
    unit: i128,
    is_percent: bool,
}

/// Reads the one number of a text such as `95%`, `690 人次`, `1,234`, `1.2 万元`; `None` if there is none, or more than one.
pub(super) fn read(text: &str) -> Option<Stated> {
    let plain: String = text.trim().chars().map(narrow).collect();
    let start = plain.find(|c: char| c.is_ascii_digit())?;
    let n_number = plain[start..].find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).unwrap_or(plain.len() - start);
    let (number, rest) = plain[start..].split_at(n_number);
    if rest.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // A full stop or comma behind a number ends the phrase, not the number.
    let number = number.trim_end_matches(['.', ',']);
    let is_negative = plain[..start].trim_end().ends_with('-');
    let value = Amount::from(parse_number(number).ok()?);
    let value = if is_negative { Amount::ZERO.sub(value)? } else { value };
    let rest = rest.trim_start();
    let unit = MYRIADS.iter().find(|(sign, _)| rest.starts_with(*sign)).map_or(1, |(_, unit)| *unit);
    let n_decimals = number.split_once('.').map_or(0, |(_, fraction)| fraction.len() as u8);
    Some(Stated { value, n_decimals, unit, is_percent: rest.starts_with('%') })
}

/// Whether a stated number is the value of a metric.
///
/// It is compared as it is shown: `95%` is the value that reads `95.0%`, and not the one that reads `95.3%`. More digits than are
/// shown, or a number in ten thousands, must be the value rounded to just those digits.
pub(super) fn is_right(stated: Stated, spec: &MetricSpec, value: Amount) -> bool {
    let is_percent = spec.unit == "percent";
    if stated.is_percent && !is_percent {
        return false;
    }
    let shown = if is_percent { value.mul(Amount::from(100)).unwrap_or(value) } else { value };
    if stated.unit > 1 {
        let scaled = shown.div(Amount::from(stated.unit));
        return scaled.is_some_and(|scaled| scaled.round(stated.n_decimals, Rounding::HalfUp) == stated.value);
    }
    stated.value == shown.round(stated.n_decimals.max(spec.n_decimals), spec.rounding)
}

/// Full-width digits and signs as their narrow forms.
fn narrow(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{2212}' => '-',
        '\u{3000}' => ' ',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reads(text: &str) -> Option<(String, i128, bool)> {
        read(text).map(|stated| (stated.value.to_open(), stated.unit, stated.is_percent))
    }

    #[test]
    fn a_number_is_read_as_authors_write_it() {
        for (text, value, unit, is_percent) in [
            ("95%", "95", 1, true),
            ("95.0 %", "95", 1, true),
            ("９５．０％", "95", 1, true),
            ("690 人次", "690", 1, false),
            ("共 1,234 元", "1234", 1, false),
            ("1.2万元", "1.2", 10_000, false),
            ("-3", "-3", 1, false),
            ("22。", "22", 1, false),
        ] {
            assert_eq!(reads(text), Some((value.to_owned(), unit, is_percent)), "{text}");
        }
        for text in ["", "九成五", "690/726", "2024年3月", "1,23"] {
            assert_eq!(reads(text), None, "{text}");
        }
    }
}
