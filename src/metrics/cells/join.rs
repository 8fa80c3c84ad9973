//! The cells of a relation's stretches to those of the whole.

use std::collections::HashMap;

use crate::metrics::Rows;
use crate::read::{Interner, Texts};

use super::cell::{Cells, Counts, NONE, Numbers};
use super::group::{CounterKind, Group};

/// Joins the cells of the stretches of a group's relation, in the order of the rows; a cell keeps at most `n_persons_max` persons.
pub(in crate::metrics) fn join(group: &Group, mut stretches: Vec<Cells>, n_persons_max: usize) -> Cells {
    if stretches.len() == 1 {
        return stretches.remove(0);
    }
    let mut joining = Joining::new(group);
    for stretch in stretches {
        joining.take(&stretch, n_persons_max);
    }
    joining.finish()
}

struct Joining<'g> {
    group: &'g Group,
    /// Cells are numbered as they appear, so the order of the map is never seen.
    known: HashMap<Box<[u32]>, u32>,
    texts: Vec<Interner>,
    person_texts: Interner,
    /// By counter.
    value_texts: Vec<Interner>,
    cells: Cells,
}

impl<'g> Joining<'g> {
    fn new(group: &'g Group) -> Self {
        let interners = |n: usize| (0..n).map(|_| Interner::default()).collect();
        Self {
            group,
            known: HashMap::new(),
            texts: interners(group.dimensions.len()),
            person_texts: Interner::default(),
            value_texts: interners(group.counters.len()),
            cells: Cells::default(),
        }
    }

    fn take(&mut self, stretch: &Cells, n_persons_max: usize) {
        let n_codes = self.group.dimensions.len() + 1;
        let renumbered: Vec<Vec<u32>> =
            stretch.texts.iter().zip(&mut self.texts).map(|(texts, interner)| renumber(texts, interner)).collect();
        let persons = renumber(&stretch.person_texts, &mut self.person_texts);
        let mut cell_of = Vec::with_capacity(stretch.n.len());
        let mut key = Vec::new();
        for (cell, codes) in stretch.codes.chunks(n_codes).enumerate() {
            key.clear();
            key.extend(
                codes.iter().enumerate().map(|(idx, code)| renumbered.get(idx).map_or(*code, |numbers| new(numbers, *code))),
            );
            let conditions = stretch.conditions[cell];
            key.extend([conditions as u32, (conditions >> 32) as u32]);
            let whole = self.cell(&key, conditions);
            self.cells.n[whole as usize] += stretch.n[cell];
            for person in &stretch.persons[cell] {
                let kept = &mut self.cells.persons[whole as usize];
                let person = new(&persons, *person);
                if kept.len() < n_persons_max && !kept.contains(&person) {
                    kept.push(person);
                }
            }
            cell_of.push(whole);
        }
        let number = |cell: &u32| cell_of.get(*cell as usize).copied().unwrap_or(Rows::IN_NO_CLASS);
        self.cells.cell_of.extend(stretch.cell_of.iter().map(number));
        self.cells.is_too_large |= stretch.is_too_large;
        self.take_counts(stretch, &cell_of);
    }

    fn cell(&mut self, key: &[u32], conditions: u64) -> u32 {
        if let Some(cell) = self.known.get(key) {
            return *cell;
        }
        let cell = self.cells.n.len() as u32;
        self.known.insert(key.into(), cell);
        self.cells.codes.extend(&key[..key.len() - 2]);
        self.cells.conditions.push(conditions);
        self.cells.n.push(0);
        self.cells.persons.push(Vec::new());
        cell
    }

    fn take_counts(&mut self, stretch: &Cells, cell_of: &[u32]) {
        let n_cells = self.cells.n.len();
        if self.cells.counts.is_empty() {
            self.cells.counts = stretch.counts.iter().map(Counts::nothing).collect();
        }
        for (idx, counts) in stretch.counts.iter().enumerate() {
            let kind = self.group.counters[idx].kind;
            match (&mut self.cells.counts[idx], counts) {
                (Counts::Rows(whole), Counts::Rows(part)) => {
                    whole.resize(n_cells, 0);
                    for (cell, n) in cell_of.iter().zip(part) {
                        whole[*cell as usize] += n;
                    }
                }
                (Counts::Distinct { pairs: whole, .. }, Counts::Distinct { pairs, texts }) => {
                    let numbers = renumber(texts, &mut self.value_texts[idx]);
                    whole.extend(pairs.iter().map(|(cell, value)| (cell_of[*cell as usize], new(&numbers, *value))));
                }
                (Counts::Sums(whole), Counts::Sums(part))
                | (Counts::Least(whole), Counts::Least(part))
                | (Counts::Greatest(whole), Counts::Greatest(part)) => {
                    self.cells.is_too_large |= whole.join(kind, part, cell_of, n_cells).is_none();
                }
                // The counters of a group are the same in each stretch.
                _ => {}
            }
        }
    }

    fn finish(self) -> Cells {
        let mut cells = self.cells;
        for persons in &mut cells.persons {
            persons.sort_unstable();
        }
        cells.texts = self.texts.into_iter().map(Interner::into_texts).collect();
        cells.person_texts = self.person_texts.into_texts();
        for (counts, interner) in cells.counts.iter_mut().zip(self.value_texts) {
            if let Counts::Distinct { pairs, texts } = counts {
                pairs.sort_unstable();
                pairs.dedup();
                *texts = interner.into_texts();
            }
        }
        cells
    }
}

impl Counts {
    /// The same counter without cells.
    fn nothing(&self) -> Self {
        let numbers = |one: &Numbers| Numbers { scale: one.scale, is_real: false, ..Numbers::default() };
        match self {
            Self::Rows(_) => Self::Rows(Vec::new()),
            Self::Sums(one) => Self::Sums(numbers(one)),
            Self::Least(one) => Self::Least(numbers(one)),
            Self::Greatest(one) => Self::Greatest(numbers(one)),
            Self::Distinct { .. } => Self::Distinct { pairs: Vec::new(), texts: Texts::default() },
        }
    }
}

impl Numbers {
    fn join(&mut self, kind: CounterKind, part: &Self, cell_of: &[u32], n_cells: usize) -> Option<()> {
        self.n.resize(n_cells, 0);
        self.values.resize(n_cells, 0);
        self.is_real |= part.is_real;
        for (cell, (value, n)) in cell_of.iter().zip(part.values.iter().zip(&part.n)) {
            if *n > 0 {
                self.take(kind, *cell as usize, *value, *n)?;
            }
        }
        Some(())
    }
}

/// For each text its number in the whole; none where values are positions of rows, which stay as they are.
fn renumber(texts: &Texts, interner: &mut Interner) -> Vec<u32> {
    texts.iter().map(|text| interner.intern(text)).collect()
}

fn new(numbers: &[u32], old: u32) -> u32 {
    if old == NONE || numbers.is_empty() { old } else { numbers[old as usize] }
}
