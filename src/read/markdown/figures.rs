//! A link with the scheme `figure:` to a hole of its own, with the text that its author gave it.

use std::ops::Range;

use pulldown_cmark::Event;

use super::write::Writer;
use super::{FigureText, HoleKind};
use crate::diag::Span;

/// The scheme of links to figures.
const SCHEME: &str = "figure:";

/// What an author writes for a number that is to be filled in.
const OPEN: [&str; 2] = ["?", "？"];

/// First of the characters that stand for figures: Unicode leaves this plane to private use, and nobody can type it.
const FIRST_MARK: u32 = 0xF_0000;

/// As many figures as that plane has characters.
const N_MARKS: u32 = 0xFFFD;

/// A figure whose text is being read.
pub(super) struct OpenFigure {
    n_open: usize,
    text: String,
    place: Option<Range<usize>>,
    target: String,
    target_span: Span,
}

impl Writer<'_> {
    /// Begins a figure if a link's destination is one.
    pub(super) fn starts_figure(&mut self, target: &str, span: Span) -> bool {
        let is_figure = target.get(..SCHEME.len()).is_some_and(|scheme| scheme.eq_ignore_ascii_case(SCHEME));
        if is_figure {
            let has_place = (span.end - span.start) as usize == target.len();
            let start = if has_place { span.start + SCHEME.len() as u32 } else { span.start };
            let target = target[SCHEME.len()..].to_owned();
            let target_span = Span { start, ..span };
            self.figure = Some(OpenFigure { n_open: 1, text: String::new(), place: None, target, target_span });
        }
        is_figure
    }

    /// Inside a figure only plain text counts.
    pub(super) fn figure_event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        let marked = self.marked;
        let Some(figure) = &mut self.figure else { return };
        match event {
            Event::Start(_) => figure.n_open += 1,
            Event::End(_) => figure.n_open -= 1,
            Event::Text(text) | Event::Code(text) => {
                figure.text.push_str(&marked.strip(text));
                let start = figure.place.as_ref().map_or(range.start, |place| place.start);
                figure.place = Some(start..range.end);
            }
            Event::SoftBreak | Event::HardBreak => figure.text.push(' '),
            _ => {}
        }
        if figure.n_open == 0
            && let Some(figure) = self.figure.take()
        {
            self.end_figure(figure);
        }
    }

    fn end_figure(&mut self, figure: OpenFigure) {
        if self.raw.swallowing.is_some() {
            return;
        }
        let idx = self.body.figures.len();
        let text = figure.text.trim().to_owned();
        let text_span = figure.place.map_or(figure.target_span, |place| self.span(place));
        if self.wants_plain {
            if is_open(&text) { self.plain.push(mark(idx)) } else { self.plain.push_str(&text) }
        }
        self.count(&text);
        self.last_char = text.chars().next_back().unwrap_or(self.last_char);
        self.body.figures.push(FigureText { target: figure.target, target_span: figure.target_span, text, text_span });
        self.hole(HoleKind::Figure(idx as u32));
    }
}

impl FigureText {
    /// Whether the number is to be filled in.
    pub fn is_open(&self) -> bool {
        is_open(&self.text)
    }
}

fn is_open(text: &str) -> bool {
    text.is_empty() || OPEN.contains(&text)
}

/// The character that stands in plain text (summaries, headings) for the figure of an index, where it is to be filled in.
fn mark(idx: usize) -> char {
    let offset = u32::try_from(idx).unwrap_or(N_MARKS).min(N_MARKS);
    char::from_u32(FIRST_MARK + offset).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// The index of the figure for which a character of a summary or heading stands.
pub fn marked_figure(character: char) -> Option<usize> {
    let offset = (character as u32).checked_sub(FIRST_MARK)?;
    (offset <= N_MARKS).then_some(offset as usize)
}
