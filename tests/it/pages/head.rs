//! One page to what it lacks: the promises that a page keeps alone.

use std::collections::BTreeSet;

use super::parse::{Page, Tag};

/// In bytes: how far browsers look for the encoding.
const CHARSET_WITHIN: usize = 1024;

/// Checks a page.
pub(super) fn check(path: &str, page: &Page, bytes: &[u8], problems: &mut Vec<String>) {
    let mut say = |what: String| problems.push(format!("{path}: {what}"));
    page.faults.iter().for_each(|fault| say(fault.clone()));
    if !page.has_doctype || !bytes.starts_with(b"<!doctype html>\n") {
        say("does not begin with its doctype".to_owned());
    }
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(CHARSET_WITHIN)]);
    if !start.contains("<meta charset=\"utf-8\">") {
        say("no charset in the first bytes".to_owned());
    }
    check_policy(page, &mut say);
    check_outline(page, &mut say);
    page.tags.iter().for_each(|tag| check_tag(tag, &mut say));
    check_ids(page, &mut say);
}

fn check_policy(page: &Page, say: &mut impl FnMut(String)) {
    let policy = page.all("meta").next().filter(|meta| meta.get("http-equiv") == Some("Content-Security-Policy"));
    let Some(policy) = policy.and_then(|meta| meta.get("content")) else {
        return say("the first meta element is not the policy".to_owned());
    };
    for part in policy.split(';').map(str::trim) {
        let is_strict = match part.split_once(' ') {
            Some(("default-src" | "base-uri", value)) => value == "'none'",
            Some(("img-src", value)) => value == "'self' data:",
            Some((_, value)) => value == "'self'",
            None => false,
        };
        if !is_strict {
            say(format!("a weak policy: {part}"));
        }
    }
}

fn check_outline(page: &Page, say: &mut impl FnMut(String)) {
    let language = page.all("html").next().and_then(|html| html.get("lang")).unwrap_or_default();
    if language.is_empty() {
        say("no language".to_owned());
    }
    // Drawings in the body have titles of their own.
    let head = page.tags.iter().take_while(|tag| tag.name != "body");
    let titles: Vec<&str> = head.filter(|tag| tag.name == "title").map(|title| title.text.trim()).collect();
    if titles.len() != 1 || titles[0].is_empty() {
        say(format!("titles: {titles:?}"));
    }
    let n_headings = page.all("h1").count();
    if n_headings != 1 {
        say(format!("{n_headings} first headings"));
    }
    let is_hidden = page.all("meta").any(|meta| meta.get("name") == Some("robots"));
    let description = page.all("meta").find(|meta| meta.get("name") == Some("description"));
    // Pages that ask search engines to stay away need not introduce themselves.
    if !is_hidden && description.and_then(|meta| meta.get("content")).unwrap_or_default().is_empty() {
        say("no description".to_owned());
    }
}

fn check_tag(tag: &Tag, say: &mut impl FnMut(String)) {
    for (name, value) in &tag.attributes {
        if name == "style" || name.starts_with("on") {
            say(format!("<{}> has {name}", tag.name));
        }
        if value.contains("undefined") || value.contains("{{") {
            say(format!("<{}> has {name}={value:?}", tag.name));
        }
    }
    let is_data = tag.get("type") == Some("application/ld+json");
    match tag.name.as_str() {
        "style" => say("a style in the page".to_owned()),
        "script" if is_data => match serde_json::from_str::<serde_json::Value>(&tag.text) {
            Ok(_) => {}
            Err(fault) => say(format!("its linked data is not JSON: {fault}")),
        },
        "script" if tag.get("src").is_none() || !tag.text.is_empty() => say("a script in the page".to_owned()),
        "script" if tag.get("defer").is_none() => say("a script that is waited for".to_owned()),
        "img" if tag.get("alt").is_none() => say(format!("a picture without alt: {:?}", tag.get("src"))),
        "img" if tag.get("width").is_none() || tag.get("height").is_none() => {
            say(format!("a picture without its size: {:?}", tag.get("src")));
        }
        "iframe" | "object" | "embed" | "base" | "font" | "center" => say(format!("has <{}>", tag.name)),
        _ => {}
    }
}

fn check_ids(page: &Page, say: &mut impl FnMut(String)) {
    let mut seen = BTreeSet::new();
    for id in page.tags.iter().filter_map(|tag| tag.get("id")) {
        if id.is_empty() || !seen.insert(id) {
            say(format!("the id {id:?} twice"));
        }
    }
    for tag in &page.tags {
        for name in ["aria-labelledby", "aria-describedby", "aria-controls", "for"] {
            for id in tag.get(name).unwrap_or_default().split_whitespace().filter(|id| !seen.contains(id)) {
                say(format!("{name} names {id:?}, which is not there"));
            }
        }
    }
}
