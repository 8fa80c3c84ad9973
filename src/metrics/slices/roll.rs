//! Classes to the slices of metrics that are cut alike: level by level, so that each level is sorted once for all of them.

use crate::diag::{Diagnostic, Outcome, codes};
use crate::metrics::amount::Amount;
use crate::metrics::cells::{Group, Member, Numbers, power};
use crate::metrics::definition::Definition;
use crate::metrics::figure::{Class, Metric, Slice, SliceKey};
use crate::metrics::formula::{Atom, AtomKind, AtomValue};
use crate::metrics::period::PeriodKind;

use super::frozen::{Frozen, thaw};
use super::gaps::fill_gaps;
use super::level::{Level, level};
use super::whole::{ByClass, Whole};

/// Slices that a metric may have: as many as there is any use for, and room.
const N_SLICES_MAX: u64 = 4_000_000;

/// What rolling up needs beside the cells.
#[derive(Clone, Copy, Debug)]
pub(in crate::metrics) struct Rolling<'a> {
    pub(in crate::metrics) definitions: &'a [Definition],
    pub(in crate::metrics) academic_year_starts: i8,
    /// Persons that are told apart.
    pub(in crate::metrics) n_persons_max: usize,
    /// "Today", for SQL that people read.
    pub(in crate::metrics) as_of: jiff::civil::Date,
    /// The rows of `frozen`.
    pub(in crate::metrics) frozen: &'a [Frozen],
}

/// Makes the metrics of these members of a group, all of which are cut by the same dimensions; by position of their definition.
///
/// - Codes: those of frozen rows, F023 too large, F024 too many slices.
pub(in crate::metrics) fn roll(
    whole: &Whole,
    group: &Group,
    members: &[&Member],
    rolling: &Rolling<'_>,
) -> Outcome<Vec<(usize, Metric)>> {
    let mut found = Vec::new();
    let Some(first) = members.first() else { return Outcome::new(Vec::new(), found) };
    let n_values: Vec<usize> = whole.rows.dimensions.iter().map(|dimension| dimension.values.len()).collect();
    let mut metrics: Vec<Metric> = members.iter().map(|member| empty(whole, member, rolling)).collect();
    if n_combinations(&first.dimensions, &n_values) > N_SLICES_MAX {
        for metric in &metrics {
            found.push(codes::too_many_slices.at(metric.spec.place.clone()).with("metric", &metric.spec.id));
        }
        return Outcome::new(with_definitions(members, metrics), found);
    }
    for subset in 0..1_u32 << first.dimensions.len() {
        for kind in [PeriodKind::All, PeriodKind::Year, PeriodKind::AcademicYear, PeriodKind::Quarter, PeriodKind::Month] {
            let wants =
                |member: &&Member| kind == PeriodKind::All || rolling.definitions[member.definition].periods.contains(&kind);
            if !members.iter().any(&wants) {
                continue;
            }
            let level = level(&whole.rows.classes, &n_values, &first.dimensions, subset, kind, rolling.academic_year_starts);
            for (member, metric) in members.iter().zip(&mut metrics).filter(|(member, _)| wants(member)) {
                let definition = &rolling.definitions[member.definition];
                Rolled { whole, member, definition, rolling, metric }.take(&level, &mut found);
            }
        }
    }
    for (member, metric) in members.iter().zip(&mut metrics) {
        let definition = &rolling.definitions[member.definition];
        metric.slices.sort_unstable_by(|a, b| a.key.cmp(&b.key));
        thaw(metric, rolling, &mut found);
        fill_gaps(metric, definition, rolling);
        if whole.is_too_large {
            found.push(codes::number_has_no_room.at(definition.spec.place.clone()).with("metric", &metric.spec.id));
        }
        metric.spec.sql = super::query_sql(group, definition, rolling.as_of);
    }
    Outcome::new(with_definitions(members, metrics), found)
}

fn with_definitions(members: &[&Member], metrics: Vec<Metric>) -> Vec<(usize, Metric)> {
    members.iter().map(|member| member.definition).zip(metrics).collect()
}

fn n_combinations(dimensions: &[usize], n_values: &[usize]) -> u64 {
    dimensions.iter().fold(1, |n: u64, dimension| n.saturating_mul(n_values[*dimension] as u64 + 1))
}

/// A metric without slices.
fn empty(whole: &Whole, member: &Member, rolling: &Rolling<'_>) -> Metric {
    let mut spec = rolling.definitions[member.definition].spec.clone();
    for (dimension, shared) in spec.dimensions.iter_mut().zip(&member.dimensions) {
        let shared = &whole.rows.dimensions[*shared];
        dimension.values.clone_from(&shared.values);
        dimension.references.clone_from(&shared.references);
    }
    Metric {
        spec,
        slices: Vec::new(),
        rows: whole.rows.clone(),
        dimension_of: member.dimensions.clone(),
        condition_bit: member.bit,
    }
}

/// A metric on its way.
struct Rolled<'a, 'm> {
    whole: &'a Whole,
    member: &'a Member,
    definition: &'a Definition,
    rolling: &'a Rolling<'a>,
    metric: &'m mut Metric,
}

