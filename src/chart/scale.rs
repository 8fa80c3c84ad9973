//! Values to an axis with round ends and ticks.
//!
//! Ticks are whole multiples of a decimal step and are written from those whole numbers, so that no tick reads `0.30000000000000004`.

/// What an axis has to cover. Bars, lines and dots all stand on zero, so zero is always part of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Range {
    low: f64,
    high: f64,
    /// Whether every value is whole, so that ticks between whole numbers would say nothing.
    is_whole: bool,
}

impl Range {
    pub(super) fn of(values: impl Iterator<Item = f64>) -> Self {
        let mut range = Self { low: 0.0, high: 0.0, is_whole: true };
        for value in values {
            range.low = range.low.min(value);
            range.high = range.high.max(value);
            range.is_whole &= value.fract() == 0.0;
        }
        range
    }

    /// The axis ends at 100 % or beyond.
    pub(super) fn up_to_a_whole(mut self) -> Self {
        self.high = self.high.max(100.0);
        self
    }

    /// About `n_wanted` steps with round ends.
    pub(super) fn scale(self, n_wanted: usize) -> Scale {
        let (low, mut high) = (self.low, self.high);
        if low == high {
            high = 1.0;
        }
        let n_wanted = n_wanted.max(1) as f64;
        let mut step = Step::at_least((high / n_wanted - low / n_wanted).max(f64::MIN_POSITIVE));
        if self.is_whole && step.exponent < 0 {
            step = Step { digit: 1, exponent: 0 };
        }
        let first = (low / step.length()).floor() as i64;
        let last = (high / step.length()).ceil() as i64;
        Scale { ticks: (first..=last).map(|k| step.tick(k)).collect() }
    }
}

/// An axis.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scale {
    /// From low to high; the first and the last are the ends.
    pub(super) ticks: Vec<Tick>,
}

/// A value at which the axis is marked.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tick {
    pub(super) value: f64,
    pub(super) text: String,
}

impl Scale {
    pub(super) fn low(&self) -> f64 {
        self.ticks.first().map_or(0.0, |tick| tick.value)
    }

    pub(super) fn high(&self) -> f64 {
        self.ticks.last().map_or(1.0, |tick| tick.value)
    }

    /// How far along the axis a value is: 0 at the low end, 1 at the high one.
    pub(super) fn share(&self, value: f64) -> f64 {
        // Halves, because the whole length may be more than the largest number.
        let length = self.high() / 2.0 - self.low() / 2.0;
        if length > 0.0 { ((value / 2.0 - self.low() / 2.0) / length).clamp(0.0, 1.0) } else { 0.0 }
    }
}

/// 1, 2 or 5 times a power of ten.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Step {
    digit: i64,
    exponent: i32,
}

impl Step {
    /// The least that is not shorter than `length`.
    fn at_least(length: f64) -> Self {
        let mut exponent = 0;
        while exponent < 308 && power(exponent + 1) <= length {
            exponent += 1;
        }
        while exponent > -300 && power(exponent) > length {
            exponent -= 1;
        }
        for digit in [1, 2, 5] {
            let step = Self { digit, exponent };
            // A hundred through five is twenty, though the quotient may be a hair more.
            if step.length() * (1.0 + 1e-9) >= length {
                return step;
            }
        }
        Self { digit: 1, exponent: exponent + 1 }
    }

    fn length(self) -> f64 {
        decimal(self.digit, self.exponent)
    }

    fn tick(self, k: i64) -> Tick {
        let number = k * self.digit;
        Tick { value: decimal(number, self.exponent), text: write(number, self.exponent) }
    }
}

/// `number` × 10^`exponent`, rounded once.
fn decimal(number: i64, exponent: i32) -> f64 {
    if exponent < 0 { number as f64 / power(-exponent) } else { number as f64 * power(exponent) }
}

/// Exact up to 10²², which is far beyond what people count.
fn power(exponent: i32) -> f64 {
    let mut power = 1.0;
    for _ in 0..exponent.abs() {
        power *= 10.0;
    }
    if exponent < 0 { 1.0 / power } else { power }
}

