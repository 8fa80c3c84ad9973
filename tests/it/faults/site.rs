//! A good site in a folder of its own, the harm done to it, and what the program makes of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

const SITE: &str = "[site]\ntitle = \"测试园地\"\norg = \"测试学院党总支\"\nbase_url = \"https://test.example/\"\n\n\
                    [footer]\nicp = \"示例备案\"\nsponsor = \"测试学院党总支\"\n";

/// A folder's files by path, with the hash of their content.
pub(crate) type Hashes = BTreeMap<String, [u8; 32]>;

/// A site on disk.
pub(crate) struct Site {
    folder: TempDir,
}

/// What a run of the program gave.
pub(crate) struct Ran {
    /// The exit code.
    pub(crate) exit: i32,
    /// All findings as JSON, in order.
    pub(crate) findings: Vec<Value>,
    /// Standard output and standard error, for messages of tests.
    pub(crate) text: String,
}

impl Site {
    /// A site with one piece of news, and its output.
    pub(crate) fn built() -> Self {
        let site = Self::bare();
        site.note("content/news/first.md", "第一条", "正文");
        let ran = site.build();
        assert_eq!((ran.exit, ran.codes()), (0, vec![]), "{}", ran.text);
        site
    }

    /// A site with settings only, not built.
    pub(crate) fn bare() -> Self {
        let site = Self { folder: TempDir::new().expect("a folder can be made") };
        fs::create_dir(site.root()).expect("a folder can be made");
        site.write("site.toml", SITE);
        site
    }

    /// The folder that holds the site's folder.
    pub(crate) fn around(&self) -> &Path {
        self.folder.path()
    }

    /// The site's folder.
    pub(crate) fn root(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// Writes a file of the sources.
    pub(crate) fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder can be made");
        fs::write(path, content).expect("a file can be written");
    }

    /// Writes a text with title and date.
    pub(crate) fn note(&self, path: &str, title: &str, body: &str) {
        self.write(path, format!("+++\ntitle = \"{title}\"\ndate = 2026-03-01\n+++\n\n{body}\n"));
    }

    /// Adds settings to `site.toml`.
    pub(crate) fn set(&self, settings: &str) {
        self.write("site.toml", format!("{SITE}\n{settings}\n"));
    }

    /// Runs `yuandi build`.
    pub(crate) fn build(&self) -> Ran {
        self.run(&["build"])
    }

    /// Runs the program with arguments behind those that every run has.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, &[])
    }

    /// Runs the program with variables of the environment.
    pub(crate) fn run_with(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Ran {
        let root = self.root();
        let mut command = Command::new(env!("CARGO_BIN_EXE_yuandi"));
        command.args(arguments).args(["--format", "json", "--lang", "zh"]);
        if !arguments.contains(&"--as-of") && arguments[0] != "verify" {
            command.args(["--as-of", "2026-03-31"]);
        }
        if arguments[0] != "verify" {
            command.arg("--root").arg(&root);
        }
        let output = command
            .current_dir(self.around())
            .env("HOME", "/nonexistent")
            .envs(variables.iter().copied())
            .output()
            .expect("the program runs");
        Ran::of(&output)
    }

    /// Runs the program and demands that nothing changed: neither the sources nor the old site.
    pub(crate) fn refused(&self, exit: i32, codes: &[&str]) -> Ran {
        let before = (self.sources(), self.output());
        let ran = self.build();
        assert_eq!((ran.exit, ran.codes()), (exit, codes.to_vec()), "{}", ran.text);
        assert_eq!(self.sources(), before.0, "the sources have changed");
        assert_eq!(self.output(), before.1, "the old site has changed");
        ran
    }

    /// Runs the program and demands that the site is built, with these warnings, and the sources are as they were.
    pub(crate) fn accepted(&self, codes: &[&str]) -> Ran {
        let before = self.sources();
        let ran = self.build();
        assert_eq!((ran.exit, ran.codes()), (0, codes.to_vec()), "{}", ran.text);
        assert_eq!(self.sources(), before, "the sources have changed");
        ran
    }

    /// A text file of the output.
    pub(crate) fn page(&self, path: &str) -> String {
        fs::read_to_string(self.root().join("public").join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// The hashes of the sources.
    pub(crate) fn sources(&self) -> Hashes {
        let mut hashes = hashes(&self.root());
        hashes.retain(|path, _| !path.starts_with("public/") && !path.starts_with(".yuandi/") && !path.starts_with(".public."));
        hashes
    }

    /// The hashes of the output.
    pub(crate) fn output(&self) -> Hashes {
        hashes(&self.root().join("public"))
    }
}

impl Ran {
    fn of(output: &Output) -> Self {
        let text = String::from_utf8_lossy(&output.stdout);
        let objects = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        let findings = objects.filter(|object| !object["code"].is_null()).collect();
        let text = format!("{text}{}", String::from_utf8_lossy(&output.stderr));
        Self { exit: output.status.code().unwrap_or(-1), findings, text }
    }

    /// The codes in their order.
    pub(crate) fn codes(&self) -> Vec<&str> {
        self.findings.iter().map(|finding| finding["code"].as_str().unwrap_or_default()).collect()
    }

    /// Where a finding stands: `content/news/a.md:3:1`, `data/a.csv B7`, or the file alone.
    pub(crate) fn place(&self, idx: usize) -> String {
        let finding = &self.findings[idx];
        let file = finding["file"].as_str().unwrap_or("-");
        match (finding["cell"].as_str(), finding["line"].as_u64(), finding["column"].as_u64()) {
            (Some(cell), _, _) => format!("{file} {cell}"),
            (None, Some(line), Some(column)) => format!("{file}:{line}:{column}"),
            _ => file.to_owned(),
        }
    }

    /// The Chinese message of a finding.
    pub(crate) fn message(&self, idx: usize) -> &str {
        self.findings[idx]["message"]["zh"].as_str().unwrap_or_default()
    }

    /// The Chinese help of a finding.
    pub(crate) fn help(&self, idx: usize) -> &str {
        self.findings[idx]["help"]["zh"].as_str().unwrap_or_default()
    }
}

/// The files below a folder. Links are not followed, but where they lead is a part of the hash.
pub(crate) fn hashes(folder: &Path) -> Hashes {
    let mut hashes = Hashes::new();
    collect(folder, folder, &mut hashes);
    hashes
}

fn collect(base: &Path, folder: &Path, hashes: &mut Hashes) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let entry = entry.expect("an entry can be read");
        let path = entry.path();
        let kind = entry.file_type().expect("an entry has a type");
        let name = path.strip_prefix(base).expect("it is below").to_string_lossy().into_owned();
        if kind.is_symlink() {
            let target = fs::read_link(&path).expect("a link leads somewhere");
            hashes.insert(name, *blake3::hash(target.as_os_str().as_encoded_bytes()).as_bytes());
        } else if kind.is_dir() {
            collect(base, &path, hashes);
        } else {
            hashes.insert(name, *blake3::hash(&fs::read(&path).expect("a file can be read")).as_bytes());
        }
    }
}
