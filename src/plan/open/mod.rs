//! What is published to the files of open data below `open/`: which there are, what their columns are, and their rows one by one.
//!
//! Rows are handed out when a file is written, and never kept: the evidence of a large site has more bytes than its memory.

mod compliance;
mod evidence;
mod metric;
mod notices;
mod points;
mod sheet;
mod table;

use crate::diag::{Diagnostic, Place};
use crate::source::Hash;

use super::host::accepts;
use super::paths::Paths;
use super::{OutPath, Plan, What};

pub use self::sheet::{OpenLine, OpenSheet};

/// A table of open data. It is one CSV file and one JSON file, or, where it is large, several CSV files.
#[derive(Clone, Debug)]
pub struct OpenSet {
    /// Unique, as the data package names it: `metrics-completion_rate`.
    pub name: String,
    /// What people read.
    pub title: String,
    /// Its files.
    pub parts: Vec<OpenPart>,
    /// How many rows it has, where that is known before they are written.
    pub n_rows: Option<u64>,
    /// Whether it has no rows.
    pub is_empty: bool,
    group: OpenGroup,
    what: OpenWhat,
}

/// One file of a table, or the same rows in two formats.
#[derive(Clone, Debug)]
pub struct OpenPart {
    /// The rows as CSV.
    pub csv: OutPath,
    /// The same rows as JSON.
    pub json: Option<OutPath>,
}

/// The parts of `open/`, in the order in which people read them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::plan) enum OpenGroup {
    Metrics,
    Evidence,
    Points,
    Duties,
    Tables,
}

/// What a table of open data is made of.
#[derive(Clone, Copy, Debug)]
enum OpenWhat {
    /// A table of the site, by its position.
    Table(usize),
    /// A metric, by its position.
    Metric(usize),
    /// The rows behind a metric, by its position.
    Evidence(usize),
    Compliance,
    /// A rule set, by its position.
    Points(usize),
    Notices,
}

/// A column of open data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenColumn {
    /// As programs read it.
    pub name: String,
    /// As people read it; may be the name.
    pub title: String,
    /// What its cells are.
    pub kind: OpenKind,
    /// Whether it tells rows apart, alone or with others.
    pub is_key: bool,
}

/// What the cells of a column are, in the words of the Frictionless table schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the type of its name")]
pub enum OpenKind {
    Text,
    Number,
    Integer,
    Flag,
    Date,
    Month,
}

/// A cell of open data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenCell<'a> {
    /// Nothing.
    Empty,
    /// A text that somebody wrote: a spreadsheet might take it for a formula.
    Text(&'a str),
    /// A text that only programs write: a date, a period, a word.
    Plain(&'a str),
    /// An exact decimal number.
    Number(&'a str),
    /// Yes or no.
    Flag(bool),
}

/// Takes one row; the cells are in the order of the columns.
pub type TakeRow<'r> = dyn FnMut(&[OpenCell<'_>]) + 'r;

/// The description of all files.
const PACKAGE: &str = "open/datapackage.json";

/// Plans the files of open data and the page that lists them.
pub(super) fn take_open(plan: &mut Plan<'_>, paths: &mut Paths, found: &mut Vec<Diagnostic>) {
    let host = &plan.model.site.host;
    let (takes_csv, takes_json) = (accepts(host, "csv"), accepts(host, "json"));
    plan.take("open/index.html", Place::Project, What::Open, paths, found);
    // A host that refuses the files gets the page alone, which says so.
    if !takes_csv {
        return;
    }
    let mut sets = Vec::new();
    metric::add_sets(plan, &mut sets);
    evidence::add_sets(plan, &mut sets);
    compliance::add_set(plan, &mut sets);
    points::add_sets(plan, &mut sets);
    notices::add_set(plan, &mut sets);
    table::add_sets(plan, &mut sets);
    sets.sort_by_key(|set| set.group);
    for mut set in sets {
        set.has_json &= takes_json;
        take_set(plan, set, paths, found);
    }
    plan.package = if takes_json { paths.take(PACKAGE, Place::Project, found) } else { None };
    plan.site.has_open_data = !plan.open.is_empty();
}

