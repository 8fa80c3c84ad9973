//! A value to one of five steps, told by the shade of a cell and, where no number fits, by the size of a square.

use crate::chart::axis::GAP;
use crate::chart::data::Data;
use crate::chart::scale::Scale;
use crate::chart::svg::{Anchor, Area, Canvas, Paint, Tip};
use crate::chart::text::wrap;

/// Beside nothing, which is step 0.
pub(super) const N_STEPS: usize = 5;
/// From here on a shade is so dark that text on it must be light.
const FIRST_DARK: usize = 4;
const SWATCH: f64 = 15.0;

/// 0 for nothing, else 1 to 5.
pub(super) fn step(scale: &Scale, value: f64) -> usize {
    if value == 0.0 {
        return 0;
    }
    ((scale.share(value) * N_STEPS as f64).ceil() as usize).clamp(1, N_STEPS)
}

/// The class of a number on that shade.
pub(super) fn text_class(step: usize) -> &'static str {
    if step < FIRST_DARK { "on-light" } else { "on-dark" }
}

/// A cell whose square says how much; `most` is the side of the largest, the same for all cells of a drawing.
pub(super) fn draw_square(canvas: &mut Canvas, cell: Area, most: f64, step: usize, tip: &Tip) {
    canvas.plain_rect(cell, Paint::State(""));
    let side = most * (0.25 + 0.75 * step as f64 / N_STEPS as f64);
    let (x, y) = (cell.x + (cell.width - side) / 2.0, cell.y + (cell.height - side) / 2.0);
    if step > 0 {
        canvas.plain_rect(Area { x, y, width: side, height: side }, Paint::Step(step));
    }
    canvas.hot_rect(cell, tip);
}

/// From the least to the most, with the ends of the scale.
pub(super) fn draw_legend(canvas: &mut Canvas, data: &Data, scale: &Scale) {
    let ends =
        [scale.ticks.first(), scale.ticks.last()].map(|tick| tick.map_or(String::new(), |tick| data.tick_text(&tick.text)));
    let [low, high] = ends;
    let height = canvas.text_height(1);
    let y = canvas.base_line(canvas.height);
    canvas.word("quiet", Anchor::Start, (0.0, y), &low);
    let mut x = canvas.text_width(&low) + GAP;
    for step in 1..=N_STEPS {
        let cell = Area { x, y: canvas.height + (height - SWATCH) / 2.0, width: SWATCH, height: SWATCH };
        draw_square(canvas, cell, SWATCH, step, &Tip::default());
        x += SWATCH + 3.0;
    }
    let high = format!("{high} {}", data.axis_title());
    let x = x + GAP - 3.0;
    let lines = wrap(&high, canvas.width - x, canvas.size, 1);
    canvas.text("quiet", Anchor::Start, (x, y), &lines, &high);
    canvas.height += height + GAP;
}
