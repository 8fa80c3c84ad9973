//! `data/boards.toml` to boards: what each ranks or lists, for which periods, and how many of it by name.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::figure::Direction;
use super::period::PeriodKind;
use super::{Figures, HolderKind, Standings};
use crate::diag::{Diagnostic, FileId, Outcome, Place, Span, codes, nearest};
use crate::model::NamingLevel;
use crate::model::form::{Form, Written};
use crate::read::{Fields, parse_toml};
use crate::source::{Sources, decode};

/// Where boards are declared.
pub const BOARDS_PATH: &str = "data/boards.toml";

/// Of a board that does not say how many it names: what fits one screen of a phone.
const TOP: usize = 10;

/// More than that is a register, not a board.
const TOP_MAX: i64 = 200;

/// One board.
#[derive(Clone, Debug)]
pub struct Board {
    /// Its folder below `boards/`: `member-points`.
    pub id: Arc<str>,
    /// Title.
    pub title: String,
    /// May be empty.
    pub description: String,
    /// Where to object; may be empty.
    pub objection: String,
    /// What it ranks or lists.
    pub of: BoardOf,
    /// The kinds of its periods, the first shown first; empty for boards that know none.
    pub periods: Vec<PeriodKind>,
    /// How many it names at most.
    pub n_top: usize,
    /// Nobody is named more plainly.
    pub naming: NamingLevel,
    /// Whether the most or the least is the best; `None` for what the metric says.
    pub order: Option<Direction>,
    /// Whether branches are compared by what each of their members has.
    pub is_per_head: bool,
    /// Whether who was there for a part of a period is counted as if for the whole.
    pub scales_by_months: bool,
    /// Where it is declared.
    pub place: Place,
}

/// What a board ranks or lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BoardOf {
    /// The standings of a rule set, by id.
    RuleSet(Arc<str>),
    /// A metric by the values of a dimension, both by id.
    Metric {
        /// Of the metric.
        id: Arc<str>,
        /// Of the dimension.
        by: Arc<str>,
    },
    /// The scores of an indicator tree, by id.
    Indicator(Arc<str>),
    /// Honours by level and year.
    Honours,
    /// Role models by kind; never a ranking.
    RoleModels,
}

/// A board with the places of what it names, before anybody knows whether that exists.
#[derive(Debug)]
pub struct Declared {
    board: Board,
    /// Where the rule set, metric or indicator is named.
    named: Option<Span>,
    by: Option<(String, Span)>,
    periods: Vec<(PeriodKind, Span)>,
    file: FileId,
}

/// Reads the boards of a site; without the file there are none.
///
/// - Codes: F250–F253, and those of forms.
pub fn declared(sources: &Sources) -> Outcome<Vec<Declared>> {
    let mut found = Vec::new();
    let Some(file) = sources.find(BOARDS_PATH) else { return Outcome::new(Vec::new(), found) };
    let bytes = sources.bytes(file).unwrap_or_default();
    let text = decode(file, &bytes).into_value(&mut found).text;
    let boards = match parse_toml(file, &text, 0).into_value(&mut found) {
        Some(fields) => read(file, &fields, &mut found),
        None => Vec::new(),
    };
    Outcome::new(boards, found)
}

fn read(file: FileId, fields: &Fields, found: &mut Vec<Diagnostic>) -> Vec<Declared> {
    let mut form = Form::of_file(file, fields);
    let forms = form.tables("board");
    found.extend(form.finish());
    let mut first: BTreeMap<Arc<str>, Place> = BTreeMap::new();
    let mut boards = Vec::new();
    for form in forms {
        let Some(declared) = board(form, file, found) else { continue };
        if let Some(first) = first.get(&declared.board.id) {
            let diagnostic = codes::board_twice.at(declared.board.place.clone()).with("id", &declared.board.id);
            found.push(diagnostic.also(first.clone()));
            continue;
        }
        first.insert(declared.board.id.clone(), declared.board.place.clone());
        boards.push(declared);
    }
    boards
}

