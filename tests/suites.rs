//! Public test suites against our readers, from a folder that the caller brings: `tests/run suites DIR`.
//!
//! Each suite is a repository of that name below `DIR`, as its owners publish it; one that is missing is passed over. A
//! suite prints how many of its files are read as it says, and names the others. It fails on a panic, or if fewer are read
//! than when this was last looked at; why the others differ stands beside each number.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use jiff::civil::{Date, DateTime, Time};
use serde_json::Value as Json;
use walkdir::WalkDir;
use yuandi::diag::{FileId, Outcome, Severity};
use yuandi::media::{Effort, Variant, make, request};
use yuandi::read::markdown::{read_prose, to_plain_html};
use yuandi::read::{CsvForm, Fields, ImageLimits, Node, Value};
use yuandi::read::{has_metadata, parse_json, parse_toml, parse_yaml, read_csv, read_image};
use yuandi::source::decode;

const FILE: FileId = FileId(0);

/// One suite while it runs.
struct Suite {
    name: &'static str,
    n_passed: usize,
    failed: Vec<String>,
    panicked: Vec<String>,
}

impl Suite {
    fn new(name: &'static str) -> Self {
        Self { name, n_passed: 0, failed: Vec::new(), panicked: Vec::new() }
    }

    /// Judges one file or example; a panic is never right.
    fn judge(&mut self, what: &str, is_right: impl FnOnce() -> bool) {
        match catch_unwind(AssertUnwindSafe(is_right)) {
            Ok(true) => self.n_passed += 1,
            Ok(false) => self.failed.push(what.to_owned()),
            Err(_) => self.panicked.push(what.to_owned()),
        }
    }

    /// Prints the figures. `n_least` is what passed when it was last looked at.
    #[track_caller]
    fn end(self, n_least: usize) {
        let n_all = self.n_passed + self.failed.len() + self.panicked.len();
        println!("{}: {}/{n_all}", self.name, self.n_passed);
        if !self.failed.is_empty() {
            println!("  otherwise: {}", self.failed.join(" "));
        }
        assert!(self.panicked.is_empty(), "{} panics on {:?}", self.name, self.panicked);
        assert!(self.n_passed >= n_least, "{}: {} of {n_all}, and it was {n_least}", self.name, self.n_passed);
    }
}

/// A suite's folder; `None` if it was not brought.
fn folder(path: &str) -> Option<PathBuf> {
    let suites = std::env::var_os("YUANDI_SUITES").expect("`tests/run suites DIR` says where the suites are");
    let folder = PathBuf::from(suites).join(path);
    if folder.exists() {
        return Some(folder);
    }
    println!("{path}: not there");
    None
}

/// The files below a folder with this ending, and their names from it, in order.
fn files(folder: &Path, ending: &str) -> Vec<(String, PathBuf)> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let path = entry.expect("the suite can be listed").into_path();
        let name = path.strip_prefix(folder).expect("what is listed is inside").to_string_lossy().into_owned();
        if path.is_file() && name.ends_with(ending) {
            files.push((name, path));
        }
    }
    files
}

fn has_error<T>(outcome: &Outcome<T>) -> bool {
    outcome.found.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}

/// The text of a file if it is text at all, and no error was found in its bytes.
fn text(path: &Path) -> Option<String> {
    let bytes = fs::read(path).expect("the suite can be read");
    let decoded = decode(FILE, &bytes);
    // A suite about UTF-8 means every other encoding as an error; authors get it decoded with a warning.
    decoded.found.is_empty().then(|| decoded.value.text.into_owned())
}

/// Examples between fences of 32 backticks, with the words behind `example`.
fn examples(text: &str) -> Vec<(String, String, String)> {
    let fence = "`".repeat(32);
    let text = text.replace('→', "\t");
    let mut lines = text.lines();
    let mut examples = Vec::new();
    while let Some(line) = lines.next() {
        let Some(words) = line.strip_prefix(&fence).and_then(|rest| rest.trim().strip_prefix("example")) else { continue };
        let words = words.trim().to_owned();
        let markdown = lines.by_ref().take_while(|line| *line != ".").map(|line| format!("{line}\n")).collect();
        let html = lines.by_ref().take_while(|line| *line != fence).map(|line| format!("{line}\n")).collect();
        examples.push((words, markdown, html));
    }
    examples
}

