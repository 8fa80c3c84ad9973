//! A case to its findings and pages: the one place that calls the library.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::Date;
use serde_json::Value;
use yuandi::diag::Diagnostic;
use yuandi::read::markdown::{Body, HoleKind};
use yuandi::report::{self, Ending, Format, Manner, Run, Summary};
use yuandi::source::{FileKind, Sources};
use yuandi::{read, source};

use super::files;
use super::parse::Case;

/// "Today", unless the case says otherwise.
const AS_OF: &str = "2026-03-31";

/// What a run gave.
pub struct Ran {
    /// Findings as programs see them, in their order.
    pub findings: Vec<Value>,
    /// HTML of each note's text, with its holes named.
    pub bodies: BTreeMap<String, String>,
    /// Text files of the output.
    pub pages: BTreeMap<String, String>,
}

/// Runs a case in a folder of its own.
pub fn run(case: &Case) -> Ran {
    let folder = tempfile::tempdir().expect("a folder for the case can be made");
    files::write(case, folder.path());
    let as_of: Date = case.option("as-of").unwrap_or(AS_OF).parse().expect("as-of is a date");
    let mut found = Vec::new();
    let sources = snapshot(folder.path(), as_of, &mut found);
    let bodies = bodies(&sources, &mut found);
    let pages = BTreeMap::new();
    Ran { findings: as_json(&sources, &found), bodies, pages }
}

fn snapshot(root: &Path, as_of: Date, found: &mut Vec<Diagnostic>) -> Sources {
    let listing = source::walk(root).into_value(found);
    let loaded = listing.files.iter().map(source::load).collect();
    Sources::assemble(root, loaded, as_of).into_value(found)
}

fn bodies(sources: &Sources, found: &mut Vec<Diagnostic>) -> BTreeMap<String, String> {
    let mut bodies = BTreeMap::new();
    for (id, file) in sources.files().filter(|(_, file)| file.kind == FileKind::Note) {
        let bytes = sources.bytes(id).expect("notes are in memory");
        let note = read::read_note(id, &bytes).into_value(found);
        bodies.insert(file.path.to_string(), with_holes(&note.prose.body));
    }
    bodies
}

/// The HTML of a text with its holes written as `{link a.md}`, `{image a.jpg}`, `{block gallery}`.
fn with_holes(body: &Body) -> String {
    let mut html = String::new();
    let mut start = 0;
    for hole in &body.holes {
        html.push_str(&body.html[start..hole.offset as usize]);
        start = hole.offset as usize;
        html.push_str(&match hole.kind {
            HoleKind::Link(idx) => format!("{{link {}}}", body.links[idx as usize].target),
            HoleKind::Image(idx) => format!("{{image {}}}", body.images[idx as usize].target),
            HoleKind::Block(idx) => format!("{{block {}}}", body.blocks[idx as usize].name),
        });
    }
    html + &body.html[start..]
}

fn as_json(sources: &Sources, found: &[Diagnostic]) -> Vec<Value> {
    let run = Run { sources, found, summary: Summary::of(found), ending: Ending::Checked };
    let mut out = Vec::new();
    report::write(&mut out, &run, Manner { format: Format::Json, ..Manner::default() }).expect("memory takes everything");
    let text = String::from_utf8(out).expect("JSON is text");
    let mut lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("a line is an object")).collect();
    lines.pop();
    lines
}