fn board(mut form: Form<'_>, file: FileId, found: &mut Vec<Diagnostic>) -> Option<Declared> {
    let id = form.required_written("id").and_then(|written| board_id(&mut form, written));
    let title = form.required_text("title");
    let (of, named, by) = of(&mut form, &title);
    let periods = periods(&mut form);
    let n_top = form.whole("top", 1..=TOP_MAX).map_or(TOP, |n| n as usize);
    let naming = form.choice("naming", &NamingLevel::ALL).unwrap_or_default();
    let order = form.choice("order", &[("desc", Direction::Up), ("asc", Direction::Down)]);
    let (description, objection) = (form.text("description"), form.text("objection"));
    let is_per_head = form.flag("per_head").unwrap_or(false);
    let scales_by_months = form.flag("scale_by_months").unwrap_or(false);
    let place = form.place_of("id");
    form.finish_into(found);
    let board = Board {
        id: id?,
        title,
        description: description.unwrap_or_default(),
        objection: objection.unwrap_or_default(),
        of: of?,
        periods: Vec::new(),
        n_top,
        naming,
        order,
        is_per_head,
        scales_by_months,
        place,
    };
    Some(Declared { board, named, by, periods, file })
}

/// An id that is a folder of the output as it stands.
fn board_id(form: &mut Form<'_>, written: Written<'_>) -> Option<Arc<str>> {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
    let is_id = written.text.chars().all(is_plain) && written.text.starts_with(|c: char| c.is_ascii_alphanumeric());
    if !is_id || written.text.len() > 60 {
        form.found.push(codes::bad_board_id.at(form.place(written.span)).with("id", written.text));
        return None;
    }
    Some(written.text.into())
}

type Named = (Option<BoardOf>, Option<Span>, Option<(String, Span)>);

/// The one thing that a board is of.
fn of(form: &mut Form<'_>, title: &str) -> Named {
    let rule_set = form.written("ruleset");
    let metric = form.written("metric");
    let indicator = form.written("indicator");
    let honours = form.flag("honours").unwrap_or(false);
    let role_models = form.flag("role_models").unwrap_or(false);
    let by = form.written("by").map(|by| (by.text.to_owned(), by.span));
    let dimension: Arc<str> = by.as_ref().map_or("branch", |(by, _)| by.as_str()).into();
    let mut all: Vec<(BoardOf, Option<Span>)> = Vec::new();
    all.extend(rule_set.map(|written| (BoardOf::RuleSet(written.text.into()), Some(written.span))));
    all.extend(metric.map(|written| (BoardOf::Metric { id: written.text.into(), by: dimension }, Some(written.span))));
    all.extend(indicator.map(|written| (BoardOf::Indicator(written.text.into()), Some(written.span))));
    all.extend(honours.then_some((BoardOf::Honours, None)));
    all.extend(role_models.then_some((BoardOf::RoleModels, None)));
    if all.len() != 1 {
        form.found.push(codes::board_of_one_thing.at(form.own_place()).with("board", title).with("n", all.len()));
        return (None, None, by);
    }
    let (of, named) = all.remove(0);
    (Some(of), named, by)
}

/// `"month"`, or a list of such words; each with its place.
fn periods(form: &mut Form<'_>) -> Vec<(PeriodKind, Span)> {
    const KINDS: [&str; 5] = ["month", "quarter", "year", "academic_year", "all"];
    let mut periods = Vec::new();
    for written in form.written_list("period") {
        match PeriodKind::of_name(written.text).filter(|kind| KINDS.contains(&kind.name())) {
            Some(kind) if periods.iter().all(|(known, _)| *known != kind) => periods.push((kind, written.span)),
            Some(_) => {}
            None => {
                let diagnostic = codes::not_among_choices.at(form.place(written.span)).with("key", "period");
                let words: Vec<String> = KINDS.iter().map(|kind| format!("`{kind}`")).collect();
                let diagnostic = diagnostic.with("value", written.text).with("words", words.join(" "));
                form.found.push(diagnostic.with_some("near", nearest(written.text, KINDS)));
            }
        }
    }
    periods
}

