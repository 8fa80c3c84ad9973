//! The parser's events to HTML with holes: the state that is kept on the way, and which event goes where.

use std::ops::Range;

use pulldown_cmark::{Alignment, Event, Options, Parser, RefDefs};

use super::clean::clean;
use super::digest::digest;
use super::emphasis::Marked;
use super::figures::OpenFigure;
use super::footnotes::Notes;
use super::headings::{Ids, Outline};
use super::nesting::MAX_DEPTH;
use super::sanitise::RawState;
use super::summary::summarise;
use super::{Body, Hole, HoleKind};
use crate::diag::{Diagnostic, FileId, Place, Span, codes};

/// Named one by one: `ENABLE_OLD_FOOTNOTES` shares a bit with `ENABLE_FOOTNOTES`, so that "all" would be a different language.
pub(super) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_GFM);

/// HTML and what is missing in it.
#[derive(Debug, Default)]
pub(super) struct Fragment {
    pub html: String,
    /// In order of offset.
    pub marks: Vec<Mark>,
}

/// A place in the HTML where something is written later.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub offset: usize,
    pub kind: MarkKind,
}

/// What is written there.
#[derive(Clone, Copy, Debug)]
pub(super) enum MarkKind {
    /// By `render`.
    Hole(HoleKind),
    /// A reference to the footnote of this index, by `footnotes`.
    Note(usize),
}

/// Everything that is remembered from one event to the next.
pub(super) struct Writer<'a> {
    pub(super) file: FileId,
    /// Where the body begins in the file.
    pub(super) start: usize,
    pub(super) marked: &'a Marked<'a>,
    pub(super) found: &'a mut Vec<Diagnostic>,
    pub(super) body: Body,
    pub(super) out: Fragment,
    /// What was written before the footnote that is being written.
    pub(super) outside: Option<(usize, Fragment)>,
    pub(super) notes: Notes,
    pub(super) ids: Ids,
    pub(super) outline: Outline,
    /// Text of the heading or first paragraph that is being written.
    pub(super) plain: String,
    pub(super) wants_plain: bool,
    pub(super) heading: Option<OpenHeading>,
    pub(super) paragraph: OpenParagraph,
    pub(super) table: OpenTable,
    pub(super) code: OpenCode,
    pub(super) image: Option<OpenImage>,
    pub(super) figure: Option<OpenFigure>,
    pub(super) link: OpenLink,
    /// Where the label of a task began.
    pub(super) task: Option<usize>,
    /// Source ranges of the code or raw HTML that is being collected.
    pub(super) pieces: Vec<Range<usize>>,
    pub(super) raw: RawState,
    /// Text that may hold bare addresses.
    pub(super) loose: LooseText,
    /// The last character a reader sees so far.
    pub(super) last_char: char,
}

pub(super) struct OpenHeading {
    pub level: u8,
    pub shown_level: u8,
    /// Behind `<h2`.
    pub offset: usize,
    /// Marks before it.
    pub n_marks: usize,
    /// As the author wrote it.
    pub id: Option<String>,
    /// Whether no `{…}` was taken from its text.
    pub is_plain: bool,
}

#[derive(Default)]
pub(super) struct OpenParagraph {
    /// Of its `<p>`.
    pub offset: usize,
    /// Marks before it.
    pub n_marks: usize,
    /// Whether its text is the summary.
    pub is_summary: bool,
}

