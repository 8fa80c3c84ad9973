//! Pages that an earlier build drew from the same: a sink that has their bytes at hand takes them, and they are not drawn again.

use std::collections::BTreeMap;

use crate::output::{Fault, KnownFile, Sink};
use crate::plan::{Artifact, OutPath, Plan};
use crate::source::{Hash, Sources};

use super::Memo;

/// Bytes that the memo keeps of one page: its digest, its length, and its compressed bytes if these are too many.
const N_BYTES_PER_PAGE: usize = 32 + 8 + 8;

/// What is known of the pages of metrics.
pub(super) struct Known<'m> {
    memo: &'m Memo,
    key: Option<Hash>,
    remembered: BTreeMap<String, Entry>,
}

/// What is known of one page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    hash: Hash,
    size: u64,
    /// Compressed bytes, where they are more than a page may have; else 0.
    pub(super) n_excess: u64,
}

impl<'m> Known<'m> {
    /// What the memo has of this plan's pages of metrics.
    pub(super) fn of(plan: &Plan<'_>, sources: &Sources, memo: &'m Memo) -> Self {
        let key = plan.metrics_digest(sources);
        let bytes = key.and_then(|key| memo.cache.get(&key)).unwrap_or_default();
        let pages = plan.pages.iter().filter(|page| page.is_of_metric()).map(|page| page.path.as_str().to_owned());
        let remembered = pages.zip(bytes.chunks_exact(N_BYTES_PER_PAGE).filter_map(Entry::unpack)).collect();
        Self { memo, key, remembered }
    }

    /// Takes a page from what the sink has at hand; `None` where it has to be drawn.
    pub(super) fn take(&self, path: &OutPath, sink: &dyn Sink) -> Result<Option<Entry>, Fault> {
        let Some(entry) = self.remembered.get(path.as_str()) else { return Ok(None) };
        let is_kept = sink.keep(&KnownFile { path: path.clone(), size: entry.size, hash: entry.hash })?;
        Ok(is_kept.then_some(*entry))
    }

    /// Remembers the pages of metrics, in the order of the plan; nothing if one of them could not be drawn.
    pub(super) fn keep(&self, entries: &[Option<Entry>]) {
        let Some(key) = self.key else { return };
        let Some(entries) = entries.iter().copied().collect::<Option<Vec<Entry>>>() else { return };
        let bytes: Vec<u8> = entries.iter().flat_map(Entry::pack).collect();
        self.memo.cache.put(&key, &bytes);
    }
}

impl Entry {
    pub(super) fn of(artifact: &Artifact, n_excess: Option<usize>) -> Self {
        let size = artifact.bytes.len() as u64;
        Self { hash: *blake3::hash(&artifact.bytes).as_bytes(), size, n_excess: n_excess.unwrap_or(0) as u64 }
    }

    fn pack(&self) -> Vec<u8> {
        [self.hash.as_slice(), &self.size.to_le_bytes(), &self.n_excess.to_le_bytes()].concat()
    }

    fn unpack(bytes: &[u8]) -> Option<Self> {
        let (hash, numbers) = bytes.split_at_checked(32)?;
        let (size, n_excess) = numbers.split_at_checked(8)?;
        let number = |bytes: &[u8]| Some(u64::from_le_bytes(bytes.try_into().ok()?));
        Some(Self { hash: hash.try_into().ok()?, size: number(size)?, n_excess: number(n_excess)? })
    }
}
