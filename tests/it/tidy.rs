//! What every file of the repository has in common: line ends, size, and nothing of the machine on which it was written.

use std::path::PathBuf;
use std::process::Command;

use super::code::root;

/// In bytes. Pictures of the sample site are smaller, and everything larger belongs into a release, not into history.
const LARGEST: u64 = 1_000_000;

/// Files of the repository: those that git knows, and new ones that it does not ignore.
fn listed() -> Vec<String> {
    let arguments = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let output = Command::new("git").args(arguments).current_dir(root()).output().expect("git runs");
    assert!(output.status.success(), "git lists the files");
    let names = String::from_utf8(output.stdout).expect("names are UTF-8");
    let mut names: Vec<String> = names.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect();
    // A file that was deleted and not yet committed is still listed.
    names.retain(|name| root().join(name).is_file());
    names.sort();
    names.dedup();
    names
}

/// The texts among them, with their paths. Fixtures below `tests/sites/` may be as broken as they like.
fn texts() -> Vec<(String, String)> {
    let names = listed().into_iter().filter(|name| !name.starts_with("tests/sites/"));
    let read = |name: &String| String::from_utf8(std::fs::read(root().join(name)).ok()?).ok().filter(|text| !text.contains('\0'));
    names.filter_map(|name| read(&name).map(|text| (name, text))).collect()
}

fn fail_on(wrong: &[String], law: &str) {
    assert!(wrong.is_empty(), "\n{law}:\n  {}\n", wrong.join("\n  "));
}

/// Lines that hold any of the words.
fn lines_with(words: &[String], is_looked_at: fn(&str) -> bool) -> Vec<String> {
    let mut wrong = Vec::new();
    for (name, text) in texts().iter().filter(|(name, _)| is_looked_at(name)) {
        for (idx, line) in text.lines().enumerate() {
            if let Some(word) = words.iter().find(|word| line.contains(word.as_str())) {
                wrong.push(format!("{name}:{} {word}", idx + 1));
            }
        }
    }
    wrong
}

#[test]
fn files_are_small() {
    let size = |name: &String| std::fs::metadata(root().join(name)).map_or(0, |metadata| metadata.len());
    let large: Vec<String> = listed().into_iter().filter(|name| size(name) >= LARGEST).collect();
    fail_on(&large, "a tracked file has less than a million bytes");
}

#[test]
fn lines_end_as_lines_do() {
    let mut wrong = Vec::new();
    for (name, text) in texts() {
        if text.contains('\r') {
            wrong.push(format!("{name} has a carriage return"));
        }
        if !text.is_empty() && !text.ends_with('\n') {
            wrong.push(format!("{name} does not end its last line"));
        }
    }
    fail_on(&wrong, "texts have LF line ends and a final newline");
}

#[test]
fn code_is_indented_with_spaces() {
    let is_code = |name: &str| [".rs", ".toml", ".html", ".css", ".js", ".mjs"].iter().any(|end| name.ends_with(end));
    fail_on(&lines_with(&["\t".to_owned()], is_code), "no tabs in code, settings, templates and styles");
}

#[test]
fn nothing_is_left_to_do() {
    // Put together here, so that this file does not find itself.
    let words = [["TO", "DO"], ["FIX", "ME"], ["XX", "X:"]].map(|halves| halves.concat());
    fail_on(&lines_with(&words, |_| true), "what is not done is said in a design or an issue, not in a file");
}

#[test]
fn nothing_names_the_machine() {
    let mut words = vec![root().to_string_lossy().into_owned()];
    // A home of `/` would be found everywhere.
    words.extend(
        std::env::home_dir().filter(|home| home.components().count() > 1).map(|home: PathBuf| format!("{}/", home.display())),
    );
    words.push([".car", "go/registry"].concat());
    fail_on(&lines_with(&words, |_| true), "no path of the machine on which a file was written");
}

#[test]
fn nothing_names_a_registry() {
    let words = [
        ["registry.npm", "js"],
        ["npm", "mirror"],
        ["rs", "proxy"],
        ["static.crates", ".io"],
        ["index.crates", ".io"],
        ["pypi", ".org"],
        ["mirrors.", "tuna"],
        ["mirrors.", "ustc"],
        ["mirrors.", "aliyun"],
        ["\"resol", "ved\":"],
    ];
    let words = words.map(|halves| halves.concat());
    fail_on(&lines_with(&words, |_| true), "where packages come from is set on the machine, not in the repository");
}
