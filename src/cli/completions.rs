//! The command `completions`: a script for a shell.

use clap::CommandFactory;

use super::args::{Args, CompletionsArgs};
use super::exit;

/// Prints the script.
pub(super) fn run(options: &CompletionsArgs) -> u8 {
    clap_complete::generate(options.shell, &mut Args::command(), "yuandi", &mut std::io::stdout().lock());
    exit::DONE
}
