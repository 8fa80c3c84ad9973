//! What should be renewed, what is not finished, and how good the ledgers are.

use crate::metrics::{Amount, Freshness, Mismatch, OpenLoop, Rounding, TableQuality};
use crate::model::slug::slugify;
use crate::plan::{
    Content, FreshView, FreshnessView, LinkView, LoopGroupView, LoopView, MismatchView, Page, PageView, Plan, TableQualityView,
    paths,
};

use super::{date_view, frame};

/// The kinds of open loops, in the order in which they matter.
const LOOPS: [&str; 5] =
    ["planned_without_report", "online_without_onsite", "feedback_without_improvement", "without_summary", "without_photo"];

/// Loops of one kind that are seen at once.
const N_SHOWN: usize = 10;

/// Loops of one kind that have room on the page; how many more there are is said.
const N_ON_PAGE: usize = 200;

/// The page of freshness.
pub(super) fn view(plan: &Plan<'_>, page: &Page) -> PageView {
    let root = paths::root_of(page.path.as_str());
    let all = plan.figures.freshness().iter();
    let is_overdue = |one: &&Freshness| one.n_overdue > 0 || one.last.is_none();
    let mut content = FreshnessView {
        overdue: all.clone().filter(is_overdue).map(|one| fresh_view(plan, &root, one)).collect(),
        fresh: all.filter(|one| !is_overdue(one)).map(|one| fresh_view(plan, &root, one)).collect(),
        loops: LOOPS.into_iter().filter_map(|kind| loops(plan, &root, kind)).collect(),
        tables: plan.figures.table_quality(k(plan)).map(table_view).collect(),
        mismatches: plan.figures.mismatches().map(|mismatch| mismatch_view(plan, &root, mismatch)).collect(),
        elsewhere: Vec::new(),
    };
    if content.overdue.is_empty() && content.fresh.is_empty() && content.loops.is_empty() && content.tables.is_empty() {
        content.elsewhere = plan.elsewhere(&root, "freshness");
    }
    let title = plan.theme.word("section.freshness").to_owned();
    frame(plan, &page.path, "freshness.html", "freshness", title, Content::Freshness(Box::new(content)))
}

fn k(plan: &Plan<'_>) -> u64 {
    u64::from(plan.model.site.privacy.k)
}

fn fresh_view(plan: &Plan<'_>, root: &str, one: &Freshness) -> FreshView {
    FreshView {
        kind: one.kind,
        link: fresh_link(plan, root, one),
        last: one.last.map(date_view),
        cadence_days: one.cadence_days,
        due: one.due_on.map(date_view),
        n_overdue: one.n_overdue,
    }
}

/// Until when a column is fresh; `None` for one that has no cadence.
pub(super) fn of_column(plan: &Plan<'_>, id: &str) -> Option<FreshView> {
    let one = plan.figures.freshness().iter().find(|one| one.kind == "column" && &*one.id == id)?;
    let link = LinkView { title: one.title.clone(), href: String::new(), is_external: false };
    Some(FreshView { link, ..fresh_view(plan, "", one) })
}

fn fresh_link(plan: &Plan<'_>, root: &str, one: &Freshness) -> LinkView {
    match one.kind {
        "section" => plan.section_link(root, &one.id),
        "column" => plan.link(root, &one.title, &format!("columns/{}/index.html", slugify(&one.id))),
        "branch" => plan.branch_link(root, &one.id),
        // A channel may be a letter box; its address stands where all ways to be heard are listed.
        _ => LinkView { title: one.title.clone(), href: String::new(), is_external: false },
    }
}

fn loops(plan: &Plan<'_>, root: &str, kind: &'static str) -> Option<LoopGroupView> {
    let of_kind: Vec<&OpenLoop> = plan.figures.open_loops().iter().filter(|open| open.kind == kind).collect();
    if of_kind.is_empty() {
        return None;
    }
    let mut shown: Vec<LoopView> = of_kind.iter().take(N_ON_PAGE).map(|open| loop_view(plan, root, open)).collect();
    let folded = shown.split_off(shown.len().min(N_SHOWN));
    Some(LoopGroupView { kind, n: of_kind.len(), shown, folded, n_left_out: of_kind.len().saturating_sub(N_ON_PAGE) })
}

fn loop_view(plan: &Plan<'_>, root: &str, open: &OpenLoop) -> LoopView {
    let branches = &plan.model.entry(open.entry).branches;
    LoopView {
        link: plan.entry_link(root, open.entry),
        since: date_view(open.since),
        branches: branches.iter().map(|branch| plan.register.name_of(branch)).collect(),
    }
}

fn table_view(table: &TableQuality) -> TableQualityView {
    let filled = Amount::ratio(i128::from(table.n_cells - table.n_empty) * 100, i128::from(table.n_cells));
    TableQualityView {
        label: table.label.clone(),
        n_rows: table.n_rows,
        // Rounded down, so that nothing is complete that has a gap.
        filled: filled.map(|filled| filled.rounded(1, Rounding::Down)).unwrap_or_default(),
        n_empty: table.n_empty,
        newest: table.newest.map(date_view),
        n_late: table.n_late,
        n_conflicting: table.n_conflicting,
    }
}

fn mismatch_view(plan: &Plan<'_>, root: &str, mismatch: &Mismatch) -> MismatchView {
    let link = match (mismatch.entry, &mismatch.metric) {
        (Some(idx), _) => plan.entry_link(root, idx),
        (None, Some((metric, _))) => plan.link(root, &mismatch.title, &format!("metrics/{}/index.html", slugify(metric))),
        (None, None) => LinkView { title: mismatch.title.clone(), href: String::new(), is_external: false },
    };
    MismatchView {
        link,
        reported: mismatch.reported.clone(),
        computed: mismatch.computed.clone(),
        source: mismatch.source.clone().unwrap_or_default(),
        is_turnout: mismatch.entry.is_some(),
    }
}
