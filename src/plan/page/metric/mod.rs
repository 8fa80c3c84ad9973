//! A metric's pages: what it says, how it is counted, its figures by period and dimension, and the rows behind each of them.

mod evidence;
mod method;
mod tables;

use crate::metrics::{Period, SliceKey};
use crate::plan::figure::Sheet;
use crate::plan::{
    ChartFileView, ChartView, Content, FigureView, LinkView, MetricView, MetricsView, Page, PageView, Plan, SourceView, paths,
};
use crate::privacy::PublishedMetric;

use self::evidence::Ledger;
use super::list::{page_title, pager};
use super::{date_view, frame, indicator};

/// One page of a metric, and what is looked up for all of it.
struct Here<'p> {
    plan: &'p Plan<'p>,
    metric: &'p PublishedMetric<'p>,
    sheet: &'p Sheet,
    root: &'p str,
    /// Rows listed for each slice.
    n_listed: u64,
    position: usize,
}

/// The page of all metrics: how each is counted.
pub(super) fn all(plan: &Plan<'_>, page: &Page) -> PageView {
    let root = paths::root_of(page.path.as_str());
    let metrics: Vec<_> = plan.figures.metrics.iter().map(|metric| method::of(plan, metric, &root)).collect();
    let content = MetricsView {
        elsewhere: if metrics.is_empty() { plan.elsewhere(&root, "metrics") } else { Vec::new() },
        metrics,
        indicators: plan
            .figures
            .indicators()
            .iter()
            .map(|tree| plan.link(&root, &tree.title, &indicator::path(tree, 1)))
            .collect(),
        as_of: date_view(plan.model.as_of),
    };
    let title = plan.theme.word("section.metrics").to_owned();
    frame(plan, &page.path, "metrics.html", "metrics", title, Content::Metrics(content))
}

/// Page `sheet` of the metric at a position.
pub(super) fn view(plan: &Plan<'_>, page: &Page, position: usize, sheet: usize) -> PageView {
    let root = paths::root_of(page.path.as_str());
    let metric = &plan.figures.metrics[position];
    let n_listed = plan.sheets.n_listed(position);
    let here = Here { plan, metric, sheet: &plan.sheets.of_metric(position)[sheet], root: &root, n_listed, position };
    let spec = metric.spec();
    let content = here.content();
    let title = if content.part.is_empty() {
        spec.title.clone()
    } else {
        plan.theme.fill("figure.of", &[("part", &content.part), ("title", &spec.title)])
    };
    let content = Content::Metric(Box::new(content));
    let page_title = page_title(plan, &title, here.sheet.number);
    let mut view = frame(plan, &page.path, "metric.html", "metrics", page_title, content);
    view.description.clone_from(&spec.definition);
    view.crumbs.push(plan.section_link(&root, "metrics"));
    let own = format!("metrics/{}/index.html", spec.id);
    if page.path.as_str() != own {
        view.crumbs.push(plan.link(&root, &spec.title, &own));
    }
    view
}

impl<'p> Here<'p> {
    fn content(&self) -> MetricView {
        let spec = self.metric.spec();
        let base = self.base();
        let ledger = Ledger::of(self);
        // Pages that continue another hold evidence only.
        let is_first = self.sheet.number == 1;
        let is_own = is_first && self.sheet.value.is_none();
        MetricView {
            method: method::of(self.plan, self.metric, self.root),
            figure: self.figure_of(&SliceKey { values: base.clone(), period: Period::All }),
            part: self.part(),
            number: self.sheet.number,
            sql: if is_own { spec.sql.clone() } else { String::new() },
            sources: if is_own { self.sources() } else { Vec::new() },
            charts: if is_first { self.charts(&base) } else { Vec::new() },
            tables: if is_first { tables::of(self, &base) } else { Vec::new() },
            downloads: if is_own { self.downloads() } else { Vec::new() },
            evidence: self.sheet.slices.iter().map(|slice| ledger.view(self, *slice as usize)).collect(),
            pager: self.pager(),
        }
    }

    /// What all slices of the page have in common: a value of the first dimension, or nothing.
    fn base(&self) -> Box<[Option<u32>]> {
        let mut base = vec![None; self.metric.spec().dimensions.len()];
        if let Some(first) = base.first_mut() {
            *first = self.sheet.value;
        }
        base.into()
    }

    fn part(&self) -> String {
        let dimension = self.metric.spec().dimensions.first();
        let value = self.sheet.value.and_then(|value| dimension?.values.get(value as usize));
        value.map(|value| value.label.clone()).unwrap_or_default()
    }

    fn pager(&self) -> Option<crate::plan::PagerView> {
        let sheets = self.plan.sheets.of_metric(self.position);
        let n_pages = sheets.iter().filter(|sheet| sheet.value == self.sheet.value).count();
        let (folder, _) = self.sheet.path.rsplit_once('/')?;
        pager(self.root, folder, self.sheet.number, n_pages)
    }

    fn charts(&self, base: &[Option<u32>]) -> Vec<ChartView> {
        let view = |slice: usize| self.figure(slice);
        let mut charts = Vec::new();
        if let Some(chart) = self.plan.trend(self.metric, base, &view) {
            charts.push((chart, self.plan.theme.word("figure.period").to_owned()));
        }
        if let Some(dimension) = base.iter().position(Option::is_none)
            && let Some(chart) = self.plan.comparison(self.metric, base, dimension, &view)
        {
            charts.push((chart, self.metric.spec().dimensions[dimension].label.clone()));
        }
        let files = || self.open_files("metrics").into_iter().map(|link| ChartFileView { title: link.title, href: link.href });
        charts.into_iter().map(|(chart, corner)| self.plan.drawn(&chart, corner, files().take(1).collect(), false)).collect()
    }

    /// The open data of the metric and of its evidence.
    fn downloads(&self) -> Vec<LinkView> {
        let mut links = self.open_files("metrics");
        links.extend(self.open_files("evidence"));
        links
    }

    /// The files of one table of open data.
    fn open_files(&self, group: &str) -> Vec<LinkView> {
        let name = format!("{group}-{}", self.metric.spec().id);
        let set = self.plan.open.iter().find(|set| set.name == name);
        let paths = set.into_iter().flat_map(|set| &set.parts).flat_map(|part| std::iter::once(&part.csv).chain(&part.json));
        let file_name = |path: &str| path.strip_prefix("open/").unwrap_or(path).to_owned();
        paths.map(|path| self.plan.link(self.root, &file_name(path.as_str()), path.as_str())).collect()
    }

    fn sources(&self) -> Vec<SourceView> {
        let Some(table) = self.plan.model.tables.get(&self.metric.spec().from) else { return Vec::new() };
        table.files().filter_map(|file| self.plan.data_files.get(&file).cloned()).collect()
    }

    fn figure(&self, slice: usize) -> FigureView {
        self.on_this_page(self.plan.figure(self.metric, slice, self.root))
    }

    fn figure_of(&self, key: &SliceKey) -> FigureView {
        self.on_this_page(self.plan.figure_of(self.metric, key, self.root))
    }

    /// A figure whose evidence is on this page needs its anchor only.
    fn on_this_page(&self, figure: FigureView) -> FigureView {
        let behind = figure.href.strip_prefix(self.root).and_then(|rest| rest.strip_prefix(self.sheet.path.as_str()));
        match behind.filter(|rest| rest.starts_with('#')) {
            Some(anchor) => FigureView { href: anchor.to_owned(), ..figure },
            None => figure,
        }
    }
}
