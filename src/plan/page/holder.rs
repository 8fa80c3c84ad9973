//! One holder of a board: each row behind the points, with the rule that counts it and why it counts as it does.
//!
//! Such a page exists only for branches, and for members who have agreed to be ranked by name.

use crate::metrics::{Amount, HolderKind, Line, On, Origin, Period, Why};
use crate::model::table::{Cell, Kind, Row, Sensitivity};
use crate::plan::board::{Had, Record};
use crate::plan::{Content, HolderLine, HolderPeriod, HolderRule, HolderView, LinkView, Page, PageView, Plan, paths};
use crate::privacy::PublishedStandings;

use super::board::rule_anchor;
use super::{date_view, frame};

/// Of a ledger's row: what tells it from others. Whoever wants all of it opens the ledger.
const N_TEXTS: usize = 3;

/// The page of a holder, by code.
pub(super) fn view(plan: &Plan<'_>, page: &Page, idx: usize, code: &str) -> PageView {
    let root = paths::root_of(page.path.as_str());
    let (board, planned) = (&plan.figures.boards()[idx], &plan.boards[idx]);
    let standings = plan.standings_of(board).expect("only boards of rule sets have pages of holders");
    let record = &planned.holders[code];
    let title = plan.theme.fill("board.holder_title", &[("name", &record.name), ("board", &board.title)]);
    let board_link = plan.link(&root, &board.title, &planned.path_of(None));
    let (n_decimals, rounding) = standings.rounding();
    let points = |amount: Amount| amount.rounded(n_decimals, rounding);
    let year = record.had.iter().find(|had| matches!(had.period, Period::Year(_)));
    let content = HolderView {
        branch: branch(plan, &root, standings.holder_kind(), code, year),
        objection: board.objection.clone(),
        periods: record.had.iter().map(|had| period_view(plan, standings, had)).collect(),
        rules: year.map(|year| rules(plan, &root, (standings, &board_link), (record, year))).unwrap_or_default(),
        year: year.map(|year| plan.period_title(year.period)).unwrap_or_default(),
        sum: year.and_then(|year| sum(lines_of(record, year))).map(Amount::to_open).unwrap_or_default(),
        floor: year.filter(|year| year.is_floored).map(|year| points(year.points)).unwrap_or_default(),
        n_heads: year.and_then(|year| year.n_heads).filter(|_| standings.is_per_head() || board.is_per_head).unwrap_or(0),
        n_months: year.filter(|year| board.scales_by_months && year.n_months < year.n_elapsed).map_or(0, |year| year.n_months),
        n_elapsed: year.map_or(0, |year| year.n_elapsed),
        total: year.map(|year| points(year.points)).unwrap_or_default(),
        as_of: date_view(plan.model.as_of),
        board: board_link.clone(),
    };
    let mut view = frame(plan, &page.path, "holder.html", "boards", title, Content::Holder(Box::new(content)));
    view.crumbs.push(plan.section_link(&root, "boards"));
    view.crumbs.push(board_link);
    view
}

fn lines_of<'h>(record: &'h Record<'_>, had: &'h Had) -> impl Iterator<Item = &'h Line> {
    record.lines.iter().filter(|line| line.on.period(had.period.kind()) == Some(had.period))
}

fn sum<'l>(mut lines: impl Iterator<Item = &'l Line>) -> Option<Amount> {
    lines.try_fold(Amount::ZERO, |sum, line| sum.add(line.counted))
}

fn branch(plan: &Plan<'_>, root: &str, kind: HolderKind, code: &str, year: Option<&Had>) -> Option<LinkView> {
    if kind == HolderKind::Branch {
        return Some(plan.branch_link(root, code));
    }
    let row = plan.model.tables.get("branches")?.row(year?.branch? as usize)?;
    Some(plan.branch_link(root, row.text("id")?))
}

fn period_view(plan: &Plan<'_>, standings: PublishedStandings<'_>, had: &Had) -> HolderPeriod {
    let grade =
        |idx: Option<usize>| idx.and_then(|idx| standings.grades().get(idx)).map(|grade| grade.name.clone()).unwrap_or_default();
    let (n_decimals, rounding) = standings.rounding();
    HolderPeriod {
        title: plan.period_title(had.period),
        points: had.points.rounded(n_decimals, rounding),
        rank: had.rank,
        n_ranked: had.n_ranked,
        grade: grade(had.grade),
        held_back: grade(had.held_back_from),
    }
}

