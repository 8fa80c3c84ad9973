//! Numbers, texts and dates that a formula names.

use std::ops::Range;

use sqlparser::ast::{Expr, UnaryOperator, Value, ValueWithSpan};

use super::fault::FormulaFault;
use super::kind::Gives;
use super::parse::Text;
use crate::diag::codes;
use crate::metrics::amount::Amount;
use crate::model::number::parse_number;

/// Writes a literal as SQL.
///
/// - Codes: F107 of a form that is not allowed, F124 a number with too many digits.
pub(super) fn write(text: &Text<'_>, value: &ValueWithSpan, sql: &mut String) -> Result<Gives, FormulaFault> {
    let range = text.range(value.span);
    match &value.value {
        Value::Number(written, false) => {
            let (amount, is_real) = number(written, range)?;
            sql.push_str(&number_sql(amount, is_real));
            Ok(if is_real { Gives::Real } else { Gives::Whole })
        }
        Value::SingleQuotedString(written) => {
            sql.push_str(&text_sql(written));
            Ok(Gives::Text)
        }
        Value::Boolean(is_true) => {
            sql.push(if *is_true { '1' } else { '0' });
            Ok(Gives::Whole)
        }
        Value::Null => {
            sql.push_str("null");
            Ok(Gives::Anything)
        }
        _ => {
            let part = text.written(&range);
            Err(FormulaFault::new(&codes::not_allowed_in_formula, range).with("part", part))
        }
    }
}

/// A number as written, and whether it has a point.
pub(super) fn number(written: &str, range: Range<usize>) -> Result<(Amount, bool), FormulaFault> {
    // SQL allows `.5` and `5.`, which nobody else does.
    let plain =
        format!("{}{written}{}", if written.starts_with('.') { "0" } else { "" }, if written.ends_with('.') { "0" } else { "" });
    match parse_number(&plain) {
        Ok(number) => Ok((Amount::from(number), written.contains(['.', 'e', 'E']))),
        Err(_) => Err(FormulaFault::new(&codes::number_too_long_in_formula, range).with("part", written)),
    }
}

pub(super) fn number_sql(amount: Amount, is_real: bool) -> String {
    let written = decimal(amount);
    if is_real && !written.contains('.') { format!("{written}.0") } else { written }
}

/// All digits: what was read from at most eighteen digits has no more behind the point.
fn decimal(amount: Amount) -> String {
    let written = amount.rounded(18, crate::metrics::amount::Rounding::HalfUp);
    written.trim_end_matches('0').trim_end_matches('.').to_owned()
}

pub(super) fn text_sql(written: &str) -> String {
    format!("'{}'", written.replace('\'', "''"))
}

/// Whether a part is written out: `'theme_day'`, `3`, `-1`.
pub(super) fn is_one(part: &Expr) -> bool {
    match part {
        Expr::Value(_) => true,
        Expr::UnaryOp { op: UnaryOperator::Minus, expr } => matches!(**expr, Expr::Value(_)),
        _ => false,
    }
}

/// The text of a literal.
pub(super) fn text_of(part: &Expr) -> Option<&str> {
    match part {
        Expr::Value(ValueWithSpan { value: Value::SingleQuotedString(text), .. }) => Some(text),
        _ => None,
    }
}

/// A day is compared as text, so it must be written as days are kept: `2024-09-01`, or its beginning.
///
/// - Codes: F122 another form.
pub(super) fn expect_date_form(text: &Text<'_>, compared_with: Gives, part: &Expr) -> Result<(), FormulaFault> {
    if !matches!(compared_with, Gives::Date | Gives::Month) {
        return Ok(());
    }
    match text_of(part) {
        Some(written) if !is_date_form(written) => {
            Err(FormulaFault::new(&codes::date_form_in_formula, text.range_of(part)).with("part", written))
        }
        _ => Ok(()),
    }
}

/// `2024`, `2024-09`, `2024-09-01`, `2024-09-01T14:30`.
pub(super) fn is_date_form(written: &str) -> bool {
    const FORM: &str = "0000-00-00T00:00";
    let fits = |(written, form): (char, char)| if form == '0' { written.is_ascii_digit() } else { written == form };
    matches!(written.len(), 4 | 7 | 10 | 16) && written.chars().zip(FORM.chars()).all(fits)
}
