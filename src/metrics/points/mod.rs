//! Rule sets of `data/points/` and rows of ledgers to standings: who has how many points, and for what.
//!
//! The road: `declare` reads the files, `entries` asks the database for the rows of each rule, `count` says what of them counts,
//! `total` adds them up by period, ranks and grades, `join` puts the parts of a period together in which the rules changed.
//!
//! Decisions that a reader of the rules may ask for:
//!
//! - A row counts in the rule set that holds on its day. Rows of the register itself (`from = "members"`) have no day: they count
//!   once in each year as a whole, by the rules that hold at its end. A row of another relation without a day is a finding.
//! - Of `points_entries` a rule with `where` takes what that says. Without it, it takes the rows that name it; a rule set with a
//!   single such rule takes all rows that name no other rule.
//! - A score of one's own counts only where nobody reviewed the same category in the same calendar year.
//! - A cap limits gains; a deduction makes no room. A cap below zero limits deductions.
//! - Grades are given for years. Their quota is a share of each branch, or of all with `among = "all"`; holders with equal points
//!   are all within it or all held back.

mod ask;
mod compare;
mod count;
mod declare;
mod entries;
mod join;
mod roll;
mod rule_set;
#[cfg(test)]
mod ledger_tests;
#[cfg(test)]
mod tests;
mod total;

use std::collections::{BTreeMap, BTreeSet};

use super::Origin;
use super::database::{Database, Stock};
use super::relation::View;
use super::standing::{CategoryView, GradeView, HolderKind, RuleView, Standings};
use crate::diag::{Diagnostic, FileId, Outcome, Place, codes, nearest};
use crate::model::{Model, Table};
use crate::read::parse_toml;
use crate::source::{FileKind, Sources, decode};

use self::ask::{Ask, Asking};
use self::count::Entry;
use self::entries::Limits;
use self::join::Counted;
use self::roll::Roll;
use self::total::Holders;

pub use self::compare::compare;
pub use self::rule_set::{Among, Category, Grade, Points, Rule, RuleSet, Text};

/// The folder of rule sets.
const FOLDER: &str = "data/points/";

/// The table of points that people enter by hand.
const ENTRIES: &str = "points_entries";

/// Reads all rule sets, in the order of their files.
///
/// - Codes: F200–F213, and those of reading TOML.
pub fn declared(sources: &Sources) -> Outcome<Vec<RuleSet>> {
    let mut found = Vec::new();
    let mut sets = Vec::new();
    for (file, source) in sources.files() {
        let stem = source.path.strip_prefix(FOLDER).and_then(|name| name.strip_suffix(".toml"));
        if let Some(stem) = stem.filter(|stem| source.kind == FileKind::Data && !stem.contains('/')) {
            sets.extend(read(sources, file, Some(stem)).into_value(&mut found));
        }
    }
    found.extend(declare::check_overlaps(&sets));
    Outcome::new(sets, found)
}

/// Reads one rule set; `stem` is the id that its file's name gives it, if it has to have one.
pub fn read(sources: &Sources, file: FileId, stem: Option<&str>) -> Outcome<Option<RuleSet>> {
    let mut found = Vec::new();
    let bytes = sources.bytes(file).unwrap_or_default();
    let text = decode(file, &bytes).into_value(&mut found).text;
    let Some(fields) = parse_toml(file, &text, 0).into_value(&mut found) else { return Outcome::new(None, found) };
    let set = declare::rule_set(file, stem, &fields).into_value(&mut found);
    Outcome::new(set, found)
}

/// What everybody who holds points has, for each rule set in the order given.
///
/// - `stock` has the relations and views that rules may name; `views` are those views.
/// - Codes: F204–F224, and those of formulas.
pub fn compute(sources: &Sources, stock: &Stock<'_>, views: &[View], sets: &[RuleSet]) -> Outcome<Vec<Standings>> {
    let mut found = Vec::new();
    if sets.is_empty() {
        return Outcome::new(Vec::new(), found);
    }
    let registers = Registers::of(stock.model());
    let mut asks: Vec<Vec<Ask>> = Vec::with_capacity(sets.len());
    for set in sets {
        let file_text = sources.text(set.file);
        let asking = Asking { stock, set, file_text: &file_text };
        asks.push((0..set.rules.len()).filter_map(|idx| asking.ask(idx, &mut found)).collect());
    }
    let needs: Vec<_> = asks.iter().flatten().map(Ask::need).collect();
    let database = match Database::load(stock, &needs) {
        Ok(database) => database,
        Err(fault) => {
            let place = sets[0].place.clone();
            found.push(codes::points_not_computed.at(place).with("rule", &sets[0].id).with("why", fault.message));
            return Outcome::new(Vec::new(), found);
        }
    };
    let mut counted = Vec::with_capacity(sets.len());
    let mut rows_entered = BTreeSet::new();
    for (set, asks) in sets.iter().zip(&asks) {
        let file_text = sources.text(set.file);
        let asking = Asking { stock, set, file_text: &file_text };
        let limits = registers.limits(set, join::later(sets, set), stock.model());
        let mut all = Vec::new();
        for ask in asks {
            let made = entries::entries(asking, ask, &database, &limits, &mut found);
            rows_entered.extend(made.rows_entered);
            all.extend(made.entries);
        }
        counted.push(standings((stock, views), set, all, registers.holders(set.holder, stock.model()), &mut found));
    }
    // A rule that cannot be asked takes no rows; that they are nobody's is then no news.
    if asks.iter().zip(sets).all(|(asks, set)| asks.len() == set.rules.len()) {
        found.extend(entered_for_nothing(stock.model(), sets, &registers, &rows_entered));
    }
    if let Err((idx, overflow)) = join::join(&mut counted, |holder| registers.holders(holder, stock.model())) {
        found.push(too_large(&counted[idx].set, overflow));
    }
    Outcome::new(counted.into_iter().map(|counted| counted.standings).collect(), found)
}

