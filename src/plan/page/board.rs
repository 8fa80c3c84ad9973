//! Boards: all of them, and one in one of its periods.

use crate::metrics::{Amount, Board, BoardOf, Cap, GradeView, Period, PeriodKind, Rounding, RuleView, SliceKey};
use crate::model::{Detail, EntryIdx, Kind, NamingLevel};
use crate::plan::board::{Ranked, bands, ranking};
use crate::plan::card::cards;
use crate::plan::{
    BoardRow, BoardTable, BoardTeaser, BoardView, BoardsView, Content, GradeRow, Group, HonourView, HonourYear, HonourYearLevel,
    LinkView, Page, PageView, PeriodLink, PeriodLinks, Plan, RuleRow, paths,
};
use crate::privacy::{PublishedStandings, StandingShown};

use super::{date_view, frame, honours};

/// Rows of a board in the list of boards.
const N_LEADERS: usize = 3;

/// Periods of a kind that are seen at once: a year of months. Older ones are unfolded.
const N_PERIODS: usize = 12;

/// The page of all boards.
pub(super) fn all(plan: &Plan<'_>, page: &Page) -> PageView {
    let root = paths::root_of(page.path.as_str());
    let boards = (0..plan.boards.len()).map(|idx| teaser(plan, &root, idx)).collect();
    let title = plan.theme.word("section.boards").to_owned();
    frame(plan, &page.path, "boards.html", "boards", title, Content::Boards(BoardsView { boards }))
}

fn teaser(plan: &Plan<'_>, root: &str, idx: usize) -> BoardTeaser {
    let (board, planned) = (&plan.figures.boards()[idx], &plan.boards[idx]);
    let table = planned.newest().map(|period| table(plan, root, idx, period, N_LEADERS.min(board.n_top)));
    BoardTeaser {
        title: board.title.clone(),
        description: board.description.clone(),
        href: format!("{root}{}", planned.path_of(None)),
        period: planned.newest().map(|period| plan.period_title(period)).unwrap_or_default(),
        leaders: table.map(|table| table.rows).unwrap_or_default(),
        n_listed: match board.of {
            BoardOf::Honours => plan.register.honours.len(),
            BoardOf::RoleModels => plan.model.entries_of(Kind::RoleModel).len(),
            BoardOf::RuleSet(_) | BoardOf::Metric { .. } | BoardOf::Indicator(_) => 0,
        },
    }
}

/// The page of a board; `period` is `None` for boards without figures or without periods.
pub(super) fn view(plan: &Plan<'_>, page: &Page, idx: usize, period: Option<Period>) -> PageView {
    let root = paths::root_of(page.path.as_str());
    let board = &plan.figures.boards()[idx];
    let standings = plan.standings_of(board);
    let mut content = BoardView {
        description: board.description.clone(),
        objection: board.objection.clone(),
        basis: standings.map(|standings| standings.basis().to_owned()).unwrap_or_default(),
        effective: standings.map(|standings| (date_view(standings.effective().0), standings.effective().1.map(date_view))),
        method: method(plan, &root, board),
        rules: standings.map(|standings| rules(plan, standings)).unwrap_or_default(),
        grades: standings.map(grades).unwrap_or_default(),
        periods: period_links(plan, &root, idx, period),
        table: period.map(|period| table(plan, &root, idx, period, board.n_top)),
        honours: if board.of == BoardOf::Honours { honour_years(plan, &root) } else { Vec::new() },
        role_models: if board.of == BoardOf::RoleModels { role_models(plan, &root) } else { Vec::new() },
        elsewhere: Vec::new(),
    };
    if content.table.is_none() && content.honours.is_empty() && content.role_models.is_empty() {
        content.elsewhere = plan.elsewhere(&root, "boards");
    }
    let is_newest = period == plan.boards[idx].newest();
    let title = match period.filter(|_| !is_newest) {
        Some(period) => plan.theme.fill("board.of_period", &[("title", &board.title), ("period", &plan.period_title(period))]),
        None => board.title.clone(),
    };
    let mut view = frame(plan, &page.path, "board.html", "boards", title, Content::Board(Box::new(content)));
    view.crumbs.push(plan.section_link(&root, "boards"));
    if !is_newest {
        view.crumbs.push(plan.link(&root, &board.title, &plan.boards[idx].path_of(None)));
    }
    PageView { description: board.description.clone(), ..view }
}

