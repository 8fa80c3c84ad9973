//! Fenced blocks of a text to what they show.

use super::form::Form;
use super::pictures::{album, beside, captions, field_file};
use super::requests;
use super::scope::{Origin, Scope};
use super::{BlockContent, Video};
use crate::diag::Diagnostic;
use crate::read::Block;

/// The content of each block of an entry's text. `title` is that of the entry, for videos that have none.
pub(super) fn blocks_of(
    scope: &Scope<'_>,
    origin: Origin<'_>,
    title: &str,
    found: &mut Vec<Diagnostic>,
) -> Vec<Option<BlockContent>> {
    let mut blocks = Vec::with_capacity(origin.note.prose.body.blocks.len());
    for block in &origin.note.prose.body.blocks {
        blocks.push(content(scope, origin, block, title, found));
    }
    blocks
}

fn content(
    scope: &Scope<'_>,
    origin: Origin<'_>,
    block: &Block,
    title: &str,
    found: &mut Vec<Diagnostic>,
) -> Option<BlockContent> {
    let mut form = Form::of_table(origin.note.file, &block.fields, block.span);
    let content = match block.name.as_str() {
        "gallery" => {
            if !form.has("images") {
                form.miss("images");
            }
            let images = album(scope, origin, &mut form, "images");
            (!images.is_empty()).then_some(BlockContent::Gallery(images))
        }
        "video" => video(scope, origin, &mut form, title).map(|video| BlockContent::Video(Box::new(video))),
        "chart" => requests::chart(&mut form).map(|chart| BlockContent::Chart(Box::new(chart))),
        "board" => requests::board(&mut form).map(|board| BlockContent::Board(Box::new(board))),
        "table" => requests::table(&mut form).map(|table| BlockContent::Table(Box::new(table))),
        // `read` makes blocks of these names only.
        _ => return None,
    };
    form.finish_into(found);
    content
}

fn video(scope: &Scope<'_>, origin: Origin<'_>, form: &mut Form<'_>, entry_title: &str) -> Option<Video> {
    if !form.has("file") {
        form.miss("file");
    }
    let file = field_file(scope, origin, form, "file");
    let title = form.text("title").unwrap_or_else(|| entry_title.to_owned());
    let poster = beside(scope, origin, form, ("poster", &title));
    let captions = captions(scope, origin, form, "captions");
    let minutes = form.count("minutes");
    Some(Video { file: file?, title, poster, captions, minutes })
}
