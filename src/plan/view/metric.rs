//! What the pages of figures show: the overview, all metrics, one metric with its evidence, one indicator, corrections.

use serde::Serialize;

use super::{ChartView, DateView, FigureView, LinkView, PagerView};

/// The overview of figures.
#[derive(Clone, Debug, Serialize)]
pub struct OverviewView {
    /// Key figures.
    pub keys: Vec<KeyFigure>,
    /// The site's own charts.
    pub charts: Vec<ChartView>,
    /// Who was most active, the most active first; empty where no metric says so.
    pub active: Option<FigureTable>,
    /// Duties of this month (quarter, year) that branches have not done yet; those that nobody lacks are left out.
    pub missing: Vec<MissingView>,
    /// Boards, duties, freshness, methods, open data: what of these has a page.
    pub links: Vec<LinkView>,
    /// Where to go when there is nothing.
    pub elsewhere: Vec<LinkView>,
}

/// A duty of a running period that some branches have not done yet.
#[derive(Clone, Debug, Serialize)]
pub struct MissingView {
    /// Title of the duty.
    pub title: String,
    /// The period.
    pub period: String,
    /// Branches that have it before them, the first of them.
    pub branches: Vec<LinkView>,
    /// How many more there are.
    pub n_more: usize,
}

/// A figure that a page begins with.
#[derive(Clone, Debug, Serialize)]
pub struct KeyFigure {
    /// The whole.
    pub figure: FigureView,
    /// The newest month (or quarter, or year) that has a value.
    pub latest: Option<FigureView>,
    /// A drawing of the trend, safe to be written as it is; empty where there is none.
    pub trend: String,
}

/// Rows of figures.
#[derive(Clone, Debug, Serialize)]
pub struct FigureTable {
    /// Its heading.
    pub title: String,
    /// What the first column holds.
    pub corner: String,
    /// Heads of the other columns.
    pub columns: Vec<String>,
    /// Rows.
    pub rows: Vec<FigureRow>,
    /// How many rows there are in all, where some are left to the open data.
    pub n_total: usize,
}

/// One row.
#[derive(Clone, Debug, Serialize)]
pub struct FigureRow {
    /// What it is about.
    pub head: String,
    /// Where that leads; empty for nowhere.
    pub href: String,
    /// One for each column.
    pub cells: Vec<Option<FigureView>>,
}

/// All metrics.
#[derive(Clone, Debug, Serialize)]
pub struct MetricsView {
    /// In the order of their declaration.
    pub metrics: Vec<MethodView>,
    /// Weighted metrics.
    pub indicators: Vec<LinkView>,
    /// The day up to which everything counts.
    pub as_of: DateView,
    /// Where to go when there is none.
    pub elsewhere: Vec<LinkView>,
}

/// How a metric is counted.
#[derive(Clone, Debug, Serialize)]
pub struct MethodView {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// What it says, in words.
    pub definition: String,
    /// Its page.
    pub href: String,
    /// The whole.
    pub figure: FigureView,
    /// The formula as written.
    pub formula: String,
    /// The condition as written; may be empty.
    pub condition: String,
    /// The column that dates a row; may be empty.
    pub time: String,
    /// The relation, in words.
    pub from: String,
    /// The relation as in formulas.
    pub from_name: String,
    /// The unit in words; its id where it is a plain count.
    pub unit: String,
    /// What it is cut by.
    pub dimensions: Vec<String>,
    /// The post that answers for it; may be empty.
    pub owner: String,
    /// Digits behind the point.
    pub n_decimals: u8,
    /// Word of how they are rounded: `half_up`.
    pub rounding: &'static str,
    /// `up`, `down` or nothing.
    pub direction: &'static str,
    /// Whether small slices are held back.
    pub is_guarded: bool,
    /// Why they are not, where rows are about persons all the same; may be empty.
    pub public_reason: String,
    /// Whether a part without rows is zero.
    pub is_empty_zero: bool,
}

/// A page of a metric.
#[derive(Clone, Debug, Serialize)]
pub struct MetricView {
    /// How it is counted.
    pub method: MethodView,
    /// The figure of this page: the whole, or the value that the page is about.
    pub figure: FigureView,
    /// What the page is about: the label of a value of the first dimension; empty for the whole.
    pub part: String,
    /// Number of the page among those of one folder, from one.
    pub number: usize,
    /// The same in SQL.
    pub sql: String,
    /// Files that the rows come from.
    pub sources: Vec<SourceView>,
    /// The trend, and how values compare.
    pub charts: Vec<ChartView>,
    /// By period and by dimension.
    pub tables: Vec<FigureTable>,
    /// Open data of this metric.
    pub downloads: Vec<LinkView>,
    /// The rows behind each slice of this page.
    pub evidence: Vec<EvidenceView>,
    /// The slices of this page, where there are so many rows that only the files have room for them.
    pub lines: Vec<EvidenceLineView>,
    /// The other pages of this folder.
    pub pager: Option<PagerView>,
}

