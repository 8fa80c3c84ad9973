//! The commands `build` and `check`: the same road, once into a folder and once into a counter.

use std::path::Path;
use std::time::Instant;

use crate::build::{self, Memo, Options, SnapshotFault};
use crate::diag::{Diagnostic, Outcome, Severity};
use crate::media::Cache;
use crate::output::{Change, CountingSink, Fault, Foreign, Interrupt, ManifestParts, StagingSink, Target};
use crate::report::{self, Ending, Run};
use crate::source::{FileKind, Sources};

use super::args::{Args, BuildArgs, Deny};
use super::language::Say;
use super::{exit, progress, site};

/// What came of the road, before it is told.
struct Done {
    sources: Sources,
    found: Vec<Diagnostic>,
    built: build::Summary,
    n_files: usize,
    n_bytes: u64,
    ending: Ending,
}

/// Why there is nothing to tell but one finding.
enum Stopped {
    Usage(Diagnostic),
    Fault(Fault),
}

impl From<Fault> for Stopped {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// Reports everything, writes nothing.
pub(super) fn check(args: &Args, say: Say) -> u8 {
    run(args, say, |interrupt, sources, found| {
        let sink = CountingSink::new(interrupt);
        let built = road(args, say, sources, (&sink, Cache::read_only), found)?;
        Ok((built, sink.n_files() as usize, sink.n_bytes(), Ending::Checked))
    })
}

/// Builds the site.
pub(super) fn build(options: &BuildArgs, args: &Args, say: Say) -> u8 {
    run(args, say, |interrupt, sources, found| {
        let out = site::out(args, sources.root());
        let target = Target::judge(sources.root(), &out)?;
        let foreign = if options.adopt { Foreign::Adopt } else { Foreign::Refuse };
        let sink = StagingSink::open(&target, foreign, interrupt)?;
        sink.reserve(estimate(sources))?;
        let built = road(args, say, sources, (&sink, Cache::open), found)?;
        if is_refused(args, found) {
            return Ok((built, 0, 0, Ending::Refused));
        }
        let digest = hex(&sources.digest());
        let finished = sink.finish(ManifestParts { as_of: sources.as_of(), digest, previous: None })?;
        found.extend(finished.warnings());
        let ending = if finished.change == Change::Unchanged { Ending::Same } else { Ending::Written };
        Ok((built, finished.n_files, finished.n_bytes, ending))
    })
}

/// About how many bytes a site will have: a page for each text, and of pictures and attachments not more than there are.
fn estimate(sources: &Sources) -> u64 {
    /// A page of middle length with everything around its text.
    const N_BYTES_OF_PAGE: u64 = 20_000;
    let n_notes = sources.files().filter(|(_, file)| file.kind == FileKind::Note).count() as u64;
    let n_bytes: u64 = sources.files().filter(|(_, file)| file.kind == FileKind::Asset).map(|(_, file)| file.size).sum();
    n_notes * N_BYTES_OF_PAGE + n_bytes
}

/// What the road says, files, bytes, and what became of the old site.
type Counted = (build::Summary, usize, u64, Ending);

fn run(
    args: &Args,
    say: Say,
    work: impl FnOnce(Interrupt, &Sources, &mut Vec<Diagnostic>) -> Result<Counted, Stopped> + Send,
) -> u8 {
    let begun = Instant::now();
    match build::with_threads(args.jobs, || prepared(args, work)) {
        Ok(done) => tell(args, say, &done, begun),
        Err(Stopped::Usage(diagnostic)) => tell_one(args, say, &diagnostic, exit::USAGE),
        Err(Stopped::Fault(fault)) => {
            let code = fault.exit_code();
            tell_one(args, say, &fault.into_diagnostic(), code)
        }
    }
}

fn prepared(
    args: &Args,
    work: impl FnOnce(Interrupt, &Sources, &mut Vec<Diagnostic>) -> Result<Counted, Stopped>,
) -> Result<Done, Stopped> {
    let interrupt = Interrupt::on_signals().unwrap_or_else(|_| Interrupt::never());
    let root = site::root(args).map_err(Stopped::Usage)?;
    let as_of = site::as_of(args).map_err(Stopped::Usage)?;
    site::judge_base_url(args).map_err(Stopped::Usage)?;
    let snapshot: Result<Outcome<Sources>, SnapshotFault> = build::snapshot(&root, as_of);
    let mut found = Vec::new();
    let sources = snapshot.map_err(|fault| Stopped::Usage(fault.into_diagnostic(&root)))?.into_value(&mut found);
    let (built, n_files, n_bytes, ending) = work(interrupt, &sources, &mut found)?;
    Ok(Done { sources, found, built, n_files, n_bytes, ending })
}

fn road(
    args: &Args,
    say: Say,
    sources: &Sources,
    (sink, open_cache): (&dyn crate::output::Sink, fn(&Path) -> Cache),
    found: &mut Vec<Diagnostic>,
) -> Result<build::Summary, Stopped> {
    let cache = if args.no_cache { Cache::none() } else { open_cache(&site::cache_dir(sources.root())) };
    let mut memo = Memo::for_one_build(cache);
    let options = Options { model: site::model_options(args) };
    let progress = progress::of(args, say);
    let outcome = build::build(sources, &options, &mut memo, &*progress, sink)?;
    Ok(outcome.into_value(found))
}

fn is_refused(args: &Args, found: &[Diagnostic]) -> bool {
    found.iter().any(|diagnostic| diagnostic.severity == Severity::Error || args.deny == Some(Deny::Warnings))
}

fn tell(args: &Args, say: Say, done: &Done, begun: Instant) -> u8 {
    let summary = report::Summary {
        pages: done.built.n_pages,
        files: done.n_files,
        bytes: done.n_bytes,
        elapsed_ms: begun.elapsed().as_millis() as u64,
        ..report::Summary::of(&done.found)
    };
    let run =
        Run { sources: &done.sources, found: &done.found, summary, ending: done.ending, held_back: Some(&done.built.held_back) };
    if !args.quiet || !done.found.is_empty() {
        let _ = report::write(&mut std::io::stdout().lock(), &run, site::manner(args, say));
    }
    if is_refused(args, &done.found) { exit::CONTENT } else { exit::DONE }
}

/// Tells a finding that stopped the run before there was anything else to tell.
pub(super) fn tell_one(args: &Args, say: Say, diagnostic: &Diagnostic, code: u8) -> u8 {
    let sources = Sources::from_memory([], jiff::civil::Date::ZERO);
    let found = [diagnostic.clone()];
    let run =
        Run { sources: &sources, found: &found, summary: report::Summary::of(&found), ending: Ending::Refused, held_back: None };
    let _ = report::write(&mut std::io::stdout().lock(), &run, site::manner(args, say));
    code
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
