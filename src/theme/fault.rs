//! What the template machine says to findings with a place in the site's own template.
//!
//! The machine speaks English to programmers; here its words become codes, values and places. A fault in a built-in
//! template is ours and becomes T108.

use std::collections::BTreeMap;

use tera::{Error, ErrorKind, ReportError};

use super::engine::new_tera;
use super::files::ThemeFile;
use crate::diag::{Diagnostic, FileId, Place, Span, codes, nearest};

/// What `range` says when a page has no steps left; recognised again below.
pub(super) const NO_STEPS_LEFT: &str = "no steps left";

type Own = BTreeMap<String, FileId>;

/// The templates that can be parsed; the others are said (T101).
pub(super) fn without_broken<'a>(
    own: &BTreeMap<String, &'a ThemeFile>,
    found: &mut Vec<Diagnostic>,
) -> BTreeMap<String, &'a ThemeFile> {
    let mut sound = BTreeMap::new();
    for (name, file) in own {
        match syntax_error(name, &file.text) {
            None => {
                sound.insert(name.clone(), *file);
            }
            Some(report) => {
                let file = file.file.expect("own templates have a file");
                let place = Place::Text(file, Span::new(report.span().range.start, report.span().range.end));
                found.push(codes::template_syntax.at(place).with("why", first_line(report.message())));
            }
        }
    }
    sound
}

fn syntax_error(name: &str, text: &str) -> Option<ReportError> {
    // Alone it misses its parent and includes; only its own syntax counts here.
    match new_tera().add_raw_template(name, text).err()?.kind() {
        ErrorKind::SyntaxError(report) => Some((**report).clone()),
        _ => None,
    }
}

/// Findings for templates that do not fit together.
pub(super) fn explain_load(error: &Error, own: &Own, files: &BTreeMap<String, &ThemeFile>) -> Vec<Diagnostic> {
    match error.kind() {
        ErrorKind::CircularInclude { tpl, include_chain } => vec![looped(own, tpl, include_chain)],
        ErrorKind::CircularExtend { tpl, inheritance_chain } => {
            let chain: Vec<_> = [tpl.clone()].into_iter().chain(inheritance_chain.iter().cloned()).collect();
            vec![looped(own, tpl, &chain)]
        }
        ErrorKind::MissingParent { current, parent } => {
            let place = named_place(own, files, current, parent);
            vec![codes::template_unknown_name.at(place).with("name", parent)]
        }
        _ => explain_reports(&error.to_string(), own, files),
    }
}

fn looped(own: &Own, template: &str, chain: &[String]) -> Diagnostic {
    // The loop is closed by one of the site's templates, or the built-in ones would have it too.
    let first = chain.iter().find_map(|name| own.get(name)).or_else(|| own.get(template));
    let place = first.map_or(Place::Project, |file| Place::File(*file));
    codes::template_loop.at(place).with("chain", chain.join(" → "))
}

/// The machine joins several reports into one text: `error: Unknown filter `x`` and below `--> name:line:column`.
fn explain_reports(text: &str, own: &Own, files: &BTreeMap<String, &ThemeFile>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for report in text.split("\n\n").filter(|report| !report.starts_with("note:")) {
        let message = first_line(report).trim_start_matches("error: ");
        let name = between_ticks(message).unwrap_or(message);
        let template = report.split("--> ").nth(1).and_then(|rest| rest.split(':').next()).unwrap_or_default();
        let place = match template {
            "" => Place::Project,
            template => report_place(report, own, files, template),
        };
        let code = match message.starts_with("Unknown") {
            true => &codes::template_unknown_name,
            false => &codes::template_misfit,
        };
        found.push(code.at(place).with("name", name).with("why", message));
    }
    found
}

fn report_place(report: &str, own: &Own, files: &BTreeMap<String, &ThemeFile>, template: &str) -> Place {
    let (Some(id), Some(file)) = (own.get(template), files.get(template)) else { return Place::Project };
    let at = report.split("--> ").nth(1).map(first_line).unwrap_or_default();
    let mut numbers = at.rsplit(':').map(|number| number.parse::<usize>().unwrap_or(1));
    let (column, line) = (numbers.next().unwrap_or(1), numbers.next().unwrap_or(1));
    let start = byte_of(&file.text, line, column);
    let n_chars = report.lines().last().map_or(1, |underline| underline.matches('^').count());
    let len: usize = file.text[start..].chars().take(n_chars).map(char::len_utf8).sum();
    Place::Text(*id, Span::new(start, start + len))
}

fn byte_of(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    text[start..].char_indices().nth(column - 1).map_or(text.len(), |(offset, _)| start + offset)
}

/// Where a template names another in quotes.
fn named_place(own: &Own, files: &BTreeMap<String, &ThemeFile>, template: &str, name: &str) -> Place {
    let (Some(id), Some(file)) = (own.get(template), files.get(template)) else { return Place::Project };
    match file.text.find(name) {
        Some(start) => Place::Text(*id, Span::new(start, start + name.len())),
        None => Place::File(*id),
    }
}

/// The finding for a page that could not be drawn.
pub(super) fn explain_render(error: &Error, own: &Own, template: &str, page: &str) -> Diagnostic {
    let file = own.get(template).map_or(Place::Project, |file| Place::File(*file));
    match error.kind() {
        ErrorKind::RenderingError(report) => explain_report(report, error, own, page),
        ErrorKind::Io(_) => codes::page_too_large.at(file).with("page", page),
        ErrorKind::Msg(message) if message.contains("recursion depth") => codes::template_too_deep.at(file),
        _ => codes::theme_fault.at(file).with("page", page).with("why", first_line(&error.to_string())),
    }
}

fn explain_report(report: &ReportError, error: &Error, own: &Own, page: &str) -> Diagnostic {
    let message = first_line(report.message());
    let Some(file) = own.get(report.filename()) else {
        let why = format!("{}:{}: {message}", report.filename(), report.span().start_line);
        return codes::theme_fault.at(blamed(error, own)).with("page", page).with("why", why);
    };
    let place = Place::Text(*file, Span::new(report.span().range.start, report.span().range.end));
    let found = if message.contains(NO_STEPS_LEFT) {
        codes::template_runaway.at(place)
    } else if message.contains("not defined") && between_ticks(message).is_some() {
        undefined(place, message)
    } else {
        codes::template_value.at(place).with("why", message)
    };
    called_from(error, own).into_iter().fold(found.with("page", page), Diagnostic::also)
}

/// A value that does not exist: the machine lists those that do.
fn undefined(place: Place, message: &str) -> Diagnostic {
    let name = between_ticks(message).unwrap_or_default();
    let known = message.split_once("Available").and_then(|(_, rest)| rest.split_once(": ")).map_or("", |(_, known)| known);
    codes::template_undefined.at(place).with("name", name).with_some("near", nearest(name, known.split(", ")))
}

/// A built-in template that fails below one of the site's: the site's is where a person looks first.
fn blamed(error: &Error, own: &Own) -> Place {
    called_from(error, own).into_iter().next().unwrap_or(Place::Project)
}

/// The way of includes to the fault, nearest first; the machine tells it only in its report.
fn called_from(error: &Error, own: &Own) -> Vec<Place> {
    let text = error.to_string();
    let notes = text.lines().filter_map(|line| line.strip_prefix("note: called from "));
    let files = notes.filter_map(|note| own.get(note.split(':').next()?));
    files.map(|file| Place::File(*file)).collect()
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

fn between_ticks(message: &str) -> Option<&str> {
    message.split('`').nth(1)
}
