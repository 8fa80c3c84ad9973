//! Block events to HTML: paragraphs, headings, lists, tables, quotes, code.

use std::borrow::Cow;
use std::fmt::Write;
use std::ops::Range;

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, HeadingLevel, RefDefs, Tag, TagEnd};

use super::escape::{push_attribute, push_text};
use super::headings::{id_attribute, slug};
use super::write::{Fragment, MarkKind, OpenCode, OpenHeading, OpenParagraph, OpenTable, Writer};
use super::{BLOCKS, Block, Heading, HoleKind};
use crate::read::toml::parse_toml;

impl Writer<'_> {
    pub(super) fn start_tag(&mut self, tag: Tag<'_>, range: Range<usize>, definitions: &RefDefs<'_>) {
        match tag {
            Tag::Emphasis => self.push("<em>"),
            Tag::Strong => self.push("<strong>"),
            Tag::Strikethrough => self.push("<del>"),
            Tag::Superscript => self.push("<sup>"),
            Tag::Subscript => self.push("<sub>"),
            Tag::Link { link_type, dest_url, title, id } => {
                self.start_link(link_type, &dest_url, &title, &id, range, definitions);
            }
            Tag::Image { link_type, dest_url, title, id } => {
                self.start_image(link_type, &dest_url, &title, &id, range, definitions);
            }
            Tag::TableCell => self.start_cell(),
            block => self.start_block(block),
        }
    }

    fn start_block(&mut self, tag: Tag<'_>) {
        self.close_task();
        match tag {
            Tag::Paragraph => self.start_paragraph(),
            Tag::Heading { level, id, classes: _, attrs } => {
                let id = id.map(|id| self.marked.strip(&id).into_owned());
                self.start_heading(level, id, attrs.is_empty());
            }
            Tag::BlockQuote(None) => self.open_line("<blockquote>\n"),
            Tag::BlockQuote(Some(kind)) => {
                self.open_line("<div class=\"alert ");
                self.push(alert_class(kind));
                self.push("\" role=\"note\">\n");
            }
            Tag::CodeBlock(kind) => self.start_code(&kind),
            Tag::List(None) => self.open_line("<ul>\n"),
            Tag::List(Some(1)) => self.open_line("<ol>\n"),
            Tag::List(Some(first)) => self.open_line(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => self.open_line("<li>"),
            Tag::FootnoteDefinition(label) => {
                let index = self.notes.index(&self.marked.strip(&label));
                self.outside = Some((index, std::mem::take(&mut self.out)));
            }
            Tag::Table(alignments) => {
                self.table = OpenTable { alignments, ..OpenTable::default() };
                self.open_line("<div class=\"table-frame\" tabindex=\"0\"><table>\n");
            }
            Tag::TableHead => {
                self.table.is_in_head = true;
                self.push("<thead><tr>");
            }
            Tag::TableRow => self.start_row(),
            Tag::HtmlBlock => self.pieces.clear(),
            // Inline tags and cells are written before; the others are not asked for in `OPTIONS`.
            _ => {}
        }
    }

    pub(super) fn end_tag(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Paragraph => self.end_paragraph(),
            TagEnd::Heading(_) => self.end_heading(range),
            TagEnd::BlockQuote(None) => self.push("</blockquote>\n"),
            TagEnd::BlockQuote(Some(_)) => self.push("</div>\n"),
            TagEnd::CodeBlock => self.end_code(range),
            TagEnd::HtmlBlock => self.html_block(),
            TagEnd::List(true) => self.push("</ol>\n"),
            TagEnd::List(false) => self.push("</ul>\n"),
            TagEnd::Item => {
                self.close_task();
                self.end_text();
                self.push("</li>\n");
            }
            TagEnd::FootnoteDefinition => self.end_footnote(),
            TagEnd::Table => self.push(if self.table.has_body { "</tbody>\n</table></div>\n" } else { "</table></div>\n" }),
            TagEnd::TableHead => {
                self.table.is_in_head = false;
                self.push("</tr></thead>\n");
            }
            TagEnd::TableRow => self.push("</tr>\n"),
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Emphasis => self.push("</em>"),
            TagEnd::Strong => self.push("</strong>"),
            TagEnd::Strikethrough => self.push("</del>"),
            TagEnd::Superscript => self.push("</sup>"),
            TagEnd::Subscript => self.push("</sub>"),
            TagEnd::Link => self.end_link(),
            TagEnd::Image | TagEnd::MetadataBlock(_) => {}
            TagEnd::DefinitionList | TagEnd::DefinitionListTitle | TagEnd::DefinitionListDefinition => {}
        }
    }

    pub(super) fn push(&mut self, html: &str) {
        self.out.html.push_str(html);
    }

    /// Writes a tag that begins a line.
    pub(super) fn open_line(&mut self, html: &str) {
        if !self.out.html.is_empty() && !self.out.html.ends_with('\n') {
            self.out.html.push('\n');
        }
        self.out.html.push_str(html);
    }

    pub(super) fn rule(&mut self) {
        self.close_task();
        self.open_line("<hr>\n");
    }

    fn start_paragraph(&mut self) {
        self.open_line("<p>");
        let is_summary = self.body.summary.is_empty() && self.outside.is_none();
        let offset = self.out.html.len() - "<p>".len();
        self.paragraph = OpenParagraph { offset, n_marks: self.out.marks.len(), is_summary };
        self.start_text(is_summary);
    }

    fn end_paragraph(&mut self) {
        self.close_task();
        if self.paragraph.is_summary {
            self.body.summary = self.plain.trim().to_owned();
        }
        self.end_text();
        if !self.stands_alone() {
            return self.push("</p>\n");
        }
        // A figure may not stand inside `<p>`.
        self.out.html.truncate(self.paragraph.offset);
        if let Some(mark) = self.out.marks.last_mut() {
            mark.offset = self.paragraph.offset;
        }
        if let Some(image) = self.body.images.last_mut() {
            image.is_alone = true;
        }
        self.push("\n");
    }

    /// Whether the paragraph holds one picture and nothing else.
    fn stands_alone(&self) -> bool {
        self.out.html.len() == self.paragraph.offset + "<p>".len()
            && self.out.marks.len() == self.paragraph.n_marks + 1
            && matches!(self.out.marks.last().map(|mark| mark.kind), Some(MarkKind::Hole(HoleKind::Image(_))))
    }

    fn start_heading(&mut self, level: HeadingLevel, id: Option<String>, is_plain: bool) {
        let level = level as u8;
        let shown_level = self.outline.shown_level(level);
        self.open_line("<h");
        self.push(&shown_level.to_string());
        let (offset, n_marks) = (self.out.html.len(), self.out.marks.len());
        self.push(">");
        self.heading = Some(OpenHeading { level, shown_level, offset, n_marks, id, is_plain });
        self.start_text(true);
    }

    fn end_heading(&mut self, range: Range<usize>) {
        let Some(heading) = self.heading.take() else { return };
        // `{a, b}` at the end of a heading is text, though the parser takes it for attributes.
        if heading.id.is_none() && !heading.is_plain {
            let source = self.marked.text.get(range).unwrap_or_default();
            let attributes = source.rfind('{').map_or("", |idx| &source[idx..]);
            let end = attributes.find('}').map_or(0, |idx| idx + 1);
            self.write_text(&format!(" {}", self.marked.strip(&attributes[..end])));
        }
        let text = self.plain.trim().to_owned();
        self.end_text();
        let wanted = heading.id.filter(|id| !id.is_empty()).unwrap_or_else(|| slug(&text));
        let id = self.ids.unique(&wanted);
        let attribute = id_attribute(&id);
        self.out.html.insert_str(heading.offset, &attribute);
        for mark in &mut self.out.marks[heading.n_marks..] {
            mark.offset += attribute.len();
        }
        writeln!(self.out.html, "</h{}>", heading.shown_level).expect("a string takes everything");
        self.body.headings.push(Heading { level: heading.level, text, id });
    }

    fn start_row(&mut self) {
        if !self.table.has_body {
            self.table.has_body = true;
            self.push("<tbody>\n");
        }
        self.table.column = 0;
        self.push("<tr>");
    }

    fn start_cell(&mut self) {
        self.push(if self.table.is_in_head { "<th scope=\"col\"" } else { "<td" });
        self.push(match self.table.alignments.get(self.table.column) {
            Some(Alignment::Left) => " class=\"left\">",
            Some(Alignment::Center) => " class=\"center\">",
            Some(Alignment::Right) => " class=\"right\">",
            _ => ">",
        });
        self.last_char = '\n';
    }

    fn end_cell(&mut self) {
        self.end_text();
        self.push(if self.table.is_in_head { "</th>" } else { "</td>" });
        self.table.column += 1;
    }

    fn end_footnote(&mut self) {
        if let Some((index, outside)) = self.outside.take() {
            let text: Fragment = std::mem::replace(&mut self.out, outside);
            self.notes.define(index, text);
        }
    }

    fn start_code(&mut self, kind: &CodeBlockKind<'_>) {
        self.open_line("");
        self.pieces.clear();
        let language = match kind {
            CodeBlockKind::Fenced(info) => self.marked.strip(info).split_whitespace().next().unwrap_or_default().to_owned(),
            CodeBlockKind::Indented => String::new(),
        };
        if let Some(name) = BLOCKS.into_iter().find(|name| *name == language) {
            self.code = OpenCode::Block(name);
            return;
        }
        self.code = OpenCode::Shown;
        // Long lines are scrolled by keyboard, too.
        self.push("<pre tabindex=\"0\"><code");
        if !language.is_empty() {
            self.push(" class=\"language-");
            push_attribute(&mut self.out.html, &language);
            self.push("\"");
        }
        self.push(">");
    }

    pub(super) fn code_text(&mut self, text: &str) {
        let text = self.marked.strip(text);
        push_text(&mut self.out.html, &text);
        self.count(&text);
    }

    fn end_code(&mut self, range: Range<usize>) {
        if let OpenCode::Block(name) = self.code {
            self.end_block(name, range);
        } else {
            self.push("</code></pre>\n");
        }
        self.code = OpenCode::None;
        self.last_char = '\n';
    }

    fn end_block(&mut self, name: &str, range: Range<usize>) {
        let (text, offset) = self.collected();
        let fields = parse_toml(self.file, &text, self.start + offset).into_value(self.found);
        self.pieces.clear();
        let Some(fields) = fields else { return };
        let index = self.body.blocks.len() as u32;
        let span = self.span(range);
        self.body.blocks.push(Block { name: name.to_owned(), fields, span });
        self.hole(HoleKind::Block(index));
        self.push("\n");
    }

    /// The collected pieces as one text whose offsets are those of the body from the given one on.
    ///
    /// What stands between the pieces (the `>` of a quote, the indent of a list) is blank in it.
    pub(super) fn collected(&self) -> (Cow<'static, str>, usize) {
        let pieces: Vec<Range<usize>> =
            self.pieces.iter().map(|piece| self.marked.origin(piece.start)..self.marked.origin(piece.end)).collect();
        let Some(first) = pieces.first() else {
            return (Cow::Borrowed(""), 0);
        };
        let mut text = String::new();
        for piece in &pieces {
            let gap = piece.start.saturating_sub(first.start + text.len());
            text.extend(std::iter::repeat_n(' ', gap));
            text.push_str(self.marked.written.get(piece.clone()).unwrap_or_default());
        }
        (Cow::Owned(text), first.start)
    }

    /// Begins a stretch of text; it is collected as plain text, too, if `is_wanted`.
    fn start_text(&mut self, is_wanted: bool) {
        self.wants_plain = is_wanted;
        self.plain.clear();
        self.last_char = '\n';
    }

    /// Ends a stretch of text; raw HTML that is not closed ends with it.
    fn end_text(&mut self) {
        self.wants_plain = false;
        self.close_raw();
        self.last_char = '\n';
    }
}

fn alert_class(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "note",
        BlockQuoteKind::Tip => "tip",
        BlockQuoteKind::Important => "important",
        BlockQuoteKind::Warning => "warning",
        BlockQuoteKind::Caution => "caution",
    }
}
