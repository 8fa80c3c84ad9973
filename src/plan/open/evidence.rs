//! The rows behind a metric to the rows of `open/evidence/<metric>`: each counted row once, under its finest slice that may be shown.
//!
//! A million rows may be behind each of a dozen metrics: these go another way, see [`super::sheet`].

use std::collections::BTreeMap;

use crate::metrics::{MetricSpec, Period, SliceKey};
use crate::plan::Plan;
use crate::privacy::{EvidenceRow, RowName};
use crate::source::Hash;

use super::table::Written;
use super::{Draft, OpenCell, OpenColumn, OpenGroup, OpenKind, OpenWhat, TakeRow, table};

/// Above, there is one file a month: a spreadsheet opens a hundred thousand rows, a phone does not.
const N_ROWS_PER_FILE: usize = 50_000;

/// What tells rows apart beside their slice.
const ORIGIN: [&str; 3] = ["file", "sheet", "row"];

/// What is said of an entry beside its id.
const OF_ENTRY: [&str; 2] = ["title", "date"];

/// One set for each metric whose rows can be listed.
pub(super) fn add_sets(plan: &Plan<'_>, sets: &mut Vec<Draft>) {
    for (idx, metric) in plan.figures.metrics.iter().enumerate() {
        let evidence = plan.figures.evidence(idx);
        if evidence.is_query() {
            continue;
        }
        let id = &metric.spec().id;
        let stem = format!("open/evidence/{id}");
        let is_cut = is_cut(plan, idx);
        let stems = if is_cut {
            parts(plan, idx).keys().map(|part| format!("{stem}/{}", part_name(*part))).collect()
        } else {
            vec![stem]
        };
        sets.push(Draft {
            name: format!("evidence-{id}"),
            title: plan.theme.fill("open.evidence", &[("title", &metric.spec().title)]),
            stems,
            has_json: !is_cut,
            // Not said: a row more or less is to change the evidence, and no page beside it.
            n_rows: None,
            is_empty: evidence.is_empty(),
            group: OpenGroup::Evidence,
            what: OpenWhat::Evidence(idx),
        });
    }
}

/// Whether the evidence of a metric has a file for each period.
pub(super) fn is_cut(plan: &Plan<'_>, idx: usize) -> bool {
    plan.figures.evidence(idx).len() > N_ROWS_PER_FILE
}

/// The periods that rows are listed under, with the number of each one's file.
pub(super) fn parts(plan: &Plan<'_>, idx: usize) -> BTreeMap<Period, usize> {
    let metric = &plan.figures.metrics[idx];
    let evidence = plan.figures.evidence(idx);
    let used = (0..metric.len()).filter(|slice| evidence.has_rows_under(*slice)).map(|slice| (metric.key(slice).period, 0));
    let mut parts: BTreeMap<Period, usize> = used.collect();
    for (number, part) in parts.values_mut().enumerate() {
        *part = number;
    }
    parts
}

/// `2024-03`; rows of months that are held back stand in the file of a longer period.
fn part_name(period: Period) -> String {
    if period == Period::All { "all".to_owned() } else { period.to_string().to_lowercase() }
}

pub(super) fn columns(plan: &Plan<'_>, idx: usize) -> Vec<OpenColumn> {
    let spec = plan.figures.metrics[idx].spec();
    let evidence = plan.figures.evidence(idx);
    let mut columns: Vec<OpenColumn> = Vec::new();
    columns.extend(spec.dimensions.iter().map(|one| OpenColumn::new(&one.id, &one.label, OpenKind::Text)));
    columns.extend(["period_kind", "period"].map(|name| OpenColumn::of_name(name, OpenKind::Text)));
    columns.extend(ORIGIN.map(|name| OpenColumn::of_name(name, OpenKind::Text)));
    match evidence.table() {
        Some(table) => {
            let schema = table.schema();
            columns.extend(evidence.columns().into_iter().map(|column| table::open_column(&schema.columns[column])));
        }
        None => {
            columns.extend([OpenColumn::of_name(OF_ENTRY[0], OpenKind::Text), OpenColumn::of_name(OF_ENTRY[1], OpenKind::Date)])
        }
    }
    tell_apart(spec, &mut columns);
    columns
}

/// A column of the ledger whose name a column of the slice has already is named with its relation: `attendance.kind`.
fn tell_apart(spec: &MetricSpec, columns: &mut [OpenColumn]) {
    let n_before = spec.dimensions.len() + 2 + ORIGIN.len();
    let (before, own) = columns.split_at_mut(n_before);
    for column in own {
        if before.iter().any(|other| other.name == column.name) {
            column.name = format!("{}.{}", spec.from, column.name);
        }
    }
}

