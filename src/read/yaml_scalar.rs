//! A plain YAML scalar to its value: YAML 1.2's core schema, and dates and times in the forms of TOML.

use jiff::civil::{Date, DateTime, Time};

use super::tree::Value;

/// What a scalar is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Scalar {
    /// A value.
    Value(Value),
    /// A number that cannot be calculated with.
    OutOfRange,
    /// The form of a date or time, but none.
    NoSuchDay,
}

/// Reads a scalar that stands without quotes.
pub(super) fn read_scalar(text: &str) -> Scalar {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Scalar::Value(Value::Null),
        "true" | "True" | "TRUE" => return Scalar::Value(Value::Bool(true)),
        "false" | "False" | "FALSE" => return Scalar::Value(Value::Bool(false)),
        _ => {}
    }
    // Nearly all scalars are words.
    if !text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.')) {
        return Scalar::Value(Value::Text(text.to_owned()));
    }
    integer(text)
        .or_else(|| float(text))
        .or_else(|| date_or_time(text))
        .unwrap_or_else(|| Scalar::Value(Value::Text(text.to_owned())))
}

fn integer(text: &str) -> Option<Scalar> {
    let number = match text.get(..2) {
        Some("0x") => i64::from_str_radix(all_digits(&text[2..], 16)?, 16),
        Some("0o") => i64::from_str_radix(all_digits(&text[2..], 8)?, 8),
        _ => {
            let digits = all_digits(text.strip_prefix(['+', '-']).unwrap_or(text), 10)?;
            // `01234` is the number of a member or a postcode; as a number it would lose its zero.
            if digits.len() > 1 && digits.starts_with('0') {
                return None;
            }
            text.parse()
        }
    };
    Some(number.map_or(Scalar::OutOfRange, |number| Scalar::Value(Value::Integer(number))))
}

fn all_digits(text: &str, radix: u32) -> Option<&str> {
    (!text.is_empty() && text.chars().all(|c| c.is_digit(radix))).then_some(text)
}

fn float(text: &str) -> Option<Scalar> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF" | ".nan" | ".NaN" | ".NAN") {
        return Some(Scalar::OutOfRange);
    }
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let has_zero = whole.len() > 1 && whole.starts_with('0');
    if has_zero || !is_number(whole) || !is_number(fraction) || whole.is_empty() && fraction.is_empty() {
        return None;
    }
    if let Some(exponent) = exponent {
        all_digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent), 10)?;
    }
    let number: f64 = text.parse().ok()?;
    Some(if number.is_finite() { Scalar::Value(Value::Float(number)) } else { Scalar::OutOfRange })
}

fn date_or_time(text: &str) -> Option<Scalar> {
    if has_form(text, "00:00") || has_form(text, "00:00:00") {
        return Some(time(text).map_or(Scalar::NoSuchDay, |time| Scalar::Value(Value::Time(time))));
    }
    let day = text.get(..10).filter(|day| has_form(day, "0000-00-00"))?;
    let rest = &text[10..];
    if rest.is_empty() {
        return Some(date(day).map_or(Scalar::NoSuchDay, |date| Scalar::Value(Value::Date(date))));
    }
    let clock = without_offset(rest.strip_prefix(['T', 't', ' '])?.trim_start());
    if !has_form(clock, "00:00") && !has_form(clock, "00:00:00") {
        return None;
    }
    let moment = date(day).zip(time(clock)).map(|(date, time)| DateTime::from_parts(date, time));
    Some(moment.map_or(Scalar::NoSuchDay, |moment| Scalar::Value(Value::DateTime(moment))))
}

/// The time of day without time zone and fractions of seconds, which no page shows.
fn without_offset(clock: &str) -> &str {
    let end = clock.find(['Z', 'z', '+', '-', '.']).unwrap_or(clock.len());
    let rest = &clock[end..];
    let is_offset = rest.chars().all(|c| c.is_ascii_digit() || matches!(c, 'Z' | 'z' | '+' | '-' | ':' | '.' | ' '));
    if is_offset { clock[..end].trim_end() } else { clock }
}

/// Whether a text has digits where `form` has, and the same marks elsewhere.
fn has_form(text: &str, form: &str) -> bool {
    text.len() == form.len() && text.bytes().zip(form.bytes()).all(|(a, b)| if b == b'0' { a.is_ascii_digit() } else { a == b })
}

fn date(text: &str) -> Option<Date> {
    let number = |range: std::ops::Range<usize>| text[range].parse::<i16>().ok();
    Date::new(number(0..4)?, number(5..7)? as i8, number(8..10)? as i8).ok()
}

fn time(text: &str) -> Option<Time> {
    let number = |part: Option<&str>| part.map_or(Some(0), |part| part.parse::<i8>().ok());
    let mut parts = text.split(':');
    Time::new(number(parts.next())?, number(parts.next())?, number(parts.next())?, 0).ok()
}
