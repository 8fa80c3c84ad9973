//! Exact numbers: what a formula gives, compared, added, divided and written without binary fractions in between.

use std::cmp::Ordering;

use crate::model::number::Decimal;

/// An exact fraction.
///
/// Ratios of sums of short decimals are what figures are, and a figure that is checked by hand must not end in 0.30000000000000004.
/// What does not fit into 128 bits is told by `None` of the operation, never rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Amount {
    numerator: i128,
    /// Above zero; the fraction is in lowest terms, so that equal amounts are equal bits.
    denominator: i128,
}

/// How a number loses its further digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rounding {
    /// 0.5 becomes 1, −0.5 becomes −1: as people round.
    #[default]
    HalfUp,
    /// A half goes to the even neighbour.
    HalfEven,
    /// Towards zero.
    Down,
    /// Away from zero.
    Up,
}

#[expect(clippy::should_implement_trait, reason = "each says with `None` what does not fit, which an operator cannot")]
impl Amount {
    /// Nothing.
    pub const ZERO: Self = Self { numerator: 0, denominator: 1 };

    /// `numerator` / `denominator`; `None` for a denominator of zero.
    pub fn ratio(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator == 0 {
            return None;
        }
        let divisor = greatest_common_divisor(numerator.unsigned_abs(), denominator.unsigned_abs());
        let (numerator, denominator) = (numerator / divisor as i128, denominator / divisor as i128);
        if denominator < 0 {
            return Some(Self { numerator: numerator.checked_neg()?, denominator: denominator.checked_neg()? });
        }
        Some(Self { numerator, denominator })
    }

    /// The sum.
    #[must_use]
    pub fn add(self, other: Self) -> Option<Self> {
        if self.denominator == other.denominator {
            return Self::ratio(self.numerator.checked_add(other.numerator)?, self.denominator);
        }
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        Self::ratio(left.checked_add(right)?, self.denominator.checked_mul(other.denominator)?)
    }

    /// The difference.
    #[must_use]
    pub fn sub(self, other: Self) -> Option<Self> {
        self.add(Self { numerator: other.numerator.checked_neg()?, ..other })
    }

    /// The product.
    #[must_use]
    pub fn mul(self, other: Self) -> Option<Self> {
        // Crossing out before multiplying keeps long chains within 128 bits.
        let left = Self::ratio(self.numerator, other.denominator)?;
        let right = Self::ratio(other.numerator, self.denominator)?;
        let numerator = left.numerator.checked_mul(right.numerator)?;
        Self::ratio(numerator, left.denominator.checked_mul(right.denominator)?)
    }

    /// The quotient; `None` for a division by zero too.
    #[must_use]
    pub fn div(self, other: Self) -> Option<Self> {
        self.mul(Self::ratio(other.denominator, other.numerator)?)
    }

    /// Whether it has no fraction.
    pub fn is_whole(self) -> bool {
        self.denominator == 1
    }

    /// The whole number, if it has no fraction.
    pub fn to_integer(self) -> Option<i128> {
        self.is_whole().then_some(self.numerator)
    }

    /// Numerator and denominator in lowest terms.
    pub fn parts(self) -> (i128, i128) {
        (self.numerator, self.denominator)
    }

    /// Whether it is below zero.
    pub fn is_negative(self) -> bool {
        self.numerator < 0
    }

    /// The nearest binary fraction, for drawing only.
    pub fn to_f64(self) -> f64 {
        self.numerator as f64 / self.denominator as f64
    }

