//! The commands `build` and `check`: the same road, once into a folder and once into a counter.

use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::build::{self, Doubt, Memo, Options, SelfCheck, SnapshotFault};
use crate::diag::{Diagnostic, FileId, Outcome, Severity};
use crate::gate::WAIVERS_PATH;
use crate::media::Cache;
use crate::output::{Change, CountingSink, Fault, Foreign, Interrupt, ManifestParts, StagingSink, Target};
use crate::privacy::PERSON_KEY_PATH;
use crate::report::{self, Ending, Run};
use crate::source::{FileKind, Sources};

use super::args::{Args, BuildArgs, CheckArgs, Deny};
use super::language::Say;
use super::{exit, progress, self_check, site};

/// What came of the road, before it is told.
struct Done {
    sources: Sources,
    found: Vec<Diagnostic>,
    counted: Counted,
}

/// Figures of a run, and what became of the old site.
struct Counted {
    summary: build::Summary,
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
pub(super) fn check(options: &CheckArgs, args: &Args, say: Say) -> u8 {
    run((args, options.self_check.as_deref()), say, |interrupt, sources, found| {
        let sink = CountingSink::new(interrupt);
        let wanted = wanted(options.self_check.as_deref());
        let summary = road(args, say, sources, (&sink, Cache::read_only, wanted), found)?;
        Ok(Counted { summary, n_files: sink.n_files() as usize, n_bytes: sink.n_bytes(), ending: Ending::Checked })
    })
}

/// Builds the site.
pub(super) fn build(options: &BuildArgs, args: &Args, say: Say) -> u8 {
    run((args, options.self_check.as_deref()), say, |interrupt, sources, found| {
        let out = site::out(args, sources.root());
        let target = Target::judge(sources.root(), &out)?;
        let foreign = if options.adopt { Foreign::Adopt } else { Foreign::Refuse };
        let sink = StagingSink::open(&target, foreign, interrupt)?;
        sink.reserve(estimate(sources))?;
        let summary = road(args, say, sources, (&sink, Cache::open, wanted(options.self_check.as_deref())), found)?;
        if code_of(args, found) != exit::DONE {
            return Ok(Counted { summary, n_files: 0, n_bytes: 0, ending: Ending::Refused });
        }
        let digest = hex(&sources.digest());
        let finished = sink.finish(ManifestParts { as_of: sources.as_of(), digest, previous: None })?;
        found.extend(finished.warnings());
        let ending = if finished.change == Change::Unchanged { Ending::Same } else { Ending::Written };
        Ok(Counted { summary, n_files: finished.n_files, n_bytes: finished.n_bytes, ending })
    })
}

fn wanted(file: Option<&Path>) -> SelfCheck {
    if file.is_some() { SelfCheck::Wanted } else { SelfCheck::Unasked }
}

/// About how many bytes a site will have: a page for each text, and of pictures and attachments not more than there are.
fn estimate(sources: &Sources) -> u64 {
    /// A page of middle length with everything around its text.
    const N_BYTES_OF_PAGE: u64 = 20_000;
    let n_notes = sources.files().filter(|(_, file)| file.kind == FileKind::Note).count() as u64;
    let n_bytes: u64 = sources.files().filter(|(_, file)| file.kind == FileKind::Asset).map(|(_, file)| file.size).sum();
    n_notes * N_BYTES_OF_PAGE + n_bytes
}

fn run(
    (args, file): (&Args, Option<&Path>),
    say: Say,
    work: impl FnOnce(Interrupt, &Sources, &mut Vec<Diagnostic>) -> Result<Counted, Stopped> + Send,
) -> u8 {
    let begun = Instant::now();
    // A file that cannot be written is said before the work is done, not after.
    let file = match file.map(|file| judged(file, args)).transpose() {
        Ok(file) => file,
        Err(diagnostic) => return tell_one(args, say, &diagnostic, exit::USAGE),
    };
    match build::with_threads(args.jobs, || prepared(args, work)) {
        Ok(done) => tell((args, file.as_deref()), say, &done, begun),
        Err(stopped) => tell_stopped(args, say, stopped),
    }
}

fn judged(file: &Path, args: &Args) -> Result<PathBuf, Diagnostic> {
    let root = site::root(args)?;
    self_check::judge(file, &root, &site::out(args, &root))
}

fn tell_stopped(args: &Args, say: Say, stopped: Stopped) -> u8 {
    match stopped {
        Stopped::Usage(diagnostic) => tell_one(args, say, &diagnostic, exit::USAGE),
        Stopped::Fault(fault) => {
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
    let counted = work(interrupt, &sources, &mut found)?;
    Ok(Done { sources, found, counted })
}

fn road(
    args: &Args,
    say: Say,
    sources: &Sources,
    (sink, open_cache, self_check): (&dyn crate::output::Sink, fn(&Path) -> Cache, SelfCheck),
    found: &mut Vec<Diagnostic>,
) -> Result<build::Summary, Stopped> {
    let cache = if args.no_cache { Cache::none() } else { open_cache(&site::cache_dir(sources.root())) };
    let mut memo = Memo::for_one_build(cache);
    let options = Options { model: site::model_options(args), self_check };
    let progress = progress::of(args, say);
    let outcome = build::build(sources, &options, &mut memo, &*progress, sink)?;
    Ok(outcome.into_value(found))
}

fn tell((args, file): (&Args, Option<&Path>), say: Say, done: &Done, begun: Instant) -> u8 {
    let summary = report::Summary {
        pages: done.counted.summary.n_pages,
        files: done.counted.n_files,
        bytes: done.counted.n_bytes,
        elapsed_ms: begun.elapsed().as_millis() as u64,
        ..report::Summary::of(&done.found)
    };
    let held_back = Some(&done.counted.summary.held_back);
    let run = Run {
        sources: &done.sources,
        found: &done.found,
        summary,
        ending: done.counted.ending,
        held_back,
        gate: Some(done.counted.summary.gate),
    };
    if !args.quiet || !done.found.is_empty() {
        let _ = report::write(&mut std::io::stdout().lock(), &run, site::manner(args, say));
    }
    if let (Some(file), Some(survey)) = (file, &done.counted.summary.survey)
        && let Err(diagnostic) = self_check::write(file, &report::self_check(&run, survey))
    {
        return tell_one(args, say, &diagnostic, exit::MACHINE);
    }
    code_of(args, &done.found)
}

/// Content errors win over the gate: they may hide what it would have found.
fn code_of(args: &Args, found: &[Diagnostic]) -> u8 {
    let is_error = |diagnostic: &&Diagnostic| diagnostic.severity == Severity::Error || args.deny == Some(Deny::Warnings);
    let errors: Vec<&Diagnostic> = found.iter().filter(is_error).collect();
    if errors.is_empty() {
        return exit::DONE;
    }
    let is_of_gate = |diagnostic: &&Diagnostic| diagnostic.code.id.starts_with("G1");
    if errors.iter().all(is_of_gate) { exit::GATE } else { exit::CONTENT }
}

/// A site that was looked at, as `check` does it.
pub(super) struct Looked {
    /// Everything that was found.
    pub(super) found: Vec<Diagnostic>,
    /// What the gate found.
    pub(super) doubts: Vec<Doubt>,
    /// "Today".
    pub(super) as_of: jiff::civil::Date,
    /// The file of waivers, if there is one.
    pub(super) waivers: Option<FileId>,
    /// Whether there is a key for codes.
    pub(super) has_key: bool,
}

/// Runs the whole road and writes nothing; what stops it has been told when there is only an exit code.
pub(super) fn look(args: &Args, say: Say) -> Result<Looked, u8> {
    let done = build::with_threads(args.jobs, || {
        prepared(args, |interrupt, sources, found| {
            let sink = CountingSink::new(interrupt);
            let summary = road(args, say, sources, (&sink, Cache::read_only, SelfCheck::Unasked), found)?;
            Ok(Counted { summary, n_files: 0, n_bytes: 0, ending: Ending::Checked })
        })
    });
    match done {
        Ok(done) => Ok(Looked {
            as_of: done.sources.as_of(),
            waivers: done.sources.find(WAIVERS_PATH),
            has_key: done.sources.find(PERSON_KEY_PATH).is_some(),
            found: done.found,
            doubts: done.counted.summary.doubts,
        }),
        Err(stopped) => Err(tell_stopped(args, say, stopped)),
    }
}

/// Tells a finding that stopped the run before there was anything else to tell.
pub(super) fn tell_one(args: &Args, say: Say, diagnostic: &Diagnostic, code: u8) -> u8 {
    let sources = Sources::from_memory([], jiff::civil::Date::ZERO);
    let found = [diagnostic.clone()];
    let run = Run {
        sources: &sources,
        found: &found,
        summary: report::Summary::of(&found),
        ending: Ending::Refused,
        held_back: None,
        gate: None,
    };
    let _ = report::write(&mut std::io::stdout().lock(), &run, site::manner(args, say));
    code
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
