//! The commands as the contract promises them: what they print where, what they write, and how they end.
//!
//! What they do with faults stands in `faults`; here everything goes as it should, or is misused at the keyboard.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use serde_json::Value;

use super::code::root;
use super::room::{Ran, Room};
use super::site::{self, AS_OF, Files};

#[test]
fn a_new_site_holds_settings_and_empty_folders_and_builds() {
    let room = Room::empty();
    room.run(&["init", "site"]).ends(0);
    let files: Vec<String> = site::read(&room.root()).into_keys().collect();
    assert_eq!(files, [".gitignore", "data/person-key.txt", "site.toml"]);
    for folder in ["content/activities", "content/role-models", "content/columns", "content/pages", "data"] {
        assert!(room.root().join(folder).is_dir(), "{folder}");
    }
    let ran = room.on_site(&["build", "--format", "json"]).ends(0);
    let (findings, summary) = ran.json();
    let codes: Vec<&Value> = findings.iter().map(|finding| &finding["code"]).collect();
    assert_eq!(codes, ["P003"], "only the address is missing");
    assert_eq!(summary["errors"], 0);
}

#[test]
fn a_folder_that_is_empty_may_be_given() {
    let room = Room::empty();
    fs::create_dir(room.root()).expect("a folder can be made");
    room.run(&["init", "site"]).ends(0);
    room.run(&["init", "site"]).ends(2);
}

#[test]
fn the_sample_is_the_one_of_the_repository() {
    let room = Room::empty();
    room.run(&["init", "site", "--sample"]).ends(0);
    let mut given = site::read(&room.root());
    given.remove(".gitignore").expect("there is an ignore list");
    let key = given.remove("data/person-key.txt").expect("there is a key");
    let mut wanted = Files::new();
    for folder in ["content", "data"] {
        let inside = site::read(&root().join(folder));
        wanted.extend(inside.into_iter().map(|(path, bytes)| (format!("{folder}/{path}"), bytes)));
    }
    wanted.insert("site.toml".to_owned(), fs::read(root().join("site.toml")).expect("the sample has settings"));
    let known_key = wanted.remove("data/person-key.txt").expect("the sample has a key");
    assert_ne!(key, known_key, "a new site has a key of its own");
    assert_eq!(site::differing_file(&given, &wanted), None);
}

/// Each kind with a name, and the findings of its text as it comes: what the editor is to fill in.
const NEW: [(&str, &str, &str, &[&str]); 11] = [
    ("activity", "2026/spring", "content/activities/2026/spring.md", &["M102"]),
    ("role-model", "li", "content/role-models/li.md", &["M102"]),
    ("resource", "reading", "content/resources/reading.md", &[]),
    ("path", "first-steps", "content/paths/first-steps.md", &["M102"]),
    ("quiz", "questions", "content/quizzes/questions.md", &[]),
    ("notice", "hall-closed", "content/notices/hall-closed.md", &[]),
    ("news", "新消息", "content/news/新消息.md", &[]),
    ("branch", "jiguan", "content/branches/jiguan.md", &[]),
    ("column", "tech_news/lathe", "content/columns/tech_news/lathe.md", &[]),
    ("faq", "how", "content/faq/how.md", &[]),
    ("page", "contact", "content/pages/contact.md", &[]),
];

#[test]
fn a_new_text_of_each_kind_says_only_what_is_to_be_filled_in() {
    for (kind, name, path, codes) in NEW {
        let room = Room::with("whole");
        let ran = room.on_site(&["new", kind, name, "--lang", "en"]).ends(0);
        assert!(ran.out.contains(path), "{}", ran.out);
        let ran = room.on_site(&["check", "--format", "json"]);
        assert_eq!(ran.codes(), *codes, "{kind}: {}", ran.out);
        assert!(ran.json().0.iter().all(|finding| finding["file"] == path), "{}", ran.out);
    }
}