    /// The number with exactly `n_decimals` digits behind the point: `95.0`; never `-0`.
    pub fn rounded(self, n_decimals: u8, rounding: Rounding) -> String {
        let (whole, digits) = self.digits(n_decimals, rounding);
        let sign = if self.is_negative() && (whole != 0 || digits != 0) { "-" } else { "" };
        if n_decimals == 0 {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}.{digits:0n$}", n = usize::from(n_decimals))
        }
    }

    /// The number rounded to `n_decimals` digits behind the point, as a number.
    #[must_use]
    pub fn round(self, n_decimals: u8, rounding: Rounding) -> Self {
        let (whole, digits) = self.digits(n_decimals, rounding);
        let scale = 10_u128.pow(u32::from(n_decimals));
        let unsigned = (whole * scale + digits) as i128;
        let numerator = if self.is_negative() { -unsigned } else { unsigned };
        Self::ratio(numerator, scale as i128).unwrap_or(self)
    }

    /// At most twelve significant digits, without trailing zeros, as open data have it: `0.950413223140` is `0.95041322314`.
    pub fn to_open(self) -> String {
        let (whole, _) = self.digits(0, Rounding::Down);
        let n_whole = if whole == 0 { 0 } else { whole.to_string().len() };
        let mut n_decimals = 12_usize.saturating_sub(n_whole);
        if whole == 0 && self.numerator != 0 {
            n_decimals += self.n_leading_zeros();
        }
        let text = self.rounded(n_decimals.min(30) as u8, Rounding::HalfUp);
        if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
    }

    /// Zeros behind the point before the first other digit, of a number below one.
    fn n_leading_zeros(self) -> usize {
        let mut rest = self.numerator.unsigned_abs();
        let mut n = 0;
        while n < 18 {
            rest = rest.saturating_mul(10);
            if rest / self.denominator.unsigned_abs() > 0 {
                break;
            }
            n += 1;
        }
        n
    }

    /// The whole part and the digits behind the point, both without sign.
    fn digits(self, n_decimals: u8, rounding: Rounding) -> (u128, u128) {
        let denominator = self.denominator.unsigned_abs();
        let mut whole = self.numerator.unsigned_abs() / denominator;
        let mut rest = self.numerator.unsigned_abs() % denominator;
        let mut digits = 0_u128;
        for _ in 0..n_decimals {
            // One digit at a time: the remainder stays below the denominator, so ten times it has room in all but absurd cases.
            rest = rest.saturating_mul(10);
            digits = digits * 10 + rest / denominator;
            rest %= denominator;
        }
        let is_up = match rounding {
            Rounding::Down => false,
            Rounding::Up => rest > 0,
            Rounding::HalfUp => rest >= denominator - rest,
            Rounding::HalfEven => {
                let last = if n_decimals == 0 { whole } else { digits };
                rest > denominator - rest || (rest == denominator - rest && last % 2 == 1)
            }
        };
        if is_up && n_decimals == 0 {
            whole += 1;
        } else if is_up {
            digits += 1;
            if digits == 10_u128.pow(u32::from(n_decimals)) {
                (whole, digits) = (whole + 1, 0);
            }
        }
        (whole, digits)
    }
}

impl From<i128> for Amount {
    fn from(numerator: i128) -> Self {
        Self { numerator, denominator: 1 }
    }
}

impl From<Decimal> for Amount {
    fn from(number: Decimal) -> Self {
        let (digits, scale) = number.parts();
        // A power of ten is never zero.
        Self::ratio(i128::from(digits), 10_i128.pow(u32::from(scale))).unwrap_or(Self::ZERO)
    }
}

impl Ord for Amount {
    fn cmp(&self, other: &Self) -> Ordering {
        let left = self.numerator.checked_mul(other.denominator);
        let right = other.numerator.checked_mul(self.denominator);
        match (left, right) {
            (Some(left), Some(right)) => left.cmp(&right),
            // Only numbers of more than nineteen digits come here, and those differ long before the last digit.
            _ => self.to_f64().total_cmp(&other.to_f64()),
        }
    }
}

impl PartialOrd for Amount {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

fn greatest_common_divisor(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        // Processors divide short numbers ten times faster, and most numbers are short.
        if let (Ok(short_a), Ok(short_b)) = (u64::try_from(a), u64::try_from(b)) {
            return u128::from(greatest_common_divisor_of_short(short_a, short_b));
        }
        (a, b) = (b, a % b);
    }
    a.max(1)
}

fn greatest_common_divisor_of_short(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(numerator: i128, denominator: i128) -> Amount {
        Amount::ratio(numerator, denominator).expect("the denominator is not zero")
    }

    #[test]
    fn a_rate_is_written_as_people_and_as_programs_read_it() {
        // 690 of 726: 0.95041322314049…
        let rate = amount(690, 726);
        assert_eq!(rate.mul(Amount::from(100)).expect("fits").rounded(1, Rounding::HalfUp), "95.0");
        assert_eq!(rate.to_open(), "0.95041322314");
        assert_eq!(amount(1, 3).to_open(), "0.333333333333");
        assert_eq!(amount(1, 300).to_open(), "0.00333333333333");
        assert_eq!(amount(1_234_567, 10).to_open(), "123456.7");
    }

    #[test]
    fn halves_go_where_the_rounding_says() {
        let half = amount(5, 2);
        let written = |rounding| half.rounded(0, rounding);
        assert_eq!(written(Rounding::HalfUp), "3");
        assert_eq!(written(Rounding::HalfEven), "2");
        assert_eq!(written(Rounding::Down), "2");
        assert_eq!(written(Rounding::Up), "3");
        assert_eq!(amount(-5, 2).rounded(0, Rounding::HalfUp), "-3");
        assert_eq!(amount(1999, 1000).rounded(2, Rounding::HalfUp), "2.00");
        assert_eq!(amount(-1, 1000).rounded(1, Rounding::HalfUp), "0.0");
    }

    #[test]
    fn tenths_add_up_exactly() {
        let sum = amount(1, 10).add(amount(2, 10)).expect("fits");
        assert_eq!(sum, amount(3, 10));
        assert_eq!(sum.to_open(), "0.3");
        assert_eq!(amount(1, 1).div(Amount::ZERO), None);
    }
}
