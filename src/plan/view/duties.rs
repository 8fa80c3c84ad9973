//! What the pages of duties, of freshness and of open loops show.

use serde::Serialize;

use super::{DateView, LinkView};

/// Duties against what took place: of all branches, or of one.
#[derive(Clone, Debug, Serialize)]
pub struct ComplianceView {
    /// The page of the branch that this is about; `None` on the page of all.
    pub branch: Option<LinkView>,
    /// Duties with their clauses and matrices. Where there are many branches, the page of all has no matrices.
    pub duties: Vec<DutyView>,
    /// How often each state occurs.
    pub counts: StateCounts,
    /// Branches with their counts, where each has a page of its own.
    pub branches: Vec<BranchCounts>,
    /// Where to go when there is nothing.
    pub elsewhere: Vec<LinkView>,
}

/// One duty.
#[derive(Clone, Debug, Serialize)]
pub struct DutyView {
    /// Its id, part of its anchor.
    pub id: String,
    /// Title.
    pub title: String,
    /// The clause that asks for it.
    pub clause: String,
    /// How often: the word `duty.per_<per>`.
    pub per: &'static str,
    /// How many in each period.
    pub at_least: u32,
    /// How often each state occurs.
    pub counts: StateCounts,
    /// The newest periods first; those behind the first are folded.
    pub matrices: Vec<MatrixView>,
    /// Who is let off, and why.
    pub exemptions: Vec<ExemptionView>,
}

/// How often each state occurs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "each is the number of the state of its name")]
pub struct StateCounts {
    pub done: usize,
    pub late: usize,
    pub missing: usize,
    pub not_due: usize,
    pub exempt: usize,
}

/// A stretch of periods: rows are branches, or the one duty of a branch's page.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixView {
    /// The stretch: `2025年4月—2026年3月`.
    pub title: String,
    /// What the columns are, as little room allows.
    pub columns: Vec<PeriodView>,
    /// The rows.
    pub rows: Vec<MatrixRow>,
}

/// A period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PeriodView {
    /// `2025年3月`.
    pub title: String,
    /// `3月`.
    pub short: String,
}

/// One row of a matrix.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixRow {
    /// The branch, or the duty.
    pub head: LinkView,
    /// As many as columns.
    pub cells: Vec<CellView>,
}

/// What became of a duty in a branch and period.
#[derive(Clone, Debug, Serialize)]
pub struct CellView {
    /// The word `duty_state.<state>` and the mark `duty_mark.<state>`.
    pub state: &'static str,
    /// The period as on its column.
    pub period: String,
    /// The activities behind it; without any, the clause.
    pub links: Vec<LinkView>,
    /// Whether the links are activities.
    pub has_evidence: bool,
}

/// Somebody who is let off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExemptionView {
    /// The branch.
    pub branch: String,
    /// The period.
    pub period: String,
    /// Why.
    pub reason: String,
}

/// A branch with its counts.
#[derive(Clone, Debug, Serialize)]
pub struct BranchCounts {
    /// Its page of duties.
    pub link: LinkView,
    /// How often each state occurs.
    pub counts: StateCounts,
}

/// The duties of a branch on its own page.
#[derive(Clone, Debug, Serialize)]
pub struct BranchDutiesView {
    /// Where the matrix is.
    pub href: String,
    /// Each duty that binds it.
    pub duties: Vec<BranchDutyView>,
}

/// One duty on the page of a branch.
#[derive(Clone, Debug, Serialize)]
pub struct BranchDutyView {
    /// The duty, with its matrix.
    pub link: LinkView,
    /// The newest periods, oldest first.
    pub cells: Vec<CellView>,
    /// Counts of these periods.
    pub counts: StateCounts,
}

/// What should be renewed, what is not finished, and how good the ledgers are.
#[derive(Clone, Debug, Serialize)]
pub struct FreshnessView {
    /// Never renewed or overdue, the most overdue first.
    pub overdue: Vec<FreshView>,
    /// The rest.
    pub fresh: Vec<FreshView>,
    /// Open loops by kind.
    pub loops: Vec<LoopGroupView>,
    /// Ledgers.
    pub tables: Vec<TableQualityView>,
    /// Numbers that differ from what was reported.
    pub mismatches: Vec<MismatchView>,
    /// Where to go when there is nothing.
    pub elsewhere: Vec<LinkView>,
}

/// Something that should be renewed.
#[derive(Clone, Debug, Serialize)]
pub struct FreshView {
    /// The word `fresh_kind.<kind>`.
    pub kind: &'static str,
    /// What, with its page where it has one.
    pub link: LinkView,
    /// Last renewed.
    pub last: Option<DateView>,
    /// Days within which it should be.
    pub cadence_days: u32,
    /// The last day on which it is fresh.
    pub due: Option<DateView>,
    /// Days after that; 0 if it is not overdue.
    pub n_overdue: u32,
}

/// Open loops of one kind.
#[derive(Clone, Debug, Serialize)]
pub struct LoopGroupView {
    /// The word `loop.<kind>`.
    pub kind: &'static str,
    /// How many.
    pub n: usize,
    /// The oldest of them.
    pub shown: Vec<LoopView>,
    /// More of them, folded.
    pub folded: Vec<LoopView>,
    /// How many are not on the page.
    pub n_left_out: usize,
}

/// One open loop.
#[derive(Clone, Debug, Serialize)]
pub struct LoopView {
    /// The activity.
    pub link: LinkView,
    /// Since when.
    pub since: DateView,
    /// Names of its branches.
    pub branches: Vec<String>,
}

/// The quality of a ledger.
#[derive(Clone, Debug, Serialize)]
pub struct TableQualityView {
    /// What people read.
    pub label: String,
    /// Rows.
    pub n_rows: u64,
    /// Cells that are filled, in percent: `98.5`.
    pub filled: String,
    /// Cells that are empty.
    pub n_empty: u64,
    /// The newest day in it.
    pub newest: Option<DateView>,
    /// Rows that came later than they should, or lie ahead.
    pub n_late: u64,
    /// Rows that contradict something.
    pub n_conflicting: u64,
}

/// A number that differs from what was reported.
#[derive(Clone, Debug, Serialize)]
pub struct MismatchView {
    /// What it is about.
    pub link: LinkView,
    /// What was reported.
    pub reported: String,
    /// What came out.
    pub computed: String,
    /// Who reported it; may be empty.
    pub source: String,
    /// Whether the numbers are those of an activity: expected, then present.
    pub is_turnout: bool,
}
