//! The slices of all metrics to the pages that hold their evidence, so that any figure knows its address.
//!
//! A small metric has one page. A large one has a page for each value of its first dimension, and a page that would still be too
//! long is continued on a second. What a slice's evidence weighs is counted in rows.

use crate::metrics::{Dimension, MetricSpec, SliceKey};
use crate::model::slug::slugify;
use crate::plan::paths::list_path;
use crate::privacy::{Published, PublishedMetric, Shown};

/// Slices that one page of a metric holds; beyond, the metric is cut by its first dimension.
const N_SLICES_MAX: usize = 400;

/// In rows of evidence. About a thousand short rows are 30 KB of compressed HTML.
const N_ROWS_PER_SHEET: u64 = 700;

/// In rows: head, number and links of one slice.
const N_ROWS_OF_HEAD: u64 = 3;

/// How many rows pages list for each slice, largest first: what fits is chosen metric by metric.
const ROWS_LISTED: [u64; 5] = [500, 100, 20, 5, 0];

/// Of fewer rows for each slice of a value, the value's rows are listed once.
const N_LISTED_MIN: u64 = 100;

/// In rows, for the metric's own pages and for those of its values: a metric over a million records lists few rows for each slice, or
/// none, and links the rest.
const N_ROWS_OF_OWN: u64 = 15_000;
const N_ROWS_OF_VALUES: u64 = 60_000;

/// Where the evidence of each metric stands.
#[derive(Clone, Debug, Default)]
pub(in crate::plan) struct Sheets {
    metrics: Vec<MetricSheets>,
}

/// The pages of one metric.
#[derive(Clone, Debug, Default)]
pub(super) struct MetricSheets {
    pub(super) sheets: Vec<Sheet>,
    /// For each slice its page.
    sheet_of: Vec<u32>,
}

/// One page of evidence.
#[derive(Clone, Debug, Default)]
pub(in crate::plan) struct Sheet {
    /// From the root.
    pub(in crate::plan) path: String,
    /// The value of the first dimension that all its slices have; `None` for the metric's own page.
    pub(in crate::plan) value: Option<u32>,
    /// Number of the page among those of its value, from one.
    pub(in crate::plan) number: usize,
    /// Positions of its slices, sorted.
    pub(in crate::plan) slices: Vec<u32>,
    /// Rows listed for each slice; 0 where there is no room for any.
    pub(in crate::plan) n_listed: u64,
    /// Rows listed for the first slice, which holds those of all others, where there is no room for each.
    pub(in crate::plan) n_first: u64,
}

impl Sheets {
    /// Lays out the evidence of all metrics.
    pub(in crate::plan) fn of(figures: &Published<'_>) -> Self {
        Self { metrics: figures.metrics.iter().map(lay_out_metric).collect() }
    }

    /// The page of a slice, from the root; `metric` and `slice` are positions.
    pub(super) fn path_of(&self, metric: usize, slice: usize) -> Option<&str> {
        let sheets = self.metrics.get(metric)?;
        let sheet = *sheets.sheet_of.get(slice)?;
        sheets.sheets.get(sheet as usize).map(|sheet| sheet.path.as_str())
    }

    /// The pages of a metric; the first is its own.
    pub(in crate::plan) fn of_metric(&self, metric: usize) -> &[Sheet] {
        &self.metrics[metric].sheets
    }
}

fn lay_out_metric(metric: &PublishedMetric<'_>) -> MetricSheets {
    let keys: Vec<&SliceKey> = (0..metric.len()).map(|slice| metric.key(slice)).collect();
    let n_rows: Vec<u64> = (0..metric.len()).map(|slice| n_rows(metric.shown(slice))).collect();
    lay_out(metric.spec(), &keys, &n_rows)
}

