//! Addresses: where each page and file of the output is, and how one page leads to another.

use std::collections::HashMap;

use super::OutPath;
use crate::diag::{Diagnostic, Place, codes};
use crate::model::{Entry, Kind, PageStyle};

/// All paths of the output, each with the place that asked for it, so that a collision is found before anything is drawn.
#[derive(Debug, Default)]
pub(super) struct Paths {
    /// What Windows and macOS disks take for one name is one key: paths are lower-case by construction.
    taken: HashMap<OutPath, Place>,
}

impl Paths {
    /// Takes a path; `None` and a finding if somebody has it already.
    pub(super) fn take(&mut self, path: &str, by: Place, found: &mut Vec<Diagnostic>) -> Option<OutPath> {
        let path = OutPath::new(path);
        if let Some(first) = self.taken.get(&path) {
            let diagnostic = codes::address_taken.at(by).with("path", path.as_str());
            found.push(if *first == Place::Project { diagnostic } else { diagnostic.also(first.clone()) });
            return None;
        }
        self.taken.insert(path.clone(), by);
        Some(path)
    }
}

impl Paths {
    /// Takes a path whose name tells its content (it carries a fingerprint), so that whoever comes later shares it.
    pub(super) fn share(&mut self, path: &str, by: Place, found: &mut Vec<Diagnostic>) -> Option<OutPath> {
        match self.taken.get_key_value(&OutPath::new(path)) {
            Some((path, _)) if path.as_str().starts_with("assets/") => Some(path.clone()),
            _ => self.take(path, by, found),
        }
    }
}

/// The page of an entry.
pub(super) fn entry_path(entry: &Entry, style: PageStyle) -> String {
    // The text about the site is shown on a page that every site has.
    if entry.kind == Kind::Page && &*entry.id == "about" {
        return "about/index.html".to_owned();
    }
    match (style, entry.kind) {
        // A branch has more pages than its own, and so always a folder.
        (PageStyle::Folder, _) | (_, Kind::Branch) => format!("{}/index.html", entry.address),
        (PageStyle::File, _) => format!("{}.html", entry.address),
    }
}

/// Page `number` (from one) of a list that lives in `folder`.
pub(super) fn list_path(folder: &str, number: usize) -> String {
    if number <= 1 { format!("{folder}/index.html") } else { format!("{folder}/page-{number}.html") }
}

/// From a page's folder up to the root: `../../`, or nothing at the root.
pub(super) fn root_of(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}
