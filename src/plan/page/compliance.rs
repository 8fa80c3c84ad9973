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

/// Columns of one matrix: a year of months.
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
    let mut duties = duties(plan, &root, |_| true);
    if is_split {
        for duty in &mut duties {
            duty.matrices.clear();
            duty.exemptions.clear();
        }
    }
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
    let duties = duties(plan, &root, |cell| cell.branch == branch.id);
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
        let cells: Vec<&DutyCell> = cells.iter().filter(|cell| &*cell.branch == id).collect();
        let newest = &cells[cells.len().saturating_sub(N_COLUMNS)..];
        if newest.is_empty() {
            continue;
        }
        let clause = format!("{href}#duty-{}", duty.id);
        duties.push(BranchDutyView {
            link: LinkView { title: duty.title.clone(), href: clause.clone(), is_external: false },
            counts: counts(newest.iter().copied()),
            cells: newest.iter().map(|cell| cell_view(plan, root, cell, &clause)).collect(),
        });
    }
    (!duties.is_empty()).then_some(BranchDutiesView { href, duties })
}

/// The page that has the matrix of a branch, from the root.
fn matrix_path(plan: &Plan<'_>, branch: &str) -> String {
    if is_split(plan) { own_path(branch) } else { "compliance/index.html".to_owned() }
}

fn duties(plan: &Plan<'_>, root: &str, is_shown: impl Fn(&DutyCell) -> bool) -> Vec<DutyView> {
    let mut views = Vec::new();
    let compliance = plan.figures.compliance();
    for (duty, cells) in compliance.duties.iter().zip(&compliance.cells) {
        let cells: Vec<&DutyCell> = cells.iter().filter(|cell| is_shown(cell)).collect();
        if cells.is_empty() {
            continue;
        }
        views.push(DutyView {
            id: duty.id.to_string(),
            title: duty.title.clone(),
            clause: duty.clause.clone(),
            per: duty.per.name(),
            at_least: duty.at_least,
            counts: counts(cells.iter().copied()),
            matrices: matrices(plan, root, &cells, &format!("#duty-{}", duty.id)),
            exemptions: exemptions(plan, &cells),
        });
    }
    views
}

/// The cells in stretches of whole years, the newest first.
fn matrices(plan: &Plan<'_>, root: &str, cells: &[&DutyCell], clause: &str) -> Vec<MatrixView> {
    let mut by_stretch: BTreeMap<i16, Vec<&DutyCell>> = BTreeMap::new();
    let newest = cells.iter().map(|cell| year_of(cell.period)).max().unwrap_or_default();
    for cell in cells {
        let n_years = N_COLUMNS as i16 / per_year(cell.period.kind());
        by_stretch.entry((newest - year_of(cell.period)) / n_years).or_default().push(cell);
    }
    by_stretch.values().map(|cells| matrix(plan, root, cells, clause)).collect()
}

fn matrix(plan: &Plan<'_>, root: &str, cells: &[&DutyCell], clause: &str) -> MatrixView {
    let mut periods: Vec<Period> = cells.iter().map(|cell| cell.period).collect();
    periods.sort_unstable();
    periods.dedup();
    let mut rows: Vec<MatrixRow> = Vec::new();
    // Cells stand branch by branch.
    for of_branch in cells.chunk_by(|a, b| a.branch == b.branch) {
        rows.push(MatrixRow {
            head: plan.branch_link(root, &of_branch[0].branch),
            cells: of_branch.iter().map(|cell| cell_view(plan, root, cell, clause)).collect(),
        });
    }
    MatrixView {
        title: stretch(plan, &periods),
        columns: periods.iter().map(|period| period_view(plan, *period)).collect(),
        rows,
    }
}

/// `2025年`, or `2023年—2025年`.
fn stretch(plan: &Plan<'_>, periods: &[Period]) -> String {
    let year = |period: &Period| plan.period_title(Period::Year(year_of(*period)));
    let (first, last) = (periods.first().map(year).unwrap_or_default(), periods.last().map(year).unwrap_or_default());
    if first == last { first } else { format!("{first}—{last}") }
}

fn period_view(plan: &Plan<'_>, period: Period) -> PeriodView {
    // Months of a stretch are of one year; of other periods there are several years side by side.
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

fn exemptions(plan: &Plan<'_>, cells: &[&DutyCell]) -> Vec<ExemptionView> {
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

fn counts<'c>(cells: impl Iterator<Item = &'c DutyCell>) -> StateCounts {
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

fn year_of(period: Period) -> i16 {
    period.first_month(1).map_or(0, |month| month.year)
}

fn per_year(kind: PeriodKind) -> i16 {
    match kind {
        PeriodKind::Month => 12,
        PeriodKind::Quarter => 4,
        PeriodKind::Half => 2,
        PeriodKind::All | PeriodKind::Year | PeriodKind::AcademicYear => 1,
    }
}
