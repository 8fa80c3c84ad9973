//! All pages together to the links, anchors and files that lead nowhere.

use std::collections::{BTreeMap, BTreeSet};

use super::super::site::Files;
use super::parse::{Page, Tag};

/// Attributes that hold one address.
const ADDRESSES: [&str; 5] = ["href", "src", "poster", "action", "data"];

/// Checks every address of every page, and those of the files for machines.
pub(super) fn check(files: &Files, pages: &BTreeMap<&str, Page>, base_url: Option<&str>, problems: &mut Vec<String>) {
    let anchors: BTreeMap<&str, BTreeSet<&str>> = pages.iter().map(|(path, page)| (*path, ids(page))).collect();
    let site = Site { files, anchors, base_url };
    for (path, page) in pages {
        for tag in &page.tags {
            for address in addresses(tag) {
                if let Err(why) = site.resolve(path, tag, &address) {
                    problems.push(format!("{path}: <{}> leads to {address}: {why}", tag.name));
                }
            }
        }
    }
    for path in ["feed.xml", "feed.json", "sitemap.xml", "robots.txt"] {
        site.check_absolute(path, problems);
    }
}

fn ids(page: &Page) -> BTreeSet<&str> {
    page.tags.iter().filter_map(|tag| tag.get("id")).collect()
}

fn addresses(tag: &Tag) -> Vec<String> {
    let mut addresses: Vec<String> = ADDRESSES.iter().filter_map(|name| tag.get(name).map(str::to_owned)).collect();
    if let Some(choices) = tag.get("srcset") {
        addresses.extend(choices.split(',').filter_map(|choice| choice.split_whitespace().next().map(str::to_owned)));
    }
    let refresh = tag.get("content").filter(|_| tag.get("http-equiv") == Some("refresh"));
    addresses.extend(refresh.and_then(|content| content.split_once("url=")).map(|(_, url)| url.to_owned()));
    addresses
}

struct Site<'a> {
    files: &'a Files,
    anchors: BTreeMap<&'a str, BTreeSet<&'a str>>,
    base_url: Option<&'a str>,
}

impl Site<'_> {
    fn resolve(&self, page: &str, tag: &Tag, address: &str) -> Result<(), String> {
        if address.contains("://") || address.starts_with("//") {
            return self.resolve_absolute(page, tag, address);
        }
        if address.starts_with("mailto:") || address.starts_with("tel:") {
            return if tag.name == "a" { Ok(()) } else { Err("not a file".to_owned()) };
        }
        if address.is_empty() || address.starts_with('/') || address.contains('\\') || address.contains(':') {
            return Err("not a relative address".to_owned());
        }
        let (file, anchor) = address.split_once('#').unwrap_or((address, ""));
        let file = file.split('?').next().unwrap_or_default();
        let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
        let target = if file.is_empty() { page.to_owned() } else { joined(folder, &decoded(file))? };
        self.exists(&target, &decoded(anchor))
    }

    fn resolve_absolute(&self, page: &str, tag: &Tag, address: &str) -> Result<(), String> {
        let own = self.base_url.and_then(|base_url| address.strip_prefix(base_url));
        let may_be_own = page == "404.html" || (tag.name == "link" && tag.get("rel") == Some("canonical"));
        match own {
            // A register of channels may say where the site itself is.
            Some("") if tag.name == "a" => Ok(()),
            Some(own) if may_be_own => self.exists(&as_file(own), ""),
            Some(_) => Err("is absolute, and the site could not be moved".to_owned()),
            None if tag.name == "a" && address.starts_with("http") => Ok(()),
            None => Err("is fetched from elsewhere".to_owned()),
        }
    }

    fn exists(&self, path: &str, anchor: &str) -> Result<(), String> {
        if !self.files.contains_key(path) {
            return Err(format!("there is no {path}"));
        }
        let has = |anchors: &BTreeSet<&str>| anchors.contains(anchor);
        if anchor.is_empty() || self.anchors.get(path).is_some_and(has) { Ok(()) } else { Err("no such anchor".to_owned()) }
    }

    /// Every address of the site itself that a feed or map holds.
    fn check_absolute(&self, path: &str, problems: &mut Vec<String>) {
        let (Some(base_url), Some(bytes)) = (self.base_url, self.files.get(path)) else { return };
        let text = String::from_utf8_lossy(bytes);
        let mut n_found = 0;
        for part in text.split(base_url).skip(1) {
            n_found += 1;
            let end = part.find(['<', '"', '#', '&', '\n', '\\', ' ']).unwrap_or(part.len());
            if let Err(why) = self.exists(&as_file(&decoded(&part[..end])), "") {
                problems.push(format!("{path}: leads to {}: {why}", &part[..end]));
            }
        }
        if n_found == 0 {
            problems.push(format!("{path}: does not name the site"));
        }
    }
}

/// `news/` and nothing at all stand for the page of the folder.
fn as_file(path: &str) -> String {
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

/// A path from a folder, without leaving the site.
fn joined(folder: &str, path: &str) -> Result<String, String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            ".." => drop(parts.pop().ok_or("leaves the site")?),
            "." => {}
            part => parts.push(part),
        }
    }
    Ok(parts.join("/"))
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, behind @ ..] = rest {
        let code = behind.get(..2).and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        match (first, code) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &behind[2..];
            }
            (byte, _) => {
                bytes.push(*byte);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
