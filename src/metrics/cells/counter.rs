//! One thing that is counted of the rows of each cell, while rows come in.

use rusqlite::types::ValueRef;

use crate::metrics::relation::{Holds, RelationColumn};
use crate::read::Interner;

use super::cell::{Counts, NONE, Numbers};
use super::count::code;
use super::group::{Counter, CounterKind};
use super::number::{FREE_SCALE, Raw, fixed};

/// A counter at work.
pub(super) struct Counted<'g> {
    kind: CounterKind,
    column: Option<&'g RelationColumn>,
    raw: Raw,
    n: Vec<u64>,
    numbers: Numbers,
    pairs: Vec<(u32, u32)>,
    texts: Interner,
}

impl<'g> Counted<'g> {
    /// A counter of no cells; `scale_of` gives the digits behind the point of a column's raw integers.
    pub(super) fn new(counter: &'g Counter, scale_of: impl Fn(&str) -> Option<u8>) -> Self {
        let column = counter.column.as_ref();
        let (scale, raw) = match column.map(|column| (&column.holds, scale_of(&column.name))) {
            Some((Holds::Number, Some(scale))) => (scale, Raw::Scaled),
            Some((Holds::Integer | Holds::Flag, _)) => (0, Raw::Natural),
            _ => (FREE_SCALE, Raw::Natural),
        };
        // A column of numbers is real for SQL even where all of them happen to be whole.
        let is_real = column.is_some_and(|column| column.holds == Holds::Number);
        Self {
            kind: counter.kind,
            column,
            raw,
            n: Vec::new(),
            numbers: Numbers { scale, is_real, ..Numbers::default() },
            pairs: Vec::new(),
            texts: Interner::default(),
        }
    }

    /// Makes room for a further cell.
    pub(super) fn grow(&mut self) {
        match self.kind {
            CounterKind::Count => self.n.push(0),
            CounterKind::Distinct => {}
            CounterKind::Sum | CounterKind::Least | CounterKind::Greatest => {
                self.numbers.n.push(0);
                self.numbers.values.push(0);
            }
        }
    }

    /// Counts a value into a cell; `None` if a sum has no room for it.
    pub(super) fn take(&mut self, cell: usize, value: ValueRef<'_>) -> Option<()> {
        match self.kind {
            CounterKind::Count => self.n[cell] += u64::from(value != ValueRef::Null),
            CounterKind::Distinct => {
                let code = match self.column {
                    Some(column) => code(value, column, &mut self.texts),
                    None => self.free_code(value),
                };
                if code != NONE {
                    self.pairs.push((cell as u32, code));
                }
            }
            CounterKind::Sum | CounterKind::Least | CounterKind::Greatest => {
                if matches!(value, ValueRef::Integer(_) | ValueRef::Real(_)) {
                    let (number, is_real) = fixed(value, self.numbers.scale, self.raw)?;
                    self.numbers.is_real |= is_real;
                    self.numbers.take(self.kind, cell, number, 1)?;
                }
            }
        }
        Some(())
    }

    fn free_code(&mut self, value: ValueRef<'_>) -> u32 {
        match value {
            ValueRef::Null => NONE,
            ValueRef::Integer(number) => self.texts.intern(&number.to_string()),
            ValueRef::Real(number) => self.texts.intern(&number.to_string()),
            ValueRef::Text(bytes) | ValueRef::Blob(bytes) => self.texts.intern(&String::from_utf8_lossy(bytes)),
        }
    }

    pub(super) fn finish(mut self) -> Counts {
        match self.kind {
            CounterKind::Count => Counts::Rows(self.n),
            CounterKind::Sum => Counts::Sums(self.numbers),
            CounterKind::Least => Counts::Least(self.numbers),
            CounterKind::Greatest => Counts::Greatest(self.numbers),
            CounterKind::Distinct => {
                self.pairs.sort_unstable();
                self.pairs.dedup();
                Counts::Distinct { pairs: self.pairs, texts: self.texts.into_texts() }
            }
        }
    }
}

impl Numbers {
    /// Takes what `n` numbers came to into a cell; `None` if there is no room.
    pub(in crate::metrics) fn take(&mut self, kind: CounterKind, cell: usize, number: i128, n: u64) -> Option<()> {
        let is_first = self.n[cell] == 0;
        let value = &mut self.values[cell];
        *value = match kind {
            CounterKind::Least if !is_first => (*value).min(number),
            CounterKind::Greatest if !is_first => (*value).max(number),
            CounterKind::Least | CounterKind::Greatest => number,
            _ => value.checked_add(number)?,
        };
        self.n[cell] += n;
        Some(())
    }
}