/// Who can hold points.
struct Registers {
    members: Roll,
    branches: Roll,
}

impl Registers {
    fn of(model: &Model) -> Self {
        Self { members: Roll::of(model, HolderKind::Member), branches: Roll::of(model, HolderKind::Branch) }
    }

    fn roll(&self, holder: HolderKind) -> &Roll {
        match holder {
            HolderKind::Member => &self.members,
            HolderKind::Branch => &self.branches,
        }
    }

    fn holders(&self, holder: HolderKind, model: &Model) -> Holders<'_> {
        Holders { roll: self.roll(holder), members: &self.members, as_of: model.as_of }
    }

    fn limits(&self, set: &RuleSet, later: Option<jiff::civil::Date>, model: &Model) -> Limits<'_> {
        let years = total::whole_years(set, later, model.as_of);
        Limits { roll: self.roll(set.holder), years, as_of: model.as_of }
    }
}

fn standings(
    (stock, views): (&Stock<'_>, &[View]),
    set: &RuleSet,
    entries: Vec<Entry>,
    holders: Holders<'_>,
    found: &mut Vec<Diagnostic>,
) -> Counted {
    let made =
        count::count(set, entries).and_then(|lines| total::standings(set, &lines, holders).map(|periods| (lines, periods)));
    let (lines, periods) = match made {
        Ok(made) => made,
        Err(overflow) => {
            found.push(too_large(set, overflow));
            (BTreeMap::new(), Vec::new())
        }
    };
    let standings = Standings {
        id: set.id.clone(),
        title: set.title.clone(),
        series: set.series.clone(),
        holder: set.holder,
        effective: (set.from, set.to),
        basis: set.basis.clone(),
        n_decimals: set.n_decimals,
        rounding: set.rounding,
        is_per_head: set.is_per_head,
        floor: set.floor,
        rules: set.rules.iter().map(|rule| rule_view(stock, views, rule)).collect(),
        categories: set.categories.iter().map(category_view).collect(),
        grades: set.grades.iter().map(grade_view).collect(),
        periods,
        lines,
        place: set.place.clone(),
    };
    Counted { set: set.clone(), standings }
}

fn too_large(set: &RuleSet, overflow: count::Overflow) -> Diagnostic {
    let place = set.rules.get(overflow.0).map_or(set.place.clone(), |rule| rule.place.clone());
    codes::points_overflow.at(place).with("set", &set.title)
}

fn rule_view(stock: &Stock<'_>, views: &[View], rule: &Rule) -> RuleView {
    let relation = stock.relation(&rule.from.text);
    RuleView {
        id: rule.id.clone(),
        title: rule.title.clone(),
        category: rule.category,
        from: rule.from.text.clone(),
        from_label: relation.map_or_else(|| rule.from.text.clone(), |relation| relation.label.clone()),
        condition: rule.condition.as_ref().map(|text| text.text.clone()),
        points: rule.points.written().to_owned(),
        once_per: rule.once_per.iter().map(|text| text.text.clone()).collect(),
        cap: rule.cap,
        kind: rule.kind,
        origin: origin(stock, views, &rule.from.text),
        place: rule.place.clone(),
    }
}

/// What a row of a relation is.
fn origin(stock: &Stock<'_>, views: &[View], relation: &str) -> Origin {
    if let Some(kind) = super::relation::entries::kind_of(relation) {
        return Origin::Entries(stock.model().indices_of(kind).collect());
    }
    let table = views.iter().find(|view| view.name == relation).and_then(|view| view.origin.clone());
    if let (Some(table), Some(rows)) = (table, stock.origin_rows(relation)) {
        return Origin::ViewOf(table, rows.to_vec());
    }
    if stock.table(relation).is_some() { Origin::Table(relation.to_owned()) } else { Origin::Query }
}

fn category_view(category: &Category) -> CategoryView {
    CategoryView { id: category.id.clone(), title: category.title.clone(), cap: category.cap }
}

fn grade_view(grade: &Grade) -> GradeView {
    let quota = grade.quota.as_ref().map(|(_, written)| written.clone());
    GradeView { name: grade.name.clone(), min: grade.min, quota }
}

/// Rows of `points_entries` that no rule counts although rules hold on their day: the rule in them is most likely misspelt.
fn entered_for_nothing(model: &Model, sets: &[RuleSet], registers: &Registers, rows_entered: &BTreeSet<u32>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for row in model.tables.get(ENTRIES).into_iter().flat_map(Table::rows) {
        let Some(date) = row.date("date").filter(|date| *date <= model.as_of) else { continue };
        let id = row.text("holder").unwrap_or_default();
        // Who is in no register has been said.
        let holds = |set: &&RuleSet| set.holds_on(date) && registers.roll(set.holder).find(id).is_some();
        let of_day: Vec<&RuleSet> = sets.iter().filter(holds).collect();
        if of_day.is_empty() || rows_entered.contains(&(row.idx() as u32)) {
            continue;
        }
        let rule = row.text("rule").unwrap_or_default();
        let known = of_day.iter().flat_map(|set| &set.rules).filter(|rule| rule.from.text == ENTRIES);
        let near = nearest(rule, known.map(|rule| &*rule.id));
        let place: Place = row.place_of("rule");
        found.push(codes::points_of_no_rule.at(place).with("rule", rule).with_some("near", near));
    }
    found
}
