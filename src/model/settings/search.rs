//! `[search]` to how the site is searched.

use crate::diag::{codes, nearest};
use crate::model::form::Form;
use crate::model::site::{SECTIONS, SearchSettings};

/// The fewest files that an index is asked to be: every family of its files needs one, and a few stand alone.
const N_FILES_LEAST: i64 = 50;

/// No host takes more.
const N_FILES_MOST: i64 = 10_000_000;

/// Reads the settings.
///
/// - Codes: those of forms, M209 for a section that does not exist.
pub(super) fn search(table: &mut Form<'_>) -> SearchSettings {
    let default = SearchSettings::default();
    SearchSettings {
        is_enabled: table.flag("enabled").unwrap_or(default.is_enabled),
        n_files_max: n_files_max(table, "max_files").unwrap_or(default.n_files_max),
        shard_kb: table.whole("shard_kb", 1..=64).map_or(default.shard_kb, |number| number as usize),
        excluded: excluded(table, "exclude"),
    }
}

/// None at all means that there is no limit.
fn n_files_max(table: &mut Form<'_>, key: &'static str) -> Option<usize> {
    let number = table.whole(key, 0..=N_FILES_MOST)?;
    if (1..N_FILES_LEAST).contains(&number) {
        let diagnostic = codes::number_out_of_bounds.at(table.place_of(key)).with("key", key).with("value", number);
        table.found.push(diagnostic.with("least", N_FILES_LEAST).with("most", N_FILES_MOST));
        return None;
    }
    Some(number as usize)
}

/// Sections by name. The free pages are no section of the navigation, and yet may be left out.
fn excluded(table: &mut Form<'_>, key: &'static str) -> Vec<&'static str> {
    let known = || SECTIONS.into_iter().chain(["pages"]);
    let mut sections = Vec::new();
    for written in table.written_list(key) {
        match known().find(|section| *section == written.text) {
            Some(section) => sections.push(section),
            None => {
                let diagnostic = codes::unknown_section.at(table.place(written.span)).with("section", written.text);
                let names: Vec<&str> = known().collect();
                let near = nearest(written.text, known());
                table.found.push(diagnostic.with_some("near", near).with("known", names.join(", ")));
            }
        }
    }
    sections
}
