//! The rows behind a metric to what may be listed of them: each once, under the finest slice that may be shown.
//!
//! A row of a held-back slice is listed under the nearest shown one above it: month, quarter, year, all; then without the last
//! dimension, and so on. The rows under a key are then a shown slice minus other keys, so that counting them says nothing that the
//! figures do not say. For the same reason, where rows are about persons,
//!
//! - a dimension of which rows have several values is in no key: the rows of one value overlap with those of another;
//! - rows on whose number a held-back figure rests ([`super::suppress`]) come without their columns, and with a code of this metric
//!   alone: laid over each other, the lists of two metrics would count what neither may show;
//! - the order is that of the codes, and no row has its number in the ledger.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::metrics::{Class, Metric, Origin, Period, PeriodKind, SliceKey};
use crate::model::table::{Cell, Sensitivity};
use crate::model::{EntryIdx, Row, Table};

use super::key::written;
use super::row_codes::{Coder, RowCodes};
use super::suppress::coarser;
use super::{Published, PublishedMetric};
use crate::diag::FileId;

/// What may be listed behind a metric.
#[derive(Clone, Copy, Debug)]
pub struct Evidence<'p> {
    metric: &'p PublishedMetric<'p>,
    pub(super) index: &'p Index,
    /// Asked for once, not by every row.
    table: Option<&'p Table>,
    coder: Option<Coder<'p>>,
}

/// One row.
#[derive(Debug)]
pub struct EvidenceRow<'p> {
    /// Position of the slice it is listed under.
    pub key: usize,
    /// What it is known by.
    pub name: RowName,
    /// Its public columns; `None` where they would say too much, and for entries.
    pub cells: Option<PublicCells<'p>>,
}

/// What a row is known by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowName {
    /// A row about a person.
    Code(String),
    /// Where it stands: the file, and the number of the row as the author counts, from one.
    Number(FileId, u32),
    /// An entry, which has a page.
    Entry(EntryIdx),
}

/// The public columns of a row.
#[derive(Clone, Copy, Debug)]
pub struct PublicCells<'p>(Row<'p>);

/// The rows of one slice.
#[derive(Debug)]
pub struct EvidenceList<'p> {
    /// The first of them, in the order of publication.
    pub rows: Vec<EvidenceRow<'p>>,
    /// How many could be listed.
    pub n_total: u64,
    /// How many more count here and are listed under a coarser slice.
    pub n_elsewhere: u64,
}

/// Which rows of a metric are listed under which slice.
#[derive(Debug)]
pub(super) struct Index {
    /// For each class the position of its slice; [`NOWHERE`] for classes that are not listed.
    pub(super) key_of_class: Vec<u32>,
    /// Rows in the order of publication.
    order: Vec<u32>,
    /// The rows under slice `s`, by their places in `order`, are `by_key[starts[s]..starts[s + 1]]`, sorted.
    by_key: Vec<u32>,
    starts: Vec<usize>,
    /// Pairs of a slice and a key that lies within it, sorted.
    within: Vec<(u32, u32)>,
    /// For a view: how often its row's origin came before it.
    repeats: Vec<u32>,
}

/// The place of a list's first row in the order of publication, and the list behind it; the smallest is on top.
type Next<'r> = Reverse<(u32, &'r [u32])>;

pub(super) const NOWHERE: u32 = u32::MAX;

impl<'f> Published<'f> {
    /// The evidence of the metric at a position.
    pub fn evidence(&'f self, position: usize) -> Evidence<'f> {
        let metric = &self.metrics[position];
        let index = self.evidence[position].get_or_init(|| Index::of(self, metric));
        let (table, coder) = (table_of(self, metric.metric), coder_of(self, metric.metric));
        Evidence { metric, index, table, coder }
    }
}

impl PublicCells<'_> {
    /// The value of a column of the table's schema, by position.
    pub fn cell(&self, column: usize) -> Cell<'_> {
        self.0.cell(column)
    }

    /// The file it stands in.
    pub fn file(&self) -> FileId {
        self.0.file()
    }
}

