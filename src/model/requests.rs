//! What a text asks of the figures: charts, boards, tables, numbers in sentences, each with its places in the file.
//!
//! Whether a metric or a branch of that name exists is known only when everything has been computed: `plan` judges it.

use super::form::Form;
use super::links::percent_decoded;
use crate::diag::{Diagnostic, FileId, Place, Span, codes};
use crate::read::{FigureText, Note, Value};

/// A word that an author wrote, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// As written.
    pub text: String,
    /// Where.
    pub place: Place,
}

/// Which part of the rows: a dimension and its value.
pub type Filter = (Asked, Asked);

/// A ` ```chart ` block, or an entry of `data/charts.toml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartRequest {
    /// Metrics, one series each; empty if it shows a duty.
    pub metrics: Vec<Asked>,
    /// The duty of a matrix.
    pub compliance: Option<Asked>,
    /// One of [`CHART_TYPES`].
    pub kind: &'static str,
    /// Where `kind` stands.
    pub kind_place: Place,
    /// A dimension or a kind of period along the axis.
    pub x: Option<Asked>,
    /// A dimension or a kind of period of which each value is a series or a row.
    pub y: Option<Asked>,
    /// A period; none is everything.
    pub period: Option<Asked>,
    /// Which part of the rows.
    pub filters: Vec<Filter>,
    /// What stands above it.
    pub title: String,
    /// What it shows, for those who do not see it.
    pub description: String,
    /// How many categories, the greatest first; none is all in their own order.
    pub top: Option<u32>,
    /// The whole request.
    pub place: Place,
}

/// A ` ```board ` block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardRequest {
    /// A board of `data/boards.toml`.
    pub id: Asked,
    /// How many rows; none is what the board says.
    pub top: Option<u32>,
    /// The period; none is the board's newest.
    pub period: Option<Asked>,
    /// The whole request.
    pub place: Place,
}

/// A ` ```table ` block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRequest {
    /// The metric.
    pub metric: Asked,
    /// A dimension or a kind of period.
    pub rows: Option<Asked>,
    /// A dimension or a kind of period.
    pub columns: Option<Asked>,
    /// A period; none is everything.
    pub period: Option<Asked>,
    /// Which part of the rows.
    pub filters: Vec<Filter>,
    /// What stands above it.
    pub title: String,
    /// The whole request.
    pub place: Place,
}

/// A figure in a sentence: `[95.0%](figure:completion_rate?branch=shukong&period=2024)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureLink {
    /// The metric.
    pub metric: Asked,
    /// Which part of the rows.
    pub filters: Vec<Filter>,
    /// The period; none is everything.
    pub period: Option<Asked>,
    /// What the author says that it is.
    pub text: Asked,
    /// Whether the number is to be filled in.
    pub is_open: bool,
}

/// Ways of drawing.
pub const CHART_TYPES: [&str; 12] =
    ["bar", "grouped", "stacked", "line", "area", "donut", "sparkline", "progress", "heatmap", "calendar", "matrix", "lollipop"];

/// Reads a chart; `None` if it says too little to be drawn.
pub fn chart(form: &mut Form<'_>) -> Option<ChartRequest> {
    let mut metrics = asked_list(form, "metrics");
    metrics.extend(asked(form, "metric").filter(|_| metrics.is_empty()));
    let compliance = asked(form, "compliance");
    if metrics.is_empty() && compliance.is_none() {
        form.miss("metric");
    }
    if !form.has("type") {
        form.miss("type");
    }
    let kind = form.choice("type", &CHART_TYPES.map(|word| (word, word)));
    let request = ChartRequest {
        kind_place: form.place_of("type"),
        x: asked(form, "x"),
        y: asked(form, "y"),
        period: asked(form, "period"),
        filters: filters(form),
        title: form.required_text("title"),
        description: form.required_text("description"),
        top: form.count("top").filter(|top| *top > 0),
        place: form.own_place(),
        kind: kind.unwrap_or_default(),
        metrics,
        compliance,
    };
    let is_whole = kind.is_some() && (!request.metrics.is_empty() || request.compliance.is_some());
    is_whole.then_some(request)
}

/// Reads a board.
pub fn board(form: &mut Form<'_>) -> Option<BoardRequest> {
    let id = required(form, "id");
    let top = form.count("top").filter(|top| *top > 0);
    let period = asked(form, "period");
    Some(BoardRequest { id: id?, top, period, place: form.own_place() })
}

