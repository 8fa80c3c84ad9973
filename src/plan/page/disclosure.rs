//! What the organisation makes public about its own work: channels, answered opinions, budgets, partners, results, notices.

use crate::model::{Kind, Row, Table};
use crate::plan::card::cards;
use crate::plan::{
    BudgetLine, BudgetYear, ChannelView, Content, DisclosureView, OpinionView, OutcomeView, Page, PageView, PartnerView, Plan,
    paths,
};

use super::entry::days_between;
use super::{date_view, frame};

/// How many notices stand here; all are one click away.
const N_NOTICES: usize = 5;

/// The page of the section `disclosure`.
pub(super) fn view(plan: &Plan<'_>, page: &Page) -> PageView {
    let root = paths::root_of(page.path.as_str());
    let mut content = DisclosureView {
        channels: channels(plan),
        opinions: opinions(plan),
        budgets: budgets(plan),
        partners: partners(plan),
        outcomes: outcomes(plan),
        notices: cards(plan, &root, plan.model.indices_of(Kind::Notice).take(N_NOTICES)),
        elsewhere: Vec::new(),
    };
    let is_empty = content.channels.is_empty()
        && content.opinions.is_empty()
        && content.budgets.is_empty()
        && content.partners.is_empty()
        && content.outcomes.is_empty()
        && content.notices.is_empty();
    if is_empty {
        content.elsewhere = plan.elsewhere(&root, "disclosure");
    }
    let title = plan.theme.word("section.disclosure").to_owned();
    frame(plan, &page.path, "disclosure.html", "disclosure", title, Content::Disclosure(Box::new(content)))
}

fn table<'a>(plan: &'a Plan<'_>, name: &str) -> Option<&'a Table> {
    plan.model.tables.get(name)
}

fn text(row: &Row<'_>, column: &str) -> String {
    row.text(column).unwrap_or_default().to_owned()
}

/// A word of the vocabulary as people read it.
fn label(plan: &Plan<'_>, group: &str, word: &str) -> String {
    plan.model.vocabulary.label(group, word).unwrap_or(word).to_owned()
}

fn is_web(href: &str) -> bool {
    href.starts_with("http://") || href.starts_with("https://")
}

/// Ways to be heard, in the order of their table.
pub(super) fn channels(plan: &Plan<'_>) -> Vec<ChannelView> {
    let mut channels = Vec::new();
    for row in table(plan, "channels").into_iter().flat_map(Table::public_rows) {
        let href = text(&row, "url");
        let kind = label(plan, "channel_kind", &text(&row, "kind"));
        channels.push(ChannelView { kind, name: text(&row, "name"), is_external: is_web(&href), href });
    }
    channels
}

/// Opinions that have a public answer, newest first.
fn opinions(plan: &Plan<'_>) -> Vec<OpinionView> {
    let mut opinions = Vec::new();
    for row in table(plan, "opinions").into_iter().flat_map(Table::public_rows) {
        let answer = text(&row, "public_answer");
        if answer.is_empty() {
            continue;
        }
        let received = row.date("received_on");
        let answered = row.date("answered_on");
        opinions.push(OpinionView {
            topic: label(plan, "topic", &text(&row, "topic")),
            received_on: received.map(date_view),
            answered_on: answered.map(date_view),
            n_days: received.zip(answered).map(|(received, answered)| days_between(received, answered)),
            answer,
        });
    }
    opinions.sort_by(|a, b| iso(b.received_on.as_ref()).cmp(iso(a.received_on.as_ref())));
    opinions
}

fn iso(date: Option<&crate::plan::DateView>) -> &str {
    date.map_or("", |date| &date.iso)
}

fn budgets(plan: &Plan<'_>) -> Vec<BudgetYear> {
    let mut years: Vec<BudgetYear> = Vec::new();
    for row in table(plan, "budget").into_iter().flat_map(Table::public_rows) {
        let line = BudgetLine {
            item: text(&row, "item"),
            planned: row.get("planned").canonical().into_owned(),
            used: row.get("used").canonical().into_owned(),
            note: text(&row, "unit_note"),
        };
        let year = row.get("year").canonical().into_owned();
        match years.iter_mut().find(|known| known.year == year) {
            Some(known) => known.lines.push(line),
            None => years.push(BudgetYear { year, lines: vec![line] }),
        }
    }
    years.sort_by(|a, b| b.year.cmp(&a.year));
    years
}

fn partners(plan: &Plan<'_>) -> Vec<PartnerView> {
    let mut partners = Vec::new();
    for row in table(plan, "partners").into_iter().flat_map(Table::public_rows) {
        let kind = label(plan, "partner_kind", &text(&row, "kind"));
        partners.push(PartnerView { name: text(&row, "name"), kind, since: row.get("since").canonical().into_owned() });
    }
    partners
}

/// Results, newest first.
fn outcomes(plan: &Plan<'_>) -> Vec<OutcomeView> {
    let mut outcomes = Vec::new();
    for row in table(plan, "outcomes").into_iter().flat_map(Table::public_rows) {
        let href = row.text("link").filter(|link| is_web(link)).unwrap_or_default().to_owned();
        outcomes.push(OutcomeView {
            kind: label(plan, "outcome_kind", &text(&row, "kind")),
            title: text(&row, "title"),
            date: row.date("date").map(date_view),
            branch: row.text("branch").map(|branch| plan.register.name_of(branch)).unwrap_or_default(),
            is_external: is_web(&href),
            href,
        });
    }
    outcomes.sort_by(|a, b| iso(b.date.as_ref()).cmp(iso(a.date.as_ref())));
    outcomes
}
