//! Declared trees and computed metrics to scores, each of which can be recomputed by hand.
//!
//! - A leaf has the score of its band; without bands it has the share of full marks that its value has: `value / full`, at most all
//!   and at least none. Where less is better, up to `full` gives all marks, and above it `full / value`.
//! - A parent has the sum of its items' scores, each by its weight.
//! - A gap is no zero: an item whose metric has a gap has no score, and neither has anything above it.

use super::amount::Amount;
use super::declare::{Declarations, IndicatorDeclaration, Measure};
use super::figure::{DimensionValue, Direction, Metric, SliceKey};
use super::period::{Period, PeriodKind};
use super::{IndicatorItem, IndicatorTree};

/// Scores all trees whose metrics were computed.
pub fn score(declared: &Declarations, metrics: &[Metric]) -> Vec<IndicatorTree> {
    declared.indicators.iter().filter_map(|indicator| tree(indicator, metrics)).collect()
}

fn tree(declared: &IndicatorDeclaration, metrics: &[Metric]) -> Option<IndicatorTree> {
    let mut measured = Vec::with_capacity(declared.items.len());
    for item in &declared.items {
        measured.push(match &item.measure {
            Some(measure) => Some((measure, metrics.iter().find(|metric| metric.spec.id == measure.metric)?)),
            None => None,
        });
    }
    let used: Vec<&Metric> = measured.iter().flatten().map(|(_, metric)| *metric).collect();
    let subjects = declared.by.as_deref().map_or_else(Vec::new, |by| subjects(&used, by));
    let periods = periods(&used, declared.period);
    // The site as a whole is one subject without a name.
    let by_subject: Vec<Option<(&str, &str)>> = match declared.by.as_deref() {
        Some(by) => subjects.iter().map(|subject| Some((by, &*subject.id))).collect(),
        None => vec![None],
    };
    let mut scores = vec![vec![vec![None; periods.len()]; by_subject.len()]; declared.items.len()];
    for (subject, by) in by_subject.into_iter().enumerate() {
        for (idx, period) in periods.iter().enumerate() {
            let leaf = |item: usize| measured[item].and_then(|(measure, metric)| leaf_score(measure, metric, by, *period));
            for (item, score) in scores_of(declared, leaf).into_iter().enumerate() {
                scores[item][subject][idx] = score;
            }
        }
    }
    let items = declared.items.iter().zip(scores).map(|(item, scores)| IndicatorItem {
        title: item.title.clone(),
        parent: item.parent,
        weight: item.weight,
        metric: item.measure.as_ref().map(|measure| measure.metric.clone()),
        direction: item.measure.as_ref().map_or(Direction::Up, |measure| measure.direction),
        full: item.measure.as_ref().and_then(|measure| measure.full),
        bands: item.measure.as_ref().map(|measure| measure.bands.clone()).unwrap_or_default(),
        scores,
    });
    let items = items.collect();
    let (id, title, place) = (declared.id.clone(), declared.title.clone(), declared.place.clone());
    Some(IndicatorTree { id, title, items, by: declared.by.clone(), subjects, periods, place })
}

/// The values of a dimension over all metrics, in the order of the first that has them.
fn subjects(metrics: &[&Metric], by: &str) -> Vec<DimensionValue> {
    let mut subjects: Vec<DimensionValue> = Vec::new();
    for dimension in metrics.iter().flat_map(|metric| &metric.spec.dimensions).filter(|dimension| &*dimension.id == by) {
        for value in &dimension.values {
            if !subjects.contains(value) {
                subjects.push(value.clone());
            }
        }
    }
    subjects
}

fn periods(metrics: &[&Metric], kind: PeriodKind) -> Vec<Period> {
    let slices = metrics.iter().flat_map(|metric| &metric.slices);
    let mut periods: Vec<Period> = slices.map(|slice| slice.key.period).filter(|period| period.kind() == kind).collect();
    periods.sort_unstable();
    periods.dedup();
    periods
}

