//! A text's front matter and body to the phrases that readers would see.

use super::spoken::{is_spoken, spoken};
use super::{Wording, texts_of};
use crate::diag::{Diagnostic, Place, Span};
use crate::read::{Note, split_front};

/// Looks at a note. Codes: see [`Wording::of_entry`].
pub(super) fn look(wording: &Wording<'_>, note: &Note, text: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if !wording.watch.may_find(text) {
        return found;
    }
    for span in note.front.iter().flat_map(texts_of) {
        wording.look_at(note.file, text, span, &mut found);
    }
    let split = split_front(note.file, text).value;
    let met = wording.watch.look(split.body);
    if met.is_empty() {
        return found;
    }
    let spoken = spoken(split.body);
    for met in met.iter().filter(|met| is_spoken(&spoken, &met.range)) {
        let span = Span::new(met.range.start, met.range.end).shifted(split.body_start);
        found.extend(wording.finding(met, split.body, Place::Text(note.file, span)));
    }
    found
}
