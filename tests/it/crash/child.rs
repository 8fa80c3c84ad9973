//! The program that is killed: builds what the environment says.

use std::fs::File;
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use jiff::civil::date;
use rustix::fs::{Mode, OFlags};
use yuandi::output::{Fault, Finished, Foreign, Interrupt, ManifestParts, Sink, StagingSink, Swap, Target};
use yuandi::plan::{Artifact, OutPath};

use super::site::{Files, out, site};

/// What the child does.
#[derive(Clone, Debug)]
pub(super) struct Job {
    /// The test's folder.
    pub(super) room: PathBuf,
    /// Number of files of a site.
    pub(super) n: usize,
    /// `A`, `B`, `loop` (B and A in turn, until killed) or `endless` (one build that never ends by itself).
    pub(super) what: &'static str,
    /// How the folders change places.
    pub(super) way: Swap,
}

const ROOM: &str = "YUANDI_TEST_ROOM";
const WHAT: &str = "YUANDI_TEST_WHAT";

/// A file that does not exist. The child asks for it before it begins, which shows in a trace.
pub(super) const BEGIN: &str = "/yuandi-test-begins";

impl Job {
    /// This program as a command that does the job; `before` is put in front (`strace …`).
    pub(super) fn command(&self, before: &[String]) -> Command {
        let this = std::env::current_exe().unwrap();
        let words: Vec<String> = before.iter().cloned().chain([this.to_str().unwrap().to_owned()]).collect();
        let mut command = Command::new(&words[0]);
        command.args(&words[1..]).args(["--exact", "crash::child::child", "--nocapture", "--test-threads=1"]);
        let way = if self.way == Swap::Exchange { "exchange" } else { "steps" };
        command.env(ROOM, &self.room).env(WHAT, format!("{} {} {way}", self.what, self.n));
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        command
    }
}

#[test]
fn child() {
    let Some(room) = std::env::var_os(ROOM) else { return };
    let asked = std::env::var(WHAT).unwrap();
    let words: Vec<&str> = asked.split(' ').collect();
    let (what, n, way) = (words[0], words[1].parse().unwrap(), words[2]);
    let way = if way == "exchange" { Swap::Exchange } else { Swap::TwoSteps };
    let interrupt = Interrupt::on_signals().unwrap();
    make_requests();
    let _ = std::fs::metadata(BEGIN);
    let done = match what {
        "loop" => (0..).try_for_each(|turn| build(Path::new(&room), &site(['B', 'A'][turn % 2], n), way, &interrupt).map(drop)),
        "endless" => endless(Path::new(&room), &interrupt),
        version => build(Path::new(&room), &site(version.chars().next().unwrap(), n), way, &interrupt).map(drop),
    };
    // Not a return: the test harness would go on to write to its output, where requests may still fail.
    std::process::exit(done.map_or_else(|fault| i32::from(fault.exit_code()), |()| 0));
}

/// Makes every kind of request more often than the test harness does at its start. `strace` counts each thread by itself, so
/// that a number which the build reaches must be one that no other thread has.
fn make_requests() {
    let scratch = tempfile::TempDir::new().unwrap();
    for _ in 0..150 {
        let mut null = File::options().read(true).write(true).open("/dev/null").unwrap();
        null.write_all(b"x").and_then(|()| null.read(&mut [0])).unwrap();
        let _ = (null.rewind(), null.metadata(), null.try_lock(), rustix::fs::fstat(&null));
        let _ = (rustix::fs::stat("/dev/null"), rustix::fs::open("/dev/null", OFlags::RDONLY, Mode::empty()));
        let _ = (std::fs::read_link("/dev/null"), std::fs::read_dir(scratch.path()).unwrap().count());
    }
}

/// Builds a site.
pub(super) fn build(room: &Path, files: &Files, way: Swap, interrupt: &Interrupt) -> Result<Finished, Fault> {
    let target = Target::judge(&room.join("site"), &out(room))?;
    let sink = StagingSink::open(&target, Foreign::Refuse, interrupt.clone())?.swapping(way);
    for (path, text) in files {
        sink.put(Artifact { path: OutPath::for_test(path), bytes: text.as_bytes().into() })?;
    }
    sink.finish(ManifestParts { as_of: date(2026, 3, 15), digest: "d".to_owned(), previous: None })
}

fn endless(room: &Path, interrupt: &Interrupt) -> Result<(), Fault> {
    let target = Target::judge(&room.join("site"), &out(room))?;
    let sink = StagingSink::open(&target, Foreign::Refuse, interrupt.clone())?;
    for page in 0_u64.. {
        let path = format!("news/{}/{page}.html", page % 500);
        sink.put(Artifact { path: OutPath::for_test(&path), bytes: path.repeat(100).into_bytes().into() })?;
    }
    Ok(())
}
