//! The road from declarations to figures, with a stop before each of the two rounds of work that may be shared among threads.

use crate::diag::{Diagnostic, Outcome};
use crate::model::Model;
use crate::source::Sources;

use super::database::Stock;
use super::declare::{self, Declarations};
use super::definition::Definition;
use super::relation::View;
use super::work::{CountJob, Counted, Forget, Gathered, Keep, RollJob, RolledUp, Settings, Work, fault_at};
use super::{Figures, boards, duties, indicator, judge, points, reported};

/// Everything declared; rows are to be counted.
#[derive(Debug)]
pub struct Counting<'m> {
    sources: &'m Sources,
    model: &'m Model,
    declared: Declarations,
    work: Work<'m>,
}

/// Everything counted; slices are to be rolled up.
#[derive(Debug)]
pub struct Rolling<'m> {
    sources: &'m Sources,
    model: &'m Model,
    declared: Declarations,
    gathered: Gathered<'m>,
}

/// Computes everything, one job after the other, and remembers nothing.
///
/// - Codes: F001–F399.
pub fn compute(sources: &Sources, model: &Model) -> Outcome<Figures> {
    let mut found = Vec::new();
    let counting = prepare(sources, model).into_value(&mut found);
    let counted = counting.jobs().iter().map(|job| counting.run(job, &Forget)).collect();
    let rolling = counting.gather(counted).into_value(&mut found);
    let rolled = rolling.jobs().iter().map(|job| rolling.run(job)).collect();
    let figures = rolling.finish(rolled).into_value(&mut found);
    Outcome::new(figures, found)
}

/// Reads what is declared, runs the views, and plans the work.
///
/// - Codes: those of [`declare::declarations`], of views and of the rows of `frozen`.
pub fn prepare<'m>(sources: &'m Sources, model: &'m Model) -> Outcome<Counting<'m>> {
    let mut found = Vec::new();
    let declared = declare::declarations(sources, model).into_value(&mut found);
    let mut stock = Stock::new(model, declared.relations.clone());
    let broken = add_views(&mut stock, &declared.views, &mut found);
    let is_whole = |definition: &Definition| !broken.contains(&definition.spec.from.as_str());
    let definitions =
        declared.metrics.iter().filter_map(|one| Definition::of(one, &declared.relations)).filter(is_whole).collect();
    let settings = Settings {
        academic_year_starts: declared.academic_year_starts,
        n_persons_max: usize::try_from(model.site.privacy.k).unwrap_or(usize::MAX).max(1),
    };
    let work = Work::new(stock, definitions, settings).into_value(&mut found);
    Outcome::new(Counting { sources, model, declared, work }, found)
}

/// The names of the views that did not run, which has been said.
fn add_views<'v>(stock: &mut Stock<'_>, views: &'v [View], found: &mut Vec<Diagnostic>) -> Vec<&'v str> {
    let mut broken = Vec::new();
    for view in views {
        if let Err(fault) = stock.add_view(view) {
            found.push(fault_at(&fault, &view.name, view.place.clone()));
            broken.push(view.name.as_str());
        }
    }
    broken
}

impl<'m> Counting<'m> {
    /// What is to be counted; jobs may run at the same time.
    pub fn jobs(&self) -> &[CountJob] {
        self.work.jobs()
    }

    /// Runs a job, or takes what the memory has of it.
    pub fn run(&self, job: &CountJob, memory: &dyn Keep) -> Counted {
        self.work.count(job, memory)
    }

    /// Puts together what the jobs came to, in their order.
    ///
    /// - Codes: F020–F022.
    pub fn gather(self, counted: Vec<Counted>) -> Outcome<Rolling<'m>> {
        let Self { sources, model, declared, work } = self;
        let outcome = work.gather(counted);
        Outcome::new(Rolling { sources, model, declared, gathered: outcome.value }, outcome.found)
    }
}

impl Rolling<'_> {
    /// What is to be rolled up; jobs may run at the same time.
    pub fn jobs(&self) -> &[RollJob] {
        self.gathered.jobs()
    }

    /// Runs a job.
    pub fn run(&self, job: &RollJob) -> RolledUp {
        self.gathered.roll(job)
    }

    /// Puts together what the jobs came to, and judges it.
    ///
    /// - Codes: F009–F013, F023, F024, F032, and those of duties and points.
    pub fn finish(self, rolled: Vec<RolledUp>) -> Outcome<Figures> {
        let mut found = Vec::new();
        let metrics = self.gathered.finish(rolled).into_value(&mut found);
        found.extend(judge::judge(&self.declared, &metrics));
        let indicators = indicator::score(&self.declared, &metrics);
        let (mismatches, differing) = reported::mismatches(&self.declared, &metrics);
        found.extend(differing);
        let academic_year_starts = self.declared.academic_year_starts;
        let mut figures =
            Figures { metrics, indicators, academic_year_starts, home: self.declared.home.clone(), ..Figures::default() };
        figures.quality.mismatches = mismatches;
        self.add_duties(&mut figures, &mut found);
        self.add_points(&mut figures, &mut found);
        Outcome::new(figures, found)
    }

    fn add_duties(&self, figures: &mut Figures, found: &mut Vec<Diagnostic>) {
        let duties = duties::compute(self.sources, self.model).into_value(found);
        figures.compliance = duties.compliance;
        figures.freshness = duties.freshness;
        figures.open_loops = duties.open_loops;
        figures.quality.tables = duties.quality.tables;
        figures.quality.mismatches.extend(duties.quality.mismatches);
    }

    /// Boards come last, because they show anything else.
    fn add_points(&self, figures: &mut Figures, found: &mut Vec<Diagnostic>) {
        let sets = points::declared(self.sources).into_value(found);
        figures.standings = points::compute(self.sources, self.gathered.stock(), &self.declared.views, &sets).into_value(found);
        figures.boards = boards::resolved(boards::declared(self.sources).into_value(found), figures).into_value(found);
    }
}
