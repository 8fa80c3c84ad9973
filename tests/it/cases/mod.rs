//! Text cases: small sites written in Markdown, with the findings and the pages that they must give.
//!
//! `tests/cases/README.md` describes the form. `YUANDI_BLESS=1` writes what was found into the `expect` blocks (read the
//! difference before you keep it); `YUANDI_CASE=words` runs only the cases whose file or title holds the words.

mod compare;
mod files;
mod parse;
mod run;

use std::fs;
use std::path::{Path, PathBuf};

use self::compare::Verdict;
use self::parse::{Case, parse};
use super::code::root;

#[test]
fn every_case_gives_what_it_expects() {
    let wanted = std::env::var("YUANDI_CASE").unwrap_or_default();
    let blesses = std::env::var("YUANDI_BLESS").is_ok_and(|value| value == "1");
    let mut failures = Vec::new();
    let mut n_cases = 0;
    for path in case_files() {
        let name = path.strip_prefix(root()).expect("cases are in the repository").display().to_string();
        let text = fs::read_to_string(&path).expect("a case file is text");
        let mut blessed = text.clone();
        // From the last to the first, so that the places of the others stay true while the text changes.
        for case in parse(&name, &text).iter().rev().filter(|case| format!("{name} {}", case.title).contains(&wanted)) {
            n_cases += 1;
            let Verdict { problems, actual } = judge(case);
            if blesses && !actual.is_empty_change() {
                blessed = actual.written_into(case, &blessed);
            } else if !problems.is_empty() {
                failures.push(format!("{name}:{}: {}\n    {}", case.line, case.title, problems.join("\n    ")));
            }
        }
        if blessed != text {
            fs::write(&path, blessed).expect("the case file can be written");
        }
    }
    failures.reverse();
    assert!(n_cases > 0, "no case matches `{wanted}`");
    assert!(failures.is_empty(), "\n{} of {n_cases} cases fail:\n\n{}\n", failures.len(), failures.join("\n\n"));
}

/// Runs one case; a panic is a problem of the case, and the others are still run.
fn judge(case: &Case) -> Verdict {
    match std::panic::catch_unwind(|| run::run(case)) {
        Ok(ran) => compare::compare(case, &ran),
        Err(panic) => {
            let why = panic.downcast_ref::<String>().cloned();
            let why = why.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default();
            Verdict::failed(format!("panic: {why}"))
        }
    }
}

fn case_files() -> Vec<PathBuf> {
    let mut paths = Vec::new();
    collect(&root().join("tests/cases"), &mut paths);
    paths.retain(|path| !path.ends_with("README.md"));
    paths.sort();
    paths
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry can be read").path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|end| end == "md") {
            paths.push(path);
        }
    }
}
