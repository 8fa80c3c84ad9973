//! Pages that the program makes itself to their texts: what a site says in its settings and tables, not what such pages list.

use crate::metrics::{Board, IndicatorTree, MetricSpec};
use crate::model::{Kind, MonthModule};
use crate::plan::listing::Listing;
use crate::plan::page::{honours, month};
use crate::plan::{Content, Page, Plan, What};

use super::entry::{push_honour, push_prose};
use super::text::Text;

/// The title and the text of a page that is no entry's.
pub(super) fn page(plan: &Plan<'_>, page: &Page) -> (String, String) {
    let mut text = Text::default();
    let word = |name: &str| plan.theme.word(name).to_owned();
    let title = match page.what {
        What::Branch(idx) => {
            let branch = &plan.register.branches[idx];
            of_branch(plan, &mut text, &branch.id);
            branch.name.clone()
        }
        What::Month(date) => {
            let module = month::module(plan, date);
            of_month(&mut text, module);
            month::title_of(plan, date, module)
        }
        What::Module(idx) => {
            text.line(&plan.model.site.modules[idx].summary);
            plan.model.site.modules[idx].title.clone()
        }
        What::Listing(idx, _) => of_column(plan, &mut text, &plan.listings[idx]),
        What::Metric(position, _) => of_metric(&mut text, plan.figures.metrics[position].spec()),
        What::Indicator(position, _) => of_indicator(&mut text, &plan.figures.indicators()[position]),
        What::Board(idx, _) => of_board(plan, &mut text, &plan.figures.boards()[idx]),
        What::Honours => {
            of_honours(plan, &mut text);
            word("section.honours")
        }
        What::Disclosure => {
            of_disclosure(plan, &mut text, page);
            word("section.disclosure")
        }
        What::Open => {
            of_open(plan, &mut text);
            word("open.title")
        }
        What::Privacy => {
            of_privacy(plan, &mut text);
            word("privacy.title")
        }
        _ => of_about(plan, &mut text),
    };
    (title, text.finish())
}

/// What the register and the table of honours say of a branch.
pub(super) fn of_branch(plan: &Plan<'_>, text: &mut Text, id: &str) {
    text.line_of(plan.register.branch(id).and_then(|branch| branch.type_label.as_ref()));
    for honour in honours::of_branch(plan, "", id) {
        push_honour(text, &honour);
    }
}

/// What the settings say of a month.
fn of_month(text: &mut Text, module: Option<&MonthModule>) {
    let Some(module) = module else { return };
    text.line(&module.summary);
    for point in &module.focus {
        text.line(point);
    }
}

/// What the settings say of a column.
fn of_column(plan: &Plan<'_>, text: &mut Text, listing: &Listing) -> String {
    if let Some(column) = listing.column {
        text.line(&plan.model.site.columns[column].summary);
    }
    listing.title.clone()
}

/// All honours, level by level; each can be opened.
fn of_honours(plan: &Plan<'_>, text: &mut Text) {
    for level in honours::by_level(plan, "") {
        text.line(&level.title);
        for honour in &level.honours {
            text.heading(&honour.title, &honour.id);
            text.row([&*honour.holder, &honour.issuer, &honour.document]);
        }
    }
}

/// What the organisation makes public about its work, as its page has it.
fn of_disclosure(plan: &Plan<'_>, text: &mut Text, page: &Page) {
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
fn of_metric(text: &mut Text, spec: &MetricSpec) -> String {
    text.line(&spec.definition);
    text.line(&spec.from_label);
    text.line_of(spec.owner.as_ref());
    spec.title.clone()
}

/// What an indicator is made of.
fn of_indicator(text: &mut Text, tree: &IndicatorTree) -> String {
    for item in &tree.items {
        text.line(&item.title);
    }
    tree.title.clone()
}

/// What a board counts, and by which rules; never who stands on it.
fn of_board(plan: &Plan<'_>, text: &mut Text, board: &Board) -> String {
    text.line(&board.description);
    text.line(&board.objection);
    if let Some(standings) = plan.standings_of(board) {
        text.line(standings.basis());
        for rule in standings.rules() {
            text.line(&rule.title);
        }
    }
    board.title.clone()
}

/// What is open data, by title.
fn of_open(plan: &Plan<'_>, text: &mut Text) {
    text.line(plan.theme.word("open.lead"));
    for set in &plan.open {
        text.line(&set.title);
    }
}

/// What the page about privacy says of every site, and the contacts that may be published.
fn of_privacy(plan: &Plan<'_>, text: &mut Text) {
    for word in ["lead", "names_text", "never_text", "notices_text", "files_text", "asking_text"] {
        text.line(plan.theme.word(&format!("privacy.{word}")));
    }
    for contact in &plan.figures.ceilings().contacts {
        text.row([contact.note.as_deref().unwrap_or_default(), &contact.value]);
    }
}

/// The text about the site, if there is one.
fn of_about(plan: &Plan<'_>, text: &mut Text) -> String {
    let entries = plan.model.entries_of(Kind::Page);
    let Some(entry) = entries.iter().find(|entry| &*entry.id == "about") else {
        return plan.theme.word("section.about").to_owned();
    };
    push_prose(plan, text, entry);
    entry.title.clone()
}
