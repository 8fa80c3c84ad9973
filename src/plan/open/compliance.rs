//! Duties against what took place to the rows of `open/compliance`.

use crate::plan::Plan;
use crate::plan::page::state_name;

use super::{Draft, OpenCell, OpenColumn, OpenGroup, OpenKind, OpenWhat, TakeRow};

pub(super) fn add_set(plan: &Plan<'_>, sets: &mut Vec<Draft>) {
    let n_rows: usize = plan.figures.compliance().cells.iter().map(Vec::len).sum();
    sets.push(Draft {
        name: "compliance".to_owned(),
        title: plan.theme.word("open.compliance").to_owned(),
        stems: vec!["open/compliance".to_owned()],
        has_json: true,
        n_rows: Some(n_rows as u64),
        is_empty: n_rows == 0,
        group: OpenGroup::Duties,
        what: OpenWhat::Compliance,
    });
}

pub(super) fn columns() -> Vec<OpenColumn> {
    vec![
        OpenColumn::key("branch", "branch", OpenKind::Text),
        OpenColumn::key("duty", "duty", OpenKind::Text),
        OpenColumn::key("period", "period", OpenKind::Text),
        OpenColumn::of_name("state", OpenKind::Text),
        OpenColumn::of_name("evidence", OpenKind::Text),
    ]
}

/// Duty by duty, then branches in the order of their register, then periods. Evidence are the pages of the activities from the site's
/// root, with `;` between.
pub(super) fn each_row(plan: &Plan<'_>, take: &mut TakeRow<'_>) {
    let compliance = plan.figures.compliance();
    for (duty, cells) in compliance.duties.iter().zip(&compliance.cells) {
        for cell in cells {
            let period = cell.period.to_string();
            let pages: Vec<String> = cell.evidence.iter().map(|idx| plan.entry_href("", *idx)).collect();
            let evidence = pages.join(";");
            take(&[
                OpenCell::Text(&cell.branch),
                OpenCell::Plain(&duty.id),
                OpenCell::Plain(&period),
                OpenCell::Plain(state_name(cell.state)),
                if evidence.is_empty() { OpenCell::Empty } else { OpenCell::Plain(&evidence) },
            ]);
        }
    }
}
