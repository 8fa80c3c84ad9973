//! Prose to the HTML that the CommonMark specification shows, to measure against its examples.

use super::escape::{push_attribute, push_text};
use super::{Body, HoleKind, Prose};

/// Fills every hole as CommonMark would, and takes back what pages have beyond it (ids, shifted levels, `tabindex`).
pub fn to_plain_html(prose: &Prose) -> String {
    let body = &prose.body;
    let mut html = String::with_capacity(body.html.len() + 64 * body.holes.len());
    let mut copied = 0;
    for hole in &body.holes {
        let offset = hole.offset as usize;
        html.push_str(&body.html[copied..offset]);
        copied = offset;
        fill(&mut html, body, hole.kind);
    }
    html.push_str(&body.html[copied..]);
    let html = html.replace("<br>", "<br />").replace("<hr>", "<hr />").replace(" tabindex=\"0\"", "");
    quote(&restore_headings(&html, body))
}

fn fill(html: &mut String, body: &Body, kind: HoleKind) {
    match kind {
        HoleKind::Link(idx) => {
            let link = &body.links[idx as usize];
            attribute(html, "href", &encode(&link.target));
            if !link.title.is_empty() {
                attribute(html, "title", &link.title);
            }
        }
        HoleKind::Image(idx) => {
            let image = &body.images[idx as usize];
            html.push_str(if image.is_alone { "<p><img" } else { "<img" });
            attribute(html, "src", &encode(&image.target));
            attribute(html, "alt", &image.alt);
            if !image.title.is_empty() {
                attribute(html, "title", &image.title);
            }
            html.push_str(if image.is_alone { " /></p>" } else { " />" });
        }
        HoleKind::Figure(idx) => {
            let figure = &body.figures[idx as usize];
            html.push_str("<a");
            attribute(html, "href", &encode(&format!("figure:{}", figure.target)));
            html.push('>');
            push_text(html, &figure.text);
            html.push_str("</a>");
        }
        HoleKind::Block(idx) => {
            html.push_str("<div class=\"block\">");
            push_text(html, &body.blocks[idx as usize].name);
            html.push_str("</div>");
        }
    }
}

fn attribute(html: &mut String, name: &str, value: &str) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    push_attribute(html, value);
    html.push('"');
}

/// What may not stand in an address as `%XX`; percent signs stay as written.
fn encode(target: &str) -> String {
    let mut encoded = String::with_capacity(target.len());
    for byte in target.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.+!*'(),%#@?=;:/$~&".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

/// `<h3 id="…">` to the level that was written, without the id.
fn restore_headings(html: &str, body: &Body) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    for heading in &body.headings {
        let opening = ["<h2 id=\"", "<h3 id=\"", "<h4 id=\"", "<h5 id=\"", "<h6 id=\""];
        let Some(at) = opening.iter().filter_map(|tag| rest.find(tag)).min() else { break };
        let shown = &rest[at + 1..at + 3];
        let Some(open_end) = rest[at..].find('>').map(|idx| at + idx) else { break };
        let Some(close) = rest.find(&format!("</{shown}>")) else { break };
        out.push_str(&rest[..at]);
        out.push_str(&format!("<h{}>{}</h{}>", heading.level, &rest[open_end + 1..close], heading.level));
        rest = &rest[close + 5..];
    }
    out.push_str(rest);
    out
}

/// CommonMark's examples write quotes between tags as `&quot;`.
fn quote(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut is_in_tag = false;
    for c in html.chars() {
        match c {
            '<' => is_in_tag = true,
            '>' => is_in_tag = false,
            _ => {}
        }
        if c == '"' && !is_in_tag { out.push_str("&quot;") } else { out.push(c) }
    }
    out
}
