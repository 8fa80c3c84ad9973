//! A line that TOML refused, taken as a whole, to the slip that it is: a comment of another language, two fields on one line,
//! a list without brackets. Whoever reads it mark by mark (`mend`) would name a consequence.

use std::ops::Range;

use super::mend::{Slip, mend, understands};
use super::mend_marks::{is_quote, separator};

/// A slip of a whole line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LineSlip {
    pub slip: Slip,
    /// Bytes of the line.
    pub range: Range<usize>,
    /// The line as TOML understands it, if that could be achieved.
    pub line: Option<String>,
}

/// Finds the slip of a line; `None` if the line must be read mark by mark.
pub(super) fn whole_line(line: &str) -> Option<LineSlip> {
    // A line this long was not typed.
    if line.len() > 2_000 {
        return None;
    }
    comment(line)
        .or_else(|| unseen(line))
        .or_else(|| header(line))
        .or_else(|| dash(line))
        .or_else(|| nothing(line))
        .or_else(|| equals(line))
        .or_else(|| two_fields(line))
        .or_else(|| no_brackets(line))
        .or_else(|| backslash(line))
}

fn is_toml(line: &str) -> bool {
    toml::de::DeTable::parse(line).is_ok()
}

/// The line if TOML understands it, and what mending makes of it otherwise.
fn better(line: &str) -> Option<String> {
    if is_toml(line) { Some(line.trim().to_owned()) } else { mend(line).and_then(|mended| mended.line) }
}

/// `// …`, `-- …`, `<!-- … -->`, `/* … */` alone on the line or behind a field.
fn comment(line: &str) -> Option<LineSlip> {
    for (open, close) in [("//", ""), ("<!--", "-->"), ("/*", "*/"), ("--", ""), ("％", ""), ("%", "")] {
        let Some(at) = line.find(open) else { continue };
        let before = &line[..at];
        let is_alone = before.trim().is_empty();
        if !is_alone && (!before.ends_with([' ', '\t']) || !is_toml(before)) {
            continue;
        }
        let said = line[at + open.len()..].trim();
        let said = said.strip_suffix(close).unwrap_or(said).trim();
        let line = Some(format!("{before}# {said}").trim().to_owned());
        return Some(LineSlip { slip: Slip::Comment(open), range: at..at + open.len(), line });
    }
    None
}

/// Marks without width and spaces that are none: they come with text from chats and web pages.
fn unseen(line: &str) -> Option<LineSlip> {
    let is_unseen = |c: char| matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{a0}' | '\u{3000}');
    let (at, first) = line.char_indices().find(|(_, c)| is_unseen(*c))?;
    let mut clean = String::with_capacity(line.len());
    for c in line.chars() {
        match c {
            '\u{a0}' | '\u{3000}' => clean.push(' '),
            c if is_unseen(c) => {}
            c => clean.push(c),
        }
    }
    is_toml(&clean).then(|| LineSlip {
        slip: Slip::Unseen,
        range: at..at + first.len_utf8(),
        line: Some(clean.trim().to_owned()),
    })
}

/// `[name`, `name]`, `[[name]`: brackets that do not match.
fn header(line: &str) -> Option<LineSlip> {
    let written = line.trim();
    let name = written.trim_matches(['[', ']']);
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte));
    let n_open = written.len() - written.trim_start_matches('[').len();
    let n_close = written.len() - written.trim_end_matches(']').len();
    if !is_name || n_open == n_close || n_open.max(n_close) > 2 {
        return None;
    }
    let start = line.len() - line.trim_start().len();
    let line = Some(if n_open.max(n_close) == 2 { format!("[[{name}]]") } else { format!("[{name}]") });
    Some(LineSlip { slip: Slip::Brackets, range: start..start + written.len(), line })
}

/// `- item`, as YAML and Markdown write lists.
fn dash(line: &str) -> Option<LineSlip> {
    let written = line.trim_start();
    if !written.starts_with("- ") {
        return None;
    }
    let start = line.len() - written.len();
    Some(LineSlip { slip: Slip::NoBrackets, range: start..start + 1, line: None })
}

/// `key =`, or with a word that says "nothing".
fn nothing(line: &str) -> Option<LineSlip> {
    let at = separator(line)?;
    let value = line[at..].trim_start_matches(['=', '＝']);
    let value = value.split(" #").next().unwrap_or(value).trim();
    let is_nothing =
        value.is_empty() || matches!(value.to_ascii_lowercase().as_str(), "null" | "none" | "nil" | "~" | "-" | "—" | "——");
    let is_equals = line[at..].starts_with(['=', '＝']);
    let start = line.len() - line.trim_start().len();
    (is_equals && is_nothing).then(|| LineSlip { slip: Slip::NoValue, range: start..line.trim_end().len(), line: None })
}

/// `==`, `:=`, `=>` between key and value.
fn equals(line: &str) -> Option<LineSlip> {
    let at = separator(line)?;
    let n_value = line[at..].trim_start_matches(['=', '＝', ':', '：', '>']).len();
    let end = line.len() - n_value;
    if line[at..end].chars().count() < 2 {
        return None;
    }
    let line = better(&format!("{} = {}", line[..at].trim(), line[end..].trim()));
    Some(LineSlip { slip: Slip::Equals, range: at..end, line })
}

/// `title = "…" date = 2026-03-15`.
fn two_fields(line: &str) -> Option<LineSlip> {
    for (equals, _) in line.match_indices('=').skip(1) {
        let before = line[..equals].trim_end();
        let n_key = before.bytes().rev().take_while(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(byte)).count();
        let start = before.len() - n_key;
        let first = before[..start].trim_end_matches([' ', '\t', ',', '，', ';', '；']);
        if n_key > 0 && first.len() < start && is_toml(first) {
            return Some(LineSlip { slip: Slip::TwoFields, range: start..line.trim_end().len(), line: None });
        }
    }
    None
}

/// `tags = "a", "b"`, or with round brackets.
fn no_brackets(line: &str) -> Option<LineSlip> {
    let at = separator(line)?;
    let value = line[at..].trim_start_matches(['=', '＝', ':', '：']).trim();
    let start = line.trim_end().len() - value.len();
    let round = value.strip_prefix(['(', '（']).and_then(|value| value.strip_suffix([')', '）']));
    let items = round.unwrap_or(value);
    let is_quoted = items.starts_with(is_quote) && items.ends_with(is_quote);
    let in_brackets = format!("{} = [{items}]", line[..at].trim());
    let n_items = |line: &str| toml::from_str::<toml::Table>(line).ok()?.into_iter().next()?.1.as_array().map(Vec::len);
    let line = better(&in_brackets).filter(|line| n_items(line).is_some_and(|n| n > 1 || round.is_some()))?;
    // Without quotes, a comma may belong to a sentence.
    is_quoted.then_some(LineSlip { slip: Slip::NoBrackets, range: start..start + value.len(), line: Some(line) })
}

/// `"D:\photo.jpg"`: the only fault is the backslash.
fn backslash(line: &str) -> Option<LineSlip> {
    let at = line.find('\\')?;
    let turned = line.replace('\\', "/");
    understands(&turned).then(|| LineSlip { slip: Slip::Backslash, range: at..at + 1, line: Some(turned.trim().to_owned()) })
}
