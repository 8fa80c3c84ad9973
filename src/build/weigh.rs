//! A sink that passes everything on and adds up its bytes: how heavy a site is, is known only when all of it was made.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::diag::{Diagnostic, codes};
use crate::model::Site;
use crate::output::{CopiedFile, Fault, KnownFile, Sink};
use crate::plan::Artifact;

/// Counts bytes on their way to `sink`.
pub(super) struct Weigh<'a> {
    sink: &'a dyn Sink,
    n_bytes: AtomicU64,
}

impl<'a> Weigh<'a> {
    pub(super) fn new(sink: &'a dyn Sink) -> Self {
        Self { sink, n_bytes: AtomicU64::new(0) }
    }

    /// Compares what went by with what the host accepts.
    ///
    /// - Codes: P103 too many bytes.
    pub(super) fn judge(&self, site: &Site, found: &mut Vec<Diagnostic>) {
        let n_bytes = self.n_bytes.load(Ordering::Relaxed);
        if let Some(n_max) = site.host.n_bytes_max.filter(|n_max| n_bytes > *n_max) {
            found.push(codes::too_many_bytes.at(site.place()).with("n", n_bytes).with("max", n_max));
        }
    }
}

impl Sink for Weigh<'_> {
    fn put(&self, artifact: Artifact) -> Result<(), Fault> {
        self.n_bytes.fetch_add(artifact.bytes.len() as u64, Ordering::Relaxed);
        self.sink.put(artifact)
    }

    fn put_file(&self, file: CopiedFile) -> Result<(), Fault> {
        self.n_bytes.fetch_add(file.size, Ordering::Relaxed);
        self.sink.put_file(file)
    }

    fn keep(&self, file: &KnownFile) -> Result<bool, Fault> {
        let is_kept = self.sink.keep(file)?;
        if is_kept {
            self.n_bytes.fetch_add(file.size, Ordering::Relaxed);
        }
        Ok(is_kept)
    }
}
