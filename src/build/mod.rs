//! The road: from the snapshot of a project to finished files in a sink, one stage after the other.
//!
//! Threads and the memo are named here and nowhere else. Every stage gives its results in the order of its input, so that
//! neither the number of threads nor their luck can be seen in the output.

mod budget;
mod figures;
mod files;
mod gate;
mod known;
mod memo;
mod open;
mod pages;
mod read;
mod search;
mod snapshot;
mod survey;
mod threads;
mod weigh;
mod wording;

use crate::diag::Outcome;
use crate::model;
use crate::output::{Fault, Sink};
use crate::plan;
use crate::privacy;
use crate::read::Parsed;
use crate::render;
use crate::source::Sources;
use crate::theme;

use self::gate::Guard;
use self::known::Known;
use self::weigh::Weigh;

pub use self::gate::{Doubt, GateCount};
pub use self::memo::Memo;
pub use self::snapshot::{AsOf, SnapshotFault, date_of_site, snapshot};
pub use self::survey::{ExternalLink, NoticeRow, ReviewState, Stale, Survey};
pub use self::threads::with_threads;

/// What may be different from build to build of the same sources.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// What decides which entries are published and under which address.
    pub model: model::Options,
    /// Whether the site is looked through for the school's own check.
    pub self_check: SelfCheck,
}

/// Whether a self-check is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SelfCheck {
    /// No.
    #[default]
    Unasked,
    /// The summary has a [`Survey`].
    Wanted,
}

/// What became of a build.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// HTML pages.
    pub n_pages: usize,
    /// What the gate did.
    pub gate: GateCount,
    /// What the gate found; all of it is among the findings, too.
    pub doubts: Vec<Doubt>,
    /// What is not shown.
    pub held_back: privacy::HeldBack,
    /// What a self-check lists, where one is wanted.
    pub survey: Option<Survey>,
}

/// Tells how far a build is. Called from many threads.
pub trait Progress: Sync {
    /// A stage begins; `n` is how many steps it has.
    fn begin(&self, stage: Stage, n: usize);
    /// One step of the stage is done.
    fn step(&self);
}

/// The stages that take time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Reading files.
    Read,
    /// Computing figures.
    Figures,
    /// Drawing pages.
    Pages,
    /// Writing the index of the search.
    Search,
    /// Writing open data.
    Open,
    /// Making pictures and copying files.
    Files,
}

/// A progress that nobody looks at.
#[derive(Clone, Copy, Debug)]
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _: Stage, _: usize) {}
    fn step(&self) {}
}

/// Builds the site of `sources` into `sink`.
///
/// - All findings of all stages are in the outcome; whether an error among them keeps the output back is the caller's choice.
/// - The only `Err` is trouble of the sink: disk, lock, interruption.
pub fn build(
    sources: &Sources,
    options: &Options,
    memo: &mut Memo,
    progress: &dyn Progress,
    sink: &dyn Sink,
) -> Result<Outcome<Summary>, Fault> {
    let mut found = Vec::new();
    let (parsed, model) = join(sources, options, memo, progress).into_value(&mut found);
    found.extend(wording::look(sources, &parsed, &model));
    let figures = figures::compute(sources, &model, memo, progress, &mut found);
    let published = privacy::publish(sources, &model, &figures).into_value(&mut found);
    let theme = theme::load(sources, &model.site.theme, &model.site.language).into_value(&mut found);
    let plan = plan::plan(sources, &model, &published, &theme).into_value(&mut found);
    let site = render::site_value(&plan.site);
    let weigh = Weigh::new(sink);
    let guard = Guard::new(sources, &plan, (&model, &published), memo, &weigh, &mut found);
    let known = Known::of(&plan, sources, memo);
    pages::draw(&plan, &site, &theme, (&model, &known), progress, &guard, &mut found)?;
    search::write(&plan, progress, &guard)?;
    open::write(&plan, memo, progress, &guard)?;
    files::make(sources, &plan, memo, progress, &guard, &mut found)?;
    let (gate, doubts) = guard.judge(&model, &mut found);
    weigh.judge(&model.site, &mut found);
    let held_back = published.held_back();
    let is_wanted = options.self_check == SelfCheck::Wanted;
    let survey = is_wanted.then(|| survey::survey(sources, &model, &published));
    Ok(Outcome::new(Summary { n_pages: plan.pages.len(), gate, doubts, held_back, survey }, found))
}

/// What comes by itself, and what somebody has to do, within a window of days.
///
/// - Codes: those of the road up to its plan.
pub fn agenda(
    sources: &Sources,
    options: &Options,
    memo: &mut Memo,
    window: plan::Window,
) -> Outcome<(model::Model, Vec<plan::AgendaItem>)> {
    let mut found = Vec::new();
    let model = understand(sources, options, memo, &Silent).into_value(&mut found);
    let figures = figures::compute(sources, &model, memo, &Silent, &mut found);
    let published = privacy::publish(sources, &model, &figures).into_value(&mut found);
    let items = plan::agenda(&model, &published, window);
    drop(published);
    Outcome::new((model, items), found)
}

/// The first part of the road: the model of `sources`, before anything is counted or planned.
pub fn understand(sources: &Sources, options: &Options, memo: &mut Memo, progress: &dyn Progress) -> Outcome<model::Model> {
    let mut found = Vec::new();
    let (_, model) = join(sources, options, memo, progress).into_value(&mut found);
    Outcome::new(model, found)
}

fn join(sources: &Sources, options: &Options, memo: &mut Memo, progress: &dyn Progress) -> Outcome<(Parsed, model::Model)> {
    let mut found = Vec::new();
    let read = read::read_all(sources, memo, progress, &mut found);
    let model = model::build(sources, &read.parsed, read.preparation, read.parts, &options.model).into_value(&mut found);
    Outcome::new((read.parsed, model), found)
}
