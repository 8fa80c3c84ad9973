//! Planned pages to the sink, one at a time on each thread: no page is held longer than it takes to write it.

use tera::Value;

use crate::diag::Diagnostic;
use crate::model::Model;
use crate::output::{Fault, Sink};
use crate::plan::{Artifact, Page, Plan};
use crate::render;
use crate::theme::Theme;

use super::{Progress, Stage, budget, threads};

/// Draws all pages, and what else is made of words: feeds, calendar, the theme's files.
pub(super) fn draw(
    plan: &Plan<'_>,
    site: &Value,
    theme: &Theme,
    model: &Model,
    progress: &dyn Progress,
    sink: &dyn Sink,
    found: &mut Vec<Diagnostic>,
) -> Result<(), Fault> {
    let draw_one = |page: &Page| -> Result<Vec<Diagnostic>, Fault> {
        panic_if_asked(page);
        let view = plan.view(page);
        match render::page(&view, site, theme) {
            Ok(artifact) => {
                let heavy = budget::judge(&artifact, model);
                sink.put(artifact)?;
                Ok(heavy.into_iter().collect())
            }
            Err(diagnostic) => Ok(vec![diagnostic]),
        }
    };
    for result in threads::each(progress, Stage::Pages, &plan.pages, draw_one) {
        found.extend(result?);
    }
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

/// Tests ask for a fault of our own with `YUANDI_TEST_PANIC`, the path of a page: the promise of what happens then can be kept only
/// if it can be tried. Released programs do not know the variable.
fn panic_if_asked(page: &Page) {
    #[cfg(debug_assertions)]
    if std::env::var("YUANDI_TEST_PANIC").is_ok_and(|path| path == page.path.as_str()) {
        panic!("asked for by a test");
    }
    let _ = page;
}
