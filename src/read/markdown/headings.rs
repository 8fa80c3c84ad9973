//! A heading's text to its id, and its level to the level that a page shows.

use std::collections::HashMap;

use super::escape::push_attribute;

/// The ids that a note has given so far.
#[derive(Debug, Default)]
pub(super) struct Ids {
    /// For each id the number of the next one like it.
    next: HashMap<String, u32>,
}

impl Ids {
    /// An id that no other heading of the note has: `wanted`, or with `-2`, `-3` behind it.
    pub(super) fn unique(&mut self, wanted: &str) -> String {
        // These are the ids of footnotes, which get theirs at the end.
        let is_reserved = wanted.starts_with("fn-") || wanted.starts_with("fnref-");
        let wanted = if is_reserved { format!("h-{wanted}") } else { wanted.to_owned() };
        let Some(first) = self.next.get(&wanted).copied() else {
            self.next.insert(wanted.clone(), 2);
            return wanted;
        };
        let mut number = first;
        loop {
            let id = format!("{wanted}-{number}");
            number += 1;
            if !self.next.contains_key(&id) {
                self.next.insert(wanted, number);
                self.next.insert(id.clone(), 2);
                return id;
            }
        }
    }
}

/// A readable id: letters, figures and Chinese characters of the text, Latin ones small, `-` for spaces.
pub(super) fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() || c == '_' {
            slug.extend(c.to_lowercase());
        } else if (c.is_whitespace() || c == '-') && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    // A heading without letters must have an id too, because the table of contents links to it.
    if slug.is_empty() { "section".to_owned() } else { slug }
}

/// The levels of the headings under which the text stands, to show each one level below its parent.
#[derive(Debug, Default)]
pub(super) struct Outline {
    open: Vec<u8>,
}

impl Outline {
    /// The level a page shows for the next heading, which is written as `level`: 2 at the top, at most 6.
    pub(super) fn shown_level(&mut self, level: u8) -> u8 {
        while self.open.last().is_some_and(|open| *open >= level) {
            self.open.pop();
        }
        self.open.push(level);
        (self.open.len() as u8 + 1).min(6)
    }
}

/// ` id="…"` for a tag.
pub(super) fn id_attribute(id: &str) -> String {
    let mut attribute = String::with_capacity(id.len() + 6);
    attribute.push_str(" id=\"");
    push_attribute(&mut attribute, id);
    attribute.push('"');
    attribute
}