/// Beyond as many zeros a number is written with an exponent.
const MOST_ZEROS: i32 = 9;

fn write(number: i64, exponent: i32) -> String {
    if number == 0 || exponent == 0 {
        return number.to_string();
    }
    if !(-MOST_ZEROS..=MOST_ZEROS).contains(&exponent) {
        return shortest_power(number, exponent);
    }
    if exponent > 0 {
        return format!("{number}{}", "0".repeat(exponent as usize));
    }
    let n_decimals = exponent.unsigned_abs() as usize;
    let sign = if number < 0 { "-" } else { "" };
    let digits = format!("{:0>width$}", number.unsigned_abs(), width = n_decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - n_decimals);
    match fraction.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        fraction => format!("{sign}{whole}.{fraction}"),
    }
}

/// `1e18`, not `10e17`.
fn shortest_power(mut number: i64, mut exponent: i32) -> String {
    while number % 10 == 0 {
        (number, exponent) = (number / 10, exponent + 1);
    }
    format!("{number}e{exponent}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(values: &[f64], n_wanted: usize) -> Vec<String> {
        Range::of(values.iter().copied()).scale(n_wanted).ticks.into_iter().map(|tick| tick.text).collect()
    }

    #[test]
    fn ticks_are_round_and_begin_at_zero() {
        // 95 through 5 is 19; the next round step is 20.
        assert_eq!(ticks(&[95.0, 40.0], 5), ["0", "20", "40", "60", "80", "100"]);
        assert_eq!(ticks(&[1234.0], 5), ["0", "500", "1000", "1500"]);
    }

    #[test]
    fn ticks_do_not_drift() {
        assert_eq!(ticks(&[0.95], 5), ["0", "0.2", "0.4", "0.6", "0.8", "1"]);
        assert_eq!(ticks(&[0.013], 3), ["0", "0.005", "0.01", "0.015"]);
        let scale = Range::of([0.25].into_iter()).scale(5);
        // 3 × 0.1 is 0.30000000000000004; 3 through 10 is the number nearest to 0.3.
        assert_eq!(scale.ticks.iter().map(|tick| tick.value).collect::<Vec<_>>(), [0.0, 0.05, 0.1, 0.15, 0.2, 0.25]);
    }

    #[test]
    fn what_is_counted_has_whole_ticks() {
        assert_eq!(ticks(&[3.0, 1.0], 5), ["0", "1", "2", "3"]);
        assert_eq!(ticks(&[1.0], 5), ["0", "1"]);
        assert_eq!(ticks(&[0.0], 5), ["0", "1"]);
        assert_eq!(ticks(&[], 5), ["0", "1"]);
    }

    #[test]
    fn values_below_zero_lengthen_the_axis_downwards() {
        assert_eq!(ticks(&[-3.0, 7.0], 5), ["-4", "-2", "0", "2", "4", "6", "8"]);
        assert_eq!(ticks(&[-40.0], 4), ["-40", "-30", "-20", "-10", "0"]);
    }

    #[test]
    fn more_than_a_whole_widens_the_axis() {
        let end = |value: f64| Range::of([value].into_iter()).up_to_a_whole().scale(5).high();
        assert_eq!(end(42.0), 100.0);
        assert_eq!(end(104.5), 150.0);
    }

    #[test]
    fn extreme_values_have_ticks_too() {
        for value in [1e300, -1e300, 1e-300, 1e22, f64::MAX] {
            let scale = Range::of([value].into_iter()).scale(5);
            assert!((2..=12).contains(&scale.ticks.len()), "{value}: {scale:?}");
        }
    }

    #[test]
    fn a_place_on_the_axis_is_a_share_of_it() {
        let scale = Range::of([-50.0, 100.0].into_iter()).scale(3);
        assert_eq!([scale.share(-50.0), scale.share(25.0), scale.share(100.0)], [0.0, 0.5, 1.0]);
    }
}
