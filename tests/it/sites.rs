//! Whole sites to everything they give: findings, files, and what their pages say.
//!
//! `tests/sites/<name>/expected` begins with a sentence about the site, then `as-of` a day if it matters, then parts:
//! `[found]` one finding a line, `[files]` one path a line (`*` for a fingerprint), `[holds PATH]` and `[lacks PATH]` what
//! stands in a file or does not. `YUANDI_BLESS=1` writes the first two; read the difference before you keep it.

use std::fs;

use serde_json::Value;

use super::pages;
use super::site::{self, AS_OF, Built, EXPECTED, Files};

/// What stands in `expected`.
#[derive(Debug, Default)]
struct Expected {
    title: String,
    as_of: String,
    parts: Vec<(String, Vec<String>)>,
}

impl Expected {
    fn parse(text: &str) -> Self {
        let mut expected = Self { as_of: AS_OF.to_owned(), ..Self::default() };
        for line in text.lines().filter(|line| !line.is_empty()) {
            if let Some(head) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                expected.parts.push((head.to_owned(), Vec::new()));
            } else if let Some((_, lines)) = expected.parts.last_mut() {
                lines.push(line.to_owned());
            } else if let Some(day) = line.strip_prefix("as-of ") {
                expected.as_of = day.to_owned();
            } else {
                expected.title = line.to_owned();
            }
        }
        expected
    }

    fn part(&self, head: &str) -> &[String] {
        self.parts.iter().find(|(known, _)| known == head).map_or(&[], |(_, lines)| lines)
    }

    fn write(&self) -> String {
        let mut text = format!("{}\n", self.title);
        if self.as_of != AS_OF {
            text.push_str(&format!("as-of {}\n", self.as_of));
        }
        for (head, lines) in &self.parts {
            text.push_str(&format!("\n[{head}]\n{}\n", lines.join("\n")));
        }
        text
    }

    fn bless(&mut self, head: &str, lines: Vec<String>) {
        self.parts.retain(|(known, _)| known != head);
        if !lines.is_empty() {
            let at = usize::from(head == "files" && self.parts.first().is_some_and(|(head, _)| head == "found"));
            self.parts.insert(at, (head.to_owned(), lines));
        }
    }
}

#[test]
fn every_site_gives_what_it_expects() {
    let blesses = std::env::var("YUANDI_BLESS").is_ok_and(|value| value == "1");
    let mut wrong = Vec::new();
    for name in site::names() {
        let path = site::folder(&name).join(EXPECTED);
        let mut expected = Expected::parse(&fs::read_to_string(&path).unwrap_or_default());
        let files = site::files(&name);
        let built = site::build_cold(&files, &expected.as_of);
        if blesses {
            expected.bless("files", paths(&built.files));
            expected.bless("found", heads(&built));
            fs::write(&path, expected.write()).expect("the expectations can be written");
        }
        let problems = judge(&expected, &files, &built);
        wrong.extend(problems.iter().map(|problem| format!("{name}: {problem}")));
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

fn judge(expected: &Expected, files: &Files, built: &Built) -> Vec<String> {
    let mut problems = Vec::new();
    if expected.title.is_empty() {
        problems.push("`expected` does not say what the site shows".to_owned());
    }
    compare("found", expected, &heads(built), &mut problems);
    compare("files", expected, &paths(&built.files), &mut problems);
    for (head, lines) in &expected.parts {
        let Some((verb, path)) = head.split_once(' ') else { continue };
        let Some(bytes) = built.files.get(path) else {
            problems.push(format!("there is no {path}"));
            continue;
        };
        let text = String::from_utf8_lossy(bytes);
        let wants = verb == "holds";
        let wrong = lines.iter().filter(|line| text.contains(line.as_str()) != wants);
        problems.extend(wrong.map(|line| format!("{path} {} {line:?}", if wants { "lacks" } else { "holds" })));
    }
    problems.extend(pages::problems(&built.files, base_url(files).as_deref()));
    problems
}

fn compare(head: &str, expected: &Expected, given: &[String], problems: &mut Vec<String>) {
    let wanted = expected.part(head);
    let missing = wanted.iter().filter(|line| !given.contains(line)).map(|line| format!("{head} lacks {line}"));
    let more = given.iter().filter(|line| !wanted.contains(line)).map(|line| format!("{head} has {line}"));
    problems.extend(missing.chain(more));
}

/// Code, severity and place of each finding: `M420 warning site.toml:14:16`.
fn heads(built: &Built) -> Vec<String> {
    let mut heads = Vec::new();
    for line in &built.findings {
        let finding: Value = serde_json::from_str(line).expect("a finding is JSON");
        let text = |key: &str| finding[key].as_str().unwrap_or("-");
        let mut head = format!("{} {} {}", text("code"), text("severity"), text("file"));
        if let (Some(line), Some(column)) = (finding["line"].as_u64(), finding["column"].as_u64()) {
            head.push_str(&format!(":{line}:{column}"));
        }
        heads.push(head);
    }
    heads
}

/// Paths with `*` for what depends on the content of a file: `assets/site-*.css`. The many files of the search's index are one line.
fn paths(files: &Files) -> Vec<String> {
    let is_shard = |path: &&String| path.starts_with("search/shards/");
    let mut paths: Vec<String> = files.keys().filter(|path| !is_shard(path)).map(|path| without_fingerprint(path)).collect();
    if files.keys().any(|path| is_shard(&path)) {
        paths.push("search/shards/*".to_owned());
    }
    paths.sort();
    paths
}

fn without_fingerprint(path: &str) -> String {
    if !path.starts_with("assets/") {
        return path.to_owned();
    }
    let is_fingerprint = |part: &str| part.len() >= 8 && part.bytes().all(|b| b.is_ascii_hexdigit());
    let (stem, ending) = path.rsplit_once('.').expect("files of a theme have an ending");
    let parts: Vec<&str> = stem.split('-').map(|part| if is_fingerprint(part) { "*" } else { part }).collect();
    format!("{}.{ending}", parts.join("-"))
}

fn base_url(files: &Files) -> Option<String> {
    let settings = String::from_utf8_lossy(&files["site.toml"]).into_owned();
    let line = settings.lines().find(|line| line.starts_with("base_url"))?;
    line.split('"').nth(1).map(str::to_owned)
}
