//! References from entry to entry and to tables.

use super::*;
use crate::model::{Detail, DocumentStatus, Kind};

fn resource(more: &str) -> String {
    format!("+++\ntitle = \"党章\"\ndate = 2026-03-01\ntype = \"document\"\ntopic = \"党章党规\"\n{more}\n+++\n")
}

fn activity(more: &str) -> String {
    format!("+++\n{ACTIVITY}\n{more}\n+++\n")
}

#[test]
fn branches_are_rows_of_their_table() {
    let text = news("branches = [\"shukong\", \"shukng\", \"shukong\"]", "");
    let model = check(&[("content/news/a.md", &text)], &["M408 content/news/a.md:4 \"shukng\""]);
    assert_eq!(model.entries[0].branches.len(), 1);
    let text = news("branches = \"数控教工党支部\"", "");
    assert!(help(&[("content/news/a.md", &text)]).contains("`shukong`"));
}

#[test]
fn without_a_table_the_texts_about_branches_are_the_register() {
    let text = news("branches = [\"huagong\"]", "");
    let branch = "+++\ntitle = \"化工党支部\"\n+++\n";
    let none = [("data/branches.csv", ""), ("data/members.csv", ""), ("data/consent.csv", ""), ("data/honours.csv", "")];
    let mut files = vec![("content/news/a.md", text.as_str()), ("content/branches/huagong.md", branch)];
    files.extend(none);
    good(&files);
    files.remove(1);
    check(&files, &["M408 content/news/a.md:4 \"huagong\""]);
}

#[test]
fn halves_of_a_pair_name_each_other() {
    let online = |more: &str| activity(more).replace("onsite", "online");
    good(&[("content/activities/a.md", &activity("pair = \"b\"")), ("content/activities/b.md", &online("pair = \"a\""))]);
    check(
        &[("content/activities/a.md", &activity("pair = \"b\"")), ("content/activities/b.md", &online(""))],
        &["M415? content/activities/a.md:8 \"b\""],
    );
    check(
        &[("content/activities/a.md", &activity("pair = \"b\"")), ("content/activities/b.md", &activity("pair = \"a\""))],
        &["M416? content/activities/a.md:8 \"b\""],
    );
    check(&[("content/activities/a.md", &activity("pair = \"x\""))], &["M412 content/activities/a.md:8 \"x\""]);
}

#[test]
fn documents_do_not_replace_each_other_in_a_circle() {
    let files = [
        ("content/resources/a.md", resource("replaced_by = \"b\"")),
        ("content/resources/b.md", resource("replaced_by = \"c\"")),
        ("content/resources/c.md", resource("replaced_by = \"b\"")),
        ("content/resources/d.md", resource("replaced_by = \"d\"")),
    ];
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    check(&files, &["M418 content/resources/b.md:6 \"c\"", "M417 content/resources/d.md:6 \"d\""]);
    let model = good(&[("content/resources/a.md", &resource("replaced_by = \"b\"")), ("content/resources/b.md", &resource(""))]);
    let Detail::Resource(old) = &model.entry(model.find(Kind::Resource, "a").expect("it is there")).detail else {
        panic!("it is a resource")
    };
    assert_eq!((old.status, old.replaced_by), (Some(DocumentStatus::Replaced), model.find(Kind::Resource, "b")));
}

