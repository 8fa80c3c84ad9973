//! Days of birth: a date behind 出生日期 or below it, or before 出生.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;
use regex::Regex;

use super::Found;
use super::sign::{SIGNS, Sign};
use super::window::Sight;
use crate::gate::hit::{HitKind, Secret, Tier};

/// In characters: a date and what may stand between it and its label.
const REACH: usize = 32;

/// In lines: a table below its headings is read so far.
const MOST_ROWS: usize = 20_000;

/// How many columns of one text are followed; a form has one.
const MOST_COLUMNS: usize = 32;

/// Who was born before is in history books, unless a label says that it is a form.
const HISTORY: &str = "1946";

/// Is in every Chinese label, and hardly anywhere in tables.
static BORN: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("生"));

/// A date right behind a label.
static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    let form = r"^[\s:=日期年月时间为是于在(（)）'|]{0,14}(?P<y>19\d\d|20\d\d)\s*(?:[-./年]\s*(?P<m>1[0-2]|0?[1-9])(?:\s*[-./月]\s*(?P<d>3[01]|[12]\d|0?[1-9])|月)?|(?P<m2>1[0-2]|0[1-9])(?P<d2>3[01]|[12]\d|0[1-9])?)(?:$|\D)";
    Regex::new(form).expect("the form is fixed")
});

/// A date right before a word.
static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    let form = r"(?:^|\D)(?P<y>19\d\d|20\d\d)\s*[-./年]\s*(?P<m>1[0-2]|0?[1-9])(?:\s*[-./月]\s*(?P<d>3[01]|[12]\d|0?[1-9])\s*日?|月)?\s*$";
    Regex::new(form).expect("the form is fixed")
});

/// Looks for days of birth in a piece.
pub(super) fn look(sight: &Sight<'_>, found: &mut Vec<Found>) {
    let piece = sight.piece;
    for (column, heading) in piece.headings.iter().enumerate() {
        if is_heading(heading) {
            let line = 0..piece.text.find('\n').unwrap_or(piece.text.len());
            in_cell(piece.text, &line, column, found);
        }
    }
    let mut n_columns = 0;
    for at in BORN.find_iter(piece.text.as_bytes()) {
        let end = at + "生".len();
        // Labels of forms are spaced: 出 生 年 月.
        let before = piece.text[..at].trim_end_matches([' ', '\u{a0}', '\u{3000}']).chars().next_back();
        let behind = piece.text[end..].chars().next();
        if is_label(before, behind) {
            let is_found = behind_label(piece.text, end, found);
            if !is_found && n_columns < MOST_COLUMNS && below(piece.text, at, found) {
                n_columns += 1;
            }
        }
        if !is_label(before, behind) || before == Some('出') {
            before_word(piece.text, at, behind, found);
        }
    }
}

/// Whether a heading is that of a column of days of birth.
fn is_heading(heading: &str) -> bool {
    let starts = |word: &str| heading.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    ["出生日", "出生年", "出生时", "生日", "birth", "dob", "date of birth"].into_iter().any(starts) || heading == "出生"
}

/// Whether 生 between two characters is that of a label: 出生, 生日, 生于, and not of 学生日常.
fn is_label(before: Option<char>, behind: Option<char>) -> bool {
    let is_person = matches!(before, Some('学' | '先' | '师' | '新' | '医' | '产' | '招' | '考' | '民' | '卫' | '发' | '诞'));
    before == Some('出') || (matches!(behind, Some('日' | '于')) && !is_person)
}

/// Characters as they are compared, with their places.
fn folded(text: &str, at: usize) -> (String, Vec<usize>) {
    let mut folded = String::new();
    let mut places = Vec::new();
    for (idx, character) in text.char_indices() {
        let mut buffer = [0; 4];
        let sign = SIGNS.at(character.encode_utf8(&mut buffer).as_bytes(), 0).0;
        let one = match sign {
            Sign::Hidden => continue,
            Sign::Digit(value, _) => char::from(b'0' + value),
            Sign::Gap(super::sign::Gap::Dash) => '-',
            Sign::Gap(super::sign::Gap::Dot) => '.',
            Sign::Gap(super::sign::Gap::Blank) => ' ',
            _ if character == '：' => ':',
            _ => character,
        };
        folded.push(one);
        places.resize(folded.len(), at + idx);
    }
    places.push(at + text.len());
    (folded, places)
}

