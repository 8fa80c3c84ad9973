//! The body of a text to the stretches of it that readers see as words: no code, no addresses, no comments.
//!
//! Parsed only where a phrase was met, which is in few texts of many.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use crate::read::markdown::BLOCKS;

/// Ranges of the body, in their order.
pub(super) fn spoken(body: &str) -> Vec<Range<usize>> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut is_code = false;
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => is_code = !BLOCKS.contains(&first_word(&info)),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => is_code = true,
            Event::End(TagEnd::CodeBlock) => is_code = false,
            Event::Text(_) if !is_code => push(&mut ranges, range),
            Event::Html(html) if !html.trim_start().starts_with("<!--") => push(&mut ranges, range),
            _ => {}
        }
    }
    ranges
}

fn first_word(info: &str) -> &str {
    info.split_whitespace().next().unwrap_or_default()
}

/// Adds a range, joined with the last one where they touch.
fn push(ranges: &mut Vec<Range<usize>>, range: Range<usize>) {
    match ranges.last_mut() {
        Some(last) if last.end == range.start => last.end = range.end,
        _ => ranges.push(range),
    }
}

/// Whether a range of the body is spoken.
pub(super) fn is_spoken(spoken: &[Range<usize>], range: &Range<usize>) -> bool {
    let idx = spoken.partition_point(|one| one.end < range.end);
    spoken.get(idx).is_some_and(|one| one.start <= range.start)
}
