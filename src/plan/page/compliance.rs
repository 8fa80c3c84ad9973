//! Duties against what took place: one page with a matrix for each duty, or, of many branches, a page for each.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Place};
use crate::metrics::{DutyCell, DutyState, Period, PeriodKind};
use crate::model::slug::slugify;
use crate::plan::paths::{self, Paths};
use crate::plan::{
    BranchCounts, BranchDutiesView, BranchDutyView, CellView, ComplianceView, Content, DutyView, ExemptionView, LinkView,
    MatrixRow, MatrixView, Page, PageView, PeriodView, Plan, StateCounts, What,
};

use super::frame;

/// Branches that have room on one page.
const N_BRANCHES: usize = 12;

/// Cells that have room on one page: about half of what a page may weigh.
const N_CELLS: usize = 1500;

/// Columns of one matrix: a year of months, three of quarters.
const N_COLUMNS: usize = 12;

/// Plans the pages of duties.
pub(in crate::plan) fn take(plan: &mut Plan<'_>, paths: &mut Paths, found: &mut Vec<Diagnostic>) {
    plan.take("compliance/index.html", Place::Project, What::Compliance, paths, found);
    if is_split(plan) {
        for idx in 0..plan.register.branches.len() {
            let path = own_path(&plan.register.branches[idx].id);
            plan.take(&path, Place::Project, What::ComplianceOf(idx), paths, found);
        }
    }
}

/// Whether each branch has a page of its own.
fn is_split(plan: &Plan<'_>) -> bool {
    let n_cells: usize = plan.figures.compliance().cells.iter().map(Vec::len).sum();
    plan.register.branches.len() > N_BRANCHES || n_cells > N_CELLS
}

fn own_path(branch: &str) -> String {
    format!("compliance/{}/index.html", slugify(branch))
}

/// The page of all branches.
pub(super) fn view(plan: &Plan<'_>, page: &Page) -> PageView {
    let root = paths::root_of(page.path.as_str());
    let is_split = is_split(plan);
    let duties = duties(plan, &root, if is_split { Pick::Counts } else { Pick::All });
    let content = ComplianceView {
        branch: None,
        counts: total(&duties),
        branches: if is_split { branch_counts(plan, &root) } else { Vec::new() },
        elsewhere: if duties.is_empty() { plan.elsewhere(&root, "compliance") } else { Vec::new() },
        duties,
    };
    let title = plan.theme.word("section.compliance").to_owned();
    frame(plan, &page.path, "compliance.html", "compliance", title, Content::Compliance(Box::new(content)))
}

/// The page of one branch.
pub(super) fn of_branch(plan: &Plan<'_>, page: &Page, idx: usize) -> PageView {
    let root = paths::root_of(page.path.as_str());
    let branch = &plan.register.branches[idx];
    let duties = duties(plan, &root, Pick::Branch(&branch.id));
    let content = ComplianceView {
        branch: Some(plan.branch_link(&root, &branch.id)),
        counts: total(&duties),
        branches: Vec::new(),
        elsewhere: if duties.is_empty() { plan.elsewhere(&root, "compliance") } else { Vec::new() },
        duties,
    };
    let title = plan.theme.fill("duty.of_branch", &[("branch", &branch.name)]);
    let mut view = frame(plan, &page.path, "compliance.html", "compliance", title, Content::Compliance(Box::new(content)));
    view.crumbs.push(plan.section_link(&root, "compliance"));
    view
}

/// The duties of a branch as its own page lists them; `None` where nothing is due.
pub(super) fn on_branch_page(plan: &Plan<'_>, root: &str, id: &str) -> Option<BranchDutiesView> {
    let href = format!("{root}{}", matrix_path(plan, id));
    let mut duties = Vec::new();
    let compliance = plan.figures.compliance();
    for (duty, cells) in compliance.duties.iter().zip(&compliance.cells) {
        let cells = of_one(cells, id);
        let newest = &cells[cells.len().saturating_sub(N_COLUMNS)..];
        if newest.is_empty() {
            continue;
        }
        let clause = format!("{href}#duty-{}", duty.id);
        duties.push(BranchDutyView {
            link: LinkView { title: duty.title.clone(), href: clause.clone(), is_external: false },
            counts: counts(newest),
            cells: newest.iter().map(|cell| cell_view(plan, root, cell, &clause)).collect(),
        });
    }
    (!duties.is_empty()).then_some(BranchDutiesView { href, duties })
}

/// The page that has the matrix of a branch, from the root.
fn matrix_path(plan: &Plan<'_>, branch: &str) -> String {
    if is_split(plan) { own_path(branch) } else { "compliance/index.html".to_owned() }
}

/// What of the duties a page shows.
#[derive(Clone, Copy)]
enum Pick<'a> {
    All,
    /// No single cell: there are too many.
    Counts,
    /// Those of one branch.
    Branch(&'a str),
}

fn duties(plan: &Plan<'_>, root: &str, pick: Pick<'_>) -> Vec<DutyView> {
    let mut views = Vec::new();
    let compliance = plan.figures.compliance();
    for (duty, all) in compliance.duties.iter().zip(&compliance.cells) {
        let cells = if let Pick::Branch(id) = pick { of_one(all, id) } else { all.as_slice() };
        if cells.is_empty() {
            continue;
        }
        let shown = if let Pick::Counts = pick { &[] } else { cells };
        views.push(DutyView {
            id: duty.id.to_string(),
            title: duty.title.clone(),
            clause: duty.clause.clone(),
            per: duty.per.name(),
            at_least: duty.at_least,
            counts: counts(cells),
            matrices: matrices(plan, root, shown, &format!("#duty-{}", duty.id)),
            exemptions: exemptions(plan, shown),
        });
    }
    views
}