/// The scores of all items from those of the leaves. Children stand behind their parents, so the last come first.
fn scores_of(declared: &IndicatorDeclaration, leaf: impl Fn(usize) -> Option<Amount>) -> Vec<Option<Amount>> {
    let n_items = declared.items.len();
    let mut sums = vec![Some(Amount::ZERO); n_items];
    for item in (0..n_items).rev() {
        if declared.items[item].measure.is_some() {
            sums[item] = leaf(item);
        }
        let Some(parent) = declared.items[item].parent else { continue };
        let share = sums[item].and_then(|score| score.mul(declared.items[item].weight));
        sums[parent] = sums[parent].zip(share).and_then(|(sum, share)| sum.add(share));
    }
    sums
}

fn leaf_score(measure: &Measure, metric: &Metric, by: Option<(&str, &str)>, period: Period) -> Option<Amount> {
    marks(measure, metric.slices[slice_of(metric, by, period)?].value?)
}

/// The slice of a metric that a leaf measures, by its position.
fn slice_of(metric: &Metric, by: Option<(&str, &str)>, period: Period) -> Option<usize> {
    let mut values = vec![None; metric.spec.dimensions.len()];
    if let Some((dimension, value)) = by {
        let position = metric.spec.dimensions.iter().position(|one| &*one.id == dimension)?;
        let value = metric.spec.dimensions[position].values.iter().position(|one| &*one.id == value)?;
        values[position] = Some(u32::try_from(value).ok()?);
    }
    metric.find(&SliceKey { values: values.into(), period })
}

impl IndicatorTree {
    /// The whole score of a subject in a period, both by position: the items at the top, each by its weight.
    ///
    /// - Result: `None` where one of them has no score.
    pub fn total(&self, subject: usize, period: usize) -> Option<Amount> {
        let mut sum = Amount::ZERO;
        for item in self.items.iter().filter(|item| item.parent.is_none()) {
            let score = item.scores.get(subject)?.get(period).copied().flatten()?;
            sum = sum.add(score.mul(item.weight)?)?;
        }
        Some(sum)
    }

    /// Takes away the scores of leaves whose slices are held back, and all scores above them: each would tell the value.
    ///
    /// - `is_held_back` is asked for a metric and the position of its slice.
    pub fn hold_back(&mut self, metrics: &[Metric], is_held_back: impl Fn(&Metric, usize) -> bool) {
        for item in 0..self.items.len() {
            let id = self.items[item].metric.clone();
            let Some(metric) = metrics.iter().find(|metric| Some(&metric.spec.id) == id.as_ref()) else { continue };
            for subject in 0..self.items[item].scores.len() {
                for position in 0..self.periods.len() {
                    let by = self.by.as_deref().zip(self.subjects.get(subject)).map(|(by, value)| (by, &*value.id));
                    let slice = slice_of(metric, by, self.periods[position]);
                    if slice.is_some_and(|slice| is_held_back(metric, slice)) {
                        self.take_away(item, subject, position);
                    }
                }
            }
        }
    }

    fn take_away(&mut self, item: usize, subject: usize, period: usize) {
        let mut next = Some(item);
        while let Some(item) = next {
            self.items[item].scores[subject][period] = None;
            next = self.items[item].parent;
        }
    }
}

/// The score of a value, from 0 to 100.
pub fn marks(measure: &Measure, value: Amount) -> Option<Amount> {
    let all = Amount::from(100);
    if !measure.bands.is_empty() {
        let band = measure.bands.iter().rev().find(|(at, _)| *at <= value);
        return Some(band.map_or(Amount::ZERO, |(_, score)| *score));
    }
    let full = measure.full?;
    let share = match measure.direction {
        Direction::Up => value.div(full)?,
        Direction::Down if value <= full => return Some(all),
        Direction::Down => full.div(value)?,
    };
    share.mul(all).map(|score| score.clamp(Amount::ZERO, all))
}

#[cfg(test)]
mod tests {
    use super::super::declare::ItemDeclaration;
    use super::*;

