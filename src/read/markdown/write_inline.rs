//! Inline events to HTML: text, line breaks, links, pictures, footnote references, task marks.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, RefDefs};

use super::chinese::joins;
use super::escape::push_text;
use super::links::{bare_addresses, destination, refused_scheme};
use super::write::{LooseText, Mark, MarkKind, OpenCode, OpenImage, OpenLink, Writer};
use super::{HoleKind, Image, Link};
use crate::diag::{Place, Span, codes};

impl Writer<'_> {
    pub(super) fn text(&mut self, text: &str, range: Range<usize>) {
        match self.code {
            OpenCode::Shown => return self.code_text(text),
            OpenCode::Block(_) => return self.pieces.push(range),
            OpenCode::None if self.raw.swallowing.is_some() => return,
            OpenCode::None => {}
        }
        let marked = self.marked;
        let text = marked.strip(text);
        if self.loose.is_wanted && self.link == OpenLink::None {
            self.loose.origins.push((self.loose.text.len(), range.start));
            self.loose.text.push_str(&text);
        } else {
            self.write_text(&text);
        }
    }

    pub(super) fn write_text(&mut self, text: &str) {
        push_text(&mut self.out.html, text);
        self.count(text);
        if self.wants_plain {
            self.plain.push_str(text);
        }
        if let Some(last) = text.chars().next_back() {
            self.last_char = last;
        }
    }

    pub(super) fn count(&mut self, text: &str) {
        // Bytes that begin a character; the ideographic space, which indents Chinese paragraphs, is white space too.
        let n_chars = text.bytes().filter(|byte| (*byte as i8) >= -0x40 && !byte.is_ascii_whitespace()).count();
        self.body.n_chars += (n_chars - text.matches('\u{3000}').count()) as u32;
    }

    /// Writes the text that was held back, with links where addresses stand.
    pub(super) fn flush_loose(&mut self) {
        if self.loose.text.is_empty() {
            return;
        }
        let loose = std::mem::take(&mut self.loose);
        let mut written = 0;
        for address in bare_addresses(&loose.text) {
            self.write_text(&loose.text[written..address.start]);
            written = address.end;
            let target = &loose.text[address.clone()];
            let span = self.loose_span(&loose, address);
            self.open_link(target, "", span);
            self.write_text(target);
            self.end_link();
        }
        self.write_text(&loose.text[written..]);
        self.loose = LooseText { is_wanted: true, ..LooseText::default() };
    }

    fn loose_span(&self, loose: &LooseText, address: Range<usize>) -> Span {
        let idx = loose.origins.partition_point(|(offset, _)| *offset <= address.start).saturating_sub(1);
        let (offset, origin) = loose.origins[idx];
        // Entities are longer in the source than in the text, so the length is a guess that must stay in the file.
        let start = (self.marked.origin(origin) + address.start - offset).min(self.marked.written.len());
        let end = (start + address.len()).min(self.marked.written.len());
        Span::new(start, end).shifted(self.start)
    }

    pub(super) fn inline_code(&mut self, text: &str) {
        if self.raw.swallowing.is_some() {
            return;
        }
        let marked = self.marked;
        let text = marked.strip(text);
        self.push("<code>");
        self.write_text(&text);
        self.push("</code>");
        // Code is set apart by a space even between Chinese characters.
        self.last_char = '`';
    }

    /// A line break in the source is a space between Western words and nothing between Chinese characters.
    pub(super) fn soft_break(&mut self, behind: usize) {
        if joins(self.last_char, self.next_char(behind)) {
            return;
        }
        self.push("\n");
        if self.wants_plain {
            self.plain.push(' ');
        }
        self.last_char = '\n';
    }

    /// The next character a reader sees: behind indents, quote marks and the marks of emphasis and links.
    fn next_char(&self, behind: usize) -> char {
        let rest = self.marked.text.get(behind..).unwrap_or_default();
        let is_mark = |c: char| matches!(c, ' ' | '\t' | '>' | '*' | '_' | '~' | '[');
        self.marked.first_written(rest, is_mark).unwrap_or('\n')
    }

    pub(super) fn hard_break(&mut self) {
        self.push("<br>\n");
        if self.wants_plain {
            self.plain.push(' ');
        }
        self.last_char = '\n';
    }

    pub(super) fn start_link(
        &mut self,
        link_type: LinkType,
        dest: &str,
        title: &str,
        label: &str,
        range: Range<usize>,
        definitions: &RefDefs<'_>,
    ) {
        let place = destination(&self.marked.text, link_type, dest, label, range, definitions);
        let span = self.span(place);
        let target = self.target(link_type, dest);
        if self.starts_figure(&target, span) {
            return;
        }
        if self.refuses(&target, span) {
            self.link = OpenLink::Dropped;
            return;
        }
        let marked = self.marked;
        self.open_link(&target, &marked.strip(title), span);
    }

    fn target(&self, link_type: LinkType, dest: &str) -> String {
        let dest = self.marked.strip(dest);
        match link_type {
            LinkType::Email => format!("mailto:{dest}"),
            _ => dest.into_owned(),
        }
    }

    /// Whether a destination may not stay, which is said.
    pub(super) fn refuses(&mut self, target: &str, span: Span) -> bool {
        let Some(scheme) = refused_scheme(target) else {
            return false;
        };
        self.found.push(codes::link_not_kept.at(Place::Text(self.file, span)).with("scheme", scheme));
        true
    }

    pub(super) fn open_link(&mut self, target: &str, title: &str, span: Span) {
        let index = self.body.links.len() as u32;
        self.body.links.push(Link { target: target.to_owned(), span, title: title.to_owned() });
        self.push("<a");
        self.hole(HoleKind::Link(index));
        self.push(">");
        self.link = OpenLink::Kept;
    }

    pub(super) fn end_link(&mut self) {
        if self.link == OpenLink::Kept {
            self.push("</a>");
        }
        self.link = OpenLink::None;
    }

    pub(super) fn start_image(
        &mut self,
        link_type: LinkType,
        dest: &str,
        title: &str,
        label: &str,
        range: Range<usize>,
        definitions: &RefDefs<'_>,
    ) {
        let place = destination(&self.marked.text, link_type, dest, label, range, definitions);
        let span = self.span(place);
        let target = self.target(link_type, dest);
        let title = self.marked.strip(title).into_owned();
        self.image = Some(OpenImage { n_open: 1, alt: String::new(), target, title, span });
    }

    /// Inside a picture only plain text counts: it is the alternative text.
    pub(super) fn image_event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        let marked = self.marked;
        let next = if matches!(event, Event::SoftBreak) { self.next_char(range.end) } else { '\n' };
        let Some(image) = &mut self.image else { return };
        match event {
            Event::Start(_) => image.n_open += 1,
            Event::End(_) => image.n_open -= 1,
            Event::Text(text) | Event::Code(text) => image.alt.push_str(&marked.strip(text)),
            Event::SoftBreak if joins(image.alt.chars().next_back().unwrap_or('\n'), next) => {}
            Event::SoftBreak | Event::HardBreak => image.alt.push(' '),
            _ => {}
        }
        if image.n_open == 0
            && let Some(image) = self.image.take()
        {
            self.end_image(image);
        }
    }

    fn end_image(&mut self, image: OpenImage) {
        self.last_char = ' ';
        if self.raw.swallowing.is_some() {
            return;
        }
        if self.refuses(&image.target, image.span) {
            return self.write_text(&image.alt);
        }
        self.add_image(Image { target: image.target, alt: image.alt, title: image.title, span: image.span, is_alone: false });
    }

    pub(super) fn add_image(&mut self, image: Image) {
        let index = self.body.images.len() as u32;
        self.body.images.push(image);
        self.hole(HoleKind::Image(index));
    }

    pub(super) fn footnote_reference(&mut self, label: &str) {
        let marked = self.marked;
        let label: Cow<'_, str> = marked.strip(label);
        let index = self.notes.index(&label);
        self.out.marks.push(Mark { offset: self.out.html.len(), kind: MarkKind::Note(index) });
    }

    pub(super) fn task_marker(&mut self, is_done: bool) {
        // The theme takes the bullet away from tasks.
        for (tags, marked_tags) in [("<li>", "<li class=\"task\">"), ("<li>\n<p>", "<li class=\"task\">\n<p>")] {
            if self.out.html.ends_with(tags) {
                self.out.html.truncate(self.out.html.len() - tags.len());
                self.push(marked_tags);
            }
        }
        self.task = Some(self.out.html.len());
        self.push(if is_done { DONE } else { OPEN });
    }

    /// Ends the label of a task before whatever is no longer its text.
    pub(super) fn close_task(&mut self) {
        let Some(offset) = self.task.take() else { return };
        let label = &self.out.html[offset..];
        let is_empty = label == DONE || label == OPEN;
        if !is_empty || self.out.marks.last().is_some_and(|mark| mark.offset > offset) {
            return self.push("</label>");
        }
        // A box without a text would be a form field without a name.
        let sign = if label == DONE { "☑" } else { "☐" };
        self.out.html.truncate(offset);
        self.push(sign);
    }
}

/// The boxes of tasks. Around them is a label, so that they are read out with their text.
const DONE: &str = "<label><input type=\"checkbox\" disabled checked> ";
const OPEN: &str = "<label><input type=\"checkbox\" disabled> ";
