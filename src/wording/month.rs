//! The month that a report names to whether it is its own: last month's report is the template of this one.
//!
//! Only reports and plans by name count (`2月份工作总结`), in the title, the summary, headings and the first line. A report may come
//! out in the first half of the next month, and a plan in the second half of the month before.

use std::ops::Range;

use jiff::civil::Date;

use super::spoken::{is_spoken, spoken};
use super::{Wording, severity};
use crate::diag::{Diagnostic, Place, Span, codes};
use crate::model::Entry;
use crate::read::{Note, split_front};

/// Words for what looks back.
const REPORTS: [&str; 8] = ["总结", "小结", "简报", "汇报", "通报", "月报", "台账", "报告"];

/// Words for what looks ahead.
const PLANS: [&str; 3] = ["计划", "安排", "预告"];

/// In characters: `3月份` + `党支部工作` + `总结`.
const N_BETWEEN: usize = 8;

/// A month that a report names.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Named {
    year: Option<i16>,
    month: i8,
    is_plan: bool,
    range: Range<usize>,
}

/// Looks at what the text calls itself.
pub(super) fn look(wording: &Wording<'_>, entry: &Entry, note: &Note, text: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let Some(severity) = severity(wording.site().wording.months) else { return found };
    let (Some(date), true) = (entry.date, text.contains('月')) else { return found };
    let mut tell = |named: &Named, written: &str, own: String, place: Place| {
        let diagnostic = codes::other_month.at(place).severe(severity).with("written", &written[named.range.clone()]);
        found.push(diagnostic.with("own", own));
    };
    let titles = named_in(&entry.title);
    for named in titles.iter().filter(|named| !is_due(named, date)) {
        tell(named, &entry.title, date.strftime("%Y-%m").to_string(), wording.parsed.place_of(note.file, "title"));
    }
    let fits = |named: &Named| {
        let is_of_title = |title: &Named| {
            let is_next = named.is_plan && title.month % 12 + 1 == named.month;
            (title.month == named.month || is_next) && (title.year == named.year || title.year.is_none() || named.year.is_none())
        };
        if titles.is_empty() { is_due(named, date) } else { titles.iter().any(is_of_title) }
    };
    let own =
        titles.first().map_or_else(|| date.strftime("%Y-%m").to_string(), |title| entry.title[title.range.clone()].to_owned());
    for (range, named) in in_heads(note, text).into_iter().filter(|(_, named)| !fits(named)) {
        let start = range.start + named.range.start;
        let place = Place::Text(note.file, Span::new(start, range.start + named.range.end));
        tell(&named, &text[range], own.clone(), place);
    }
    found
}

/// What the summary, headings and the first line of the body name, with the range of the line.
fn in_heads(note: &Note, text: &str) -> Vec<(Range<usize>, Named)> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    let summary = note.front.as_ref().and_then(|front| front.get("summary"));
    lines.extend(summary.map(|node| node.span.start as usize..node.span.end as usize));
    let split = split_front(note.file, text).value;
    let mut at = split.body_start;
    let mut is_first = true;
    for line in split.body.split_inclusive('\n') {
        let is_said = !line.trim().is_empty();
        if is_said && (is_first || line.starts_with('#')) {
            lines.push(at..at + line.len());
        }
        is_first &= !is_said;
        at += line.len();
    }
    let mut all = Vec::new();
    for line in lines {
        all.extend(named_in(text.get(line.clone()).unwrap_or_default()).into_iter().map(|named| (line.clone(), named)));
    }
    // A line of code may begin with `#` too.
    if all.iter().any(|(line, _)| line.start >= split.body_start) {
        let spoken = spoken(split.body);
        let in_body = |at: usize| at - split.body_start;
        all.retain(|(line, named)| {
            let (start, end) = (line.start + named.range.start, line.start + named.range.end);
            start < split.body_start || is_spoken(&spoken, &(in_body(start)..in_body(end)))
        });
    }
    all
}

/// Whether a text of this day may be about that month.
fn is_due(named: &Named, date: Date) -> bool {
    let months = |year: i16, month: i8| i32::from(year) * 12 + i32::from(month);
    let own = months(date.year(), date.month());
    let distance = match named.year {
        Some(year) => months(year, named.month) - own,
        // Without a year the nearest month of this name is meant.
        None => (months(date.year(), named.month) - own + 5).rem_euclid(12) - 5,
    };
    match distance {
        0 => true,
        -1 => !named.is_plan && date.day() <= 15,
        1 => named.is_plan && date.day() > 15,
        _ => false,
    }
}

