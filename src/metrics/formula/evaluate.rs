//! What the atoms of a slice came to, to the slice's value.
//!
//! The rules are SQLite's: nothing in, nothing out; whole numbers divide without fraction; a division by zero is nothing. The
//! numbers are exact, where SQLite would round.

use super::{AtomValue, Expression, Formula};
use crate::metrics::amount::{Amount, Rounding};

/// Why a value could not be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvalFault {
    /// A number on the way has more digits than there is room for.
    TooLarge,
}

/// Digits behind the point that `round` accepts: more than any ledger has.
const MAX_ROUND: i128 = 12;

impl Formula {
    /// The value of a slice whose atoms came to `atoms`, in the order of [`Formula::atoms`].
    ///
    /// - Result: `None` as a value is SQL's NULL: nothing to aggregate, or a division by zero; the slice is a gap.
    pub fn evaluate(&self, atoms: &[AtomValue]) -> Result<AtomValue, EvalFault> {
        evaluate(&self.expression, atoms)
    }
}

fn evaluate(expression: &Expression, atoms: &[AtomValue]) -> Result<AtomValue, EvalFault> {
    match expression {
        Expression::Number { value, is_real } => Ok(AtomValue { value: Some(*value), is_real: *is_real }),
        Expression::Atom(idx) => Ok(atoms.get(*idx).copied().unwrap_or(NOTHING)),
        Expression::Negative(inner) => {
            let inner = evaluate(inner, atoms)?;
            combine(inner, inner, |value, _| Amount::ZERO.sub(value))
        }
        Expression::Binary(sign, left, right) => binary(*sign, evaluate(left, atoms)?, evaluate(right, atoms)?),
        Expression::Call(name, arguments) => {
            let mut values = Vec::with_capacity(arguments.len());
            for argument in arguments {
                values.push(evaluate(argument, atoms)?);
            }
            call(name, &values)
        }
    }
}

/// SQL's NULL.
const NOTHING: AtomValue = AtomValue { value: None, is_real: false };

fn binary(sign: char, left: AtomValue, right: AtomValue) -> Result<AtomValue, EvalFault> {
    match sign {
        '+' => combine(left, right, Amount::add),
        '-' => combine(left, right, Amount::sub),
        '*' => combine(left, right, Amount::mul),
        _ if right.value == Some(Amount::ZERO) => Ok(NOTHING),
        '/' => {
            let quotient = combine(left, right, Amount::div)?;
            Ok(if quotient.is_real { quotient } else { quotient.map(truncated) })
        }
        _ => remainder(left, right),
    }
}

/// Both numbers lose their fractions first, as in SQLite.
fn remainder(left: AtomValue, right: AtomValue) -> Result<AtomValue, EvalFault> {
    let (left, right) = (left.map(truncated), right.map(truncated));
    if right.value == Some(Amount::ZERO) {
        return Ok(NOTHING);
    }
    combine(left, right, |left, right| {
        let rest = left.to_integer()?.checked_rem(right.to_integer()?)?;
        Some(Amount::from(rest))
    })
}

fn combine(
    left: AtomValue,
    right: AtomValue,
    compute: impl Fn(Amount, Amount) -> Option<Amount>,
) -> Result<AtomValue, EvalFault> {
    let (Some(a), Some(b)) = (left.value, right.value) else { return Ok(NOTHING) };
    let value = compute(a, b).ok_or(EvalFault::TooLarge)?;
    Ok(AtomValue { value: Some(value), is_real: left.is_real || right.is_real })
}

fn call(name: &str, values: &[AtomValue]) -> Result<AtomValue, EvalFault> {
    let first = values.first().copied().unwrap_or(NOTHING);
    match name {
        "nullif" if first.value == values.get(1).and_then(|second| second.value) => Ok(NOTHING),
        "coalesce" => Ok(values.iter().copied().find(|value| value.value.is_some()).unwrap_or(NOTHING)),
        "abs" if first.value.is_some_and(Amount::is_negative) => combine(first, first, |value, _| Amount::ZERO.sub(value)),
        "round" => round(first, values.get(1).copied()),
        _ => Ok(first),
    }
}

fn round(value: AtomValue, digits: Option<AtomValue>) -> Result<AtomValue, EvalFault> {
    let n_decimals = match digits {
        None => 0,
        Some(AtomValue { value: None, .. }) => return Ok(NOTHING),
        Some(AtomValue { value: Some(digits), .. }) => truncated(digits).to_integer().unwrap_or(0).clamp(0, MAX_ROUND),
    };
    let Some(amount) = value.value else { return Ok(NOTHING) };
    // Rounding scales the number up, which must have room.
    let scale = Amount::from(10_i128.pow(n_decimals as u32));
    amount.mul(scale).ok_or(EvalFault::TooLarge)?;
    Ok(AtomValue { value: Some(amount.round(n_decimals as u8, Rounding::HalfUp)), is_real: true })
}

fn truncated(amount: Amount) -> Amount {
    let (numerator, denominator) = amount.parts();
    Amount::from(numerator / denominator)
}

impl AtomValue {
    fn map(self, change: impl Fn(Amount) -> Amount) -> Self {
        Self { value: self.value.map(change), ..self }
    }
}
