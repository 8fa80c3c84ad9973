//! A whole output to what is wrong with it: the promises that every site keeps, whatever is in it.
//!
//! `parse` turns a page into its tags, `head` checks each page alone, `links` all of them together, `names` their paths,
//! `elsewhere` what they load.

mod elsewhere;
mod head;
mod links;
mod names;
mod parse;

use std::collections::BTreeMap;

use super::site::Files;

pub(super) use self::parse::Page;

/// Everything that is wrong, one line each. `base_url` is the address of the site, if it has one.
pub(super) fn problems(files: &Files, base_url: Option<&str>) -> Vec<String> {
    let mut problems = Vec::new();
    let pages = parse_all(files, &mut problems);
    for (path, page) in &pages {
        head::check(path, page, &files[*path], &mut problems);
    }
    links::check(files, &pages, base_url, &mut problems);
    elsewhere::check(files, &pages, base_url, &mut problems);
    names::check(files, &pages, &mut problems);
    check_characters(files, &mut problems);
    problems
}

fn parse_all<'a>(files: &'a Files, problems: &mut Vec<String>) -> BTreeMap<&'a str, Page> {
    let mut pages = BTreeMap::new();
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        match std::str::from_utf8(bytes) {
            Ok(text) => drop(pages.insert(path.as_str(), Page::parse(text))),
            Err(_) => problems.push(format!("{path}: not UTF-8")),
        }
    }
    pages
}

/// Neither HTML nor XML can hold characters that steer a machine of long ago.
fn check_characters(files: &Files, problems: &mut Vec<String>) {
    for (path, bytes) in files {
        if ![".html", ".xml", ".json", ".ics"].iter().any(|ending| path.ends_with(ending)) {
            continue;
        }
        let text = String::from_utf8_lossy(bytes);
        let steers = |c: &char| c.is_control() && !"\n\r\t".contains(*c) || matches!(c, '\u{fffe}' | '\u{ffff}');
        if let Some(c) = text.chars().find(steers) {
            problems.push(format!("{path}: holds {c:?}"));
        }
    }
}
