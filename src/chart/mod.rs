//! A chart's numbers and words to two drawings (wide and narrow) and the table that says the same.
//!
//! It asks nobody: no number is computed here, and none is written except as it was given, save the round numbers of an axis.

mod axis;
mod data;
mod legend;
mod mark;
mod scale;
mod svg;
mod table;
mod text;
mod texture;

#[cfg(test)]
mod tests;

pub use table::{ChartCell, ChartTable};

use data::Data;
use mark::columns::ColumnStyle;
use mark::rows::RowStyle;
use svg::{Canvas, Layout};

/// Draws a chart twice and says it in a table.
///
/// - A chart without any value says `no_data` and has a table all the same.
/// - Bytes depend on the arguments only; coordinates have one decimal at most.
/// - Codes: none.
pub fn draw(chart: &Chart, words: &ChartWords) -> Drawing {
    let data = Data { chart, words };
    let wide = draw_as(Layout::Wide, data);
    let narrow = draw_as(Layout::Narrow, data);
    Drawing { wide, narrow, table: table::tabulate(chart, words) }
}

fn draw_as(layout: Layout, data: Data) -> String {
    let canvas = canvas_of(layout, data);
    canvas.finish(&data.chart.title, &data.chart.description)
}

fn canvas_of(layout: Layout, data: Data) -> Canvas {
    let new = if data.chart.kind == ChartKind::Sparkline { Canvas::tiny } else { Canvas::new };
    let mut canvas = new(layout, &data.chart.id);
    if data.is_empty() {
        mark::draw_nothing(&mut canvas, &data.words.no_data);
    } else {
        draw_marks(&mut canvas, data);
    }
    canvas
}

/// Each kind in its way, or in the nearest one that says the same: long names take rows, and parts of no whole take bars.
fn draw_marks(canvas: &mut Canvas, data: Data) {
    let has_columns = mark::columns::suit(canvas, &data);
    match data.chart.kind {
        ChartKind::Bar | ChartKind::Grouped if has_columns => mark::columns::draw(canvas, data, ColumnStyle::Beside),
        ChartKind::Stacked if has_columns => mark::columns::draw(canvas, data, ColumnStyle::Stacked),
        ChartKind::Donut if mark::donut::suits(&data) => mark::donut::draw(canvas, data),
        ChartKind::Bar | ChartKind::Grouped | ChartKind::Donut => mark::rows::draw(canvas, data, RowStyle::Bars),
        ChartKind::Stacked => mark::rows::draw(canvas, data, RowStyle::Stack),
        ChartKind::Progress => mark::rows::draw(canvas, data, RowStyle::Progress),
        ChartKind::Lollipop => mark::rows::draw(canvas, data, RowStyle::Lollipop),
        ChartKind::Line | ChartKind::Area => mark::line::draw(canvas, data),
        ChartKind::Sparkline => mark::spark::draw(canvas, data),
        ChartKind::Heatmap | ChartKind::Matrix => mark::grid::draw(canvas, data),
        ChartKind::Calendar => mark::calendar::draw(canvas, data),
    }
}

/// Everything that a drawing shows, already in words. A chart asks nobody.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// How it is drawn.
    pub kind: ChartKind,
    /// Title, which the figure's caption shows and the drawing's `<title>` says.
    pub title: String,
    /// What the drawing shows, for those who do not see it.
    pub description: String,
    /// Unit of the values as people read it: `%`, `分钟`; may be empty.
    pub unit: String,
    /// Categories along the axis, or rows of a heatmap or matrix.
    pub categories: Vec<Category>,
    /// Series; each has one mark for each category. A heatmap or matrix has a series for each column.
    pub series: Vec<Series>,
    /// A line to be reached.
    pub target: Option<Reference>,
    /// Whether all values are shares of a whole, so that the axis ends at 100 %.
    pub is_share: bool,
    /// Unique on the page, ASCII: ids inside the drawing begin with it.
    pub id: String,
}

/// One category.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Category {
    /// As people read it.
    pub label: String,
    /// A shorter form for narrow drawings; empty where there is none.
    pub short: String,
    /// The date of a calendar heatmap's cell: `2026-03-15`.
    pub date: Option<jiff::civil::Date>,
}

/// One series.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// As people read it.
    pub label: String,
    /// One for each category.
    pub marks: Vec<Mark>,
}

/// One datum.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mark {
    /// How far it reaches, in the chart's unit (95.0 for `95.0%`); `None` for what has no value.
    pub value: Option<f64>,
    /// As people read it: `95.0%`, `—` for a gap, the theme's word for what is held back. In a state matrix the state's mark: `✓`.
    pub text: String,
    /// Leads to its evidence, relative to the page; empty for none.
    pub href: String,
    /// Rows behind it, as people read it (`n = 726`); may be empty.
    pub note: String,
    /// Word of a state, as a class of the mark: `done`, `missing`; empty for numbers.
    pub state: &'static str,
}

/// A value to compare with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reference {
    /// Where the line stands, in the chart's unit.
    pub value: f64,
    /// As people read it: `目标 95%`.
    pub label: String,
}

/// Words of the theme that a chart needs beside those of its data.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChartWords {
    /// Stands where there is nothing to draw: `暂无数据`.
    pub no_data: String,
    /// Stands where one datum is missing: `—`. A mark without a value whose text is another one is held back.
    pub gap: String,
    /// Head of the table's first column, what the categories are: `支部`.
    pub category: String,
    /// Head of the values' column where the series has no label: `数值`.
    pub value: String,
    /// Said under a drawing that shows only the first of many; `{n}` is how many more the table has: `另有 {n} 项，见下表`.
    pub more: String,
    /// What the states of a matrix mean, as (state, word): `("done", "按期")`; in the order of the legend, may be empty.
    pub states: Vec<(String, String)>,
    /// Monday to Sunday, one or two characters each; empty for none.
    pub weekdays: Vec<String>,
    /// January to December as short as can be; empty for numbers.
    pub months: Vec<String>,
}

/// A chart as a page shows it.
///
/// Both drawings are elements that stand in the page; the style sheet shows one of them. Each is a picture to assistive
/// technology. What their marks lead to can be clicked; the keyboard's way to the same places is the table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// For 600 pixels and more, and for paper: `<div class="chart-wide">…</div>`.
    pub wide: String,
    /// For phones: `<div class="chart-narrow">…</div>`.
    pub narrow: String,
    /// Says the same.
    pub table: ChartTable,
}

/// The kinds of drawings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the drawing of its name")]
pub enum ChartKind {
    #[default]
    Bar,
    Grouped,
    Stacked,
    Line,
    Area,
    Donut,
    Sparkline,
    Progress,
    Heatmap,
    Calendar,
    Matrix,
    Lollipop,
}