impl<'p> Evidence<'p> {
    /// The table that the rows are of; `None` for entries, and for a query.
    pub fn table(&self) -> Option<&'p Table> {
        self.table
    }

    /// Whether the rows come out of a query and have no place: the evidence is then the query.
    pub fn is_query(&self) -> bool {
        self.metric.metric.rows.origin == Origin::Query
    }

    /// Whether rows are known by codes.
    pub fn is_coded(&self) -> bool {
        self.coder.is_some()
    }

    /// The public columns of the table, by position in its schema.
    pub fn columns(&self) -> Vec<usize> {
        let Some(table) = self.table() else { return Vec::new() };
        let columns = table.schema().columns.iter().enumerate();
        columns.filter(|(_, column)| column.sensitivity == Sensitivity::Public).map(|(idx, _)| idx).collect()
    }

    /// How many rows are listed.
    pub fn len(&self) -> usize {
        self.index.order.len()
    }

    /// Whether nothing is listed.
    pub fn is_empty(&self) -> bool {
        self.index.order.is_empty()
    }

    /// Shows every row in the order of publication.
    pub fn each_row(&self, take: &mut dyn FnMut(EvidenceRow<'p>)) {
        for row in &self.index.order {
            take(self.row(*row));
        }
    }

    /// Shows every row whose slice is wanted, in the order of publication.
    pub fn each_row_where(&self, is_wanted: &dyn Fn(usize) -> bool, take: &mut dyn FnMut(EvidenceRow<'p>)) {
        for row in &self.index.order {
            if is_wanted(self.key(*row)) {
                take(self.row(*row));
            }
        }
    }

    /// A digest of everything that [`Self::each_row`] shows.
    ///
    /// It is made from what is in memory already (keys, order, codes, the numbers of values), which takes a fraction of the time that
    /// showing the rows would.
    pub fn digest(&self) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        let rows = &self.metric.metric.rows;
        numbers(&mut hasher, rows.class_of.iter().copied());
        numbers(&mut hasher, self.index.key_of_class.iter().copied());
        numbers(&mut hasher, self.index.order.iter().copied());
        if let Some(coder) = &self.coder {
            // Rows without columns have codes of this metric alone.
            let id = self.metric.metric.spec.id.as_bytes();
            hasher.update(&(id.len() as u64).to_le_bytes()).update(id);
            coder.codes().add_to(&mut hasher);
        }
        if let Origin::ViewOf(_, origins) = &rows.origin {
            numbers(&mut hasher, origins.iter().copied());
        }
        let Some(table) = self.table() else { return *hasher.finalize().as_bytes() };
        for column in self.columns() {
            for part in table.column_parts(column) {
                for value in part.values() {
                    let value = value.canonical();
                    hasher.update(&(value.len() as u64).to_le_bytes()).update(value.as_bytes());
                }
                numbers(&mut hasher, part.ids().unwrap_or_default().iter().copied());
            }
        }
        // Where a row stands in its file is said of rows that have no code.
        if !self.is_coded() {
            numbers(&mut hasher, table.rows().map(|row| row.number_in_file()));
        }
        *hasher.finalize().as_bytes()
    }

    /// Whether rows are listed under just this slice.
    pub fn has_rows_under(&self, slice: usize) -> bool {
        !self.index.under(slice).is_empty()
    }

    /// The rows of a slice, `n_max` at most; none of a slice that is held back.
    pub fn rows_of(&self, slice: usize, n_max: usize) -> EvidenceList<'p> {
        if self.metric.is_suppressed[slice] {
            return EvidenceList { rows: Vec::new(), n_total: 0, n_elsewhere: 0 };
        }
        let within = &self.index.within;
        let first = within.partition_point(|(whole, _)| (*whole as usize) < slice);
        let mut n_total = 0;
        let mut nexts: BinaryHeap<Next<'_>> = BinaryHeap::new();
        for (_, key) in within[first..].iter().take_while(|(whole, _)| *whole as usize == slice) {
            let under = self.index.under(*key as usize);
            n_total += under.len() as u64;
            nexts.extend(next(under).filter(|_| n_max > 0));
        }
        // Each list is in the order of publication already: the first of all are found without looking at the rest.
        let mut rows = Vec::new();
        while let Some(Reverse((place, behind))) = nexts.pop().filter(|_| rows.len() < n_max) {
            rows.push(self.row(self.index.order[place as usize]));
            nexts.extend(next(behind));
        }
        let n = self.metric.metric.slices[slice].n;
        EvidenceList { rows, n_total, n_elsewhere: n.saturating_sub(n_total) }
    }

    pub(super) fn row(&self, row: u32) -> EvidenceRow<'p> {
        let key = self.key(row);
        if let Origin::Entries(entries) = &self.metric.metric.rows.origin {
            return EvidenceRow { key, name: RowName::Entry(entries[row as usize]), cells: None };
        }
        let origin = origin_row(self.metric.metric, row);
        let public = self.table().and_then(|table| table.public_row(origin as usize));
        let name = match (self.code(row), public) {
            (Some(code), _) => RowName::Code(written(code)),
            (None, Some(public)) => RowName::Number(public.file(), public.number_in_file()),
            (None, None) => unreachable!("rows with a key are rows of a table"),
        };
        EvidenceRow { key, name, cells: public.filter(|_| !self.is_hidden(row)).map(PublicCells) }
    }

    /// The slice that a row is listed under.
    pub(super) fn key(&self, row: u32) -> usize {
        self.index.key_of_class[self.metric.metric.rows.class_of[row as usize] as usize] as usize
    }

    /// The row of the table that a row is made of.
    pub(super) fn origin(&self, row: u32) -> u32 {
        origin_row(self.metric.metric, row)
    }

    /// All rows in the order of publication.
    pub(super) fn order(&self) -> &'p [u32] {
        &self.index.order
    }

    /// Whether a row is listed without its columns.
    pub(super) fn is_hidden(&self, row: u32) -> bool {
        self.coder.is_some_and(|coder| coder.is_hidden(row))
    }

    /// The code of a row about a person.
    pub(super) fn code(&self, row: u32) -> Option<u64> {
        let n_before = self.index.repeats.get(row as usize).copied().unwrap_or_default();
        Some(self.coder?.code(row, n_before))
    }
}

