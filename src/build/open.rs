//! Planned open data to the sink, table by table: no more than one file of each thread is in memory at a time.
//!
//! The evidence of a million rows takes longer to write than everything else, and hardly ever changes. So the memo keeps, under a
//! digest of all that decides a table's bytes, what its files came to; a sink that has just these bytes at hand takes them.

use crate::output::{Fault, KnownFile, Sink};
use crate::plan::{Artifact, OpenSet, Plan};
use crate::render;
use crate::source::Hash;

use super::{Memo, Progress, Stage, threads};

/// Bytes that the memo keeps of one file: its digest and its length.
const N_BYTES_PER_FILE: usize = 32 + 8;

/// Writes all files below `open/` but its page.
pub(super) fn write(plan: &Plan<'_>, memo: &Memo, progress: &dyn Progress, sink: &dyn Sink) -> Result<(), Fault> {
    for result in threads::each(progress, Stage::Open, &plan.open, |set| write_set(plan, set, memo, sink)) {
        result?;
    }
    if let Some(path) = &plan.package {
        sink.put(Artifact { path: path.clone(), bytes: render::package(plan).into() })?;
    }
    Ok(())
}

fn write_set(plan: &Plan<'_>, set: &OpenSet, memo: &Memo, sink: &dyn Sink) -> Result<(), Fault> {
    if let Some(key) = plan.open_digest(set) {
        return write_large(plan, set, (key, memo), sink);
    }
    for (idx, part) in set.parts.iter().enumerate() {
        let bytes = render::open(plan, set, idx);
        sink.put(Artifact { path: part.csv.clone(), bytes: bytes.csv.into() })?;
        if let (Some(path), Some(bytes)) = (&part.json, bytes.json) {
            sink.put(Artifact { path: path.clone(), bytes: bytes.into() })?;
        }
    }
    Ok(())
}

/// Writes a table of many CSV files, of which those are not made that the sink has at hand.
fn write_large(plan: &Plan<'_>, set: &OpenSet, (key, memo): (Hash, &Memo), sink: &dyn Sink) -> Result<(), Fault> {
    let remembered = memo.cache.get(&key).unwrap_or_default();
    let mut files = Vec::with_capacity(set.parts.len() * N_BYTES_PER_FILE);
    for (idx, part) in set.parts.iter().enumerate() {
        let file = remembered.get(idx * N_BYTES_PER_FILE..(idx + 1) * N_BYTES_PER_FILE);
        if let Some(file) = file
            && let Some((hash, size)) = unpack(file)
            && sink.keep(&KnownFile { path: part.csv.clone(), size, hash })?
        {
            files.extend_from_slice(file);
            continue;
        }
        let bytes = render::open(plan, set, idx).csv;
        files.extend_from_slice(blake3::hash(&bytes).as_bytes());
        files.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
        sink.put(Artifact { path: part.csv.clone(), bytes: bytes.into() })?;
    }
    if files != remembered {
        memo.cache.put(&key, &files);
    }
    Ok(())
}

fn unpack(file: &[u8]) -> Option<(Hash, u64)> {
    let (hash, size) = file.split_at_checked(32)?;
    Some((hash.try_into().ok()?, u64::from_le_bytes(size.try_into().ok()?)))
}