/// A file of the sources.
#[derive(Clone, Debug, Serialize)]
pub struct SourceView {
    /// Its path in the project.
    pub name: String,
    /// The beginning of its BLAKE3 digest.
    pub digest: String,
}

/// The rows behind one slice.
#[derive(Clone, Debug, Serialize)]
pub struct EvidenceView {
    /// Its anchor.
    pub anchor: String,
    /// What it is about: `数控教工党支部 · 2024年3月`.
    pub title: String,
    /// The figure.
    pub figure: FigureView,
    /// Heads of the columns.
    pub columns: Vec<String>,
    /// The rows, as many as a page lists.
    pub rows: Vec<EvidenceRowView>,
    /// Rows that are listed, as people read it.
    pub n_listed: String,
    /// Rows that count, as people read it.
    pub n_total: String,
    /// Rows that count here and are listed under a larger part only, as people read it; empty for none.
    pub n_elsewhere: String,
    /// The larger part that lists them.
    pub larger: Option<LinkView>,
    /// Whether some are left to the open data.
    pub is_cut: bool,
    /// The file of all rows; empty where there is none.
    pub href: String,
    /// Whether what stands behind it is the query alone.
    pub is_query: bool,
}

/// One slice whose rows are in a file.
#[derive(Clone, Debug, Serialize)]
pub struct EvidenceLineView {
    /// Its anchor.
    pub anchor: String,
    /// What it is about.
    pub title: String,
    /// The figure with its unit.
    pub text: String,
    /// Rows that count; empty where that is held back.
    pub n: String,
    /// The file of its rows; empty where there is none.
    pub href: String,
}

/// One row that counts.
#[derive(Clone, Debug, Serialize)]
pub struct EvidenceRowView {
    /// File, sheet and row, or a keyed code.
    pub origin: String,
    /// The row's own page; empty for none.
    pub href: String,
    /// One for each column.
    pub cells: Vec<EvidenceCellView>,
}

/// One cell of a row that counts.
#[derive(Clone, Debug, Serialize)]
pub struct EvidenceCellView {
    /// As people read it.
    pub text: String,
    /// The page of what it names; empty for none.
    pub href: String,
}

/// A weighted tree of metrics.
#[derive(Clone, Debug, Serialize)]
pub struct IndicatorView {
    /// What it scores: each subject in each period.
    pub sheets: Vec<IndicatorSheet>,
    /// In one line.
    pub lead: String,
    /// The other pages.
    pub pager: Option<PagerView>,
    /// Where to go when there is nothing.
    pub elsewhere: Vec<LinkView>,
    /// The day up to which it counts.
    pub as_of: DateView,
}

/// The score of one subject in one period, so that it can be added up by hand.
#[derive(Clone, Debug, Serialize)]
pub struct IndicatorSheet {
    /// Its anchor.
    pub anchor: String,
    /// The subject; empty for the site as a whole.
    pub subject: String,
    /// The period.
    pub period: String,
    /// The sum.
    pub score: String,
    /// The items, parents before their children.
    pub items: Vec<IndicatorLine>,
}

/// One item of a tree.
#[derive(Clone, Debug, Serialize)]
pub struct IndicatorLine {
    /// Title.
    pub title: String,
    /// How deep it stands, from nought.
    pub depth: usize,
    /// Its weight.
    pub weight: String,
    /// The metric's figure; `None` for an item with items below.
    pub figure: Option<FigureView>,
    /// How a value becomes a score, in words.
    pub rule: String,
    /// Its score, from 0 to 100.
    pub score: String,
    /// Score times weight.
    pub product: String,
}

/// Published figures that were corrected.
#[derive(Clone, Debug, Serialize)]
pub struct CorrectionsView {
    /// The newest first.
    pub corrections: Vec<CorrectionView>,
}

/// One correction.
#[derive(Clone, Debug, Serialize)]
pub struct CorrectionView {
    /// The figure as it is now.
    pub figure: FigureView,
    /// As it was published.
    pub old: String,
    /// Why it changed.
    pub why: String,
    /// When.
    pub on: Option<DateView>,
    /// The post that answers for it; may be empty.
    pub by: String,
}
