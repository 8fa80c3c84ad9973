//! A site of `tests/sites` as files in memory or on disk, and everything that a build makes of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use jiff::civil::Date;
use walkdir::WalkDir;
use yuandi::build::{self, Memo, Options, Silent};
use yuandi::diag::Diagnostic;
use yuandi::media::Cache;
use yuandi::output::{CopiedFile, Fault, KnownFile, Sink};
use yuandi::plan::Artifact;
use yuandi::report::{self, Ending, Format, Manner, Run, Summary};
use yuandi::source::Sources;

use super::code::root;

/// Path from the root, with `/`, and content.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// "Today", unless a test says otherwise.
pub(super) const AS_OF: &str = "2026-03-31";

/// What stands beside a site and does not belong to it.
pub(super) const EXPECTED: &str = "expected";

/// The files of `tests/sites/<name>`.
pub(super) fn files(name: &str) -> Files {
    let mut files = read(&folder(name));
    files.remove(EXPECTED);
    files
}

/// The folder of a site.
pub(super) fn folder(name: &str) -> PathBuf {
    root().join("tests/sites").join(name)
}

/// Names of all sites.
pub(super) fn names() -> Vec<String> {
    let entries = fs::read_dir(root().join("tests/sites")).expect("the sites are in the repository");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("a folder can be listed").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// All files below a folder.
pub(super) fn read(folder: &Path) -> Files {
    let mut files = Files::new();
    for entry in WalkDir::new(folder) {
        let entry = entry.expect("a folder can be listed");
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).expect("what is listed is inside");
            let path = path.to_str().expect("names of fixtures are UTF-8").replace('\\', "/");
            files.insert(path, fs::read(entry.path()).expect("a fixture can be read"));
        }
    }
    files
}

/// Writes files into a folder, in the order in which they come.
pub(super) fn write<'a>(folder: &Path, files: impl IntoIterator<Item = (&'a String, &'a Vec<u8>)>) {
    for (path, bytes) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder can be made");
        fs::write(path, bytes).expect("a file can be written");
    }
}

/// What a build made.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Built {
    /// The output, without the manifest.
    pub(super) files: Files,
    /// Findings as programs see them, one JSON object each.
    pub(super) findings: Vec<String>,
}

/// Builds files in memory without any earlier build.
pub(super) fn build_cold(files: &Files, as_of: &str) -> Built {
    build_with(files, as_of, &mut Memo::for_one_build(Cache::none()))
}

/// Builds files in memory with what the memo remembers.
pub(super) fn build_with(files: &Files, as_of: &str, memo: &mut Memo) -> Built {
    build_over(files, as_of, memo, Files::new())
}

/// Builds files in memory with what the memo remembers, over the files of an earlier build.
pub(super) fn build_over(files: &Files, as_of: &str, memo: &mut Memo, old: Files) -> Built {
    let as_of: Date = as_of.parse().expect("the test gives a date");
    let sources = Sources::from_memory(files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())), as_of);
    let sink = Kept { files: Mutex::default(), old };
    let outcome = build::build(&sources, &Options::default(), memo, &Silent, &sink).expect("memory takes everything");
    Built { files: sink.files.into_inner().expect("no thread panicked"), findings: as_json(&sources, &outcome.found) }
}

/// The paragraph about what a build holds back, for people.
pub(super) fn held_back(files: &Files, as_of: &str) -> Vec<String> {
    let as_of: Date = as_of.parse().expect("the test gives a date");
    let sources = Sources::from_memory(files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())), as_of);
    let sink = Kept { files: Mutex::default(), old: Files::new() };
    let mut memo = Memo::for_one_build(Cache::none());
    let outcome = build::build(&sources, &Options::default(), &mut memo, &Silent, &sink).expect("memory takes everything");
    let held_back = Some(&outcome.value.held_back);
    let run = Run { sources: &sources, found: &[], summary: Summary::default(), ending: Ending::Checked, held_back, gate: None };
    let mut out = Vec::new();
    report::write(&mut out, &run, Manner::default()).expect("memory takes everything");
    String::from_utf8(out).expect("words are text").lines().skip(1).map(str::to_owned).collect()
}

fn as_json(sources: &Sources, found: &[Diagnostic]) -> Vec<String> {
    let run = Run { sources, found, summary: Summary::of(found), ending: Ending::Checked, held_back: None, gate: None };
    let mut out = Vec::new();
    report::write(&mut out, &run, Manner { format: Format::Json, ..Manner::default() }).expect("memory takes everything");
    let text = String::from_utf8(out).expect("JSON is text");
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    lines.pop();
    lines
}

/// Says where two builds differ; `None` if nowhere.
pub(super) fn difference(one: &Built, other: &Built) -> Option<String> {
    if one.findings != other.findings {
        return Some(format!("findings\n  {}\nand\n  {}", one.findings.join("\n  "), other.findings.join("\n  ")));
    }
    differing_file(&one.files, &other.files)
}

/// Names the first file that only one has, or that is not the same in both.
pub(super) fn differing_file(one: &Files, other: &Files) -> Option<String> {
    for path in one.keys().chain(other.keys()) {
        match (one.get(path), other.get(path)) {
            (Some(a), Some(b)) if a == b => {}
            (Some(a), Some(b)) => return Some(format!("{path} {}", differing_place(a, b))),
            _ => return Some(format!("{path} is in one of them only")),
        }
    }
    None
}

fn differing_place(a: &[u8], b: &[u8]) -> String {
    let at = a.iter().zip(b).position(|(a, b)| a != b).unwrap_or(a.len().min(b.len()));
    let around = |bytes: &[u8]| String::from_utf8_lossy(&bytes[at.saturating_sub(40)..bytes.len().min(at + 40)]).into_owned();
    format!("at byte {at}: {:?} and {:?}", around(a), around(b))
}

/// A sink that keeps everything.
struct Kept {
    files: Mutex<Files>,
    /// What an earlier build made.
    old: Files,
}

impl Kept {
    fn insert(&self, path: &str, bytes: Vec<u8>) {
        let earlier = self.files.lock().expect("no thread panicked").insert(path.to_owned(), bytes);
        assert!(earlier.is_none(), "{path} was written twice");
    }
}

impl Sink for Kept {
    fn put(&self, artifact: Artifact) -> Result<(), Fault> {
        self.insert(artifact.path.as_str(), artifact.bytes.to_vec());
        Ok(())
    }

    fn put_file(&self, file: CopiedFile) -> Result<(), Fault> {
        self.insert(file.path.as_str(), fs::read(&file.from).expect("the source is on disk"));
        Ok(())
    }

    fn keep(&self, file: &KnownFile) -> Result<bool, Fault> {
        let old = self.old.get(file.path.as_str()).filter(|bytes| *blake3::hash(bytes).as_bytes() == file.hash);
        let Some(bytes) = old else { return Ok(false) };
        self.insert(file.path.as_str(), bytes.clone());
        Ok(true)
    }
}
