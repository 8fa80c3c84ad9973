//! A scale and names to the frame in which columns and lines stand: ticks at the left, names below.

use super::data::Data;
use super::scale::Scale;
use super::svg::{Anchor, Canvas, Layout};
use super::text::{self, Lines, fit, wrap};

/// Between numbers and the axis, and between names.
pub(super) const GAP: f64 = 8.0;
/// Between two ticks, so that their numbers stand apart.
const TICK_PITCH: f64 = 42.0;

/// The rectangle in which values are drawn.
#[derive(Clone, Debug)]
pub(super) struct Plot {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) scale: Scale,
    pub(super) n_slots: usize,
}

/// Space that marks need for their numbers beyond the ends of the scale.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Margins {
    pub(super) above: f64,
    pub(super) below: f64,
}

/// How high a plot is.
pub(super) fn plot_height(layout: Layout) -> f64 {
    if layout == Layout::Wide { 240.0 } else { 190.0 }
}

/// How many steps of the scale that height has room for.
pub(super) fn n_ticks(height: f64) -> usize {
    (height / TICK_PITCH) as usize
}

/// What the numbers of the scale take of the width.
pub(super) fn gutter(canvas: &Canvas, data: &Data, scale: &Scale) -> f64 {
    let texts: Vec<String> = scale.ticks.iter().map(|tick| data.tick_text(&tick.text)).collect();
    text::widest(texts.iter().map(String::as_str), canvas.size) + GAP
}

impl Plot {
    /// Takes its room from the canvas and draws scale and grid.
    pub(super) fn draw(canvas: &mut Canvas, data: &Data, scale: Scale, n_slots: usize, margins: Margins) -> Self {
        let title = data.axis_title();
        if !title.is_empty() {
            let lines = wrap(title, canvas.width, canvas.size, 1);
            canvas.text("quiet", Anchor::Start, (0.0, canvas.base_line(canvas.height)), &lines, title);
            canvas.height += canvas.text_height(1);
        }
        let left = gutter(canvas, data, &scale);
        let top = canvas.height + margins.above.max(canvas.text_height(1) / 2.0);
        let bottom = top + plot_height(canvas.layout);
        let plot = Self { left, right: canvas.width, top, bottom, scale, n_slots };
        for tick in &plot.scale.ticks {
            let y = plot.y(tick.value);
            canvas.line(if tick.value == 0.0 { "axis" } else { "grid" }, (left, y), (plot.right, y));
            canvas.word("quiet", Anchor::End, (left - GAP, canvas.middle_line(y)), &data.tick_text(&tick.text));
        }
        canvas.height = bottom + margins.below;
        plot
    }

    pub(super) fn y(&self, value: f64) -> f64 {
        self.bottom - self.scale.share(value) * (self.bottom - self.top)
    }

    pub(super) fn slot_width(&self) -> f64 {
        (self.right - self.left) / self.n_slots.max(1) as f64
    }

    pub(super) fn middle(&self, slot_idx: usize) -> f64 {
        self.left + (slot_idx as f64 + 0.5) * self.slot_width()
    }

    /// The top of a number over a mark that ends at `end`: above the line of the target where that would run through it.
    pub(super) fn number_top(&self, canvas: &Canvas, data: &Data, end: f64) -> f64 {
        let top = end - canvas.text_height(1);
        match data.target().map(|target| self.y(target)) {
            Some(line) if top - 1.0 < line && line < end => line - canvas.text_height(1) - 1.0,
            _ => top,
        }
    }

    /// The number at the low end of the scale reaches below it, also where no names follow.
    pub(super) fn finish(&self, canvas: &mut Canvas) {
        canvas.height = canvas.height.max(self.bottom + canvas.text_height(1) / 2.0);
    }

    /// The line of what is to be reached.
    pub(super) fn draw_target(&self, canvas: &mut Canvas, data: &Data) {
        if let Some(target) = data.target() {
            let y = self.y(target);
            canvas.line("target", (self.left, y), (self.right, y));
        }
    }
}

/// Names side by side, each around the middle of its slot.
#[derive(Clone, Copy, Debug)]
pub(super) struct Names<'n> {
    pub(super) names: &'n [&'n str],
    /// Where the first slot begins.
    pub(super) left: f64,
    pub(super) slot: f64,
    pub(super) most_lines: usize,
    /// Whether names between two others can be guessed.
    pub(super) is_sequence: bool,
}

impl Names<'_> {
    /// Draws them from the canvas's height down.
    pub(super) fn draw(self, canvas: &mut Canvas) {
        let (every, lines) = self.choose(canvas);
        let n_lines = lines.iter().map(|lines| lines.lines.len()).max().unwrap_or(0);
        let y = canvas.base_line(canvas.height);
        for (idx, lines) in lines.iter().enumerate() {
            let start = self.left + (idx * every) as f64 * self.slot;
            let name = self.names[idx * every];
            if every == 1 {
                canvas.text("quiet", Anchor::Middle, (start + self.slot / 2.0, y), lines, name);
            } else if start + lines.width(canvas.size) <= canvas.width {
                // Names of more than one slot begin where their slot does, so that none leaves the drawing at the left.
                canvas.text("quiet", Anchor::Start, (start, y), lines, name);
            }
        }
        if n_lines > 0 {
            canvas.height += canvas.text_height(n_lines);
        }
    }

    /// Every which name has room, and the lines of those.
    fn choose(&self, canvas: &Canvas) -> (usize, Vec<Lines>) {
        if let Some(lines) = self.fitting(canvas, 1) {
            return (1, lines);
        }
        if !self.is_sequence {
            return (1, self.names.iter().map(|name| wrap(name, self.room(1), canvas.size, self.most_lines)).collect());
        }
        for every in [2, 3, 4, 6, 12, 24, 36, 60, 120, 240].into_iter().filter(|every| *every < self.names.len()) {
            if let Some(lines) = self.fitting(canvas, every) {
                return (every, lines);
            }
        }
        let every = self.names.len().max(2);
        (every, self.names.iter().take(1).map(|name| wrap(name, self.room(every), canvas.size, 1)).collect())
    }

    fn fitting(&self, canvas: &Canvas, every: usize) -> Option<Vec<Lines>> {
        let n_lines = if every == 1 { self.most_lines } else { 1 };
        self.names.iter().step_by(every).map(|name| fit(name, self.room(every), canvas.size, n_lines)).collect()
    }

    fn room(&self, every: usize) -> f64 {
        (self.slot * every as f64 - GAP / 2.0).max(1.0)
    }
}
