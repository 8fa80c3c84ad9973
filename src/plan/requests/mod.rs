//! What texts and `data/charts.toml` ask of the figures to charts, tables, boards and numbers, or to findings at the words that ask.
//!
//! Everything is judged once when the site is planned, and made again when its page is drawn: no drawing is held in memory.

mod board;
mod calendar;
mod chart;
mod duties;
mod link;
mod part;
mod prose;
mod site_charts;
mod table;

use crate::diag::Diagnostic;
use crate::model::requests::FigureLink;
use crate::model::{BlockContent, Entry, EntryIdx};
use crate::read::marked_figure;

use super::{BlockView, FigureLinkView, Plan};

pub(super) use self::site_charts::{ChartPlace, SiteChart, read_charts};

/// Judges what all texts and the site's own charts ask for.
///
/// - Codes: P202–P223.
pub(super) fn check(plan: &Plan<'_>, found: &mut Vec<Diagnostic>) {
    for entry in &plan.model.entries {
        for link in entry.figures.iter().flatten() {
            plan.figure_link(link, "", found);
        }
        for block in entry.blocks.iter().flatten() {
            plan.request_block("", block, 0, found);
        }
    }
    for chart in &plan.charts {
        plan.chart_view(&chart.request, "", &chart.id, found);
    }
}

impl Plan<'_> {
    /// A block that shows figures; `number` is its place in the text.
    pub(super) fn request_block(
        &self,
        root: &str,
        block: &BlockContent,
        number: usize,
        found: &mut Vec<Diagnostic>,
    ) -> Option<BlockView> {
        match block {
            BlockContent::Chart(request) => {
                let id = format!("chart-{}", number + 1);
                self.chart_view(request, root, &id, found).map(|view| BlockView::Chart(Box::new(view)))
            }
            BlockContent::Table(request) => self.table_view(request, root, found).map(|view| BlockView::Table(Box::new(view))),
            BlockContent::Board(request) => self.board_view(request, root, found).map(|view| BlockView::Board(Box::new(view))),
            BlockContent::Gallery(_) | BlockContent::Video(_) => None,
        }
    }

    /// The figures in the sentences of an entry, on a page with this root.
    pub(super) fn figure_links(&self, root: &str, entry: &Entry) -> Vec<Option<FigureLinkView>> {
        let mut views = Vec::with_capacity(entry.figures.len());
        for link in &entry.figures {
            let made = link.as_ref().and_then(|link| self.figure_link(link, root, &mut Vec::new()));
            views.push(made.map(|(figure, text)| FigureLinkView { figure, text }));
        }
        views
    }

    /// A plain text of an entry (its summary, a heading) with the numbers that its author left open.
    pub(super) fn filled(&self, entry: &Entry, text: &str) -> String {
        if entry.figures.is_empty() {
            return text.to_owned();
        }
        let mut filled = String::with_capacity(text.len() + 8);
        for character in text.chars() {
            // A character that stands for no figure of this text is one of its author's own.
            let link = marked_figure(character).and_then(|idx| entry.figures.get(idx)?.as_ref()).filter(|link| link.is_open);
            match link {
                Some(link) => filled.push_str(&self.open_figure(link)),
                None => filled.push(character),
            }
        }
        filled
    }

    /// The summary of an entry.
    pub(super) fn summary(&self, idx: EntryIdx) -> String {
        let entry = self.model.entry(idx);
        self.filled(entry, &entry.summary)
    }

    /// The number of a figure that its author left open.
    pub(super) fn open_figure(&self, link: &FigureLink) -> String {
        self.figure_link(link, "", &mut Vec::new()).map(|(_, text)| text).unwrap_or_default()
    }
}
