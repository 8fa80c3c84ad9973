//! Totals of closed periods that were signed before personal rows were deleted: they stand in where the rows are gone.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Place, codes, nearest};
use crate::metrics::amount::Amount;
use crate::metrics::definition::Definition;
use crate::metrics::figure::{Metric, Slice, SliceKey};
use crate::metrics::period::Period;
use crate::model::Model;
use crate::model::table::{Row, TableSchema};

use super::roll::Rolling;

/// The table of signed totals.
const FROZEN: &str = "frozen";

/// A signed total.
#[derive(Clone, Debug)]
pub(in crate::metrics) struct Frozen {
    /// Position of the metric's definition.
    pub(in crate::metrics) definition: usize,
    /// For each of its dimensions the id of the value; `None` is all.
    pub(in crate::metrics) values: Vec<Option<String>>,
    period: Period,
    value: Amount,
    n: Option<u64>,
    /// Row of the table.
    row: u32,
    place: Place,
}

/// Reads the signed totals.
///
/// - Codes: F030 no such metric, F031 no such period.
pub(in crate::metrics) fn frozen_rows(model: &Model, definitions: &[Definition], found: &mut Vec<Diagnostic>) -> Vec<Frozen> {
    let Some(table) = model.tables.get(FROZEN) else { return Vec::new() };
    table.rows().filter_map(|row| frozen_row(table.schema(), row, definitions, found)).collect()
}

fn frozen_row(schema: &TableSchema, row: Row<'_>, definitions: &[Definition], found: &mut Vec<Diagnostic>) -> Option<Frozen> {
    let (metric, value) = (row.text("metric")?, row.number("value")?);
    let Some(definition) = definitions.iter().position(|definition| &*definition.spec.id == metric) else {
        let near = nearest(metric, definitions.iter().map(|definition| &*definition.spec.id));
        found.push(codes::frozen_metric_unknown.at(row.place_of("metric")).with("metric", metric).with_some("near", near));
        return None;
    };
    let written = row.text("period")?;
    let Some(period) = period(written) else {
        found.push(codes::frozen_period_unknown.at(row.place_of("period")).with("period", written));
        return None;
    };
    let values = definitions[definition].spec.dimensions.iter().map(|dimension| value_of(schema, row, &dimension.id)).collect();
    let n = row.integer("n").and_then(|n| u64::try_from(n).ok());
    Some(Frozen { definition, values, period, value: Amount::from(value), n, row: row.idx() as u32, place: row.place() })
}

fn period(written: &str) -> Option<Period> {
    if written.trim() == "all" { Some(Period::All) } else { Period::parse(written.trim()) }
}

/// What a row says of a dimension: its column has the dimension's name, or the last part of it.
fn value_of(schema: &TableSchema, row: Row<'_>, dimension: &str) -> Option<String> {
    let last = dimension.rsplit('.').next().unwrap_or(dimension);
    let column = schema.column(dimension).or_else(|| schema.column(last))?;
    Some(row.cell(column).canonical().into_owned()).filter(|id| !id.is_empty())
}

/// For each dimension of a definition the ids that only signed totals have, or may have.
pub(in crate::metrics) fn frozen_ids(frozen: &[Frozen], definition: usize, n_dimensions: usize) -> Vec<BTreeSet<String>> {
    let mut ids = vec![BTreeSet::new(); n_dimensions];
    for one in frozen.iter().filter(|one| one.definition == definition) {
        for (ids, value) in ids.iter_mut().zip(&one.values) {
            ids.extend(value.clone());
        }
    }
    ids
}

/// Puts signed totals where the rows are gone. A slice that holds such a period and has rows of its own is no longer whole, so it
/// becomes a gap unless a total was signed for it too.
///
/// - Codes: F032 a slice that is not whole (warning).
pub(super) fn thaw(metric: &mut Metric, rolling: &Rolling<'_>, found: &mut Vec<Diagnostic>) {
    let own = |one: &&Frozen| rolling.definitions[one.definition].spec.id == metric.spec.id;
    let signed: Vec<(SliceKey, &Frozen)> =
        rolling.frozen.iter().filter(own).filter_map(|one| Some((key_of(metric, one)?, one))).collect();
    let mut gone: Vec<(SliceKey, &Frozen)> = Vec::new();
    for (key, one) in &signed {
        let has_rows = metric.find(key).is_some_and(|idx| metric.slices[idx].n > 0);
        if !has_rows {
            gone.push((key.clone(), one));
        }
    }
    let mut not_whole = Vec::new();
    for (idx, slice) in metric.slices.iter().enumerate() {
        let holds = |(key, _): &&(SliceKey, &Frozen)| slice.key != *key && holds(&slice.key, key, rolling.academic_year_starts);
        if let Some((_, one)) = gone.iter().find(holds) {
            not_whole.push((idx, *one));
        }
    }
    for (idx, one) in &not_whole {
        let signed = signed.iter().find(|(key, _)| *key == metric.slices[*idx].key);
        match signed {
            Some((_, total)) => total.put(&mut metric.slices[*idx], rolling),
            None => {
                let slice = &mut metric.slices[*idx];
                slice.value = None;
                let name = metric.spec.slice_id(&metric.slices[*idx].key);
                found.push(codes::rows_are_gone.at(one.place.clone()).with("metric", &metric.spec.id).with("slice", name));
            }
        }
    }
    for (key, one) in gone {
        let n_persons = metric.spec.is_about_persons.then_some(0);
        let mut slice = Slice { key, value: None, n: 0, n_persons, frozen: None };
        one.put(&mut slice, rolling);
        metric.slices.push(slice);
    }
    metric.slices.sort_unstable_by(|a, b| a.key.cmp(&b.key));
    metric.slices.dedup_by(|a, b| a.key == b.key);
}

impl Frozen {
    fn put(&self, slice: &mut Slice, rolling: &Rolling<'_>) {
        slice.value = Some(self.value);
        slice.n = self.n.unwrap_or(0);
        slice.frozen = Some(self.row);
        // Nobody can count the persons any more; there were at most as many as rows.
        let n_max = rolling.n_persons_max as u64;
        slice.n_persons = slice.n_persons.map(|_| slice.n.min(n_max) as u32);
    }
}

fn key_of(metric: &Metric, one: &Frozen) -> Option<SliceKey> {
    let mut values = Vec::with_capacity(one.values.len());
    for (dimension, id) in metric.spec.dimensions.iter().zip(&one.values) {
        values.push(match id {
            None => None,
            Some(id) => Some(dimension.values.iter().position(|value| *value.id == **id)? as u32),
        });
    }
    Some(SliceKey { values: values.into(), period: one.period })
}

/// Whether all rows of `inner` would be rows of `outer`.
fn holds(outer: &SliceKey, inner: &SliceKey, academic_year_starts: i8) -> bool {
    let mut values = outer.values.iter().zip(&inner.values);
    let is_cut = values.all(|(outer, inner)| outer.is_none() || outer == inner);
    let is_within = match outer.period {
        Period::All => true,
        period => inner.period.first_month(academic_year_starts).is_some_and(|month| {
            let n_months = (inner.period.n_months(), period.n_months());
            period.kind().of_month(month, academic_year_starts) == period && n_months.0 <= n_months.1
        }),
    };
    is_cut && is_within
}
