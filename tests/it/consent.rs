//! A person who agrees, and takes it back: everything that a build writes before and after.
//!
//! And values of columns that are not public, put into every place from which a build reads: none of them may come out.

use super::search;
use super::site::{self, Files};

const SITE: &str =
    "[site]\ntitle = \"园地\"\norg = \"学院\"\nbase_url = \"https://test.example/\"\n[links]\nallow = [\"edu.cn\"]\n";

const RULES: &str = r#"
[ruleset]
id = "member-2026"
title = "党员积分"
holder = "member"
effective_from = 2026-01-01
effective_to = 2026-12-31
basis = "大会通过"
rounding = "half_up, 1"

[[rule]]
id = "study"
title = "学习"
from = "study_records"
points = "2"
"#;

const BOARDS: &str = "[[board]]\nid = \"points\"\ntitle = \"积分榜\"\nruleset = \"member-2026\"\nperiod = [\"year\"]\ntop = 10\n";

const ROLE_MODEL: &str = "+++\ntitle = \"三尺讲台：李示范\"\ndate = 2026-01-10\nname = \"李示范\"\nkind = \"teaching\"\n\
    branch = \"jx\"\nconsent = \"C1\"\nportrait = \"li.svg\"\nportrait_alt = \"李示范在车间\"\nsummary = \"李示范的一天。\"\n\
    evidence = [{ title = \"李示范的教案\", link = \"https://a.edu.cn/\" }]\n+++\n\n李示范每天七点到车间。\n";

const PORTRAIT: &str =
    r##"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30" fill="#a00"/></svg>"##;

fn as_files<const N: usize>(files: [(&str, String); N]) -> Files {
    files.into_iter().map(|(path, text)| (path.to_owned(), text.into_bytes())).collect()
}

/// Eight members, one of whom agrees to everything until the end of February.
fn files() -> Files {
    let members: String = (0..7).map(|idx| format!("T{idx},王示例{idx},jx\n")).collect();
    let studies: String = (0..7).map(|idx| format!("T{idx},2026-02-0{},30,online\n", idx + 1)).collect();
    as_files([
        ("site.toml", SITE.to_owned()),
        ("data/person-key.txt", "0123456789abcdef0123456789abcdef\n".to_owned()),
        ("data/branches.csv", "id,name\njx,机械支部\n".to_owned()),
        ("data/members.csv", format!("id,name,branch\n{members}T9,李示范,jx\n")),
        ("data/study_records.csv", format!("member,date,minutes,mode\n{studies}T9,2026-02-09,30,online\n")),
        ("data/points/member-2026.toml", RULES.to_owned()),
        ("data/boards.toml", BOARDS.to_owned()),
        (
            "data/consent.csv",
            "id,person,purposes,granted_on,expires_on,withdrawn_on\nC1,T9,name;photo;story;rank,2025-01-01,,2026-03-01\n"
                .to_owned(),
        ),
        ("content/role-models/li.md", ROLE_MODEL.to_owned()),
        ("content/role-models/li.svg", PORTRAIT.to_owned()),
        ("content/news/a.md", "+++\ntitle = \"访谈\"\ndate = 2026-02-01\n+++\n\n见[先锋](../role-models/li.md)。\n".to_owned()),
    ])
}

/// Files of the output in whose name or content a text stands, and searched pages that hold it.
fn holding(files: &Files, as_of: &str, needle: &str) -> Vec<String> {
    let built = site::build_cold(files, as_of).files;
    let is_in = |path: &str, bytes: &[u8]| path.contains(needle) || String::from_utf8_lossy(bytes).contains(needle);
    let mut found: Vec<String> = built.into_iter().filter(|(path, bytes)| is_in(path, bytes)).map(|(path, _)| path).collect();
    let searched = search::texts_on(files, as_of);
    found.extend(searched.iter().filter(|text| text.contains(needle)).map(|_| "what is searched".to_owned()));
    found
}