/// The ranking of a board, for its page and for texts that show it; at most `n_top` rows.
pub(in crate::plan) fn table(plan: &Plan<'_>, root: &str, idx: usize, period: Period, n_top: usize) -> BoardTable {
    let board = &plan.figures.boards()[idx];
    let ranking = ranking(plan, board, period);
    let (ranked, without): (Vec<Ranked<'_>>, Vec<Ranked<'_>>) = ranking.into_iter().partition(|ranked| ranked.value.is_some());
    let greatest = ranked.iter().filter_map(|ranked| ranked.value).max().unwrap_or(Amount::ZERO);
    let mut rows = Vec::new();
    for ranked in &ranked[..n_shown(&ranked, n_top)] {
        rows.extend(row(plan, root, idx, period, ranked, greatest));
    }
    let standings = plan.standings_of(board);
    let n_unnamed = ranked.len() - rows.len();
    BoardTable {
        title: board.title.clone(),
        href: format!("{root}{}", plan.boards[idx].path_of(Some(period))),
        period: plan.period_title(period),
        is_running: plan.is_running(period),
        as_of: date_view(plan.model.as_of),
        unit: unit(plan, board),
        has_notes: rows.iter().any(|row| !row.grade.is_empty() || row.joined || row.left),
        n_ranked: ranked.len(),
        n_unnamed,
        n_without: without.len(),
        // Who is named needs no band; who is not stands in a crowd.
        bands: if n_unnamed > 0 && standings.is_some() {
            bands(plan, &ranked, standings.map_or(&[][..], |standings| standings.grades()))
        } else {
            Vec::new()
        },
        rows,
    }
}