/// The first row of a list, with the list behind it.
fn next(list: &[u32]) -> Option<Next<'_>> {
    let (place, behind) = list.split_first()?;
    Some(Reverse((*place, behind)))
}

/// Adds numbers with how many they are.
fn numbers(hasher: &mut blake3::Hasher, numbers: impl Iterator<Item = u32>) {
    let mut n = 0_u64;
    let mut bytes = Vec::with_capacity(1 << 16);
    for number in numbers {
        bytes.extend_from_slice(&number.to_le_bytes());
        n += 1;
        if bytes.len() == 1 << 16 {
            hasher.update(&bytes);
            bytes.clear();
        }
    }
    hasher.update(&bytes).update(&n.to_le_bytes());
}

impl Index {
    fn of(published: &Published<'_>, metric: &PublishedMetric<'_>) -> Self {
        let key_of_class = keys(published, metric);
        let repeats = repeats(metric.metric);
        let order = order(published, metric.metric, &key_of_class, &repeats);
        let key_of = |row: u32| key_of_class[metric.metric.rows.class_of[row as usize] as usize] as usize;
        let mut starts = vec![0; metric.len() + 1];
        for row in &order {
            starts[key_of(*row) + 1] += 1;
        }
        for slice in 0..metric.len() {
            starts[slice + 1] += starts[slice];
        }
        let mut next = starts.clone();
        let mut by_key = vec![0; order.len()];
        for (place, row) in order.iter().enumerate() {
            let at = &mut next[key_of(*row)];
            by_key[*at] = place as u32;
            *at += 1;
        }
        let mut index = Self { key_of_class, order, by_key, starts, within: Vec::new(), repeats };
        index.within = index.within(metric, published.academic_year_starts());
        index
    }

    /// The rows under a slice, by their places in `order`.
    fn under(&self, slice: usize) -> &[u32] {
        &self.by_key[self.starts[slice]..self.starts[slice + 1]]
    }

    fn within(&self, metric: &PublishedMetric<'_>, academic_year_starts: i8) -> Vec<(u32, u32)> {
        let mut within = Vec::new();
        for key in (0..metric.len()).filter(|key| !self.under(*key).is_empty()) {
            within.push((key as u32, key as u32));
            for wider in coarser(metric.key(key), academic_year_starts) {
                within.extend(metric.find(&wider).map(|wider| (wider as u32, key as u32)));
            }
        }
        within.sort_unstable();
        within
    }
}

/// For each class the slice that its rows are listed under.
fn keys(published: &Published<'_>, metric: &PublishedMetric<'_>) -> Vec<u32> {
    let rows = &metric.metric.rows;
    let is_open = is_open(published, metric.metric);
    let mut keys = Vec::with_capacity(rows.classes.len());
    for class in &rows.classes {
        let is_counted = class.conditions & 1 << metric.metric.condition_bit != 0;
        let key = if is_counted { key_of(metric, class, &is_open, published.academic_year_starts()) } else { None };
        keys.push(key.unwrap_or(NOWHERE));
    }
    keys
}

/// For each dimension of a metric whether its values may be in keys.
fn is_open(published: &Published<'_>, metric: &Metric) -> Vec<bool> {
    let is_coded = coder_of(published, metric).is_some();
    let has_one = |dimension: &usize| metric.rows.classes.iter().all(|class| class.values[*dimension].len() <= 1);
    metric.dimension_of.iter().map(|dimension| !is_coded || has_one(dimension)).collect()
}

