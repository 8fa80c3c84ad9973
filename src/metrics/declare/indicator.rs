//! `[indicator.ID]` to a tree of weighted metrics.

use std::sync::Arc;

use crate::diag::{Place, codes};
use crate::metrics::amount::Amount;
use crate::metrics::figure::Direction;
use crate::metrics::period::PeriodKind;
use crate::model::form::{Form, Written};
use crate::read::Key;

use super::metric::DIRECTIONS;
use super::{Declaration, Scene, number, unknown_metric};

const PERIODS: [(&str, PeriodKind); 5] = [
    ("all", PeriodKind::All),
    ("year", PeriodKind::Year),
    ("academic_year", PeriodKind::AcademicYear),
    ("quarter", PeriodKind::Quarter),
    ("month", PeriodKind::Month),
];

/// Items inside of items: what a person can still recompute.
const DEEPEST: usize = 6;

/// A tree, before it is scored.
#[derive(Clone, Debug)]
pub struct IndicatorDeclaration {
    /// `branch_work`.
    pub id: Arc<str>,
    /// Title.
    pub title: String,
    /// The dimension whose values are scored; `None` for the site as a whole.
    pub by: Option<Arc<str>>,
    /// The kind of periods that are scored.
    pub period: PeriodKind,
    /// Parents before their children.
    pub items: Vec<ItemDeclaration>,
    /// Where it is declared.
    pub place: Place,
}

/// One item.
#[derive(Clone, Debug)]
pub struct ItemDeclaration {
    /// Title.
    pub title: String,
    /// Position of its parent; `None` for the top.
    pub parent: Option<usize>,
    /// Share of its parent's score: those of all siblings are 1 together.
    pub weight: Amount,
    /// What a leaf measures; `None` for an item with items.
    pub measure: Option<Measure>,
}

/// How a metric becomes a score.
#[derive(Clone, Debug)]
pub struct Measure {
    /// The metric, by id.
    pub metric: Arc<str>,
    /// Which way is better.
    pub direction: Direction,
    /// The value that gives all marks.
    pub full: Option<Amount>,
    /// From this value on, this score; sorted by value.
    pub bands: Vec<(Amount, Amount)>,
}

/// What the items of a tree need to know of it.
struct Tree<'a> {
    scene: Scene<'a>,
    by: Option<Written<'a>>,
    period: PeriodKind,
    metrics: &'a [Declaration],
    /// Ids of all metrics, those with mistakes included.
    ids: &'a [&'a str],
    items: Vec<ItemDeclaration>,
    is_whole: bool,
}

/// A tree; `None` if an item has a mistake.
///
/// - Codes: F003 no number, F150 weights, F151 an unknown metric, F152 metric or items, F153 no full marks, F154 bands, F155 a
///   metric without the dimension or period, F156 nested too deeply.
pub(super) fn indicator(
    scene: Scene<'_>,
    key: &Key,
    form: &mut Form<'_>,
    metrics: &[Declaration],
    ids: &[&str],
) -> Option<IndicatorDeclaration> {
    let title = form.required_text("title");
    let by = form.written("by");
    let period = form.choice("period", &PERIODS).unwrap_or(PeriodKind::All);
    let mut tree = Tree { scene, by, period, metrics, ids, items: Vec::new(), is_whole: true };
    let forms = form.required_tables("item");
    tree.siblings(forms, None, 0, form);
    let Tree { items, is_whole, .. } = tree;
    (is_whole && !items.is_empty()).then(|| IndicatorDeclaration {
        id: Arc::from(key.text.as_str()),
        title,
        by: by.map(|by| Arc::from(by.text)),
        period,
        items,
        place: Place::Text(scene.file, key.span),
    })
}

