//! The command `agenda`: what it tells, and when it asks for a build.

use serde_json::Value;

use super::*;

/// Items that a build takes care of.
fn of_builds(ran: &Ran) -> Vec<String> {
    items(ran).into_iter().filter(|item| !item.contains(" renew ")).collect()
}

/// Items of the agenda as `date kind id`.
fn items(ran: &Ran) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    ran.json().0.iter().map(|item| format!("{} {} {}", text(&item["date"]), text(&item["kind"]), text(&item["id"]))).collect()
}

#[test]
fn a_build_is_due_on_the_day_behind_the_last_and_no_more_when_it_is_done() {
    let room = site_of(&[("content/notices/n.md", &notice("", "现公示张样例。"))]);
    on(&room, "2024-10-10", &["build"]).ends(0);
    let ran = on(&room, "2024-10-10", &["agenda"]).ends(0);
    assert_eq!(of_builds(&ran), ["2024-10-11 names_go n"]);
    // The machine may have been off for some days.
    for day in ["2024-10-11", "2024-10-14"] {
        let ran = on(&room, day, &["agenda"]).ends(1);
        assert_eq!(of_builds(&ran), ["2024-10-11 names_go n"]);
        assert_eq!(ran.json().1["due"]["build"], 1);
    }
    on(&room, "2024-10-14", &["build"]).ends(0);
    let ran = on(&room, "2024-10-14", &["agenda"]).ends(0);
    assert_eq!(of_builds(&ran), [""; 0]);
}

#[test]
fn without_an_earlier_build_the_changes_of_the_day_are_due() {
    let room = site_of(&[("content/notices/n.md", &notice("", "现公示张样例。"))]);
    for (day, exit) in [("2024-10-10", 0), ("2024-10-11", 1), ("2024-10-12", 0)] {
        on(&room, day, &["agenda"]).ends(exit);
    }
    on(&room, "2024-10-12", &["agenda", "--since", "2024-10-10"]).ends(1);
    on(&room, "2024-10-12", &["agenda", "--since", "昨天"]).ends(2);
    // What is published is older than what was built.
    room.note("data/published.json", "{\"as_of\": \"2024-10-01\", \"figures\": {}}\n");
    on(&room, "2024-10-12", &["build"]).ends(0);
    on(&room, "2024-10-12", &["agenda"]).ends(1);
}

/// A site in which something of every kind comes within a month of 2024-10-10.
fn full() -> Room {
    let news = |field: &str| format!("+++\ntitle = \"x\"\ndate = 2024-01-01\n{field}\n+++\nText.\n");
    let activity = "+++\ntitle = \"x\"\ndate = 2024-10-01\nkind = \"theory_study\"\nbranches = [\"b\"]\nstart = 2024-10-17T19:00\n\
                    mode = \"online\"\nmeeting_url = \"https://meeting.example.edu.cn/1\"\n+++\n\nText.\n";
    let withdrawn = notice("withdrawn_on = 2024-10-15\nwithdrawn_reason = \"有误\"", "公示。").replace("= 5", "= 12");
    let room = site_of(&[
        ("content/news/comes.md", &news("publish_at = 2024-10-12")),
        ("content/news/goes.md", &news("expires_at = 2024-10-12")),
        ("content/news/drafted.md", &news("publish_at = 2024-10-12\ndraft = true")),
        ("content/news/read-again.md", &news("review_by = 2024-10-20")),
        ("content/activities/meet.md", activity),
        ("content/notices/n.md", &notice("names_after = \"keep\"", "公示。")),
        ("content/notices/dropped.md", &notice("page_after = \"drop\"", "公示。")),
        ("content/notices/back.md", &withdrawn),
        ("data/branches.csv", "id,name,term_end\nb,示例支部,2024-11-01\n"),
        ("data/members.csv", "id,name,branch,status\nP20240001,百里在册,b,full\n"),
        ("data/consent.csv", "id,person,purposes,granted_on,expires_on,withdrawn_on\nC1,P20240001,name,2024-01-01,2024-10-20,\n"),
        ("data/person-key.txt", "0123456789abcdef0123456789abcdef\n"),
        ("data/cadence.toml", "from = \"2024-01\"\n"),
    ]);
    let more = "\n[links]\nallow = [\"meeting.example.edu.cn\"]\n[grey]\ndays = [\"2024-10-22/2024-10-23\"]\n";
    room.edit("site.toml", |text| format!("{text}{more}"));
    room
}

