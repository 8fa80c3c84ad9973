//! Atoms by their place: the atom at given coordinates, and those that differ from one in a single coordinate.
//!
//! Each coordinate (the values of a dimension, a time, the conditions) is numbered, so that a place is a few small numbers.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};

use super::ledger::{Coordinates, Mix, Time};

/// The atoms of a ledger.
pub(super) struct Atoms {
    atoms: Vec<Coordinates>,
    n_rows: Vec<u64>,
    /// The coordinates of atom `a` by number are `places[a * n_axes..]`; the last tells frozen figures from rows and cannot be moved.
    places: Vec<u32>,
    n_axes: usize,
    values: Vec<Numbers<Vec<u32>>>,
    times: Numbers<Time>,
    conditions: Numbers<u128>,
    n_times: usize,
    /// By a digest of the place. Two places with one digest are possible, so what is found is compared.
    by_digest: Map<u64>,
    /// For each axis the atoms by the digest of their other coordinates.
    lines: Vec<Vec<(u64, u32)>>,
    pub(super) academic_year_starts: i8,
}

type Map<K> = HashMap<K, u32, BuildHasherDefault<Mix>>;

/// Numbers things in the order in which they come.
struct Numbers<T>(Map<T>);

/// One coordinate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Axis {
    Dimension(usize),
    /// By the column that dates rows.
    Time(usize),
    Conditions,
}

impl<T: Hash + Eq + Clone> Numbers<T> {
    fn number(&mut self, thing: &T) -> u32 {
        if let Some(number) = self.0.get(thing) {
            return *number;
        }
        let number = self.0.len() as u32;
        self.0.insert(thing.clone(), number);
        number
    }
}

impl Atoms {
    pub(super) fn new(n_dimensions: usize, n_times: usize, academic_year_starts: i8) -> Self {
        Self {
            atoms: Vec::new(),
            n_rows: Vec::new(),
            places: Vec::new(),
            n_axes: n_dimensions + n_times + 2,
            n_times,
            values: (0..n_dimensions).map(|_| Numbers(Map::default())).collect(),
            times: Numbers(Map::default()),
            conditions: Numbers(Map::default()),
            by_digest: Map::default(),
            lines: Vec::new(),
            academic_year_starts,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.atoms.len()
    }

    pub(super) fn at(&self, idx: usize) -> &Coordinates {
        &self.atoms[idx]
    }

    /// Rows of an atom.
    pub(super) fn n_rows(&self, atom: u32) -> u64 {
        self.n_rows[atom as usize]
    }

    /// Adds rows at a place and gives its atom.
    pub(super) fn add(&mut self, at: Coordinates, n_rows: u64) -> u32 {
        let mut place: Vec<u32> = Vec::with_capacity(self.n_axes);
        for (numbers, values) in self.values.iter_mut().zip(&at.values) {
            place.push(numbers.number(values));
        }
        for time in &at.times {
            place.push(self.times.number(time));
        }
        place.push(self.conditions.number(&at.conditions));
        place.push(at.frozen_of.map_or(0, |metric| metric as u32 + 1));
        if let Some(known) = self.find(&place) {
            self.n_rows[known as usize] += n_rows;
            return known;
        }
        let atom = self.atoms.len() as u32;
        self.by_digest.entry(digest(&place, None)).or_insert(atom);
        self.places.extend(place);
        self.atoms.push(at);
        self.n_rows.push(n_rows);
        atom
    }

    fn place(&self, atom: u32) -> &[u32] {
        &self.places[atom as usize * self.n_axes..][..self.n_axes]
    }

    /// The atom at a place.
    fn find(&self, place: &[u32]) -> Option<u32> {
        self.by_digest.get(&digest(place, None)).copied().filter(|atom| self.place(*atom) == place)
    }

    /// Makes [`Atoms::line`] possible, once all atoms are there; those that `is_cheap` stand first on their lines, then the smallest.
    pub(super) fn draw_lines(&mut self, is_cheap: &[bool]) {
        for axis in 0..self.n_axes - 1 {
            let atoms = 0..self.atoms.len() as u32;
            let mut line: Vec<(u64, u32)> = atoms.map(|atom| (digest(self.place(atom), Some(axis)), atom)).collect();
            line.sort_unstable_by_key(|(digest, atom)| (*digest, !is_cheap[*atom as usize], self.n_rows[*atom as usize], *atom));
            self.lines.push(line);
        }
    }

    /// The atoms that differ from this one in one coordinate and in no other.
    pub(super) fn line(&self, atom: u32, axis: Axis) -> impl Iterator<Item = u32> {
        let axis = self.number(axis);
        let from = self.place(atom);
        let digest = digest(from, Some(axis));
        let line = &self.lines[axis];
        let start = line.partition_point(|(other, _)| *other < digest);
        let same = line[start..].iter().take_while(move |(other, _)| *other == digest);
        same.map(|(_, other)| *other).filter(move |other| {
            let there = self.place(*other);
            *other != atom && from[..axis] == there[..axis] && from[axis + 1..] == there[axis + 1..]
        })
    }

    /// The atom that lies like `from`, but on each of the axes like the other atom.
    pub(super) fn corner(&self, from: u32, moves: impl Iterator<Item = (Axis, u32)>) -> Option<u32> {
        let mut place = self.place(from).to_vec();
        for (axis, other) in moves {
            let axis = self.number(axis);
            place[axis] = self.place(other)[axis];
        }
        self.find(&place)
    }

    fn number(&self, axis: Axis) -> usize {
        match axis {
            Axis::Dimension(idx) => idx,
            Axis::Time(idx) => self.values.len() + idx,
            Axis::Conditions => self.values.len() + self.n_times,
        }
    }
}

/// A number for a place; one axis may be passed over.
fn digest(place: &[u32], without: Option<usize>) -> u64 {
    let mut mix = Mix::default();
    for (axis, number) in place.iter().enumerate() {
        if without != Some(axis) {
            mix.write_u32(*number);
        }
    }
    mix.finish()
}