/// Every report or plan that a text calls by its month.
fn named_in(text: &str) -> Vec<Named> {
    let mut all = Vec::new();
    for (at, sign) in text.match_indices('月') {
        let Some((month, start)) = month_before(text, at) else { continue };
        let (year, start) = year_before(text, start);
        let behind = &text[at + sign.len()..];
        let Some((is_plan, n_bytes)) = kind_behind(behind) else { continue };
        all.push(Named { year, month, is_plan, range: start..at + sign.len() + n_bytes });
    }
    all
}

/// The number before 月, and where it begins.
fn month_before(text: &str, end: usize) -> Option<(i8, usize)> {
    let is_digit = |c: &char| c.is_ascii_digit() || ('０'..='９').contains(c) || "一二三四五六七八九十".contains(*c);
    let digits: Vec<char> = text[..end].chars().rev().take_while(is_digit).collect();
    let start = end - digits.iter().map(|c| c.len_utf8()).sum::<usize>();
    let written: String = digits.into_iter().rev().map(half_width).collect();
    let chinese = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
    let by_word = chinese.iter().position(|word| *word == written).map(|idx| idx as i8 + 1);
    let month = by_word.or_else(|| written.parse().ok()).filter(|month| (1..=12).contains(month))?;
    Some((month, start))
}

fn half_width(c: char) -> char {
    if ('０'..='９').contains(&c) { char::from_u32(c as u32 - 0xfee0).unwrap_or(c) } else { c }
}

/// The year before the month, and where both begin.
fn year_before(text: &str, start: usize) -> (Option<i16>, usize) {
    let Some(before) = text[..start].strip_suffix('年') else { return (None, start) };
    let n_digits = before.bytes().rev().take_while(u8::is_ascii_digit).count();
    let digits = &before[before.len() - n_digits..];
    match digits.parse().ok().filter(|year| (1900..=2200).contains(year)) {
        Some(year) => (Some(year), before.len() - n_digits),
        None => (None, start),
    }
}

/// Whether what follows the month is a plan or a report, and how far it goes.
fn kind_behind(behind: &str) -> Option<(bool, usize)> {
    let mut n_bytes = 0;
    for (idx, c) in behind.chars().enumerate() {
        let rest = &behind[n_bytes..];
        if let Some(word) = REPORTS.iter().find(|word| rest.starts_with(**word)) {
            return Some((false, n_bytes + word.len()));
        }
        if let Some(word) = PLANS.iter().find(|word| rest.starts_with(**word)) {
            return Some((true, n_bytes + word.len()));
        }
        let is_joined = c.is_alphabetic() && !"的和与及至到底初".contains(c);
        if !is_joined || idx >= N_BETWEEN {
            return None;
        }
        n_bytes += c.len_utf8();
    }
    None
}

#[test]
fn a_report_names_its_month() {
    let named = |text: &str| named_in(text).iter().map(|one| (one.year, one.month, one.is_plan)).collect::<Vec<_>>();
    assert_eq!(named("2月份工作总结"), [(None, 2, false)]);
    assert_eq!(named("2025年十二月党支部工作简报"), [(Some(2025), 12, false)]);
    assert_eq!(named("3月工作总结及４月工作计划"), [(None, 3, false), (None, 4, true)]);
    for text in ["3月5日学雷锋活动总结", "13月总结", "三月的总结", "3月底汇报", "月度总结"] {
        assert_eq!(named(text), [], "{text}");
    }
}

#[test]
fn reports_come_a_little_later_and_plans_a_little_earlier() {
    let judge = |text: &str, date: &str| is_due(&named_in(text)[0], date.parse().expect("a date"));
    assert!(judge("2月份工作总结", "2026-03-02") && !judge("2月份工作总结", "2026-03-31"));
    assert!(judge("12月工作总结", "2026-01-05") && judge("2025年12月工作总结", "2026-01-05"));
    assert!(!judge("2025年3月份工作总结", "2026-03-31") && !judge("4月份工作总结", "2026-03-31"));
    assert!(judge("4月工作计划", "2026-03-28") && !judge("2月工作计划", "2026-03-02"));
}