/// How many rows of a ranking are looked at. A tie at the border is shown whole unless it would make the board twice as long.
fn n_shown(ranked: &[Ranked<'_>], n_top: usize) -> usize {
    let n = ranked.iter().take_while(|ranked| ranked.rank as usize <= n_top).count();
    if n > 2 * n_top { n_top.min(ranked.len()) } else { n }
}

fn unit(plan: &Plan<'_>, board: &Board) -> String {
    let unit = match &board.of {
        BoardOf::RuleSet(_) => "points",
        BoardOf::Indicator(_) => "score",
        BoardOf::Metric { id, .. } => plan.figures.metric(id).map_or("", |metric| &metric.spec().unit),
        BoardOf::Honours | BoardOf::RoleModels => "",
    };
    if unit.is_empty() { String::new() } else { plan.unit_title(unit) }
}

/// A row, if its holder may stand in one.
fn row(plan: &Plan<'_>, root: &str, idx: usize, period: Period, ranked: &Ranked<'_>, greatest: Amount) -> Option<BoardRow> {
    let board = &plan.figures.boards()[idx];
    let value = ranked.value?;
    let (change, n_change) = change(ranked);
    let blank = BoardRow {
        rank: ranked.rank,
        name: String::new(),
        href: String::new(),
        evidence: String::new(),
        points: String::new(),
        figure: None,
        share: share(value, greatest),
        change,
        n_change,
        grade: String::new(),
        held_back: String::new(),
        joined: false,
        left: false,
        n_months: 0,
    };
    match &board.of {
        BoardOf::RuleSet(_) => row_of_holder(plan, root, idx, ranked, value, blank),
        BoardOf::Metric { id, by } => row_of_slice(plan, root, (id, by), period, ranked, blank),
        BoardOf::Indicator(id) => {
            let tree = plan.figures.indicators().iter().find(|tree| tree.id == *id)?;
            let subject = tree.subjects.get(ranked.who as usize)?;
            let link = plan.branch_link(root, &subject.id);
            let points = value.rounded(1, Rounding::HalfUp);
            let position = tree.periods.iter().position(|known| *known == period)?;
            let evidence = plan.indicator_href(tree, ranked.who as usize, position, root);
            Some(BoardRow { name: subject.label.clone(), href: link.href, evidence, points, ..blank })
        }
        BoardOf::Honours | BoardOf::RoleModels => None,
    }
}

fn row_of_holder(
    plan: &Plan<'_>,
    root: &str,
    idx: usize,
    ranked: &Ranked<'_>,
    value: Amount,
    blank: BoardRow,
) -> Option<BoardRow> {
    let board = &plan.figures.boards()[idx];
    let standings = plan.standings_of(board)?;
    let standing = ranked.standing.as_ref()?;
    let label = label(plan, standing)?;
    let grade = |idx: Option<usize>| idx.and_then(|idx| standings.grades().get(idx)).map(|grade| grade.name.clone());
    let page = plan.boards.get(idx).and_then(|planned| planned.holders.get(&standing.holder.code));
    let (n_decimals, rounding) = standings.rounding();
    let href = page.map(|record| format!("{root}{}/index.html", record.folder)).unwrap_or_default();
    Some(BoardRow {
        name: label,
        evidence: href.clone(),
        href,
        points: value.rounded(n_decimals, rounding),
        grade: grade(standing.grade).unwrap_or_default(),
        held_back: grade(standing.held_back_from).unwrap_or_default(),
        joined: standing.joined,
        left: standing.left,
        n_months: standing.n_months,
        ..blank
    })
}

/// What stands for a holder in a row. Who is shown by a band, or not at all, stands in no row, only in the counts.
fn label(plan: &Plan<'_>, standing: &StandingShown<'_>) -> Option<String> {
    match standing.holder.level {
        NamingLevel::Full | NamingLevel::Masked => standing.holder.name.clone(),
        NamingLevel::Code => Some(standing.holder.code.clone()),
        NamingLevel::BranchOnly => {
            let row = plan.model.tables.get("branches")?.row(standing.branch? as usize)?;
            Some(plan.register.name_of(row.text("id")?))
        }
        NamingLevel::Band | NamingLevel::Hidden => None,
    }
}

fn row_of_slice(
    plan: &Plan<'_>,
    root: &str,
    (id, by): (&str, &str),
    period: Period,
    ranked: &Ranked<'_>,
    blank: BoardRow,
) -> Option<BoardRow> {
    let metric = plan.figures.metric(id)?;
    let position = metric.spec().dimensions.iter().position(|dimension| &*dimension.id == by)?;
    let value = metric.spec().dimensions[position].values.get(ranked.who as usize)?;
    let mut values = vec![None; metric.spec().dimensions.len()];
    values[position] = Some(ranked.who);
    let figure = plan.figure_of(metric, &SliceKey { values: values.into(), period }, root);
    let is_branch = metric.spec().dimensions[position].references.as_deref() == Some("branches");
    let href = if is_branch { plan.branch_link(root, &value.id).href } else { String::new() };
    Some(BoardRow { name: value.label.clone(), href, points: figure.whole.clone(), figure: Some(figure), ..blank })
}

/// In percent of the greatest; a bar cannot be shorter than nothing.
fn share(value: Amount, greatest: Amount) -> u32 {
    let percent = value.div(greatest).and_then(|share| share.mul(Amount::from(100)));
    let percent = percent.and_then(|percent| percent.round(0, Rounding::HalfUp).to_integer());
    percent.map_or(0, |percent| percent.clamp(0, 100) as u32)
}

fn change(ranked: &Ranked<'_>) -> (&'static str, u32) {
    match ranked.previous {
        None => ("new", 0),
        Some(before) if before > ranked.rank => ("up", before - ranked.rank),
        Some(before) if before < ranked.rank => ("down", ranked.rank - before),
        Some(_) => ("same", 0),
    }
}

fn method(plan: &Plan<'_>, root: &str, board: &Board) -> Option<LinkView> {
    let title = plan.theme.word("board.method");
    match &board.of {
        BoardOf::Metric { id, .. } => Some(plan.link(root, title, &format!("metrics/{id}/index.html"))),
        BoardOf::Indicator(id) => Some(plan.link(root, title, &format!("metrics/{id}/index.html"))),
        _ => None,
    }
}

fn period_links(plan: &Plan<'_>, root: &str, idx: usize, here: Option<Period>) -> Vec<PeriodLinks> {
    let planned = &plan.boards[idx];
    let link = |period: &Period| PeriodLink {
        title: plan.period_title(*period),
        href: format!("{root}{}", planned.path_of(Some(*period))),
        is_current: Some(*period) == here,
    };
    let of_kind = |(kind, periods): &(PeriodKind, Vec<Period>)| {
        let (newest, older) = periods.split_at(N_PERIODS.min(periods.len()));
        PeriodLinks {
            title: plan.period_kind_title(*kind),
            links: newest.iter().map(link).collect(),
            older: older.iter().map(link).collect(),
            is_older_current: older.iter().any(|period| Some(*period) == here),
        }
    };
    planned.periods.iter().map(of_kind).collect()
}

fn rules(plan: &Plan<'_>, standings: PublishedStandings<'_>) -> Vec<RuleRow> {
    standings.rules().iter().enumerate().map(|(idx, rule)| rule_row(plan, standings, idx, rule)).collect()
}

fn rule_row(plan: &Plan<'_>, standings: PublishedStandings<'_>, idx: usize, rule: &RuleView) -> RuleRow {
    let category = rule.category.and_then(|category| standings.categories().get(category));
    let cap = |cap: Option<Cap>| cap.map(|cap| cap_text(plan, cap)).unwrap_or_default();
    RuleRow {
        id: rule_anchor(idx),
        title: rule.title.clone(),
        category: category.map(|category| category.title.clone()).unwrap_or_default(),
        from: rule.from_label.clone(),
        condition: rule.condition.clone().unwrap_or_default(),
        points: rule.points.clone(),
        once_per: rule.once_per.join("、"),
        cap: cap(rule.cap),
        category_cap: cap(category.and_then(|category| category.cap)),
    }
}

/// The anchor of a rule on the pages of its board; ids need not be ASCII, positions are.
pub(super) fn rule_anchor(idx: usize) -> String {
    format!("rule-{}", idx + 1)
}

fn cap_text(plan: &Plan<'_>, cap: Cap) -> String {
    let per = plan.theme.word(&format!("cap.{}", cap.per.name())).to_owned();
    plan.theme.fill("cap.text", &[("per", &per), ("points", &cap.points.to_open())])
}

fn grades(standings: PublishedStandings<'_>) -> Vec<GradeRow> {
    let row = |grade: &GradeView| GradeRow {
        name: grade.name.clone(),
        min: grade.min.to_open(),
        quota: grade.quota.clone().unwrap_or_default(),
    };
    standings.grades().iter().map(row).collect()
}

/// Honours by year, newest first, and within a year by level.
fn honour_years(plan: &Plan<'_>, root: &str) -> Vec<HonourYear> {
    let year_of = |honour: &HonourView| honour.date.as_ref().map(|date| date.year);
    let levels = honours::by_level(plan, root);
    let mut years: Vec<Option<i16>> = levels.iter().flat_map(|level| &level.honours).map(year_of).collect();
    years.sort_unstable();
    years.dedup();
    let mut shown = Vec::with_capacity(years.len());
    for year in years.into_iter().rev() {
        let mut of_year = Vec::new();
        for level in &levels {
            let honours: Vec<HonourView> = level.honours.iter().filter(|honour| year_of(honour) == year).cloned().collect();
            if !honours.is_empty() {
                of_year.push(HonourYearLevel { title: level.title.clone(), honours });
            }
        }
        let title =
            year.map_or_else(|| plan.theme.word("board.no_date").to_owned(), |year| plan.period_title(Period::Year(year)));
        shown.push(HonourYear { title, levels: of_year });
    }
    shown
}

/// Role models by kind, newest first: each stands beside the others, none above.
fn role_models(plan: &Plan<'_>, root: &str) -> Vec<Group> {
    let vocabulary = &plan.model.vocabulary;
    let mut groups = Vec::new();
    for kind in vocabulary.ids("role_model_kind") {
        let is_of_kind = |idx: &EntryIdx| match &plan.model.entry(*idx).detail {
            Detail::RoleModel(role_model) => role_model.kind == kind,
            _ => false,
        };
        let entries: Vec<EntryIdx> = plan.model.indices_of(Kind::RoleModel).filter(is_of_kind).collect();
        if !entries.is_empty() {
            groups.push(Group {
                title: vocabulary.label("role_model_kind", kind).unwrap_or(kind).to_owned(),
                href: String::new(),
                n_total: entries.len(),
                cards: cards(plan, root, entries),
            });
        }
    }
    groups
}
