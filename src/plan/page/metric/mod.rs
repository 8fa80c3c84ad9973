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

/// Values of a dimension whose pages have drawings; of more, the tables say it.
const N_DRAWN_MAX: usize = 60;

/// One page of a metric, and what is looked up for all of it.
struct Here<'p> {
    plan: &'p Plan<'p>,
    metric: &'p PublishedMetric<'p>,
    sheet: &'p Sheet,
    root: &'p str,
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
    let here = Here { plan, metric, sheet: &plan.sheets.of_metric(position)[sheet], root: &root, position };
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
        let (n_views, n_rows) = match (self.sheet.n_listed, self.sheet.n_first) {
            (0, 0) => (0, 0),
            (0, n_first) => (1, n_first),
            (n_listed, _) => (self.sheet.slices.len(), n_listed),
        };
        let slices = self.sheet.slices.iter().map(|slice| *slice as usize);
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
            evidence: slices.clone().take(n_views).map(|slice| ledger.view(self, slice, n_rows)).collect(),
            lines: slices.skip(n_views).map(|slice| ledger.line(self, slice)).collect(),
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
        // Drawings for each of very many values take longer than everything else together.
        let n_values = self.metric.spec().dimensions.first().map_or(0, |dimension| dimension.values.len());
        if self.sheet.value.is_some() && n_values > N_DRAWN_MAX {
            return charts;
        }
        let mut drawn = Vec::new();
        if let Some(chart) = self.plan.trend(self.metric, base, &view) {
            drawn.push((chart, self.plan.theme.word("figure.period").to_owned()));
        }
        if let Some(dimension) = base.iter().position(Option::is_none)
            && let Some(chart) = self.plan.comparison(self.metric, base, dimension, &view)
        {
            drawn.push((chart, self.metric.spec().dimensions[dimension].label.clone()));
        }
        let files = || self.open_files("metrics").into_iter().map(|link| ChartFileView { title: link.title, href: link.href });
        charts
            .extend(drawn.iter().map(|(chart, corner)| self.plan.drawn(chart, corner.clone(), files().take(1).collect(), false)));
        charts
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
        let n_parts = set.map_or(0, |set| set.parts.len());
        let title = |path: &str| {
            let (stem, ending) = path.rsplit_once('.').unwrap_or((path, ""));
            let name = if n_parts > 1 { stem.rsplit('/').next().unwrap_or_default() } else { "" };
            let format = format!("{} {name}", ending.to_uppercase());
            self.plan.theme.fill(&format!("metric.file_{group}"), &[("format", &format.trim_end())])
        };
        paths.map(|path| self.plan.link(self.root, &title(path.as_str()), path.as_str())).collect()
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
