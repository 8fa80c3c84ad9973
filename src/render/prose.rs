//! A text with holes to a text without: links get their targets, pictures and blocks are drawn.

use serde::Serialize;
use tera::{Context, Value};

use crate::diag::Diagnostic;
use crate::plan::{BlockView, ProseView, TargetView};
use crate::read::HoleKind;
use crate::theme::Theme;

/// How `read` begins an alert; behind it stand its kind and `role`.
const ALERT: &str = "<div class=\"alert ";
const ALERT_END: &str = "\" role=\"note\">";

/// How `read` begins the frame of a table.
const TABLE: &str = "<div class=\"table-frame\" tabindex=\"0\">";

/// Fills the holes of a text for the page at an output path.
pub(super) fn fill(text: &ProseView, page: &str, theme: &Theme) -> Result<String, Diagnostic> {
    let html = &text.body.html;
    let mut filled = String::with_capacity(html.len() + html.len() / 4);
    let mut done = 0;
    for hole in &text.body.holes {
        let offset = hole.offset as usize;
        filled.push_str(&html[done..offset]);
        done = offset;
        match hole.kind {
            HoleKind::Link(idx) => push_target(&mut filled, text.links.get(idx as usize)),
            HoleKind::Image(idx) => push_image(&mut filled, text, idx as usize, page, theme)?,
            HoleKind::Figure(idx) => push_figure(&mut filled, text, idx as usize),
            HoleKind::Block(idx) => push_block(&mut filled, text.blocks.get(idx as usize), page, theme)?,
        }
    }
    filled.push_str(&html[done..]);
    Ok(add_words(filled, theme))
}

/// Puts in the words that reading Markdown does not know: an alert begins with its own, so that it does not speak by
/// colour alone, and a table says that it scrolls.
fn add_words(text: String, theme: &Theme) -> String {
    if !text.contains(ALERT) && !text.contains(TABLE) {
        return text;
    }
    let mut named = String::with_capacity(text.len() + 512);
    let mut rest = text.as_str();
    while let Some(offset) = rest.find("<div class=\"") {
        named.push_str(&rest[..offset]);
        rest = &rest[offset..];
        rest = if let Some(behind) = rest.strip_prefix(TABLE) {
            push_table(&mut named, theme);
            behind
        } else if let Some((kind, behind)) = rest.strip_prefix(ALERT).and_then(|rest| rest.split_once(ALERT_END)) {
            push_alert(&mut named, kind, theme);
            behind
        } else {
            named.push_str(&rest[..1]);
            &rest[1..]
        };
    }
    named.push_str(rest);
    named
}

fn push_alert(named: &mut String, kind: &str, theme: &Theme) {
    let path = format!("alert.{kind}");
    for part in [ALERT, kind, ALERT_END, "<p class=\"alert-title\">"] {
        named.push_str(part);
    }
    push_escaped(named, theme.word(&path));
    named.push_str("</p>");
}

fn push_table(named: &mut String, theme: &Theme) {
    named.push_str("<p class=\"table-hint\">");
    push_escaped(named, theme.word("page.scroll"));
    named.push_str("</p>\n<div class=\"table-frame\" tabindex=\"0\" role=\"group\" aria-label=\"");
    push_escaped(named, theme.word("page.table"));
    named.push_str("\">");
}

/// The attributes of an `<a`. Without a target there are none: such an `<a>` is plain text to people and to checkers.
fn push_target(filled: &mut String, target: Option<&Option<TargetView>>) {
    let Some(Some(target)) = target else { return };
    filled.push_str(" href=\"");
    push_escaped(filled, &target.href);
    filled.push('"');
    if target.is_external {
        filled.push_str(" class=\"external\" rel=\"noopener noreferrer\"");
    }
    if target.is_download {
        filled.push_str(" download");
    }
}

/// A figure in a sentence. What could not be made is the author's text alone.
fn push_figure(filled: &mut String, text: &ProseView, idx: usize) {
    let Some(Some(link)) = text.figures.get(idx) else {
        return push_escaped(filled, text.body.figures.get(idx).map_or("", |figure| &figure.text));
    };
    let figure = &link.figure;
    filled.push_str("<a class=\"figure\"");
    for (name, value) in [("data-metric", &figure.metric), ("data-slice", &figure.slice), ("href", &figure.href)] {
        filled.push(' ');
        filled.push_str(name);
        filled.push_str("=\"");
        push_escaped(filled, value);
        filled.push('"');
    }
    filled.push('>');
    push_escaped(filled, &link.text);
    filled.push_str("</a>");
}

fn push_escaped(filled: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => filled.push_str("&amp;"),
            '<' => filled.push_str("&lt;"),
            '>' => filled.push_str("&gt;"),
            '"' => filled.push_str("&quot;"),
            other => filled.push(other),
        }
    }
}

fn push_image(filled: &mut String, text: &ProseView, idx: usize, page: &str, theme: &Theme) -> Result<(), Diagnostic> {
    let Some(Some(image)) = text.images.get(idx) else { return Ok(()) };
    let is_alone = text.body.images.get(idx).is_some_and(|image| image.is_alone);
    let template = if is_alone { "parts/figure.html" } else { "parts/picture.html" };
    draw(filled, template, "image", image, page, theme)
}

fn push_block(filled: &mut String, block: Option<&Option<BlockView>>, page: &str, theme: &Theme) -> Result<(), Diagnostic> {
    match block {
        Some(Some(BlockView::Gallery(images))) => draw(filled, "parts/gallery.html", "images", images, page, theme),
        Some(Some(BlockView::Video(video))) => draw(filled, "parts/video.html", "video", video, page, theme),
        Some(Some(BlockView::Chart(chart))) => draw(filled, "parts/chart-block.html", "chart", chart, page, theme),
        Some(Some(BlockView::Board(table))) => draw(filled, "parts/board-block.html", "table", table, page, theme),
        Some(Some(BlockView::Table(table))) => draw(filled, "parts/table-block.html", "table", table, page, theme),
        _ => Ok(()),
    }
}

fn draw(
    filled: &mut String,
    template: &str,
    name: &'static str,
    value: &impl Serialize,
    page: &str,
    theme: &Theme,
) -> Result<(), Diagnostic> {
    let mut context = Context::new();
    context.insert_value(name, Value::from_serializable(value));
    context.insert_value("w", theme.words());
    filled.push_str(theme.render(template, page, &context)?.trim_end());
    Ok(())
}
