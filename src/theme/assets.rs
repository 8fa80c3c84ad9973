//! Styles, scripts and icons to files of the output whose names change with their content.

use std::sync::Arc;

use super::config::{LAZY, Order};
use super::files::ThemeFiles;
use super::shorten::shorten;

/// In hexadecimal digits: 40 bits are plenty to tell versions of one file apart.
const FINGERPRINT_LEN: usize = 10;

/// The files, and where pages find them.
pub(super) struct Assets {
    pub(super) style: String,
    pub(super) scripts: Vec<String>,
    /// In the order in which they run.
    pub(super) lazy: Vec<String>,
    pub(super) icon: String,
    pub(super) files: Vec<(String, Arc<[u8]>)>,
}

/// Gathers one style sheet, the scripts and the icons.
pub(super) fn gather(files: &ThemeFiles, order: &Order) -> Assets {
    let mut made = Vec::new();
    let style = add(&mut made, "site", "css", &style_sheet(files, order));
    let mut scripts = Vec::new();
    for name in &order.scripts {
        if let Some(text) = script(files, &format!("scripts/{name}.js")) {
            scripts.push(add(&mut made, name, "js", &text));
        }
    }
    let mut lazy = Vec::new();
    for (name, parts) in LAZY.into_iter().zip(&order.lazy) {
        lazy.push(add(&mut made, name, "js", &lazy_script(files, name, parts)));
    }
    let mut icon = String::new();
    for name in files.names("icons/", ".svg") {
        let path = add(&mut made, name, "svg", &files.merged[&format!("icons/{name}.svg")].text);
        if name == "icon" {
            icon = path;
        }
    }
    Assets { style, scripts, lazy, icon, files: made }
}

/// One file instead of many: a page on a weak network waits for each.
fn style_sheet(files: &ThemeFiles, order: &Order) -> String {
    let mut sheet = String::new();
    for name in &order.styles {
        if let Some(file) = files.get(&format!("styles/{name}.css")) {
            sheet.push_str(file.text.trim_end());
            sheet.push('\n');
        }
    }
    sheet
}

/// One script made of the files of a folder, each of which is one function.
fn lazy_script(files: &ThemeFiles, name: &str, parts: &[String]) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(&script(files, &format!("scripts/{name}/{part}.js")).unwrap_or_default());
    }
    text
}

/// One script as it is sent.
fn script(files: &ThemeFiles, path: &str) -> Option<String> {
    let file = files.get(path)?;
    // A site's own file is its own affair: it may be written in ways that shortening does not know.
    let is_ours = files.built_in.get(path).is_some_and(|ours| ours.text == file.text);
    let text = if is_ours { shorten(&file.text) } else { file.text.trim_end().to_owned() };
    Some(text + "\n")
}

fn add(made: &mut Vec<(String, Arc<[u8]>)>, name: &str, ending: &str, text: &str) -> String {
    let hash = blake3::hash(text.as_bytes()).to_hex();
    let path = format!("assets/{}-{}.{ending}", plain(name), &hash[..FINGERPRINT_LEN]);
    made.push((path.clone(), text.as_bytes().into()));
    path
}

/// A name that every system and server takes; the fingerprint keeps different files apart.
fn plain(name: &str) -> String {
    let keep = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    name.chars().map(keep).collect()
}
