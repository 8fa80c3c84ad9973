//! Boards to ranked rows: who stands where in a period, under which name, and which pages show it.
//!
//! Below the named ranks a board has counts and bands only: nobody is shown for being last.

mod bands;
mod rank;

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Place};
use crate::metrics::{Amount, Board, BoardOf, Period, PeriodKind};
use crate::model::NamingLevel;
use crate::model::slug::slugify;
use crate::privacy::{HolderShown, PublishedStandings, Shown};

use super::paths::Paths;
use super::{Plan, What};

pub(super) use self::bands::bands;
pub(super) use self::rank::{Ranked, ranking};

/// A board with its pages.
#[derive(Clone, Debug, Default)]
pub(super) struct PlannedBoard {
    /// Its folder: `boards/member-points`.
    pub(super) folder: String,
    /// By kind of period, those with figures, newest first.
    pub(super) periods: Vec<(PeriodKind, Vec<Period>)>,
    /// Holders with a page: by their code its folder.
    pub(super) holders: BTreeMap<String, String>,
}

impl PlannedBoard {
    /// The period on the board's own page.
    pub(super) fn newest(&self) -> Option<Period> {
        self.periods.iter().find_map(|(_, periods)| periods.first().copied())
    }

    /// The page of a period, from the root.
    pub(super) fn path_of(&self, period: Option<Period>) -> String {
        match period.filter(|_| period != self.newest()) {
            Some(period) => format!("{}/{}/index.html", self.folder, slug_of(period)),
            None => format!("{}/index.html", self.folder),
        }
    }
}

fn slug_of(period: Period) -> String {
    if period == Period::All { "all".to_owned() } else { period.to_string().to_lowercase() }
}

/// Plans the pages of all boards.
pub(super) fn take_boards(plan: &mut Plan<'_>, paths: &mut Paths, found: &mut Vec<Diagnostic>) {
    let figures = plan.figures;
    if figures.boards().is_empty() {
        return;
    }
    plan.take("boards/index.html", Place::Project, What::Boards, paths, found);
    for (idx, board) in figures.boards().iter().enumerate() {
        let planned = planned(plan, board);
        plan.take(&planned.path_of(None), board.place.clone(), What::Board(idx, planned.newest()), paths, found);
        for period in planned.periods.iter().flat_map(|(_, periods)| periods) {
            if Some(*period) != planned.newest() {
                plan.take(&planned.path_of(Some(*period)), board.place.clone(), What::Board(idx, Some(*period)), paths, found);
            }
        }
        for (code, folder) in &planned.holders {
            plan.take(&format!("{folder}/index.html"), board.place.clone(), What::Holder(idx, code.clone()), paths, found);
        }
        plan.boards.push(planned);
    }
}

fn planned(plan: &Plan<'_>, board: &Board) -> PlannedBoard {
    let mut periods = Vec::new();
    for kind in &board.periods {
        let of_kind = plan.periods_of_board(board, *kind);
        if !of_kind.is_empty() {
            periods.push((*kind, of_kind));
        }
    }
    let folder = format!("boards/{}", board.id);
    let holders = plan.standings_of(board).map(|standings| holders(plan, board, standings, &folder)).unwrap_or_default();
    PlannedBoard { folder, periods, holders }
}

/// Holders who have points in some period, and whose points a page may explain.
fn holders(plan: &Plan<'_>, board: &Board, standings: PublishedStandings<'_>, folder: &str) -> BTreeMap<String, String> {
    let mut holders = BTreeMap::new();
    for period in standings.periods().filter(|period| matches!(period, Period::Year(_))) {
        for standing in standings.of(period, board.naming.max(plan.model.site.privacy.boards)) {
            if has_page(&standing.holder) {
                let code = standing.holder.code;
                let page = format!("{folder}/{}", slugify(&code));
                holders.insert(code, page);
            }
        }
    }
    holders
}

/// A page tells everything about somebody's points, so it stands under the name only.
fn has_page(holder: &HolderShown) -> bool {
    holder.has_page && holder.level == NamingLevel::Full
}

impl Plan<'_> {
    /// The rule set of a board.
    pub(super) fn standings_of(&self, board: &Board) -> Option<PublishedStandings<'_>> {
        let BoardOf::RuleSet(id) = &board.of else { return None };
        self.figures.standings_of(id)
    }

    /// The periods of a kind for which a board has figures, newest first.
    fn periods_of_board(&self, board: &Board, kind: PeriodKind) -> Vec<Period> {
        let mut periods: Vec<Period> = match &board.of {
            BoardOf::RuleSet(_) => self.standings_of(board).map(rule_set_periods).unwrap_or_default(),
            BoardOf::Metric { id, by } => self.metric_periods(id, by),
            BoardOf::Indicator(id) => self.indicator_periods(id),
            BoardOf::Honours | BoardOf::RoleModels => Vec::new(),
        };
        let starts = self.figures.academic_year_starts();
        let has_begun = |period: Period| period.first_day(starts).is_none_or(|first| first <= self.model.as_of);
        periods.retain(|period| period.kind() == kind && has_begun(*period));
        periods.sort_unstable();
        periods.dedup();
        periods.reverse();
        periods
    }

    /// Periods in which some value of the dimension has a figure that may be shown.
    fn metric_periods(&self, id: &str, by: &str) -> Vec<Period> {
        let Some(metric) = self.figures.metric(id) else { return Vec::new() };
        let position = metric.spec().dimensions.iter().position(|dimension| &*dimension.id == by);
        let is_shown = |slice: &usize| {
            let is_cut = position.is_some_and(|position| metric.key(*slice).values[position].is_some());
            is_cut && matches!(metric.shown(*slice), Shown::Value { .. })
        };
        (0..metric.len()).filter(is_shown).map(|slice| metric.key(slice).period).collect()
    }

    /// Periods in which somebody has a score.
    fn indicator_periods(&self, id: &str) -> Vec<Period> {
        let Some(tree) = self.figures.indicators().iter().find(|tree| &*tree.id == id) else { return Vec::new() };
        let has_score = |position: usize| {
            let scores = tree.items.iter().flat_map(|item| &item.scores);
            scores.filter_map(|of_subject| of_subject.get(position)).any(Option::is_some)
        };
        tree.periods.iter().enumerate().filter(|(position, _)| has_score(*position)).map(|(_, period)| *period).collect()
    }
}

/// Periods in which somebody has a point.
fn rule_set_periods(standings: PublishedStandings<'_>) -> Vec<Period> {
    let has_points = |period: &Period| {
        // Names do not matter here, and codes are not made for nothing.
        standings.of(*period, NamingLevel::Hidden).iter().any(|standing| standing.points != Amount::ZERO)
    };
    standings.periods().filter(has_points).collect()
}
