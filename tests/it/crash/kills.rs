//! Kills at instants that nobody chose, and at every request to the system that changes anything.

use std::process::Child;
use std::thread::sleep;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use yuandi::output::{Interrupt, Swap};

use super::child::{Job, build};
use super::faults::{self, Trace};
use super::site::{self, heal, leftovers, standing};

/// Enough that a build takes some milliseconds and the kills find it everywhere.
const N_FILES: usize = 300;
const N_KILLS: usize = 300;

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

#[test]
fn a_build_killed_at_any_instant_leaves_one_whole_site() {
    let room = site::room();
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    build(room.path(), &site::site('A', N_FILES), Swap::Exchange, &Interrupt::never()).unwrap();
    let job = Job { room: room.path().to_path_buf(), n: N_FILES, what: "loop", way: Swap::Exchange };
    let (mut n_staging, mut seen) = (0, [0, 0]);
    for kill in 0..N_KILLS {
        let mut child = job.command(&[]).spawn().unwrap();
        sleep(Duration::from_micros(dice.below(60_000)));
        child.kill().unwrap();
        child.wait().unwrap();
        let version = standing(room.path(), N_FILES).unwrap_or_else(|| panic!("no site after kill {kill}"));
        seen[usize::from(version == 'B')] += 1;
        n_staging += usize::from(leftovers(room.path()).iter().any(|name| name.contains("staging")));
        // Every second time the next child has to live with what it finds, as a next run would.
        if kill % 2 == 0 {
            heal(room.path());
            assert_eq!(standing(room.path(), N_FILES), Some(version), "healing changed the site");
        }
    }
    println!("{n_staging} of {N_KILLS} kills left a staging folder; site A stood {} times, site B {} times", seen[0], seen[1]);
    assert!(n_staging > N_KILLS / 10 && seen[0] > 0 && seen[1] > 0, "the kills missed the builds");
    heal(room.path());
}

#[test]
fn a_build_killed_at_any_request_leaves_one_whole_site() {
    for way in [Swap::Exchange, Swap::TwoSteps] {
        let mut n_kills = 0;
        let trace = Trace::new(way);
        for request in faults::CHANGING {
            for nth in trace.each(request) {
                let room = site::room();
                faults::old_site(room.path());
                let inject = format!("signal=SIGKILL:when={nth}");
                assert_eq!(faults::run(room.path(), way, request, &inject), None, "{request}:{inject} did not kill");
                let before = standing(room.path(), faults::N_FILES);
                assert!(before.is_some() || way == Swap::TwoSteps, "{request}:{inject}: no site");
                heal(room.path());
                let after = standing(room.path(), faults::N_FILES).unwrap_or_else(|| panic!("{request}:{inject}: no site"));
                assert!(before.is_none_or(|before| before == after), "{request}:{inject}: healing changed the site");
                n_kills += 1;
            }
        }
        println!("{way:?}: {n_kills} kills, one before each request that changes something");
        assert!(n_kills > 30);
    }
}

#[test]
fn ctrl_c_stops_a_build_within_a_second() {
    for signal in [Signal::INT, Signal::TERM] {
        let room = site::room();
        build(room.path(), &site::site('A', 9), Swap::Exchange, &Interrupt::never()).unwrap();
        let job = Job { room: room.path().to_path_buf(), n: 9, what: "endless", way: Swap::Exchange };
        let mut child = job.command(&[]).spawn().unwrap();
        wait_for_staging(room.path());
        sleep(Duration::from_millis(300));
        let asked = Instant::now();
        kill_process(Pid::from_child(&child), signal).unwrap();
        assert_eq!(exit_code(&mut child), Some(4));
        assert!(asked.elapsed() < Duration::from_secs(1), "took {:?}", asked.elapsed());
        assert_eq!(leftovers(room.path()), [""; 0]);
        assert_eq!(standing(room.path(), 9), Some('A'));
    }
}

fn wait_for_staging(room: &std::path::Path) {
    let begin = Instant::now();
    while leftovers(room).len() < 2 {
        assert!(begin.elapsed() < Duration::from_secs(20), "the child does not begin");
        sleep(Duration::from_millis(5));
    }
}

fn exit_code(child: &mut Child) -> Option<i32> {
    child.wait().unwrap().code()
}
