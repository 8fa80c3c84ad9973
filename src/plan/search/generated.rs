//! Pages that the program makes itself to their texts: what a site says in its settings and tables, not what such pages list.

use jiff::civil::Date;

use crate::metrics::{Board, IndicatorTree};
use crate::model::Module;
use crate::plan::page::{honours, month};
use crate::plan::{Content, Page, Plan};

use super::entry::push_honour;
use super::text::Text;

/// What the register and the table of honours say of a branch.
pub(super) fn of_branch(plan: &Plan<'_>, text: &mut Text, id: &str) {
    text.line_of(plan.register.branch(id).and_then(|branch| branch.type_label.as_ref()));
    for honour in honours::of_branch(plan, "", id) {
        push_honour(text, &honour);
    }
}

/// What the settings say of a month.
pub(super) fn of_month(plan: &Plan<'_>, text: &mut Text, date: Date) {
    let Some(module) = month::module(plan, date) else { return };
    text.line(&module.summary);
    for point in &module.focus {
        text.line(point);
    }
}

/// What the settings say of a module.
pub(super) fn of_module(text: &mut Text, module: &Module) {
    text.line(&module.summary);
}

/// All honours, level by level.
pub(super) fn of_honours(plan: &Plan<'_>, text: &mut Text) {
    for level in honours::by_level(plan, "") {
        text.line(&level.title);
        for honour in &level.honours {
            push_honour(text, honour);
        }
    }
}

/// What the organisation makes public about its work, as its page has it.
pub(super) fn of_disclosure(plan: &Plan<'_>, text: &mut Text, page: &Page) {
    let Content::Disclosure(view) = plan.view(page).content else { return };
    for channel in &view.channels {
        text.row([&*channel.name, &channel.kind]);
    }
    for opinion in &view.opinions {
        text.row([&*opinion.topic, &opinion.answer]);
    }
    for line in view.budgets.iter().flat_map(|year| &year.lines) {
        text.row([&*line.item, &line.note]);
    }
    for partner in &view.partners {
        text.row([&*partner.name, &partner.kind]);
    }
    for outcome in &view.outcomes {
        text.row([&*outcome.title, &outcome.kind, &outcome.branch]);
    }
}

/// What a metric says, and who answers for it.
pub(super) fn of_metric(plan: &Plan<'_>, text: &mut Text, position: usize) {
    let spec = plan.figures.metrics[position].spec();
    text.line(&spec.definition);
    text.line(&spec.from_label);
    text.line_of(spec.owner.as_ref());
}

/// What an indicator is made of.
pub(super) fn of_indicator(text: &mut Text, tree: &IndicatorTree) {
    for item in &tree.items {
        text.line(&item.title);
    }
}

/// What a board counts, and by which rules; never who stands on it.
pub(super) fn of_board(plan: &Plan<'_>, text: &mut Text, board: &Board) {
    text.line(&board.description);
    text.line(&board.objection);
    if let Some(standings) = plan.standings_of(board) {
        text.line(standings.basis());
        for rule in standings.rules() {
            text.line(&rule.title);
        }
    }
}

/// What is open data, by title.
pub(super) fn of_open(plan: &Plan<'_>, text: &mut Text) {
    text.line(plan.theme.word("open.lead"));
    for set in &plan.open {
        text.line(&set.title);
    }
}
