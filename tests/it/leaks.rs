//! Everything that a build writes to whether it gives away a person: their id, their name, or what too few of them did.

use std::collections::BTreeSet;

use super::sample;
use super::site::{self, AS_OF, Files};

/// Ids and names of a register whose first two columns they are.
fn register(files: &Files) -> Vec<(String, String)> {
    let text = String::from_utf8(files["data/members.csv"].clone()).expect("ledgers are text");
    let cells = |line: &str| {
        let mut cells = line.split(',');
        (cells.next().unwrap_or_default().to_owned(), cells.next().unwrap_or_default().to_owned())
    };
    text.lines().skip(1).map(cells).collect()
}

/// Ids of those who agreed to something, whatever it was.
fn agreed(files: &Files) -> BTreeSet<String> {
    let text = String::from_utf8(files["data/consent.csv"].clone()).expect("ledgers are text");
    text.lines().skip(1).filter_map(|line| line.split(',').nth(1)).map(str::to_owned).collect()
}

/// Paths and what stands in them as text; bytes that are none are replaced.
type Texts = Vec<(String, String)>;

fn texts(files: &Files) -> Texts {
    files.iter().map(|(path, bytes)| (path.clone(), String::from_utf8_lossy(bytes).into_owned())).collect()
}

/// Files in which a text stands, in their content or in their name.
fn holding<'t>(texts: &'t Texts, needle: &str) -> Vec<&'t str> {
    let found = texts.iter().filter(|(path, text)| path.contains(needle) || text.contains(needle));
    found.map(|(path, _)| path.as_str()).collect()
}

#[test]
fn the_sample_shows_no_id_and_no_name_without_consent() {
    let sources = sample::sample();
    let agreed = agreed(&sources);
    let built = texts(&sample::built().files);
    let mut n_named = 0;
    for (id, name) in register(&sources) {
        assert_eq!(holding(&built, &id), [""; 0], "an id is published");
        let places = holding(&built, &name);
        assert!(agreed.contains(&id) || places.is_empty(), "{places:?} name somebody who did not agree");
        n_named += usize::from(!places.is_empty());
    }
    assert!(n_named > 0, "those who agreed are named, so the search finds names");
}

#[test]
fn who_agreed_to_stories_but_not_to_rankings_is_named_on_no_board() {
    let sources = sample::sample();
    let consent = String::from_utf8(sources["data/consent.csv"].clone()).expect("ledgers are text");
    let ranked: BTreeSet<&str> =
        consent.lines().filter(|line| line.contains("rank")).filter_map(|line| line.split(',').nth(1)).collect();
    let built = texts(&sample::built().files);
    for (id, name) in register(&sources).iter().filter(|(id, _)| !ranked.contains(id.as_str())) {
        let places = holding(&built, name);
        let is_ranking = |path: &&str| path.starts_with("boards/member-points/") || path.starts_with("open/points/");
        assert_eq!(places.into_iter().find(is_ranking), None, "{id} is ranked by name");
    }
}

const SITE: &str = "[site]\ntitle = \"园地\"\norg = \"学院\"\nbase_url = \"https://test.example/\"\n[privacy]\nk = 5\n";

const METRICS: &str = r#"
[metric.hours]
title = "学时"
definition = "合计"
unit = "hours"
from = "study_records"
value = "sum(minutes)"
time = "date"
by = ["branch"]

[metric.learners]
title = "学习人数"
definition = "去重"
unit = "persons"
from = "study_records"
value = "count(distinct member)"
time = "date"
by = ["branch"]
"#;

const BOARDS: &str = r#"
[[board]]
id = "hours"
title = "学时榜"
metric = "hours"
by = "branch"
period = ["month", "year"]
"#;

const BRANCHES: [&str; 4] = ["tiny", "small", "large", "great"];

/// How many members a branch has: the first is below the threshold alone.
const N_MEMBERS: [usize; 4] = [3, 9, 11, 12];

/// Minutes of one record: no two branches, and no sums of them, have the same digits.
const MINUTES: [usize; 4] = [90_001, 7_013, 5_021, 3_037];