#[test]
fn every_field_that_a_new_text_suggests_is_known() {
    for (kind, name, path, _) in NEW {
        let room = Room::with("whole");
        room.on_site(&["new", kind, name]).ends(0);
        room.edit(path, uncommented);
        let ran = room.on_site(&["check", "--format", "json"]);
        let wrong: Vec<String> = ran.codes().into_iter().filter(|code| code == "M101" || code.starts_with('R')).collect();
        assert!(wrong.is_empty(), "{kind}: {}", ran.out);
    }
    let room = Room::empty();
    room.run(&["init", "site"]).ends(0);
    room.edit("site.toml", uncommented);
    let ran = room.on_site(&["check", "--format", "json"]);
    assert!(!ran.codes().iter().any(|code| code == "M101" || code.starts_with('R')), "{}", ran.out);
}

/// Settings that stand behind a `# `, brought to life; sentences stay.
fn uncommented(text: &str) -> String {
    let is_setting = |line: &str| {
        let key = line.split(['=', ']']).next().unwrap_or_default().trim();
        line.contains(['=', ']']) && !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || "_[{".contains(c))
    };
    let mut lines = Vec::new();
    for line in text.lines() {
        match line.trim_start().strip_prefix("# ") {
            Some(setting) if is_setting(setting) || setting.starts_with('{') => lines.push(setting),
            _ => lines.push(line),
        }
    }
    // Most fields of a notice are those of a public one.
    lines.join("\n").replace("\"announcement\"", "\"public_notice\"")
}

#[test]
fn a_site_is_verified_and_what_was_changed_is_named() {
    let room = Room::with("one_page");
    room.on_site(&["build"]).ends(0);
    room.run(&["verify", "site/public"]).ends(0);
    let page = room.root().join("public/pages/only/index.html");
    let mut bytes = fs::read(&page).expect("the page is there");
    bytes.push(b' ');
    fs::write(&page, bytes).expect("the page can be written");
    fs::remove_file(room.root().join("public/robots.txt")).expect("the file is there");
    fs::write(room.root().join("public/news/more.html"), "more").expect("a file can be written");
    let ran = room.run(&["verify", "site/public", "--format", "json"]).ends(1);
    for name in ["pages/only/index.html", "robots.txt", "news/more.html"] {
        assert!(ran.out.contains(name), "{name} is named: {}", ran.out);
    }
    assert_eq!(ran.json().1["errors"], 3, "{}", ran.out);
    room.run(&["verify", "site/nothing"]).ends(1);
}

#[test]
fn findings_as_json_are_an_object_a_line_with_all_that_is_promised() {
    let room = Room::with("whole");
    room.note("content/news/a.md", "+++\ntitle = \"甲\"\ndate = 2026-03-01\n+++\n\n[乙](none.md) [外](https://example.com/)\n");
    room.edit("data/honours.csv", |table| table.replace("2025-12-20", "2025-12-40"));
    let ran = room.on_site(&["check", "--format", "json"]).ends(1);
    let (findings, summary) = ran.json();
    for finding in &findings {
        let keys: Vec<&String> = finding.as_object().expect("a finding is an object").keys().collect();
        let promised =
            ["code", "severity", "file", "line", "column", "end_line", "end_column", "sheet", "cell", "message", "help", "also"];
        assert_eq!(keys, promised, "{finding}");
        for text in [&finding["message"], &finding["help"]] {
            assert!(text["zh"].is_string() && text["en"].is_string(), "{finding}");
        }
        assert!(finding["also"].is_array(), "{finding}");
    }
    let places: Vec<(&str, Option<u64>)> =
        findings.iter().map(|finding| (finding["file"].as_str().unwrap_or_default(), finding["line"].as_u64())).collect();
    assert!(places.is_sorted(), "ordered by file and place: {places:?}");
    assert!(findings.iter().any(|finding| finding["cell"] == "F2" && finding["sheet"].is_null()), "{}", ran.out);
    let n_errors = findings.iter().filter(|finding| finding["severity"] == "error").count();
    assert_eq!(summary["errors"], n_errors);
    assert_eq!(summary["warnings"], findings.len() - n_errors);
    for key in ["pages", "files", "bytes", "elapsed_ms"] {
        assert!(summary[key].is_u64(), "{key}: {summary}");
    }
    assert_eq!(ran.err, "", "nothing beside");
}