#[test]
fn who_takes_a_consent_back_is_nowhere_after_the_next_build() {
    let files = files();
    let before = holding(&files, "2026-02-28", "李示范");
    for place in [
        "role-models/li/index.html",
        "role-models/index.html",
        "index.html",
        "feed.xml",
        "boards/points/index.html",
        "open/points/member-2026.csv",
        "what is searched",
    ] {
        assert!(before.iter().any(|path| path == place), "{place} names who agrees: {before:?}");
    }
    assert_eq!(holding(&files, "2026-03-01", "李示范"), [""; 0], "nothing names who agrees no more");
    assert!(!holding(&files, "2026-02-28", "assets/img/li").is_empty(), "the portrait is published");
    assert_eq!(holding(&files, "2026-03-01", "assets/img/li"), [""; 0], "the portrait went too");
}

#[test]
fn what_was_held_back_says_who_still_has_to_be_looked_for() {
    let mut files = files();
    let text = "+++\ntitle = \"访谈\"\ndate = 2026-02-01\n+++\n\n李示范说过。\n\n![车间里的机床](li.svg)\n";
    files.insert("content/news/a.md".to_owned(), text.as_bytes().to_vec());
    files.insert("content/news/li.svg".to_owned(), PORTRAIT.as_bytes().to_vec());
    let words = |as_of: &str| site::held_back(&files, as_of).join("\n");
    assert!(!words("2026-02-28").contains("content/news/a.md"), "{}", words("2026-02-28"));
    let after = words("2026-03-01");
    assert!(after.contains("照片里也可能有：content/news/a.md"), "{after}");
    assert!(after.contains("授权不全 1") && after.contains("撤回 1"), "{after}");
    assert!(!after.contains("李示范"), "no name is told: {after}");
}

const TABLES: &str = r#"
[visits]
label = "走访"
[visits.columns]
id     = { key = true, sensitivity = "public" }
place  = { sensitivity = "public" }
branch = { references = "branches", sensitivity = "public" }
plain  = { type = "text" }
inside = { sensitivity = "internal" }
hidden = { sensitivity = "secret" }

[talks]
label = "谈话"
[talks.columns]
id     = { key = true, sensitivity = "public" }
who    = { references = "members", sensitivity = "personal" }
topic  = { sensitivity = "public" }
inside = { sensitivity = "internal" }
"#;

const METRICS: &str = r#"
[view.seen]
sql = "select t.id, t.who as member, t.topic, t.inside from talks t"

[metric.visits]
title = "走访次数"
definition = "合计"
unit = "times"
from = "visits"
value = "count(*)"
by = ["branch"]

[metric.seen]
title = "走访地点"
definition = "合计"
unit = "times"
from = "seen"
value = "count(distinct inside)"

[metric.honours]
title = "荣誉"
definition = "项数"
unit = "count"
from = "honours"
value = "count(*)"

[metric.talks]
title = "谈话"
definition = "人次"
unit = "times"
from = "talks"
value = "count(*)"
"#;

/// A theme that prints all it is given, on every page.
const CURIOUS: &str = "<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>x</title></head><body><pre>{{ page }}{{ site }}{{ root }}</pre></body></html>\n";

