//! The command line: arguments to a command, and what came of it to words and an exit code.

mod agenda;
mod args;
mod build;
mod completions;
mod explain;
mod init;
mod language;
mod new;
mod progress;
mod rules;
mod self_check;
mod site;
mod verify;
mod waive;

use std::fs::File;
use std::io::Write;
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};

use self::args::{Args, Command};
use self::language::Say;

/// Exit codes that other programs rely on.
mod exit {
    /// Done.
    pub(super) const DONE: u8 = 0;
    /// Errors in the content; nothing was written.
    pub(super) const CONTENT: u8 = 1;
    /// Usage or configuration.
    pub(super) const USAGE: u8 = 2;
    /// Something that must not be published was found; nothing was written.
    pub(super) const GATE: u8 = 3;
    /// Disk, network or environment; a fault of our own is told with the same code, because 101 is promised never to come.
    pub(super) const MACHINE: u8 = 4;
}

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    let say = language::of_arguments(std::env::args_os());
    let command = args::localised(Args::command(), say);
    let args = match command.try_get_matches().and_then(|matches| Args::from_arg_matches(&matches)) {
        Ok(args) => args,
        Err(error) => {
            // Help and version are asked for, not faults.
            let code = if error.use_stderr() { exit::USAGE } else { exit::DONE };
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    let say = Say(args.lang.unwrap_or(say.0));
    ExitCode::from(run_guarded(&args, say))
}

/// A panic is our fault: it is told as such, with a file to send, and nothing that was there before is lost.
fn run_guarded(args: &Args, say: Say) -> u8 {
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let report = std::sync::Arc::new(std::sync::Mutex::new(String::new()));
    let kept = report.clone();
    panic::set_hook(Box::new(move |info| {
        if let Ok(mut text) = kept.lock() {
            text.push_str(&format!("yuandi {}\n{info}\n", env!("CARGO_PKG_VERSION")));
        }
    }));
    let result = panic::catch_unwind(AssertUnwindSafe(|| run(args, say)));
    panic::set_hook(hook);
    match result {
        Ok(code) => code,
        Err(_) => {
            let text = report.lock().map(|text| text.clone()).unwrap_or_default();
            let written = write_report(&crate::gate::redact(&text));
            say.error(
                "程序内部出错，这不是您的错；原来的网站没有改动",
                "an internal fault of the program, not yours; the site that was there is untouched",
            );
            if let Some(path) = written {
                say.error(
                    &format!("请把这个文件发给我们：{}", path.display()),
                    &format!("please send us this file: {}", path.display()),
                );
            } else {
                eprintln!("{text}");
            }
            exit::MACHINE
        }
    }
}

/// Writes a fault report into the folder for temporary files, which others may share: an existing file or link of that name is
/// never written to.
fn write_report(text: &str) -> Option<PathBuf> {
    let folder = std::env::temp_dir();
    for attempt in 0..10 {
        let path = folder.join(format!("yuandi-fault-{}-{attempt}.txt", std::process::id()));
        if let Ok(mut file) = File::options().write(true).create_new(true).open(&path) {
            return file.write_all(text.as_bytes()).ok().map(|()| path);
        }
    }
    None
}

fn run(args: &Args, say: Say) -> u8 {
    match &args.command {
        Command::Init(options) => init::run(options, args, say),
        Command::New(options) => new::run(options, args, say),
        Command::Check(options) => build::check(options, args, say),
        Command::Build(options) => build::build(options, args, say),
        Command::Verify(options) => verify::run(options, args, say),
        Command::Waive(options) => waive::run(options, args, say),
        Command::Agenda(options) => agenda::run(options, args, say),
        Command::Rules(options) => rules::run(options, args, say),
        Command::Explain(options) => explain::run(options, say),
        Command::Completions(options) => completions::run(options),
    }
}
