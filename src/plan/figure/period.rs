//! A stretch of time to the words for it.

use crate::metrics::{Period, PeriodKind};
use crate::plan::Plan;
use crate::theme::Theme;

impl Plan<'_> {
    /// A period as people read it: `2026年3月`, `2024—2025 学年`, `全部时间`.
    pub(in crate::plan) fn period_title(&self, period: Period) -> String {
        title(self.theme, period)
    }

    /// A period where there is little room, and its year is known: `3月`, `三季度`, `2024`.
    pub(in crate::plan) fn period_short(&self, period: Period) -> String {
        short(self.theme, period)
    }

    /// The word for a kind of periods: `按月`.
    pub(in crate::plan) fn period_kind_title(&self, kind: PeriodKind) -> String {
        self.theme.word(&format!("period_kind.{}", kind.name())).to_owned()
    }

    /// Whether a period has not ended on the as-of date; everything never has.
    pub(in crate::plan) fn is_running(&self, period: Period) -> bool {
        period.last_day(self.figures.academic_year_starts()).is_none_or(|last| last > self.model.as_of)
    }
}

fn title(theme: &Theme, period: Period) -> String {
    match period {
        Period::All => theme.word("period.all").to_owned(),
        Period::Year(year) => theme.fill("period.year", &[("year", &year)]),
        Period::AcademicYear(year) => theme.fill("period.academic_year", &[("from", &year), ("to", &(year + 1))]),
        Period::Half(year, half) => theme.fill(&format!("period.half_{half}"), &[("year", &year)]),
        Period::Quarter(year, quarter) => theme.fill(&format!("period.quarter_{quarter}"), &[("year", &year)]),
        Period::Month(month) => theme.fill("period.month", &[("year", &month.year), ("month", &month.month)]),
    }
}

fn short(theme: &Theme, period: Period) -> String {
    match period {
        Period::Year(year) => year.to_string(),
        Period::Half(_, half) => theme.word(&format!("period.half_{half}_short")).to_owned(),
        Period::Quarter(_, quarter) => theme.word(&format!("period.quarter_{quarter}_short")).to_owned(),
        Period::Month(month) => theme.fill("period.month_short", &[("month", &month.month)]),
        Period::All | Period::AcademicYear(_) => title(theme, period),
    }
}
