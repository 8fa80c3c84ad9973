//! A number of SQL to an exact integer of a scale.

use rusqlite::types::ValueRef;

/// Digits behind the point in which sums are kept whose summands are no single column: as many as a real number of SQL has.
pub(super) const FREE_SCALE: u8 = 18;

/// Above it a real number has no fraction that could be lost.
const WHOLE_FROM: f64 = 9_007_199_254_740_992.0;

/// What integers stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Raw {
    /// Units of the scale.
    Scaled,
    /// Themselves.
    Natural,
}

/// The number in units of ten to the power of minus `scale`, and whether SQL has it as a real number; `None` for what is no number.
pub(super) fn fixed(value: ValueRef<'_>, scale: u8, raw: Raw) -> Option<(i128, bool)> {
    match (value, raw) {
        (ValueRef::Integer(number), Raw::Scaled) => Some((i128::from(number), false)),
        (ValueRef::Integer(number), Raw::Natural) => Some((i128::from(number).checked_mul(power(scale))?, false)),
        (ValueRef::Real(number), _) => Some((fixed_real(number, scale)?, true)),
        _ => None,
    }
}

/// Ten to the power of a scale.
pub(in crate::metrics) fn power(scale: u8) -> i128 {
    10_i128.pow(u32::from(scale))
}

fn fixed_real(number: f64, scale: u8) -> Option<i128> {
    if !number.is_finite() {
        return None;
    }
    // Numbers of ledgers have few digits: those with at most six behind the point are found without writing them down.
    let millionths = (number * 1e6).round();
    if scale >= 6 && millionths.abs() < WHOLE_FROM && millionths / 1e6 == number {
        return (millionths as i128).checked_mul(power(scale - 6));
    }
    // The shortest digits that mean this number are those that a person would write.
    let text = number.to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let kept = &fraction[..fraction.len().min(usize::from(scale))];
    let digits: i128 = format!("{whole}{kept}").parse().ok()?;
    digits.checked_mul(power(scale - kept.len() as u8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_real_number_is_the_decimal_that_a_person_would_write() {
        let fixed = |number: f64| fixed(ValueRef::Real(number), FREE_SCALE, Raw::Natural);
        assert_eq!(fixed(0.1), Some((100_000_000_000_000_000, true)));
        assert_eq!(fixed(-2.5), Some((-2_500_000_000_000_000_000, true)));
        assert_eq!(fixed(1.0 / 3.0), Some((333_333_333_333_333_300, true)));
        assert_eq!(fixed(-0.123_456_789), Some((-123_456_789_000_000_000, true)));
        assert_eq!(fixed(f64::INFINITY), None);
    }
}