/// A set before its paths are taken: the path of each part without its ending, and whether it is JSON, too.
struct Draft {
    name: String,
    title: String,
    stems: Vec<String>,
    has_json: bool,
    n_rows: Option<u64>,
    is_empty: bool,
    group: OpenGroup,
    what: OpenWhat,
}

fn take_set(plan: &mut Plan<'_>, draft: Draft, paths: &mut Paths, found: &mut Vec<Diagnostic>) {
    let mut parts = Vec::with_capacity(draft.stems.len());
    for stem in &draft.stems {
        let Some(csv) = paths.take(&format!("{stem}.csv"), Place::Project, found) else { continue };
        let json = if draft.has_json { paths.take(&format!("{stem}.json"), Place::Project, found) } else { None };
        parts.push(OpenPart { csv, json });
    }
    let Draft { name, title, n_rows, is_empty, group, what, .. } = draft;
    plan.open.push(OpenSet { name, title, parts, n_rows, is_empty, group, what });
}

impl Plan<'_> {
    /// The CSV file of a table, from a page with this root; `None` where the site does not have it.
    pub(super) fn open_csv(&self, name: &str, root: &str) -> Option<String> {
        let set = self.open.iter().find(|set| set.name == name)?;
        set.parts.first().map(|part| format!("{root}{}", part.csv.as_str()))
    }

    /// The columns of a table of open data.
    pub fn open_columns(&self, set: &OpenSet) -> Vec<OpenColumn> {
        match set.what {
            OpenWhat::Table(idx) => table::columns(self, idx),
            OpenWhat::Metric(idx) => metric::columns(self, idx),
            OpenWhat::Evidence(idx) => evidence::columns(self, idx),
            OpenWhat::Compliance => compliance::columns(),
            OpenWhat::Points(_) => points::columns(),
            OpenWhat::Notices => notices::columns(),
        }
    }

    /// A digest of everything that decides the bytes of a table; `None` for tables that are written sooner than compared.
    pub fn open_digest(&self, set: &OpenSet) -> Option<Hash> {
        match set.what {
            OpenWhat::Evidence(idx) if evidence::is_cut(self, idx) => Some(evidence::digest(self, idx)),
            _ => None,
        }
    }

    /// Gives each row of a part of a table of open data, in order.
    pub fn each_open_row(&self, set: &OpenSet, part: usize, take: &mut TakeRow<'_>) {
        match set.what {
            OpenWhat::Table(idx) => table::each_row(self, idx, take),
            OpenWhat::Metric(idx) => metric::each_row(self, idx, take),
            OpenWhat::Evidence(idx) => evidence::each_row(self, idx, part, take),
            OpenWhat::Compliance => compliance::each_row(self, take),
            OpenWhat::Points(idx) => points::each_row(self, idx, take),
            OpenWhat::Notices => notices::each_row(self, take),
        }
    }
}

impl OpenSet {
    /// The part of `open/` that it belongs to.
    pub(in crate::plan) fn group(&self) -> OpenGroup {
        self.group
    }
}

impl OpenGroup {
    /// The groups in order.
    pub(in crate::plan) const ALL: [Self; 5] = [Self::Metrics, Self::Evidence, Self::Points, Self::Duties, Self::Tables];

    /// As the words of the theme name it.
    pub(in crate::plan) fn name(self) -> &'static str {
        match self {
            Self::Metrics => "metrics",
            Self::Evidence => "evidence",
            Self::Points => "points",
            Self::Duties => "duties",
            Self::Tables => "tables",
        }
    }
}

impl OpenColumn {
    fn new(name: &str, title: &str, kind: OpenKind) -> Self {
        Self { name: name.to_owned(), title: title.to_owned(), kind, is_key: false }
    }

    fn of_name(name: &str, kind: OpenKind) -> Self {
        Self::new(name, name, kind)
    }

    fn key(name: &str, title: &str, kind: OpenKind) -> Self {
        Self { is_key: true, ..Self::new(name, title, kind) }
    }
}
