//! The invariants of the house, read off the source: which room uses which, and what a room may touch.
//!
//! Each rule has its exceptions beside it, with the reason; an exception that is no longer needed fails too.

use super::code::{CodeFile, files, is_test_file, root};

/// A pattern that stands in the code of certain places only.
struct Rule {
    what: &'static str,
    /// Any of these words.
    words: &'static [&'static str],
    /// Beginnings of the paths where they may stand, each with the reason.
    allowed: &'static [(&'static str, &'static str)],
}

const RULES: [Rule; 6] = [
    Rule {
        what: "threads are named in `build` only",
        words: &["rayon", "par_iter", "std::thread", "thread::", "std::sync::mpsc", "Mutex", "RwLock"],
        allowed: &[
            ("src/build/", "it is the room of threads"),
            ("src/cli/", "a key press ends a run while it works"),
            ("src/output/", "the handler of a key press and the writer share what has to be cleared away"),
            ("src/media/cache.rs", "threads of the build share the cache, and its first trouble is kept for all of them"),
        ],
    },
    Rule {
        what: "the disk is touched in `source`, `media`'s cache, `output`, `amend`, `cli` only",
        words: &[
            "std::fs",
            "fs::",
            "File::open",
            "File::create",
            "OpenOptions",
            "WalkDir",
            "walkdir",
            "rustix",
            ".canonicalize(",
            ".exists()",
            ".is_dir()",
            ".is_file()",
            ".read_dir(",
            "std::net",
            "std::process",
            "std::env",
            "env::",
        ],
        allowed: &[
            ("src/source/", "reads the project"),
            ("src/media/cache", "keeps variants of pictures between builds"),
            ("src/output/", "writes the site"),
            ("src/amend/", "writes to sources on request"),
            ("src/serve/", "answers browsers"),
            ("src/build/pages.rs", "a test asks for a panic of a worker; released programs do not"),
            ("src/cli/", "knows folders, arguments and the exit code"),
            ("src/main.rs", "gives the exit code"),
        ],
    },
    Rule {
        what: "the clock is read in `cli`, and by the stopwatch of `build`, only",
        words: &["SystemTime", "Instant", "Timestamp::now", "Zoned::now", "::now()"],
        allowed: &[
            ("src/cli/", "turns the clock into the as-of date"),
            ("src/build/", "measures how long a stage takes; no figure of it reaches the output"),
            ("src/output/lock.rs", "who waits for a lock is told since when it is held"),
        ],
    },
    Rule { what: "nothing is left to be done by a panic", words: &["todo!", "unimplemented!", "dbg!"], allowed: &[] },
    Rule { what: "an invariant says why it holds: `expect`, never `unwrap`", words: &[".unwrap()"], allowed: &[] },
    Rule {
        what: "only `cli` prints",
        words: &["println!", "eprintln!", "print!", "eprint!"],
        allowed: &[("src/cli/", "it owns the terminal"), ("src/main.rs", "it may have nobody else left to speak")],
    },
];

/// Where Chinese may stand in string literals.
const CHINESE: [(&str, &str); 19] = [
    ("src/diag/codes/", "the catalogue"),
    ("src/report/", "words around findings"),
    ("src/cli/", "help and progress"),
    ("src/read/mend_marks.rs", "dates as Chinese authors write them where TOML wants its own form"),
    ("src/model/date.rs", "dates as Chinese authors write them: 2026年3月15日"),
    ("src/model/settings/months.rs", "months as Chinese authors write them: 2026年3月"),
    ("src/model/form/names.rs", "fields as Chinese authors write them, and examples that a finding gives as its value"),
    ("src/model/kinds/notice.rs", "words of matters about new members, as Chinese authors write them"),
    ("src/model/kinds/quiz.rs", "answers as Chinese authors write them"),
    ("src/model/pictures.rs", "words that say nothing about a picture"),
    ("src/model/slug.rs", "readings of words whose characters have several"),
    ("src/model/table/cell.rs", "yes and no as Chinese authors write them"),
    ("src/model/table/heading.rs", "headings that no table may have"),
    ("src/gate/detect/", "signs and words that detectors look for"),
    ("src/model/spot.rs", "folders as Chinese authors name them"),
    ("src/wording/aside.rs", "signs and words around a phrase"),
    ("src/wording/crosses.rs", "what people put a cross before"),
    ("src/wording/mark.rs", "marks of secrecy as documents bear them"),
    ("src/wording/month.rs", "months and reports as Chinese authors name them"),
];

/// What `metrics` computes before anybody decides who may see it: exact values, rows, holders.
const RAW_FIGURES: [&str; 11] =
    ["Class", "Figures", "Metric", "PeriodStandings", "Rows", "Slice", "Standing", "Standings", "compute", "figure", "standing"];

/// Where it may be named.
const RAW_FIGURES_ALLOWED: [(&str, &str); 4] = [
    ("src/metrics/", "makes it"),
    ("src/privacy/", "decides what of it may be shown"),
    ("src/build/", "hands it from the one to the other"),
    ("src/cli/", "shows the keeper of a site how new rules would move a ranking; nothing of it is published"),
];

/// In lines; the house aims at 400, and this is where a file has become two.
const LONGEST_FILE: usize = 600;

/// The rooms in the order of `lib.rs`.
fn rooms() -> Vec<String> {
    let text = std::fs::read_to_string(root().join("src/lib.rs")).expect("lib.rs is there");
    let declared = text.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    declared.map(str::to_owned).collect()
}

