//! One row of a ledger to everything that it changes: the way from a number to its rows must hold in both directions.

use std::collections::BTreeSet;

use super::site::{self, AS_OF, Built, Files};

const SITE: &str = "[site]\ntitle = \"园地\"\norg = \"学院\"\nbase_url = \"https://test.example/\"\n";

const METRICS: &str = r#"
[metric.attendance_rate]
title = "出勤率"
definition = "到会 ÷ 应到"
unit = "percent"
from = "attendance"
value = "1.0 * count(*) filter (where status = 'present') / count(*)"
time = "activity.date"
by = ["branch"]
decimals = 1

[metric.posts]
title = "发帖"
definition = "合计"
unit = "posts"
from = "discussions"
value = "sum(total)"
time = "date"
by = ["branch"]
"#;

const BOARDS: &str = r#"
[[board]]
id = "attendance"
title = "出勤榜"
metric = "attendance_rate"
by = "branch"
period = "year"

[[board]]
id = "posts"
title = "发帖榜"
metric = "posts"
by = "branch"
period = "year"
"#;

/// Pages of the site's own that show the figure of a member of `shukong` in February.
const SHOWS_THE_FIGURE: [&str; 7] = [
    "index.html",
    "overview/index.html",
    "boards/index.html",
    "metrics/index.html",
    "branches/shukong/index.html",
    "months/2026/02/index.html",
    // It says how many rows each ledger has.
    "freshness/index.html",
];

/// Two branches of six, all of whom came to two activities but for one who was absent once.
fn files() -> Files {
    let mut members = "id,branch\n".to_owned();
    let mut attendance = "activity,member,status,mode\n".to_owned();
    for idx in 0..12 {
        let branch = if idx < 6 { "shukong" } else { "jiguan" };
        members.push_str(&format!("m{idx:02},{branch}\n"));
        for activity in ["theme-day", "lesson"] {
            let status = if (idx, activity) == (3, "lesson") { "absent" } else { "present" };
            attendance.push_str(&format!("{activity},m{idx:02},{status},onsite\n"));
        }
    }
    let activity = |kind: &str, day: &str| {
        format!(
            "+++\ntitle = \"{kind}\"\ndate = {day}\nkind = \"{kind}\"\nbranches = [\"shukong\", \"jiguan\"]\nstart = {day}\nmode = \"onsite\"\n+++\n文字。\n"
        )
    };
    let news = |metric: &str| {
        format!(
            "+++\ntitle = \"{metric}\"\ndate = 2026-03-01\nsummary = \"摘要\"\n+++\n合计 [?](figure:{metric})。\n\n```chart\nmetric = \"{metric}\"\ntype = \"bar\"\nx = \"month\"\ntitle = \"每月\"\ndescription = \"每月\"\n```\n\n```board\nid = \"{}\"\n```\n",
            metric.trim_end_matches("_rate")
        )
    };
    [
        ("site.toml", SITE.to_owned()),
        ("data/person-key.txt", "0123456789abcdef0123456789abcdef\n".to_owned()),
        ("data/branches.csv", "id,name\nshukong,数控党支部\njiguan,机关党支部\n".to_owned()),
        ("data/members.csv", members),
        ("data/attendance.csv", attendance),
        ("data/discussions.csv", "date,branch,total\n2026-01-10,shukong,8\n2026-02-10,jiguan,10\n".to_owned()),
        ("data/metrics.toml", METRICS.to_owned()),
        ("data/boards.toml", BOARDS.to_owned()),
        ("content/activities/theme-day.md", activity("theme_day", "2026-01-15")),
        ("content/activities/lesson.md", activity("party_lesson", "2026-02-15")),
        ("content/news/attendance.md", news("attendance_rate")),
        ("content/news/posts.md", news("posts")),
    ]
    .into_iter()
    .map(|(path, text)| (path.to_owned(), text.into_bytes()))
    .collect()
}

/// The site without one line of a ledger.
fn without(files: &Files, path: &str, line: &str) -> Files {
    let mut files = files.clone();
    let text = String::from_utf8(files[path].clone()).expect("ledgers are text");
    assert!(text.contains(line), "{path} holds {line}");
    files.insert(path.to_owned(), text.replace(line, "").into_bytes());
    files
}

fn changed(before: &Built, after: &Built) -> BTreeSet<String> {
    let paths = before.files.keys().chain(after.files.keys());
    paths.filter(|path| before.files.get(*path) != after.files.get(*path)).cloned().collect()
}

fn text<'b>(built: &'b Built, path: &str) -> &'b str {
    let bytes = built.files.get(path).unwrap_or_else(|| panic!("there is no {path}"));
    std::str::from_utf8(bytes).expect("pages are text")
}