pub(super) fn each_row(plan: &Plan<'_>, idx: usize, part: usize, take: &mut TakeRow<'_>) {
    let evidence = plan.figures.evidence(idx);
    let metric = &plan.figures.metrics[idx];
    let heads: Vec<Head> = (0..metric.len()).map(|slice| Head::of(metric.spec(), metric.key(slice))).collect();
    let parts = if is_cut(plan, idx) { parts(plan, idx) } else { BTreeMap::new() };
    let is_here = |slice: usize| parts.is_empty() || parts.get(&metric.key(slice).period) == Some(&part);
    let is_wanted: Vec<bool> = (0..metric.len()).map(is_here).collect();
    let writer = Writer { plan, columns: evidence.columns(), heads };
    evidence.each_row_where(&|key| is_wanted[key], &mut |row| writer.push(&row, take));
}

/// A digest of everything that decides the bytes of a metric's evidence.
pub(super) fn digest(plan: &Plan<'_>, idx: usize) -> Hash {
    let metric = &plan.figures.metrics[idx];
    let evidence = plan.figures.evidence(idx);
    let mut hasher = blake3::Hasher::new();
    let mut text = |text: &str| {
        hasher.update(&(text.len() as u64).to_le_bytes()).update(text.as_bytes());
    };
    // Another version of yuandi may write the same rows in another way.
    text(concat!("evidence ", env!("CARGO_PKG_VERSION"), " 2"));
    columns(plan, idx).iter().for_each(|column| text(&column.name));
    for slice in 0..metric.len() {
        let head = Head::of(metric.spec(), metric.key(slice));
        head.values.iter().for_each(|value| text(value));
        text(head.kind);
        text(&head.period);
    }
    for file in evidence.table().into_iter().flat_map(|table| table.files()) {
        text(plan.data_files.get(&file).map_or("", |file| &file.name));
    }
    hasher.update(&evidence.digest());
    *hasher.finalize().as_bytes()
}

/// The cells that all rows of a slice share.
pub(super) struct Head {
    values: Vec<String>,
    kind: &'static str,
    period: String,
}

impl Head {
    pub(super) fn of(spec: &MetricSpec, key: &SliceKey) -> Self {
        let id = |(idx, value): (usize, &Option<u32>)| {
            let value = value.and_then(|value| spec.dimensions[idx].values.get(value as usize));
            value.map(|value| value.id.to_string()).unwrap_or_default()
        };
        let values = key.values.iter().enumerate().map(id).collect();
        Self { values, kind: key.period.kind().name(), period: key.period.to_string() }
    }

    pub(super) fn cells(&self) -> Vec<OpenCell<'_>> {
        let mut cells: Vec<OpenCell<'_>> = self.values.iter().map(|value| text_or_empty(value)).collect();
        cells.extend([OpenCell::Plain(self.kind), plain_or_empty(&self.period)]);
        cells
    }
}

struct Writer<'p> {
    plan: &'p Plan<'p>,
    columns: Vec<usize>,
    heads: Vec<Head>,
}

impl Writer<'_> {
    fn push(&self, row: &EvidenceRow<'_>, take: &mut TakeRow<'_>) {
        let mut cells = self.heads[row.key].cells();
        let number;
        let (file, name) = match &row.name {
            RowName::Code(code) => (row.cells.map(|cells| cells.file()), code.as_str()),
            RowName::Number(file, at) => {
                number = at.to_string();
                (Some(*file), number.as_str())
            }
            RowName::Entry(entry) => {
                let entry = self.plan.model.entry(*entry);
                (Some(entry.file), &*entry.id)
            }
        };
        let file = file.and_then(|file| self.plan.data_files.get(&file)).map_or("", |file| &file.name);
        cells.extend([text_or_empty(file), OpenCell::Empty, OpenCell::Plain(name)]);
        if let RowName::Entry(entry) = &row.name {
            let entry = self.plan.model.entry(*entry);
            let date = entry.date.map(|date| date.to_string()).unwrap_or_default();
            cells.extend([OpenCell::Text(&entry.title), plain_or_empty(&date)]);
            return take(&cells);
        }
        let value = |column: &usize| row.cells.as_ref().map_or(Written::Empty, |public| table::of_cell(public.cell(*column)));
        let values: Vec<Written<'_>> = self.columns.iter().map(value).collect();
        cells.extend(values.iter().map(Written::cell));
        take(&cells);
    }
}

pub(super) fn text_or_empty(text: &str) -> OpenCell<'_> {
    if text.is_empty() { OpenCell::Empty } else { OpenCell::Text(text) }
}

fn plain_or_empty(text: &str) -> OpenCell<'_> {
    if text.is_empty() { OpenCell::Empty } else { OpenCell::Plain(text) }
}
