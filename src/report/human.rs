//! Findings to blocks for people: what is wrong, where, the place quoted and marked, and what to do.

use std::io;

use annotate_snippets::{AnnotationKind, Group, Level, Message, Renderer, Snippet};

use super::excerpt::{Excerpt, excerpt, visible};
use super::files::{Files, Spot};
use super::lines::Position;
use super::{Colour, Language, Limited, Manner, Run, held_back, record, words};
use crate::diag::{CellPlace, Diagnostic, FileId, Place, Severity, Span};

/// In columns. The renderer may never cut a line itself, because excerpts are cut already.
const WIDTH: usize = 4096;

/// In cells to each side of the marked one: enough to recognise the row.
const N_NEIGHBOURS: usize = 3;

/// In characters: longer cells are cut, except the marked one.
const CELL_CHARS: usize = 16;

/// Writes the findings, the counts of those left out, and the summary.
pub(super) fn write(out: &mut dyn io::Write, run: &Run<'_>, limited: &Limited<'_>, manner: Manner) -> io::Result<()> {
    let renderer = match manner.colour {
        Colour::Plain => Renderer::plain(),
        Colour::Terminal => Renderer::styled(),
    };
    let renderer = renderer.term_width(WIDTH);
    let mut files = Files::new(run.sources);
    for diagnostic in &limited.shown {
        writeln!(out, "{}\n", block(&mut files, diagnostic, manner.language, &renderer))?;
    }
    for (code, n) in &limited.left_out {
        writeln!(out, "{}", words::left_out(*n, code, manner.language))?;
    }
    writeln!(out, "{}", words::summary(&run.summary, run.ending, manner.language))?;
    for line in run.held_back.map(|all| held_back::lines(all, run.sources, manner.language)).into_iter().flatten() {
        writeln!(out, "{line}")?;
    }
    match run.gate {
        Some(count) => writeln!(out, "{}", held_back::of_gate(count, manner.language)),
        None => Ok(()),
    }
}

fn block(files: &mut Files<'_>, diagnostic: &Diagnostic, language: Language, renderer: &Renderer) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let level = level.with_name(words::severity(diagnostic.severity, language));
    let message = safe(&words::chosen(diagnostic.message(), language));
    let title = Group::with_title(level.clone().primary_title(message).id(diagnostic.code.id));
    let mut block = renderer.render(&[title]);

    let spot = files.spot_of(diagnostic);
    // What stands at a place of the gate is just what nobody may see.
    let quote = if diagnostic.code.id.starts_with("G1") { None } else { quote(files, &diagnostic.at) };
    if spot.file.is_some() {
        let position = quote.as_ref().map(|quote| quote.position).or(spot.start);
        // The renderer would count the columns of the excerpt, which may begin in the middle of the line.
        let indent = quote.as_ref().map_or(1, |quote| quote.position.line.to_string().len());
        block.push_str(&format!("\n{:indent$}--> {}", "", heading(&spot, position, language)));
    }
    let mut details = Group::with_level(level);
    if let Some(quote) = quote {
        details = details.element(snippet(quote));
    }
    for place in &diagnostic.also {
        details = details.element(note(words::also(language), &short_place(&files.spot(place), language)));
    }
    if let Some(help) = diagnostic.help() {
        let help = Level::HELP.with_name(words::help(language)).message(safe(&words::chosen(help, language)));
        details = details.element(help);
    }
    if !details.is_empty() {
        block.push('\n');
        block.push_str(&renderer.render(&[details]));
    }
    block
}

fn note(name: &'static str, text: &str) -> Message<'static> {
    Level::NOTE.with_name(name).message(safe(text))
}

fn safe(text: &str) -> String {
    visible(text).into_owned()
}

/// A piece of an author's file, ready to be shown.
struct Quote {
    /// Of the mark.
    position: Position,
    excerpt: Excerpt,
    /// Said below the mark.
    label: Option<String>,
}

fn snippet(quote: Quote) -> Snippet<'static, annotate_snippets::Annotation<'static>> {
    let annotation = AnnotationKind::Primary.span(quote.excerpt.mark).label(quote.label);
    Snippet::source(quote.excerpt.text).line_start(quote.position.line).annotation(annotation)
}

fn quote(files: &mut Files<'_>, at: &Place) -> Option<Quote> {
    match at {
        Place::Project | Place::File(_) => None,
        Place::Text(id, span) => quote_text(files, *id, *span),
        Place::Cell(id, cell) => quote_row(files, *id, cell),
    }
}

/// The line on which a span begins. Of a span over several lines the first is marked: the rest is not news.
fn quote_text(files: &mut Files<'_>, id: FileId, span: Span) -> Option<Quote> {
    let lines = files.lines(id);
    if lines.text().is_empty() {
        return None;
    }
    let range = lines.range(span);
    let line = lines.line_of(range.start);
    let start = range.start.min(line.end);
    let mark = start - line.start..range.end.clamp(start, line.end) - line.start;
    let excerpt = excerpt(&lines.text()[line], mark);
    Some(Quote { position: lines.position(range.start), excerpt, label: None })
}

/// The cells around the marked one, with the heading of its column below it.
fn quote_row(files: &mut Files<'_>, id: FileId, cell: &CellPlace) -> Option<Quote> {
    let position = files.cell_position(id, cell)?;
    let lines = files.lines(id);
    let text = lines.text();
    let separator = record::separator(text);
    let cells = record::cells(text, lines.start_of(cell.line? as usize)?, separator);
    let marked = cell.column as usize;
    let first = marked.saturating_sub(N_NEIGHBOURS);
    let mut row = String::from(if first > 0 { "… | " } else { "" });
    let mut mark = 0..0;
    for (idx, range) in cells.iter().enumerate().skip(first).take(2 * N_NEIGHBOURS + 1) {
        if idx > first {
            row.push_str(" | ");
        }
        let shown = record::unquoted(&text[range.clone()]);
        let start = row.len();
        if idx == marked {
            row.push_str(&visible(&shown));
            mark = start..row.len();
        } else {
            row.push_str(&shortened(&shown));
        }
    }
    if cells.len() > first + 2 * N_NEIGHBOURS + 1 {
        row.push_str(" | …");
    }
    let header = record::cells(text, 0, separator);
    let label = header.get(marked).map(|range| shortened(&record::unquoted(&text[range.clone()])));
    Some(Quote { position, excerpt: excerpt(&row, mark), label: label.filter(|_| cell.row > 0) })
}

fn shortened(cell: &str) -> String {
    let short: String = visible(cell).chars().take(CELL_CHARS).collect();
    if cell.chars().count() > CELL_CHARS { format!("{short}…") } else { short }
}

/// The line that names the place: what editors and terminals can follow, then the cell's name for people.
fn heading(spot: &Spot, position: Option<Position>, language: Language) -> String {
    safe(&format!("{}{}", spot.address(position), cell_words(spot, language)))
}

/// A place in a few words: `data/积分.csv › B7（第 7 行）`.
fn short_place(spot: &Spot, language: Language) -> String {
    let address = if spot.cell.is_some() { spot.file.clone().unwrap_or_default() } else { spot.address(None) };
    format!("{address}{}", cell_words(spot, language))
}

fn cell_words(spot: &Spot, language: Language) -> String {
    let mut words = String::new();
    for part in [&spot.sheet, &spot.cell].into_iter().flatten() {
        words.push_str(" › ");
        words.push_str(part);
    }
    if let Some(line) = spot.row_line {
        words.push_str(&words::line(line, language));
    }
    words
}
