//! An exact amount to the number as people read it.

use crate::metrics::{Amount, MetricSpec};

/// From this many digits on a number is easier to read in groups of three; years and head-counts stay as they are.
const N_DIGITS_GROUPED: usize = 5;

/// The number of a metric's value without its unit: `95.0` for a ratio of 0.9504 in percent, `12,345` in groups.
pub(in crate::plan) fn number_text(spec: &MetricSpec, value: Amount) -> String {
    // What a hundredfold does not fit into 128 bits is no percentage; the number itself is still better than none.
    let shown = if spec.unit == "percent" { value.mul(Amount::from(100)).unwrap_or(value) } else { value };
    grouped(&shown.rounded(spec.n_decimals, spec.rounding))
}

/// A count as people read it: `726`, `12,345`.
pub(in crate::plan) fn count_text(n: u64) -> String {
    grouped(&n.to_string())
}

/// Groups of three digits, from five digits before the point on.
fn grouped(number: &str) -> String {
    let (sign, unsigned) = match number.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", number),
    };
    let (whole, fraction) = unsigned.split_at(unsigned.find('.').unwrap_or(unsigned.len()));
    if whole.len() < N_DIGITS_GROUPED {
        return number.to_owned();
    }
    let mut text = sign.to_owned();
    for (idx, digit) in whole.chars().enumerate() {
        if idx > 0 && (whole.len() - idx).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text + fraction
}