/// Lays out slices, which are sorted by key, each with the rows that it counts.
pub(super) fn lay_out(spec: &MetricSpec, keys: &[&SliceKey], n_rows: &[u64]) -> MetricSheets {
    let mut laid = MetricSheets { sheets: Vec::new(), sheet_of: vec![0; keys.len()] };
    let folder = format!("metrics/{}", spec.id);
    let slices: Vec<u32> = (0..keys.len() as u32).collect();
    let n_listed = ROWS_LISTED[0];
    let is_one_page = keys.len() <= N_SLICES_MAX && n_rows.iter().map(|n| weight(*n, n_listed)).sum::<u64>() <= N_ROWS_PER_SHEET;
    if is_one_page || spec.dimensions.is_empty() {
        laid.add((&folder, None), &slices, n_rows, choose_listed(n_rows, N_ROWS_OF_OWN));
        return laid;
    }
    let slugs = slugs(&spec.dimensions[0]);
    let first_value = |slice: u32| keys[slice as usize].values.first().copied().flatten();
    // Slices of no value of the first dimension come first: the metric's own page is the first one.
    let n_own = slices.partition_point(|slice| first_value(*slice).is_none());
    let of_own = choose_listed(&n_rows[..n_own], N_ROWS_OF_OWN);
    // A few rows of each slice say less than many of the whole value, so they are not listed at all.
    let of_values = Some(choose_listed(&n_rows[n_own..], N_ROWS_OF_VALUES)).filter(|n| *n >= N_LISTED_MIN).unwrap_or(0);
    let mut firsts = Vec::new();
    for slices in slices[n_own..].chunk_by(|a, b| first_value(*a) == first_value(*b)) {
        firsts.push(n_rows[slices[0] as usize]);
    }
    let of_firsts = choose_listed(&firsts, N_ROWS_OF_VALUES);
    for slices in slices.chunk_by(|a, b| first_value(*a) == first_value(*b)) {
        let value = first_value(slices[0]);
        let folder = value.map_or_else(|| folder.clone(), |value| format!("{folder}/{}", slugs[value as usize]));
        let first = laid.sheets.len();
        laid.add((&folder, value), slices, n_rows, if value.is_none() { of_own } else { of_values });
        if value.is_some() && of_values == 0 {
            laid.sheets[first].n_first = of_firsts;
        }
    }
    laid
}

impl MetricSheets {
    /// Lays slices onto as many pages of a folder as they need.
    fn add(&mut self, (folder, value): (&str, Option<u32>), slices: &[u32], n_rows: &[u64], n_listed: u64) {
        let blank =
            |number: usize| Sheet { path: list_path(folder, number), value, number, slices: Vec::new(), n_listed, n_first: 0 };
        let mut sheet = blank(1);
        let mut sum = 0;
        for slice in slices {
            let weight = weight(n_rows[*slice as usize], n_listed);
            if sum + weight > N_ROWS_PER_SHEET && !sheet.slices.is_empty() {
                let next = blank(sheet.number + 1);
                self.sheets.push(std::mem::replace(&mut sheet, next));
                sum = 0;
            }
            sum += weight;
            self.sheet_of[*slice as usize] = self.sheets.len() as u32;
            sheet.slices.push(*slice);
        }
        self.sheets.push(sheet);
    }
}

fn n_rows(shown: Shown) -> u64 {
    match shown {
        Shown::Value { n, .. } | Shown::Gap(n) => n,
        Shown::Suppressed => 0,
    }
}

/// What a slice takes of a page: where no rows are listed, it is one line.
fn weight(n_rows: u64, n_listed: u64) -> u64 {
    if n_listed == 0 { 1 } else { n_rows.min(n_listed) + N_ROWS_OF_HEAD }
}

/// As many rows for each slice as pages can bear.
fn choose_listed(n_rows: &[u64], n_max: u64) -> u64 {
    let fits = |most: &u64| n_rows.iter().map(|n| (*n).min(*most)).sum::<u64>() <= n_max;
    ROWS_LISTED.into_iter().find(fits).unwrap_or(0)
}

/// A folder for each value of the first dimension. Two values may be written alike in Latin letters; the later gets a number.
fn slugs(dimension: &Dimension) -> Vec<String> {
    let mut slugs: Vec<String> = Vec::new();
    let mut n_taken: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
    for value in &dimension.values {
        let slug = slugify(&value.id);
        let n = n_taken.entry(slug.clone()).or_default();
        *n += 1;
        slugs.push(if *n == 1 { slug } else { format!("{slug}-{n}") });
    }
    slugs
}