fn gfm(name: &'static str, path: &str, n_least: usize) {
    let Some(path) = folder(path) else { return };
    let mut suite = Suite::new(name);
    let examples = examples(&fs::read_to_string(path).expect("the specification is text"));
    for (idx, (words, markdown, html)) in examples.iter().enumerate() {
        suite.judge(&format!("{}{words}", idx + 1), || {
            let drawn = to_plain_html(&read_prose(FILE, markdown, 0).value);
            without_form(&drawn) == without_form(html)
        });
    }
    suite.end(n_least);
}

/// HTML without what is only form: line ends, and how tables and tasks are dressed.
fn without_form(html: &str) -> String {
    let mut html = html.replace('\n', "");
    for (ours, plain) in [
        ("<div class=\"table-frame\">", ""),
        ("</table></div>", "</table>"),
        (" scope=\"col\"", ""),
        (" class=\"left\"", " align=\"left\""),
        (" class=\"center\"", " align=\"center\""),
        (" class=\"right\"", " align=\"right\""),
        ("<li class=\"task\">", "<li>"),
        ("<label>", ""),
        ("</label>", ""),
        ("<input type=\"checkbox\" disabled>", "<input disabled=\"\" type=\"checkbox\">"),
        ("<input type=\"checkbox\" disabled checked>", "<input checked=\"\" disabled=\"\" type=\"checkbox\">"),
        ("checkbox\" />", "checkbox\">"),
    ] {
        html = html.replace(ours, plain);
    }
    html
}

/// As with CommonMark, raw HTML is cleaned and bare web addresses are links; those without `http` and those of mail are not.
/// All examples of tables, deletions and tasks are kept.
#[test]
fn gfm_specification() {
    gfm("gfm spec", "gfm/test/spec.txt", 592);
}

#[test]
fn gfm_extensions() {
    gfm("gfm extensions", "gfm/test/extensions.txt", 18);
}

#[test]
fn toml_test() {
    let Some(folder) = folder("toml-test/tests") else { return };
    // Version 1.0 says which files count: those of 1.1 allow more.
    let listed = fs::read_to_string(folder.join("files-toml-1.0.0")).expect("the suite lists its files");
    let (mut valid, mut invalid) = (Suite::new("toml-test valid"), Suite::new("toml-test invalid"));
    for name in listed.lines().filter(|name| name.ends_with(".toml")) {
        let path = folder.join(name);
        let read = || text(&path).map(|text| parse_toml(FILE, &text, 0));
        if name.starts_with("invalid/") {
            invalid.judge(name, || read().is_none_or(|outcome| has_error(&outcome)));
        } else {
            let wanted = fs::read_to_string(path.with_extension("json")).expect("each valid file has its values");
            let wanted: Json = serde_json::from_str(&wanted).expect("values are JSON");
            valid.judge(name, || {
                let outcome = read().expect("a valid file is UTF-8");
                outcome.value.is_some_and(|fields| !outcome.found.iter().any(|_| true) && are_fields(&fields, &wanted))
            });
        }
    }
    // Fractions of a second are not kept, and a number without end or value is no number of an author.
    valid.end(201);
    // The parser knows version 1.1, and what stands before the text may be marked twice.
    invalid.end(488);
}

fn are_fields(fields: &Fields, wanted: &Json) -> bool {
    let Json::Object(wanted) = wanted else { return false };
    fields.entries.len() == wanted.len()
        && fields.entries.iter().all(|(key, node)| wanted.get(&key.text).is_some_and(|wanted| is_value(&node.value, wanted)))
}

/// Whether a value is the one of a suite that writes `{"type": "integer", "value": "42"}`.
fn is_value(value: &Value, wanted: &Json) -> bool {
    let written = wanted.get("value").and_then(Json::as_str);
    match (value, wanted.get("type").and_then(Json::as_str), written) {
        (Value::Text(text), Some("string"), Some(written)) => text == written,
        (Value::Integer(number), Some("integer"), Some(written)) => number.to_string() == written,
        (Value::Float(number), Some("float"), Some(written)) => written.parse() == Ok(*number),
        (Value::Bool(is_true), Some("bool"), Some(written)) => is_true.to_string() == written,
        (Value::Date(date), Some("date-local"), Some(written)) => written.parse::<Date>().is_ok_and(|one| one == *date),
        (Value::Time(time), Some("time-local"), Some(written)) => written.parse::<Time>().is_ok_and(|one| one == *time),
        (Value::DateTime(moment), Some("datetime-local"), Some(written)) => is_moment(moment, written),
        // An offset is not kept: a site lives in one time zone.
        (Value::DateTime(moment), Some("datetime"), Some(written)) => is_moment(moment, without_offset(written)),
        (Value::List(nodes), _, _) => {
            let Json::Array(wanted) = wanted else { return false };
            nodes.len() == wanted.len() && nodes.iter().zip(wanted).all(|(node, wanted)| is_value(&node.value, wanted))
        }
        (Value::Fields(fields), _, _) => are_fields(fields, wanted),
        _ => false,
    }
}

