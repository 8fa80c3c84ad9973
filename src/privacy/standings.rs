//! Standings to boards and open data: holders named as they may be, equal ranks in the order of their codes.
//!
//! The order of a roster says who is who to anybody who knows the roster, so no order here follows it.

use jiff::civil::Date;

use crate::metrics::{Amount, CategoryView, GradeView, HolderKind, Line, Period, Rounding, RuleView, Standing, Standings};
use crate::model::NamingLevel;

use super::Published;
use super::naming::HolderShown;

/// The standings of a rule set as pages may show them.
#[derive(Clone, Copy, Debug)]
pub struct PublishedStandings<'p> {
    published: &'p Published<'p>,
    standings: &'p Standings,
}

/// One holder in one period; fields as in [`Standing`].
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "each is that of the standing, where it is described")]
pub struct StandingShown<'p> {
    /// Who, where it may be said.
    pub holder: HolderShown,
    pub branch: Option<u32>,
    pub points: Amount,
    pub rank: u32,
    pub previous_rank: Option<u32>,
    pub grade: Option<usize>,
    pub held_back_from: Option<usize>,
    pub joined: bool,
    pub left: bool,
    pub n_months: u8,
    pub n_heads: Option<u32>,
    pub is_floored: bool,
    /// Every row that counted or did not; empty where no page explains the score.
    pub lines: &'p [Line],
}

impl<'f> Published<'f> {
    /// The rule sets, in the order of their files.
    pub fn standings<'p>(&'p self) -> impl Iterator<Item = PublishedStandings<'p>> + use<'p, 'f> {
        self.figures.standings.iter().map(|standings| PublishedStandings { published: self, standings })
    }

    /// The rule set of an id.
    pub fn standings_of(&self, id: &str) -> Option<PublishedStandings<'_>> {
        self.standings().find(|standings| standings.id() == id)
    }
}

impl<'p> PublishedStandings<'p> {
    /// As in addresses: `member-2026`.
    pub fn id(&self) -> &'p str {
        &self.standings.id
    }

    /// What people read.
    pub fn title(&self) -> &'p str {
        &self.standings.title
    }

    /// Who holds points.
    pub fn holder_kind(&self) -> HolderKind {
        self.standings.holder
    }

    /// First and last day, as written.
    pub fn effective(&self) -> (Date, Option<Date>) {
        self.standings.effective
    }

    /// The decision behind it.
    pub fn basis(&self) -> &'p str {
        &self.standings.basis
    }

    /// Digits behind the point of totals, and how they are rounded.
    pub fn rounding(&self) -> (u8, Rounding) {
        (self.standings.n_decimals, self.standings.rounding)
    }

    /// Whether a branch's total is divided by its members.
    pub fn is_per_head(&self) -> bool {
        self.standings.is_per_head
    }

    /// What no total falls below.
    pub fn floor(&self) -> Option<Amount> {
        self.standings.floor
    }

    /// The rules, in order.
    pub fn rules(&self) -> &'p [RuleView] {
        &self.standings.rules
    }

    /// The categories, in order.
    pub fn categories(&self) -> &'p [CategoryView] {
        &self.standings.categories
    }

    /// The grades, the best first.
    pub fn grades(&self) -> &'p [GradeView] {
        &self.standings.grades
    }

    /// The periods, sorted; parts of a period that a later rule set takes over are not among them.
    pub fn periods(&self) -> impl Iterator<Item = Period> + use<'p> {
        self.standings.periods.iter().filter(|period| !period.is_part).map(|period| period.period)
    }

    /// The holders of a period, the best first, where nobody is named more plainly than `ceiling`; empty for an unknown period.
    pub fn of(&self, period: Period, ceiling: NamingLevel) -> Vec<StandingShown<'p>> {
        let found = self.standings.periods.iter().find(|one| one.period == period && !one.is_part);
        let standings = found.map_or(&[][..], |found| found.standings.as_slice());
        let mut shown: Vec<StandingShown<'p>> = standings.iter().map(|standing| self.shown(standing, ceiling)).collect();
        shown.sort_by(|a, b| (a.rank, &a.holder.code).cmp(&(b.rank, &b.holder.code)));
        shown
    }

    fn shown(&self, standing: &Standing, ceiling: NamingLevel) -> StandingShown<'p> {
        let holder = self.published.holder(self.standings.holder, standing.holder, ceiling);
        let lines = self.standings.lines.get(&standing.holder).filter(|_| holder.has_page);
        StandingShown {
            holder,
            branch: standing.branch,
            points: standing.points,
            rank: standing.rank,
            previous_rank: standing.previous_rank,
            grade: standing.grade,
            held_back_from: standing.held_back_from,
            joined: standing.joined,
            left: standing.left,
            n_months: standing.n_months,
            n_heads: standing.n_heads,
            is_floored: standing.is_floored,
            lines: lines.map_or(&[], Vec::as_slice),
        }
    }
}