#[test]
fn findings_as_short_lines_name_place_severity_and_code() {
    let room = Room::with("one_page");
    room.note("content/news/a.md", "+++\ntitle = \"甲\"\ndate = 2026-03-01\n+++\n\n[乙](none.md) [外](https://example.com/)\n");
    let ran = room.on_site(&["check", "--format", "short", "--lang", "en"]).ends(1);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines.len(), 3, "{}", ran.out);
    assert!(lines[0].starts_with("content/news/a.md:6:5: error[M301]: "), "{}", lines[0]);
    assert!(lines[1].starts_with("content/news/a.md:6:18: warning[M307]: "), "{}", lines[1]);
    assert_eq!(ran.err, "");
}

#[test]
fn messages_are_in_the_language_that_is_asked_for() {
    let room = Room::with("no_base_url");
    let has_chinese = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    assert!(has_chinese(&room.on_site(&["check"]).ends(0).out), "Chinese is the default");
    for way in [["check", "--lang", "en"], ["check", "--lang=en", "--quiet"]] {
        let ran = room.on_site(&way).ends(0);
        assert!(ran.out.contains("P003") && !has_chinese(&ran.out) && !has_chinese(&ran.err), "{}{}", ran.out, ran.err);
    }
    for (name, value, is_chinese) in [
        ("LANG", "en_US.UTF-8", false),
        ("LC_ALL", "en_GB.UTF-8", false),
        ("LANG", "zh_CN.UTF-8", true),
        ("LANG", "C.UTF-8", true),
        ("LANG", "de_DE.UTF-8", true),
    ] {
        let mut command = room.command(&["check", "--root", "site", "--as-of", AS_OF]);
        let ran = Ran::of(&command.env(name, value).output().expect("the program runs"));
        assert_eq!(has_chinese(&ran.out), is_chinese, "{name}={value}: {}", ran.out);
    }
    for lang in ["zh", "en"] {
        let help = room.run(&["--help", "--lang", lang]).ends(0);
        assert_eq!(has_chinese(&help.out), lang == "zh", "{}", help.out);
    }
}

#[test]
fn progress_is_not_on_standard_output_and_quiet_is_quiet() {
    let room = Room::with("one_page");
    let ran = room.on_site(&["build", "--lang", "en"]).ends(0);
    assert!(ran.err.contains("drawing pages") && !ran.out.contains("drawing pages"), "{}{}", ran.out, ran.err);
    let ran = room.on_site(&["build", "--quiet"]).ends(0);
    assert_eq!((ran.out.as_str(), ran.err.as_str()), ("", ""));
    let ran = room.on_site(&["check", "--quiet", "--format", "json"]).ends(0);
    assert_eq!(ran.err, "");
}

#[test]
fn check_writes_nothing() {
    let room = Room::with("whole");
    let before = site::read(&room.root());
    room.on_site(&["check", "--no-cache"]).ends(0);
    assert_eq!(site::differing_file(&before, &site::read(&room.root())), None);
    room.on_site(&["check"]).ends(0);
    assert_eq!(site::differing_file(&before, &site::read(&room.root())), None);
}

#[test]
fn every_code_is_explained_in_both_languages() {
    let room = Room::empty();
    let list = room.run(&["explain", "--lang", "en"]).ends(0);
    let codes: Vec<&str> = list.out.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(codes.len() > 150, "{}", codes.len());
    for code in codes {
        for (lang, wrong, right) in [("zh", "错误的例子：", "正确的例子："), ("en", "wrong:", "right:")] {
            let ran = room.run(&["explain", code, "--lang", lang]).ends(0);
            assert!(ran.out.starts_with(code) && ran.out.contains(wrong) && ran.out.contains(right), "{}", ran.out);
        }
    }
    assert!(room.run(&["explain", "X999"]).ends(2).err.contains("X999"));
}

