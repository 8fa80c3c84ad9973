//! The table of holidays to working days: which days count, and when a number of them is over.
//!
//! Nothing is guessed: a year of which the table says nothing gives no answer, because holidays and the weekends that are
//! worked for them are announced anew every year.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Weekday};

use super::Tables;

/// The days that are not what their weekday says.
#[derive(Debug, Default)]
pub(super) struct WorkingDays {
    /// `true` for a weekend that is worked, `false` for a weekday that is off.
    exceptions: BTreeMap<Date, bool>,
    years: BTreeSet<i16>,
}

/// A year of which the table of holidays says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct UnknownYear(pub(super) i16);

impl WorkingDays {
    /// The working days that the table `holidays` gives.
    pub(super) fn of(tables: &Tables) -> Self {
        let mut days = Self::default();
        for row in tables.get("holidays").into_iter().flat_map(super::Table::rows) {
            if let (Some(date), Some(kind)) = (row.date("date"), row.text("kind")) {
                days.exceptions.insert(date, kind == "work");
                days.years.insert(date.year());
            }
        }
        days
    }

    /// The `n` working days that follow `posted`, which does not count itself.
    pub(super) fn after(&self, posted: Date, n: u32) -> Result<Vec<Date>, UnknownYear> {
        let mut days = Vec::with_capacity(n as usize);
        let mut day = posted;
        while days.len() < n as usize {
            day = day.tomorrow().map_err(|_| UnknownYear(day.year()))?;
            if !self.years.contains(&day.year()) {
                return Err(UnknownYear(day.year()));
            }
            if self.is_working_day(day) {
                days.push(day);
            }
        }
        Ok(days)
    }

    fn is_working_day(&self, day: Date) -> bool {
        let is_weekday = !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        self.exceptions.get(&day).copied().unwrap_or(is_weekday)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn national_day_2024() -> WorkingDays {
        let off = (1..=7).map(|day| (date(2024, 10, day), false));
        let work = [(date(2024, 9, 29), true), (date(2024, 10, 12), true)];
        WorkingDays { exceptions: off.chain(work).collect(), years: [2024].into() }
    }

    #[test]
    fn a_weekend_that_is_worked_counts_and_a_holiday_does_not() {
        // Posted on Friday 2024-09-27; Sunday the 29th is worked, the first week of October is off.
        let days = national_day_2024().after(date(2024, 9, 27), 5).expect("the year is known");
        let expected = [date(2024, 9, 29), date(2024, 9, 30), date(2024, 10, 8), date(2024, 10, 9), date(2024, 10, 10)];
        assert_eq!(days, expected);
    }

    #[test]
    fn a_year_that_the_table_does_not_know_gives_no_answer() {
        assert_eq!(national_day_2024().after(date(2024, 12, 30), 3), Err(UnknownYear(2025)));
    }
}