/// A site with a marker, `zz…zz`, in every value that is not public.
fn marked() -> Files {
    let members: String = (0..8).map(|idx| format!("zzid{idx}zz,甲乙zzname{idx}zz,jx,zzrole{idx}zz\n")).collect();
    let visits: String =
        (0..8).map(|idx| format!("V{idx},礼堂{idx},jx,zzplain{idx}zz,zzinside{idx}zz,zzhidden{idx}zz\n")).collect();
    let talks: String = (0..8).map(|idx| format!("K{idx},zzid{idx}zz,话题{idx},zzsaid{idx}zz\n")).collect();
    let studies: String = (0..8).map(|idx| format!("zzid{idx}zz,2026-02-0{},30,online,zzsource{idx}zz\n", idx + 1)).collect();
    let mut files = as_files([
        ("site.toml", SITE.to_owned()),
        ("data/person-key.txt", "zzkeyzz0123456789abcdef0123456789abcdef\n".to_owned()),
        ("data/branches.csv", "id,name\njx,机械支部\n".to_owned()),
        ("data/members.csv", format!("id,name,branch,role\n{members}")),
        ("data/study_records.csv", format!("member,date,minutes,mode,source\n{studies}")),
        ("data/points/member-2026.toml", RULES.to_owned()),
        ("data/boards.toml", BOARDS.to_owned()),
        ("data/tables.toml", TABLES.to_owned()),
        ("data/visits.csv", format!("id,place,branch,plain,inside,hidden\n{visits}")),
        ("data/talks.csv", format!("id,who,topic,inside\n{talks}")),
        ("data/metrics.toml", METRICS.to_owned()),
        ("data/honours.csv", "id,title,holder_kind,holder,date\nH1,标兵,person,zzholderzz,2026-01-01\n".to_owned()),
        (
            "data/consent.csv",
            "id,person,purposes,granted_on,expires_on,withdrawn_on,document\nzzconsentzz,zzid1zz,rank,2025-01-01,,2026-01-01,zzdoczz\n"
                .to_owned(),
        ),
        ("content/news/draft.md", "+++\ntitle = \"zzdraftzz\"\ndate = 2026-01-01\ndraft = true\n+++\nzzdraftzz\n".to_owned()),
        ("content/news/later.md", "+++\ntitle = \"zzlaterzz\"\ndate = 2026-01-01\npublish_at = 2062-01-01\n+++\nzzlaterzz\n".to_owned()),
        ("content/news/over.md", "+++\ntitle = \"zzoverzz\"\ndate = 2026-01-01\nexpires_at = 2026-01-02\n+++\nzzoverzz\n".to_owned()),
        ("content/news/a.md", "+++\ntitle = \"消息\"\ndate = 2026-01-01\n+++\n\n```board\nid = \"points\"\n```\n".to_owned()),
        ("content/news/zzunusedzz.txt", "zzunusedzz\n".to_owned()),
    ]);
    files.insert("content/news/zzrawzz.csv".to_owned(), b"zzrawzz,1\n".to_vec());
    files
}

fn errors(built: &site::Built) -> Vec<&str> {
    let is_error = |found: &&str| found.contains("\"severity\":\"error\"");
    built.findings.iter().map(String::as_str).filter(is_error).collect()
}

/// Markers in the output and in what is searched, each with a place.
fn markers(files: &Files) -> Vec<String> {
    let marker = regex::Regex::new("zz[a-z]+[0-9]?zz").expect("it is one");
    let built = site::build_cold(files, site::AS_OF).files;
    let mut texts: Vec<(String, String)> =
        built.into_iter().map(|(path, bytes)| (path, String::from_utf8_lossy(&bytes).into_owned())).collect();
    texts.extend(search::texts_on(files, site::AS_OF).into_iter().map(|text| ("what is searched".to_owned(), text)));
    let mut found = Vec::new();
    for (path, text) in texts {
        let hit = marker.find(&path).or_else(|| marker.find(&text));
        found.extend(hit.map(|hit| format!("{}: {path}", hit.as_str())));
    }
    found
}

#[test]
fn no_value_of_a_column_that_is_not_public_is_in_any_file() {
    let built = site::build_cold(&marked(), site::AS_OF);
    assert_eq!(errors(&built), [""; 0]);
    assert_eq!(markers(&marked()), [""; 0]);
    let is_open = |path: &str| path.starts_with("open/evidence/");
    assert!(built.files.keys().any(|path| is_open(path)), "rows behind figures are open, without what is not public of them");
}

#[test]
fn a_theme_of_its_own_cannot_print_what_no_view_holds() {
    let mut files = marked();
    let settings = String::from_utf8(files["site.toml"].clone()).expect("settings are text");
    files.insert("site.toml".to_owned(), settings.replace("[links]", "theme = \"curious\"\n[links]").into_bytes());
    for template in ["home", "board", "holder", "metric", "open", "article", "about", "privacy"] {
        files.insert(format!("themes/curious/templates/{template}.html"), CURIOUS.as_bytes().to_vec());
    }
    let built = site::build_cold(&files, site::AS_OF);
    assert_eq!(errors(&built), [""; 0]);
    let home = String::from_utf8_lossy(&built.files["metrics/visits/index.html"]).into_owned();
    assert!(home.contains("definition") && home.contains("走访次数"), "the template prints the view: {home}");
    assert_eq!(markers(&files), [""; 0]);
}
