//! The overview of figures: key figures, who was most active, and ways to everything that is counted.

use crate::metrics::{Amount, DutyCell, DutyState, Period, SliceKey};
use crate::plan::figure::whole_of;
use crate::plan::requests::ChartPlace;
use crate::plan::{Content, FigureRow, FigureTable, LinkView, MissingView, OverviewView, Page, PageView, Plan, paths};
use crate::privacy::{PublishedMetric, Shown};

use super::{frame, keys};

/// Three rows of four on a desk.
const N_KEYS: usize = 12;

/// Who comes after them is not shown as less active.
const N_ACTIVE: usize = 5;

/// Names that a line of the overview has room for; the page of duties has all.
const N_BRANCHES: usize = 8;

/// The page of the overview.
pub(super) fn view(plan: &Plan<'_>, page: &Page) -> PageView {
    let root = paths::root_of(page.path.as_str());
    let keys = keys::of_site(plan, &root, N_KEYS);
    let missing = missing(plan, &root);
    let content = OverviewView {
        elsewhere: if keys.is_empty() && missing.is_empty() { plan.elsewhere(&root, "overview") } else { Vec::new() },
        keys,
        charts: plan.charts_on(ChartPlace::Overview, &root),
        missing,
        active: active(plan, &root),
        links: links(plan, &root),
    };
    let title = plan.theme.word("section.overview").to_owned();
    let view = frame(plan, &page.path, "overview.html", "overview", title, Content::Overview(Box::new(content)));
    PageView { description: plan.theme.word("overview.lead").to_owned(), ..view }
}

/// What branches still have to do in the periods that are running.
fn missing(plan: &Plan<'_>, root: &str) -> Vec<MissingView> {
    let compliance = plan.figures.compliance();
    let mut missing = Vec::new();
    for (duty, cells) in compliance.duties.iter().zip(&compliance.cells) {
        let is_open = |cell: &&DutyCell| {
            let lacks = matches!(cell.state, DutyState::Missing | DutyState::NotDue);
            lacks && is_now(plan, cell.period) && cell.evidence.len() < duty.at_least as usize
        };
        let open: Vec<&DutyCell> = cells.iter().filter(is_open).collect();
        let Some(first) = open.first() else { continue };
        let branches = open.iter().take(N_BRANCHES).map(|cell| plan.branch_link(root, &cell.branch)).collect();
        let n_more = open.len().saturating_sub(N_BRANCHES);
        missing.push(MissingView { title: duty.title.clone(), period: plan.period_title(first.period), branches, n_more });
    }
    missing
}

/// Whether the as-of date lies in a period.
fn is_now(plan: &Plan<'_>, period: Period) -> bool {
    let starts = plan.figures.academic_year_starts();
    period.first_day(starts).is_some_and(|first| first <= plan.model.as_of)
        && period.last_day(starts).is_some_and(|last| last >= plan.model.as_of)
}

/// The sections of figures that have a page.
fn links(plan: &Plan<'_>, root: &str) -> Vec<LinkView> {
    let is_planned = |section: &&str| {
        let path = format!("{section}/index.html");
        plan.pages.iter().any(|page| page.path.as_str() == path)
    };
    let sections = ["boards", "compliance", "freshness", "metrics", "corrections", "open"];
    sections.into_iter().filter(is_planned).map(|section| plan.section_link(root, section)).collect()
}

/// The branches with the most activities of this year, by the first metric that counts activities by branch.
fn active(plan: &Plan<'_>, root: &str) -> Option<FigureTable> {
    let metric = plan.figures.metrics.iter().find(|metric| counts_activities(metric))?;
    let spec = metric.spec();
    let period = Period::Year(plan.model.as_of.year());
    let mut branches: Vec<(Amount, usize, FigureRow)> = Vec::new();
    for (position, value) in spec.dimensions[0].values.iter().enumerate() {
        let mut key = SliceKey { period, ..whole_of(spec) };
        key.values[0] = Some(position as u32);
        let Some(slice) = metric.find(&key) else { continue };
        let Shown::Value { value: amount, .. } = metric.shown(slice) else { continue };
        let href = plan.branch_link(root, &value.id).href;
        let cells = vec![Some(plan.figure(metric, slice, root))];
        branches.push((amount, position, FigureRow { head: value.label.clone(), href, cells }));
    }
    // Branches with equally many stand in the order of the register.
    branches.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    branches.truncate(N_ACTIVE);
    let rows: Vec<FigureRow> = branches.into_iter().map(|(_, _, row)| row).collect();
    let n_total = rows.len();
    let columns = vec![format!("{}{}", plan.period_title(period), spec.title)];
    let word = |name: &str| plan.theme.word(&format!("overview.{name}")).to_owned();
    (n_total > 1).then(|| FigureTable { title: word("active"), corner: word("branch"), columns, rows, n_total })
}

fn counts_activities(metric: &PublishedMetric<'_>) -> bool {
    let spec = metric.spec();
    spec.from == "activities" && spec.unit == "count" && spec.dimensions.first().is_some_and(keys::is_of_branches)
}
