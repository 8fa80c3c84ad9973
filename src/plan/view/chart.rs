//! What pages show of a chart, a table of figures, and a figure in a sentence.

use serde::Serialize;

use super::FigureView;
use crate::chart::ChartTable;

/// A chart with everything around its drawing.
#[derive(Clone, Debug, Serialize)]
pub struct ChartView {
    /// Unique on its page, ASCII.
    pub id: String,
    /// What stands above it.
    pub title: String,
    /// What it shows.
    pub description: String,
    /// The drawing for wide screens: HTML, safe as it stands; empty if there is nothing to draw.
    pub wide: String,
    /// The drawing for phones.
    pub narrow: String,
    /// Says the same in rows.
    pub table: ChartTable,
    /// The open data behind it, for each series or for all.
    pub files: Vec<ChartFileView>,
    /// Whether there is nothing to draw.
    pub is_empty: bool,
}

/// A file of open data behind a chart.
#[derive(Clone, Debug, Serialize)]
pub struct ChartFileView {
    /// What it holds.
    pub title: String,
    /// Where it is.
    pub href: String,
}

/// A table of figures.
#[derive(Clone, Debug, Serialize)]
pub struct FigureTableView {
    /// What stands above it.
    pub title: String,
    /// Heads of the columns; the first is that of the rows.
    pub head: Vec<String>,
    /// The rows: a name and a figure for each further column.
    pub rows: Vec<FigureRowView>,
    /// The open data behind it; empty where the site has none.
    pub csv: String,
}

/// A row of a table of figures.
#[derive(Clone, Debug, Serialize)]
pub struct FigureRowView {
    /// What it is about.
    pub title: String,
    /// One for each column.
    pub figures: Vec<FigureView>,
}

/// A figure in a sentence.
#[derive(Clone, Debug, Serialize)]
pub struct FigureLinkView {
    /// The figure.
    pub figure: FigureView,
    /// What readers see: the author's own words for it, or the number where it was left open.
    pub text: String,
}
