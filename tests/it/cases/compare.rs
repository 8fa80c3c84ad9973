//! What a case expects against what its run gave.

use serde_json::Value;

use super::parse::Case;
use super::run::Ran;

/// What came of a case.
pub(crate) struct Verdict {
    /// In words; empty if all is as expected.
    pub(crate) problems: Vec<String>,
    /// What the `expect` block should say.
    pub(crate) actual: Actual,
}

/// The findings of a run as lines of an `expect` block; `None` if the block may stay.
pub(crate) struct Actual(Option<String>);

impl Verdict {
    pub(crate) fn failed(problem: String) -> Self {
        Self { problems: vec![problem], actual: Actual(None) }
    }
}

impl Actual {
    pub(crate) fn is_empty_change(&self) -> bool {
        self.0.is_none()
    }

    /// The case file with the lines in the place of the old ones.
    pub(crate) fn written_into(&self, case: &Case, text: &str) -> String {
        let Some(lines) = &self.0 else { return text.to_owned() };
        match case.blocks_of("expect").next() {
            Some(block) => format!("{}{lines}{}", &text[..block.range.start], &text[block.range.end..]),
            None => {
                let (before, behind) = text.split_at(case.end);
                let gap = if behind.is_empty() { "" } else { "\n" };
                format!("{}\n\n```expect\n{lines}```\n{gap}{behind}", before.trim_end())
            }
        }
    }
}

/// Compares findings, bodies and pages.
pub(crate) fn compare(case: &Case, ran: &Ran) -> Verdict {
    let mut problems = Vec::new();
    let actual = compare_findings(case, &ran.findings, &mut problems);
    for finding in &ran.findings {
        if finding["help"].is_null() {
            problems.push(format!("{} has no help", finding["code"]));
        }
    }
    for block in case.blocks_of("html") {
        let path = block.words.first().map_or("", String::as_str);
        match ran.bodies.get(path) {
            None => problems.push(format!("there is no note {path}")),
            Some(html) if html.trim() == block.body.trim() => {}
            Some(html) => problems.push(format!("body of {path} is\n{html}")),
        }
    }
    for block in case.blocks_of("page") {
        let path = block.words.first().map_or("", String::as_str);
        let Some(page) = ran.pages.get(path) else {
            let pages: Vec<&str> = ran.pages.keys().map(String::as_str).collect();
            problems.push(format!("there is no page {path}; there are {}", pages.join(" ")));
            continue;
        };
        let missing = block.body.lines().filter(|line| !page.contains(line.trim()));
        problems.extend(missing.map(|line| format!("{path} does not hold {}", line.trim())));
    }
    for block in case.blocks_of("no-page") {
        let path = block.words.first().map_or("", String::as_str);
        match ran.pages.get(path) {
            // Without lines the page itself must not exist; with lines they must not occur in it.
            Some(_) if block.body.trim().is_empty() => problems.push(format!("there is a page {path}")),
            Some(page) => {
                let present = block.body.lines().filter(|line| page.contains(line.trim()));
                problems.extend(present.map(|line| format!("{path} holds {}", line.trim())));
            }
            None => {}
        }
    }
    Verdict { problems, actual }
}

fn compare_findings(case: &Case, findings: &[Value], problems: &mut Vec<String>) -> Actual {
    let mut expected: Vec<&str> = case.blocks_of("expect").flat_map(|block| block.body.lines()).collect();
    expected.retain(|line| !line.trim().is_empty());
    let mut lines = String::new();
    let mut is_same = expected.len() == findings.len();
    for (idx, finding) in findings.iter().enumerate() {
        let head = head(finding);
        let message = finding["message"]["zh"].as_str().unwrap_or_default();
        let fits = |line: &&&str| {
            let (wanted, part) = line.split_once(" | ").unwrap_or((line, ""));
            wanted.trim() == head && message.contains(part.trim())
        };
        let is_here = expected.get(idx).is_some_and(|line| fits(&line));
        is_same &= is_here;
        match expected.iter().find(fits) {
            Some(line) => lines.push_str(line),
            None => lines.push_str(&format!("{head} | {message}")),
        }
        lines.push('\n');
    }
    if is_same {
        return Actual(None);
    }
    problems.push(format!("expected:\n      {}", expected.join("\n      ")));
    problems.push(format!("found:\n      {}", lines.trim_end().replace('\n', "\n      ")));
    Actual(Some(lines))
}

/// `M301 error content/news/a.md:3:1`, or with a cell `M301 error data/积分.csv B7`, or without a place `M301 error -`.
fn head(finding: &Value) -> String {
    let text = |key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    let file = if finding["file"].is_null() { "-".to_owned() } else { text("file") };
    let place = match (finding["cell"].as_str(), finding["sheet"].as_str(), &finding["line"], &finding["column"]) {
        (Some(cell), Some(sheet), _, _) => format!("{file} {sheet} {cell}"),
        (Some(cell), None, _, _) => format!("{file} {cell}"),
        (None, _, Value::Number(line), Value::Number(column)) => format!("{file}:{line}:{column}"),
        _ => file,
    };
    format!("{} {} {place}", text("code"), text("severity"))
}
