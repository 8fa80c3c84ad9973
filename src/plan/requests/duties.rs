//! A chart with `compliance = "duty"` to the matrix of what was due and what was done.

use crate::chart::{Category, Chart, ChartKind, Mark, Series};
use crate::diag::{Diagnostic, codes, nearest};
use crate::metrics::{Duty, DutyCell, Period};
use crate::model::requests::{Asked, ChartRequest};
use crate::plan::page::state_name;
use crate::plan::{ChartFileView, ChartView, Plan};

/// From the best to what does not count.
const STATES: [&str; 5] = ["done", "late", "missing", "not_due", "exempt"];

impl Plan<'_> {
    /// The matrix of a duty: a row for each branch, a column for each period.
    ///
    /// - Codes: P203 a filter that is no branch's, P205 not a period, P211 nothing to show (warning), P212 another kind of chart, P218
    ///   unknown duty.
    pub(super) fn duty_chart(
        &self,
        request: &ChartRequest,
        asked: &Asked,
        root: &str,
        id: &str,
        found: &mut Vec<Diagnostic>,
    ) -> Option<ChartView> {
        let (duty, cells) = self.asked_duty(asked, found)?;
        if request.kind != "matrix" {
            let diagnostic = codes::duty_is_a_matrix.at(request.kind_place.clone()).with("kind", request.kind);
            found.push(diagnostic.with("title", &duty.title));
            return None;
        }
        let within = match &request.period {
            Some(asked) => Some(Period::parse(&asked.text).or_else(|| {
                found.push(codes::bad_period_asked.at(asked.place.clone()).with("period", &asked.text));
                None
            })?),
            None => None,
        };
        let branch = request.filters.iter().find(|(key, _)| key.text == "branch").map(|(_, value)| value.text.as_str());
        let is_shown = |cell: &&DutyCell| {
            within.is_none_or(|within| self.lies_within(cell.period, within)) && branch.is_none_or(|id| *cell.branch == *id)
        };
        let cells: Vec<&DutyCell> = cells.iter().filter(is_shown).collect();
        if cells.is_empty() {
            found.push(codes::nothing_to_show.at(request.place.clone()).with("title", &request.title));
        }
        let chart = self.duty_matrix(request, duty, &cells, root, id);
        let file = self.open_csv("compliance", root).map(|href| ChartFileView { title: duty.title.clone(), href });
        let files = file.into_iter().collect();
        let category = self.theme.word("requests.branch").to_owned();
        Some(self.drawn(&chart, category, files, cells.is_empty()))
    }

    fn asked_duty(&self, asked: &Asked, found: &mut Vec<Diagnostic>) -> Option<(&Duty, &[DutyCell])> {
        let compliance = self.figures.compliance();
        let position = compliance.duties.iter().position(|duty| *duty.id == *asked.text || duty.title == asked.text);
        if position.is_none() {
            let ids: Vec<&str> = compliance.duties.iter().map(|duty| &*duty.id).collect();
            let known = ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(" ");
            let diagnostic = codes::unknown_duty_asked.at(asked.place.clone()).with("duty", &asked.text);
            found.push(diagnostic.with_some("near", nearest(&asked.text, ids)).with("known", known));
        }
        position.map(|idx| (&compliance.duties[idx], compliance.cells[idx].as_slice()))
    }

    /// What the states of a matrix mean, in the order of its legend.
    pub(super) fn state_words(&self) -> Vec<(String, String)> {
        let word = |state: &str| (state.to_owned(), self.theme.word(&format!("duty_state.{state}")).to_owned());
        STATES.map(word).into()
    }

    fn lies_within(&self, period: Period, whole: Period) -> bool {
        let starts = self.figures.academic_year_starts();
        match (whole.first_day(starts), whole.last_day(starts)) {
            (Some(first), Some(last)) => {
                period.first_day(starts).is_some_and(|day| day >= first) && period.last_day(starts).is_some_and(|day| day <= last)
            }
            _ => true,
        }
    }

    fn duty_matrix(&self, request: &ChartRequest, duty: &Duty, cells: &[&DutyCell], root: &str, id: &str) -> Chart {
        let mut branches: Vec<&str> = Vec::new();
        let mut periods: Vec<Period> = Vec::new();
        for cell in cells {
            if !branches.contains(&&*cell.branch) {
                branches.push(&cell.branch);
            }
            periods.push(cell.period);
        }
        periods.sort_unstable();
        periods.dedup();
        let cell_at = |branch: &str, period: Period| cells.iter().find(|cell| *cell.branch == *branch && cell.period == period);
        let clause = format!("{root}compliance/index.html#duty-{}", duty.id);
        let mark =
            |branch: &str, period| cell_at(branch, period).map_or_else(Mark::default, |cell| self.duty_mark(cell, &clause, root));
        let categories = branches.iter().map(|branch| Category { label: self.register.name_of(branch), ..Category::default() });
        let column = |period: &Period| Series {
            label: period.to_string(),
            marks: branches.iter().map(|branch| mark(branch, *period)).collect(),
        };
        Chart {
            kind: ChartKind::Matrix,
            title: request.title.clone(),
            description: request.description.clone(),
            categories: categories.collect(),
            series: periods.iter().map(column).collect(),
            id: id.to_owned(),
            ..Chart::default()
        }
    }

    /// A cell leads to its activity, or to the clause where there is none.
    fn duty_mark(&self, cell: &DutyCell, clause: &str, root: &str) -> Mark {
        let state = state_name(cell.state);
        let href = cell.evidence.first().map_or_else(|| clause.to_owned(), |idx| self.entry_href(root, *idx));
        let text = self.theme.word(&format!("duty_mark.{state}")).to_owned();
        Mark { value: None, text, href, note: self.theme.word(&format!("duty_state.{state}")).to_owned(), state }
    }
}
