//! Random small ledgers, judged by exact elimination over the rationals: no held-back figure lies in the span of the shown ones.

use super::suppress;
use crate::metrics::Metric;
use crate::privacy::fixture::{K, STARTS, Span, random_ledger, vector};

/// How many figures there are, how many are small, and how many are held back; panics where one is given away.
fn judge(metrics: &[Metric], title: &str) -> (usize, usize, usize) {
    let is_suppressed = suppress(metrics, K, STARTS).is_suppressed;
    let mut span = Span::default();
    let (mut n, mut n_small, mut n_held_back) = (0, 0, 0);
    for (metric, is_suppressed) in metrics.iter().zip(&is_suppressed) {
        for (slice, _) in metric.slices.iter().zip(is_suppressed).filter(|(_, is_suppressed)| !**is_suppressed) {
            span.add(vector(metric, slice));
            assert!(!super::is_small(slice, K), "{title}: {:?} is shown", slice.key);
        }
    }
    for (metric, is_suppressed) in metrics.iter().zip(&is_suppressed) {
        for (slice, is_suppressed) in metric.slices.iter().zip(is_suppressed) {
            n += 1;
            n_small += usize::from(super::is_small(slice, K));
            n_held_back += usize::from(*is_suppressed);
            let is_given_away = *is_suppressed && span.rest(vector(metric, slice)).is_none();
            assert!(!is_given_away, "{title}: {} {:?} can be worked out", metric.spec.id, slice.key);
        }
    }
    (n, n_small, n_held_back)
}

#[test]
fn no_held_back_figure_can_be_worked_out() {
    let mut total = (0, 0, 0);
    for seed in 0..300 {
        let (n, n_small, n_held_back) = judge(&random_ledger(seed).1, &format!("ledger {seed}"));
        total = (total.0 + n, total.1 + n_small, total.2 + n_held_back);
    }
    let (n, n_small, n_held_back) = total;
    println!("of {n} figures {n_small} are small and {n_held_back} are held back");
    let n_others = n_held_back - n_small;
    assert!(n_others * 2 < n - n_small, "{n_others} of {} figures over enough persons are held back", n - n_small);
}
