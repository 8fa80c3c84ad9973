//! Random small ledgers, judged by exact elimination over the rationals: no held-back figure lies in the span of the shown ones.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::suppress;
use crate::metrics::{Metric, Slice};
use crate::model::date::Month;
use crate::privacy::fixture::{Dice, K, RawRow, STARTS, Span, metric_of, random_ledger, rows_of, vector};

/// The vector of a slice over the classes that all ways of sorting the rows have in common.
fn joint(metrics: &[Metric], metric: &Metric, slice: &Slice) -> Vec<i128> {
    let own = vector(metric, slice);
    let tuple = |row: usize| metrics.iter().map(move |metric| metric.rows.class_of[row]).collect::<Vec<u32>>();
    let classes: BTreeMap<Vec<u32>, u32> =
        (0..metric.rows.class_of.len()).map(|row| (tuple(row), metric.rows.class_of[row])).collect();
    classes.into_values().map(|class| own[class as usize]).collect()
}

/// How many figures there are, how many are small, and how many are held back; panics where one is given away.
fn judge(metrics: &[Metric], title: &str) -> (usize, usize, usize) {
    let is_suppressed = suppress(metrics, K, STARTS).is_suppressed;
    let mut span = Span::default();
    let (mut n, mut n_small, mut n_held_back) = (0, 0, 0);
    for (metric, is_suppressed) in metrics.iter().zip(&is_suppressed) {
        for (slice, _) in metric.slices.iter().zip(is_suppressed).filter(|(_, is_suppressed)| !**is_suppressed) {
            span.add(joint(metrics, metric, slice));
            assert!(!super::is_small(slice, K), "{title}: {:?} is shown", slice.key);
        }
    }
    for (metric, is_suppressed) in metrics.iter().zip(&is_suppressed) {
        for (slice, is_suppressed) in metric.slices.iter().zip(is_suppressed) {
            n += 1;
            n_small += usize::from(super::is_small(slice, K));
            n_held_back += usize::from(*is_suppressed);
            let is_given_away = *is_suppressed && span.rest(joint(metrics, metric, slice)).is_none();
            assert!(!is_given_away, "{title}: {} {:?} can be worked out", metric.spec.id, slice.key);
        }
    }
    (n, n_small, n_held_back)
}

#[test]
fn no_held_back_figure_can_be_worked_out() {
    let mut total = (0, 0, 0);
    for seed in 0..200 {
        let (n, n_small, n_held_back) = judge(&random_ledger(seed).1, &format!("ledger {seed}"));
        total = (total.0 + n, total.1 + n_small, total.2 + n_held_back);
    }
    let (n, n_small, n_held_back) = total;
    println!("of {n} figures {n_small} are small and {n_held_back} are held back");
    let n_others = n_held_back - n_small;
    assert!(n_others * 2 < n - n_small, "{n_others} of {} figures over enough persons are held back", n - n_small);
}

/// The same rows sorted once more: without dates, and by the first dimension only.
fn undated(raw: &[RawRow], sizes: u32, bit: u8) -> Metric {
    let plain = |row: &RawRow| RawRow { values: vec![row.values[0].clone()], month: None, ..row.clone() };
    let raw: Vec<RawRow> = raw.iter().map(plain).collect();
    let mut metric = metric_of(&raw, &Arc::new(rows_of(&raw, &[sizes])), &[0], bit);
    metric.spec.time = None;
    metric
}

#[test]
fn figures_by_date_and_figures_without_dates_are_one_ledger() {
    for seed in 0..60 {
        let (raw, mut metrics) = random_ledger(seed);
        let sizes = metrics[0].rows.dimensions[0].values.len() as u32;
        metrics.push(undated(&raw, sizes, 0));
        metrics.push(undated(&raw, sizes, 1));
        judge(&metrics, &format!("ledger {seed}"));
    }
}

#[test]
fn one_small_branch_costs_one_other_branch_and_no_total() {
    let mut dice = Dice::new(3);
    let mut raw = Vec::new();
    for branch in 0..8 {
        let n_members = if branch == 2 { 3 } else { 10 + dice.below(10) };
        for number in 24_306..24_330 {
            let month = Month { year: (number / 12) as i16, month: (number % 12 + 1) as i8 };
            for member in 0..n_members {
                let values = vec![vec![branch]];
                raw.push(RawRow { values, month: Some(month), conditions: 1, person: branch * 100 + member });
            }
        }
    }
    let metric = metric_of(&raw, &Arc::new(rows_of(&raw, &[8])), &[0], 0);
    let n_periods = metric.slices.iter().filter(|slice| *slice.key.values == [Some(2)]).count();
    let metrics = [metric];
    let (_, n_small, n_held_back) = judge(&metrics, "one small branch");
    // Everything about the branch, and everything about one other.
    assert_eq!((n_small, n_held_back), (n_periods, 2 * n_periods));
    let is_suppressed = &suppress(&metrics, K, STARTS).is_suppressed[0];
    for (slice, is_suppressed) in metrics[0].slices.iter().zip(is_suppressed) {
        assert!(slice.key.values[0].is_some() || !is_suppressed, "{:?}", slice.key);
    }
}
