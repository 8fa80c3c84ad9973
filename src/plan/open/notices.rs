//! 公示 to the rows of `open/notices`.

use crate::model::Kind;
use crate::plan::Plan;

use super::{Draft, OpenCell, OpenColumn, OpenGroup, OpenKind, OpenWhat, TakeRow};

pub(super) fn add_set(plan: &Plan<'_>, sets: &mut Vec<Draft>) {
    let mut n_rows = 0;
    each_row(plan, &mut |_| n_rows += 1);
    sets.push(Draft {
        name: "notices".to_owned(),
        title: plan.theme.word("open.notices").to_owned(),
        stems: vec!["open/notices".to_owned()],
        has_json: true,
        n_rows: Some(n_rows),
        is_empty: n_rows == 0,
        group: OpenGroup::Duties,
        what: OpenWhat::Notices,
    });
}

pub(super) fn columns() -> Vec<OpenColumn> {
    vec![
        OpenColumn::key("id", "id", OpenKind::Text),
        OpenColumn::of_name("posted_on", OpenKind::Date),
        OpenColumn::of_name("closes_on", OpenKind::Date),
        OpenColumn::of_name("state", OpenKind::Text),
    ]
}

/// The oldest first, so that a file that was kept differs from a newer one at its end only.
pub(super) fn each_row(plan: &Plan<'_>, take: &mut TakeRow<'_>) {
    let mut notices = Vec::new();
    for idx in plan.model.indices_of(Kind::Notice) {
        let entry = plan.model.entry(idx);
        notices.extend(entry.public_notice().map(|notice| (notice.posted_on, &entry.id, notice)));
    }
    notices.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)));
    for (posted_on, id, notice) in notices {
        let posted_on = posted_on.to_string();
        let closes_on = notice.days.last().map(ToString::to_string);
        take(&[
            OpenCell::Text(id),
            OpenCell::Plain(&posted_on),
            closes_on.as_deref().map_or(OpenCell::Empty, OpenCell::Plain),
            OpenCell::Plain(notice.state.name()),
        ]);
    }
}
