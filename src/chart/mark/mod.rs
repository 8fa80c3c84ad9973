//! One way to draw for each family of kinds.

pub(super) mod calendar;
pub(super) mod columns;
pub(super) mod donut;
pub(super) mod grid;
pub(super) mod line;
pub(super) mod rows;
pub(super) mod spark;
mod steps;

use std::ops::Range;

use super::ChartWords;
use super::data::Data;
use super::svg::{Anchor, Area, Canvas, Paint};
use super::text::{fit, wrap};

/// A frame that says so, so that nobody waits for a picture.
pub(super) fn draw_nothing(canvas: &mut Canvas, words: &str) {
    canvas.height = 96.0_f64.min(canvas.width / 4.0);
    let frame = Area { x: 1.0, y: 1.0, width: canvas.width - 2.0, height: canvas.height - 2.0 };
    canvas.plain_rect(frame, Paint::Class("no-data"));
    let lines = wrap(words, canvas.width - 16.0, canvas.size, 1);
    let place = (canvas.width / 2.0, canvas.middle_line(canvas.height / 2.0));
    canvas.text("quiet", Anchor::Middle, place, &lines, words);
}

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

/// Names, and what is said once instead of in each.
struct Shortened<'n> {
    /// `2024年` over months, `2024年1–12月` over numbers; empty where names are whole.
    head: String,
    names: Vec<&'n str>,
}

/// Names of categories as long as a slot has room for.
fn names_of<'c>(canvas: &Canvas, data: &Data<'c>, categories: Range<usize>, slot: f64) -> Shortened<'c> {
    let all: Vec<&str> = (0..data.chart.categories.len()).map(|idx| data.label(idx)).collect();
    let has_short = data.chart.categories.iter().any(|category| !category.short.is_empty());
    let is_tight = has_short && !all.iter().all(|name| has_room(canvas, name, slot));
    let all = if is_tight { (0..all.len()).map(|idx| data.short(idx)).collect() } else { all };
    let Shortened { head, names } = shortened(canvas, &all, slot);
    Shortened { head, names: names[categories].to_vec() }
}

/// Names without what they all begin with, and without what they all end with, where the whole has no room.
fn shortened<'n>(canvas: &Canvas, names: &[&'n str], slot: f64) -> Shortened<'n> {
    if !is_sequence(names) || names.iter().all(|name| has_room(canvas, name, slot)) {
        return Shortened { head: String::new(), names: names.to_vec() };
    }
    let n_bytes = common_head(names);
    let head = &names[0][..n_bytes];
    let without_head: Vec<&str> = names.iter().map(|name| &name[n_bytes..]).collect();
    let tail = without_head[0].trim_start_matches(|c: char| c.is_ascii_digit());
    let numbers: Vec<&str> = without_head.iter().map(|name| name.trim_end_matches(tail)).collect();
    let are_numbers = numbers.iter().all(|name| !name.is_empty() && name.chars().all(|c| c.is_ascii_digit()));
    let has_all = |names: &[&str]| names.iter().all(|name| has_room(canvas, name, slot));
    if are_numbers && !tail.is_empty() && !has_all(&without_head) && has_all(&numbers) {
        let head = format!("{head}{}–{}{tail}", numbers[0], numbers[numbers.len() - 1]);
        return Shortened { head, names: numbers };
    }
    Shortened { head: head.to_owned(), names: without_head }
}

/// Says once what was taken away from the names.
fn draw_head(canvas: &mut Canvas, left: f64, head: &str) {
    // `2026-` is 2026.
    let head = head.trim_end_matches(|c: char| c == '-' || c == '/' || c.is_whitespace());
    if head.is_empty() {
        return;
    }
    let lines = wrap(head, canvas.width - left, canvas.size, 1);
    canvas.text("quiet", Anchor::Start, (left, canvas.base_line(canvas.height)), &lines, head);
    canvas.height += canvas.text_height(1) + 2.0;
}

fn has_room(canvas: &Canvas, name: &str, slot: f64) -> bool {
    fit(name, slot - 4.0, canvas.size, 2).is_some()
}

/// Bytes that all names have in common, up to and with the last sign that is no digit.
fn common_head(names: &[&str]) -> usize {
    let Some((first, others)) = names.split_first() else { return 0 };
    let mut n_bytes = 0;
    for (at, c) in first.char_indices() {
        let end = at + c.len_utf8();
        if end == first.len() || others.iter().any(|name| name.len() <= end || name.get(..end) != first.get(..end)) {
            break;
        }
        if !c.is_ascii_digit() {
            n_bytes = end;
        }
    }
    n_bytes
}

/// Whether names count on like months, so that those between two others can be guessed.
pub(super) fn is_sequence(names: &[&str]) -> bool {
    let Some(first) = names.first() else { return false };
    let begins_with_digit = |name: &&str| name.starts_with(|c: char| c.is_ascii_digit());
    names.len() > 1 && names.iter().all(begins_with_digit) && names.iter().all(|name| skeleton(name).eq(skeleton(first)))
}

/// What is left of a name when its digits are taken away.
fn skeleton(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(|c| !c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_a_sequence_and_branches_are_not() {
        assert!(is_sequence(&["2026年1月", "2026年2月", "2026年12月"]));
        assert!(is_sequence(&["2026-01", "2026-02"]));
        assert!(!is_sequence(&["数控教工党支部", "学生第一党支部"]));
        assert!(!is_sequence(&["2026年1月"]));
    }

    #[test]
    fn what_all_names_begin_with_ends_before_a_number() {
        assert_eq!(common_head(&["2026年1月", "2026年12月"]), "2026年".len());
        assert_eq!(common_head(&["2026-11", "2026-12"]), "2026-".len());
        assert_eq!(common_head(&["2025-11", "2026-12"]), 0);
        assert_eq!(common_head(&["1月", "1月"]), 0);
    }
}
