//! A page's view to HTML by way of its template.

use std::sync::Arc;

use tera::{Context, Value};

use super::printable::printable;
use super::prose;
use crate::diag::Diagnostic;

use crate::plan::{Artifact, PageView, SiteView};
use crate::theme::Theme;

/// What all pages share, in the form in which templates read it. Made once; cheap to clone.
pub fn site_value(site: &SiteView) -> Value {
    Value::from_serializable(site)
}

/// Draws one page.
///
/// - Names in the template: `page`, `site`, `root` (before paths of `site`), `w` (words), `body` (the text, safe HTML).
/// - Codes: T104 to T108, T110.
pub fn page(view: &PageView, site: &Value, theme: &Theme) -> Result<Artifact, Diagnostic> {
    let path = view.path.as_str();
    let mut context = Context::new();
    context.insert_value("site", site.clone());
    context.insert_value("w", theme.words());
    context.insert_value("root", Value::from(view.root.as_str()));
    context.insert_value("page", Value::from_serializable(view));
    if let Some(text) = &view.prose {
        let body = prose::fill(text, path, theme)?;
        context.insert_value("body", Value::safe_string(&body));
    } else {
        context.insert_value("body", Value::from(""));
    }
    let html = theme.render(view.template, path, &context)?;
    Ok(Artifact { path: view.path.clone(), bytes: Arc::from(printable(html.into_bytes())) })
}