impl Rolled<'_, '_> {
    fn take(&mut self, level: &Level, found: &mut Vec<Diagnostic>) {
        let mut is_said = false;
        let mut counted = Vec::new();
        for (key, classes) in level.iter() {
            counted.clear();
            counted.extend(classes.iter().copied().filter(|class| self.counts(*class)));
            if counted.is_empty() {
                continue;
            }
            match self.slice(key, &counted) {
                Some(slice) => self.metric.slices.push(slice),
                None if is_said => {}
                None => {
                    is_said = true;
                    let place = self.definition.spec.place.clone();
                    found.push(codes::number_has_no_room.at(place).with("metric", &self.definition.spec.id));
                }
            }
        }
    }

    fn class(&self, class: u32) -> &Class {
        &self.whole.rows.classes[class as usize]
    }

    fn counts(&self, class: u32) -> bool {
        self.class(class).conditions >> self.member.bit & 1 == 1
    }

    /// The slice of these classes; `None` if a number has no room.
    fn slice(&self, key: &SliceKey, classes: &[u32]) -> Option<Slice> {
        let n = classes.iter().map(|class| self.class(*class).n).sum();
        let mut atoms = Vec::with_capacity(self.member.counters.len());
        for (atom, counter) in self.definition.formula.atoms.iter().zip(&self.member.counters) {
            atoms.push(match counter {
                None => AtomValue { value: Some(Amount::from(i128::from(n))), is_real: false },
                Some(counter) => self.whole.counters[*counter].value(atom, classes)?,
            });
        }
        let value = self.definition.formula.evaluate(&atoms).ok()?.value;
        let mut n_persons = self.definition.spec.is_about_persons.then(|| self.n_persons(classes));
        // A part of the value may be about fewer persons than the slice.
        let guarded = self.definition.formula.n_persons(&atoms).and_then(Amount::to_integer);
        if let (Some(n), Some(guarded)) = (&mut n_persons, guarded.and_then(|n| u32::try_from(n).ok())) {
            *n = guarded.min(*n);
        }
        Some(Slice { key: key.clone(), value, n, n_persons, frozen: None })
    }

    fn n_persons(&self, classes: &[u32]) -> u32 {
        let mut persons: Vec<u32> = Vec::new();
        for class in classes {
            for person in &self.class(*class).persons {
                if !persons.contains(person) {
                    persons.push(*person);
                }
                if persons.len() >= self.rolling.n_persons_max {
                    return persons.len() as u32;
                }
            }
        }
        persons.len() as u32
    }
}

impl ByClass {
    /// What an atom comes to over classes; `None` if there is no room.
    fn value(&self, atom: &Atom, classes: &[u32]) -> Option<AtomValue> {
        let whole = |n: u64| AtomValue { value: Some(Amount::from(i128::from(n))), is_real: false };
        Some(match self {
            Self::Rows(n) => whole(classes.iter().map(|class| n[*class as usize]).sum()),
            Self::Distinct { starts, values } => whole(n_distinct(starts, values, classes)),
            Self::Sums(numbers) => {
                let mut sum = 0_i128;
                for class in classes {
                    sum = sum.checked_add(numbers.values[*class as usize])?;
                }
                let n: u64 = classes.iter().map(|class| numbers.n[*class as usize]).sum();
                let sum = amount(sum, numbers)?;
                let is_mean = atom.kind == AtomKind::Avg;
                let value = match n {
                    0 => None,
                    n if is_mean => Some(sum.div(Amount::from(i128::from(n)))?),
                    _ => Some(sum),
                };
                AtomValue { value, is_real: is_mean || atom.is_real || numbers.is_real }
            }
            Self::Least(numbers) => extreme(atom, numbers, classes, |values| values.min())?,
            Self::Greatest(numbers) => extreme(atom, numbers, classes, |values| values.max())?,
        })
    }
}

fn extreme(
    atom: &Atom,
    numbers: &Numbers,
    classes: &[u32],
    choose: impl Fn(&mut dyn Iterator<Item = i128>) -> Option<i128>,
) -> Option<AtomValue> {
    let present = |class: &&u32| numbers.n[**class as usize] > 0;
    let chosen = choose(&mut classes.iter().filter(present).map(|class| numbers.values[*class as usize]));
    let value = match chosen {
        Some(chosen) => Some(amount(chosen, numbers)?),
        None => None,
    };
    Some(AtomValue { value, is_real: atom.is_real || numbers.is_real })
}

fn amount(number: i128, numbers: &Numbers) -> Option<Amount> {
    let unit = power(numbers.scale);
    // Most sums are whole, and a division is cheaper than finding out what two long numbers have in common.
    if number % unit == 0 { Some(Amount::from(number / unit)) } else { Amount::ratio(number, unit) }
}

fn n_distinct(starts: &[u32], values: &[u32], classes: &[u32]) -> u64 {
    let of = |class: u32| &values[starts[class as usize] as usize..starts[class as usize + 1] as usize];
    if let [class] = classes {
        return of(*class).len() as u64;
    }
    let mut all: Vec<u32> = classes.iter().flat_map(|class| of(*class)).copied().collect();
    all.sort_unstable();
    all.dedup();
    all.len() as u64
}