#[test]
fn a_path_holds_resources_and_quizzes() {
    let path = |items: &str| format!("+++\ntitle = \"入门\"\ndate = 2026-03-01\nitems = {items}\n+++\n");
    let quiz = "+++\ntitle = \"测\"\ndate = 2026-03-01\n[[questions]]\nstem = \"问\"\nanswer = true\n+++\n";
    let res = resource("");
    let draft = resource("draft = true");
    let files = |path: &str, extra: &[(&str, &str)]| {
        let mut files: Vec<(String, String)> = vec![
            ("content/paths/p.md".into(), path.into()),
            ("content/resources/r.md".into(), res.clone()),
            ("content/quizzes/q.md".into(), quiz.into()),
            ("content/resources/later.md".into(), draft.clone()),
        ];
        files.extend(extra.iter().map(|(path, text)| ((*path).into(), (*text).into())));
        files
    };
    for (items, extra, expected) in [
        ("[\"r\", \"q\"]", &[][..], &[][..]),
        ("[\"r\", \"x\"]", &[], &["M412 content/paths/p.md:4 \"x\""]),
        ("[\"later\"]", &[], &["M413? content/paths/p.md:4 \"later\""]),
        ("[]", &[], &["M102 content/paths/p.md:2 title"]),
        ("[\"q\"]", &[("content/resources/q.md", res.as_str())], &["M414 content/paths/p.md:4 \"q\""]),
    ] {
        let files = files(&path(items), extra);
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let model = check(&files, expected);
        let Detail::Path(path) = &model.entries_of(Kind::Path)[0].detail else { panic!("it is a path") };
        assert!(path.items.len() <= 2);
    }
}

#[test]
fn honours_and_evidence_of_role_models_are_checked() {
    let text = |more: &str| {
        format!(
            "+++\ntitle = \"先锋\"\ndate = 2026-03-01\nname = \"李示范\"\nkind = \"teaching\"\nbranch = \"shukong\"\nconsent = \"C001\"\n{more}\n+++\n"
        )
    };
    let evidence = "evidence = [{ title = \"证明\", link = \"p.pdf\" }]";
    let file = ("content/role-models/p.pdf", "x");
    good(&[("content/role-models/a.md", &text(&format!("honours = [\"H1\"]\n{evidence}"))), file]);
    for (more, expected) in [
        (format!("honours = [\"H2\"]\n{evidence}"), "M409 content/role-models/a.md:8 \"H2\""),
        ("evidence = [{ title = \"证明\", link = \"no.pdf\" }]".to_owned(), "M301 content/role-models/a.md:8 \"no.pdf\""),
        ("evidence = [{ title = \"证明\", link = \"ftp://a/b\" }]".to_owned(), "M310 content/role-models/a.md:8 \"ftp://a/b\""),
        ("evidence = []".to_owned(), "M102 content/role-models/a.md:2 title"),
        (format!("{evidence}\nportrait = \"p.pdf\""), "M315 content/role-models/a.md:9 \"p.pdf\""),
    ] {
        check(&[("content/role-models/a.md", &text(&more)), file], &[expected]);
    }
}

#[test]
fn table_rows_refer_to_entries() {
    let attendance = ("data/attendance.csv", "activity,member,status\na,T1,present\n");
    good(&[attendance, ("content/activities/a.md", &activity(""))]);
}

#[test]
fn missed_turns_of_a_rota_are_told_once() {
    let site = SITE.to_owned() + "rota = { \"2026-01\" = \"shukong\", \"2026-02\" = \"jiguan\", \"2026-03\" = \"shukong\" }\n";
    let article = news("", "").replace("2026-03-01", "2026-01-20");
    let files = [("site.toml", site.as_str()), ("content/columns/tech_news/a.md", article.as_str())];
    let (sources, outcome) = build_with(&files, &Options::default());
    let lines = shown(&sources, &outcome);
    assert!(lines.len() == 1 && lines[0].starts_with("M420? site.toml:10 "), "{lines:?}");
    let message = outcome.found[0].message().zh;
    assert!(message.contains("2026-02") && !message.contains("2026-01") && !message.contains("2026-03"), "{message}");
    let site = site.replace("jiguan", "jigaun");
    let (_, outcome) = build_with(&[("site.toml", &site), ("content/columns/tech_news/a.md", &article)], &Options::default());
    assert_eq!(outcome.found.iter().map(|diagnostic| diagnostic.code.id).collect::<Vec<_>>(), ["M408"]);
}
