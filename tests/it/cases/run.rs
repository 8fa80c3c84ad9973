//! A case to its findings and pages: the one place that calls the library.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;

use jiff::civil::Date;
use serde_json::Value;
use yuandi::build::{self, AsOf, Memo, Options};
use yuandi::diag::Diagnostic;
use yuandi::media::Cache;
use yuandi::model::{self, Drafts};
use yuandi::output::{CopiedFile, Fault, Sink};
use yuandi::plan::Artifact;
use yuandi::read;
use yuandi::read::markdown::{Body, HoleKind};
use yuandi::report::{self, Ending, Format, Manner, Run, Summary};
use yuandi::source::{FileKind, Sources};

use super::files;
use super::parse::Case;

/// "Today", unless the case says otherwise.
const AS_OF: &str = "2026-03-31";

/// What a run gave.
pub(crate) struct Ran {
    /// Findings as programs see them, in their order.
    pub(crate) findings: Vec<Value>,
    /// HTML of each note's text, with its holes named.
    pub(crate) bodies: BTreeMap<String, String>,
    /// Text files of the output; other files are there with an empty text.
    pub(crate) pages: BTreeMap<String, String>,
}

/// Runs a case in a folder of its own.
pub(crate) fn run(case: &Case) -> Ran {
    let folder = tempfile::tempdir().expect("a folder for the case can be made");
    files::write(case, folder.path());
    let as_of: Date = case.option("as-of").unwrap_or(AS_OF).parse().expect("as-of is a date");
    let drafts = if case.option("drafts") == Some("yes") { Drafts::Shown } else { Drafts::LeftOut };
    let (sources, found, pages) = build(folder.path(), as_of, drafts);
    Ran { findings: as_json(&sources, &found), bodies: bodies(&sources), pages }
}

fn build(root: &Path, as_of: Date, drafts: Drafts) -> (Sources, Vec<Diagnostic>, BTreeMap<String, String>) {
    let mut found = Vec::new();
    let sources = build::snapshot(root, AsOf::Given(as_of)).expect("a case has a site.toml").into_value(&mut found);
    let options = Options { model: model::Options { drafts, base_url: None }, ..Options::default() };
    let mut memo = Memo::for_one_build(Cache::none());
    let pages = Pages::default();
    let built = build::build(&sources, &options, &mut memo, &build::Silent, &pages);
    built.expect("a sink in memory has no trouble").into_value(&mut found);
    (sources, found, pages.0.into_inner().expect("no thread has failed"))
}

/// Keeps the output in memory.
#[derive(Default)]
struct Pages(Mutex<BTreeMap<String, String>>);

impl Pages {
    fn keep(&self, path: &str, text: String) {
        let earlier = self.0.lock().expect("no thread has failed").insert(path.to_owned(), text);
        assert!(earlier.is_none(), "{path} was written twice");
    }
}

impl Sink for Pages {
    fn put(&self, artifact: Artifact) -> Result<(), Fault> {
        self.keep(artifact.path.as_str(), String::from_utf8(artifact.bytes.to_vec()).unwrap_or_default());
        Ok(())
    }

    fn put_file(&self, file: CopiedFile) -> Result<(), Fault> {
        self.keep(file.path.as_str(), String::new());
        Ok(())
    }
}

fn bodies(sources: &Sources) -> BTreeMap<String, String> {
    let mut bodies = BTreeMap::new();
    for (id, file) in sources.files().filter(|(_, file)| file.kind == FileKind::Note) {
        let bytes = sources.bytes(id).expect("notes are in memory");
        let note = read::read_note(id, &bytes).value;
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
            HoleKind::Figure(idx) => format!("{{figure {}}}", body.figures[idx as usize].target),
        });
    }
    html + &body.html[start..]
}

fn as_json(sources: &Sources, found: &[Diagnostic]) -> Vec<Value> {
    let run = Run { sources, found, summary: Summary::of(found), ending: Ending::Checked, held_back: None };
    let mut out = Vec::new();
    report::write(&mut out, &run, Manner { format: Format::Json, ..Manner::default() }).expect("memory takes everything");
    let text = String::from_utf8(out).expect("JSON is text");
    let mut lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("a line is an object")).collect();
    lines.pop();
    lines
}