/// The cells of one branch. Cells stand branch by branch, and all branches of a duty have the same periods.
fn of_one<'c>(cells: &'c [DutyCell], branch: &str) -> &'c [DutyCell] {
    let n_periods = cells.iter().take_while(|cell| cell.branch == cells[0].branch).count();
    let mut blocks = cells.chunks(n_periods.max(1));
    blocks.find(|block| &*block[0].branch == branch).unwrap_or_default()
}

/// The cells in stretches of twelve periods, the newest first.
fn matrices(plan: &Plan<'_>, root: &str, cells: &[DutyCell], clause: &str) -> Vec<MatrixView> {
    let mut periods: Vec<Period> = cells.iter().map(|cell| cell.period).collect();
    periods.sort_unstable();
    periods.dedup();
    let mut matrices = Vec::new();
    for stretch in periods.rchunks(N_COLUMNS) {
        let inside: Vec<&DutyCell> = cells.iter().filter(|cell| stretch.contains(&cell.period)).collect();
        matrices.push(matrix(plan, root, stretch, &inside, clause));
    }
    matrices
}

fn matrix(plan: &Plan<'_>, root: &str, periods: &[Period], cells: &[&DutyCell], clause: &str) -> MatrixView {
    let mut rows: Vec<MatrixRow> = Vec::new();
    // Cells stand branch by branch.
    for of_branch in cells.chunk_by(|a, b| a.branch == b.branch) {
        rows.push(MatrixRow {
            head: plan.branch_link(root, &of_branch[0].branch),
            cells: of_branch.iter().map(|cell| cell_view(plan, root, cell, clause)).collect(),
        });
    }
    MatrixView { title: stretch(plan, periods), columns: periods.iter().map(|period| period_view(plan, *period)).collect(), rows }
}

/// `2025年4月—2026年3月`, or one period alone.
fn stretch(plan: &Plan<'_>, periods: &[Period]) -> String {
    let title = |period: Option<&Period>| period.map(|period| plan.period_title(*period)).unwrap_or_default();
    let (first, last) = (title(periods.first()), title(periods.last()));
    if first == last { first } else { format!("{first}—{last}") }
}

fn period_view(plan: &Plan<'_>, period: Period) -> PeriodView {
    // Of twelve months in a row each has another name; other periods need their year.
    let short = if period.kind() == PeriodKind::Month { plan.period_short(period) } else { plan.period_title(period) };
    PeriodView { title: plan.period_title(period), short }
}

fn cell_view(plan: &Plan<'_>, root: &str, cell: &DutyCell, clause: &str) -> CellView {
    let mut links: Vec<LinkView> = cell.evidence.iter().map(|idx| plan.entry_link(root, *idx)).collect();
    let has_evidence = !links.is_empty();
    if !has_evidence {
        let title = cell.reason.clone().unwrap_or_default();
        links.push(LinkView { title, href: clause.to_owned(), is_external: false });
    }
    CellView { state: state_name(cell.state), period: period_view(plan, cell.period).short, links, has_evidence }
}

fn exemptions(plan: &Plan<'_>, cells: &[DutyCell]) -> Vec<ExemptionView> {
    let mut exemptions: Vec<ExemptionView> = Vec::new();
    for cell in cells {
        let Some(reason) = &cell.reason else { continue };
        let branch = plan.register.name_of(&cell.branch);
        exemptions.push(ExemptionView { branch, period: plan.period_title(cell.period), reason: reason.clone() });
    }
    exemptions
}

fn branch_counts(plan: &Plan<'_>, root: &str) -> Vec<BranchCounts> {
    let mut counts: BTreeMap<&str, StateCounts> = BTreeMap::new();
    for cell in plan.figures.compliance().cells.iter().flatten() {
        counts.entry(&cell.branch).or_default().add(cell.state);
    }
    let branches = plan.register.branches.iter();
    branches
        .filter_map(|branch| {
            let counts = *counts.get(&*branch.id)?;
            Some(BranchCounts { link: plan.link(root, &branch.name, &own_path(&branch.id)), counts })
        })
        .collect()
}

fn counts(cells: &[DutyCell]) -> StateCounts {
    let mut counts = StateCounts::default();
    for cell in cells {
        counts.add(cell.state);
    }
    counts
}

fn total(duties: &[DutyView]) -> StateCounts {
    let mut total = StateCounts::default();
    for StateCounts { done, late, missing, not_due, exempt } in duties.iter().map(|duty| duty.counts) {
        total.done += done;
        total.late += late;
        total.missing += missing;
        total.not_due += not_due;
        total.exempt += exempt;
    }
    total
}

impl StateCounts {
    fn add(&mut self, state: DutyState) {
        let count = match state {
            DutyState::Done => &mut self.done,
            DutyState::Late => &mut self.late,
            DutyState::Missing => &mut self.missing,
            DutyState::NotDue => &mut self.not_due,
            DutyState::Exempt => &mut self.exempt,
        };
        *count += 1;
    }
}

/// The name of a state in open data and in the words of the theme.
pub(in crate::plan) fn state_name(state: DutyState) -> &'static str {
    match state {
        DutyState::Done => "done",
        DutyState::Late => "late",
        DutyState::Missing => "missing",
        DutyState::NotDue => "not_due",
        DutyState::Exempt => "exempt",
    }
}
