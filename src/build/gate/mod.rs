//! A sink that reads every file once more, as it would be written, before it passes it on.
//!
//! A file with something that must not be published never reaches the sink behind. What was clean under the same policy is known
//! by its digest and not read again. Where a hit came from is looked for only when there is one.

mod answers;
mod clean;
mod tell;
mod trace;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Mutex;

use hashbrown::HashMap;

use crate::diag::{Diagnostic, FileId, Severity};
use crate::gate::{Gate, Hit, HitKind, Inside, Policy, Secret, Subject, Tier, Unreadable};
use crate::model::{Ask, Model};
use crate::output::{CopiedFile, Fault, KnownFile, Sink};
use crate::plan::{Artifact, PageNaming, Plan};
use crate::privacy::Published;
use crate::source::{Hash, Sources};

use self::answers::Answers;
use self::clean::Clean;
use super::Memo;

pub use self::tell::Doubt;

/// In bytes: larger files are not read, and somebody has to look at them.
const N_BYTES_MAX: u64 = 100 << 20;

/// What the gate did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GateCount {
    /// Files that were read.
    pub n_read: usize,
    /// Files that were known to be clean.
    pub n_known: usize,
    /// Things that were held back.
    pub n_stopped: usize,
    /// Things that somebody had looked at.
    pub n_answered: usize,
}

/// Reads what goes to `sink`.
pub(super) struct Guard<'a> {
    sink: &'a dyn Sink,
    sources: &'a Sources,
    gate: Gate,
    answers: Answers,
    clean: Clean<'a>,
    /// By path in the output; what is not here is made of several sources.
    files: HashMap<&'a str, FileOf<'a>>,
    shared: PageNaming<'a>,
    /// What becomes of a doubt that nobody answered.
    doubt: Severity,
    /// What the school calls its own patterns.
    patterns: Vec<String>,
    caught: Mutex<Caught>,
}

/// What is known of a file of the output.
#[derive(Clone, Debug)]
struct FileOf<'a> {
    naming: PageNaming<'a>,
    /// The name that the author gave it, where that can be seen.
    name: Option<String>,
    /// Whether the file is a source, copied or made smaller.
    is_source: bool,
}

/// Everything that was found, the same thing of the same source once.
#[derive(Debug, Default)]
struct Caught {
    count: GateCount,
    things: BTreeMap<Thing, Seen>,
}

/// What must not be published, and where it came from as far as the output tells.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Thing {
    kind: HitKind,
    secret: Secret,
    source: Option<FileId>,
    /// Where inside an attachment; of other files the output's lines say nothing to an author.
    inside: Option<Inside>,
}

#[derive(Clone, Debug)]
struct Seen {
    tier: Tier,
    /// The first file of the output that has it.
    path: String,
}

impl<'a> Guard<'a> {
    /// A guard before `sink`.
    ///
    /// - Codes: those of waivers.
    pub(super) fn new(
        sources: &'a Sources,
        plan: &'a Plan<'_>,
        (model, published): (&Model, &Published<'_>),
        memo: &'a Memo,
        sink: &'a dyn Sink,
        found: &mut Vec<Diagnostic>,
    ) -> Self {
        let policy = Policy::of(&published.watched());
        let gate = Gate::new(&policy);
        let answers = Answers::of_site(sources, &gate, &published.key, found);
        let clean = Clean::of_memo(memo, &policy.digest());
        let doubt = match model.site.privacy.ask {
            Ask::Stop => Severity::Error,
            Ask::Warn => Severity::Warning,
        };
        let patterns = policy.patterns.iter().map(|pattern| pattern.title.clone()).collect();
        let (files, shared) = (files_of(sources, plan), plan.naming_of_shared());
        Self { sink, sources, gate, answers, clean, files, shared, doubt, patterns, caught: Mutex::default() }
    }

    /// What was found, told with its places in the sources.
    ///
    /// - Codes: G101–G128, G201.
    pub(super) fn judge(self, model: &Model, found: &mut Vec<Diagnostic>) -> (GateCount, Vec<Doubt>) {
        let caught = self.caught.into_inner().expect("no thread panics while it holds this lock");
        self.clean.keep();
        found.extend(self.answers.ended());
        let from = tell::From { sources: self.sources, gate: &self.gate, registers: trace::registers(model) };
        let doubts = tell::tell(&from, &self.answers, &caught.things, (self.doubt, &self.patterns));
        found.extend(doubts.iter().map(|doubt| doubt.diagnostic.clone()));
        (caught.count, doubts)
    }

    /// Reads a file; whether it may pass.
    fn lets_pass<'b>(&self, path: &str, hash: Hash, bytes: impl FnOnce() -> Bytes<'b>) -> bool {
        let file = self.files.get(path);
        let naming = file.map_or(&self.shared, |file| &file.naming);
        let key = self.key_of(path, &hash);
        if self.clean.knows(&key) {
            self.lock().count.n_known += 1;
            return true;
        }
        let hits = self.hits(path, file, naming, bytes());
        if hits.is_empty() {
            self.clean.note(key);
            self.lock().count.n_read += 1;
            return true;
        }
        self.catch(path, file, hits)
    }

