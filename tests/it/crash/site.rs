//! The two sites between which the tests go to and fro, and the look at what is on the disk.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use walkdir::WalkDir;
use yuandi::output::{Foreign, Interrupt, MANIFEST, StagingSink, Target, verify};

/// Path and content of every file.
pub(super) type Files = BTreeMap<String, String>;

/// Site `A` or `B` of about `n` files: a third differs, the rest is the same, and each has a folder that the other has not.
pub(super) fn site(version: char, n: usize) -> Files {
    let mut files = Files::new();
    for page in 0..n {
        let of = if page % 3 == 0 { version } else { '-' };
        files.insert(format!("news/{}/{page}.html", page % 10), format!("page {page} of {of}\n").repeat(20));
    }
    let other_case = version.to_ascii_lowercase();
    files.insert(format!("only-{other_case}/deep/index.html"), "x".to_owned());
    files
}

/// A folder for one test, on a disk in memory where there is one: kills do not lose what the system has taken.
pub(super) fn room() -> TempDir {
    let memory = Path::new("/dev/shm");
    let base = if memory.is_dir() { memory.to_path_buf() } else { std::env::temp_dir() };
    TempDir::new_in(base).expect("the test needs a folder to work in")
}

/// The output in a test's folder.
pub(super) fn out(room: &Path) -> PathBuf {
    room.join("public")
}

/// Which of the two sites stands, `None` if there is no output; panics if it is neither.
pub(super) fn standing(room: &Path, n: usize) -> Option<char> {
    if !out(room).exists() {
        return None;
    }
    let report = verify(&out(room));
    assert!(report.found.is_empty(), "the site does not fit its manifest: {:?}", report.value);
    let found = read(&out(room));
    let version = ['A', 'B'].into_iter().find(|version| found == site(*version, n));
    assert!(version.is_some(), "neither site: {:?}", found.keys());
    version
}

fn read(out: &Path) -> Files {
    let mut files = Files::new();
    for entry in WalkDir::new(out) {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(out).unwrap().to_str().unwrap();
        if entry.file_type().is_file() && path != MANIFEST {
            files.insert(path.to_owned(), fs::read_to_string(entry.path()).unwrap());
        }
    }
    files
}

/// What is beside the output.
pub(super) fn leftovers(room: &Path) -> Vec<String> {
    let names = fs::read_dir(room).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name != "public").collect()
}

/// Begins a build and gives it up: what dead runs left must be gone.
pub(super) fn heal(room: &Path) {
    let target = Target::judge(&room.join("site"), &out(room)).unwrap();
    drop(StagingSink::open(&target, Foreign::Refuse, Interrupt::never()).unwrap());
    assert_eq!(leftovers(room), [""; 0], "left after healing");
}
