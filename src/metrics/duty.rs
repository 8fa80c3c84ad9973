//! What was due and what was done: the compliance matrix, freshness, open loops.

use std::sync::Arc;

use jiff::civil::Date;

use crate::diag::Place;
use crate::model::EntryIdx;

use super::figure::Mismatch;
use super::period::{Period, PeriodKind};

/// Everything that repeats, set against what took place.
#[derive(Clone, Debug, Default)]
pub struct Compliance {
    /// The duties, in order.
    pub duties: Vec<Duty>,
    /// For each duty its cells, by branch (in the order of the register), then period.
    pub cells: Vec<Vec<DutyCell>>,
}

/// Something that branches have to do again and again.
#[derive(Clone, Debug)]
pub struct Duty {
    /// `theme_day`.
    pub id: Arc<str>,
    /// Title.
    pub title: String,
    /// Kinds of activities that fulfil it.
    pub kinds: Vec<String>,
    /// How many in each period.
    pub at_least: u32,
    /// The kind of period.
    pub per: PeriodKind,
    /// The clause that asks for it.
    pub clause: String,
    /// Where it is declared; the project for shipped ones.
    pub place: Place,
}

/// What became of a duty in one branch and period.
#[derive(Clone, Debug)]
pub struct DutyCell {
    /// Id of the branch.
    pub branch: Arc<str>,
    /// The period.
    pub period: Period,
    /// What became of it.
    pub state: DutyState,
    /// The activities that fulfil it, oldest first.
    pub evidence: Vec<EntryIdx>,
    /// Why it is exempt.
    pub reason: Option<String>,
}

/// What can become of a duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is the state of its name")]
pub enum DutyState {
    Done,
    Late,
    Missing,
    NotDue,
    Exempt,
}

/// How new something is that should be renewed.
#[derive(Clone, Debug)]
pub struct Freshness {
    /// What kind of thing: `section`, `column`, `branch`, `channel`.
    pub kind: &'static str,
    /// Section name, column id, branch id, or the row number of the channel.
    pub id: Arc<str>,
    /// What people read.
    pub title: String,
    /// When it was last renewed; `None` for never.
    pub last: Option<Date>,
    /// Days within which it should be.
    pub cadence_days: u32,
    /// The last day on which it is fresh; `None` for what was never renewed.
    pub due_on: Option<Date>,
    /// Days after that on the as-of date; 0 if it is not overdue.
    pub n_overdue: u32,
}

/// Something begun and not finished.
#[derive(Clone, Debug)]
pub struct OpenLoop {
    /// `planned_without_report`, `online_without_onsite`, `feedback_without_improvement`, `without_photo`, `without_summary`.
    pub kind: &'static str,
    /// The activity.
    pub entry: EntryIdx,
    /// Since when.
    pub since: Date,
}

/// How good the data are, table by table.
#[derive(Clone, Debug, Default)]
pub struct Quality {
    /// One line for each table that has rows.
    pub tables: Vec<TableQuality>,
    /// Numbers that differ from what was reported.
    pub mismatches: Vec<Mismatch>,
}

/// The quality of a table.
#[derive(Clone, Debug)]
pub struct TableQuality {
    /// Its name.
    pub table: String,
    /// What people read.
    pub label: String,
    /// Whether its rows are about persons.
    pub is_about_persons: bool,
    /// Rows.
    pub n_rows: u64,
    /// Cells of public or internal columns that are empty, of all such cells.
    pub n_empty: u64,
    /// All such cells.
    pub n_cells: u64,
    /// The newest date in it.
    pub newest: Option<Date>,
    /// Rows that came later than their date allows.
    pub n_late: u64,
    /// Rows that contradict each other or other ledgers.
    pub n_conflicting: u64,
}
