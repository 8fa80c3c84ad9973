//! Boards to ranked rows: who stands where in a period, under which name, and which pages show it.
//!
//! Below the named ranks a board has counts and bands only: nobody is shown for being last.

mod bands;
mod rank;
mod record;

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Diagnostic, Place};
use crate::metrics::{Board, BoardOf, Period, PeriodKind};
use crate::model::NamingLevel;
use crate::privacy::{PublishedStandings, Shown};

use super::paths::Paths;
use super::{Plan, What};

pub(super) use self::bands::bands;
pub(super) use self::rank::{Ranked, ranking};
pub(super) use self::record::{Had, Record};

/// A board with its pages.
#[derive(Clone, Debug, Default)]
pub(super) struct PlannedBoard<'p> {
    /// Its folder: `boards/member-points`.
    pub(super) folder: String,
    /// By kind of period, those with figures, newest first.
    pub(super) periods: Vec<(PeriodKind, Vec<Period>)>,
    /// Holders with a page, by code.
    pub(super) holders: BTreeMap<String, Record<'p>>,
}

impl PlannedBoard<'_> {
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
        for (code, record) in &planned.holders {
            plan.take(
                &format!("{}/index.html", record.folder),
                board.place.clone(),
                What::Holder(idx, code.clone()),
                paths,
                found,
            );
        }
        plan.boards.push(planned);
    }
}

fn planned<'p>(plan: &Plan<'p>, board: &Board) -> PlannedBoard<'p> {
    let folder = format!("boards/{}", board.id);
    let gathered = plan.standings_of(board).map(|standings| record::gather(plan, board, standings, &folder));
    let gathered = gathered.unwrap_or_default();
    let all: BTreeSet<Period> = match &board.of {
        BoardOf::RuleSet(_) => gathered.periods,
        BoardOf::Metric { id, by } => plan.metric_periods(id, by).into_iter().collect(),
        BoardOf::Indicator(id) => plan.indicator_periods(id).into_iter().collect(),
        BoardOf::Honours | BoardOf::RoleModels => BTreeSet::new(),
    };
    let starts = plan.figures.academic_year_starts();
    let has_begun = |period: &&Period| period.first_day(starts).is_none_or(|first| first <= plan.model.as_of);
    let mut periods = Vec::new();
    for kind in &board.periods {
        let newest_first = all.iter().rev().filter(|period| period.kind() == *kind).filter(has_begun);
        let of_kind: Vec<Period> = newest_first.copied().collect();
        if !of_kind.is_empty() {
            periods.push((*kind, of_kind));
        }
    }
    PlannedBoard { folder, periods, holders: gathered.records }
}

impl<'a> Plan<'a> {
    /// The rule set of a board.
    pub(super) fn standings_of(&self, board: &Board) -> Option<PublishedStandings<'a>> {
        let BoardOf::RuleSet(id) = &board.of else { return None };
        self.figures.standings_of(id)
    }

    /// Nobody is named more plainly on a board: neither the board nor the site may be more open than the other.
    pub(super) fn board_ceiling(&self, board: &Board) -> NamingLevel {
        board.naming.max(self.model.site.privacy.boards)
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
