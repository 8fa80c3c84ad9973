//! Atoms by their place: the atom at given coordinates, and those that differ from one in a single coordinate.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::ledger::{Coordinates, Mix, Time};

/// The atoms of a ledger.
pub(super) struct Atoms {
    atoms: Vec<Coordinates>,
    n_rows: Vec<u64>,
    /// By a digest of the coordinates. Two places with one digest are possible, so what is found is compared.
    by_digest: HashMap<u64, u32, BuildHasherDefault<Mix>>,
    /// For each axis the atoms by the digest of their other coordinates.
    lines: Vec<Vec<(u64, u32)>>,
    pub(super) academic_year_starts: i8,
}

/// One coordinate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Axis {
    Dimension(usize),
    Time,
    Conditions,
}

impl Atoms {
    pub(super) fn new(academic_year_starts: i8) -> Self {
        Self { atoms: Vec::new(), n_rows: Vec::new(), by_digest: HashMap::default(), lines: Vec::new(), academic_year_starts }
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
    pub(super) fn add(&mut self, place: Coordinates, n_rows: u64) -> u32 {
        if let Some(known) = self.find(&place) {
            self.n_rows[known as usize] += n_rows;
            return known;
        }
        let atom = self.atoms.len() as u32;
        self.by_digest.entry(digest(&place, None)).or_insert(atom);
        self.atoms.push(place);
        self.n_rows.push(n_rows);
        atom
    }

    /// The atom at a place.
    pub(super) fn find(&self, place: &Coordinates) -> Option<u32> {
        self.by_digest.get(&digest(place, None)).copied().filter(|atom| self.atoms[*atom as usize] == *place)
    }

    /// Makes [`Atoms::line`] possible, once all atoms are there.
    pub(super) fn draw_lines(&mut self) {
        let n_dimensions = self.atoms.first().map_or(0, |atom| atom.values.len());
        for axis in axes(n_dimensions) {
            let digests = self.atoms.iter().map(|atom| digest(atom, Some(axis)));
            let mut line: Vec<(u64, u32)> = digests.zip(0..).collect();
            line.sort_unstable();
            self.lines.push(line);
        }
    }

    /// The atoms that differ from this one in one coordinate and in no other, in the order in which they were added.
    pub(super) fn line(&self, atom: u32, axis: Axis) -> impl Iterator<Item = u32> {
        let from = &self.atoms[atom as usize];
        let digest = digest(from, Some(axis));
        let line = &self.lines[number(axis, from.values.len())];
        let start = line.partition_point(|(other, _)| *other < digest);
        let same = line[start..].iter().take_while(move |(other, _)| *other == digest);
        same.map(|(_, other)| *other).filter(move |other| {
            let there = &self.atoms[*other as usize];
            *other != atom && there.frozen_of == from.frozen_of && moved(from, there, axis) == *there
        })
    }

    /// The atom that lies like `from`, but on each of the axes like the other atom.
    pub(super) fn corner(&self, from: u32, moves: impl Iterator<Item = (Axis, u32)>) -> Option<u32> {
        let mut place = self.atoms[from as usize].clone();
        for (axis, other) in moves {
            place = moved(&place, &self.atoms[other as usize], axis);
        }
        self.find(&place)
    }
}

/// All axes of a ledger.
pub(super) fn axes(n_dimensions: usize) -> impl Iterator<Item = Axis> {
    (0..n_dimensions).map(Axis::Dimension).chain([Axis::Time, Axis::Conditions])
}

fn number(axis: Axis, n_dimensions: usize) -> usize {
    match axis {
        Axis::Dimension(idx) => idx,
        Axis::Time => n_dimensions,
        Axis::Conditions => n_dimensions + 1,
    }
}

/// A place moved along an axis to where another one is.
fn moved(from: &Coordinates, to: &Coordinates, axis: Axis) -> Coordinates {
    let mut place = from.clone();
    match axis {
        Axis::Dimension(idx) => place.values[idx].clone_from(&to.values[idx]),
        Axis::Time => place.time = to.time,
        Axis::Conditions => place.conditions = to.conditions,
    }
    place
}

/// A number for a place; one axis may be passed over.
fn digest(place: &Coordinates, without: Option<Axis>) -> u64 {
    let mut mix = Mix::default();
    for (idx, values) in place.values.iter().enumerate() {
        if without != Some(Axis::Dimension(idx)) {
            mix.write_usize(values.len());
            values.iter().for_each(|value| mix.write_u32(*value));
        }
    }
    if without != Some(Axis::Time) {
        write_time(place.time, &mut mix);
    }
    if without != Some(Axis::Conditions) {
        mix.write_u64(place.conditions);
    }
    mix.write_usize(place.frozen_of.map_or(0, |metric| metric + 1));
    mix.finish()
}

fn write_time(time: Time, mix: &mut Mix) {
    match time {
        Time::Never => mix.write_u8(0),
        Time::Month(month) => {
            mix.write_i16(month.year);
            mix.write_i8(month.month);
        }
        Time::Frozen(period) => std::hash::Hash::hash(&period, mix),
    }
}
