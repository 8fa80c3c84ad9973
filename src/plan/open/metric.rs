//! A metric to the rows of `open/metrics/<metric>`: one for each slice that may be shown, and one for each that may not.

use crate::plan::Plan;
use crate::privacy::Shown;

use super::{Draft, OpenCell, OpenColumn, OpenGroup, OpenKind, OpenWhat, TakeRow};

/// One set for each metric.
pub(super) fn add_sets(plan: &Plan<'_>, sets: &mut Vec<Draft>) {
    for (idx, metric) in plan.figures.metrics.iter().enumerate() {
        let id = &metric.spec().id;
        sets.push(Draft {
            name: format!("metrics-{id}"),
            title: metric.spec().title.clone(),
            stems: vec![format!("open/metrics/{id}")],
            has_json: true,
            n_rows: Some(metric.len() as u64),
            is_empty: metric.is_empty(),
            group: OpenGroup::Metrics,
            what: OpenWhat::Metric(idx),
        });
    }
}

pub(super) fn columns(plan: &Plan<'_>, idx: usize) -> Vec<OpenColumn> {
    let spec = plan.figures.metrics[idx].spec();
    let mut columns: Vec<OpenColumn> = Vec::with_capacity(spec.dimensions.len() + 7);
    columns.extend(spec.dimensions.iter().map(|one| OpenColumn::new(&one.id, &one.label, OpenKind::Text)));
    columns.extend([
        OpenColumn::of_name("period_kind", OpenKind::Text),
        OpenColumn::of_name("period", OpenKind::Text),
        OpenColumn::new("value", &spec.title, OpenKind::Number),
        OpenColumn::of_name("unit", OpenKind::Text),
        OpenColumn::of_name("n", OpenKind::Integer),
        OpenColumn::of_name("suppressed", OpenKind::Flag),
        OpenColumn::of_name("as_of", OpenKind::Date),
    ]);
    columns
}

pub(super) fn each_row(plan: &Plan<'_>, idx: usize, take: &mut TakeRow<'_>) {
    let metric = &plan.figures.metrics[idx];
    let spec = metric.spec();
    let as_of = plan.model.as_of.to_string();
    for slice in 0..metric.len() {
        let key = metric.key(slice);
        let shown = metric.shown(slice);
        let (value, n) = match shown {
            Shown::Value { value, n, .. } => (Some(value.to_open()), Some(n.to_string())),
            Shown::Gap(n) => (None, Some(n.to_string())),
            Shown::Suppressed => (None, None),
        };
        let period = key.period.to_string();
        let mut cells = Vec::with_capacity(spec.dimensions.len() + 7);
        for (dimension, value) in spec.dimensions.iter().zip(&key.values) {
            let value = value.and_then(|value| dimension.values.get(value as usize));
            cells.push(value.map_or(OpenCell::Empty, |value| OpenCell::Text(&value.id)));
        }
        cells.extend([
            OpenCell::Plain(key.period.kind().name()),
            if period.is_empty() { OpenCell::Empty } else { OpenCell::Plain(&period) },
            value.as_deref().map_or(OpenCell::Empty, OpenCell::Number),
            OpenCell::Text(&spec.unit),
            n.as_deref().map_or(OpenCell::Empty, OpenCell::Number),
            OpenCell::Flag(shown == Shown::Suppressed),
            OpenCell::Plain(&as_of),
        ]);
        take(&cells);
    }
}
