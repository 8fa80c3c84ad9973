//! What is asked for on the command line.

use std::fs;

use super::site::Site;

#[test]
fn a_folder_without_a_site_is_a_usage_fault() {
    let site = Site::bare();
    fs::remove_file(site.root().join("site.toml")).expect("it was there");
    let ran = site.run(&["build"]);
    assert_eq!((ran.exit, ran.codes()), (2, vec!["C001"]), "{}", ran.text);
    let ran = site.run(&["check"]);
    assert_eq!((ran.exit, ran.codes()), (2, vec!["C001"]), "{}", ran.text);
}

#[test]
fn today_is_a_date() {
    let site = Site::bare();
    let ran = site.run(&["build", "--as-of", "三月底"]);
    assert_eq!((ran.exit, ran.codes()), (2, vec!["C002"]), "{}", ran.text);
}

#[test]
fn an_unknown_option_is_a_usage_fault() {
    let site = Site::bare();
    assert_eq!(site.run(&["build", "--no-such-option"]).exit, 2);
}

#[test]
fn a_new_site_builds_at_once_and_takes_no_folder_that_is_in_use() {
    let site = Site::bare();
    let ran = site.run(&["init", "fresh"]);
    assert_eq!(ran.exit, 0, "{}", ran.text);
    let ran = site.run(&["build", "--out", "built"]);
    assert_eq!(ran.exit, 0, "{}", ran.text);
    let before = super::site::hashes(&site.around().join("fresh"));
    let ran = site.run(&["init", "fresh"]);
    assert_eq!((ran.exit, ran.codes()), (2, vec!["C003"]), "{}", ran.text);
    assert_eq!(super::site::hashes(&site.around().join("fresh")), before);
}

#[test]
fn a_new_text_has_a_kind_and_a_name_of_its_own() {
    let site = Site::built();
    let ran = site.run(&["new", "activty", "theme-day"]);
    assert_eq!((ran.exit, ran.codes()), (2, vec!["C004"]), "{}", ran.text);
    assert!(ran.help(0).contains("activity"), "{}", ran.help(0));
    let ran = site.run(&["new", "news", "../../outside"]);
    assert_eq!((ran.exit, ran.codes()), (2, vec!["C005"]), "{}", ran.text);
    assert!(!site.around().join("outside.md").exists());
    let ran = site.run(&["new", "news", "spring"]);
    assert_eq!(ran.exit, 0, "{}", ran.text);
    let ran = site.run(&["new", "news", "spring"]);
    assert_eq!((ran.exit, ran.codes()), (2, vec!["C006"]), "{}", ran.text);
}

#[test]
fn check_reports_everything_and_writes_nothing() {
    let site = Site::built();
    site.note("content/news/a.md", "甲", "[乙](none.md)");
    let before = super::site::hashes(site.around());
    let ran = site.run(&["check"]);
    assert_eq!((ran.exit, ran.codes()), (1, vec!["M301"]), "{}", ran.text);
    assert_eq!(super::site::hashes(site.around()), before);
}

#[test]
fn warnings_may_be_denied() {
    let site = Site::built();
    site.note("content/news/a.md", "甲", "[外](https://example.com/)");
    let before = site.output();
    let ran = site.run(&["build", "--deny", "warnings"]);
    assert_eq!((ran.exit, ran.codes()), (1, vec!["M307"]), "{}", ran.text);
    assert_eq!(site.output(), before, "the old site has changed");
}

#[test]
fn a_code_is_explained() {
    let site = Site::bare();
    let ran = site.run(&["explain", "R102"]);
    assert_eq!(ran.exit, 0, "{}", ran.text);
    assert!(ran.text.contains("title = \"三月主题党日\""), "{}", ran.text);
    assert_eq!(site.run(&["explain", "Q999"]).exit, 2);
}

#[test]
fn a_panic_of_a_worker_is_told_with_a_report_and_the_old_site_stays() {
    let site = Site::built();
    site.note("content/news/second.md", "第二条", "正文");
    let temporary = site.around().join("temporary");
    fs::create_dir(&temporary).expect("a folder can be made");
    let before = (site.sources(), site.output());
    let ran = site.run_with(
        &["build"],
        &[("YUANDI_TEST_PANIC", "news/second/index.html"), ("TMPDIR", temporary.to_str().expect("a plain name"))],
    );
    assert_eq!(ran.exit, 4, "{}", ran.text);
    assert!(ran.text.contains("程序内部出错"), "{}", ran.text);
    let reports: Vec<_> =
        fs::read_dir(&temporary).expect("it was made").map(|entry| entry.expect("it is there").path()).collect();
    let [report] = reports.as_slice() else { panic!("one report, not {reports:?}") };
    assert!(ran.text.contains(report.to_str().expect("a plain name")), "{}", ran.text);
    assert!(fs::read_to_string(report).expect("it was written").contains("asked for by a test"));
    assert_eq!((site.sources(), site.output()), before);
    assert_eq!(site.build().exit, 0);
}
