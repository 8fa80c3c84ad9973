//! A series to a line as wide as a word, for a tile or a sentence that says the number itself.

use super::line::{path, runs};
use crate::chart::axis::Plot;
use crate::chart::data::{Data, Datum};
use crate::chart::svg::{Area, Canvas, Paint, Tip};
use crate::chart::texture;

const HEIGHT: f64 = 40.0;
/// Around the line, for dots.
const MARGIN: f64 = 5.0;

/// Draws the line; its last value has a dot.
pub(in crate::chart) fn draw(canvas: &mut Canvas, data: Data) {
    canvas.height = HEIGHT;
    let n_slots = data.chart.categories.len();
    let (right, bottom) = (canvas.width - MARGIN, HEIGHT - MARGIN);
    let plot = Plot { left: MARGIN, right, top: MARGIN, bottom, scale: data.range().scale(2), n_slots };
    canvas.line("axis", (0.0, plot.y(0.0)), (canvas.width, plot.y(0.0)));
    for series_idx in 0..data.chart.series.len() {
        draw_series(canvas, &data, &plot, series_idx);
    }
}

fn draw_series(canvas: &mut Canvas, data: &Data, plot: &Plot, series_idx: usize) {
    let width = plot.slot_width();
    for idx in (0..plot.n_slots).filter(|idx| data.datum(series_idx, *idx) == Datum::HeldBack) {
        let area = Area { x: plot.middle(idx) - width / 2.0, y: plot.top, width, height: plot.bottom - plot.top };
        canvas.rect(area, Paint::Hatch, &data.tip(series_idx, idx));
    }
    let mut last = None;
    for run in runs(data, plot.n_slots, series_idx) {
        let points: Vec<(f64, f64)> = run.iter().map(|(idx, value)| (plot.middle(*idx), plot.y(*value))).collect();
        if let [(x, y)] = points.as_slice() {
            let dot = texture::dot(series_idx, *x, *y, 2.0);
            canvas.path(&dot, Paint::Class(texture::dot_class(series_idx)), &Tip::default());
        } else {
            canvas.stroke(&path(&points), series_idx);
        }
        last = run.last().copied().zip(points.last().copied()).or(last);
    }
    if let Some(((idx, _), (x, y))) = last {
        let dot = texture::dot(series_idx, x, y, 4.0);
        canvas.path(&dot, Paint::Class(texture::dot_class(series_idx)), &data.tip(series_idx, idx));
    }
}
