//! The law of the output: the same sources give the same bytes, whatever the machine, the moment and the way there.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

use super::site::{self, AS_OF, Files};

/// 2026-03-31 at four in the afternoon UTC, which is already April in Shanghai.
const ALREADY_APRIL: &str = "1774972800";

/// A folder with a copy of the site, and what the program makes of it.
struct Room {
    folder: TempDir,
    name: &'static str,
}

impl Room {
    fn new(name: &'static str) -> Self {
        let room = Self { folder: tempfile::tempdir().expect("a folder can be made"), name };
        site::write(&room.root(), &site::files("whole"));
        room
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join(self.name)
    }

    /// The command in an environment that says nothing.
    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_yuandi"));
        for name in ["TZ", "LANG", "LC_ALL", "LC_MESSAGES", "SOURCE_DATE_EPOCH", "RAYON_NUM_THREADS", "RUST_BACKTRACE"] {
            command.env_remove(name);
        }
        command.arg("build").arg("--quiet").arg("--root").arg(self.root());
        command
    }

    fn output(&self) -> Files {
        site::read(&self.root().join("public"))
    }

    /// Builds as a way asks for, with "today" given.
    fn build(&self, way: impl for<'a> FnOnce(&'a mut Command) -> &'a mut Command) -> Files {
        let mut command = self.command();
        command.args(["--as-of", AS_OF]);
        way(&mut command);
        command.assert().success();
        self.output()
    }
}

/// The output that all others are compared with.
fn reference() -> Files {
    let files = Room::new("site").build(|command| command);
    assert!(files.len() > 60 && files.contains_key("manifest.json"), "the whole site is built");
    files
}

#[track_caller]
fn assert_same(way: &str, one: &Files, other: &Files) {
    if let Some(difference) = site::differing_file(one, other) {
        panic!("{way}: {difference}");
    }
}

#[test]
fn neither_zone_nor_locale_nor_threads_are_seen() {
    let reference = reference();
    let ways: [(&str, &str); 7] = [
        ("TZ", "America/Los_Angeles"),
        ("TZ", "Pacific/Kiritimati"),
        ("LANG", "en_US.UTF-8"),
        ("LC_ALL", "zh_CN.GB18030"),
        ("LC_ALL", "C"),
        ("RAYON_NUM_THREADS", "3"),
        ("SOURCE_DATE_EPOCH", "1"),
    ];
    for (name, value) in ways {
        let files = Room::new("site").build(|command| command.env(name, value));
        assert_same(&format!("{name}={value}"), &reference, &files);
    }
    for n_jobs in ["1", "2", "7"] {
        let files = Room::new("site").build(|command| command.args(["--jobs", n_jobs]));
        assert_same(&format!("--jobs {n_jobs}"), &reference, &files);
    }
    for options in [["--lang", "en"], ["--format", "json"]] {
        let files = Room::new("site").build(|command| command.args(options));
        assert_same(&options.join(" "), &reference, &files);
    }
}

#[test]
fn neither_place_nor_order_on_disk_is_seen() {
    let reference = reference();
    assert_same("another name", &reference, &Room::new("党建 园地（副本）").build(|command| command));

    let room = Room::new("backwards");
    let files = site::files("whole");
    fs::remove_dir_all(room.root()).expect("the copy can be removed");
    site::write(&room.root(), files.iter().rev());
    assert_same("files made in the other order", &reference, &room.build(|command| command));

    let room = Room::new("inside");
    let inside = room.root().join("content/news");
    let files = room.build(|command| command.current_dir(&inside));
    assert_same("another working folder", &reference, &files);

    let room = Room::new("upward");
    let mut command = Command::new(env!("CARGO_BIN_EXE_yuandi"));
    command.args(["build", "--quiet", "--as-of", AS_OF]).current_dir(room.root().join("content/news"));
    command.assert().success();
    assert_same("the site found upward", &reference, &room.output());

    let room = Room::new("elsewhere");
    let out = room.folder.path().join("输出 folder");
    room.command().args(["--as-of", AS_OF]).arg("--out").arg(&out).assert().success();
    assert_same("another output folder", &reference, &site::read(&out));
}

#[test]
fn neither_cache_nor_an_earlier_output_is_seen() {
    let reference = reference();
    let room = Room::new("site");
    assert_same("without cache", &reference, &room.build(|command| command.arg("--no-cache")));
    assert_same("over the same output", &reference, &room.build(|command| command));
    assert_same("over the same output, with cache", &reference, &room.build(|command| command));

    let news = room.root().join("content/news/spring.md");
    let text = fs::read_to_string(&news).expect("the text is there");
    fs::write(&news, text.replace("玉兰", "海棠")).expect("the text can be written");
    fs::write(room.root().join("content/news/more.md"), "+++\ntitle = \"多一篇\"\ndate = 2026-03-03\n+++\n\n多。\n")
        .expect("likewise");
    let other = room.build(|command| command);
    assert!(site::differing_file(&reference, &other).is_some(), "another site is another output");
    fs::write(&news, text).expect("the text can be written");
    fs::remove_file(room.root().join("content/news/more.md")).expect("the text was there");
    assert_same("over the output of another site", &reference, &room.build(|command| command));

    damage_cache(&room.root().join(".yuandi/cache"));
    fs::remove_dir_all(room.root().join("public")).expect("the output can be removed");
    assert_same("with a damaged cache", &reference, &room.build(|command| command));
}

/// Changes the last byte of every entry.
fn damage_cache(cache: &Path) {
    let entries = site::read(cache);
    assert!(!entries.is_empty(), "the cache has entries");
    for (path, mut bytes) in entries {
        *bytes.last_mut().expect("an entry is not empty") ^= 1;
        fs::write(cache.join(path), bytes).expect("an entry can be written");
    }
}

#[test]
fn times_and_modes_of_files_are_not_seen() {
    let reference = reference();
    let room = Room::new("site");
    let long_ago = std::time::UNIX_EPOCH + std::time::Duration::from_secs(86_400);
    for path in site::files("whole").keys() {
        let file = fs::File::options().append(true).open(room.root().join(path)).expect("the file is there");
        file.set_modified(long_ago).expect("its time can be set");
    }
    assert_same("old files", &reference, &room.build(|command| command));
}

#[test]
fn today_is_the_date_in_the_zone_of_the_site() {
    let given: BTreeMap<&str, Files> = ["2026-03-31", "2026-04-01"].map(|day| (day, build_on(day))).into_iter().collect();
    assert!(site::differing_file(&given["2026-03-31"], &given["2026-04-01"]).is_some(), "the manifest names the day");
    for zone in ["UTC", "America/Los_Angeles", "Asia/Shanghai"] {
        let room = Room::new("site");
        let mut command = room.command();
        command.env("TZ", zone).env("SOURCE_DATE_EPOCH", ALREADY_APRIL).assert().success();
        assert_same(zone, &given["2026-04-01"], &room.output());
    }
    let room = Room::new("site");
    let settings = room.root().join("site.toml");
    let text = fs::read_to_string(&settings).expect("the settings are there");
    fs::write(&settings, text.replace("[site]\n", "[site]\ntimezone = \"UTC\"\n")).expect("they can be written");
    room.command().env("SOURCE_DATE_EPOCH", ALREADY_APRIL).assert().success();
    let manifest = String::from_utf8(room.output()["manifest.json"].clone()).expect("the manifest is text");
    assert!(manifest.contains("2026-03-31"), "{manifest}");
}

fn build_on(day: &str) -> Files {
    let room = Room::new("site");
    room.command().args(["--as-of", day]).assert().success();
    room.output()
}
