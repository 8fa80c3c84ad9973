//! What is published today, under which id and address, and in which order.

use super::*;
use crate::model::Kind;

#[test]
fn drafts_and_entries_of_other_days_are_not_in_the_model() {
    let text = |line: &str| news(line, "");
    let model = good(&[
        ("content/news/draft.md", &text("draft = true")),
        ("content/news/later.md", &text("publish_at = 2026-03-16")),
        ("content/news/today.md", &text("publish_at = 2026-03-15")),
        ("content/news/last-day.md", &text("expires_at = 2026-03-15")),
        ("content/news/over.md", &text("expires_at = 2026-03-14")),
    ]);
    let ids: Vec<&str> = model.entries.iter().map(|entry| &*entry.id).collect();
    assert_eq!(ids, ["last-day", "today"]);
}

#[test]
fn a_preview_shows_drafts() {
    let options = Options { drafts: Drafts::Shown, ..Options::default() };
    let (_, outcome) = build_with(&[("content/news/draft.md", &news("draft = true", ""))], &options);
    assert_eq!(outcome.value.entries.len(), 1);
}

#[test]
fn a_draft_may_be_unfinished_but_a_scheduled_text_may_not() {
    good(&[("content/activities/a.md", "+++\ntitle = \"x\"\ndraft = true\ndate = 2026-03-01\n+++\n[x](no.md)")]);
    let text = news("publish_at = 2026-04-01", "[x](no.md)");
    check(&[("content/news/a.md", &text)], &["M301 content/news/a.md:6 no.md"]);
}

#[test]
fn without_consent_a_role_model_is_left_out() {
    let text = |consent: &str| {
        format!(
            "+++\ntitle = \"先锋\"\ndate = 2026-03-01\nname = \"李示范\"\nkind = \"teaching\"\nbranch = \"shukong\"\n\
             consent = \"{consent}\"\nevidence = [{{ title = \"证明\", link = \"https://a.edu.cn/\" }}]\n+++\n"
        )
    };
    assert_eq!(good(&[("content/role-models/a.md", &text("C001"))]).entries.len(), 1);
    for consent in ["C002", "C003"] {
        let model =
            check(&[("content/role-models/a.md", &text(consent))], &[&format!("M411? content/role-models/a.md:7 \"{consent}\"")]);
        assert!(model.entries.is_empty());
    }
    check(&[("content/role-models/a.md", &text("C01"))], &["M410 content/role-models/a.md:7 \"C01\""]);
    check(
        &[("content/role-models/a.md", &text("C001")), ("data/consent.csv", "")],
        &["M422 content/role-models/a.md:7 \"C001\""],
    );
}

#[test]
fn entries_stand_kind_by_kind_and_newest_first() {
    let dated = |day: &str| format!("+++\ntitle = \"x\"\ndate = {day}\n+++\n");
    let model = good(&[
        ("content/news/b.md", &dated("2026-01-01")),
        ("content/news/a.md", &dated("2026-01-01")),
        ("content/news/c.md", &dated("2026-02-01")),
        ("content/pages/z.md", "+++\ntitle = \"x\"\n+++\n"),
        ("content/pages/y.md", &dated("2020-01-01")),
        ("content/activities/x.md", &format!("+++\n{ACTIVITY}\n+++\n")),
    ]);
    let ids: Vec<&str> = model.entries.iter().map(|entry| &*entry.id).collect();
    assert_eq!(ids, ["x", "c", "a", "b", "y", "z"]);
    assert_eq!(model.entries_of(Kind::News).len(), 3);
    assert_eq!(model.entry(model.find(Kind::News, "b").expect("it is there")).id, "b".into());
    assert_eq!(model.find(Kind::News, "x"), None);
}

#[test]
fn addresses_are_lower_case_ascii() {
    let text = news("", "");
    let model = good(&[
        ("content/news/2026/学雷锋.md", &text),
        ("content/news/Spring.md", &text),
        ("content/news/topic/index.md", &text),
        ("content/news/con-x_1.2.md", &text),
        ("content/pages/about.md", &text),
        ("content/columns/tech_news/5g.md", &text),
        ("content/news/slugged.md", &news("slug = \"主题党日\"", "")),
    ]);
    let mut addresses: Vec<&str> = model.entries.iter().map(|entry| &*entry.address).collect();
    addresses.sort_unstable();
    assert_eq!(
        addresses,
        [
            "about",
            "columns/tech_news/5g",
            "news/2026/xue-lei-feng",
            "news/con-x_1.2",
            "news/spring",
            "news/topic",
            "news/zhu-ti-dang-ri"
        ]
    );
}

#[test]
fn ids_are_unique_in_a_kind() {
    let text = news("", "");
    check(&[("content/news/2025/a.md", &text), ("content/news/2026/a/index.md", &text)], &["M406 content/news/2026/a/index.md"]);
    good(&[("content/news/a.md", &text), ("content/pages/a.md", &text)]);
    check(&[("content/news/学雷锋.md", &text), ("content/news/xue-lei-feng.md", &text)], &["M407 content/news/学雷锋.md"]);
}

#[test]
fn slugs_and_aliases_stay_in_their_place() {
    for slug in ["../admin", "a/b", "a\\\\b", "C:x", "%2e%2e", "aux", ".hidden"] {
        let line = format!("slug = \"{slug}\"");
        check(&[("content/news/a.md", &news(&line, ""))], &[&format!("M122 content/news/a.md:4 \"{slug}\"")]);
    }
    for alias in ["../x", "/a/../b", "//host/x", "https://a.cn/x", "a\\\\b", "%2e%2e/x", "a?b=1"] {
        let line = format!("aliases = \"{alias}\"");
        check(&[("content/news/a.md", &news(&line, ""))], &[&format!("M123 content/news/a.md:4 \"{alias}\"")]);
    }
    let model = good(&[("content/news/a.md", &news("aliases = [\"/2024/a/\", \"old.html\"]", ""))]);
    let aliases: Vec<&str> = model.entries[0].aliases.iter().map(|alias| alias.path.as_str()).collect();
    assert_eq!(aliases, ["2024/a", "old.html"]);
}

#[test]
fn texts_stand_in_folders_of_kinds() {
    let text = news("", "");
    check(&[("content/a.md", &text)], &["M401 content/a.md"]);
    check(&[("content/activity/a.md", &text)], &["M402 content/activity/a.md"]);
    assert!(help(&[("content/activity/a.md", &text)]).contains("`activities`"));
    assert!(help(&[("content/活动/a.md", &text)]).contains("`activities`"));
    check(&[("content/news/_index.md", &text)], &["M403 content/news/_index.md"]);
    check(&[("content/news/index.md", &text)], &["M403 content/news/index.md"]);
    check(&[("content/columns/a.md", &text)], &["M404 content/columns/a.md"]);
    check(&[("content/columns/technews/a.md", &text)], &["M405 content/columns/technews/a.md"]);
    assert!(help(&[("content/columns/technews/a.md", &text)]).contains("`tech_news`"));
    good(&[("content/news/README.md", "只给编辑看")]);
}
