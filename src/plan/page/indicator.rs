//! An indicator tree to its pages: each score with the figures, weights and rules that it is made of, so that it can be added up by hand.

use crate::metrics::{Amount, Direction, IndicatorItem, IndicatorTree, MetricSpec, Period, Rounding, SliceKey};
use crate::plan::figure::{anchor_of, whole_of};
use crate::plan::paths::list_path;
use crate::plan::{Content, FigureView, IndicatorLine, IndicatorSheet, IndicatorView, Page, PageView, Plan, paths};

use super::list::{page_title, pager};
use super::{date_view, frame};

/// Sheets of one page: each is a table of its own.
const N_SHEETS: usize = 40;

/// Digits of scores and products; the sum has one, as boards show it.
const N_DECIMALS: u8 = 2;
const N_DECIMALS_OF_SUM: u8 = 1;

/// One subject in one period, by position.
#[derive(Clone, Copy)]
struct At {
    subject: usize,
    period: usize,
}

impl Plan<'_> {
    /// Where the score of a subject in a period is explained; both are positions in the tree.
    pub(in crate::plan) fn indicator_href(&self, tree: &IndicatorTree, subject: usize, period: usize, root: &str) -> String {
        // The newest periods come first.
        let n_subjects = n_subjects(tree);
        let number = ((tree.periods.len() - 1 - period) * n_subjects + subject) / N_SHEETS + 1;
        format!("{root}{}#{}", path(tree, number), anchor(tree, At { subject, period }))
    }
}

/// How many pages a tree has.
pub(in crate::plan) fn n_pages(tree: &IndicatorTree) -> usize {
    (tree.periods.len() * n_subjects(tree)).div_ceil(N_SHEETS).max(1)
}

/// Page `number` of a tree, from one.
pub(in crate::plan) fn path(tree: &IndicatorTree, number: usize) -> String {
    list_path(&format!("metrics/{}", tree.id), number)
}

/// Page `number` of the tree at a position.
pub(super) fn view(plan: &Plan<'_>, page: &Page, position: usize, number: usize) -> PageView {
    let root = paths::root_of(page.path.as_str());
    let tree = &plan.figures.indicators()[position];
    let first = (number - 1) * N_SHEETS;
    let mut sheets = Vec::new();
    for idx in first..(first + N_SHEETS).min(tree.periods.len() * n_subjects(tree)) {
        let at = At { subject: idx % n_subjects(tree), period: tree.periods.len() - 1 - idx / n_subjects(tree) };
        sheets.push(sheet(plan, tree, at, &root));
    }
    let content = IndicatorView {
        elsewhere: if sheets.is_empty() { plan.elsewhere(&root, "metrics") } else { Vec::new() },
        sheets,
        lead: plan.theme.word("indicator.lead").to_owned(),
        as_of: date_view(plan.model.as_of),
        pager: pager(&root, &format!("metrics/{}", tree.id), number, n_pages(tree)),
    };
    let title = page_title(plan, &tree.title, number);
    let mut view = frame(plan, &page.path, "indicator.html", "metrics", title, Content::Indicator(content));
    view.crumbs.push(plan.section_link(&root, "metrics"));
    view
}

/// The site as a whole is one subject without a name.
fn n_subjects(tree: &IndicatorTree) -> usize {
    tree.subjects.len().max(1)
}

fn anchor(tree: &IndicatorTree, at: At) -> String {
    let period = tree.periods[at.period];
    match tree.subjects.get(at.subject) {
        Some(subject) => anchor_of(&format!("{};period={period}", subject.id)),
        None => anchor_of(&format!("period={period}")),
    }
}

fn sheet(plan: &Plan<'_>, tree: &IndicatorTree, at: At, root: &str) -> IndicatorSheet {
    let figures: Vec<Option<FigureView>> = tree.items.iter().map(|item| figure(plan, tree, item, at, root)).collect();
    let held_back = held_back(tree, &figures);
    let items = tree.items.iter().enumerate();
    let lines = items.map(|(idx, item)| line(plan, tree, item, at, (figures[idx].clone(), held_back[idx]))).collect();
    let is_held_back = tree.items.iter().zip(&held_back).any(|(item, held_back)| item.parent.is_none() && *held_back);
    IndicatorSheet {
        anchor: anchor(tree, at),
        subject: tree.subjects.get(at.subject).map(|subject| subject.label.clone()).unwrap_or_default(),
        period: plan.period_title(tree.periods[at.period]),
        score: score_text(plan, tree.total(at.subject, at.period), is_held_back, N_DECIMALS_OF_SUM),
        items: lines,
    }
}