/// Reads a table.
pub fn table(form: &mut Form<'_>) -> Option<TableRequest> {
    let metric = required(form, "metric");
    let rows = asked(form, "rows");
    let columns = asked(form, "columns");
    let period = asked(form, "period");
    let (filters, title) = (filters(form), form.required_text("title"));
    Some(TableRequest { metric: metric?, rows, columns, period, filters, title, place: form.own_place() })
}

fn required(form: &mut Form<'_>, key: &'static str) -> Option<Asked> {
    if !form.has(key) {
        form.miss(key);
    }
    asked(form, key)
}

/// A word; a year may be written without quotes.
fn asked(form: &mut Form<'_>, key: &'static str) -> Option<Asked> {
    let node = form.node(key)?;
    if let Value::Integer(number) = &node.value {
        return Some(Asked { text: number.to_string(), place: form.place(node.span) });
    }
    let written = form.written(key)?;
    Some(Asked { text: written.text.to_owned(), place: form.place(written.span) })
}

fn asked_list(form: &mut Form<'_>, key: &'static str) -> Vec<Asked> {
    let mut list = Vec::new();
    for written in form.written_list(key) {
        list.push(Asked { text: written.text.to_owned(), place: form.place(written.span) });
    }
    list
}

/// `filters = { branch = "shukong" }`: any key, because dimensions are named by the site.
fn filters(form: &mut Form<'_>) -> Vec<Filter> {
    let mut filters = Vec::new();
    // Asked for as a table first, so that anything else is reported.
    if form.table("filters").is_none() {
        return filters;
    }
    let Some(node) = form.node("filters") else { return filters };
    let Value::Fields(fields) = &node.value else { return filters };
    for (key, value) in &fields.entries {
        let text = match &value.value {
            Value::Text(text) => text.trim().to_owned(),
            Value::Integer(number) => number.to_string(),
            Value::Bool(is_true) => u8::from(*is_true).to_string(),
            _ => {
                form.found.push(codes::text_expected.at(form.place(value.span)).with("key", &key.text));
                continue;
            }
        };
        let key = Asked { text: key.text.clone(), place: form.place(key.span) };
        filters.push((key, Asked { text, place: form.place(value.span) }));
    }
    filters
}

/// The figures of a text's sentences.
///
/// - Codes: P224 a figure without the name of a metric, or with a part that is not `name=value`.
pub(super) fn figures_of(note: &Note, found: &mut Vec<Diagnostic>) -> Vec<Option<FigureLink>> {
    note.prose.body.figures.iter().map(|figure| figure_link(note.file, figure, found)).collect()
}

fn figure_link(file: FileId, figure: &FigureText, found: &mut Vec<Diagnostic>) -> Option<FigureLink> {
    let (metric, rest) = figure.target.split_once('?').unwrap_or((&figure.target, ""));
    let part = Part { file, figure };
    let mut link = FigureLink {
        metric: part.asked(metric),
        filters: Vec::new(),
        period: None,
        text: Asked { text: figure.text.clone(), place: Place::Text(file, figure.text_span) },
        is_open: figure.is_open(),
    };
    let mut bad = metric.trim().is_empty().then_some(metric);
    for pair in rest.split('&').filter(|pair| !pair.trim().is_empty()) {
        match pair.split_once('=') {
            Some((key, value)) if key.trim() == "period" => link.period = Some(part.asked(value)),
            Some((key, value)) if !key.trim().is_empty() && !value.trim().is_empty() => {
                link.filters.push((part.asked(key), part.asked(value)));
            }
            _ => bad = Some(pair),
        }
    }
    if let Some(bad) = bad {
        found.push(codes::bad_figure_link.at(part.asked(bad).place).with("target", &figure.target));
        return None;
    }
    Some(link)
}

/// A link's destination, of which parts are cut.
struct Part<'a> {
    file: FileId,
    figure: &'a FigureText,
}

impl Part<'_> {
    /// A part of the destination with its place, which is known where the destination stands in the file as it is.
    fn asked(&self, part: &str) -> Asked {
        let FigureText { target, target_span: span, .. } = self.figure;
        let is_literal = (span.end - span.start) as usize == target.len();
        let offset = part.as_ptr() as usize - target.as_ptr() as usize;
        let start = span.start as usize + offset;
        let span = if is_literal && !part.is_empty() { Span::new(start, start + part.len()) } else { *span };
        Asked { text: percent_decoded(part.trim()), place: Place::Text(self.file, span) }
    }
}
