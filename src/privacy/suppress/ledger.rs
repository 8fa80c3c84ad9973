//! The metrics over one relation to cells (what is shown or held back) and atoms (what is unknown), and which atom is in which cell.
//!
//! Equal slices of metrics with the same condition are one cell: their vectors are the same, so they are shown or held back
//! together. Classes that no guarded metric tells apart are one atom.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::metrics::{Class, Metric, Period, PeriodKind, Rows, Slice, SliceKey};
use crate::model::date::Month;

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
    /// For each class of the rows its atom; `None` where no guarded metric counts it.
    pub(super) atom_of_class: Vec<Option<u32>>,
}

/// What is shown or held back as one.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    /// Number of the condition.
    pub(super) bit: u8,
    /// Dimensions of the rows with the value that is asked for, by position.
    pub(super) fixed: Vec<(usize, u32)>,
    pub(super) period: Period,
    /// Whether it is over too few persons.
    pub(super) is_small: bool,
    /// Rows.
    pub(super) n: u64,
}

/// Where an atom lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Coordinates {
    /// For each dimension of the rows that a guarded metric uses, the values; the other dimensions are empty.
    pub(super) values: Vec<Vec<u32>>,
    pub(super) time: Time,
    /// Conditions that hold, of those of guarded metrics.
    pub(super) conditions: u64,
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
    /// The ledger of metrics that share their rows.
    pub(super) fn of(metrics: &[&Metric], k: u32, academic_year_starts: i8) -> Self {
        let mut tree = Tree::default();
        let mut cells = Vec::new();
        let cell_of_slice = metrics.iter().map(|metric| tree.plant(metric, k, &mut cells)).collect();
        let rows = &metrics[0].rows;
        let mut atoms = Atoms::new(rows.dimensions.len(), academic_year_starts);
        let used = used_dimensions(metrics);
        let guarded = metrics.iter().fold(0, |bits, metric| bits | 1 << metric.condition_bit);
        let mut atom_of_class = Vec::with_capacity(rows.classes.len());
        for class in &rows.classes {
            let is_counted = class.conditions & guarded != 0;
            atom_of_class.push(is_counted.then(|| atoms.add(of_class(class, &used, guarded), class.n)));
        }
        for (metric_idx, metric) in metrics.iter().enumerate() {
            add_frozen(metric, (metric_idx, rows), &mut atoms);
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
        Self { cells, atoms, incidence, starts, cell_of_slice, atom_of_class }
    }

    /// The cells that an atom is in.
    pub(super) fn cells_of(&self, atom: u32) -> &[u32] {
        &self.incidence[self.starts[atom as usize]..self.starts[atom as usize + 1]]
    }
}

fn used_dimensions(metrics: &[&Metric]) -> Vec<usize> {
    let mut used: Vec<usize> = metrics.iter().flat_map(|metric| metric.dimension_of.iter().copied()).collect();
    used.sort_unstable();
    used.dedup();
    used
}

fn of_class(class: &Class, used: &[usize], guarded: u64) -> Coordinates {
    let mut values = vec![Vec::new(); class.values.len()];
    for dimension in used {
        values[*dimension].clone_from(&class.values[*dimension]);
    }
    let time = class.month.map_or(Time::Never, Time::Month);
    Coordinates { values, time, conditions: class.conditions & guarded, frozen_of: None }
}

/// Frozen figures have no rows: the finest of them are unknown as a whole, and the coarser ones are taken to be their sums.
///
/// If a coarser one holds more than that, more is unknown, and what was safe stays so.
fn add_frozen(metric: &Metric, (metric_idx, rows): (usize, &Rows), atoms: &mut Atoms) {
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
        let mut values = vec![Vec::new(); rows.dimensions.len()];
        for (dimension, value) in fixed_values(metric, &slice.key) {
            values[dimension].push(value);
        }
        let time = if let Period::Month(month) = slice.key.period { Time::Month(month) } else { Time::Frozen(slice.key.period) };
        let conditions = 1 << metric.condition_bit;
        atoms.add(Coordinates { values, time, conditions, frozen_of: Some(metric_idx) }, slice.n);
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
    leaves: Map<(u32, Period)>,
    n_nodes: u32,
}

type Map<K> = HashMap<K, u32, BuildHasherDefault<Mix>>;

impl Tree {
    /// Makes the cells of a metric, or finds those that another metric has made.
    fn plant(&mut self, metric: &Metric, k: u32, cells: &mut Vec<Cell>) -> Vec<Option<u32>> {
        let mut cell_of_slice = Vec::with_capacity(metric.slices.len());
        for slice in &metric.slices {
            if slice.n == 0 {
                cell_of_slice.push(None);
                continue;
            }
            let fixed = fixed_values(metric, &slice.key);
            let node = self.node(metric.condition_bit, &fixed);
            let next = cells.len() as u32;
            let cell_idx = *self.leaves.entry((node, slice.key.period)).or_insert(next);
            if cell_idx == next {
                let period = slice.key.period;
                cells.push(Cell { bit: metric.condition_bit, fixed, period, is_small: false, n: 0 });
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
        let mut periods = Vec::with_capacity(KINDS.len());
        periods.extend(KINDS.iter().filter_map(|kind| atom.time.within(*kind, starts)));
        for bit in 0..64 {
            if atom.conditions & 1 << bit != 0
                && let Some(root) = self.roots.get(&bit)
            {
                self.climb(*root, 0, (atom, &periods), into);
            }
        }
    }

    fn climb(&self, node: u32, first: usize, atom: (&Coordinates, &[Period]), into: &mut Vec<u32>) {
        into.extend(atom.1.iter().filter_map(|period| self.leaves.get(&(node, *period))));
        for dimension in first..atom.0.values.len() {
            for value in &atom.0.values[dimension] {
                if let Some(branch) = self.branches.get(&(node, dimension, *value)) {
                    self.climb(*branch, dimension + 1, atom, into);
                }
            }
        }
    }
}

/// The dimensions of the rows that a slice asks for, by position.
fn fixed_values(metric: &Metric, key: &SliceKey) -> Vec<(usize, u32)> {
    let asked = key.values.iter().enumerate().filter_map(|(idx, value)| Some((metric.dimension_of[idx], (*value)?)));
    let mut fixed: Vec<(usize, u32)> = asked.collect();
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
