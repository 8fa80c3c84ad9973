//! A ledger to the cells that are held back: a witness for each small cell, and every cell that a witness is not orthogonal to.
//!
//! A witness begins with one atom of the small cell and moves it along some axes: on one axis it is "here minus there", on
//! two a rectangle with the signs + − − +, and so on. A cell that does not ask for one of these coordinates holds both ends of
//! that move or neither, so it is orthogonal: coarse cells stay. Only cells that tell all ends apart are held back. Among the
//! rectangles that exist the one is taken that costs least.

use std::cmp::Reverse;

use crate::metrics::{Period, PeriodKind};

use super::ledger::{Cell, KINDS, Ledger, Time};
use super::lines::Axis;

/// Witnesses weighed from one beginning. Beyond a dozen the best one hardly gets better.
const N_WEIGHED: usize = 24;

/// Small cells from which on fewer witnesses are weighed for each, so that time is bounded however small a site's branches are.
const MANY: usize = 5_000;

/// Ends of which witnesses are made, on one axis.
const N_ENDS: usize = 12;

/// Ends looked at on one axis: the cheapest stand first there.
const N_LOOKED_AT: usize = 96;

/// Atoms of a small cell that a witness may begin with.
const N_BEGINNINGS: usize = 6;

/// What is held back.
pub(super) struct HeldBack {
    /// For each cell whether it is held back.
    pub(super) cells: Vec<bool>,
    /// For each atom whether a witness rests on it.
    pub(super) atoms: Vec<bool>,
}

/// Finds a witness for each small cell.
pub(super) fn hold_back(ledger: &Ledger) -> HeldBack {
    let mut small: Vec<u32> = (0..ledger.cells.len() as u32).filter(|idx| ledger.cells[*idx as usize].is_small).collect();
    if small.is_empty() {
        return HeldBack { cells: vec![false; ledger.cells.len()], atoms: vec![false; ledger.atoms.len()] };
    }
    // The widest first: what hides a whole year often hides its months.
    small.sort_by_key(|idx| (Reverse(width(&ledger.cells[*idx as usize])), *idx));
    let mut search = Search::new(ledger, small.len());
    for cell in small {
        if !search.is_hit[cell as usize] {
            search.hide(cell);
        }
    }
    HeldBack { cells: search.is_held_back, atoms: search.is_rested_on }
}

/// How much a cell leaves open: coarse cells are worth more.
fn width(cell: &Cell) -> (Reverse<usize>, u32) {
    (Reverse(cell.fixed.len()), period_width(cell.period))
}

fn period_width(period: Period) -> u32 {
    match period.kind() {
        PeriodKind::All => 3,
        PeriodKind::Year | PeriodKind::AcademicYear => 2,
        PeriodKind::Half | PeriodKind::Quarter => 1,
        PeriodKind::Month => 0,
    }
}

/// How much is tried.
#[derive(Clone, Copy)]
struct Effort {
    n_weighed: usize,
    n_beginnings: usize,
    n_looked_at: usize,
    /// A witness that costs no more than so many times the small cell itself is good enough.
    n_times_enough: u64,
}

struct Search<'l> {
    ledger: &'l Ledger,
    /// Share of the usual effort that is spent on each small cell.
    effort: Effort,
    /// Atoms of each small cell.
    atoms_of: Vec<Vec<u32>>,
    /// Cells that are small or that a witness needs.
    is_held_back: Vec<bool>,
    /// Cells that some witness is not orthogonal to.
    is_hit: Vec<bool>,
    /// Atoms of witnesses so far and of small cells: using them again costs little.
    is_used: Vec<bool>,
    /// Atoms of witnesses.
    is_rested_on: Vec<bool>,
    /// Product of each cell with the witness that is weighed now; zero between two of them.
    products: Vec<i32>,
    touched: Vec<u32>,
}

/// Atoms with signs.
type Witness = Vec<(u32, i32)>;

