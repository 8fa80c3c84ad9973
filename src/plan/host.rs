//! The plan against what the host accepts: file types and the number of files.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, FileId, Place, codes};

use super::Plan;
use crate::model::Host;

/// Whether the host takes files of an ending.
pub(super) fn accepts(host: &Host, ending: &str) -> bool {
    host.allow_ext.is_empty() || host.allow_ext.iter().any(|allowed| allowed.eq_ignore_ascii_case(ending))
}

/// Checks a plan against `[host]`. Bytes are counted when they exist, in `build`.
///
/// - Codes: P101 a file type that the host refuses, P102 too many files.
pub(super) fn check(plan: &Plan<'_>, found: &mut Vec<Diagnostic>) {
    let host = &plan.model.site.host;
    let place = plan.model.site.place();
    if !host.allow_ext.is_empty() {
        let mut refused: BTreeMap<String, String> = BTreeMap::new();
        let sources: BTreeMap<&str, FileId> = plan.copies.values().map(|copy| (copy.path.as_str(), copy.file)).collect();
        for path in plan.paths() {
            let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
            if !accepts(host, ending) {
                // An attachment is the better example: its author can do something.
                let first = refused.entry(ending.to_owned()).or_insert_with(|| path.to_owned());
                let is_better = sources.contains_key(path) && (!sources.contains_key(first.as_str()) || path < first.as_str());
                if is_better {
                    *first = path.to_owned();
                }
            }
        }
        for (ending, path) in refused {
            // An attachment can be exchanged; what the program makes itself has only the setting.
            let setting = || host.allow_ext_place.clone().unwrap_or_else(|| place.clone());
            let at = sources.get(path.as_str()).map_or_else(setting, |file| Place::File(*file));
            found.push(codes::host_refuses_type.at(at).with("ending", ending).with("path", path));
        }
    }
    if let Some(n_max) = host.n_files_max {
        let n_files = plan.paths().count() as u64 + 1;
        if n_files > n_max {
            found.push(codes::too_many_files.at(place).with("n", n_files).with("max", n_max));
        }
    }
}

impl Plan<'_> {
    /// Every planned path, in no particular order. The manifest comes on top.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        let pages = self.pages.iter().map(|page| page.path.as_str());
        let pictures = self.pictures.values().flat_map(|picture| picture.paths()).map(super::OutPath::as_str);
        let copies = self.copies.values().map(|copy| copy.path.as_str());
        let assets = self.assets.iter().map(|(path, _)| path.as_str());
        let feeds = self.feeds.iter().map(|(path, _)| path.as_str());
        let parts = self.open.iter().flat_map(|set| &set.parts);
        let open = parts.flat_map(|part| [Some(&part.csv), part.json.as_ref()]).chain([self.package.as_ref()]);
        let open = open.flatten().map(super::OutPath::as_str);
        let search = self.search.iter().flat_map(|search| &search.files).map(super::OutPath::as_str);
        pages.chain(pictures).chain(copies).chain(assets).chain(feeds).chain(open).chain(search)
    }
}
