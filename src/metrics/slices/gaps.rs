//! Periods without rows between the first and the last: gaps, or zeros where a metric says that nothing is nothing.

use std::collections::BTreeSet;

use crate::metrics::amount::Amount;
use crate::metrics::definition::Definition;
use crate::metrics::figure::{Metric, Slice, SliceKey};
use crate::metrics::period::{Period, PeriodKind};
use crate::model::date::Month;

use super::roll::Rolling;

/// Months of a span beyond which a date is a slip: a century.
const N_MONTHS_MAX: usize = 1200;

/// Adds what is missing for the total and for each value of one dimension.
pub(super) fn fill_gaps(metric: &mut Metric, definition: &Definition, rolling: &Rolling<'_>) {
    let n_dimensions = metric.dimension_of.len();
    let months = span(metric, rolling.academic_year_starts);
    let mut cuts: BTreeSet<Box<[Option<u32>]>> = BTreeSet::from([vec![None; n_dimensions].into()]);
    for slice in &metric.slices {
        if slice.key.values.iter().flatten().count() == 1 {
            cuts.insert(slice.key.values.clone());
        }
    }
    let mut missing = Vec::new();
    for kind in [PeriodKind::All].iter().chain(&definition.periods) {
        let periods: BTreeSet<Period> = match kind {
            PeriodKind::All => BTreeSet::from([Period::All]),
            kind => months.iter().map(|month| kind.of_month(*month, rolling.academic_year_starts)).collect(),
        };
        for (values, period) in cuts.iter().flat_map(|values| periods.iter().map(move |period| (values, *period))) {
            let key = SliceKey { values: values.clone(), period };
            if metric.find(&key).is_none() {
                missing.push(key);
            }
        }
    }
    let value = metric.spec.is_empty_zero.then_some(Amount::ZERO);
    let n_persons = metric.spec.is_about_persons.then_some(0);
    metric.slices.extend(missing.into_iter().map(|key| Slice { key, value, n: 0, n_persons, frozen: None }));
    metric.slices.sort_unstable_by(|a, b| a.key.cmp(&b.key));
}

/// All months from the first to the last of a metric's rows.
fn span(metric: &Metric, academic_year_starts: i8) -> Vec<Month> {
    let bit = metric.condition_bit;
    let of_rows = metric.rows.classes.iter().filter(|class| class.conditions >> bit & 1 == 1).filter_map(|class| class.month);
    let of_frozen = metric.slices.iter().filter(|slice| slice.frozen.is_some());
    let of_frozen = of_frozen.filter_map(|slice| slice.key.period.first_month(academic_year_starts));
    let occurring: BTreeSet<Month> = of_rows.chain(of_frozen).collect();
    let (Some(first), Some(last)) = (occurring.first(), occurring.last()) else { return Vec::new() };
    let mut months = vec![*first];
    while let Some(month) = months.last().filter(|month| *month < last) {
        months.push(following(*month));
        if months.len() > N_MONTHS_MAX {
            return occurring.into_iter().collect();
        }
    }
    months
}

fn following(month: Month) -> Month {
    match month.month {
        12 => Month { year: month.year + 1, month: 1 },
        number => Month { year: month.year, month: number + 1 },
    }
}
