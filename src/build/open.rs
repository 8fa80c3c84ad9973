//! Planned open data to the sink, table by table: no more than one file of each thread is in memory at a time.
//!
//! The evidence of a million rows takes longer to write than everything else, and hardly ever changes. So the memo keeps, under a
//! digest of all that decides a table's bytes, what its files came to; a sink that has just these bytes at hand takes them.

use std::ops::Range;

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
    let numbers: Vec<usize> = (0..set.parts.len()).collect();
    let is_kept = threads::all(&numbers, |idx| {
        let Some((hash, size)) = remembered.get(at(*idx)).and_then(unpack) else { return Ok(false) };
        sink.keep(&KnownFile { path: set.parts[*idx].csv.clone(), size, hash })
    });
    let is_kept: Vec<bool> = is_kept.into_iter().collect::<Result<_, _>>()?;
    if is_kept.iter().all(|is_kept| *is_kept) {
        return Ok(());
    }
    let sheet = render::open_sheet(plan, set);
    let files = threads::all(&numbers, |idx| {
        if is_kept[*idx] {
            return Ok(remembered[at(*idx)].to_vec());
        }
        let bytes = sheet.as_ref().map_or_else(|| render::open(plan, set, *idx).csv, |sheet| sheet.part(*idx));
        let mut file = blake3::hash(&bytes).as_bytes().to_vec();
        file.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
        sink.put(Artifact { path: set.parts[*idx].csv.clone(), bytes: bytes.into() })?;
        Ok(file)
    });
    let files = files.into_iter().collect::<Result<Vec<Vec<u8>>, Fault>>()?.concat();
    if files != remembered {
        memo.cache.put(&key, &files);
    }
    Ok(())
}

/// Where the memo keeps a file.
fn at(idx: usize) -> Range<usize> {
    idx * N_BYTES_PER_FILE..(idx + 1) * N_BYTES_PER_FILE
}

fn unpack(file: &[u8]) -> Option<(Hash, u64)> {
    let (hash, size) = file.split_at_checked(32)?;
    Some((hash.try_into().ok()?, u64::from_le_bytes(size.try_into().ok()?)))
}
