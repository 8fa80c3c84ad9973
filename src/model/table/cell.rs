//! What an author wrote into a cell to a value of its column's type, or to the fault that is in it.

use jiff::civil::Date;

use super::super::date::{DateFault, Month, parse_date, parse_month};
use super::super::number::{Decimal, NumberFault, narrow, parse_number};
use super::super::vocabulary::Vocabulary;
use super::schema::{ColumnSchema, Kind, Range};
use crate::diag::{Code, Diagnostic, Place, codes, nearest};
use crate::read::{ITEM_END, is_zero_width};

/// An understood value, not yet in its column.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Meaning {
    Empty,
    Text(String),
    Integer(i64),
    Number(Decimal),
    Bool(bool),
    Date(Date),
    Month(Month),
    List(Vec<Meaning>),
}

/// What is wrong with a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Fault {
    Missing,
    NotANumber,
    TooLarge,
    NotWhole,
    OutOfRange(Range),
    PercentOutOfRange,
    NotABool,
    NotADate,
    Impossible,
    NoDay,
    NotAMonth,
    NotAWord,
    Rounded,
    IsList,
}

/// Understands a cell.
pub(super) fn understand(column: &ColumnSchema, vocabulary: &Vocabulary, written: &str) -> Result<Meaning, Fault> {
    let is_written_list = written.contains(ITEM_END);
    let meaning = match column.is_list {
        true => {
            let marks: &[char] = if is_written_list { &[ITEM_END] } else { &[';', '；', '、'] };
            let mut items = Vec::new();
            for item in written.split(marks) {
                match one(column, vocabulary, item)? {
                    Meaning::Empty => {}
                    item => items.push(item),
                }
            }
            if items.is_empty() { Meaning::Empty } else { Meaning::List(items) }
        }
        false if is_written_list => return Err(Fault::IsList),
        false => one(column, vocabulary, written)?,
    };
    if column.is_required && meaning == Meaning::Empty { Err(Fault::Missing) } else { Ok(meaning) }
}

fn one(column: &ColumnSchema, vocabulary: &Vocabulary, written: &str) -> Result<Meaning, Fault> {
    let text = written.trim_matches(|c: char| c.is_whitespace() || is_zero_width(c));
    if text.is_empty() {
        return Ok(Meaning::Empty);
    }
    Ok(match &column.kind {
        Kind::Text if column.is_key || column.is_unique => Meaning::Text(id(text)?),
        Kind::Text if is_rounded(text) => return Err(Fault::Rounded),
        Kind::Text => Meaning::Text(text.to_owned()),
        Kind::Row(_) | Kind::Entry(_) => Meaning::Text(id(text)?),
        Kind::Integer => Meaning::Integer(number(column, text)?.to_integer().ok_or(Fault::NotWhole)?),
        Kind::Number => Meaning::Number(number(column, text)?),
        Kind::Bool => Meaning::Bool(flag(text).ok_or(Fault::NotABool)?),
        Kind::Date => Meaning::Date(parse_date(&visible(text)).map_err(|fault| match fault {
            DateFault::NotADate => Fault::NotADate,
            DateFault::Impossible => Fault::Impossible,
            DateFault::NoDay => Fault::NoDay,
        })?),
        Kind::Month => Meaning::Month(parse_month(&visible(text)).ok_or(Fault::NotAMonth)?),
        Kind::Word(group) => {
            let word = vocabulary.resolve(group, &visible(text)).ok_or(Fault::NotAWord)?;
            Meaning::Text(word.to_owned())
        }
        Kind::OneOf(words) => {
            let text = visible(text);
            Meaning::Text(words.iter().find(|word| **word == text).ok_or(Fault::NotAWord)?.clone())
        }
    })
}

fn number(column: &ColumnSchema, text: &str) -> Result<Decimal, Fault> {
    let text = visible(text);
    let (plain, is_percent) = match text.strip_suffix(['%', '％']) {
        Some(plain) if column.is_percent() => (plain, true),
        _ => (text.as_str(), false),
    };
    let number = parse_number(plain).map_err(|fault| match fault {
        NumberFault::NotANumber => Fault::NotANumber,
        NumberFault::TooLarge => Fault::TooLarge,
    })?;
    let number = if is_percent { number.hundredth().ok_or(Fault::TooLarge)? } else { number };
    let limits = column.limits();
    if limits.min.is_some_and(|min| number < min) || limits.max.is_some_and(|max| number > max) {
        return Err(if column.is_percent() { Fault::PercentOutOfRange } else { Fault::OutOfRange(limits) });
    }
    Ok(number)
}