/// Boards whose rule set, metric or indicator is there.
///
/// - Codes: F254–F257.
pub fn resolved(declared: Vec<Declared>, figures: &Figures) -> Outcome<Vec<Board>> {
    let mut found = Vec::new();
    let mut boards = Vec::new();
    for one in declared {
        let known = match &one.board.of {
            BoardOf::RuleSet(id) => rule_set(&one, id, figures, &mut found),
            BoardOf::Metric { id, by } => metric(&one, id, by, figures, &mut found),
            BoardOf::Indicator(id) => indicator(&one, id, figures, &mut found),
            BoardOf::Honours | BoardOf::RoleModels => Some(Vec::new()),
        };
        let Some(available) = known else { continue };
        let periods = chosen(&one, &available, &mut found);
        boards.push(Board { periods, ..one.board });
    }
    Outcome::new(boards, found)
}

/// The kinds that a board asks for, else all that there are; what there is not is said.
fn chosen(one: &Declared, available: &[PeriodKind], found: &mut Vec<Diagnostic>) -> Vec<PeriodKind> {
    if one.periods.is_empty() || available.is_empty() {
        return available.to_vec();
    }
    let mut chosen = Vec::new();
    for (kind, span) in &one.periods {
        if available.contains(kind) {
            chosen.push(*kind);
            continue;
        }
        let known: Vec<&str> = available.iter().map(|kind| kind.name()).collect();
        let diagnostic = codes::board_period_without_figures.at(Place::Text(one.file, *span)).with("period", kind.name());
        found.push(diagnostic.with("known", known.join("、")));
    }
    chosen
}

fn unknown<'k>(one: &Declared, id: &str, known: impl Iterator<Item = &'k str>) -> Diagnostic {
    let known: Vec<&str> = known.collect();
    let place = one.named.map_or(one.board.place.clone(), |span| Place::Text(one.file, span));
    let diagnostic = codes::board_of_nothing.at(place).with("id", id).with_some("near", nearest(id, known.iter().copied()));
    diagnostic.with_some("known", (!known.is_empty()).then(|| known.join("、")))
}

fn rule_set(one: &Declared, id: &str, figures: &Figures, found: &mut Vec<Diagnostic>) -> Option<Vec<PeriodKind>> {
    let Some(standings) = figures.standings.iter().find(|standings| &*standings.id == id) else {
        found.push(unknown(one, id, figures.standings.iter().map(|standings| &*standings.id)));
        return None;
    };
    if standings.holder == HolderKind::Member && most_holders(standings) == 1 {
        found.push(codes::board_with_one_person.at(one.board.place.clone()).with("board", &one.board.title));
    }
    Some(vec![PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Year])
}

fn most_holders(standings: &Standings) -> usize {
    standings.periods.iter().map(|period| period.standings.len()).max().unwrap_or_default()
}

fn metric(one: &Declared, id: &str, by: &str, figures: &Figures, found: &mut Vec<Diagnostic>) -> Option<Vec<PeriodKind>> {
    let Some(metric) = figures.metrics.iter().find(|metric| &*metric.spec.id == id) else {
        found.push(unknown(one, id, figures.metrics.iter().map(|metric| &*metric.spec.id)));
        return None;
    };
    if !metric.spec.dimensions.iter().any(|dimension| &*dimension.id == by) {
        let known: Vec<&str> = metric.spec.dimensions.iter().map(|dimension| &*dimension.id).collect();
        let place = one.by.as_ref().map_or(one.board.place.clone(), |(_, span)| Place::Text(one.file, *span));
        let diagnostic = codes::board_by_nothing.at(place).with("by", by).with("metric", id);
        found.push(diagnostic.with_some("near", nearest(by, known.iter().copied())).with("known", known.join("、")));
        return None;
    }
    let mut kinds: Vec<PeriodKind> = metric.slices.iter().map(|slice| slice.key.period.kind()).collect();
    kinds.sort();
    kinds.dedup();
    // From the shortest to everything: what is newest stands first.
    kinds.reverse();
    Some(kinds)
}

fn indicator(one: &Declared, id: &str, figures: &Figures, found: &mut Vec<Diagnostic>) -> Option<Vec<PeriodKind>> {
    let Some(tree) = figures.indicators.iter().find(|tree| &*tree.id == id) else {
        found.push(unknown(one, id, figures.indicators.iter().map(|tree| &*tree.id)));
        return None;
    };
    let mut kinds: Vec<PeriodKind> = tree.periods.iter().map(|period| period.kind()).collect();
    kinds.sort();
    kinds.dedup();
    kinds.reverse();
    Some(kinds)
}
