//! Categories in order to lines that break where there is no value.

use crate::chart::ChartKind;
use crate::chart::axis::{self, Margins, Names, Plot};
use crate::chart::data::{Data, Datum, Held};
use crate::chart::legend::{self, Swatch};
use crate::chart::svg::{Anchor, Area, Canvas, Paint, Tip, num};
use crate::chart::texture;

/// With more points than these, dots would hide the line.
const MOST_DOTS: usize = 31;
/// Of a dot, and of the place around it that can be pointed at.
const DOT: f64 = 4.0;
const REACH: f64 = 9.0;

/// Draws lines, and the surface below a single one of an area chart.
pub(in crate::chart) fn draw(canvas: &mut Canvas, data: Data) {
    legend::draw(canvas, &data, Swatch::Line, Held::InLegend);
    let scale = data.range().scale(axis::n_ticks(axis::plot_height(canvas.layout)));
    let n = data.chart.categories.len();
    let slot = (canvas.width - axis::gutter(canvas, &data, &scale)) / n as f64;
    let has_numbers = numbers_fit(canvas, &data, slot);
    let above = if has_numbers { canvas.text_height(1) + DOT + 2.0 } else { 0.0 };
    let plot = Plot::draw(canvas, &data, scale, n, Margins { above, below: 0.0 });
    draw_held_back(canvas, &data, &plot);
    for series_idx in 0..data.chart.series.len() {
        draw_series(canvas, &data, &plot, series_idx);
    }
    plot.draw_target(canvas, &data);
    if has_numbers {
        draw_numbers(canvas, &data, &plot);
    }
    canvas.height += 4.0;
    let names = super::names_of(canvas, &data, 0..n, slot);
    Names { names: &names.names, left: plot.left, slot, most_lines: 2, is_sequence: true }.draw(canvas);
    super::draw_head(canvas, plot.left, &names.head);
    plot.finish(canvas);
}

/// A single line may say its numbers where each has room.
fn numbers_fit(canvas: &Canvas, data: &Data, slot: f64) -> bool {
    let n = data.chart.categories.len();
    data.chart.series.len() == 1
        && (0..n).all(|idx| {
            !matches!(data.datum(0, idx), Datum::Value(_)) || canvas.text_width(data.text_at_axis(0, idx)) <= slot - 4.0
        })
}

/// Where something is not shown, the whole height may be it.
fn draw_held_back(canvas: &mut Canvas, data: &Data, plot: &Plot) {
    let is_single = data.chart.series.len() == 1;
    let height = if is_single { plot.bottom - plot.top } else { 12.0 };
    for idx in 0..plot.n_slots {
        for series_idx in 0..data.chart.series.len() {
            if data.datum(series_idx, idx) == Datum::HeldBack {
                let width = plot.slot_width();
                let area = Area { x: plot.middle(idx) - width / 2.0, y: plot.bottom - height, width, height };
                canvas.rect(area, Paint::Hatch, &data.tip(series_idx, idx));
            }
        }
    }
}

fn draw_series(canvas: &mut Canvas, data: &Data, plot: &Plot, series_idx: usize) {
    for run in runs(data, plot.n_slots, series_idx) {
        let points: Vec<(f64, f64)> = run.iter().map(|(idx, value)| (plot.middle(*idx), plot.y(*value))).collect();
        if data.chart.kind == ChartKind::Area && points.len() > 1 {
            canvas.path(&surface(&points, plot.y(0.0)), Paint::Area(series_idx), &Tip::default());
        }
        if points.len() > 1 {
            canvas.stroke(&path(&points), series_idx);
        }
        for ((idx, _), (x, y)) in run.iter().zip(&points) {
            if plot.n_slots <= MOST_DOTS || points.len() == 1 {
                let dot = texture::dot(series_idx, *x, *y, DOT);
                canvas.path(&dot, Paint::Class(texture::dot_class(series_idx)), &Tip::default());
            }
            canvas.hot(*x, *y, REACH.min(plot.slot_width().max(DOT)), &data.tip(series_idx, *idx));
        }
    }
}

/// Values that follow each other without a gap.
pub(super) fn runs(data: &Data, n: usize, series_idx: usize) -> Vec<Vec<(usize, f64)>> {
    let mut runs = vec![Vec::new()];
    for idx in 0..n {
        match data.datum(series_idx, idx) {
            Datum::Value(value) => runs.last_mut().expect("it begins with one").push((idx, value)),
            Datum::HeldBack | Datum::Gap => runs.push(Vec::new()),
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// `M1 2L3 4`.
pub(super) fn path(points: &[(f64, f64)]) -> String {
    let points: Vec<String> = points.iter().map(|(x, y)| format!("{} {}", num(*x), num(*y))).collect();
    format!("M{}", points.join("L"))
}

fn surface(points: &[(f64, f64)], zero: f64) -> String {
    let (first, last) = (points.first().map_or(0.0, |point| point.0), points.last().map_or(0.0, |point| point.0));
    format!("{}L{} {zero}L{} {zero}Z", path(points), num(last), num(first), zero = num(zero))
}

fn draw_numbers(canvas: &mut Canvas, data: &Data, plot: &Plot) {
    for idx in 0..plot.n_slots {
        if let Datum::Value(value) = data.datum(0, idx) {
            let top = plot.number_top(canvas, data, plot.y(value) - DOT - 2.0);
            canvas.word("halo", Anchor::Middle, (plot.middle(idx), canvas.base_line(top)), data.text_at_axis(0, idx));
        }
    }
}
