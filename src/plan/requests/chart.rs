//! A ` ```chart ` block, or an entry of `data/charts.toml`, to a chart with everything around its drawing.

use crate::chart::{Category, Chart, ChartKind, ChartWords, Mark, Reference, Series, draw};
use crate::diag::{Diagnostic, codes};
use crate::metrics::{Amount, MetricSpec, PeriodKind, Rounding};
use crate::model::requests::{Asked, ChartRequest};
use crate::plan::{ChartFileView, ChartView, Plan};
use crate::privacy::Shown;

use super::part::{Part, Side, Step};

/// What a drawing and its table bear on one page.
const N_MARKS_MAX: usize = 2_000;

/// What a chart shows, resolved.
struct Plot<'p> {
    /// One for each metric.
    parts: Vec<Part<'p>>,
    kind: ChartKind,
    x: Option<Side>,
    y: Option<Side>,
}

impl Plan<'_> {
    /// The chart of a request on a page with this root; `id` is unique there. `None` if it asks for what does not exist.
    ///
    /// - Codes: P202–P206, P211 nothing to show (warning), P212 a kind that does not fit, P213 several metrics and a `y`,
    ///   P214 a side is missing, P215 too many marks, P217 metrics of different units.
    pub(in crate::plan) fn chart_view(
        &self,
        request: &ChartRequest,
        root: &str,
        id: &str,
        found: &mut Vec<Diagnostic>,
    ) -> Option<ChartView> {
        if let Some(duty) = &request.compliance {
            return self.duty_chart(request, duty, root, id, found);
        }
        let plot = self.plot(request, found)?;
        check_kind(&plot, request, found)?;
        // A calendar shows days where they can be counted, and else months.
        let days = if plot.kind == ChartKind::Calendar && request.x.is_none() { self.days(&plot.parts[0]) } else { None };
        let is_by_day = days.is_some();
        let mut chart = match days {
            Some(days) => self.calendar(&plot.parts[0], days, request, root),
            None => self.chart_of(&plot, request, root),
        };
        let n_marks: usize = chart.series.iter().map(|series| series.marks.len()).sum();
        if n_marks > N_MARKS_MAX {
            let diagnostic = codes::too_much_to_show.at(request.place.clone()).with("title", &request.title);
            found.push(diagnostic.with("n", n_marks).with("max", N_MARKS_MAX));
            return None;
        }
        chart.id = id.to_owned();
        let is_empty = chart.series.iter().flat_map(|series| &series.marks).all(|mark| mark.value.is_none());
        if is_empty {
            found.push(codes::nothing_to_show.at(request.place.clone()).with("title", &request.title));
        }
        let category = match plot.rows_side() {
            _ if is_by_day => self.theme.word("requests.day").to_owned(),
            Some(side) => self.title_of_side(&plot.parts[0], side),
            None => String::new(),
        };
        let files = plot.parts.iter().filter_map(|part| self.file_of(part.metric.spec(), root)).collect();
        Some(self.drawn(&chart, category, files, is_empty))
    }

    /// A chart with everything around its drawing.
    pub(in crate::plan) fn drawn(&self, chart: &Chart, category: String, files: Vec<ChartFileView>, is_empty: bool) -> ChartView {
        let word = |name: &str| self.theme.word(&format!("requests.{name}")).to_owned();
        let words_of = |name: &str| word(name).split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let words = ChartWords {
            no_data: word("no_data"),
            gap: self.theme.word("figure.gap").to_owned(),
            category,
            value: word("value"),
            more: word("more"),
            states: if chart.kind == ChartKind::Matrix { self.state_words() } else { Vec::new() },
            weekdays: words_of("weekdays"),
            months: words_of("months"),
        };
        let drawing = draw(chart, &words);
        ChartView {
            id: chart.id.clone(),
            title: chart.title.clone(),
            description: chart.description.clone(),
            wide: drawing.wide,
            narrow: drawing.narrow,
            table: drawing.table,
            files,
            is_empty,
        }
    }

    fn plot(&self, request: &ChartRequest, found: &mut Vec<Diagnostic>) -> Option<Plot<'_>> {
        let mut parts: Vec<Part<'_>> = Vec::new();
        for asked in &request.metrics {
            let metric = self.asked_metric(asked, found)?;
            parts.push(self.asked_part(metric, &request.filters, request.period.as_ref(), found)?);
        }
        let mut sides = [None, None];
        for (side, asked) in sides.iter_mut().zip([&request.x, &request.y]) {
            if let Some(asked) = asked {
                *side = Some(self.common_side(&parts, asked, found)?);
            }
        }
        let [x, y] = sides;
        let kind = kind_of(request.kind);
        // A line over nothing in particular is a line over time.
        let runs_in_time = matches!(kind, ChartKind::Sparkline | ChartKind::Calendar) && x.is_none();
        let x = if runs_in_time && parts[0].metric.spec().time.is_some() { Some(Side::Periods(PeriodKind::Month)) } else { x };
        Some(Plot { parts, kind, x, y })
    }

    /// A side that all metrics of a chart have.
    fn common_side(&self, parts: &[Part<'_>], asked: &Asked, found: &mut Vec<Diagnostic>) -> Option<Side> {
        let mut common = None;
        for part in parts {
            let side = self.asked_side(part.metric, asked, found)?;
            common.get_or_insert(side);
        }
        common
    }

    fn chart_of(&self, plot: &Plot<'_>, request: &ChartRequest, root: &str) -> Chart {
        let first = &plot.parts[0];
        let spec = first.metric.spec();
        let mut rows = self.steps_of(plot, plot.rows_side());
        self.order(plot, request.top, &mut rows);
        let mut chart = Chart {
            kind: plot.kind,
            title: request.title.clone(),
            description: request.description.clone(),
            unit: self.unit_title(&spec.unit),
            target: spec.target.map(|target| self.reference(spec, target)),
            is_share: spec.unit == "percent",
            ..Chart::default()
        };
        let is_one_year = matches!(first.period.kind(), PeriodKind::Year | PeriodKind::Quarter);
        for row in &rows {
            chart.categories.push(self.category(plot, *row, is_one_year));
        }
        if plot.rows_side().is_none() {
            // Without a side each metric is a category of one series.
            let marks = plot.parts.iter().map(|part| self.mark(part, &[], root)).collect();
            chart.categories = plot.parts.iter().map(|part| labelled(&part.metric.spec().title)).collect();
            chart.series.push(Series { label: String::new(), marks });
            return chart;
        }
        for part in &plot.parts {
            for column in self.steps_of(plot, plot.columns_side()) {
                let steps_at = |row: &Option<Step>| [*row, column].into_iter().flatten().collect::<Vec<Step>>();
                let marks = rows.iter().map(|row| self.mark(part, &steps_at(row), root)).collect();
                let label = match column {
                    Some(column) => self.title_of_step(part, column),
                    None if plot.parts.len() > 1 => part.metric.spec().title.clone(),
                    None => String::new(),
                };
                chart.series.push(Series { label, marks });
            }
        }
        chart
    }

    fn steps_of(&self, plot: &Plot<'_>, side: Option<Side>) -> Vec<Option<Step>> {
        let Some(side) = side else { return vec![None] };
        let mut steps = self.steps(&plot.parts[0], side);
        for part in &plot.parts[1..] {
            // Metrics need not know the same values: positions are those of the first, so only its periods can be extended.
            let more = if matches!(side, Side::Periods(_)) { self.steps(part, side) } else { Vec::new() };
            steps.extend(more.into_iter().filter(|step| !steps.contains(step)).collect::<Vec<_>>());
        }
        if let Side::Periods(_) = side {
            steps.sort_by_key(|step| if let Step::Period(period) = step { Some(*period) } else { None });
        }
        steps.into_iter().map(Some).collect()
    }

    /// A ranking has its greatest first; `top` keeps the first of a ranking, and the newest of periods.
    fn order(&self, plot: &Plot<'_>, top: Option<u32>, rows: &mut Vec<Option<Step>>) {
        let is_time = matches!(plot.rows_side(), Some(Side::Periods(_)));
        let n_kept = top.map_or(rows.len(), |top| top as usize);
        if is_time {
            let n_cut = rows.len().saturating_sub(n_kept);
            rows.drain(..n_cut);
            return;
        }
        if top.is_some() || plot.kind == ChartKind::Lollipop {
            let part = &plot.parts[0];
            let value = |row: &Option<Step>| {
                let steps: Vec<Step> = row.iter().copied().collect();
                match part.metric.find(&part.key_at(&steps)).map(|slice| part.metric.shown(slice)) {
                    Some(Shown::Value { value, .. }) => Some(value),
                    _ => None,
                }
            };
            // What is held back stands last and so tells nothing of its size.
            rows.sort_by_cached_key(|row| std::cmp::Reverse(value(row)));
        }
        rows.truncate(n_kept);
    }

    fn category(&self, plot: &Plot<'_>, step: Option<Step>, is_one_year: bool) -> Category {
        let part = &plot.parts[0];
        let Some(step) = step else { return labelled(&part.metric.spec().title) };
        let Step::Period(period) = step else { return labelled(&self.title_of_step(part, step)) };
        let short = self.period_short(period);
        let label = if is_one_year { short.clone() } else { self.period_title(period) };
        // Where several years stand side by side, `3月` alone would be each of them.
        let short = if is_one_year { short } else { period.to_string() };
        Category { label, short, date: period.first_day(self.figures.academic_year_starts()) }
    }

    fn mark(&self, part: &Part<'_>, steps: &[Step], root: &str) -> Mark {
        let key = part.key_at(steps);
        let spec = part.metric.spec();
        let figure = self.figure_of(part.metric, &key, root);
        let value = match part.metric.find(&key).map(|slice| part.metric.shown(slice)) {
            Some(Shown::Value { value, .. }) => Some(drawn_value(spec, value)),
            _ => None,
        };
        let note = match figure.n {
            Some(n) if n > 0 => self.theme.fill("requests.n", &[("n", &n)]),
            _ => String::new(),
        };
        // Nothing lies behind a gap, so nothing leads there.
        let href = if figure.state == "gap" { String::new() } else { figure.href };
        Mark { value, text: figure.whole, href, note, state: "" }
    }

    fn file_of(&self, spec: &MetricSpec, root: &str) -> Option<ChartFileView> {
        let href = self.open_csv(&format!("metrics-{}", spec.id), root)?;
        Some(ChartFileView { title: spec.title.clone(), href })
    }

    fn reference(&self, spec: &MetricSpec, target: Amount) -> Reference {
        let label = self.theme.fill("requests.target", &[("value", &self.amount_text(spec, target))]);
        Reference { value: drawn_value(spec, target), label }
    }
}

