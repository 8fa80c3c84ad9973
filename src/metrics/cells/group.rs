//! Metrics to groups that are counted together: of one relation and time, so that its rows are read once for all of them.

use crate::metrics::database::Stock;
use crate::metrics::definition::Definition;
use crate::metrics::formula::{Atom, AtomKind};
use crate::metrics::relation::{Holds, Relation, RelationColumn};
use crate::model::table::Sensitivity;

/// Dimensions of a group. More would split the rows into cells of one row each.
const N_DIMENSIONS_MAX: usize = 3;
/// Conditions of a group: they are bits of one number, of which the highest stays free.
const N_CONDITIONS_MAX: usize = 62;

/// What is counted in one reading of a relation.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::metrics) struct Group {
    pub(in crate::metrics) relation: String,
    pub(in crate::metrics) time: Option<String>,
    /// Columns of the dimensions.
    pub(in crate::metrics) dimensions: Vec<RelationColumn>,
    /// Conditions of metrics, by their bits; `None` is always fulfilled.
    pub(in crate::metrics) conditions: Vec<Option<String>>,
    /// Conditions of atoms.
    pub(in crate::metrics) filters: Vec<String>,
    pub(in crate::metrics) counters: Vec<Counter>,
    /// The column that says whom a row is about.
    pub(in crate::metrics) person: Option<RelationColumn>,
    pub(in crate::metrics) members: Vec<Member>,
}

/// A metric of a group.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::metrics) struct Member {
    /// Position among the definitions.
    pub(in crate::metrics) definition: usize,
    /// For each of the metric's dimensions its position among those of the group.
    pub(in crate::metrics) dimensions: Vec<usize>,
    /// Number of the metric's condition.
    pub(in crate::metrics) bit: u8,
    /// For each atom of the formula the counter that it is read from; `None` is the number of rows.
    pub(in crate::metrics) counters: Vec<Option<usize>>,
}

/// What is counted of the rows of a cell; metrics share it.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::metrics) struct Counter {
    pub(in crate::metrics) kind: CounterKind,
    /// As SQL; `None` for rows.
    pub(in crate::metrics) argument: Option<String>,
    /// Position of its condition among the group's filters.
    pub(in crate::metrics) filter: Option<usize>,
    /// The single column that is the argument, if it is one.
    pub(in crate::metrics) column: Option<RelationColumn>,
}

/// Kinds of counters. Averages are sums with the number of summands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::metrics) enum CounterKind {
    Count,
    Distinct,
    Sum,
    Least,
    Greatest,
}

/// Groups the definitions; each is in exactly one group.
pub(in crate::metrics) fn groups(stock: &Stock<'_>, definitions: &[Definition]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    // Metrics with more dimensions come first, so that those with fewer find a group that has theirs.
    let mut order: Vec<usize> = (0..definitions.len()).collect();
    order.sort_by_key(|idx| (std::cmp::Reverse(definitions[*idx].by.len()), *idx));
    for idx in order {
        let definition = &definitions[idx];
        let Some(relation) = stock.relation(&definition.spec.from) else { continue };
        let group = match groups.iter().position(|group| group.takes(definition)) {
            Some(group) => group,
            None => {
                groups.push(Group::new(relation, definition));
                groups.len() - 1
            }
        };
        groups[group].take(relation, idx, definition);
    }
    groups
}

impl Group {
    fn new(relation: &Relation, definition: &Definition) -> Self {
        Self {
            relation: relation.name.clone(),
            time: definition.time.clone(),
            dimensions: Vec::new(),
            conditions: Vec::new(),
            filters: Vec::new(),
            counters: Vec::new(),
            person: person_column(relation).cloned(),
            members: Vec::new(),
        }
    }

    fn takes(&self, definition: &Definition) -> bool {
        let is_new = |name: &&String| !self.dimensions.iter().any(|column| column.name == **name);
        let n_dimensions = self.dimensions.len() + definition.by.iter().filter(is_new).count();
        self.relation == definition.spec.from
            && self.time == definition.time
            && (n_dimensions <= N_DIMENSIONS_MAX || n_dimensions == self.dimensions.len())
            && self.conditions.len() < N_CONDITIONS_MAX
            && self.filters.len() + definition.formula.atoms.len() < N_CONDITIONS_MAX
    }

    fn take(&mut self, relation: &Relation, idx: usize, definition: &Definition) {
        let mut dimensions = Vec::with_capacity(definition.by.len());
        for name in &definition.by {
            let Some(column) = relation.columns.iter().find(|column| column.name == *name) else { continue };
            dimensions.push(position_or_push(&mut self.dimensions, column.clone(), |one| one.name == *name));
        }
        let condition = definition.condition.clone();
        let bit = position_or_push(&mut self.conditions, condition.clone(), |one| *one == condition) as u8;
        let counters = definition.formula.atoms.iter().map(|atom| self.counter(relation, atom)).collect();
        self.members.push(Member { definition: idx, dimensions, bit, counters });
    }

    fn counter(&mut self, relation: &Relation, atom: &Atom) -> Option<usize> {
        if atom.kind == AtomKind::Count && atom.argument.is_none() && atom.filter.is_none() {
            return None;
        }
        let kind = match atom.kind {
            AtomKind::Count => CounterKind::Count,
            AtomKind::CountDistinct => CounterKind::Distinct,
            AtomKind::Sum | AtomKind::Avg => CounterKind::Sum,
            AtomKind::Min => CounterKind::Least,
            AtomKind::Max => CounterKind::Greatest,
        };
        let filter = atom.filter.clone().map(|filter| position_or_push(&mut self.filters, filter.clone(), |one| *one == filter));
        let column = atom.column.and_then(|idx| relation.columns.get(idx)).cloned();
        let counter = Counter { kind, argument: atom.argument.clone(), filter, column };
        Some(position_or_push(&mut self.counters, counter.clone(), |one| *one == counter))
    }

    /// All SQL that names columns.
    pub(in crate::metrics) fn expressions(&self) -> Vec<String> {
        let conditions = self.conditions.iter().flatten().chain(&self.filters);
        let arguments = self.counters.iter().filter_map(|counter| counter.argument.as_ref());
        let mut expressions: Vec<String> = conditions.chain(arguments).cloned().collect();
        let columns =
            self.dimensions.iter().chain(&self.person).chain(self.counters.iter().filter_map(|one| one.column.as_ref()));
        expressions.extend(columns.map(|column| crate::metrics::database::quote(&column.name)));
        expressions
    }
}

/// The column that says whom a row is about: a reference to a person before a mere name.
fn person_column(relation: &Relation) -> Option<&RelationColumn> {
    let own = || relation.columns.iter().filter(|column| column.depth == 0 && column.sensitivity == Sensitivity::Personal);
    own().find(|column| matches!(column.holds, Holds::Key(_))).or_else(|| own().next())
}

fn position_or_push<T>(all: &mut Vec<T>, one: T, is_it: impl Fn(&T) -> bool) -> usize {
    match all.iter().position(is_it) {
        Some(idx) => idx,
        None => {
            all.push(one);
            all.len() - 1
        }
    }
}
