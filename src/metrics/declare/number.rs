//! Numbers of a declaration, exactly as they were written.

use crate::diag::codes;
use crate::metrics::amount::Amount;
use crate::model::form::Form;
use crate::model::number::parse_number;
use crate::read::{Node, Value};

/// A number with what its writing tells beside its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WrittenNumber {
    /// `95%` is 0.95.
    pub(super) amount: Amount,
    /// Digits behind the point; of a percentage those of the percentage.
    pub(super) n_decimals: u8,
    /// Whether it has a percent sign.
    pub(super) is_percent: bool,
}

/// A number from its text: `0.95`, `95%`, `１，２００`.
pub(super) fn parse(written: &str) -> Option<WrittenNumber> {
    let plain = written.trim();
    let digits = plain.strip_suffix(['%', '％']);
    let number = parse_number(digits.unwrap_or(plain)).ok()?;
    let fraction = digits.unwrap_or(plain).split_once(['.', '．']).map_or(0, |(_, fraction)| fraction.trim().chars().count());
    let number =
        WrittenNumber { amount: Amount::from(number), n_decimals: u8::try_from(fraction).ok()?, is_percent: digits.is_some() };
    if !number.is_percent {
        return Some(number);
    }
    Some(WrittenNumber { amount: number.amount.div(Amount::from(100))?, ..number })
}

/// The number behind a key, `95%` as a text included.
///
/// - Codes: F003 no number.
pub(super) fn of_key(form: &mut Form<'_>, key: &'static str) -> Option<WrittenNumber> {
    let node = form.node(key)?;
    let number = of_node(node);
    if number.is_none() {
        form.found.push(codes::not_an_amount.at(form.place(node.span)).with("key", key));
    }
    number
}

/// The number of a node.
pub(super) fn of_node(node: &Node) -> Option<WrittenNumber> {
    match &node.value {
        Value::Integer(number) => {
            Some(WrittenNumber { amount: Amount::from(i128::from(*number)), n_decimals: 0, is_percent: false })
        }
        // The shortest form that gives the same binary fraction is what was written.
        Value::Float(number) => parse(&number.to_string()),
        Value::Text(text) => parse(text),
        _ => None,
    }
}