impl<'l> Search<'l> {
    fn new(ledger: &'l Ledger, n_small: usize) -> Self {
        let n_cells = ledger.cells.len();
        let mut atoms_of = vec![Vec::new(); n_cells];
        let mut is_used = vec![false; ledger.atoms.len()];
        for atom in 0..ledger.atoms.len() as u32 {
            for cell in ledger.cells_of(atom).iter().filter(|cell| ledger.cells[**cell as usize].is_small) {
                atoms_of[*cell as usize].push(atom);
                is_used[atom as usize] = true;
            }
        }
        let all = Effort { n_weighed: N_WEIGHED, n_beginnings: N_BEGINNINGS, n_looked_at: N_LOOKED_AT, n_times_enough: 0 };
        let little =
            Effort { n_weighed: N_WEIGHED / 8, n_beginnings: N_BEGINNINGS / 2, n_looked_at: N_LOOKED_AT / 6, n_times_enough: 64 };
        Self {
            ledger,
            effort: if n_small > MANY { little } else { all },
            atoms_of,
            is_held_back: ledger.cells.iter().map(|cell| cell.is_small).collect(),
            is_hit: vec![false; n_cells],
            is_used,
            is_rested_on: vec![false; ledger.atoms.len()],
            products: vec![0; n_cells],
            touched: Vec::new(),
        }
    }

    /// Finds a witness for a small cell and holds back what it needs.
    fn hide(&mut self, cell: u32) {
        let atoms = self.atoms_of[cell as usize].clone();
        let mut best: Option<(u64, Witness)> = None;
        let enough = self.effort.n_times_enough * worth(&self.ledger.cells[cell as usize]);
        let step = atoms.len().div_ceil(self.effort.n_beginnings).max(1);
        for atom in atoms.iter().step_by(step) {
            self.weigh_from(*atom, cell, &mut best);
            if best.as_ref().is_some_and(|(cost, _)| *cost <= enough) {
                break;
            }
        }
        if let Some((_, witness)) = best {
            self.keep(&witness);
        }
    }