fn key_of(metric: &PublishedMetric<'_>, class: &Class, is_open: &[bool], starts: i8) -> Option<u32> {
    let value = |(dimension, is_open): (&usize, &bool)| match class.values[*dimension].as_slice() {
        [value] if *is_open => Some(*value),
        _ => None,
    };
    let mut key = SliceKey { values: metric.metric.dimension_of.iter().zip(is_open).map(value).collect(), period: Period::All };
    for kind in [PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Year] {
        let Some(month) = class.month else { break };
        key.period = kind.of_month(month, starts);
        if let Some(found) = shown(metric, &key) {
            return Some(found);
        }
    }
    key.period = Period::All;
    for dimension in (0..key.values.len()).rev() {
        if let Some(found) = shown(metric, &key) {
            return Some(found);
        }
        key.values[dimension] = None;
    }
    shown(metric, &key)
}

fn shown(metric: &PublishedMetric<'_>, key: &SliceKey) -> Option<u32> {
    metric.find(key).filter(|slice| !metric.is_suppressed[*slice]).map(|slice| slice as u32)
}

/// The rows that are listed, in the order of publication.
fn order(published: &Published<'_>, metric: &Metric, key_of_class: &[u32], repeats: &[u32]) -> Vec<u32> {
    if metric.rows.origin == Origin::Query {
        return Vec::new();
    }
    let class_of = &metric.rows.class_of;
    let is_listed = |row: &u32| key_of_class.get(class_of[*row as usize] as usize).is_some_and(|key| *key != NOWHERE);
    let Some(coder) = coder_of(published, metric) else {
        return (0..class_of.len() as u32).filter(is_listed).collect();
    };
    if !repeats.is_empty() {
        let mut order: Vec<u32> = (0..class_of.len() as u32).filter(is_listed).collect();
        order.sort_by_cached_key(|row| (coder.code(*row, repeats[*row as usize]), *row));
        return order;
    }
    // Rows that keep their code are sorted already; the few others have codes of this metric and are sorted in.
    let (hidden, plain): (Vec<u32>, Vec<u32>) =
        coder.codes().order().iter().copied().filter(is_listed).partition(|row| coder.is_hidden(*row));
    let mut hidden: Vec<(u64, u32)> = hidden.into_iter().map(|row| (coder.code(row, 0), row)).collect();
    hidden.sort_unstable();
    merged(&plain, &hidden, &coder)
}

fn merged(plain: &[u32], hidden: &[(u64, u32)], coder: &Coder<'_>) -> Vec<u32> {
    let mut order = Vec::with_capacity(plain.len() + hidden.len());
    let mut next = 0;
    for row in plain {
        while next < hidden.len() && hidden[next] < (coder.code(*row, 0), *row) {
            order.push(hidden[next].1);
            next += 1;
        }
        order.push(*row);
    }
    order.extend(hidden[next..].iter().map(|(_, row)| row));
    order
}

fn repeats(metric: &Metric) -> Vec<u32> {
    let Origin::ViewOf(_, origins) = &metric.rows.origin else { return Vec::new() };
    let mut n_seen = vec![0; origins.iter().max().map_or(0, |last| *last as usize + 1)];
    let mut repeats = Vec::with_capacity(origins.len());
    for origin in origins {
        repeats.push(n_seen[*origin as usize]);
        n_seen[*origin as usize] += 1;
    }
    repeats
}

fn origin_row(metric: &Metric, row: u32) -> u32 {
    if let Origin::ViewOf(_, origins) = &metric.rows.origin { origins[row as usize] } else { row }
}

fn table_of<'p>(published: &'p Published<'p>, metric: &Metric) -> Option<&'p Table> {
    match &metric.rows.origin {
        Origin::Table(name) | Origin::ViewOf(name, _) => published.model.tables.get(name),
        Origin::Entries(_) | Origin::Query => None,
    }
}

/// How a metric's rows come to codes, where these are about persons.
fn coder_of<'p>(published: &'p Published<'p>, metric: &'p Metric) -> Option<Coder<'p>> {
    let table = table_of(published, metric).filter(|table| table.schema().is_about_persons())?;
    let (_, codes) = published.row_codes.iter().find(|(name, _)| *name == table.schema().name)?;
    let codes = codes.get_or_init(|| RowCodes::of(table, &published.key, &published.suppression));
    Some(Coder::new(codes, metric))
}
