//! Planned pages to the sink, one at a time on each thread: no page is held longer than it takes to write it.

use tera::Value;

use crate::diag::Diagnostic;
use crate::model::Model;
use crate::output::{Fault, Sink};
use crate::plan::{Artifact, Page, Plan};
use crate::render;
use crate::theme::Theme;

use super::known::{Entry, Known};
use super::{Progress, Stage, budget, threads};

/// Draws all pages, and what else is made of words: feeds, calendar, the theme's files.
pub(super) fn draw(
    plan: &Plan<'_>,
    site: &Value,
    theme: &Theme,
    (model, known): (&Model, &Known<'_>),
    progress: &dyn Progress,
    sink: &dyn Sink,
    found: &mut Vec<Diagnostic>,
) -> Result<(), Fault> {
    let draw_one = |page: &Page| -> Result<Drawn, Fault> {
        panic_if_asked(page);
        if let Some(entry) = known.take(&page.path, sink)? {
            let n_excess = usize::try_from(entry.n_excess).ok().filter(|n| *n > 0);
            return Ok(Drawn { entry: Some(entry), found: heavy(page, n_excess, model) });
        }
        let view = plan.view(page);
        let artifact = match render::page(&view, site, theme) {
            Ok(artifact) => artifact,
            Err(diagnostic) => return Ok(Drawn { entry: None, found: Some(diagnostic) }),
        };
        let n_excess = budget::excess(&artifact);
        let entry = page.is_of_metric().then(|| Entry::of(&artifact, n_excess));
        sink.put(artifact)?;
        Ok(Drawn { entry, found: heavy(page, n_excess, model) })
    };
    let mut of_metrics = Vec::new();
    for (page, drawn) in plan.pages.iter().zip(threads::each(progress, Stage::Pages, &plan.pages, draw_one)) {
        let drawn = drawn?;
        found.extend(drawn.found);
        if page.is_of_metric() {
            of_metrics.push(drawn.entry);
        }
    }
    known.keep(&of_metrics);
    for (path, feed) in &plan.feeds {
        sink.put(Artifact { path: path.clone(), bytes: render::feed(feed).into() })?;
    }
    for (path, bytes) in &plan.assets {
        let artifact = Artifact { path: path.clone(), bytes: bytes.clone() };
        found.extend(budget::judge(&artifact, model));
        sink.put(artifact)?;
    }
    Ok(())
}

/// What became of a page.
struct Drawn {
    /// For a page of a metric that could be drawn.
    entry: Option<Entry>,
    found: Option<Diagnostic>,
}

fn heavy(page: &Page, n_excess: Option<usize>, model: &Model) -> Option<Diagnostic> {
    budget::finding(page.path.as_str(), n_excess?, model)
}

/// Tests ask for a fault of our own with `YUANDI_TEST_PANIC`, the path of a page: the promise of what happens then can be kept only
/// if it can be tried. Released programs do not know the variable.
fn panic_if_asked(page: &Page) {
    #[cfg(debug_assertions)]
    if std::env::var("YUANDI_TEST_PANIC").is_ok_and(|path| path == page.path.as_str()) {
        panic!("asked for by a test");
    }
    let _ = page;
}