fn score_of(item: &IndicatorItem, at: At) -> Option<Amount> {
    item.scores.get(at.subject)?.get(at.period).copied().flatten()
}

/// Which items rest on a figure that is held back: their scores would tell it.
fn held_back(tree: &IndicatorTree, figures: &[Option<FigureView>]) -> Vec<bool> {
    let mut held_back: Vec<bool> =
        figures.iter().map(|figure| figure.as_ref().is_some_and(|figure| figure.state == "suppressed")).collect();
    // Children stand behind their parents.
    for idx in (0..tree.items.len()).rev() {
        if let Some(parent) = tree.items[idx].parent.filter(|_| held_back[idx]) {
            held_back[parent] = true;
        }
    }
    held_back
}

/// The figure that a leaf scores.
fn figure(plan: &Plan<'_>, tree: &IndicatorTree, item: &IndicatorItem, at: At, root: &str) -> Option<FigureView> {
    let metric = plan.figures.metric(item.metric.as_deref()?)?;
    let key = key_of(metric.spec(), tree, at)?;
    Some(plan.figure_of(metric, &key, root))
}

fn key_of(spec: &MetricSpec, tree: &IndicatorTree, at: At) -> Option<SliceKey> {
    let period: Period = tree.periods[at.period];
    let mut key = SliceKey { period, ..whole_of(spec) };
    let Some(subject) = tree.subjects.get(at.subject) else { return Some(key) };
    for (dimension, value) in spec.dimensions.iter().zip(&mut key.values) {
        if let Some(position) = dimension.values.iter().position(|value| value.id == subject.id) {
            *value = Some(position as u32);
            return Some(key);
        }
    }
    None
}

fn line(
    plan: &Plan<'_>,
    tree: &IndicatorTree,
    item: &IndicatorItem,
    at: At,
    (figure, is_held_back): (Option<FigureView>, bool),
) -> IndicatorLine {
    let score = score_of(item, at);
    let product = score.and_then(|score| score.mul(item.weight));
    IndicatorLine {
        title: item.title.clone(),
        depth: depth(tree, item),
        weight: percent(item.weight),
        rule: rule(plan, item),
        figure,
        score: score_text(plan, score, is_held_back, N_DECIMALS),
        product: score_text(plan, product, is_held_back, N_DECIMALS),
    }
}

fn depth(tree: &IndicatorTree, item: &IndicatorItem) -> usize {
    std::iter::successors(item.parent, |parent| tree.items[*parent].parent).count()
}

/// A share as a percentage: `25%`, `33.33%`.
fn percent(share: Amount) -> String {
    let percent = share.mul(Amount::from(100)).unwrap_or(share);
    let n_decimals = if percent.is_whole() { 0 } else { N_DECIMALS };
    format!("{}%", percent.rounded(n_decimals, Rounding::HalfUp))
}

fn score_text(plan: &Plan<'_>, score: Option<Amount>, is_held_back: bool, n_decimals: u8) -> String {
    match score {
        _ if is_held_back => plan.theme.word("figure.suppressed").to_owned(),
        Some(score) => score.rounded(n_decimals, Rounding::HalfUp),
        None => plan.theme.word("figure.gap").to_owned(),
    }
}

/// How a value becomes a score, in words; nothing for an item that is a sum.
fn rule(plan: &Plan<'_>, item: &IndicatorItem) -> String {
    let Some(metric) = item.metric.as_deref().and_then(|id| plan.figures.metric(id)) else { return String::new() };
    let text = |amount: Amount| plan.amount_text(metric.spec(), amount);
    if !item.bands.is_empty() {
        let band = |(at, score): &(Amount, Amount)| {
            plan.theme.fill("indicator.band", &[("at", &text(*at)), ("score", &score.to_open())])
        };
        let bands: Vec<String> = item.bands.iter().rev().map(band).collect();
        return bands.join(plan.theme.word("indicator.band_joint"));
    }
    let Some(full) = item.full else { return String::new() };
    let word = match item.direction {
        Direction::Up => "indicator.up",
        Direction::Down => "indicator.down",
    };
    plan.theme.fill(word, &[("full", &text(full))])
}
