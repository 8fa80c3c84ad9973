//! The command `rules diff`: two rule sets over the same ledgers, to a table of who would rise and who would fall.
//!
//! It is for the keeper of a site: holders are named as on boards, everybody else is a code, and nothing is written.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::build::{self, Memo, Options, Silent};
use crate::diag::{Diagnostic, Outcome, Place, Severity, codes};
use crate::media::Cache;
use crate::metrics::points::{self, RuleSet};
use crate::metrics::{Figures, Period};
use crate::model::NamingLevel;
use crate::privacy::{self, PublishedStandings, StandingShown};
use crate::report::{self, Ending, Run};
use crate::source::{self, FileKind, Listed, Loaded, Sources};

use super::args::{Args, DiffArgs, Format, RulesArgs, RulesCommand};
use super::build::tell_one;
use super::language::Say;
use super::{exit, site};

/// Runs a command about rules.
pub(super) fn run(options: &RulesArgs, args: &Args, say: Say) -> u8 {
    let RulesCommand::Diff(options) = &options.command;
    match build::with_threads(args.jobs, || diff(options, args)) {
        Ok(diff) => tell(args, say, &diff),
        Err((diagnostic, code)) => tell_one(args, say, &diagnostic, code),
    }
}

/// What came of comparing.
struct Diff {
    /// What the places of findings point into: the site's, or the rules'.
    sources: Sources,
    found: Vec<Diagnostic>,
    period: Option<Period>,
    rows: Vec<Row>,
}

/// One holder.
struct Row {
    holder: String,
    old: Option<Side>,
    new: Option<Side>,
}

/// What a holder has by one of the rule sets.
struct Side {
    points: String,
    rank: u32,
    grade: String,
}

fn diff(options: &DiffArgs, args: &Args) -> Result<Diff, (Diagnostic, u8)> {
    let usage = |diagnostic: Diagnostic| (diagnostic, exit::USAGE);
    let root = site::root(args).map_err(usage)?;
    let as_of = site::as_of(args).map_err(usage)?;
    let mut found = Vec::new();
    let snapshot = build::snapshot(&root, as_of).map_err(|fault| usage(fault.into_diagnostic(&root)))?;
    let sources = snapshot.into_value(&mut found);
    let rules = read_rules(options, sources.as_of()).map_err(usage)?;
    let mut found_in_rules = Vec::new();
    let sets = [options.old.as_path(), options.new.as_path()].map(|path| rule_set(&rules, path, &mut found_in_rules));
    let [Some(old), Some(new)] = sets else { return Ok(Diff::stopped(rules, found_in_rules)) };
    let mut memo = Memo::for_one_build(Cache::none());
    let options = Options { model: site::model_options(args), ..Options::default() };
    let model = build::understand(&sources, &options, &mut memo, &Silent).into_value(&mut found);
    // Ledgers that are not understood give points that are not right.
    if found.iter().any(is_error) {
        return Ok(Diff::stopped(sources, found));
    }
    let compared: Outcome<_> = points::compare(&sources, &model, &rules, old, new);
    let standings = compared.into_value(&mut found_in_rules);
    if found_in_rules.iter().any(is_error) {
        return Ok(Diff::stopped(rules, found_in_rules));
    }
    let figures = Figures { standings, ..Figures::default() };
    let published = privacy::publish(&sources, &model, &figures).into_value(&mut found);
    if found.iter().any(is_error) {
        return Ok(Diff::stopped(sources, found));
    }
    let sets: Vec<PublishedStandings<'_>> = published.standings().collect();
    let [old, new] = sets[..] else { return Ok(Diff::stopped(rules, found_in_rules)) };
    let period = old.periods().filter(|period| matches!(period, Period::Year(_))).last();
    let ceiling = model.site.privacy.boards.min(NamingLevel::Code);
    let rows = period.map(|period| rows(period, ceiling, old, new)).unwrap_or_default();
    Ok(Diff { sources: rules, found: found_in_rules, period, rows })
}

fn is_error(diagnostic: &Diagnostic) -> bool {
    diagnostic.severity == Severity::Error
}

impl Diff {
    fn stopped(sources: Sources, found: Vec<Diagnostic>) -> Self {
        Self { sources, found, period: None, rows: Vec::new() }
    }
}

/// Both files as a snapshot of their own: they may lie anywhere.
fn read_rules(options: &DiffArgs, as_of: jiff::civil::Date) -> Result<Sources, Diagnostic> {
    let mut loaded = Vec::new();
    for path in [&options.old, &options.new] {
        let listed = Listed { path: name_of(path), kind: FileKind::Data, full: path.clone() };
        match source::load(&listed) {
            Loaded::File(file) => loaded.push(Loaded::File(file)),
            Loaded::Failed(diagnostic) => return Err(diagnostic),
        }
    }
    let mut found = Vec::new();
    let sources = Sources::assemble(Path::new(""), loaded, as_of).into_value(&mut found);
    found.pop().map_or(Ok(sources), Err)
}

/// The name by which findings call a file.
fn name_of(path: &Path) -> Arc<str> {
    path.to_string_lossy().replace('\\', "/").into()
}

fn rule_set(rules: &Sources, path: &Path, found: &mut Vec<Diagnostic>) -> Option<RuleSet> {
    let Some(file) = rules.find(&name_of(path)) else {
        found.push(codes::unreadable_file.at(Place::Project).with("path", path.display()).with("why", "?"));
        return None;
    };
    let read = points::read(rules, file, None).into_value(found);
    read.filter(|_| !found.iter().any(is_error))
}

