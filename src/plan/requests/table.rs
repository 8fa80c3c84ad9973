//! A ` ```table ` block to figures in rows and columns.

use crate::diag::{Diagnostic, codes};
use crate::model::requests::{Asked, TableRequest};
use crate::plan::{FigureRowView, FigureTableView, FigureView, Plan};

use super::part::{Part, Side, Step};

/// What a page bears. A larger table is the metric's own page, or its file.
const N_CELLS_MAX: usize = 2_000;

impl Plan<'_> {
    /// The table that a block asks for.
    ///
    /// - Codes: P202–P206, P211 nothing to show (warning), P215 too many cells.
    pub(super) fn table_view(&self, request: &TableRequest, root: &str, found: &mut Vec<Diagnostic>) -> Option<FigureTableView> {
        let metric = self.asked_metric(&request.metric, found)?;
        let part = self.asked_part(metric, &request.filters, request.period.as_ref(), found)?;
        let mut side = |asked: &Option<Asked>| match asked {
            Some(asked) => self.asked_side(metric, asked, found).map(Some),
            None => Some(None),
        };
        let (rows, columns) = (side(&request.rows)?, side(&request.columns)?);
        let row_steps = self.steps_or_whole(&part, rows);
        let column_steps = self.steps_or_whole(&part, columns);
        if row_steps.is_empty() || column_steps.is_empty() {
            found.push(codes::nothing_to_show.at(request.place.clone()).with("title", &request.title));
        }
        let n_cells = row_steps.len() * column_steps.len();
        if n_cells > N_CELLS_MAX {
            let diagnostic = codes::too_much_to_show.at(request.place.clone()).with("title", &request.title);
            found.push(diagnostic.with("n", n_cells).with("max", N_CELLS_MAX));
            return None;
        }
        let mut head = vec![self.side_title(&part, rows)];
        head.extend(column_steps.iter().map(|step| self.step_title(&part, *step)));
        let mut views = Vec::with_capacity(row_steps.len());
        for row in row_steps {
            let steps_at = |column: &Option<Step>| [row, *column].into_iter().flatten().collect::<Vec<Step>>();
            let figure = |column| self.figure_of(metric, &part.key_at(&steps_at(column)), root);
            let figures: Vec<FigureView> = column_steps.iter().map(figure).collect();
            views.push(FigureRowView { title: self.step_title(&part, row), figures });
        }
        let csv = self.open_csv(&format!("metrics-{}", metric.spec().id), root).unwrap_or_default();
        Some(FigureTableView { title: request.title.clone(), head, rows: views, csv })
    }

    /// The steps of a side; without a side there is one, the whole.
    fn steps_or_whole(&self, part: &Part<'_>, side: Option<Side>) -> Vec<Option<Step>> {
        match side {
            Some(side) => self.steps(part, side).into_iter().map(Some).collect(),
            None => vec![None],
        }
    }

    fn step_title(&self, part: &Part<'_>, step: Option<Step>) -> String {
        match step {
            Some(step) => self.title_of_step(part, step),
            None => part.metric.spec().title.clone(),
        }
    }

    fn side_title(&self, part: &Part<'_>, side: Option<Side>) -> String {
        match side {
            Some(side) => self.title_of_side(part, side),
            None => String::new(),
        }
    }

    /// A step as people read it.
    pub(super) fn title_of_step(&self, part: &Part<'_>, step: Step) -> String {
        match step {
            Step::Value(dimension, value) => part.metric.spec().dimensions[dimension].values[value as usize].label.clone(),
            Step::Period(period) => self.period_title(period),
        }
    }

    /// A side as people read it.
    pub(super) fn title_of_side(&self, part: &Part<'_>, side: Side) -> String {
        match side {
            Side::Dimension(dimension) => part.metric.spec().dimensions[dimension].label.clone(),
            Side::Periods(kind) => self.theme.word(&format!("requests.{}", kind.name())).to_owned(),
        }
    }
}
