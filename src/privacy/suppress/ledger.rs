//! The metrics over one relation to cells (what is shown or held back) and atoms (what is unknown), and which atom is in which cell.
//!
//! Equal slices of metrics with the same condition are one cell: their vectors are the same, so they are shown or held back
//! together. Classes that no guarded metric tells apart are one atom.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::Arc;

use crate::metrics::{Metric, Period, PeriodKind, Rows, Slice, SliceKey};
use crate::model::date::Month;

use super::facets::{Facets, Way};
use super::is_small;
use super::lines::Atoms;

/// The cells and atoms of metrics over one relation.
pub(super) struct Ledger {
    pub(super) cells: Vec<Cell>,
    pub(super) atoms: Atoms,
    /// The cells of atom `a` are `incidence[starts[a]..starts[a + 1]]`.
    incidence: Vec<u32>,
    starts: Vec<usize>,
    /// For each metric and slice its cell; `None` for gaps.
    pub(super) cell_of_slice: Vec<Vec<Option<u32>>>,
    /// The ways in which the rows are sorted.
    rows: Vec<Arc<Rows>>,
    /// Classes that rows have in common, one for each way, with their atom; without those that no guarded metric counts.
    atom_of_class: Vec<(Vec<u32>, u32)>,
}

/// What is shown or held back as one.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    /// Number of the condition.
    pub(super) bit: u8,
    /// Dimensions of the rows with the value that is asked for, by position.
    pub(super) fixed: Vec<(usize, u32)>,
    /// The column that dates rows, by position.
    pub(super) time: usize,
    pub(super) period: Period,
    /// Whether it is over too few persons.
    pub(super) is_small: bool,
    /// Rows.
    pub(super) n: u64,
}

/// Where an atom lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Coordinates {
    /// For each dimension that a guarded metric uses, the values.
    pub(super) values: Vec<Vec<u32>>,
    /// By the columns that date rows.
    pub(super) times: Vec<Time>,
    /// Conditions that hold, of those of guarded metrics.
    pub(super) conditions: u128,
    /// The metric whose frozen figure it is; `None` for rows that are there.
    pub(super) frozen_of: Option<usize>,
}

/// When the rows of an atom were.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Time {
    Never,
    Month(Month),
    /// The stretch of a frozen figure.
    Frozen(Period),
}

/// Kinds of periods that slices have.
pub(super) const KINDS: [PeriodKind; 6] =
    [PeriodKind::All, PeriodKind::Year, PeriodKind::AcademicYear, PeriodKind::Half, PeriodKind::Quarter, PeriodKind::Month];

impl Time {
    /// The period of a kind that it lies in as a whole.
    pub(super) fn within(self, kind: PeriodKind, starts: i8) -> Option<Period> {
        let (first, last) = match self {
            _ if kind == PeriodKind::All => return Some(Period::All),
            Self::Never | Self::Frozen(Period::All) => return None,
            Self::Month(month) => (month, month),
            Self::Frozen(period) => (period.first_month(starts)?, last_month(period, starts)?),
        };
        let period = kind.of_month(first, starts);
        (period == kind.of_month(last, starts)).then_some(period)
    }
}

fn last_month(period: Period, starts: i8) -> Option<Month> {
    let Month { year, month } = period.first_month(starts)?;
    let number = i32::from(year) * 12 + i32::from(month) - 1 + i32::from(period.n_months()?) - 1;
    Some(Month { year: i16::try_from(number.div_euclid(12)).ok()?, month: (number.rem_euclid(12) + 1) as i8 })
}