#[derive(Default)]
pub(super) struct OpenTable {
    pub alignments: Vec<Alignment>,
    pub column: usize,
    pub is_in_head: bool,
    pub has_body: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum OpenCode {
    None,
    /// Code to show.
    Shown,
    /// A block whose body is TOML; its name.
    Block(&'static str),
}

pub(super) struct OpenImage {
    pub n_open: usize,
    pub alt: String,
    pub target: String,
    pub title: String,
    pub span: Span,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum OpenLink {
    None,
    Kept,
    /// Its destination may not stay; its text does.
    Dropped,
}

#[derive(Default)]
pub(super) struct LooseText {
    pub is_wanted: bool,
    pub text: String,
    /// Offsets in `text` and where they come from in the text the parser read.
    pub origins: Vec<(usize, usize)>,
}

/// Writes the body of a note. Order: events, footnotes, sanitising where there is raw HTML, summary and digest.
pub(super) fn write_body(file: FileId, marked: &Marked<'_>, start: usize, found: &mut Vec<Diagnostic>) -> Body {
    let mut writer = Writer::new(file, marked, start, found);
    let mut events = Parser::new_ext(&marked.text, OPTIONS).into_offset_iter();
    let mut depth = 0;
    while let Some((event, range)) = events.next() {
        match &event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        let place = range.clone();
        writer.event(event, range, events.reference_definitions());
        if depth + writer.raw.n_open > MAX_DEPTH {
            let place = Place::Text(file, writer.span(place));
            writer.found.push(codes::too_deep.at(place).with("max", MAX_DEPTH));
            return Body::default();
        }
    }
    writer.flush_loose();
    writer.finish()
}

impl<'a> Writer<'a> {
    fn new(file: FileId, marked: &'a Marked<'a>, start: usize, found: &'a mut Vec<Diagnostic>) -> Self {
        let is_wanted = marked.written.contains("://");
        Self {
            file,
            start,
            marked,
            found,
            body: Body::default(),
            out: Fragment { html: String::with_capacity(marked.text.len() * 5 / 4), marks: Vec::new() },
            outside: None,
            notes: Notes::default(),
            ids: Ids::default(),
            outline: Outline::default(),
            plain: String::new(),
            wants_plain: false,
            heading: None,
            paragraph: OpenParagraph::default(),
            table: OpenTable::default(),
            code: OpenCode::None,
            image: None,
            figure: None,
            link: OpenLink::None,
            task: None,
            pieces: Vec::new(),
            raw: RawState::default(),
            loose: LooseText { is_wanted, ..LooseText::default() },
            last_char: '\n',
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>, definitions: &RefDefs<'_>) {
        if self.image.is_some() {
            return self.image_event(&event, &range);
        }
        if self.figure.is_some() {
            return self.figure_event(&event, &range);
        }
        if !matches!(event, Event::Text(_)) {
            self.flush_loose();
        }
        match event {
            Event::Start(tag) => self.start_tag(tag, range, definitions),
            Event::End(tag) => self.end_tag(tag, range),
            Event::Text(text) => self.text(&text, range),
            Event::Code(text) => self.inline_code(&text),
            Event::Html(_) => self.pieces.push(range),
            Event::InlineHtml(tag) => self.inline_html(&tag, range),
            Event::SoftBreak => self.soft_break(range.end),
            Event::HardBreak => self.hard_break(),
            Event::Rule => self.rule(),
            Event::FootnoteReference(label) => self.footnote_reference(&label),
            Event::TaskListMarker(is_done) => self.task_marker(is_done),
            // Not asked for in `OPTIONS`.
            Event::InlineMath(text) | Event::DisplayMath(text) => self.write_text(&text),
        }
    }

    /// A range of the text the parser read, in the file.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.marked.origin(range.start), self.marked.origin(range.end)).shifted(self.start)
    }

    /// Marks the end of what is written so far as a hole.
    pub(super) fn hole(&mut self, kind: HoleKind) {
        self.out.marks.push(Mark { offset: self.out.html.len(), kind: MarkKind::Hole(kind) });
    }

    fn finish(mut self) -> Body {
        let mut fragment = self.notes.assemble(self.out, &mut self.body.anchors);
        if self.raw.needs_cleaning {
            fragment = clean(&fragment);
        }
        let mut body = self.body;
        body.html = fragment.html;
        body.holes = holes(&fragment.marks);
        body.summary = summarise(&body.summary);
        body.digest = digest(&body);
        body
    }
}

fn holes(marks: &[Mark]) -> Vec<Hole> {
    let mut holes = Vec::with_capacity(marks.len());
    for mark in marks {
        if let MarkKind::Hole(kind) = mark.kind {
            holes.push(Hole { offset: mark.offset as u32, kind });
        }
    }
    holes
}
