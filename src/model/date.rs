//! A date as people write it to a date; what is impossible or incomplete is told apart from what is no date at all.

use std::fmt;

use jiff::civil::Date;

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// Not of any accepted form.
    NotADate,
    /// The right form, but no such day: `2026-13-40`.
    Impossible,
    /// A year and a month without a day: `2026年9月`.
    NoDay,
}

/// Reads a date in one of the accepted forms.
///
/// - Forms: `2024-09-03`, `2024/9/3`, `2024.9.3`, `2024年9月3日` (the `日` may be `号`), `20240903`; full-width digits count as digits.
/// - The year has four digits: `24.9.3` could be read in two ways and is refused.
pub fn parse_date(written: &str) -> Result<Date, DateFault> {
    let plain: String = written.trim().chars().map(narrow).filter(|c| *c != ' ').collect();
    if plain.len() == 8 && plain.bytes().all(|byte| byte.is_ascii_digit()) {
        return day(&plain[..4], &plain[4..6], &plain[6..]);
    }
    let Some((year, rest)) = plain.split_once(['-', '/', '.', '年']) else {
        return Err(DateFault::NotADate);
    };
    let mark = plain[year.len()..].chars().next().unwrap_or('-');
    let (between, end): (char, &[char]) = if mark == '年' { ('月', &['日', '号']) } else { (mark, &[]) };
    match rest.split_once(between) {
        Some((month, "")) if mark == '年' => no_day(year, month),
        Some((month, rest)) => {
            let number = rest.strip_suffix(end).unwrap_or(rest);
            if mark == '年' && number == rest && !end.is_empty() && !number.is_empty() {
                return Err(DateFault::NotADate);
            }
            day(year, month, number)
        }
        None => no_day(year, rest),
    }
}

fn day(year: &str, month: &str, day: &str) -> Result<Date, DateFault> {
    let is_number = |part: &str, n_max: usize| (1..=n_max).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if year.len() != 4 || !is_number(year, 4) || !is_number(month, 2) || !is_number(day, 2) {
        return Err(DateFault::NotADate);
    }
    let number = |part: &str| part.parse::<i16>().unwrap_or(0);
    Date::new(number(year), number(month) as i8, number(day) as i8).map_err(|_| DateFault::Impossible)
}

fn no_day(year: &str, month: &str) -> Result<Date, DateFault> {
    match day(year, month, "1") {
        Ok(_) => Err(DateFault::NoDay),
        Err(fault) => Err(fault),
    }
}

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// Four digits.
    pub year: i16,
    /// 1 to 12.
    pub month: i8,
}

/// As in `2026-03`.
impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// Reads a month in one of the accepted forms: `2026-03`, `2026/3`, `2026.3`, `2026年3月`, `202603`; full-width digits count as digits.
pub fn parse_month(written: &str) -> Option<Month> {
    let plain: String = written.trim().chars().map(narrow).filter(|c| *c != ' ').collect();
    let is_packed = plain.len() == 6 && plain.bytes().all(|byte| byte.is_ascii_digit());
    let (year, month) = if is_packed { plain.split_at(4) } else { plain.split_once(['-', '/', '.', '年'])? };
    let month = if plain.contains('年') { month.strip_suffix('月')? } else { month };
    let first = day(year, month, "1").ok()?;
    Some(Month { year: first.year(), month: first.month() })
}

/// Full-width digits and marks, which Chinese keyboards produce, as their narrow forms.
fn narrow(c: char) -> char {
    match c {
        '０'..='９' | '－' | '／' | '．' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_accepted_forms_of_one_day_are_that_day() {
        let day = jiff::civil::date(2024, 9, 3);
        for written in
            ["2024-09-03", "2024/9/3", "2024.9.3", "2024年9月3日", "2024年09月03号", "20240903", "２０２４．９．３", " 2024-9-3 "]
        {
            assert_eq!(parse_date(written), Ok(day), "{written}");
        }
    }

    #[test]
    fn a_month_is_read_in_all_its_forms() {
        for written in ["2026-03", "2026/3", "2026.3", "2026年3月", "202603", "２０２６年３月"] {
            assert_eq!(parse_month(written).map(|month| month.to_string()).as_deref(), Some("2026-03"), "{written}");
        }
        for written in ["2026-13", "2026年3", "26-3", "2026-03-15", "3月", ""] {
            assert_eq!(parse_month(written), None, "{written}");
        }
    }

    #[test]
    fn what_is_no_day_is_told_apart() {
        for (written, fault) in [
            ("2026-13-40", DateFault::Impossible),
            ("2026-02-30", DateFault::Impossible),
            ("2026年9月", DateFault::NoDay),
            ("2026-09", DateFault::NoDay),
            ("24.9.3", DateFault::NotADate),
            ("46000", DateFault::NotADate),
            ("九月三日", DateFault::NotADate),
            ("2024年9月3", DateFault::NotADate),
            ("", DateFault::NotADate),
        ] {
            assert_eq!(parse_date(written), Err(fault), "{written}");
        }
    }
}