fn is_moment(moment: &DateTime, written: &str) -> bool {
    written.parse::<DateTime>().is_ok_and(|one| one == *moment)
}

fn without_offset(written: &str) -> &str {
    let written = written.trim_end_matches(['Z', 'z']);
    match written.rfind(['+', '-']).filter(|at| *at > 10) {
        Some(at) => &written[..at],
        None => written,
    }
}

#[test]
fn json_test_suite() {
    let Some(folder) = folder("JSONTestSuite/test_parsing") else { return };
    let (mut accepted, mut refused) = (Suite::new("JSONTestSuite accepted"), Suite::new("JSONTestSuite refused"));
    let mut either = Suite::new("JSONTestSuite either way");
    for (name, path) in files(&folder, ".json") {
        let is_read = || text(&path).is_some_and(|text| !has_error(&parse_json(FILE, &text)));
        match name.as_bytes()[0] {
            b'y' => accepted.judge(&name, is_read),
            b'n' => refused.judge(&name, || !is_read()),
            _ => either.judge(&name, || {
                is_read();
                true
            }),
        }
    }
    // The same key twice is an author's slip.
    accepted.end(93);
    // Lines and tabs within a text, and a form feed for a space, say nothing that could be misread.
    refused.end(185);
    either.end(35);
}

#[test]
fn csv_spectrum() {
    let Some(folder) = folder("csv-spectrum") else { return };
    let mut suite = Suite::new("csv-spectrum");
    for (name, path) in files(&folder.join("csvs"), ".csv") {
        let wanted = fs::read_to_string(folder.join("json").join(&name).with_extension("json")).expect("each has its rows");
        let wanted: Json = serde_json::from_str(&wanted).expect("rows are JSON");
        suite.judge(&name, || {
            let outcome = read_csv(FILE, &text(&path).expect("the suite is UTF-8"), &CsvForm::default());
            let Some(ledger) = outcome.value.as_ref().filter(|_| !has_error(&outcome)) else { return false };
            let row = |row: usize| {
                let cells = ledger.columns.iter().enumerate();
                cells.map(|(column, one)| (one.heading.clone(), Json::from(ledger.text(row, column)))).collect()
            };
            Json::Array((0..ledger.n_rows()).map(|idx| Json::Object(row(idx))).collect()) == wanted
        });
    }
    // One file has another telephone number than its rows.
    suite.end(11);
}

/// Whether a picture that is read is made in all its sizes; `None` stands for one that was refused with a finding.
fn is_made(name: &str, path: &Path) -> Option<bool> {
    // A picture may have three widths, and has three files besides.
    made(name, path).map(|files| (4..=6).contains(&files.len()))
}

/// All files that a picture becomes; `None` for one that was refused with a finding.
fn made(name: &str, path: &Path) -> Option<Vec<Vec<u8>>> {
    let bytes = fs::read(path).expect("the suite can be read");
    let outcome = read_image(FILE, name, &bytes, ImageLimits::default());
    let Some(picture) = &outcome.value else {
        assert!(has_error(&outcome), "what is refused is said");
        return None;
    };
    if has_error(&outcome) {
        return None;
    }
    let request = request(picture, blake3::hash(&bytes).as_bytes(), "picture", Effort::Full);
    let variants: Vec<&Variant> = request.variants().collect();
    let made = make(FILE, &bytes, picture, &variants);
    assert!(made.value.is_some() || has_error(&made), "what cannot be made is said");
    made.value.inspect(|files| assert_eq!(files.len(), variants.len()))
}

#[test]
fn png_suite() {
    let Some(folder) = folder("image-png/tests/pngsuite") else { return };
    let (mut sound, mut broken) = (Suite::new("PngSuite sound"), Suite::new("PngSuite broken"));
    for (name, path) in files(&folder, ".png") {
        if name.starts_with('x') {
            broken.judge(&name, || is_made(&name, &path).is_none());
        } else {
            sound.judge(&name, || is_made(&name, &path) == Some(true));
        }
    }
    sound.end(161);
    broken.end(14);
}

/// All that matters of these is that none brings the program down.
#[test]
fn pictures_of_image() {
    for (suite, path, n_least) in [("image", "image/tests", 395), ("image-png bugfixes", "image-png/tests/bugfixes", 19)] {
        let Some(folder) = folder(path) else { continue };
        let mut suite = Suite::new(suite);
        for (name, path) in files(&folder, "") {
            if !name.ends_with(".rs") {
                suite.judge(&name, || is_made(&name, &path).is_none_or(|is_whole| is_whole));
            }
        }
        suite.end(n_least);
    }
}

