//! Stretches of time that figures are about.

use std::fmt;

use jiff::civil::Date;

use crate::model::date::Month;

/// A stretch of time. The order is: everything, then years, academic years, halves, quarters and months, each by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// From the first row to the last, rows without a date too.
    All,
    /// `2024`.
    Year(i16),
    /// `2024-2025`; the year in which it begins.
    AcademicYear(i16),
    /// `2024-H1`; only duties have halves.
    Half(i16, i8),
    /// `2024-Q3`.
    Quarter(i16, i8),
    /// `2024-03`.
    Month(Month),
}

/// The kinds of periods by the names that settings and open data use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is the kind of the period of its name")]
pub enum PeriodKind {
    All,
    Year,
    AcademicYear,
    Half,
    Quarter,
    Month,
}

/// The month in which academic years begin, unless `[metrics] academic_year_starts` says another.
pub const ACADEMIC_YEAR_STARTS: i8 = 9;

impl PeriodKind {
    /// `academic_year`.
    pub fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Year => "year",
            Self::AcademicYear => "academic_year",
            Self::Half => "half",
            Self::Quarter => "quarter",
            Self::Month => "month",
        }
    }

    /// The kind of a name.
    pub fn of_name(name: &str) -> Option<Self> {
        [Self::All, Self::Year, Self::AcademicYear, Self::Half, Self::Quarter, Self::Month]
            .into_iter()
            .find(|kind| kind.name() == name)
    }

    /// The period of this kind that a month belongs to.
    pub fn of_month(self, month: Month, academic_year_starts: i8) -> Period {
        let Month { year, month: number } = month;
        match self {
            Self::All => Period::All,
            Self::Year => Period::Year(year),
            Self::AcademicYear => Period::AcademicYear(if number >= academic_year_starts { year } else { year - 1 }),
            Self::Half => Period::Half(year, (number - 1) / 6 + 1),
            Self::Quarter => Period::Quarter(year, (number - 1) / 3 + 1),
            Self::Month => Period::Month(month),
        }
    }
}

impl Period {
    /// Its kind.
    pub fn kind(self) -> PeriodKind {
        match self {
            Self::All => PeriodKind::All,
            Self::Year(_) => PeriodKind::Year,
            Self::AcademicYear(_) => PeriodKind::AcademicYear,
            Self::Half(..) => PeriodKind::Half,
            Self::Quarter(..) => PeriodKind::Quarter,
            Self::Month(_) => PeriodKind::Month,
        }
    }

    /// Its first month; `None` for everything.
    pub fn first_month(self, academic_year_starts: i8) -> Option<Month> {
        let (year, month) = match self {
            Self::All => return None,
            Self::Year(year) => (year, 1),
            Self::AcademicYear(year) => (year, academic_year_starts),
            Self::Half(year, half) => (year, (half - 1) * 6 + 1),
            Self::Quarter(year, quarter) => (year, (quarter - 1) * 3 + 1),
            Self::Month(month) => (month.year, month.month),
        };
        Some(Month { year, month })
    }

    /// How many months it has; `None` for everything.
    pub fn n_months(self) -> Option<u8> {
        match self {
            Self::All => None,
            Self::Year(_) | Self::AcademicYear(_) => Some(12),
            Self::Half(..) => Some(6),
            Self::Quarter(..) => Some(3),
            Self::Month(_) => Some(1),
        }
    }

    /// The period of the same kind before this one; `None` for everything.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        Some(match self {
            Self::All => return None,
            Self::Year(year) => Self::Year(year - 1),
            Self::AcademicYear(year) => Self::AcademicYear(year - 1),
            Self::Half(year, 1) => Self::Half(year - 1, 2),
            Self::Half(year, half) => Self::Half(year, half - 1),
            Self::Quarter(year, 1) => Self::Quarter(year - 1, 4),
            Self::Quarter(year, quarter) => Self::Quarter(year, quarter - 1),
            Self::Month(Month { year, month: 1 }) => Self::Month(Month { year: year - 1, month: 12 }),
            Self::Month(Month { year, month }) => Self::Month(Month { year, month: month - 1 }),
        })
    }

    /// Its first day; `None` for everything.
    pub fn first_day(self, academic_year_starts: i8) -> Option<Date> {
        let month = self.first_month(academic_year_starts)?;
        Date::new(month.year, month.month, 1).ok()
    }

    /// Its last day; `None` for everything.
    pub fn last_day(self, academic_year_starts: i8) -> Option<Date> {
        let mut last = self.first_month(academic_year_starts)?;
        for _ in 1..self.n_months()? {
            last =
                if last.month == 12 { Month { year: last.year + 1, month: 1 } } else { Month { month: last.month + 1, ..last } };
        }
        Date::new(last.year, last.month, 1).ok().map(Date::last_of_month)
    }

    /// Reads a period as settings, blocks and links write it: `2024`, `2024-2025`, `2024-H1`, `2024-Q3`, `2024-03`, `all`.
    pub fn parse(written: &str) -> Option<Self> {
        let written = written.trim();
        if written == "all" {
            return Some(Self::All);
        }
        let year = |text: &str| (text.len() == 4).then(|| text.parse::<i16>().ok()).flatten();
        let Some((first, second)) = written.split_once('-') else { return year(written).map(Self::Year) };
        let first = year(first)?;
        if let Some(half) = second.strip_prefix('H') {
            return half.parse().ok().filter(|half| (1..=2).contains(half)).map(|half| Self::Half(first, half));
        }
        if let Some(quarter) = second.strip_prefix('Q') {
            return quarter.parse().ok().filter(|quarter| (1..=4).contains(quarter)).map(|quarter| Self::Quarter(first, quarter));
        }
        if second.len() == 4 {
            return (year(second)? == first + 1).then_some(Self::AcademicYear(first));
        }
        let month = second.parse::<i8>().ok().filter(|month| second.len() == 2 && (1..=12).contains(month))?;
        Some(Self::Month(Month { year: first, month }))
    }
}

/// As in open data; everything is an empty text.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => Ok(()),
            Self::Year(year) => write!(f, "{year:04}"),
            Self::AcademicYear(year) => write!(f, "{year:04}-{:04}", year + 1),
            Self::Half(year, half) => write!(f, "{year:04}-H{half}"),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Self::Month(month) => write!(f, "{month}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_written_as_it_is_read() {
        for written in ["2024", "2024-2025", "2024-H2", "2024-Q3", "2024-03"] {
            assert_eq!(Period::parse(written).map(|period| period.to_string()).as_deref(), Some(written));
        }
        for written in ["2024-13", "2024-Q5", "2024-2026", "24", "2024-3", ""] {
            assert_eq!(Period::parse(written), None, "{written}");
        }
    }

    #[test]
    fn an_academic_year_begins_in_september() {
        let kind = PeriodKind::AcademicYear;
        let of = |year, month| kind.of_month(Month { year, month }, ACADEMIC_YEAR_STARTS).to_string();
        assert_eq!(of(2024, 8), "2023-2024");
        assert_eq!(of(2024, 9), "2024-2025");
        let year = Period::AcademicYear(2024);
        assert_eq!(year.last_day(ACADEMIC_YEAR_STARTS).map(|day| day.to_string()).as_deref(), Some("2025-08-31"));
    }
}
