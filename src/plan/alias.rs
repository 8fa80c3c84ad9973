//! Old addresses of entries to pages that lead to the new ones.

use crate::diag::{Diagnostic, Place, codes};
use crate::model::EntryIdx;

use super::paths::Paths;
use super::{Plan, What};

/// Plans a page for each alias.
///
/// - Codes: P002 an address that no plain host can serve.
pub(super) fn take_aliases(plan: &mut Plan<'_>, paths: &mut Paths, found: &mut Vec<Diagnostic>) {
    for idx in 0..plan.model.entries.len() {
        let entry = &plan.model.entries[idx];
        for alias in &entry.aliases {
            let place = Place::Text(entry.file, alias.span);
            match alias_path(&alias.path) {
                Some(path) => plan.take(&path, place, What::Redirect(EntryIdx(idx as u32)), paths, found),
                None => found.push(codes::bad_alias.at(place).with("alias", &alias.path)),
            }
        }
    }
}

/// The file that answers for an old address; `None` if a plain host cannot answer with a page.
fn alias_path(alias: &str) -> Option<String> {
    let path = alias.trim_start_matches('/');
    let is_plain = path.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_./".contains(c));
    if path.is_empty() || !is_plain || path.split('/').any(|part| part.starts_with('.')) || path.contains("//") {
        return None;
    }
    if path.ends_with('/') {
        return Some(format!("{path}index.html"));
    }
    match path.rsplit('/').next()?.rsplit_once('.') {
        Some((_, "html" | "htm")) => Some(path.to_owned()),
        // `a.aspx` would be sent as something else than a page.
        Some(_) => None,
        None => Some(format!("{path}/index.html")),
    }
}