    /// Weighs witnesses that begin with an atom.
    fn weigh_from(&mut self, atom: u32, cell: u32, best: &mut Option<(u64, Witness)>) {
        let axes = self.axes(atom, cell);
        // The most moves first: they cost the finest cells only.
        let mut choices: Vec<usize> = (0..1 << axes.len()).collect();
        choices.sort_by_key(|choice| Reverse(choice.count_ones()));
        let mut n_left = self.effort.n_weighed;
        let n_each = (n_left / choices.len()).max(2);
        for choice in choices {
            let chosen: Vec<&(Axis, Vec<u32>)> =
                axes.iter().enumerate().filter(|(idx, _)| choice & 1 << idx != 0).map(|(_, axis)| axis).collect();
            for witness in self.witnesses(atom, &chosen, n_each) {
                let cost = self.cost(&witness);
                if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                    *best = Some((cost, witness));
                }
                n_left = n_left.saturating_sub(1);
            }
            if n_left == 0 || best.as_ref().is_some_and(|(cost, _)| *cost == 0) {
                return;
            }
        }
    }

    /// The axes along which an atom can leave a cell, each with the ends that are worth a look.
    fn axes(&self, atom: u32, cell: u32) -> Vec<(Axis, Vec<u32>)> {
        let asked = &self.ledger.cells[cell as usize];
        let mut axes: Vec<Axis> = asked.fixed.iter().map(|(dimension, _)| Axis::Dimension(*dimension)).collect();
        if asked.period != Period::All {
            axes.push(Axis::Time(asked.time));
        }
        axes.push(Axis::Conditions);
        let with_ends = axes.into_iter().map(|axis| (axis, self.ends(atom, axis, asked)));
        with_ends.filter(|(_, ends)| !ends.is_empty()).collect()
    }

    fn ends(&self, atom: u32, axis: Axis, asked: &Cell) -> Vec<u32> {
        let atoms = &self.ledger.atoms;
        let starts = atoms.academic_year_starts;
        let from = atoms.at(atom as usize);
        let leaves = |end: &u32| {
            let there = atoms.at(*end as usize);
            match axis {
                Axis::Dimension(idx) => !asked.fixed.iter().any(|(at, value)| *at == idx && there.values[idx].contains(value)),
                Axis::Time(idx) => there.times[idx].within(asked.period.kind(), starts) != Some(asked.period),
                Axis::Conditions => there.conditions & 1 << asked.bit == 0,
            }
        };
        let mut ends: Vec<u32> = atoms.line(atom, axis).take(self.effort.n_looked_at).filter(leaves).collect();
        let rank = |end: &u32| {
            let there = atoms.at(*end as usize);
            let n_apart = if let Axis::Time(idx) = axis { n_kinds_apart(from.times[idx], there.times[idx], starts) } else { 0 };
            (n_apart, !self.is_used[*end as usize], atoms.n_rows(*end), *end)
        };
        ends.sort_by_cached_key(rank);
        ends.truncate(N_ENDS);
        ends
    }

    /// Up to `n_max` witnesses that move an atom along all of these axes.
    fn witnesses(&self, atom: u32, axes: &[&(Axis, Vec<u32>)], n_max: usize) -> Vec<Witness> {
        let mut witnesses = Vec::new();
        let n_combinations: usize = axes.iter().map(|(_, ends)| ends.len()).product();
        // More corners are looked up than are kept: many do not exist.
        for combination in 0..n_combinations.min(16 * n_max) {
            let mut rest = combination;
            let mut moves = Vec::with_capacity(axes.len());
            for (axis, ends) in axes {
                moves.push((*axis, ends[rest % ends.len()]));
                rest /= ends.len();
            }
            if let Some(witness) = self.witness(atom, &moves) {
                witnesses.push(witness);
                if witnesses.len() == n_max {
                    break;
                }
            }
        }
        witnesses
    }

    fn witness(&self, atom: u32, moves: &[(Axis, u32)]) -> Option<Witness> {
        let mut witness = vec![(atom, 1)];
        for corner in 1..1_usize << moves.len() {
            let made = moves.iter().enumerate().filter(|(idx, _)| corner & 1 << idx != 0).map(|(_, one)| *one);
            let sign = if corner.count_ones() % 2 == 0 { 1 } else { -1 };
            witness.push((self.ledger.atoms.corner(atom, made)?, sign));
        }
        Some(witness)
    }

    /// What else would have to be held back, by its worth.
    fn cost(&mut self, witness: &Witness) -> u64 {
        self.multiply(witness);
        let mut cost = 0_u64;
        while let Some(cell) = self.touched.pop() {
            let product = std::mem::take(&mut self.products[cell as usize]);
            if product != 0 && !self.is_held_back[cell as usize] {
                cost = cost.saturating_add(worth(&self.ledger.cells[cell as usize]));
            }
        }
        cost
    }

    /// Holds back every cell that a witness is not orthogonal to.
    fn keep(&mut self, witness: &Witness) {
        self.multiply(witness);
        while let Some(cell) = self.touched.pop() {
            if std::mem::take(&mut self.products[cell as usize]) != 0 {
                self.is_held_back[cell as usize] = true;
                self.is_hit[cell as usize] = true;
            }
        }
        for (atom, _) in witness {
            self.is_used[*atom as usize] = true;
            self.is_rested_on[*atom as usize] = true;
        }
    }

    fn multiply(&mut self, witness: &Witness) {
        for (atom, sign) in witness {
            for cell in self.ledger.cells_of(*atom) {
                self.products[*cell as usize] += sign;
                self.touched.push(*cell);
            }
        }
    }
}

/// What is lost with a cell: its rows, and much more where it is coarse, so that totals go last.
fn worth(cell: &Cell) -> u64 {
    const LIKELY_DIMENSIONS: usize = 6;
    let n_open = LIKELY_DIMENSIONS.saturating_sub(cell.fixed.len()) as u32 + period_width(cell.period);
    (cell.n + 1).saturating_mul(8_u64.saturating_pow(n_open))
}

/// How many calendars tell two times apart: the months of one quarter are close.
fn n_kinds_apart(a: Time, b: Time, starts: i8) -> usize {
    KINDS.iter().filter(|kind| a.within(**kind, starts) != b.within(**kind, starts)).count()
}