#[test]
fn a_row_less_changes_its_figures_and_whatever_shows_them_and_nothing_else() {
    let files = files();
    let before = site::build_cold(&files, AS_OF);
    assert_eq!(before.findings, [""; 0]);
    let after = site::build_cold(&without(&files, "data/attendance.csv", "lesson,m03,absent,onsite\n"), AS_OF);
    // 23 of 24 came, and without the row of the one who did not, 23 of 23.
    assert!(text(&before, "news/attendance/index.html").contains(">95.8%</a>"));
    assert!(text(&after, "news/attendance/index.html").contains(">100.0%</a>"));
    let changed = changed(&before, &after);
    for path in [
        "metrics/attendance_rate/index.html",
        "open/metrics/attendance_rate.csv",
        "open/metrics/attendance_rate.json",
        "open/evidence/attendance_rate.csv",
        "open/evidence/attendance_rate.json",
        "news/attendance/index.html",
        "boards/attendance/index.html",
        "boards/index.html",
    ] {
        assert!(changed.contains(path), "{path} should change");
    }
    let may_change = |path: &String| {
        // These show the figure of all, of the member's branch and of the activity's month; those of the others stay as they were.
        // A sentence with the figure is searched too: its text, and the shards of the digits that changed.
        path.contains("attendance") || SHOWS_THE_FIGURE.contains(&path.as_str()) || path.starts_with("search/shards/")
    };
    let texts = changed.iter().filter(|path| path.starts_with("search/shards/t/")).count();
    assert_eq!(texts, 1, "one page says the figure in a sentence");
    let others: Vec<&String> = changed.iter().filter(|path| !may_change(path)).collect();
    assert!(others.is_empty(), "{others:?} should not change");
}

#[test]
fn large_evidence_has_a_file_for_each_month_and_no_row_is_lost() {
    let mut files = files();
    let mut records = "member,date,minutes,source\n".to_owned();
    for idx in 0..50_010 {
        let (month, day) = if idx < 30_000 { (1, idx % 31 + 1) } else { (2, idx % 28 + 1) };
        records.push_str(&format!("m{:02},2026-{month:02}-{day:02},{},s{idx}\n", idx % 12, idx % 90));
    }
    files.insert("data/study_records.csv".to_owned(), records.into_bytes());
    let metric = "\n[metric.minutes]\ntitle = \"分钟\"\ndefinition = \"合计\"\nunit = \"minutes\"\nfrom = \"study_records\"\nvalue = \"sum(minutes)\"\ntime = \"date\"\nby = [\"branch\"]\n";
    files.insert("data/metrics.toml".to_owned(), format!("{METRICS}{metric}").into_bytes());
    let built = site::build_cold(&files, AS_OF);
    assert_eq!(built.findings, [""; 0]);
    for (month, n_rows) in [("2026-01", 30_000), ("2026-02", 20_010)] {
        let csv = text(&built, &format!("open/evidence/minutes/{month}.csv"));
        let rows: Vec<&str> = csv.lines().skip(1).collect();
        assert_eq!(rows.len(), n_rows);
        let code = |row: &&str| row.split(',').nth(5).unwrap_or_default().to_owned();
        assert!(rows.iter().map(code).is_sorted(), "rows are in the order of their codes");
        assert!(rows.iter().all(|row| row.contains(&format!(",month,{month},data/study_records.csv,"))));
    }
    assert!(!built.files.contains_key("open/evidence/minutes.csv"));
    assert!(text(&built, "open/datapackage.json").contains("evidence/minutes/2026-02.csv"));
}

#[test]
fn another_id_for_a_member_changes_no_order_of_the_register() {
    let files = files();
    let before = site::build_cold(&files, AS_OF);
    let rows = |built: &Built| {
        let csv = text(built, "open/evidence/attendance_rate.csv").to_owned();
        let mut codes: Vec<String> =
            csv.lines().skip(1).map(|line| line.split(',').nth(5).unwrap_or_default().to_owned()).collect();
        let is_sorted = codes.is_sorted();
        codes.sort();
        codes.dedup();
        (codes.len(), is_sorted)
    };
    assert_eq!(rows(&before), (24, true), "each row has a code of its own, and the codes are in order");
    let mut renamed = files.clone();
    for path in ["data/members.csv", "data/attendance.csv"] {
        let text = String::from_utf8(renamed[path].clone()).expect("ledgers are text");
        renamed.insert(path.to_owned(), text.replace("m00,", "zz,").into_bytes());
    }
    let after = site::build_cold(&renamed, AS_OF);
    assert_eq!(rows(&after), (24, true));
    assert!(!text(&after, "open/evidence/attendance_rate.csv").contains("zz"));
    assert_eq!(text(&before, "open/metrics/attendance_rate.csv"), text(&after, "open/metrics/attendance_rate.csv"));
}
