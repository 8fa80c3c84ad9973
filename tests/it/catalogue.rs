//! The catalogue of findings keeps its promises: unique codes, equal holes in both languages, words that people can read.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use unicode_width::UnicodeWidthStr;
use yuandi::diag::codes;
use yuandi::diag::{Code, Words};

use super::code::{files, root};
use super::layers::is_han;

/// In columns, of which a Chinese character takes two. The holes count as they are written.
const LONGEST_MESSAGE: usize = 110;

/// The letter of each room's codes, by file of `src/diag/codes/`.
const LETTERS: [(&str, char); 20] = [
    ("source", 'S'),
    ("read", 'R'),
    ("model", 'M'),
    ("model_notices", 'M'),
    ("model_people", 'M'),
    ("model_tables", 'M'),
    ("metrics", 'F'),
    ("metrics_engine", 'F'),
    ("metrics_formula", 'F'),
    ("metrics_points", 'F'),
    ("metrics_duties", 'F'),
    ("privacy", 'V'),
    ("plan", 'P'),
    ("plan_figures", 'P'),
    ("theme", 'T'),
    ("media", 'I'),
    ("gate", 'G'),
    ("output", 'O'),
    ("cli", 'C'),
    ("wording", 'W'),
];

/// Codes that neither a text case nor a run of the program can bring about on every machine, and the tests that expect them.
const TESTED_ELSEWHERE: [(&str, &str); 10] = [
    ("G203", "tests/it/waivers.rs"),
    ("G204", "tests/it/waivers.rs"),
    ("F223", "src/metrics/points/ledger_tests.rs"),
    ("F219", "src/metrics/points/ledger_tests.rs"),
    ("S007", "src/output/tests.rs"),
    ("O008", "src/output/tests.rs"),
    ("O010", "src/output/tests.rs"),
    ("O101", "src/output/tests.rs"),
    ("O105", "src/output/tests.rs"),
    ("V001", "src/privacy/tests.rs"),
];

/// Codes that only a broken or a very particular machine gives, or a fault of ours.
const NEEDS_A_MACHINE: [(&str, &str); 7] = [
    ("C009", "a disk that refuses the self-check after its folder was there"),
    ("T108", "a built-in template that fails on a page: a fault of ours, not of an author"),
    ("T007", "a theme is held in memory, so that only its file's disappearance between two instants could give it"),
    ("O011", "a disk mounted inside of the output; mounting needs an administrator"),
    ("O056", "a disk that fails while it is read"),
    ("O103", "a system without file handles; `crash` makes the request fail and looks at the site"),
    ("O106", "an old site of which a part cannot be removed; `crash` makes the request fail and looks at the site"),
];

fn check(law: &str, is_wrong: impl Fn(&Code) -> Option<String>) {
    let wrong: Vec<String> =
        codes::all().into_iter().filter_map(|code| Some(format!("{} {}: {}", code.id, code.name, is_wrong(code)?))).collect();
    assert!(wrong.is_empty(), "\n{law}:\n  {}\n", wrong.join("\n  "));
}

/// All words of a code, each with a name.
fn words(code: &Code) -> Vec<(&'static str, Words)> {
    let mut words = vec![("message", code.message), ("about", code.about)];
    words.extend(code.help.iter().map(|help| ("help", *help)));
    words
}

/// The names between braces. Braces around anything else are a part of the words.
fn holes(text: &str) -> BTreeSet<&str> {
    let parts = text.split('{').skip(1).filter_map(|part| part.split_once('}'));
    let is_name = |name: &&str| !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    parts.map(|(name, _)| name).filter(is_name).collect()
}

#[test]
fn a_code_is_a_letter_and_three_digits_and_used_once() {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    let mut names: BTreeMap<&str, &str> = BTreeMap::new();
    for code in codes::all() {
        let digits = &code.id[1..];
        let is_formed = code.id.starts_with(|c: char| c.is_ascii_uppercase()) && digits.len() == 3;
        assert!(is_formed && digits.chars().all(|c| c.is_ascii_digit()), "{} is not a letter and three digits", code.id);
        assert_eq!(seen.insert(code.id, code.name), None, "{} is used twice", code.id);
        assert_eq!(names.insert(code.name, code.id), None, "{} is used twice", code.name);
    }
}

#[test]
fn a_code_begins_with_the_letter_of_its_room() {
    for file in files().iter().filter(|file| file.path.starts_with("src/diag/codes/") && !file.path.ends_with("mod.rs")) {
        let name = file.path.trim_start_matches("src/diag/codes/").trim_end_matches(".rs");
        let (_, letter) = LETTERS.iter().find(|(room, _)| *room == name).unwrap_or_else(|| panic!("{name} has no letter"));
        for (line, text) in &file.strings {
            let id = text.trim_matches('"');
            let is_id = ids(id).next() == Some(id);
            assert!(!is_id || id.starts_with(*letter), "{}:{line} {id} does not begin with {letter}", file.path);
        }
    }
}

