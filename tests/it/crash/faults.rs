//! Requests to the system that fail, one after the other: a full disk, a broken one, a forbidden one.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Output;

use yuandi::output::{Interrupt, Swap};

use super::child::{BEGIN, Job, build};
use super::site::{self, heal, leftovers, standing};

/// Few, for every request of the build is tried.
pub(super) const N_FILES: usize = 6;

/// Requests that change what is on the disk.
pub(super) const CHANGING: [&str; 13] = [
    "open",
    "openat",
    "write",
    "linkat",
    "mkdirat",
    "mkdir",
    "unlinkat",
    "unlink",
    "rmdir",
    "renameat2",
    "rename",
    "syncfs",
    "fsync",
];

/// Requests that only look.
const LOOKING: [&str; 9] = ["readlink", "ftruncate", "lseek", "read", "getdents64", "statx", "newfstatat", "fstat", "flock"];

/// Which requests a build makes, so that each can be made to fail.
pub(super) struct Trace {
    counts: BTreeMap<String, Count>,
}

/// How often a request was made.
#[derive(Clone, Default)]
struct Count {
    /// By other threads: the test harness.
    elsewhere: usize,
    /// By the builder, before it began.
    before: usize,
    /// By the builder, building.
    building: usize,
}

impl Trace {
    /// Of a build of site B over site A.
    pub(super) fn new(way: Swap) -> Self {
        let room = site::room();
        old_site(room.path());
        let log = room.path().join("trace");
        let words = ["strace", "-f", "-qq", "-o", log.to_str().unwrap()].map(str::to_owned);
        let output = strace(room.path(), way, &words);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        let log = std::fs::read_to_string(log).unwrap();
        let begin = log.lines().find(|line| line.contains(BEGIN)).expect("the trace shows the beginning");
        let (builder, _) = begin.split_once(' ').unwrap();
        let mut counts: BTreeMap<String, Count> = BTreeMap::new();
        let mut has_begun = false;
        for line in log.lines() {
            let Some((thread, call)) = line.split_once(' ') else { continue };
            let Some((name, _)) = call.trim_start().split_once('(') else { continue };
            let count = counts.entry(name.to_owned()).or_default();
            match (thread == builder, has_begun) {
                (false, _) => count.elsewhere += 1,
                (true, false) => count.before += 1,
                (true, true) => count.building += 1,
            }
            has_begun |= line == begin;
        }
        Self { counts }
    }

    /// The numbers, as `strace` counts, of every time the build makes this request.
    pub(super) fn each(&self, request: &str) -> impl Iterator<Item = usize> + use<> {
        let Count { elsewhere, before, building } = self.counts.get(request).cloned().unwrap_or_default();
        // `strace` counts each thread by itself, and the same number must not be met by another one.
        assert!(building == 0 || before >= elsewhere, "`{request}`: {before} before the build, {elsewhere} elsewhere");
        before + 1..=before + building
    }
}

/// Puts site A where the tests work.
pub(super) fn old_site(room: &Path) {
    build(room, &site::site('A', N_FILES), Swap::Exchange, &Interrupt::never()).unwrap();
}

/// Builds site B in a child for which `strace` does `inject` to `request`; gives the exit code, `None` if it was killed.
pub(super) fn run(room: &Path, way: Swap, request: &str, inject: &str) -> Option<i32> {
    let (only, inject) = (format!("trace={request}"), format!("inject={request}:{inject}"));
    let mut words = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", &only, "-e", &inject].map(str::to_owned).to_vec();
    // Three times as fast, but signals do not come through.
    if !inject.contains("signal") {
        words.push("--seccomp-bpf".to_owned());
    }
    let output = strace(room, way, &words);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!said.contains("panicked") && !said.contains("strace: "), "{inject}: {said}");
    output.status.code()
}

fn strace(room: &Path, way: Swap, words: &[String]) -> Output {
    let job = Job { room: room.to_path_buf(), n: N_FILES, what: "B", way };
    job.command(words).output().expect("this test needs strace: apt-get install strace")
}

/// What must hold after a fault.
#[derive(Clone, Copy, PartialEq, Eq)]
enum After {
    /// Exit code 4, and nothing is left beside the output.
    StopsClean,
    /// The same, or success where the request is not needed. A staging folder may be left: removing it may be what fails.
    StopsOrDone,
}

