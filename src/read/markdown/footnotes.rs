//! The parts of a note with footnotes to one text: numbers at the references, notes at the end, a way there and back.
//!
//! Numbers follow the order in which a reader meets the references. A note that nothing refers to is left out.

use std::collections::HashMap;
use std::fmt::Write;

use super::write::{Fragment, Mark, MarkKind};

/// The footnotes of a note.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// Index of each label, whatever its case.
    by_label: HashMap<String, usize>,
    /// Text of each note, by index.
    texts: Vec<Option<Fragment>>,
}

impl Notes {
    /// The index of a label, new or known.
    pub(super) fn index(&mut self, label: &str) -> usize {
        let n_notes = self.texts.len();
        let index = *self.by_label.entry(label.to_lowercase()).or_insert(n_notes);
        if index == n_notes {
            self.texts.push(None);
        }
        index
    }

    /// Gives a note its text; of two texts for one label the first counts.
    pub(super) fn define(&mut self, index: usize, text: Fragment) {
        self.texts[index].get_or_insert(text);
    }

    /// Puts everything together; the ids of notes and references are added to `anchors`.
    pub(super) fn assemble(&self, main: Fragment, anchors: &mut Vec<String>) -> Fragment {
        if self.texts.is_empty() {
            return main;
        }
        let counted = self.count(&main);
        let mut out = Assembly { numbers: &counted, n_met: vec![0; self.texts.len()], fragment: Fragment::default(), anchors };
        out.place(&main);
        if counted.order.is_empty() {
            return out.fragment;
        }
        out.fragment.html.push_str("<div class=\"footnotes\">\n<ol>\n");
        for note_idx in &counted.order {
            if let Some(text) = &self.texts[*note_idx] {
                out.place_note(*note_idx, text);
            }
        }
        out.fragment.html.push_str("</ol>\n</div>\n");
        out.fragment
    }

    fn count(&self, main: &Fragment) -> Numbers {
        let mut numbers =
            Numbers { number: vec![0; self.texts.len()], n_references: vec![0; self.texts.len()], order: Vec::new() };
        numbers.count(&main.marks);
        let mut n_done = 0;
        while let Some(note_idx) = numbers.order.get(n_done) {
            if let Some(text) = &self.texts[*note_idx] {
                numbers.count(&text.marks);
            }
            n_done += 1;
        }
        numbers
    }
}

/// What is known of the references before anything is written.
struct Numbers {
    /// Of each note, from one; zero if nothing refers to it.
    number: Vec<usize>,
    n_references: Vec<usize>,
    /// Notes by number.
    order: Vec<usize>,
}

impl Numbers {
    fn count(&mut self, marks: &[Mark]) {
        for mark in marks {
            let MarkKind::Note(note_idx) = mark.kind else { continue };
            self.n_references[note_idx] += 1;
            if self.number[note_idx] == 0 {
                self.order.push(note_idx);
                self.number[note_idx] = self.order.len();
            }
        }
    }
}

struct Assembly<'a> {
    numbers: &'a Numbers,
    /// References of each note that are written already.
    n_met: Vec<usize>,
    fragment: Fragment,
    anchors: &'a mut Vec<String>,
}

impl Assembly<'_> {
    fn place(&mut self, part: &Fragment) {
        let mut copied = 0;
        for mark in &part.marks {
            self.fragment.html.push_str(&part.html[copied..mark.offset]);
            copied = mark.offset;
            match mark.kind {
                MarkKind::Note(note_idx) => self.write_reference(note_idx),
                MarkKind::Hole(_) => self.fragment.marks.push(Mark { offset: self.fragment.html.len(), kind: mark.kind }),
            }
        }
        self.fragment.html.push_str(&part.html[copied..]);
    }

    fn write_reference(&mut self, note_idx: usize) {
        self.n_met[note_idx] += 1;
        let number = self.numbers.number[note_idx];
        let id = reference_id(number, self.n_met[note_idx]);
        let html = &mut self.fragment.html;
        write!(html, "<sup class=\"footnote-ref\"><a href=\"#fn-{number}\" id=\"{id}\" role=\"doc-noteref\">{number}</a></sup>")
            .expect("a string takes everything");
        self.anchors.push(id);
    }

    fn place_note(&mut self, note_idx: usize, text: &Fragment) {
        let number = self.numbers.number[note_idx];
        let id = format!("fn-{number}");
        self.fragment.html.push_str(&format!("<li id=\"{id}\">\n"));
        self.anchors.push(id);
        self.place(text);
        // The way back stands at the end of the last line, where the reader is.
        let end = "</p>\n";
        let is_paragraph = self.fragment.html.ends_with(end);
        if is_paragraph {
            self.fragment.html.truncate(self.fragment.html.len() - end.len());
        }
        for reference in 1..=self.numbers.n_references[note_idx] {
            let id = reference_id(number, reference);
            let which = if reference > 1 { format!("<sup>{reference}</sup>") } else { String::new() };
            write!(
                self.fragment.html,
                " <a href=\"#{id}\" class=\"footnote-back\" role=\"doc-backlink\">\u{21A9}\u{FE0E}{which}</a>"
            )
            .expect("a string takes everything");
        }
        self.fragment.html.push_str(if is_paragraph { end } else { "\n" });
        self.fragment.html.push_str("</li>\n");
    }
}

fn reference_id(number: usize, reference: usize) -> String {
    if reference == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{reference}") }
}