/// Rooms that a file names, with the line: through `crate::`, `yuandi::` or enough `super::`.
fn rooms_named(file: &CodeFile) -> Vec<(usize, String)> {
    let mut named = Vec::new();
    let to_root = format!("{}::", vec!["super"; file.depth()].join("::"));
    let ways = ["crate::", "yuandi::", &to_root];
    for way in ways.iter().take(if file.depth() == 0 { 2 } else { 3 }) {
        for (at, _) in file.code.match_indices(way) {
            let before = file.code[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
                continue;
            }
            let line = file.code[..at].matches('\n').count() + 1;
            named.extend(heads(&file.code[at + way.len()..]).into_iter().map(|head| (line, head)));
        }
    }
    named
}

/// The first names of a path: `a` of `a::b`, `a` and `c` of `{a::b, c}`.
fn heads(path: &str) -> Vec<String> {
    let name = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(group) = path.strip_prefix('{') else { return vec![name(path)] };
    let mut heads = Vec::new();
    let mut depth = 0;
    let mut is_start = true;
    for (idx, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => is_start = true,
            _ if c.is_whitespace() => {}
            _ if is_start => {
                heads.push(name(&group[idx..]));
                is_start = false;
            }
            _ => {}
        }
    }
    heads
}

fn fail_on(wrong: &[String], law: &str) {
    assert!(wrong.is_empty(), "\n{law}:\n  {}\n", wrong.join("\n  "));
}

#[test]
fn a_room_uses_only_rooms_above_it() {
    let rooms = rooms();
    let mut wrong = Vec::new();
    for file in files() {
        let Some(own) = rooms.iter().position(|room| *room == file.room) else { continue };
        for (line, name) in rooms_named(&file) {
            if rooms.iter().position(|room| *room == name).is_some_and(|other| other > own) {
                wrong.push(format!("{}:{line} uses `{name}`", file.path));
            }
        }
    }
    fail_on(&wrong, "the order of `pub mod` in lib.rs is the dependency law");
}

#[test]
fn every_room_is_declared() {
    let rooms = rooms();
    for file in files() {
        let is_top = ["lib.rs", "main.rs"].contains(&file.room.as_str());
        assert!(is_top || rooms.contains(&file.room), "{} is in no room of lib.rs", file.path);
    }
}

#[test]
fn what_a_room_may_touch() {
    let files = files();
    for rule in &RULES {
        let mut wrong = Vec::new();
        for file in files.iter().filter(|file| !rule.allowed.iter().any(|(place, _)| file.path.starts_with(place))) {
            for (line, code) in file.code_lines() {
                if let Some(word) = rule.words.iter().find(|word| has_word(code, word)) {
                    wrong.push(format!("{}:{line} `{word}`", file.path));
                }
            }
        }
        fail_on(&wrong, rule.what);
    }
}

#[test]
fn figures_leave_through_privacy_only() {
    let mut wrong = Vec::new();
    for file in files().iter().filter(|file| !RAW_FIGURES_ALLOWED.iter().any(|(place, _)| file.path.starts_with(place))) {
        for (at, way) in file.code.match_indices("metrics::") {
            let line = file.code[..at].matches('\n').count() + 1;
            let named = heads(&file.code[at + way.len()..]);
            wrong.extend(
                named
                    .iter()
                    .filter(|name| RAW_FIGURES.contains(&name.as_str()))
                    .map(|name| format!("{}:{line} {name}", file.path)),
            );
        }
    }
    fail_on(&wrong, "outside of metrics and privacy, figures are seen through `privacy::Published` only");
}

/// Whether `word` stands in `code`, not as the end of a longer word.
fn has_word(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let behind = code[at + word.len()..].chars().next();
        let is_name = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        (!is_name(before) || word.starts_with('.')) && (!is_name(behind) || !is_name(word.chars().next_back()))
    })
}

#[test]
fn words_for_people_live_in_few_places() {
    let mut wrong = Vec::new();
    let mut used = [false; CHINESE.len()];
    for file in files() {
        let allowed = CHINESE.iter().position(|(place, _)| file.path.starts_with(place));
        for (line, text) in &file.strings {
            if !text.chars().any(is_han) {
                continue;
            }
            match allowed {
                Some(idx) => used[idx] = true,
                None => wrong.push(format!("{}:{line} {text}", file.path)),
            }
        }
    }
    fail_on(&wrong, "Chinese in string literals stands in the catalogue, report, cli and the places listed with a reason");
    for (place, _) in CHINESE.iter().zip(used).filter(|(_, used)| !used).map(|(place, _)| place) {
        let exists = files().iter().any(|file| file.path.starts_with(place));
        assert!(!exists, "{place} needs no exception: it holds no Chinese");
    }
}

pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

#[test]
fn each_file_says_first_what_it_is() {
    let silent = files().into_iter().filter(|file| !is_test_file(&file.path) && !file.text.starts_with("//! "));
    fail_on(&silent.map(|file| file.path).collect::<Vec<_>>(), "a file begins with `//!` and what it turns into what");
}

#[test]
fn no_file_is_two() {
    let is_long = |file: &CodeFile| file.text.lines().count() > LONGEST_FILE && !is_test_file(&file.path);
    let long = files().into_iter().filter(is_long);
    let long: Vec<String> = long.map(|file| format!("{} {}", file.path, file.text.lines().count())).collect();
    fail_on(&long, &format!("a file has at most {LONGEST_FILE} lines"));
}

#[test]
fn paths_are_taken_apart() {
    assert_eq!(heads("diag::{Code, Place};"), ["diag"]);
    assert_eq!(heads("{diag::{Code, Place}, source::Sources, read};"), ["diag", "source", "read"]);
    assert!(has_word("use std::fs;", "std::fs") && !has_word("offs::x", "fs::") && has_word("a.exists()", ".exists()"));
    assert!(!has_word("Instantly", "Instant") && has_word("Instant::now()", "Instant"));
}
