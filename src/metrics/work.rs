//! Everything that figures take, cut into jobs that may run at the same time.
//!
//! In two rounds: the rows of relations are counted into cells, stretch by stretch; then cells are rolled up to slices, metric by
//! metric. Who runs the jobs, and on how many threads, is decided in `build`.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::diag::{Diagnostic, Outcome, codes};
use crate::source::Hash;

use super::cells::{Cells, Group, Member, count, groups, join, pack, unpack};
use super::database::{DatabaseFault, FaultKind, Stock};
use super::definition::Definition;
use super::figure::Metric;
use super::slices::{Frozen, Rolling, Whole, frozen_ids, frozen_rows, roll, whole};

/// Rows of a stretch: so many that loading what they refer to does not matter.
const N_ROWS_PER_JOB: usize = 250_000;

/// Keeps what jobs came to from build to build.
pub trait Keep: Sync {
    /// The bytes kept under a key, if they are whole.
    fn get(&self, key: &Hash) -> Option<Vec<u8>>;
    /// Keeps bytes under a key.
    fn put(&self, key: &Hash, bytes: &[u8]);
}

/// A memory without memory.
#[derive(Clone, Copy, Debug)]
pub struct Forget;

impl Keep for Forget {
    fn get(&self, _: &Hash) -> Option<Vec<u8>> {
        None
    }

    fn put(&self, _: &Hash, _: &[u8]) {}
}

/// Definitions and what they read.
#[derive(Debug)]
pub(super) struct Work<'m> {
    stock: Stock<'m>,
    definitions: Vec<Definition>,
    groups: Vec<Group>,
    /// By group what its rows say.
    digests: Vec<Hash>,
    frozen: Vec<Frozen>,
    settings: Settings,
    jobs: Vec<CountJob>,
}

/// What a site decides about all figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Settings {
    /// The month in which academic years begin.
    pub(super) academic_year_starts: i8,
    /// Persons that are told apart; k of the suppression.
    pub(super) n_persons_max: usize,
}

/// A stretch of a group's relation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountJob {
    group: usize,
    rows: Range<usize>,
}

/// What a stretch came to.
#[derive(Debug)]
pub struct Counted(Result<Cells, DatabaseFault>);

/// Metrics of a group that are cut alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollJob {
    group: usize,
    /// Positions among the group's members.
    members: Vec<usize>,
}

/// Metrics by the position of their definition.
#[derive(Debug)]
pub struct RolledUp(Outcome<Vec<(usize, Metric)>>);

/// Everything counted.
#[derive(Debug)]
pub(super) struct Gathered<'m> {
    work: Work<'m>,
    /// By group; `None` where it could not be counted, which has been said.
    wholes: Vec<Option<Whole>>,
    jobs: Vec<RollJob>,
}

impl<'m> Work<'m> {
    /// Plans the work.
    ///
    /// - Codes: F030, F031 for the rows of `frozen`.
    pub(super) fn new(stock: Stock<'m>, definitions: Vec<Definition>, settings: Settings) -> Outcome<Self> {
        let mut found = Vec::new();
        let groups = groups(&stock, &definitions);
        let frozen = frozen_rows(stock.model(), &definitions, &mut found);
        let mut jobs = Vec::new();
        for (idx, group) in groups.iter().enumerate() {
            let n_rows = stock.n_rows(&group.relation);
            let n_stretches = n_rows.div_ceil(N_ROWS_PER_JOB).max(1);
            let n_rows_each = n_rows.div_ceil(n_stretches).max(1);
            jobs.extend((0..n_stretches).map(|stretch| CountJob {
                group: idx,
                rows: (stretch * n_rows_each).min(n_rows)..((stretch + 1) * n_rows_each).min(n_rows),
            }));
        }
        let digest = |group: &Group| stock.digest(&group.relation, group.time.as_deref(), &group.expressions());
        let digests = groups.iter().map(digest).collect();
        Outcome::new(Self { stock, definitions, groups, digests, frozen, settings, jobs }, found)
    }

    /// The stretches that are to be counted.
    pub(super) fn jobs(&self) -> &[CountJob] {
        &self.jobs
    }

    /// Counts a stretch, or remembers what it came to.
    pub(super) fn count(&self, job: &CountJob, memory: &dyn Keep) -> Counted {
        let group = &self.groups[job.group];
        let key = self.key_of(job);
        if let Some(cells) = memory.get(&key).and_then(|bytes| unpack(&bytes)).filter(|cells| cells.fits(group, job.rows.len())) {
            return Counted(Ok(cells));
        }
        let counted = count(&self.stock, group, job.rows.clone(), self.settings.n_persons_max);
        if let Ok(cells) = &counted {
            memory.put(&key, &pack(cells));
        }
        Counted(counted)
    }

    /// What the cells of a stretch depend on: the group, everything that its relation reaches, and today.
    fn key_of(&self, job: &CountJob) -> Hash {
        let group = &self.groups[job.group];
        let mut hasher = blake3::Hasher::new();
        let what = format!("cells 1 {group:?} {:?} {:?} {}", job.rows, self.settings, self.stock.model().as_of);
        hasher.update(what.as_bytes());
        hasher.update(&self.digests[job.group]);
        *hasher.finalize().as_bytes()
    }