/// A date behind a label that ends at `at`.
fn behind_label(text: &str, at: usize, found: &mut Vec<Found>) -> bool {
    let tail = &text[at..];
    let end = tail.char_indices().nth(REACH).map_or(tail.len(), |(end, _)| end);
    let (folded, places) = folded(&tail[..end], at);
    let Some(date) = BEHIND.captures(&folded) else { return false };
    let filler = &folded[..date.name("y").map_or(0, |year| year.start())];
    let tier = if filler.contains(['于', '在']) { prose_tier(&date["y"]) } else { Tier::Block };
    push(&date, &places, tier, found);
    true
}

/// A date before a word that starts at `at` with 生 or 出生.
fn before_word(text: &str, at: usize, behind: Option<char>, found: &mut Vec<Found>) {
    let head = text[..at].trim_end_matches(' ');
    let is_word = head.ends_with('出');
    let head = head.strip_suffix('出').unwrap_or(head).trim_end_matches(' ');
    let ends = !behind.is_some_and(|character| character.is_alphanumeric() && character != '于' && character != '人');
    let is_date = head.ends_with(['月', '日']) || head.ends_with(|character: char| character.is_ascii_digit());
    if !is_date || !(is_word || ends) {
        return;
    }
    let start = head.char_indices().rev().nth(REACH / 2).map_or(0, |(start, _)| start);
    let (folded, places) = folded(&head[start..], start);
    if let Some(date) = BEFORE.captures(&folded) {
        push(&date, &places, prose_tier(&date["y"]), found);
    }
}

fn prose_tier(year: &str) -> Tier {
    if year < HISTORY { Tier::Warn } else { Tier::Ask }
}

/// Dates in the column below a heading that holds `at`; whether it is the heading of a column.
fn below(text: &str, at: usize, found: &mut Vec<Found>) -> bool {
    let start = text[..at].rfind(['\n', crate::gate::carrier::APART]).map_or(0, |end| end + 1);
    let Some(end) = text[at..].find('\n').map(|end| at + end) else { return false };
    let tabs = |line: &str| line.bytes().filter(|byte| *byte == b'\t').count();
    let n_tabs = tabs(&text[start..end]);
    if n_tabs == 0 || n_tabs > 1_000 {
        return false;
    }
    let column = tabs(&text[start..at]);
    let mut start = end + 1;
    for row in text[start..].split('\n').take(MOST_ROWS) {
        if tabs(row) != n_tabs {
            break;
        }
        in_cell(text, &(start..start + row.len()), column, found);
        start += row.len() + 1;
    }
    true
}

/// A date in one cell of a row.
fn in_cell(text: &str, row: &Range<usize>, column: usize, found: &mut Vec<Found>) {
    let mut start = row.start;
    for (idx, cell) in text[row.clone()].split('\t').enumerate() {
        if idx == column {
            let (folded, places) = folded(cell, start);
            if let Some(date) = BEHIND.captures(&folded) {
                push(&date, &places, Tier::Block, found);
            }
            return;
        }
        start += cell.len() + 1;
    }
}

fn push(date: &regex::Captures<'_>, places: &[usize], tier: Tier, found: &mut Vec<Found>) {
    let part = |names: [&str; 2]| names.iter().find_map(|name| date.name(name));
    let Some(year) = date.name("y") else { return };
    let Some(month) = part(["m", "m2"]) else { return };
    let day = part(["d", "d2"]);
    let mut value = format!("{}-{:0>2}", year.as_str(), month.as_str());
    if let Some(day) = day {
        value.push_str(&format!("-{:0>2}", day.as_str()));
    }
    let end = day.map_or(month.end(), |day| day.end());
    let range = places[year.start()]..places[end];
    found.push(Found { kind: HitKind::BirthDate, tier, secret: Secret::new(value), range });
}