#[test]
fn everything_that_comes_is_told_by_day_and_nobody_by_name() {
    let room = full();
    let ran = on(&room, "2024-10-10", &["agenda"]).ends(0);
    let items = items(&ran);
    for expected in [
        "2024-10-11 notice_closes n",
        "2024-10-11 expires dropped",
        "2024-10-12 publishes comes",
        "2024-10-13 expires goes",
        "2024-10-15 notice_withdrawn back",
        "2024-10-17 activity_held meet",
        "2024-10-18 meeting_over meet",
        "2024-10-20 review read-again",
        "2024-10-21 consent_ends C1",
        "2024-10-22 grey_begins grey",
        "2024-10-24 grey_ends grey",
        "2024-10-31 duty theme_day/b",
        "2024-11-01 term_ends b",
    ] {
        assert!(items.iter().any(|item| item == expected), "{expected} is not in {items:#?}");
    }
    assert!(items.iter().any(|item| item.contains("renew section/news")), "{items:#?}");
    assert!(!items.iter().any(|item| item.contains("drafted")), "nobody waits for a draft");
    assert!(items.is_sorted_by_key(|item| &item[..10]), "the items stand by day: {items:#?}");
    assert!(!ran.out.contains("百里在册") && !ran.out.contains("P20240001"), "{}", ran.out);
    let short = on(&room, "2024-10-10", &["agenda", "--days", "2"]).ends(0);
    assert_eq!(short.json().1["until"], "2024-10-12");
    assert!(!short.out.contains("2024-10-13"), "{}", short.out);
}

#[test]
fn calendars_and_people_get_the_same_items() {
    let room = full();
    let ran = room.run(&["agenda", "--ics", "--root", "site", "--as-of", "2024-10-10"]).ends(0);
    let n_items = items(&on(&room, "2024-10-10", &["agenda"])).len();
    assert!(ran.out.starts_with("BEGIN:VCALENDAR\r\n") && ran.out.ends_with("END:VCALENDAR\r\n"), "{}", ran.out);
    assert_eq!(ran.out.matches("BEGIN:VEVENT").count(), n_items);
    assert!(ran.out.contains("DTSTART;VALUE=DATE:20241013") && ran.out.contains("expires-2024-10-13-goes@yuandi-agenda"));
    let uids = |text: &str| text.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>();
    let mut once = uids(&ran.out);
    once.sort();
    once.dedup();
    assert_eq!(once.len(), n_items, "every event has an id of its own");
    for (lang, words) in [("zh", "到期撤下"), ("en", "expires")] {
        let ran = room.run(&["agenda", "--lang", lang, "--root", "site", "--as-of", "2024-10-13"]).ends(1);
        assert!(ran.out.contains(words) && ran.out.contains("content/news/goes.md"), "{}", ran.out);
    }
    let ran = room.run(&["agenda", "--format", "short", "--root", "site", "--as-of", "2024-10-10"]).ends(0);
    assert_eq!(ran.out.lines().count(), n_items + 1, "{}", ran.out);
}

#[test]
fn a_site_with_mistakes_has_no_agenda() {
    let room = site_of(&[("content/news/a.md", "+++\ntitle = \"x\"\n+++\n")]);
    let ran = on(&room, "2024-10-10", &["agenda"]).ends(1);
    assert!(ran.err.contains("M102") && ran.out.is_empty(), "{}{}", ran.out, ran.err);
}