/// Four branches that study in each of three months; `named` gives the id of a member.
fn tiny(named: fn(usize, usize) -> String) -> Files {
    let mut members = "id,name,branch\n".to_owned();
    let mut studies = "date,member,minutes,mode\n".to_owned();
    for (idx, branch) in BRANCHES.iter().enumerate() {
        for member in 0..N_MEMBERS[idx] {
            let id = named(idx, member);
            members.push_str(&format!("{id},甲乙{branch}{member},{branch}\n"));
            for month in 1..=3 {
                studies.push_str(&format!("2026-{month:02}-0{month},{id},{},online\n", MINUTES[idx]));
            }
        }
    }
    let branches: String = BRANCHES.iter().map(|branch| format!("{branch},{branch}支部\n")).collect();
    [
        ("site.toml", SITE.to_owned()),
        ("data/person-key.txt", "0123456789abcdef0123456789abcdef\n".to_owned()),
        ("data/branches.csv", format!("id,name\n{branches}")),
        ("data/members.csv", members),
        ("data/study_records.csv", studies),
        ("data/metrics.toml", METRICS.to_owned()),
        ("data/boards.toml", BOARDS.to_owned()),
    ]
    .into_iter()
    .map(|(path, text)| (path.to_owned(), text.into_bytes()))
    .collect()
}

fn in_order(branch: usize, member: usize) -> String {
    format!("p{branch}{member:02}x")
}

fn in_another_order(branch: usize, member: usize) -> String {
    format!("q{:02}{:02}z", 37 - 9 * branch, (member * 5 + 3) % 13)
}

/// A number as pages and open data write it.
fn written(number: usize) -> [String; 2] {
    let text = number.to_string();
    let split = text.len().saturating_sub(3);
    let grouped = if split == 0 { text.clone() } else { format!("{},{}", &text[..split], &text[split..]) };
    [text, grouped]
}

#[test]
fn a_branch_of_three_is_in_no_file_and_in_no_difference_of_two() {
    let built = site::build_cold(&tiny(in_order), AS_OF);
    assert_eq!(built.findings, [""; 0]);
    let published = texts(&built.files);
    let of = |idx: usize, n_months: usize| N_MEMBERS[idx] * MINUTES[idx] * n_months;
    let total = |n_months: usize| (0..BRANCHES.len()).map(|idx| of(idx, n_months)).sum::<usize>();
    for n_months in [1, 3] {
        for secret in written(of(0, n_months)).iter().chain(&written(total(n_months) - of(0, n_months))) {
            assert_eq!(holding(&published, secret), [""; 0], "{secret} is what three persons did, or all but they");
        }
        let is_shown = |number: usize| written(number).iter().any(|text| !holding(&published, text).is_empty());
        assert!(is_shown(total(n_months)), "the total of {n_months} months is shown");
        let shown = (1..BRANCHES.len()).filter(|idx| is_shown(of(*idx, n_months))).count();
        assert_eq!(shown, 2, "one more branch is held back, so that the total minus the parts gives nothing away");
    }
    for path in ["open/metrics/hours.csv", "open/metrics/learners.csv"] {
        let csv = String::from_utf8(built.files[path].clone()).expect("open data are text");
        for line in csv.lines().filter(|line| line.starts_with("tiny,")) {
            assert!(line.contains(",,") && line.contains("true"), "{path}: {line}");
            assert!(!line.contains(",3,") && !line.contains(",9,"), "{path} says how many they are: {line}");
        }
    }
    let evidence = String::from_utf8(built.files["open/evidence/hours.csv"].clone()).expect("open data are text");
    assert!(!evidence.contains("90001") && !evidence.contains("tiny"), "rows of the three are listed: {evidence}");
}

#[test]
fn what_members_are_called_changes_nothing_that_is_published() {
    let one = site::build_cold(&tiny(in_order), AS_OF);
    let mut renamed = tiny(in_another_order);
    for path in ["data/members.csv", "data/study_records.csv"] {
        let text = String::from_utf8(renamed[path].clone()).expect("ledgers are text");
        let mut lines: Vec<&str> = text.lines().collect();
        lines[1..].sort_unstable();
        renamed.insert(path.to_owned(), format!("{}\n", lines.join("\n")).into_bytes());
    }
    let other = site::build_cold(&renamed, AS_OF);
    let [one, other] =
        [one, other].map(|built| built.files.into_iter().map(|(path, bytes)| (path, without_codes(&bytes))).collect());
    assert_eq!(site::differing_file(&one, &other), None);
}

/// What a file says apart from codes of persons and digests of ledgers; rows of a table in an order of their own, because
/// they stand in the order of their codes.
fn without_codes(bytes: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes).replace("<tr", "\n<tr").replace("</tbody>", "\n</tbody>");
    let mut lines: Vec<String> = text.lines().map(|line| line_without_codes(line.trim_end_matches(','))).collect();
    lines.sort_unstable();
    lines.join("\n").into_bytes()
}

fn line_without_codes(line: &str) -> String {
    let words = line.split_inclusive(|c: char| !c.is_ascii_alphanumeric());
    let is_code = |word: &str| {
        let bare = word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        bare.len() == 12 || bare.len() == 64 && bare.bytes().all(|b| b.is_ascii_hexdigit())
    };
    words.map(|word| if is_code(word) { "#" } else { word }).collect()
}
