//! Where finished artifacts go: what every sink can do, and the one that only counts.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use super::fault::Fault;
use super::interrupt::Interrupt;
use crate::plan::{Artifact, OutPath};
use crate::source::Hash;

/// A file that goes to the output as it is, without being held in memory.
#[derive(Clone, Debug)]
pub struct CopiedFile {
    /// Where it goes.
    pub path: OutPath,
    /// Where it is.
    pub from: PathBuf,
    /// Length in bytes, from the snapshot.
    pub size: u64,
    /// Of its bytes, from the snapshot.
    pub hash: Hash,
}

/// A file that an earlier build made from the same, so that its bytes are known without being made again.
#[derive(Clone, Debug)]
pub struct KnownFile {
    /// Where it goes.
    pub path: OutPath,
    /// Length in bytes.
    pub size: u64,
    /// Of its bytes.
    pub hash: Hash,
}

/// Takes finished files. Threads call it at the same time.
pub trait Sink: Sync {
    /// Takes one artifact.
    fn put(&self, artifact: Artifact) -> Result<(), Fault>;

    /// Takes one file of the sources as it is. A file that is not what the snapshot says is a fault.
    fn put_file(&self, file: CopiedFile) -> Result<(), Fault>;

    /// Takes a file whose bytes need not be made, because they are at hand; false if they are not, and have to be put.
    ///
    /// What stands there decides nothing: only bytes of just this hash are taken.
    fn keep(&self, _file: &KnownFile) -> Result<bool, Fault> {
        Ok(false)
    }
}

/// Counts what would be written, for `check`.
#[derive(Debug, Default)]
pub struct CountingSink {
    n_files: AtomicU64,
    n_bytes: AtomicU64,
    interrupt: Interrupt,
}

impl CountingSink {
    /// Nothing counted yet.
    pub fn new(interrupt: Interrupt) -> Self {
        Self { interrupt, ..Self::default() }
    }

    /// How many files came.
    pub fn n_files(&self) -> u64 {
        self.n_files.load(Ordering::Relaxed)
    }

    /// How many bytes they have.
    pub fn n_bytes(&self) -> u64 {
        self.n_bytes.load(Ordering::Relaxed)
    }

    fn count(&self, size: u64) -> Result<(), Fault> {
        self.interrupt.check()?;
        self.n_files.fetch_add(1, Ordering::Relaxed);
        self.n_bytes.fetch_add(size, Ordering::Relaxed);
        Ok(())
    }
}

impl Sink for CountingSink {
    fn put(&self, artifact: Artifact) -> Result<(), Fault> {
        self.count(artifact.bytes.len() as u64)
    }

    fn put_file(&self, file: CopiedFile) -> Result<(), Fault> {
        self.count(file.size)
    }

    fn keep(&self, file: &KnownFile) -> Result<bool, Fault> {
        self.count(file.size).map(|()| true)
    }
}
