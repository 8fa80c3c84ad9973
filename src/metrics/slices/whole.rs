//! The cells of a relation to what figures and evidence share: classes of rows with their dimensions.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::metrics::cells::{Cells, Counts, Group, Numbers, month_of};
use crate::metrics::database::Stock;
use crate::metrics::figure::{Class, Origin, Rows};
use crate::metrics::relation::entries::kind_of;

use super::dimension::coded;

/// A group with all its rows counted.
#[derive(Clone, Debug)]
pub(in crate::metrics) struct Whole {
    /// What evidence sees.
    pub(in crate::metrics) rows: Arc<Rows>,
    /// By counter.
    pub(super) counters: Vec<ByClass>,
    /// Whether a sum had no room.
    pub(in crate::metrics) is_too_large: bool,
}

/// What a counter came to, by class.
#[derive(Clone, Debug)]
pub(super) enum ByClass {
    Rows(Vec<u64>),
    Sums(Numbers),
    Least(Numbers),
    Greatest(Numbers),
    /// Distinct values: those of class `c` are `values[starts[c]..starts[c + 1]]`, sorted.
    Distinct {
        starts: Vec<u32>,
        values: Vec<u32>,
    },
}

/// Gives the cells of a group their dimensions; `further` are by dimension ids that no row has but figures will.
pub(in crate::metrics) fn whole(stock: &Stock<'_>, group: &Group, cells: Cells, further: &[BTreeSet<String>]) -> Whole {
    let n_dimensions = group.dimensions.len();
    let n_codes = n_dimensions + 1;
    let mut dimensions = Vec::with_capacity(n_dimensions);
    for (idx, column) in group.dimensions.iter().enumerate() {
        let codes = cells.codes.chunks(n_codes).map(|codes| codes[idx]);
        let further: Vec<String> = further.get(idx).into_iter().flatten().cloned().collect();
        dimensions.push(coded(stock, column, codes, &cells.texts[idx], &further));
    }
    let mut classes = Vec::with_capacity(cells.n.len());
    for (cell, persons) in cells.persons.into_iter().enumerate() {
        let codes = &cells.codes[cell * n_codes..(cell + 1) * n_codes];
        let values = dimensions.iter().zip(codes).map(|(dimension, code)| dimension.positions(*code).to_vec()).collect();
        let month = month_of(codes[n_dimensions]);
        classes.push(Class { values, month, conditions: cells.conditions[cell], n: cells.n[cell], persons });
    }
    let n_classes = classes.len();
    let counters = cells.counts.into_iter().map(|counts| by_class(counts, n_classes)).collect();
    let rows = Rows {
        from: group.relation.clone(),
        origin: origin(stock, &group.relation),
        class_of: cells.cell_of,
        classes,
        dimensions: dimensions.into_iter().map(|coded| coded.dimension).collect(),
        sql: super::relation_sql(stock, group),
    };
    Whole { rows: Arc::new(rows), counters, is_too_large: cells.is_too_large }
}

fn by_class(counts: Counts, n_classes: usize) -> ByClass {
    match counts {
        Counts::Rows(n) => ByClass::Rows(n),
        Counts::Sums(numbers) => ByClass::Sums(numbers),
        Counts::Least(numbers) => ByClass::Least(numbers),
        Counts::Greatest(numbers) => ByClass::Greatest(numbers),
        Counts::Distinct { pairs, .. } => {
            let mut starts = vec![0; n_classes + 1];
            for (class, _) in &pairs {
                starts[*class as usize + 1] += 1;
            }
            for class in 0..n_classes {
                starts[class + 1] += starts[class];
            }
            ByClass::Distinct { starts, values: pairs.into_iter().map(|(_, value)| value).collect() }
        }
    }
}

fn origin(stock: &Stock<'_>, relation: &str) -> Origin {
    if stock.is_view(relation) {
        return match (stock.origin_rows(relation), stock.origin_table(relation)) {
            (Some(rows), Some(table)) => Origin::ViewOf(table.to_owned(), rows.to_vec()),
            _ => Origin::Query,
        };
    }
    match kind_of(relation) {
        Some(kind) => Origin::Entries(stock.model().indices_of(kind).collect()),
        None => Origin::Table(relation.to_owned()),
    }
}
