//! Raw HTML in a note to the part of it that may stay, with a warning for the rest.
//!
//! What is allowed is written anew, so that nothing unread gets through; links and pictures become holes like all others.
//! The tree is put in order later (`clean`), because tags may be opened in one place of a note and closed in another.

use std::collections::BTreeMap;
use std::ops::Range;

use super::escape::{push_attribute, push_text};
use super::raw::{Attribute, Piece, Pieces, Tag, resolve_entities};
use super::write::{OpenLink, Writer};
use super::{HoleKind, Image, Link};
use crate::diag::{Place, Span, codes};

/// Elements that may stay, besides `a` and `img`.
pub(super) const TAGS: [&str; 59] = [
    "abbr",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "u",
    "ul",
    "var",
    "wbr",
];

/// Elements that hold no others, or that end by themselves, so that they cannot be nested deeply.
const SHALLOW: [&str; 19] = [
    "br", "hr", "wbr", "col", "img", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "caption", "colgroup",
    "rt", "rp",
];

/// Elements whose content is not for readers: it goes with the tags.
const SWALLOWED: [&str; 12] =
    ["script", "style", "iframe", "object", "template", "noscript", "textarea", "title", "svg", "math", "select", "xmp"];

/// Attributes that may stay on every element, and on one.
const ATTRIBUTES: [(&str, &str); 18] = [
    ("*", "id"),
    ("*", "lang"),
    ("*", "dir"),
    ("*", "title"),
    ("td", "colspan"),
    ("td", "rowspan"),
    ("th", "colspan"),
    ("th", "rowspan"),
    ("th", "scope"),
    ("col", "span"),
    ("colgroup", "span"),
    ("ol", "start"),
    ("ol", "reversed"),
    ("ol", "type"),
    ("li", "value"),
    ("time", "datetime"),
    ("details", "open"),
    ("del", "datetime"),
];

/// Attributes that say how something looks, which is the theme's business, in the exports of office programs on every element.
const SILENT: [&str; 12] =
    ["class", "width", "height", "align", "valign", "border", "target", "rel", "loading", "cellpadding", "cellspacing", "name"];

/// What is remembered about raw HTML from one place to the next.
#[derive(Debug, Default)]
pub(super) struct RawState {
    /// Name of the element whose content is being left out.
    pub swallowing: Option<&'static str>,
    /// Elements that are open.
    pub n_open: usize,
    /// How many of them have each name.
    open_by_name: BTreeMap<String, usize>,
    /// Names of those that were opened in this paragraph, heading or cell, and end with it if the author forgot them.
    open_here: Vec<String>,
    /// Whether tags were written that must be checked for pairs.
    pub needs_cleaning: bool,
}

/// Where a piece of raw HTML stands.
enum Origin {
    /// Its first byte, in the body as written; the text is the source.
    At(usize),
    /// Somewhere in this place.
    Within(Span),
}