/// All who have something by either set, in the order of the new ranks.
fn rows(period: Period, ceiling: NamingLevel, old: PublishedStandings<'_>, new: PublishedStandings<'_>) -> Vec<Row> {
    let side = |set: PublishedStandings<'_>, standing: &StandingShown<'_>| Side {
        points: standing.points.rounded(set.rounding().0, set.rounding().1),
        rank: standing.rank,
        grade: standing.grade.and_then(|grade| set.grades().get(grade)).map(|grade| grade.name.clone()).unwrap_or_default(),
    };
    let mut before: BTreeMap<String, Side> = BTreeMap::new();
    for standing in old.of(period, ceiling) {
        before.insert(standing.holder.code.clone(), side(old, &standing));
    }
    let mut rows = Vec::new();
    for standing in new.of(period, ceiling) {
        let holder = standing.holder.name.clone().unwrap_or_else(|| standing.holder.code.clone());
        rows.push(Row { holder, old: before.remove(&standing.holder.code), new: Some(side(new, &standing)) });
    }
    rows.extend(before.into_iter().map(|(holder, side)| Row { holder, old: Some(side), new: None }));
    rows
}

fn tell(args: &Args, say: Say, diff: &Diff) -> u8 {
    let is_stopped = diff.found.iter().any(is_error);
    if !diff.found.is_empty() || (is_stopped && args.format == Format::Json) {
        let summary = report::Summary::of(&diff.found);
        let run =
            Run { sources: &diff.sources, found: &diff.found, summary, ending: Ending::Checked, held_back: None, gate: None };
        let _ = report::write(&mut std::io::stdout().lock(), &run, site::manner(args, say));
    }
    if is_stopped {
        return exit::CONTENT;
    }
    match args.format {
        Format::Json => tell_program(diff),
        Format::Human | Format::Short => tell_person(say, diff),
    }
    exit::DONE
}

fn tell_program(diff: &Diff) {
    for row in &diff.rows {
        let both = |of: &dyn Fn(&Side) -> Value| json!({"old": row.old.as_ref().map_or(Value::Null, of), "new": row.new.as_ref().map_or(Value::Null, of)});
        let (points, rank) = (both(&|side| json!(side.points)), both(&|side| json!(side.rank)));
        let grade = both(&|side| if side.grade.is_empty() { Value::Null } else { json!(side.grade) });
        println!("{}", json!({"holder": row.holder, "points": points, "rank": rank, "grade": grade}));
    }
    let counts = Counts::of(diff);
    let period = diff.period.map(|period| period.to_string());
    println!(
        "{}",
        json!({"summary": {"period": period, "holders": diff.rows.len(), "up": counts.n_up, "down": counts.n_down, "same": counts.n_same, "grades": counts.n_grades}})
    );
}

fn tell_person(say: Say, diff: &Diff) {
    let Some(period) = diff.period else {
        println!(
            "{}",
            say.choose(
                "现行办法还没有开始执行，没有可比较的分数",
                "the old rules have not begun, so there is nothing to compare"
            )
        );
        return;
    };
    println!("{}", say.choose(&format!("{period} 年，按新办法的名次："), &format!("{period}, by the new ranks:")));
    for row in &diff.rows {
        println!("{}", line(say, row));
    }
    let Counts { n_up, n_down, n_same, n_grades } = Counts::of(diff);
    println!(
        "{}",
        say.choose(
            &format!("共 {} 个：{n_up} 个上升，{n_down} 个下降，{n_same} 个不变；{n_grades} 个等次有变", diff.rows.len()),
            &format!("{} in all: {n_up} up, {n_down} down, {n_same} unchanged; {n_grades} grades change", diff.rows.len()),
        )
    );
}

fn line(say: Say, row: &Row) -> String {
    let nothing = "-".to_owned();
    let rank = |side: &Option<Side>| side.as_ref().map_or(nothing.clone(), |side| side.rank.to_string());
    let points = |side: &Option<Side>| side.as_ref().map_or(nothing.clone(), |side| side.points.clone());
    let grade = |side: &Option<Side>| side.as_ref().map(|side| side.grade.clone()).unwrap_or_default();
    let (rank, points) = ((rank(&row.old), rank(&row.new)), (points(&row.old), points(&row.new)));
    let mut text = format!("{:>5} → {:<5} {:>9} → {:<9} {}", rank.0, rank.1, points.0, points.1, row.holder);
    let (before, after) = (grade(&row.old), grade(&row.new));
    if before != after {
        let none = say.choose("无等次", "no grade").to_owned();
        let shown = |grade: String| if grade.is_empty() { none.clone() } else { grade };
        text.push_str(&format!("  {} → {}", shown(before), shown(after)));
    }
    text
}

/// How many would move.
struct Counts {
    n_up: usize,
    n_down: usize,
    n_same: usize,
    n_grades: usize,
}

impl Counts {
    fn of(diff: &Diff) -> Self {
        let mut counts = Self { n_up: 0, n_down: 0, n_same: 0, n_grades: 0 };
        for row in &diff.rows {
            let (Some(old), Some(new)) = (&row.old, &row.new) else { continue };
            match new.rank.cmp(&old.rank) {
                std::cmp::Ordering::Less => counts.n_up += 1,
                std::cmp::Ordering::Greater => counts.n_down += 1,
                std::cmp::Ordering::Equal => counts.n_same += 1,
            }
            counts.n_grades += usize::from(old.grade != new.grade);
        }
        counts
    }
}