#[test]
fn every_shell_gets_its_completions() {
    let room = Room::empty();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = room.run(&["completions", shell]).ends(0);
        for word in ["verify", "explain", "as-of", "no-cache"] {
            assert!(ran.out.contains(word), "{shell} knows {word}");
        }
    }
    room.run(&["completions", "tcsh"]).ends(2);
}

#[test]
fn what_cannot_be_meant_is_a_usage_fault() {
    let room = Room::with("one_page");
    for arguments in [
        &["bild"][..],
        &[],
        &["build", "extra"],
        &["build", "--format", "xml"],
        &["build", "--lang", "de"],
        &["build", "--jobs", "many"],
        &["build", "--deny", "errors"],
        &["build", "--root"],
        &["init"],
        &["new", "news"],
        &["verify"],
    ] {
        let ran = room.run(arguments).ends(2);
        assert_eq!(ran.out, "", "{arguments:?} says it on standard error");
        assert!(!ran.err.is_empty(), "{arguments:?}");
    }
    for arguments in [&["--help"][..], &["--version"], &["build", "--help"]] {
        assert!(!room.run(arguments).ends(0).out.is_empty());
    }
}

#[test]
fn the_nearest_site_upward_is_meant() {
    let room = Room::with("one_page");
    let mut command = room.command(&["build", "--as-of", AS_OF, "--format", "json"]);
    let ran = Ran::of(&command.current_dir(room.root().join("content/pages")).output().expect("the program runs"));
    ran.ends(0);
    assert!(room.root().join("public/pages/only/index.html").is_file());
    room.run(&["build", "--root", "."]).ends(2);
}

#[test]
fn the_address_of_the_site_may_be_given() {
    let room = Room::with("no_base_url");
    let ran = room.on_site(&["build", "--base-url", "https://other.example/a/", "--format", "json"]).ends(0);
    assert_eq!(ran.codes(), [""; 0], "{}", ran.out);
    let feed = fs::read_to_string(room.root().join("public/feed.xml")).expect("there is a feed");
    assert!(feed.contains("https://other.example/a/news/a/"), "{feed}");
    assert_eq!(room.on_site(&["build", "--base-url", "nowhere", "--format", "json"]).ends(2).codes(), ["M201"]);
}

