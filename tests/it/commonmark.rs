//! The examples of the CommonMark specification: which of them our prose keeps to the letter, and why not the others.

use std::collections::BTreeMap;
use std::fs;

use yuandi::diag::FileId;
use yuandi::read::markdown::{read_prose, to_plain_html};

use super::code::root;

/// Where `tests/run` puts the specification.
const SPEC: &str = "tests/browser/node_modules/commonmark-spec/spec.txt";

/// Begins and ends an example.
const FENCE: &str = "````````````````````````````````";

const N_EXAMPLES: usize = 652;

/// Examples with a reason not to be kept: 583 are kept to the letter.
const N_DIFFERENT: usize = 69;

struct Example {
    number: usize,
    markdown: String,
    html: String,
}

/// The examples of the specification's text, in which `→` stands for a tab.
fn examples() -> Vec<Example> {
    let path = root().join(SPEC);
    let text = fs::read_to_string(&path);
    let text = text.unwrap_or_else(|error| panic!("{SPEC}: {error}; `tests/run quick` installs it")).replace('→', "\t");
    let mut examples = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.strip_prefix(FENCE).is_none_or(|rest| !rest.trim_start().starts_with("example")) {
            continue;
        }
        let number = examples.len() + 1;
        let markdown = lines.by_ref().take_while(|line| *line != ".").map(|line| format!("{line}\n")).collect();
        let html = lines.by_ref().take_while(|line| *line != FENCE).map(|line| format!("{line}\n")).collect();
        examples.push(Example { number, markdown, html });
    }
    examples
}

fn drawn(markdown: &str) -> String {
    to_plain_html(&read_prose(FileId(0), markdown, 0).value)
}

#[test]
fn examples_are_kept_to_the_letter_or_for_a_reason_not() {
    let examples = examples();
    assert_eq!(examples.len(), N_EXAMPLES);
    let reasons: BTreeMap<usize, &str> =
        REASONS.iter().flat_map(|(reason, numbers)| numbers.iter().map(|number| (*number, *reason))).collect();
    let mut wrong = Vec::new();
    for example in &examples {
        let drawn = drawn(&example.markdown);
        let is_kept = drawn.trim_end() == example.html.trim_end();
        match reasons.get(&example.number) {
            None if !is_kept => wrong.push(format!(
                "example {}:\n{}is drawn as\n{drawn}\nand not as\n{}",
                example.number, example.markdown, example.html
            )),
            Some(reason) if is_kept => wrong.push(format!("example {} is kept, and so has no reason: {reason}", example.number)),
            _ => {}
        }
    }
    assert_eq!(reasons.len(), N_DIFFERENT);
    assert!(wrong.is_empty(), "\n{} examples:\n{}", wrong.len(), wrong.join("\n---\n"));
    println!("CommonMark: {} of {N_EXAMPLES} examples are kept to the letter", N_EXAMPLES - reasons.len());
}

/// Reasons, each with the examples it is given for.
const REASONS: &[(&str, &[usize])] = &[
    (
        "comments, declarations and instructions are for nobody who reads the page",
        &[177, 179, 180, 181, 182, 183, 308, 309, 625, 626, 627, 628, 629],
    ),
    (
        "tags and attributes that no editor needs are taken out, and what a script or style holds with them",
        &[152, 153, 154, 163, 164, 169, 170, 171, 172, 173, 176, 178, 201, 491, 524, 536, 613, 614, 615, 616, 617],
    ),
    (
        "tags that were left open are closed, ends without beginning are dropped, and tables get their body",
        &[148, 149, 150, 151, 155, 160, 165, 174, 175, 184, 187, 190, 191, 344, 476, 477, 494, 623],
    ),
    ("a tag that never ends is text", &[156, 157, 158]),
    ("links and pictures in raw HTML are written as all others are", &[21, 31, 475, 630, 631, 642, 643]),
    ("a bare address is a link", &[602, 608, 611]),
    ("only web, mail and telephone addresses are links", &[596, 598, 599, 601]),
];