impl Writer<'_> {
    /// Writes the raw block that was collected.
    pub(super) fn html_block(&mut self) {
        let (text, offset) = self.collected();
        self.pieces.clear();
        self.open_line("");
        self.raw_html(&text, &Origin::At(offset));
        self.raw.swallowing = None;
        self.open_line("");
        self.last_char = '\n';
    }

    /// Writes one raw tag inside a paragraph.
    pub(super) fn inline_html(&mut self, tag: &str, range: Range<usize>) {
        let source = self.marked.origin(range.start)..self.marked.origin(range.end);
        let marked = self.marked;
        let text = marked.strip(tag);
        let is_source = marked.written.get(source.clone()) == Some(&*text);
        let origin = if is_source { Origin::At(source.start) } else { Origin::Within(self.span(range)) };
        let n_open = self.raw.n_open;
        self.raw_html(&text, &origin);
        if let Some(Piece::Open(tag)) = Pieces::new(&text).next().filter(|_| self.raw.n_open > n_open) {
            self.raw.open_here.push(tag.name);
        }
        if self.out.html.ends_with("<br>") {
            self.last_char = '\n';
        }
    }

    /// Ends what raw tags began in this paragraph, heading or cell.
    pub(super) fn close_raw(&mut self) {
        self.raw.swallowing = None;
        for name in std::mem::take(&mut self.raw.open_here).iter().rev() {
            self.raw_close(name);
        }
    }

    fn raw_html(&mut self, text: &str, origin: &Origin) {
        let mut pieces = Pieces::new(text);
        while let Some(piece) = pieces.next() {
            match piece {
                Piece::Close(name) if self.raw.swallowing == Some(name.as_str()) => self.raw.swallowing = None,
                _ if self.raw.swallowing.is_some() => {}
                Piece::Text(text) => self.raw_text(text),
                Piece::Close(name) => self.raw_close(&name),
                Piece::Open(tag) => self.raw_open(&tag, origin),
            }
            if let Some(name) = self.raw.swallowing {
                pieces.skip_to_close(name);
            }
        }
    }

    fn raw_text(&mut self, text: &str) {
        self.count(text);
        // Entities stay as they are; a `<` that is no tag must not become one.
        self.push(if text == "<" { "&lt;" } else { text });
    }

    fn raw_close(&mut self, name: &str) {
        if !(TAGS.contains(&name) || name == "a") {
            return;
        }
        // A closing tag without an opening one closes nothing.
        if let Some(n_open) = self.raw.open_by_name.get_mut(name).filter(|n_open| **n_open > 0) {
            *n_open -= 1;
            self.raw.n_open -= 1;
        }
        if let Some(idx) = self.raw.open_here.iter().rposition(|open| open == name) {
            self.raw.open_here.remove(idx);
        }
        self.raw.needs_cleaning = true;
        self.push("</");
        self.push(name);
        self.push(">");
    }

    fn raw_open(&mut self, tag: &Tag<'_>, origin: &Origin) {
        match tag.name.as_str() {
            "a" => return self.raw_link(tag, origin),
            "img" => return self.raw_image(tag, origin),
            name if TAGS.contains(&name) => {}
            name => {
                self.raw.swallowing = SWALLOWED.into_iter().find(|swallowed| *swallowed == name);
                let place = self.raw_place(origin, &tag.range);
                self.found.push(codes::html_tag_removed.at(place).with("tag", name));
                return;
            }
        }
        self.note_open(&tag.name);
        self.raw.needs_cleaning |= !matches!(tag.name.as_str(), "br" | "wbr");
        self.push("<");
        self.push(&tag.name);
        self.raw_attributes(tag, origin, &[]);
        self.push(">");
    }

    fn note_open(&mut self, name: &str) {
        if !SHALLOW.contains(&name) {
            self.raw.n_open += 1;
            *self.raw.open_by_name.entry(name.to_owned()).or_default() += 1;
        }
    }

    fn raw_link(&mut self, tag: &Tag<'_>, origin: &Origin) {
        self.raw.needs_cleaning = true;
        self.note_open(&tag.name);
        let href = tag.attributes.iter().find(|attribute| attribute.name == "href");
        let target = href.map(|href| resolve_entities(href.value.trim()));
        let span = href.map_or(Span::default(), |href| self.raw_span(origin, &href.range));
        let kept = target.filter(|target| !self.refuses(target, span));
        let title = attribute_value(tag, "title");
        self.push("<a");
        self.raw_attributes(tag, origin, &["href", "title", "name"]);
        // The old way to give a place a name.
        let name = attribute_value(tag, "name");
        if !name.is_empty() && tag.attributes.iter().all(|attribute| attribute.name != "id") {
            self.raw_attribute("id", name);
        }
        if let Some(target) = kept {
            let index = self.body.links.len() as u32;
            self.body.links.push(Link { target, span, title });
            self.hole(HoleKind::Link(index));
        }
        self.push(">");
        // Addresses inside are text of this link as far as anybody can tell; the tree is put in order later.
        self.link = OpenLink::None;
    }

    fn raw_image(&mut self, tag: &Tag<'_>, origin: &Origin) {
        let place = |range| self.raw_span(origin, range);
        let Some(src) = tag.attributes.iter().find(|attribute| attribute.name == "src") else {
            let place = self.raw_place(origin, &tag.range);
            self.found.push(codes::html_tag_removed.at(place).with("tag", "img"));
            return;
        };
        let (target, span) = (resolve_entities(src.value.trim()), place(&src.range));
        let (alt, title) = (attribute_value(tag, "alt"), attribute_value(tag, "title"));
        for attribute in &tag.attributes {
            if !matches!(attribute.name.as_str(), "src" | "alt" | "title") {
                self.warn_of_attribute(attribute, origin);
            }
        }
        if self.refuses(&target, span) {
            return push_text(&mut self.out.html, &alt);
        }
        self.add_image(Image { target, alt, title, span, is_alone: false });
    }

    fn raw_attributes(&mut self, tag: &Tag<'_>, origin: &Origin, handled: &[&str]) {
        let mut seen: Vec<&str> = Vec::new();
        for attribute in &tag.attributes {
            let name = attribute.name.as_str();
            if handled.contains(&name) {
                continue;
            }
            let is_allowed = ATTRIBUTES.iter().any(|(on, allowed)| *allowed == name && (*on == "*" || *on == tag.name));
            if !is_allowed {
                self.warn_of_attribute(attribute, origin);
            } else if !seen.contains(&name) {
                seen.push(name);
                self.raw_attribute(name, resolve_entities(attribute.value));
            }
        }
    }

    fn raw_attribute(&mut self, name: &str, value: String) {
        let value = if name == "id" { self.raw_id(&value) } else { value };
        if name == "id" && value.is_empty() {
            return;
        }
        self.push(" ");
        self.push(name);
        self.push("=\"");
        push_attribute(&mut self.out.html, &value);
        self.push("\"");
    }

    /// An id that no heading has, without the white space that HTML forbids in it.
    fn raw_id(&mut self, value: &str) -> String {
        let wanted: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
        if wanted.is_empty() {
            return wanted;
        }
        let id = self.ids.unique(&wanted);
        self.body.anchors.push(id.clone());
        id
    }

    fn warn_of_attribute(&mut self, attribute: &Attribute<'_>, origin: &Origin) {
        let name = attribute.name.as_str();
        let is_harmless = SILENT.contains(&name) || name.starts_with("data-") || name.starts_with("aria-");
        if is_harmless {
            return;
        }
        let place = self.raw_place(origin, &attribute.name_range);
        self.found.push(codes::html_attribute_removed.at(place).with("attribute", name));
    }

    fn raw_place(&self, origin: &Origin, range: &Range<usize>) -> Place {
        Place::Text(self.file, self.raw_span(origin, range))
    }

    fn raw_span(&self, origin: &Origin, range: &Range<usize>) -> Span {
        match origin {
            Origin::At(start) => Span::new(start + range.start, start + range.end).shifted(self.start),
            Origin::Within(span) => *span,
        }
    }
}

fn attribute_value(tag: &Tag<'_>, name: &str) -> String {
    let attribute = tag.attributes.iter().find(|attribute| attribute.name == name);
    attribute.map(|attribute| resolve_entities(attribute.value)).unwrap_or_default()
}
