//! HTML whose raw tags may not be paired to HTML that is a tree and safe, with the holes where they were.
//!
//! Only notes with raw HTML come here: parsing and writing HTML takes far longer than everything else.

use std::collections::HashSet;
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

use super::HoleKind;
use super::sanitise;
use super::write::{Fragment, Mark, MarkKind};

/// Elements that only this room writes; raw HTML gets through with those of [`sanitise::TAGS`].
const OUR_TAGS: [&str; 5] = ["a", "img", "input", "label", "section"];

/// Every element that may stand in a text.
pub(super) fn tags() -> impl Iterator<Item = &'static str> {
    sanitise::TAGS.into_iter().chain(OUR_TAGS)
}

/// Raw HTML has been stripped of `class`, `role`, `tabindex` and `data-hole` before: those that stand here are ours.
const ATTRIBUTES: [&str; 17] = [
    "id", "lang", "dir", "title", "class", "role", "tabindex", "colspan", "rowspan", "scope", "span", "start", "reversed",
    "type", "value", "datetime", "open",
];

const HOLE: &str = " data-hole=\"";

/// Puts the tags in order and finds the holes again.
pub(super) fn clean(fragment: &Fragment) -> Fragment {
    static BUILDER: LazyLock<Builder<'static>> = LazyLock::new(builder);
    find_holes(&BUILDER.clean(&with_holes(fragment)).to_string(), &fragment.marks)
}

fn builder() -> Builder<'static> {
    let mut builder = Builder::empty();
    builder
        .tags(tags().collect::<HashSet<_>>())
        .generic_attributes(HashSet::from(ATTRIBUTES))
        .add_tag_attributes("a", ["href", "data-hole"])
        .add_tag_attributes("img", ["data-hole"])
        .add_tag_attributes("hr", ["data-hole"])
        .add_tag_attributes("input", ["checked", "disabled"])
        // The only addresses in the text are those of footnotes; all others are holes.
        .url_schemes(HashSet::new())
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None);
    builder
}

/// Makes each hole visible to the parser as what it will be: an attribute of a link, a picture, a block.
fn with_holes(fragment: &Fragment) -> String {
    let mut html = String::with_capacity(fragment.html.len() + 32 * fragment.marks.len());
    let mut copied = 0;
    for (idx, mark) in fragment.marks.iter().enumerate() {
        html.push_str(&fragment.html[copied..mark.offset]);
        copied = mark.offset;
        let (open, close) = match mark.kind {
            MarkKind::Hole(HoleKind::Link(_)) => ("", ""),
            // A figure stands in a sentence, as a picture may.
            MarkKind::Hole(HoleKind::Image(_) | HoleKind::Figure(_)) => ("<img", ">"),
            MarkKind::Hole(HoleKind::Block(_)) => ("<hr", ">"),
            // Footnotes have been put together before.
            MarkKind::Note(_) => continue,
        };
        html.push_str(&format!("{open}{HOLE}{idx}\"{close}"));
    }
    html.push_str(&fragment.html[copied..]);
    html
}

fn find_holes(html: &str, marks: &[Mark]) -> Fragment {
    let mut out = Fragment { html: String::with_capacity(html.len()), marks: Vec::with_capacity(marks.len()) };
    let mut rest = html;
    // A quote in a text or value is never followed by `"` unescaped, so that only our attributes can look like this.
    while let Some(at) = rest.find(HOLE) {
        let behind = &rest[at + HOLE.len()..];
        let n_digits = behind.bytes().take_while(u8::is_ascii_digit).count();
        let mark = behind[..n_digits].parse::<usize>().ok().and_then(|idx| marks.get(idx)).copied();
        out.html.push_str(&rest[..at]);
        rest = behind.get(n_digits + 1..).unwrap_or_default();
        let Some(mark) = mark else { continue };
        if let MarkKind::Hole(HoleKind::Image(_) | HoleKind::Figure(_) | HoleKind::Block(_)) = mark.kind {
            let n_tag = out.html.len() - out.html.rfind('<').unwrap_or(out.html.len());
            out.html.truncate(out.html.len() - n_tag);
            rest = rest.strip_prefix('>').unwrap_or(rest);
        }
        out.marks.push(Mark { offset: out.html.len(), kind: mark.kind });
    }
    out.html.push_str(rest);
    out
}
