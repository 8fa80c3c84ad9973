//! The command `verify`: a built site against its manifest.

use crate::output::verify;
use crate::report::{self, Ending, Run};
use crate::source::Sources;

use super::args::{Args, VerifyArgs};
use super::language::Say;
use super::{exit, site};

/// Names the files that differ.
pub(super) fn run(options: &VerifyArgs, args: &Args, say: Say) -> u8 {
    let mut found = Vec::new();
    let report = verify(&options.dir).into_value(&mut found);
    let sources = Sources::from_memory([], jiff::civil::Date::ZERO);
    let summary = report::Summary { files: report.n_files, ..report::Summary::of(&found) };
    let run = Run { sources: &sources, found: &found, summary, ending: Ending::Checked, held_back: None, gate: None };
    if !args.quiet || !found.is_empty() {
        let _ = report::write(&mut std::io::stdout().lock(), &run, site::manner(args, say));
    }
    if found.is_empty() { exit::DONE } else { exit::CONTENT }
}
