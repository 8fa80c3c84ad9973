//! A metric's declaration to what people read of it.

use crate::metrics::{Direction, Rounding};
use crate::plan::figure::whole_of;
use crate::plan::{MethodView, Plan};
use crate::privacy::PublishedMetric;

/// How a metric is counted, for a page with this root.
pub(super) fn of(plan: &Plan<'_>, metric: &PublishedMetric<'_>, root: &str) -> MethodView {
    let spec = metric.spec();
    let unit = plan.unit_title(&spec.unit);
    MethodView {
        id: spec.id.to_string(),
        title: spec.title.clone(),
        definition: spec.definition.clone(),
        href: format!("{root}metrics/{}/index.html", spec.id),
        figure: plan.figure_of(metric, &whole_of(spec), root),
        formula: spec.value.clone(),
        condition: spec.condition.clone().unwrap_or_default(),
        time: spec.time.clone().unwrap_or_default(),
        from: spec.from_label.clone(),
        from_name: spec.from.clone(),
        unit: if unit.is_empty() { plan.theme.word("figure.count").to_owned() } else { unit },
        dimensions: spec.dimensions.iter().map(|dimension| dimension.label.clone()).collect(),
        owner: spec.owner.clone().unwrap_or_default(),
        n_decimals: spec.n_decimals,
        rounding: match spec.rounding {
            Rounding::HalfUp => "half_up",
            Rounding::HalfEven => "half_even",
            Rounding::Down => "down",
            Rounding::Up => "up",
        },
        direction: match spec.direction {
            Some(Direction::Up) => "up",
            Some(Direction::Down) => "down",
            None => "",
        },
        is_guarded: spec.is_about_persons && spec.public_reason.is_none(),
        public_reason: spec.public_reason.clone().unwrap_or_default(),
        is_empty_zero: spec.is_empty_zero,
    }
}
