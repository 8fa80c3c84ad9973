//! What the YAML parser refused to what the author should write.

use std::ops::Range;

use crate::diag::{Diagnostic, FileId, Place, Span, codes};

/// Lines above the parser's complaint that may hold the cause: it complains at the next key.
const N_LINES_BEFORE: usize = 3;

/// The finding for an error of the parser at byte `at`, which it calls `why`.
pub(super) fn explain(file: FileId, text: &str, start: usize, at: usize, why: &str) -> Diagnostic {
    let lines = lines_before(text, at);
    let place = |range: Range<usize>| Place::Text(file, Span::new(range.start, range.end).shifted(start));
    let line = lines.last().cloned().unwrap_or(0..0);
    let indent = &text[line.clone()];
    let n_indent = indent.len() - indent.trim_start().len();
    if why.contains("tab") && indent[..n_indent].contains('\t') {
        return codes::yaml_tab.at(place(line.start..line.start + n_indent));
    }
    if why.contains("recursion") {
        return codes::data_too_deep.at(place(at..at));
    }
    if why.contains("unknown anchor") || why.contains("anchor or alias") {
        return codes::yaml_alias.at(place(at..line.end.max(at)));
    }
    if let Some(diagnostic) = missing_colon(&lines, text, place).or_else(|| of_other_language(&lines, text, place)) {
        return diagnostic;
    }
    if why.contains("flow sequence") {
        let open = text[..at].rfind('[').unwrap_or(at);
        let better = format!("{}]", &text[line_at(text, open)]);
        return codes::list_not_closed.at(place(open..open + 1)).with("line", better);
    }
    if why.contains("mapping values are not allowed") && n_indent > 0 && text[line.clone()].matches(':').count() == 1 {
        return codes::yaml_indent.at(place(line.start..line.start + n_indent)).with("line", indent.trim());
    }
    if why.contains("mapping values are not allowed")
        && let Some((range, better)) = colon_in_text(text, line.clone())
    {
        return codes::yaml_colon_in_text.at(place(range)).with("line", better);
    }
    if why.contains("quoted scalar")
        && (why.contains("end of stream") || why.contains("indicator") || why.contains("indentation"))
    {
        return codes::text_not_closed.at(place(open_quote(text, at)));
    }
    if why.contains("escape character") {
        return codes::backslash.at(place(at..line.end.max(at))).with("line", text[line].replace('\\', "/").trim());
    }
    if why.contains("trailing content") {
        return codes::quotes_in_text.at(place(at..line.end.max(at)));
    }
    // A visible place: the rest of the line.
    codes::yaml_syntax.at(place(at..line.end.max(at))).with("why", why)
}

/// The finding for a document that is a text or a list.
pub(super) fn no_fields(file: FileId, text: &str, start: usize, at: usize) -> Diagnostic {
    let place = |range: Range<usize>| Place::Text(file, Span::new(range.start, range.end).shifted(start));
    let lines = lines_before(text, at);
    let line = lines.last().cloned().unwrap_or(0..0);
    missing_colon(&lines, text, place)
        .or_else(|| of_other_language(&lines, text, place))
        .unwrap_or_else(|| codes::yaml_no_fields.at(place(at.min(line.end)..line.end)))
}

/// The line at `at` and a few before it, without line ends.
fn lines_before(text: &str, at: usize) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut end = text[at..].find('\n').map_or(text.len(), |idx| at + idx);
    for _ in 0..=N_LINES_BEFORE {
        let start = text[..end].rfind('\n').map_or(0, |idx| idx + 1);
        lines.insert(0, start..start + text[start..end].trim_end().len());
        if start == 0 {
            break;
        }
        end = start - 1;
    }
    lines
}

/// The line at a byte, without its end.
fn line_at(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |idx| idx + 1);
    let end = text[at..].find('\n').map_or(text.len(), |idx| at + idx);
    start..start + text[start..end].trim_end().len()
}

/// `key = value`, `// remark` and `-item`: TOML, a program's comment, a dash without its space.
fn of_other_language(lines: &[Range<usize>], text: &str, place: impl Fn(Range<usize>) -> Place) -> Option<Diagnostic> {
    for line in lines {
        let written = text[line.clone()].trim_start();
        let at = line.end - written.len();
        let n_key = written.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')).count();
        let behind = written[n_key..].trim_start();
        if let Some(value) = behind.strip_prefix('=').filter(|_| n_key > 0) {
            if !text.lines().any(|line| line.split_once(':').is_some_and(|(key, _)| !key.contains(['=', '"']))) {
                return Some(codes::toml_for_yaml.at(place(at..line.end)));
            }
            let better = format!("{}: {}", &written[..n_key], value.trim());
            return Some(codes::yaml_equals.at(place(at..line.end)).with("line", better));
        }
        if let Some(said) = written.strip_prefix("//") {
            let better = format!("# {}", said.trim());
            return Some(codes::comment_mark.at(place(at..at + 2)).with("mark", "//").with("line", better));
        }
        let is_item =
            |item: &&str| item.starts_with(|c: char| c.is_alphanumeric()) && !item.starts_with(|c: char| c.is_ascii_digit());
        if let Some(item) = written.strip_prefix('-').filter(is_item) {
            return Some(codes::yaml_dash.at(place(at..line.end)).with("line", format!("- {item}")));
        }
    }
    None
}

/// A line `key：value` or `key:value`, in which YAML sees no key.
fn missing_colon(lines: &[Range<usize>], text: &str, place: impl Fn(Range<usize>) -> Place) -> Option<Diagnostic> {
    for line in lines {
        let written = &text[line.clone()];
        let name = written.trim_start().trim_start_matches("- ");
        let n_before = written.len() - name.len();
        let n_name = name.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')).count();
        let behind = &name[n_name..];
        let Some(colon) = behind.chars().next().filter(|c| n_name > 0 && matches!(c, ':' | '：')) else { continue };
        let value = &behind[colon.len_utf8()..];
        let is_right = colon == ':' && (value.is_empty() || value.starts_with([' ', '\t']));
        // `https://…` alone on a line is an address.
        if is_right || value.starts_with("//") {
            continue;
        }
        let better = format!("{}{}: {}", &written[..n_before], &name[..n_name], value.trim());
        let at = line.start + n_before + n_name;
        return Some(codes::yaml_colon.at(place(at..at + colon.len_utf8())).with("line", better.trim()));
    }
    None
}

/// `key: a: b`: the place of the value, and the line with quotes around it.
fn colon_in_text(text: &str, line: Range<usize>) -> Option<(Range<usize>, String)> {
    let written = &text[line.clone()];
    let (key, value) = written.split_once(": ")?;
    let value = value.trim();
    if !value.contains(": ") && !value.ends_with(':') || value.starts_with(['"', '\'', '[', '{']) {
        return None;
    }
    let start = line.start + written.find(value)?;
    let quoted = value.replace('\\', "\\\\").replace('"', "\\\"");
    Some((start..start + value.len(), format!("{}: \"{quoted}\"", key.trim())))
}

/// The last quote at `at` or before that opens a value.
fn open_quote(text: &str, at: usize) -> Range<usize> {
    if text[at..].starts_with(['"', '\'']) {
        return at..at + 1;
    }
    let opens = |(idx, _): &(usize, &str)| text[..*idx].trim_end_matches(' ').ends_with([':', '-', '[', ',', '{', '\n']);
    let quote = text[..at].rmatch_indices(['"', '\'']).find(opens);
    quote.map_or(at..at, |(idx, quote)| idx..idx + quote.len())
}
