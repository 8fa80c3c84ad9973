//! `data/charts.toml` to the charts that generated pages show.

use crate::diag::{Diagnostic, codes};
use crate::model::form::Form;
use crate::model::requests::{Asked, ChartRequest, chart};
use crate::plan::{ChartView, Plan};
use crate::read::parse_toml;
use crate::source::{Sources, decode};

const CHARTS_PATH: &str = "data/charts.toml";

/// A generated page that shows charts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::plan) enum ChartPlace<'a> {
    Home,
    Overview,
    /// A branch, by id: its own part of each metric.
    Branch(&'a str),
    /// A month, as a period is written: its own part of each metric.
    Month(&'a str),
}

/// A chart of the site.
#[derive(Clone, Debug)]
pub(in crate::plan) struct SiteChart {
    /// As in anchors: `activities-by-month`.
    pub(in crate::plan) id: String,
    pub(in crate::plan) request: ChartRequest,
    on: Vec<&'static str>,
}

const PLACES: [&str; 4] = ["home", "overview", "branch", "month"];

/// Reads the charts of the site, in the order of the file.
///
/// - Codes: those of forms and of [`chart`]; P216 the same id twice.
pub(in crate::plan) fn read_charts(sources: &Sources, found: &mut Vec<Diagnostic>) -> Vec<SiteChart> {
    let Some(file) = sources.find(CHARTS_PATH) else { return Vec::new() };
    let bytes = sources.bytes(file).unwrap_or_default();
    let text = decode(file, &bytes).into_value(found).text;
    let Some(fields) = parse_toml(file, &text, 0).into_value(found) else { return Vec::new() };
    let mut form = Form::of_file(file, &fields);
    let mut charts: Vec<SiteChart> = Vec::new();
    for mut entry in form.tables("chart") {
        let id = entry.required_text("id");
        let request = chart(&mut entry);
        let on = places(&mut entry);
        if charts.iter().any(|chart| chart.id == id) {
            entry.found.push(codes::chart_id_twice.at(entry.place_of("id")).with("id", &id));
        }
        entry.finish_into(found);
        charts.extend(request.map(|request| SiteChart { id, request, on }));
    }
    form.finish_into(found);
    charts
}

fn places(form: &mut Form<'_>) -> Vec<&'static str> {
    let mut places = Vec::new();
    for written in form.required_list("on") {
        match PLACES.into_iter().find(|place| *place == written.text) {
            Some(place) => places.push(place),
            None => {
                let near = crate::diag::nearest(written.text, PLACES);
                let diagnostic = codes::not_among_choices.at(form.place(written.span)).with("key", "on");
                let words = PLACES.map(|place| format!("`{place}`")).join(" ");
                form.found.push(diagnostic.with("value", written.text).with_some("near", near).with("words", words));
            }
        }
    }
    places
}

impl Plan<'_> {
    /// The charts of a generated page with this root. Those that have nothing to show there are left out.
    pub(in crate::plan) fn charts_on(&self, place: ChartPlace<'_>, root: &str) -> Vec<ChartView> {
        let mut views = Vec::new();
        for chart in self.charts.iter().filter(|chart| chart.on.contains(&place.name())) {
            let Some(request) = self.placed(&chart.request, place) else { continue };
            let view = self.chart_view(&request, root, &format!("c-{}", crate::model::slug::slugify(&chart.id)), &mut Vec::new());
            views.extend(view.filter(|view| !view.is_empty));
        }
        views
    }

    /// A request for the part of the figures that a page is about; `None` if its metric has no such part.
    fn placed(&self, request: &ChartRequest, place: ChartPlace<'_>) -> Option<ChartRequest> {
        let mut request = request.clone();
        let asked = |text: &str| Asked { text: text.to_owned(), place: request.place.clone() };
        match place {
            ChartPlace::Home | ChartPlace::Overview => {}
            ChartPlace::Month(month) => request.period = Some(asked(month)),
            ChartPlace::Branch(branch) => {
                let metric = self.figures.metric(&request.metrics.first()?.text)?;
                let is_branch = |references: &Option<String>| references.as_deref() == Some("branches");
                let dimension = metric.spec().dimensions.iter().find(|one| is_branch(&one.references))?;
                request.filters.push((asked(&dimension.id), asked(branch)));
            }
        }
        Some(request)
    }
}

impl ChartPlace<'_> {
    fn name(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Overview => "overview",
            Self::Branch(_) => "branch",
            Self::Month(_) => "month",
        }
    }
}
