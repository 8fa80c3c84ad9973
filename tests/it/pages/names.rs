//! Paths of an output to those that some disk or host could not take.

use std::collections::{BTreeMap, BTreeSet};

use super::super::site::Files;
use super::parse::Page;

/// In bytes.
const LONGEST: usize = 100;

/// Names that Windows keeps for itself, with any ending.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Checks names, and that each folder of pages has its own.
pub(super) fn check(files: &Files, pages: &BTreeMap<&str, Page>, problems: &mut Vec<String>) {
    for path in files.keys() {
        for name in path.split('/') {
            if !is_portable(name) {
                problems.push(format!("{path}: the name {name:?}"));
            }
        }
    }
    let is_forward = |page: &Page| page.all("meta").any(|meta| meta.get("http-equiv") == Some("refresh"));
    let mut folders = BTreeSet::new();
    // Old addresses have the folders of the site that once was.
    for (path, _) in pages.iter().filter(|(_, page)| !is_forward(page)) {
        folders.extend(path.match_indices('/').map(|(at, _)| &path[..at]));
    }
    for folder in folders {
        if !files.contains_key(&format!("{folder}/index.html")) {
            problems.push(format!("{folder}: a folder of pages without a page of its own"));
        }
    }
}

fn is_portable(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let is_port = |stem: &str| stem.len() == 4 && (stem.starts_with("com") || stem.starts_with("lpt"));
    !name.is_empty()
        && name.len() <= LONGEST
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_.".contains(&b))
        && !name.starts_with('.')
        && !name.ends_with('.')
        && !RESERVED.contains(&stem)
        && !is_port(stem)
}
