//! A number as people write it to an exact decimal; what is too large or no number at all is told apart.

use std::cmp::Ordering;
use std::fmt;

/// An exact decimal number: `digits` divided by ten to the power of `scale`.
///
/// Points, percentages and money are sums of short decimals, which binary fractions do not hold (0.1 + 0.2) and which must come out
/// the same by hand. Eighteen digits are enough for every ledger; what needs more is refused, never rounded. A crate of decimals
/// would give 28 digits and take more room per value; nothing here asks for them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Decimal {
    digits: i64,
    /// At most [`MAX_SCALE`]; no trailing zeros in `digits` unless it is 0, so that equal numbers are equal bits.
    scale: u8,
}

/// Digits behind the point that an `i64` has room for.
const MAX_SCALE: u8 = 18;

/// Why a text is not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberFault {
    /// Not of any accepted form.
    NotANumber,
    /// `NaN`, `inf`, `1e309`, or more than eighteen digits.
    TooLarge,
}

impl Decimal {
    /// `digits` divided by ten to the power of `scale`; `None` if `scale` is over 18.
    pub fn new(digits: i64, scale: u8) -> Option<Self> {
        if scale > MAX_SCALE {
            return None;
        }
        let (mut digits, mut scale) = (digits, scale);
        while scale > 0 && digits % 10 == 0 {
            digits /= 10;
            scale -= 1;
        }
        Some(Self { digits, scale })
    }

    /// The whole number, if it has no fraction.
    pub fn to_integer(self) -> Option<i64> {
        (self.scale == 0).then_some(self.digits)
    }

    /// Digits and scale: the number is `digits` divided by ten to the power of `scale`.
    pub fn parts(self) -> (i64, u8) {
        (self.digits, self.scale)
    }

    /// The nearest binary fraction, for drawing and for SQL.
    pub fn to_f64(self) -> f64 {
        // The written form is parsed, because a division would round twice for long numbers.
        self.to_string().parse().expect("a decimal is written as a number")
    }

    /// This number divided by a hundred; `None` if no room is left.
    pub fn hundredth(self) -> Option<Self> {
        Self::new(self.digits, self.scale.checked_add(2)?)
    }
}

impl From<i64> for Decimal {
    fn from(digits: i64) -> Self {
        Self { digits, scale: 0 }
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let scale = self.scale.max(other.scale);
        let widened = |one: &Self| i128::from(one.digits) * 10_i128.pow(u32::from(scale - one.scale));
        widened(self).cmp(&widened(other))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// With `.` and without thousands separators: `-12.5`.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.digits < 0 { "-" } else { "" };
        let written = format!("{:0width$}", self.digits.unsigned_abs(), width = usize::from(self.scale) + 1);
        let (whole, fraction) = written.split_at(written.len() - usize::from(self.scale));
        let point = if fraction.is_empty() { "" } else { "." };
        write!(f, "{sign}{whole}{point}{fraction}")
    }
}

/// Reads a number in one of the accepted forms.
///
/// - Forms: `12`, `-12.5`, `+3`, `1,234.5`, `1，234`, `1.5E3`; full-width digits and signs count as plain ones.
/// - Thousands separators must stand every three digits: `1,23` could be meant in two ways and is refused.
pub fn parse_number(written: &str) -> Result<Decimal, NumberFault> {
    let plain: String = written.trim().chars().map(narrow).collect();
    let (is_negative, unsigned) = match plain.strip_prefix(['-', '+']) {
        Some(rest) => (plain.starts_with('-'), rest),
        None => (false, plain.as_str()),
    };
    if ["nan", "inf", "infinity", "∞"].iter().any(|word| unsigned.eq_ignore_ascii_case(word)) {
        return Err(NumberFault::TooLarge);
    }
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let whole = without_separators(whole).ok_or(NumberFault::NotANumber)?;
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_number(fraction) || mantissa.ends_with('.') {
        return Err(NumberFault::NotANumber);
    }
    let exponent = exponent.map_or(Ok(0), parse_exponent)?;
    assemble(is_negative, &whole, fraction, exponent).ok_or(NumberFault::TooLarge)
}

fn assemble(is_negative: bool, whole: &str, fraction: &str, exponent: i32) -> Option<Decimal> {
    let all = format!("{whole}{fraction}");
    let significant = all.trim_start_matches('0').trim_end_matches('0');
    if significant.is_empty() {
        return Some(Decimal::default());
    }
    let n_cut = all.len() - all.trim_end_matches('0').len();
    let digits: i64 = significant.parse().ok()?;
    let digits = if is_negative { -digits } else { digits };
    let power = exponent.checked_sub(i32::try_from(fraction.len()).ok()?)?.checked_add(i32::try_from(n_cut).ok()?)?;
    if power < 0 {
        return Decimal::new(digits, u8::try_from(-power).ok()?);
    }
    let factor = 10_i64.checked_pow(u32::try_from(power).ok()?)?;
    digits.checked_mul(factor).map(Decimal::from)
}

fn parse_exponent(written: &str) -> Result<i32, NumberFault> {
    let digits = written.strip_prefix(['+', '-']).unwrap_or(written);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NumberFault::NotANumber);
    }
    written.parse().map_err(|_| NumberFault::TooLarge)
}

/// The digits of a whole number, with separators taken out of their proper places.
fn without_separators(whole: &str) -> Option<String> {
    if !whole.bytes().all(|byte| byte.is_ascii_digit() || byte == b',') {
        return None;
    }
    let mut groups = whole.split(',');
    let first = groups.next()?;
    if !whole.contains(',') {
        return Some(first.to_owned());
    }
    let is_grouped = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    is_grouped.then(|| whole.replace(',', ""))
}

/// Full-width digits, letters and signs, which Chinese keyboards produce, as their narrow forms.
pub(super) fn narrow(c: char) -> char {
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

    #[test]
    fn all_accepted_forms_are_read_exactly() {
        for (written, value) in [
            ("12", "12"),
            ("-12.50", "-12.5"),
            ("+3", "3"),
            ("1,234,567.5", "1234567.5"),
            ("１，２３４", "1234"),
            ("９５．５", "95.5"),
            ("−3", "-3"),
            ("0.1", "0.1"),
            ("-0", "0"),
            ("1.5E3", "1500"),
            ("15e-1", "1.5"),
            ("007", "7"),
            ("100000000000000000", "100000000000000000"),
        ] {
            assert_eq!(parse_number(written).map(|number| number.to_string()), Ok(value.to_owned()), "{written}");
        }
    }

    #[test]
    fn what_is_no_number_is_told_from_what_is_too_large() {
        for written in ["", "12,5o", "1,23", "1,,234", "十二", "1.2.3", "5.", ".5", "1e", "30分钟", "--3", "0x10", "95%"] {
            assert_eq!(parse_number(written), Err(NumberFault::NotANumber), "{written}");
        }
        for written in ["1e309", "NaN", "inf", "-Infinity", "99999999999999999999", "1e99999999999", "0.1234567890123456789"] {
            assert_eq!(parse_number(written), Err(NumberFault::TooLarge), "{written}");
        }
    }

    #[test]
    fn decimals_of_different_scale_compare_by_value() {
        let number = |written| parse_number(written).expect("a number");
        assert!(number("0.5") < number("0.51"));
        assert!(number("-2") < number("0.1"));
        assert_eq!(number("1.50"), number("1.5"));
        assert_eq!(number("95").hundredth(), Some(number("0.95")));
        assert_eq!(number("0.95").to_f64(), 0.95);
        assert_eq!(number("12.5").to_integer(), None);
    }
}