    fn measure(direction: Direction, full: i128, bands: &[(i128, i128)]) -> Measure {
        let bands = bands.iter().map(|(at, score)| (Amount::from(*at), Amount::from(*score))).collect();
        Measure { metric: "m".into(), direction, full: Some(Amount::from(full)), bands }
    }

    fn marks_of(measure: &Measure, value: i128) -> String {
        marks(measure, Amount::from(value)).expect("it fits").to_open()
    }

    #[test]
    fn full_marks_are_reached_and_not_passed() {
        let up = measure(Direction::Up, 12, &[]);
        assert_eq!(["50", "100", "100", "0"], [6, 12, 15, -3].map(|value| marks_of(&up, value)).each_ref().map(String::as_str));
        let down = measure(Direction::Down, 3, &[]);
        assert_eq!(["100", "100", "50"], [0, 3, 6].map(|value| marks_of(&down, value)).each_ref().map(String::as_str));
    }

    #[test]
    fn a_band_begins_at_its_value() {
        let bands = measure(Direction::Up, 0, &[(6, 60), (12, 100)]);
        assert_eq!(["0", "60", "60", "100"], [5, 6, 11, 12].map(|value| marks_of(&bands, value)).each_ref().map(String::as_str));
    }

    #[test]
    fn a_parent_is_the_weighted_sum_and_has_gaps_where_an_item_has() {
        let item = |parent, weight: (i128, i128), is_leaf: bool| ItemDeclaration {
            title: String::new(),
            parent,
            weight: Amount::ratio(weight.0, weight.1).expect("not zero"),
            measure: is_leaf.then(|| measure(Direction::Up, 1, &[])),
        };
        let items =
            vec![item(None, (3, 5), false), item(Some(0), (1, 4), true), item(Some(0), (3, 4), true), item(None, (2, 5), true)];
        let place = crate::diag::Place::Project;
        let period = PeriodKind::All;
        let declared = IndicatorDeclaration { id: "t".into(), title: String::new(), by: None, period, items, place };
        // 80 × 1/4 + 60 × 3/4 = 65.
        let scores = scores_of(&declared, |leaf| Some(Amount::from([0, 80, 60, 100][leaf])));
        assert_eq!(scores[0], Some(Amount::from(65)));
        let scores = scores_of(&declared, |leaf| (leaf != 2).then(|| Amount::from(80)));
        assert_eq!((scores[0], scores[3]), (None, Some(Amount::from(80))));
    }

    #[test]
    fn a_slice_that_is_held_back_takes_the_scores_above_it_along() {
        let ledgers = [
            ("data/branches.csv", "id,name\njia,甲支部\nyi,乙支部\n"),
            ("data/honours.csv", "id,title,level,date\na,甲,college,2026-01-01\nb,乙,city,2026-01-02\n"),
            (
                "data/metrics.toml",
                "[metric.honours]\ntitle = \"荣誉\"\ndefinition = \"项数\"\nunit = \"items\"\nfrom = \"honours\"\n\
                 value = \"count(*)\"\nby = [\"level\"]\n[indicator.t]\ntitle = \"甲\"\nby = \"level\"\n\
                 item = [{ title = \"全\", weight = 1, item = [{ title = \"项\", weight = 1, metric = \"honours\", full = 2 }] }]\n",
            ),
        ];
        let sources = crate::metrics::fixture::sources(&ledgers);
        let model = crate::metrics::fixture::model_of(&sources);
        let figures = crate::metrics::compute(&sources, &model).value;
        let mut tree = figures.indicators[0].clone();
        let scores = |tree: &IndicatorTree| tree.items.iter().map(|item| item.scores.clone()).collect::<Vec<_>>();
        // One of two in each level.
        let half = vec![vec![Some(Amount::from(50))]; 2];
        assert_eq!(scores(&tree), [half.clone(), half]);
        let first = slice_of(&figures.metrics[0], Some(("level", &*tree.subjects[0].id)), Period::All);
        tree.hold_back(&figures.metrics, |_, slice| Some(slice) == first);
        let rest = vec![vec![None], vec![Some(Amount::from(50))]];
        assert_eq!(scores(&tree), [rest.clone(), rest]);
    }
}