fn rules(
    plan: &Plan<'_>,
    root: &str,
    (standings, board): (PublishedStandings<'_>, &LinkView),
    (record, had): (&Record<'_>, &Had),
) -> Vec<HolderRule> {
    let mut shown = Vec::new();
    for (idx, rule) in standings.rules().iter().enumerate() {
        let lines: Vec<&Line> = lines_of(record, had).filter(|line| line.rule == idx).collect();
        if lines.is_empty() {
            continue;
        }
        let href = format!("{}#{}", board.href, rule_anchor(idx));
        let view = |line: &&Line| line_view(plan, root, (&rule.from_label, &rule.origin), line);
        shown.push(HolderRule {
            rule: LinkView { title: rule.title.clone(), href, is_external: false },
            sum: sum(lines.iter().copied()).map(Amount::to_open).unwrap_or_default(),
            lines: lines.iter().map(view).collect(),
        });
    }
    shown
}

fn line_view(plan: &Plan<'_>, root: &str, (ledger, origin): (&str, &Origin), line: &Line) -> HolderLine {
    HolderLine {
        date: match line.on {
            On::Day(date) => Some(date_view(date)),
            On::Year(_) => None,
        },
        ledger: ledger.to_owned(),
        texts: row_texts(plan, root, origin, line.row),
        raw: line.raw.to_open(),
        counted: line.counted.to_open(),
        why: match line.why {
            Why::Counted => "counted",
            Why::Duplicate => "duplicate",
            Why::Reviewed => "reviewed",
            Why::RuleCap => "rule_cap",
            Why::CategoryCap => "category_cap",
        },
    }
}

/// What a row says publicly: for an entry its page, for a row of a table its first public columns.
fn row_texts(plan: &Plan<'_>, root: &str, origin: &Origin, row: u32) -> Vec<LinkView> {
    match origin {
        Origin::Entries(entries) => entries.get(row as usize).map(|idx| plan.entry_link(root, *idx)).into_iter().collect(),
        Origin::Table(name) => table_texts(plan, root, name, row),
        Origin::ViewOf(name, rows) => rows.get(row as usize).map(|row| table_texts(plan, root, name, *row)).unwrap_or_default(),
        Origin::Query => Vec::new(),
    }
}

fn table_texts(plan: &Plan<'_>, root: &str, name: &str, row: u32) -> Vec<LinkView> {
    let Some(table) = plan.model.tables.get(name) else { return Vec::new() };
    let Some(row) = table.public_row(row as usize) else { return Vec::new() };
    let mut texts = Vec::new();
    for (position, column) in table.schema().columns.iter().enumerate() {
        if column.sensitivity == Sensitivity::Public && texts.len() < N_TEXTS {
            texts.extend(cell_text(plan, root, &column.kind, &row, position));
        }
    }
    texts
}

fn cell_text(plan: &Plan<'_>, root: &str, kind: &Kind, row: &Row<'_>, position: usize) -> Option<LinkView> {
    let plain = |title: &str| LinkView { title: title.to_owned(), href: String::new(), is_external: false };
    match (row.cell(position), kind) {
        // The day of a row has a column of its own.
        (Cell::Empty | Cell::Date(_) | Cell::List(_) | Cell::Bool(_), _) => None,
        (Cell::Text(id), Kind::Entry(kind)) => {
            let kind = crate::model::Kind::ALL.into_iter().find(|known| known.name() == kind)?;
            Some(plan.model.find(kind, id).map_or_else(|| plain(id), |idx| plan.entry_link(root, idx)))
        }
        (Cell::Text(id), Kind::Row(table)) if table == "branches" => Some(plan.branch_link(root, id)),
        (Cell::Text(id), Kind::Row(table)) => Some(plain(&title_of(plan, table, id).unwrap_or_else(|| id.to_owned()))),
        (Cell::Text(word), Kind::Word(group)) => Some(plain(plan.model.vocabulary.label(group, word).unwrap_or(word))),
        (cell, _) => Some(plain(&cell.canonical())),
    }
}

/// What people call a row that another refers to; nothing of a table about persons.
fn title_of(plan: &Plan<'_>, table: &str, id: &str) -> Option<String> {
    let table = plan.model.tables.get(table).filter(|table| !table.schema().is_about_persons())?;
    let row = table.find_by_key(&[id])?;
    let name = ["name", "title"].into_iter().find(|column| table.schema().column(column).is_some())?;
    row.text(name).map(str::to_owned)
}
