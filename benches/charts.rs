//! How long one chart takes: the usual ones, and the largest that pages have.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use yuandi::chart::{Category, Chart, ChartKind, ChartWords, Mark, Series, draw};

const KINDS: [(&str, ChartKind); 12] = [
    ("bar", ChartKind::Bar),
    ("grouped", ChartKind::Grouped),
    ("stacked", ChartKind::Stacked),
    ("line", ChartKind::Line),
    ("area", ChartKind::Area),
    ("donut", ChartKind::Donut),
    ("sparkline", ChartKind::Sparkline),
    ("progress", ChartKind::Progress),
    ("heatmap", ChartKind::Heatmap),
    ("calendar", ChartKind::Calendar),
    ("matrix", ChartKind::Matrix),
    ("lollipop", ChartKind::Lollipop),
];

fn words() -> ChartWords {
    let (no_data, gap) = ("暂无数据".to_owned(), "—".to_owned());
    ChartWords { no_data, gap, more: "另有 {n} 项".to_owned(), ..ChartWords::default() }
}

fn mark(number: usize) -> Mark {
    let value = (number * 7919 % 997) as f64 / 10.0;
    let (text, href, note) = (format!("{value:.1}%"), format!("../metrics/rate/index.html#s-{number}"), format!("n = {number}"));
    Mark { value: Some(value), text, href, note, state: "" }
}

/// A chart of so many names and series.
fn chart(kind: ChartKind, n: usize, n_series: usize) -> Chart {
    let first = jiff::civil::date(2026, 1, 1);
    let category = |idx: usize| Category {
        label: format!("智能制造学院第{idx}党支部"),
        short: String::new(),
        date: first.checked_add(jiff::Span::new().days(idx as i64)).ok().filter(|_| kind == ChartKind::Calendar),
    };
    let one = |column: usize| Series {
        label: format!("{}年{}月", 2024 + column / 12, column % 12 + 1),
        marks: (0..n).map(|idx| mark(idx * 31 + column)).collect(),
    };
    Chart {
        kind,
        title: "各支部参加率".to_owned(),
        description: "各支部每月参加活动的比例。".to_owned(),
        unit: "%".to_owned(),
        categories: (0..n).map(category).collect(),
        series: (0..n_series).map(one).collect(),
        is_share: true,
        id: "c1".to_owned(),
        ..Chart::default()
    }
}

fn kinds(c: &mut Criterion) {
    let words = words();
    let mut group = c.benchmark_group("chart");
    for (name, kind) in KINDS {
        let n_series = if matches!(kind, ChartKind::Heatmap | ChartKind::Matrix) { 12 } else { 1 };
        let chart = chart(kind, 12, n_series);
        group.bench_function(name, |b| b.iter(|| draw(black_box(&chart), &words)));
    }
    let large = [
        ("200 bars", chart(ChartKind::Bar, 200, 1)),
        ("3 lines of 60", chart(ChartKind::Line, 60, 3)),
        ("60 by 12 matrix", chart(ChartKind::Matrix, 60, 12)),
        ("366 days", chart(ChartKind::Calendar, 366, 1)),
    ];
    for (name, chart) in &large {
        group.bench_function(*name, |b| b.iter(|| draw(black_box(chart), &words)));
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20).warm_up_time(std::time::Duration::from_millis(300)).measurement_time(std::time::Duration::from_millis(700));
    targets = kinds
}
criterion_main!(benches);