impl Ledger {
    /// The ledger of metrics over the same rows.
    pub(super) fn of(metrics: &[&Metric], k: u32, academic_year_starts: i8) -> Self {
        let facets = Facets::of(metrics);
        let mut tree = Tree::default();
        let mut cells = Vec::new();
        let mut cell_of_slice = Vec::with_capacity(metrics.len());
        for (metric_idx, metric) in metrics.iter().enumerate() {
            cell_of_slice.push(tree.plant(metric, (&facets, metric_idx), k, &mut cells));
        }
        let mut atoms = Atoms::new(facets.n_dimensions(), facets.n_times(), academic_year_starts);
        let mut atom_of_class = Vec::new();
        for (classes, n) in facets.joint_classes() {
            let place = facets.place(&classes);
            if place.conditions != 0 {
                atom_of_class.push((classes, atoms.add(place, n)));
            }
        }
        for (metric_idx, metric) in metrics.iter().enumerate() {
            add_frozen(metric, (&facets, metric_idx), &mut atoms);
        }
        let (mut incidence, mut starts): (Vec<u32>, Vec<usize>) = (Vec::new(), vec![0]);
        // Where nothing is small, nothing has to be hidden.
        let n_looked_at = if cells.iter().any(|cell: &Cell| cell.is_small) { atoms.len() } else { 0 };
        for idx in 0..n_looked_at {
            tree.cells_of(atoms.at(idx), academic_year_starts, &mut incidence);
            starts.push(incidence.len());
        }
        let is_cheap = |ends: &[usize]| incidence[ends[0]..ends[1]].iter().any(|cell| cells[*cell as usize].is_small);
        let is_cheap: Vec<bool> = starts.windows(2).map(is_cheap).collect();
        if is_cheap.contains(&true) {
            atoms.draw_lines(&is_cheap);
        }
        Self { cells, atoms, incidence, starts, cell_of_slice, rows: facets.rows, atom_of_class }
    }

    /// The cells that an atom is in.
    pub(super) fn cells_of(&self, atom: u32) -> &[u32] {
        &self.incidence[self.starts[atom as usize]..self.starts[atom as usize + 1]]
    }

    /// For each way in which the rows are sorted, which classes have rows of one of these atoms.
    pub(super) fn classes_with(&self, is_atom: &[bool]) -> Vec<(Arc<Rows>, Vec<bool>)> {
        let mut all: Vec<(Arc<Rows>, Vec<bool>)> =
            self.rows.iter().map(|rows| (rows.clone(), vec![false; rows.classes.len()])).collect();
        for (classes, _) in self.atom_of_class.iter().filter(|(_, atom)| is_atom[*atom as usize]) {
            for ((_, is_one), class) in all.iter_mut().zip(classes) {
                if let Some(is_one) = is_one.get_mut(*class as usize) {
                    *is_one = true;
                }
            }
        }
        all
    }
}

/// Frozen figures have no rows: the finest of them are unknown as a whole, and the coarser ones are taken to be their sums.
///
/// If a coarser one holds more than that, more is unknown, and what was safe stays so.
fn add_frozen(metric: &Metric, (facets, metric_idx): (&Facets, usize), atoms: &mut Atoms) {
    let way = &facets.metrics[metric_idx];
    let is_frozen = |slice: &Slice| slice.frozen.is_some() && slice.n > 0;
    let mut has_finer = vec![false; metric.slices.len()];
    for slice in metric.slices.iter().filter(|slice| is_frozen(slice)) {
        for coarser in coarser(&slice.key, atoms.academic_year_starts) {
            if let Some(found) = metric.find(&coarser) {
                has_finer[found] = true;
            }
        }
    }
    for (slice, _) in metric.slices.iter().zip(has_finer).filter(|(slice, has_finer)| is_frozen(slice) && !has_finer) {
        let mut values = vec![Vec::new(); facets.n_dimensions()];
        for (dimension, value) in fixed_values(metric, (facets, way.facet), &slice.key) {
            values[dimension].push(value);
        }
        let mut times = vec![Time::Never; facets.n_times()];
        times[way.time] =
            if let Period::Month(month) = slice.key.period { Time::Month(month) } else { Time::Frozen(slice.key.period) };
        atoms.add(Coordinates { values, times, conditions: 1 << way.bit, frozen_of: Some(metric_idx) }, slice.n);
    }
}

/// The slices that hold a slice and more.
pub(in crate::privacy) fn coarser(key: &SliceKey, starts: i8) -> Vec<SliceKey> {
    let periods = KINDS.iter().filter_map(|kind| Time::Frozen(key.period).within(*kind, starts));
    let mut keys: Vec<SliceKey> = periods.map(|period| SliceKey { values: key.values.clone(), period }).collect();
    for dimension in (0..key.values.len()).filter(|idx| key.values[*idx].is_some()) {
        for idx in 0..keys.len() {
            let mut wider = keys[idx].clone();
            wider.values[dimension] = None;
            keys.push(wider);
        }
    }
    keys.retain(|wider| wider != key);
    keys
}