    fn key_of(&self, path: &str, hash: &Hash) -> clean::Key {
        let file = self.files.get(path);
        let naming = file.map_or(&self.shared, |file| &file.naming);
        clean::key_of(path, hash, naming, file.and_then(|file| file.name.as_deref()))
    }

    fn hits(&self, path: &str, file: Option<&FileOf<'_>>, naming: &PageNaming<'_>, bytes: Bytes<'_>) -> Vec<Hit> {
        let unread = |why| {
            let kind = HitKind::Unreadable(why);
            vec![Hit { kind, tier: Tier::Ask, secret: Secret::new(""), inside: Inside::default() }]
        };
        let bytes = match &bytes {
            Bytes::Here(bytes) => bytes.as_ref(),
            Bytes::TooMany => return unread(Unreadable::TooMuch),
            Bytes::Gone => return unread(Unreadable::Broken),
        };
        let name = file.and_then(|file| file.name.as_deref());
        self.gate.scan(&Subject { path, name, bytes, on: Some(naming.on), also: naming.also })
    }

    /// Keeps what was found; whether all of it may pass.
    fn catch(&self, path: &str, file: Option<&FileOf<'_>>, hits: Vec<Hit>) -> bool {
        let (source, is_source) = file.map_or((None, false), |file| (file.naming.source, file.is_source));
        let mut passes = true;
        let mut caught = self.lock();
        caught.count.n_read += 1;
        for hit in hits {
            // Marks in texts are found by `wording`, where they stand.
            if hit.kind == HitKind::Marking && !is_source {
                continue;
            }
            if self.answers.answer(self.sources, &self.gate, path, (source, is_source), &hit) {
                caught.count.n_answered += 1;
                continue;
            }
            let stops = hit.tier == Tier::Block || hit.tier == Tier::Ask && self.doubt == Severity::Error;
            caught.count.n_stopped += usize::from(stops);
            passes &= !stops;
            let inside = is_source.then_some(hit.inside);
            let thing = Thing { kind: hit.kind, secret: hit.secret, source, inside };
            let seen = caught.things.entry(thing).or_insert_with(|| Seen { tier: hit.tier, path: path.to_owned() });
            // Threads come in any order; the report may not show it.
            seen.tier = seen.tier.min(hit.tier);
            if path < seen.path.as_str() {
                seen.path = path.to_owned();
            }
        }
        passes
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Caught> {
        self.caught.lock().expect("no thread panics while it holds this lock")
    }
}

/// What there is to read of a file.
enum Bytes<'b> {
    Here(Cow<'b, [u8]>),
    TooMany,
    Gone,
}

impl Sink for Guard<'_> {
    fn put(&self, artifact: Artifact) -> Result<(), Fault> {
        let hash = *blake3::hash(&artifact.bytes).as_bytes();
        if self.lets_pass(artifact.path.as_str(), hash, || Bytes::Here(Cow::Borrowed(&artifact.bytes))) {
            return self.sink.put(artifact);
        }
        Ok(())
    }

    fn put_file(&self, file: CopiedFile) -> Result<(), Fault> {
        let source = self.files.get(file.path.as_str()).and_then(|file| file.naming.source);
        let bytes = || match source {
            Some(_) if file.size > N_BYTES_MAX => Bytes::TooMany,
            Some(source) => self.sources.bytes(source).map_or(Bytes::Gone, Bytes::Here),
            None => Bytes::Gone,
        };
        if self.lets_pass(file.path.as_str(), file.hash, bytes) {
            return self.sink.put_file(file);
        }
        Ok(())
    }

    fn keep(&self, file: &KnownFile) -> Result<bool, Fault> {
        let path = file.path.as_str();
        let key = self.key_of(path, &file.hash);
        // What is not known to be clean has to be made, and is read then.
        if !self.clean.knows(&key) || !self.sink.keep(file)? {
            return Ok(false);
        }
        self.lock().count.n_known += 1;
        Ok(true)
    }
}

/// What the plan says of each file.
fn files_of<'a>(sources: &Sources, plan: &'a Plan<'_>) -> HashMap<&'a str, FileOf<'a>> {
    let mut files = HashMap::new();
    for page in &plan.pages {
        files.insert(page.path.as_str(), FileOf { naming: plan.naming_of(page), name: None, is_source: false });
    }
    let shared = plan.naming_of_shared();
    let of_source = |source: FileId| {
        let name = sources.file(source).path.rsplit('/').next().unwrap_or_default().to_owned();
        FileOf { naming: PageNaming { source: Some(source), ..shared }, name: Some(name), is_source: true }
    };
    for copy in plan.copies.values() {
        files.insert(copy.path.as_str(), of_source(copy.file));
    }
    for (source, picture) in &plan.pictures {
        files.extend(picture.paths().map(|path| (path.as_str(), of_source(*source))));
    }
    files
}