/// Photos of many cameras: each is made without anything but its pixels, or refused with a finding.
#[test]
fn exif() {
    let Some(folder) = folder("exif-samples") else { return };
    let mut suite = Suite::new("exif-samples");
    for (name, path) in files(&folder, "") {
        let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        if ["jpg", "jpeg", "png", "webp", "gif", "tif", "tiff", "heic", "heif"].contains(&ending.as_str()) {
            suite.judge(&name, || made(&name, &path).is_none_or(|files| !files.iter().any(|bytes| has_metadata(bytes))));
        }
    }
    suite.end(1);
}

#[test]
fn yaml_test_suite() {
    let Some(folder) = folder("yaml-test-suite/src") else { return };
    let (mut sound, mut broken) = (Suite::new("yaml-test-suite mappings"), Suite::new("yaml-test-suite broken"));
    for (name, path) in files(&folder, ".yaml") {
        for (yaml, json, fails) in yaml_cases(&path) {
            let outcome = || parse_yaml(FILE, &yaml, 0);
            // Front matter is one document with one mapping, so other files have nothing to say to it.
            let wanted = json.as_deref().and_then(|json| serde_json::from_str::<Json>(json).ok()).filter(Json::is_object);
            if fails {
                broken.judge(&name, || has_error(&outcome()));
            } else if let Some(wanted) = wanted {
                sound.judge(&name, || {
                    let outcome = outcome();
                    outcome.value.as_ref().is_some_and(|fields| !has_error(&outcome) && plain(fields) == wanted)
                });
            } else {
                let _ = outcome();
            }
        }
    }
    // Nothing may be written by naming another place: such files can grow without end.
    sound.end(105);
    // Only the first document of a file is read.
    broken.end(91);
}

/// The cases of a file of the suite, which is itself YAML with signs for white space.
fn yaml_cases(path: &Path) -> Vec<(String, Option<String>, bool)> {
    let text = fs::read_to_string(path).expect("the suite is UTF-8");
    let Ok(Some(list)) = list_of(&text) else { return Vec::new() };
    let mut cases: Vec<(String, Option<String>, bool)> = Vec::new();
    for node in list {
        let Value::Fields(case) = node.value else { continue };
        let text = |key: &str| match case.get(key).map(|node| &node.value) {
            Some(Value::Text(text)) => Some(text.clone()),
            _ => None,
        };
        let fails = matches!(case.get("fail").map(|node| &node.value), Some(Value::Bool(true)));
        if let Some(yaml) = text("yaml") {
            cases.push((with_signs(&yaml), text("json"), fails));
        }
    }
    cases
}

/// The list in a file of the suite, read by our own reader below a key.
fn list_of(text: &str) -> Result<Option<Vec<Node>>, ()> {
    let indented: String = text.lines().skip(1).map(|line| format!("  {line}\n")).collect();
    let outcome = parse_yaml(FILE, &format!("cases:\n{indented}"), 0);
    let Some(fields) = outcome.value else { return Err(()) };
    match fields.entries.into_iter().next() {
        Some((_, Node { value: Value::List(list), .. })) => Ok(Some(list)),
        _ => Ok(None),
    }
}

fn with_signs(yaml: &str) -> String {
    let mut text = yaml.replace('␣', " ").replace('↵', "").replace('⇔', "\u{feff}").replace('←', "\r").replace("∎\n", "");
    for dashes in ["————»", "———»", "——»", "—»", "»"] {
        text = text.replace(dashes, "\t");
    }
    text
}

/// Fields as plain JSON.
fn plain(fields: &Fields) -> Json {
    Json::Object(fields.entries.iter().map(|(key, node)| (key.text.clone(), plain_value(&node.value))).collect())
}

fn plain_value(value: &Value) -> Json {
    match value {
        Value::Text(text) => Json::from(text.as_str()),
        Value::Integer(number) => Json::from(*number),
        Value::Float(number) => Json::from(*number),
        Value::Bool(is_true) => Json::from(*is_true),
        Value::Date(date) => Json::from(date.to_string()),
        Value::DateTime(moment) => Json::from(moment.to_string()),
        Value::Time(time) => Json::from(time.to_string()),
        Value::List(nodes) => Json::Array(nodes.iter().map(|node| plain_value(&node.value)).collect()),
        Value::Fields(fields) => plain(fields),
        Value::Null => Json::Null,
    }
}
