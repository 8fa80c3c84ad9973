//! Runs of text with their places to texts: in the order in which they are drawn, and in the order in which they stand.

use super::super::APART;
use super::page::{Canvas, Run};

/// The texts of a page: one, or two where the orders differ.
pub(super) fn texts(canvas: &Canvas) -> Vec<String> {
    let drawn = joined(&canvas.runs.iter().collect::<Vec<_>>());
    let standing = joined(&in_lines(&canvas.runs));
    let mut texts = vec![drawn];
    if solid(&standing) != solid(&texts[0]) {
        texts.push(standing);
    }
    if !canvas.spoken.is_empty() {
        texts.push(canvas.spoken.clone());
    }
    texts
}

fn solid(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Runs from top to bottom, and in a line from left to right.
fn in_lines(runs: &[Run]) -> Vec<&Run> {
    let mut left: Vec<&Run> = runs.iter().collect();
    left.sort_by(|a, b| b.start.y.total_cmp(&a.start.y));
    let mut lines: Vec<Vec<&Run>> = Vec::new();
    for run in left {
        match lines.last_mut() {
            Some(line) if (line[0].start.y - run.start.y).abs() < line[0].size.min(run.size) * 0.4 => line.push(run),
            _ => lines.push(vec![run]),
        }
    }
    for line in &mut lines {
        line.sort_by(|a, b| a.start.x.total_cmp(&b.start.x));
    }
    lines.into_iter().flatten().collect()
}

fn joined(runs: &[&Run]) -> String {
    let mut text = String::new();
    let mut before: Option<&Run> = None;
    for run in runs {
        if let Some(before) = before {
            text.push_str(gap(before, run));
        }
        text.extend(run.text.chars().filter(|character| *character != APART));
        before = Some(run);
    }
    text
}

/// What stands between two runs: nothing, a space, cells of a table, or lines.
fn gap(before: &Run, run: &Run) -> &'static str {
    let (ahead, aside) = before.offset(run.start);
    let size = before.size.max(run.size);
    match ahead / size {
        _ if aside.abs() > size * 0.4 => "\n",
        far if far < -0.25 => "\n",
        far if far < 0.25 => "",
        far if far < 1.5 => " ",
        _ => "\t",
    }
}