    /// Joins the stretches, which are in the order of the jobs.
    ///
    /// - Codes: F020 too long, F022 not understood.
    pub(super) fn gather(self, counted: Vec<Counted>) -> Outcome<Gathered<'m>> {
        let mut found = Vec::new();
        let mut parts: Vec<Vec<Cells>> = self.groups.iter().map(|_| Vec::new()).collect();
        let mut broken = BTreeSet::new();
        for (job, counted) in self.jobs.iter().zip(counted) {
            match counted.0 {
                Ok(cells) => parts[job.group].push(cells),
                Err(fault) if broken.insert(job.group) => self.report(job.group, &fault, &mut found),
                Err(_) => {}
            }
        }
        let mut wholes = Vec::with_capacity(parts.len());
        for (idx, (group, parts)) in self.groups.iter().zip(parts).enumerate() {
            let further = self.further(group);
            wholes.push((!broken.contains(&idx)).then(|| {
                let cells = join(group, parts, self.settings.n_persons_max);
                whole(&self.stock, group, cells, &further)
            }));
        }
        let jobs = roll_jobs(&self.groups);
        Outcome::new(Gathered { work: self, wholes, jobs }, found)
    }

    /// A group runs as one query, so a fault is told at the first metric that has it.
    fn report(&self, group: usize, fault: &DatabaseFault, found: &mut Vec<Diagnostic>) {
        for member in &self.groups[group].members {
            let definition = &self.definitions[member.definition];
            found.push(fault_at(fault, &definition.spec.id, definition.spec.place.clone()));
        }
    }

    /// By dimension of a group the ids that signed totals have.
    fn further(&self, group: &Group) -> Vec<BTreeSet<String>> {
        let mut further = vec![BTreeSet::new(); group.dimensions.len()];
        for member in &group.members {
            let ids = frozen_ids(&self.frozen, member.definition, member.dimensions.len());
            for (dimension, ids) in member.dimensions.iter().zip(ids) {
                further[*dimension].extend(ids);
            }
        }
        further
    }
}

/// The finding about SQL that did not run.
pub(super) fn fault_at(fault: &DatabaseFault, name: &str, at: crate::diag::Place) -> Diagnostic {
    let code = match fault.kind {
        FaultKind::TooLong => &codes::formula_runs_too_long,
        FaultKind::Refused | FaultKind::TooLarge | FaultKind::Wrong => &codes::formula_not_run,
    };
    code.at(at).with("name", name).with("why", &fault.message)
}

/// Members of a group with the same dimensions are rolled up together.
fn roll_jobs(groups: &[Group]) -> Vec<RollJob> {
    let mut jobs: Vec<RollJob> = Vec::new();
    for (idx, group) in groups.iter().enumerate() {
        for (member_idx, member) in group.members.iter().enumerate() {
            let is_alike = |job: &&mut RollJob| {
                job.group == idx && group.members[job.members[0]].dimensions == member.dimensions && !member.dimensions.is_empty()
            };
            match jobs.iter_mut().find(is_alike) {
                Some(job) => job.members.push(member_idx),
                None => jobs.push(RollJob { group: idx, members: vec![member_idx] }),
            }
        }
    }
    jobs
}

impl<'m> Gathered<'m> {
    /// What rows were read from, with the views that ran.
    pub(super) fn stock(&self) -> &Stock<'m> {
        &self.work.stock
    }

    /// What is to be rolled up.
    pub(super) fn jobs(&self) -> &[RollJob] {
        &self.jobs
    }

    /// Rolls up the metrics of a job.
    pub(super) fn roll(&self, job: &RollJob) -> RolledUp {
        let Some(whole) = &self.wholes[job.group] else { return RolledUp(Outcome::new(Vec::new(), Vec::new())) };
        let group = &self.work.groups[job.group];
        let members: Vec<&Member> = job.members.iter().map(|idx| &group.members[*idx]).collect();
        let rolling = Rolling {
            definitions: &self.work.definitions,
            academic_year_starts: self.work.settings.academic_year_starts,
            n_persons_max: self.work.settings.n_persons_max,
            as_of: self.work.stock.model().as_of,
            frozen: &self.work.frozen,
        };
        RolledUp(roll(whole, group, &members, &rolling))
    }

    /// The metrics in the order of their definitions; those that could not be computed are left out.
    pub(super) fn finish(&self, rolled: Vec<RolledUp>) -> Outcome<Vec<Metric>> {
        let mut found = Vec::new();
        let mut metrics: Vec<(usize, Metric)> = Vec::new();
        for one in rolled {
            metrics.extend(one.0.into_value(&mut found));
        }
        metrics.sort_by_key(|(definition, _)| *definition);
        Outcome::new(metrics.into_iter().map(|(_, metric)| metric).collect(), found)
    }
}

impl Cells {
    /// Whether these may be the cells of a stretch of this group.
    fn fits(&self, group: &Group, n_rows: usize) -> bool {
        let n_cells = self.n.len();
        self.cell_of.len() == n_rows
            && self.codes.len() == n_cells * (group.dimensions.len() + 1)
            && self.texts.len() == group.dimensions.len()
            && self.counts.len() == group.counters.len()
    }
}