#[test]
fn drafts_are_published_where_they_are_asked_for() {
    let room = Room::with("drafts");
    room.on_site(&["build", "--drafts"]).ends(0);
    assert!(room.root().join("public/news/draft/index.html").is_file());
    room.on_site(&["build"]).ends(0);
    assert!(!room.root().join("public/news/draft").exists());
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_a_build_within_a_second_and_leaves_the_old_site() {
    let room = Room::with("one_page");
    room.on_site(&["build"]).ends(0);
    let before = site::read(&room.root().join("public"));
    fill(&room);
    let mut command = room.command(&["build", "--root", "site", "--as-of", AS_OF, "--jobs", "1", "--lang", "en"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    wait_for_staging(&room.root());
    let asked = std::time::Instant::now();
    let pid = rustix::process::Pid::from_child(&child);
    rustix::process::kill_process(pid, rustix::process::Signal::INT).expect("the program still runs");
    let status = child.wait().expect("the program ends");
    assert!(asked.elapsed().as_secs() < 5, "it took {:?}", asked.elapsed());
    assert_eq!(status.code(), Some(4));
    assert_eq!(site::differing_file(&before, &site::read(&room.root().join("public"))), None);
    room.on_site(&["build"]).ends(0);
    let names = fs::read_dir(room.root()).expect("the folder is there").map(|entry| entry.expect("likewise").file_name());
    let hidden: Vec<String> =
        names.map(|name| name.to_string_lossy().into_owned()).filter(|name| name.contains("staging")).collect();
    assert!(hidden.is_empty(), "{hidden:?}");
}

/// Enough texts that drawing them takes more than a moment.
#[cfg(unix)]
fn fill(room: &Room) {
    for idx in 0..400 {
        room.note(&format!("content/news/n{idx}.md"), &format!("+++\ntitle = \"第{idx}条\"\ndate = 2026-03-01\n+++\n\n正文。\n"));
    }
}

/// Waits until the build has begun to write.
#[cfg(unix)]
fn wait_for_staging(root: &Path) {
    let begun = std::time::Instant::now();
    while begun.elapsed().as_secs() < 30 {
        let names = fs::read_dir(root).expect("the folder is there").map(|entry| entry.expect("likewise").file_name());
        if names
            .into_iter()
            .any(|name| name.to_string_lossy().contains("yuandi-") && name.to_string_lossy() != ".public.yuandi-lock")
        {
            return;
        }
        std::thread::yield_now();
    }
    panic!("the build never began to write");
}

#[test]
fn proposed_rules_are_compared_with_those_in_force() {
    let room = Room::empty();
    room.note("site.toml", "[site]\ntitle = \"园地\"\norg = \"某学院\"\nbase_url = \"https://test.example/\"\n");
    room.note("data/person-key.txt", "key-of-the-comparison-0123456789\n");
    room.note("data/branches.csv", "id,name\nshukong,数控教工党支部\n");
    room.note("data/members.csv", "id,name,branch\nm1,张一,shukong\nm2,李二,shukong\n");
    room.note("data/consent.csv", "id,person,purposes,granted_on\nC1,m1,name;rank,2026-01-01\n");
    // m1 has two long entries, m2 three short ones.
    let records =
        "member,date,minutes\nm1,2026-01-05,90\nm1,2026-01-06,90\nm2,2026-01-05,10\nm2,2026-01-06,10\nm2,2026-01-07,10\n";
    room.note("data/study_records.csv", records);
    let rules = |points: &str| {
        format!(
            "[ruleset]\ntitle = \"积分\"\nholder = \"member\"\neffective_from = 2026-01-01\n\
             [[rule]]\nid = \"study\"\nfrom = \"study_records\"\npoints = \"{points}\"\n\
             [[grade]]\nname = \"优秀\"\nmin = 3\n"
        )
    };
    room.note("data/points/member.toml", &rules("1"));
    room.note("proposal.toml", &rules("minutes / 45"));
    let diff = ["rules", "diff", "site/data/points/member.toml", "site/proposal.toml"];
    // By count 2 and 3, by minutes 4 and 0.7 (30 / 45).
    let ran = room.on_site(&[&diff[..], &["--format", "json"]].concat()).ends(0);
    let lines: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).expect("a line is an object")).collect();
    assert_eq!(lines[0]["holder"], "张一");
    assert_eq!(lines[0]["points"], serde_json::json!({"old": "2.0", "new": "4.0"}));
    assert_eq!(lines[0]["rank"], serde_json::json!({"old": 2, "new": 1}));
    assert_eq!(lines[0]["grade"], serde_json::json!({"old": null, "new": "优秀"}));
    assert_eq!(lines[1]["points"], serde_json::json!({"old": "3.0", "new": "0.7"}));
    let summary = serde_json::json!({"period": "2026", "holders": 2, "up": 1, "down": 1, "same": 0, "grades": 2});
    assert_eq!(lines[2]["summary"], summary);
    assert!(!ran.out.contains("李二"), "who does not agree to be ranked is a code: {}", ran.out);
    let ran = room.on_site(&diff).ends(0);
    assert!(ran.out.contains("1 个上升，1 个下降"), "{}", ran.out);
    room.on_site(&["rules", "diff", "site/data/points/member.toml", "nowhere.toml"]).ends(2);
    room.note("proposal.toml", &rules("minuts / 45"));
    room.on_site(&diff).ends(1);
}