/// Lets each request of a build fail, once or from then on; gives how many were tried.
fn try_all(requests: &[&str], error: &str, after: After) -> usize {
    let mut n_tried = 0;
    for way in [Swap::Exchange, Swap::TwoSteps] {
        let trace = Trace::new(way);
        for request in requests {
            for nth in trace.each(request) {
                for from_then_on in ["", "+"] {
                    try_one(request, &format!("error={error}:when={nth}{from_then_on}"), way, after);
                    n_tried += 1;
                }
            }
        }
    }
    n_tried
}

fn try_one(request: &str, inject: &str, way: Swap, after: After) {
    let room = site::room();
    old_site(room.path());
    let code = run(room.path(), way, request, inject);
    let told = format!("{request}:{inject} {way:?}: ended with {code:?}");
    assert!(code == Some(4) || code == Some(0) && after == After::StopsOrDone, "{told}");
    let stands = standing(room.path(), N_FILES);
    let is_right = match stands {
        Some(version) => (version == 'A') == (code == Some(4)),
        // The second of two renames failed, and so did taking the first one back.
        None => way == Swap::TwoSteps && inject.ends_with('+'),
    };
    assert!(is_right, "{told}, and there is {stands:?}");
    if after == After::StopsClean && stands.is_some() {
        assert_eq!(leftovers(room.path()), [""; 0], "{told}");
    }
    heal(room.path());
    assert!(standing(room.path(), N_FILES).is_some(), "{told}: no site after healing");
}

#[test]
fn a_full_disk_keeps_the_old_site() {
    assert!(try_all(&["write"], "ENOSPC", After::StopsClean) > 10);
    assert!(try_all(&["linkat", "mkdirat", "mkdir"], "ENOSPC", After::StopsClean) > 10);
}

#[test]
fn a_disk_that_fails_to_flush_keeps_the_old_site() {
    assert!(try_all(&["syncfs", "fsync"], "EIO", After::StopsClean) >= 8);
}

#[test]
fn a_failing_exchange_keeps_the_old_site() {
    for error in ["EIO", "ENOSPC", "EACCES", "EROFS"] {
        assert!(try_all(&["renameat2", "rename"], error, After::StopsClean) >= 4);
    }
}

#[test]
fn a_file_system_without_exchange_gets_the_new_site_in_two_steps() {
    let trace = Trace::new(Swap::Exchange);
    for error in ["EINVAL", "ENOSYS", "EOPNOTSUPP"] {
        for nth in trace.each("renameat2") {
            let room = site::room();
            old_site(room.path());
            let code = run(room.path(), Swap::Exchange, "renameat2", &format!("error={error}:when={nth}+"));
            assert_eq!(code, Some(0), "{error} {nth}");
            assert_eq!(standing(room.path(), N_FILES), Some('B'));
            assert_eq!(leftovers(room.path()), [""; 0]);
        }
    }
}

#[test]
fn a_file_system_without_second_names_gets_copies() {
    let trace = Trace::new(Swap::Exchange);
    for error in ["EPERM", "EOPNOTSUPP", "EMLINK"] {
        let first = trace.each("linkat").next().expect("the two sites share files");
        let room = site::room();
        old_site(room.path());
        let code = run(room.path(), Swap::Exchange, "linkat", &format!("error={error}:when={first}+"));
        assert_eq!(code, Some(0), "{error}");
        assert_eq!(standing(room.path(), N_FILES), Some('B'));
        assert_eq!(leftovers(room.path()), [""; 0]);
    }
}

#[test]
fn a_file_that_cannot_be_opened_keeps_a_whole_site() {
    for error in ["EMFILE", "EACCES", "EIO"] {
        assert!(try_all(&["open", "openat"], error, After::StopsOrDone) > 20);
    }
}

#[test]
fn a_disk_that_fails_to_remove_or_to_tell_keeps_a_whole_site() {
    assert!(try_all(&["unlinkat", "unlink", "rmdir"], "EIO", After::StopsOrDone) > 10);
    assert!(try_all(&LOOKING, "EIO", After::StopsOrDone) > 10);
}

#[test]
fn few_open_files_are_enough() {
    let room = site::room();
    old_site(room.path());
    let job = Job { room: room.path().to_path_buf(), n: N_FILES, what: "B", way: Swap::Exchange };
    let words = ["prlimit", "--nofile=24"].map(str::to_owned);
    let output = job.command(&words).output().expect("prlimit is part of util-linux");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(standing(room.path(), N_FILES), Some('B'));
}
