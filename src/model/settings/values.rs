//! Single values of `site.toml` that are more than a text: addresses, domains, the time zone, the language, grey days.

use jiff::civil::Date;

use crate::diag::codes;
use crate::model::date::parse_date;
use crate::model::form::{Form, visible};
use crate::model::site::zone;
use crate::model::web::{domain_of, is_domain};
use crate::read::{Node, Value};

/// The address of a published site, with a slash at its end; `None` if it is no address of a web site.
pub fn normal_base_url(written: &str) -> Option<String> {
    let written = visible(written);
    domain_of(written)?;
    if written.contains(['?', '#', '\\']) || written.contains("/../") {
        return None;
    }
    Some(format!("{}/", written.trim_end_matches('/')))
}

/// `base_url`.
pub(super) fn base_url(form: &mut Form<'_>, key: &'static str) -> Option<String> {
    let written = form.written(key)?;
    let address = normal_base_url(written.text);
    if address.is_none() {
        form.found.push(codes::bad_base_url.at(form.place(written.span)).with("value", written.text));
    }
    address
}

/// `language`: a tag such as `zh-CN`.
pub(super) fn language(form: &mut Form<'_>, key: &'static str) -> Option<String> {
    let written = form.written(key)?;
    let mut parts = written.text.split('-');
    let is_first = |part: &str| (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_further = |part: &str| (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !parts.next().is_some_and(is_first) || !parts.all(is_further) {
        form.found.push(codes::bad_language.at(form.place(written.span)).with("value", written.text));
        return None;
    }
    Some(written.text.to_owned())
}

/// `timezone`.
pub(super) fn time_zone(form: &mut Form<'_>, key: &'static str) -> Option<String> {
    let written = form.written(key)?;
    if zone(written.text).is_none() {
        form.found.push(codes::unknown_time_zone.at(form.place(written.span)).with("value", written.text));
        return None;
    }
    Some(written.text.to_owned())
}

/// A name that is one folder: no way to leave it.
pub(super) fn folder_name(form: &mut Form<'_>, key: &'static str) -> Option<String> {
    let written = form.written(key)?;
    if written.text.starts_with('.') || written.text.contains(['/', '\\', ':']) {
        form.found.push(codes::bad_theme_name.at(form.place(written.span)).with("value", written.text));
        return None;
    }
    Some(written.text.to_owned())
}

/// The domains of a list, without what people copy along with them.
pub(super) fn domains(form: &mut Form<'_>, key: &'static str) -> Vec<String> {
    let mut domains = Vec::new();
    for written in form.written_list(key) {
        let domain = written.text.to_lowercase();
        if is_domain(&domain) {
            domains.push(domain);
            continue;
        }
        let better = domain_of(written.text).or_else(|| domain_of(&format!("https://{}", domain.trim_start_matches(['*', '.']))));
        let diagnostic = codes::bad_domain.at(form.place(written.span)).with("value", written.text);
        form.found.push(diagnostic.with_some("better", better));
    }
    domains
}

/// First and last day of each of a list of days and of ranges `2026-04-04/2026-04-06`.
pub(super) fn grey_days(form: &mut Form<'_>, key: &'static str) -> Vec<(Date, Date)> {
    let Some(node) = form.node(key) else { return Vec::new() };
    let items = if let Value::List(items) = &node.value { items.as_slice() } else { std::slice::from_ref(node) };
    let mut days = Vec::new();
    for item in items {
        match range(item) {
            Some(range) => days.push(range),
            None => form.found.push(codes::bad_grey_day.at(form.place(item.span))),
        }
    }
    days
}

fn range(item: &Node) -> Option<(Date, Date)> {
    match &item.value {
        Value::Date(date) => Some((*date, *date)),
        Value::Text(text) => {
            // `2026/4/4` is one day, so a whole day is tried before a range.
            if let Ok(date) = parse_date(text) {
                return Some((date, date));
            }
            let (first, last) = text.split_once('/')?;
            let (first, last) = (parse_date(first).ok()?, parse_date(last).ok()?);
            (first <= last).then_some((first, last))
        }
        _ => None,
    }
}