fn flag(text: &str) -> Option<bool> {
    let plain: String = text.chars().map(narrow).collect();
    Some(match plain.to_ascii_lowercase().as_str() {
        "是" | "有" | "√" | "✓" | "✔" | "1" | "true" | "yes" => true,
        "否" | "无" | "×" | "✗" | "✘" | "0" | "false" | "no" => false,
        _ => return None,
    })
}

/// A key: what cannot be seen is taken out, and letters and digits are of one width, because people cannot tell them apart.
fn id(text: &str) -> Result<String, Fault> {
    let id: String = text.chars().filter(|c| !is_zero_width(*c)).map(narrow).collect();
    if is_rounded(&id) { Err(Fault::Rounded) } else { Ok(id.trim().to_owned()) }
}

/// Whether a spreadsheet has turned a long number into `1.10101E+17` or cut it after fifteen digits: `…000`.
fn is_rounded(text: &str) -> bool {
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if let Some((mantissa, exponent)) = text.split_once(['E', 'e']) {
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
        let power = exponent.strip_prefix('+').unwrap_or(exponent);
        return whole.len() == 1
            && is_digits(whole)
            && is_digits(fraction)
            && power.len() == 2
            && is_digits(power)
            && power >= "10";
    }
    text.len() >= 17 && is_digits(text) && text.ends_with("000")
}

fn visible(text: &str) -> String {
    text.chars().filter(|c| !is_zero_width(*c)).collect()
}

impl Fault {
    /// The code of the fault.
    ///
    /// - Codes: M601 not a number, M602 too large, M603 out of range, M604 a percentage out of range, M605 missing, M606 not a word,
    ///   M607 no such day, M608 a date without day, M609 not a date, M610 precision lost, M611 not yes or no, M612 not a month,
    ///   M613 not whole, M614 a list.
    pub(super) fn code(&self) -> &'static Code {
        match self {
            Self::Missing => &codes::missing_value,
            Self::NotANumber => &codes::cell_not_a_number,
            Self::TooLarge => &codes::number_too_large,
            Self::NotWhole => &codes::cell_not_a_whole_number,
            Self::OutOfRange(_) => &codes::value_out_of_range,
            Self::PercentOutOfRange => &codes::percent_out_of_range,
            Self::NotABool => &codes::cell_not_yes_or_no,
            Self::NotADate => &codes::cell_not_a_date,
            Self::Impossible => &codes::cell_no_such_day,
            Self::NoDay => &codes::cell_date_without_day,
            Self::NotAMonth => &codes::cell_not_a_month,
            Self::NotAWord => &codes::word_not_in_list,
            Self::Rounded => &codes::precision_lost,
            Self::IsList => &codes::list_in_cell,
        }
    }

    /// The finding about a cell.
    pub(super) fn describe(&self, column: &ColumnSchema, vocabulary: &Vocabulary, at: Place, written: &str) -> Diagnostic {
        let diagnostic = self.code().at(at).with("column", &column.label).with("value", shown(written));
        match (self, &column.kind) {
            (Self::OutOfRange(range), _) => {
                let min = range.min.map_or("-∞".to_owned(), |min| min.to_string());
                let max = range.max.map_or("+∞".to_owned(), |max| max.to_string());
                diagnostic.with("min", min).with("max", max)
            }
            (Self::NotAWord, Kind::Word(group)) => {
                diagnostic.with_some("near", vocabulary.nearest(group, written)).with("choices", vocabulary.choices(group))
            }
            (Self::NotAWord, Kind::OneOf(words)) => {
                diagnostic.with_some("near", nearest(written, words.iter().map(String::as_str))).with("choices", words.join("、"))
            }
            _ => diagnostic,
        }
    }
}

/// Characters of a value in a message: enough to find it, and the line stays short.
const N_SHOWN: usize = 40;

/// Digits in a row from which on a value may be an identity, phone or card number, of which messages show only the beginning.
const N_SECRET_DIGITS: usize = 11;

/// A value as messages show it: on one line, not too long, and never a whole number of a person.
pub(super) fn shown(written: &str) -> String {
    let mut shown = String::new();
    let mut digits = String::new();
    for c in written.trim().chars().chain(['\0']) {
        if c.is_ascii_alphanumeric() && (c.is_ascii_digit() || matches!(c, 'x' | 'X')) {
            digits.push(c);
            continue;
        }
        let is_secret = digits.len() >= N_SECRET_DIGITS;
        shown.push_str(if is_secret { &digits[..3] } else { &digits });
        if is_secret {
            shown.push('…');
        }
        digits.clear();
        match c {
            '\0' => {}
            ITEM_END => shown.push('、'),
            c if c.is_control() => shown.push(' '),
            c => shown.push(c),
        }
    }
    if shown.chars().count() > N_SHOWN {
        shown = shown.chars().take(N_SHOWN - 1).collect();
        shown.push('…');
    }
    shown
}