#[test]
fn codes_stand_in_the_order_of_their_numbers() {
    for pair in codes::all().windows(2) {
        let is_same_room = pair[0].id[..1] == pair[1].id[..1];
        assert!(!is_same_room || pair[0].id < pair[1].id, "{} stands before {}", pair[0].id, pair[1].id);
    }
}

#[test]
fn holes_are_equal_in_both_languages() {
    check("the same values are named in Chinese and English", |code| {
        // Nothing is filled into the text of an explanation.
        let filled = words(code).into_iter().filter(|(name, _)| *name != "about");
        filled.into_iter().find_map(|(name, words)| {
            let (zh, en) = (holes(words.zh), holes(words.en));
            (zh != en).then(|| format!("{name}: {zh:?} and {en:?}"))
        })
    });
}

#[test]
fn every_code_is_explained() {
    check("message, about, wrong and right are not empty, and the first steps are told", |code| {
        let mut texts = vec![code.wrong, code.right];
        texts.extend(words(code).iter().flat_map(|(_, words)| [words.zh, words.en]));
        if texts.iter().any(|text| text.trim().is_empty()) {
            return Some("a text is empty".to_owned());
        }
        (code.help.is_empty()).then(|| "there is no help".to_owned())
    });
    check("the wrong example differs from the right one", |code| (code.wrong == code.right).then(|| code.wrong.to_owned()));
}

#[test]
fn chinese_is_chinese() {
    check("Chinese words hold Chinese, and English words do not", |code| {
        words(code).into_iter().find_map(|(name, words)| {
            let prose = outside_backticks(words.en);
            (!words.zh.chars().any(is_han) || prose.chars().any(is_han)).then(|| name.to_owned())
        })
    });
    check("punctuation between Chinese characters is full-width", |code| {
        words(code).into_iter().find_map(|(name, words)| {
            let prose = outside_backticks(words.zh);
            let chars: Vec<char> = prose.chars().collect();
            let is_narrow =
                |three: &[char]| is_han(three[0]) && ",;:?!".contains(three[1]) && (is_han(three[2]) || three[2] == ' ');
            chars.windows(3).any(is_narrow).then(|| format!("{name}: {}", words.zh))
        })
    });
}

/// Values and code stand in backticks and keep their own signs.
fn outside_backticks(text: &str) -> String {
    text.split('`').step_by(2).collect::<Vec<_>>().join("`")
}

#[test]
fn a_message_fits_a_line() {
    check("a message is one short sentence", |code| {
        [code.message.zh, code.message.en].into_iter().find_map(|text| {
            let width = text.width();
            let is_long = width > LONGEST_MESSAGE || text.contains('\n');
            is_long.then(|| format!("{width} columns: {text}"))
        })
    });
    check("a message has no full stop", |code| {
        [code.message.zh, code.message.en].into_iter().find(|text| text.ends_with(['。', '.', '！', '!'])).map(str::to_owned)
    });
}

#[test]
fn every_code_is_expected_by_a_case() {
    let mut expected = BTreeSet::new();
    collect_ids(&root().join("tests/cases"), is_expectation, &mut expected);
    // In Rust, an id in quotes is one that a test compares with.
    collect_ids(&root().join("tests/it/faults"), |line| line.contains('"'), &mut expected);
    collect_ids(&root().join("tests/it/crash"), |line| line.contains('"'), &mut expected);
    for (id, path) in TESTED_ELSEWHERE {
        let code = codes::find(id).unwrap_or_else(|| panic!("{id} is no code"));
        let text = std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert!(text.contains(code.name) || text.contains(id), "{path} does not name {id} {}", code.name);
        assert!(expected.insert(id.to_owned()), "{id} needs no exception: a case expects it");
    }
    for (id, why) in NEEDS_A_MACHINE {
        assert!(expected.insert(id.to_owned()), "{id} needs no exception ({why}): a case expects it");
    }
    check("a case below tests/cases, or a row of tests/it/faults, expects the code", |code| {
        (!expected.contains(code.id)).then(|| "is expected nowhere".to_owned())
    });
}

/// Whether a line of a case says that a code is found.
fn is_expectation(line: &str) -> bool {
    line.split_whitespace().nth(1).is_some_and(|word| word == "error" || word == "warning")
}

/// Ids of the lines that pass, in all files below a folder.
fn collect_ids(folder: &Path, is_looked_at: fn(&str) -> bool, expected: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry can be read").path();
        if path.is_dir() {
            collect_ids(&path, is_looked_at, expected);
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            for line in text.lines().filter(|line| is_looked_at(line)) {
                expected.extend(ids(line).map(str::to_owned));
            }
        }
    }
}

/// The words of a text that look like codes.
fn ids(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| {
        word.len() == 4 && word.starts_with(|c: char| c.is_ascii_uppercase()) && word[1..].chars().all(|c| c.is_ascii_digit())
    })
}
