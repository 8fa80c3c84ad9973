//! The real program on a real folder: what was typed to what came of it.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use super::site::{self, AS_OF, Files};

/// A folder with a site in it, and the program to be run there.
pub(super) struct Room(TempDir);

impl Room {
    pub(super) fn empty() -> Self {
        Self(tempfile::tempdir().expect("a folder can be made"))
    }

    pub(super) fn with(name: &str) -> Self {
        let room = Self::empty();
        site::write(&room.root(), &site::files(name));
        room
    }

    pub(super) fn root(&self) -> PathBuf {
        self.0.path().join("site")
    }

    pub(super) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_yuandi"));
        for name in ["LANG", "LC_ALL", "LC_MESSAGES", "SOURCE_DATE_EPOCH"] {
            command.env_remove(name);
        }
        command.args(arguments).current_dir(self.0.path()).stdin(Stdio::null());
        command
    }

    pub(super) fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(&self.command(arguments).output().expect("the program runs"))
    }

    /// Runs a command on the site, with "today" given.
    pub(super) fn on_site(&self, arguments: &[&str]) -> Ran {
        self.run(&[arguments, &["--root", "site", "--as-of", AS_OF]].concat())
    }

    pub(super) fn edit(&self, path: &str, change: impl FnOnce(&str) -> String) {
        let path = self.root().join(path);
        let text = fs::read_to_string(&path).expect("the file is there");
        fs::write(path, change(&text)).expect("the file can be written");
    }

    pub(super) fn note(&self, path: &str, text: &str) {
        site::write(&self.root(), &Files::from([(path.to_owned(), text.as_bytes().to_vec())]));
    }
}

/// What a run gave.
pub(super) struct Ran {
    pub(super) exit: i32,
    pub(super) out: String,
    pub(super) err: String,
}

impl Ran {
    pub(super) fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("the program writes UTF-8");
        Self { exit: output.status.code().unwrap_or(-1), out: text(&output.stdout), err: text(&output.stderr) }
    }

    #[track_caller]
    pub(super) fn ends(self, exit: i32) -> Self {
        assert_eq!(self.exit, exit, "out: {}\nerr: {}", self.out, self.err);
        self
    }

    /// All lines of standard output as JSON: the findings, then the summary.
    #[track_caller]
    pub(super) fn json(&self) -> (Vec<Value>, Value) {
        let parsed = self.out.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|fault| panic!("{fault}: {line}")));
        let mut lines: Vec<Value> = parsed.collect();
        let last = lines.pop().expect("there is a summary");
        assert!(last["summary"].is_object(), "the summary comes last: {last}");
        (lines, last["summary"].clone())
    }

    #[track_caller]
    pub(super) fn codes(&self) -> Vec<String> {
        self.json().0.iter().map(|finding| finding["code"].as_str().expect("a finding has a code").to_owned()).collect()
    }
}
