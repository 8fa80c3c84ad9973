//! Rows 52 to 56 and 64: where the output goes, who else is there. Rows 48 to 51 are in `crash`.

use std::fs;

use super::site::{Site, hashes};

/// Builds into a folder and demands that it is refused before anything is touched.
fn refused_out(site: &Site, out: &str, exit: i32, code: &str) {
    let before = hashes(site.around());
    let ran = site.run(&["build", "--out", out]);
    assert_eq!((ran.exit, ran.codes()), (exit, vec![code]), "--out {out}: {}", ran.text);
    assert_eq!(hashes(site.around()), before, "--out {out} has touched something");
}

#[cfg(unix)]
#[test]
fn row_52_an_output_that_cannot_be_written() {
    use std::os::unix::fs::PermissionsExt;
    let site = Site::built();
    let closed = site.around().join("closed");
    fs::create_dir(&closed).expect("a folder can be made");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).expect("permissions can be set");
    // Nothing is closed to root but what the kernel itself holds.
    let out = if fs::write(closed.join("probe"), "").is_ok() { "/proc/yuandi/public".into() } else { closed.join("public") };
    let _ = fs::remove_file(closed.join("probe"));
    let ran = site.run(&["build", "--out", &out.to_string_lossy()]);
    assert_eq!(ran.exit, 4, "{}", ran.text);
    assert!(["O102", "O104"].contains(&ran.codes()[0]), "{}", ran.text);
    let parent = out.parent().expect("it has one").to_string_lossy().into_owned();
    assert!(ran.text.contains(&parent), "the path is named: {}", ran.text);
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).expect("permissions can be set");
}

#[test]
fn row_53_outputs_that_would_eat_the_sources() {
    let site = Site::built();
    refused_out(&site, "site", 2, "O001");
    refused_out(&site, ".", 2, "O001");
    refused_out(&site, "site/content", 2, "O002");
    refused_out(&site, "site/content/news/out", 2, "O002");
    refused_out(&site, "site/data/out", 2, "O002");
    refused_out(&site, "/", 2, "O003");
    fs::create_dir_all(site.around().join("repo/.git")).expect("a folder can be made");
    refused_out(&site, "repo", 2, "O004");
    refused_out(&site, "/proc", 2, "O005");
    fs::write(site.around().join("file"), "x").expect("it can be written");
    refused_out(&site, "file", 2, "O006");
}

#[test]
fn row_53_home_is_no_output() {
    let site = Site::built();
    let home = site.around().join("home");
    fs::create_dir(&home).expect("a folder can be made");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_yuandi"));
    command.args(["build", "--format", "json", "--root"]).arg(site.root()).arg("--out").arg(&home).env("HOME", &home);
    let output = command.output().expect("the program runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stdout).contains("\"O003\""));
    assert!(hashes(&home).is_empty());
}

#[test]
fn row_54_files_of_others_are_never_deleted() {
    let site = Site::built();
    fs::write(site.root().join("public/mine.txt"), "我的").expect("it can be written");
    fs::create_dir(site.root().join("public/album")).expect("a folder can be made");
    fs::write(site.root().join("public/album/b.jpg"), "b").expect("it can be written");
    site.note("content/news/second.md", "第二条", "");
    let ran = site.refused(2, &["O007"]);
    assert!(ran.text.contains("mine.txt") || ran.text.contains("album"), "{}", ran.text);
    let ran = site.run(&["build", "--adopt"]);
    assert_eq!(ran.exit, 0, "{}", ran.text);
    assert_eq!((site.page("mine.txt").as_str(), site.page("album/b.jpg").as_str()), ("我的", "b"));
    assert!(site.page("news/second/index.html").contains("第二条"));
}

#[test]
fn row_55_an_edited_page_is_named_and_written_again() {
    let site = Site::built();
    let good = site.output();
    let public = site.root().join("public");
    fs::write(public.join("index.html"), "改过").expect("it can be written");
    fs::remove_file(public.join("news/index.html")).expect("it was there");
    fs::write(public.join("extra.html"), "x").expect("it can be written");
    let ran = site.run(&["verify", "site/public"]);
    assert_eq!(ran.exit, 1, "{}", ran.text);
    for (code, path) in [("O053", "index.html"), ("O054", "news/index.html"), ("O055", "extra.html")] {
        let is_named = ran.findings.iter().any(|finding| finding["code"] == code && finding.to_string().contains(path));
        assert!(is_named, "{code} {path} is not in {}", ran.text);
    }
    fs::remove_file(public.join("extra.html")).expect("it was there");
    site.accepted(&[]);
    assert_eq!(site.output(), good);
    assert_eq!(site.run(&["verify", "site/public"]).exit, 0);
}

#[test]
fn row_56_two_builds_at_once() {
    let site = Site::built();
    let mut lock = None;
    for entry in fs::read_dir(site.root()).expect("the folder can be listed").flatten() {
        if entry.file_name().to_string_lossy().ends_with("-lock") {
            lock = Some(entry.path());
        }
    }
    let lock = lock.unwrap_or_else(|| site.root().join(".public.yuandi-lock"));
    let held = fs::File::options().create(true).append(true).open(&lock).expect("the lock can be opened");
    held.lock().expect("nobody else holds it");
    site.refused(5, &["O009"]);
    drop(held);
    site.accepted(&[]);
}

#[test]
fn row_64_one_thread_gives_the_same_site() {
    let site = Site::built();
    let good = site.output();
    fs::remove_dir_all(site.root().join("public")).expect("it was there");
    assert_eq!(site.run(&["build", "--jobs", "1"]).exit, 0);
    assert_eq!(site.output(), good);
}

#[test]
fn a_folder_without_a_manifest_cannot_be_verified() {
    let site = Site::built();
    fs::create_dir(site.around().join("other")).expect("a folder can be made");
    let ran = site.run(&["verify", "other"]);
    assert_eq!((ran.exit, ran.codes()), (1, vec!["O051"]), "{}", ran.text);
    fs::write(site.root().join("public/manifest.json"), "{").expect("it can be written");
    let ran = site.run(&["verify", "site/public"]);
    assert_eq!((ran.exit, ran.codes()), (1, vec!["O052"]), "{}", ran.text);
}
