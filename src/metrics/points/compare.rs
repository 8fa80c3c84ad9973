//! A rule set and one that is proposed in its place, both over the same ledgers and days: how would the ranking move?

use super::RuleSet;
use crate::diag::{Outcome, codes};
use crate::metrics::database::Stock;
use crate::metrics::declare::declarations;
use crate::metrics::standing::Standings;
use crate::model::Model;
use crate::source::Sources;

/// The standings of `old` and of `new`, in this order; `rules` are the sources that both were read from.
///
/// - A proposal is most often for days to come, of which no ledger knows anything yet: it is judged over the days of `old`.
/// - Result: none if they are not about the same kind of holders.
/// - Codes: F223 other holders, and those of [`super::compute`].
pub fn compare(sources: &Sources, model: &Model, rules: &Sources, old: RuleSet, new: RuleSet) -> Outcome<Vec<Standings>> {
    if old.holder != new.holder {
        let diagnostic = codes::rule_sets_of_other_holders.at(new.place.clone()).also(old.place.clone());
        return Outcome::new(Vec::new(), vec![diagnostic]);
    }
    // What is wrong with metrics is said by a build, and changes no points.
    let declared = declarations(sources, model).value;
    let mut stock = Stock::new(model, declared.relations);
    for view in &declared.views {
        let _ = stock.add_view(view);
    }
    let new = RuleSet { from: old.from, to: old.to, ..new };
    let mut found = Vec::new();
    let mut standings = Vec::new();
    // Each alone: what they have in common must not be taken for a change of rules within a year.
    for set in [old, new] {
        standings.extend(super::compute(rules, &stock, &declared.views, &[set]).into_value(&mut found));
    }
    Outcome::new(standings, found)
}