impl Tree<'_> {
    /// Items of one parent, whose weights must be a whole.
    fn siblings(&mut self, forms: Vec<Form<'_>>, parent: Option<usize>, depth: usize, above: &mut Form<'_>) {
        if depth > DEEPEST {
            above.found.push(codes::indicator_too_deep.at(above.own_place()));
            self.is_whole = false;
            return;
        }
        let mut positions = Vec::with_capacity(forms.len());
        let mut sum = Some(Amount::ZERO);
        let place = forms.first().map_or_else(|| above.own_place(), |form| form.place_of("weight"));
        for mut form in forms {
            let weight = self.weight(&mut form);
            sum = sum.zip(weight).and_then(|(sum, weight)| sum.add(weight));
            positions.push(self.items.len());
            self.item(&mut form, parent, weight.unwrap_or(Amount::ZERO), depth);
            form.finish_into(&mut above.found);
        }
        let Some(sum) = sum else {
            // A weight that is no number has been said.
            self.is_whole = false;
            return;
        };
        if sum != Amount::from(1) && sum != Amount::from(100) && !positions.is_empty() {
            above.found.push(codes::weights_are_no_whole.at(place).with("sum", sum.to_open()));
            self.is_whole = false;
            return;
        }
        for position in positions {
            self.items[position].weight = self.items[position].weight.div(sum).unwrap_or(Amount::ZERO);
        }
    }

    fn weight(&mut self, form: &mut Form<'_>) -> Option<Amount> {
        if !form.has("weight") {
            form.miss("weight");
        }
        let weight = number::of_key(form, "weight")?.amount;
        if weight.is_negative() {
            form.found.push(codes::not_an_amount.at(form.place_of("weight")).with("key", "weight"));
            return None;
        }
        Some(weight)
    }

    fn item(&mut self, form: &mut Form<'_>, parent: Option<usize>, weight: Amount, depth: usize) {
        let title = form.required_text("title");
        let metric = form.written("metric");
        let direction = form.choice("direction", &DIRECTIONS);
        let full = number::of_key(form, "full").map(|number| number.amount);
        let bands = self.bands(form);
        let forms = form.tables("item");
        if metric.is_some() != forms.is_empty() {
            form.found.push(codes::metric_or_items.at(form.own_place()).with("title", &title));
            self.is_whole = false;
        }
        let metric = metric.filter(|_| forms.is_empty());
        let measure = metric.and_then(|metric| self.measure(metric, (direction, full, bands), form));
        self.is_whole &= metric.is_none() || measure.is_some();
        let position = self.items.len();
        self.items.push(ItemDeclaration { title, parent, weight, measure });
        if !forms.is_empty() {
            self.siblings(forms, Some(position), depth + 1, form);
        }
    }

    fn bands(&mut self, form: &mut Form<'_>) -> Vec<(Amount, Amount)> {
        let mut bands: Vec<(Amount, Amount)> = Vec::new();
        for mut band in form.tables("bands") {
            for key in ["at", "score"] {
                if !band.has(key) {
                    band.miss(key);
                    self.is_whole = false;
                }
            }
            let at = number::of_key(&mut band, "at").map(|number| number.amount);
            let score = number::of_key(&mut band, "score").map(|number| number.amount);
            if let Some((at, score)) = at.zip(score) {
                let is_score = !score.is_negative() && score <= Amount::from(100);
                if !is_score || bands.iter().any(|(other, _)| *other == at) {
                    band.found.push(codes::band_is_no_score.at(band.own_place()).with("at", at.to_open()));
                    self.is_whole = false;
                }
                bands.push((at, score));
            }
            band.finish_into(&mut form.found);
        }
        bands.sort_unstable();
        bands
    }

    fn measure(
        &self,
        written: Written<'_>,
        (direction, full, bands): (Option<Direction>, Option<Amount>, Vec<(Amount, Amount)>),
        form: &mut Form<'_>,
    ) -> Option<Measure> {
        let at = Place::Text(self.scene.file, written.span);
        let Some(metric) = self.metrics.iter().find(|metric| &*metric.spec.id == written.text) else {
            // Of a metric with a mistake that mistake is told, nothing else.
            if !self.ids.contains(&written.text) {
                form.found.push(unknown_metric(self.scene.file, written, self.ids));
            }
            return None;
        };
        let has_dimension = self.by.is_none_or(|by| metric.spec.dimensions.iter().any(|one| &*one.id == by.text));
        if !has_dimension || !metric.periods.contains(&self.period) {
            let by = self.by.map_or("", |by| by.text);
            let diagnostic = codes::metric_not_cut_so.at(at).with("metric", written.text).with("by", by);
            form.found.push(diagnostic.with("period", self.period.name()));
            return None;
        }
        let direction = direction.or(metric.spec.direction).unwrap_or(Direction::Up);
        let full = full.or(metric.spec.target);
        let is_scale = full.is_some_and(|full| full > Amount::ZERO || direction == Direction::Down && full == Amount::ZERO);
        if bands.is_empty() && !is_scale {
            form.found.push(codes::no_full_marks.at(at).with("metric", written.text));
            return None;
        }
        Some(Measure { metric: Arc::clone(&metric.spec.id), direction, full, bands })
    }
}
