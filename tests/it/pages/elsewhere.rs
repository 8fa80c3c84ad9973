//! A whole output to what in it a browser would fetch from another site: nothing.
//!
//! Links that readers follow are not meant, only what loads by itself.

use std::collections::BTreeMap;

use super::parse::Page;
use crate::site::Files;

/// Attributes whose address loads by itself, on whatever element.
const LOADED: [&str; 7] = ["src", "srcset", "poster", "data", "background", "action", "formaction"];

/// Kinds of `link` that only name an address.
const NAMED: [&str; 4] = ["canonical", "alternate", "help", "author"];

/// Name spaces of XML, which nobody loads.
const NAMESPACES: &str = "http://www.w3.org/";

/// Checks all files that a browser reads.
pub(super) fn check(files: &Files, pages: &BTreeMap<&str, Page>, base_url: Option<&str>, problems: &mut Vec<String>) {
    let is_foreign = |address: &str| {
        let address = address.trim().to_ascii_lowercase();
        let has_host = address.starts_with("//") || address.contains("://");
        has_host && base_url.is_none_or(|base| !address.starts_with(base))
    };
    for (path, page) in pages {
        for tag in &page.tags {
            let mut addresses: Vec<&str> = LOADED.iter().filter_map(|name| tag.get(name)).collect();
            if tag.name == "link" && !tag.get("rel").is_some_and(|rel| NAMED.contains(&rel)) {
                addresses.extend(tag.get("href"));
            }
            let choices = addresses.iter().flat_map(|one| one.split(',')).filter(|one| is_foreign(one));
            problems.extend(choices.map(|one| format!("{path}: <{}> loads {one}", tag.name)));
        }
    }
    for (path, bytes) in files {
        let text = String::from_utf8_lossy(bytes);
        let found = match path.rsplit('.').next() {
            Some("css") => of_style(&text),
            Some("svg") => of_drawing(&text),
            Some("js") => of_script(&text),
            Some("html") => of_style(&text).into_iter().filter(|one| is_foreign(one)).collect(),
            _ => Vec::new(),
        };
        problems.extend(found.iter().map(|one| format!("{path} loads {one}")));
    }
}

/// What stands in `url(…)` and behind `@import`, other than what is in the file or beside it.
fn of_style(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in text.split("url(").skip(1) {
        let address = part.split(')').next().unwrap_or_default().trim_matches(['"', '\'', ' ']);
        if address.contains("//") && !address.starts_with("data:") {
            found.push(address.chars().take(80).collect());
        }
    }
    if text.contains("@import") {
        found.push("@import".to_owned());
    }
    found
}

fn of_drawing(text: &str) -> Vec<String> {
    let mut found = of_style(text);
    for part in text.split("href=\"").skip(1).filter(|part| !part.starts_with('#')) {
        found.push(part.chars().take(60).collect());
    }
    found
}

/// Addresses in a script; the parts of the search's index are scripts too, and hold text only coded.
fn of_script(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("://") {
        let before = &text[..at];
        let scheme = before.rfind(|c: char| !c.is_ascii_alphabetic()).map_or(0, |idx| idx + 1);
        if ["http", "https", "ws", "wss"].contains(&&before[scheme..]) && !text[scheme..].starts_with(NAMESPACES) {
            found.push(text[scheme..].chars().take(60).collect());
        }
    }
    found
}

#[test]
fn what_is_loaded_from_elsewhere_is_found() {
    assert_eq!(of_style("a{b:url(x.png) url('data:x,//') url(\"//cdn.test/x\")}"), ["//cdn.test/x"]);
    assert_eq!(of_script("fetch('https://cdn.test/'); x = 'http://www.w3.org/2000/svg'").len(), 1);
    assert_eq!(of_drawing("<use href=\"#a\"/><image href=\"x.png\"/>").len(), 1);
}