/// Finds cells by condition, fixed values and period: a tree whose branches are the fixed values in the order of the dimensions.
#[derive(Default)]
struct Tree {
    roots: Map<u8>,
    branches: Map<(u32, usize, u32)>,
    leaves: Map<(u32, usize, Period)>,
    n_nodes: u32,
}

type Map<K> = HashMap<K, u32, BuildHasherDefault<Mix>>;

impl Tree {
    /// Makes the cells of a metric, or finds those that another metric has made.
    fn plant(
        &mut self,
        metric: &Metric,
        (facets, metric_idx): (&Facets, usize),
        k: u32,
        cells: &mut Vec<Cell>,
    ) -> Vec<Option<u32>> {
        let Way { facet, bit, time } = facets.metrics[metric_idx];
        let mut cell_of_slice = Vec::with_capacity(metric.slices.len());
        for slice in &metric.slices {
            if slice.n == 0 {
                cell_of_slice.push(None);
                continue;
            }
            let fixed = fixed_values(metric, (facets, facet), &slice.key);
            let node = self.node(bit, &fixed);
            let next = cells.len() as u32;
            let period = slice.key.period;
            // Whatever dates the rows, all of them are the same.
            let time = if period == Period::All { 0 } else { time };
            let cell_idx = *self.leaves.entry((node, time, period)).or_insert(next);
            if cell_idx == next {
                cells.push(Cell { bit, fixed, time, period, is_small: false, n: 0 });
            }
            let cell = &mut cells[cell_idx as usize];
            cell.is_small |= is_small(slice, k);
            cell.n = cell.n.max(slice.n);
            cell_of_slice.push(Some(cell_idx));
        }
        cell_of_slice
    }

    fn node(&mut self, bit: u8, fixed: &[(usize, u32)]) -> u32 {
        let n_nodes = &mut self.n_nodes;
        let mut grow = || {
            *n_nodes += 1;
            *n_nodes
        };
        let mut node = *self.roots.entry(bit).or_insert_with(&mut grow);
        for (dimension, value) in fixed {
            node = *self.branches.entry((node, *dimension, *value)).or_insert_with(&mut grow);
        }
        node
    }

    /// Adds the cells of an atom.
    fn cells_of(&self, atom: &Coordinates, starts: i8, into: &mut Vec<u32>) {
        let mut periods = vec![(0, Period::All)];
        for (idx, time) in atom.times.iter().enumerate() {
            periods.extend(KINDS[1..].iter().filter_map(|kind| Some((idx, time.within(*kind, starts)?))));
        }
        let mut rest = atom.conditions;
        while rest != 0 {
            if let Some(root) = self.roots.get(&(rest.trailing_zeros() as u8)) {
                self.climb(*root, 0, (atom, &periods), into);
            }
            rest &= rest - 1;
        }
    }

    fn climb(&self, node: u32, first: usize, atom: (&Coordinates, &[(usize, Period)]), into: &mut Vec<u32>) {
        into.extend(atom.1.iter().filter_map(|(time, period)| self.leaves.get(&(node, *time, *period))));
        for dimension in first..atom.0.values.len() {
            for value in &atom.0.values[dimension] {
                if let Some(branch) = self.branches.get(&(node, dimension, *value)) {
                    self.climb(*branch, dimension + 1, atom, into);
                }
            }
        }
    }
}

/// The dimensions that a slice asks for with the value, in common numbers.
fn fixed_values(metric: &Metric, (facets, facet): (&Facets, usize), key: &SliceKey) -> Vec<(usize, u32)> {
    let value = |(idx, value): (usize, &Option<u32>)| Some(facets.value(facet, metric.dimension_of[idx], (*value)?));
    let mut fixed: Vec<(usize, u32)> = key.values.iter().enumerate().filter_map(value).collect();
    fixed.sort_unstable();
    fixed
}

/// Hashes small numbers quickly; keys come from our own numbering, so nobody can choose them to collide.
#[derive(Default)]
pub(super) struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u8(&mut self, number: u8) {
        self.write_u64(u64::from(number));
    }

    fn write_i8(&mut self, number: i8) {
        self.write_u64(number as u64);
    }

    fn write_i16(&mut self, number: i16) {
        self.write_u64(number as u64);
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        let mixed = (self.0.rotate_left(29) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 32);
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn write_isize(&mut self, number: isize) {
        self.write_u64(number as u64);
    }
}