impl Plot<'_> {
    /// Rows of a matrix are `y`; everything else stands along `x`.
    fn rows_side(&self) -> Option<Side> {
        if self.is_matrix() && self.y.is_some() { self.y } else { self.x }
    }

    fn columns_side(&self) -> Option<Side> {
        if self.is_matrix() && self.y.is_some() { self.x } else { self.y }
    }

    fn is_matrix(&self) -> bool {
        matches!(self.kind, ChartKind::Heatmap | ChartKind::Matrix)
    }
}

/// What a drawing measures: a percentage in hundredths, rounded as it is read so that equal texts are equal lengths.
fn drawn_value(spec: &MetricSpec, value: Amount) -> f64 {
    let shown = if spec.unit == "percent" { value.mul(Amount::from(100)).unwrap_or(value) } else { value };
    shown.round(spec.n_decimals.max(2), Rounding::HalfUp).to_f64()
}

fn labelled(label: &str) -> Category {
    Category { label: label.to_owned(), ..Category::default() }
}

/// Whether a kind of drawing says the truth about its data.
///
/// - Codes: P212 shares of a whole from what is not added up, P213 several metrics and a `y`, P214 a side is missing, P217 units.
fn check_kind(plot: &Plot<'_>, request: &ChartRequest, found: &mut Vec<Diagnostic>) -> Option<()> {
    use ChartKind::{Area, Calendar, Donut, Heatmap, Line, Matrix, Sparkline, Stacked};
    let at = || request.kind_place.clone();
    let spec = plot.parts[0].metric.spec();
    let is_part_of_whole = matches!(plot.kind, Donut | Stacked | Area);
    if is_part_of_whole && !adds_up(spec) {
        found.push(codes::chart_does_not_fit.at(at()).with("kind", request.kind).with("title", &spec.title));
        return None;
    }
    if plot.parts.len() > 1 && plot.y.is_some() {
        let place = request.y.as_ref().map_or_else(at, |asked| asked.place.clone());
        found.push(codes::metrics_and_series.at(place));
        return None;
    }
    if let Some(other) = plot.parts.iter().find(|part| part.metric.spec().unit != spec.unit) {
        let diagnostic = codes::units_differ.at(request.metrics[0].place.clone()).with("one", &spec.title);
        found.push(diagnostic.with("other", &other.metric.spec().title));
        return None;
    }
    let missing = match plot.kind {
        Line | Area | Sparkline | Calendar | Stacked | Donut if plot.x.is_none() => Some("x"),
        Heatmap | Matrix if plot.x.is_none() => Some("x"),
        Heatmap | Matrix if plot.y.is_none() && plot.parts.len() == 1 => Some("y"),
        _ => None,
    };
    if let Some(key) = missing {
        found.push(codes::chart_side_missing.at(at()).with("kind", request.kind).with("key", key));
        return None;
    }
    Some(())
}

/// Whether the values of parts sum to the value of the whole: percentages, means and scores do not.
fn adds_up(spec: &MetricSpec) -> bool {
    let value = spec.value.to_lowercase();
    let is_mean = ["avg(", "min(", "max(", "distinct"].iter().any(|word| value.contains(word));
    !is_mean && !matches!(spec.unit.as_str(), "percent" | "score")
}

fn kind_of(name: &str) -> ChartKind {
    match name {
        "grouped" => ChartKind::Grouped,
        "stacked" => ChartKind::Stacked,
        "line" => ChartKind::Line,
        "area" => ChartKind::Area,
        "donut" => ChartKind::Donut,
        "sparkline" => ChartKind::Sparkline,
        "progress" => ChartKind::Progress,
        "heatmap" => ChartKind::Heatmap,
        "calendar" => ChartKind::Calendar,
        "matrix" => ChartKind::Matrix,
        "lollipop" => ChartKind::Lollipop,
        _ => ChartKind::Bar,
    }
}
