//! Positions in a text to places inside its file.

use memchr::memchr_iter;

use super::{Inside, Spot};

/// Tells places of positions that hardly ever go back.
#[derive(Debug)]
pub(super) struct Lines<'t> {
    /// Nothing where all positions are at one place.
    text: Option<&'t str>,
    at: usize,
    inside: Inside,
}

impl<'t> Lines<'t> {
    /// All positions are this place.
    pub(super) fn nowhere(inside: &Inside) -> Self {
        Self { text: None, at: 0, inside: inside.clone() }
    }

    /// Positions are the lines of a text.
    pub(super) fn of(text: &'t str, inside: &Inside) -> Self {
        Self { text: Some(text), at: 0, inside: Inside { spot: Spot::Line(1), ..inside.clone() } }
    }

    /// Whether positions have different places.
    pub(super) fn are_told(&self) -> bool {
        self.text.is_some()
    }

    /// The place of a position.
    pub(super) fn inside_at(&mut self, at: usize) -> &Inside {
        if let (Some(text), Spot::Line(line)) = (self.text, &mut self.inside.spot) {
            let (first, last) = (self.at.min(at), self.at.max(at));
            let n_between = memchr_iter(b'\n', text.as_bytes().get(first..last).unwrap_or_default()).count() as u32;
            *line = if at < self.at { line.saturating_sub(n_between) } else { *line + n_between };
            self.at = at;
        }
        &self.inside
    }
}
