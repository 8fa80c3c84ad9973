//! One way to draw for each family of kinds.

pub(super) mod rows;

use super::ChartWords;
use super::svg::{Anchor, Canvas};
use super::text::wrap;

/// Says how many more the table has, so that nobody takes the first for all.
fn draw_more(canvas: &mut Canvas, words: &ChartWords, n_more: usize) {
    if n_more == 0 || words.more.is_empty() {
        return;
    }
    let text = words.more.replace("{n}", &n_more.to_string());
    let lines = wrap(&text, canvas.width, canvas.size, 2);
    canvas.text("quiet", Anchor::Start, (0.0, canvas.base_line(canvas.height)), &lines, &text);
    canvas.height += canvas.text_height(lines.lines.len());
}
