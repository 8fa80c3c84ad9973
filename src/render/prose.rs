//! A text with holes to a text without: links get their targets, pictures and blocks are drawn.

use serde::Serialize;
use tera::{Context, Value};

use crate::diag::Diagnostic;
use crate::plan::{BlockView, ProseView, TargetView};
use crate::read::HoleKind;
use crate::theme::Theme;

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
            HoleKind::Block(idx) => push_block(&mut filled, text.blocks.get(idx as usize), page, theme)?,
        }
    }
    filled.push_str(&html[done..]);
    Ok(filled)
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

fn push_block(
    filled: &mut String,
    block: Option<&Option<BlockView>>,
    page: &str,
    theme: &Theme,
) -> Result<(), Diagnostic> {
    match block {
        Some(Some(BlockView::Gallery(images))) => draw(filled, "parts/gallery.html", "images", images, page, theme),
        Some(Some(BlockView::Video(video))) => draw(filled, "parts/video.html", "video", video, page, theme),
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
